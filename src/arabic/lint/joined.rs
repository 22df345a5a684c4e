//! Two words written as one: ة and ى end a word, so a letter right behind them begins another.

use super::super::invisible::is_invisible;
use super::super::language::{Language, is_foreign};
use super::super::letters::{is_arabic_letter, is_tashkeel};
use super::page::Page;
use super::{Finding, Rule};

/// Reports words with a letter behind their last one. Where the article begins there, it is sure
/// that a space is missing.
pub(super) fn check(page: &Page, out: &mut Vec<Finding>) {
    if page.language() != Language::Arabic {
        return;
    }
    let mut start = 0;
    while start < page.len() {
        let end = page.word_end(start);
        if end == start {
            start += 1;
            continue;
        }
        if let Some(next) = second_word(page, start, end) {
            let rest = page.word_at(next);
            let fix = (rest.starts_with("ال") && rest.chars().count() > 4).then_some(" ");
            let (from, to) = if fix.is_some() { (next, next) } else { (start, end) };
            out.push(page.finding(Rule::JoinedWords, from, to, fix));
        }
        start = end;
    }
}

/// Where the second word begins in what is written as one, if it is two.
fn second_word(page: &Page, start: usize, end: usize) -> Option<usize> {
    let ends = |i: &usize| page.get(*i).is_some_and(|c| matches!(c, 'ة' | 'ى'));
    let last = (start..end).find(ends)?;
    let next = page.skip(last + 1, |c| is_tashkeel(c) || is_invisible(c));
    let joined = !page.is_token(start) && next < end && page.get(next).is_some_and(is_arabic_letter);
    (joined && !is_foreign(&page.word_at(start))).then_some(next)
}
