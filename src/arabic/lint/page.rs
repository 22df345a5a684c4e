//! The text under the rules, one cell for each character.

use std::ops::Range;

use super::super::invisible::is_dropped;
use super::super::language::Language;
use super::super::letters::{TATWEEL, is_arabic_letter, is_tashkeel};
use super::super::tokens::{Token, tokens};
use super::{Finding, Rule};

/// A character and what was found out about it.
struct Cell {
    at: usize,
    c: char,
    /// Part of a URL, a phone number and the like, where no rule looks.
    token: bool,
    /// Ends a phrase; not a decimal point, the colon of a time or a dot of an ellipsis.
    mark: bool,
}

/// The characters of a text. Positions are in cells; there is no character before the first or
/// after the last.
pub(super) struct Page {
    cells: Vec<Cell>,
    len: usize,
    lonely: Vec<usize>,
    tokens: Vec<Token>,
    language: Language,
}

impl Page {
    pub(super) fn new(text: &str, language: Language) -> Self {
        let all = tokens(text);
        let mut untouched = all.iter().filter(|token| token.kind.is_verbatim()).map(|token| &token.range).peekable();
        let mut cells = Vec::with_capacity(text.len());
        for (at, c) in text.char_indices().filter(|&(_, c)| !is_dropped(c)) {
            while untouched.next_if(|range| range.end <= at).is_some() {}
            let token = untouched.peek().is_some_and(|range| range.contains(&at));
            cells.push(Cell { at, c, token, mark: false });
        }
        let mut page = Self { cells, len: text.len(), lonely: Vec::new(), tokens: all, language };
        page.find_marks();
        page.lonely = lonely(&page);
        page
    }

    fn find_marks(&mut self) {
        let mut i = 0;
        while let Some(c) = self.get(i) {
            if !is_mark(c) {
                i += 1;
                continue;
            }
            let end = self.skip(i, |other| other == c);
            // A colon or a dot may repeat; three dots are an ellipsis.
            let ellipsis = c == '.' && end - i > 2;
            if !ellipsis && !self.is_inner(i, end) {
                for cell in self.cells.get_mut(i..end).unwrap_or_default() {
                    cell.mark = !cell.token;
                }
            }
            i = end;
        }
    }

    /// True if the same marks from `start` to `end` stand inside a number, a time, a file name or
    /// the like.
    fn is_inner(&self, start: usize, end: usize) -> bool {
        let (before, after) = (self.before(start), self.get(end));
        let digits = before.is_some_and(is_digit) && after.is_some_and(is_digit);
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let opens = before.is_none_or(|c| c.is_whitespace() || is_open(c));
        let name = self.get(start) == Some('.') && opens && (latin(after) || after.is_some_and(is_digit));
        digits || name || (latin(before) && latin(after))
    }

    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    pub(super) fn get(&self, i: usize) -> Option<char> {
        self.cells.get(i).map(|cell| cell.c)
    }

    /// The character before `i`.
    pub(super) fn before(&self, i: usize) -> Option<char> {
        self.get(i.checked_sub(1)?)
    }

    pub(super) fn is_token(&self, i: usize) -> bool {
        self.cells.get(i).is_some_and(|cell| cell.token)
    }

    pub(super) fn is_mark(&self, i: usize) -> bool {
        self.cells.get(i).is_some_and(|cell| cell.mark)
    }

    /// The words, numbers and addresses.
    pub(super) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The language of the whole.
    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// The letters that end before a position.
    pub(super) fn word_before(&self, end: usize) -> String {
        self.chars(self.skip_back(end, is_part_of_word), end)
    }

    /// Where the word ends that begins at a position; there, if none does.
    pub(super) fn word_end(&self, start: usize) -> usize {
        self.skip(start, is_part_of_word)
    }

    /// The letters that begin at a position.
    pub(super) fn word_at(&self, start: usize) -> String {
        self.chars(start, self.skip(start, is_part_of_word))
    }

    fn chars(&self, start: usize, end: usize) -> String {
        self.cells.get(start..end).unwrap_or_default().iter().map(|cell| cell.c).collect()
    }

    /// The brackets and quotation marks without a partner.
    pub(super) fn lonely(&self) -> &[usize] {
        &self.lonely
    }

    /// The characters outside tokens, with their positions.
    pub(super) fn free(&self) -> impl Iterator<Item = (usize, char)> {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.token).map(|(i, cell)| (i, cell.c))
    }

    /// The first position from `i` whose character is not of the kind.
    pub(super) fn skip(&self, i: usize, kind: impl Fn(char) -> bool) -> usize {
        let rest = self.cells.get(i..).unwrap_or_default();
        i + rest.iter().take_while(|cell| kind(cell.c)).count()
    }

    /// The position after the last character before `i` that is not of the kind.
    pub(super) fn skip_back(&self, i: usize, kind: impl Fn(char) -> bool) -> usize {
        let rest = self.cells.get(..i).unwrap_or_default();
        i - rest.iter().rev().take_while(|cell| kind(cell.c)).count()
    }

    /// The bytes of the cells `start..end`.
    pub(super) fn bytes(&self, start: usize, end: usize) -> Range<usize> {
        let at = |i: usize| self.cells.get(i).map_or(self.len, |cell| cell.at);
        at(start)..at(end)
    }

    /// A finding about the cells `start..end`.
    pub(super) fn finding(&self, rule: Rule, start: usize, end: usize, fix: Option<&str>) -> Finding {
        Finding { code: rule.code(), rule, range: self.bytes(start, end), fix: fix.map(str::to_owned) }
    }
}

/// The brackets and quotation marks of a text that have no partner, in order.
fn lonely(page: &Page) -> Vec<usize> {
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
    let start = page.skip_back(bracket, |c| is_letter(c) || is_digit(c) || c == TATWEEL);
    page.get(bracket) == Some(')')
        && (1..=3).contains(&(bracket - start))
        && page.before(start).is_none_or(char::is_whitespace)
}

fn is_part_of_word(c: char) -> bool {
    is_letter(c) || is_tashkeel(c) || matches!(c, TATWEEL | '\u{200C}')
}

/// True if a character ends a phrase in Arabic.
fn is_mark(c: char) -> bool {
    matches!(c, '،' | '.' | ':' | '؛' | '؟' | '!')
}

/// True if a character is a space within a line.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() && !is_newline(c)
}

pub(super) fn is_newline(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || is_arabic_digit(c)
}

pub(super) fn is_arabic_digit(c: char) -> bool {
    matches!(c, '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}')
}

/// True if a character is a letter of any script; neither tatweel nor vowel signs are.
pub(super) fn is_letter(c: char) -> bool {
    is_arabic_letter(c) || (c.is_alphabetic() && c != TATWEEL && !is_tashkeel(c))
}

pub(super) fn is_open(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '«' | '“' | '"')
}

pub(super) fn is_close(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '»' | '”' | '"')
}
