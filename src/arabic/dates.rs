//! Dates as Iraqi offices write them.
//!
//! Gregorian months and weekdays by CLDR `ar-IQ`; Hijri by the Umm al-Qura calendar of ICU4X.

use icu_calendar::cal::Hijri;
use icu_calendar::{Date, types};

use super::Digits;

/// The Gregorian months (CLDR `ar-IQ`).
const MONTHS: [&str; 12] = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
];

/// The Hijri months, as they stand after the number of a day: in the genitive.
const HIJRI_MONTHS: [&str; 12] = [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذي القعدة",
    "ذي الحجة",
];

/// The days of the week, from Monday (ISO 8601).
const WEEKDAYS: [&str; 7] = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"];

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
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
        (0..WEEKDAYS.len()).map(Self)
    }
}

/// The name of a day of the week, as `الجمعة`.
#[must_use]
pub fn weekday_name(weekday: Weekday) -> &'static str {
    WEEKDAYS.get(weekday.0).copied().unwrap_or_default()
}

/// The names of the Gregorian months, from January.
#[must_use]
pub fn month_names() -> &'static [&'static str; 12] {
    &MONTHS
}

/// `٢٠ تشرين الثاني ٢٠٢٦ م`.
#[must_use]
pub fn gregorian(date: CivilDate, digits: Digits) -> String {
    format!("{} م", plain(date, digits))
}

/// `١٠ جمادى الآخرة ١٤٤٨ هـ`, by Umm al-Qura, moved by `offset` days: the crescent is sighted
/// locally.
#[must_use]
pub fn hijri(date: CivilDate, offset: i8, digits: Digits) -> String {
    let (year, month, day) = hijri_parts(date, offset);
    let month = HIJRI_MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
    format!("{} {month} {} هـ", digits.number(u64::from(day)), digits.number(year))
}

/// `الجمعة ٢٠ تشرين الثاني ٢٠٢٦ م الموافق ١٠ جمادى الآخرة ١٤٤٨ هـ`; without a Hijri date the part
/// before `الموافق`.
#[must_use]
pub fn dual(date: CivilDate, hijri: Option<&str>, digits: Digits) -> String {
    let day = format!("{} {}", weekday_name(date.weekday()), gregorian(date, digits));
    match hijri {
        Some(hijri) => format!("{day} الموافق {hijri}"),
        None => day,
    }
}

/// `الأربعاء ١٨ تشرين الثاني ٢٠٢٦`.
#[must_use]
pub fn day_line(date: CivilDate, digits: Digits) -> String {
    format!("{} {}", weekday_name(date.weekday()), plain(date, digits))
}

/// `من ١٨ إلى ٢٠ تشرين الثاني ٢٠٢٦`; what both days share is said once.
#[must_use]
pub fn range_line(start: CivilDate, end: CivilDate, digits: Digits) -> String {
    let day = |date: CivilDate| digits.number(u64::from(date.day));
    let from = match (start.year == end.year, start.month == end.month) {
        (true, true) => day(start),
        (true, false) => format!("{} {}", day(start), month(start)),
        (false, _) => plain(start, digits),
    };
    format!("من {from} إلى {}", plain(end, digits))
}

fn plain(date: CivilDate, digits: Digits) -> String {
    let (day, year) = (u64::from(date.day), u64::try_from(date.year).unwrap_or_default());
    format!("{} {} {}", digits.number(day), month(date), digits.number(year))
}

fn month(date: CivilDate) -> &'static str {
    MONTHS.get(usize::from(date.month).saturating_sub(1)).copied().unwrap_or_default()
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
        assert_eq!(gregorian(day, Digits::Arab), "٢٠ تشرين الثاني ٢٠٢٦ م");
        assert_eq!(day_line(day, Digits::Latn), "الجمعة 20 تشرين الثاني 2026");
        let hijri = hijri(day, 0, Digits::Arab);
        assert_eq!(dual(day, Some(&hijri), Digits::Arab), format!("الجمعة ٢٠ تشرين الثاني ٢٠٢٦ م الموافق {hijri}"));
        assert_eq!(hijri, "١٠ جمادى الآخرة ١٤٤٨ هـ");
        assert_eq!(dual(day, None, Digits::Arab), "الجمعة ٢٠ تشرين الثاني ٢٠٢٦ م");
    }

    #[test]
    fn a_month_after_its_day_is_in_the_genitive() {
        assert_eq!(hijri(date(2026, 5, 18), 0, Digits::Arab), "١ ذي الحجة ١٤٤٧ هـ");
        assert_eq!(hijri(date(2018, 8, 1), 0, Digits::Arab), "١٩ ذي القعدة ١٤٣٩ هـ");
    }

    #[test]
    fn ranges_say_once_what_both_days_share() {
        let line = |start, end| range_line(start, end, Digits::Arab);
        assert_eq!(line(date(2026, 11, 18), date(2026, 11, 20)), "من ١٨ إلى ٢٠ تشرين الثاني ٢٠٢٦");
        assert_eq!(line(date(2026, 10, 30), date(2026, 11, 2)), "من ٣٠ تشرين الأول إلى ٢ تشرين الثاني ٢٠٢٦");
        assert_eq!(line(date(2025, 12, 31), date(2026, 1, 2)), "من ٣١ كانون الأول ٢٠٢٥ إلى ٢ كانون الثاني ٢٠٢٦");
    }

    #[test]
    fn weekdays_over_a_week() {
        let names: Vec<_> = (16..=22).map(|day| weekday_name(date(2026, 11, day).weekday())).collect();
        assert_eq!(names, WEEKDAYS);
    }
}
