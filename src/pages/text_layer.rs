//! The text that readers find in the PDF, mended so that every word comes back whole.
//!
//! Readers put a right-to-left line together from its pieces, from the right. A piece that stands for several characters they
//! turn round, and a gap of a tenth of the type's size they take for a space (poppler's `TextOutputDev`, PDFium's
//! `cpdf_textpage`). So each glyph is made to stand for one character, and gaps inside words are filled:
//!
//! | what the faces do | what readers make of it | what is done |
//! |---|---|---|
//! | letter and mark in one cluster | both turned round (PDFium) | each glyph gets its own character |
//! | a mark stands right of where its letter begins, or is raised | a space, a new line (both) | the mark gets empty glyphs that begin and end where its letter begins |
//! | a letter set apart from the next by an offset (Amiri's ر and و) | a space in the word (poppler) | an empty glyph of the gap's width, for the same letter |
//! | a letter reaches over the one before (Amiri's ك after a space) | no space (poppler) | an empty glyph ends where the letter does |
//! | one glyph for lam and alef, for صر (Cairo, Vazirmatn) | turned round (both) | it is left to the last letter; the others get empty glyphs of no width in sum |
//! | a letter drawn out by strokes | | letter and strokes stand for the one letter |
//! | marks of direction in a letter's cluster | turned round (both) | they are left out: nobody sees or searches them |
//!
//! A word must not begin, at its left, with a glyph that is wrapped in ActualText: PDFium would leave it as it is seen (`CloseTempLine`).
//!
//! The visible page doesn't change: empty glyphs have no outline, and advances add up to what they were.

use std::collections::HashSet;
use std::ops::Range;

use typst::layout::{Em, Frame, FrameItem};
use typst::text::{FontInstance, Glyph, TextItem};

use crate::arabic::letters::{is_arabic_letter, is_layout_control, is_tashkeel};

/// Offsets of less than this are no gap to any reader; poppler's limit is 0.1 em.
const GAP: f64 = 0.06;
/// A letter that reaches this far over its neighbour hides the space between them from poppler.
const OVERHANG: f64 = 0.1;

/// The state that goes from one page to the next.
#[derive(Default)]
pub(super) struct Mender {
    /// The faces without another empty glyph whose space stands for a space in the file.
    spaces: HashSet<FontInstance>,
}

impl Mender {
    /// Mends a page.
    pub(super) fn frame(&mut self, frame: &mut Frame) {
        if !needs(frame) {
            return;
        }
        frame.retain(|item| {
            match item {
                FrameItem::Group(group) => self.frame(&mut group.frame),
                FrameItem::Text(text) => self.text(text),
                _ => {}
            }
            true
        });
    }

    fn text(&mut self, item: &mut TextItem) {
        let old = std::mem::take(&mut item.glyphs);
        let empty = Empty::of(&item.font);
        let glyphs = mended(&old, &item.text, &Face { font: &item.font, empty });
        let added = glyphs.len() > old.len();
        item.glyphs = glyphs;
        // A glyph that first stood for one text is wrapped in ActualText whenever it stands for another (krilla's `text/group.rs`):
        // were the first space a part of a letter, every space after it would be wrapped.
        let space = item.font.ttf().glyph_index(' ').map(|id| id.0);
        let Some(space) = space.filter(|space| empty.is_some_and(|empty| empty.id == *space)) else { return };
        let has_space = old.iter().any(|glyph| item.text.get(glyph.range()) == Some(" "));
        let is_first = (added || has_space) && self.spaces.insert(item.font.clone());
        if is_first && added {
            prepend_space(item, space);
        }
    }
}

/// Puts a space of no width at the left end of a run.
fn prepend_space(item: &mut TextItem, space: u16) {
    let (Some(first), Ok(start)) = (item.glyphs.first().cloned(), u16::try_from(item.text.len())) else { return };
    item.text.push(' ');
    let (zero, range) = (Em::zero(), start..start + 1);
    item.glyphs.insert(0, Glyph { id: space, x_advance: zero, x_offset: zero, y_offset: zero, range, ..first });
}

