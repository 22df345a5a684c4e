//! Words in Arabic letters, and abbreviations of them.

use super::super::invisible::is_invisible;
use super::super::letters::{TATWEEL, is_arabic_letter, is_tashkeel};
use super::kinds::TokenKind;

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
