//! `nashra archive add`: signed reports and issues, kept for good.

use clap::Args;
use serde::Serialize;

use super::super::build::{OrderArgs, tell_problems};
use super::{Context, act, of_workspace, pages, say, writer};
use crate::archive::Object;
use crate::error::{CONTENT, DONE, Failure};
use crate::pipeline::{self, Additions, Outcome, Publisher};
use crate::words::ArchivePhrase;

/// Keep signed reports and issues for good.
#[derive(Debug, Args)]
pub(super) struct AddArgs {
    #[arg(value_name = "REPORT", required = true)]
    reports: Vec<String>,
}

/// The additions, for programs.
#[derive(Serialize)]
struct AddResult {
    added: Vec<AddedEntry>,
    already_there: Vec<String>,
    other_looks: Vec<String>,
    withdrawn: Vec<String>,
    failed: Vec<String>,
}

#[derive(Serialize)]
struct AddedEntry {
    id: String,
    version: u32,
    files: Vec<String>,
}

/// Makes the pages of each and puts them into the archive. One that is wrong stops no other.
pub(super) fn add(args: AddArgs, context: &mut Context) -> Result<u8, Failure> {
    let (archive, site) = of_workspace(context)?;
    let act = act(&site.workspace, context);
    let (builder, warnings) = OrderArgs::of(args.reports).settle(context)?;
    let order = builder.written(None).build();
    let publisher = Publisher::new(&order)?;
    let open = || writer(&archive, context);
    // A folder that can't be an archive is told before any work is done.
    drop(open()?);
    let Additions { added, already_there, other_looks, withdrawn, failed, diagnostics } =
        pipeline::add(&publisher, &archive, order.reports(), &act, open)?;
    let result = AddResult {
        added: added.iter().map(|object| AddedEntry::new(object, context)).collect(),
        already_there,
        other_looks,
        withdrawn,
        failed: failed.iter().map(|file| file.display().to_string()).collect(),
    };
    let diagnostics = warnings.into_iter().chain(diagnostics).collect();
    let outcome = Outcome { diagnostics, ..Outcome::default() };
    let ui = &context.ui;
    if !ui.json(&outcome.diagnostics, &result) {
        result.added.iter().flat_map(|entry| entry.files.first()).for_each(|file| ui.data(file));
        tell_problems(&outcome, ui);
        if !result.other_looks.is_empty() {
            say(ArchivePhrase::OtherLooks { count: result.other_looks.len() }, context);
        }
        let (added, same, failed) = (result.added.len(), result.already_there.len(), result.failed.len());
        say(ArchivePhrase::Added { added, same, withdrawn: result.withdrawn.len(), failed }, context);
    }
    Ok(if result.failed.is_empty() { DONE } else { CONTENT })
}

impl AddedEntry {
    fn new(object: &Object, context: &Context) -> Self {
        let version = object.head();
        Self { id: object.id().to_owned(), version, files: pages(object, version, context) }
    }
}
