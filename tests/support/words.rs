//! The words that a reader finds in a PDF, read from the file alone.
//!
//! Each glyph gives what the file says it stands for (ToUnicode, or ActualText around it) and where
//! it stands; lines are then read from the right, with Latin and digits from the left, as poppler
//! and PDFium do. The independent readers themselves are run by `tests/conformance/`.

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use hayro::vello_cpu::kurbo::{Affine, BezPath, Rect, Shape as _};
use lopdf::content::Content;
use lopdf::{Document, Object};

/// The texts of a file's pages, one line for each line of the page.
pub fn page_texts(pdf: &[u8]) -> Vec<String> {
    pieces(pdf).into_iter().map(lines).collect()
}

/// The same of those pieces alone that a function wants, which is told the page's number from 1.
pub fn texts_where(pdf: &[u8], keep: impl Fn(usize, &Piece) -> bool) -> Vec<String> {
    let pages = pieces(pdf).into_iter().enumerate();
    pages.map(|(index, page)| lines(page.into_iter().filter(|piece| keep(index + 1, piece)).collect())).collect()
}

/// What is written on each page of a file, piece by piece in the file's order.
pub fn pieces(pdf: &[u8]) -> Vec<Vec<Piece>> {
    let actual = actual_texts(pdf);
    let file = Pdf::new(pdf.to_vec()).expect("the file is no PDF");
    let cache = InterpreterCache::new();
    let read = |(page, actual): (&_, Vec<Option<String>>)| {
        let page: &hayro::hayro_interpret::hayro_syntax::page::Page = page;
        let mut reader = Reader { actual, next: 0, open: Vec::new(), marks: Vec::new(), found: Vec::new() };
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context = Context::new(Affine::IDENTITY, area, &cache, page.xref(), InterpreterSettings::default());
        interpret_page(page, &mut context, &mut reader);
        reader.found
    };
    file.pages().iter().zip(actual).map(read).collect()
}

/// For each page and each marked content sequence in it, the text it says it stands for.
fn actual_texts(pdf: &[u8]) -> Vec<Vec<Option<String>>> {
    let file = Document::load_mem(pdf).expect("the file is no PDF");
    let page = |id| {
        let content = Content::decode(&file.get_page_content(id)).unwrap();
        let begun =
            content.operations.into_iter().filter(|operation| matches!(operation.operator.as_str(), "BDC" | "BMC"));
        begun.map(|operation| actual_text(operation.operands.get(1)?)).collect()
    };
    file.page_iter().map(page).collect()
}

fn actual_text(properties: &Object) -> Option<String> {
    let Object::String(bytes, _) = properties.as_dict().ok()?.get(b"ActualText").ok()? else { return None };
    let units: Vec<u16> =
        bytes.strip_prefix(&[0xFE, 0xFF])?.chunks_exact(2).map(|b| u16::from_be_bytes([b[0], b[1]])).collect();
    Some(String::from_utf16_lossy(&units))
}

/// A piece of text at a place.
pub struct Piece {
    /// Its baseline, in points from the bottom.
    pub y: f64,
    /// Its left end, in points.
    pub x: f64,
    /// What the file says it stands for.
    pub text: String,
    /// The number of the marked content it stands in, by which the structure names it.
    pub mark: Option<i32>,
    /// The box of its outline.
    pub ink: Option<Rect>,
    /// Its outline.
    pub outline: BezPath,
}

struct Reader {
    actual: Vec<Option<String>>,
    next: usize,
    /// The marked content we are in; the text to give for it is taken by its first glyph.
    open: Vec<Option<Option<String>>>,
    marks: Vec<Option<i32>>,
    found: Vec<Piece>,
}

