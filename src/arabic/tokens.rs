//! Pieces of text that are no words and no numbers of the language: addresses, telephone numbers, codes.
//!
//! Their digits are never converted, and no rule of typing looks inside them.

use std::ops::Range;

/// The kinds of piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// `https://example.iq/a`, `www.example.iq`.
    Url,
    /// `media@example.iq`.
    Email,
    /// `@basra_media`.
    Handle,
    /// `+964 770 123 4567`, `07701234567`.
    Phone,
    /// Latin letters and digits in one: `COVID-19`, `A4`, an IBAN, `45 participants` in brackets.
    Code,
}

/// A piece and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
}

/// Finds all such pieces, in the order of the text.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(run) = next_run(text, at) {
        let tail = text.get(run.start..).unwrap_or_default();
        // `(040) 612345`: no other piece begins with a bracket.
        let bracketed = text.get(at..run.start).filter(|before| before.ends_with('(')).map(|_| run.start - 1);
        if let Some(start) = bracketed
            && let Some(length) = text.get(start..).and_then(phone)
        {
            at = start + length;
            found.push(Token { range: start..at, kind: TokenKind::Phone });
            continue;
        }
        let token = phone(tail)
            .map(|length| (length, TokenKind::Phone))
            .or_else(|| iban(tail).or_else(|| plate(text, run.start)).map(|length| (length, TokenKind::Code)))
            .or_else(|| latin_in_brackets(text, run.start).map(|length| (length, TokenKind::Code)))
            .or_else(|| one_run(text.get(run.clone()).unwrap_or_default()));
        at = match token {
            Some((length, kind)) => {
                let end = run.start + length;
                found.push(Token { range: run.start..end, kind });
                end.max(run.start + 1)
            }
            None => run.end,
        };
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    found
}

/// The value of a Latin, Arabic-Indic or Persian digit.
#[must_use]
pub fn digit_value(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '\u{0660}'..='\u{0669}' => Some(u32::from(c) - 0x0660),
        '\u{06F0}'..='\u{06F9}' => Some(u32::from(c) - 0x06F0),
        _ => None,
    }
}

/// The most characters that are looked at as one run: addresses are shorter, and longer runs would cost their square.
const LONGEST: usize = 2048;

/// The next run of visible ASCII characters and digits that can begin a piece.
fn next_run(text: &str, from: usize) -> Option<Range<usize>> {
    let tail = text.get(from..)?;
    let start =
        from + tail.find(|c: char| c.is_ascii_alphanumeric() || c == '@' || c == '+' || digit_value(c).is_some())?;
    let tail = text.get(start..)?;
    let ends = |&(count, (_, c)): &(usize, (usize, char))| {
        count == LONGEST || (!c.is_ascii_graphic() && digit_value(c).is_none())
    };
    let length = tail.char_indices().enumerate().find(ends).map_or(tail.len(), |(_, (at, _))| at);
    Some(start..start + length)
}

/// What a run is, with the length of the piece: marks of the sentence after it don't belong to it.
fn one_run(run: &str) -> Option<(usize, TokenKind)> {
    let piece = without_closing_marks(run);
    let has_letter = piece.bytes().any(|b| b.is_ascii_alphabetic());
    let lower = piece.get(..8).unwrap_or(piece).to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www.") {
        return Some((piece.len(), TokenKind::Url));
    }
    if let Some((name, host)) = piece.split_once('@') {
        if name.is_empty() {
            let length =
                1 + host.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '.').unwrap_or(host.len());
            return (length > 1).then_some((length, TokenKind::Handle));
        }
        return (has_letter && host.contains('.')).then_some((piece.len(), TokenKind::Email));
    }
    // A code ends where a mark that no code has begins.
    let length =
        piece.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | '.' | '/')).unwrap_or(piece.len());
    let code = without_closing_marks(piece.get(..length)?);
    let mixed = code.bytes().any(|b| b.is_ascii_alphabetic()) && code.bytes().any(|b| b.is_ascii_digit());
    let address = code.contains('/') && code.split('/').next().is_some_and(is_host);
    if address {
        return Some((code.len(), TokenKind::Url));
    }
    mixed.then_some((code.len(), TokenKind::Code))
}

/// `example.iq`: Latin names with points between them, the last of letters alone.
fn is_host(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    parts.len() > 1
        && parts.iter().all(|part| !part.is_empty())
        && parts.last().is_some_and(|part| part.len() > 1 && part.bytes().all(|b| b.is_ascii_alphabetic()))
}

