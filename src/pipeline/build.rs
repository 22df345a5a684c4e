//! One stale report becomes its files.

use std::collections::BTreeMap;
use std::path::Path;

use super::batch::{Failed, Order};
use super::digest::stamp;
use super::load::{Loaded, load_with, read_source};
use super::old::since;
use super::outcome::Finished;
use super::setup::Setup;
use super::state::ReportState;
use super::survey::identity;
use super::{Form, MadeFile, Material, assets, document, glyphs};
use crate::diag::{Diagnostic, has_errors};
use crate::edition::EditionKind;
use crate::report::{Moment, Placed, Report, Status, Subject, WholeIssue};
use crate::store;
use crate::words::BuildProblem;

/// What came of one report.
pub(super) struct Built {
    pub(super) finished: Vec<Finished>,
    pub(super) warnings: Vec<Diagnostic>,
    pub(super) state: ReportState,
}

/// A report or an issue of which pages can be made.
pub(super) struct Ready {
    pub(super) loaded: Loaded,
    pub(super) warnings: Vec<Diagnostic>,
}

/// Reads a report or an issue with all that it needs, the office's mark too, and says what is wrong with it.
pub(super) fn ready(order: &Order, setup: &Setup, file: &Path) -> Result<Ready, Failed> {
    let source = read_source(&order.root, file).map_err(|problem| Failed::Content(vec![*problem]))?;
    let loaded = load_with(&order.root, &order.workspace, file, source, &setup.memory);
    let mut loaded = loaded.map_err(Failed::Content)?;
    let mut warnings = std::mem::take(&mut loaded.warnings);
    warnings.extend(objections(order, setup, &loaded));
    if has_errors(&warnings) {
        return Err(Failed::Content(warnings));
    }
    for (name, asset) in &setup.logo {
        assets::add(&mut loaded.assets, name, asset.clone());
    }
    Ok(Ready { loaded, warnings })
}

/// Builds a report's files: all of them, or when anything is wrong none.
pub(super) fn build(order: &Order, setup: &Setup, old: Option<&ReportState>, file: &Path) -> Result<Built, Failed> {
    let Ready { loaded, mut warnings } = ready(order, setup, file)?;
    let provenance = loaded.provenance(&setup.ingredients, None);
    let material = Material {
        subject: loaded.subject(),
        sources: &loaded.sources,
        workspace: &order.workspace,
        assets: &loaded.assets,
        provenance: &provenance,
        revision: None,
        darkroom: &setup.darkroom,
    };
    let mut documents = Vec::new();
    for (edition, size) in order.layouts(file) {
        let form = Form { edition, size, profile: order.profile };
        match document(&setup.engine, &material, form, &order.variants(edition)) {
            Ok(document) => {
                warnings.extend(document.warnings);
                documents.extend(document.files.into_iter().map(|made| (form, made, document.pages.clone())));
            }
            // Two editions or sizes may meet the same mistake in a shared template.
            Err(problems) => {
                for problem in problems {
                    if !warnings.contains(&problem) {
                        warnings.push(problem);
                    }
                }
            }
        }
    }
    if has_errors(&warnings) {
        return Err(Failed::Content(warnings));
    }
    let mut state = state_of(&loaded, setup, old, &warnings);
    let mut finished = Vec::new();
    for (form, MadeFile { variant, bytes, ending }, pages) in documents {
        let edition = form.edition;
        let name = state.identity.output(form, variant, ending);
        let path = order.output.join(&name);
        if order.write {
            store::write(&path, &bytes).map_err(|error| Failed::Machine(error.told()))?;
            state.old.remove(&name);
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
        let report = file.to_path_buf();
        finished.push(Finished { report, edition, profile: order.profile, path, bytes: bytes.len(), pages });
    }
    Ok(Built { finished, warnings, state })
}

/// What needs more than the report itself: the faces, the clock, the order.
fn objections(order: &Order, setup: &Setup, loaded: &Loaded) -> Vec<Diagnostic> {
    let subject = loaded.subject();
    let text = loaded.sources.first().map(|source| String::from_utf8_lossy(&source.bytes)).unwrap_or_default();
    let (fonts, theme) = (&setup.engine.fonts, &order.workspace.theme);
    let mut found = glyphs::missing(fonts, theme, subject.file(), &text, &subject.printed_texts());
    if let Some(moment) = embargo(subject)
        && moment.value.unix > order.now
        && !order.embargoed
    {
        found.push(moment.error(subject.file(), BuildProblem::Embargo { until: moment.value.text.clone() }));
    }
    match subject {
        Subject::Report(report) if order.editions.contains(&EditionKind::Flyer) => found.extend(report.flyer_warning()),
        Subject::Report(_) => {}
        Subject::Issue(whole) => found.extend(objections_to_articles(order, setup, whole)),
    }
    if order.editions.contains(&EditionKind::Social) {
        found.extend(subject.report().and_then(Report::social_error));
    }
    found
}

/// What is wrong with the reports of an issue on this day and with these faces.
fn objections_to_articles(order: &Order, setup: &Setup, whole: &WholeIssue) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let theme = &order.workspace.theme;
    for (article, report) in whole.issue.articles.iter().zip(&whole.reports) {
        let name = article.report.value.clone();
        let early = held_back(whole, report).filter(|moment| moment.value.unix > order.now && !order.embargoed);
        if let Some(moment) = early {
            let until = moment.value.text.clone();
            found.push(
                article.report.error(&whole.issue.head.file, BuildProblem::EmbargoInIssue { report: name, until }),
            );
        } else if !glyphs::missing(&setup.engine.fonts, theme, &report.head.file, "", &report.printed_texts())
            .is_empty()
        {
            found.push(article.report.error(&whole.issue.head.file, BuildProblem::ReportWithErrors { report: name }));
        }
    }
    found
}

