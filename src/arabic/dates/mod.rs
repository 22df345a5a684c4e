//! Dates as offices write them: as in Iraq, and in the other languages of a report.
//!
//! Hijri dates by the Umm al-Qura calendar of ICU4X.

mod month;
mod names;

use std::borrow::Cow;

use icu_calendar::cal::Hijri;
use icu_calendar::{Date, types};

pub use self::month::MonthSpan;
pub(in crate::arabic) use self::names::WESTERN;
use super::{Digits, Language};
use names::DateNames;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct CivilDate {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Weekday(usize);

impl From<jiff::civil::Date> for CivilDate {
    fn from(date: jiff::civil::Date) -> Self {
        Self { year: i32::from(date.year()), month: date.month().unsigned_abs(), day: date.day().unsigned_abs() }
    }
}

impl CivilDate {
    /// The day, if there is such a day.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        Date::try_new_iso(year, month, day).ok().map(|_| Self { year, month, day })
    }

    /// The day written as `2026-11-20`.
    #[must_use]
    pub fn parse(iso: &str) -> Option<Self> {
        let mut parts = iso.splitn(3, '-');
        let mut part = || parts.next().filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
        let (year, month, day) = (part()?, part()?, part()?);
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Its day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        // `new` has seen that there is such a day.
        let number = Date::try_new_iso(self.year, self.month, self.day).map_or(1, |date| date.weekday() as usize);
        Weekday(number.saturating_sub(types::Weekday::Monday as usize))
    }

    /// `2026-11-20`.
    #[must_use]
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Weekday {
    /// All days, from Monday.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..7).map(Self)
    }
}

/// The Arabic name of a day of the week, as `الجمعة`.
#[must_use]
pub fn weekday_name(weekday: Weekday) -> &'static str {
    DateStyle::arabic(Digits::Arab).weekday(weekday)
}

/// The names of months and days of the week in the other languages.
pub(in crate::arabic) fn foreign_names() -> impl Iterator<Item = &'static str> {
    let others = [Language::Kurdish, Language::Persian, Language::Latin].map(DateNames::of);
    others.into_iter().flat_map(|names| names.months.iter().chain(&names.weekdays).copied())
}

/// The Arabic names of the Gregorian months, from January.
#[must_use]
pub fn month_names() -> &'static [&'static str; 12] {
    &DateNames::of(Language::Arabic).months
}

/// `٢٠ تشرين الثاني ٢٠٢٦ م`.
#[must_use]
pub fn gregorian(date: CivilDate, digits: Digits) -> String {
    DateStyle::arabic(digits).gregorian(date)
}

/// `الجمعة ٢٠ تشرين الثاني ٢٠٢٦ م الموافق ١٠ جمادى الآخرة ١٤٤٨ هـ`; without a Hijri date the part
/// before `الموافق`.
#[must_use]
pub fn dual(date: CivilDate, hijri: Option<&str>, digits: Digits) -> String {
    DateStyle::arabic(digits).dual(date, hijri)
}

/// A way to write dates: in a language, with digits of a system.
#[derive(Clone, Copy)]
pub struct DateStyle {
    names: &'static DateNames,
    digits: Digits,
}

impl DateStyle {
    /// The style of a language; its digits are those of its texts.
    #[must_use]
    pub fn new(language: Language, digits: Digits) -> Self {
        let digits = if language == Language::Latin { Digits::Latn } else { digits.of(language) };
        Self { names: DateNames::of(language), digits }
    }

    /// The style of Iraqi offices.
    #[must_use]
    pub fn arabic(digits: Digits) -> Self {
        Self::new(Language::Arabic, digits)
    }

    /// The digits of these dates.
    #[must_use]
    pub fn digits(self) -> Digits {
        self.digits
    }

    /// `الأربعاء ١٨ تشرين الثاني ٢٠٢٦، العاشرة صباحاً`; either may be missing.
    #[must_use]
    pub fn at_time(self, days: Option<String>, time: Option<&str>) -> Option<String> {
        let time = time.map(|time| self.digits.text(time));
        match (days, time) {
            (Some(days), Some(time)) => Some(format!("{days}{}{time}", self.names.before_time)),
            (days, time) => days.or(time.map(Cow::into_owned)),
        }
    }

