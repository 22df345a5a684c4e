//! Digits of two systems in one text.

use super::page::{Page, is_arabic_digit};
use super::{Finding, Rule};

/// Reports the first number in the digits that are fewer; of two equals, the ASCII ones.
pub(super) fn check(page: &Page, out: &mut Vec<Finding>) {
    let (mut ascii, mut arabic) = (Count::default(), Count::default());
    for (i, c) in page.free() {
        if c.is_ascii_digit() {
            ascii.add(i);
        } else if is_arabic_digit(c) {
            arabic.add(i);
        }
    }
    let (Some(first_ascii), Some(first_arabic)) = (ascii.first, arabic.first) else { return };
    let (start, end) = if arabic.count < ascii.count {
        (first_arabic, page.skip(first_arabic, is_arabic_digit))
    } else {
        (first_ascii, page.skip(first_ascii, |c| c.is_ascii_digit()))
    };
    out.push(page.finding(Rule::MixedDigits, start, end, None));
}

#[derive(Default)]
struct Count {
    first: Option<usize>,
    count: usize,
}

impl Count {
    fn add(&mut self, at: usize) {
        self.first.get_or_insert(at);
        self.count += 1;
    }
}
