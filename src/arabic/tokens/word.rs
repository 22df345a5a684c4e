//! Words in Arabic letters, and abbreviations of them.

use super::super::invisible::is_invisible;
use super::super::letters::{TATWEEL, is_arabic_letter, is_tashkeel};
use super::kinds::TokenKind;

/// The most characters of a passage: none is longer, and without its end a bracket begins none.
const LONGEST_PASSAGE: usize = 1500;

/// The length of the word at the start of a text: letters with what they carry, and what nobody
/// sees between them.
pub(super) fn length(text: &str) -> usize {
    let mut length = 0;
    for (at, c) in text.char_indices() {
        if is_arabic_letter(c) || is_tashkeel(c) || c == TATWEEL {
            length = at + c.len_utf8();
        } else if !is_invisible(c) {
            break;
        }
    }
    length
}

/// An abbreviation at the start of a text: single letters with points between them, of which the
/// first may have و ف ب ل ك and ال before it. The point after the last letter may as well end the
/// sentence.
pub(super) fn abbreviation(text: &str) -> Option<(usize, TokenKind)> {
    let first = length(text);
    if !is_prefixed_letter(text.get(..first)?) {
        return None;
    }
    let mut end = first;
    while let Some(next) = text.get(end..)?.strip_prefix('.') {
        let group = length(next);
        if !is_one_letter(next.get(..group)?) {
            break;
        }
        end += 1 + group;
    }
    (end > first).then_some((end, TokenKind::Abbreviation))
}

/// Words of the Qur'an at the start of a text, from one ornate bracket to the other.
pub(super) fn passage(text: &str) -> Option<(usize, TokenKind)> {
    let inside = text.strip_prefix(['\u{FD3F}', '\u{FD3E}'])?;
    let ends = |c: char| matches!(c, '\u{FD3E}' | '\u{FD3F}' | '\n');
    let (at, mark) = inside.char_indices().take(LONGEST_PASSAGE).find(|&(_, c)| ends(c))?;
    let open = text.len() - inside.len();
    (mark != '\n').then_some((open + at + mark.len_utf8(), TokenKind::Passage))
}

fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|&c| is_arabic_letter(c))
}

fn is_one_letter(word: &str) -> bool {
    letters(word).count() == 1
}

/// True if a word is one letter, with or without what is written together with it.
fn is_prefixed_letter(word: &str) -> bool {
    let plain: String = letters(word).take(6).collect();
    if plain.chars().nth(5).is_some() {
        return false;
    }
    bare_forms(&plain).any(is_one_letter)
}

/// A word, and what is left of it without `و ف`, `ب ل ك` and `ال` or `ل` before it.
pub(super) fn bare_forms(word: &str) -> impl Iterator<Item = &str> {
    let joined = word.strip_prefix(['و', 'ف']);
    let particle = joined.unwrap_or(word).strip_prefix(['ب', 'ل', 'ك']);
    let bare = particle.or(joined).unwrap_or(word);
    let article = bare.strip_prefix("ال").or_else(|| particle.and_then(|rest| rest.strip_prefix('ل')));
    [Some(word), joined, particle, article].into_iter().flatten()
}
