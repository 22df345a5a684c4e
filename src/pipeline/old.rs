//! Finished files that still show a report as it was before it changed: a run makes one edition, and the others stay as they are.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use super::batch::Order;
use super::setup::slashes;
use super::state::{Identity, ReportState, State};
use super::{Form, Variant};
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, Profile};
use crate::imposition::{Imposition, Scheme};
use crate::words::BuildProblem;

/// A report that was built, and what was known of it before.
pub(super) struct Rebuilt<'a> {
    pub(super) file: &'a Path,
    pub(super) before: Option<ReportState>,
    /// The files that were written.
    pub(super) made: BTreeSet<PathBuf>,
}

/// Notes which files have become old, and names all that are, also those of reports that are up to date.
pub(super) fn note(order: &Order, state: &mut State, rebuilt: Vec<Rebuilt>) -> Vec<Diagnostic> {
    for Rebuilt { file, before, made } in rebuilt {
        let Some(before) = before else { continue };
        let Some(entry) = state.reports.get_mut(file) else { continue };
        let (then, now) = (before.contents(), entry.contents());
        entry.old = before.old;
        if then != now {
            for name in names(&before.identity) {
                entry.old.entry(name).or_insert_with(|| then.clone());
            }
        }
        entry.old.retain(|name, shown| *shown != now && !made.contains(&order.output.join(name)));
    }
    // Under a name that a report has given up another one may have been built.
    let outputs = |entry: &ReportState| entry.outputs.keys().cloned().collect::<Vec<_>>();
    let has_old = state.reports.values().any(|entry| !entry.old.is_empty());
    let current: HashSet<PathBuf> =
        if has_old { state.reports.values().flat_map(outputs).collect() } else { HashSet::new() };
    let mut found = Vec::new();
    for file in &order.reports {
        let Some(entry) = state.reports.get_mut(file) else { continue };
        entry.old.retain(|name, _| !current.contains(name) && order.output.join(name).exists());
        if !entry.old.is_empty() {
            let folder = order.output.strip_prefix(order.root.path()).unwrap_or(&order.output).display().to_string();
            let names = entry.old.keys().map(|name| slashes(name)).collect();
            found.push(Diagnostic::warning(file, BuildProblem::OldFiles { folder, names }));
        }
    }
    found
}

/// All files that may have been made of a report or an issue.
fn names(identity: &Identity) -> BTreeSet<PathBuf> {
    let mut variants = vec![Variant::Plain];
    for (_, scheme) in Scheme::NAMED {
        let imposition = Imposition::new(scheme);
        variants.extend([Variant::Imposed(imposition), Variant::Proof(imposition)]);
    }
    let mut names = BTreeSet::new();
    for edition in EditionKind::ALL.into_iter().filter(|edition| edition.is_of_issues() == identity.issue) {
        for &size in edition.sizes() {
            for profile in Profile::ALL {
                let form = Form { edition, size, profile };
                for ending in edition.endings() {
                    names.extend(variants.iter().map(|&variant| identity.output(form, variant, ending)));
                }
            }
        }
    }
    names
}
