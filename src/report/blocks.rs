//! Reading the body.

use crate::words::{FieldProblem, Want};

use super::desk::Desk;
use super::fields::{Entry, Fields};
use super::lists;
use super::model::{Block, PhotoSize, Quote};
use super::pictures;
use super::tables;
use crate::words::nearest;

/// The keys that say what a block is.
const KINDS: [&str; 7] = ["paragraph", "quote", "heading", "list", "table", "photo", "gallery"];
/// Blocks in one report.
const BLOCKS: usize = 2000;

/// `[[body]]`.
pub(crate) fn body(root: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Vec<Block> {
    let Some(entry) = root.take("body") else {
        desk.absent(root.span.clone(), "body", FieldProblem::NoBody);
        return Vec::new();
    };
    let Some(list) = entry.list(desk, Want::Blocks) else { return Vec::new() };
    if list.is_empty() {
        let problem = FieldProblem::EmptyList { key: entry.key.to_owned() };
        desk.error(entry.span.clone(), &entry.path, problem);
    }
    entry.at_most(desk, list.len(), BLOCKS);
    let mut blocks = Vec::with_capacity(list.len().min(BLOCKS));
    for entry in list.iter().take(BLOCKS) {
        if let Some(fields) = entry.table(desk) {
            block(fields, desk, &mut blocks);
        }
    }
    blocks
}

fn block(mut fields: Fields<'_, '_>, desk: &mut Desk<'_>, blocks: &mut Vec<Block>) {
    let kinds: Vec<&'static str> = KINDS.into_iter().filter(|kind| fields.has(kind)).collect();
    match kinds.as_slice() {
        [] => {
            unknown(fields, desk);
            return;
        }
        [_] => {}
        [first, second, ..] => {
            let problem = FieldProblem::BlockOfTwoKinds { first, second };
            desk.error(fields.span.clone(), &fields.path, problem);
            return;
        }
    }
    let Some(entry) = kinds.first().and_then(|kind| fields.take(kind)) else { return };
    let entry = Entry { needed: true, ..entry };
    // what the block lacks is told where its kind stands
    fields.span = entry.span.clone();
    match entry.key {
        "paragraph" => blocks.extend(entry.paragraphs(desk).into_iter().map(Block::Paragraph)),
        "quote" => blocks.extend(quote(&entry, &mut fields, desk)),
        "heading" => blocks.extend(heading(&entry, &mut fields, desk)),
        "list" => blocks.extend(lists::list(&entry, &mut fields, desk).map(Block::List)),
        "table" => blocks.extend(tables::table(&entry, &mut fields, desk).map(Block::Table)),
        "photo" => blocks.extend(photo(&mut fields, desk)),
        _ => {
            let pictures = pictures::gallery(&entry, desk);
            let caption = fields.take("caption").and_then(|entry| entry.text(desk));
            blocks.push(Block::Gallery { pictures, caption });
        }
    }
    fields.finish(desk);
}

/// A block without a kind: perhaps the kind is misspelt, else the block says nothing.
fn unknown(mut fields: Fields<'_, '_>, desk: &mut Desk<'_>) {
    for kind in KINDS {
        fields.take(kind);
    }
    let misspelt = fields.keys().any(|key| nearest(key, &KINDS).is_some());
    if misspelt {
        fields.finish(desk);
    } else {
        let problem = FieldProblem::BlockWithoutKind { kinds: KINDS.to_vec() };
        desk.absent(fields.span.clone(), &fields.path, problem);
    }
}

fn quote(entry: &Entry<'_, '_>, fields: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Option<Block> {
    let content = entry.quotation(desk);
    let speaker = fields.need(desk, "speaker", r#""...""#).and_then(|entry| entry.text(desk));
    let role = fields.take("role").and_then(|entry| entry.text(desk));
    Some(Block::Quote(Quote { content: content?, speaker: speaker?, role }))
}

fn heading(entry: &Entry<'_, '_>, fields: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Option<Block> {
    let content = entry.text(desk);
    let level = fields.take("level").and_then(|entry| entry.integer(desk, 1, 2));
    let level = if level == Some(2) { 2 } else { 1 };
    Some(Block::Heading { level, content: content? })
}

fn photo(fields: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Option<Block> {
    let picture = pictures::picture(fields, desk, "photo");
    let sizes = [("full", PhotoSize::Full), ("half", PhotoSize::Half)];
    let size = fields.take("width").and_then(|entry| entry.choice(desk, &sizes));
    Some(Block::Photo { picture: picture?, size: size.unwrap_or(PhotoSize::Full) })
}
