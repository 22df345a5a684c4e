//! The index of the search in the browser.
//!
//! ```text
//! search/about.js          how many documents and shards there are, the first document of each year, which are not as published
//! search/terms/7.js        postings of the keys whose hash ends in 7: the keys' documents, and what each weighs there
//! search/documents/2.js    name, title, number, day, state and kind of the documents 128 to 191
//! 2026/11/<id>/text.js     a document's passages, for the passage that is shown and for phrases
//! ```
//!
//! Documents are numbered by their names from the oldest. Postings are text, a sign holding 5 bits
//! and whether more follow, as in source maps: for each document its distance from the one before,
//! then a sign for its weight. Most distances of a common word are one sign long, so that a word
//! that stands in all of 100 000 bulletins has 200 KB.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

use super::super::lists::folder_of;
use super::super::look::{SiteLook, day};
use super::super::output::Output;
use crate::arabic::fold::each_word;
use crate::arabic::stem::{ROOTED, stem};
use crate::arabic::{Digits, isolate};
use crate::archive::{Kind, Record, State};
use crate::store::PathError;

/// Documents a file has.
const BLOCK: usize = 64;
/// So many documents are worth a shard more.
const DOCUMENTS_A_SHARD: usize = 100;
const FEWEST_SHARDS: usize = 16;
const MOST_SHARDS: usize = 1024;
/// The signs of postings, for 0 to 63.
const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// The weight of a word by its place: in the title, in the facts about the bulletin, in the text.
const TITLE: u8 = 24;
const ABOUT: u8 = 8;
const TEXT: u8 = 1;
/// The most occurrences of a word in the text that count.
const OFTEN: u8 = 8;

/// The index while it grows.
#[derive(Debug, Default)]
pub(in super::super) struct Index {
    keys: HashMap<Box<str>, Postings>,
    documents: usize,
    block: Vec<Value>,
    years: Vec<(i32, usize)>,
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
    fn add(&mut self, document: usize, weight: u8) {
        // The first distance counts from the document before the first, so that none is zero.
        number(document + 1 - self.last, &mut self.signs);
        self.signs.push(sign(usize::from(weight)));
        self.last = document + 1;
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.signs).unwrap_or_default()
    }
}

/// Appends a number, the lowest 5 bits first.
fn number(mut number: usize, signs: &mut Vec<u8>) {
    while number >= 32 {
        signs.push(sign(number % 32 + 32));
        number /= 32;
    }
    signs.push(sign(number));
}

fn sign(value: usize) -> u8 {
    SIGNS.get(value.min(63)).copied().unwrap_or(b'A')
}

/// The shard of a key: FNV-1a over its UTF-16, which a script has at hand.
fn shard(key: &str, shards: usize) -> usize {
    let hash =
        key.encode_utf16().fold(0x811C_9DC5_u32, |hash, unit| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193));
    hash as usize % shards
}

impl Index {
    /// The number of documents it has.
    pub(in super::super) fn len(&self) -> usize {
        self.documents
    }

    /// Takes a document in and writes its passages.
    pub(in super::super) fn add(&mut self, record: &Record, look: &SiteLook, output: &Output) -> Result<(), PathError> {
        let document = self.documents;
        let passages = Passages::new(record);
        for (key, weight) in passages.weights() {
            self.keys.entry(key).or_default().add(document, weight);
        }
        match record.state {
            State::Published => {}
            State::Corrected => self.corrected.add(document, 0),
            State::Withdrawn => self.withdrawn.add(document, 0),
        }
        let year = day(&record.id).map_or(0, |date| date.year);
        if self.years.last().is_none_or(|(last, _)| *last != year) {
            self.years.push((year, document));
        }
        let shown = |text: &str| isolate(&look.digits.text(text)).into_owned();
        let lines: Vec<String> = passages.lines().map(shown).collect();
        let path = format!("{}/text.js", folder_of(&record.id));
        output.file(&path, call("text", &[json!(record.id), json!(lines)]).as_bytes())?;
        self.documents += 1;
        self.block.push(json!([
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
        ]));
        if self.block.len() == BLOCK { self.end_block(output) } else { Ok(()) }
    }

