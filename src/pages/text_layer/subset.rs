//! A face of a document's own: the glyphs that it needs, with those that are put together.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use rustybuzz::ttf_parser::{self, RawFace};
use subsetter::GlyphRemapper;
use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariant, FontVariations};
use write_fonts::FontBuilder;
use write_fonts::types::Tag;

use super::composite::Outlines;
use super::needed::{Drawing, Needed};

/// A face that was made.
pub(super) struct MadeFace {
    /// The face.
    pub(super) font: FontInstance,
    /// The numbers of its glyphs, in the order they were asked for.
    pub(super) ids: Vec<u16>,
}

/// Makes a face of glyphs of another.
pub(super) fn make(font: &FontInstance, needed: &[Needed]) -> Option<MadeFace> {
    let mut old_to_new = GlyphRemapper::new();
    for glyph in needed {
        for id in glyph.drawn() {
            old_to_new.remap(id);
        }
    }
    let small = subsetter::subset(font.data(), font.index(), &old_to_new).ok()?;
    let small = RawFace::parse(&small, 0).ok()?;
    let mut outlines = Outlines::of(&small)?;
    let mut ids = Vec::with_capacity(needed.len());
    for glyph in needed {
        ids.push(match glyph {
            Needed::Plain(id) => old_to_new.get(*id)?,
            Needed::Drawn(Drawing { parts, advance, .. }) => {
                let parts = parts.iter().map(|(id, x, y)| Some((old_to_new.get(*id)?, *x, *y)));
                outlines.add(&parts.collect::<Option<Vec<_>>>()?, *advance)?
            }
        });
    }
    let data = written(font, &small, outlines)?;
    let font = Font::new(Bytes::new(data), 0)?;
    let font = font.instantiate(FontVariant::default(), Abs::pt(10.0), &FontVariations::default());
    Some(MadeFace { font, ids })
}

/// The font's file. Its box stays the one of the whole face: readers draw glyphs otherwise when it
/// shrinks.
fn written(font: &FontInstance, small: &RawFace, outlines: Outlines) -> Option<Vec<u8>> {
    let raw = font.ttf().raw_face();
    let mut builder = FontBuilder::new();
    for tag in [b"cvt ", b"fpgm", b"prep", b"name"] {
        if let Some(table) = small.table(ttf_parser::Tag::from_bytes(tag)) {
            builder.add_raw(Tag::new(tag), table);
        }
    }
    if let Some(table) = raw.table(ttf_parser::Tag::from_bytes(b"OS/2")) {
        builder.add_raw(Tag::new(b"OS/2"), table);
    }
    builder.add_raw(Tag::new(b"post"), without_names(small.table(ttf_parser::Tag::from_bytes(b"post"))?)?);
    let mut hasher = DefaultHasher::new();
    for (tag, table) in outlines.tables()? {
        table.hash(&mut hasher);
        builder.add_raw(Tag::new(tag), table);
    }
    // Krilla tells faces apart by the sum over their bytes, which is the same when two glyphs
    // change places.
    builder.add_raw(Tag::new(b"hash"), hasher.finish().to_be_bytes().to_vec());
    Some(builder.build())
}

/// A `post` table of version 3, which has no names of glyphs.
fn without_names(post: &[u8]) -> Option<Vec<u8>> {
    let mut post = post.get(..32)?.to_vec();
    post.get_mut(..4)?.copy_from_slice(&0x0003_0000_u32.to_be_bytes());
    Some(post)
}
