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

use std::collections::HashMap;
use std::ops::RangeInclusive;

use serde::Serialize;

use super::Index;
use super::card::{COLUMNS, Card};
use super::day::{span, start_of};
use super::expression::Wanted;
use super::query::{Filters, Query, Term};
use super::snippet::{Finder, Marked};
use crate::arabic::forms::{Level, PATTERN, PERHAPS, SLIP, SYNONYM};
use crate::archive::problem::Problem;

/// The number up to which matches are counted.
const COUNTED: usize = 1000;
/// The most matches that are read to see if they have a phrase just as it is spelled, until enough
/// of them do.
const READ: usize = 2000;
/// The number up to which matches of a phrase are counted.
const COUNTED_PHRASES: usize = 40;
/// With fewer hits a search is widened to synonyms.
const FEW: usize = 10;

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

/// A word that no bulletin has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Slip {
    /// The word as it was typed, folded.
    pub typed: String,
    /// The words that were perhaps meant, the likeliest first.
    pub meant: Vec<String>,
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

/// The columns in which all words must stand, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Columns {
    Title,
    Lead,
    Anywhere,
}

/// A tier of hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Tier {
    level: Level,
    columns: Columns,
}

impl Tier {
    fn score(self) -> f64 {
        let column = match self.columns {
            Columns::Title => 0,
            Columns::Lead => 1,
            Columns::Anywhere => 2,
        };
        1.0 - f64::from(u32::from(self.level) * 3 + column) / 20.0
    }
}

impl Index {
    /// Searches: the best `limit` bulletins, and how many there are.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn search(&self, query: &Query, limit: usize) -> Result<SearchResults, Problem> {
        let wanted = Wanted::new(query, self)?;
        let rows = span(query.filters.from, query.filters.to);
        let mut search = Search { index: self, wanted, rows, known: HashMap::new() };
        let (level, all) = search.all(limit)?;
        if all.is_empty() && !self.is_whole() {
            return Err(self.broken("what should be found is damaged"));
        }
        let ranked = search.ranked(level, &all, limit)?;
        let (total, more) = search.count(&all)?;
        let finder = Finder::new(&search.wanted.terms, level);
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
        let wanted = Wanted::new(&query, self)?.expression(None, 0).unwrap_or_default();
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

/// One search.
struct Search<'a> {
    index: &'a Index,
    wanted: Wanted<'a>,
    rows: RangeInclusive<i64>,
    /// True if rows that were read have the phrases as they are spelled.
    known: HashMap<i64, bool>,
}

