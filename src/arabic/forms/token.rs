//! Texts as tokens.

use super::lemma::{Form, forms};
use super::month::{begins_month, month_of};
use super::number::{is_number, number};
use crate::arabic::fold::{folded, plain};
use crate::arabic::stem::stem;

/// The most letters of a key; nobody searches for the end of a longer one.
const LONGEST: usize = 48;

/// A word as search takes it, or several that are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchWord {
    /// Its letters, with what is written together before it, but for `أ إ آ ؤ ئ ى ة` folded.
    pub spelled: String,
    /// The key under which an index keeps it.
    pub key: String,
    /// The kind of it.
    pub kind: SearchWordKind,
}

/// The kind of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchWordKind {
    /// A word.
    Word,
    /// A name of two parts that is also written as one word; its second part.
    Name(String),
    /// A number, in words or digits.
    Number,
    /// A month, 1 to 12.
    Month(usize),
}

impl SearchWord {
    /// A word that is no part of another token.
    pub(super) fn single(spelled: &str, folded: &str) -> Self {
        let is_digits = folded.starts_with(|c: char| c.is_ascii_digit());
        let kind = if is_digits { SearchWordKind::Number } else { SearchWordKind::Word };
        let key = key(spelled, folded);
        Self { spelled: if is_digits { key.clone() } else { spelled.to_owned() }, key, kind }
    }

    /// Its letters, all folded.
    #[must_use]
    pub fn folded(&self) -> String {
        folded(&self.spelled)
    }

    /// Its lemmas; `is_typed` for a word of a query.
    #[must_use]
    pub fn forms(&self, is_typed: bool) -> Vec<Form> {
        let own = |lemma: &str| Form { lemma: lemma.to_owned(), level: 0, unless_feminine: false };
        match &self.kind {
            SearchWordKind::Word => forms(&self.spelled, is_typed),
            SearchWordKind::Number | SearchWordKind::Month(_) => vec![own(&self.key)],
            SearchWordKind::Name(_) if is_typed => vec![own(&self.key)],
            SearchWordKind::Name(second) => {
                vec![own(&self.key), Form { level: 1, ..own(stem(&folded(second))) }]
            }
        }
    }
}

/// True if a folded word may begin a number, a month or a name, so that the words after it matter.
/// None of them is longer than a key.
pub(super) fn begins(folded: &str) -> bool {
    if folded.chars().nth(LONGEST).is_some() {
        return false;
    }
    let mut rest = folded;
    loop {
        if is_number(rest) || begins_month(rest) || begins_name(rest) {
            return true;
        }
        // Letters that may be written together before a word.
        match rest.strip_prefix(['و', 'ف', 'ب', 'ك', 'ل', 'ا']) {
            Some(shorter) => rest = shorter,
            None => return false,
        }
    }
}

/// The number, month or name with which folded words begin, and how many of them it takes; `spelled`
/// is the first one. Its key says all of it, so that it has no other spelling.
pub(super) fn said(spelled: &str, folded: &[&str]) -> Option<(SearchWord, usize)> {
    let (key, kind, count) = if let Some(said) = number(folded) {
        (said.value.to_string(), SearchWordKind::Number, said.words)
    } else if let Some((month, count)) = month(spelled, folded) {
        (format!("شهر{month}"), SearchWordKind::Month(month), count)
    } else {
        let (key, second, count) = name(folded)?;
        (key, SearchWordKind::Name(second), count)
    };
    Some((SearchWord { spelled: key.clone(), key, kind }, count))
}

/// The key of a word.
fn key(spelled: &str, folded: &str) -> String {
    let rest = stem(folded);
    if rest == "الله" {
        return rest.to_owned();
    }
    let before = folded.get(..folded.len() - rest.len()).unwrap_or_default();
    let mut letters = spelled.chars().skip(before.chars().count()).take(LONGEST + 1).enumerate().peekable();
    let mut key = String::with_capacity(spelled.len());
    while let Some((at, c)) = letters.next().filter(|(at, _)| *at < LONGEST) {
        key.push(match c {
            'أ' | 'إ' | 'آ' if at == 0 => c,
            'ة' | 'ى' if letters.peek().is_none() => c,
            c => plain(c),
        });
    }
    key
}

/// The month of words; `أب` is none.
fn month(spelled: &str, folded: &[&str]) -> Option<(usize, usize)> {
    month_of(folded).filter(|_| !spelled.ends_with("أب"))
}

/// True if a word may begin a name of two parts.
fn begins_name(word: &str) -> bool {
    ["عبد", "ابو", "ابي", "ابا"].iter().any(|start| word.starts_with(start))
}

/// The key of a name of two parts, its second part, and its count of words: `عبد الله`, `عبدالله`,
/// `أبو الخصيب`, `أبي الخصيب`.
fn name(folded: &[&str]) -> Option<(String, String, usize)> {
    let first = stem(folded.first()?);
    let bare = |word: &str| word.strip_prefix("ال").filter(|rest| rest.chars().count() >= 3).unwrap_or(word).to_owned();
    let is_long = |word: &str, least: usize| word.chars().count() >= least;
    if first == "عبد" {
        let second = folded.get(1).filter(|word| word.starts_with("ال") && is_long(word, 4))?;
        let second = if *second == "الله" { "الله".to_owned() } else { bare(second) };
        return Some((format!("عبد{second}"), second, 2));
    }
    if let Some(rest) = first.strip_prefix("عبدال").filter(|rest| is_long(rest, 2)) {
        let second = if rest == "له" { "الله" } else { rest };
        return Some((format!("عبد{second}"), second.to_owned(), 1));
    }
    if matches!(first, "ابو" | "ابي" | "ابا") {
        let second = folded.get(1).filter(|word| is_long(word, 2) && word.chars().all(char::is_alphabetic))?;
        let second = bare(second);
        return Some((format!("ابو{second}"), second, 2));
    }
    let joined =
        ["ابوال", "ابيال"].iter().find_map(|start| first.strip_prefix(start)).filter(|rest| is_long(rest, 3))?;
    Some((format!("ابو{joined}"), joined.to_owned(), 1))
}
