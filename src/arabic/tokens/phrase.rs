//! Phrases of Latin: words and codes with the numbers, signs and brackets between them.

use super::super::letters::{TATWEEL, is_arabic_letter, is_bidi_control, is_latin_letter};
use super::kinds::{Token, TokenKind};
use super::reader::tokens;

/// Brackets inside brackets that a phrase may have.
const DEPTH: usize = 4;
/// More marks than that between two words are no phrase.
const LONGEST_GAP: usize = 32;
/// Units in capitals; those in small letters are known by them.
const UNITS: [&str; 25] = [
    "MVA", "MW", "GW", "KW", "KV", "KVA", "MHz", "GHz", "Hz", "GB", "MB", "TB", "KB", "Mbps", "Gbps", "V", "W", "A",
    "L", "BTU", "USD", "IQD", "EUR", "PM", "AM",
];
/// Letters after a degree sign: of temperature, of places on the globe.
const DEGREES: [&str; 6] = ["C", "F", "N", "S", "E", "W"];
/// Short words whose point is their own.
const POINTED: [&str; 14] =
    ["Ltd", "Inc", "Co", "Corp", "Mr", "Mrs", "Ms", "Dr", "St", "Jr", "Sr", "No", "Prof", "Bros"];
/// Words that are counted; others are known by their ending.
const COUNTED: [&str; 27] = [
    "مرة",
    "مرات",
    "سنة",
    "سنوات",
    "عام",
    "أعوام",
    "يوم",
    "أيام",
    "شهر",
    "أشهر",
    "دينار",
    "دولار",
    "مليون",
    "مليار",
    "ألف",
    "آلاف",
    "دقيقة",
    "ساعة",
    "ساعات",
    "متر",
    "كم",
    "طفل",
    "شخص",
    "طالب",
    "دولة",
    "مدرسة",
    "بالمئة",
];

/// The pieces of a text with each phrase of Latin as one. A text without any Arabic is one phrase.
#[must_use]
pub fn phrases(text: &str) -> Vec<Token> {
    let all = tokens(text);
    if !text.contains(is_latin_letter) {
        return all;
    }
    if !text.contains(is_arabic) {
        let start = text.len() - text.trim_start().len();
        return vec![Token { range: start..text.trim_end().len(), kind: TokenKind::Latin }];
    }
    let mut joiner = Joiner { text, all: &all, unclosed: Vec::new() };
    let mut joined = Vec::with_capacity(all.len());
    let mut at = 0;
    while let Some(token) = all.get(at) {
        match joiner.phrase(at) {
            Some((range, next)) => {
                let alone = range == token.range && is_core(token.kind);
                joined.push(Token { range, kind: if alone { token.kind } else { TokenKind::Latin } });
                at = next;
            }
            None => {
                joined.push(token.clone());
                at += 1;
            }
        }
    }
    joined
}

/// Letters and marks of Arabic: with one of them a text is no foreign one.
fn is_arabic(c: char) -> bool {
    is_arabic_letter(c) || matches!(c, '،' | '؛' | '؟' | TATWEEL)
}

/// What makes a phrase; numbers and addresses may only stand in it.
fn is_core(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Latin | TokenKind::Code)
}

/// Brackets and quotation marks that are open.
#[derive(Clone, Copy, Default)]
struct Open {
    marks: [(char, usize); DEPTH],
    depth: usize,
}

impl Open {
    fn push(&mut self, mark: char, at: usize) -> bool {
        let free = self.marks.get_mut(self.depth).map(|slot| *slot = (mark, at)).is_some();
        self.depth += usize::from(free);
        free
    }

    fn top(&self) -> Option<char> {
        Some(self.marks.get(self.depth.checked_sub(1)?)?.0)
    }

    /// Takes in a mark between two words; `false` when no phrase goes on over it.
    fn read(&mut self, c: char, at: usize) -> bool {
        match c {
            '"' if self.top() != Some('"') => self.push(c, at),
            '(' | '[' | '{' | '“' => self.push(c, at),
            ')' | ']' | '}' | '”' | '"' => {
                let closed = self.top().is_some_and(|open| closing(open) == c);
                self.depth -= usize::from(closed);
                closed
            }
            _ => true,
        }
    }
}

fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '“' => '”',
        '«' => '»',
        other => other,
    }
}

struct Joiner<'t> {
    text: &'t str,
    all: &'t [Token],
    /// Brackets at which phrases end, for they close in Arabic or never; in order.
    unclosed: Vec<usize>,
}

