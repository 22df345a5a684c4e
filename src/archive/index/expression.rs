//! A query in FTS5's language.

use super::Index;
use super::day::Day;
use super::expand::Expanded;
use super::keys::{self, Facet};
use super::query::{Filters, Query, Term, TermMatch};
use super::tier::{Columns, Tier};
use crate::arabic::forms::{Level, PATTERN, PERHAPS, SearchWord};
use crate::archive::problem::Problem;

/// The most phrases that the keys of a term's words make; with more the words may stand anywhere.
const MOST_PHRASES: usize = 64;

/// A query with the keys of its words.
#[derive(Debug)]
pub(super) struct Wanted<'q> {
    pub(super) query: &'q Query,
    pub(super) terms: Vec<WantedTerm<'q>>,
    without: Vec<WantedTerm<'q>>,
    facets: Vec<String>,
}

/// A term with the keys of each of its words.
#[derive(Debug)]
pub(super) struct WantedTerm<'q> {
    pub(super) term: &'q Term,
    pub(super) words: Vec<Expanded>,
    pub(super) or: Vec<WantedTerm<'q>>,
}

impl<'q> Wanted<'q> {
    pub(super) fn new(query: &'q Query, index: &Index) -> Result<Self, Problem> {
        let terms = |terms: &'q [Term], most: Level| {
            terms.iter().map(|term| WantedTerm::new(term, index, most)).collect::<Result<_, _>>()
        };
        Ok(Self {
            query,
            terms: terms(&query.terms, PERHAPS)?,
            without: terms(&query.without, PATTERN)?,
            facets: facets(&query.filters, index)?,
        })
    }

    /// All terms of a tier in its columns, with keys up to its level; the filters; without what is
    /// not wanted. Nothing when a term has no such keys.
    pub(super) fn expression(&self, tier: Tier) -> Option<String> {
        let mut parts = self.terms.iter().map(|term| term.expression(tier)).collect::<Option<Vec<_>>>()?;
        parts.extend(self.facets.iter().cloned());
        if parts.is_empty() {
            parts.push(phrase([Facet::All.of("")]));
        }
        let wanted = joined(parts.into_iter(), " AND ");
        Some(match self.unwanted().filter(|_| tier.columns == Columns::Anywhere) {
            Some(unwanted) => format!("({wanted} NOT {unwanted})"),
            None => wanted,
        })
    }

    /// The exclusion of terms that must not stand in a bulletin, in all their forms; phrases are
    /// looked for in its text.
    pub(super) fn unwanted(&self) -> Option<String> {
        let terms = self.without.iter().filter(|term| term.term.sort != TermMatch::Exact);
        let phrases: Vec<_> = terms.filter_map(|term| term.expression(Tier::everywhere(PATTERN))).collect();
        (!phrases.is_empty()).then(|| joined(phrases.into_iter(), " OR "))
    }
}

impl<'q> WantedTerm<'q> {
    fn new(term: &'q Term, index: &Index, most: Level) -> Result<Self, Problem> {
        let words = term.words.iter().map(|word| keys_of(term, word, index, most)).collect::<Result<_, Problem>>()?;
        let or = term.or.iter().map(|term| Self::new(term, index, most)).collect::<Result<_, _>>()?;
        Ok(Self { term, words, or })
    }

    fn expression(&self, tier: Tier) -> Option<String> {
        let others = self.or.iter().filter_map(|term| term.expression(tier));
        let all: Vec<String> = self.own(tier).into_iter().chain(others).collect();
        (!all.is_empty()).then(|| joined(all.into_iter(), " OR "))
    }

    fn own(&self, tier: Tier) -> Option<String> {
        // Days and codes stand in no title.
        let facet = |facet: String| Some(phrase([facet])).filter(|_| tier.columns == Columns::Anywhere);
        match &self.term.sort {
            TermMatch::Day(day) => facet(Facet::Day.of(&day.digits())),
            TermMatch::Start(start) => {
                let starts = starts(start).into_iter().map(|start| format!("\"{}\"*", tier.key(&start)));
                Some(joined(starts, " OR "))
            }
            TermMatch::Code(code) => facet(Facet::Code.of(code)),
            TermMatch::Forms | TermMatch::Exact => {
                let keys = |word: &Expanded| word.up_to(tier.level).into_iter().map(|key| tier.key(key)).collect();
                let words: Vec<Vec<String>> = self.words.iter().map(keys).collect();
                let year = self.term.year().filter(|_| tier.level >= PATTERN);
                let year = year.and_then(|year| facet(Facet::Day.of(year)));
                let all: Vec<String> = phrases(&words).into_iter().chain(year).collect();
                (!all.is_empty()).then(|| joined(all.into_iter(), " OR "))
            }
        }
    }
}

