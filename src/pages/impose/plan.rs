//! Which page stands where on which sheet: integers in, integers out.
//!
//! A side is told as it is printed: its cells row by row from the top, each row from left to right.
//! Pages are counted from 1. Sheets printed on both sides are turned like the page of a book, round
//! their upright middle: at the short edge of a wide sheet, at the long edge of a tall one. So what
//! is printed at the left of the back stands behind the right of the front.

use crate::imposition::{Binding, Cells, Scheme};

/// The cells of a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    /// The number of cells beside each other.
    pub(super) columns: usize,
    /// The number of cells below each other.
    pub(super) rows: usize,
}

/// One side of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Side {
    /// The sheet, from 0; in a booklet 0 is the outermost.
    pub(super) sheet: usize,
    /// True if it is the sheet's second side.
    pub(super) back: bool,
    /// The page of each cell, row by row from the top, each from left to right; `None` stays blank.
    pub(super) cells: Vec<Option<usize>>,
}

/// All sides in the order they are printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    /// The cells of every side.
    pub(super) grid: Grid,
    /// The sides.
    pub(super) sides: Vec<Side>,
}

impl Grid {
    /// The cells of a side.
    pub(super) fn of(scheme: Scheme) -> Self {
        let (columns, rows) = match scheme {
            Scheme::Single => (1, 1),
            Scheme::Booklet | Scheme::NUp(Cells::Two) | Scheme::CutAndStack(Cells::Two) => (2, 1),
            Scheme::NUp(Cells::Four) | Scheme::CutAndStack(Cells::Four) => (2, 2),
            Scheme::NUp(Cells::Eight) | Scheme::CutAndStack(Cells::Eight) => (4, 2),
        };
        Self { columns, rows }
    }

    fn count(self) -> usize {
        self.columns * self.rows
    }

    /// The place on the side of the cell that is `nth` in reading order.
    fn place(self, nth: usize, binding: Binding) -> usize {
        let (row, column) = (nth / self.columns, nth % self.columns);
        row * self.columns
            + match binding {
                Binding::Right => self.columns - 1 - column,
                Binding::Left => column,
            }
    }

    /// The cell of the back that stands behind a cell of the front.
    fn behind(self, place: usize) -> usize {
        let (row, column) = (place / self.columns, place % self.columns);
        row * self.columns + (self.columns - 1 - column)
    }
}

/// Arranges `pages` pages; without pages there are no sides.
#[must_use]
pub(super) fn plan(scheme: Scheme, binding: Binding, pages: usize) -> Plan {
    let grid = Grid::of(scheme);
    let sides = match scheme {
        _ if pages == 0 => Vec::new(),
        Scheme::Single => (1..=pages).map(|page| two_sided(page - 1, vec![Some(page)])).collect(),
        Scheme::Booklet => booklet(binding, pages),
        Scheme::NUp(_) => n_up(grid, binding, pages),
        Scheme::CutAndStack(_) => cut_and_stack(grid, binding, pages),
    };
    Plan { grid, sides }
}

/// The side that is `nth` when both sides of every sheet are printed.
fn two_sided(nth: usize, cells: Vec<Option<usize>>) -> Side {
    Side { sheet: nth / 2, back: nth % 2 == 1, cells }
}

/// Saddle stitch: on every side the positions of the two pages add up to one more than there are.
fn booklet(binding: Binding, pages: usize) -> Vec<Side> {
    let positions = pages.div_ceil(4) * 4;
    let mut sides = Vec::new();
    for sheet in 0..positions / 4 {
        let (outer, inner) = (2 * sheet + 1, positions - 2 * sheet);
        for (back, (first, second)) in [(false, (outer, inner)), (true, (inner - 1, outer + 1))] {
            let (left, right) = if binding == Binding::Right { (first, second) } else { (second, first) };
            let cells = [left, right].map(|position| booklet_page(position, positions, pages)).to_vec();
            sides.push(Side { sheet, back, cells });
        }
    }
    sides
}

/// The page at a position of a booklet. Blank leaves stand before the back cover, never at the
/// front.
fn booklet_page(position: usize, positions: usize, pages: usize) -> Option<usize> {
    match position {
        _ if position == positions && pages > 1 => Some(pages),
        _ if position < pages || pages == 1 && position == 1 => Some(position),
        _ => None,
    }
}

fn n_up(grid: Grid, binding: Binding, pages: usize) -> Vec<Side> {
    if pages == 1 {
        return vec![two_sided(0, vec![Some(1); grid.count()])];
    }
    (0..pages.div_ceil(grid.count())).map(|nth| n_up_side(grid, binding, pages, nth)).collect()
}

fn n_up_side(grid: Grid, binding: Binding, pages: usize, nth: usize) -> Side {
    let mut cells = vec![None; grid.count()];
    for (cell, page) in (nth * grid.count() + 1..=pages).take(grid.count()).enumerate() {
        set(&mut cells, grid.place(cell, binding), page);
    }
    two_sided(nth, cells)
}

fn cut_and_stack(grid: Grid, binding: Binding, pages: usize) -> Vec<Side> {
    let leaves = pages.div_ceil(2);
    let sheets = leaves.div_ceil(grid.count());
    let mut sides = Vec::new();
    for sheet in 0..sheets {
        let (mut front, mut back) = (vec![None; grid.count()], vec![None; grid.count()]);
        for pile in 0..grid.count() {
            let first = 2 * (pile * sheets + sheet) + 1;
            let place = grid.place(pile, binding);
            if first <= pages {
                set(&mut front, place, first);
            }
            if first < pages {
                set(&mut back, grid.behind(place), first + 1);
            }
        }
        sides.push(Side { sheet, back: false, cells: front });
        // A document of one page has no backs.
        if pages > 1 {
            sides.push(Side { sheet, back: true, cells: back });
        }
    }
    sides
}

fn set(cells: &mut [Option<usize>], place: usize, page: usize) {
    if let Some(cell) = cells.get_mut(place) {
        *cell = Some(page);
    }
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