impl Joiner<'_> {
    fn get(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The phrase that begins with a token: its bytes, and the token after it.
    fn phrase(&mut self, first: usize) -> Option<(std::ops::Range<usize>, usize)> {
        let start = self.all.get(first)?.range.start;
        let core = self.leading(first)?;
        let (mut last, mut open, mut at) = (core, Open::default(), core);
        let (mut balanced, mut open_at_last) = (core, open);
        while self.goes_on(at, &mut open) {
            at += 1;
            if self.all.get(at).is_some_and(|token| is_core(token.kind)) {
                (last, open_at_last) = (at, open);
                balanced = if open.depth == 0 { at } else { balanced };
            }
        }
        let mut end = self.all.get(last)?.range.end;
        match self.closed(end, &open_at_last) {
            Some(closed) => end = closed,
            None => {
                self.unclosed.push(open_at_last.marks.first()?.1);
                (last, end) = (balanced, self.all.get(balanced)?.range.end);
            }
        }
        if let Some(number) = self.trailing(last, end) {
            (last, end) = (last + 1, number);
        }
        Some((start..self.end_marks(start, end), last + 1))
    }

    /// The first word of a phrase that begins here, perhaps after numbers: `45 km`, `2 × 31.5 MVA`,
    /// `(45 Participants)`.
    fn leading(&self, first: usize) -> Option<usize> {
        let token = self.all.get(first)?;
        if is_core(token.kind) {
            return Some(first);
        }
        let opened = self.get(0, token.range.start).ends_with(['(', '[', '«', '“', '"']);
        let mut at = first;
        loop {
            let (token, next) = (self.all.get(at)?, self.all.get(at + 1)?);
            let gap = self.get(token.range.end, next.range.start);
            if !matches!(token.kind, TokenKind::Number | TokenKind::Range | TokenKind::Groups) {
                return None;
            }
            let degrees = gap.contains('°');
            if matches!(gap, " " | "\u{A0}" | "" | "° " | "°" | " °") && is_core(next.kind) {
                let word = self.get(next.range.start, next.range.end);
                let measured = word.starts_with(char::is_lowercase)
                    || UNITS.contains(&word)
                    || opened
                    || (degrees && DEGREES.contains(&word));
                return measured.then_some(at + 1);
            }
            if !matches!(gap.trim(), "×" | "*") {
                return None;
            }
            at += 1;
        }
    }

    /// True if a phrase goes on from one token to the next.
    fn goes_on(&self, at: usize, open: &mut Open) -> bool {
        let (Some(token), Some(next)) = (self.all.get(at), self.all.get(at + 1)) else { return false };
        let word = next.kind.is_arabic();
        let gap = self.get(token.range.end, next.range.start);
        if word || gap.len() > LONGEST_GAP {
            return false;
        }
        gap.char_indices().all(|(offset, c)| {
            let at = token.range.end + offset;
            let apart =
                c.is_alphanumeric() || is_arabic(c) || is_bidi_control(c) || matches!(c, '«' | '»' | '\n' | '\u{2028}');
            !apart && self.unclosed.binary_search(&at).is_err() && open.read(c, at)
        })
    }

    /// Where a phrase ends that closes what it opened; nothing when it does not.
    fn closed(&self, end: usize, open: &Open) -> Option<usize> {
        let mut open = *open;
        let mut end = end;
        while let Some(mark) = open.top() {
            let tail = self.text.get(end..)?;
            let bare = tail.trim_start_matches(['.', '!', '?', ',']);
            let after = bare.strip_prefix(closing(mark))?;
            end = self.text.len() - after.len();
            open.depth -= 1;
        }
        Some(end)
    }

    /// The end of a number that belongs to the phrase before it: `iPhone 15`, but not `UNICEF 15
    /// مرة`.
    fn trailing(&self, last: usize, end: usize) -> Option<usize> {
        let number = self.all.get(last + 1)?;
        let gap = self.get(end, number.range.start);
        let digits = self.get(number.range.start, number.range.end);
        let typed = matches!(number.kind, TokenKind::Number | TokenKind::Range) && digits.is_ascii();
        if !typed || !matches!(gap, " " | "\u{A0}") {
            return None;
        }
        let after = self.text.get(number.range.end..).unwrap_or_default();
        let next = self.all.get(last + 2).filter(|next| next.kind == TokenKind::Word);
        let follows = |next: &&Token| self.get(number.range.end, next.range.start).chars().all(char::is_whitespace);
        let counted = next.filter(follows).is_some_and(|next| is_counted(self.get(next.range.start, next.range.end)));
        (!counted && !after.trim_start_matches(' ').starts_with(['%', '٪'])).then_some(number.range.end)
    }

    /// The end with the marks that are the phrase's own: before the bracket that closes it, after
    /// `Ltd` and the like.
    fn end_marks(&self, start: usize, end: usize) -> usize {
        let tail = self.text.get(end..).unwrap_or_default();
        let bare = tail.trim_start_matches(['.', '!', '?', ',', ';', ':', '…', '%']);
        let opened = self.get(0, start).chars().next_back().filter(|c| matches!(c, '(' | '[' | '{' | '«' | '“' | '"'));
        if opened.is_some_and(|open| bare.starts_with(closing(open))) {
            return self.text.len() - bare.len();
        }
        let word = self.get(start, end).rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        let last =
            self.get(start, end).rsplit(|c: char| !(c.is_ascii_alphabetic() || c == '.')).next().unwrap_or_default();
        // `B.Sc.`, `Ph.D.`, `p.m.`
        let short = last.contains('.') && last.split('.').all(|part| (1..=3).contains(&part.len()));
        let own = POINTED.contains(&word) || short;
        let pointed = own && tail.strip_prefix('.').is_some_and(|rest| rest.starts_with([' ', '،', '؛', ')']));
        end + usize::from(pointed)
    }
}

/// True if an Arabic word is what a number before it counts: مشاركاً, مرة.
fn is_counted(word: &str) -> bool {
    let long = word.chars().nth(3).is_some();
    word.ends_with("اً") || word.ends_with("ًا") || (long && word.ends_with('ا')) || COUNTED.contains(&word)
}
