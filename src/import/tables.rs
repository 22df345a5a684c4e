//! Tables in plain text: cells with tabs between them, as Excel copies them, or with strokes, as
//! Markdown has them.

use super::piece::RawTable;
use super::prose::Prose;

/// The most cells beside each other: lines with more tabs are no table that a page could have.
const WIDEST: usize = 64;

/// The table that some lines begin with, and how many of them it has.
pub(super) fn table<'l>(lines: &[&'l str], cell: fn(&'l str) -> Prose) -> Option<(RawTable, usize)> {
    let count = lines.iter().take_while(|line| is_row(line)).count();
    let of_table = lines.get(..count)?;
    let mut rows: Vec<Vec<&'l str>> = Vec::new();
    for line in of_table.iter().filter(|line| !is_stroke(line)) {
        rows.push(cells(line));
    }
    let width = rows.iter().map(Vec::len).max().filter(|width| (2..=WIDEST).contains(width))?;
    if rows.len() < 2 {
        return None;
    }
    let whole = |row: Vec<&'l str>| {
        let mut cells: Vec<Prose> = row.into_iter().map(cell).collect();
        cells.resize_with(width, Prose::default);
        cells
    };
    let rows = rows.into_iter().map(whole).collect();
    Some((RawTable { rows, caption: None, told: false }, count))
}

fn is_row(line: &str) -> bool {
    let bare = line.trim();
    bare.contains('\t') || (bare.starts_with('|') && bare.matches('|').count() > 1)
}

/// True of Markdown's line under the heads.
fn is_stroke(line: &str) -> bool {
    line.trim().chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')) && line.contains("--")
}

fn cells(line: &str) -> Vec<&str> {
    if line.contains('\t') {
        return line.trim_end_matches(['\r', ' ']).split('\t').map(str::trim).collect();
    }
    let bare = line.trim();
    let inside = bare.strip_prefix('|').unwrap_or(bare);
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    inside.split('|').map(str::trim).collect()
}
