//! The text that readers find in the PDF, mended so that every word comes back whole.
//!
//! Readers put a right-to-left line together from its pieces, from the right. A piece that stands for several characters they
//! turn round, and a gap of a tenth of the type's size they take for a space (poppler's `TextOutputDev`, PDFium's
//! `cpdf_textpage`). So each glyph is made to stand for one character, and gaps inside words are filled:
//!
//! | what the faces do | what readers make of it | what is done |
//! |---|---|---|
//! | letter and mark in one cluster | both turned round (PDFium) | each glyph gets its own character |
//! | a letter set apart from the next by an offset (Amiri's ر and و) | a space in the word (poppler) | an empty glyph of the gap's width, for the same letter |
//! | one glyph for lam and alef, for صر (Cairo, Vazirmatn) | turned round (both) | the glyph's width is shared out among empty glyphs, one part a letter |
//!
//! What is seen doesn't change: empty glyphs have no outline, and advances add up to what they were.

use std::collections::HashSet;
use std::ops::Range;

use typst::ecow::EcoString;
use typst::layout::{Em, Frame, FrameItem};
use typst::text::{FontInstance, Glyph, TextItem};

use crate::arabic::letters::{is_arabic_letter, is_tashkeel};

/// Offsets of less than this are no gap to any reader; poppler's limit is 0.1 em.
const GAP: f64 = 0.06;

/// What has to be known from one page to the next.
#[derive(Default)]
pub(super) struct Mender {
    /// The faces whose space stands for a space in the file.
    spaces: HashSet<FontInstance>,
}

impl Mender {
    /// Mends a page.
    pub(super) fn frame(&mut self, frame: &mut Frame) {
        if !needs(frame) {
            return;
        }
        let loose: Vec<EcoString> = frame.items().filter_map(|(_, item)| loose_marks(item)).collect();
        frame.retain(|item| {
            match item {
                FrameItem::Group(group) => self.frame(&mut group.frame),
                FrameItem::Text(text) => self.text(text, &loose),
                _ => {}
            }
            true
        });
    }

    fn text(&mut self, item: &mut TextItem, loose: &[EcoString]) {
        let old = std::mem::take(&mut item.glyphs);
        let space = item.font.ttf().glyph_index(' ').map(|id| Empty { id: id.0, advance: item.font.x_advance(id.0) });
        let glyphs = mended(&old, &item.text, loose, space);
        let added = glyphs.len() > old.len();
        item.glyphs = glyphs;
        // A glyph that first stood for one text is wrapped in ActualText whenever it stands for another (krilla's `text/group.rs`):
        // were the first space a part of a letter, every space after it would be wrapped.
        let has_space = old.iter().any(|glyph| item.text.get(glyph.range()) == Some(" "));
        if (added || has_space)
            && let Some(space) = space
            && self.spaces.insert(item.font.clone())
            && added
        {
            prepend_space(item, space);
        }
    }
}

/// Puts a space of no width at the left end of a run.
fn prepend_space(item: &mut TextItem, space: Empty) {
    let (Some(first), Ok(start)) = (item.glyphs.first().cloned(), u16::try_from(item.text.len())) else { return };
    item.text.push(' ');
    let (zero, range) = (Em::zero(), start..start + 1);
    item.glyphs.insert(0, Glyph { id: space.id, x_advance: zero, x_offset: zero, y_offset: zero, range, ..first });
}

/// The text of a run that is nothing but marks: typst sets marks that are raised or lowered apart from their letters, and gives
/// them the letters' text too.
fn loose_marks(item: &FrameItem) -> Option<EcoString> {
    let FrameItem::Text(text) = item else { return None };
    let only_marks =
        text.glyphs.iter().all(|glyph| glyph.x_advance == Em::zero()) && text.text.chars().any(is_tashkeel);
    only_marks.then(|| text.text.clone())
}

/// Whether there is Arabic text in a frame: only then is it copied.
fn needs(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => needs(&group.frame),
        FrameItem::Text(text) => text.text.chars().any(is_arabic_letter),
        _ => false,
    })
}

/// The glyphs of a run, mended.
fn mended(old: &[Glyph], text: &str, loose: &[EcoString], space: Option<Empty>) -> Vec<Glyph> {
    if !text.chars().any(is_arabic_letter) {
        return old.to_vec();
    }
    let mut glyphs = Vec::with_capacity(old.len() + 8);
    let mut rest = old;
    while let Some(first) = rest.first() {
        let length = rest.iter().take_while(|glyph| glyph.range == first.range).count();
        let (cluster, tail) = rest.split_at(length);
        mend_cluster(cluster, text, loose, space, &mut glyphs);
        rest = tail;
    }
    glyphs
}

