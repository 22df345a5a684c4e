//! Where wanted words stand in a bulletin that was found, told from its keys as SQLite would by the
//! expressions of `expression`.

use super::expression::{Wanted, WantedTerm, is_scattered, starts};
use super::keys::Facet;
use super::query::TermMatch;
use crate::arabic::forms::{Level, PATTERN};

/// The keys of a column, in their order.
pub(super) type Column<'k> = Vec<&'k str>;

impl Wanted<'_> {
    /// True if all terms stand in these columns, by words up to a level.
    pub(super) fn stands(&self, level: Level, columns: &[Column<'_>]) -> bool {
        self.terms.iter().all(|term| term.stands(level, columns))
    }
}

impl WantedTerm<'_> {
    fn stands(&self, level: Level, columns: &[Column<'_>]) -> bool {
        self.own_stands(level, columns) || self.or.iter().any(|term| term.stands(level, columns))
    }

    fn own_stands(&self, level: Level, columns: &[Column<'_>]) -> bool {
        let has = |own: String| has(columns, |key| key == own);
        match &self.term.sort {
            TermMatch::Day(day) => has(Facet::Day.of(&day.digits())),
            TermMatch::Code(code) => has(Facet::Code.of(code)),
            TermMatch::Start(start) => {
                let starts = starts(start);
                self::has(columns, |key| starts.iter().any(|start| key.starts_with(start)))
            }
            TermMatch::Forms | TermMatch::Exact => {
                let words: Vec<Vec<&str>> = self.words.iter().map(|word| word.up_to(level)).collect();
                let year = self.term.year().filter(|_| level >= PATTERN);
                stand(&words, columns) || year.is_some_and(|year| has(Facet::Day.of(year)))
            }
        }
    }
}

/// True if words stand one after another in a column, each by one of its keys.
fn stand(words: &[Vec<&str>], columns: &[Column<'_>]) -> bool {
    if is_scattered(words) {
        return words.iter().all(|word| has(columns, |key| word.contains(&key)));
    }
    let is_phrase = |keys: &[&str]| keys.iter().zip(words).all(|(key, word)| word.contains(key));
    !words.is_empty() && columns.iter().any(|column| column.windows(words.len()).any(is_phrase))
}

fn has(columns: &[Column<'_>], is_wanted: impl Fn(&str) -> bool) -> bool {
    columns.iter().flatten().any(|key| is_wanted(key))
}
