//! Words and dates as people write them.

use std::ops::Range;

use super::super::dates::{CivilDate, Weekday, month_names, weekday_name};
use super::super::invisible::is_invisible;
use super::super::letters::{TATWEEL, is_tashkeel};
use super::super::tokens::digit_value;
use super::page::{is_digit, is_letter};

/// The months as other Arab countries call them.
const WESTERN: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

/// The days a date may mean: `3/4/2026` is read either way. Without any it is a day that does not
/// exist.
pub(super) type Dates = [Option<CivilDate>; 2];

/// A word without the marks around it.
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    start: usize,
    /// A sentence ends with it.
    pub(super) ends: bool,
    /// A bracket opens before it.
    pub(super) bracketed: bool,
}

impl Word<'_> {
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// The word as a number, with the sign of the era if there is one.
    pub(super) fn number(&self) -> Option<i32> {
        number(self.text)
    }
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let is_around = |c: char| !is_letter(c) && !is_digit(c) && !is_tashkeel(c) && c != TATWEEL;
    let mut at = 0;
    let mut out = Vec::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        let tail = piece.trim_start_matches(is_around);
        let word = tail.trim_end_matches(is_around);
        let start = at + piece.len() - tail.len();
        let (before, after) = (piece.strip_suffix(tail), tail.strip_prefix(word));
        at += piece.len();
        let ends = after.is_some_and(|marks| marks.contains(['.', '؟', '!', '?', '\n']));
        let bracketed = before.is_some_and(|marks| marks.contains(['(', '[']));
        if !word.is_empty() {
            out.push(Word { text: word, start, ends, bracketed });
        }
    }
    out
}

/// The name of the weekday that a word says, with or without a joined waw.
pub(super) fn weekday(word: &Word<'_>) -> Option<&'static str> {
    let bare = word.text.strip_prefix('و').unwrap_or(word.text);
    if !bare.starts_with(['ا', 'أ', 'إ', 'ٱ']) {
        return None;
    }
    Weekday::all().map(weekday_name).find(|name| is_same(name, bare))
}

/// Whether two words differ at most in hamzas, vowel signs and the like.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    fn folded(word: &str) -> impl Iterator<Item = char> {
        word.chars().filter(|&c| !is_tashkeel(c) && c != TATWEEL && !is_invisible(c)).map(|c| match c {
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ة' => 'ه',
            'ى' | 'ی' => 'ي',
            'ک' => 'ك',
            _ => c,
        })
    }
    folded(one).eq(folded(other))
}

/// The full date that starts at word `at`, and the word after it.
pub(super) fn date(words: &[Word<'_>], at: usize) -> Option<(Dates, usize)> {
    let first = words.get(at)?;
    if let Some(dates) = numeric(first.text) {
        return Some((dates, at + 1));
    }
    let day = u8::try_from(first.number()?).ok()?;
    let (month, next) = month(words, at + 1)?;
    let year = words.get(next)?.number().filter(|year| (1900..2200).contains(year))?;
    if words.get(at..next)?.iter().any(|word| word.ends) {
        return None;
    }
    // A day that does not exist is no day at all.
    Some(([CivilDate::new(year, month, day), None], next + 1))
}

/// The day that a text names in words, as in `الجمعة 20 تشرين الثاني 2026`, when it names one.
#[must_use]
pub fn day_of(text: &str) -> Option<CivilDate> {
    let words = words(text);
    let (dates, end) = (0..words.len()).find_map(|at| date(&words, at))?;
    let whole = words.get(end..)?.iter().all(|word| word.text == "م");
    match dates {
        [Some(day), None] if whole => Some(day),
        _ => None,
    }
}

/// The month whose name starts at word `at`, and the word after it; `شباط/فبراير` is one month.
fn month(words: &[Word<'_>], at: usize) -> Option<(u8, usize)> {
    let mut numbered = (1..).zip(month_names()).chain((1..).zip(&WESTERN));
    numbered.find_map(|(number, name)| {
        let mut end = at;
        for part in name.split(' ') {
            let word = words.get(end)?.text;
            let bare = word.split_once('/').map_or(word, |(bare, _)| bare);
            end = is_same(part, bare).then_some(end + 1)?;
        }
        Some((number, end))
    })
}

/// `20/11/2026`, `20-11-2026`, `2026-11-20`.
fn numeric(text: &str) -> Option<Dates> {
    let mut parts = text.split(['/', '-', '.']);
    let [a, b, c] = [parts.next()?, parts.next()?, parts.next()?].map(number);
    if parts.next().is_some() {
        return None;
    }
    let (a, b, c) = (a?, b?, c?);
    // Numbers of letters are written with strokes too: what no calendar has is no date.
    if a.max(c) < 1900 || a.min(c) > 31 || !(1..=31).contains(&b) {
        return None;
    }
    let (year, month, day) = if a > 31 { (a, b, c) } else { (c, b, a) };
    if !(1900..2200).contains(&year) {
        return None;
    }
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    Some([CivilDate::new(year, month, day), CivilDate::new(year, day, month)])
}

fn number(text: &str) -> Option<i32> {
    let bare = text.strip_suffix('م').or_else(|| text.strip_suffix("هـ")).unwrap_or(text);
    let seen = || bare.chars().filter(|&c| !is_invisible(c));
    let short = (1..=4).contains(&seen().take(5).count());
    short.then(|| seen().try_fold(0, |sum, c| Some(sum * 10 + i32::try_from(digit_value(c)?).ok()?)))?
}