/// The keys of a word of a term, up to a level at least.
fn keys_of(term: &Term, word: &SearchWord, index: &Index, most: Level) -> Result<Expanded, Problem> {
    if term.sort != TermMatch::Exact {
        return index.expand(word, most);
    }
    let keys = index.spelled_so(word)?.into_iter().map(|key| (key, 0)).collect();
    Ok(Expanded { keys, meant: Vec::new() })
}

/// The spellings of the beginning of keys.
pub(super) fn starts(start: &str) -> Vec<String> {
    match start.strip_prefix('ا') {
        Some(rest) => ["ا", "أ", "إ", "آ"].iter().map(|alef| format!("{alef}{rest}")).collect(),
        None => vec![start.to_owned()],
    }
}

/// True for words that may stand anywhere, for they make too many phrases.
pub(super) fn is_scattered<T>(words: &[Vec<T>]) -> bool {
    words.len() > 1 && words.iter().map(Vec::len).fold(1_usize, usize::saturating_mul) > MOST_PHRASES
}

/// Words one after another, each by one of its keys.
fn phrases(words: &[Vec<String>]) -> Option<String> {
    if words.iter().any(Vec::is_empty) {
        return None;
    }
    if is_scattered(words) {
        return Some(joined(words.iter().map(|keys| joined(keys.iter().map(|key| phrase([key])), " OR ")), " AND "));
    }
    let mut all: Vec<Vec<&str>> = vec![Vec::new()];
    for keys in words {
        all = all
            .iter()
            .flat_map(|before| keys.iter().map(|key| [before.as_slice(), &[key.as_str()]].concat()))
            .collect();
    }
    Some(joined(all.into_iter().map(phrase), " OR "))
}

/// The filters as expressions.
fn facets(filters: &Filters, index: &Index) -> Result<Vec<String>, Problem> {
    let mut parts = Vec::new();
    let fields = [
        (Facet::Place, &filters.places),
        (Facet::Speaker, &filters.speakers),
        (Facet::Tag, &filters.tags),
        (Facet::Number, &filters.numbers),
    ];
    for (facet, terms) in fields {
        for term in terms {
            parts.push(of_facet(facet, term, index)?);
        }
    }
    let any = |facets: Vec<String>| joined(facets.into_iter().map(|facet| phrase([facet])), " OR ");
    if !filters.states.is_empty() {
        parts.push(any(filters.states.iter().map(|state| keys::state(*state)).collect()));
    }
    if !filters.kinds.is_empty() {
        parts.push(any(filters.kinds.iter().map(|kind| keys::kind(*kind)).collect()));
    }
    if !filters.months.is_empty() {
        parts.push(any(filters.months.iter().map(|month| Facet::Month.of(&month.to_string())).collect()));
    }
    parts.extend(filters.days.iter().map(|day: &Day| phrase([Facet::Day.of(&day.digits())])));
    Ok(parts)
}

/// A term in a facet. A word that no bulletin has stays as it is, and finds nothing.
fn of_facet(facet: Facet, term: &Term, index: &Index) -> Result<String, Problem> {
    let mut words = Vec::new();
    for token in &term.words {
        let found = keys_of(term, token, index, 1)?;
        let mut keys = found.up_to(1);
        if keys.is_empty() {
            keys.push(&token.key);
        }
        words.push(keys.into_iter().map(|key| facet.of(key)).collect::<Vec<_>>());
    }
    Ok(phrases(&words).unwrap_or_else(|| phrase([facet.of("")])))
}

fn joined(parts: impl Iterator<Item = String>, between: &str) -> String {
    format!("({})", parts.collect::<Vec<_>>().join(between))
}

/// Keys one after another. They are letters and digits, so that nothing in them can end the quotes.
fn phrase<T: AsRef<str>>(keys: impl IntoIterator<Item = T>) -> String {
    let keys: Vec<T> = keys.into_iter().collect();
    format!("\"{}\"", keys.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(" "))
}
