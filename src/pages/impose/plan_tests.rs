//! Every number of pages from 1 to 200, all schemes, both bindings: paper is folded, cut and
//! stacked in integers.

use super::*;

const BINDINGS: [Binding; 2] = [Binding::Right, Binding::Left];
const CELLS: [Cells; 3] = [Cells::Two, Cells::Four, Cells::Eight];

/// The pages on the two sides of a piece of paper.
type Leaf = (Option<usize>, Option<usize>);

fn cells(plan: &Plan, sheet: usize, back: bool) -> Option<&[Option<usize>]> {
    plan.sides.iter().find(|side| (side.sheet, side.back) == (sheet, back)).map(|side| side.cells.as_slice())
}

fn sheets(plan: &Plan) -> usize {
    plan.sides.iter().map(|side| side.sheet + 1).max().unwrap_or(0)
}

/// The pieces of one sheet by their place on its front; what is behind a place is mirrored on the
/// back.
fn pieces(plan: &Plan, sheet: usize) -> Vec<Leaf> {
    let Grid { columns, rows } = plan.grid;
    let front = cells(plan, sheet, false).unwrap();
    let back = cells(plan, sheet, true);
    let piece = |row: usize, column: usize| {
        let behind = back.and_then(|back| back[row * columns + (columns - 1 - column)]);
        (front[row * columns + column], behind)
    };
    (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))).map(|(r, c)| piece(r, c)).collect()
}

/// Folds the sheets of a booklet into each other and leafs through it from its front cover.
fn fold(plan: &Plan, binding: Binding) -> Vec<Option<usize>> {
    // The half with the front cover, which lies away from the spine's other side.
    let (near, far) = if binding == Binding::Right { (0, 1) } else { (1, 0) };
    let mut read = Vec::new();
    for sheet in 0..sheets(plan) {
        let (front, behind) = pieces(plan, sheet)[near];
        read.extend([front, behind]);
    }
    // The second half of the leaves is seen from its other side first.
    for sheet in (0..sheets(plan)).rev() {
        let (front, behind) = pieces(plan, sheet)[far];
        read.extend([behind, front]);
    }
    read
}

/// Cuts all sheets, keeps the piles, and puts the piles on each other in reading order.
fn cut_and_stacked(plan: &Plan, binding: Binding) -> Vec<Option<usize>> {
    let Grid { columns, rows } = plan.grid;
    let mut read = Vec::new();
    for row in 0..rows {
        for nth in 0..columns {
            let column = if binding == Binding::Right { columns - 1 - nth } else { nth };
            for sheet in 0..sheets(plan) {
                let (front, behind) = pieces(plan, sheet)[row * columns + column];
                read.extend([front, behind]);
            }
        }
    }
    read
}

fn pages_of(read: &[Option<usize>]) -> Vec<usize> {
    read.iter().copied().flatten().collect()
}

#[test]
fn the_formula_of_the_design_holds_for_eight_pages() {
    let sides: Vec<_> = plan(Scheme::Booklet, Binding::Right, 8).sides.into_iter().map(|side| side.cells).collect();
    let pair = |left, right| vec![Some(left), Some(right)];
    assert_eq!(sides, [pair(1, 8), pair(7, 2), pair(3, 6), pair(5, 4)]);
}

#[test]
fn a_folded_booklet_runs_from_the_first_page_to_the_last() {
    for binding in BINDINGS {
        for pages in 1..=200 {
            let plan = plan(Scheme::Booklet, binding, pages);
            let read = fold(&plan, binding);
            assert_eq!(read.len(), pages.div_ceil(4) * 4, "{pages} pages");
            assert_eq!(pages_of(&read), (1..=pages).collect::<Vec<_>>(), "{pages} pages, {binding:?}");
            assert_eq!(read[0], Some(1), "{pages} pages: the front cover");
            if pages > 1 {
                assert_eq!(read.last(), Some(&Some(pages)), "{pages} pages: the back cover");
            }
        }
    }
}

#[test]
fn the_pages_of_a_booklets_side_add_up() {
    for binding in BINDINGS {
        for pages in (4..=200).step_by(4) {
            for side in plan(Scheme::Booklet, binding, pages).sides {
                assert_eq!(pages_of(&side.cells).iter().sum::<usize>(), pages + 1, "{pages} pages, {side:?}");
            }
        }
    }
}

#[test]
fn the_binding_decides_where_page_one_stands() {
    let first = |binding| plan(Scheme::Booklet, binding, 12).sides.remove(0).cells;
    assert_eq!(first(Binding::Right), [Some(1), Some(12)]);
    assert_eq!(first(Binding::Left), [Some(12), Some(1)]);
}

#[test]
fn n_up_runs_in_reading_order() {
    for binding in BINDINGS {
        for cells in CELLS {
            for pages in 2..=200 {
                let plan = plan(Scheme::NUp(cells), binding, pages);
                let Grid { columns, rows } = plan.grid;
                assert_eq!(plan.sides.len(), pages.div_ceil(columns * rows));
                let mut read = Vec::new();
                for side in &plan.sides {
                    for row in side.cells.chunks(columns) {
                        let mut row = row.to_vec();
                        if binding == Binding::Right {
                            row.reverse();
                        }
                        read.extend(row);
                    }
                }
                assert_eq!(read[..pages], (1..=pages).map(Some).collect::<Vec<_>>(), "{pages} pages, {cells:?}");
                assert!(read[pages..].iter().all(Option::is_none));
            }
        }
    }
}

#[test]
fn one_page_fills_a_side_with_itself() {
    for cells in CELLS {
        let plan = plan(Scheme::NUp(cells), Binding::Right, 1);
        assert_eq!(plan.sides.len(), 1);
        assert!(plan.sides[0].cells.iter().all(|cell| *cell == Some(1)));
    }
}

#[test]
fn cut_and_stacked_sheets_run_from_the_first_page_to_the_last() {
    for binding in BINDINGS {
        for cells in CELLS {
            for pages in 1..=200 {
                let plan = plan(Scheme::CutAndStack(cells), binding, pages);
                let read = cut_and_stacked(&plan, binding);
                assert_eq!(pages_of(&read), (1..=pages).collect::<Vec<_>>(), "{pages} pages, {cells:?}, {binding:?}");
                // Blank paper only after the last page.
                let last = read.iter().rposition(Option::is_some).unwrap();
                let inside: Vec<_> = read[..last].iter().filter(|page| page.is_none()).collect();
                assert!(inside.is_empty(), "{pages} pages, {cells:?}: {read:?}");
            }
        }
    }
}

#[test]
fn every_page_stands_once() {
    let schemes = [Scheme::Single, Scheme::Booklet]
        .into_iter()
        .chain(CELLS.map(Scheme::NUp))
        .chain(CELLS.map(Scheme::CutAndStack));
    for scheme in schemes {
        for binding in BINDINGS {
            assert_eq!(plan(scheme, binding, 0).sides, []);
            for pages in 2..=200 {
                let plan = plan(scheme, binding, pages);
                let mut found: Vec<usize> = plan.sides.iter().flat_map(|side| pages_of(&side.cells)).collect();
                found.sort_unstable();
                assert_eq!(found, (1..=pages).collect::<Vec<_>>(), "{scheme:?}, {pages} pages");
                let cells = plan.grid.columns * plan.grid.rows;
                assert!(plan.sides.iter().all(|side| side.cells.len() == cells));
            }
        }
    }
}
