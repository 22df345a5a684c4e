//! One mistake of the TOML reader and its name in the catalogue.

use std::ops::Range;

use crate::arabic::CivilDate;
use crate::arabic::invisible::is_invisible;
use crate::words::SyntaxProblem as P;

use super::clip::clipped;
use super::day::DASHES;
use super::keys::{ARABIC_KEYS, DAYS, KINDS};

/// The most characters of a value that a hint repeats.
const MOST_OF_VALUE: usize = 40;
/// Bytes of a day with a mark of its era behind it: `2026-11-20م`.
const MOST_OF_DATE: usize = 14;
/// The tables of all files, which stand in headings.
const TABLES: [&str; 12] = [
    "body",
    "event",
    "photos",
    "flyer",
    "social",
    "articles",
    "editorial",
    "colophon",
    "office",
    "editions",
    "name",
    "body.table",
];
/// Bytes of a line that somebody wrote by hand; longer ones are not looked through for each of
/// their mistakes.
const LONGEST_LINE: usize = 1000;
/// Lines that are looked through for a heading.
const FAR: usize = 500;

/// A mistake as the TOML reader tells it.
pub(crate) struct Mistake {
    /// Its message, up to `, expected`.
    pub(crate) text: String,
    /// All it says.
    full: String,
    /// The bytes that it points to.
    pub(crate) span: Range<usize>,
}

impl Mistake {
    pub(crate) fn new(message: &str, span: Option<Range<usize>>) -> Self {
        let text = message.split(", expected").next().unwrap_or_default().to_owned();
        Self { text, full: message.to_owned(), span: span.unwrap_or(0..0) }
    }

    /// True if it is about a date or time.
    fn is_date(&self) -> bool {
        ["date", "time", "offset"].iter().any(|word| self.text.contains(word))
    }

    /// True if the reader drops the rest of the file after it.
    pub(crate) fn stops(&self) -> bool {
        matches!(
            self.text.as_str(),
            "key with no value" | "missing value for key" | "invalid key-value pair" | "unexpected content"
        )
    }
}

/// The mistake's name and place. `line` is the span of its line in `text`, which may have been
/// blanked in part.
pub(crate) fn name(original: &str, text: &str, line: Range<usize>, mistake: &Mistake) -> (Range<usize>, P) {
    let span = mistake.span.clone();
    let whole = original.get(line.clone()).unwrap_or_default();
    let found = text.get(span.clone()).unwrap_or_default();
    let problem = match mistake.text.as_str() {
        "string values must be quoted" => return unquoted(whole, line, found, span),
        "key with no value" | "missing value for key" | "invalid key-value pair" => {
            return no_equals(whole, line, span);
        }
        "missing opening quote" => P::CurlyQuotes { found: value_of(whole) },
        "duplicate key" => {
            let part = KINDS.contains(&found) && heading_before(original, line.start) == Some("[[body]]");
            P::DuplicateKey { key: clipped(found), part, heading: whole.trim_start().starts_with('[') }
        }
        "invalid unquoted key" | "unquoted keys cannot be empty" => return bad_key(whole, line, span),
        "missing comma between array elements" | "missing comma between key-value pairs" => {
            return comma(text, span);
        }
        "extra comma in array" | "extra comma in inline table" => P::ExtraComma,
        "unclosed table" | "unclosed array table" | "missing table open" => {
            return (line, P::UnclosedHeader { found: clipped(whole) });
        }
        text if text.starts_with("invalid") && found.starts_with(|c: char| c.is_ascii_digit()) && mistake.is_date() => {
            return date(found, mistake, span);
        }
        "invalid boolean" => P::BadBoolean { found: clipped(found) },
        "unexpected key or value" => return trailing(text, line, span),
        "cannot recurse further; max recursion depth met" => P::TooDeep,
        "missing escaped value" | "too few unicode value digits" | "invalid value" => {
            return escape(text, span);
        }
        text if text.starts_with("cannot extend value") => P::NotATable { key: clipped(found) },
        _ => other(found, mistake, whole),
    };
    (span, problem)
}

/// The heading that a place of a file stands under.
fn heading_before(text: &str, at: usize) -> Option<&str> {
    text.get(..at)?.lines().rev().take(FAR).map(str::trim).find(|line| line.starts_with('['))
}

fn date(found: &str, mistake: &Mistake, span: Range<usize>) -> (Range<usize>, P) {
    // A note without its `#`.
    if let Some((day, note)) = found.split_once([' ', '\t'])
        && CivilDate::parse(day).is_some()
        && note.trim_start().starts_with(char::is_alphabetic)
    {
        let start = span.end - note.trim_start().len();
        return (start..span.end, P::TrailingText { found: clipped(note) });
    }
    (span, no_date(found, mistake))
}

