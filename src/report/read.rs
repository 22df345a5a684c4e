//! Reading a whole report.

use std::path::Path;

use crate::diag::Diagnostic;
use crate::words::Want;

use super::check::checker::{Checker, NamedFile};
use super::check::checks::Checks;
use super::check::days::{check_event, check_file_name};
use super::check::fix::fixed;
use super::fields::field::{Field, Fields};
use super::fields::file::{self, Sketch, read};
use super::fields::inline::Text;
use super::head::head;
use super::limits::{COPIES, TAGS};
use super::model::Report;
use super::parts::blocks;
use super::parts::event::event;
use super::parts::flyer;
use super::parts::parties::{links, signature};
use super::parts::pictures::{attachments, photos};
use super::parts::social::social;
use super::source::placed::Placed;

/// Reads a report.
///
/// `file` is its path as shown to the user; its name gives the slug when the report has none.
/// `checks` is what the workspace says about texts. The report is `None` when there is an error
/// among the diagnostics.
pub fn parse_report(file: &Path, text: &str, checks: &Checks) -> (Option<Report>, Vec<Diagnostic>) {
    read(file, text, checks, |root, checker| report(root, checker, file))
}

/// A report with errors as far as it can be read.
pub struct ReportSketch {
    /// The report without its parts that are wrong, if enough of it is right.
    pub report: Option<Report>,
    /// The pictures that it names.
    pub pictures: Vec<Placed<String>>,
    /// The attachments that it names.
    pub attachments: Vec<Placed<String>>,
}

/// Reads a report that has errors, so that everything else that is wrong can be told with them.
pub fn sketch_report(file: &Path, text: &str, checks: &Checks) -> ReportSketch {
    let Sketch { value, named } = file::sketch(file, text, checks, |root, checker| report(root, checker, file));
    let (pictures, attachments): (Vec<NamedFile>, _) = named.into_iter().partition(|file| file.is_picture);
    let paths = |files: Vec<NamedFile>| files.into_iter().map(|file| file.path).collect();
    ReportSketch { report: value, pictures: paths(pictures), attachments: paths(attachments) }
}

/// The report's text with everything fixed that can be fixed without asking, and in how many
/// places.
///
/// All but those places stays byte for byte; mending the result again changes nothing.
pub fn fix_report(file: &Path, text: &str, checks: &Checks) -> (String, usize) {
    fixed(text, |text| file::edits(file, text, checks, |root, checker| report(root, checker, file)))
}

fn report(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>, file: &Path) -> Option<Report> {
    let head = head(root, checker, file, "2026-11-20");
    checker.language = root.take("language").and_then(|field| field.language(checker));
    let title = root.need(checker, "title", r#""...""#).and_then(|field| field.text(checker));
    let slogan = root.take("slogan").and_then(|field| field.quotation(checker));
    let preamble = root.take("preamble").map(|field| field.paragraphs(checker)).unwrap_or_default();
    let tags = root.take("tags").and_then(|field| field.bounded(checker, Want::TextList, TAGS)).unwrap_or_default();
    let tags = tags.iter().filter_map(|field| field.plain(checker)).collect();
    let signature = root.take("signature").and_then(|field| signature(&field, checker));
    let links = links(root.take("links"), checker);
    let copies = root.take("copies").map(|field| copies(&field, checker)).unwrap_or_default();
    let attachments = attachments(root.take("attachments"), checker);
    let event = root.take("event").and_then(|field| event(&field, checker));
    let (event, day) = event.map_or((None, None), |(event, day)| (Some(event), day));
    let body = blocks::body(root, checker);
    let photos = photos(root.take("photos"), checker);
    let flyer = flyer::flyer(root, checker);
    flyer::check_photos(flyer.photos.as_ref(), checker);
    let social = social(root, checker);
    flyer::check_photos(social.photos.as_ref(), checker);
    let report = Report {
        head: head?,
        language: checker.language,
        title: title?,
        slogan,
        preamble,
        event,
        body,
        photos,
        tags,
        signature,
        links,
        copies,
        attachments,
        flyer,
        social,
    };
    check_event(&report, day, checker);
    check_file_name(file, &report.head, report.event.as_ref(), checker);
    Some(report)
}

/// `copies = [...]`: a text or a list of texts.
fn copies(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Vec<Placed<Text>> {
    let list = field.one_or_more(checker, COPIES);
    list.iter().filter_map(|field| field.text(checker)).collect()
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
