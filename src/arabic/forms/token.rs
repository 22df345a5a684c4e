//! Texts as tokens.

use std::ops::Range;

use super::lemma::{Form, forms};
use super::month::month_of;
use super::number::number;
use crate::arabic::fold::{each_spelling, folded, plain};
use crate::arabic::stem::stem;

/// The most letters of a key; nobody searches for the end of a longer one.
const LONGEST: usize = 48;

/// A word of a text as search takes it, or several that are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchWord {
    /// Its bytes in the text.
    pub range: Range<usize>,
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

/// The tokens of a text, in order.
#[must_use]
pub fn search_words(text: &str) -> Vec<SearchWord> {
    let mut words = Vec::new();
    each_search_word(text, |word| words.push(word));
    words
}

/// A word as it is read.
struct ReadWord {
    range: Range<usize>,
    spelled: String,
    folded: String,
    /// True if only spaces part it from the word before.
    is_next: bool,
}

/// Calls a function with each token of a text.
pub fn each_search_word(text: &str, mut found: impl FnMut(SearchWord)) {
    let mut words: Vec<ReadWord> = Vec::new();
    let mut end = 0;
    each_spelling(text, |range, spelled| {
        let between = text.get(end..range.start).unwrap_or_default();
        end = range.end;
        let is_next = !between.is_empty() && between.chars().all(|c| c.is_whitespace() && c != '\n');
        let folded = folded(spelled);
        words.push(ReadWord { range, spelled: spelled.to_owned(), folded, is_next });
    });
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let (token, count) = token(rest);
        found(token);
        at += count;
    }
}

/// The token with which words begin, and how many of them it takes.
fn token(words: &[ReadWord]) -> (SearchWord, usize) {
    let together = 1 + words.iter().skip(1).take(12).take_while(|word| word.is_next).count();
    let near = words.get(..together).unwrap_or_default();
    let folded: Vec<&str> = near.iter().map(|word| word.folded.as_str()).collect();
    let (key, kind, count) = if let Some(said) = number(&folded) {
        (said.value.to_string(), SearchWordKind::Number, said.words)
    } else if let Some((month, count)) = month(near, &folded) {
        (format!("شهر{month}"), SearchWordKind::Month(month), count)
    } else if let Some((key, second, count)) = name(&folded) {
        (key, SearchWordKind::Name(second), count)
    } else {
        let is_digits = folded.first().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        let kind = if is_digits { SearchWordKind::Number } else { SearchWordKind::Word };
        (near.first().map(key).unwrap_or_default(), kind, 1)
    };
    let start = near.first().map_or(0, |word| word.range.start);
    let end = near.get(count - 1).map_or(start, |word| word.range.end);
    let spelled = near.get(..count).unwrap_or_default().iter().map(|word| word.spelled.as_str()).collect::<String>();
    let spelled = if kind == SearchWordKind::Word { spelled } else { key.clone() };
    (SearchWord { range: start..end, spelled, key, kind }, count)
}

/// The key of a word.
fn key(word: &ReadWord) -> String {
    let ReadWord { spelled, folded, .. } = word;
    let rest = stem(folded);
    let skipped = folded.chars().count() - rest.chars().count();
    let last = rest.chars().count() - 1;
    let kept = spelled.chars().skip(skipped).enumerate().map(|(at, c)| match c {
        'أ' | 'إ' | 'آ' if at == 0 => c,
        'ة' | 'ى' if at == last => c,
        c => plain(c),
    });
    if rest == "الله" { rest.to_owned() } else { kept.take(LONGEST).collect() }
}

/// The month of words; `أب` is none.
fn month(words: &[ReadWord], folded: &[&str]) -> Option<(usize, usize)> {
    month_of(folded).filter(|_| words.first().is_some_and(|word| !word.spelled.ends_with("أب")))
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
