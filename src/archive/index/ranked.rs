//! Finding the rows of a search, the best first.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::rc::Rc;

use rusqlite::Row;
use serde::Serialize;

use super::Index;
use super::day::{span, start_of};
use super::expression::Wanted;
use super::keys::{Keys, STORED};
use super::placed::Column;
use super::query::{Query, Term, TermMatch};
use super::snippet::Finder;
use super::tier::{Columns, Tier};
use crate::arabic::forms::{Level, PATTERN, PERHAPS, SLIP, SYNONYM, WordReader};
use crate::archive::problem::Problem;

/// The number up to which matches are counted.
const COUNTED: usize = 1000;
/// The most matches that are read to see if they have a phrase just as it is spelled, until enough
/// of them do.
const READ: usize = 2000;
/// The most of them that are read in one tier.
const READ_OF_TIER: usize = 200;
/// The most matches whose tiers are told from their keys, which is faster than to ask for each tier.
const TOLD: usize = 40;
/// The number up to which matches of a phrase are counted.
const COUNTED_PHRASES: usize = 40;
/// With fewer hits a search is widened to synonyms.
const FEW: usize = 10;

/// A word that no bulletin has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Slip {
    /// The word as it was typed, folded.
    pub typed: String,
    /// The words that were perhaps meant, the likeliest first.
    pub meant: Vec<String>,
}

/// One search.
pub(super) struct Search<'a> {
    index: &'a Index,
    wanted: Wanted<'a>,
    rows: RangeInclusive<i64>,
    /// The reader of all texts.
    reader: Rc<RefCell<WordReader>>,
    /// What is to stand in a bulletin as it is spelled.
    exact: Finder<'a>,
    /// True if rows that were read have the phrases as they are spelled.
    known: RefCell<HashMap<i64, bool>>,
}

impl<'a> Search<'a> {
    pub(super) fn new(index: &'a Index, query: &'a Query) -> Result<Self, Problem> {
        let wanted = Wanted::new(query, index)?;
        let reader = Rc::default();
        let exact = Finder::exact(query.terms.iter().chain(&query.without).flat_map(exact), &reader);
        let rows = span(query.filters.from, query.filters.to);
        Ok(Self { index, wanted, rows, reader, exact, known: RefCell::default() })
    }

