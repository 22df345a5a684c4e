//! The faces of a document, and the glyphs that it needs of each.

use std::collections::HashMap;

use rustybuzz::ttf_parser::{GlyphId, Tag};
use typst::layout::Em;
use typst::text::{FontInstance, Glyph, TextItem};

use super::characters::{CharacterGlyph, DrawnGlyph, each_character, is_right_to_left};
use super::ends::RunEnd;
use super::needed::{Drawing, Needed};
use super::subset::{self, MadeFace};
use crate::arabic::letters::{is_arabic_letter, is_tashkeel};

/// The faces of a document.
#[derive(Default)]
pub(super) struct Faces {
    faces: Vec<ComposedFace>,
    /// The face for each font; none where it can't be made anew.
    known: HashMap<FontInstance, Option<usize>>,
}

/// The faces that were made, in the place of those that typst set the text in.
pub(super) struct MadeFaces(HashMap<FontInstance, MadeFace>);

impl Faces {
    /// Sets a run in glyphs for one character each. Their numbers are those of the face's list
    /// until [`MadeFaces::put`].
    pub(super) fn collect(&mut self, item: &mut TextItem, end: RunEnd) {
        let Some(face) = self.face(&item.font) else { return };
        let mut text = String::with_capacity(item.text.len() + 1);
        let mut glyphs = Vec::with_capacity(item.glyphs.len() + 8);
        let mut push = |c: char, id: u16, advance: Em, like: &Glyph| {
            let start = text.len() as u16;
            text.push(c);
            let range = start..text.len() as u16;
            let (x_offset, y_offset) = (Em::zero(), Em::zero());
            glyphs.push(Glyph { id, x_advance: advance, x_offset, y_offset, range, ..like.clone() });
        };
        // Pdf.js runs words together where the next run stands to the left.
        if let (RunEnd::Open, true, Some(first)) = (end, is_right_to_left(item), item.glyphs.first())
            && item.text.get(first.range()).is_some_and(|text| !text.trim().is_empty())
        {
            push(' ', face.drawn(Drawing { c: ' ', parts: Vec::new(), advance: 0 }), Em::zero(), first);
        }
        each_character(item, &mut |character: CharacterGlyph| {
            push(character.c, face.glyph(&character), character.advance, character.first);
        });
        item.text = text.into();
        item.glyphs = glyphs;
    }

    fn face(&mut self, font: &FontInstance) -> Option<&mut ComposedFace> {
        let faces = &mut self.faces;
        let index = *self.known.entry(font.clone()).or_insert_with(|| {
            faces.push(ComposedFace::of(font)?);
            Some(faces.len() - 1)
        });
        self.faces.get_mut(index?)
    }

    /// Makes the faces, or nothing when one of them can't be.
    pub(super) fn make(self) -> Option<MadeFaces> {
        let made =
            self.faces.into_iter().map(|face| Some((face.font.clone(), subset::make(&face.font, &face.glyphs)?)));
        made.collect::<Option<_>>().map(MadeFaces)
    }
}

impl MadeFaces {
    /// Puts a run into the face that was made for it.
    pub(super) fn put(&self, item: &mut TextItem) {
        let Some(made) = self.0.get(&item.font) else { return };
        for glyph in &mut item.glyphs {
            glyph.id = made.ids.get(usize::from(glyph.id)).copied().unwrap_or_default();
        }
        item.font = made.font.clone();
    }
}

struct ComposedFace {
    font: FontInstance,
    glyphs: Vec<Needed>,
    /// For each glyph of the face: the character it stands for, and its place in the list.
    plain: HashMap<u16, (char, u16)>,
    drawn: HashMap<Drawing, u16>,
}

impl ComposedFace {
    /// A face with TrueType outlines alone: no axes, no colours.
    fn of(font: &FontInstance) -> Option<Self> {
        let raw = font.ttf().raw_face();
        let has = |tag: &[u8; 4]| raw.table(Tag::from_bytes(tag)).is_some();
        let plain = has(b"glyf") && ![b"fvar", b"COLR", b"SVG ", b"sbix", b"CBDT"].into_iter().any(has);
        plain.then(|| Self { font: font.clone(), glyphs: Vec::new(), plain: HashMap::new(), drawn: HashMap::new() })
    }

    /// The place of the glyph for a character in the list.
    fn glyph(&mut self, character: &CharacterGlyph) -> u16 {
        let CharacterGlyph { c, parts, advance, .. } = *character;
        if let [part] = parts {
            let natural = self.font.x_advance(part.id).unwrap_or(advance);
            let is_inked = self.is_inked(part.id);
            // Kerning and justified spaces are the file's to say; a share of a ligature is not.
            let is_shared = is_inked && advance < natural * 0.75;
            let needs_own_width = is_arabic_letter(c) || is_tashkeel(c) || is_shared;
            let as_wide = self.units(advance) == self.units(natural) || !needs_own_width;
            let in_place = self.units(part.x) == 0 && self.units(part.y) == 0;
            if part.id == 0 || as_wide && (in_place || !is_inked) {
                return self.plain(part.id, c, natural);
            }
        }
        let inked: Vec<DrawnGlyph> = parts.iter().copied().filter(|part| self.is_inked(part.id)).collect();
        let parts = inked.iter().map(|part| (part.id, self.units(part.x), self.units(part.y))).collect();
        let advance = self.units(advance).max(0).unsigned_abs();
        self.drawn(Drawing { c, parts, advance })
    }

    /// A glyph as the face has it; where it stands for another character already, its double.
    fn plain(&mut self, id: u16, c: char, natural: Em) -> u16 {
        let next = self.glyphs.len() as u16;
        let (first, place) = *self.plain.entry(id).or_insert((c, next));
        if place == next {
            self.glyphs.push(Needed::Plain(id));
        }
        if first == c || id == 0 {
            return place;
        }
        let parts = if self.is_inked(id) { vec![(id, 0, 0)] } else { Vec::new() };
        let advance = self.units(natural).max(0).unsigned_abs();
        self.drawn(Drawing { c, parts, advance })
    }

    fn drawn(&mut self, drawing: Drawing) -> u16 {
        if let Some(place) = self.drawn.get(&drawing) {
            return *place;
        }
        let place = self.glyphs.len() as u16;
        self.glyphs.push(Needed::Drawn(drawing.clone()));
        self.drawn.insert(drawing, place);
        place
    }

    fn is_inked(&self, id: u16) -> bool {
        self.font.ttf().glyph_bounding_box(GlyphId(id)).is_some()
    }

    fn units(&self, length: Em) -> i16 {
        (length.get() * self.font.units_per_em()).round() as i16
    }
}
