//! The geometry of a sheet: its cells and its boxes.

use typst::layout::{Abs, Point, Rect, Sides, Size};

use super::plan::Grid;
use crate::edition::Paper;
use crate::imposition::{Imposition, Scheme};

/// From the trim to the edge of a press sheet: room for marks and the slug line.
const MARGIN_MM: f64 = 14.0;
/// Sizes this close to a paper of the A series are that paper: two A5 pages are 296 mm wide.
const NEAR_MM: f64 = 1.5;
/// The largest paper of an office.
const LARGEST: Paper = Paper::A3;

/// The measures of every side.
#[derive(Clone, Debug)]
pub(super) struct Geometry {
    /// The whole sheet.
    pub(super) media: Size,
    /// Page points on the sheet for each point of the page.
    pub(super) scale: f64,
    /// The bleed of a page on the sheet; zero in the office.
    pub(super) bleed: Abs,
    page: Size,
    grid: Grid,
    gutter: Abs,
    origin: Point,
}

impl Geometry {
    /// The measures for pages of a size, with a bleed at the press and `None` in the office.
    pub(super) fn new(page: Size, grid: Grid, imposition: &Imposition, bleed: Option<Abs>) -> Self {
        let margin = bleed.map_or(Abs::zero(), |_| Abs::mm(MARGIN_MM));
        let gutter = match imposition.scheme {
            Scheme::Single | Scheme::Booklet => Abs::zero(),
            _ => imposition.gutter.map_or(bleed.unwrap_or_default() * 2.0, Abs::mm),
        };
        let gaps = Size::new(gutter * (grid.columns - 1) as f64, gutter * (grid.rows - 1) as f64);
        let cells = Size::new(page.x * grid.columns as f64, page.y * grid.rows as f64);
        let natural = Size::new(cells.x + gaps.x + margin * 2.0, cells.y + gaps.y + margin * 2.0);
        // How much smaller the cells must be on a sheet; what lies between and around them keeps
        // its size.
        let scale_on = |sheet: Size| {
            let (x, y) = (sheet.x - gaps.x - margin * 2.0, sheet.y - gaps.y - margin * 2.0);
            (x / cells.x).min(y / cells.y).min(1.0)
        };
        let (media, scale) = match imposition.sheet.map(upright) {
            Some(sheet) => turned(sheet, scale_on),
            // The press prints on what it cuts from a roll; an office has A3 at most.
            None if bleed.is_some() => (natural, 1.0),
            None => match Paper::ALL.map(upright).into_iter().find_map(|paper| same(natural, paper)) {
                Some(paper) => (paper, scale_on(paper)),
                None if fits(natural) => (natural, 1.0),
                None => turned(upright(LARGEST), scale_on),
            },
        };
        let block = Size::new(cells.x * scale + gaps.x, cells.y * scale + gaps.y);
        let origin = Point::new((media.x - block.x) / 2.0, (media.y - block.y) / 2.0);
        Self { media, scale, bleed: bleed.unwrap_or_default() * scale, page, grid, gutter, origin }
    }

    /// The trimmed area of a cell, counted row by row.
    pub(super) fn cell(&self, place: usize) -> Rect {
        let (row, column) = (place / self.grid.columns, place % self.grid.columns);
        let size = Size::new(self.page.x * self.scale, self.page.y * self.scale);
        let min = Point::new(
            self.origin.x + (size.x + self.gutter) * column as f64,
            self.origin.y + (size.y + self.gutter) * row as f64,
        );
        Rect::new(min, min + size.to_point())
    }

    /// All cells, row by row.
    pub(super) fn cells(&self) -> impl Iterator<Item = Rect> {
        (0..self.grid.columns * self.grid.rows).map(|place| self.cell(place))
    }

    /// The bleed that a page may have in its cell: not into the cell beside it.
    pub(super) fn over(&self, place: usize) -> Sides<Abs> {
        let (row, column) = (place / self.grid.columns, place % self.grid.columns);
        let inner = self.bleed.min(self.gutter / 2.0);
        let side = |outer: bool| if outer { self.bleed } else { inner };
        Sides::new(
            side(column == 0),
            side(row == 0),
            side(column + 1 == self.grid.columns),
            side(row + 1 == self.grid.rows),
        )
    }

    /// The area that all cells take.
    pub(super) fn trim(&self) -> Rect {
        let last = self.cell((self.grid.columns * self.grid.rows).saturating_sub(1));
        Rect::new(self.cell(0).min, last.max)
    }
}

/// The paper's size.
pub(super) fn upright(paper: Paper) -> Size {
    let (width, height) = paper.millimetres();
    Size::new(Abs::mm(width), Abs::mm(height))
}

/// The sheet upright or lying, whichever leaves the pages larger.
fn turned(sheet: Size, scale_on: impl Fn(Size) -> f64) -> (Size, f64) {
    let lying = Size::new(sheet.y, sheet.x);
    let (upright_scale, lying_scale) = (scale_on(sheet), scale_on(lying));
    if lying_scale > upright_scale { (lying, lying_scale) } else { (sheet, upright_scale) }
}

/// The paper, upright or lying, when it has this size.
fn same(size: Size, paper: Size) -> Option<Size> {
    let near = |a: Abs, b: Abs| (a - b).abs() <= Abs::mm(NEAR_MM);
    let lying = Size::new(paper.y, paper.x);
    [paper, lying].into_iter().find(|paper| near(size.x, paper.x) && near(size.y, paper.y))
}

/// True if a size is no larger than the largest paper of an office.
fn fits(size: Size) -> bool {
    let (short, long) = (size.x.min(size.y), size.x.max(size.y));
    let largest = upright(LARGEST);
    short <= largest.x && long <= largest.y
}
