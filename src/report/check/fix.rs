//! Fixing a text: the edits that warnings carry are made, and nothing else is changed.

use crate::diag::Edit;

/// Rounds of edits, since one may call for another: a bound, so that no text keeps the loop going.
const ROUNDS: usize = 8;

/// The text with everything fixed that can be fixed without asking, and in how many places.
/// `edits` finds what can be fixed in a text.
pub(crate) fn fixed(text: &str, edits: impl Fn(&str) -> Vec<Edit>) -> (String, usize) {
    let (mut text, mut places) = (text.to_owned(), 0);
    for _ in 0..ROUNDS {
        let (new, count) = apply(&text, edits(&text));
        if new == text {
            break;
        }
        text = new;
        places += count;
    }
    (text, places)
}

/// The text with edits made, and how many: one that overlaps an earlier one waits for the next
/// round.
pub(crate) fn apply(old: &str, mut edits: Vec<Edit>) -> (String, usize) {
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
}
