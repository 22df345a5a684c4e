//! From TOML text to a table, with every mistake in the TOML told in the words of the user.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::words::SyntaxProblem as P;

use super::lines::Lines;
use super::mistake::{Mistake, name};

/// Rounds in which a text is read again with unreadable lines blanked out.
const ROUNDS: usize = 4;
/// Mistakes in the TOML that are listed for one file.
const LISTED: usize = 20;

/// A mistake in the TOML, in the words of the user.
pub(crate) struct SyntaxError {
    /// The bytes where it can be fixed.
    pub(crate) span: Range<usize>,
    /// The bytes that are read wrongly because of it, so that nothing else in them is worth
    /// telling.
    pub(crate) muted: Range<usize>,
    /// Its name in the catalogue.
    pub(crate) problem: P,
}

/// The text with every line that stops the TOML reader turned into spaces, of the same length, and
/// the mistakes.
///
/// The reader gives up at a line that is neither a key with `=` nor a heading; what follows would
/// go unread.
pub(crate) fn readable<'t>(lines: &Lines<'t>) -> (Cow<'t, str>, Vec<SyntaxError>) {
    let mut text = Cow::Borrowed(lines.text());
    let mut mistakes = Vec::new();
    for _ in 0..ROUNDS {
        let (table, errors) = DeTable::parse_recoverable(&text);
        if errors.is_empty() {
            break;
        }
        let found: Vec<Mistake> = errors.iter().map(|error| Mistake::new(error.message(), error.span())).collect();
        let stops: BTreeSet<usize> = found.iter().filter(|m| m.stops()).map(|m| lines.line(m.span.start)).collect();
        mistakes.extend(found.into_iter().map(|m| locate(lines, &text, &table, m)));
        if stops.is_empty() {
            break;
        }
        let mut blanked = text.into_owned().into_bytes();
        for line in stops {
            blanked[lines.span(line)].fill(b' ');
        }
        text = Cow::Owned(String::from_utf8(blanked).unwrap_or_default());
    }
    (text, listed(lines, mistakes))
}

/// Puts a mistake into the user's words and at the place where it can be fixed.
fn locate(lines: &Lines<'_>, text: &str, table: &Spanned<DeTable<'_>>, mistake: Mistake) -> (Range<usize>, P) {
    let at = mistake.span.start;
    let open = |quotes, close| Opening { text, end: at, quotes, close }.in_table(table.get_ref()).unwrap_or(at);
    let line = lines.span(lines.line(at));
    match mistake.text.as_str() {
        "unclosed array" => start(open(&['['], ']'), P::UnclosedList),
        "unclosed inline table" => start(open(&['{'], '}'), P::UnclosedInline),
        "invalid multi-line basic string" | "invalid multi-line literal string" if mistake.span.is_empty() => {
            start(open(&['"', '\''], '\0'), P::UnclosedLongText)
        }
        "invalid basic string" | "invalid literal string" if mistake.span.is_empty() => {
            start(open(&['"', '\''], '\0'), P::UnclosedText)
        }
        _ => name(lines.text(), text, line, &mistake),
    }
}

fn start(at: usize, problem: P) -> (Range<usize>, P) {
    (at..at + 1, problem)
}

/// The search for the bracket or quote that is never closed.
struct Opening<'t> {
    text: &'t str,
    /// The place at which the reader missed the closing mark.
    end: usize,
    /// The marks that may open it.
    quotes: &'t [char],
    /// The mark that should close it.
    close: char,
}

impl Opening<'_> {
    fn in_table(&self, table: &DeTable<'_>) -> Option<usize> {
        table.values().filter_map(|value| self.in_value(value)).min()
    }

    fn in_value(&self, value: &Spanned<DeValue<'_>>) -> Option<usize> {
        let span = value.span();
        let source = self.text.get(span.clone()).unwrap_or_default();
        let open = self.close != '\0' && !source.ends_with(self.close);
        if source.starts_with(self.quotes)
            && !source.starts_with("[[")
            && span.start < self.end
            && (span.end == self.end || open)
        {
            return Some(span.start);
        }
        match value.get_ref() {
            DeValue::Array(array) => array.iter().filter_map(|value| self.in_value(value)).min(),
            DeValue::Table(table) => self.in_table(table),
            _ => None,
        }
    }
}