impl<'a> Device<'a> for Reader {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        let at = (transform * glyph_transform).translation();
        let text = match self.open.iter_mut().rev().find_map(Option::as_mut) {
            Some(actual) => actual.take().unwrap_or_default(),
            None => glyph.as_unicode().map(text_of).unwrap_or_default(),
        };
        let outline = match glyph {
            Glyph::Outline(glyph) => transform * glyph_transform * glyph.outline(),
            Glyph::Type3(_) => BezPath::new(),
        };
        let ink = (!outline.is_empty()).then(|| outline.bounding_box());
        let mark = self.marks.iter().rev().find_map(|mark| *mark);
        self.found.push(Piece { y: at.y, x: at.x, text, mark, ink, outline });
    }

    fn begin_marked_content(&mut self, _: &[u8], mark: Option<i32>) {
        self.marks.push(mark);
        let actual = self.actual.get(self.next).cloned().flatten();
        self.next += 1;
        self.open.push(actual.map(Some));
    }

    fn end_marked_content(&mut self) {
        self.marks.pop();
        self.open.pop();
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

fn text_of(text: hayro::hayro_interpret::hayro_cmap::BfString) -> String {
    match text {
        hayro::hayro_interpret::hayro_cmap::BfString::Char(c) => c.to_string(),
        hayro::hayro_interpret::hayro_cmap::BfString::String(s) => s,
    }
}

/// Pieces as lines, from the top, each read from the right.
pub fn lines(pieces: Vec<Piece>) -> String {
    // A run is drawn from the left; it ends where the pen goes back or to another line.
    let mut runs: Vec<(f64, f64, String)> = Vec::new();
    let mut pen = (f64::NAN, f64::NAN);
    for piece in pieces {
        let goes_on = (piece.y - pen.1).abs() < 0.2 && piece.x > pen.0 - 10.0;
        match runs.last_mut() {
            Some((_, _, text)) if goes_on => text.push_str(&piece.text),
            _ => runs.push((piece.y, piece.x, piece.text)),
        }
        pen = (piece.x, piece.y);
    }
    // Letters that a face raises are runs of their own, a little off the line they belong to.
    let mut rows: Vec<(f64, Vec<(f64, String)>)> = Vec::new();
    for (y, x, text) in runs {
        match rows.iter_mut().find(|(line, _)| (line - y).abs() < 5.0) {
            Some((_, row)) => row.push((x, text)),
            None => rows.push((y, vec![(x, text)])),
        }
    }
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    let line = |mut row: Vec<(f64, String)>| {
        row.sort_by(|a, b| b.0.total_cmp(&a.0));
        row.iter().map(|(_, text)| logical(text)).collect::<Vec<_>>().concat()
    };
    rows.into_iter().map(|(_, row)| line(row)).collect::<Vec<_>>().join("\n")
}

/// A run as it is read: Arabic from the right; Latin and digits, with what stands between them,
/// from the left.
fn logical(visual: &str) -> String {
    if !visual.chars().any(|c| ('ء'..='ۿ').contains(&c) && !c.is_numeric()) {
        return visual.to_owned();
    }
    let from_the_left = |c: char| c.is_ascii_graphic() || matches!(c, '٠'..='٩' | '۰'..='۹' | '٫' | '٬');
    let mut text = String::new();
    let mut latin = String::new();
    for c in visual.chars().rev() {
        if from_the_left(c) {
            latin.push(c);
        } else {
            text.push_str(&turned(&latin));
            latin.clear();
            text.push(c);
        }
    }
    text + &turned(&latin)
}

/// A word that is read from the left, turned round; marks at its ends belong to the line.
fn turned(latin: &str) -> String {
    let is_mark = |c: char| ".,:;!?()".contains(c);
    let (start, rest) = latin.split_at(latin.len() - latin.trim_start_matches(is_mark).len());
    let word = rest.trim_end_matches(is_mark);
    format!("{start}{}{}", word.chars().rev().collect::<String>(), &rest[word.len()..])
}

/// The words of a text as readers compare them: without bidi controls, tashkeel and tatweel.
pub fn words(text: &str) -> Vec<String> {
    use unicode_normalization::UnicodeNormalization as _;
    let dropped = |c: &char| {
        matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{0640}'
            | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{FEFF}')
    };
    let plain: String = text.nfkc().filter(|c| !dropped(c)).collect();
    plain.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