fn no_date(found: &str, mistake: &Mistake) -> P {
    if let Some((_, last)) = mistake.full.split_once("expected day between 01 and ") {
        return P::NoSuchDay { found: clipped(found), last: last.to_owned() };
    }
    if mistake.full.contains("expected month between") {
        return P::NoSuchMonth { found: clipped(found) };
    }
    if mistake.text.contains("time") || mistake.text.contains("offset") {
        if found.len() <= MOST_OF_DATE && super::day::meant(found).is_some() {
            return bad_date(found);
        }
        let bare = found.chars().count() <= 8 && !found.contains('-');
        return if bare { P::UnquotedText { found: clipped(found) } } else { P::BadTime { found: clipped(found) } };
    }
    bad_date(found)
}

fn bad_date(found: &str) -> P {
    P::BadDate { found: clipped(found), meant: super::day::meant(found) }
}

fn other(found: &str, mistake: &Mistake, whole: &str) -> P {
    if let Some(control) = found.chars().find(|c| c.is_control()) {
        return P::ControlCharacter { code: u32::from(control) };
    }
    let number = ["leading zero", "sign", "digits", "radix", "integer", "float", "number"];
    if number.iter().any(|word| mistake.text.contains(word)) {
        // The reader tells many mistakes of one long line.
        let value = if whole.len() <= LONGEST_LINE { value_of(whole) } else { clipped(found) };
        let day = value.len() <= MOST_OF_DATE && super::day::meant(&value).is_some();
        return if day { bad_date(&value) } else { P::BadNumber { found: value } };
    }
    P::Other { text: mistake.full.clone() }
}

/// The text after the `=` of a line.
fn value_of(line: &str) -> String {
    clipped(line.split_once('=').map_or(line, |(_, value)| value))
}

/// The value of a line behind whatever stands for its equals sign.
fn behind_sign(line: &str) -> String {
    let value = line.find([':', '=']).and_then(|at| line.get(at..)).unwrap_or_default();
    let value = value.trim_start_matches([':', '=', '>', ' ', '\t']).trim_end();
    if value.is_empty() || value.chars().count() > MOST_OF_VALUE { "...".to_owned() } else { value.to_owned() }
}

fn unquoted(whole: &str, line: Range<usize>, found: &str, span: Range<usize>) -> (Range<usize>, P) {
    let text = found.trim();
    if text.is_empty() {
        let problem = P::MissingValue { key: key_of(whole) };
        return (line, problem);
    }
    if let Some(unseen) = text.chars().next().filter(|&c| is_invisible(c) || c == '\u{A0}') {
        let start = span.start + found.find(unseen).unwrap_or(0);
        return (start..start + unseen.len_utf8(), P::ControlCharacter { code: u32::from(unseen) });
    }
    let plain = text.trim_matches(['“', '”', '„', '«', '»', '‘', '’', '`', '"']);
    let problem = match text.chars().next() {
        Some(sign @ ('=' | '>')) => {
            P::ColonForEquals { key: key_of(whole), sign: format!("={sign}"), value: behind_sign(whole) }
        }
        Some('،') => P::ArabicComma,
        _ if plain.len() < 80 && super::day::meant(plain).is_some() => bad_date(plain),
        Some('“' | '”' | '„' | '«' | '»' | '‘' | '’' | '`') => P::CurlyQuotes { found: clipped(text) },
        _ if looks_like_date(text) || DAYS.contains(&key_of(whole).as_str()) => bad_date(text),
        _ => P::UnquotedText { found: clipped(text) },
    };
    (span, problem)
}

/// Digits of any script in two or three groups, with marks between them.
fn looks_like_date(text: &str) -> bool {
    let groups = text.split(DASHES);
    let count = groups.clone().count();
    let digits = |group: &str| (1..=4).contains(&group.chars().count()) && group.chars().all(char::is_numeric);
    count == 3 && groups.into_iter().all(|group| digits(group.trim()))
}

fn no_equals(whole: &str, line: Range<usize>, span: Range<usize>) -> (Range<usize>, P) {
    let text = whole.trim();
    let bare = text.trim_matches(['[', ']', '(', ')', '{', '}', '<', '>', ' ']);
    if text.starts_with('[') || (text.ends_with(']') && !text.contains(['"', '\''])) || TABLES.contains(&bare) {
        return (line, P::UnclosedHeader { found: clipped(text) });
    }
    if let Some(key) = text.split_once(':').map(|(key, _)| key.trim_end())
        && !key.is_empty()
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
    {
        let value = behind_sign(text);
        return (line, P::ColonForEquals { key: clipped(key), sign: ":".to_owned(), value });
    }
    if text.chars().any(char::is_control) {
        let code = text.chars().find(|c| c.is_control()).map_or(0, u32::from);
        return (span, P::ControlCharacter { code });
    }
    (line, P::MissingEquals { found: clipped(text), meant: with_equals(text) })
}

