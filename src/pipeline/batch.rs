//! Many reports on plain threads.

use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use super::build::build;
use super::old;
use super::outcome::Outcome;
use super::setup::setup;
use super::state::{self, ReportState, State};
use super::survey::{Surveyed, refuse_twins, survey};
use crate::diag::{Diagnostic, has_errors};
use crate::edition::{EditionKind, PictureSize, Profile};
use crate::error::Failure;
use crate::files::Root;
use crate::imposition::Imposition;
use crate::report::Workspace;
use crate::store::Lock;
use crate::typeset::{self, FontPlaces, STACK};
use crate::words::{BuildProblem, FileProblem};
use crate::workers::{self, Threads};

/// What to build, settled before the first file is read.
pub struct Order {
    /// The workspace's folder.
    pub root: Root,
    /// Its settings.
    pub workspace: Workspace,
    /// Its file from the root and that file's bytes; none for a lone report.
    pub workspace_file: Option<(PathBuf, Vec<u8>)>,
    /// The reports and issues from the root, sorted.
    pub reports: Vec<PathBuf>,
    /// The kinds of page.
    pub editions: Vec<EditionKind>,
    /// What the files are for.
    pub profile: Profile,
    /// How pages are arranged on sheets, whatever the settings say.
    pub imposition: Option<Imposition>,
    /// Whether arrangements are shown on a page.
    pub proof: bool,
    /// Where the files go.
    pub output: PathBuf,
    /// Whether files are written at all; `check` does all but that.
    pub write: bool,
    /// Whether reports are built that are up to date.
    pub force: bool,
    /// Whether reports are built before their `not_before`.
    pub embargoed: bool,
    /// The present, in seconds since 1970.
    pub now: i64,
    /// The same by the machine's own clock, whatever `now` is: what times of files are compared with.
    pub machine_now: i64,
    /// How many threads work, at least one.
    pub jobs: usize,
    /// Where faces are besides the embedded ones.
    pub fonts: FontPlaces,
}

impl Order {
    /// The kinds of page to make of a file: some are made of reports, some of issues.
    pub fn editions_of(&self, file: &Path) -> impl Iterator<Item = EditionKind> {
        let of_issues = self.workspace.is_issue(file);
        self.editions.iter().copied().filter(move |edition| edition.is_of_issues() == of_issues)
    }

    /// What of a file is laid out: kinds of page with their sizes.
    pub(super) fn layouts(&self, file: &Path) -> impl Iterator<Item = (EditionKind, Option<PictureSize>)> {
        self.editions_of(file).flat_map(|edition| edition.sizes().iter().map(move |&size| (edition, size)))
    }
}

/// Who is told how far the run is.
pub trait Progress: Sync {
    /// So many reports have to be built.
    fn start(&self, reports: usize);
    /// One more is done, well or not.
    fn step(&self, report: &Path);
}

/// Builds what is stale of an order.
///
/// # Errors
/// When the machine fails: the output folder can't be written, a font folder can't be read. What is wrong with reports is in the
/// outcome.
pub fn run(order: &Order, progress: &dyn Progress) -> Result<Outcome, Failure> {
    let mut setup = setup(order)?;
    let mut outcome = Outcome { diagnostics: setup.diagnostics.clone(), ..Outcome::default() };
    if has_errors(&outcome.diagnostics) {
        outcome.failed.clone_from(&order.reports);
        return Ok(outcome);
    }
    let _lock = if order.write { Some(Lock::wait(&state::lock_path(&order.output))?) } else { None };
    let mut state = State::read(&order.output, &setup.surroundings);
    let threads = Threads::new(order.jobs).with_stack(STACK);
    let mut surveyed = workers::map(threads, order.reports.iter(), |file| survey(order, &setup, &state, file));
    refuse_twins(&order.reports, &mut surveyed, &state, &order.root);

    let stale: Vec<&PathBuf> = (order.reports.iter().zip(&surveyed))
        .filter_map(|(file, found)| matches!(found, Surveyed::Stale { .. }).then_some(file))
        .collect();
    setup.engine.spare_thread = stale.len() < order.jobs;
    progress.start(stale.len());
    let results = workers::map(threads, stale.into_iter(), |file| {
        let built = guarded(|| build(order, &setup, state.reports.get(file), file));
        typeset::forget();
        progress.step(file);
        built
    });

    let mut results = results.into_iter();
    for (file, found) in order.reports.iter().zip(surveyed) {
        match found {
            Surveyed::Fresh(entry) => {
                let files = order.layouts(file).map(|(edition, _)| order.variants(edition).len()).sum();
                outcome.add_fresh(files, &entry);
                remember(&mut state, file, entry);
            }
            Surveyed::Bad(problems) => outcome.add_failure(file, problems),
            Surveyed::Stale { .. } => match results.next() {
                Some(Ok(built)) => outcome.add_built(built, |entry| remember(&mut state, file, entry)),
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
    if order.write {
        outcome.diagnostics.extend(old::name(order, &mut state));
    }
    setup.darkroom.tidy();
    setup.memory.keep(&order.root);
    save(order, &state)?;
    Ok(outcome)
}

/// Why a report was not built.
pub(super) enum Failed {
    /// Something is wrong with it.
    Content(Vec<Diagnostic>),
    /// Its files could not be written.
    Machine(FileProblem),
    /// The program itself failed.
    Crash,
}

/// Does the work of one report; a crash in it, typst's or our own, is that report's and stops no other.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, Failed>) -> Result<T, Failed> {
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Failed::Crash))
}

fn remember(state: &mut State, file: &Path, entry: ReportState) {
    state.reports.insert(file.to_path_buf(), entry);
}

fn save(order: &Order, state: &State) -> Result<(), Failure> {
    if order.write { state.write(&order.output).map_err(Failure::from) } else { Ok(()) }
}
