//! The one list of characters that nobody sees.
//!
//! Word processors, keyboards and web pages leave them in what is pasted. Some order or join the
//! letters around them; the others stand for nothing and go when a text comes in.

/// True if a character stands for nothing that a reader would miss: marks of byte order and of
/// objects, fillers, soft hyphens, spaces and joiners without width, invisible operators, tags,
/// selectors of variants, control characters.
///
/// Line breaks and tabs are none of them: they part words.
#[must_use]
pub fn is_dropped(c: char) -> bool {
    match c {
        ' '..='~' => false,
        '\n' | '\t' | '\r' => false,
        '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' => true,
        '\u{180B}'..='\u{180F}' | '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' => true,
        '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFC}' => true,
        '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}' => true,
        c => c.is_control(),
    }
}

/// True if a character joins or parts the letters beside it: U+200C and U+200D.
#[must_use]
pub fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// True if a character is a letter without width that says which way text runs: U+061C, U+200E,
/// U+200F.
#[must_use]
pub fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}')
}

/// True if a character is there only to say which way text runs: marks, embeddings, isolates.
#[must_use]
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// True if a character only says how text is set: which way it runs, that no line ends there (word
/// joiner), or that one may (zero width space).
#[must_use]
pub fn is_layout_control(c: char) -> bool {
    is_bidi_control(c) || matches!(c, '\u{2060}' | '\u{200B}')
}

/// True if a character is on the list, whatever it does.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    is_dropped(c) || is_joiner(c) || is_bidi_control(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pasted_unseen_is_on_the_list() {
        let unseen = "\u{AD}\u{34F}\u{61C}\u{180E}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{202A}\u{202C}\u{202E}\
                      \u{2060}\u{2061}\u{2063}\u{2066}\u{2069}\u{206A}\u{206F}\u{3164}\u{FE0F}\u{FEFF}\u{FFFC}\u{7}\u{85}\u{E0001}";
        for c in unseen.chars() {
            assert!(is_invisible(c), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn what_is_seen_or_parts_words_is_not() {
        for c in "aا١ \n\t\u{A0}\u{2028}\u{202F}\u{640}\u{64E}ﷺ\u{FFFD}،".chars() {
            assert!(!is_invisible(c), "U+{:04X}", u32::from(c));
        }
    }
}
