//! Days as people write them.

use crate::arabic::CivilDate;
use crate::arabic::lint::day_of;

use super::number::latin_digit;

/// True if a year may stand in a report.
pub(crate) fn is_likely(year: i32) -> bool {
    (1900..=2199).contains(&year)
}

/// Marks between the parts of a date.
pub(crate) const DASHES: [char; 10] = ['-', '–', '—', '−', '\u{2010}', '\u{2011}', '\u{2012}', '/', '.', '\\'];

/// The date that a text seems to mean, as TOML writes it; the day comes first unless the year does.
pub fn meant(text: &str) -> Option<String> {
    let bare = text.trim().trim_end_matches(['م', ' ']);
    in_digits(bare).or_else(|| day_of(text).map(CivilDate::iso)).or_else(|| in_english(bare))
}

/// The months as English writes them; three letters are enough.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// `20 Nov 2026`, `November 20, 2026`.
fn in_english(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '.')).filter(|w| !w.is_empty());
    let [first, second, year] = [words.next()?, words.next()?, words.next()?];
    let month = |word: &str| (1..).zip(MONTHS).find(|(_, name)| word.starts_with(name)).map(|(number, _)| number);
    let (day, month) = match (month(first), month(second)) {
        (None, Some(month)) => (first, month),
        (Some(month), None) => (second, month),
        _ => return None,
    };
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
    let year = year.parse().ok().filter(|year| is_likely(*year))?;
    words.next().is_none().then(|| CivilDate::new(year, month, day).map(CivilDate::iso))?
}

fn in_digits(text: &str) -> Option<String> {
    let latin: String = text.trim().chars().take(16).map(|c| latin_digit(c).unwrap_or(c)).collect();
    let parts: Vec<i32> = latin.split(DASHES).map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let [first, month, last] = parts.as_slice() else { return None };
    // Of two numbers that may be days the later is the year: reports are written soon.
    let year_first = *first > 31 || ((20..=31).contains(last) && first > last);
    let (year, day) = if year_first { (*first, *last) } else { (*last, *first) };
    // `20-11-26` is of this century.
    let year = if (20..100).contains(&year) { 2000 + year } else { year };
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
            "20 Nov 2026",
            "November 20, 2026",
            "20th november 2026",
            "2026−11−20",
            "20-11-26",
            "26-11-20",
            "2026-11-20م",
        ] {
            assert_eq!(meant(text).as_deref(), Some("2026-11-20"), "{text}");
        }
        assert_eq!(meant("الجمعة"), None);
        assert_eq!(meant("45/45/2026"), None);
        assert_eq!(meant("1-2"), None);
    }
}
