//! Isolates for what the Unicode bidirectional algorithm (UAX 9) would turn round inside Arabic.
//!
//! Groups of digits, parts of dates and phrases of Latin are runs of their own to the algorithm,
//! and runs follow one another from the right. Isolates are added to what is typeset, never to the
//! stored text.

use std::borrow::Cow;
use std::ops::Range;

use super::letters::{is_arabic_letter, is_bidi_control, is_latin_letter, is_tashkeel};
use super::tokens::{Token, TokenKind, digit_value, phrases};

/// Left-to-right isolate.
pub(super) const LRI: char = '\u{2066}';
/// Right-to-left isolate.
pub(super) const RLI: char = '\u{2067}';
/// Pop directional isolate.
pub(super) const PDI: char = '\u{2069}';
/// Arabic letter mark: digits after it run as they do after Arabic.
const ALM: char = '\u{061C}';
/// A space at which no line ends, and which stays a space for whoever copies it.
pub(super) const HELD_SPACE: &str = " \u{2060}";
/// A telephone number with all its signs has about twenty.
const MOST_HELD: usize = 24;

/// Puts isolates around what runs from left to right and would not by itself: telephone numbers,
/// codes, addresses, digits in groups, phrases of Latin. What is isolated already stays as it is.
///
/// Around Arabic one isolate is not enough: to the algorithm (N1) its letters and digits draw what
/// stands between them to the right. Isolates of their own, inside the other, hold the parts in
/// their order.
#[must_use]
pub fn isolate(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_latin_letter(c) || digit_value(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let pieces = phrases(text);
    let isolated = isolated(text);
    let mut settled = isolated.iter().peekable();
    let mut needed = Vec::new();
    for (at, token) in pieces.iter().enumerate() {
        while settled.next_if(|range| range.end <= token.range.start).is_some() {}
        let free = settled.peek().is_none_or(|range| token.range.end <= range.start);
        if let Some(direction) = direction(text, token, pieces.get(at + 1)).filter(|_| free) {
            needed.push((token.range.clone(), direction));
        }
    }
    let marked = begins_with_numbers(text, &pieces, &isolated);
    if needed.is_empty() && !marked {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len() + 8 * needed.len() + 2);
    written.extend(marked.then_some(ALM));
    let mut end = 0;
    for (range, direction) in needed {
        written.push_str(text.get(end..range.start).unwrap_or_default());
        written.push(direction);
        push_in_order(text.get(range.clone()).unwrap_or_default(), direction, &mut written);
        written.push(PDI);
        end = range.end;
    }
    written.push_str(text.get(end..).unwrap_or_default());
    Cow::Owned(written)
}

/// A text that runs from the left whatever stands around it, its groups of digits in the order in
/// which they are typed: a telephone number that stands for itself.
#[must_use]
pub fn from_left(text: &str) -> String {
    let mut isolated = String::from(LRI);
    push_in_order(text, LRI, &mut isolated);
    isolated.push(PDI);
    isolated
}

/// The isolate that a piece needs, if it needs one.
fn direction(text: &str, token: &Token, next: Option<&Token>) -> Option<char> {
    let piece = text.get(token.range.clone()).unwrap_or_default();
    let needed = match token.kind {
        TokenKind::Word
        | TokenKind::Abbreviation
        | TokenKind::Passage
        | TokenKind::Number
        | TokenKind::Range
        | TokenKind::Reference => None,
        TokenKind::Groups => Some(LRI),
        TokenKind::Phone => piece.contains(|c| digit_value(c).is_none()).then_some(LRI),
        TokenKind::Url | TokenKind::Email | TokenKind::Handle | TokenKind::Hashtag
            if !piece.contains(is_latin_letter) =>
        {
            piece.contains(|c| digit_value(c).is_some()).then_some(RLI)
        }
        TokenKind::Handle | TokenKind::Hashtag
            if piece.find(is_latin_letter) > piece.find(is_arabic_letter) && piece.contains(is_arabic_letter) =>
        {
            Some(RLI)
        }
        _ => (!runs_from_left(piece)).then_some(LRI),
    };
    // Beside a number or another phrase a phrase runs on into it.
    let calm = next.is_none_or(|next| next.kind.is_arabic());
    let plain =
        token.kind.is_arabic() || matches!(token.kind, TokenKind::Number | TokenKind::Range | TokenKind::Reference);
    let latin = !plain && piece.contains(is_latin_letter);
    needed.or_else(|| (latin && !calm).then_some(LRI))
}

/// True if a piece is one run to the algorithm: Latin at both ends, and nothing that draws to the
/// right between them.
fn runs_from_left(piece: &str) -> bool {
    let ends = |c: char| is_latin_letter(c) || c.is_ascii_digit();
    piece.starts_with(is_latin_letter)
        && piece.ends_with(ends)
        && !piece.contains(|c: char| is_arabic_letter(c) || (!c.is_ascii() && digit_value(c).is_some()))
}

/// True if a range or a number with a sign stands before the first Arabic word in digits that run
/// otherwise there than after it. What is isolated already is held.
fn begins_with_numbers(text: &str, pieces: &[Token], isolated: &[Range<usize>]) -> bool {
    if text.starts_with(ALM) {
        return false;
    }
    let is_held = |start: usize| {
        let next = isolated.partition_point(|range| range.end <= start);
        isolated.get(next).is_some_and(|range| range.start <= start)
    };
    let free: Vec<&Token> = pieces.iter().filter(|token| !is_held(token.range.start)).collect();
    let Some(word) = free.iter().position(|token| token.kind == TokenKind::Word) else { return false };
    free.iter().take(word).any(|token| {
        let head = text.get(..token.range.start).unwrap_or_default();
        let tail = text.get(token.range.end..).unwrap_or_default();
        let signed = head.ends_with(['+', '-', '%', '$', '#']) || tail.starts_with(['%', '+', '-', '–', '$', '°']);
        let latin = text.get(token.range.clone()).is_some_and(str::is_ascii);
        latin && (token.kind == TokenKind::Range || (token.kind == TokenKind::Number && signed))
    })
}

/// Appends what is isolated; its parts of Arabic letters or of Arabic digits are isolated in turn
/// when something else stands beside them, and in what runs from the right its numbers.
fn push_in_order(piece: &str, direction: char, isolated: &mut String) {
    let part = |c: char| match (digit_value(c).is_some(), direction) {
        (true, RLI) => Stretch::Digits,
        (true, _) => {
            if c.is_ascii() {
                Stretch::Other
            } else {
                Stretch::Digits
            }
        }
        (false, RLI) => {
            if is_latin_letter(c) {
                Stretch::Letters
            } else {
                Stretch::Other
            }
        }
        (false, _) => {
            if is_arabic_letter(c) || is_tashkeel(c) {
                Stretch::Letters
            } else {
                Stretch::Other
            }
        }
    };
    let parts = || piece.chars().map(part);
    let first = parts().next();
    if parts().all(|part| Some(part) == first) {
        isolated.push_str(piece);
        return;
    }
    let mut last = Stretch::Other;
    for c in piece.chars() {
        let part = part(c);
        if part != last {
            isolated.extend((last != Stretch::Other).then_some(PDI));
            isolated.extend((part != Stretch::Other).then_some(LRI));
            last = part;
        }
        isolated.push(c);
    }
    isolated.extend((last != Stretch::Other).then_some(PDI));
}

/// A stretch of what is isolated.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stretch {
    Letters,
    Digits,
    Other,
}