/// True if there is Arabic text in a frame: only then is it copied.
fn needs(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => needs(&group.frame),
        FrameItem::Text(text) => text.text.chars().any(is_arabic_letter),
        _ => false,
    })
}

/// The glyphs of a run, mended.
fn mended(old: &[Glyph], text: &str, face: &Face) -> Vec<Glyph> {
    if !text.chars().any(is_arabic_letter) {
        return old.to_vec();
    }
    let mut glyphs = Vec::with_capacity(old.len() + 8);
    let mut rest = old;
    while let Some(first) = rest.first() {
        let length = rest.iter().take_while(|glyph| glyph.range == first.range).count();
        let (cluster, tail) = rest.split_at(length);
        mend_cluster(cluster, text, face, &mut glyphs);
        rest = tail;
    }
    glyphs
}

/// The face of a run.
struct Face<'a> {
    font: &'a FontInstance,
    empty: Option<Empty>,
}

/// A glyph without an outline.
#[derive(Clone, Copy)]
struct Empty {
    id: u16,
    width: Em,
}

impl Empty {
    /// A face's em space, or its space. PDFium begins a new line with a raised mark that is narrower than four times its rise
    /// (`ProcessTextObject`): wide ones keep marks in their line.
    fn of(font: &FontInstance) -> Option<Self> {
        let id = ['\u{2003}', ' '].into_iter().find_map(|c| font.ttf().glyph_index(c))?;
        Some(Self { id: id.0, width: font.x_advance(id.0)? })
    }

    /// The glyph for a text, where `like` stands.
    fn glyph(self, like: &Glyph, x_advance: Em, x_offset: Em) -> Glyph {
        Glyph { id: self.id, x_advance, x_offset, ..like.clone() }
    }
}

/// Appends the glyphs of one cluster, which are in the order they are seen from the left: marks before their letter.
fn mend_cluster(cluster: &[Glyph], text: &str, face: &Face, glyphs: &mut Vec<Glyph>) {
    let Some(first) = cluster.first() else { return };
    let characters = characters(text, first.range());
    let cut = characters.iter().position(|(_, c)| is_tashkeel(*c)).unwrap_or(characters.len());
    let (letters, marks) = characters.split_at(cut);
    let arabic = letters.iter().any(|(_, c)| is_arabic_letter(*c)) && marks.iter().all(|(_, c)| is_tashkeel(*c));
    let mark_glyphs = cluster.iter().take_while(|glyph| glyph.x_advance == Em::zero()).count();
    let (over, base) = cluster.split_at(mark_glyphs);
    let known = matches!((over.len(), marks.len()), (0, 0) | (1, 1..)) || over.len() == marks.len();
    match (base, letters) {
        _ if !(arabic && known) => glyphs.extend(cluster.iter().map(|glyph| visible(glyph, &characters))),
        ([glyph], [(range, _)]) => {
            mend_marks(over, marks, face, glyphs);
            set_letter(&Glyph { range: range.clone(), ..glyph.clone() }, face, glyphs);
        }
        // The letter's own glyph at the right, and strokes that draw it out.
        ([_, _, ..], [(range, _)]) => {
            mend_marks(over, marks, face, glyphs);
            glyphs.extend(base.iter().map(|glyph| Glyph { range: range.clone(), ..glyph.clone() }));
        }
        ([glyph], [_, ..]) => {
            mend_marks(over, marks, face, glyphs);
            share_out(glyph, letters, face, glyphs);
        }
        _ => glyphs.extend_from_slice(cluster),
    }
}

/// A glyph for the characters of its cluster that are seen.
fn visible(glyph: &Glyph, characters: &[(Range<u16>, char)]) -> Glyph {
    match characters {
        [(first, _), .., (last, _)] => Glyph { range: first.start..last.end, ..glyph.clone() },
        [(only, _)] => Glyph { range: only.clone(), ..glyph.clone() },
        [] => glyph.clone(),
    }
}

