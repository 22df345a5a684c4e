//! Words as search compares them: whatever can be spelled in more than one way without being
//! another word is spelled in one.
//!
//! The same rules hold for what is indexed, for what is asked, and in the browser. They are, for
//! each character:
//!
//! | character | becomes |
//! |---|---|
//! | marks (`\p{M}`: harakat, shadda, hamza above or below that stands alone, accents) | nothing |
//! | tatweel U+0640, and the invisible U+00AD U+061C U+200B..U+200F U+2060 U+FEFF | nothing |
//! | `أ إ آ ٱ` | `ا` |
//! | `ؤ` | `و` |
//! | `ئ ى`, Persian `ی` U+06CC and `ې` `ێ` | `ي` |
//! | `ة`, Kurdish `ە` U+06D5, `ھ` U+06BE, `ہ ۀ ۂ ۃ` | `ه` |
//! | Persian `ک` U+06A9 | `ك` |
//! | digits of Arabic and Persian | `0` to `9` |
//! | any other | its compatibility decomposition (NFKD) in small letters, folded again; only what is of its own kind |
//!
//! The kind of a character is that of the first character of its NFKD that is no space: digit
//! (`\p{N}`), letter (`\p{Alphabetic}` without marks), silent (the first two rows of the table), or
//! none; Latin letters are a kind of their own. A word begins at a letter or a digit and goes on over
//! what is of the same kind or silent: `و45`, `A4` and `وIT` are two words each. A comma in a number (`,` or `٬`) belongs to it when exactly
//! three digits come after it: `1,250` is `1250`.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::letters::TATWEEL;
use super::tokens::digit_value;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its letters as search compares them; never empty.
    pub folded: String,
}

/// The words of a text, in order.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    each_word(text, |range, folded| words.push(Word { range, folded: folded.to_owned() }));
    words
}

/// Calls a function with each word of a text: its bytes and its folded letters.
pub fn each_word(text: &str, mut found: impl FnMut(Range<usize>, &str)) {
    let mut folded = String::new();
    each_spelling(text, |range, spelled| {
        folded.clear();
        folded.extend(spelled.chars().map(plain));
        found(range, &folded);
    });
}

/// Calls a function with each word of a text: its bytes, and its letters folded but for `أ إ آ ؤ ئ ى
/// ة`, from which [`plain`] makes the folded ones.
pub(super) fn each_spelling(text: &str, mut found: impl FnMut(Range<usize>, &str)) {
    let mut spelled = String::new();
    let mut open: Option<(Range<usize>, CharacterRole)> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match (kind_of(c), &mut open) {
            (CharacterRole::Silent { shown }, Some((range, _))) => {
                range.end = if shown { end } else { range.end };
                continue;
            }
            (CharacterRole::None, Some((_, CharacterRole::Digit)))
                if is_grouping(text.get(at..).unwrap_or_default()) =>
            {
                continue;
            }
            (kind, Some((range, same))) if kind.is_word() && kind == *same => range.end = end,
            (kind, _) => {
                close(open.take(), &mut spelled, &mut found);
                if kind.is_word() {
                    open = Some((at..end, kind));
                }
            }
        }
        if open.is_some() {
            spell_into(c, &mut spelled);
        }
    }
    close(open, &mut spelled, &mut found);
}

/// The folded letter of one that only spelling keeps apart.
pub(crate) fn plain(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' => 'ا',
        'ؤ' => 'و',
        'ئ' | 'ى' => 'ي',
        'ة' => 'ه',
        c => c,
    }
}

/// The number of a text's words and numbers; a sign between spaces is none.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// The folded letters of a word that is spelled so.
pub(crate) fn folded(spelled: &str) -> String {
    let mut folded = String::with_capacity(spelled.len());
    folded.extend(spelled.chars().map(plain));
    folded
}

/// A text's letters and digits as search compares them, its words parted by single spaces.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    each_word(text, |_, folded| {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(folded);
    });
    line
}

/// What a character is to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CharacterRole {
    Letter,
    Latin,
    Digit,
    /// In a word, but stands for nothing; `shown` when a reader sees it.
    Silent {
        shown: bool,
    },
    /// Between words.
    None,
}

impl CharacterRole {
    fn is_word(self) -> bool {
        matches!(self, Self::Letter | Self::Latin | Self::Digit)
    }
}

fn kind_of(c: char) -> CharacterRole {
    match c {
        'ء'..='ي' if c != TATWEEL => CharacterRole::Letter,
        ' ' | '\n' | '.' | '،' => CharacterRole::None,
        TATWEEL => CharacterRole::Silent { shown: true },
        '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => {
            CharacterRole::Silent { shown: false }
        }
        c if c.is_ascii() => plain_kind(c),
        // What a form or a sign is made of decides: `Ⅷ` is letters, `①` a digit.
        c => std::iter::once(c).nfkd().find(|&part| part != ' ').map_or(CharacterRole::None, plain_kind),
    }
}

