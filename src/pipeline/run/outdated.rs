//! Finished files that still show a report as it was before it changed: a run makes one edition,
//! and the others stay as they are.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::PathBuf;

use super::identity::Identity;
use super::state::{BuildState, ReportState};
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, Profile};
use crate::files::slashed;
use crate::imposition::{Imposition, Scheme};
use crate::pipeline::order::{Form, Order, SourceKind, Variant};
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
    let folder = shown_folder(order);
    let mut found = Vec::new();
    for file in &order.reports {
        let Some(entry) = state.reports.get_mut(file) else { continue };
        entry.outdated.retain(|name, _| !current.contains(name) && order.output.join(name).exists());
        if !entry.outdated.is_empty() {
            let names = entry.outdated.keys().map(|name| slashed(name)).collect();
            found.push(Diagnostic::warning(file, BuildProblem::OldFiles { folder: folder.clone(), names }));
        }
    }
    found
}

/// Warns of finished files whose reports were renamed or deleted by hand, and forgets reports that are
/// gone with theirs. Only a run over the whole workspace looks.
pub(super) fn left_behind(order: &Order, state: &mut BuildState) -> Vec<Diagnostic> {
    if !order.named.is_empty() {
        return Vec::new();
    }
    let is_gone = |file: &PathBuf| order.reports.binary_search(file).is_err() && !order.root.path().join(file).exists();
    let gone: Vec<PathBuf> = state.reports.keys().filter(|file| is_gone(file)).cloned().collect();
    let mut entries: Vec<(PathBuf, ReportState)> = Vec::new();
    for file in gone {
        entries.extend(state.reports.remove_entry(&file));
    }
    // Under a name that a report has given up another one may have been built.
    let current: HashSet<&PathBuf> = state.reports.values().flat_map(|entry| entry.outputs.keys()).collect();
    let folder = shown_folder(order);
    let mut found = Vec::new();
    let mut kept = Vec::new();
    for (file, entry) in entries {
        let names = entry.outputs.keys().chain(entry.outdated.keys());
        let left: BTreeSet<String> = names
            .filter(|name| !current.contains(name) && order.output.join(name).exists())
            .map(|name| slashed(name))
            .collect();
        if !left.is_empty() {
            let names = left.into_iter().collect();
            found.push(Diagnostic::warning(&file, BuildProblem::LeftBehind { folder: folder.clone(), names }));
            kept.push((file, entry));
        }
    }
    state.reports.extend(kept);
    found
}

fn shown_folder(order: &Order) -> String {
    order.output.strip_prefix(order.root.path()).unwrap_or(&order.output).display().to_string()
}

/// The files that may have been made of a report or an issue with a date (`2026-11-20`) and a slug,
/// from the output folder; for another slug they are in the same order.
#[must_use]
pub fn finished_files(kind: SourceKind, date: &str, slug: &str) -> Vec<PathBuf> {
    let (date, slug) = (date.to_owned(), slug.to_owned());
    listed(&Identity { date, slug, number: None, issue: kind == SourceKind::Issue })
}

/// All files that may have been made of a report or an issue.
fn names(identity: &Identity) -> BTreeSet<PathBuf> {
    listed(identity).into_iter().collect()
}

/// The same in the order of editions, sizes and profiles.
fn listed(identity: &Identity) -> Vec<PathBuf> {
    let mut variants = vec![Variant::Plain];
    for (_, scheme) in Scheme::NAMED {
        let imposition = Imposition::new(scheme);
        variants.extend([Variant::Imposed(imposition), Variant::Proof(imposition)]);
    }
    let mut names = Vec::new();
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
