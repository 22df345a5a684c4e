//! `nashra check`: everything a build would say, and what it found in the texts, with nothing
//! written.

use clap::Args;
use serde::Serialize;

use super::build::{OrderArgs, exit_code, shown};
use super::{Context, site};
use crate::arabic::Rule;
use crate::diag::Severity;
use crate::edition::Profile;
use crate::error::{self, DONE, Failure};
use crate::pipeline::{self, Order, Outcome};
use crate::words::{DeskPhrase, Phrase, ValueProblem};

/// In place of a code: all rules.
const ALL: &str = "all";

/// Look for mistakes without writing anything.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    order: OrderArgs,
    #[arg(long, conflicts_with = "profile")]
    press: bool,
    #[arg(long)]
    fix: bool,
    #[arg(long, conflicts_with_all = ["press", "reports"])]
    undo: bool,
    #[arg(long, value_name = "CODE", num_args = 0..=1, default_missing_value = "all")]
    #[arg(conflicts_with_all = ["fix", "undo", "reports"])]
    explain: Option<String>,
}

/// The result of a check, for programs.
#[derive(Serialize)]
struct CheckResult {
    reports: usize,
    errors: usize,
    warnings: usize,
    fixed: usize,
}

/// The files that are as they were before the last fixing, for programs.
#[derive(Serialize)]
struct UndoResult<'a> {
    undone: &'a [String],
}

/// Goes the whole way of a build but for the writing.
pub(super) fn check(args: CheckArgs, context: &mut Context) -> Result<u8, Failure> {
    if let Some(code) = &args.explain {
        return explain(code, context);
    }
    if args.undo {
        return undo(context);
    }
    let deny_warnings = args.order.deny_warnings;
    // With `--fix` files are changed: the settings must be right.
    context.only_looks = !args.fix;
    let (builder, warnings) = args.order.settle(context)?;
    let order = if args.press { builder.profile(Profile::Press) } else { builder }.build();
    let mut outcome = look(&order, context)?;
    let mut fixed = Vec::new();
    if args.fix {
        fixed = pipeline::fix(&order, &outcome.diagnostics)?;
        // What is told is what is left.
        outcome = if fixed.is_empty() { outcome } else { look(&order, context)? };
    }
    outcome.diagnostics.splice(0..0, warnings);
    let found = &outcome.diagnostics;
    let errors = found.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
    let (reports, warnings) = (order.reports().len(), found.len() - errors);
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

/// Says what a rule is about, or with `all` which rules there are.
fn explain(code: &str, context: &mut Context) -> Result<u8, Failure> {
    // For the language; a rule is the same in a workspace with mistakes and in none.
    let _ = site::find(context);
    let ui = &context.ui;
    if code.eq_ignore_ascii_case(ALL) {
        let rules = Rule::ALL.map(|rule| ui.explanation(rule));
        if !ui.json(&[], &rules) {
            rules.iter().for_each(|rule| ui.data(&rule.line()));
        }
        return Ok(DONE);
    }
    let Some(rule) = Rule::from_code(code) else {
        return Err(Failure::Usage(ValueProblem::unknown_rule(code.to_owned()).into()));
    };
    let rule = ui.explanation(rule);
    if !ui.json(&[], &rule) {
        ui.data(&rule.text(ui.lang()));
    }
    Ok(DONE)
}

/// Makes the files of the last `--fix` what they were before.
fn undo(context: &mut Context) -> Result<u8, Failure> {
    let site = site::need(context)?;
    let undone = pipeline::undo_fix(&site.root, &site.output())?;
    let files: Vec<String> =
        undone.files.iter().map(|file| shown(&site.root.path().join(file), &context.folder)).collect();
    if !context.ui.json(&undone.problems, &UndoResult { undone: &files }) {
        files.iter().for_each(|file| context.ui.data(file));
        context.ui.report(&undone.problems);
        context.ui.note(&Phrase::Desk(DeskPhrase::Undone { files: files.len() }));
    }
    Ok(error::exit_code(&undone.problems))
}

fn look(order: &Order, context: &Context) -> Result<Outcome, Failure> {
    let bar = context.ui.progress();
    let outcome = pipeline::run(order, &bar)?;
    bar.finish();
    Ok(outcome)
}
