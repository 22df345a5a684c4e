//! Reading days and moments.

use toml::de::DeValue;
use toml::value::{Datetime, Offset};

use crate::arabic::CivilDate;
use crate::report::check::checker::Checker;
use crate::report::source::clip::clipped;
use crate::report::source::day::{is_likely, meant};
use crate::report::source::placed::Placed;
use crate::words::{ValueProblem, Want};

use super::field::Field;

/// A moment in time, from a TOML offset date-time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub unix: i64,
    /// As the author wrote it, such as `2026-11-20T10:00:00+03:00`.
    pub text: String,
}

impl Field<'_, '_> {
    /// A day between 1900 and 2199.
    pub(crate) fn date(&self, checker: &mut Checker<'_>) -> Option<Placed<CivilDate>> {
        let key = self.key.to_owned();
        let problem = match self.value {
            DeValue::Datetime(Datetime { date: Some(date), time: None, .. }) => {
                let year = i32::from(date.year);
                return match CivilDate::new(year, date.month, date.day) {
                    Some(day) if is_likely(year) => Some(checker.placed(day, self.span.clone(), &self.path)),
                    _ => {
                        checker.error(self.span.clone(), &self.path, ValueProblem::YearOutOfRange { year });
                        None
                    }
                };
            }
            DeValue::Datetime(Datetime { date: Some(date), .. }) => {
                ValueProblem::DateWithTime { key, date: date.to_string() }
            }
            DeValue::Datetime(_) => ValueProblem::TimeOnly { key },
            DeValue::String(text) => ValueProblem::DateAsText { key, found: clipped(text), meant: meant(text) },
            _ => {
                self.wrong(checker, Want::Date);
                return None;
            }
        };
        checker.error(self.span.clone(), &self.path, problem);
        None
    }

    /// A moment with its offset from UTC.
    pub(crate) fn moment(&self, checker: &mut Checker<'_>) -> Option<Placed<Moment>> {
        let DeValue::Datetime(datetime) = self.value else {
            self.wrong(checker, Want::Moment);
            return None;
        };
        let year = datetime.date.map_or(0, |date| i32::from(date.year));
        let text = checker.text.get(self.span.clone()).unwrap_or_default().to_owned();
        let key = self.key.to_owned();
        let problem = match (unix(datetime), datetime.date, datetime.time) {
            (Some(unix), ..) if is_likely(year) => {
                return Some(checker.placed(Moment { unix, text }, self.span.clone(), &self.path));
            }
            (None, Some(date), None) => ValueProblem::DayForMoment { key, meant: format!("{date}T08:00:00+03:00") },
            (None, Some(date), Some(time)) => ValueProblem::NoOffset { key, meant: format!("{date}T{time}+03:00") },
            (None, None, _) => {
                self.wrong(checker, Want::Moment);
                return None;
            }
            (Some(_), ..) => ValueProblem::YearOutOfRange { year },
        };
        checker.error(self.span.clone(), &self.path, problem);
        None
    }
}

/// Seconds since 1970-01-01T00:00:00Z, if the moment is known.
fn unix(datetime: &Datetime) -> Option<i64> {
    let (date, time, offset) = (datetime.date?, datetime.time?, datetime.offset?);
    let minutes = match offset {
        Offset::Z => 0,
        Offset::Custom { minutes } => i64::from(minutes),
    };
    let days = days_since_epoch(i64::from(date.year), i64::from(date.month), i64::from(date.day));
    let seconds = i64::from(time.hour) * 3600 + i64::from(time.minute) * 60 + i64::from(time.second.unwrap_or(0));
    Some(days * 86_400 + seconds - minutes * 60)
}

/// Days from 1970-01-01, after Howard Hinnant's `days_from_civil`.
fn days_since_epoch(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year - era * 400;
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_counted_from_the_epoch() {
        let at = |text: &str| text.parse::<Datetime>().ok().and_then(|datetime| unix(&datetime));
        assert_eq!(at("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(at("2026-11-20T10:00:00+03:00"), Some(1_795_158_000));
        assert_eq!(at("2000-02-29T23:59:59-01:30"), Some(951_874_199));
        assert_eq!(at("2026-11-20T10:00:00"), None);
    }
}
