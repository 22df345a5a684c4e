//! Places at which words that no line holds are parted: addresses, marks of networks, codes, rows of
//! points.

use super::letters::{TATWEEL, is_arabic_letter, is_layout_control, is_tashkeel};

/// Where a line may end inside a word (zero width space).
pub const BREAK: char = '\u{200B}';
/// The most characters between two places in what has no signs, such as a check sum.
const LONGEST_STRETCH: usize = 12;
/// Signs after which a word is parted.
const SIGNS: &str = "_/.-–?&=:;,@+~|\\#";

/// The text with places for a line's end in each of its words of more than `longest` characters:
/// after signs such as `_` and `/`, before `%`, and in long stretches of Latin letters and digits.
/// Words in Arabic letters are not parted inside: their letters are joined.
#[must_use]
pub fn part_long(text: &str, longest: usize) -> String {
    let mut parted = String::with_capacity(text.len() + 8);
    for piece in text.split_inclusive(char::is_whitespace) {
        if seen(piece.trim_end()).nth(longest).is_some() {
            part(piece, &mut parted);
        } else {
            parted.push_str(piece);
        }
    }
    parted
}

/// The characters of a word that take room.
fn seen(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|&c| !is_layout_control(c) && !is_tashkeel(c))
}

/// Appends a word with its places.
fn part(word: &str, parted: &mut String) {
    let (mut stretch, mut last) = (0, None);
    for (at, c) in word.char_indices() {
        let ends = last.is_some_and(|last| ends_part(last, c, word.get(..at).unwrap_or_default()));
        if ends || (stretch >= LONGEST_STRETCH && last.is_some_and(|last| may_part(last, c))) {
            parted.push(BREAK);
            stretch = 0;
        }
        parted.push(c);
        stretch += usize::from(!is_layout_control(c));
        last = Some(c);
    }
}

/// True if one part of a word ends and another begins between two characters.
fn ends_part(last: char, next: char, before: &str) -> bool {
    let scheme = before.ends_with("://") || before.ends_with("www.");
    let starts = next.is_alphanumeric() || next == '%' || is_layout_control(next);
    (SIGNS.contains(last) && starts && !scheme && before.len() > 1) || (next == '%' && last.is_alphanumeric())
}

/// True if a stretch without signs may be parted between two characters.
fn may_part(last: char, next: char) -> bool {
    let joined = |c: char| is_arabic_letter(c) || is_tashkeel(c) || c == TATWEEL || matches!(c, '\u{300}'..='\u{36F}');
    let closes = matches!(next, '.' | ',' | '،' | '؛' | ')' | ']' | '»' | '؟' | '!' | ':' | '%' | '٪');
    let held = joined(next) || next.is_whitespace() || (closes && last != next) || matches!(last, '(' | '[' | '«');
    !(held || is_layout_control(last) || is_layout_control(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        part_long(text, 20).replace(BREAK, "|")
    }

    #[test]
    fn words_that_fit_a_line_stay() {
        for text in ["", "حضر المحافظ ورشة العمل", "media@basra.example", "#البصرة_تجمعنا  ", "وَالْمُسْتَشْفَيَاتُ"]
        {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn long_ones_are_parted_at_their_signs() {
        for (text, wanted) in [
            ("وسم #البصرة_تجمعنا_على_المحبة اليوم", "وسم #البصرة_|تجمعنا_|على_|المحبة اليوم"),
            ("https://a.example.org/ar/news?id=1&lang=ar.", "https://a.|example.|org/|ar/|news?|id=|1&|lang=|ar."),
            ("media.office@basra.example", "media.|office@|basra.|example"),
            ("/ar/%D8%A7%D9%84%D8%A8", "/ar/|%D8|%A7|%D9|%84|%D8|%A8"),
        ] {
            assert_eq!(shown(text), wanted);
        }
    }

    #[test]
    fn stretches_without_signs_are_parted_but_no_arabic_word() {
        assert_eq!(shown(&"A".repeat(26)), "AAAAAAAAAAAA|AAAAAAAAAAAA|AA");
        assert_eq!(shown(&".".repeat(25)), "............|............|.");
        assert_eq!(shown("(123456789012345678901)."), "(12345678901|2345678901).");
        let word = "والمستشفياتوالمدارسوالجامعات";
        assert_eq!(shown(word), word);
    }

    #[test]
    fn nothing_else_is_added_and_nothing_lost() {
        for text in ["a_b-c/d.e?f&g=h:i;j,k@l+m~n|o\\p#q%r", "#البصرة_\u{2066}2026\u{2069}_تجمعنا_على_المحبة"]
        {
            assert_eq!(part_long(text, 5).replace(BREAK, ""), text);
        }
    }
}
