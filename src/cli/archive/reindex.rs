//! `nashra archive reindex`: the index made anew.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::{Context, of_workspace, say};
use crate::archive::Problem;
use crate::archive::index::Rebuilt;
use crate::diag::Diagnostic;
use crate::error::{CONTENT, DONE, Failure};
use crate::words::ArchivePhrase;

/// Make the index anew from the archived bulletins.
#[derive(Debug, Args)]
pub(super) struct ReindexArgs {}

/// What was made, for programs.
#[derive(Serialize)]
struct Reindexed {
    objects: usize,
    damaged: usize,
}

/// Makes the index from all objects; those that can't be read are named and left out.
pub(super) fn reindex(_: &ReindexArgs, context: &mut Context) -> Result<u8, Failure> {
    let (archive, _) = of_workspace(context)?;
    if !archive.root().is_dir() {
        say(ArchivePhrase::Reindexed { objects: 0, damaged: 0 }, context);
        return Ok(DONE);
    }
    let bar = context.ui.progress();
    let rebuilt = archive.reindex(&mut |done, all| bar.show(done, all));
    bar.finish();
    let Rebuilt { objects, damaged, .. } = rebuilt?;
    let problems = problems(damaged);
    let damaged = problems.len();
    if !context.ui.json(&problems, &Reindexed { objects, damaged }) {
        context.ui.report(&problems);
        say(ArchivePhrase::Reindexed { objects, damaged }, context);
    }
    Ok(if damaged > 0 { CONTENT } else { DONE })
}

/// What to tell of objects that could not be read.
pub(super) fn problems(damaged: Vec<(PathBuf, Problem)>) -> Vec<Diagnostic> {
    let problems = damaged.into_iter().map(|(_, problem)| match problem {
        Problem::Said(said) => Diagnostic::bare(said),
        Problem::Machine(error) => Diagnostic::bare(error.told()),
    });
    problems.collect()
}