/// The mistakes to tell: one for a line, and none behind a bracket or text that is never closed,
/// since everything behind it is read wrongly.
fn listed(lines: &Lines<'_>, mut mistakes: Vec<(Range<usize>, P)>) -> Vec<SyntaxError> {
    mistakes.sort_by_key(|(span, problem)| (lines.line(span.start), rank(problem), span.start));
    mistakes.dedup_by_key(|(span, _)| lines.line(span.start));
    if let Some(last) = mistakes.iter().position(|(_, problem)| swallows(problem)) {
        mistakes.truncate(last + 1);
    }
    drop_consequences(lines, &mut mistakes);
    let more = mistakes.len().saturating_sub(LISTED);
    let mut listed = Vec::new();
    let mut muted_to = 0;
    for (span, problem) in mistakes.into_iter().take(LISTED) {
        // the keys of a table that is written twice are twice there too
        if span.start < muted_to && matches!(problem, P::DuplicateKey { .. }) {
            continue;
        }
        let muted = muted(lines, &span, &problem);
        muted_to = muted.end;
        listed.push(SyntaxError { span, muted, problem });
    }
    if more > 0 {
        let end = lines.text().len();
        listed.push(SyntaxError { span: end..end, muted: end..end, problem: P::More { count: more } });
    }
    listed
}

/// Takes out what follows from an earlier mistake: the rest of a text that goes on over lines, and
/// the other keys of a part of the body that is written twice under one heading.
fn drop_consequences(lines: &Lines<'_>, mistakes: &mut Vec<(Range<usize>, P)>) {
    let (mut text_to, mut part_to) = (0, 0);
    mistakes.retain(|(span, problem)| {
        let start = span.start;
        let kept = match problem {
            P::DuplicateKey { part: false, heading: false, .. } => start >= part_to,
            P::MissingEquals { .. } | P::BadKey { .. } | P::Other { .. } => start >= text_to,
            _ => true,
        };
        match problem {
            P::UnclosedText => text_to = end_of_text(lines, start),
            P::DuplicateKey { part: true, .. } => part_to = next_heading(lines, start),
            _ => {}
        }
        kept
    });
}

/// The end of the first line behind a place that ends a text; the place itself, if the next heading
/// comes before.
fn end_of_text(lines: &Lines<'_>, at: usize) -> usize {
    for number in lines.line(at) + 1..lines.count().min(lines.line(at) + LISTED) {
        let line = lines.text().get(lines.span(number)).unwrap_or_default();
        if line.trim_start().starts_with('[') {
            break;
        }
        if line.trim_end().ends_with('"') && !line.contains('=') {
            return lines.span(number).end;
        }
    }
    at
}

/// The start of the next heading behind a place, or the end of the file.
fn next_heading(lines: &Lines<'_>, at: usize) -> usize {
    lines.text().get(at..).and_then(|rest| rest.find("\n[")).map_or(lines.text().len(), |found| at + found)
}

/// The bytes that are read wrongly because of a mistake: its line; behind a bad heading all up to
/// the next heading; behind an open bracket all.
fn muted(lines: &Lines<'_>, span: &Range<usize>, problem: &P) -> Range<usize> {
    let line = lines.span(lines.line(span.start));
    let heading = lines.text()[line.clone()].trim_start().starts_with('[');
    if swallows(problem) {
        return span.start..lines.text().len();
    }
    if !heading && !matches!(problem, P::UnclosedHeader { .. }) {
        return line;
    }
    line.start..next_heading(lines, line.end)
}

/// Of two mistakes on one line the lower rank says more.
fn rank(problem: &P) -> u8 {
    match problem {
        P::UnclosedList | P::UnclosedInline | P::UnclosedLongText | P::UnclosedText => 0,
        P::CurlyQuotes { .. } | P::ArabicComma | P::ColonForEquals { .. } | P::QuoteInside => 1,
        P::ControlCharacter { .. } => 2,
        P::BadKey { .. } => 4,
        P::Other { .. } => 5,
        _ => 3,
    }
}

fn swallows(problem: &P) -> bool {
    matches!(problem, P::UnclosedList | P::UnclosedInline | P::UnclosedLongText)
}
