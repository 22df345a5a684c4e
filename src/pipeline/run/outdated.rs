//! Finished files that still show a report as it was before it changed: a run makes one edition,
//! and the others stay as they are.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::PathBuf;

use super::identity::Identity;
use super::state::{BuildState, ReportState};
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, Profile};
use crate::imposition::{Imposition, Scheme};
use crate::pipeline::load::slashes;
use crate::pipeline::order::{Form, Order, Variant};
use crate::words::BuildProblem;

/// The files that may show other contents than a report has now: those that did before, and when it
/// has changed all that may have been made of it. [`warnings`] looks which of them are there.
pub(super) fn since(before: &ReportState, now: &ReportState) -> BTreeMap<PathBuf, String> {
    let (then, now) = (before.contents(), now.contents());
    let mut outdated = before.outdated.clone();
    if then != now {
        for name in names(&before.identity) {
            outdated.entry(name).or_insert_with(|| then.clone());
        }
    }
    outdated.retain(|_, shown| *shown != now);
    outdated
}

/// Warns of the outdated files that are there, also those of reports that are up to date, and
/// forgets the others.
pub(super) fn warnings(order: &Order, state: &mut BuildState) -> Vec<Diagnostic> {
    if state.reports.values().all(|entry| entry.outdated.is_empty()) {
        return Vec::new();
    }
    // Under a name that a report has given up another one may have been built.
    let current: HashSet<PathBuf> = state.reports.values().flat_map(|entry| entry.outputs.keys().cloned()).collect();
    let folder = order.output.strip_prefix(order.root.path()).unwrap_or(&order.output).display().to_string();
    let mut found = Vec::new();
    for file in &order.reports {
        let Some(entry) = state.reports.get_mut(file) else { continue };
        entry.outdated.retain(|name, _| !current.contains(name) && order.output.join(name).exists());
        if !entry.outdated.is_empty() {
            let names = entry.outdated.keys().map(|name| slashes(name)).collect();
            found.push(Diagnostic::warning(file, BuildProblem::OldFiles { folder: folder.clone(), names }));
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
