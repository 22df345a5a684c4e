//! Reading a whole report.

use std::ops::Range;
use std::path::Path;

use toml::de::DeTable;

use crate::diag::{Diagnostic, Edit};
use crate::words::{FieldProblem, FileProblem, Found, ValueProblem, Want};

use super::blocks;
use super::checks::Checks;
use super::decode::MAX_BYTES;
use super::desk::Desk;
use super::event::event;
use super::fields::{Entry, Fields, clipped};
use super::flyer;
use super::model::{Report, Status};
use super::parties::{links, signature};
use super::pictures::{attachments, photos};
use super::placed::Placed;
use super::slug;
use super::social::social;
use super::syntax;

/// The one version of the formats.
const SCHEMA: i64 = 1;
/// Characters in a report's number.
const NUMBER: usize = 40;
/// Characters in a literal Hijri date.
const HIJRI: usize = 80;

/// Reads a report.
///
/// `file` is its path as shown to the user; its name gives the slug when the report has none. `checks`
/// is what the workspace says about texts. The report is `None` when there is an error among the diagnostics.
pub fn parse_report(file: &Path, text: &str, checks: &Checks) -> (Option<Report>, Vec<Diagnostic>) {
    read(file, text, checks, |root, desk| report(root, desk, file))
}

/// Every edit that would mend something in a report, also those of warnings that are too many to be told.
pub(crate) fn edits(file: &Path, text: &str, checks: &Checks) -> Vec<Edit> {
    if text.len() > MAX_BYTES {
        return Vec::new();
    }
    let desk = Desk::new(file, text, checks).telling_all();
    let (_, found) = read_on(desk, |root, desk| report(root, desk, file));
    found.into_iter().filter_map(|warning| warning.edit).collect()
}

