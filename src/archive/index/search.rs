//! Searching.
//!
//! Hits are ranked by where the words stand, and among equals the newest comes first: all words in
//! the title; all in the title and what else stands out (number, place, names, tags, slogan,
//! headings, first paragraph); one after another as typed, anywhere; anywhere. FTS5's own `bm25`
//! looks at every match of a word, however many there are: over a second for those that nearly
//! every bulletin has. Here each rank is asked for as many as are shown, newest first, and reading
//! ends there.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use serde::Serialize;

use super::Index;
use super::card::{COLUMNS, Card};
use super::day::span;
use super::keys::{self, Facet, key};
use super::query::{Filters, Query, Term};
use super::snippet::{Finder, Marked};
use crate::archive::problem::Problem;

/// The number up to which matches are counted.
const COUNTED: usize = 1000;
/// The most matches that are read to see if they have a phrase just as it is spelled, until enough
/// of them do.
const READ: usize = 2000;
/// The number up to which matches of a phrase are counted.
const COUNTED_PHRASES: usize = 40;

/// The matches of a search.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SearchResults {
    /// The number of bulletins; counted to 1000, with phrases to fewer.
    pub total: usize,
    /// True if there are more than `total`.
    pub more: bool,
    /// The best of them.
    pub hits: Vec<Hit>,
}

/// A bulletin that was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hit {
    /// The bulletin as lists show it.
    #[serde(flatten)]
    pub card: Card,
    /// The quality of the match, from above 0 to 1.
    pub score: f64,
    /// Its title with what was found.
    #[serde(rename = "title_found")]
    pub title: Marked,
    /// The passage that shows the most of what was found.
    pub snippet: Marked,
}

/// The columns in which all words must stand, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rank {
    Title,
    Lead,
    Together,
    Anywhere,
}

impl Rank {
    const ALL: [Self; 4] = [Self::Title, Self::Lead, Self::Together, Self::Anywhere];

    fn score(self) -> f64 {
        match self {
            Self::Title => 1.0,
            Self::Lead => 0.75,
            Self::Together => 0.5,
            Self::Anywhere => 0.25,
        }
    }
}

impl Index {
    /// Searches: the best `limit` bulletins, and how many there are.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn search(&self, query: &Query, limit: usize) -> Result<SearchResults, Problem> {
        let mut search =
            Search { index: self, query, rows: span(query.filters.from, query.filters.to), known: HashMap::new() };
        // One reading tells how many there are and which of them are the newest.
        let all = search.rows_of(Rank::Anywhere, if search.is_exact() { READ } else { COUNTED.max(limit) } + 1)?;
        let ranked = search.ranked(&all, limit)?;
        if all.is_empty() && !self.is_whole() {
            return Err(self.broken("what should be found is damaged"));
        }
        let (total, more) = search.count(&all)?;
        let finder = Finder::new(&query.terms);
        let mut hits = Vec::with_capacity(ranked.len());
        for (row, rank) in ranked {
            let select = format!("SELECT {COLUMNS}, passages FROM entries WHERE row = ?1");
            let read = self.one(&select, [row], |row| Ok((Card::read(row)?, row.get::<_, String>(10)?)))?;
            let Some((card, passages)) = read else { return Err(self.broken("a row is missing")) };
            let (title, snippet) = (finder.mark(&card.title), finder.snippet(&passages));
            hits.push(Hit { card, score: rank.score(), title, snippet });
        }
        Ok(SearchResults { total: total.max(hits.len()), more, hits })
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
        let wanted = expression(&query, None, false);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.all(&select, (wanted, rows.start(), rows.end(), limit), |row| {
            found(Card::read(row)?);
            Ok(())
        })
        .map(drop)
    }
}

/// One search.
struct Search<'a> {
    index: &'a Index,
    query: &'a Query,
    rows: RangeInclusive<i64>,
    /// True if rows that were read have the phrases as they are spelled.
    known: HashMap<i64, bool>,
}

