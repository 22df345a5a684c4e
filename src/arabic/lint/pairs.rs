//! Brackets and quotation marks, which come in pairs.

use super::super::letters::is_arabic_letter;
use super::page::{Page, is_close, is_digit, is_letter, is_open};
use super::{Finding, Rule};

/// The brackets and quotation marks of a text that have no partner, in order.
pub(super) fn lonely(page: &Page) -> Vec<usize> {
    let mut open: [(char, char, Vec<usize>); 4] =
        [('(', ')', vec![]), ('[', ']', vec![]), ('{', '}', vec![]), ('«', '»', vec![])];
    let mut curly = None;
    let mut out = Vec::new();
    for (i, c) in page.free() {
        if matches!(c, '“' | '”' | '„') {
            // Keyboards and word processors disagree on which of them opens in Arabic.
            curly = if curly.is_none() { Some(i) } else { None };
            continue;
        }
        for (opening, closing, waiting) in &mut open {
            if c == *opening {
                waiting.push(i);
            } else if c == *closing && waiting.pop().is_none() && !is_label(page, i) {
                out.push(i);
            }
        }
    }
    out.extend(open.into_iter().flat_map(|(_, _, waiting)| waiting));
    out.extend(curly);
    out.sort_unstable();
    out
}

/// `1)` and `أ)`, as at the head of an item.
fn is_label(page: &Page, bracket: usize) -> bool {
    let start = page.skip_back(bracket, |c| is_letter(c) || is_digit(c));
    page.get(bracket) == Some(')')
        && (1..=3).contains(&(bracket - start))
        && page.before(start).is_none_or(char::is_whitespace)
}

/// Reports the lonely ones.
pub(super) fn check(page: &Page, out: &mut Vec<Finding>) {
    for &i in page.lonely() {
        let bracket = page.get(i).is_some_and(|c| matches!(c, '(' | ')' | '[' | ']' | '{' | '}'));
        let rule = if bracket { Rule::UnpairedBracket } else { Rule::UnpairedQuote };
        out.push(page.finding(rule, i, i + 1, None));
    }
}

/// Reports straight quotes; the fix turns a pair of them into `«` and `»`. A text without Arabic may keep them.
pub(super) fn straight(page: &Page, out: &mut Vec<Finding>) {
    let quotes: Vec<_> = page.free().filter(|(_, c)| *c == '"').map(|(i, _)| i).collect();
    if quotes.is_empty() || !page.free().any(|(_, c)| is_arabic_letter(c)) {
        return;
    }
    let mut report = |i: usize, fix| out.push(page.finding(Rule::StraightQuotes, i, i + 1, fix));
    let mut open = None;
    for i in quotes {
        match open.take() {
            Some(start) if !only_opens(page, i) => {
                report(start, Some("«"));
                report(i, Some("»"));
            }
            Some(start) => {
                report(start, None);
                open = Some(i);
            }
            // Inches: 24"
            None if page.before(i).is_some_and(is_digit) => {}
            None if only_closes(page, i) => report(i, None),
            None => open = Some(i),
        }
    }
    if let Some(i) = open {
        report(i, None);
    }
}

fn only_opens(page: &Page, i: usize) -> bool {
    page.before(i).is_none_or(|c| c.is_whitespace() || (is_open(c) && c != '"'))
        && page.get(i + 1).is_some_and(|c| is_letter(c) || is_digit(c))
}

fn only_closes(page: &Page, i: usize) -> bool {
    page.before(i).is_some_and(|c| is_letter(c) || is_digit(c))
        && (page.is_mark(i + 1) || page.get(i + 1).is_none_or(|c| c.is_whitespace() || (is_close(c) && c != '"')))
}
