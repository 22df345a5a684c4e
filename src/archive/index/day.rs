//! Dates as the numbers of rows.

use std::ops::RangeInclusive;

use crate::arabic::fold::fold;
use crate::arabic::forms::{SearchWord, SearchWordKind};

/// Rows of one day.
const PER_DAY: i64 = 1 << 16;

/// A day, a month or a year, as people search: `2026-11-20`, `2026-11`, `2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    year: i64,
    month: Option<i64>,
    day: Option<i64>,
}

impl Day {
    /// Reads it, in the digits of any system; none when it is no date.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let plain = text.chars().all(|c| c.is_numeric() || matches!(c, '-' | '/' | '.' | '\u{200E}' | '\u{200F}'));
        let parts: Vec<String> = fold(text).split(' ').map(str::to_owned).collect();
        let number =
            |index: usize, most: i64| parts.get(index)?.parse().ok().filter(|number| (1..=most).contains(number));
        let fits = plain && parts.len() <= 3 && parts.first().is_some_and(|year| year.len() == 4);
        let (year, month, day) = (number(0, 9999)?, number(1, 12), number(2, 31));
        let given = 1 + usize::from(month.is_some()) + usize::from(month.and(day).is_some());
        (fits && given == parts.len()).then_some(Self { year, month, day })
    }

    /// The day that three words are: `25 تشرين الثاني 2026`.
    pub(super) fn said(words: &[SearchWord]) -> Option<Self> {
        let [day, SearchWord { kind: SearchWordKind::Month(month), .. }, year] = words else { return None };
        Self::parse(&format!("{}-{month}-{}", year.key, day.key)).filter(|_| year.key.len() == 4)
    }

    /// A day as most people write it, `25/11/2026`, or as [`parse`](Self::parse) reads it.
    pub(super) fn typed(text: &str) -> Option<Self> {
        let turned: Vec<&str> = text.split(['/', '-', '.']).rev().collect();
        Self::parse(text).or_else(|| Self::parse(&turned.join("-")).filter(|_| turned.len() == 3))
    }

    /// Its month, where it has one.
    pub(super) fn month(self) -> Option<i64> {
        self.month
    }

    /// Its digits: `20261125`, `202611`, `2026`.
    pub(super) fn digits(self) -> String {
        let two = |part: Option<i64>| part.map(|part| format!("{part:02}")).unwrap_or_default();
        format!("{:04}{}{}", self.year, two(self.month), two(self.day))
    }

    /// The digits of its year, its month and itself.
    pub(super) fn spans(self) -> Vec<String> {
        let year = Self { month: None, day: None, ..self };
        let month = Self { day: None, ..self };
        let mut spans: Vec<String> = [year, month, self].into_iter().map(Self::digits).collect();
        spans.dedup();
        spans
    }

    fn rows(self) -> RangeInclusive<i64> {
        let at = |month: i64, day: i64| ((self.year * 12 + month - 1) * 31 + day - 1) * PER_DAY;
        let (month, day) = (self.month, self.day);
        at(month.unwrap_or(1), day.unwrap_or(1))..=at(month.unwrap_or(12), day.unwrap_or(31)) + PER_DAY - 1
    }
}

/// The day of a row, and the first row of that day.
pub(super) fn start_of(row: i64) -> i64 {
    row - row % PER_DAY
}

/// The rows of a span of days, both ends included.
pub(super) fn span(from: Option<Day>, to: Option<Day>) -> RangeInclusive<i64> {
    from.map_or(0, |day| *day.rows().start())..=to.map_or(i64::MAX, |day| *day.rows().end())
}

/// The rows of a record's date; those before all others when it is none.
pub(super) fn rows(date: &str) -> RangeInclusive<i64> {
    Day::parse(date).map_or(1..=PER_DAY, Day::rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_months_and_years_in_any_digits_are_spans() {
        let rows = |text: &str| Day::parse(text).unwrap().rows();
        let (year, month, day) = (rows("2026"), rows("٢٠٢٦-١١"), rows("2026/11/20"));
        assert!(year.contains(month.start()) && year.contains(month.end()));
        assert!(month.contains(day.start()) && month.contains(day.end()));
        assert!(rows("2026-12-01").start() > month.end() && rows("2025-12-31").end() < year.start());
        for text in ["", "20", "2026-13", "2026-00", "2026-11-32", "2026-11-20-3", "الأحد", "2026-11-x", "-5", "99999"]
        {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }
}
