//! The text of a PDF's pages, from where its letters stand: programs write Arabic from left to right, in
//! pieces, or in shapes of letters, so the order of its file is nobody's.

use std::sync::Arc;

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use hayro_syntax::{LoadPdfError, Pdf};
use kurbo::{Affine, BezPath, Point, Rect};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use super::line::{Letter, logical};

/// The most bytes of text that are taken from a file.
const MAX_TEXT: usize = 2 * 1024 * 1024;
/// The most letters of a page: what has more is no page to read.
const MAX_LETTERS: usize = 200_000;

/// What a reader of PDFs finds in one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PdfContents {
    /// The number of its pages; 0 when it can't be opened.
    pub(crate) pages: usize,
    /// True if it asks for a password.
    pub(crate) is_locked: bool,
    /// Its text, a line of a page on a line; empty for a scan.
    pub(crate) text: String,
    /// True if there is more of it than is taken.
    pub(crate) is_cut: bool,
}

/// Opens a PDF and reads its text.
pub(super) fn contents(pdf: Vec<u8>) -> PdfContents {
    let pdf = match Pdf::new(Arc::new(pdf)) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(_)) => return PdfContents { is_locked: true, ..PdfContents::default() },
        Err(LoadPdfError::Invalid) => return PdfContents::default(),
    };
    let pages = pdf.pages();
    let mut contents = PdfContents { pages: pages.len(), ..PdfContents::default() };
    let cache = InterpreterCache::new();
    for page in pages.iter() {
        let settings = InterpreterSettings { render_annotations: false, ..InterpreterSettings::default() };
        let bounds = Rect::new(0.0, 0.0, 1.0, 1.0);
        let mut context = Context::new(Affine::IDENTITY, bounds, &cache, pdf.xref(), settings);
        let mut letters = Letters::default();
        interpret_page(page, &mut context, &mut letters);
        for line in letters.lines() {
            contents.text.push_str(&line);
            contents.text.push('\n');
        }
        if contents.text.len() > MAX_TEXT {
            contents.text.truncate(contents.text.floor_char_boundary(MAX_TEXT));
            contents.is_cut = true;
            break;
        }
    }
    contents
}

/// The letters of a page in the order of its file.
#[derive(Default)]
struct Letters(Vec<Letter>);

impl Letters {
    /// The lines as they are read. Letters that follow each other at one height are a line.
    fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut rest = self.0.as_slice();
        while let Some(first) = rest.first() {
            let length = rest.iter().take_while(|letter| letter.is_beside(first)).count().max(1);
            let (line, after) = rest.split_at(length);
            lines.push(logical(line));
            rest = after;
        }
        lines.retain(|line| !line.is_empty());
        lines
    }
}

impl Device<'_> for Letters {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        let text = match glyph.as_unicode() {
            Some(BfString::Char(letter)) => letter.to_string(),
            Some(BfString::String(letters)) => letters,
            None => return,
        };
        if self.0.len() >= MAX_LETTERS {
            return;
        }
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().map_or(500.0, f64::from),
            Glyph::Type3(_) => 500.0,
        };
        let place = transform * glyph_transform;
        let (start, end) = (place * Point::ZERO, place * Point::new(advance, 0.0));
        let size = (place * Point::new(0.0, 1000.0) - start).hypot();
        let whole = start.is_finite() && end.is_finite() && size.is_finite() && size > 0.0;
        if whole {
            // Shapes of letters (U+FB50 to U+FEFF) become the letters.
            let text = text.nfkc().filter(|c| !c.is_control()).collect();
            self.0.push(Letter { text, left: start.x.min(end.x), right: start.x.max(end.x), height: start.y, size });
        }
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
