//! One stale report becomes its files.

use std::collections::BTreeMap;
use std::path::Path;

use super::identity::Identity;
use super::outcome::{BuiltFile, OutputFile};
use super::outdated;
use super::standing::{difference, standing};
use super::state::ReportState;
use crate::diag::{Diagnostic, has_errors};
use crate::edition::EditionKind;
use crate::files::Root;
use crate::pipeline::apart;
use crate::pipeline::load::digest::stamp;
use crate::pipeline::load::{Loaded, ParsedSource, Ready, Resources, last_embargo, marks, provenance, ready};
use crate::pipeline::make::{Failed, MadeFile, Material};
use crate::pipeline::order::{Form, Order};
use crate::report::Report;
use crate::store;
use crate::words::{FileProblem, Filling, Looseness};

/// The files of one report, and the state to keep of it.
pub(super) struct Built {
    pub(super) files: Vec<BuiltFile>,
    /// What there is to say; an error for each document that could not be made.
    pub(super) said: Vec<Diagnostic>,
    pub(super) state: ReportState,
}

/// Builds a report's files: of a valid report each document that can be made, so that a headline
/// too long for the pictures to post holds no bulletin back.
pub(super) fn build(
    order: &Order,
    resources: &Resources,
    old: Option<&ReportState>,
    parsed: ParsedSource,
) -> Result<Built, Failed> {
    let report = parsed.source.file.clone();
    let names = (Identity::of(&parsed.content), parsed.content.title());
    let Ready { loaded, mut warnings } = ready(order, resources, parsed).map_err(Failed::Content)?;
    let marks = marks(order, loaded.subject());
    let standing = standing(order, &loaded, old)?;
    let provenance = provenance(order, resources, &loaded, standing.revision.as_ref());
    let mut material = Material::new(order, resources, &loaded, &provenance, standing.revision.as_ref());
    material.withdrawn = standing.withdrawn;
    warnings.extend(difference(order, resources, &loaded, &standing, &provenance)?);
    let made = make(order, resources, &report, &material, &mut warnings);
    if made.is_empty() && has_errors(&warnings) {
        return Err(Failed::Content(warnings));
    }
    let mut state = state_of(&loaded, resources, names, old, &warnings);
    state.archived = marks;
    let mut files = Vec::with_capacity(made.len());
    for made in made {
        files.push(write(order, &report, &mut state, made)?);
    }
    if standing.withdrawn {
        // Whoever doesn't ask for it the next time is told again.
        state.outputs.clear();
    }
    Ok(Built { files, said: warnings, state })
}

/// A finished file that is not written yet.
struct Unwritten {
    form: Form,
    file: MadeFile,
    pages: Vec<Looseness>,
    filling: Option<Filling>,
}

/// Makes the documents of a report that can be made, an edition with all its sizes or not at all; what
/// there is to say of them is added to the warnings, errors too.
fn make(
    order: &Order,
    resources: &Resources,
    report: &Path,
    material: &Material,
    warnings: &mut Vec<Diagnostic>,
) -> Vec<Unwritten> {
    let mut made = Vec::new();
    let mut failed = Vec::new();
    for (edition, size) in order.layouts(report) {
        if let Some(problem) = objection(material, edition) {
            tell_once(warnings, vec![problem]);
            failed.push(edition);
            continue;
        }
        let form = Form { edition, size, profile: order.profile };
        match apart::document(order, resources, material, form, &order.variants(edition)) {
            Ok(document) => {
                warnings.extend(document.warnings);
                let (pages, filling) = (document.pages, document.filling);
                let unwritten = |file| Unwritten { form, file, pages: pages.clone(), filling };
                made.extend(document.files.into_iter().map(unwritten));
            }
            Err(problems) => {
                tell_once(warnings, problems);
                failed.push(edition);
            }
        }
    }
    made.retain(|unwritten: &Unwritten| !failed.contains(&unwritten.form.edition));
    made
}

/// An error of a valid report that concerns one edition alone.
fn objection(material: &Material, edition: EditionKind) -> Option<Diagnostic> {
    match edition {
        EditionKind::Social => material.subject.report().and_then(Report::social_error),
        _ => None,
    }
}

/// Adds problems that are not there yet: two editions or sizes may meet the same mistake.
fn tell_once(warnings: &mut Vec<Diagnostic>, problems: Vec<Diagnostic>) {
    for problem in problems {
        if !warnings.contains(&problem) {
            warnings.push(problem);
        }
    }
}

/// Writes a file, where files are written, and notes it in the state.
fn write(order: &Order, report: &Path, state: &mut ReportState, made: Unwritten) -> Result<BuiltFile, Failed> {
    let Unwritten { form, file: MadeFile { variant, bytes, ending }, pages, filling } = made;
    let edition = form.edition;
    let name = state.identity.output(form, variant, ending);
    let path = order.output.join(&name);
    if order.write {
        place_in(&order.output, &path, report)?;
        store::write(&path, &bytes).map_err(|error| Failed::Machine(error.told()))?;
        state.outdated.remove(&name);
        if order.is_set(edition, variant) {
            state.outputs.insert(name, stamp(&path));
        } else {
            state.outputs.remove(&name);
        }
        // The same picture of another day, in the other format, would be posted by mistake.
        for other in edition.endings().iter().filter(|other| **other != ending) {
            let name = state.identity.output(form, variant, other);
            store::remove_replaced(&order.output.join(&name)).map_err(|error| Failed::Machine(error.told()))?;
            state.outputs.remove(&name);
        }
    }
    let title = state.title.clone().unwrap_or_default();
    let file = OutputFile { report: report.to_path_buf(), title, form, variant, path };
    Ok(BuiltFile { file, bytes: bytes.len(), pages, filling })
}

/// Refuses a place that a link in the output folder leads out of it.
fn place_in(output: &Path, path: &Path, report: &Path) -> Result<(), Failed> {
    // A folder that isn't there yet has no links in it.
    let Ok(root) = Root::new(output) else { return Ok(()) };
    if root.holds(path) {
        return Ok(());
    }
    let path = path.parent().unwrap_or(path).display().to_string();
    Err(Failed::Content(vec![Diagnostic::error(report, FileProblem::SymlinkOut { path })]))
}

/// The state to keep of a report. Files of other editions and profiles stay up to date when the
/// contents are the same.
fn state_of(
    loaded: &Loaded,
    resources: &Resources,
    (identity, title): (Identity, String),
    old: Option<&ReportState>,
    found: &[Diagnostic],
) -> ReportState {
    let remarks = found.iter().filter(|warning| warning.is_text_remark()).count();
    let errors = found.iter().filter(|found| found.is_error()).count();
    let warnings = found.len() - remarks - errors;
    let unchanged = old.filter(|old| old.source == loaded.digest && old.assets == loaded.asset_digests);
    let mut state = ReportState {
        source: loaded.digest.clone(),
        assets: loaded.asset_digests.clone(),
        identity,
        title: Some(title),
        not_before: last_embargo(loaded.subject()),
        // A run that made fewer editions has seen fewer of them.
        warnings: unchanged.map_or(warnings, |old| old.warnings.max(warnings)),
        remarks,
        glossary: resources.glossary.clone(),
        outputs: unchanged.map_or_else(BTreeMap::new, |old| old.outputs.clone()),
        outdated: BTreeMap::new(),
        archived: BTreeMap::new(),
    };
    state.outdated = old.map(|old| outdated::since(old, &state)).unwrap_or_default();
    state
}
