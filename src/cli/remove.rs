//! `nashra remove`: a report put aside, with all that only it needs.

use clap::Args;

use super::Context;
use super::approve::roll;
use super::rename::{one, tell};
use crate::desk;
use crate::error::{DONE, Failure};
use crate::words::{DeskPhrase, Phrase};

/// Take a report out of the workspace.
#[derive(Debug, Args)]
pub(super) struct RemoveArgs {
    #[arg(value_name = "REPORT")]
    report: String,
}

/// Puts a report aside with its pictures and finished files.
pub(super) fn remove(args: &RemoveArgs, context: &mut Context) -> Result<u8, Failure> {
    let (site, file) = one(&args.report, context)?;
    let (roll, damaged) = roll(&site, context)?;
    let moved = desk::remove(&site, &roll, &file)?;
    let ui = &context.ui;
    if !ui.json(&damaged, &moved) {
        tell(&moved, &site, context);
        ui.report(&damaged);
        if !moved.kept.is_empty() {
            ui.note(&Phrase::Desk(DeskPhrase::KeptForOthers { files: moved.kept.clone() }));
        }
        if let Some(number) = &moved.number {
            ui.note(&Phrase::Desk(DeskPhrase::NumberFree { number: number.clone() }));
        }
        ui.note(&Phrase::Desk(DeskPhrase::Removed { files: moved.moved.len() }));
    }
    Ok(DONE)
}
