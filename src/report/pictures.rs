//! Reading pictures and attachments.

use crate::words::{FieldProblem, Want};

use super::desk::Desk;
use super::fields::{Entry, Fields};
use super::model::{Attachment, Focus, Picture};

/// The report's own pictures.
const PHOTOS: usize = 4;
/// Pictures in a gallery.
const GALLERY: std::ops::RangeInclusive<usize> = 2..=4;

/// The words of a picture, with its file under `key`; other keys of the table are left.
pub(crate) fn picture(fields: &mut Fields<'_, '_>, desk: &mut Desk<'_>, key: &'static str) -> Option<Picture> {
    let file = fields.need(desk, key, r#""assets/a.jpg""#).and_then(|entry| entry.path(desk));
    let alt = fields.need(desk, "alt", r#""...""#).and_then(|entry| entry.plain(desk));
    let caption = fields.take("caption").and_then(|entry| entry.text(desk));
    let credit = fields.take("credit").and_then(|entry| entry.plain(desk));
    let focus = fields.take("focus").and_then(|entry| focus(&entry, desk));
    Some(Picture { file: file?, alt: alt?, caption, credit, focus })
}

/// `focus`: a side or corner in a word, or percent from two sides.
fn focus(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Focus> {
    let of = |x, y| Focus { x, y };
    let words = [
        ("top", of(50, 0)),
        ("bottom", of(50, 100)),
        ("left", of(0, 50)),
        ("right", of(100, 50)),
        ("top-left", of(0, 0)),
        ("top-right", of(100, 0)),
        ("bottom-left", of(0, 100)),
        ("bottom-right", of(100, 100)),
        ("center", of(50, 50)),
    ];
    if !entry.value.is_table() {
        return entry.choice(desk, &words);
    }
    let mut fields = entry.table(desk)?;
    let x = share(&mut fields, desk, "left", "right");
    let y = share(&mut fields, desk, "top", "bottom");
    fields.finish(desk);
    Some(of(x, y))
}

/// Percent from the side `near`, which may be given from the side `far` instead; the middle when neither is.
fn share(fields: &mut Fields<'_, '_>, desk: &mut Desk<'_>, near: &'static str, far: &'static str) -> u8 {
    let mut percent = |key| {
        let value = fields.take(key).and_then(|entry| entry.integer(desk, 0, 100));
        value.and_then(|value| u8::try_from(value).ok())
    };
    // The far side is looked at only alone: with both, it is told as a key too many.
    percent(near).or_else(|| percent(far).map(|percent| 100 - percent)).unwrap_or(50)
}

/// A list of pictures.
fn pictures(entry: &Entry<'_, '_>, desk: &mut Desk<'_>, want: Want) -> (Vec<Picture>, usize) {
    let Some(list) = entry.list(desk, want) else { return (Vec::new(), usize::MAX) };
    let count = list.len();
    let mut all = Vec::new();
    for entry in list {
        if let Some(mut fields) = entry.table_of(desk, Want::Picture) {
            all.extend(picture(&mut fields, desk, "file"));
            fields.finish(desk);
        }
    }
    (all, count)
}

/// `[[photos]]`.
pub(crate) fn photos(entry: Option<Entry<'_, '_>>, desk: &mut Desk<'_>) -> Vec<Picture> {
    let Some(entry) = entry else { return Vec::new() };
    let (all, count) = pictures(&entry, desk, Want::Blocks);
    if count != usize::MAX {
        entry.at_most(desk, count, PHOTOS);
    }
    all
}

/// `gallery = [...]`.
pub(crate) fn gallery(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Vec<Picture> {
    let (all, found) = pictures(entry, desk, Want::Tables);
    if found == usize::MAX {
        return all;
    }
    entry.at_most(desk, found, *GALLERY.end());
    if found < *GALLERY.start() {
        let problem = FieldProblem::TooFew { key: "gallery".to_owned(), limit: *GALLERY.start(), found };
        desk.error(entry.span.clone(), &entry.path, problem);
    }
    all
}

/// `attachments = [...]`.
pub(crate) fn attachments(entry: Option<Entry<'_, '_>>, desk: &mut Desk<'_>) -> Vec<Attachment> {
    let list = entry.and_then(|entry| entry.list(desk, Want::Tables)).unwrap_or_default();
    let mut all = Vec::new();
    for entry in list {
        let Some(mut fields) = entry.table_of(desk, Want::Attachment) else { continue };
        let file = fields.need(desk, "file", r#""assets/a.csv""#).and_then(|entry| entry.path(desk));
        let description = fields.need(desk, "description", r#""...""#).and_then(|entry| entry.plain(desk));
        fields.finish(desk);
        all.extend(file.zip(description).map(|(file, description)| Attachment { file, description }));
    }
    all
}
