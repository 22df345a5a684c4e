//! `nashra rename`: a report with another name.

use clap::Args;

use super::approve::roll;
use super::help::value;
use super::select::{self, Selection};
use super::{Context, build};
use crate::desk::{self, MoveResult};
use crate::error::{DONE, Failure};
use crate::words::{DeskPhrase, DeskProblem, Phrase};

/// Give a report another name.
#[derive(Debug, Args)]
pub(super) struct RenameArgs {
    #[arg(value_name = "REPORT")]
    report: String,
    #[arg(value_parser = value::slug)]
    slug: String,
}

/// Renames a report's file and its finished files.
pub(super) fn rename(args: &RenameArgs, context: &mut Context) -> Result<u8, Failure> {
    let (site, file) = one(&args.report, context)?;
    let (roll, damaged) = roll(&site, context)?;
    let moved = desk::rename(&site, &roll, &file, &args.slug)?;
    if !context.ui.json(&damaged, &moved) {
        tell(&moved, &site, context);
        context.ui.report(&damaged);
        for issue in &moved.issues {
            context.ui.note(&Phrase::Desk(DeskPhrase::IssueRenamed { issue: issue.clone() }));
        }
        context.ui.note(&Phrase::Desk(DeskPhrase::Renamed { files: moved.moved.len() }));
    }
    Ok(DONE)
}

/// The one report that is meant.
pub(super) fn one(
    report: &str,
    context: &mut Context,
) -> Result<(crate::pipeline::OpenWorkspace, std::path::PathBuf), Failure> {
    let Selection { site, reports, .. } = select::select(std::slice::from_ref(&report.to_owned()), context)?;
    match <[_; 1]>::try_from(reports) {
        Ok([file]) => Ok((site, file)),
        Err(reports) => Err(Failure::Usage(DeskProblem::OneAtATime { found: reports.len() }.into())),
    }
}

/// Prints where each file is now.
pub(super) fn tell(moved: &MoveResult, site: &crate::pipeline::OpenWorkspace, context: &Context) {
    for (_, to) in &moved.moved {
        context.ui.data(&build::shown(&site.root.path().join(to), &context.folder));
    }
}
