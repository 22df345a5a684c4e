//! The index of the search in the browser.
//!
//! ```text
//! search/about.js          how many documents there are, the first of each month, which are not as published, where each piece begins
//! search/terms/7.js        a piece of the sorted keys and lemmas: the keys' postings, the lemmas' keys and how sure each is
//! search/perhaps/7.js      a piece of the lemmas whose keys are only perhaps their forms
//! search/near/7.js         a piece of the sorted words, for those that are spelled nearly so
//! search/back/7.js         the same, sorted by their ends
//! search/documents/2.js    the names of the documents 64 to 95
//! 2026/11/<id>/text.js     a document's title, number, day, state and kind, and its passages
//! ```
//!
//! Documents are numbered by their names from the oldest. Pieces are small and sorted, so that the
//! forms of a word mostly lie in one and a query loads little. Postings are text, a sign holding 5
//! bits and whether more follow, as in source maps: for each document four times its distance from
//! the one before, and where the word stands (1 in the title, 2 in what else stands out).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Value, json};

use super::super::look::{SiteLook, day};
use super::super::output::Output;
use super::super::places::folder_of;
use super::super::tongue::{Tongue, named};
use super::pieces::{SortedList, call};
use crate::arabic::forms::{PERHAPS, SearchWord, WordReader};
use crate::arabic::{Digits, isolate};
use crate::archive::index::{Keys, UNLESS_FEMININE, passages, stored};
use crate::archive::{Kind, Record, State};
use crate::store::PathError;

/// Names a file has.
const BLOCK: usize = 32;
/// The signs of postings, for 0 to 63.
const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Where a word stands.
const TITLE: usize = 1;
const STANDING_OUT: usize = 2;

/// The index while it grows.
#[derive(Debug, Default)]
pub(in super::super) struct Index {
    keys: HashMap<Box<str>, Postings>,
    /// The keys of each lemma, and their levels.
    forms: HashMap<Box<str>, BTreeMap<Box<str>, u8>>,
    reader: WordReader,
    documents: usize,
    block: Vec<Value>,
    /// The first document of each month, `202611`.
    months: Vec<(u32, usize)>,
    corrected: Postings,
    withdrawn: Postings,
}

/// The documents of a key.
#[derive(Debug, Default)]
struct Postings {
    last: usize,
    signs: Vec<u8>,
}

impl Postings {
    fn add(&mut self, document: usize, place: usize) {
        // The first distance counts from the document before the first, so that none is zero.
        number((document + 1 - self.last) * 4 + place, &mut self.signs);
        self.last = document + 1;
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.signs).unwrap_or_default()
    }
}

/// Appends a number, the lowest 5 bits first.
fn number(mut number: usize, signs: &mut Vec<u8>) {
    let sign = |value: usize| SIGNS.get(value.min(63)).copied().unwrap_or(b'A');
    while number >= 32 {
        signs.push(sign(number % 32 + 32));
        number /= 32;
    }
    signs.push(sign(number));
}

impl Index {
    /// The number of documents it has.
    pub(in super::super) fn len(&self) -> usize {
        self.documents
    }

    /// Takes a document in and writes its passages. `numbers` are all it ever had.
    pub(in super::super) fn add(
        &mut self,
        record: &Record,
        numbers: &[String],
        look: &SiteLook,
        output: &Output,
    ) -> Result<(), PathError> {
        let document = self.documents;
        let passages = passages(record);
        let keys = Keys::new(record, &passages, numbers, &mut self.reader);
        for (key, place) in places(&keys) {
            self.keys.entry(key.into()).or_default().add(document, place);
        }
        keys.new_words.iter().for_each(|word| self.learn(word));
        match record.state {
            State::Published => {}
            State::Corrected => self.corrected.add(document, 0),
            State::Withdrawn => self.withdrawn.add(document, 0),
        }
        let month = day(&record.id).map_or(0, |date| date.year.unsigned_abs() * 100 + u32::from(date.month));
        if self.months.last().is_none_or(|(last, _)| *last != month) {
            self.months.push((month, document));
        }
        output.file(&format!("{}/text.js", folder_of(&record.id)), text(record, &passages, look).as_bytes())?;
        self.documents += 1;
        self.block.push(json!(record.id));
        if self.block.len() == BLOCK { self.end_block(output) } else { Ok(()) }
    }

