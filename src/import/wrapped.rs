//! Lines that were cut at a page's edge, as those of a PDF: put together to paragraphs.

use super::LeftOut;
use crate::words::LeftOutReason;

/// Lines of pages are not shorter nor longer, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 35..=150;
/// Fewer lines tell nothing of how they were cut.
const FEWEST: usize = 5;

/// True if most lines that others follow end where a page's edge was, and in the middle of a sentence.
pub(super) fn is_wrapped(lines: &[&str]) -> bool {
    let width = width(lines);
    if !WIDTHS.contains(&width) {
        return false;
    }
    let mut followed = 0;
    let mut cut = 0;
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        if is_blank(line) || is_blank(next) || begins_anew(next) {
            continue;
        }
        followed += 1;
        cut += usize::from(is_full(line, width) && !ends_sentence(line));
    }
    let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
    followed >= FEWEST && cut * 5 >= followed * 3 && longest <= width + width / 3
}

/// The paragraphs of such lines; numbers of pages between them are left out.
pub(super) fn joined(lines: &[&str], left_out: &mut Vec<LeftOut>) -> Vec<String> {
    let width = width(lines);
    let mut paragraphs: Vec<String> = Vec::new();
    // The line before, when its paragraph may go on.
    let mut open: Option<&str> = None;
    for (index, line) in lines.iter().enumerate() {
        let line = line.trim_end();
        if is_page_number(line) {
            left_out.push(LeftOut { text: line.trim().to_owned(), reason: LeftOutReason::PageNumber });
            continue;
        }
        let goes_on = open.is_some_and(|before| goes_on(before, line, width));
        match paragraphs.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.push(' ');
                last.push_str(line.trim_start());
            }
            None => paragraphs.push(line.to_owned()),
        }
        // The title is a line of its own, however long.
        open = Some(line).filter(|_| index > 0 && !is_blank(line));
    }
    paragraphs
}

fn goes_on(before: &str, line: &str, width: usize) -> bool {
    let length = before.trim().chars().count();
    let full = if ends_sentence(before) { length * 100 >= width * 93 } else { is_full(before, width) };
    !is_blank(line) && !begins_anew(line) && full
}

/// The usual width of the full lines: nine in ten are no longer.
fn width(lines: &[&str]) -> usize {
    let mut lengths: Vec<usize> =
        lines.iter().filter(|line| !is_blank(line)).map(|line| line.trim().chars().count()).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() * 9 / 10).copied().unwrap_or(0)
}

fn is_full(line: &str, width: usize) -> bool {
    line.trim().chars().count() * 100 >= width * 72
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end().trim_end_matches(['»', '”', '"', ')']);
    bare.ends_with(['.', '؟', '!', ':', '؛']) || bare.ends_with(":-")
}

/// True of a line that begins a new part whatever stands before it.
fn begins_anew(line: &str) -> bool {
    super::marks::mark_of_item(line).is_some() || line.trim_start().starts_with('#') || line.contains('\t')
}

/// True of `- 2 -`, `٢`, `صفحة ٣ من ٥`.
fn is_page_number(line: &str) -> bool {
    let bare = line.trim().trim_matches(['-', '–', '—', ' ', '[', ']', '(', ')', '|']);
    let words: Vec<String> = bare.split_whitespace().map(crate::arabic::fold).collect();
    let is_number = |word: &String| word.len() <= 4 && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let between = |word: &String| matches!(word.as_str(), "من" | "of" | "");
    match words.as_slice() {
        [number] => is_number(number) && bare.chars().count() <= 3,
        [page, number] => matches!(page.as_str(), "صفحه" | "الصفحه" | "page") && is_number(number),
        [page, number, of, all] => {
            matches!(page.as_str(), "صفحه" | "الصفحه" | "page") && is_number(number) && between(of) && is_number(all)
        }
        _ => false,
    }
}