/// When an approved report may go out; a draft isn't published anyway.
fn embargo(subject: Subject<'_>) -> Option<&Placed<Moment>> {
    subject.not_before().filter(|_| subject.status() == Status::Approved)
}

/// When an approved issue may show one of its reports; a draft issue isn't published anyway.
fn held_back<'a>(whole: &WholeIssue, report: &'a Report) -> Option<&'a Placed<Moment>> {
    embargo(Subject::Report(report)).filter(|_| whole.issue.head.status == Status::Approved)
}

/// The last of the moments before which a report, or an issue or any of its reports, may not go out.
fn last_embargo(subject: Subject<'_>) -> Option<i64> {
    let own = embargo(subject);
    let of_reports = match subject {
        Subject::Report(_) => Vec::new(),
        Subject::Issue(whole) => whole.reports.iter().filter_map(|report| held_back(whole, report)).collect(),
    };
    own.into_iter().chain(of_reports).map(|moment| moment.value.unix).max()
}

/// What to remember of a report. Files of other editions and profiles stay up to date when the contents are
/// the same.
fn state_of(loaded: &Loaded, setup: &Setup, old: Option<&ReportState>, found: &[Diagnostic]) -> ReportState {
    let remarks = found.iter().filter(|warning| warning.is_text_remark()).count();
    let warnings = found.len() - remarks;
    let unchanged = old.filter(|old| old.source == loaded.digest && old.assets == loaded.asset_digests);
    let mut state = ReportState {
        source: loaded.digest.clone(),
        assets: loaded.asset_digests.clone(),
        identity: identity(loaded.subject()),
        not_before: last_embargo(loaded.subject()),
        // A run that made fewer editions has seen fewer of them.
        warnings: unchanged.map_or(warnings, |old| old.warnings.max(warnings)),
        remarks,
        glossary: setup.glossary.clone(),
        outputs: unchanged.map_or_else(BTreeMap::new, |old| old.outputs.clone()),
        old: BTreeMap::new(),
    };
    state.old = old.map(|old| since(old, &state)).unwrap_or_default();
    state
}
