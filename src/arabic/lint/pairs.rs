//! Brackets and quotation marks, which come in pairs.

use super::super::letters::is_arabic_letter;
use super::page::{Page, is_close, is_digit, is_letter, is_open};
use super::{Finding, Rule};

/// Reports the lonely ones.
pub(super) fn check(page: &Page, out: &mut Vec<Finding>) {
    for &i in page.lonely() {
        let bracket = page.get(i).is_some_and(|c| matches!(c, '(' | ')' | '[' | ']' | '{' | '}'));
        let rule = if bracket { Rule::UnpairedBracket } else { Rule::UnpairedQuote };
        out.push(page.finding(rule, i, i + 1, None));
    }
}

/// Reports straight quotes; the fix turns a pair of them into `«` and `»`. A text without Arabic
/// may keep them.
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

/// Reports a mark on both sides of a quotation mark that closes; the fix keeps the one after it.
/// `؟` and `!` stay: a question may end with a question that is quoted.
pub(super) fn ended_twice(page: &Page, out: &mut Vec<Finding>) {
    for i in 1..page.len() {
        let (Some(mark), Some(quote)) = (page.get(i - 1), page.get(i)) else { return };
        let twice = matches!(mark, '.' | '،' | '؛') && page.get(i + 1) == Some(mark);
        let marks = twice && page.is_mark(i - 1) && page.is_mark(i + 1);
        if marks && closes(page, i, quote) && !is_of_abbreviation(page, i - 1) {
            out.push(page.finding(Rule::MarkAroundQuote, i - 1, i + 2, Some(&format!("{quote}{mark}"))));
        }
    }
}

/// True if it is sure that the character at `i` ends what is quoted. Either of `“` and `”` may, if
/// a mark stands after it.
fn closes(page: &Page, i: usize, c: char) -> bool {
    matches!(c, '»' | '“' | '”') && !page.is_token(i) && page.lonely().binary_search(&i).is_err()
}

/// True if the mark may be the last point of an abbreviation: `د.ع.`
fn is_of_abbreviation(page: &Page, mark: usize) -> bool {
    page.before(mark).is_some_and(is_arabic_letter) && page.is_token(mark - 1)
}

fn only_opens(page: &Page, i: usize) -> bool {
    page.before(i).is_none_or(|c| c.is_whitespace() || (is_open(c) && c != '"'))
        && page.get(i + 1).is_some_and(|c| is_letter(c) || is_digit(c))
}

fn only_closes(page: &Page, i: usize) -> bool {
    page.before(i).is_some_and(|c| is_letter(c) || is_digit(c))
        && (page.is_mark(i + 1) || page.get(i + 1).is_none_or(|c| c.is_whitespace() || (is_close(c) && c != '"')))
}
