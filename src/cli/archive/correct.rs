//! `nashra archive correct`: a bulletin published again, with its تصويب slip.

use clap::Args;
use serde::Serialize;

use super::super::build::{OrderArgs, tell_problems};
use super::{Context, DecisionArgs, act, of_workspace, pages, say, writer};
use crate::archive::{Change, Happening, Problem};
use crate::error::{DONE, Failure};
use crate::pipeline::{Outcome, Publisher, SOURCE};
use crate::words::{ArchivePhrase, ArchiveProblem};

/// Publish a correction of an archived bulletin.
#[derive(Debug, Args)]
pub(super) struct CorrectArgs {
    #[arg(value_name = "REPORT")]
    file: String,
    #[command(flatten)]
    decision: DecisionArgs,
}

/// What was published, for programs.
#[derive(Serialize)]
struct CorrectResult<'a> {
    id: &'a str,
    version: u32,
    revision: u32,
    changes: &'a [Change],
    files: Vec<String>,
}

/// Makes the corrected pages and the slip, and puts them into the archive as a new version.
pub(super) fn correct(args: CorrectArgs, context: &mut Context) -> Result<u8, Failure> {
    let (reason, authority) = args.decision.settle()?;
    let (archive, site) = of_workspace(context)?;
    let act = act(&site.workspace, context);
    let (mut order, warnings) = OrderArgs::of(vec![args.file]).settle(context)?;
    order.write = true;
    let [file] = &order.reports[..] else {
        return Err(Failure::Usage(ArchiveProblem::OneAtATime { found: order.reports.len() }.into()));
    };
    let publisher = Publisher::new(&order)?;
    drop(writer(&archive, context)?);
    let new = publisher.record(file)?;
    let base = archive.object(&new.id).map_err(|problem| match problem {
        Problem::Said(ArchiveProblem::Unknown { id }) => Problem::from(ArchiveProblem::NeverPublished { id }),
        problem => problem,
    });
    let base = base.map_err(|problem| problem.of(file))?;
    let old = base.record(base.head())?;
    let happening = Happening::correcting(&old, &new, reason, authority, &act.time);
    let happening = happening.map_err(|problem| problem.of(file))?;
    let made = publisher.publish(file, Some(&happening))?;
    if happening.changes.is_empty() && !base.differs(SOURCE, &made.files) {
        return Err(Problem::from(ArchiveProblem::NothingChanged { id: new.id }).of(file));
    }
    let changes = happening.changes.clone();
    let object = writer(&archive, context)?.correct(&base, happening, made.record, made.files, &act);
    let object = object.map_err(|problem| problem.of(file))?;
    let (version, revision) = (object.head(), old.revision + 1);
    let outcome = Outcome { diagnostics: warnings.into_iter().chain(made.warnings).collect(), ..Outcome::default() };
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