impl Search<'_> {
    /// The best of all rows.
    fn ranked(&mut self, all: &[i64], limit: usize) -> Result<Vec<(i64, Rank)>, Problem> {
        let terms = self.query.terms.len();
        let mut ranked: Vec<(i64, Rank)> = Vec::new();
        for rank in Rank::ALL {
            let rows = match rank {
                Rank::Title | Rank::Lead if terms == 0 || all.is_empty() => continue,
                Rank::Together if terms < 2 || all.is_empty() => continue,
                _ if ranked.len() >= limit => break,
                Rank::Anywhere => all.to_vec(),
                _ => self.rows_of(rank, limit + ranked.len())?,
            };
            for row in rows {
                if ranked.len() >= limit {
                    break;
                }
                if ranked.iter().all(|(known, _)| *known != row) && self.fits(row)? {
                    ranked.push((row, rank));
                }
            }
        }
        Ok(ranked)
    }

    /// The newest rows of a rank.
    fn rows_of(&self, rank: Rank, most: usize) -> Result<Vec<i64>, Problem> {
        let (table, wanted) = match rank {
            Rank::Title => ("lead", expression(self.query, Some("title"), false)),
            Rank::Lead => ("lead", expression(self.query, Some("{title rest}"), false)),
            Rank::Together => ("full", expression(self.query, None, true)),
            Rank::Anywhere => ("full", expression(self.query, None, false)),
        };
        let select = format!(
            "SELECT rowid FROM {table} WHERE {table} MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC LIMIT ?4"
        );
        let values = |most: usize| {
            (wanted.as_str(), self.rows.start(), self.rows.end(), i64::try_from(most).unwrap_or(i64::MAX))
        };
        // What must not stand in a bulletin may stand where `lead` doesn't look.
        match without(self.query).filter(|_| table == "lead") {
            None => self.index.all(&select, values(most), |row| row.get(0)),
            Some(unwanted) => {
                let (wanted, from, to, most) = values(most * 2);
                let select = format!(
                    "SELECT rowid FROM ({select}) AS some
                     WHERE NOT EXISTS (SELECT 1 FROM full WHERE full MATCH ?5 AND full.rowid = some.rowid)"
                );
                self.index.all(&select, (wanted, from, to, most, unwanted), |row| row.get(0))
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
        self.query.terms.iter().chain(&self.query.without).any(|term| term.exact)
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
        let stand = |terms: &[Term]| {
            let exact: Vec<Term> = terms.iter().filter(|term| term.exact).cloned().collect();
            Finder::new(&exact).standing(&text)
        };
        let fits = stand(&self.query.terms).into_iter().all(|stands| stands)
            && !stand(&self.query.without).into_iter().any(|stands| stands);
        self.known.insert(row, fits);
        Ok(fits)
    }
}

/// A query in FTS5's language: all terms in these columns, or as one phrase; the filters; without
/// what is not wanted.
fn expression(query: &Query, columns: Option<&str>, together: bool) -> String {
    let mut parts = Vec::new();
    if !query.terms.is_empty() {
        let terms = if together {
            phrase(query.terms.iter().flat_map(|term| &term.words).map(|word| key(word).into_owned()))
        } else {
            joined(query.terms.iter().map(|term| phrase(term.words.iter().map(|word| key(word).into_owned()))), " AND ")
        };
        parts.push(columns.map_or_else(|| terms.clone(), |columns| format!("({columns} : {terms})")));
    }
    parts.extend(facets(&query.filters));
    let wanted = joined(parts.into_iter(), " AND ");
    match without(query).filter(|_| columns.is_none()) {
        Some(unwanted) => format!("({wanted} NOT {unwanted})"),
        None => wanted,
    }
}

/// The exclusion of terms that must not stand in a bulletin; phrases are looked for in its text.
fn without(query: &Query) -> Option<String> {
    let terms = query.without.iter().filter(|term| !term.exact);
    let phrases: Vec<_> = terms.map(|term| phrase(term.words.iter().map(|word| key(word).into_owned()))).collect();
    (!phrases.is_empty()).then(|| joined(phrases.into_iter(), " OR "))
}

/// The filters as expressions; at least one, which every entry passes.
fn facets(filters: &Filters) -> Vec<String> {
    let mut parts = Vec::new();
    let fields = [
        (Facet::Place, &filters.places),
        (Facet::Speaker, &filters.speakers),
        (Facet::Tag, &filters.tags),
        (Facet::Number, &filters.numbers),
    ];
    for (facet, terms) in fields {
        parts.extend(terms.iter().map(|term| phrase(term.words.iter().map(|word| facet.of(&key(word))))));
    }
    let any = |facets: Vec<String>| joined(facets.into_iter().map(|facet| phrase([facet])), " OR ");
    if !filters.states.is_empty() {
        parts.push(any(filters.states.iter().map(|state| keys::state(*state)).collect()));
    }
    if !filters.kinds.is_empty() {
        parts.push(any(filters.kinds.iter().map(|kind| keys::kind(*kind)).collect()));
    }
    parts.push(phrase([Facet::All.of("")]));
    parts
}

fn joined(parts: impl Iterator<Item = String>, between: &str) -> String {
    format!("({})", parts.collect::<Vec<_>>().join(between))
}

/// Keys one after another. They are letters and digits, so that nothing in them can end the quotes.
fn phrase(keys: impl IntoIterator<Item = String>) -> String {
    format!("\"{}\"", keys.into_iter().collect::<Vec<_>>().join(" "))
}
