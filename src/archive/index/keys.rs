//! The keys of an entry: what is written into the FTS5 tables.

use rusqlite::Row;

use super::day::Day;
use super::look::plain_code;
use crate::arabic::forms::{SearchWord, SearchWordKind, TextWord, WordReader};
use crate::archive::record::{Block, Kind, Person, Record, State};

/// The subject of a facet. Each is a private character before the key, so that no word of a text is
/// one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::archive) enum Facet {
    /// Any entry.
    All,
    Kind,
    State,
    Place,
    Speaker,
    Tag,
    Number,
    /// A month of any year, `11`.
    Month,
    /// A year, a month or a day, `20261125`.
    Day,
    /// The code on its pages.
    Code,
    /// A word of the title.
    Title,
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
            Self::Month => '\u{E007}',
            Self::Day => '\u{E008}',
            Self::Code => '\u{E009}',
            Self::Title => '\u{E00A}',
        }
    }

    /// The facet of a key.
    pub(in crate::archive) fn of(self, key: &str) -> String {
        format!("{}{key}", self.sign())
    }
}

/// The stored text and keys of a row, from which all of its keys are made again.
pub(super) const STORED: &str = "SELECT title, coalesce(number, ''), passages, rest, facets, list
    FROM entries JOIN files USING (row) WHERE row = ?1";

/// The keys of an entry, those of a field with spaces between them.
#[derive(Debug, Default)]
pub(in crate::archive) struct Keys {
    /// Of the title.
    pub(in crate::archive) title: String,
    /// Of what else stands out: number, place, names, tags, slogan, headings, the first paragraph.
    pub(in crate::archive) rest: String,
    /// Of everything.
    pub(in crate::archive) text: String,
    /// All facets.
    pub(in crate::archive) facets: String,
    /// The words in it that its reader had not read before.
    pub(in crate::archive) new_words: Vec<SearchWord>,
}

impl Keys {
    /// The keys of a record with these passages, and all numbers it ever had.
    pub(in crate::archive) fn new(
        record: &Record,
        passages: &str,
        numbers: &[String],
        reader: &mut WordReader,
    ) -> Self {
        let mut keys = Self::default();
        let number = record.number.as_deref().unwrap_or_default();
        for text in std::iter::once(number).chain(standing_out(record)) {
            add(&mut keys.rest, text, reader);
        }
        let said = keys.of_text(&record.title, number, passages, reader);
        keys.facets = facets(record, numbers, said, reader);
        keys.new_words = reader.take_new();
        keys
    }

    /// The keys of an entry from what [`STORED`] gives of it. They must be the same as when they were
    /// written, or they can't be taken out: whoever changes how keys are made gives the tables a
    /// new number.
    pub(super) fn again(row: &Row<'_>, reader: &mut WordReader) -> rusqlite::Result<Self> {
        let text = |column: usize| row.get::<_, String>(column);
        let mut keys = Self { rest: text(3)?, facets: text(4)?, ..Self::default() };
        keys.of_text(&text(0)?, &text(1)?, &text(2)?, reader);
        Ok(keys)
    }

    /// The keys of the title as facets: few bulletins have a word there, and they are found without
    /// those that have it elsewhere.
    pub(super) fn heading(&self) -> String {
        let keys = self.title.split(' ').filter(|key| !key.is_empty());
        keys.map(|key| Facet::Title.of(key)).collect::<Vec<_>>().join(" ")
    }

    /// Adds the keys of title, number and passages; returns the days that they name in full.
    fn of_text(&mut self, title: &str, number: &str, passages: &str, reader: &mut WordReader) -> Vec<Day> {
        let mut said = add(&mut self.title, title, reader);
        for text in [title, number].into_iter().chain(passages.lines()) {
            said.extend(add(&mut self.text, text, reader));
        }
        said
    }
}

/// Adds the keys of a line; returns the days that it names in full.
fn add(keys: &mut String, text: &str, reader: &mut WordReader) -> Vec<Day> {
    let words = reader.read(text);
    for word in words.iter().filter_map(|word| reader.word(word.number)) {
        if !keys.is_empty() {
            keys.push(' ');
        }
        keys.push_str(&word.key);
    }
    dates(&words, reader)
}

