//! Pages become sheets: frames are put into cells as they are, scaled and moved, never laid out
//! again.

use typst::layout::{Abs, Axes, Frame, FrameItem, GroupItem, Point, Ratio, Rect, Size, Transform};
use typst::syntax::Span;
use typst::visualize::{Curve, Geometry as Drawn};
use typst_layout::Page;

use super::geometry::Geometry;
use super::plan::Side;
use crate::imposition::{Imposition, Scheme};

/// The frame of one side, without marks.
pub(super) fn side(pages: &[Page], side: &Side, geometry: &Geometry, imposition: &Imposition) -> Frame {
    let mut sheet = Frame::hard(geometry.media);
    for (place, number) in side.cells.iter().enumerate() {
        let page = number.and_then(|number| pages.get(number.checked_sub(1)?));
        if let Some(page) = page {
            let creep = creep(imposition, side.sheet, place);
            sheet.push(Point::zero(), FrameItem::Group(cell(page, geometry, place, creep)));
        }
    }
    sheet
}

/// Moves a page to the right: inner sheets stick out at the fore edge and are trimmed more, so
/// their pages move towards the spine.
fn creep(imposition: &Imposition, sheet: usize, place: usize) -> Abs {
    let shift = Abs::mm(imposition.creep) * sheet as f64;
    match imposition.scheme {
        Scheme::Booklet if place == 0 => shift,
        Scheme::Booklet => -shift,
        _ => Abs::zero(),
    }
}

/// A page in its cell, cut off where the next cell begins.
fn cell(page: &Page, geometry: &Geometry, place: usize, creep: Abs) -> GroupItem {
    let (area, over, scale) = (geometry.cell(place), geometry.over(place), geometry.scale);
    let mut content = Frame::hard(page.frame.size());
    if let Some(fill) = page.fill_or_transparent() {
        let bleed = page.bleed;
        let size = page.frame.size() + bleed.sum_by_axis();
        let fill = FrameItem::Shape(Drawn::Rect(size).filled(fill), Span::detached());
        content.push(Point::new(-bleed.left, -bleed.top), fill);
    }
    let mut frame = page.frame.clone();
    still(&mut frame);
    content.push(Point::zero(), FrameItem::Group(GroupItem::new(frame)));
    // Pages of other sizes than the first stand in the middle of their cells.
    let size = Size::new(page.frame.width() * scale, page.frame.height() * scale);
    let at =
        Point::new(area.min.x + (area.size().x - size.x) / 2.0 + creep, area.min.y + (area.size().y - size.y) / 2.0);
    let ratio = Ratio::new(scale);
    let transform = Transform::translate(at.x, at.y).pre_concat(Transform::scale(ratio, ratio));
    // The clip is in the page's own measures.
    let own = |x: Abs| x / scale;
    let window = Rect::new(
        Point::new(own(area.min.x - over.left - at.x), own(area.min.y - over.top - at.y)),
        Point::new(own(area.max.x + over.right - at.x), own(area.max.y + over.bottom - at.y)),
    );
    GroupItem { transform, clip: Some(rectangle(window)), ..GroupItem::new(content) }
}

fn rectangle(area: Rect) -> Curve {
    let size: Axes<Abs> = area.size();
    let mut curve = Curve::rect(size);
    curve.translate(area.min);
    curve
}

/// Takes out what only makes sense where pages follow each other: links, and what the order of
/// reading is told by.
pub(super) fn still(frame: &mut Frame) {
    frame.retain(|item| match item {
        FrameItem::Link(..) | FrameItem::Tag(_) => false,
        FrameItem::Group(group) => {
            still(&mut group.frame);
            group.parent = None;
            true
        }
        _ => true,
    });
}