    /// Takes in the lemmas of a word.
    fn learn(&mut self, word: &SearchWord) {
        for form in word.forms(false) {
            let level = stored(&form);
            let keys = self.forms.entry(form.lemma.into()).or_default();
            let known = keys.entry(word.key.as_str().into()).or_insert(level);
            *known = level.min(*known);
        }
    }

    fn end_block(&mut self, output: &Output) -> Result<(), PathError> {
        let Some(last) = self.documents.checked_sub(1).filter(|_| !self.block.is_empty()) else { return Ok(()) };
        let (number, block) = (last / BLOCK, std::mem::take(&mut self.block));
        let text = call("documents", &[json!(number), Value::Array(block)]);
        output.file(&format!("search/documents/{number}.js"), text.as_bytes())
    }

    /// Writes the pieces.
    pub(in super::super) fn write(mut self, look: &SiteLook, output: &Output) -> Result<(), PathError> {
        self.end_block(output)?;
        let (mut terms, mut perhaps) = (SortedList::default(), SortedList::default());
        for (key, postings) in &self.keys {
            terms.key(key, postings.text());
        }
        let mut words = BTreeSet::new();
        for (lemma, keys) in &self.forms {
            let is_word = keys.values().any(|level| *level == 0);
            if is_word && lemma.chars().all(char::is_alphabetic) {
                words.insert(lemma.as_ref());
            }
            let of = |only: bool| keys.iter().filter(move |(_, level)| (**level % UNLESS_FEMININE >= PERHAPS) == only);
            // A key is a form of itself without saying so.
            let sure = of(false).filter(|(key, level)| **level > 0 || *key != lemma);
            terms.forms(lemma, sure.map(|(key, level)| (key.as_ref(), *level)));
            perhaps.forms(lemma, of(true).map(|(key, level)| (key.as_ref(), *level)));
        }
        let (mut near, mut back) = (SortedList::default(), SortedList::default());
        for word in words {
            near.word(word, word);
            back.word(&word.chars().rev().collect::<String>(), word);
        }
        let starts = json!({
            "terms": terms.write("terms", output)?,
            "perhaps": perhaps.write("perhaps", output)?,
            "near": near.write("near", output)?,
            "back": back.write("back", output)?,
        });
        let about = json!({
            "documents": self.documents,
            "block": BLOCK,
            "months": self.months,
            "corrected": self.corrected.text(),
            "withdrawn": self.withdrawn.text(),
            "zero": if look.digits == Digits::Arab { "٠" } else { "0" },
            "starts": starts,
        });
        output.file("search/about.js", call("about", &[about]).as_bytes())
    }
}

/// Where each key of an entry stands.
fn places(keys: &Keys) -> BTreeMap<&str, usize> {
    let mut places = BTreeMap::new();
    let fields = [(&keys.text, 0), (&keys.facets, 0), (&keys.title, TITLE), (&keys.rest, STANDING_OUT)];
    for (field, place) in fields {
        for key in field.split(' ').filter(|key| !key.is_empty()) {
            *places.entry(key).or_insert(0) |= place;
        }
    }
    // What stands in every document tells none from another.
    places.retain(|key, _| key.chars().count() > 1 || key.chars().all(char::is_alphanumeric));
    places
}

/// A document's row and passages, as the page shows them.
fn text(record: &Record, passages: &str, look: &SiteLook) -> String {
    let title = Tongue::of(named(record), &record.title, look);
    let shown = |text: &str| isolate(&look.digits.text(text)).into_owned();
    let lines: Vec<String> = passages.lines().map(shown).collect();
    let row = json!([
        record.id,
        shown(&record.title),
        record.number.as_deref().map(|number| look.plain(number)),
        look.day(&record.date),
        match record.state {
            State::Published => 0,
            State::Corrected => 1,
            State::Withdrawn => 2,
        },
        u8::from(record.kind == Kind::Newsletter),
        title.lang(),
    ]);
    call("text", &[row, json!(lines)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postings_are_short() {
        let mut postings = Postings::default();
        for (document, place) in [(0, 1), (1, 3), (40, 0), (2000, 2)] {
            postings.add(document, place);
        }
        assert_eq!(postings.text(), "FH8Ei1H");
    }
}
