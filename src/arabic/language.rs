//! The language of a text in Arabic letters, by the letters and words that only one language has.

use super::letters::{TATWEEL, is_arabic_letter, is_latin_letter, is_tashkeel};

/// A language that a report may have text in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub enum Language {
    /// Arabic, also where nothing tells.
    #[serde(rename = "ar")]
    Arabic,
    /// Kurdish of the centre, in Arabic letters.
    #[serde(rename = "ckb")]
    Kurdish,
    /// Persian.
    #[serde(rename = "fa")]
    Persian,
    /// A language in Latin letters.
    #[serde(rename = "en")]
    Latin,
}

/// Short words that Persian texts are full of and Arabic ones have not.
const PERSIAN: [&str; 18] = [
    "در", "از", "که", "است", "این", "آن", "با", "برای", "را", "شد", "شده", "های", "می", "بود", "کرد", "یک", "خود",
    "نیز",
];
/// The same of Arabic.
const ARABIC: [&str; 14] =
    ["في", "من", "على", "إلى", "الى", "التي", "الذي", "عن", "أن", "هذا", "هذه", "مع", "إن", "كما"];

impl Language {
    /// The language of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if !text.contains(is_arabic_letter) {
            return if text.contains(is_latin_letter) { Self::Latin } else { Self::Arabic };
        }
        let (mut words, mut kurdish, mut persian, mut arabic) = (0, 0, 0, 0);
        for word in text.split(|c| !is_part_of_word(c)).filter(|word| !word.is_empty()) {
            words += 1;
            kurdish += usize::from(is_kurdish(word));
            persian += usize::from(PERSIAN.contains(&word));
            arabic += usize::from(ARABIC.contains(&word) || is_arabic(word));
        }
        if kurdish * 3 >= words && kurdish > arabic {
            Self::Kurdish
        } else if persian > 0 && persian > arabic {
            Self::Persian
        } else {
            Self::Arabic
        }
    }

    /// Its tag (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::Kurdish => "ckb",
            Self::Persian => "fa",
            Self::Latin => "en",
        }
    }

    /// Its direction, as CSS and Typst call it.
    #[must_use]
    pub fn direction(self) -> &'static str {
        if self == Self::Latin { "ltr" } else { "rtl" }
    }
}

fn is_part_of_word(c: char) -> bool {
    is_arabic_letter(c) || is_tashkeel(c) || matches!(c, TATWEEL | '\u{200C}' | '\u{200D}')
}

/// True if a word has a letter that of these languages only Kurdish has.
#[must_use]
pub fn is_kurdish(word: &str) -> bool {
    word.contains(['ێ', 'ۆ', 'ڵ', 'ڕ', 'ە', 'ڤ', 'ڎ'])
}

/// True if a word has a letter that Arabic has not.
#[must_use]
pub fn is_foreign(word: &str) -> bool {
    word.contains(|c| {
        c == '\u{200C}'
            || is_arabic_letter(c) && !matches!(c, '\u{0620}'..='\u{064A}' | '\u{06A9}' | '\u{06CC}' | '\u{0671}')
    })
}

/// True if a word is surely Arabic: with the article, or with a letter that Kurdish does not write.
fn is_arabic(word: &str) -> bool {
    word.starts_with("ال") || word.contains(['ة', 'ث', 'ذ', 'ض', 'ظ', 'ط', 'ص', 'إ', 'أ'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_of_the_language_that_its_letters_say() {
        for (text, language) in [
            ("حضر المحافظ ورشة العمل", Language::Arabic),
            ("", Language::Arabic),
            ("٢٠٢٦", Language::Arabic),
            ("زار مدن سلێمانی و هەولێر في إقليم كردستان العراق", Language::Arabic),
            ("پارێزگای هەولێر و سلێمانی", Language::Kurdish),
            ("فەرمانگەی ڕاگەیاندنی پارێزگا", Language::Kurdish),
            ("این گزارش در تهران و اصفهان منتشر شد", Language::Persian),
            ("سفیر ایران در عراق", Language::Persian),
            ("The Media Office", Language::Latin),
            ("Café №1", Language::Latin),
            ("مكتب UNICEF", Language::Arabic),
        ] {
            assert_eq!(Language::of(text), language, "{text}");
        }
    }
}