    /// `الجمعة`.
    #[must_use]
    pub fn weekday(self, weekday: Weekday) -> &'static str {
        self.names.weekdays.get(weekday.0).copied().unwrap_or_default()
    }

    /// `٢٠ تشرين الثاني ٢٠٢٦ م`.
    #[must_use]
    pub fn gregorian(self, date: CivilDate) -> String {
        format!("{}{}", self.plain(date), self.names.era)
    }

    /// `١٠ جمادى الآخرة ١٤٤٨ هـ`, by Umm al-Qura, moved by `offset` days: the crescent is sighted
    /// locally.
    #[must_use]
    pub fn hijri(self, date: CivilDate, offset: i8) -> String {
        let (year, month, day) = hijri_parts(date, offset);
        let DateNames { after_day, after_month, hijri_era, .. } = self.names;
        let (month, day) = (name(&self.names.hijri, month), self.digits.number(u64::from(day)));
        format!("{day}{after_day}{month}{after_month}{}{hijri_era}", self.digits.number(year))
    }

    /// Both dates of a day with its weekday; without a Hijri date the Gregorian one.
    #[must_use]
    pub fn dual(self, date: CivilDate, hijri: Option<&str>) -> String {
        let day = format!("{}{}", self.named(date), self.names.era);
        match hijri {
            Some(hijri) => format!("{day}{}{hijri}", self.names.same_day),
            None => day,
        }
    }

    /// `الأربعاء ١٨ تشرين الثاني ٢٠٢٦`.
    #[must_use]
    pub fn named(self, date: CivilDate) -> String {
        format!("{}{}{}", self.weekday(date.weekday()), self.names.after_weekday, self.plain(date))
    }

    /// `من ١٨ إلى ٢٠ تشرين الثاني ٢٠٢٦`; what both days share is said once.
    #[must_use]
    pub fn range(self, start: CivilDate, end: CivilDate) -> String {
        let from = match (start.year == end.year, start.month == end.month) {
            (true, true) => self.digits.number(u64::from(start.day)),
            (true, false) => self.day_of_month(start),
            (false, _) => self.plain(start),
        };
        let [before, between] = self.names.range;
        format!("{before}{from}{between}{}", self.plain(end))
    }

    fn plain(self, date: CivilDate) -> String {
        let year = u64::try_from(date.year).unwrap_or_default();
        format!("{}{}{}", self.day_of_month(date), self.names.after_month, self.digits.number(year))
    }

    fn day_of_month(self, date: CivilDate) -> String {
        let month = name(&self.names.months, date.month);
        format!("{}{}{month}", self.digits.number(u64::from(date.day)), self.names.after_day)
    }
}

