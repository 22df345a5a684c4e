//! The proof: every side small on one page, with the numbers of its pages, to see the arrangement
//! before paper is used.

use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Ratio, Size, Transform};
use typst::syntax::Span;
use typst::text::FontInstance;
use typst::visualize::{Color, FixedStroke, Geometry as Drawn, Paint};

use super::geometry::{Geometry, upright};
use super::plan::Side;
use crate::edition::Paper;
use crate::pages::label::label;

/// Upright.
const PAPER: Paper = Paper::A4;
const MARGIN_MM: f64 = 12.0;
const GAP_MM: f64 = 5.0;
const CAPTION_PT: f64 = 8.0;

/// The words on the proof.
#[derive(Clone, Copy)]
pub struct ProofWords<'a> {
    /// A sheet's first side.
    pub front: &'static str,
    /// Its second side.
    pub back: &'static str,
    /// A number in the page's digits.
    pub digits: &'a dyn Fn(usize) -> String,
}

/// The proof's page.
pub(super) fn page(
    frames: impl Iterator<Item = Frame>,
    sides: &[Side],
    geometry: &Geometry,
    font: &FontInstance,
    words: ProofWords,
) -> Frame {
    let paper = upright(PAPER);
    let mut page = Frame::hard(paper);
    let (columns, scale) = columns(sides.len(), geometry.media, paper);
    let (margin, gap) = (Abs::mm(MARGIN_MM), Abs::mm(GAP_MM));
    let thumb = Size::new(geometry.media.x * scale, geometry.media.y * scale);
    for (index, (frame, side)) in frames.zip(sides).enumerate() {
        let (row, column) = (index / columns, index % columns);
        // From the right, as the pages are read.
        let at = Point::new(
            paper.x - margin - thumb.x - (thumb.x + gap) * column as f64,
            margin + (thumb.y + gap + Abs::pt(CAPTION_PT)) * row as f64,
        );
        let ratio = Ratio::new(scale);
        let transform = Transform::scale(ratio, ratio);
        page.push(at, FrameItem::Group(GroupItem { transform, ..GroupItem::new(frame) }));
        let outline = Drawn::Rect(thumb).stroked(FixedStroke::from_pair(Color::GRAY, Abs::pt(0.4)));
        page.push(at, FrameItem::Shape(outline, Span::detached()));
        for (place, number) in side.cells.iter().enumerate() {
            let Some(number) = number else { continue };
            let cell = geometry.cell(place);
            let middle = Point::new((cell.min.x + cell.max.x) / 2.0 * scale, (cell.min.y + cell.max.y) / 2.0 * scale);
            badge(&mut page, at + middle, cell.size().x * scale * 0.22, font, &(words.digits)(*number));
        }
        caption(&mut page, at + Point::new(thumb.x, thumb.y + Abs::pt(CAPTION_PT + 1.5)), side, font, words);
    }
    page
}

/// The number of thumbnails beside each other, and their scale, so that all fit and are as large as
/// can be.
fn columns(count: usize, media: Size, paper: Size) -> (usize, f64) {
    let all = (1..=count.max(1)).map(|columns| (columns, scale(columns, count.div_ceil(columns), media, paper)));
    all.fold((1, 0.001), |best, found| if found.1 > best.1 { found } else { best })
}

/// The scale at which so many columns and rows of thumbnails fit.
fn scale(columns: usize, rows: usize, media: Size, paper: Size) -> f64 {
    let (margin, gap, caption) = (Abs::mm(MARGIN_MM), Abs::mm(GAP_MM), Abs::pt(CAPTION_PT));
    let wide = (paper.x - margin * 2.0 - gap * (columns - 1) as f64) / columns as f64;
    let high = (paper.y - margin * 2.0) / rows as f64 - gap - caption;
    (wide / media.x).min(high / media.y)
}

/// A number on white, so that it can be read on any page.
fn badge(page: &mut Frame, middle: Point, size: Abs, font: &FontInstance, number: &str) {
    let text = label(font, size, &Paint::Solid(Color::BLACK), number);
    let (width, pad) = (text.width(), size * 0.25);
    let area = Size::new(width + pad * 2.0, size * 1.3);
    let at = Point::new(middle.x - area.x / 2.0, middle.y - area.y / 2.0);
    page.push(at, FrameItem::Shape(Drawn::Rect(area).filled(Color::WHITE), Span::detached()));
    page.push(Point::new(at.x + pad, at.y + size * 0.98), FrameItem::Text(text));
}

/// The sheet's number and side, ending at the right.
fn caption(page: &mut Frame, end: Point, side: &Side, font: &FontInstance, words: ProofWords) {
    let black = Paint::Solid(Color::BLACK);
    let number = label(font, Abs::pt(CAPTION_PT), &black, &(words.digits)(side.sheet + 1));
    let word = label(font, Abs::pt(CAPTION_PT), &black, if side.back { words.back } else { words.front });
    let number_at = end.x - number.width();
    let word_at = number_at - Abs::pt(3.0) - word.width();
    page.push(Point::new(number_at, end.y), FrameItem::Text(number));
    page.push(Point::new(word_at, end.y), FrameItem::Text(word));
}
