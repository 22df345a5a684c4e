//! `nashra archive reindex`: the index made anew.

use clap::Args;
use serde::Serialize;

use super::opened::problems;
use super::{Context, of_workspace, say};
use crate::archive::index::Rebuilt;
use crate::error::{self, DONE, Failure};
use crate::words::ArchivePhrase;

/// Make the index anew from the archived bulletins.
#[derive(Debug, Args)]
pub(super) struct ReindexArgs {}

/// The result, for programs.
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
    Ok(error::exit_code(&problems))
}
