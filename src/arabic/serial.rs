//! The office's numbers: a serial number that counts on through a year, with the year and the
//! office's letters around it, as `م.و/٤١٨` or `417/2026`.

use std::ops::Range;

use super::digits::Digits;
use super::fold::{Word, fold, words};

/// The place of the serial number in a form.
const SERIAL: &str = "{n}";
/// The place of the year.
const YEAR: &str = "{year}";
/// The most digits of a serial number.
const LONGEST: usize = 9;

/// An office's number that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SerialNumber {
    /// The letters around it and all else that is neither serial number nor year, folded.
    pub letters: String,
    /// The serial number.
    pub serial: u64,
    /// The year, where the number names one.
    pub year: Option<i32>,
}

/// The form of an office's numbers: `م.و/{n}`, `{n}/{year}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SerialForm {
    text: String,
    /// The digits it is written in.
    pub digits: Digits,
}

/// Why a text is no form of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SerialFormFault {
    /// The serial number has no place in it, or two.
    NotOneSerial,
    /// Something in braces that stands for nothing.
    Unknown(String),
    /// Digits beside the serial number or the year, which would be read with them.
    Joined,
}

impl SerialNumber {
    /// Reads the number of a document that is issued in a year; none when it has no digits.
    ///
    /// Of several groups of digits one is the year: the one that is the year of issue, else one of
    /// four digits that may be a year, else the last two digits of the year of issue. Of the others
    /// the last is the serial number.
    #[must_use]
    pub fn read(text: &str, issued: i32) -> Option<Self> {
        let words = words(text);
        let (serial, year) = parts(&words, issued)?;
        let value = words.get(serial)?.folded.parse().ok()?;
        let others = (0..words.len()).filter(|&at| at != serial && Some(at) != year);
        let letters: Vec<&str> = others.filter_map(|at| Some(words.get(at)?.folded.as_str())).collect();
        let year = year.and_then(|at| year_of(&words.get(at)?.folded));
        Some(Self { letters: letters.join(" "), serial: value, year })
    }

    /// The year in which no other document may have this number; none when it names its year, so
    /// that no other may ever have it.
    #[must_use]
    pub fn unique_in(text: &str, issued: i32) -> Option<i32> {
        let year = Self::read(text, issued).and_then(|number| number.year);
        if year.is_some() { None } else { Some(issued) }
    }
}

impl SerialForm {
    /// The form that a setting names.
    ///
    /// # Errors
    /// Why it can't be one.
    pub fn new(text: &str, digits: Digits) -> Result<Self, SerialFormFault> {
        let bare = text.replace(SERIAL, "").replace(YEAR, "");
        if let Some(start) = bare.find(['{', '}']) {
            let rest = bare.get(start..).unwrap_or_default();
            let end = rest.find('}').map_or(rest.len(), |end| end + 1);
            return Err(SerialFormFault::Unknown(rest.get(..end).unwrap_or_default().to_owned()));
        }
        if text.matches(SERIAL).count() != 1 || text.matches(YEAR).count() > 1 {
            return Err(SerialFormFault::NotOneSerial);
        }
        let form = Self { text: text.to_owned(), digits };
        let again = form.read(&form.write(7, 2026), 2026);
        let names_year = text.contains(YEAR);
        let is_itself = |number: SerialNumber| number.serial == 7 && number.year.is_some() == names_year;
        if again.is_some_and(is_itself) { Ok(form) } else { Err(SerialFormFault::Joined) }
    }

    /// A number and its year, `418/2026`.
    #[must_use]
    pub fn usual(digits: Digits) -> Self {
        Self { text: format!("{SERIAL}/{YEAR}"), digits }
    }

    /// The form that a number was written in.
    #[must_use]
    pub fn of(number: &str, issued: i32) -> Option<Self> {
        let words = words(number);
        let (serial, year) = parts(&words, issued)?;
        let (serial, year) = (range(&words, serial)?, year.and_then(|at| range(&words, at)));
        let digits = digits_of(number.get(serial.clone())?);
        // The later one first: the place of the earlier one stays the same.
        let mut places = vec![(serial, SERIAL)];
        places.extend(year.map(|year| (year, YEAR)));
        places.sort_by_key(|(place, _)| std::cmp::Reverse(place.start));
        let mut text = number.to_owned();
        places.into_iter().for_each(|(place, mark)| text.replace_range(place, mark));
        Self::new(&text, digits).ok()
    }

    /// The number of a document.
    #[must_use]
    pub fn write(&self, serial: u64, year: i32) -> String {
        let year = self.digits.number(u64::try_from(year).unwrap_or_default());
        self.text.replace(SERIAL, &self.digits.number(serial)).replace(YEAR, &year)
    }

    /// Its letters, as those of numbers are compared.
    #[must_use]
    pub fn letters(&self) -> String {
        fold(&self.text.replace(SERIAL, " ").replace(YEAR, " "))
    }

    /// True if its numbers name their year.
    #[must_use]
    pub fn names_year(&self) -> bool {
        self.text.contains(YEAR)
    }

    /// Reads a number, first as one of this form, then as any.
    #[must_use]
    pub fn read(&self, number: &str, issued: i32) -> Option<SerialNumber> {
        self.own(number).or_else(|| SerialNumber::read(number, issued))
    }

    /// Reads a number of this form.
    fn own(&self, number: &str) -> Option<SerialNumber> {
        let marked = self.text.replace(SERIAL, " 0 ").replace(YEAR, " 00 ");
        let (form, found) = (words(&marked), words(number));
        if form.len() != found.len() {
            return None;
        }
        let (mut serial, mut year) = (None, None);
        for (want, word) in form.iter().zip(&found) {
            match want.folded.as_str() {
                "0" => serial = Some(serial_of(&word.folded)?),
                "00" => year = Some(year_of(&word.folded)?),
                letters if letters == word.folded => {}
                _ => return None,
            }
        }
        Some(SerialNumber { letters: self.letters(), serial: serial?, year })
    }
}

