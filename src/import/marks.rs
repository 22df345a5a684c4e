//! Marks at the start of a line by which it is an item of a list: dashes, signs, numbers.

use super::piece::Item;
use super::prose::Prose;
use super::signs::is_sign;
use crate::arabic::tokens::digit_value;

/// A mark at the start of an item.
pub(super) struct ItemMark<'l> {
    /// Its number, if it is one.
    pub(super) number: Option<u32>,
    /// The mark as it stands.
    pub(super) mark: &'l str,
    /// The words behind it.
    pub(super) rest: &'l str,
    /// True if it may as well be an ornament of a single line.
    pub(super) doubtful: bool,
}

impl ItemMark<'_> {
    /// The item with this mark, which is a guess.
    pub(super) fn item(&self, depth: usize, prose: Prose) -> Item {
        let ordered = self.number.is_some();
        Item { ordered, number: self.number, mark: self.mark.to_owned(), depth, prose, told: false }
    }
}

/// The mark that a line begins with, if it is an item of a list.
pub(super) fn mark_of_item(line: &str) -> Option<ItemMark<'_>> {
    let bare = line.trim_start();
    let found = numbered(bare).or_else(|| signed(bare))?;
    found.rest.contains(char::is_alphanumeric).then_some(found)
}

/// The item that a paragraph of a document is whose mark was typed.
pub(super) fn item_of(prose: &Prose) -> Option<Item> {
    let text = prose.text();
    let found = mark_of_item(text).filter(|mark| !mark.doubtful)?;
    let start = text.len() - text.trim_start().len() + found.mark.len();
    Some(found.item(0, prose.part(start..text.len())))
}

/// `1- `, `٢. `, `(3) `, or a digit in a box.
fn numbered(line: &str) -> Option<ItemMark<'_>> {
    let inside = line.strip_prefix('(').unwrap_or(line);
    let digits: Vec<u32> = inside.chars().map_while(digit_value).take(4).collect();
    let width: usize = inside.chars().take(digits.len()).map(char::len_utf8).sum();
    if digits.is_empty() || digits.len() > 3 {
        return None;
    }
    let tail = inside.get(width..)?;
    let mark =
        tail.find(|c| !matches!(c, '.' | '-' | '–' | ')' | 'ـ' | '\u{FE0F}' | '\u{20E3}' | ':')).unwrap_or(tail.len());
    let rest = tail.get(mark..)?;
    // `1.5`, `10-15` and `2026-11-20` are numbers; `3:` and `3)` may stand in a sentence.
    let marks = tail.get(..mark)?;
    let is_mark = !marks.is_empty() && marks.chars().count() <= 3 && !marks.contains(':');
    let free = rest.chars().next().is_none_or(|c| c.is_whitespace() || c.is_alphabetic());
    if !is_mark || !free {
        return None;
    }
    let number = digits.iter().fold(0, |sum, digit| sum * 10 + digit);
    let length = line.len() - rest.len();
    Some(ItemMark { number: Some(number), mark: line.get(..length)?, rest: rest.trim(), doubtful: false })
}

/// `- `, `• `, an emoji.
fn signed(line: &str) -> Option<ItemMark<'_>> {
    let first = line.chars().next()?;
    let length = line.find(|c: char| !(c == first || c == '\u{FE0F}' || c == '\u{200D}'))?;
    let rest = line.get(length..)?;
    let spaced = rest.starts_with(char::is_whitespace);
    let is_mark = match first {
        '-' | '–' | '—' => {
            length == first.len_utf8() && rest.starts_with(|c: char| c.is_whitespace() || c.is_alphabetic())
        }
        '*' | '·' | '+' | 'o' => length == first.len_utf8() && spaced,
        '•' | '▪' | '▫' | '◦' | '●' | '○' | '■' | '□' | '◆' | '◇' | '►' | '▶' | '\u{2023}' | '\u{2043}' => {
            true
        }
        c => is_sign(c),
    };
    let doubtful = is_sign(first) || first == 'o';
    is_mark.then(|| ItemMark { number: None, mark: &line[..length], rest: rest.trim(), doubtful })
}
