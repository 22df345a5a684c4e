//! `nashra archive add`: signed reports and issues, kept for good.

use std::path::Path;

use clap::Args;
use serde::Serialize;

use super::super::build::{OrderArgs, tell_problems};
use super::{Context, act, of_workspace, pages, say, writer};
use crate::archive::{Act, Added, Archive};
use crate::diag::Diagnostic;
use crate::error::{CONTENT, DONE, Failure};
use crate::pipeline::{Outcome, Publication, Publisher};
use crate::words::ArchivePhrase;

/// Keep signed reports and issues for good.
#[derive(Debug, Args)]
pub(super) struct AddArgs {
    #[arg(value_name = "REPORT", required = true)]
    reports: Vec<String>,
}

/// What is in the archive now, for programs.
#[derive(Default, Serialize)]
struct AddResult {
    added: Vec<Entry>,
    already_there: Vec<String>,
    failed: Vec<String>,
}

#[derive(Serialize)]
struct Entry {
    id: String,
    version: u32,
    files: Vec<String>,
}

/// Makes the pages of each and puts them into the archive. One that is wrong stops no other.
pub(super) fn add(args: AddArgs, context: &mut Context) -> Result<u8, Failure> {
    let (archive, site) = of_workspace(context)?;
    let act = act(&site.workspace, context);
    let (mut order, warnings) = OrderArgs::of(args.reports).settle(context)?;
    order.write = true;
    let publisher = Publisher::new(&order)?;
    // A folder that can't be an archive is told before any work is done.
    drop(writer(&archive, context)?);
    let mut result = AddResult::default();
    let mut outcome = Outcome { diagnostics: warnings, ..Outcome::default() };
    for file in &order.reports {
        match publisher.publish(file, None).and_then(|made| keep(&archive, made, file, &act, context)) {
            Ok((added, warnings)) => {
                outcome.diagnostics.extend(warnings);
                match added {
                    Added::New(object) => {
                        let version = object.head();
                        let files = pages(&object, version, context);
                        result.added.push(Entry { id: object.id().to_owned(), version, files });
                    }
                    Added::Same(object) => result.already_there.push(object.id().to_owned()),
                }
            }
            Err(Failure::Content(problems)) => {
                outcome.diagnostics.extend(problems);
                result.failed.push(file.display().to_string());
            }
            Err(failure) => return Err(failure),
        }
    }
    let ui = &context.ui;
    if !ui.json(&outcome.diagnostics, &result) {
        result.added.iter().flat_map(|entry| entry.files.first()).for_each(|file| ui.data(file));
        tell_problems(&outcome, ui);
        let (added, same, failed) = (result.added.len(), result.already_there.len(), result.failed.len());
        say(ArchivePhrase::Added { added, same, failed }, context);
    }
    Ok(if result.failed.is_empty() { DONE } else { CONTENT })
}

/// Puts what was made into the archive; a problem is the file's.
fn keep(
    archive: &Archive,
    made: Publication,
    file: &Path,
    act: &Act,
    context: &Context,
) -> Result<(Added, Vec<Diagnostic>), Failure> {
    let mut writer = writer(archive, context)?;
    let added = writer.publish(made.record, made.files, act);
    added.map(|added| (added, made.warnings)).map_err(|problem| problem.of(file))
}