/// A line of a known key and its value, with the equals sign between them.
fn with_equals(text: &str) -> Option<String> {
    let (key, value) = text.split_once([' ', '\t'])?;
    let value = value.trim();
    let known = DAYS.contains(&key) || KINDS.contains(&key) || ARABIC_KEYS.iter().any(|(_, known)| *known == key);
    if !known || value.is_empty() || value.chars().count() > MOST_OF_VALUE {
        return None;
    }
    let ready = value.starts_with(['"', '[']) || CivilDate::parse(value).is_some();
    Some(if ready { format!("{key} = {value}") } else { format!("{key} = \"{value}\"") })
}

fn bad_key(whole: &str, line: Range<usize>, span: Range<usize>) -> (Range<usize>, P) {
    let key = key_of(whole);
    if whole.len() <= LONGEST_LINE && whole.trim_start().starts_with('[') && !whole.contains('=') && whole.is_ascii() {
        return (line, P::UnclosedHeader { found: clipped(whole) });
    }
    let head = whole.get(..whole.find('=').unwrap_or(0)).unwrap_or_default();
    if let Some((at, c)) = head.char_indices().find(|&(_, c)| is_invisible(c)) {
        let start = line.start + at;
        return (start..start + c.len_utf8(), P::ControlCharacter { code: u32::from(c) });
    }
    let (place, found) = if key.is_empty() { (line, clipped(whole)) } else { (span, key) };
    let bare = found.strip_prefix("ال").unwrap_or(&found);
    let meant = ARABIC_KEYS.iter().find(|(name, _)| *name == bare).map(|(_, key)| *key);
    (place, P::BadKey { found, meant })
}

fn comma(text: &str, span: Range<usize>) -> (Range<usize>, P) {
    let near = text.get(span.start..).unwrap_or_default().trim_start();
    if near.starts_with('،') { (span, P::ArabicComma) } else { (span, P::MissingComma) }
}

fn trailing(text: &str, line: Range<usize>, span: Range<usize>) -> (Range<usize>, P) {
    let whole = text.get(line.clone()).filter(|whole| whole.len() <= LONGEST_LINE).unwrap_or_default();
    if whole.starts_with('[') && !whole.contains(['=', '#', '"']) {
        return (line, P::UnclosedHeader { found: clipped(whole) });
    }
    let value = whole.split_once('=').map_or("", |(_, value)| value);
    if let Some(sign @ ('=' | '>')) = value.chars().next() {
        let key = key_of(whole);
        return (line, P::ColonForEquals { key, sign: format!("={sign}"), value: behind_sign(whole) });
    }
    let rest = text.get(span.start..line.end).unwrap_or_default();
    let before = text.get(line.start..span.start).unwrap_or_default();
    let problem = if rest.contains('"')
        && before.ends_with('"')
        && !before.contains('\'')
        && !rest.trim_start().starts_with(',')
        && !rest.contains('=')
    {
        P::QuoteInside
    } else {
        P::TrailingText { found: clipped(rest) }
    };
    let end = line.end.max(span.start);
    (span.start..end, problem)
}

/// The backslash before the place, and the character after it.
fn escape(text: &str, span: Range<usize>) -> (Range<usize>, P) {
    let head = text.get(..span.start).unwrap_or_default();
    let back = head.rfind('\\').unwrap_or(span.start);
    let after = text.get(back..).unwrap_or_default();
    let end = after.char_indices().nth(2).map_or(after.len(), |(end, _)| end);
    let path = quoted_path(text, back);
    (back..back + end, P::BadEscape { found: after[..end].to_owned(), path, near: Vec::new() })
}

/// The text in straight quotes around a place, if it looks like the path of a file.
fn quoted_path(text: &str, at: usize) -> Option<String> {
    let (head, tail) = text.split_at_checked(at)?;
    let start = head.rfind(['"', '\n']).filter(|&start| head[start..].starts_with('"'))? + 1;
    let end = at + tail.find(['"', '\n'])?;
    let path = text.get(start..end)?;
    let ending = path.rsplit_once('.').map(|(_, ending)| ending)?;
    ((2..=5).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric())).then(|| clipped(path))
}

/// The first word of a line, for a message.
fn key_of(line: &str) -> String {
    let key = line.split(['=', ':']).next().unwrap_or_default();
    clipped(key)
}
