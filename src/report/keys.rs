//! Edits of single keys of a file: values replaced where they stand, lines taken out, all else as it
//! is.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::diag::Edit;

use super::check::fix::apply;

/// The text with plain keys changed; none when it is no TOML.
///
/// A key with a value, written as TOML writes it, gets that in place of its own, or a line after the
/// schema where it isn't there; one without loses its lines.
#[must_use]
pub fn with_keys(text: &str, changes: &[(&str, Option<String>)]) -> Option<String> {
    let table = DeTable::parse(text).ok()?;
    Some(changed(text, table.get_ref(), changes, &["schema"]))
}

/// The text of a table with plain keys changed; lines that are new stand after the first of some keys
/// that is there.
pub(super) fn changed(text: &str, table: &DeTable<'_>, changes: &[(&str, Option<String>)], above: &[&str]) -> String {
    let place = |key: &str| table.get(key).map(|value| value.span());
    let (mut edits, mut lines) = (Vec::new(), Vec::new());
    for (key, value) in changes {
        match (place(key), value) {
            (Some(span), Some(value)) => edits.push(Edit { span, text: value.clone() }),
            (Some(span), None) => edits.push(Edit { span: whole_lines(text, &span), text: String::new() }),
            (None, Some(value)) => lines.push(format!("{key} = {value}")),
            (None, None) => {}
        }
    }
    if !lines.is_empty() {
        edits.push(inserted(text, above.iter().find_map(|key| place(key)), &lines));
    }
    apply(text, edits).0
}

/// The text of an issue in which another report stands in the place of one; none when it doesn't
/// name that.
#[must_use]
pub fn with_report_renamed(text: &str, old: &str, new: &str) -> Option<String> {
    let table = DeTable::parse(text).ok()?;
    let DeValue::Array(articles) = table.get_ref().get("articles")?.get_ref() else { return None };
    let reports = articles.iter().filter_map(|article| article.get_ref().as_table()?.get("report"));
    let named = reports.filter(|report| report.get_ref().as_str() == Some(old));
    let edits: Vec<Edit> = named.map(|report| Edit { span: report.span(), text: quoted(new) }).collect();
    if edits.is_empty() { None } else { Some(apply(text, edits).0) }
}

/// True if a plain key stands in a text.
#[must_use]
pub fn has_key(text: &str, key: &str) -> bool {
    DeTable::parse(text).is_ok_and(|table| table.get_ref().contains_key(key))
}

/// A text as TOML writes it on one line.
#[must_use]
pub fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// The lines on which a value stands, with their ends.
fn whole_lines(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text.get(..span.start).and_then(|head| head.rfind('\n')).map_or(0, |at| at + 1);
    let start = if start == 0 && text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { start };
    let end = text.get(span.end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| span.end + at + 1);
    start..end
}

/// Lines after the line on which a value ends; without one, at the start of the file.
fn inserted(text: &str, after: Option<Range<usize>>, lines: &[String]) -> Edit {
    let usual = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let Some(after) = after else {
        let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        return Edit { span: start..start, text: lines.iter().map(|line| format!("{line}{usual}")).collect() };
    };
    let rest = text.get(after.end..).unwrap_or_default();
    match rest.find('\n') {
        Some(end) => {
            let ending = if rest.get(..end).is_some_and(|line| line.ends_with('\r')) { "\r\n" } else { "\n" };
            let at = after.end + end + 1;
            Edit { span: at..at, text: lines.iter().map(|line| format!("{line}{ending}")).collect() }
        }
        None => {
            let at = text.len();
            Edit { span: at..at, text: lines.iter().map(|line| format!("{usual}{line}")).collect() }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_replaced_taken_out_and_added() {
        let text = "\u{FEFF}number = \"1\" # عدد\r\nschema = 1\r\nslug='a' # اسم\r\nhijri = \"\"\"\r\nس\"\"\"\r\n[event]\r\nplace = 'x'";
        let changes = [
            ("number", None),
            ("slug", Some(quoted("b"))),
            ("hijri", None),
            ("date", Some("2026-11-20".to_owned())),
            ("x", None),
        ];
        assert_eq!(
            with_keys(text, &changes).as_deref(),
            Some("\u{FEFF}schema = 1\r\ndate = 2026-11-20\r\nslug=\"b\" # اسم\r\n[event]\r\nplace = 'x'")
        );
        assert_eq!(with_keys("a = ", &changes), None);
    }

    #[test]
    fn an_issue_names_the_renamed_report() {
        let text = "[[articles]]\nreport = 'content/a.toml' # أ\n[[articles]]\nreport = \"content/b.toml\"\n";
        let renamed = with_report_renamed(text, "content/a.toml", "content/c.toml");
        assert_eq!(
            renamed.as_deref(),
            Some("[[articles]]\nreport = \"content/c.toml\" # أ\n[[articles]]\nreport = \"content/b.toml\"\n")
        );
        assert_eq!(with_report_renamed(text, "content/x.toml", "content/c.toml"), None);
    }
}
