//! The silent part of cleaning text that comes in: lossless for the reader.
//!
//! Word and WhatsApp leave invisible characters, presentation forms and old direction marks in what
//! is pasted from them. They spoil search, shaping and order, and nobody sees them.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use super::invisible::{is_bidi_control, is_direction_mark, is_dropped, is_invisible, is_joiner};
use super::language::{Language, is_foreign};
use super::letters::{TATWEEL, is_arabic_letter, is_tashkeel};

/// Left-to-right isolate (UAX 9).
const LRI: char = '\u{2066}';
/// Right-to-left isolate.
const RLI: char = '\u{2067}';
/// Pop directional isolate.
const PDI: char = '\u{2069}';

/// Cleans a text: NFC; nothing that stands for nothing ([`is_dropped`]), but line breaks, as `\n`,
/// and tabs; presentation forms as letters; old direction marks as isolates; Persian kaf and yeh as
/// Arabic ones in texts that are otherwise Arabic, where a yeh at the end of a word has no dots, as
/// it was typed.
///
/// Isolates stay as they are, and joiners and direction marks (U+200C to U+200F, U+061C) but for
/// those in the middle of a run of them.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    clean_in(None, text)
}

/// The same for a text of which the author names the language: in Kurdish and Persian all kafs and
/// yehs stay.
#[must_use]
pub fn clean_in(named: Option<Language>, text: &str) -> Cow<'_, str> {
    if text.chars().all(is_settled) && !has_runs(text) && is_nfc(text) {
        return Cow::Borrowed(text);
    }
    let text = drop_invisible(text);
    let text = unfold_forms(&text);
    // Composed, for a language is known by its letters: ا with a hamza is one of Arabic.
    let text: String = thin_runs(&isolates_for_embeddings(&text)).nfc().collect();
    let own = matches!(named, Some(Language::Kurdish | Language::Persian));
    let text = if own { text } else { arabic_kaf_and_yeh(text) };
    // Last, for all of these may bring marks and letters together.
    Cow::Owned(text.nfc().collect())
}

/// True if a character is surely left as it is, but for NFC.
fn is_settled(c: char) -> bool {
    !(is_dropped(c) || is_form(c) || is_embedding(c) || matches!(c, '\r' | '\u{06A9}' | '\u{06CC}'))
}

/// A text of which every character is seen: for addresses and telephone numbers, which somebody
/// types or a machine reads.
#[must_use]
pub fn visible(text: &str) -> String {
    clean(text).chars().filter(|&c| !is_invisible(c)).collect()
}

fn drop_invisible(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            // A line break of Windows is one line break.
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' => clean.push('\n'),
            // What stood alone between two spaces leaves one of them.
            c if is_dropped(c) => {
                if clean.ends_with(' ') || clean.is_empty() {
                    while characters.next_if(|&next| next == ' ').is_some() {}
                }
            }
            c => clean.push(c),
        }
    }
    clean
}

/// True if joiners or direction marks stand beside each other.
fn has_runs(text: &str) -> bool {
    let hints = |c: char| is_joiner(c) || is_direction_mark(c);
    text.chars().zip(text.chars().skip(1)).any(|(one, next)| hints(one) && hints(next))
}

/// Runs of joiners and direction marks by what they do: the letter before sees the first joiner and
/// the first mark, the letter after the last ones (UAX 9 N1, Unicode 9.2).
///
/// Five thousand joiners, as damaged files have them, cost layout over half a minute.
fn thin_runs(text: &str) -> String {
    let mut thin = String::with_capacity(text.len());
    let mut run: Vec<char> = Vec::new();
    for c in text.chars() {
        if is_joiner(c) || is_direction_mark(c) {
            run.push(c);
            continue;
        }
        push_ends(&mut thin, &run);
        run.clear();
        thin.push(c);
    }
    push_ends(&mut thin, &run);
    thin
}

/// Pushes the first and the last joiner and mark of a run, in their order.
fn push_ends(thin: &mut String, run: &[char]) {
    let [joiners, marks] = [ends(run, is_joiner), ends(run, is_direction_mark)];
    let mut kept: Vec<(usize, char)> = joiners.into_iter().chain(marks).flatten().collect();
    kept.sort_unstable();
    thin.extend(kept.into_iter().map(|(_, c)| c));
}

/// The first and the last character of a kind, with their places; only the first where both are the
/// same.
fn ends(run: &[char], is_kind: fn(char) -> bool) -> [Option<(usize, char)>; 2] {
    let mut all = run.iter().copied().enumerate().filter(|&(_, c)| is_kind(c));
    let first = all.next();
    let last = all.next_back().filter(|&(_, last)| first.is_some_and(|(_, c)| c != last));
    [first, last]
}

