//! The glyphs of a run, by the characters they stand for.

use typst::layout::Em;
use typst::text::{FontInstance, Glyph, TextItem};

use crate::arabic::letters::{is_arabic_letter, is_layout_control, is_tashkeel};

/// The glyphs that stand for one character.
pub(super) struct CharacterGlyph<'a> {
    /// The character.
    pub(super) c: char,
    /// The glyphs that are drawn.
    pub(super) parts: &'a [DrawnGlyph],
    /// The way the pen goes on.
    pub(super) advance: Em,
    /// The first glyph of its cluster.
    pub(super) first: &'a Glyph,
}

/// A glyph that is drawn at a distance from the pen.
#[derive(Clone, Copy)]
pub(super) struct DrawnGlyph {
    pub(super) id: u16,
    pub(super) x: Em,
    pub(super) y: Em,
}

/// Calls a function with each character of a run, from the left.
pub(super) fn each_character(item: &TextItem, work: &mut impl FnMut(CharacterGlyph)) {
    let rtl = is_right_to_left(item);
    let mut rest = item.glyphs.as_slice();
    while let Some(first) = rest.first() {
        let length = rest.iter().take_while(|glyph| glyph.range == first.range).count();
        let (cluster, tail) = rest.split_at(length);
        let text = item.text.get(first.range()).unwrap_or_default();
        read_cluster(cluster, text, rtl, &item.font, work);
        rest = tail;
    }
}

/// True of a run that reads from the right.
pub(super) fn is_right_to_left(item: &TextItem) -> bool {
    match (item.glyphs.first(), item.glyphs.last()) {
        (Some(first), Some(last)) if first.range != last.range => first.range.start > last.range.start,
        _ => item.text.chars().any(is_arabic_letter),
    }
}

/// Reads one cluster. Its glyphs are in the order they are seen from the left: in a right-to-left
/// run, marks before their letter, in some faces with its dots.
fn read_cluster(cluster: &[Glyph], text: &str, rtl: bool, font: &FontInstance, work: &mut impl FnMut(CharacterGlyph)) {
    let mut own = text.chars();
    if let ([glyph], Some(c), None) = (cluster, own.next(), own.next()) {
        return one(glyph, c, work);
    }
    let mut characters: Vec<char> = text.chars().filter(|c| !is_layout_control(*c)).collect();
    if characters.is_empty() {
        characters.extend(text.chars().next());
    }
    let letters = characters.iter().position(|c| is_tashkeel(*c)).unwrap_or(characters.len());
    let (letters, marks) = characters.split_at(letters);
    let over = cluster.iter().take_while(|glyph| glyph.x_advance == Em::zero()).count();
    let (over, base) = cluster.split_at(over);
    if !rtl || letters.is_empty() || base.is_empty() {
        return share_out(cluster, &characters, rtl, work);
    }
    if over.len() == 1 && marks.len() > 1 {
        share_out(over, marks, rtl, work);
        return share_out(base, letters, rtl, work);
    }
    let is_mark = |glyph: &&Glyph| {
        let is_drawn = |c: &char| font.ttf().glyph_index(*c).is_some_and(|id| id.0 == glyph.id);
        over.len() == marks.len() || marks.iter().any(is_drawn)
    };
    let (mark_glyphs, dots): (Vec<&Glyph>, Vec<&Glyph>) = over.iter().partition(is_mark);
    if mark_glyphs.len() != marks.len() {
        return share_out(cluster, &characters, rtl, work);
    }
    for (glyph, mark) in mark_glyphs.into_iter().zip(marks.iter().rev()) {
        one(glyph, *mark, work);
    }
    let letter: Vec<Glyph> = dots.into_iter().chain(base).cloned().collect();
    share_out(&letter, letters, rtl, work);
}

/// Gives one glyph for one character.
fn one(glyph: &Glyph, c: char, work: &mut impl FnMut(CharacterGlyph)) {
    let parts = &[DrawnGlyph { id: glyph.id, x: glyph.x_offset, y: glyph.y_offset }];
    work(CharacterGlyph { c, parts, advance: glyph.x_advance, first: glyph });
}

/// Gives a glyph for each of the characters that glyphs stand for together: the letter at the left
/// draws them all, and the letters share their width.
fn share_out(glyphs: &[Glyph], characters: &[char], rtl: bool, work: &mut impl FnMut(CharacterGlyph)) {
    let Some(first) = glyphs.first() else { return };
    let mut width = Em::zero();
    let mut all = Vec::with_capacity(glyphs.len());
    for glyph in glyphs {
        all.push(DrawnGlyph { id: glyph.id, x: width + glyph.x_offset, y: glyph.y_offset });
        width += glyph.x_advance;
    }
    let mut seen = characters.to_vec();
    if rtl {
        seen.reverse();
    }
    let letters = seen.iter().filter(|c| !is_tashkeel(**c)).count();
    let drawn = seen.iter().position(|c| !is_tashkeel(*c)).unwrap_or(0);
    let share = width / letters.max(1) as f64;
    for (index, c) in seen.into_iter().enumerate() {
        let parts = if index == drawn { all.as_slice() } else { &[] };
        // Marks alone keep their width.
        let wide = if letters == 0 { index == drawn } else { !is_tashkeel(c) };
        let advance = if wide { share } else { Em::zero() };
        work(CharacterGlyph { c, parts, advance, first });
    }
}
