//! What is asked.

use super::super::day::Day;
use crate::arabic::forms::{SearchWord, SearchWordKind, search_words};
use crate::archive::record::{Kind, State};

/// The most words of a term.
const MOST_WORDS: usize = 32;

/// A search. Without terms everything that passes the filters is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Terms that a bulletin must have, all of them.
    pub terms: Vec<Term>,
    /// Terms that it must not have.
    pub without: Vec<Term>,
    /// Filters that it must pass.
    pub filters: Filters,
}

/// A word, or several that stand one after another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The words; never empty but for a day.
    pub words: Vec<SearchWord>,
    /// The way in which a bulletin has it.
    pub sort: TermMatch,
    /// Terms of which one is enough in its place.
    pub or: Vec<Term>,
}

/// The way in which a bulletin has a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermMatch {
    /// In any form of its words.
    Forms,
    /// Spelled so, but for folding, as in quotes.
    Exact,
    /// A word that begins so.
    Start(String),
    /// As the day, month or year of its issue or event, or in full in its text.
    Day(Day),
    /// As the code on its pages.
    Code(String),
}

/// Filters of a search or a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Words of the event's place.
    pub places: Vec<Term>,
    /// Words of the names and posts of who speaks or signed.
    pub speakers: Vec<Term>,
    /// Words of tags.
    pub tags: Vec<Term>,
    /// A number the bulletin has or had, or parts of it.
    pub numbers: Vec<Term>,
    /// One of these states; any when empty.
    pub states: Vec<State>,
    /// One of these kinds; any when empty.
    pub kinds: Vec<Kind>,
    /// One of these months of any year, 1 to 12; any when empty.
    pub months: Vec<usize>,
    /// Days, months or years that it is of, all of them.
    pub days: Vec<Day>,
    /// Not before this day.
    pub from: Option<Day>,
    /// Not after it.
    pub to: Option<Day>,
}

impl Term {
    /// A text's words; none when it has none.
    #[must_use]
    pub fn new(text: &str, exact: bool) -> Option<Self> {
        let sort = if exact { TermMatch::Exact } else { TermMatch::Forms };
        Self::of(search_words(text), sort)
    }

    pub(super) fn of(mut words: Vec<SearchWord>, sort: TermMatch) -> Option<Self> {
        words.truncate(MOST_WORDS);
        (!words.is_empty()).then(|| Self { words, sort, or: Vec::new() })
    }

    /// True if it and all terms in its place are spelled as they are in quotes.
    pub(in crate::archive::index) fn is_exact(&self) -> bool {
        self.sort == TermMatch::Exact || self.or.iter().any(Self::is_exact)
    }

    /// The digits of a year, when it is nothing else.
    pub(in crate::archive::index) fn year(&self) -> Option<&str> {
        match self.words.as_slice() {
            [SearchWord { key, kind: SearchWordKind::Number, .. }]
                if key.len() == 4 && (key.starts_with("19") || key.starts_with("20")) =>
            {
                Some(key)
            }
            _ => None,
        }
    }
}

impl Query {
    /// True if it asks for nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
