//! The reader of fields: it takes keys from a table one by one and reports everything that is wrong
//! with them.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::arabic::Language;
use crate::report::check::checker::Checker;
use crate::report::source::clip::clipped;
use crate::report::source::keys::KINDS;
use crate::words::nearest;
use crate::words::{FieldProblem, Found, Home, Want};

/// Keys that stand above the first heading of a file, and are none of its event or its body.
const OF_FILE: [&str; 15] = [
    "schema",
    "status",
    "language",
    "number",
    "hijri",
    "slug",
    "not_before",
    "title",
    "slogan",
    "preamble",
    "tags",
    "links",
    "signature",
    "attachments",
    "copies",
];
/// Keys that stand under `[event]` alone.
const OF_EVENT: [&str; 5] = ["organisers", "place", "time", "start", "end"];

/// Bytes of a value that a hint repeats.
const LONGEST_READY: usize = 80;

/// A table whose keys are being taken.
pub(crate) struct Fields<'v, 's> {
    table: &'v DeTable<'s>,
    /// The table's place, for what it lacks.
    pub(crate) span: Range<usize>,
    /// Its name, such as `event` or `body[3]`; empty for the whole file.
    pub(crate) path: String,
    known: Vec<&'static str>,
}

/// A value with its key and place.
#[derive(Clone)]
pub(crate) struct Field<'v, 's> {
    /// The key; empty for an element of a list.
    pub(crate) key: &'static str,
    /// The full name, such as `body[3].photo`.
    pub(crate) path: String,
    /// The value.
    pub(crate) value: &'v DeValue<'s>,
    /// The value's place.
    pub(crate) span: Range<usize>,
    /// True if the key must be there.
    pub(crate) needed: bool,
}

impl<'v, 's> Fields<'v, 's> {
    pub(crate) fn new(table: &'v DeTable<'s>, span: Range<usize>, path: String) -> Self {
        Self { table, span, path, known: Vec::new() }
    }