fn without_closing_marks(run: &str) -> &str {
    let mut piece = run;
    loop {
        let shorter = piece.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '"', '-', '/']);
        // A closing bracket belongs to the sentence unless it was opened in the piece.
        let shorter = [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>')].iter().fold(shorter, |piece, (open, close)| {
            match piece.strip_suffix(*close) {
                Some(rest) if !rest.contains(*open) => rest,
                _ => piece,
            }
        });
        // The slash that ends an address is part of it.
        let shorter = if shorter.len() + 1 == piece.len() && piece.ends_with('/') { piece } else { shorter };
        if shorter.len() == piece.len() {
            return piece;
        }
        piece = shorter;
    }
}

/// The length of a telephone number at the start of a text: `+` or `00` and 8 to 15 digits (ITU-T E.164), an Iraqi
/// number of 11 digits that begins with `07`, or one of a city, `040 612345`. Single spaces or hyphens between groups; one of the
/// first groups may stand in brackets.
fn phone(text: &str) -> Option<usize> {
    let bracket = text.starts_with('(');
    let rest = text.strip_prefix('(').unwrap_or(text);
    let plus = rest.starts_with('+');
    let body = rest.strip_prefix('+').unwrap_or(rest);
    let lead: Vec<u32> = body.chars().take(5).map_while(digit_value).collect();
    // The fewest digits, so many that no other group belongs to it, and the most. Iraqi numbers have ten after 964.
    let (least, full, most) = match (plus, lead.as_slice()) {
        (true, [9, 6, 4, ..]) => (8, 13, 15),
        (true, [_, _, ..]) => (8, 15, 15),
        (false, [0, 0, 9, 6, 4]) => (8, 15, 17),
        (false, [0, 0, ..]) => (8, 17, 17),
        (false, [0, 7, ..]) => (11, 11, 11),
        (false, [0, ..]) => return landline(text),
        _ => return None,
    };
    let (mut digits, mut length, mut pending) = (0, 0, 0);
    // Brackets that are open: where we read, and in what belongs to the number.
    let (mut open, mut open_inside) = (bracket, bracket);
    let mut separated = false;
    let mut characters = body.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let digit_next = next.is_some_and(|next| digit_value(next).is_some());
        match c {
            _ if digit_value(c).is_some() && digits < most => {
                digits += 1;
                length += pending + c.len_utf8();
                (pending, separated, open_inside) = (0, false, open);
            }
            ' ' | '-' | '\u{A0}' if digits < full && !separated && (digit_next || next == Some('(')) => {
                pending += c.len_utf8();
                separated = true;
            }
            '(' if digits <= 4 && !open && is_group_in_brackets(body.get(at..).unwrap_or_default()) => {
                pending += 1;
                open = true;
            }
            ')' if open => {
                pending += 1;
                open = false;
            }
            _ => break,
        }
    }
    (digits >= least && !open_inside).then_some(length + usize::from(plus) + usize::from(bracket))
}

/// The length of a telephone number of an Iraqi city at the start of a text: `0` and one or two digits, perhaps in brackets, a
/// space or a hyphen, and six or seven digits.
fn landline(text: &str) -> Option<usize> {
    let bracket = text.starts_with('(');
    let (city, after) = leading_digits(text.strip_prefix('(').unwrap_or(text));
    let after = if bracket { after.strip_prefix(')')? } else { after };
    let (number, after) = leading_digits(after.strip_prefix([' ', '-', '\u{A0}'])?);
    let sizes = matches!(city.chars().count(), 2 | 3) && matches!(number.chars().count(), 6 | 7);
    sizes.then(|| text.len() - after.len())
}

/// Whether a text begins with one to four digits in brackets.
fn is_group_in_brackets(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('(') else { return false };
    let (digits, after) = leading_digits(inside);
    (1..=4).contains(&digits.chars().count()) && after.starts_with(')')
}

/// The digits that a text begins with, and what comes after them.
fn leading_digits(text: &str) -> (&str, &str) {
    let end = text.find(|c| digit_value(c).is_none()).unwrap_or(text.len());
    text.split_at(end)
}

/// The length of Latin words in brackets that begin with a number: `45 participants` of `(45 participants)`.
fn latin_in_brackets(text: &str, start: usize) -> Option<usize> {
    let close = match text.get(..start)?.chars().next_back()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let tail = text.get(start..)?;
    let inner = tail.get(..tail.find(['(', '[', ')', ']'])?)?;
    let closed = tail.get(inner.len()..)?.starts_with(close);
    let latin = inner.is_ascii() && inner.bytes().any(|b| b.is_ascii_alphabetic());
    (closed && latin && inner.starts_with(|c: char| c.is_ascii_digit())).then_some(inner.len())
}

