//! A month by any of its names, as people ask for it: `2026-11`, `تشرين الثاني ٢٠٢٦`, `نوفمبر`,
//! `November`.

use std::sync::OnceLock;

use super::super::fold::{fold, words};
use super::super::language::Language;
use super::names::{DateNames, WESTERN};

/// Names that Arabs give a month besides those of their calendars; `مايس` and `مارت` are Iraq's.
const OTHERS: [(&str, u8); 15] = [
    ("مايس", 5),
    ("مارت", 3),
    ("يونيه", 6),
    ("يوليه", 7),
    ("جانفي", 1),
    ("فيفري", 2),
    ("أفريل", 4),
    ("ماي", 5),
    ("جوان", 6),
    ("جويلية", 7),
    ("أوت", 8),
    ("تشرين 1", 10),
    ("تشرين 2", 11),
    ("كانون 1", 12),
    ("كانون 2", 1),
];

/// Words beside a month that say nothing.
const BESIDE: [&str; 6] = ["شهر", "سنه", "عام", "لسنه", "لعام", "م"];

/// A month, a year, or a month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthSpan {
    /// The year; any when there is none.
    pub year: Option<i32>,
    /// The month; any when there is none.
    pub month: Option<u8>,
}

impl MonthSpan {
    /// Reads it, in the digits of any system; none when it is nothing of that kind.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let words: Vec<String> = words(text).into_iter().map(|word| plain(&word.folded)).collect();
        let (mut at, mut year, mut month) = (0, None, None);
        while let Some(word) = words.get(at) {
            if let Some((named, length)) = named(words.get(at..)?) {
                if month.is_some_and(|month| month != named) {
                    return None;
                }
                month = Some(named);
                at += length;
                continue;
            }
            match word.parse::<i32>() {
                Ok(number) if word.len() == 4 && year.is_none() => year = Some(number),
                Ok(number @ 1..=12) if word.len() <= 2 && month.is_none() => month = u8::try_from(number).ok(),
                Err(_) if BESIDE.contains(&word.as_str()) => {}
                _ => return None,
            }
            at += 1;
        }
        (year.is_some() || month.is_some()).then_some(Self { year, month })
    }

    /// True for a day in it, written as `2026-11-20`.
    #[must_use]
    pub fn has(self, day: &str) -> bool {
        let part = |range| day.get(range).and_then(|part: &str| part.parse::<i32>().ok());
        self.year.is_none_or(|year| part(0..4) == Some(year))
            && self.month.is_none_or(|month| part(5..7) == Some(i32::from(month)))
    }
}

/// The month that some words begin with, and how many words its name has.
fn named(text: &[String]) -> Option<(u8, usize)> {
    let begins = |name: &[String]| name.len() <= text.len() && name.iter().zip(text).all(|(want, word)| want == word);
    let found = names().iter().filter(|(name, _)| begins(name)).max_by_key(|(name, _)| name.len())?;
    Some((found.1, found.0.len()))
}

/// All names, folded, with their months.
fn names() -> &'static [(Vec<String>, u8)] {
    static NAMES: OnceLock<Vec<(Vec<String>, u8)>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let languages = [Language::Arabic, Language::Kurdish, Language::Persian, Language::Latin];
        let tables = languages.map(|language| &DateNames::of(language).months);
        let listed = tables.into_iter().chain([&WESTERN]).flat_map(|months| months.iter().copied().zip(1..));
        let mut all: Vec<(Vec<String>, u8)> = listed.chain(OTHERS).map(|(name, month)| (split(name), month)).collect();
        let short = DateNames::of(Language::Latin).months.iter().zip(1..);
        all.extend(short.filter_map(|(name, month)| Some((split(name.get(..3)?), month))));
        all
    })
}

fn split(name: &str) -> Vec<String> {
    fold(name).split(' ').map(plain).collect()
}

/// A word without its article: `تشرين ثاني` is `تشرين الثاني`.
fn plain(word: &str) -> String {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2).unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_has_many_names() {
        let november = MonthSpan { year: Some(2026), month: Some(11) };
        for text in [
            "2026-11",
            "11/2026",
            "٢٠٢٦/١١",
            "تشرين الثاني 2026",
            "تشرين ثاني ٢٠٢٦",
            "تشرين 2 2026",
            "نوفمبر 2026",
            "تشرين الثاني/نوفمبر 2026 م",
            "شهر تشرين الثاني لسنة 2026",
            "November 2026",
            "nov 2026",
            "2026 november",
            "تشرینی دووەم 2026",
        ] {
            assert_eq!(MonthSpan::parse(text), Some(november), "{text}");
        }
        for (text, month) in [("مايس", 5), ("آب", 8), ("اب", 8), ("ايلول", 9), ("٣", 3), ("كانون الأول", 12), ("May", 5)]
        {
            assert_eq!(MonthSpan::parse(text), Some(MonthSpan { year: None, month: Some(month) }), "{text}");
        }
        assert_eq!(MonthSpan::parse("2026"), Some(MonthSpan { year: Some(2026), month: None }));
        for text in ["", "13", "2026-13", "2026-11-20", "نوفمبر آب", "رمضان", "تشرين", "20 تشرين الثاني"]
        {
            assert_eq!(MonthSpan::parse(text), None, "{text}");
        }
        assert!(november.has("2026-11-20") && !november.has("2026-12-01") && !november.has("2025-11-20"));
    }
}
