//! `nashra approve`: signed off, with the next number of the year.

use clap::Args;
use serde::Serialize;

use super::Context;
use super::archive::asked;
use super::build::shown;
use super::select::{self, Selection};
use crate::archive::index::RollEntry;
use crate::desk::{self, Approval, ApprovalStep, Approvals};
use crate::diag::Diagnostic;
use crate::error::{self, Failure};
use crate::pipeline::OpenWorkspace;
use crate::words::{DeskPhrase, DeskProblem, Phrase};

/// Sign a report off and give it its number.
#[derive(Debug, Args)]
pub(super) struct ApproveArgs {
    #[arg(value_name = "REPORT", required = true)]
    reports: Vec<String>,
    #[arg(long, value_name = "NUMBER", conflicts_with = "undo")]
    number: Option<String>,
    #[arg(long)]
    undo: bool,
}

/// What was approved, for programs.
#[derive(Serialize)]
struct ApproveResult {
    approved: Vec<ApprovedEntry>,
    failed: Vec<String>,
}

#[derive(Serialize)]
struct ApprovedEntry {
    file: String,
    number: Option<String>,
    /// `approved`, `already` or `draft`.
    done: &'static str,
}

/// Approves each report, or with `--undo` makes it a draft again.
pub(super) fn approve(args: ApproveArgs, context: &mut Context) -> Result<u8, Failure> {
    let Selection { mut site, reports, .. } = select::select(&args.reports, context)?;
    let number = args.number.as_deref().map(str::trim);
    if number.is_some() && reports.len() > 1 {
        return Err(Failure::Usage(DeskProblem::OneNumberForMany { found: reports.len() }.into()));
    }
    let mut told = std::mem::take(&mut site.warnings);
    let (roll, damaged) = roll(&site, context)?;
    told.extend(damaged);
    let Approvals { done, failed, problems } = if args.undo {
        desk::take_back(&site, &roll, &reports)?
    } else {
        desk::approve(&site, &roll, &reports, number)?
    };
    told.extend(problems);
    tell(&site, &done, failed.iter().map(|file| file.display().to_string()).collect(), &told, args.undo, context);
    Ok(error::exit_code(&told))
}

/// All objects of the archive, and what is wrong with those that can't be read.
pub(super) fn roll(site: &OpenWorkspace, context: &Context) -> Result<(Vec<RollEntry>, Vec<Diagnostic>), Failure> {
    let archive = site.archive();
    // Where nothing was ever archived nothing is made.
    if !archive.root().is_dir() {
        return Ok((Vec::new(), Vec::new()));
    }
    asked(&archive, context, |index| index.roll())
}

/// Prints each file with its number, what is wrong, and how many there are.
fn tell(
    site: &OpenWorkspace,
    done: &[Approval],
    failed: Vec<String>,
    told: &[Diagnostic],
    undo: bool,
    context: &Context,
) {
    let ui = &context.ui;
    let file = |approval: &Approval| shown(&site.root.path().join(&approval.file), &context.folder);
    let entries = done.iter().map(|approval| ApprovedEntry {
        file: file(approval),
        number: approval.number.clone(),
        done: name(approval.done),
    });
    let result = ApproveResult { approved: entries.collect(), failed };
    if ui.json(told, &result) {
        return;
    }
    for approval in done {
        let path = file(approval);
        match (&approval.number, approval.done) {
            (Some(number), ApprovalStep::TakenBack) => {
                ui.data(&path);
                ui.note(&Phrase::Desk(DeskPhrase::NumberKept { path, number: number.clone() }));
            }
            (Some(number), _) => ui.data(&format!("{number}  {path}")),
            (None, _) => ui.data(&path),
        }
    }
    ui.report(told);
    let count = |step| done.iter().filter(|approval| approval.done == step).count();
    let failed = result.failed.len();
    ui.note(&Phrase::Desk(if undo {
        DeskPhrase::TakenBack { drafts: count(ApprovalStep::TakenBack), failed }
    } else {
        DeskPhrase::Approved { approved: count(ApprovalStep::Approved), already: count(ApprovalStep::Already), failed }
    }));
}

fn name(step: ApprovalStep) -> &'static str {
    match step {
        ApprovalStep::Approved => "approved",
        ApprovalStep::Already => "already",
        ApprovalStep::TakenBack => "draft",
    }
}
