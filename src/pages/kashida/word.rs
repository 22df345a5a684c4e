//! The words of a line.

use std::ops::Range;

use typst::layout::{Abs, Em, FrameItem, Point};
use typst::text::{Glyph, TextItem};

use super::points::KashidaPoint;
use super::shape::{self, Shape};
use crate::arabic::letters::{TATWEEL, is_arabic_letter};

/// A word that is whole in one run.
pub(super) struct ShapedWord {
    /// The run's item.
    pub(super) item: usize,
    /// Its glyphs in the run.
    pub(super) glyphs: Range<usize>,
    /// Its letters and marks.
    pub(super) text: String,
}

/// The run of letters that an item is, if it is one.
pub(super) fn run(item: &(Point, FrameItem)) -> Option<&TextItem> {
    if let FrameItem::Text(run) = &item.1 { Some(run) } else { None }
}

/// The Arabic words of some runs that touch each other, in the order they are read.
pub(super) fn words(line: &[(Point, FrameItem)], part: &[usize]) -> Vec<ShapedWord> {
    let mut words = Vec::new();
    for (at, &item) in part.iter().enumerate().rev() {
        let Some(text) = line.get(item).and_then(run) else { continue };
        let neighbour =
            |at: Option<usize>| at.and_then(|at| part.get(at)).and_then(|&item| line.get(item)).and_then(run);
        let ends = (
            neighbour(at.checked_sub(1)).is_some_and(|run| is_letter(run, run.glyphs.last())),
            neighbour(at.checked_add(1)).is_some_and(|run| is_letter(run, run.glyphs.first())),
        );
        words.extend(words_of(text, item, ends));
    }
    words
}

/// The words of a run from the right; those at an end where the next run goes on with a letter are
/// no whole words.
fn words_of(run: &TextItem, item: usize, (left_goes_on, right_goes_on): (bool, bool)) -> Vec<ShapedWord> {
    let mut words = Vec::new();
    let mut end = run.glyphs.len();
    while end > 0 {
        let Some(glyph) = run.glyphs.get(end - 1) else { break };
        if !is_letter(run, Some(glyph)) {
            end -= 1;
            continue;
        }
        let head = run.glyphs.get(..end).unwrap_or_default();
        let count = head.iter().rev().take_while(|glyph| is_letter(run, Some(glyph))).count();
        let glyphs = end - count..end;
        let cut = (right_goes_on && end == run.glyphs.len()) || (left_goes_on && glyphs.start == 0);
        if !cut && let Some(text) = text_of(run, &glyphs) {
            words.push(ShapedWord { item, glyphs, text });
        }
        end -= count;
    }
    words
}

/// True if a glyph stands for an Arabic letter, with marks or without.
fn is_letter(run: &TextItem, glyph: Option<&Glyph>) -> bool {
    let first = glyph.and_then(|glyph| run.text.get(glyph.range())).and_then(|text| text.chars().next());
    first.is_some_and(|c| is_arabic_letter(c) || c == TATWEEL)
}

/// The text of glyphs that go from the right without a break.
fn text_of(run: &TextItem, glyphs: &Range<usize>) -> Option<String> {
    let mut text = String::new();
    let mut last: Option<Range<usize>> = None;
    for glyph in run.glyphs.get(glyphs.clone())?.iter().rev() {
        let range = glyph.range();
        match &last {
            Some(last) if *last == range => continue,
            Some(last) if last.end != range.start => return None,
            _ => {}
        }
        text.push_str(run.text.get(range.clone())?);
        last = Some(range);
    }
    Some(text)
}

impl ShapedWord {
    /// The width the word gains with a number of tatweels, if it is shaped alone as it is on the
    /// page.
    pub(super) fn gain(&self, run: &TextItem, place: KashidaPoint, count: usize) -> Option<Abs> {
        let (plain, drawn) = self.shapes(run, place, count)?;
        Some((shape::width(&drawn) - shape::width(&plain)).at(run.size))
    }

    /// The glyphs of the word drawn out.
    pub(super) fn drawn(&self, run: &TextItem, place: KashidaPoint, count: usize) -> Option<Vec<Glyph>> {
        let (plain, drawn) = self.shapes(run, place, count)?;
        let glyphs = shape::glyphs(&drawn, &plain, run.glyphs.get(self.glyphs.clone())?);
        (glyphs.len() == drawn.len()).then_some(glyphs)
    }

    /// The word as it is and drawn out.
    fn shapes(&self, run: &TextItem, place: KashidaPoint, count: usize) -> Option<(Shape, Shape)> {
        let language = shape::language(run);
        let plain = shape::shape(&run.font, &language, &self.text, None, 0)?;
        if !shape::is_as_printed(&plain, run.glyphs.get(self.glyphs.clone())?) {
            return None;
        }
        let drawn = shape::shape(&run.font, &language, &self.text, Some(place), count)?;
        shape::has_same_letters(&plain, &drawn).then_some((plain, drawn))
    }
}

/// The extent of some glyphs of a run, from the left of the frame.
pub(super) fn extent(item: &(Point, FrameItem), glyphs: &Range<usize>) -> Option<Range<Abs>> {
    let text = run(item)?;
    let width = |glyphs: &[Glyph]| glyphs.iter().map(|glyph| glyph.x_advance).sum::<Em>().at(text.size);
    let left = item.0.x + width(text.glyphs.get(..glyphs.start)?);
    Some(left..left + width(text.glyphs.get(glyphs.clone())?))
}
