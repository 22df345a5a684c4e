//! Plain text, as it is typed, copied from a message, or found in a PDF.

use super::marks::mark_of_item;
use super::piece::{Material, Piece};
use super::prose::Prose;
use super::signs::without_signs;
use super::{LeftOut, MadeOut, tables, whatsapp, wrapped};
use crate::arabic::clean;
use crate::words::{ImportGuess, LeftOutReason};

/// The kinds of plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlainKind {
    /// A paragraph on each line, unless the lines were cut at a page's edge.
    Lines,
    /// Markdown: an empty line between paragraphs.
    Markdown,
    /// The lines of a PDF's pages.
    Pages,
}

/// Takes a text apart.
pub(super) fn read(text: &str, kind: PlainKind) -> Material {
    let text = clean(&text.replace(['\u{B}', '\u{C}', '\u{2028}', '\u{2029}', '\u{85}'], "\n")).into_owned();
    let mut material = Material::default();
    let lines: Vec<&str> =
        text.lines().map(|line| whatsapp::without_head(line.trim_end(), &mut material.left_out)).collect();
    let is_cut = kind == PlainKind::Pages || (kind == PlainKind::Lines && wrapped::is_wrapped(&lines));
    if is_cut {
        let paragraphs = wrapped::joined(&lines, &mut material.left_out);
        if paragraphs.len() < lines.len() {
            let joined = MadeOut { field: String::new(), excerpt: String::new(), guess: ImportGuess::Joined };
            material.guesses.push(joined);
        }
        pieces(&paragraphs.iter().map(String::as_str).collect::<Vec<_>>(), kind, &mut material);
    } else {
        pieces(&lines, kind, &mut material);
    }
    material
}

/// The pieces of lines.
fn pieces(lines: &[&str], kind: PlainKind, material: &mut Material) {
    let cell: fn(&str) -> Prose = if kind == PlainKind::Markdown { Prose::of_markup } else { whatsapp::prose };
    let mut at = 0;
    while at < lines.len() {
        if let Some((table, count)) = tables::table(lines.get(at..).unwrap_or_default(), cell) {
            material.pieces.push(Piece::Table(table));
            at += count;
            continue;
        }
        let before = material.pieces.last().and_then(Piece::paragraph).filter(|_| kind == PlainKind::Markdown);
        let piece = piece(lines, at, cell, &mut material.left_out);
        match (before.is_some(), piece) {
            (true, Piece::Paragraph(prose)) => {
                if let Some(Piece::Paragraph(open)) = material.pieces.last_mut() {
                    open.join(&prose, " ");
                }
            }
            (_, piece) => material.pieces.push(piece),
        }
        at += 1;
    }
}

/// The piece on a line.
fn piece(lines: &[&str], at: usize, cell: fn(&str) -> Prose, left_out: &mut Vec<LeftOut>) -> Piece {
    let line = lines.get(at).copied().unwrap_or_default();
    let bare = line.trim();
    if bare.is_empty() {
        return Piece::Gap;
    }
    if is_stroke(bare) {
        left_out.push(LeftOut { text: bare.to_owned(), reason: LeftOutReason::Rule });
        return Piece::Gap;
    }
    if let Some((level, words)) = heading(bare) {
        let prose = cell(&without_signs(words, left_out)).without_stress();
        return Piece::Heading { told: true, level, prose };
    }
    if let Some(found) = mark_of_item(line).filter(|mark| !mark.doubtful || has_neighbour(lines, at)) {
        let depth = line.len() - line.trim_start().len();
        let prose = cell(&without_signs(found.rest, left_out));
        return Piece::Item(found.item(depth, prose));
    }
    let kept = without_signs(bare, left_out);
    if kept.trim().is_empty() { Piece::Gap } else { Piece::Paragraph(cell(kept.trim())) }
}

/// A line of strokes, stars or the like alone.
fn is_stroke(line: &str) -> bool {
    let mark = |c: char| matches!(c, '-' | '_' | '*' | '=' | '~' | '─' | '━' | '—' | '–' | '.' | '•' | ' ' | 'ـ');
    line.chars().all(mark) && line.chars().filter(|c| *c != ' ').count() >= 3
}

/// The level and words of `## heading`.
fn heading(line: &str) -> Option<(u8, &str)> {
    let words = line.trim_start_matches('#');
    let depth = line.len() - words.len();
    let is_heading = (1..=6).contains(&depth) && words.starts_with(' ');
    is_heading.then(|| (if depth > 2 { 2 } else { 1 }, words.trim().trim_end_matches('#').trim_end()))
}

/// True if the line before or after, empty ones left out, begins with a sign too.
fn has_neighbour(lines: &[&str], at: usize) -> bool {
    let is_like = |line: &&&str| mark_of_item(line).is_some_and(|mark| mark.number.is_none());
    let full = |line: &&&str| !line.trim().is_empty();
    let before = lines.iter().take(at).rev().find(full);
    let after = lines.iter().skip(at + 1).find(full);
    before.as_ref().is_some_and(is_like) || after.as_ref().is_some_and(is_like)
}
