//! Marks for those who cut, fold and print: crop, cut, fold and registration marks.

use std::sync::Arc;

use typst::layout::{Abs, Frame, FrameItem, Point, Ratio, Rect, Size};
use typst::syntax::Span;
use typst::text::FontInstance;
use typst::visualize::{
    Cmyk, Color, Curve, DashPattern, FixedStroke, Geometry as Drawn, Paint, ProcessColor, Shape, SpotColor,
    SpotColorant, SpotColorantName,
};

use super::geometry::Geometry;
use crate::pages::inks::BLACK;
use crate::pages::label::label;

/// Crop marks begin this far off the trim, outside of the bleed.
const OFF_MM: f64 = 3.0;
const LENGTH_MM: f64 = 5.0;
const THICK_PT: f64 = 0.25;
/// In the office marks stand on the paper itself, on the line that is cut or folded.
const TICK_MM: f64 = 4.0;
/// Registration marks: their centre off the trim, their circle and their cross.
const TARGET_MM: f64 = 7.0;
const CIRCLE_MM: f64 = 1.5;
const CROSS_MM: f64 = 2.5;
/// The slug line's base line off the trim.
const SLUG_MM: f64 = 12.0;
const SLUG_PT: f64 = 6.0;

/// The colour that appears on every plate, also on those of inks that nobody has thought of (PDF's
/// separation `All`).
fn registration() -> Color {
    let fallback = ProcessColor::Cmyk(Cmyk { c: 1.0, m: 1.0, y: 1.0, k: 1.0 });
    let colorant = SpotColorant { name: Some(SpotColorantName::All), fallback };
    Color::Spot(SpotColor::new(Arc::new(colorant), Ratio::one()))
}

/// Draws the marks of a press sheet around its cells. `fold` is the line of a booklet's spine.
pub(super) fn press(sheet: &mut Frame, geometry: &Geometry, fold: Option<Abs>) {
    let trim = geometry.trim();
    let (off, length) = (Abs::mm(OFF_MM), Abs::mm(LENGTH_MM));
    let stroke = || FixedStroke::from_pair(registration(), Abs::pt(THICK_PT));
    for x in lines(geometry, |cell| [cell.min.x, cell.max.x]).into_iter().filter(|&x| fold != Some(x)) {
        line(sheet, Point::new(x, trim.min.y - off - length), Point::with_y(length), stroke());
        line(sheet, Point::new(x, trim.max.y + off), Point::with_y(length), stroke());
    }
    for y in lines(geometry, |cell| [cell.min.y, cell.max.y]) {
        line(sheet, Point::new(trim.min.x - off - length, y), Point::with_x(length), stroke());
        line(sheet, Point::new(trim.max.x + off, y), Point::with_x(length), stroke());
    }
    if let Some(x) = fold {
        for y in [trim.min.y - off - length, trim.max.y + off] {
            line(sheet, Point::new(x, y), Point::with_y(length), dashed(stroke()));
        }
    }
    // In the middle of a cell, where no line is cut.
    let (cell, target) = (geometry.cell(0), Abs::mm(TARGET_MM));
    let (x, y) = ((cell.min.x + cell.max.x) / 2.0, (cell.min.y + cell.max.y) / 2.0);
    for at in [
        Point::new(x, trim.min.y - target),
        Point::new(x, trim.max.y + target),
        Point::new(trim.min.x - target, y),
        Point::new(trim.max.x + target, y),
    ] {
        registration_mark(sheet, at);
    }
}

/// Draws what an office needs to cut or fold: short ticks at the sheet's edges.
pub(super) fn office(sheet: &mut Frame, geometry: &Geometry, fold: Option<Abs>) {
    let (media, tick) = (geometry.media, Abs::mm(TICK_MM));
    let stroke = || FixedStroke::from_pair(Color::BLACK, Abs::pt(THICK_PT));
    let inside = |at: Abs, size: Abs| at > Abs::pt(1.0) && at < size - Abs::pt(1.0);
    for x in lines(geometry, |cell| [cell.min.x, cell.max.x]).into_iter().filter(|&x| inside(x, media.x)) {
        let stroke = || if fold == Some(x) { dashed(stroke()) } else { stroke() };
        line(sheet, Point::with_x(x), Point::with_y(tick), stroke());
        line(sheet, Point::new(x, media.y - tick), Point::with_y(tick), stroke());
    }
    for y in lines(geometry, |cell| [cell.min.y, cell.max.y]).into_iter().filter(|&y| inside(y, media.y)) {
        line(sheet, Point::with_y(y), Point::with_x(tick), stroke());
        line(sheet, Point::new(media.x - tick, y), Point::with_x(tick), stroke());
    }
}

/// Writes what a press sheet is below it.
pub(super) fn slug(sheet: &mut Frame, geometry: &Geometry, font: &FontInstance, text: &str) {
    let trim = geometry.trim();
    let text = label(font, Abs::pt(SLUG_PT), &Paint::Solid(BLACK), text);
    sheet.push(Point::new(trim.min.x, trim.max.y + Abs::mm(SLUG_MM)), FrameItem::Text(text));
}

/// The distinct lines that cells give, in order.
fn lines(geometry: &Geometry, of: impl Fn(Rect) -> [Abs; 2]) -> Vec<Abs> {
    let mut lines: Vec<Abs> = geometry.cells().flat_map(of).collect();
    lines.sort();
    lines.dedup_by(|a, b| (*a - *b).abs() < Abs::pt(0.01));
    lines
}

fn line(sheet: &mut Frame, at: Point, to: Point, stroke: FixedStroke) {
    sheet.push(at, FrameItem::Shape(Drawn::Line(to).stroked(stroke), Span::detached()));
}

fn dashed(stroke: FixedStroke) -> FixedStroke {
    let array = vec![Abs::mm(0.8), Abs::mm(0.6)];
    FixedStroke { dash: Some(DashPattern { array, phase: Abs::zero() }), ..stroke }
}

fn registration_mark(sheet: &mut Frame, at: Point) {
    let stroke = || FixedStroke::from_pair(registration(), Abs::pt(THICK_PT));
    let (circle, cross) = (Abs::mm(CIRCLE_MM), Abs::mm(CROSS_MM));
    let round = Curve::ellipse(Size::splat(circle * 2.0));
    let shape: Shape = Drawn::Curve(round).stroked(stroke());
    sheet.push(at - Point::splat(circle), FrameItem::Shape(shape, Span::detached()));
    line(sheet, at - Point::with_x(cross), Point::with_x(cross * 2.0), stroke());
    line(sheet, at - Point::with_y(cross), Point::with_y(cross * 2.0), stroke());
}