/// The places of serial number and year among the words of a number.
fn parts(words: &[Word], issued: i32) -> Option<(usize, Option<usize>)> {
    let of_digits = |&at: &usize| words.get(at).is_some_and(|word| is_number(&word.folded));
    let runs: Vec<usize> = (0..words.len()).filter(of_digits).collect();
    let last = |fits: &dyn Fn(&str) -> bool| {
        runs.iter().copied().rfind(|&at| words.get(at).is_some_and(|word| fits(&word.folded)))
    };
    let year = if runs.len() < 2 {
        None
    } else {
        last(&|run| run == issued.to_string())
            .or_else(|| last(&|run| run.len() == 4 && year_of(run).is_some()))
            .or_else(|| last(&|run| run.len() == 2 && year_of(run) == Some(issued)))
    };
    let serial = runs.iter().copied().rfind(|&at| Some(at) != year)?;
    words.get(serial).and_then(|word| serial_of(&word.folded))?;
    Some((serial, year))
}

fn range(words: &[Word], at: usize) -> Option<Range<usize>> {
    words.get(at).map(|word| word.range.clone())
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn serial_of(word: &str) -> Option<u64> {
    word.parse().ok().filter(|_| is_number(word) && word.len() <= LONGEST)
}

/// The year that a word of digits names; of two digits it is one of this century.
fn year_of(word: &str) -> Option<i32> {
    let number: i32 = word.parse().ok().filter(|_| is_number(word))?;
    match word.len() {
        2 => Some(2000 + number),
        4 if (1900..=2199).contains(&number) => Some(number),
        _ => None,
    }
}

/// The system of a text's first digit.
fn digits_of(text: &str) -> Digits {
    match text.chars().next() {
        Some('\u{660}'..='\u{669}') => Digits::Arab,
        Some('\u{6F0}'..='\u{6F9}') => Digits::Arabext,
        _ => Digits::Latn,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, u64, Option<i32>) {
        let SerialNumber { letters, serial, year } = SerialNumber::read(text, 2026).unwrap();
        (letters, serial, year)
    }

    #[test]
    fn serial_number_and_year_are_told_apart() {
        for text in ["417/2026", "٤١٧/٢٠٢٦", "2026/417", "٤١٧ لسنة ٢٠٢٦", "417-26", "۴۱۷ / ۲۰۲۶"]
        {
            let (_, serial, year) = read(text);
            assert_eq!((serial, year), (417, Some(2026)), "{text}");
        }
        assert_eq!(read("م.و/٤١٨"), ("م و".to_owned(), 418, None));
        assert_eq!(read("م. و / 418"), ("م و".to_owned(), 418, None));
        assert_eq!(read("3/418"), ("3".to_owned(), 418, None));
        assert_eq!(read("2026"), (String::new(), 2026, None));
        assert_eq!(read("2026/2026"), (String::new(), 2026, Some(2026)));
        assert_eq!(read("12/2025"), (String::new(), 12, Some(2025)));
        for text in ["", "م.و", "1234567890"] {
            assert_eq!(SerialNumber::read(text, 2026), None, "{text}");
        }
    }

    #[test]
    fn a_form_writes_what_it_reads() {
        for (form, digits, number) in [
            ("م.و/{n}", Digits::Arab, "م.و/٤١٨"),
            ("{n}/{year}", Digits::Latn, "418/2026"),
            ("{year}/{n}", Digits::Arab, "٢٠٢٦/٤١٨"),
            ("3/{n}", Digits::Latn, "3/418"),
            ("{n}/5", Digits::Latn, "418/5"),
            ("العدد {n} لسنة {year}", Digits::Arab, "العدد ٤١٨ لسنة ٢٠٢٦"),
        ] {
            let form = SerialForm::new(form, digits).unwrap();
            assert_eq!(form.write(418, 2026), number);
            let read = form.read(number, 2026).unwrap();
            assert_eq!((read.serial, &read.letters), (418, &form.letters()), "{number}");
        }
    }

    #[test]
    fn a_form_is_taken_from_a_number() {
        for (number, next) in [
            ("م.و/٤١٧", "م.و/٤١٨"),
            ("417/2025", "418/2026"),
            ("٢٠٢٥/٤١٧", "٢٠٢٦/٤١٨"),
            ("417", "418"),
            ("ق-417-ب", "ق-418-ب"),
        ] {
            let issued = if number.contains("25") || number.contains("٢٥") { 2025 } else { 2026 };
            assert_eq!(SerialForm::of(number, issued).unwrap().write(418, 2026), next);
        }
        assert_eq!(SerialForm::of("م.و", 2026), None);
    }

    #[test]
    fn what_is_no_form_is_said() {
        let fault = |text: &str| SerialForm::new(text, Digits::Latn).unwrap_err();
        assert_eq!(fault("م.و"), SerialFormFault::NotOneSerial);
        assert_eq!(fault("{n}/{n}"), SerialFormFault::NotOneSerial);
        assert_eq!(fault("{n}/{month}"), SerialFormFault::Unknown("{month}".to_owned()));
        assert_eq!(fault("{n}5"), SerialFormFault::Joined);
        assert_eq!(fault("{n}{year}"), SerialFormFault::Joined);
    }

    #[test]
    fn a_number_without_its_year_is_unique_in_the_year() {
        assert_eq!(SerialNumber::unique_in("م.و/٤١٨", 2026), Some(2026));
        assert_eq!(SerialNumber::unique_in("418/2026", 2026), None);
    }
}