/// The parts of a record's text that stand out, but for its title and number.
fn standing_out(record: &Record) -> impl Iterator<Item = &str> {
    let event = record.event.as_ref();
    let place = event.and_then(|event| event.place.as_ref());
    let organisers = event.into_iter().flat_map(|event| &event.organisers);
    let names = record.speakers().flat_map(|person| std::iter::once(&person.name).chain(&person.role));
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
fn people(record: &Record) -> impl Iterator<Item = &Person> {
    record.speakers().chain(&record.signature)
}

fn facets(record: &Record, numbers: &[String], said: Vec<Day>, reader: &mut WordReader) -> String {
    let mut facets = vec![Facet::All.of(""), kind(record.kind), state(record.state)];
    facets.push(Facet::Code.of(&plain_code(&record.code).0));
    days(record, said, &mut facets);
    let places = record.event.iter().filter_map(|event| event.place.as_ref()).map(|place| (Facet::Place, place));
    let people = people(record).flat_map(|person| [&person.name].into_iter().chain(&person.role));
    let people = people.map(|words| (Facet::Speaker, words));
    let tags = record.tags.iter().map(|tag| (Facet::Tag, tag));
    let numbers = numbers.iter().map(|number| (Facet::Number, number));
    for (facet, text) in places.chain(people).chain(tags).chain(numbers) {
        // A lone sign between two fields keeps phrases from reaching over.
        facets.push(facet.of(""));
        let words = reader.read(text);
        facets.extend(words.iter().filter_map(|word| Some(facet.of(&reader.word(word.number)?.key))));
    }
    facets.join(" ")
}

/// The days, months and years of a record: of its issue, of its event, and those that its text has
/// in full.
fn days(record: &Record, said: Vec<Day>, facets: &mut Vec<String>) {
    let event = record.event.iter().filter_map(|event| event.days.as_ref()).flat_map(|(first, last)| [first, last]);
    let mut days: Vec<Day> = std::iter::once(&record.date).chain(event).filter_map(|date| Day::parse(date)).collect();
    for month in days.iter().filter_map(|day| day.month()) {
        facets.push(Facet::Month.of(&month.to_string()));
    }
    days.extend(said);
    for day in days {
        facets.extend(day.spans().iter().map(|digits| Facet::Day.of(digits)));
    }
    facets.sort();
    facets.dedup();
}

/// The dates that stand in a text in full: `25 تشرين الثاني 2026`.
fn dates(words: &[TextWord], reader: &WordReader) -> Vec<Day> {
    let word = |word: &TextWord| reader.word(word.number);
    let is_month = |word: &SearchWord| matches!(word.kind, SearchWordKind::Month(_));
    let three = words.windows(3).filter(|three| three.get(1).and_then(word).is_some_and(is_month));
    three.filter_map(|three| Day::said(&three.iter().filter_map(word).cloned().collect::<Vec<_>>())).collect()
}

/// The facet of a kind.
pub(super) fn kind(kind: Kind) -> String {
    Facet::Kind.of(kind.name())
}

/// The facet of a state.
pub(super) fn state(state: State) -> String {
    Facet::State.of(state.name())
}

/// A record's text as snippets are cut from it: one passage a line, without title and number. Who
/// issued and signed it stands under every bulletin and tells none from another.
pub(in crate::archive) fn passages(record: &Record) -> String {
    let event = record.event.as_ref();
    let held = event.into_iter().flat_map(|event| event.when.iter().chain(&event.place).chain(&event.organisers));
    let blocks = record.blocks.iter().flat_map(Block::lines);
    let before = record.slogan.iter().chain(held).map(String::as_str);
    let mut passages = String::new();
    for passage in before.chain(blocks).chain(record.tags.iter().map(String::as_str)) {
        let lines = passage.split('\n').map(str::trim).filter(|line| !line.is_empty());
        lines.for_each(|line| passages.extend([line, "\n"]));
    }
    passages.truncate(passages.trim_end().len());
    passages
}
