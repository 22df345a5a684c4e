//! Digits of the page, in running text and as numbers.

use std::borrow::Cow;

use super::tokens::{digit_value, tokens};

/// A system of digits with its separators (CLDR `arab` and `latn`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Digits {
    /// ٠١٢٣٤٥٦٧٨٩, ٬ ٫ ٪: the usual ones in Iraq.
    Arab,
    /// 0123456789, `,` `.` `%`.
    Latn,
}

impl Digits {
    /// Its name in settings and data: `arab` or `latn`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Arab => "arab",
            Self::Latn => "latn",
        }
    }

    /// Its pattern in typst's numberings: the digit one.
    #[must_use]
    pub fn numbering(self) -> &'static str {
        match self {
            Self::Arab => "١",
            Self::Latn => "1",
        }
    }

    /// A whole number, without separators.
    #[must_use]
    pub fn number(self, number: u64) -> String {
        number.to_string().chars().map(|c| self.digit(c)).collect()
    }

    /// Running text with its numbers in this system: digits, separators and percent signs. Addresses, telephone numbers
    /// and codes stay as they are typed.
    #[must_use]
    pub fn text(self, text: &str) -> Cow<'_, str> {
        if !text.chars().any(|c| digit_value(c).is_some()) {
            return Cow::Borrowed(text);
        }
        let mut shown = String::with_capacity(text.len() + 16);
        let mut end = 0;
        for token in tokens(text) {
            self.numbers(text.get(end..token.range.start).unwrap_or_default(), &mut shown);
            shown.push_str(text.get(token.range.clone()).unwrap_or_default());
            end = token.range.end;
        }
        self.numbers(text.get(end..).unwrap_or_default(), &mut shown);
        if shown == text { Cow::Borrowed(text) } else { Cow::Owned(shown) }
    }

    /// Appends text without addresses and codes, its numbers in this system.
    fn numbers(self, text: &str, shown: &mut String) {
        let mut rest = text;
        while let Some(start) = rest.find(|c| digit_value(c).is_some()) {
            let (before, tail) = rest.split_at(start);
            self.percent_before(before, shown);
            let number = tail.get(..number_length(tail)).unwrap_or(tail);
            self.one_number(number, shown);
            rest = tail.get(number.len()..).unwrap_or_default();
            rest = self.percent_after(rest, shown);
        }
        shown.push_str(rest);
    }

    /// Appends one number: digits with separators between them.
    fn one_number(self, number: &str, shown: &mut String) {
        let form = Form::of(number);
        for c in number.chars() {
            shown.push(match (c, self, form) {
                (',' | '٬', Self::Arab, Form::Grouped) => '٬',
                (',' | '٬', Self::Latn, Form::Grouped) => ',',
                ('.' | '٫', Self::Arab, Form::Grouped | Form::Decimal) => '٫',
                ('.' | '٫', Self::Latn, Form::Grouped | Form::Decimal) => '.',
                (c, _, _) => self.digit(c),
            });
        }
    }

    /// Appends what stands before a number; a percent sign at its end is the number's.
    fn percent_before(self, before: &str, shown: &mut String) {
        match before.strip_suffix(['%', '٪']) {
            Some(rest) => {
                shown.push_str(rest);
                shown.push(self.percent());
            }
            None => shown.push_str(before),
        }
    }

    /// Appends a percent sign after a number, a space between them or not, and returns what comes after it.
    fn percent_after<'t>(self, rest: &'t str, shown: &mut String) -> &'t str {
        let bare = rest.trim_start_matches([' ', '\u{A0}']);
        match bare.strip_prefix(['%', '٪']) {
            Some(after) if rest.len() - bare.len() <= '\u{A0}'.len_utf8() => {
                shown.push_str(rest.get(..rest.len() - bare.len()).unwrap_or_default());
                shown.push(self.percent());
                after
            }
            _ => rest,
        }
    }

    fn percent(self) -> char {
        match self {
            Self::Arab => '٪',
            Self::Latn => '%',
        }
    }

    fn digit(self, c: char) -> char {
        let zero = match self {
            Self::Arab => '٠',
            Self::Latn => '0',
        };
        digit_value(c).and_then(|value| char::from_u32(u32::from(zero) + value)).unwrap_or(c)
    }
}

