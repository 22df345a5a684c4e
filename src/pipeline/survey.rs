//! The first look at all reports: which are up to date, and whether two claim the same name or number.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use super::batch::Order;
use super::load::read_source;
use super::setup::Setup;
use super::state::{Identity, ReportState, State};
use super::{Form, Variant, output_path};
use crate::arabic::CivilDate;
use crate::diag::Diagnostic;
use crate::edition::EditionKind;
use crate::files::Root;
use crate::hash::sha512;
use crate::report::{self, Placed, Subject};
use crate::words::{BuildProblem, FileProblem};
use crate::workers::{self, Threads};

/// What the first look at a report found.
pub(super) enum Surveyed {
    /// All its files are up to date.
    Fresh(ReportState),
    /// It has to be built. What may clash with others, each with its place in the file.
    Stale { identity: Identity, slug: Placed<String>, number: Option<Placed<String>> },
    /// It can't be built.
    Bad(Vec<Diagnostic>),
}

/// Looks at one report.
pub(super) fn survey(order: &Order, setup: &Setup, state: &State, file: &Path) -> Surveyed {
    if file.to_str().is_none() {
        let path = file.display().to_string();
        return Surveyed::Bad(vec![Diagnostic::error(file, FileProblem::NameNotUtf8 { path })]);
    }
    let source = match read_source(&order.root, file) {
        Ok(source) => source,
        Err(problem) => return Surveyed::Bad(vec![*problem]),
    };
    if let Some(entry) = state.reports.get(file)
        && is_fresh(order, entry, file, &source)
    {
        return Surveyed::Fresh(compared(order, setup, entry, file, &source));
    }
    let text = match report::decode(file, &source) {
        Ok(text) => text,
        Err(problem) => return Surveyed::Bad(vec![*problem]),
    };
    let checks = &order.workspace.checks;
    if order.workspace.is_issue(file) {
        return match report::parse_issue(file, text, checks) {
            (Some(issue), _) => stale(&issue.head.date, issue.head.slug, issue.head.number, true),
            (None, found) => Surveyed::Bad(found),
        };
    }
    match report::parse_report(file, text, checks) {
        (Some(report), _) => stale(&report.head.date, report.head.slug, report.head.number, false),
        (None, found) => Surveyed::Bad(found),
    }
}

fn stale(date: &Placed<CivilDate>, slug: Placed<String>, number: Option<Placed<String>>, issue: bool) -> Surveyed {
    let identity = Identity::new(date.value, &slug, number.as_ref(), issue);
    Surveyed::Stale { identity, slug, number }
}

/// The state of a report that is up to date, its texts compared with the glossary as it is now.
fn compared(order: &Order, setup: &Setup, entry: &ReportState, file: &Path, source: &[u8]) -> ReportState {
    let mut entry = entry.clone();
    if entry.glossary != setup.glossary
        && let Ok(text) = report::decode(file, source)
    {
        let checks = &order.workspace.checks;
        let of_issue = order.workspace.is_issue(file);
        let found = if of_issue {
            report::parse_issue(file, text, checks).1
        } else {
            report::parse_report(file, text, checks).1
        };
        entry.remarks = found.iter().filter(|warning| warning.is_text_remark()).count();
        setup.glossary.clone_into(&mut entry.glossary);
    }
    entry
}

/// What no two reports may share.
pub(super) fn identity(subject: Subject<'_>) -> Identity {
    Identity::new(subject.date(), subject.slug(), subject.number(), matches!(subject, Subject::Issue(_)))
}

