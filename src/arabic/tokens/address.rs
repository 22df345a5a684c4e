//! Addresses: of the web and of mail, names and marks of networks, in any script.

use super::super::letters::{is_arabic_letter, is_latin_letter, is_tashkeel};
use super::kinds::TokenKind;

/// The most bytes that are looked at as one address; longer ones would cost their square.
const LONGEST: usize = 4096;
/// The most bytes of a name of mail or of a host.
const LONGEST_NAME: usize = 320;
/// Ends of hosts in Arabic letters (IANA, 2026): without one of them words with a point between are
/// words.
const ENDINGS: [&str; 22] = [
    "عراق",
    "السعودية",
    "مصر",
    "امارات",
    "الاردن",
    "سورية",
    "فلسطين",
    "قطر",
    "عمان",
    "الجزائر",
    "المغرب",
    "تونس",
    "موريتانيا",
    "سودان",
    "البحرين",
    "بحرين",
    "ایران",
    "پاکستان",
    "موقع",
    "شبكة",
    "عرب",
    "كاثوليك",
];

/// The address at the start of a text, if there is one.
pub(super) fn find(text: &str) -> Option<(usize, TokenKind)> {
    web(text).map(|length| (length, TokenKind::Url)).or_else(|| mail(text).map(|length| (length, TokenKind::Email)))
}

/// `@basra_media`
pub(super) fn handle(text: &str) -> Option<(usize, TokenKind)> {
    let name = text.strip_prefix('@')?;
    let end = name.find(|c| !(is_name(c) || c == '.')).unwrap_or(name.len());
    let length = name.get(..end)?.trim_end_matches('.').len();
    (length > 0).then_some((1 + length, TokenKind::Handle))
}

/// `#Basra`, `#البصرة_2026`: a name with a letter in it.
pub(super) fn hashtag(text: &str) -> Option<(usize, TokenKind)> {
    let name = text.strip_prefix('#')?;
    let end = name.find(|c| !is_name(c)).unwrap_or(name.len());
    let lettered = name.get(..end)?.contains(char::is_alphabetic);
    lettered.then_some((1 + end, TokenKind::Hashtag))
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || is_tashkeel(c) || matches!(c, '_' | '\u{200C}' | '\u{0640}')
}

fn web(text: &str) -> Option<usize> {
    let run = graphic(text);
    match after_scheme(run) {
        Some(start) => {
            let host = start + host_end(run.get(start..)?);
            let rest = run.get(host..)?;
            let length = if rest.starts_with(['/', '?', '#', ':']) { run.len() } else { host };
            Some(without_closing_marks(run.get(..length)?).len()).filter(|&length| length > start)
        }
        None => {
            let host = host_end(run);
            let rest = run.get(host..)?;
            let path = rest.starts_with(['/', '?', '#']) && next_is_name(rest);
            let name = run.get(..host)?.trim_end_matches('.');
            let sure = name.get(..4).is_some_and(|www| www.eq_ignore_ascii_case("www."));
            if !(sure || is_arabic_host(name) || (path && is_host(name))) {
                return None;
            }
            let whole = if path { without_closing_marks(run) } else { name };
            Some(if rest == "/" { name.len() + 1 } else { whole.len() })
        }
    }
}

/// What stands together without a space or a mark that no address has.
fn graphic(text: &str) -> &str {
    let ends = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '«' | '»' | '،' | '؛' | '؟' | '“' | '”' | '"' | '<' | '>' | '…' | '\u{2066}'..='\u{2069}' | '\u{202A}'..='\u{202E}')
    };
    let end = text.char_indices().find(|&(at, c)| at >= LONGEST || ends(c)).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// Where the host begins after `https://` and the like.
fn after_scheme(run: &str) -> Option<usize> {
    let end = run.find(|c: char| !c.is_ascii_alphanumeric() && c != '+')?;
    let scheme = (2..=10).contains(&end) && run.get(end..)?.starts_with("://");
    scheme.then_some(end + 3)
}

/// The length of labels with points between them; each label is of one script.
fn host_end(run: &str) -> usize {
    let (mut latin, mut arabic) = (false, false);
    for (at, c) in run.char_indices() {
        if at >= LONGEST_NAME {
            return at;
        }
        match c {
            '.' => (latin, arabic) = (false, false),
            c if is_arabic_letter(c) && latin => return at,
            c if is_latin_letter(c) && arabic => return at,
            c if is_arabic_letter(c) => arabic = true,
            c if is_latin_letter(c) => latin = true,
            c if c.is_alphanumeric() || is_tashkeel(c) || matches!(c, '-' | '_' | '\u{200C}') => {}
            _ => return at,
        }
    }
    run.len()
}

fn next_is_name(rest: &str) -> bool {
    rest.chars().nth(1).is_none_or(|c| c.is_alphanumeric() || matches!(c, '%' | '_' | '-' | '?' | '#' | '~'))
}

/// `example.iq`: Latin names with points between them, the last of letters alone.
fn is_host(name: &str) -> bool {
    let named = name.split('.').all(|part| !part.is_empty());
    let end = name.rsplit_once('.').map(|(_, end)| end);
    named && end.is_some_and(|end| end.len() > 1 && end.bytes().all(|b| b.is_ascii_alphabetic()))
}

fn is_arabic_host(name: &str) -> bool {
    let end = name.rsplit_once('.').map(|(_, end)| end);
    name.split('.').all(|part| !part.is_empty()) && end.is_some_and(|end| ENDINGS.contains(&end))
}

fn mail(text: &str) -> Option<usize> {
    let local = |c: char| c.is_alphanumeric() || is_tashkeel(c) || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'');
    let (at, sign) = text.char_indices().find(|&(at, c)| at >= LONGEST_NAME || !local(c))?;
    let name = text.get(..at)?;
    // Arabic written before a Latin name, as in بـ, is none of it.
    let one_script = !(name.contains(is_arabic_letter) && name.contains(is_latin_letter));
    if sign != '@' || name.is_empty() || !one_script {
        return None;
    }
    let host = text.get(at + 1..)?;
    let host = host.get(..host_end(host))?.trim_end_matches(['.', '-', '_']);
    let end = host.rsplit_once('.').map(|(_, end)| end)?;
    let lettered = end.chars().filter(|c| c.is_alphabetic()).count() > 1;
    (lettered && host.split('.').all(|part| !part.is_empty())).then_some(at + 1 + host.len())
}

/// An address without the marks of the sentence after it.
fn without_closing_marks(run: &str) -> &str {
    let mut piece = run;
    loop {
        let shorter = piece.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '"', '-', '*']);
        // A closing bracket belongs to the sentence unless it was opened in the piece.
        let shorter = [('(', ')'), ('[', ']'), ('{', '}')].iter().fold(shorter, |piece, (open, close)| {
            match piece.strip_suffix(*close) {
                Some(rest) if !rest.contains(*open) => rest,
                _ => piece,
            }
        });
        if shorter.len() == piece.len() {
            return piece;
        }
        piece = shorter;
    }
}
