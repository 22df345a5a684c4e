//! Words shaped again, as they are and drawn out.

use std::str::FromStr;
use std::sync::Arc;

use rustybuzz::{BufferFlags, Direction, Language, ShapePlan, UnicodeBuffer, script};
use typst::layout::Em;
use typst::text::{FontInstance, Glyph, TextItem};

use super::points::KashidaPoint;
use crate::arabic::letters::{TATWEEL, is_tashkeel};

/// A word's glyphs from the left.
pub(super) type Shape = Arc<[Shaped]>;

/// A glyph and the letter it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shaped {
    id: u16,
    x_advance: Em,
    x_offset: Em,
    y_offset: Em,
    /// The first byte in the word of the letter with its marks.
    letter: usize,
}

/// A word drawn out by `count` tatweels at `place`, or as it is without any. None when letters
/// would change places.
#[must_use]
#[comemo::memoize]
pub(super) fn shape(
    font: &FontInstance,
    language: &str,
    word: &str,
    place: Option<KashidaPoint>,
    count: usize,
) -> Option<Shape> {
    let at = place.map_or(word.len(), |place| place.at);
    let (before, after) = (word.get(..at)?, word.get(at..)?);
    let strokes = TATWEEL.len_utf8() * count;
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(before);
    (0..count).for_each(|index| buffer.add(TATWEEL, (at + index * TATWEEL.len_utf8()) as u32));
    let offset = (at + strokes) as u32;
    after.char_indices().for_each(|(index, c)| buffer.add(c, offset + index as u32));
    // As typst-layout's `shape_segment` does, but for the features, which a run doesn't tell.
    buffer.set_language(Language::from_str(language).ok()?);
    buffer.set_direction(Direction::RightToLeft);
    buffer.set_script(script::ARABIC);
    buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
    let glyphs = rustybuzz::shape_with_plan(font.rusty(), &*plan(font, language)?, buffer);

    let last_letter = before.char_indices().rfind(|(_, c)| !is_tashkeel(*c)).map(|(at, _)| at);
    let letter = |cluster: u32| match cluster as usize {
        cluster if cluster < at => Some(cluster),
        cluster if cluster < at + strokes => last_letter,
        cluster => Some(cluster - strokes),
    };
    let shaped = glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()).map(|(info, position)| {
        Some(Shaped {
            id: u16::try_from(info.glyph_id).ok()?,
            x_advance: font.to_em(position.x_advance),
            x_offset: font.to_em(position.x_offset),
            y_offset: font.to_em(position.y_offset),
            letter: letter(info.cluster)?,
        })
    });
    shaped.collect()
}

/// The shaping plan for all words of a face and a language: making it costs more than shaping a
/// word.
#[comemo::memoize]
fn plan(font: &FontInstance, language: &str) -> Option<Arc<ShapePlan>> {
    let language = Language::from_str(language).ok()?;
    let plan = ShapePlan::new(font.rusty(), Direction::RightToLeft, Some(script::ARABIC), Some(&language), &[]);
    Some(Arc::new(plan))
}

/// The width of a shape in em.
pub(super) fn width(shape: &[Shaped]) -> Em {
    shape.iter().map(|glyph| glyph.x_advance).sum()
}

/// True if a word shaped alone has the very glyphs that are on the page.
pub(super) fn is_as_printed(shape: &[Shaped], printed: &[Glyph]) -> bool {
    let same = |a: Em, b: Em| (a.get() - b.get()).abs() < 1e-6;
    shape.len() == printed.len()
        && shape.iter().zip(printed).all(|(shaped, glyph)| {
            shaped.id == glyph.id
                && same(shaped.x_advance, glyph.x_advance)
                && same(shaped.x_offset, glyph.x_offset)
                && same(shaped.y_offset, glyph.y_offset)
        })
}

/// True if every letter has a glyph of its own as before.
pub(super) fn has_same_letters(plain: &[Shaped], drawn: &[Shaped]) -> bool {
    letters(plain) == letters(drawn)
}

fn letters(shape: &[Shaped]) -> Vec<usize> {
    let mut letters: Vec<usize> = shape.iter().map(|glyph| glyph.letter).collect();
    letters.dedup();
    letters
}

/// A shape as glyphs for a run: each stands for what its letter's glyph on the page stood for.
/// `plain` is the word as it is and `printed` its glyphs on the page.
pub(super) fn glyphs(drawn: &[Shaped], plain: &[Shaped], printed: &[Glyph]) -> Vec<Glyph> {
    let glyphs = drawn.iter().filter_map(|&Shaped { id, x_advance, x_offset, y_offset, letter }| {
        let origin = plain.iter().zip(printed).find(|(plain, _)| plain.letter == letter)?.1;
        Some(Glyph { id, x_advance, x_offset, y_offset, ..origin.clone() })
    });
    glyphs.collect()
}

/// The language of a run as shapers write it.
pub(super) fn language(run: &TextItem) -> String {
    match &run.region {
        Some(region) => format!("{}-{}", run.lang.as_str(), region.as_str()),
        None => run.lang.as_str().to_owned(),
    }
}
