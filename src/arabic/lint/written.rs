//! Words and dates as people write them.

use std::ops::Range;

use super::super::dates::{CivilDate, WESTERN, Weekday, foreign_names, month_names, weekday_name};
use super::super::invisible::is_invisible;
use super::super::letters::{TATWEEL, is_tashkeel};
use super::super::tokens::{Token, digit_value, tokens};

/// The days a date may mean: `3/4/2026` is read either way. Without any it is a day that does not
/// exist.
pub(super) type Dates = [Option<CivilDate>; 2];

/// A word or number of a text.
pub(super) struct BareWord<'a> {
    pub(super) text: &'a str,
    start: usize,
    /// A sentence ends with it.
    pub(super) ends: bool,
    /// A bracket opens before it.
    pub(super) bracketed: bool,
    /// Nothing but a stroke stands before it: `شباط/فبراير`, `20 / 11 / 2026`.
    stroked: bool,
}

impl BareWord<'_> {
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// The word as a number, with the sign of the era if there is one.
    pub(super) fn number(&self) -> Option<i32> {
        number(self.text)
    }
}

/// The words and numbers of a text, which are its tokens.
pub(super) fn words<'t>(text: &'t str, tokens: &[Token]) -> Vec<BareWord<'t>> {
    let mut out: Vec<BareWord<'t>> = Vec::with_capacity(tokens.len());
    let mut end = 0;
    let ends = |gap: &str| gap.contains(['.', '؟', '!', '?', '\n']);
    for token in tokens {
        let gap = text.get(end..token.range.start).unwrap_or_default();
        if let Some(last) = out.last_mut() {
            last.ends = ends(gap);
        }
        let piece = text.get(token.range.clone()).unwrap_or_default();
        out.push(BareWord {
            text: piece,
            start: token.range.start,
            ends: false,
            bracketed: gap.contains(['(', '[']),
            stroked: matches!(gap.trim(), "/" | "-" | "–"),
        });
        end = token.range.end;
    }
    if let Some(last) = out.last_mut() {
        last.ends = ends(text.get(end..).unwrap_or_default());
    }
    out
}

/// The name of the weekday that a word says, with or without a joined waw.
pub(super) fn weekday(word: &BareWord<'_>) -> Option<&'static str> {
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
pub(super) fn date(words: &[BareWord<'_>], at: usize) -> Option<(Dates, usize)> {
    let first = words.get(at)?;
    if let Some(dates) = numeric(first.text) {
        return Some((dates, at + 1));
    }
    if let [day, month, year, ..] = words.get(at..)?
        && month.stroked
        && year.stroked
    {
        let dates = of_numbers(day.number()?, month.number()?, year.number()?)?;
        return Some((dates, at + 3));
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
    let words = words(text, &tokens(text));
    let (dates, end) = (0..words.len()).find_map(|at| date(&words, at))?;
    let whole = words.get(end..)?.iter().all(|word| word.text == "م");
    match dates {
        [Some(day), None] if whole => Some(day),
        _ => None,
    }
}

/// The days that a text names in full, each with its bytes. In numbers of which either may be the
/// month the day comes first.
#[must_use]
pub fn days(text: &str) -> Vec<(Range<usize>, CivilDate)> {
    let words = words(text, &tokens(text));
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = words.get(at) {
        let Some((dates, end)) = date(&words, at) else {
            at += 1;
            continue;
        };
        let last = words.get(end.saturating_sub(1)).unwrap_or(first);
        let day = dates.into_iter().flatten().next();
        found.extend(day.map(|day| (first.range().start..last.range().end, day)));
        at = end.max(at + 1);
    }
    found
}

/// True for a text that names a day, as near as texts do: a date, a month, a day of the week, in any
/// language.
#[must_use]
pub fn names_a_day(text: &str) -> bool {
    let words = words(text, &tokens(text));
    words.iter().any(|word| weekday(word).is_some())
        || (0..words.len()).any(|at| one_month(&words, at).is_some() || date(&words, at).is_some())
        || foreign_names().any(|name| has_name(text, name))
}

/// True if a name stands in a text as a word, or with an ending in Arabic letters.
fn has_name(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + name.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(char::is_alphabetic) && !after.is_some_and(|c| c.is_ascii_alphabetic())
    })
}

/// The month whose name starts at word `at`, and the word after it; `شباط/فبراير` is one month.
fn month(words: &[BareWord<'_>], at: usize) -> Option<(u8, usize)> {
    let (month, next) = one_month(words, at)?;
    match words.get(next).filter(|word| word.stroked).and_then(|_| one_month(words, next)) {
        Some((_, after)) => Some((month, after)),
        None => Some((month, next)),
    }
}

fn one_month(words: &[BareWord<'_>], at: usize) -> Option<(u8, usize)> {
    let mut numbered = (1..).zip(month_names()).chain((1..).zip(&WESTERN));
    numbered.find_map(|(number, name)| {
        let mut end = at;
        for part in name.split(' ') {
            end = is_same(part, words.get(end)?.text).then_some(end + 1)?;
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
    of_numbers(a?, b?, c?)
}

fn of_numbers(a: i32, b: i32, c: i32) -> Option<Dates> {
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
