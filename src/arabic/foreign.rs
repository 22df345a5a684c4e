//! Isolates for a text of Latin in which words of Arabic stand.

use std::borrow::Cow;

use super::bidi::{LRI, PDI, RLI};
use super::letters::is_arabic_letter;
use super::tokens::tokens;

/// The text as one run from the left, each row of Arabic words in it as one from the right: to the
/// algorithm of UAX 9 the numbers and brackets behind such a word would be the word's. A text with
/// isolates of its own stays.
#[must_use]
pub fn isolate_within_latin(text: &str) -> Cow<'_, str> {
    if !text.contains(is_arabic_letter) || text.contains(['\u{2066}', '\u{2067}', '\u{2068}']) {
        return super::bidi::isolate(text);
    }
    let mut written = String::with_capacity(text.len() + 16);
    written.push(LRI);
    let mut end = 0;
    for row in rows(text) {
        written.push_str(text.get(end..row.start).unwrap_or_default());
        written.push(RLI);
        written.push_str(text.get(row.clone()).unwrap_or_default());
        written.push(PDI);
        end = row.end;
    }
    written.push_str(text.get(end..).unwrap_or_default());
    written.push(PDI);
    Cow::Owned(written)
}

/// The words of Arabic that stand together, with the spaces and Arabic marks between them.
fn rows(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut rows: Vec<std::ops::Range<usize>> = Vec::new();
    for token in tokens(text).into_iter().filter(|token| token.kind.is_arabic()) {
        let joins = |gap: &str| gap.chars().all(|c| c.is_whitespace() || matches!(c, '،' | '؛'));
        match rows.last_mut() {
            Some(row) if text.get(row.end..token.range.start).is_some_and(joins) => row.end = token.range.end,
            _ => rows.push(token.range),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_in_latin_is_held_together() {
        for (text, wanted) in [
            ("The Marsh Arabs (عرب الأهوار), 2026", "<The Marsh Arabs ([عرب الأهوار>), 2026>"),
            ("From بغداد، البصرة to Erbil.", "<From [بغداد، البصرة> to Erbil.>"),
            ("UNICEF 2026.", "<UNICEF 2026.>"),
        ] {
            let seen = isolate_within_latin(text).replace(LRI, "<").replace(RLI, "[").replace(PDI, ">");
            assert_eq!(seen, wanted);
        }
    }
}
