//! The digits of a text by their system: all texts of a report should have the same.

use std::ops::Range;

use super::page::{Page, is_arabic_digit, is_digit};

/// The numbers of a text; addresses, telephone numbers and codes have none.
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
    if !text.chars().any(is_digit) {
        return found;
    }
    let page = Page::new(text);
    for (i, c) in page.free() {
        if c.is_ascii_digit() {
            found.latin.add(|| page.bytes(i, page.skip(i, |c| c.is_ascii_digit())));
        } else if is_arabic_digit(c) {
            found.arabic.add(|| page.bytes(i, page.skip(i, is_arabic_digit)));
        }
    }
    found
}

impl Digited {
    fn add(&mut self, place: impl FnOnce() -> Range<usize>) {
        self.first.get_or_insert_with(place);
        self.digits += 1;
    }
}
