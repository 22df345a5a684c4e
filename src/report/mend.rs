//! What `check --fix` makes of a report's text: the edits that warnings carry, and nothing else.

use std::path::Path;

use crate::diag::Edit;

use super::checks::Checks;
use super::read::edits;

/// How often an edit may call for another one: a bound, so that no text keeps the loop going.
const ROUNDS: usize = 8;

/// The report's text with everything mended that can be mended without asking, and in how many places.
///
/// All but those places stays byte for byte; mending the result again changes nothing.
pub fn mend(file: &Path, text: &str, checks: &Checks) -> (String, usize) {
    mended(file, text, checks, false)
}

/// The same for an issue of the newsletter.
pub fn mend_issue(file: &Path, text: &str, checks: &Checks) -> (String, usize) {
    mended(file, text, checks, true)
}

fn mended(file: &Path, text: &str, checks: &Checks, of_issue: bool) -> (String, usize) {
    let (mut text, mut places) = (text.to_owned(), 0);
    for _ in 0..ROUNDS {
        let (new, count) = apply(&text, edits(file, &text, checks, of_issue));
        if new == text {
            break;
        }
        text = new;
        places += count;
    }
    (text, places)
}

/// The text with edits made, and how many: one that overlaps an earlier one waits for the next round.
fn apply(old: &str, mut edits: Vec<Edit>) -> (String, usize) {
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut new = String::with_capacity(old.len());
    let (mut end, mut count) = (0, 0);
    for edit in edits {
        if let Some(between) = old.get(end..edit.span.start)
            && old.get(edit.span.clone()).is_some()
        {
            new.push_str(between);
            new.push_str(&edit.text);
            end = edit.span.end;
            count += 1;
        }
    }
    new.push_str(old.get(end..).unwrap_or_default());
    (new, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_touch_nothing_else_and_overlaps_wait() {
        let edit = |span, text: &str| Edit { span, text: text.into() };
        let (a, b, c) = (edit(1..2, ""), edit(3..4, "؟"), edit(3..5, "x"));
        assert_eq!(apply("a b ;c", vec![b.clone(), a]), ("ab؟;c".into(), 2));
        assert_eq!(apply("a b ;c", vec![b, c]), ("a b؟;c".into(), 1));
    }

    #[test]
    fn more_is_mended_than_is_told() {
        let head = "schema = 1\ndate = 2026-11-20\nstatus = \"draft\"\ntitle = \"ورشة\"\n[[body]]\nparagraph = ";
        let text = format!("{head}\"{}\"\n", "نص ، ".repeat(1000));
        let (new, places) = mend(Path::new("content/a.toml"), &text, &Checks::default());
        assert_eq!((new, places), (text.replace(" ،", "،"), 1000));
    }
}