impl Search<'_> {
    /// The newest of all rows, and the level up to which they were looked for: wider ones only
    /// where there are few.
    fn all(&self, limit: usize) -> Result<(Level, Vec<i64>), Problem> {
        let most = if self.is_exact() { READ } else { COUNTED.max(limit) } + 1;
        let everywhere = |level| self.rows_of(Tier { level, columns: Columns::Anywhere }, most);
        let mut rows = everywhere(PATTERN)?;
        let mut level = PATTERN;
        if self.wanted.terms.is_empty() {
            return Ok((level, rows));
        }
        for (wider, few) in [(SYNONYM, FEW), (SLIP, 1), (PERHAPS, 1)] {
            if rows.len() >= few {
                continue;
            }
            level = wider;
            rows = everywhere(level)?;
        }
        Ok((level, rows))
    }

    /// The best of all rows.
    fn ranked(&mut self, level: Level, all: &[i64], limit: usize) -> Result<Vec<(i64, Tier)>, Problem> {
        let mut ranked: Vec<(i64, Tier)> = Vec::new();
        let has_terms = !self.wanted.terms.is_empty();
        for tier in tiers(level) {
            if ranked.len() >= limit || all.is_empty() {
                break;
            }
            let is_last = tier == Tier { level, columns: Columns::Anywhere };
            if !has_terms && !is_last {
                continue;
            }
            let rows = if is_last {
                self.whole_days(tier, all.to_vec(), limit)?
            } else {
                self.newest(tier, limit + ranked.len())?
            };
            let mut new = Vec::new();
            for row in rows {
                // Rows come by days: a day that began is taken whole.
                let is_enough = ranked.len() + new.len() >= limit;
                if is_enough && new.last().is_none_or(|(last, _)| start_of(*last) != start_of(row)) {
                    break;
                }
                if ranked.iter().all(|(known, _)| *known != row) && self.fits(row)? {
                    new.push((row, tier));
                }
            }
            ranked.extend(self.by_name(new)?);
        }
        ranked.truncate(limit);
        Ok(ranked)
    }

    /// Rows of one tier by their days and, on one day, their names, the last first.
    fn by_name(&self, rows: Vec<(i64, Tier)>) -> Result<Vec<(i64, Tier)>, Problem> {
        let mut named = Vec::with_capacity(rows.len());
        for (row, tier) in rows {
            let id: Option<String> =
                self.index.one("SELECT id FROM entries WHERE row = ?1", [row], |row| row.get(0))?;
            named.push(((start_of(row), id.unwrap_or_default()), (row, tier)));
        }
        named.sort_by(|(one, _), (other, _)| other.cmp(one));
        Ok(named.into_iter().map(|(_, row)| row).collect())
    }

    /// The newest rows of a tier, their last day whole.
    fn newest(&self, tier: Tier, most: usize) -> Result<Vec<i64>, Problem> {
        let rows = self.rows_of(tier, most)?;
        self.whole_days(tier, rows, most)
    }

    /// Rows with the rest of their last day, where they were cut off in it.
    fn whole_days(&self, tier: Tier, mut rows: Vec<i64>, most: usize) -> Result<Vec<i64>, Problem> {
        if let Some(last) = rows.last().copied().filter(|_| rows.len() >= most) {
            let rest = self.rows_between(tier, start_of(last)..=last - 1, usize::MAX)?;
            rows.extend(rest);
        }
        Ok(rows)
    }

    fn rows_of(&self, tier: Tier, most: usize) -> Result<Vec<i64>, Problem> {
        self.rows_between(tier, self.rows.clone(), most)
    }

    /// The newest rows of a tier in a span of rows.
    fn rows_between(&self, tier: Tier, rows: RangeInclusive<i64>, most: usize) -> Result<Vec<i64>, Problem> {
        let (table, columns) = match tier.columns {
            Columns::Title => ("lead", Some("title")),
            Columns::Lead => ("lead", Some("{title rest}")),
            Columns::Anywhere => ("full", None),
        };
        let Some(wanted) = self.wanted.expression(columns, tier.level) else { return Ok(Vec::new()) };
        let (from, to) = (*rows.start().max(self.rows.start()), *rows.end().min(self.rows.end()));
        let select = format!(
            "SELECT rowid FROM {table} WHERE {table} MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC LIMIT ?4"
        );
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        // What must not stand in a bulletin may stand where `lead` doesn't look.
        match self.wanted.unwanted().filter(|_| columns.is_some()) {
            None => self.index.all(&select, (wanted, from, to, most), |row| row.get(0)),
            Some(unwanted) => {
                let select = format!(
                    "SELECT rowid FROM ({select}) AS some
                     WHERE NOT EXISTS (SELECT 1 FROM full WHERE full MATCH ?5 AND full.rowid = some.rowid)"
                );
                self.index.all(&select, (wanted, from, to, most.saturating_mul(2), unwanted), |row| row.get(0))
            }
        }
    }

    /// Counts the matches among rows, and tells if there are more than that.
    fn count(&mut self, all: &[i64]) -> Result<(usize, bool), Problem> {
        if !self.is_exact() {
            return Ok((all.len().min(COUNTED), all.len() > COUNTED));
        }
        for row in all.iter().take(COUNTED_PHRASES) {
            self.fits(*row)?;
        }
        let read = all.iter().filter(|row| self.known.contains_key(row)).count();
        Ok((self.known.values().filter(|fits| **fits).count(), read < all.len()))
    }

    /// True if some words must be spelled as they are in the query.
    fn is_exact(&self) -> bool {
        let query = self.wanted.query;
        query.terms.iter().chain(&query.without).any(Term::is_exact)
    }

    /// True if a row has the phrases as they are spelled: keys tell only that it has them with some
    /// prefixes.
    fn fits(&mut self, row: i64) -> Result<bool, Problem> {
        if !self.is_exact() {
            return Ok(true);
        }
        if let Some(fits) = self.known.get(&row) {
            return Ok(*fits);
        }
        let select =
            "SELECT title || char(10) || coalesce(number, '') || char(10) || passages FROM entries WHERE row = ?1";
        let text: String = self.index.one(select, [row], |row| row.get(0))?.unwrap_or_default();
        let query = self.wanted.query;
        let fits = query.terms.iter().all(|term| stands(term, &text))
            && !query.without.iter().any(|term| term.is_exact() && stands(term, &text));
        self.known.insert(row, fits);
        Ok(fits)
    }

    /// The words in whose place others were searched for.
    fn slips(&self) -> Vec<Slip> {
        let terms = self.wanted.terms.iter().flat_map(|term| std::iter::once(term).chain(&term.or));
        let words = terms.flat_map(|term| term.term.words.iter().zip(&term.words));
        let slips = words.map(|(token, word)| Slip { typed: token.folded(), meant: word.meant.clone() });
        slips.filter(|slip| !slip.meant.is_empty()).collect()
    }
}

/// True if a text has a term, or one in its place, as it is spelled; all that need not be spelled so
/// are known to stand there.
fn stands(term: &Term, text: &str) -> bool {
    let own = term.sort != super::query::TermMatch::Exact || Finder::exact(&[term]).standing(text).contains(&true);
    own || term.or.iter().any(|term| stands(term, text))
}

/// All tiers up to a level, the best first.
fn tiers(level: Level) -> impl Iterator<Item = Tier> {
    let columns = [Columns::Title, Columns::Lead, Columns::Anywhere];
    (0..=level).flat_map(move |level| columns.map(|columns| Tier { level, columns }))
}
