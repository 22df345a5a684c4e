//! Values on the command line: each reader says what it wants in the catalogue's terms.

use std::num::NonZero;
use std::str::FromStr;

use jiff::civil::Date;

use crate::arabic::MonthSpan;
use crate::archive::index::Day;
use crate::report::{date_like, is_slug, latin_digits, slug_like};
use crate::words::WantedValue;

/// A day, `2026-11-20`.
pub(in super::super) fn date(text: &str) -> Result<Date, WantedValue> {
    // Only this form: what another one means is a guess, which is offered and not taken.
    let plain = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let date = if plain { text.parse().ok() } else { None };
    date.ok_or_else(|| WantedValue::Date { meant: date_like(text) })
}

/// A day, a month or a year.
pub(in super::super) fn days(text: &str) -> Result<Day, WantedValue> {
    Day::parse(text).ok_or(WantedValue::Days)
}

/// A year, in the digits of any system.
pub(in super::super) fn year(text: &str) -> Result<i32, WantedValue> {
    within(&latin_digits(text), 1900, 2199)
}

/// A month by any of its names, with its year or without; a year alone.
pub(in super::super) fn month(text: &str) -> Result<MonthSpan, WantedValue> {
    MonthSpan::parse(text).ok_or(WantedValue::Month)
}

/// A report's name in file names.
pub(in super::super) fn slug(text: &str) -> Result<String, WantedValue> {
    if is_slug(text) { Ok(text.to_owned()) } else { Err(WantedValue::Slug { near: slug_like(text) }) }
}

/// A number of things of which there is at least one.
pub(in super::super) fn count(text: &str) -> Result<NonZero<usize>, WantedValue> {
    number(text, WantedValue::Number { least: 1, most: None })
}

/// A number of things of which there may be none.
pub(in super::super) fn limit(text: &str) -> Result<usize, WantedValue> {
    number(text, WantedValue::Number { least: 0, most: None })
}

/// The number of a version.
pub(in super::super) fn version(text: &str) -> Result<u32, WantedValue> {
    number(text, WantedValue::Number { least: 1, most: None })
}

/// A hash as it was noted on paper, or enough of its first digits; spaces and capitals don't
/// matter.
pub(in super::super) fn hash(text: &str) -> Result<String, WantedValue> {
    let plain: String = latin_digits(text).chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.to_ascii_lowercase();
    let is_hash = (16..=128).contains(&plain.len()) && plain.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hash { Ok(plain) } else { Err(WantedValue::Hash) }
}

/// The number of copies.
pub(in super::super) fn copies(text: &str) -> Result<u32, WantedValue> {
    within(text, 1, 9999)
}

/// The seconds to wait for a printer.
pub(in super::super) fn seconds(text: &str) -> Result<u64, WantedValue> {
    within(text, 1, 86_400)
}

/// The distance that pages move, in millimetres.
pub(in super::super) fn creep(text: &str) -> Result<f64, WantedValue> {
    let number: Option<f64> = text.parse().ok();
    number.filter(|number| (0.0..=2.0).contains(number)).ok_or(WantedValue::Millimetres { most: 2 })
}

fn within<T: TryFrom<u64>>(text: &str, least: u64, most: u64) -> Result<T, WantedValue> {
    let number = text.parse().ok().filter(|number| (least..=most).contains(number));
    let number = number.and_then(|number| T::try_from(number).ok());
    number.ok_or(WantedValue::Number { least, most: Some(most) })
}

fn number<T: FromStr>(text: &str, wanted: WantedValue) -> Result<T, WantedValue> {
    text.parse().map_err(|_| wanted)
}
