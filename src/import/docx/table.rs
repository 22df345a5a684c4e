//! A table of a document while it is read.

use crate::import::piece::{Piece, RawTable};
use crate::import::prose::Prose;

/// The most cells beside each other that are kept apart: a page has far fewer.
pub(super) const WIDEST: usize = 64;

/// A table while it is read.
#[derive(Debug, Default)]
pub(super) struct OpenTable {
    rows: Vec<Vec<Cell>>,
    /// Cells that a cell spans, and that stand before the row's first.
    pub(super) span: usize,
    /// True if the row was deleted by track changes.
    pub(super) is_deleted: bool,
}

/// A cell: its words, and what can't stand in it.
#[derive(Debug, Default)]
struct Cell {
    pieces: Vec<Piece>,
}

impl OpenTable {
    pub(super) fn open_row(&mut self) {
        self.is_deleted = false;
        self.rows.push(Vec::new());
    }

    pub(super) fn close_row(&mut self) {
        if self.is_deleted || self.rows.last().is_some_and(Vec::is_empty) {
            self.rows.pop();
        }
    }

    /// Adds empty cells before the row's first.
    pub(super) fn skip(&mut self, cells: usize) {
        if let Some(row) = self.rows.last_mut() {
            let wanted = (row.len() + cells).min(WIDEST).max(row.len());
            row.resize_with(wanted, Cell::default);
        }
    }

    pub(super) fn close_cell(&mut self, pieces: Vec<Piece>) {
        let Some(row) = self.rows.last_mut() else { return };
        row.push(Cell { pieces });
        let more = self.span.saturating_sub(1).min(WIDEST);
        row.extend(std::iter::repeat_with(Cell::default).take(more));
        self.span = 0;
    }

    /// The pieces that it is: a table and the pictures of its cells, or, of one column or row, what
    /// stands in it.
    pub(super) fn pieces(self) -> Vec<Piece> {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let full = |cell: &&Cell| cell.pieces.iter().any(|piece| *piece != Piece::Gap);
        let is_frame = self.rows.len() < 2 || self.rows.iter().all(|row| row.iter().filter(full).count() < 2);
        if is_frame || width > WIDEST {
            return self.rows.into_iter().flatten().flat_map(|cell| cell.pieces).collect();
        }
        let (mut behind, mut rows) = (Vec::new(), Vec::with_capacity(self.rows.len()));
        for row in self.rows {
            let mut cells: Vec<Prose> = row.into_iter().map(|cell| cell.prose(&mut behind)).collect();
            cells.resize_with(width, Prose::default);
            rows.push(cells);
        }
        // Columns that only merged cells have are none.
        let kept: Vec<usize> =
            (0..width).filter(|&at| rows.iter().any(|row| row.get(at).is_some_and(Prose::has_words))).collect();
        for row in &mut rows {
            *row = kept.iter().filter_map(|&at| row.get(at).cloned()).collect();
        }
        rows.retain(|row| row.iter().any(Prose::has_words));
        let table = Piece::Table(RawTable { rows, caption: None, told: true });
        std::iter::once(table).chain(behind).collect()
    }
}

impl Cell {
    /// Its paragraphs as lines; what is no text goes behind the table.
    fn prose(self, behind: &mut Vec<Piece>) -> Prose {
        let mut prose = Prose::default();
        for piece in self.pieces {
            match piece {
                Piece::Paragraph(line) | Piece::Heading { prose: line, .. } => prose.join(&line, "\u{2028}"),
                Piece::Item(item) => {
                    let mut line = Prose::plain(item.mark.trim());
                    line.join(&item.prose, " ");
                    prose.join(&line, "\u{2028}");
                }
                Piece::Table(table) => {
                    for cell in table.rows.iter().flatten().filter(|cell| cell.has_words()) {
                        prose.join(cell, "\u{2028}");
                    }
                }
                Piece::Gap => {}
                Piece::Picture(_) => behind.push(piece),
            }
        }
        prose
    }
}
