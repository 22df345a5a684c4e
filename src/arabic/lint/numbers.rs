//! The digits of a text by their system: all texts of a report should have the same.

use std::ops::Range;

use super::super::tokens::{digit_value, phrases};

/// The numbers of a text; addresses, telephone numbers, codes and phrases of Latin have none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Those in ASCII digits.
    pub latin: Digited,
    /// Those in Arabic-Indic or Persian digits.
    pub arabic: Digited,
}

/// The numbers of one system.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digited {
    /// The bytes of the first one.
    pub first: Option<Range<usize>>,
    /// How many digits they have together.
    pub digits: usize,
}

/// The numbers of a text by their digits.
#[must_use]
pub fn numbers(text: &str) -> Numbers {
    let mut found = Numbers::default();
    if !text.chars().any(|c| digit_value(c).is_some()) {
        return found;
    }
    for token in phrases(text).into_iter().filter(|token| token.kind.is_number()) {
        let piece = text.get(token.range.clone()).unwrap_or_default();
        for (at, c) in piece.char_indices().filter(|&(_, c)| digit_value(c).is_some()) {
            let system = if c.is_ascii() { &mut found.latin } else { &mut found.arabic };
            system.digits += 1;
            system.first.get_or_insert_with(|| {
                let start = token.range.start + at;
                start..start + same_digits(piece.get(at..).unwrap_or_default())
            });
        }
    }
    found
}

/// The length of the digits of one system that a text begins with.
fn same_digits(text: &str) -> usize {
    let latin = text.starts_with(|c: char| c.is_ascii());
    text.find(|c: char| digit_value(c).is_none() || c.is_ascii() != latin).unwrap_or(text.len())
}