/// How separators in a number are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Groups of thousands, perhaps with a fraction.
    Grouped,
    /// A fraction.
    Decimal,
    /// Something else, such as `24.07.2026`: separators stay.
    Other,
}

impl Form {
    fn of(number: &str) -> Self {
        let (whole, fraction) = match number.rsplit_once(['.', '٫']) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (number, None),
        };
        if whole.contains(['.', '٫']) || fraction.is_some_and(|fraction| fraction.contains([',', '٬'])) {
            return Self::Other;
        }
        let groups: Vec<usize> = whole.split([',', '٬']).map(|group| group.chars().count()).collect();
        match (groups.as_slice(), fraction) {
            ([_], Some(_)) => Self::Decimal,
            ([1..=3, rest @ ..], _) if !rest.is_empty() && rest.iter().all(|&digits| digits == 3) => Self::Grouped,
            _ => Self::Other,
        }
    }
}

/// The length of the number at the start of a text: digits, and separators that stand between digits.
fn number_length(text: &str) -> usize {
    let mut length = 0;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let inside =
            matches!(c, '.' | ',' | '٫' | '٬') && characters.peek().is_some_and(|next| digit_value(*next).is_some());
        if digit_value(c).is_none() && !inside {
            break;
        }
        length += c.len_utf8();
    }
    length
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_of_running_text_are_converted() {
        for (latin, arabic) in [
            ("حضر 45 مشاركاً", "حضر ٤٥ مشاركاً"),
            ("1,234.5 و12,000", "١٬٢٣٤٫٥ و١٢٬٠٠٠"),
            ("45% و7.5 %", "٤٥٪ و٧٫٥ ٪"),
            ("%45", "٪٤٥"),
            ("24/07/2026 في 10:30", "٢٤/٠٧/٢٠٢٦ في ١٠:٣٠"),
            ("(3) 2026-07-24", "(٣) ٢٠٢٦-٠٧-٢٤"),
        ] {
            assert_eq!(Digits::Arab.text(latin), arabic);
            assert_eq!(Digits::Latn.text(arabic), latin);
        }
    }

    #[test]
    fn other_separators_stay() {
        assert_eq!(Digits::Arab.text("24.07.2026 و1,2 و1,23.4"), "٢٤.٠٧.٢٠٢٦ و١,٢ و١,٢٣.٤");
        assert_eq!(Digits::Arab.text("سنة 2026. وبعدها 5, 6"), "سنة ٢٠٢٦. وبعدها ٥, ٦");
    }

    #[test]
    fn addresses_telephone_numbers_and_codes_stay() {
        for text in [
            "https://example.iq/2026",
            "a1@example.iq",
            "@user5",
            "+964 770 123 4567",
            "0770 123 4567",
            "COVID-19 A4",
            "12 A 34567",
        ] {
            assert!(matches!(Digits::Arab.text(text), Cow::Borrowed(_)), "{text}");
        }
        assert_eq!(Digits::Arab.text("هاتف +964 770 123 4567 وعدد 12"), "هاتف +964 770 123 4567 وعدد ١٢");
        assert_eq!(Digits::Latn.text("٠٧٧٠ ١٢٣ ٤٥٦٧"), "٠٧٧٠ ١٢٣ ٤٥٦٧");
    }

    #[test]
    fn persian_digits_fold_to_either() {
        assert_eq!(Digits::Arab.text("۱۲۳"), "١٢٣");
        assert_eq!(Digits::Latn.text("۱۲۳"), "123");
        assert_eq!(Digits::Arab.number(1448), "١٤٤٨");
    }

    proptest! {
        #[test]
        fn numbers_come_back(text in "[ -~ا-ي،]{0,60}") {
            let arabic = Digits::Arab.text(&text);
            prop_assert_eq!(Digits::Latn.text(&arabic), Digits::Latn.text(&text));
        }

        #[test]
        fn letters_and_values_stay(text in "[ -~ا-ي٠-٩۰-۹،٫٬٪\u{A0}]{0,60}") {
            let values = |text: &str| text.chars().map(|c| digit_value(c).map_or(c, |v| char::from_digit(v, 10).unwrap())).filter(|c| c.is_alphanumeric()).collect::<String>();
            for digits in [Digits::Arab, Digits::Latn] {
                let shown = digits.text(&text);
                prop_assert_eq!(values(&shown), values(&text));
                prop_assert_eq!(shown.chars().count(), text.chars().count());
            }
        }
    }
}
