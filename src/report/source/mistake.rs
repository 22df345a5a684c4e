//! One mistake of the TOML reader and its name in the catalogue.

use std::ops::Range;

use crate::arabic::CivilDate;
use crate::arabic::invisible::is_invisible;
use crate::words::SyntaxProblem as P;

use super::clip::clipped;

/// Lines that are looked through for a heading.
const FAR: usize = 500;
/// Keys that begin a part of the body, each its own.
const KINDS: [&str; 7] = ["paragraph", "quote", "heading", "list", "table", "photo", "gallery"];

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
            P::DuplicateKey { key: clipped(found), part }
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
            date(found, mistake)
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

fn date(found: &str, mistake: &Mistake) -> P {
    // A note without its `#`.
    if let Some((day, note)) = found.split_once([' ', '\t'])
        && CivilDate::parse(day).is_some()
        && note.trim_start().starts_with(char::is_alphabetic)
    {
        return P::TrailingText { found: clipped(note) };
    }
    if let Some((_, last)) = mistake.full.split_once("expected day between 01 and ") {
        return P::NoSuchDay { found: clipped(found), last: last.to_owned() };
    }
    if mistake.full.contains("expected month between") {
        return P::NoSuchMonth { found: clipped(found) };
    }
    if mistake.text.contains("time") || mistake.text.contains("offset") {
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
        return P::BadNumber { found: value_of(whole) };
    }
    P::Other { text: mistake.full.clone() }
}

/// The text after the `=` of a line.
fn value_of(line: &str) -> String {
    clipped(line.split_once('=').map_or(line, |(_, value)| value))
}

fn unquoted(whole: &str, line: Range<usize>, found: &str, span: Range<usize>) -> (Range<usize>, P) {
    let text = found.trim();
    if text.is_empty() {
        let problem = P::MissingValue { key: key_of(whole) };
        return (line, problem);
    }
    let problem = match text.chars().next() {
        Some('،') => P::ArabicComma,
        Some('“' | '”' | '„' | '«' | '»' | '‘' | '’' | '`') => P::CurlyQuotes { found: clipped(text) },
        _ if super::day::meant(text).is_some() || looks_like_date(text) => bad_date(text),
        _ => P::UnquotedText { found: clipped(text) },
    };
    (span, problem)
}

/// Digits of any script in two or three groups, with marks between them.
fn looks_like_date(text: &str) -> bool {
    let groups = text.split(['-', '–', '—', '/', '.', '\\']);
    let count = groups.clone().count();
    let digits = |group: &str| (1..=4).contains(&group.chars().count()) && group.chars().all(char::is_numeric);
    count == 3 && groups.into_iter().all(|group| digits(group.trim()))
}

fn no_equals(whole: &str, line: Range<usize>, span: Range<usize>) -> (Range<usize>, P) {
    let text = whole.trim();
    if text.starts_with('[') || (text.ends_with(']') && !text.contains(['"', '\''])) {
        return (line, P::UnclosedHeader { found: clipped(text) });
    }
    if let Some(key) = text.split_once(':').map(|(key, _)| key.trim_end())
        && !key.is_empty()
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
    {
        return (line, P::ColonForEquals { key: clipped(key) });
    }
    if text.chars().any(char::is_control) {
        let code = text.chars().find(|c| c.is_control()).map_or(0, u32::from);
        return (span, P::ControlCharacter { code });
    }
    (line, P::MissingEquals { found: clipped(text) })
}

fn bad_key(whole: &str, line: Range<usize>, span: Range<usize>) -> (Range<usize>, P) {
    let key = key_of(whole);
    let head = whole.get(..whole.find('=').unwrap_or(0)).unwrap_or_default();
    if let Some((at, c)) = head.char_indices().find(|&(_, c)| is_invisible(c)) {
        let start = line.start + at;
        return (start..start + c.len_utf8(), P::ControlCharacter { code: u32::from(c) });
    }
    if key.is_empty() { (line, P::BadKey { found: clipped(whole) }) } else { (span, P::BadKey { found: key }) }
}

fn comma(text: &str, span: Range<usize>) -> (Range<usize>, P) {
    let near = text.get(span.start..).unwrap_or_default().trim_start();
    if near.starts_with('،') { (span, P::ArabicComma) } else { (span, P::MissingComma) }
}

fn trailing(text: &str, line: Range<usize>, span: Range<usize>) -> (Range<usize>, P) {
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
    (back..back + end, P::BadEscape { found: after[..end].to_owned() })
}

/// The first word of a line, for a message.
fn key_of(line: &str) -> String {
    let key = line.split(['=', ':']).next().unwrap_or_default();
    clipped(key)
}