/// Presentation forms A and B that stand for letters. Kept are the ornate brackets U+FD3E and
/// U+FD3F, the signs U+FDFA (ﷺ) and U+FDFB, and the other signs and ornaments, which are no way to
/// write letters.
fn is_form(c: char) -> bool {
    match c {
        '\u{FD3E}'..='\u{FD4F}' | '\u{FDFA}'..='\u{FDFF}' | '\u{FDCF}' => false,
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => true,
        _ => false,
    }
}

/// The letters that presentation forms stand for, by their compatibility decomposition.
fn unfold_forms(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        if is_form(c) {
            // Forms of marks that stand alone decompose into a space and the mark; on a tatweel
            // into that and the mark.
            letters.extend(c.nfkd().filter(|&part| !matches!(part, ' ' | '\u{0640}') || c == '\u{0640}'));
        } else {
            letters.push(c);
        }
    }
    letters
}

fn is_embedding(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}')
}

/// Embeddings and overrides become isolates of their direction, closed at the end of their
/// paragraph.
///
/// An override would turn round what stands in it; what the author saw in Word was in reading order
/// already.
fn isolates_for_embeddings(text: &str) -> String {
    let mut isolated = String::with_capacity(text.len());
    let mut open = 0_usize;
    for c in text.chars() {
        match c {
            '\u{202A}' | '\u{202D}' => {
                isolated.push(LRI);
                open += 1;
            }
            '\u{202B}' | '\u{202E}' => {
                isolated.push(RLI);
                open += 1;
            }
            '\u{202C}' if open > 0 => {
                isolated.push(PDI);
                open -= 1;
            }
            '\u{202C}' => {}
            '\n' => {
                isolated.extend(std::iter::repeat_n(PDI, open));
                open = 0;
                isolated.push('\n');
            }
            c => isolated.push(c),
        }
    }
    isolated.extend(std::iter::repeat_n(PDI, open));
    isolated
}

/// Persian kaf (U+06A9) and yeh (U+06CC), which some keyboards give, become ك and ي; not in a text
/// that has letters of Persian or Kurdish, where they are right and a yeh without dots would get
/// them.
fn arabic_kaf_and_yeh(text: String) -> String {
    if is_foreign(&text) || Language::of(&text) == Language::Persian {
        return text;
    }
    let mut arabic = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        arabic.push(match c {
            '\u{06A9}' => 'ك',
            // With a hamza it is another letter, which is composed last.
            '\u{06CC}' if characters.peek() != Some(&'\u{654}') && ends_word(characters.clone()) => 'ى',
            '\u{06CC}' => 'ي',
            c => c,
        });
    }
    arabic
}

