//! Words of Latin, and codes of Latin letters and digits.

use super::super::letters::{is_arabic_letter, is_latin_letter};
use super::kinds::{TokenKind, is_digit, next_char};

/// The most characters before the first letter of a code: without a letter a run is a number.
const LONGEST_HEAD: usize = 40;

/// A sign that may stand before Latin as part of it.
pub(super) fn is_leading_sign(c: char) -> bool {
    matches!(c, '#' | '.' | '-' | '/' | '\\' | '$' | '€' | '£' | '~' | '&' | '_' | '+' | '=')
}

/// Latin behind its signs: `.pdf`, `--help`, `/etc/hosts`.
pub(super) fn signed(text: &str) -> Option<(usize, TokenKind)> {
    let (start, _) = text.char_indices().take(4).find(|&(_, c)| !is_leading_sign(c))?;
    let tail = text.get(start..)?;
    if !tail.starts_with(is_latin_letter) {
        return None;
    }
    let (length, _) = run(tail)?;
    Some((start + length, TokenKind::Code))
}

/// The word or code at the start of a text: letters and digits, signs between them, and `+`, `#`
/// and the like after them. Without a letter it is none.
pub(super) fn run(text: &str) -> Option<(usize, TokenKind)> {
    let (mut length, mut lettered, mut coded) = (0, false, false);
    let mut characters = text.char_indices().enumerate();
    while let Some((count, (at, c))) = characters.next() {
        if is_latin_letter(c) || matches!(c, '\u{300}'..='\u{36F}') {
            lettered = true;
        } else if is_digit(c) {
            coded = true;
        } else if is_joint(text, at, c) {
            // Two of one sign: `2001:db8::1`.
            if next_char(text, at) == Some(c) {
                characters.next();
            }
            continue;
        } else {
            break;
        }
        if !lettered && count > LONGEST_HEAD {
            return None;
        }
        length = at + c.len_utf8();
    }
    if !lettered {
        return None;
    }
    let signs = trailing_signs(text, length);
    let kind = if coded || signs > 0 { TokenKind::Code } else { TokenKind::Latin };
    Some((length + signs, kind))
}

/// True if a sign stands inside a word or code.
fn is_joint(text: &str, at: usize, c: char) -> bool {
    let goes_on = |c: char| is_latin_letter(c) || is_digit(c);
    match c {
        '-' | '‑' | '–' | '_' | '.' | '/' | '\\' | '\'' | '’' | '&' | '+' | ':' | '@' | '·' | '°' | '=' | '~' | '#'
        | '×' | '%' => {
            let mut rest = text.get(at..).unwrap_or_default().chars().skip(1);
            let next = rest.next();
            next.is_some_and(goes_on) || (next == Some(c) && rest.next().is_some_and(goes_on))
        }
        _ => false,
    }
}

/// The length of the signs after a word that belong to it.
fn trailing_signs(text: &str, end: usize) -> usize {
    let word = text.get(..end).unwrap_or_default();
    let tail = text.get(end..).unwrap_or_default();
    let after = |signs: &str| tail.get(signs.len()..).and_then(|rest| rest.chars().next());
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let signs = tail.get(..tail.find(|c| !matches!(c, '+' | '#' | '®' | '™' | '©' | '°')).unwrap_or(tail.len()));
    if let Some(signs) = signs.filter(|signs| !signs.is_empty() && free(after(signs))) {
        return signs.len();
    }
    // A grade or a group of blood, `A-`; after longer words a dash is the sentence's.
    let grade = word.len() <= 2 && tail.starts_with('-');
    if grade && after("-").is_none_or(|c| c != '-' && !c.is_alphanumeric() && !is_arabic_letter(c)) {
        return 1;
    }
    // `U.S.`, `e.g.`
    let initials = word.contains('.') && word.split('.').all(|part| part.len() == 1);
    usize::from(initials && tail.starts_with('.'))
}

/// The length of an IBAN at the start of a text (ISO 13616): two capitals, two digits, then groups;
/// 15 to 34 characters.
pub(super) fn iban(text: &str) -> Option<(usize, TokenKind)> {
    let head: [u8; 4] = text.as_bytes().get(..4)?.try_into().ok()?;
    if !(head.iter().take(2).all(u8::is_ascii_uppercase) && head.iter().skip(2).all(u8::is_ascii_digit)) {
        return None;
    }
    let (mut count, mut length) = (0, 0);
    for group in text.split(' ') {
        let whole = group.bytes().take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit()).count();
        if whole == 0 || count + whole > 34 || (length > 0 && whole > 4) {
            break;
        }
        count += whole;
        length += whole + usize::from(length > 0);
        if whole < group.len() {
            break;
        }
    }
    (count >= 15).then_some((length, TokenKind::Code))
}

/// The length of a number plate at the start of a text, `12 A 34567`: the governorate, a capital,
/// three to six digits.
pub(super) fn plate(text: &str) -> Option<(usize, TokenKind)> {
    let (office, rest) = text.split_at(text.bytes().take(3).take_while(u8::is_ascii_digit).count());
    let letter = rest.get(..3)?.as_bytes();
    let tail = rest.get(3..)?;
    let number = tail.bytes().take(7).take_while(u8::is_ascii_digit).count();
    let ends = !tail.get(number..)?.starts_with(|c: char| c.is_ascii_alphanumeric());
    let plate = matches!(office.len(), 1 | 2)
        && matches!(letter, [b' ', b'A'..=b'Z', b' '])
        && (3..=6).contains(&number)
        && ends;
    plate.then_some((office.len() + 3 + number, TokenKind::Code))
}