/// Reads a file with a function for its fields. What the function gives is dropped when there is an error.
pub(crate) fn read<T>(
    file: &Path,
    text: &str,
    checks: &Checks,
    fields: impl FnOnce(&mut Fields<'_, '_>, &mut Desk<'_>) -> Option<T>,
) -> (Option<T>, Vec<Diagnostic>) {
    if text.len() > MAX_BYTES {
        let path = file.to_string_lossy().replace('\\', "/");
        let problem = FileProblem::TooLarge { path, size: text.len() as u64, limit: MAX_BYTES as u64 };
        return (None, vec![Diagnostic::error(file, problem)]);
    }
    read_on(Desk::new(file, text, checks), fields)
}

fn read_on<T>(
    mut desk: Desk<'_>,
    fields: impl FnOnce(&mut Fields<'_, '_>, &mut Desk<'_>) -> Option<T>,
) -> (Option<T>, Vec<Diagnostic>) {
    let text = desk.text;
    let (table, errors) = DeTable::parse_recoverable(text);
    let value = if errors.is_empty() {
        whole(table.get_ref(), &mut desk, fields)
    } else {
        let text = syntax::readable(&mut desk);
        let (table, _) = DeTable::parse_recoverable(&text);
        whole(table.get_ref(), &mut desk, fields)
    };
    desk.tell_digits();
    desk.tell_idle();
    let value = value.filter(|_| !desk.has_errors());
    (value, desk.into_findings())
}

fn whole<T>(
    table: &DeTable<'_>,
    desk: &mut Desk<'_>,
    fields: impl FnOnce(&mut Fields<'_, '_>, &mut Desk<'_>) -> Option<T>,
) -> Option<T> {
    let mut root = Fields::new(table, start(desk.text), String::new());
    if table.is_empty() {
        desk.absent(root.span, "", FieldProblem::EmptyFile);
        return None;
    }
    schema(&mut root, desk);
    let value = fields(&mut root, desk);
    root.finish(desk);
    value
}

/// The start of the file, for what the whole file lacks.
fn start(text: &str) -> Range<usize> {
    let at = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
    at..at
}

fn schema(root: &mut Fields<'_, '_>, desk: &mut Desk<'_>) {
    let Some(entry) = root.need(desk, "schema", "1") else { return };
    match entry.value.as_integer() {
        None => entry.wrong(desk, Want::Integer),
        Some(integer) if i64::from_str_radix(integer.as_str(), integer.radix()) == Ok(SCHEMA) => {}
        Some(integer) => {
            let problem = FieldProblem::UnknownSchema { found: clipped(integer.as_str()) };
            desk.error(entry.span.clone(), &entry.path, problem);
        }
    }
}

fn report(root: &mut Fields<'_, '_>, desk: &mut Desk<'_>, file: &Path) -> Option<Report> {
    let slug = report_slug(root, desk, file);
    let number = root.take("number");
    let has_number = number.is_some();
    let number = number.and_then(|entry| number_text(&entry, desk));
    let date = root.need(desk, "date", "2026-11-20").and_then(|entry| entry.date(desk));
    let hijri = root.take("hijri").and_then(|entry| entry.word(desk, HIJRI));
    let status = status(root, desk, has_number);
    let not_before = root.take("not_before").and_then(|entry| entry.moment(desk));
    let title = root.need(desk, "title", r#""...""#).and_then(|entry| entry.text(desk));
    let slogan = root.take("slogan").and_then(|entry| entry.text(desk));
    let preamble = root.take("preamble").map(|entry| entry.paragraphs(desk)).unwrap_or_default();
    let tags = root.take("tags").and_then(|entry| entry.list(desk, Want::TextList)).unwrap_or_default();
    let tags = tags.iter().filter_map(|entry| entry.plain(desk)).collect();
    let signature = root.take("signature").and_then(|entry| signature(&entry, desk));
    let links = links(root.take("links"), desk);
    let attachments = attachments(root.take("attachments"), desk);
    let event = root.take("event").and_then(|entry| event(&entry, desk));
    let body = blocks::body(root, desk);
    let photos = photos(root.take("photos"), desk);
    let flyer = flyer::flyer(root, desk);
    flyer::check_photos(flyer.photos.as_ref(), &body, &photos, desk);
    let social = social(root, desk);
    flyer::check_photos(social.photos.as_ref(), &body, &photos, desk);
    let (slug, date, status, title) = (slug?, date?, status?, title?);
    let file = file.to_path_buf();
    Some(Report {
        file,
        slug,
        number,
        date,
        hijri,
        status,
        not_before,
        title,
        slogan,
        preamble,
        event,
        body,
        photos,
        tags,
        signature,
        links,
        attachments,
        flyer,
        social,
    })
}

fn report_slug(root: &mut Fields<'_, '_>, desk: &mut Desk<'_>, file: &Path) -> Option<Placed<String>> {
    let Some(entry) = root.take("slug") else {
        let slug = slug::from_file(file);
        if slug.is_none() {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            desk.absent(root.span.clone(), "slug", ValueProblem::NoSlug { name });
        }
        return slug.map(|slug| desk.placed(slug, root.span.clone(), "slug"));
    };
    let text = entry.raw(desk)?;
    if slug::is_slug(text) {
        return Some(desk.placed(text.to_owned(), entry.span, &entry.path));
    }
    let problem = ValueProblem::BadSlug { found: clipped(text), near: slug::slug_like(text) };
    desk.error(entry.span, &entry.path, problem);
    None
}

/// The number is a text, since it has marks and Arabic digits in it; `number = 417` is told how to be one.
fn number_text(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Placed<String>> {
    if entry.value.is_integer() || entry.value.is_float() {
        let found = if entry.value.is_integer() { Found::Integer } else { Found::Float };
        let problem = FieldProblem::WrongType { key: entry.key.to_owned(), want: Want::Text, found };
        desk.error(entry.span.clone(), &entry.path, problem);
        return None;
    }
    entry.word(desk, NUMBER)
}

fn status(root: &mut Fields<'_, '_>, desk: &mut Desk<'_>, has_number: bool) -> Option<Status> {
    let entry = root.need(desk, "status", r#""draft""#)?;
    let status = entry.choice(desk, &[("draft", Status::Draft), ("approved", Status::Approved)])?;
    if status == Status::Approved && !has_number {
        desk.absent(entry.span.clone(), "number", ValueProblem::NumberRequired);
    }
    Some(status)
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
