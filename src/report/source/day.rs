//! Days as people write them.

use crate::arabic::CivilDate;
use crate::arabic::lint::day_of;

use super::number::latin_digit;

/// True if a year may stand in a report.
pub(crate) fn is_likely(year: i32) -> bool {
    (1900..=2199).contains(&year)
}

/// The date that a text seems to mean, as TOML writes it; the day comes first unless the year does.
pub fn meant(text: &str) -> Option<String> {
    in_digits(text).or_else(|| day_of(text).map(CivilDate::iso))
}

fn in_digits(text: &str) -> Option<String> {
    let latin: String = text.trim().chars().take(16).map(|c| latin_digit(c).unwrap_or(c)).collect();
    let parts: Vec<i32> = latin
        .split(['-', '–', '—', '\u{2010}', '\u{2011}', '/', '.', '\\'])
        .map(|part| part.trim().parse().ok())
        .collect::<Option<_>>()?;
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if *first > 31 { (*first, *last) } else { (*last, *first) };
    let date = CivilDate::new(year, u8::try_from(*month).ok()?, u8::try_from(day).ok()?)?;
    is_likely(year).then(|| date.iso())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_other_forms_are_understood() {
        for text in [
            "20/11/2026",
            "2026/11/20",
            "٢٠-١١-٢٠٢٦",
            "2026-11-20",
            "20.11.2026",
            "2026–11–20",
            "20 تشرين الثاني 2026",
            "الجمعة ٢٠ نوفمبر ٢٠٢٦ م",
        ] {
            assert_eq!(meant(text).as_deref(), Some("2026-11-20"), "{text}");
        }
        assert_eq!(meant("الجمعة"), None);
        assert_eq!(meant("45/45/2026"), None);
        assert_eq!(meant("1-2"), None);
    }
}
