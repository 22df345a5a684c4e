//! The scheduling of many reports on plain threads.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::build::{Built, build};
use super::outcome::Outcome;
use super::state::{self, BuildState};
use super::survey::{Stale, Surveyed, survey};
use super::{outdated, twins};
use crate::diag::{Diagnostic, has_errors};
use crate::error::Failure;
use crate::pipeline::load::{ParsedSource, Resources, SourceFile, ready};
use crate::pipeline::make::{Failed, guarded};
use crate::pipeline::order::{Order, Progress};
use crate::store::{self, Lock};
use crate::typeset::{self, STACK};
use crate::words::{BuildProblem, FileProblem};
use crate::workers::{self, Threads};

/// Builds what is stale of an order.
///
/// # Errors
/// When the machine fails: the output folder can't be written, a font folder can't be read. What is
/// wrong with reports is in the outcome.
pub fn run(order: &Order, progress: &dyn Progress) -> Result<Outcome, Failure> {
    let mut resources = Resources::prepare(order)?;
    let mut outcome = Outcome { diagnostics: resources.diagnostics.clone(), ..Outcome::default() };
    if has_errors(&outcome.diagnostics) {
        outcome.failed.clone_from(&order.reports);
        outcome.diagnostics.extend(errors_of_reports(order, &resources));
        return Ok(outcome);
    }
    if let Some(problem) = output_elsewhere(order) {
        outcome.diagnostics.push(problem);
        outcome.failed.clone_from(&order.reports);
        return Ok(outcome);
    }
    let _lock = if order.write { Some(Lock::wait(&state::lock_path(&order.output))?) } else { None };
    let mut state = BuildState::read(&order.output, &resources.surroundings);
    let mut surveyed = survey(order, &resources, &state);
    twins::refuse(order, &resources, &mut surveyed, &state);
    let results = build_stale(order, &mut resources, &state, &mut surveyed, progress);
    collect(order, surveyed, results, &mut state, &mut outcome);
    if order.write {
        outcome.diagnostics.extend(outdated::warnings(order, &mut state));
        outcome.diagnostics.extend(outdated::left_behind(order, &mut state));
    }
    if order.write {
        clear_unfinished(order, &outcome)?;
    }
    resources.photo_fitter.tidy();
    resources.photo_index.save(&order.root);
    if order.write {
        state.write(&order.output)?;
    }
    Ok(outcome)
}

/// The errors of the reports themselves, where no page can be made for another reason.
fn errors_of_reports(order: &Order, resources: &Resources) -> Vec<Diagnostic> {
    let state = BuildState::default();
    let surveyed = survey(order, resources, &state);
    let mut found = Vec::new();
    for (file, surveyed) in order.reports.iter().zip(surveyed) {
        let problems = match surveyed {
            Surveyed::Bad(problems) => Err(problems),
            Surveyed::Stale(Stale { parsed: Some(parsed), .. }) => ready(order, resources, parsed).map(drop),
            Surveyed::Stale(Stale { parsed: None, .. }) | Surveyed::Fresh { .. } => Ok(()),
        };
        let problems = problems.err().unwrap_or_default();
        found.extend(problems.into_iter().filter(|problem| problem.is_error() && problem.file == *file));
    }
    found
}

/// An error if the workspace's output folder is a link to a place outside; who names another folder
/// by `--output` may name any.
fn output_elsewhere(order: &Order) -> Option<Diagnostic> {
    let inside = order.output.strip_prefix(order.root.path()).ok()?;
    let path = inside.display().to_string();
    (order.write && !order.root.holds(&order.output))
        .then(|| Diagnostic::error(inside, FileProblem::SymlinkOut { path }))
}

/// Deletes what killed runs left beside the files of this one.
fn clear_unfinished(order: &Order, outcome: &Outcome) -> Result<(), Failure> {
    let own = order.output.join(state::FOLDER);
    let built = outcome.built.iter().filter_map(|built| built.file.path.parent().map(Path::to_path_buf));
    let folders: BTreeSet<PathBuf> = built.chain([own.join("photos"), own]).collect();
    for folder in folders {
        store::clear_unfinished(&folder)?;
    }
    Ok(())
}

/// Builds the stale reports, each as soon as a thread is free. The results are in their order.
fn build_stale(
    order: &Order,
    resources: &mut Resources,
    state: &BuildState,
    surveyed: &mut [Surveyed],
    progress: &dyn Progress,
) -> Vec<Result<Built, Failed>> {
    let mut stale = Vec::new();
    for (file, found) in order.reports.iter().zip(surveyed) {
        if let Surveyed::Stale(found) = found {
            stale.push((file, found.parsed.take()));
        }
    }
    resources.engine.spare_thread = stale.len() < order.jobs;
    progress.start(stale.len());
    let (threads, resources) = (Threads::new(order.jobs).with_stack(STACK), &*resources);
    workers::map(threads, stale.into_iter(), |(file, parsed)| {
        let built = guarded(|| {
            let parsed = parsed.map_or_else(|| parse(order, file), Ok)?;
            build(order, resources, state.reports.get(file), parsed)
        });
        typeset::forget();
        progress.step(file);
        built
    })
}

/// Parses a report once more that could not wait in memory.
fn parse(order: &Order, file: &Path) -> Result<ParsedSource, Failed> {
    let source = SourceFile::read(&order.root, &order.workspace, file);
    let source = source.map_err(|problem| Failed::Content(vec![*problem]))?;
    source.parse(&order.root, &order.workspace).map_err(Failed::Content)
}

/// Brings together what came of each report, in their order.
fn collect(
    order: &Order,
    surveyed: Vec<Surveyed>,
    results: Vec<Result<Built, Failed>>,
    state: &mut BuildState,
    outcome: &mut Outcome,
) {
    let mut results = results.into_iter();
    for (file, found) in order.reports.iter().zip(surveyed) {
        match found {
            Surveyed::Fresh { entry, files } => {
                outcome.fresh.extend(files);
                outcome.fresh_warnings += entry.warnings + entry.remarks;
                state.reports.insert(file.clone(), entry);
            }
            Surveyed::Bad(problems) => outcome.add_failure(file, problems),
            Surveyed::Stale(_) => match results.next() {
                Some(Ok(built)) => {
                    outcome.add_built(file, built.files, built.said);
                    state.reports.insert(file.clone(), built.state);
                }
                Some(Err(Failed::Withheld(said))) => outcome.add_withheld(file, said),
                Some(Err(Failed::Content(problems))) => outcome.add_failure(file, problems),
                Some(Err(Failed::Machine(problem))) => {
                    outcome.machine = true;
                    outcome.add_failure(file, vec![Diagnostic::error(file, problem)]);
                }
                Some(Err(Failed::Crash)) => {
                    outcome.crashed = true;
                    outcome.add_failure(file, vec![Diagnostic::error(file, BuildProblem::Crash)]);
                }
                None => {}
            },
        }
    }
}
