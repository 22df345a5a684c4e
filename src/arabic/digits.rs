//! Digits of the page, in running text and as numbers.

use std::borrow::Cow;

use super::language::Language;
use super::tokens::{TokenKind, digit_value, phrases};

/// A system of digits with its separators (CLDR `arab` and `latn`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Digits {
    /// ٠١٢٣٤٥٦٧٨٩, ٬ ٫ ٪: the usual ones in Iraq.
    Arab,
    /// 0123456789, `,` `.` `%`.
    Latn,
    /// ۰۱۲۳۴۵۶۷۸۹: those of Persian texts where the page has Arabic-Indic ones (CLDR `arabext`).
    Arabext,
}

impl Digits {
    /// Its name in settings and data: `arab` or `latn`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Arab => "arab",
            Self::Latn => "latn",
            Self::Arabext => "arabext",
        }
    }

    /// Its pattern in typst's numberings: the digit one.
    #[must_use]
    pub fn numbering(self) -> &'static str {
        match self {
            Self::Arab => "١",
            Self::Latn => "1",
            Self::Arabext => "۱",
        }
    }

    /// The digits of a text in a language on a page with these.
    #[must_use]
    pub fn of(self, language: Language) -> Self {
        match (self, language) {
            (Self::Arab, Language::Persian) => Self::Arabext,
            (digits, _) => digits,
        }
    }

    /// A whole number, without separators.
    #[must_use]
    pub fn number(self, number: u64) -> String {
        number.to_string().chars().map(|c| self.digit(c)).collect()
    }

    /// Running text with its numbers in this system: digits, separators and percent signs.
    /// Addresses, telephone numbers, codes and phrases of Latin stay as they are typed.
    #[must_use]
    pub fn text(self, text: &str) -> Cow<'_, str> {
        if !text.chars().any(|c| digit_value(c).is_some()) {
            return Cow::Borrowed(text);
        }
        let mut shown = String::with_capacity(text.len() + 16);
        let (mut end, mut after_number) = (0, false);
        for token in phrases(text) {
            let is_number = token.kind.is_number();
            self.between(text.get(end..token.range.start).unwrap_or_default(), after_number, is_number, &mut shown);
            let piece = text.get(token.range.clone()).unwrap_or_default();
            match token.kind {
                TokenKind::Reference | TokenKind::Passage => shown.extend(piece.chars().map(|c| self.digit(c))),
                _ if is_number => {
                    let after = text.get(token.range.end..).unwrap_or_default();
                    self.numbers(piece, is_percentage(after), &mut shown);
                }
                _ => shown.push_str(piece),
            }
            (end, after_number) = (token.range.end, is_number);
        }
        self.between(text.get(end..).unwrap_or_default(), after_number, false, &mut shown);
        if shown == text { Cow::Borrowed(text) } else { Cow::Owned(shown) }
    }

    /// Appends what stands between two pieces; a percent sign beside a number is the number's.
    fn between(self, gap: &str, after_number: bool, before_number: bool, shown: &mut String) {
        let rest = if after_number { self.percent_after(gap, shown) } else { gap };
        match rest.strip_suffix(['%', '٪']).filter(|_| before_number) {
            Some(rest) => {
                shown.push_str(rest);
                shown.push(self.percent());
            }
            None => shown.push_str(rest),
        }
    }

    /// Appends the numbers of a piece and the signs between them.
    fn numbers(self, piece: &str, percent: bool, shown: &mut String) {
        for part in piece.split_inclusive(|c| digit_value(c).is_none() && !matches!(c, '.' | ',' | '٫' | '٬')) {
            self.one_number(part, percent, shown);
        }
    }

    /// Appends one number: digits with separators between them, and perhaps the sign after it.
    fn one_number(self, number: &str, percent: bool, shown: &mut String) {
        let form = NumberForm::of(number.trim_end_matches(|c| digit_value(c).is_none()), percent);
        for c in number.chars() {
            shown.push(match (c, self, form) {
                (',' | '٬', Self::Arab | Self::Arabext, NumberForm::Grouped) => '٬',
                (',' | '٬', Self::Latn, NumberForm::Grouped) => ',',
                ('.' | '٫', Self::Arab | Self::Arabext, NumberForm::Grouped | NumberForm::Decimal) => '٫',
                ('.' | '٫', Self::Latn, NumberForm::Grouped | NumberForm::Decimal) => '.',
                ('.', Self::Arab | Self::Arabext, NumberForm::Dotted) => '٬',
                ('.', Self::Latn, NumberForm::Dotted) => ',',
                (',', Self::Arab | Self::Arabext, NumberForm::Comma) => '٫',
                (',', Self::Latn, NumberForm::Comma) => '.',
                (c, _, _) => self.digit(c),
            });
        }
    }

    /// Appends a percent sign after a number, a space between them or not, and returns what comes
    /// after it.
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
            Self::Arab | Self::Arabext => '٪',
            Self::Latn => '%',
        }
    }

    fn digit(self, c: char) -> char {
        let zero = match self {
            Self::Arab => '٠',
            Self::Latn => '0',
            Self::Arabext => '۰',
        };
        digit_value(c).and_then(|value| char::from_u32(u32::from(zero) + value)).unwrap_or(c)
    }
}

/// True if a percent sign follows, a space before it or not.
fn is_percentage(after: &str) -> bool {
    after.strip_prefix([' ', '\u{A0}']).unwrap_or(after).starts_with(['%', '٪'])
}

/// How separators in a number are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NumberForm {
    /// Groups of thousands, perhaps with a fraction.
    Grouped,
    /// A fraction.
    Decimal,
    /// Groups of thousands with points between them: a point beside `٠` is read as a zero.
    Dotted,
    /// A fraction behind a comma, which only a percent sign tells: `95,5%`.
    Comma,
    /// Something else, such as `24.07.2026`: separators stay.
    Other,
}

impl NumberForm {
    fn of(number: &str, percent: bool) -> Self {
        let sizes = |mark: char| number.split(mark).map(|part| part.chars().count()).collect::<Vec<_>>();
        let plain = |mark: char| number.chars().all(|c| c == mark || digit_value(c).is_some());
        match (sizes('.').as_slice(), sizes(',').as_slice()) {
            ([1..=3, rest @ ..], [_]) if rest.len() > 1 && rest.iter().all(|&size| size == 3) && plain('.') => {
                return Self::Dotted;
            }
            ([_], [_, 1 | 2]) if percent && plain(',') => return Self::Comma,
            _ => {}
        }
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
            ("1,250,000,000 د.ع", "١٬٢٥٠٬٠٠٠٬٠٠٠ د.ع"),
        ] {
            assert_eq!(Digits::Arab.text(latin), arabic);
            assert_eq!(Digits::Latn.text(arabic), latin);
        }
    }

    #[test]
    fn points_between_thousands_and_a_comma_before_a_percent_sign_are_what_they_stand_for() {
        for (typed, arabic, latin) in [
            ("1.250.000.000 د.ع", "١٬٢٥٠٬٠٠٠٬٠٠٠ د.ع", "1,250,000,000 د.ع"),
            ("95,5%", "٩٥٫٥٪", "95.5%"),
            ("95,5 % و4,25", "٩٥٫٥ ٪ و٤,٢٥", "95.5 % و4,25"),
        ] {
            assert_eq!(Digits::Arab.text(typed), arabic);
            assert_eq!(Digits::Latn.text(typed), latin);
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
