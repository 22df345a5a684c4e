//! Numbers: in groups, as dates, times and ranges, with points that are no decimal marks.

use super::super::letters::{TATWEEL, is_tashkeel};
use super::kinds::{Piece, Token, TokenKind, digit_value, is_digit, leading_digits, next_char};
use super::phone;
use super::word::bare_forms;

/// Words after which a point parts the numbers of a text, a version or a time. Hamzas are left out
/// of the comparison.
const REFERENCES: [&str; 36] = [
    "ماده",
    "مادتين",
    "مادتان",
    "مواد",
    "فقره",
    "فقرتين",
    "فقرتان",
    "فقرات",
    "بند",
    "بندين",
    "بندان",
    "بنود",
    "فصل",
    "فصلين",
    "فصول",
    "قسم",
    "اقسام",
    "باب",
    "ابواب",
    "مرفق",
    "ملحق",
    "ملاحق",
    "جدول",
    "جداول",
    "شكل",
    "اشكال",
    "نقطه",
    "نقاط",
    "اصدار",
    "اصدارات",
    "نسخه",
    "ساعه",
    "ساعات",
    "رقم",
    "صوره",
    "مبحث",
];
/// Words after a time.
const HOURS: [&str; 8] = ["صباح", "مساء", "ظهر", "عصر", "ليل", "فجر", "بعد الظهر", "قبل الظهر"];
/// Words before a telephone number.
const PHONES: [&str; 12] =
    ["هاتف", "هواتف", "موبايل", "جوال", "نقال", "محمول", "خلوي", "فاكس", "واتساب", "واتس", "تلفون", "تليفون"];
/// Words that lead from one number to the next.
const LINKS: [&str; 5] = ["و", "او", "الي", "حتي", "ثم"];

/// The fewest digits of a number in four groups and more that is a code.
const LONG_CODE: usize = 9;
/// The most groups of one number; a longer row is a list.
const LONGEST_ROW: usize = 12;

/// What stands before a number.
pub(super) struct NumberContext {
    /// A point in it is no decimal mark.
    reference: bool,
    /// It is a telephone number.
    phone: bool,
}

impl NumberContext {
    pub(super) fn of(text: &str, found: &[Token], at: usize) -> Self {
        let none = Self { reference: false, phone: false };
        let Some((last, others)) = found.split_last() else { return none };
        let gap = text.get(last.range.end..at).unwrap_or_default();
        if !gap.chars().all(|c| c.is_whitespace() || matches!(c, ':' | '(' | '،' | '/' | '-' | '.')) {
            return none;
        }
        let linked = last.kind == TokenKind::Word && LINKS.contains(&folded(text, last).as_str());
        let head = if linked { others.last() } else { Some(last) };
        let Some(head) = head else { return none };
        match head.kind {
            TokenKind::Reference => Self { reference: true, ..none },
            TokenKind::Word if !linked && !gap.contains(['،', '.']) => {
                let word = folded(text, head);
                let is = |list: &[&str]| bare_forms(&word).any(|form| list.contains(&form));
                Self { reference: is(&REFERENCES), phone: is(&PHONES) }
            }
            _ => none,
        }
    }
}

/// A word with its hamzas and endings as the lists have them.
fn folded(text: &str, word: &Token) -> String {
    let word = text.get(word.range.clone()).unwrap_or_default();
    let seen = word.chars().filter(|&c| !is_tashkeel(c) && c != TATWEEL).take(12);
    seen.map(|c| match c {
        'أ' | 'إ' | 'آ' => 'ا',
        'ة' => 'ه',
        'ى' | 'ی' => 'ي',
        c => c,
    })
    .collect()
}

/// The number at the start of a text, which begins with a digit.
pub(super) fn piece(text: &str, context: &NumberContext) -> Piece {
    if let Some(length) = context.phone.then(|| phone::local(text)).flatten() {
        return (length, TokenKind::Phone);
    }
    let (length, kind) = shape(text);
    let number = text.get(..length).unwrap_or_default();
    let pointed = matches!(kind, TokenKind::Number | TokenKind::Range) && number.contains(['.', '٫']);
    if pointed && (context.reference || is_hour(number, text.get(length..).unwrap_or_default())) {
        return (length, TokenKind::Reference);
    }
    (length, kind)
}

