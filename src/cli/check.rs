//! `nashra check`: everything a build would say, and what it found in the texts, with nothing written.

use clap::Args;
use serde::Serialize;

use super::build::{OrderArgs, exit_code};
use super::{Context, fix};
use crate::diag::Severity;
use crate::error::Failure;
use crate::pipeline::{self, Order, Outcome};
use crate::words::Phrase;

/// Look for mistakes without writing anything.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    order: OrderArgs,
    /// Mend in the reports what can be mended without asking
    #[arg(long)]
    fix: bool,
}

/// What a check found, for programs.
#[derive(Serialize)]
struct CheckResult {
    reports: usize,
    errors: usize,
    warnings: usize,
    fixed: usize,
}

/// Goes the whole way of a build but for the writing.
pub(super) fn check(args: CheckArgs, context: &mut Context) -> Result<u8, Failure> {
    let deny_warnings = args.order.deny_warnings;
    let (order, warnings) = args.order.settle(context)?;
    let mut outcome = look(&order, context)?;
    let mut fixed = Vec::new();
    if args.fix {
        fixed = fix::fix(&order, &outcome.diagnostics)?;
        // What is told is what is left.
        outcome = if fixed.is_empty() { outcome } else { look(&order, context)? };
    }
    outcome.diagnostics.splice(0..0, warnings);
    let found = &outcome.diagnostics;
    let errors = found.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
    let (reports, warnings) = (order.reports.len(), found.len() - errors);
    if !context
        .ui
        .json(found, &CheckResult { reports, errors, warnings, fixed: fixed.iter().map(|(_, count)| count).sum() })
    {
        for (file, count) in fixed {
            context.ui.note(&Phrase::Fixed { path: file.display().to_string(), count });
        }
        context.ui.report(found);
        context.ui.note(&Phrase::Checked { reports, errors, warnings });
    }
    Ok(exit_code(&outcome, deny_warnings && warnings > 0))
}

fn look(order: &Order, context: &Context) -> Result<Outcome, Failure> {
    let bar = context.ui.progress();
    let outcome = pipeline::run(order, &bar)?;
    bar.finish();
    Ok(outcome)
}
