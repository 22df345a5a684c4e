//! The head that reports and issues share: the keys that name, date and release a document.

use std::path::{Path, PathBuf};

use crate::arabic::CivilDate;
use crate::words::ValueProblem;

use super::check::checker::Checker;
use super::fields::dates::Moment;
use super::fields::field::Fields;
use super::slug;
use super::source::clip::clipped;
use super::source::placed::Placed;
use super::status::Status;

/// Characters in a document's number, which is a text: it has marks and Arabic digits in it.
const NUMBER: usize = 40;
/// Characters in a literal Hijri date.
const HIJRI: usize = 80;

/// The keys that a report and an issue of the newsletter both have.
#[derive(Clone, Debug)]
pub struct Head {
    /// The file it came from, as shown to the user.
    pub file: PathBuf,
    /// Its name in file names: lower-case Latin letters, digits and single hyphens, 80 characters
    /// at most. When it comes from the file's name, its place is the start of the file.
    pub slug: Placed<String>,
    /// The office's number for it; an approved document has one.
    pub number: Option<Placed<String>>,
    /// The day it is issued.
    pub date: Placed<CivilDate>,
    /// The Hijri date to print instead of the computed one, word for word.
    pub hijri: Option<Placed<String>>,
    /// Draft or approved.
    pub status: Status,
    /// Not to be published before this moment.
    pub not_before: Option<Placed<Moment>>,
}

/// Reads the head. `example` is a date to show when there is none.
pub(super) fn head(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>, file: &Path, example: &str) -> Option<Head> {
    // Whatever a file says that can't be read is not signed.
    checker.status = Some(Status::Draft);
    let slug = slug_of(root, checker, file);
    let number = root.take("number");
    let has_number = number.is_some();
    let number = number.and_then(|field| field.word(checker, NUMBER));
    let date = root.need(checker, "date", example).and_then(|field| field.date(checker));
    let hijri = root.take("hijri").and_then(|field| field.word(checker, HIJRI));
    let status = status(root, checker, has_number);
    checker.status = status.or(checker.status);
    let not_before = root.take("not_before").and_then(|field| field.moment(checker));
    let file = file.to_path_buf();
    Some(Head { file, slug: slug?, number, date: date?, hijri, status: status?, not_before })
}

/// Reads `slug`, or takes the one that the file's name gives.
fn slug_of(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>, file: &Path) -> Option<Placed<String>> {
    let Some(field) = root.take("slug") else {
        let slug = slug::from_file(file);
        if slug.is_none() {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            checker.absent(root.span.clone(), "slug", ValueProblem::NoSlug { name });
        }
        return slug.map(|slug| checker.placed(slug, root.span.clone(), "slug"));
    };
    let text = field.raw(checker)?;
    if slug::is_slug(text) {
        return Some(checker.placed(text.to_owned(), field.span, &field.path));
    }
    let problem = ValueProblem::BadSlug { found: clipped(text), near: slug::slug_like(text) };
    checker.error(field.span, &field.path, problem);
    None
}

/// Reads `status`; an approved document has a number.
fn status(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>, has_number: bool) -> Option<Status> {
    let field = root.need(checker, "status", r#""draft""#)?;
    let status = field.choice(checker, &[("draft", Status::Draft), ("approved", Status::Approved)])?;
    if status == Status::Approved && !has_number {
        checker.lacks("number", field.span.clone(), "number", ValueProblem::NumberRequired);
    }
    Some(status)
}