/// Appends the glyphs of marks, each for its own mark, or one for all.
fn mend_marks(over: &[Glyph], marks: &[(Range<u16>, char)], face: &Face, glyphs: &mut Vec<Glyph>) {
    if let ([glyph], [(first, _), .., (last, _)]) = (over, marks) {
        set_over(glyph, &(first.start..last.end), face, glyphs);
        return;
    }
    // From the left: the last mark first.
    for (glyph, (range, _)) in over.iter().zip(marks.iter().rev()) {
        set_over(glyph, range, face, glyphs);
    }
}

/// Appends a mark's glyph between two empty ones: the first begins where the mark's letter begins, for PDFium measures from there, and
/// the second ends there, for so does poppler. To both the mark has no width and is no gap.
fn set_over(glyph: &Glyph, range: &Range<u16>, face: &Face, glyphs: &mut Vec<Glyph>) {
    let mark = Glyph { range: range.clone(), ..glyph.clone() };
    let Some(empty) = face.empty else {
        glyphs.push(mark);
        return;
    };
    let zero = Em::zero();
    let level = Glyph { y_offset: zero, ..mark.clone() };
    glyphs.extend([empty.glyph(&level, zero, zero), empty.glyph(&mark, zero, zero)]);
    let end = empty.glyph(&mark, zero, -empty.width);
    glyphs.extend([mark, end]);
}

/// The characters of a range that are seen, with their own ranges.
fn characters(text: &str, range: Range<usize>) -> Vec<(Range<u16>, char)> {
    let start = range.start;
    let own = |(at, c): (usize, char)| {
        let from = u16::try_from(start + at).ok()?;
        Some((from..from + c.len_utf8() as u16, c))
    };
    let seen = text.get(range).unwrap_or_default().char_indices().filter(|(_, c)| !is_layout_control(*c));
    seen.filter_map(own).collect()
}

/// Appends the glyph of one letter. A gap that sets it apart from what stands to its left becomes part of it; where it is set narrower
/// than it is, as Amiri's initial kaf after a space, an empty glyph ends where the letter does.
fn set_letter(glyph: &Glyph, face: &Face, glyphs: &mut Vec<Glyph>) {
    let (gap, width) = (glyph.x_offset, glyph.x_advance);
    let Some(empty) = face.empty else {
        glyphs.push(glyph.clone());
        return;
    };
    let overhang = face.font.x_advance(glyph.id).unwrap_or(width) - width;
    if gap.get() > GAP && width >= gap {
        glyphs.push(empty.glyph(glyph, gap, Em::zero()));
        glyphs.push(Glyph { x_advance: width - gap, x_offset: Em::zero(), ..glyph.clone() });
    } else if overhang.get() > OVERHANG {
        glyphs.push(Glyph { x_advance: width - empty.width, ..glyph.clone() });
        glyphs.push(empty.glyph(glyph, empty.width, Em::zero()));
    } else {
        glyphs.push(glyph.clone());
    }
}

/// Appends one glyph that stands for several letters: it is left to the last of them, and the others get two empty glyphs each, over
/// and back, at its right end.
///
/// A reader takes the width of a part from where its first glyph begins to where its last one ends (poppler's `ActualText`), which is
/// nothing here. The glyph itself must not be wrapped: PDFium leaves words as they are seen that begin, at the left, with an
/// ActualText.
fn share_out(glyph: &Glyph, letters: &[(Range<u16>, char)], face: &Face, glyphs: &mut Vec<Glyph>) {
    let (Some(empty), Some(((last, _), others))) = (face.empty, letters.split_last()) else {
        glyphs.push(glyph.clone());
        return;
    };
    glyphs.push(Glyph { range: last.clone(), ..glyph.clone() });
    for (range, _) in others.iter().rev() {
        let like = Glyph { range: range.clone(), y_offset: Em::zero(), ..glyph.clone() };
        glyphs.push(empty.glyph(&like, -empty.width, Em::zero()));
        glyphs.push(empty.glyph(&like, empty.width, Em::zero()));
    }
}