/// A glyph without an outline.
#[derive(Clone, Copy)]
struct Empty {
    id: u16,
    advance: Option<Em>,
}

/// Appends the glyphs of one cluster, which are in the order they are seen from the left: marks before their letter.
fn mend_cluster(cluster: &[Glyph], text: &str, loose: &[EcoString], space: Option<Empty>, glyphs: &mut Vec<Glyph>) {
    let Some(first) = cluster.first() else { return };
    let characters = characters(text, first.range());
    let cut = characters.iter().position(|(_, c)| is_tashkeel(*c)).unwrap_or(characters.len());
    let (letters, marks) = characters.split_at(cut);
    let arabic = letters.iter().any(|(_, c)| is_arabic_letter(*c)) && marks.iter().all(|(_, c)| is_tashkeel(*c));
    let mark_glyphs = cluster.iter().take_while(|glyph| glyph.x_advance == Em::zero()).count();
    let (over, base) = cluster.split_at(mark_glyphs);
    let known = match (over.len(), marks.len()) {
        (0, 0) => true,
        // The marks' glyphs are in a run of their own.
        (0, _) => loose.iter().any(|run| run.as_str() == text.get(first.range()).unwrap_or_default()),
        (1, 1..) => true,
        (over, marks) => over == marks,
    };
    if !(arabic && known) || base.len() > 1 {
        glyphs.extend_from_slice(cluster);
        return;
    }
    mend_marks(over, marks, glyphs);
    match (base, letters) {
        ([glyph], [(range, _)]) => fill_gap(&Glyph { range: range.clone(), ..glyph.clone() }, space, glyphs),
        ([glyph], letters) => share_out(glyph, letters, space, glyphs),
        _ => {}
    }
}

/// Appends the glyphs of marks, each for its own mark, or one for all.
fn mend_marks(over: &[Glyph], marks: &[(Range<u16>, char)], glyphs: &mut Vec<Glyph>) {
    if let ([glyph], [(first, _), .., (last, _)]) = (over, marks) {
        glyphs.push(Glyph { range: first.start..last.end, ..glyph.clone() });
        return;
    }
    // From the left: the last mark first.
    for (glyph, (range, _)) in over.iter().zip(marks.iter().rev()) {
        glyphs.push(Glyph { range: range.clone(), ..glyph.clone() });
    }
}

/// The characters of a range with their own ranges.
fn characters(text: &str, range: Range<usize>) -> Vec<(Range<u16>, char)> {
    let start = range.start;
    let own = |(at, c): (usize, char)| {
        let from = u16::try_from(start + at).ok()?;
        Some((from..from + c.len_utf8() as u16, c))
    };
    text.get(range).unwrap_or_default().char_indices().filter_map(own).collect()
}

/// Appends a glyph that may be set apart from what stands to its left; the gap becomes part of the letter.
fn fill_gap(glyph: &Glyph, space: Option<Empty>, glyphs: &mut Vec<Glyph>) {
    let gap = glyph.x_offset;
    match space {
        Some(space) if gap.get() > GAP && glyph.x_advance >= gap => {
            glyphs.push(Glyph {
                id: space.id,
                x_advance: gap,
                x_offset: Em::zero(),
                y_offset: Em::zero(),
                ..glyph.clone()
            });
            glyphs.push(Glyph { x_advance: glyph.x_advance - gap, x_offset: Em::zero(), ..glyph.clone() });
        }
        _ => glyphs.push(glyph.clone()),
    }
}

/// Appends one glyph that stands for several letters as one part for each letter, equally wide.
///
/// A reader takes the width of a part from where its first glyph begins to where its last one ends (poppler's `ActualText`), so each
/// part ends with an empty glyph of its natural width.
fn share_out(glyph: &Glyph, characters: &[(Range<u16>, char)], space: Option<Empty>, glyphs: &mut Vec<Glyph>) {
    let Some(Empty { id, advance: Some(width) }) = space else {
        glyphs.push(glyph.clone());
        return;
    };
    let part = glyph.x_advance / characters.len() as f64;
    let empty = |advance, range: &Range<u16>| Glyph {
        id,
        x_advance: advance,
        x_offset: Em::zero(),
        y_offset: Em::zero(),
        range: range.clone(),
        ..glyph.clone()
    };
    for (index, (range, _)) in characters.iter().rev().enumerate() {
        if index == 0 {
            glyphs.push(Glyph { x_advance: part - width, range: range.clone(), ..glyph.clone() });
        } else {
            glyphs.push(empty(part - width, range));
        }
        glyphs.push(empty(width, range));
    }
}
