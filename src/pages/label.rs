//! Short words on sheets, outside of any page: slug lines and the numbers of proofs.

use rustybuzz::UnicodeBuffer;
use typst::layout::{Abs, Em};
use typst::syntax::Span;
use typst::text::{Font, FontInstance, FontVariant, FontVariations, Glyph, Lang, TextItem};
use typst::visualize::Paint;

/// A face as its file has it.
pub(super) fn face(font: &Font) -> FontInstance {
    font.clone().instantiate(FontVariant::default(), Abs::pt(10.0), &FontVariations::default())
}

/// A run of one direction, shaped in a face: Latin text, an Arabic word, or a number.
pub(super) fn label(font: &FontInstance, size: Abs, fill: &Paint, text: &str) -> TextItem {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let shaped = rustybuzz::shape(font.rusty(), &[], buffer);
    let mut starts: Vec<u32> = shaped.glyph_infos().iter().map(|info| info.cluster).collect();
    starts.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
    starts.sort_unstable();
    let end = |start: u32| starts.iter().copied().find(|&next| next > start).unwrap_or(start);
    let narrow = |at: u32| u16::try_from(at).unwrap_or(u16::MAX);
    let em = |units: i32| Em::from_units(units, font.units_per_em());
    let glyphs = shaped
        .glyph_infos()
        .iter()
        .zip(shaped.glyph_positions())
        .map(|(info, position)| Glyph {
            id: u16::try_from(info.glyph_id).unwrap_or_default(),
            x_advance: em(position.x_advance),
            x_offset: em(position.x_offset),
            y_advance: em(position.y_advance),
            y_offset: em(position.y_offset),
            range: narrow(info.cluster)..narrow(end(info.cluster)),
            span: (Span::detached(), 0),
        })
        .collect();
    TextItem {
        font: font.clone(),
        size,
        fill: fill.clone(),
        stroke: None,
        lang: Lang::ENGLISH,
        region: None,
        text: text.into(),
        glyphs,
    }
}
