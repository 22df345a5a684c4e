//! Weekdays beside dates they do not fall on, and days that no month has.

use std::ops::Range;

use super::super::dates::{CivilDate, weekday_name};
use super::page::{Page, is_digit};
use super::written::{self, BareWord};
use super::{Finding, Rule};

/// Words that may stand between a weekday and its date.
const LINKS: [&str; 7] = ["الموافق", "والموافق", "المصادف", "بتاريخ", "في", "م", "هـ"];

/// The words of Hijri months: a weekday often has both dates.
const HIJRI: &str = "محرم صفر ربيع الأول الآخر الثاني جمادى الأولى الآخرة الثانية رجب شعبان رمضان شوال ذو ذي القعدة الحجة";

/// How many words may stand between.
const FAR: usize = 8;

/// Reports the weekdays that stand before their date, or in brackets after it, and disagree with
/// it; and dates that no calendar has.
pub(super) fn check(text: &str, page: &Page, out: &mut Vec<Finding>) {
    if !text.chars().any(is_digit) {
        return;
    }
    let words = written::words(text, page.tokens());
    let mut report = |range| {
        let rule = Rule::WeekdayMismatch;
        out.push(Finding { code: rule.code(), rule, range, fix: None });
    };
    no_such_days(&words).for_each(&mut report);
    for (i, word) in words.iter().enumerate() {
        let Some(day) = written::weekday(word) else { continue };
        let Some(dates) = following(&words, i).or_else(|| preceding(&words, i)) else { continue };
        let agrees = |date: CivilDate| written::is_same(weekday_name(date.weekday()), day);
        if dates.iter().any(Option::is_some) && !dates.into_iter().flatten().any(agrees) {
            report(word.range());
        }
    }
}

/// The dates that name no day.
fn no_such_days<'w>(words: &'w [BareWord<'_>]) -> impl Iterator<Item = Range<usize>> + 'w {
    (0..words.len()).filter_map(|at| {
        let (dates, end) = written::date(words, at)?;
        let last = words.get(end.checked_sub(1)?)?;
        dates.iter().all(Option::is_none).then(|| words.get(at).map(|first| first.range().start..last.range().end))?
    })
}

/// What the date after the weekday at `i` may mean.
fn following(words: &[BareWord<'_>], i: usize) -> Option<written::Dates> {
    for at in i + 1..=i + FAR {
        if words.get(at - 1)?.ends {
            return None;
        }
        if let Some((dates, _)) = written::date(words, at) {
            return Some(dates);
        }
        if !is_between(words.get(at)?, words.get(at + 1)) {
            return None;
        }
    }
    None
}

/// Whether a word may stand between a weekday and its date.
fn is_between(word: &BareWord<'_>, next: Option<&BareWord<'_>>) -> bool {
    let hijri = |word: &BareWord<'_>| HIJRI.split(' ').any(|name| written::is_same(name, word.text));
    let number = word.number().is_some_and(|n| (1300..1600).contains(&n) || next.is_some_and(hijri));
    number || hijri(word) || LINKS.iter().any(|link| written::is_same(link, word.text))
}

/// What the date may mean that ends before the weekday at `i`, if the weekday stands in brackets.
fn preceding(words: &[BareWord<'_>], i: usize) -> Option<written::Dates> {
    if !words.get(i)?.bracketed {
        return None;
    }
    let ends_here = |end: usize| end == i || (end + 1 == i && words.get(end).is_some_and(|word| word.text == "م"));
    (1..=5)
        .filter_map(|back| written::date(words, i.checked_sub(back)?))
        .find(|(_, end)| ends_here(*end))
        .map(|(dates, _)| dates)
}
