//! Frames made plain for the passes after it: a line's runs stand side by side in one frame, each
//! in one piece.
//!
//! Typst groups the pieces of long lines, and it sets glyphs that are raised or lowered, as the
//! marks on a letter are, in pieces of their own, each with the whole text of the letter it belongs
//! to. Here groups that do nothing are dissolved and pieces of a run are put together again. What
//! is seen stays as it is.

use std::cmp::Ordering;

use typst::layout::{Abs, Em, Frame, FrameItem, FrameKind, GroupItem, Point, Transform};
use typst::text::{Glyph, TextItem};

use crate::arabic::letters::{is_arabic_letter, is_tashkeel};

/// Positions this close are the same.
const NEAR: Abs = Abs::raw(0.001);

/// A frame with plain groups dissolved and the pieces of its runs put together.
#[must_use]
pub(super) fn plain(frame: &Frame) -> Frame {
    let mut out = Frame::new(frame.size(), frame.kind());
    if frame.has_baseline() {
        out.set_baseline(frame.baseline());
    }
    let mut items = Vec::new();
    dissolve(frame, Point::zero(), &mut items);
    out.push_multiple(whole_runs(items));
    out
}

/// Appends a frame's items with their positions from the outermost frame.
fn dissolve(frame: &Frame, origin: Point, items: &mut Vec<(Point, FrameItem)>) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) if does_nothing(group) => dissolve(&group.frame, origin + *at, items),
            FrameItem::Group(group) => {
                let frame = plain(&group.frame);
                items.push((origin + *at, FrameItem::Group(GroupItem { frame, ..group.clone() })));
            }
            item => items.push((origin + *at, item.clone())),
        }
    }
}

/// True if a group is only there because typst groups what is long.
fn does_nothing(group: &GroupItem) -> bool {
    group.frame.kind() == FrameKind::Soft
        && group.transform == Transform::identity()
        && group.clip.is_none()
        && group.label.is_none()
        && group.parent.is_none()
}

/// The items with pieces of one run put together.
fn whole_runs(items: Vec<(Point, FrameItem)>) -> Vec<(Point, FrameItem)> {
    let mut out: Vec<(Point, FrameItem)> = Vec::with_capacity(items.len());
    let mut pieces: Vec<(Point, TextItem)> = Vec::new();
    for (at, item) in items {
        match item {
            FrameItem::Text(text) if is_arabic(&text) => {
                if !pieces.last().is_some_and(|(end, last)| follows(*end, last, at, &text)) {
                    put_together(&mut pieces, &mut out);
                }
                pieces.push((at, text));
            }
            item => {
                put_together(&mut pieces, &mut out);
                out.push((at, item));
            }
        }
    }
    put_together(&mut pieces, &mut out);
    out
}

fn is_arabic(text: &TextItem) -> bool {
    text.text.chars().any(|c| is_arabic_letter(c) || is_tashkeel(c))
}

/// True if a piece begins where the last one ends and looks the same.
fn follows(last_at: Point, last: &TextItem, at: Point, text: &TextItem) -> bool {
    (last_at.x + last.width() - at.x).abs() < NEAR
        && (last_at.y - at.y).abs() < last.size
        && last.font == text.font
        && last.size == text.size
        && last.fill == text.fill
        && last.stroke == text.stroke
        && last.lang == text.lang
        && last.region == text.region
}

/// Appends the pieces as one run when they are one, or as they are.
fn put_together(pieces: &mut Vec<(Point, TextItem)>, out: &mut Vec<(Point, FrameItem)>) {
    match joined(pieces) {
        Some((at, run)) => out.push((at, FrameItem::Text(run))),
        None => out.extend(pieces.drain(..).map(|(at, piece)| (at, FrameItem::Text(piece)))),
    }
    pieces.clear();
}

/// Pieces from the left as one run. The run's text begins at the right.
fn joined(pieces: &[(Point, TextItem)]) -> Option<(Point, TextItem)> {
    let [(first, _), .., (_, rightmost)] = pieces else { return None };
    let base = baseline(pieces)?;
    let mut text = String::new();
    let mut reversed: Vec<Glyph> = Vec::new();
    for (at, piece) in pieces.iter().rev() {
        let raise = Em::from_abs(base - at.y, piece.size);
        let shared = shared_cluster(&reversed, &text, piece);
        let start = text.len() - shared;
        text.push_str(piece.text.get(shared..)?);
        for glyph in piece.glyphs.iter().rev() {
            let from = u16::try_from(start + glyph.range().start).ok()?;
            let to = u16::try_from(start + glyph.range().end).ok()?;
            reversed.push(Glyph { range: from..to, y_offset: glyph.y_offset + raise, ..glyph.clone() });
        }
    }
    reversed.reverse();
    Some((Point::new(first.x, base), TextItem { text: text.into(), glyphs: reversed, ..rightmost.clone() }))
}

/// The line that most of the pieces stand on: marks have no width, and Amiri raises some letters
/// too.
fn baseline(pieces: &[(Point, TextItem)]) -> Option<Abs> {
    let widths = pieces.iter().map(|(at, _)| (at.y, width_at(pieces, at.y)));
    widths.max_by(|(_, a), (_, b)| a.partial_cmp(b).unwrap_or(Ordering::Equal)).map(|(y, _)| y)
}

/// The width of the pieces on a line.
fn width_at(pieces: &[(Point, TextItem)], y: Abs) -> Abs {
    pieces.iter().filter(|(at, _)| (at.y - y).abs() < NEAR).map(|(_, piece)| piece.width()).sum()
}

/// The number of bytes at the end of `text` for the letter that the next piece to the left begins
/// with too.
fn shared_cluster(reversed: &[Glyph], text: &str, piece: &TextItem) -> usize {
    let (Some(last), Some(first)) = (reversed.last(), piece.glyphs.last()) else { return 0 };
    let (here, there) = (text.get(last.range()), piece.text.get(first.range()));
    if last.span == first.span && here == there && first.range.start == 0 { last.range().len() } else { 0 }
}