    /// True if a key stands in the table; does not take it.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// True if a table of the table, or one of several, has one of some keys: parts under a heading
    /// of another name.
    pub(crate) fn has_parts(&self, keys: &[&str]) -> bool {
        let has = |value: &DeValue<'_>| {
            value.as_table().is_some_and(|table| keys.iter().any(|key| *key != "photo" && table.contains_key(*key)))
        };
        self.table.iter().any(|(key, value)| {
            let parts = value.get_ref().as_array();
            !self.known.contains(&&**key.get_ref())
                && (has(value.get_ref()) || parts.is_some_and(|parts| parts.iter().any(|part| has(part.get_ref()))))
        })
    }

    /// True if a part of the body stands outside it, at the head of the file or under its event:
    /// that is told there.
    pub(crate) fn has_loose_part(&self) -> bool {
        let event = self.table.get("event").and_then(|event| event.get_ref().as_table());
        let has = |table: &DeTable<'_>| KINDS.iter().any(|key| table.contains_key(*key));
        has(self.table) || event.is_some_and(has)
    }

    /// Takes a key, if it is there.
    pub(crate) fn take(&mut self, key: &'static str) -> Option<Field<'v, 's>> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        let value = self.table.get(key)?;
        Some(Field { key, path: self.name(key), value: value.get_ref(), span: value.span(), needed: false })
    }

    /// Takes a key that must be there.
    pub(crate) fn need(
        &mut self,
        checker: &mut Checker<'_>,
        key: &'static str,
        example: &str,
    ) -> Option<Field<'v, 's>> {
        let field = self.take(key);
        if field.is_none() {
            self.missing(checker, key, example);
        }
        field.map(|field| Field { needed: true, ..field })
    }

    /// Reports that a key is absent, unless it is there misspelt: that is told by
    /// [`Fields::finish`].
    pub(crate) fn missing(&self, checker: &mut Checker<'_>, key: &'static str, example: &str) {
        if self.is_under_a_heading(key) {
            return;
        }
        if self.keys().any(|other| !self.known.contains(&other) && nearest(other, &[key]).is_some()) {
            return;
        }
        let example = format!("{key} = {example}");
        checker.lacks(key, self.span.clone(), &self.name(key), FieldProblem::Missing { key, example });
    }

    /// Reports every key that was not taken.
    pub(crate) fn finish(self, checker: &mut Checker<'_>) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if self.known.contains(&name) {
                continue;
            }
            if !checker.has_room() {
                continue;
            }
            if let Some(heading) = self.home(checker.text, name) {
                let problem = FieldProblem::Misplaced { key: clipped(name), heading };
                checker.error(key.span(), &self.name(&clipped(name)), problem);
                continue;
            }
            let near = nearest(name, &self.known);
            let problem = FieldProblem::UnknownKey { key: clipped(name), near, known: self.known.clone() };
            checker.error(key.span(), &self.name(&clipped(name)), problem);
        }
    }

    /// The heading that an unknown key belongs above or below, if it is known there.
    fn home(&self, text: &str, key: &str) -> Option<Home> {
        let under = self.path == "event" || (self.path.starts_with("body[") && !self.path.contains('.'));
        if under && OF_FILE.contains(&key) {
            let heading = text.lines().map(str::trim).find(|line| line.starts_with('['))?;
            return Some(Home::Above { heading: clipped(heading) });
        }
        let file = self.path.is_empty() && !text.lines().any(|line| line.trim().starts_with("[[articles"));
        if (file || self.path == "event") && KINDS.contains(&key) {
            return Some(Home::InPart);
        }
        let elsewhere = self.path.is_empty() || under && self.path != "event";
        let heading = "[event]".to_owned();
        match text.lines().any(|line| line.trim() == heading) {
            _ if !(elsewhere && OF_EVENT.contains(&key) && self.is_report(text)) => None,
            true => Some(Home::Under { heading }),
            false => Some(Home::UnderNew { heading }),
        }
    }

    /// True if the file is a report: an issue of the newsletter and the settings have no body.
    fn is_report(&self, text: &str) -> bool {
        self.path.starts_with("body") || text.lines().any(|line| line.trim().starts_with("[[body"))
    }

    /// True if a key of the file stands under one of its headings by mistake, which is told there.
    fn is_under_a_heading(&self, key: &str) -> bool {
        let in_table = |value: &DeValue<'_>| value.as_table().is_some_and(|table| table.contains_key(key));
        let event = || self.table.get("event").is_some_and(|event| in_table(event.get_ref()));
        let parts = || self.table.get("body").and_then(|body| body.get_ref().as_array());
        self.path.is_empty()
            && OF_FILE.contains(&key)
            && (event() || parts().is_some_and(|parts| parts.iter().any(|part| in_table(part.get_ref()))))
    }

    /// All keys that stand in the table.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.table.keys().map(|key| &**key.get_ref())
    }

    /// The place of a key.
    pub(crate) fn key_span(&self, key: &str) -> Option<Range<usize>> {
        self.table.keys().find(|found| &**found.get_ref() == key).map(Spanned::span)
    }

    /// The full name of a key of this table.
    pub(crate) fn name(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

impl<'v, 's> Field<'v, 's> {
    /// What is typed, as it must stand to be of the kind that is wanted.
    fn ready(&self, checker: &Checker<'_>, want: Want, found: Found) -> Option<String> {
        let typed = checker.text.get(self.span.clone()).filter(|typed| typed.len() <= LONGEST_READY)?;
        let last = self.path.rsplit('.').next().unwrap_or_default();
        match (want, found) {
            (Want::Text | Want::Texts, Found::Integer | Found::Float | Found::Date) => Some(format!("\"{typed}\"")),
            (Want::TextList | Want::List, Found::Text) if !self.key.is_empty() => Some(format!("[{typed}]")),
            (Want::Table, Found::Text) if last == "signature" => Some(format!("name = {typed}")),
            (Want::Blocks, Found::Text) if last == "body" => Some(format!("paragraph = {typed}")),
            _ => None,
        }
    }

    /// Reports that the value is of another kind.
    pub(crate) fn wrong(&self, checker: &mut Checker<'_>, want: Want) {
        let found = match self.value {
            DeValue::String(_) => Found::Text,
            DeValue::Integer(_) => Found::Integer,
            DeValue::Float(_) => Found::Float,
            DeValue::Boolean(_) => Found::Boolean,
            DeValue::Datetime(_) => Found::Date,
            DeValue::Array(_) => Found::List,
            DeValue::Table(_) => Found::Table,
        };
        let key = if want == Want::Table && !self.key.is_empty() { heading(&self.path) } else { self.key.to_owned() };
        let typed = self.ready(checker, want, found);
        let problem = FieldProblem::WrongType { key, want, found, typed };
        checker.error(self.span.clone(), &self.path, problem);
    }

    /// The decoded text, not yet cleaned.
    pub(crate) fn raw(&self, checker: &mut Checker<'_>) -> Option<&'v str> {
        let text = self.value.as_str();
        if text.is_none() {
            self.wrong(checker, Want::Text);
        }
        text
    }

    /// `true` or `false`.
    pub(crate) fn boolean(&self, checker: &mut Checker<'_>) -> Option<bool> {
        let value = self.value.as_bool();
        if value.is_none() {
            self.wrong(checker, Want::Boolean);
        }
        value
    }

    /// A whole number from `min` to `max`.
    pub(crate) fn integer(&self, checker: &mut Checker<'_>, min: i64, max: i64) -> Option<i64> {
        let DeValue::Integer(integer) = self.value else {
            self.wrong(checker, Want::Integer);
            return None;
        };
        let value = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
        let inside = value.filter(|value| (min..=max).contains(value));
        if inside.is_none() {
            let found = clipped(integer.as_str());
            let key = self.key.to_owned();
            checker.error(self.span.clone(), &self.path, FieldProblem::OutOfRange { key, min, max, found });
        }
        inside
    }

    /// One of a few words.
    pub(crate) fn choice<T: Copy>(&self, checker: &mut Checker<'_>, choices: &[(&'static str, T)]) -> Option<T> {
        let text = match self.value.as_str() {
            Some(text) => text,
            None => checker.text.get(self.span.clone()).unwrap_or_default(),
        };
        let found = choices.iter().find(|(word, _)| self.value.is_str() && *word == text.trim());
        if found.is_none() {
            let allowed: Vec<&'static str> = choices.iter().map(|(word, _)| *word).collect();
            let near = nearest(text, &allowed).or_else(|| in_arabic(text, &allowed));
            let key = if self.key.is_empty() { heading(&self.path) } else { self.key.to_owned() };
            let found = clipped(text);
            checker.error(self.span.clone(), &self.path, FieldProblem::UnknownChoice { key, found, near, allowed });
        }
        found.map(|(_, value)| *value)
    }

    /// A language of texts, by its tag.
    pub(crate) fn language(&self, checker: &mut Checker<'_>) -> Option<Language> {
        let found = self.value.as_str().and_then(Language::tagged);
        if found.is_none() {
            let text = self.value.as_str().unwrap_or_else(|| checker.text.get(self.span.clone()).unwrap_or_default());
            let (key, near) = (self.key.to_owned(), Language::meant_tag(text));
            let allowed = Language::TAGS.map(|(tag, _)| tag).to_vec();
            let problem = FieldProblem::UnknownChoice { key, found: clipped(text), near, allowed };
            checker.error(self.span.clone(), &self.path, problem);
        }
        found
    }

    /// The elements of a list.
    pub(crate) fn list(&self, checker: &mut Checker<'_>, want: Want) -> Option<Vec<Field<'v, 's>>> {
        let DeValue::Array(array) = self.value else {
            self.wrong(checker, want);
            return None;
        };
        if !checker.has_place_for(array.len(), &self.span, &self.path) {
            return None;
        }
        Some(array.iter().enumerate().map(|(index, value)| self.element(index, value)).collect())
    }

    /// The elements of a list of at most so many; those beyond are told and not read.
    pub(crate) fn bounded(&self, checker: &mut Checker<'_>, want: Want, limit: usize) -> Option<Vec<Field<'v, 's>>> {
        let mut list = self.list(checker, want)?;
        self.at_most(checker, list.len(), limit);
        list.truncate(limit);
        Some(list)
    }

    fn element(&self, index: usize, value: &'v Spanned<DeValue<'s>>) -> Field<'v, 's> {
        let path = format!("{}[{}]", self.path, index + 1);
        Field { key: "", path, value: value.get_ref(), span: value.span(), needed: false }
    }

    /// The keys of a table.
    pub(crate) fn table(&self, checker: &mut Checker<'_>) -> Option<Fields<'v, 's>> {
        self.table_of(checker, Want::Table)
    }

    /// The keys of a table of some kind.
    pub(crate) fn table_of(&self, checker: &mut Checker<'_>, want: Want) -> Option<Fields<'v, 's>> {
        let DeValue::Table(table) = self.value else {
            self.wrong(checker, want);
            return None;
        };
        Some(Fields::new(table, self.span.clone(), self.path.clone()))
    }

    /// Reports a list with too many elements, or an empty one.
    pub(crate) fn at_most(&self, checker: &mut Checker<'_>, found: usize, limit: usize) {
        if found > limit {
            let problem = FieldProblem::TooMany { key: self.key.to_owned(), limit, found };
            checker.error(self.span.clone(), &self.path, problem);
        }
    }
}

/// The word that an Arabic one stands for.
fn in_arabic(text: &str, allowed: &[&'static str]) -> Option<&'static str> {
    const WORDS: [(&str, &str); 9] = [
        ("مسود", "draft"),
        ("معتمد", "approved"),
        ("موقع", "approved"),
        ("نهائي", "approved"),
        ("كامل", "full"),
        ("نصف", "half"),
        ("غلاف", "cover"),
        ("مادة", "article"),
        ("موجز", "brief"),
    ];
    let found = WORDS.iter().find(|(word, _)| text.contains(word))?.1;
    allowed.iter().copied().find(|word| *word == found)
}

/// The name of a table as it stands in its heading: without the numbers of blocks.
fn heading(path: &str) -> String {
    path.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect()
}