fn is_fresh(order: &Order, entry: &ReportState, file: &Path, source: &[u8]) -> bool {
    let embargoed = entry.not_before.is_some_and(|moment| moment > order.now) && !order.embargoed;
    let has = |(edition, size): (EditionKind, _)| {
        let form = Form { edition, size, profile: order.profile };
        order.variants(edition).into_iter().all(|variant| {
            let file = |ending: &&str| entry.identity.output(form, variant, ending);
            let is_there = |ending| entry.has(&order.output, &file(ending));
            order.is_set(edition, variant) && edition.endings().iter().any(is_there)
        })
    };
    order.write
        && !order.force
        && !embargoed
        && order.layouts(file).all(has)
        && entry.source == sha512(source)
        && are_same(order, &entry.assets)
}

/// Whether files are what they were. The photos of one report can have hundreds of megabytes.
fn are_same(order: &Order, assets: &BTreeMap<String, String>) -> bool {
    let same =
        workers::map(Threads::new(order.jobs), assets.iter(), |(name, digest)| is_same(&order.root, name, digest));
    same.into_iter().all(|same| same)
}

fn is_same(root: &Root, name: &str, digest: &str) -> bool {
    root.read(Path::new(name), crate::photo::MAX_BYTES).is_ok_and(|bytes| sha512(&bytes) == digest)
}

/// Finds reports that would write another's file or have another's number: they get the error and are [`Surveyed::Bad`] from
/// then on.
///
/// A finished file and a number belong to whoever was built with them, also when that report is broken now or not part of this
/// run; among new ones to the first in the order of their paths.
pub(super) fn refuse_twins(reports: &[PathBuf], surveyed: &mut [Surveyed], state: &State, root: &Root) {
    let mut holders = Holders::default();
    for (file, entry) in &state.reports {
        let holds = match reports.binary_search(file).ok().and_then(|at| surveyed.get(at)) {
            Some(Surveyed::Stale { identity, .. }) => *identity == entry.identity,
            Some(_) => true,
            None => root.path().join(file).exists(),
        };
        if holds {
            holders.register(&entry.identity, file);
        }
    }
    for (file, found) in reports.iter().zip(surveyed) {
        let Surveyed::Stale { identity, slug, number } = &*found else { continue };
        let (name, taken) = holders.register(identity, file);
        let mut problems = Vec::new();
        problems.extend(name.map(|other| {
            let output = format!("{}-{}", identity.date, identity.slug);
            slug.error(file, BuildProblem::SameOutput { output, other: other.display().to_string() })
        }));
        problems.extend(taken.zip(number.as_ref()).map(|(other, number)| {
            let other = other.display().to_string();
            number.error(file, BuildProblem::DuplicateNumber { number: number.value.clone(), other })
        }));
        if !problems.is_empty() {
            *found = Surveyed::Bad(problems);
        }
    }
}

/// Who has which name and which number.
#[derive(Default)]
struct Holders {
    names: HashMap<(String, String, bool), PathBuf>,
    numbers: HashMap<(String, bool), PathBuf>,
}

impl Holders {
    /// Takes name and number for a report; the other report that holds one of them already is returned.
    fn register(&mut self, identity: &Identity, file: &Path) -> (Option<PathBuf>, Option<PathBuf>) {
        let name = self.names.entry((identity.date.clone(), identity.slug.clone(), identity.issue));
        let name = name.or_insert_with(|| file.to_path_buf()).clone();
        let number = identity.number.clone().map(|number| self.numbers.entry((number, identity.issue)));
        let number = number.map(|number| number.or_insert_with(|| file.to_path_buf()).clone());
        let other = |holder: &PathBuf| holder != file;
        (Some(name).filter(other), number.filter(other))
    }
}

impl Identity {
    fn new(date: CivilDate, slug: &Placed<String>, number: Option<&Placed<String>>, issue: bool) -> Self {
        let number = number.map(|number| report::latin_digits(&number.value));
        Self { date: date.iso(), slug: slug.value.clone(), number, issue }
    }

    /// A finished file; the same as [`output_path`].
    pub(super) fn output(&self, form: Form, variant: Variant, ending: &str) -> PathBuf {
        output_path(&self.date, &self.slug, form, variant, ending)
    }
}