    fn end_block(&mut self, output: &Output) -> Result<(), PathError> {
        let Some(last) = self.documents.checked_sub(1).filter(|_| !self.block.is_empty()) else { return Ok(()) };
        let (number, block) = (last / BLOCK, std::mem::take(&mut self.block));
        let text = call("documents", &[json!(number), Value::Array(block)]);
        output.file(&format!("search/documents/{number}.js"), text.as_bytes())
    }

    /// Writes the shards.
    pub(in super::super) fn write(mut self, look: &SiteLook, output: &Output) -> Result<(), PathError> {
        self.end_block(output)?;
        let shards = (self.documents / DOCUMENTS_A_SHARD).next_power_of_two().clamp(FEWEST_SHARDS, MOST_SHARDS);
        let mut sorted: Vec<BTreeMap<&str, &str>> = vec![BTreeMap::new(); shards];
        for (key, postings) in &self.keys {
            if let Some(keys) = sorted.get_mut(shard(key, shards)) {
                keys.insert(key, postings.text());
            }
        }
        for (number, keys) in sorted.iter().enumerate() {
            let text = call("terms", &[json!(number), json!(keys)]);
            output.file(&format!("search/terms/{number}.js"), text.as_bytes())?;
        }
        let about = json!({
            "documents": self.documents,
            "shards": shards,
            "block": BLOCK,
            "years": self.years,
            "corrected": self.corrected.text(),
            "withdrawn": self.withdrawn.text(),
            "zero": if look.digits == Digits::Arab { "٠" } else { "0" },
            "rooted": ROOTED.join(" "),
        });
        output.file("search/about.js", call("about", &[about]).as_bytes())
    }
}

/// A script that calls a function of the search's own.
fn call(function: &str, arguments: &[Value]) -> String {
    let arguments: Vec<String> = arguments.iter().map(Value::to_string).collect();
    // Old browsers take these two for ends of lines, also inside a text.
    let text = arguments.join(",").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    format!("nashra.{function}({text});\n")
}

/// A document's passages by their weight.
struct Passages<'a> {
    title: &'a str,
    about: Vec<&'a str>,
    text: Vec<&'a str>,
}

impl<'a> Passages<'a> {
    fn new(record: &'a Record) -> Self {
        let mut about: Vec<&str> = record.slogan.iter().chain(&record.number).map(String::as_str).collect();
        if let Some(event) = &record.event {
            about.extend(event.place.iter().chain(&event.organisers).map(String::as_str));
        }
        about.extend(record.tags.iter().map(String::as_str));
        about.extend(record.signature.iter().map(|person| person.name.as_str()));
        let text = record.blocks.iter().flat_map(|block| block.lines()).collect();
        Self { title: &record.title, about, text }
    }

    fn lines(&self) -> impl Iterator<Item = &'a str> {
        // The text first: it is where the passage that is shown is looked for.
        self.text.iter().chain(&self.about).copied().chain([self.title])
    }

    /// The weight of each key.
    fn weights(&self) -> HashMap<Box<str>, u8> {
        let mut weights: HashMap<Box<str>, (bool, bool, u8)> = HashMap::new();
        let mut each = |text: &str, weight: u8| {
            each_word(text, |_, word| {
                let key = stem(word);
                let (title, about, times) = weights.entry(Box::from(key.as_ref())).or_default();
                match weight {
                    TITLE => *title = true,
                    ABOUT => *about = true,
                    _ => *times = (*times + 1).min(OFTEN),
                }
            });
        };
        each(self.title, TITLE);
        self.about.iter().for_each(|text| each(text, ABOUT));
        self.text.iter().for_each(|text| each(text, TEXT));
        let weigh =
            |(title, about, times): (bool, bool, u8)| u8::from(title) * TITLE + u8::from(about) * ABOUT + times * TEXT;
        weights.into_iter().map(|(key, places)| (key, weigh(places))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postings_are_short() {
        let mut postings = Postings::default();
        for (document, weight) in [(0, 1), (1, 63), (40, 0), (2000, 2)] {
            postings.add(document, weight);
        }
        assert_eq!(postings.text(), "BBB_nBAog8BC".replace("og8", "o9"));
    }

    #[test]
    fn keys_have_their_shard_for_ever() {
        assert_eq!(shard("بصره", 16), shard("بصره", 1024) % 16);
        assert_ne!(shard("بصره", 1024), shard("مدرسه", 1024));
    }
}
