//! Isolates and marks of order, left out of what glyphs stand for.
//!
//! They have no glyphs; typst gives them to the glyph beside them, and readers would find them
//! between the parts of a number.

use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;

use crate::arabic::letters::is_layout_control;

/// Takes controls of order out of what the glyphs of a frame stand for.
pub(super) fn forget(frame: &mut Frame) {
    if !needs(frame) {
        return;
    }
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => forget(&mut group.frame),
            FrameItem::Text(text) => narrow(text),
            _ => {}
        }
        true
    });
}

/// True if there are any in a frame: only then is it copied.
fn needs(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => needs(&group.frame),
        FrameItem::Text(text) => text.text.contains(is_layout_control),
        _ => false,
    })
}

fn narrow(item: &mut TextItem) {
    for glyph in &mut item.glyphs {
        let Some(text) = item.text.get(glyph.range()) else { continue };
        let head = text.len() - text.trim_start_matches(is_layout_control).len();
        let rest = text.trim_matches(is_layout_control).len();
        // Both fit: they are parts of the range.
        if let (true, Ok(head), Ok(rest)) = (rest > 0, u16::try_from(head), u16::try_from(rest)) {
            glyph.range = glyph.range.start + head..glyph.range.start + head + rest;
        }
    }
}
