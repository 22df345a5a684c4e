//! Reports that claim the same name or number.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::identity::Identity;
use super::state::BuildState;
use super::survey::{Stale, Surveyed};
use crate::arabic::SerialNumber;
use crate::diag::Diagnostic;
use crate::pipeline::load::{Resources, ready};
use crate::pipeline::order::Order;
use crate::words::BuildProblem;

/// Finds reports that would write another's file or have another's number: they get the error and
/// are [`Surveyed::Bad`] from then on.
///
/// A finished file and a number belong to whoever was built with them, also when that report is
/// broken now or not part of this run; among new ones to the first in the order of their paths.
pub(super) fn refuse(order: &Order, resources: &Resources, surveyed: &mut [Surveyed], state: &BuildState) {
    let reports = &order.reports;
    let mut holders = Holders::default();
    for (file, entry) in &state.reports {
        let holds = match reports.binary_search(file).ok().and_then(|at| surveyed.get(at)) {
            Some(Surveyed::Stale(stale)) => stale.identity == entry.identity,
            Some(_) => true,
            None => order.root.path().join(file).exists(),
        };
        if holds {
            holders.register(&entry.identity, file);
        }
    }
    for (file, found) in reports.iter().zip(surveyed) {
        let Surveyed::Stale(Stale { identity, slug, number, parsed }) = &mut *found else { continue };
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
            // What else is wrong with it is told at once.
            let others = parsed.take().and_then(|parsed| ready(order, resources, parsed).err());
            problems.extend(others.unwrap_or_default().into_iter().filter(Diagnostic::is_error));
            *found = Surveyed::Bad(problems);
        }
    }
}

/// The reports by the names and numbers that they hold.
#[derive(Default)]
struct Holders {
    names: HashMap<(String, String, bool), PathBuf>,
    numbers: HashMap<(String, Option<i32>, bool), PathBuf>,
}

impl Holders {
    /// Takes name and number for a report; the other report that holds one of them already is
    /// returned.
    fn register(&mut self, identity: &Identity, file: &Path) -> (Option<PathBuf>, Option<PathBuf>) {
        let name = self.names.entry((identity.date.clone(), identity.slug.clone(), identity.issue));
        let name = name.or_insert_with(|| file.to_path_buf()).clone();
        let number = identity.number.clone().map(|number| {
            let within = SerialNumber::unique_in(&number, identity.year());
            self.numbers.entry((number, within, identity.issue))
        });
        let number = number.map(|number| number.or_insert_with(|| file.to_path_buf()).clone());
        let other = |holder: &PathBuf| holder != file;
        (Some(name).filter(other), number.filter(other))
    }
}
