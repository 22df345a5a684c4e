//! From a text to its pieces, one after the other.

use std::ops::Range;

use super::super::letters::{is_arabic_letter, is_latin_letter};
use super::kinds::{Piece, Token, TokenKind, digit_value};
use super::{address, latin, number, phone, word};

/// Finds all pieces, in the order of the text. What is between them is spaces and marks.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut reader = TokenReader { text, chunk: 0..0, addressed: false, dotted: false, found: Vec::new() };
    let mut at = 0;
    while let Some(c) = reader.tail(at).chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        if at >= reader.chunk.end {
            reader.open_chunk(at);
        }
        match reader.piece(at, c) {
            Some((length, kind)) if length > 0 => {
                reader.found.push(Token { range: at..at + length, kind });
                at += length;
            }
            _ => at += c.len_utf8(),
        }
    }
    reader.found
}

/// A text as it is read.
struct TokenReader<'t> {
    text: &'t str,
    /// What stands without a space in it.
    chunk: Range<usize>,
    /// The chunk may hold an address.
    addressed: bool,
    /// The chunk has a point in it.
    dotted: bool,
    found: Vec<Token>,
}

impl<'t> TokenReader<'t> {
    fn tail(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }

    /// The character before an offset.
    fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    fn open_chunk(&mut self, at: usize) {
        let tail = self.tail(at);
        let chunk = tail.get(..tail.find(char::is_whitespace).unwrap_or(tail.len())).unwrap_or_default();
        self.dotted = chunk.contains('.');
        self.addressed = self.dotted || chunk.contains("://");
        self.chunk = at..at + chunk.len();
    }

    /// The piece that begins at an offset, if one does.
    fn piece(&self, at: usize, c: char) -> Option<Piece> {
        let tail = self.tail(at);
        if digit_value(c).is_some() || c == '+' || c == '(' {
            return self.number_like(at, tail).or_else(|| self.signed(at, c, tail));
        }
        if is_arabic_letter(c) {
            let address = || self.addressed.then(|| address::find(tail)).flatten();
            let abbreviation = || self.dotted.then(|| word::abbreviation(tail)).flatten();
            return address().or_else(abbreviation).or_else(|| Some((word::length(tail), TokenKind::Word)));
        }
        match c {
            '\u{FD3E}' | '\u{FD3F}' => word::passage(tail),
            '*' => phone::dialled(tail).map(|length| (length, TokenKind::Phone)),
            '@' => address::handle(tail),
            '#' => address::hashtag(tail).or_else(|| self.signed(at, c, tail)),
            c if is_latin_letter(c) => {
                let address = self.addressed.then(|| address::find(tail)).flatten();
                address.or_else(|| latin::iban(tail)).or_else(|| latin::run(tail))
            }
            c => self.signed(at, c, tail),
        }
    }

    fn number_like(&self, at: usize, tail: &str) -> Option<Piece> {
        if let Some(length) = phone::length(tail) {
            return Some((length, TokenKind::Phone));
        }
        if !tail.starts_with(|c| digit_value(c).is_some()) {
            return None;
        }
        let address = self.addressed.then(|| address::find(tail)).flatten();
        let latin = || latin::plate(tail).or_else(|| latin::run(tail));
        address
            .or_else(latin)
            .or_else(|| Some(number::piece(tail, &number::NumberContext::of(self.text, &self.found, at))))
    }

    /// Latin with a sign before it: `.pdf`, `--help`, `$HOME`.
    fn signed(&self, at: usize, c: char, tail: &str) -> Option<Piece> {
        let opens = |c: char| {
            c.is_whitespace() || is_arabic_letter(c) || matches!(c, '(' | '[' | '«' | '“' | '"' | '،' | '؛' | ':')
        };
        let free = self.before(at).is_none_or(opens);
        // A dash at the head of a line is the mark of an item.
        let item = c == '-' && !tail.starts_with("--") && self.before(at).is_none_or(|before| before == '\n');
        (free && !item && latin::is_leading_sign(c)).then(|| latin::signed(tail)).flatten()
    }
}
