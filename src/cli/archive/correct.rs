//! `nashra archive correct`: a bulletin published again, with its تصويب slip.

use clap::Args;
use serde::Serialize;

use super::super::build::{OrderArgs, tell_problems};
use super::{Context, DecisionArgs, act, named, of_workspace, pages, say, writer};
use crate::archive::{Archive, Change, Kind};
use crate::error::{DONE, Failure};
use crate::pipeline::{self, Corrected, Outcome, Publisher};
use crate::words::{AdoptProblem, ArchivePhrase, ArchiveProblem};

/// Publish a correction of an archived bulletin.
#[derive(Debug, Args)]
pub(super) struct CorrectArgs {
    #[arg(value_name = "REPORT")]
    file: String,
    #[command(flatten)]
    decision: DecisionArgs,
}

/// The published correction, for programs.
#[derive(Serialize)]
struct CorrectResult<'a> {
    id: &'a str,
    version: u32,
    revision: u32,
    changes: &'a [Change],
    files: Vec<String>,
}

/// Refuses the name of an adopted bulletin, of which there is no report to correct.
fn refuse_adopted(archive: &Archive, name: &str, context: &Context) -> Result<(), Failure> {
    if context.folder.join(name).exists() || !archive.root().is_dir() {
        return Ok(());
    }
    // What is not in the archive either is told as a report that isn't there.
    let Ok(object) = named(archive, name, context) else { return Ok(()) };
    if object.record(object.head())?.kind == Kind::Adopted {
        let problem = AdoptProblem::NotOurs { id: object.id().to_owned() };
        return Err(Failure::Usage(ArchiveProblem::Adopt(problem).into()));
    }
    Ok(())
}

/// Makes the corrected pages and the slip, and puts them into the archive as a new version.
pub(super) fn correct(args: CorrectArgs, context: &mut Context) -> Result<u8, Failure> {
    let decision = args.decision.settle()?;
    let (archive, site) = of_workspace(context)?;
    let act = act(&site.workspace, context);
    refuse_adopted(&archive, &args.file, context)?;
    let (builder, mut told) = OrderArgs::of(vec![args.file]).settle(context)?;
    let order = builder.written(None).build();
    let [file] = order.reports() else {
        return Err(Failure::Usage(ArchiveProblem::OneAtATime { found: order.reports().len() }.into()));
    };
    let publisher = Publisher::new(&order)?;
    // A folder that can't be an archive is told before any work is done.
    drop(writer(&archive, context)?);
    let correction = pipeline::correction(&publisher, &archive, file, decision, &act)?;
    let Corrected { object, revision, changes, warnings } =
        correction.publish(&mut writer(&archive, context)?, &act)?;
    told.extend(warnings);
    told.extend(pipeline::carried(&archive, &object));
    let outcome = Outcome { diagnostics: told, ..Outcome::default() };
    let version = object.head();
    let result = CorrectResult {
        id: object.id(),
        version,
        revision,
        changes: &changes,
        files: pages(&object, version, context),
    };
    let ui = &context.ui;
    if !ui.json(&outcome.diagnostics, &result) {
        result.files.iter().take(2).for_each(|file| ui.data(file));
        tell_problems(&outcome, ui);
        say(ArchivePhrase::Corrected { id: object.id().to_owned(), revision, changes: changes.len() }, context);
    }
    Ok(DONE)
}