/// The name of a month, from 1.
fn name(months: &[&'static str; 12], month: u8) -> &'static str {
    months.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default()
}

/// Year, month and day of the Umm al-Qura calendar.
fn hijri_parts(date: CivilDate, offset: i8) -> (u64, u8, u8) {
    let Ok(iso) = Date::try_new_iso(date.year, date.month, date.day) else { return (0, 0, 0) };
    let moved = Date::from_rata_die(iso.to_rata_die() + i64::from(offset), icu_calendar::Iso);
    let hijri = moved.to_calendar(Hijri::new_umm_al_qura());
    let year = u64::try_from(hijri.year().extended_year()).unwrap_or_default();
    (year, hijri.month().ordinal, hijri.day_of_month().0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u8, day: u8) -> CivilDate {
        CivilDate::new(year, month, day).unwrap()
    }

    #[test]
    fn only_days_that_are() {
        assert_eq!(CivilDate::new(2026, 2, 29), None);
        assert_eq!(CivilDate::new(2026, 13, 1), None);
        assert!(CivilDate::new(2028, 2, 29).is_some());
    }

    #[test]
    fn hijri_by_the_published_vectors() {
        assert_eq!(hijri_parts(date(2018, 8, 1), 0), (1439, 11, 19));
        assert_eq!(hijri_parts(date(2000, 7, 31), 0), (1421, 4, 29));
        assert_eq!(hijri_parts(date(2000, 7, 31), 1), (1421, 5, 1));
        assert_eq!(hijri_parts(date(2000, 7, 31), 2), (1421, 5, 2));
        assert_eq!(hijri_parts(date(2018, 8, 1), -2), (1439, 11, 17));
    }

    #[test]
    fn lines_as_an_office_writes_them() {
        let day = date(2026, 11, 20);
        let style = DateStyle::arabic(Digits::Arab);
        assert_eq!(style.gregorian(day), "٢٠ تشرين الثاني ٢٠٢٦ م");
        assert_eq!(DateStyle::arabic(Digits::Latn).named(day), "الجمعة 20 تشرين الثاني 2026");
        let hijri = style.hijri(day, 0);
        assert_eq!(style.dual(day, Some(&hijri)), format!("الجمعة ٢٠ تشرين الثاني ٢٠٢٦ م الموافق {hijri}"));
        assert_eq!(hijri, "١٠ جمادى الآخرة ١٤٤٨ هـ");
        assert_eq!(style.dual(day, None), "الجمعة ٢٠ تشرين الثاني ٢٠٢٦ م");
    }

    #[test]
    fn each_language_has_its_own_months_and_digits() {
        let (day, last) = (date(2026, 11, 20), date(2026, 12, 2));
        for (language, dual, range) in [
            (
                Language::Kurdish,
                "هەینی، ٢٠ی تشرینی دووەمی ٢٠٢٦ی زایینی، بەرامبەر بە ١٠ی جومادای دووەمی ١٤٤٨ی کۆچی",
                "لە ٢٠ی تشرینی دووەم تا ٢ی کانوونی یەکەمی ٢٠٢٦",
            ),
            (
                Language::Persian,
                "جمعه ۲۰ نوامبر ۲۰۲۶ میلادی برابر با ۱۰ جمادی‌الثانی ۱۴۴۸ قمری",
                "از ۲۰ نوامبر تا ۲ دسامبر ۲۰۲۶",
            ),
            (
                Language::Latin,
                "Friday, 20 November 2026, corresponding to 10 Jumada II 1448 AH",
                "20 November to 2 December 2026",
            ),
        ] {
            let style = DateStyle::new(language, Digits::Arab);
            assert_eq!(style.dual(day, Some(&style.hijri(day, 0))), dual);
            assert_eq!(style.range(day, last), range);
        }
    }

    #[test]
    fn a_month_after_its_day_is_in_the_genitive() {
        let style = DateStyle::arabic(Digits::Arab);
        assert_eq!(style.hijri(date(2026, 5, 18), 0), "١ ذي الحجة ١٤٤٧ هـ");
        assert_eq!(style.hijri(date(2018, 8, 1), 0), "١٩ ذي القعدة ١٤٣٩ هـ");
    }

    #[test]
    fn ranges_say_once_what_both_days_share() {
        let line = |start, end| DateStyle::arabic(Digits::Arab).range(start, end);
        assert_eq!(line(date(2026, 11, 18), date(2026, 11, 20)), "من ١٨ إلى ٢٠ تشرين الثاني ٢٠٢٦");
        assert_eq!(line(date(2026, 10, 30), date(2026, 11, 2)), "من ٣٠ تشرين الأول إلى ٢ تشرين الثاني ٢٠٢٦");
        assert_eq!(line(date(2025, 12, 31), date(2026, 1, 2)), "من ٣١ كانون الأول ٢٠٢٥ إلى ٢ كانون الثاني ٢٠٢٦");
    }

    #[test]
    fn weekdays_over_a_week() {
        let names: Vec<_> = (16..=22).map(|day| weekday_name(date(2026, 11, day).weekday())).collect();
        assert_eq!(names, DateNames::of(Language::Arabic).weekdays);
    }
}
