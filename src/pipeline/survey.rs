//! The first look at all reports: which are up to date, and whether two claim the same name or number.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::batch::Order;
use super::digest::sha512;
use super::load::read_source;
use super::output_path;
use super::state::{Identity, ReportState, State};
use crate::diag::Diagnostic;
use crate::files::Root;
use crate::report::{self, Placed, Report};
use crate::words::BuildProblem;

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
pub(super) fn survey(order: &Order, state: &State, file: &Path) -> Surveyed {
    let source = match read_source(&order.root, file) {
        Ok(source) => source,
        Err(problem) => return Surveyed::Bad(vec![*problem]),
    };
    if let Some(entry) = state.reports.get(file)
        && is_fresh(order, entry, &source)
    {
        return Surveyed::Fresh(entry.clone());
    }
    let text = match report::decode(file, &source) {
        Ok(text) => text,
        Err(problem) => return Surveyed::Bad(vec![*problem]),
    };
    match report::parse_report(file, text, &order.workspace.checks_off) {
        (Some(report), _) => {
            let identity = identity(&report);
            Surveyed::Stale { identity, slug: report.slug, number: report.number }
        }
        (None, found) => Surveyed::Bad(found),
    }
}

/// What no two reports may share.
pub(super) fn identity(report: &Report) -> Identity {
    Identity {
        date: report.date.value.iso(),
        slug: report.slug.value.clone(),
        number: report.number.as_ref().map(|number| report::latin_digits(&number.value)),
    }
}

fn is_fresh(order: &Order, entry: &ReportState, source: &[u8]) -> bool {
    let embargoed = entry.not_before.is_some_and(|moment| moment > order.now) && !order.embargoed;
    let wanted = |file: PathBuf| entry.has(&order.output, &file);
    order.write
        && !order.force
        && !embargoed
        && order.editions.iter().all(|&edition| wanted(entry.identity.output(edition, order.profile)))
        && entry.source == sha512(source)
        && entry.assets.iter().all(|(name, digest)| is_same(&order.root, name, digest))
}

fn is_same(root: &Root, name: &str, digest: &str) -> bool {
    root.read(Path::new(name), crate::photo::MAX_BYTES).is_ok_and(|bytes| sha512(&bytes) == digest)
}

/// Finds reports that would write the same file or have the same number. The later one, in the order of
/// their paths, gets the error and is [`Surveyed::Bad`] from then on.
pub(super) fn refuse_twins(reports: &[PathBuf], surveyed: &mut [Surveyed], state: &State, root: &Root) {
    let mut names: HashMap<(String, String), PathBuf> = HashMap::new();
    let mut numbers: HashMap<String, PathBuf> = HashMap::new();
    // Reports that are not part of this run but were built before hold their number too.
    for (file, entry) in &state.reports {
        if reports.binary_search(file).is_err() && root.path().join(file).exists() {
            register(&mut names, &mut numbers, &entry.identity, file);
        }
    }
    for (file, found) in reports.iter().zip(surveyed) {
        let identity = match found {
            Surveyed::Fresh(entry) => entry.identity.clone(),
            Surveyed::Stale { identity, .. } => identity.clone(),
            Surveyed::Bad(_) => continue,
        };
        let clashes = register(&mut names, &mut numbers, &identity, file);
        if let Surveyed::Stale { slug, number, .. } = found
            && clashes != (None, None)
        {
            let (name, taken) = clashes;
            let mut problems = Vec::new();
            problems.extend(name.map(|other| {
                let output = format!("{}-{}", identity.date, identity.slug);
                slug.error(file, BuildProblem::SameOutput { output, other: other.display().to_string() })
            }));
            problems.extend(taken.zip(number.as_ref()).map(|(other, number)| {
                let other = other.display().to_string();
                number.error(file, BuildProblem::DuplicateNumber { number: number.value.clone(), other })
            }));
            *found = Surveyed::Bad(problems);
        }
    }
}

/// Takes name and number for a report; whoever holds them already is returned.
fn register(
    names: &mut HashMap<(String, String), PathBuf>,
    numbers: &mut HashMap<String, PathBuf>,
    identity: &Identity,
    file: &Path,
) -> (Option<PathBuf>, Option<PathBuf>) {
    let name = (identity.date.clone(), identity.slug.clone());
    let name_holder = names.get(&name).cloned();
    names.entry(name).or_insert_with(|| file.to_path_buf());
    let number_holder = identity.number.as_ref().and_then(|number| numbers.get(number).cloned());
    if let Some(number) = &identity.number {
        numbers.entry(number.clone()).or_insert_with(|| file.to_path_buf());
    }
    (name_holder, number_holder)
}

impl Identity {
    /// The finished file of an edition; the same as [`output_path`].
    pub(super) fn output(&self, edition: crate::edition::EditionKind, profile: crate::edition::Profile) -> PathBuf {
        output_path(&self.date, &self.slug, edition, profile)
    }
}
