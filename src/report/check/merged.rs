//! Lines that were meant as points and became one paragraph.

use std::ops::Range;

use crate::diag::Edit;
use crate::report::source::origin::Origin;
use crate::words::ValueProblem;

use super::checker::Checker;
use super::typing::TypedString;

/// The most characters of a line that nobody breaks there for want of room.
const SHORT: usize = 30;

/// Lines without a blank one between them, each with its place in the string.
type PlacedLines<'t> = Vec<(usize, &'t str)>;

/// Warns where lines of a text begin with the marks of points: in a paragraph they run on.
pub(crate) fn check_lines(checker: &mut Checker<'_>, string: &TypedString<'_>) {
    let decoded = string.decoded;
    if !decoded.contains('\n') {
        return;
    }
    let all = joined(decoded);
    let mut origin = None;
    for lines in &all {
        let points = lines.iter().filter(|(_, line)| point(line).is_some()).count();
        let lone = points == 1 && lines.first().is_some_and(|(_, line)| point(line).is_some());
        let ([(start, _), .., (last, end)], true) = (lines.as_slice(), points > 0 && !lone || is_column(lines)) else {
            continue;
        };
        let origin = origin.get_or_insert_with(|| Origin::new(checker.text, string.span.clone(), decoded));
        let place = origin.as_ref().map_or(string.span.clone(), |origin| origin.source(*start..last + end.len()));
        let edit = if all.len() == 1 { parted(string, checker.text, lines) } else { None };
        checker.warn(place, string.path, ValueProblem::LinesMerged { lines: lines.len() }, edit);
    }
}

/// The lines of a string that become one paragraph each.
fn joined(decoded: &str) -> Vec<PlacedLines<'_>> {
    let mut all: Vec<PlacedLines<'_>> = vec![Vec::new()];
    let mut at = 0;
    for line in decoded.split('\n') {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len() + 1;
        match (line.trim(), all.last_mut()) {
            ("", Some(last)) if !last.is_empty() => all.push(Vec::new()),
            ("", _) | (_, None) => {}
            (text, Some(last)) => last.push((start, text)),
        }
    }
    all.retain(|lines| !lines.is_empty());
    all
}

/// True if lines are too short to be those of a paragraph that was broken while typing: names, an
/// address, verses.
fn is_column(lines: &PlacedLines<'_>) -> bool {
    lines.len() > 2 && lines.iter().all(|(_, line)| !line.ends_with('\\') && line.chars().count() <= SHORT)
}

/// The words of a line behind the mark of a point, and whether it is a number.
fn point(line: &str) -> Option<(&str, bool)> {
    let marks = ['-', '–', '—', '•', '*', '·', '▪', '●', '◦', '○', '■', 'ـ'];
    if let Some(rest) = line.strip_prefix(marks) {
        return rest
            .starts_with([' ', '\t', '\u{A0}'])
            .then(|| (rest.trim(), false))
            .filter(|(rest, _)| !rest.is_empty());
    }
    let rest = line.trim_start_matches(char::is_numeric);
    let digits = line.len() - rest.len();
    let rest = rest.strip_prefix(['.', ')', '-', '–']).filter(|_| (1..=4).contains(&digits))?;
    rest.starts_with([' ', '\t', '\u{A0}']).then(|| (rest.trim(), true)).filter(|(rest, _)| !rest.is_empty())
}

/// The paragraph and the list that the lines were meant as, in place of the string; only where
/// nothing else of the part could be lost.
fn parted(string: &TypedString<'_>, text: &str, lines: &PlacedLines<'_>) -> Option<Edit> {
    let (_, lead) = lines.first().filter(|(_, line)| point(line).is_none())?;
    let points: Vec<(&str, bool)> = lines.get(1..)?.iter().map(|(_, line)| point(line)).collect::<Option<_>>()?;
    let numbered = points.iter().all(|(_, numbered)| *numbered);
    let source = text.get(string.span.clone())?.replace("\r\n", "\n");
    let plain = source.contains(string.decoded) && !string.decoded.contains(['"', '\\', '\'']);
    if !plain || !string.path.ends_with(".paragraph") || !is_alone(text, &string.span) {
        return None;
    }
    let items: String = points.iter().map(|(point, _)| format!("    \"{point}\",\n")).collect();
    let ordered = if numbered { "\nordered = true" } else { "" };
    let new = format!("\"{lead}\"\n\n[[body]]\nlist = [\n{items}]{ordered}");
    let new = if text.contains("\r\n") { new.replace('\n', "\r\n") } else { new };
    Some(Edit { span: string.span.clone(), text: new })
}

/// True if a value is all of a part that `[[body]]` begins.
fn is_alone(text: &str, span: &Range<usize>) -> bool {
    let told = |line: &&str| !line.is_empty() && !line.starts_with('#');
    let before = text.get(..span.start).unwrap_or_default();
    let heading = before.lines().rev().map(str::trim).filter(told).nth(1);
    let after = text.get(span.end..).unwrap_or_default();
    let (rest, after) = after.split_once('\n').unwrap_or((after, ""));
    let next = after.lines().map(str::trim).find(told);
    heading == Some("[[body]]") && rest.trim().is_empty() && next.is_none_or(|line| line.starts_with('['))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_told_by_their_marks() {
        for (line, words) in [
            ("- تبليط", Some(("تبليط", false))),
            ("• تبليط", Some(("تبليط", false))),
            ("1- تبليط", Some(("تبليط", true))),
            ("١. تبليط", Some(("تبليط", true))),
            ("12) تبليط", Some(("تبليط", true))),
            ("-5 درجات", None),
            ("2026 كان", None),
            ("*نص* هنا", None),
            ("1.5 مليون", None),
            ("-", None),
        ] {
            assert_eq!(point(line), words, "{line}");
        }
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        let all = joined("أ\n - ب\n\n \nج\n");
        let texts: Vec<Vec<&str>> = all.iter().map(|lines| lines.iter().map(|(_, line)| *line).collect()).collect();
        assert_eq!(texts, [vec!["أ", "- ب"], vec!["ج"]]);
        assert_eq!(all[0][1].0, "أ\n ".len());
    }
}