    /// The finder of what is wanted in a text, by words up to a level.
    pub(super) fn finder(&self, level: Level) -> Finder<'_> {
        Finder::new(&self.wanted.terms, level, &self.reader)
    }

    /// The newest of all rows, and the level up to which they were looked for: wider ones only
    /// where there are few.
    pub(super) fn all(&self, limit: usize) -> Result<(Level, Vec<i64>), Problem> {
        let most = if self.is_exact() { READ } else { COUNTED.max(limit) } + 1;
        let mut level = PATTERN;
        let mut expression = self.wanted.expression(Tier::everywhere(level));
        let mut rows = self.newest(&expression, most)?;
        if self.wanted.terms.is_empty() {
            return Ok((level, rows));
        }
        for (wider, few) in [(SYNONYM, FEW), (SLIP, 1), (PERHAPS, 1)] {
            if rows.len() >= few {
                continue;
            }
            level = wider;
            let more = self.wanted.expression(Tier::everywhere(level));
            if more != expression {
                rows = self.newest(&more, most)?;
                expression = more;
            }
        }
        Ok((level, rows))
    }

    /// The newest rows that have what is wanted anywhere.
    fn newest(&self, expression: &Option<String>, most: usize) -> Result<Vec<i64>, Problem> {
        let mut rows = Vec::new();
        let Some(expression) = expression else { return Ok(rows) };
        self.each_row(Columns::Anywhere, expression, self.rows.clone(), |row| {
            rows.push(row);
            Ok(rows.len() < most)
        })?;
        Ok(rows)
    }

    /// The best of all rows.
    pub(super) fn ranked(&self, level: Level, all: &[i64], limit: usize) -> Result<Vec<(i64, Tier)>, Problem> {
        let mut ranked = if all.len() <= TOLD { self.by_keys(level, all)? } else { self.by_tiers(level, all, limit)? };
        ranked.truncate(limit);
        Ok(ranked)
    }

    /// Rows in their order, by the tier that their keys tell.
    pub(super) fn by_keys(&self, level: Level, all: &[i64]) -> Result<Vec<(i64, Tier)>, Problem> {
        let tiers = self.tiers(level);
        let mut placed = Vec::new();
        for row in all {
            if !self.fits(*row)? {
                continue;
            }
            let again = |row: &Row<'_>| Keys::again(row, &mut self.reader.borrow_mut());
            let keys = self.index.one(STORED, [row], again)?.unwrap_or_default();
            let columns = [&keys.title, &keys.rest, &keys.text, &keys.facets];
            let [title, rest, text, facets] = columns.map(|column| column.split(' ').collect::<Column<'_>>());
            let (lead, whole) = ([title, rest], [text, facets]);
            let stands = |tier: &Tier| {
                let columns = match tier.columns {
                    Columns::Title => lead.get(..1).unwrap_or_default(),
                    Columns::Lead => &lead,
                    Columns::Anywhere => &whole,
                };
                self.wanted.stands(tier.level, columns)
            };
            let tier = tiers.iter().map(|(tier, _)| *tier).find(stands);
            placed.push((*row, tier.unwrap_or(Tier::everywhere(level))));
        }
        self.by_name(placed)
    }

    /// The best of many rows, tier by tier until there are enough.
    pub(super) fn by_tiers(&self, level: Level, all: &[i64], limit: usize) -> Result<Vec<(i64, Tier)>, Problem> {
        let mut ranked = Vec::new();
        let everywhere = self.wanted.expression(Tier::everywhere(level));
        for (tier, expression) in self.tiers(level) {
            if ranked.len() >= limit || all.is_empty() {
                break;
            }
            let is_all = tier.columns == Columns::Anywhere && Some(&expression) == everywhere.as_ref();
            let known = if is_all { all } else { &[] };
            let new = self.rows_of(tier, &expression, known, &ranked, limit)?;
            ranked.extend(self.by_name(new)?);
        }
        Ok(ranked)
    }

    /// All tiers up to a level, the best first, and their expressions. One that asks for no other
    /// words than a better one has nothing that is not in that.
    fn tiers(&self, level: Level) -> Vec<(Tier, String)> {
        let mut tiers: Vec<(Tier, String)> = Vec::new();
        let first = if self.wanted.terms.is_empty() { level } else { 0 };
        for level in first..=level {
            for columns in [Columns::Title, Columns::Lead, Columns::Anywhere] {
                let tier = Tier { level, columns };
                let is_known = |own: &String| tiers.iter().any(|(tier, known)| tier.columns == columns && known == own);
                let expression = self.wanted.expression(tier).filter(|own| !is_known(own));
                let is_asked = columns == Columns::Anywhere || !self.wanted.terms.is_empty();
                tiers.extend(expression.filter(|_| is_asked).map(|expression| (tier, expression)));
            }
        }
        tiers
    }

    /// The rows of a tier that are not in better ones: as many as are missing, their last day whole.
    /// `all` are its newest rows, where they are known.
    fn rows_of(
        &self,
        tier: Tier,
        expression: &str,
        all: &[i64],
        better: &[(i64, Tier)],
        limit: usize,
    ) -> Result<Vec<(i64, Tier)>, Problem> {
        let missing = limit - better.len();
        let mut new: Vec<(i64, Tier)> = Vec::new();
        let mut read = 0;
        let mut take = |row: i64| {
            // Rows come by days: a day that began is taken whole.
            if new.len() >= missing && new.last().is_none_or(|(last, _)| start_of(*last) != start_of(row)) {
                return Ok(false);
            }
            if better.iter().all(|(known, _)| *known != row) {
                read += 1;
                if self.fits(row)? {
                    new.push((row, tier));
                }
            }
            Ok(!all.is_empty() || read < READ_OF_TIER.max(limit))
        };
        for row in all {
            if !take(*row)? {
                return Ok(new);
            }
        }
        let rest = all.last().map_or(self.rows.clone(), |last| start_of(*last)..=last - 1);
        self.each_row(tier.columns, expression, rest, take)?;
        Ok(new)
    }

    /// Rows by their tiers, in one by their days and, on one day, their names, the last first.
    fn by_name(&self, rows: Vec<(i64, Tier)>) -> Result<Vec<(i64, Tier)>, Problem> {
        let mut named = Vec::with_capacity(rows.len());
        for (row, tier) in rows {
            let id: Option<String> =
                self.index.one("SELECT id FROM entries WHERE row = ?1", [row], |row| row.get(0))?;
            named.push((tier, Reverse((start_of(row), id)), row));
        }
        named.sort();
        Ok(named.into_iter().map(|(tier, _, row)| (row, tier)).collect())
    }

    /// Calls a function with the rows in a span that have what is wanted in some columns, the newest
    /// first, until it has enough.
    fn each_row(
        &self,
        columns: Columns,
        expression: &str,
        rows: RangeInclusive<i64>,
        mut take: impl FnMut(i64) -> Result<bool, Problem>,
    ) -> Result<(), Problem> {
        let failed = |error: rusqlite::Error| self.index.problem(&error);
        let (from, to) = (*rows.start().max(self.rows.start()), *rows.end().min(self.rows.end()));
        let select = |columns: Columns| {
            let table = columns.table();
            let select = format!(
                "SELECT rowid FROM {table} WHERE {table} MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC"
            );
            self.index.connection.prepare_cached(&select).map_err(failed)
        };
        // What must not stand in a bulletin may stand where `lead` doesn't look.
        let allowed = self.wanted.unwanted().filter(|_| columns != Columns::Anywhere);
        let allowed = allowed.and_then(|_| self.wanted.expression(Tier::everywhere(PERHAPS)));
        let mut allowed_rows = allowed.as_ref().map(|_| select(Columns::Anywhere)).transpose()?;
        let mut allowed_rows = match (&mut allowed_rows, &allowed) {
            (Some(rows), Some(allowed)) => Some(rows.query((allowed, from, to)).map_err(failed)?),
            _ => None,
        };
        let mut found = select(columns)?;
        let mut found = found.query((expression, from, to)).map_err(failed)?;
        let mut at = i64::MAX;
        while let Some(row) = found.next().map_err(failed)? {
            let row: i64 = row.get(0).map_err(failed)?;
            if let Some(allowed) = &mut allowed_rows {
                while at > row {
                    let next = allowed.next().map_err(failed)?;
                    at = next.map_or(Ok(i64::MIN), |next| next.get(0)).map_err(failed)?;
                }
                if at != row {
                    continue;
                }
            }
            if !take(row)? {
                break;
            }
        }
        Ok(())
    }

    /// Counts the matches among rows, and tells if there are more than that.
    pub(super) fn count(&self, all: &[i64]) -> Result<(usize, bool), Problem> {
        if !self.is_exact() {
            return Ok((all.len().min(COUNTED), all.len() > COUNTED));
        }
        for row in all.iter().take(COUNTED_PHRASES) {
            self.fits(*row)?;
        }
        let known = self.known.borrow();
        let read = all.iter().filter(|row| known.contains_key(row)).count();
        Ok((known.values().filter(|fits| **fits).count(), read < all.len()))
    }

    /// True if some words must be spelled as they are in the query.
    fn is_exact(&self) -> bool {
        let query = self.wanted.query;
        query.terms.iter().chain(&query.without).any(Term::is_exact)
    }

    /// True if a row has the phrases as they are spelled: keys tell only that it has them with some
    /// prefixes.
    fn fits(&self, row: i64) -> Result<bool, Problem> {
        if !self.is_exact() {
            return Ok(true);
        }
        if let Some(fits) = self.known.borrow().get(&row) {
            return Ok(*fits);
        }
        let select =
            "SELECT title || char(10) || coalesce(number, '') || char(10) || passages FROM entries WHERE row = ?1";
        let text: String = self.index.one(select, [row], |row| row.get(0))?.unwrap_or_default();
        let mut standing = self.exact.standing(&text).into_iter();
        let mut stands = |term: &Term| {
            let stands = exact(term).filter(|_| standing.next().unwrap_or_default()).count() > 0;
            // What need not be spelled so is known to stand there.
            stands || alternatives(term).any(|term| term.sort != TermMatch::Exact)
        };
        let query = self.wanted.query;
        let missing = query.terms.iter().filter(|term| !stands(term)).count();
        let unwanted = query.without.iter().filter(|term| stands(term) && term.is_exact()).count();
        let fits = missing == 0 && unwanted == 0;
        self.known.borrow_mut().insert(row, fits);
        Ok(fits)
    }

    /// The words in whose place others were searched for.
    pub(super) fn slips(&self) -> Vec<Slip> {
        let terms = self.wanted.terms.iter().flat_map(|term| std::iter::once(term).chain(&term.or));
        let words = terms.flat_map(|term| term.term.words.iter().zip(&term.words));
        let slips = words.map(|(token, word)| Slip { typed: token.folded(), meant: word.meant.clone() });
        slips.filter(|slip| !slip.meant.is_empty()).collect()
    }
}

/// A term and those in its place.
fn alternatives(term: &Term) -> impl Iterator<Item = &Term> {
    std::iter::once(term).chain(&term.or)
}

/// Those of a term and those in its place that are to stand as they are spelled.
fn exact(term: &Term) -> impl Iterator<Item = &Term> {
    alternatives(term).filter(|term| term.sort == TermMatch::Exact)
}