/// The kind of a character that is not made of others.
fn plain_kind(c: char) -> CharacterRole {
    match c {
        TATWEEL => CharacterRole::Silent { shown: true },
        c if is_combining_mark(c) => CharacterRole::Silent { shown: true },
        c if c.is_numeric() => CharacterRole::Digit,
        'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' if c.is_alphabetic() => {
            CharacterRole::Latin
        }
        c if c.is_alphabetic() => CharacterRole::Letter,
        _ => CharacterRole::None,
    }
}

fn close(
    open: Option<(Range<usize>, CharacterRole)>,
    spelled: &mut String,
    found: &mut impl FnMut(Range<usize>, &str),
) {
    if let Some((range, _)) = open
        && !spelled.is_empty()
    {
        found(range, spelled);
    }
    spelled.clear();
}

/// Whether a text goes on with a comma that groups the digits of a number.
fn is_grouping(text: &str) -> bool {
    let Some(tail) = text.strip_prefix([',', '٬']) else { return false };
    tail.chars().take(4).take_while(|&c| digit_value(c).is_some()).count() == 3
}

fn spell_into(c: char, spelled: &mut String) {
    match c {
        'ٱ' => spelled.push('ا'),
        'ی' | 'ې' | 'ێ' => spelled.push('ي'),
        'ە' | 'ھ' | 'ہ' | 'ۀ' | 'ۂ' => spelled.push('ه'),
        'ۃ' => spelled.push('ة'),
        'ک' => spelled.push('ك'),
        'ء'..='ي' => spelled.push(c),
        'a'..='z' | '0'..='9' => spelled.push(c),
        _ => match digit_value(c).and_then(|value| char::from_digit(value, 10)) {
            Some(digit) => spelled.push(digit),
            None => spell_rare(c, spelled),
        },
    }
}

/// Presentation forms, capitals, accents.
fn spell_rare(c: char, spelled: &mut String) {
    let kind = kind_of(c);
    for part in std::iter::once(c).nfkd().flat_map(char::to_lowercase).filter(|&part| plain_kind(part) == kind) {
        if part == c { spelled.push(c) } else { spell_into(part, spelled) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        words(text).into_iter().map(|word| (&text[word.range], word.folded)).collect()
    }

    #[test]
    fn spellings_of_one_word_become_one() {
        for (text, folded) in [
            ("أحمد إدارة آمنة ٱسم", "احمد اداره امنه اسم"),
            ("مستشفى مؤسسة شؤون دائرة شيء", "مستشفي موسسه شوون دايره شيء"),
            ("عَمّلنا الرَّئِيسُ قابلاً", "عملنا الرييس قابلا"),
            ("البصـــرة", "البصره"),
            ("ﺍﻟﺒﺼﺮﺓ ﻻ ﷲ", "البصره لا الله"),
            ("ا\u{0654}حمد", "احمد"),
            ("الب\u{200C}ص\u{200F}رة", "البصره"),
            ("کتاب علی هەولێر", "كتاب علي ههولير"),
            ("UNICEF Café ＡＢ", "unicef cafe ab"),
            ("٤١٧/٢٠٢٦ و۱۲ 1,250 ٣٬٠٠٠٬٠٠٠ 1,25 2,3,5", "417 2026 و 12 1250 3000000 1 25 2 3 5"),
            ("A4 COVID-19 الـ45 وIT الـPDF", "a 4 covid 19 ال 45 و it ال pdf"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn words_keep_their_place() {
        assert_eq!(
            found("«البَصـرةُ»، 1,250\u{200F} A4."),
            [
                ("البَصـرةُ", "البصره".to_owned()),
                ("1,250", "1250".to_owned()),
                ("A", "a".to_owned()),
                ("4", "4".to_owned()),
            ]
        );
        assert_eq!(found("ـَ \u{200F} … ـ"), []);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn folding_twice_is_folding_once(text in prop_oneof![any::<String>(), "[ -~ء-ي\u{064B}-\u{0652}\u{FB50}-\u{FDFF}٠-٩٬ ]{0,40}"]) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn words_stand_in_order_and_are_never_empty(text in any::<String>()) {
            let mut end = 0;
            for word in words(&text) {
                prop_assert!(word.range.start >= end && !word.folded.is_empty() && text.get(word.range.clone()).is_some());
                end = word.range.end;
            }
        }
    }
}
