//! The forms of a diagnostic: for reading, on one line, and for programs.

use std::fmt::Write;

use super::{Diagnostic, Place, Severity};
use crate::words::Lang;

/// Characters of a source line that are shown.
const EXCERPT: usize = 72;
/// Characters of them before the place itself.
const BEFORE: usize = 24;

/// The form for reading, in several lines, the last without a line break.
///
/// `source` is the text of the file, for the excerpt.
pub fn human(diagnostic: &Diagnostic, source: Option<&str>, lang: Lang) -> String {
    let words = diagnostic.words(lang);
    let mut out = position(diagnostic);
    if !diagnostic.field.is_empty() {
        let _ = write!(out, " ({})", visible(&diagnostic.field));
    }
    let name = severity(diagnostic.severity, lang);
    let lead = if out.is_empty() { "" } else { "\n  " };
    let _ = write!(out, "{lead}{name}: {} [{}]", visible(&words.text), diagnostic.code());
    if let (Some(source), Some(place)) = (source, &diagnostic.place) {
        out.push_str(&excerpt(source, place));
    }
    if !words.hint.is_empty() {
        let hint = match lang {
            Lang::Ar => "ما العمل",
            Lang::En => "hint",
        };
        let _ = write!(out, "\n  {hint}: {}", visible(&words.hint));
    }
    out
}

/// The system's own words, for those who look after the machine: a line each, after the form for
/// reading.
pub fn causes(diagnostic: &Diagnostic, lang: Lang) -> String {
    diagnostic.message.causes(lang).iter().map(|cause| format!("\n  {}", visible(cause))).collect()
}

/// The form on one line: place, severity, message, code.
pub fn short(diagnostic: &Diagnostic, lang: Lang) -> String {
    let text = visible(&diagnostic.message.words(lang).text);
    let name = severity(diagnostic.severity, lang);
    let position = position(diagnostic);
    let lead = if position.is_empty() { "" } else { ": " };
    format!("{position}{lead}{name}: {text} [{}]", diagnostic.code())
}

/// The form for programs: one JSON object.
pub fn json(diagnostic: &Diagnostic, lang: Lang) -> serde_json::Value {
    let words = diagnostic.words(lang);
    let place = diagnostic.place.as_ref();
    serde_json::json!({
        "severity": diagnostic.severity,
        "code": diagnostic.code(),
        "file": shown_file(diagnostic),
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "start": place.map(|place| place.span.start),
        "end": place.map(|place| place.span.end),
        "field": diagnostic.field,
        "message": words.text,
        "hint": words.hint,
        "causes": diagnostic.message.causes(lang),
    })
}

fn severity(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Error, Lang::En) => "error",
        (Severity::Warning, Lang::En) => "warning",
        (Severity::Error, Lang::Ar) => "خطأ",
        (Severity::Warning, Lang::Ar) => "تنبيه",
    }
}

fn shown_file(diagnostic: &Diagnostic) -> String {
    diagnostic.file.to_string_lossy().replace('\\', "/")
}

fn position(diagnostic: &Diagnostic) -> String {
    let file = visible(&shown_file(diagnostic));
    match &diagnostic.place {
        Some(place) => format!("{file}:{}:{}", place.line, place.column),
        None => file,
    }
}

/// The source line, cut to the part around the place, and a row of marks under it.
///
/// Lines with right-to-left letters get no marks: the screen reorders them, and marks would point
/// elsewhere.
fn excerpt(source: &str, place: &Place) -> String {
    let Some(head) = source.get(..place.span.start) else { return String::new() };
    let start = head.rfind('\n').map_or(0, |at| at + 1);
    let line = source[start..].lines().next().unwrap_or_default();
    if line.trim().is_empty() {
        return String::new();
    }
    let before = head[start..].chars().count();
    let skip = if line.chars().count() <= EXCERPT { 0 } else { before.saturating_sub(BEFORE) };
    let cut: String = line.chars().skip(skip).take(EXCERPT).collect();
    let more = line.chars().nth(skip + EXCERPT).is_some();
    let lead = if skip > 0 { "…" } else { "" };
    let gutter = place.line.to_string();
    let mut out = format!("\n  {gutter} | {lead}{}{}", visible(&cut), if more { "…" } else { "" });
    if !cut.chars().any(is_rtl) {
        let spanned = source.get(place.span.clone()).unwrap_or_default();
        let length = spanned.lines().next().unwrap_or_default().chars().count();
        let from = before - skip + lead.chars().count();
        let room = (EXCERPT + 1).saturating_sub(from).max(1);
        let marks = "^".repeat(length.clamp(1, room));
        let _ = write!(out, "\n  {} | {}{marks}", " ".repeat(gutter.len()), " ".repeat(from));
    }
    out
}

fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// The text with nothing in it that could move the cursor, colour the screen or turn the line
/// round.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' | '\n' => ' ',
            c if c.is_control() => '\u{FFFD}',
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' => '\u{FFFD}',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::words::FieldProblem;

    fn sample(source: &str, start: usize, end: usize) -> Diagnostic {
        let line = source[..start].matches('\n').count() + 1;
        let column = source[..start].chars().rev().take_while(|c| *c != '\n').count() + 1;
        let message = FieldProblem::Empty { key: "title".into(), needed: true };
        Diagnostic::error(Path::new("content/a.toml"), message)
            .at(Place { line, column, span: start..end })
            .field("title")
    }

    #[test]
    fn human_shows_place_excerpt_and_hint() {
        let source = "schema = 1\ntitle = \"\"\n";
        let text = human(&sample(source, 19, 21), Some(source), Lang::En);
        assert_eq!(
            text,
            "content/a.toml:2:9 (title)\n  error: `title` is empty [empty-text]\n  2 | title = \"\"\n    |         ^^\n  hint: write its text"
        );
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let source = format!("{}X{}", "a".repeat(500), "b".repeat(500));
        let text = human(&sample(&source, 500, 501), Some(&source), Lang::En);
        let mut lines = text.lines().skip(2);
        let shown = lines.next().unwrap_or_default();
        let marks = lines.next().unwrap_or_default();
        assert!(shown.contains("…aaa") && shown.ends_with("bbb…"));
        let at = |line: &str, c| line.chars().position(|x| x == c);
        assert_eq!(at(shown, 'X'), at(marks, '^'));
    }

    #[test]
    fn nothing_of_the_source_reaches_the_terminal_raw() {
        let source = "\u{1b}[31mred\u{202E}x\r";
        let text = human(&sample(source, 0, 3), Some(source), Lang::Ar);
        assert!(!text.contains(['\u{1b}', '\u{202E}', '\r']));
    }

    #[test]
    fn json_names_place_and_code() {
        let value = json(&sample("title = \"\"", 8, 10), Lang::En);
        assert_eq!(value["column"], 9);
        assert_eq!(value["code"], "empty-text");
    }

    #[test]
    fn a_span_outside_the_source_does_no_harm() {
        let diagnostic = sample("abc", 0, 1).at(Place { line: 9, column: 9, span: 70..90 });
        assert!(human(&diagnostic, Some("abc"), Lang::En).contains("9:9"));
    }
}
