//! Marks that are missing a space, doubled or Latin, and strokes that are too many.

use super::super::letters::{TATWEEL, is_arabic_letter, is_tashkeel};
use super::page::{Page, is_arabic_digit, is_close, is_digit, is_letter, is_open, is_space};
use super::{Finding, Rule};

/// Reports what is wrong with the marks.
pub(super) fn check(page: &Page, out: &mut Vec<Finding>) {
    let mut i = 0;
    while let Some(c) = page.get(i) {
        if page.is_mark(i) {
            let end = page.skip(i, |other| other == c);
            doubled(page, i, end, out);
            crowded(page, end - 1, out);
            dashed(page, end - 1, out);
            i = end;
        } else if c == TATWEEL {
            let end = page.skip(i, |other| other == TATWEEL);
            stretched(page, i, end, out);
            i = end;
        } else {
            i += 1;
        }
    }
}

fn doubled(page: &Page, start: usize, end: usize, out: &mut Vec<Finding>) {
    if end - start > 1 && page.is_mark(end - 1) {
        let one = page.get(start).map(String::from);
        out.push(page.finding(Rule::DoubledMark, start, end, one.as_deref()));
    }
}

fn crowded(page: &Page, mark: usize, out: &mut Vec<Finding>) {
    let Some((c, next)) = page.get(mark).zip(page.get(mark + 1)) else { return };
    if !is_letter(next) || page.is_token(mark + 1) || !page.is_mark(mark) {
        return;
    }
    if is_arabic_letter(next) || c != '.' {
        out.push(page.finding(Rule::NoSpaceAfterMark, mark + 1, mark + 1, Some(" ")));
    }
}

fn is_tashkeel_or_tatweel(c: char) -> bool {
    is_tashkeel(c) || c == TATWEEL
}

/// Dashes and tatweels after a colon; a minus before a number stays.
fn dashed(page: &Page, colon: usize, out: &mut Vec<Finding>) {
    if page.get(colon) != Some(':') || !page.is_mark(colon) {
        return;
    }
    let mut end = colon + 1;
    loop {
        let start = page.skip(end, is_space);
        let after = page.skip(start, |c| matches!(c, '-' | '–' | '—' | TATWEEL));
        let minus = page.get(after).is_some_and(is_digit);
        if after == start || minus || page.is_token(start) || page.is_token(after - 1) {
            break;
        }
        end = after;
    }
    if end > colon + 1 {
        out.push(page.finding(Rule::ColonDash, colon, end, Some(":")));
    }
}

/// Tatweel within a word, or more than one at its end. One there is right, as in `هـ` and in
/// `بـ«…»`.
fn stretched(page: &Page, start: usize, end: usize, out: &mut Vec<Finding>) {
    let base = page.skip_back(start, is_tashkeel).checked_sub(1);
    let Some(base) = base.filter(|&i| page.get(i).is_some_and(is_arabic_letter)) else { return };
    let next = page.get(end);
    // It may carry a sign of its own: الرحمـٰن
    if page.is_token(start) || next.is_some_and(is_tashkeel) {
        return;
    }
    if next.is_some_and(is_arabic_letter) {
        if !is_hijri_sign(page, base) {
            out.push(page.finding(Rule::TypedTatweel, start, end, Some("")));
        }
    } else if end - start > 1 {
        out.push(page.finding(Rule::TypedTatweel, start, end, Some("ـ")));
    }
}

/// The letter of `١٤٤٨ هـ`.
fn is_hijri_sign(page: &Page, base: usize) -> bool {
    page.get(base) == Some('ه') && page.before(page.skip_back(base, is_space)).is_some_and(is_digit)
}

/// Reports `,` `;` `?` that follow Arabic, through brackets and quotes that close.
pub(super) fn latin(page: &Page, out: &mut Vec<Finding>) {
    let mut arabic = false;
    for i in 0..page.len() {
        let Some(c) = page.get(i) else { return };
        let fix = match c {
            _ if page.is_token(i) => None,
            ',' => Some("،"),
            ';' => Some("؛"),
            '?' => Some("؟"),
            _ => None,
        };
        match fix {
            Some(fix) if arabic && !is_within_number(page, i) => {
                out.push(page.finding(Rule::LatinMark, i, i + 1, Some(fix)));
            }
            Some(_) => {}
            None => arabic = if is_transparent(page, i, c) { arabic } else { !page.is_token(i) && is_arabic(c) },
        }
    }
}

fn is_arabic(c: char) -> bool {
    is_arabic_letter(c) || is_arabic_digit(c)
}

fn is_transparent(page: &Page, i: usize, c: char) -> bool {
    !page.is_token(i)
        && (is_tashkeel_or_tatweel(c) || is_space(c) || is_close(c) || page.is_mark(i) || matches!(c, '*' | '…' | '.'))
        && !(is_open(c) && c != '"')
}

fn is_within_number(page: &Page, i: usize) -> bool {
    page.before(i).is_some_and(is_digit) && page.get(i + 1).is_some_and(is_digit)
}
