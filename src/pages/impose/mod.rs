//! Imposition: finished pages are arranged on sheets to be printed, folded, cut and stacked.
//!
//! `plan` says in integers which page stands where, `geometry` where that is on the paper, `place`
//! puts the frames there and `marks` draws what printers need. Pages alone on press sheets are the
//! arrangement of one page a side.

mod geometry;
mod marks;
mod place;
mod plan;
mod proof;

use typst::ecow::EcoVec;
use typst::foundations::{Content, Smart};
use typst::layout::{Abs, Frame, Point, Rect, Sides, Size};
use typst::model::Document as _;
use typst::text::Font;
use typst_layout::{Page, PagedDocument};

use self::geometry::Geometry;
use self::plan::{Grid, Side, plan};
pub use self::proof::ProofWords;
use crate::imposition::{Imposition, Scheme};
use crate::pages::label;

/// The parts of a press sheet that an office's sheet has not.
pub struct PressSheet<'a> {
    /// The face of the slug line.
    pub font: Font,
    /// The slug line: the file's name, edition and date.
    pub slug: &'a str,
}

/// Pages on sheets.
pub struct Sheets {
    /// A page a side.
    pub document: PagedDocument,
    /// The boxes of every side; none in the office, where the paper's edge is the page's.
    pub boxes: Option<Boxes>,
}

/// The trim and bleed boxes of a side, in points from the sheet's upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Boxes {
    /// The part that is left after the cut.
    pub trim: Rect,
    /// The trim and what goes over it.
    pub bleed: Rect,
}

/// Arranges a document's pages, at the press with marks, boxes and a slug line.
#[must_use]
pub fn impose(document: &PagedDocument, imposition: &Imposition, press: Option<&PressSheet>) -> Sheets {
    let pages = document.pages();
    let (geometry, sides) = arranged(pages, imposition, press.is_some());
    let fold = fold(&geometry, imposition.scheme);
    let font = press.map(|press| label::face(&press.font));
    let mut sheets = EcoVec::with_capacity(sides.len());
    for (index, side) in sides.iter().enumerate() {
        let mut frame = place::side(pages, side, &geometry, imposition);
        match (press, &font) {
            (Some(press), Some(font)) => {
                marks::press(&mut frame, &geometry, fold);
                let text = format!("{}   {}", press.slug, what(imposition.scheme, side, index, sides.len()));
                marks::slug(&mut frame, &geometry, font, &text);
            }
            _ => marks::office(&mut frame, &geometry, fold),
        }
        sheets.push(sheet(frame, index));
    }
    let trim = geometry.trim();
    let over = geometry.bleed;
    let bleed =
        Rect::new(Point::new(trim.min.x - over, trim.min.y - over), Point::new(trim.max.x + over, trim.max.y + over));
    let boxes = press.map(|_| Boxes { trim, bleed });
    Sheets { document: PagedDocument::new(sheets, document.info().clone()), boxes }
}

/// One page with a thumbnail of every side, its pages' numbers on it.
#[must_use]
pub fn proof(document: &PagedDocument, imposition: &Imposition, font: &Font, words: ProofWords) -> Sheets {
    let pages = document.pages();
    let (geometry, sides) = arranged(pages, imposition, false);
    let frames = sides.iter().map(|side| place::side(pages, side, &geometry, imposition));
    let frame = proof::page(frames, &sides, &geometry, &label::face(font), words);
    let pages = EcoVec::from_iter([sheet(frame, 0)]);
    Sheets { document: PagedDocument::new(pages, document.info().clone()), boxes: None }
}

fn arranged(pages: &[Page], imposition: &Imposition, press: bool) -> (Geometry, Vec<Side>) {
    let first = pages.first();
    let size = first.map_or(Size::zero(), |page| page.frame.size());
    let bleed = press.then(|| first.map_or(Abs::zero(), |page| page.bleed.left));
    let geometry = Geometry::new(size, Grid::of(imposition.scheme), imposition, bleed);
    (geometry, plan(imposition.scheme, imposition.binding, pages.len()).sides)
}

/// The line a sheet is folded at.
fn fold(geometry: &Geometry, scheme: Scheme) -> Option<Abs> {
    scheme.is_folded().then(|| geometry.cell(0).max.x)
}

/// Names a side for the slug line.
fn what(scheme: Scheme, side: &Side, index: usize, count: usize) -> String {
    if scheme == Scheme::Single {
        return format!("page {}/{count}", index + 1);
    }
    let pages: Vec<String> =
        side.cells.iter().map(|cell| cell.map_or("-".to_owned(), |page| page.to_string())).collect();
    let face = if side.back { "back" } else { "front" };
    format!("{}   sheet {} {face}   pages {}", scheme.name(), side.sheet + 1, pages.join(" | "))
}

fn sheet(frame: Frame, index: usize) -> Page {
    Page {
        frame,
        bleed: Sides::splat(Abs::zero()),
        fill: Smart::Auto,
        numbering: None,
        supplement: Content::empty(),
        number: index as u64 + 1,
    }
}
