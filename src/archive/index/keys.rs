//! The keys of an entry: what is written into the FTS5 tables.

use std::borrow::Cow;

use crate::arabic::fold::{each_word, fold};
use crate::arabic::stem::stem;
use crate::archive::record::{Block, Kind, Person, Record, State};

/// The most letters of a key; nobody searches for the end of a longer one.
const LONGEST: usize = 48;

/// The subject of a facet. Each is a private character before the key, so that no word of a text is
/// one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Facet {
    /// Any entry.
    All,
    Kind,
    State,
    Place,
    Speaker,
    Tag,
    Number,
}

impl Facet {
    fn sign(self) -> char {
        match self {
            Self::All => '\u{E000}',
            Self::Kind => '\u{E001}',
            Self::State => '\u{E002}',
            Self::Place => '\u{E003}',
            Self::Speaker => '\u{E004}',
            Self::Tag => '\u{E005}',
            Self::Number => '\u{E006}',
        }
    }

    /// The facet of a key.
    pub(super) fn of(self, key: &str) -> String {
        format!("{}{key}", self.sign())
    }
}

/// The key of a folded word.
pub(super) fn key(folded: &str) -> Cow<'_, str> {
    let stem = stem(folded);
    match stem.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(stem.get(..end).unwrap_or_default().to_owned()),
        None => stem,
    }
}

/// The keys of an entry, those of a field with spaces between them.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// Of the title.
    pub(super) title: String,
    /// Of what else stands out: number, place, names, tags, slogan, headings, the first paragraph.
    pub(super) rest: String,
    /// Of everything.
    pub(super) text: String,
    /// All facets.
    pub(super) facets: String,
}

impl Keys {
    /// The keys of a record with these passages, and all numbers it ever had.
    pub(super) fn new(record: &Record, passages: &str, numbers: &[String]) -> Self {
        let mut rest = String::new();
        let number = record.number.as_deref().unwrap_or_default();
        for text in std::iter::once(number).chain(standing_out(record)) {
            add(&mut rest, text);
        }
        Self::again(&record.title, number, passages, rest, facets(record, numbers))
    }

    /// The keys of an entry from what is stored of it. They must be the same as when they were
    /// written, or they can't be taken out: whoever changes how keys are made gives the tables a
    /// new number.
    pub(super) fn again(title: &str, number: &str, passages: &str, rest: String, facets: String) -> Self {
        let mut keys = Self { rest, facets, ..Self::default() };
        add(&mut keys.title, title);
        for text in [title, number, passages] {
            add(&mut keys.text, text);
        }
        keys
    }
}

/// Adds the keys of a text.
fn add(keys: &mut String, text: &str) {
    each_word(text, |_, folded| {
        if !keys.is_empty() {
            keys.push(' ');
        }
        keys.push_str(&key(folded));
    });
}

/// The parts of a record's text that stand out, but for its title and number.
fn standing_out(record: &Record) -> impl Iterator<Item = &str> {
    let event = record.event.as_ref();
    let place = event.and_then(|event| event.place.as_ref());
    let organisers = event.into_iter().flat_map(|event| &event.organisers);
    let names = speakers(record).flat_map(|person| std::iter::once(&person.name).chain(&person.role));
    let first = record.blocks.iter().find_map(|block| match block {
        Block::Paragraph { text } => Some(text),
        _ => None,
    });
    let headings = record.blocks.iter().filter_map(|block| match block {
        Block::Heading { text, .. } => Some(text),
        _ => None,
    });
    let all = record.slogan.iter().chain(place).chain(organisers).chain(names).chain(&record.tags);
    all.chain(headings).chain(first).map(String::as_str)
}

/// The people who speak in a bulletin or signed it.
fn speakers(record: &Record) -> impl Iterator<Item = &Person> {
    record.speakers().chain(&record.signature)
}

fn facets(record: &Record, numbers: &[String]) -> String {
    let mut facets = vec![Facet::All.of(""), kind(record.kind), state(record.state)];
    let places = record.event.iter().filter_map(|event| event.place.as_ref()).map(|place| (Facet::Place, place));
    let people = speakers(record).flat_map(|person| [&person.name].into_iter().chain(&person.role));
    let people = people.map(|words| (Facet::Speaker, words));
    let tags = record.tags.iter().map(|tag| (Facet::Tag, tag));
    let numbers = numbers.iter().map(|number| (Facet::Number, number));
    for (facet, text) in places.chain(people).chain(tags).chain(numbers) {
        // A lone sign between two fields keeps phrases from reaching over.
        facets.push(facet.of(""));
        facets.extend(fold(text).split(' ').filter(|word| !word.is_empty()).map(|word| facet.of(&key(word))));
    }
    facets.join(" ")
}

/// The facet of a kind.
pub(super) fn kind(kind: Kind) -> String {
    Facet::Kind.of(kind.name())
}

/// The facet of a state.
pub(super) fn state(state: State) -> String {
    Facet::State.of(state.name())
}

/// A record's text as snippets are cut from it: one passage a line, without title and number.
pub(super) fn passages(record: &Record) -> String {
    let event = record.event.as_ref();
    let held = event.into_iter().flat_map(|event| event.when.iter().chain(&event.place).chain(&event.organisers));
    let blocks = record.blocks.iter().flat_map(Block::lines);
    let signed = record.signature.iter().flat_map(|person| std::iter::once(&person.name).chain(&person.role));
    let before = record.slogan.iter().chain(held).map(String::as_str);
    let after = record.office.iter().chain(signed).chain(&record.tags).map(String::as_str);
    let mut passages = String::new();
    for passage in before.chain(blocks).chain(after) {
        let lines = passage.split('\n').map(str::trim).filter(|line| !line.is_empty());
        lines.for_each(|line| passages.extend([line, "\n"]));
    }
    passages.truncate(passages.trim_end().len());
    passages
}
