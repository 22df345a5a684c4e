//! Objections to a report or an issue that is whole: it may not go out yet, or cannot be shown.

use std::collections::HashMap;

use super::assets;
use super::glyphs;
use super::loaded::{Loaded, complete};
use super::parsed::ParsedSource;
use super::resources::Resources;
use crate::arabic::SerialNumber;
use crate::diag::{Diagnostic, has_errors};
use crate::edition::EditionKind;
use crate::pipeline::order::Order;
use crate::report::{self, Moment, Placed, Report, Status, Subject, WholeIssue};
use crate::words::BuildProblem;

/// A report or an issue that pages can be made of.
pub(in crate::pipeline) struct Ready {
    pub(in crate::pipeline) loaded: Loaded,
    pub(in crate::pipeline) warnings: Vec<Diagnostic>,
}

/// Reads all that a report or an issue needs, the office's mark too.
///
/// # Errors
/// Everything that is wrong with it, at once, and the warnings.
pub(in crate::pipeline) fn ready(
    order: &Order,
    resources: &Resources,
    parsed: ParsedSource,
) -> Result<Ready, Vec<Diagnostic>> {
    let mut loaded = complete(&order.root, &order.workspace, parsed, &resources.photo_index);
    let mut warnings = std::mem::take(&mut loaded.warnings);
    // An issue without some of its reports can be asked for nothing.
    if loaded.subject().report().is_some() || !has_errors(&warnings) {
        warnings.extend(objections(order, resources, &loaded));
    }
    if has_errors(&warnings) {
        return Err(warnings);
    }
    for (name, asset) in &resources.logo {
        assets::add(&mut loaded.assets, name, asset.clone());
    }
    Ok(Ready { loaded, warnings })
}

/// Objections that need more than the report itself: the faces, the clock, the order.
fn objections(order: &Order, resources: &Resources, loaded: &Loaded) -> Vec<Diagnostic> {
    let subject = loaded.subject();
    let text = loaded.sources.first().map(|source| String::from_utf8_lossy(&source.bytes)).unwrap_or_default();
    let (fonts, theme) = (&resources.engine.fonts, &order.workspace.theme);
    let mut found = glyphs::missing(fonts, theme, subject.file(), &text, &subject.printed_texts());
    if let Some(moment) = embargo(subject)
        && moment.value.unix > order.times.now
        && !order.embargoed
    {
        found.push(moment.error(subject.file(), BuildProblem::Embargo { until: moment.value.text.clone() }));
    }
    match subject {
        Subject::Report(report) if order.editions.contains(&EditionKind::Flyer) => {
            found.extend(report.flyer_warnings())
        }
        Subject::Report(_) => {}
        Subject::Issue(whole) => found.extend(objections_to_articles(order, resources, whole)),
    }
    found
}

/// Objections to the reports of an issue on this day and with these faces.
fn objections_to_articles(order: &Order, resources: &Resources, whole: &WholeIssue) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let theme = &order.workspace.theme;
    for (article, report) in whole.issue.articles.iter().zip(&whole.reports) {
        let name = article.report.value.clone();
        let early = held_back(whole, report).filter(|moment| moment.value.unix > order.times.now && !order.embargoed);
        if let Some(moment) = early {
            let until = moment.value.text.clone();
            found.push(
                article.report.error(&whole.issue.head.file, BuildProblem::EmbargoInIssue { report: name, until }),
            );
        } else if !glyphs::missing(&resources.engine.fonts, theme, &report.head.file, "", &report.printed_texts())
            .is_empty()
        {
            found.push(article.report.error(&whole.issue.head.file, BuildProblem::ReportWithErrors { report: name }));
        }
    }
    found.extend(double_numbers(whole));
    found
}

/// Reports of an issue with the number of one before them: it may be built and archived alone, when
/// nobody looks at the reports themselves.
fn double_numbers(whole: &WholeIssue) -> Vec<Diagnostic> {
    let mut holders: HashMap<(String, Option<i32>), &str> = HashMap::new();
    let mut found = Vec::new();
    for (article, report) in whole.issue.articles.iter().zip(&whole.reports) {
        let Some(number) = &report.head.number else { continue };
        let text = report::latin_digits(&number.value);
        let within = SerialNumber::unique_in(&text, report.head.date.value.year);
        let name = article.report.value.as_str();
        let holder = *holders.entry((text, within)).or_insert(name);
        if holder != name {
            let problem = BuildProblem::DuplicateNumber { number: number.value.clone(), other: holder.to_owned() };
            found.push(article.report.error(&whole.issue.head.file, problem));
        }
    }
    found
}

/// The moment from which an approved report may go out; a draft isn't published anyway.
fn embargo(subject: Subject<'_>) -> Option<&Placed<Moment>> {
    subject.not_before().filter(|_| subject.status() == Status::Approved)
}

/// The moment from which an approved issue may show one of its reports; a draft issue isn't
/// published anyway.
fn held_back<'a>(whole: &WholeIssue, report: &'a Report) -> Option<&'a Placed<Moment>> {
    embargo(Subject::Report(report)).filter(|_| whole.issue.head.status == Status::Approved)
}

/// The last of the moments before which a report, or an issue or any of its reports, may not go
/// out.
pub(in crate::pipeline) fn last_embargo(subject: Subject<'_>) -> Option<i64> {
    let own = embargo(subject);
    let of_reports = match subject {
        Subject::Report(_) => Vec::new(),
        Subject::Issue(whole) => whole.reports.iter().filter_map(|report| held_back(whole, report)).collect(),
    };
    own.into_iter().chain(of_reports).map(|moment| moment.value.unix).max()
}
