//! Classes of characters.

/// The stretching stroke U+0640; it stands for no sound.
pub const TATWEEL: char = '\u{0640}';

/// Whether a character is a letter of the Arabic script, as any language writes it; tatweel is none.
#[must_use]
pub fn is_arabic_letter(c: char) -> bool {
    matches!(c,
        '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}' | '\u{066E}'..='\u{066F}' | '\u{0671}'..='\u{06D3}' | '\u{06D5}'
        | '\u{06EE}'..='\u{06EF}' | '\u{06FA}'..='\u{06FC}' | '\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08C9}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Whether a character is a vowel sign or another mark on a letter (harakat, shadda, small alef).
#[must_use]
pub fn is_tashkeel(c: char) -> bool {
    matches!(c, '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}')
}

/// Whether a character is there only to say which way text runs: marks, embeddings, isolates.
#[must_use]
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character only says how text is set: which way it runs, or that no line ends there (word joiner).
#[must_use]
pub fn is_layout_control(c: char) -> bool {
    is_bidi_control(c) || c == '\u{2060}'
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