/// True if no letter of the same word follows.
fn ends_word(following: impl Iterator<Item = char>) -> bool {
    let next = following.take(16).find(|&c| !is_tashkeel(c) && !is_bidi_control(c));
    !next.is_some_and(|c| is_arabic_letter(c) || matches!(c, TATWEEL | '\u{200D}'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn clean_text_is_not_copied() {
        assert!(matches!(clean("البصرة مدينة صديقة للطفل (UNICEF) ﷺ\n\tعَمّلنا"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_nobody_sees_goes() {
        assert_eq!(clean("\u{FEFF}الب\u{00AD}صرة\u{200B} \u{0007}\u{0085}اليوم"), "البصرة اليوم");
        assert_eq!(clean("سطر\r\nسطر\rسطر"), "سطر\nسطر\nسطر");
    }

    #[test]
    fn what_shapes_and_orders_stays() {
        for text in ["می\u{200C}خواهم", "ه\u{200D}", "\u{200F}(أ)\u{200E}", "\u{061C}1", "\u{2066}+964\u{2069}"]
        {
            assert_eq!(clean(text), text);
        }
    }

    #[test]
    fn runs_of_joiners_and_marks_keep_their_ends() {
        assert_eq!(clean(&format!("أ{}ب", "\u{200D}".repeat(300_000))), "أ\u{200D}ب");
        assert_eq!(clean(&format!("أ{}\u{200C}ب", "\u{200D}\u{200C}".repeat(9))), "أ\u{200D}\u{200C}ب");
        assert_eq!(clean("أ\u{200E}\u{200F}\u{061C}\u{200D}\u{200E}\u{200F}ب"), "أ\u{200E}\u{200D}\u{200F}ب");
        assert_eq!(clean("أ\u{200E}\u{FEFF}\u{200E}"), "أ\u{200E}");
    }

    #[test]
    fn presentation_forms_become_letters() {
        assert_eq!(clean("ﺍﻟﺒﺼﺮﺓ"), "البصرة");
        assert_eq!(clean("ﻻ ﻷ ﻹ ﻵ"), "لا لأ لإ لآ");
        assert_eq!(clean("ﷲ"), "الله");
        assert_eq!(clean("ﷺ ﷻ ﴿قرآن﴾ ﷽"), "ﷺ ﷻ ﴿قرآن﴾ ﷽");
        assert_eq!(clean("مﹷن"), "مَن");
    }

    #[test]
    fn marks_are_composed() {
        assert_eq!(clean("ا\u{0653}ب ا\u{0654}"), "آب أ");
    }

    #[test]
    fn embeddings_become_closed_isolates() {
        assert_eq!(clean("هاتف \u{202A}+964\u{202C} اليوم"), "هاتف \u{2066}+964\u{2069} اليوم");
        assert_eq!(clean("\u{202E}أ\u{202D}ب\nج\u{202C}د"), "\u{2067}أ\u{2066}ب\u{2069}\u{2069}\nجد");
    }

    #[test]
    fn persian_keyboards_lose_nothing_and_persian_words_stay() {
        assert_eq!(clean("إلی کتابین"), "إلى كتابين");
        assert_eq!(clean("مضی، وعلیه (علیَ)"), "مضى، وعليه (علىَ)");
        assert_eq!(clean("علیـ"), "عليـ");
        assert_eq!(clean("پاکستان گیتی"), "پاکستان گیتی");
        assert_eq!(clean("هەولێر، کوردستانی عێراق"), "هەولێر، کوردستانی عێراق");
        assert_eq!(clean_in(Some(Language::Persian), "کتابی"), "کتابی");
        assert_eq!(clean("ﻷ یک"), clean("لأ یک"));
        assert_eq!(clean("لا\u{654} یک"), clean("لأ یک"));
        assert_eq!(clean_in(Some(Language::Arabic), "کتابی"), "كتابى");
    }

    /// What a reader sees of a text: letters whatever their shape, without what nobody sees.
    fn read(text: &str) -> String {
        let kept = |c: &char| !(is_invisible(*c) || c.is_whitespace() || *c == '\u{0640}');
        let letter = |c| match c {
            '\u{06A9}' => 'ك',
            '\u{06CC}' | 'ى' => 'ي',
            c => c,
        };
        text.nfkd().filter(kept).map(letter).collect::<String>().nfd().collect()
    }

    #[test]
    fn marks_that_come_together_are_put_in_order() {
        // Found by the properties below: what stood between two marks is dropped.
        assert_eq!(clean("\u{64C}\u{202C}\u{64B}"), "\u{64B}\u{64C}");
        assert_eq!(clean("\u{6CC}\u{654}"), "\u{626}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_read_stays(
            text in prop_oneof![
                any::<String>(),
                "[ا-ي\u{064B}-\u{0655}\u{0640} \u{FB50}-\u{FDFF}\u{FE70}-\u{FEFF}\u{200B}-\u{202E}کیپ\r\n]{0,40}",
            ],
        ) {
            let clean = clean(&text);
            prop_assert_eq!(read(&clean), read(&text));
            prop_assert!(!clean.chars().any(|c| is_dropped(c) || is_embedding(c)));
        }

        #[test]
        fn letters_see_the_same_joiners_and_marks(text in "[اب \u{200C}-\u{200F}\u{61C}]{0,40}") {
            fn seen(text: &str) -> Vec<[Option<char>; 4]> {
                let ends = |run: &str, is_kind: fn(char) -> bool| (run.chars().find(|&c| is_kind(c)), run.chars().rfind(|&c| is_kind(c)));
                text.split(['ا', 'ب', ' ']).map(|run| {
                    let (joiners, marks) = (ends(run, is_joiner), ends(run, is_direction_mark));
                    [joiners.0, joiners.1, marks.0, marks.1]
                }).collect()
            }
            prop_assert_eq!(seen(&clean(&text)), seen(&text));
        }

        #[test]
        fn cleaning_twice_is_cleaning_once(text in "[ -~ا-ي\u{064B}-\u{0652}\u{202A}-\u{202E}\u{200B}-\u{200F}\u{FB50}-\u{FDFF}\u{FE70}-\u{FEFF}کیپ\r\n]{0,40}") {
            let once = clean(&text).into_owned();
            prop_assert_eq!(clean(&once).into_owned(), once);
        }

        #[test]
        fn ordinary_letters_stay(text in "[ا-غف-ي0-9٠-٩ .،]{0,60}") {
            prop_assert_eq!(clean(&text).into_owned(), text);
        }
    }
}
