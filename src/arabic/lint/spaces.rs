//! Spaces that are too many: in brackets, before marks, after a waw, doubled.

use super::super::language::{Language, is_foreign};
use super::super::letters::{TATWEEL, is_arabic_letter, is_tashkeel};
use super::page::{Page, is_close, is_digit, is_letter, is_newline, is_open, is_space};
use super::{Finding, Rule};

/// What is wrong with each run of spaces. Those at the edges of a line are none of a reader's
/// business.
pub(super) fn check(page: &Page, out: &mut Vec<Finding>) {
    let mut i = 0;
    while i < page.len() {
        let end = page.skip(i, is_space);
        if end == i {
            i += 1;
            continue;
        }
        if let Some((rule, fix)) = judge(page, i, end) {
            out.push(page.finding(rule, i, end, Some(fix)));
        }
        i = end;
    }
}

fn judge(page: &Page, start: usize, end: usize) -> Option<(Rule, &'static str)> {
    let (before, after) = (page.before(start)?, page.get(end)?);
    if page.is_token(start) || is_newline(before) || is_newline(after) {
        return None;
    }
    let opened = is_open(before) && is_hugging(page, start - 1);
    let closing = is_close(after) && is_hugging(page, end);
    match (opened, closing) {
        // An empty box to tick stays.
        (true, true) => None,
        (true, false) | (false, true) => Some((Rule::SpaceInsideBracket, "")),
        (false, false) if page.is_mark(end) && !is_ratio(page, start, end) => Some((Rule::SpaceBeforeMark, "")),
        (false, false) if is_lone_waw(page, start) && is_arabic_word(page, end) && !is_free_waw(page, start, end) => {
            Some((Rule::LoneWaw, ""))
        }
        (false, false) if end - start > 1 => Some((Rule::DoubledSpace, single(page, start, end))),
        (false, false) => None,
    }
}

/// True if it is sure which side of the bracket is inside: many keyboards swap the sides of quotes.
fn is_hugging(page: &Page, i: usize) -> bool {
    let sure = match page.get(i) {
        Some('«' | '»') => page.lonely().binary_search(&i).is_err(),
        Some('“' | '”' | '"') => false,
        _ => true,
    };
    sure && !page.is_token(i)
}

/// The space that stands for a run; a no-break space among them was meant.
fn single(page: &Page, start: usize, end: usize) -> &'static str {
    if page.skip(start, |c| c != '\u{A0}') < end { "\u{A0}" } else { " " }
}

/// `5 : 3`
fn is_ratio(page: &Page, start: usize, colon: usize) -> bool {
    let next = page.skip(colon + 1, is_space);
    page.get(colon) == Some(':') && page.before(start).is_some_and(is_digit) && page.get(next).is_some_and(is_digit)
}

/// True if a waw that is a word of its own ends at `end`. One among others (`و و و`) is named, not
/// used.
fn is_lone_waw(page: &Page, end: usize) -> bool {
    let Some(start) = waw(page, end) else { return false };
    let previous = page.skip_back(start, is_space);
    previous == start || waw(page, previous).is_none()
}

/// Where the waw starts that ends at `end`, if it is a word.
fn waw(page: &Page, end: usize) -> Option<usize> {
    let start = page.skip_back(end, is_tashkeel).checked_sub(1)?;
    let first = page.before(start).is_none_or(|c| c.is_whitespace() || is_open(c)) || page.is_mark(start - 1);
    (first && page.get(start) == Some('و') && !page.is_token(start)).then_some(start)
}

/// True if the waw is that of Kurdish or Persian, where it stands free: in a text of theirs, or
/// beside a word of theirs.
fn is_free_waw(page: &Page, start: usize, end: usize) -> bool {
    if matches!(page.language(), Language::Kurdish | Language::Persian) {
        return true;
    }
    let Some(waw) = waw(page, start) else { return false };
    let before = page.skip_back(waw, is_space);
    is_foreign(&page.word_before(before)) || is_foreign(&page.word_at(end))
}

/// True if a word of two Arabic letters or more starts at `start`.
fn is_arabic_word(page: &Page, start: usize) -> bool {
    let second = page.skip(start + 1, |c| is_tashkeel(c) || c == TATWEEL);
    !page.is_token(start)
        && page.get(start).is_some_and(is_arabic_letter)
        && page.get(second).is_some_and(|c| is_arabic_letter(c) && is_letter(c))
}