/// Keeps numbers that are written in groups, such as telephone numbers, in one line: behind each of
/// their spaces stands a word joiner (UAX 14, LB11). Only what is isolated is looked at, and
/// nothing of more than 24 characters: it has to fit a column.
#[must_use]
pub fn hold(text: &str) -> Cow<'_, str> {
    let spaced = |range: &Range<usize>| text.get(range.clone()).is_some_and(is_spaced_number);
    let numbers: Vec<Range<usize>> = isolated(text).into_iter().filter(spaced).collect();
    if numbers.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut held = String::with_capacity(text.len() + 12 * numbers.len());
    let mut end = 0;
    for range in numbers {
        held.push_str(text.get(end..range.start).unwrap_or_default());
        held.push_str(&text.get(range.clone()).unwrap_or_default().replace(' ', HELD_SPACE));
        end = range.end;
    }
    held.push_str(text.get(end..).unwrap_or_default());
    Cow::Owned(held)
}

/// True if a piece is digits in groups with plain spaces between them, and nothing else but signs.
fn is_spaced_number(piece: &str) -> bool {
    let seen = || piece.chars().filter(|c| !is_bidi_control(*c));
    let allowed =
        |c: char| digit_value(c).is_some() || matches!(c, ' ' | '+' | '-' | '–' | '\u{2011}' | '(' | ')' | '/' | '.');
    seen().all(allowed)
        && seen().any(|c| c == ' ')
        && seen().any(|c| digit_value(c).is_some())
        && seen().count() <= MOST_HELD
}

/// What stands inside isolates already.
fn isolated(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '\u{2066}'..='\u{2068}' => open.push(at),
            PDI => {
                if let Some(start) = open.pop().filter(|_| open.is_empty()) {
                    found.push(start..at + PDI.len_utf8());
                }
            }
            _ => {}
        }
    }
    found.extend(open.first().map(|&start| start..text.len()));
    found
}

#[cfg(test)]
#[path = "bidi_tests.rs"]
mod tests;
