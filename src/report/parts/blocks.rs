//! Reading the body.

use crate::report::check::checker::Checker;
use crate::report::fields::field::{Field, Fields};
use crate::report::limits::BLOCKS;
use crate::report::model::{Block, PhotoSize, Quote};
use crate::report::source::keys::KINDS;
use crate::words::nearest;
use crate::words::{FieldProblem, Want};

use super::lists;
use super::pictures;
use super::tables;

/// `[[body]]`.
pub(crate) fn body(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Vec<Block> {
    let Some(field) = root.take("body") else {
        // A heading that is misspelt is told by itself.
        if !root.has_parts(&KINDS) && !root.has_loose_part() {
            checker.absent(root.span.clone(), "body", FieldProblem::NoBody);
        }
        return Vec::new();
    };
    let Some(list) = field.bounded(checker, Want::Blocks, BLOCKS) else { return Vec::new() };
    if list.is_empty() {
        let problem = FieldProblem::EmptyList { key: field.key.to_owned() };
        checker.error(field.span.clone(), &field.path, problem);
    }
    let mut blocks = Vec::with_capacity(list.len());
    for field in &list {
        if let Some(fields) = field.table(checker) {
            block(fields, checker, &mut blocks);
        }
    }
    blocks
}

/// A part of the body, whose texts may be in a language of their own.
fn block(mut fields: Fields<'_, '_>, checker: &mut Checker<'_>, blocks: &mut Vec<Block>) {
    let own = fields.take("language").and_then(|field| field.language(checker));
    let around = checker.language;
    checker.language = own.or(around);
    contents(fields, checker, blocks);
    checker.language = around;
}

fn contents(mut fields: Fields<'_, '_>, checker: &mut Checker<'_>, blocks: &mut Vec<Block>) {
    let mut kinds: Vec<&'static str> = KINDS.into_iter().filter(|kind| fields.has(kind)).collect();
    let start = |kind: &&str| fields.key_span(kind).map(|span| span.start);
    kinds.sort_by_key(start);
    match kinds.as_slice() {
        [] => {
            unknown(fields, checker);
            return;
        }
        [_] => {}
        [first, second, ..] => {
            let problem = FieldProblem::BlockOfTwoKinds { first, second };
            let place = fields.key_span(second).unwrap_or(fields.span.clone());
            checker.error(place, &fields.path, problem);
        }
    }
    for kind in kinds {
        part(kind, &mut fields, checker, blocks);
    }
    fields.finish(checker);
}

/// One kind of a block, which should be its only one.
fn part(kind: &'static str, fields: &mut Fields<'_, '_>, checker: &mut Checker<'_>, blocks: &mut Vec<Block>) {
    let Some(field) = fields.take(kind) else { return };
    let field = Field { needed: true, ..field };
    // what the block lacks is told where its kind stands
    fields.span = field.span.clone();
    match field.key {
        "paragraph" => blocks.extend(field.paragraphs(checker).into_iter().map(Block::Paragraph)),
        "quote" => blocks.extend(quote(&field, fields, checker)),
        "heading" => blocks.extend(heading(&field, fields, checker)),
        "list" => blocks.extend(lists::list(&field, fields, checker).map(Block::List)),
        "table" => blocks.extend(tables::table(&field, fields, checker).map(Block::Table)),
        "photo" => blocks.extend(photo(fields, checker)),
        _ => {
            let pictures = pictures::gallery(&field, checker);
            let caption = fields.take("caption").and_then(|field| field.text(checker));
            blocks.push(Block::Gallery { pictures, caption });
        }
    }
}

/// A block without a kind: perhaps the kind is misspelt, else the block says nothing.
fn unknown(mut fields: Fields<'_, '_>, checker: &mut Checker<'_>) {
    for kind in KINDS {
        fields.take(kind);
    }
    let misspelt = fields.keys().any(|key| nearest(key, &KINDS).is_some());
    if misspelt {
        fields.finish(checker);
    } else {
        let problem = FieldProblem::BlockWithoutKind { kinds: KINDS.to_vec() };
        checker.absent(fields.span.clone(), &fields.path, problem);
    }
}

fn quote(field: &Field<'_, '_>, fields: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Option<Block> {
    let content = field.quotation(checker);
    let speaker = fields.need(checker, "speaker", r#""...""#).and_then(|field| field.text(checker));
    let role = fields.take("role").and_then(|field| field.text(checker));
    Some(Block::Quote(Quote { content: content?, speaker: speaker?, role }))
}

fn heading(field: &Field<'_, '_>, fields: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Option<Block> {
    let content = field.text(checker);
    let level = fields.take("level").and_then(|field| field.integer(checker, 1, 2));
    let level = if level == Some(2) { 2 } else { 1 };
    Some(Block::Heading { level, content: content? })
}

fn photo(fields: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Option<Block> {
    let picture = pictures::picture(fields, checker, "photo");
    let sizes = [("full", PhotoSize::Full), ("half", PhotoSize::Half)];
    let size = fields.take("width").and_then(|field| field.choice(checker, &sizes));
    Some(Block::Photo { picture: picture?, size: size.unwrap_or(PhotoSize::Full) })
}