/// The length of an IBAN at the start of a text (ISO 13616): two capitals, two digits, then groups; 15 to 34 characters.
fn iban(text: &str) -> Option<usize> {
    let head: Vec<char> = text.chars().take(4).collect();
    let [a, b, c, d] = head.as_slice() else { return None };
    if !(a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_digit() && d.is_ascii_digit()) {
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
    (count >= 15).then_some(length)
}

/// The length of a number plate at an offset, `12 A 34567`: the governorate, a capital, three to six digits.
fn plate(text: &str, start: usize) -> Option<usize> {
    let inside_number = |c: char| digit_value(c).is_some() || matches!(c, '.' | ',' | '/' | ':' | '-' | '٫' | '٬');
    if text.get(..start)?.ends_with(inside_number) {
        return None;
    }
    let mut parts = text.get(start..)?.splitn(3, ' ');
    let (office, letter, tail) = (parts.next()?, parts.next()?, parts.next()?);
    let number = tail.bytes().take_while(u8::is_ascii_digit).count();
    let ends = !tail.get(number..)?.starts_with(|c: char| c.is_ascii_alphanumeric());
    let plate = matches!(office.as_bytes(), [b'0'..=b'9'] | [b'0'..=b'9', b'0'..=b'9'])
        && matches!(letter.as_bytes(), [b'A'..=b'Z'])
        && (3..=6).contains(&number)
        && ends;
    plate.then_some(office.len() + letter.len() + number + 2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<(&str, TokenKind)> {
        tokens(text).into_iter().map(|token| (&text[token.range], token.kind)).collect()
    }

    #[test]
    fn pieces_are_found_in_running_text() {
        use TokenKind::{Code, Email, Handle, Phone, Url};
        let one = |text: &'static str, piece: &'static str, kind| assert_eq!(found(text), [(piece, kind)], "{text}");
        one("الموقع (https://example.iq/2026/a?b=1)، اليوم", "https://example.iq/2026/a?b=1", Url);
        one("الموقع www.example.iq.", "www.example.iq", Url);
        one("الموقع example.iq/news/12", "example.iq/news/12", Url);
        one("البريد media2@example.iq.", "media2@example.iq", Email);
        one("تابعونا @basra_media2!", "@basra_media2", Handle);
        one("الهاتف +964 770 123 4567.", "+964 770 123 4567", Phone);
        one("الهاتف 07701234567 45", "07701234567", Phone);
        one("الهاتف 0770 123 4567 ", "0770 123 4567", Phone);
        one("الهاتف ٠٧٧٠ ١٢٣ ٤٥٦٧", "٠٧٧٠ ١٢٣ ٤٥٦٧", Phone);
        one("الهاتف (0770) 123 4567،", "(0770) 123 4567", Phone);
        one("الهاتف +964 (770) 123 4567،", "+964 (770) 123 4567", Phone);
        one("الهاتف (+964) 770 123-4567،", "(+964) 770 123-4567", Phone);
        one("الهاتف +964 (0)770 123 4567", "+964 (0)770 123 4567", Phone);
        one("(الهاتف +964 770 123 4567)", "+964 770 123 4567", Phone);
        one("(+964 770 123 4567)", "+964 770 123 4567", Phone);
        one("الهاتف +964 770 123 4567 (24 ساعة)", "+964 770 123 4567", Phone);
        one("الهاتف +964 7701234567 24 ساعة", "+964 7701234567", Phone);
        one("الهاتف 040 612345.", "040 612345", Phone);
        one("الهاتف (٠٤٠) ٦١٢٣٤٥", "(٠٤٠) ٦١٢٣٤٥", Phone);
        one("جائحة وCOVID-19،", "COVID-19", Code);
        one("ورق A4.", "A4", Code);
        one("الحضور (45 participants) اليوم", "45 participants", Code);
        one("حساب IQ98 NBIQ 8501 2345 6789 012 في", "IQ98 NBIQ 8501 2345 6789 012", Code);
        one("المركبة 12 A 34567،", "12 A 34567", Code);
        one("المركبة 12-A-34567،", "12-A-34567", Code);
    }

    #[test]
    fn words_and_numbers_are_none() {
        for text in [
            "",
            "البصرة",
            "1,234.5",
            "24/07/2026",
            "10:30",
            "2026",
            "UNICEF",
            "Al-Fayhaa Hospital",
            "45%",
            "(45)",
            "a@b",
            "+5",
            "05-11-2026 15",
            "(05) 2026",
            "01 123",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn a_text_without_spaces_is_read_to_its_end() {
        let text = "a1)".repeat(30_000);
        assert_eq!(tokens(&text).len(), 30_000);
    }

    proptest! {
        #[test]
        fn any_text_has_pieces_in_order(text in "[ -~ا-ي٠-٩\u{A0}«»،]{0,60}") {
            let mut end = 0;
            for token in tokens(&text) {
                prop_assert!(token.range.start >= end && !token.range.is_empty());
                end = token.range.end;
                prop_assert!(text.get(token.range).is_some());
            }
        }
    }
}
