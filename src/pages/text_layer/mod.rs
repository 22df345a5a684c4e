//! The text that readers find in the PDF, set so that every glyph stands for one character.
//!
//! Readers put a right-to-left line together from its glyphs, from the right. What stands for
//! several characters they turn round; a gap of a tenth of the type's size they take for a space;
//! and ActualText, with which a PDF can say what a few glyphs stand for together, only two of them
//! read, while in others it tears words (MuPDF, pypdf and pdf.js beside poppler and PDFium).
//!
//! So the glyphs of a run are put together anew: each character gets one glyph that draws all that
//! belongs to it where it was, and is as wide as it was set. Such glyphs are composites of the
//! face's own outlines, as TrueType has them for letters with dots. Of the glyphs that a document
//! uses, with these, faces of its own are made.
//!
//! | what the faces do | what is made of it |
//! |---|---|
//! | letter and mark in one cluster | a glyph without width for the mark, then the letter's |
//! | a letter set apart from the next by an offset (Amiri's ر and و) | a glyph as wide as letter and gap |
//! | a letter narrower than its outline (Amiri's ك after a space) | a glyph as wide as it is set |
//! | a letter drawn out by strokes | one glyph for all |
//! | one glyph for lam and alef, for صر (Cairo, Vazirmatn) | it stands for one letter, and glyphs without outline for the others, each with its share of the width |
//! | one glyph for two characters, at two places | two glyphs |
//! | marks of direction in a letter's cluster | left out: nobody sees or searches them |
//!
//! The text of a run is put in the order of its glyphs, from the left: typst-pdf marks others as
//! reversed, word by word, and pdf.js ends a piece of text at each such mark. Runs that stand side by
//! side in one face, as a number in its line, become one. What is seen stays where it was.

mod characters;
mod composite;
mod ends;
mod face;
mod join;
mod needed;
mod subset;

use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst_layout::Page;

use self::ends::{RunEnd, run_ends};
use self::face::Faces;

/// Sets the text of a document's pages anew. Faces that can't be made anew, as those without
/// TrueType outlines, keep their glyphs.
pub(super) fn mend(pages: &mut [Page]) {
    let mut faces = Faces::default();
    let mut mended: Vec<Frame> = pages.iter().map(|page| page.frame.clone()).collect();
    for frame in &mut mended {
        each_text(frame, &mut |item, end| faces.collect(item, end));
    }
    let Some(made) = faces.make() else { return };
    for (page, mut frame) in pages.iter_mut().zip(mended) {
        each_text(&mut frame, &mut |item, _| made.put(item));
        join::join(&mut frame);
        page.frame = frame;
    }
}

/// Works on every run of a frame.
fn each_text(frame: &mut Frame, work: &mut impl FnMut(&mut TextItem, RunEnd)) {
    if !has_text(frame) {
        return;
    }
    let mut ends = run_ends(frame).into_iter();
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => each_text(&mut group.frame, work),
            FrameItem::Text(text) => work(text, ends.next().unwrap_or(RunEnd::Open)),
            _ => {}
        }
        true
    });
}

/// True of a frame with text: only such a one is copied.
fn has_text(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => has_text(&group.frame),
        FrameItem::Text(_) => true,
        _ => false,
    })
}
