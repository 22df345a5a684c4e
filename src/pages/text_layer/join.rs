//! Runs that stand side by side, made one: pdf.js writes no space where the next run stands to the
//! left, as a number does in an Arabic line.

use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::text::{Glyph, TextItem};

/// Runs this close touch.
const NEAR: Abs = Abs::raw(0.01);

/// Joins the runs of a frame that look the same and follow each other, with nothing between them.
pub(super) fn join(frame: &mut Frame) {
    if !is_joined(frame) {
        return;
    }
    let mut out = Frame::new(frame.size(), frame.kind());
    if frame.has_baseline() {
        out.set_baseline(frame.baseline());
    }
    let mut open: Option<(Point, TextItem)> = None;
    for (at, item) in frame.items() {
        let FrameItem::Text(text) = item else {
            out.push_multiple(open.take().map(|(at, text)| (at, FrameItem::Text(text))));
            out.push(*at, joined_inside(item));
            continue;
        };
        open = match open.take() {
            Some((before, run)) => match side(before, &run, *at, text) {
                Some(Side::Left) => Some((*at, one(text, &run))),
                Some(Side::Right) => Some((before, one(&run, text))),
                None => {
                    out.push(before, FrameItem::Text(run));
                    Some((*at, text.clone()))
                }
            },
            None => Some((*at, text.clone())),
        };
    }
    out.push_multiple(open.map(|(at, text)| (at, FrameItem::Text(text))));
    *frame = out;
}

fn joined_inside(item: &FrameItem) -> FrameItem {
    let mut item = item.clone();
    if let FrameItem::Group(group) = &mut item {
        join(&mut group.frame);
    }
    item
}

/// True if there are such runs in a frame: only then is it copied.
fn is_joined(frame: &Frame) -> bool {
    let mut before: Option<(Point, &TextItem)> = None;
    for (at, item) in frame.items() {
        let text = match item {
            FrameItem::Text(text) => Some(text),
            FrameItem::Group(group) if is_joined(&group.frame) => return true,
            _ => None,
        };
        if let (Some((last, run)), Some(text)) = (before, text)
            && side(last, run, *at, text).is_some()
        {
            return true;
        }
        before = text.map(|text| (*at, text));
    }
    false
}

/// The side of a run at which the next one goes on.
enum Side {
    Left,
    Right,
}

fn side(last: Point, run: &TextItem, at: Point, text: &TextItem) -> Option<Side> {
    let looks_same = run.font == text.font
        && run.size == text.size
        && run.fill == text.fill
        && run.stroke == text.stroke
        && run.lang == text.lang
        && run.region == text.region;
    let fits = run.text.len() + text.text.len() <= usize::from(u16::MAX);
    if !looks_same || !fits || (last.y - at.y).abs() >= NEAR {
        return None;
    }
    let touch = |left: Abs, right: Abs| (right - left).abs() < NEAR;
    if touch(at.x + text.width(), last.x) {
        Some(Side::Left)
    } else if touch(last.x + run.width(), at.x) {
        Some(Side::Right)
    } else {
        None
    }
}

/// Two runs as one, whose text is in the order of its glyphs, from the left.
fn one(left: &TextItem, right: &TextItem) -> TextItem {
    let shift = left.text.len() as u16;
    let moved = |glyph: &Glyph| Glyph { range: glyph.range.start + shift..glyph.range.end + shift, ..glyph.clone() };
    let glyphs = left.glyphs.iter().cloned().chain(right.glyphs.iter().map(moved)).collect();
    let text = format!("{}{}", left.text, right.text).into();
    TextItem { text, glyphs, ..left.clone() }
}
