//! Reading pictures and attachments.

use crate::report::check::checker::{Checker, NamedFile};
use crate::report::fields::field::{Field, Fields};
use crate::report::model::{Attachment, Focus, Picture};
use crate::words::{FieldProblem, Want};

/// The report's own pictures.
const PHOTOS: usize = 4;
/// Files attached to a report.
const ATTACHMENTS: usize = 50;
/// Pictures in a gallery.
const GALLERY: std::ops::RangeInclusive<usize> = 2..=4;

/// Percent from the top where heads are, unless the author says otherwise.
const UPPER_THIRD: u8 = 33;

/// The words of a picture, with its file under `key`; other keys of the table are left.
pub(crate) fn picture(fields: &mut Fields<'_, '_>, checker: &mut Checker<'_>, key: &'static str) -> Option<Picture> {
    let file = fields.need(checker, key, r#""assets/a.jpg""#).and_then(|field| field.path(checker));
    checker.named.extend(file.clone().map(|path| NamedFile { path, is_picture: true }));
    let alt = fields.need(checker, "alt", r#""...""#).and_then(|field| field.plain(checker));
    let caption = fields.take("caption").and_then(|field| field.text(checker));
    let credit = fields.take("credit").and_then(|field| field.plain(checker));
    let focus = fields.take("focus").and_then(|field| focus(&field, checker));
    Some(Picture { file: file?, alt: alt?, caption, credit, focus })
}

/// `focus`: a side or corner in a word, or percent from two sides.
fn focus(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Focus> {
    let of = |x, y| Focus { x, y };
    let words = [
        ("top", of(50, 0)),
        ("bottom", of(50, 100)),
        ("left", of(0, UPPER_THIRD)),
        ("right", of(100, UPPER_THIRD)),
        ("top-left", of(0, 0)),
        ("top-right", of(100, 0)),
        ("bottom-left", of(0, 100)),
        ("bottom-right", of(100, 100)),
        ("center", of(50, 50)),
    ];
    if !field.value.is_table() {
        return field.choice(checker, &words);
    }
    let mut fields = field.table(checker)?;
    let x = share(&mut fields, checker, "left", "right").unwrap_or(50);
    let y = share(&mut fields, checker, "top", "bottom").unwrap_or(UPPER_THIRD);
    fields.finish(checker);
    Some(of(x, y))
}

/// Percent from the side `near`, which may be given from the side `far` instead.
fn share(fields: &mut Fields<'_, '_>, checker: &mut Checker<'_>, near: &'static str, far: &'static str) -> Option<u8> {
    // The far side is looked at only alone: with both, it is told as a key too many.
    let share = percent(fields, checker, near);
    share.or_else(|| percent(fields, checker, far).map(|percent| 100 - percent))
}

fn percent(fields: &mut Fields<'_, '_>, checker: &mut Checker<'_>, key: &'static str) -> Option<u8> {
    let value = fields.take(key)?.integer(checker, 0, 100)?;
    u8::try_from(value).ok()
}

/// A list of pictures, of which the file has `count`.
struct PictureList {
    all: Vec<Picture>,
    count: usize,
}

fn pictures(field: &Field<'_, '_>, checker: &mut Checker<'_>, want: Want) -> Option<PictureList> {
    let list = field.list(checker, want)?;
    let count = list.len();
    let mut all = Vec::new();
    for field in list {
        if let Some(mut fields) = field.table_of(checker, Want::Picture) {
            all.extend(picture(&mut fields, checker, "file"));
            fields.finish(checker);
        }
    }
    Some(PictureList { all, count })
}

/// Reads `[[photos]]`.
pub(crate) fn photos(field: Option<Field<'_, '_>>, checker: &mut Checker<'_>) -> Vec<Picture> {
    let Some(field) = field else { return Vec::new() };
    let Some(PictureList { all, count }) = pictures(&field, checker, Want::Blocks) else { return Vec::new() };
    field.at_most(checker, count, PHOTOS);
    all
}

/// Reads `gallery = [...]`.
pub(crate) fn gallery(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Vec<Picture> {
    let Some(PictureList { all, count: found }) = pictures(field, checker, Want::Tables) else { return Vec::new() };
    field.at_most(checker, found, *GALLERY.end());
    if found < *GALLERY.start() {
        let problem = FieldProblem::TooFew { key: "gallery".to_owned(), limit: *GALLERY.start(), found };
        checker.error(field.span.clone(), &field.path, problem);
    }
    all
}

/// `attachments = [...]`.
pub(crate) fn attachments(field: Option<Field<'_, '_>>, checker: &mut Checker<'_>) -> Vec<Attachment> {
    let list = field.and_then(|field| field.bounded(checker, Want::Tables, ATTACHMENTS)).unwrap_or_default();
    let mut all = Vec::new();
    for field in list {
        let Some(mut fields) = field.table_of(checker, Want::Attachment) else { continue };
        let file = fields.need(checker, "file", r#""assets/a.csv""#).and_then(|field| field.path(checker));
        checker.named.extend(file.clone().map(|path| NamedFile { path, is_picture: false }));
        let description = fields.need(checker, "description", r#""...""#).and_then(|field| field.plain(checker));
        fields.finish(checker);
        all.extend(file.zip(description).map(|(file, description)| Attachment { file, description }));
    }
    all
}