/// `9.30` before صباحاً and the like.
fn is_hour(number: &str, after: &str) -> bool {
    let last = number.rsplit(['-', '–', '\u{2011}']).next().unwrap_or_default();
    let Some((hour, minutes)) = last.split_once(['.', '٫']) else { return false };
    let after = after.trim_start_matches([' ', '\u{A0}']);
    let sizes = hour.chars().count() <= 2 && minutes.chars().count() == 2;
    sizes && HOURS.iter().any(|word| after.starts_with(word))
}

fn shape(text: &str) -> Piece {
    let mut length = part_length(text);
    let first = text.get(..length).unwrap_or_default();
    if is_code(first) {
        return (length, TokenKind::Code);
    }
    if let Some(length) = spaced(text) {
        return (length, TokenKind::Groups);
    }
    let mut parts = 1;
    while let Some(dash) = text.get(length..).and_then(|tail| tail.chars().next()).filter(|c| is_dash(*c)) {
        if !next_char(text, length).is_some_and(is_digit) {
            break;
        }
        let next = length + dash.len_utf8();
        length = next + part_length(text.get(next..).unwrap_or_default());
        parts += 1;
    }
    let kind = match parts {
        1 => TokenKind::Number,
        2 => TokenKind::Range,
        // Numbers of books and of accounts: `978-3-16-148410-0`. A date has three parts.
        4.. if text.get(..length).is_some_and(is_long_code) => TokenKind::Code,
        _ => TokenKind::Groups,
    };
    (length, kind)
}

fn is_long_code(groups: &str) -> bool {
    groups.chars().filter(|&c| is_digit(c)).count() >= LONG_CODE
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '\u{2011}')
}

/// The length of digits with marks between them.
fn part_length(text: &str) -> usize {
    let mut length = 0;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let inside =
            matches!(c, '.' | ',' | '٫' | '٬' | '/' | ':') && characters.peek().is_some_and(|&next| is_digit(next));
        if !is_digit(c) && !inside {
            break;
        }
        length += c.len_utf8();
    }
    length
}

/// Addresses of machines: `192.168.1.1`, `192.168.1.1:8080`, `00:11:22:33:44:55`.
fn is_code(number: &str) -> bool {
    let colons = number.split(':').count() > 4 && number.split(':').all(|part| part.chars().count() == 2);
    let host = number.split(['/', ':']).next().unwrap_or_default();
    // Groups of thousands have zeros in front: `1.250.000.000`.
    let padded = |part: &str| part.len() > 1 && part.starts_with('0');
    let byte = |part: &str| part.len() <= 3 && !padded(part) && part.parse::<u16>().is_ok_and(|value| value < 256);
    colons || (host.split('.').count() == 4 && host.split('.').all(byte))
}

/// The length of digits in groups with single spaces between them: thousands, `12 500`, or three
/// groups and more. A row of years is none.
fn spaced(text: &str) -> Option<usize> {
    let (first, mut rest) = leading_digits(text);
    let space = rest.chars().next().filter(|c| matches!(c, ' ' | '\u{A0}'))?;
    let mut sizes = vec![first.chars().count()];
    let mut years = is_year(first);
    while let Some((group, after)) = rest.strip_prefix(space).map(leading_digits).filter(|(group, _)| !group.is_empty())
    {
        if sizes.len() > LONGEST_ROW {
            return None;
        }
        sizes.push(group.chars().count());
        years &= is_year(group);
        rest = after;
    }
    let goes_on = rest
        .chars()
        .next()
        .is_some_and(|c| c.is_alphanumeric() || (!c.is_whitespace() && next_char(rest, 0).is_some_and(is_digit)));
    let needed = (3..=LONGEST_ROW).contains(&sizes.len()) || matches!(sizes.as_slice(), [1..=3, 3]);
    (needed && !years && !goes_on).then(|| text.len() - rest.len())
}

fn is_year(digits: &str) -> bool {
    let value =
        digits.chars().filter_map(digit_value).fold(0_u32, |sum, value| sum.saturating_mul(10).saturating_add(value));
    digits.chars().count() == 4 && (1300..2200).contains(&value)
}
