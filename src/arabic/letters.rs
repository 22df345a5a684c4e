//! Classes of characters.

pub use super::invisible::{is_bidi_control, is_layout_control};

/// The stretching stroke U+0640; it stands for no sound.
pub const TATWEEL: char = '\u{0640}';

/// True if a character is a letter of the Arabic script, as any language writes it; tatweel is
/// none.
#[must_use]
pub fn is_arabic_letter(c: char) -> bool {
    matches!(c,
        '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}' | '\u{066E}'..='\u{066F}' | '\u{0671}'..='\u{06D3}' | '\u{06D5}'
        | '\u{06EE}'..='\u{06EF}' | '\u{06FA}'..='\u{06FC}' | '\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08C9}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// True if a character is a vowel sign or another mark on a letter (harakat, shadda, small alef).
#[must_use]
pub fn is_tashkeel(c: char) -> bool {
    matches!(c, '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}')
}

/// True if a character is a letter of a script that runs from left to right: Latin, Greek, Cyrillic
/// and the like.
#[must_use]
pub fn is_latin_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && !is_right_to_left(c) && c.is_alphabetic())
}

/// Blocks of scripts that run from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_marks_and_others_are_kept_apart() {
        assert!("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةىپچژگڤڕڵێۆەیک".chars().all(is_arabic_letter));
        assert!("ًٌٍَُِّْٰ".chars().all(|c| is_tashkeel(c) && !is_arabic_letter(c)));
        assert!("ـ،؛؟٠٩aA1 «»".chars().all(|c| !is_arabic_letter(c) && !is_tashkeel(c)));
    }
}
