//! Pages that end level: a band left empty at a page's foot becomes air between its blocks.

use typst::ecow::EcoVec;
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::model::Document as _;
use typst_layout::PagedDocument;

use super::heights::{Heights, MOST_BAND, MOST_GROWTH};

/// White space of less than this is none between blocks, in points.
const LEAST_GAP: f64 = 2.0;
/// A frame that fills so much of the text area is the flow itself and no block in it.
const FLOW: f64 = 0.5;
/// The part of a line above its baseline.
const RISE: f64 = 14.5 / 21.0;

/// The place of something in the flow: its top and its foot.
type Extent = (f64, f64);
/// White space between blocks: where it ends, and how much wider it gets.
type Growth = (f64, f64);

/// Widens the gaps of pages that leave a band empty, each by its share, so that the text ends at
/// the foot; none where no page does.
#[must_use]
pub fn level(document: &PagedDocument, heights: &Heights) -> Option<PagedDocument> {
    let bands: Vec<f64> = heights.bands().collect();
    if bands.iter().all(|band| *band <= MOST_BAND) {
        return None;
    }
    let mut pages: EcoVec<_> = document.pages().iter().cloned().collect();
    for (page, band) in pages.make_mut().iter_mut().zip(bands).filter(|(_, band)| *band > MOST_BAND) {
        widen(&mut page.frame, heights, band);
    }
    Some(PagedDocument::new(pages, document.info().clone()))
}

fn widen(frame: &mut Frame, heights: &Heights, band: f64) {
    let mut extents = Vec::new();
    collect(frame, Point::zero(), heights, &mut extents);
    extents.sort_by(|a, b| a.0.total_cmp(&b.0));
    let gaps = gaps(&extents);
    let sum: f64 = gaps.iter().map(|(_, gap)| gap).sum();
    if sum <= 0.0 {
        return;
    }
    let factor = (band / sum).min(MOST_GROWTH);
    let growths: Vec<Growth> = gaps.into_iter().map(|(end, gap)| (end, gap * factor)).collect();
    shift(frame, Point::zero(), heights, &growths);
}

/// White space between what stands one under another: where it ends, and its height.
fn gaps(extents: &[Extent]) -> Vec<(f64, f64)> {
    let mut gaps = Vec::new();
    let Some(&(_, mut foot)) = extents.first() else { return gaps };
    for &(top, end) in extents {
        if top - foot > LEAST_GAP {
            gaps.push((top, top - foot));
        }
        foot = foot.max(end);
    }
    gaps
}

/// The room that an item takes in the flow; none for what takes no room or stands elsewhere.
fn extent(at: Point, item: &FrameItem, heights: &Heights) -> Option<Extent> {
    let y = at.y.to_pt();
    let (top, foot) = match item {
        FrameItem::Group(group) => (y, y + group.frame.height().to_pt()),
        FrameItem::Text(_) => (y - heights.line * RISE, y + heights.line * (1.0 - RISE)),
        FrameItem::Image(_, size, _) => (y, y + size.y.to_pt()),
        FrameItem::Shape(shape, _) => {
            let bounds = shape.bbox(false);
            (y + bounds.min.y.to_pt(), y + bounds.max.y.to_pt())
        }
        FrameItem::Link(..) | FrameItem::Tag(_) => return None,
    };
    let inside = foot > heights.top && top < heights.foot - 1.0 && foot <= heights.foot + heights.line;
    (inside && foot - top > 0.1).then_some((top, foot))
}

/// The frame of the flow, if the item is that and no block in it.
fn flow<'a>(item: &'a FrameItem, heights: &Heights) -> Option<(&'a Frame, Point)> {
    let FrameItem::Group(group) = item else { return None };
    let plain = group.clip.is_none() && group.transform.is_only_translate();
    let tall = group.frame.height().to_pt() > heights.area() * FLOW;
    (plain && tall).then(|| (&group.frame, Point::new(group.transform.tx, group.transform.ty)))
}

fn collect(frame: &Frame, origin: Point, heights: &Heights, extents: &mut Vec<Extent>) {
    for (at, item) in frame.items() {
        let at = origin + *at;
        match flow(item, heights) {
            Some((inner, moved)) => collect(inner, at + moved, heights, extents),
            None => extents.extend(extent(at, item, heights)),
        }
    }
}

fn shift(frame: &mut Frame, origin: Point, heights: &Heights, growths: &[Growth]) {
    let mut items: Vec<(Point, FrameItem)> = frame.items().cloned().collect();
    for (at, item) in &mut items {
        let place = origin + *at;
        if let Some(moved) = flow(item, heights).map(|(_, moved)| moved)
            && let FrameItem::Group(group) = item
        {
            shift(&mut group.frame, place + moved, heights, growths);
            continue;
        }
        let middle = match extent(place, item, heights) {
            Some((top, foot)) => f64::midpoint(top, foot),
            None if matches!(item, FrameItem::Link(..) | FrameItem::Tag(_)) => place.y.to_pt() + LEAST_GAP,
            None => continue,
        };
        if middle < heights.foot {
            let grown: f64 = growths.iter().filter(|(end, _)| *end <= middle).map(|(_, growth)| growth).sum();
            at.y += Abs::pt(grown);
        }
    }
    let mut moved = Frame::new(frame.size(), frame.kind());
    if frame.has_baseline() {
        moved.set_baseline(frame.baseline());
    }
    moved.push_multiple(items);
    *frame = moved;
}
