//! Searching.
//!
//! Hits come in tiers. First is how the words are found: as they are spelled (level 0), with endings
//! and as plurals that are known (1), as plurals by a pattern (2). Where these give little, what is
//! less sure follows: synonyms (3), for a word that is in no bulletin the one that was perhaps meant
//! (4), what may be a form (5). In each of these, all words in the title come first, then all in
//! the title and what else stands out (number, place, names, tags, slogan, headings, first
//! paragraph), then anywhere; and among equals the newest. The site's search has the same tiers.
//!
//! FTS5's own `bm25` looks at every match of a word, however many there are: over a second for those
//! that nearly every bulletin has. Here each tier is asked for as many as are shown, newest first,
//! and reading ends there.

use serde::Serialize;

use super::Index;
use super::card::{COLUMNS, Card};
use super::day::span;
use super::expression::Wanted;
use super::query::{Filters, Query};
use super::ranked::{Search, Slip};
use super::snippet::Marked;
use super::tier::Tier;
use crate::arabic::forms::{Level, SLIP};
use crate::archive::problem::Problem;

/// The matches of a search.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SearchResults {
    /// The number of bulletins; counted to 1000, with phrases to fewer.
    pub total: usize,
    /// True if there are more than `total`.
    pub more: bool,
    /// The best of them.
    pub hits: Vec<Hit>,
    /// Words that no bulletin has, and what was searched for in their place.
    pub slips: Vec<Slip>,
}

/// A bulletin that was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hit {
    /// The bulletin as lists show it.
    #[serde(flatten)]
    pub card: Card,
    /// The quality of the match, from above 0 to 1.
    pub score: f64,
    /// How the words were found: 0 as they are spelled, from 3 others for the same thing or such as
    /// were perhaps meant.
    pub level: Level,
    /// The words found in it, as its author spelled them.
    pub found: Vec<String>,
    /// Its title with what was found.
    #[serde(rename = "title_found")]
    pub title: Marked,
    /// The passage that shows the most of what was found.
    pub snippet: Marked,
}

impl Index {
    /// Searches: the best `limit` bulletins, and how many there are.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn search(&self, query: &Query, limit: usize) -> Result<SearchResults, Problem> {
        let search = Search::new(self, query)?;
        let (level, all) = search.all(limit)?;
        if all.is_empty() && !self.is_whole() {
            return Err(self.broken("what should be found is damaged"));
        }
        let ranked = search.ranked(level, &all, limit)?;
        let (total, more) = search.count(&all)?;
        let finder = search.finder(level);
        let mut hits = Vec::with_capacity(ranked.len());
        let select = format!("SELECT {COLUMNS}, passages FROM entries WHERE row = ?1");
        for (row, tier) in ranked {
            let read = self.one(&select, [row], |row| Ok((Card::read(row)?, row.get::<_, String>(10)?)))?;
            let Some((card, passages)) = read else { return Err(self.broken("a row is missing")) };
            let (title, snippet) = (finder.mark(&card.title), finder.snippet(&passages));
            let found = words_found(&title, &snippet);
            hits.push(Hit { card, score: tier.score(), level: tier.level, found, title, snippet });
        }
        let slips = if level >= SLIP && hits.iter().any(|hit| hit.level >= SLIP) { search.slips() } else { Vec::new() };
        Ok(SearchResults { total: total.max(hits.len()), more, hits, slips })
    }

    /// The newest `limit` bulletins that pass filters, newest first.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn list(&self, filters: &Filters, limit: usize) -> Result<Vec<Card>, Problem> {
        let mut cards = Vec::new();
        self.each(filters, limit, |card| cards.push(card))?;
        Ok(cards)
    }

    /// Calls a function with the newest `limit` bulletins that pass filters, newest first, without
    /// having them all in memory.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn each(&self, filters: &Filters, limit: usize, mut found: impl FnMut(Card)) -> Result<(), Problem> {
        let query = Query { filters: filters.clone(), ..Query::default() };
        let rows = span(filters.from, filters.to);
        let select = format!(
            "SELECT {COLUMNS} FROM full JOIN entries ON row = full.rowid
             WHERE full MATCH ?1 AND full.rowid BETWEEN ?2 AND ?3 ORDER BY full.rowid DESC LIMIT ?4"
        );
        let wanted = Wanted::new(&query, self)?.expression(Tier::everywhere(0)).unwrap_or_default();
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.all(&select, (wanted, rows.start(), rows.end(), limit), |row| {
            found(Card::read(row)?);
            Ok(())
        })
        .map(drop)
    }
}

/// The marked words of a hit, each once.
fn words_found(title: &Marked, snippet: &Marked) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for (word, _) in title.parts().chain(snippet.parts()).filter(|(_, found)| *found) {
        if words.iter().all(|known| known != word) {
            words.push(word.to_owned());
        }
    }
    words
}
