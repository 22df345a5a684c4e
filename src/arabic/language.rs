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
    /// Each language by its tag (BCP 47), as files name it.
    pub const TAGS: [(&'static str, Self); 4] =
        [("ar", Self::Arabic), ("ckb", Self::Kurdish), ("fa", Self::Persian), ("en", Self::Latin)];

    /// The language of a text of which the author names the language, or not. What is named holds
    /// for texts in its letters: an English name in a Kurdish report is English all the same.
    #[must_use]
    pub fn named(named: Option<Self>, text: &str) -> Self {
        let arabic = text.chars().filter(|&c| is_arabic_letter(c)).count();
        let latin = || text.chars().filter(|&c| is_latin_letter(c)).count();
        match named {
            // Numbers without letters too: those in the cells of an English table.
            Some(Self::Latin) if arabic == 0 || latin() > arabic => Self::Latin,
            None | Some(Self::Latin) => Self::of(text),
            Some(language) if arabic > 0 || latin() == 0 => language,
            Some(_) => Self::Latin,
        }
    }

    /// The language of a tag (BCP 47).
    #[must_use]
    pub fn tagged(tag: &str) -> Option<Self> {
        Self::TAGS.into_iter().find(|(known, _)| *known == tag).map(|(_, language)| language)
    }

    /// The tag that somebody means who names a language otherwise: `ku`, `Farsi`, `انكليزي`.
    #[must_use]
    pub fn meant_tag(name: &str) -> Option<&'static str> {
        let name = name.trim().to_lowercase();
        let starts = |list: &[&str]| list.iter().any(|start| name.starts_with(start));
        match name.as_str() {
            _ if starts(&["ku", "ck", "so", "كرد", "کورد", "كورد", "الكرد", "سور"]) => Some("ckb"),
            _ if starts(&["fa", "pe", "per", "فارس", "الفارس", "ایران"]) => Some("fa"),
            _ if starts(&["en", "انك", "إنك", "انج", "إنج", "الإن", "الان", "latin"]) => Some("en"),
            _ if starts(&["ar", "عرب", "العرب"]) => Some("ar"),
            _ => None,
        }
    }

    /// The language of a text by its letters and words.
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
    fn a_named_language_holds_for_texts_in_its_letters() {
        for (named, text, language) in [
            (None, "کتاب", Language::Arabic),
            (Some(Language::Kurdish), "کتاب", Language::Kurdish),
            (Some(Language::Persian), "نشست خبری", Language::Persian),
            (Some(Language::Kurdish), "UNICEF 2026", Language::Latin),
            (Some(Language::Kurdish), "٢٠٢٦", Language::Kurdish),
            (Some(Language::Arabic), "سوق هەولێر و سلێمانی", Language::Arabic),
            (Some(Language::Latin), "The Marsh Arabs (عرب الأهوار), 2026", Language::Latin),
            (Some(Language::Latin), "12,500", Language::Latin),
            (Some(Language::Latin), "عنوان التقرير", Language::Arabic),
            (Some(Language::Latin), "پارێزگای هەولێر", Language::Kurdish),
        ] {
            assert_eq!(Language::named(named, text), language, "{text}");
        }
    }

    #[test]
    fn other_names_of_a_language_are_understood() {
        for (name, tag) in [
            ("ku", Some("ckb")),
            ("Kurdish", Some("ckb")),
            ("کوردی", Some("ckb")),
            ("farsi", Some("fa")),
            ("per", Some("fa")),
            ("EN-GB", Some("en")),
            ("انكليزي", Some("en")),
            ("عربي", Some("ar")),
            ("tr", None),
        ] {
            assert_eq!(Language::meant_tag(name), tag, "{name}");
        }
    }

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
