//! Sorted lists in pieces, each a script.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::super::output::Output;
use crate::store::PathError;

/// About as many bytes a piece has.
const SIZE: usize = 5_000;
/// A list has at most about so many pieces; in a larger one each is larger.
const MOST: usize = 4_000;

/// A list that is sorted by words as a browser compares them, by their UTF-16.
#[derive(Debug, Default)]
pub(super) struct SortedList {
    rows: BTreeMap<Vec<u16>, ListRow>,
    size: usize,
}

/// What a list has at a word.
#[derive(Debug, Default)]
struct ListRow {
    name: String,
    postings: Option<String>,
    forms: Option<String>,
    word: Option<String>,
}

impl SortedList {
    fn row(&mut self, name: &str) -> &mut ListRow {
        let row = self.rows.entry(name.encode_utf16().collect()).or_default();
        name.clone_into(&mut row.name);
        row
    }

    /// Adds a key's postings.
    pub(super) fn key(&mut self, key: &str, postings: &str) {
        self.size += key.len() + postings.len();
        self.row(key).postings = Some(postings.to_owned());
    }

    /// Adds a lemma's keys with their levels, if there are any.
    pub(super) fn forms<'a>(&mut self, lemma: &str, keys: impl Iterator<Item = (&'a str, u8)>) {
        let forms = keys.map(|(key, level)| format!("{level} {key}")).collect::<Vec<_>>().join(" ");
        if !forms.is_empty() {
            self.size += lemma.len() + forms.len();
            self.row(lemma).forms = Some(forms);
        }
    }

    /// Adds a word at its place in the list.
    pub(super) fn word(&mut self, place: &str, word: &str) {
        self.size += word.len();
        self.row(place).word = Some(word.to_owned());
    }

    /// Writes the pieces, and returns the word with which each begins.
    pub(super) fn write(self, list: &str, output: &Output) -> Result<Vec<String>, PathError> {
        let most = SIZE.max(self.size / MOST);
        let (mut starts, mut piece) = (Vec::new(), Piece::default());
        for row in self.rows.into_values() {
            if piece.size >= most {
                std::mem::take(&mut piece).write(list, starts.len() - 1, output)?;
            }
            if piece.size == 0 {
                starts.push(row.name.clone());
            }
            piece.add(row);
        }
        if piece.size > 0 {
            piece.write(list, starts.len() - 1, output)?;
        }
        Ok(starts)
    }
}

#[derive(Default)]
struct Piece {
    keys: Map<String, Value>,
    forms: Map<String, Value>,
    words: Vec<String>,
    size: usize,
}

impl Piece {
    fn add(&mut self, row: ListRow) {
        let ListRow { name, postings, forms, word } = row;
        self.size += name.len() + [&postings, &forms].into_iter().flatten().map(String::len).sum::<usize>();
        self.words.extend(word);
        self.keys.extend(postings.map(|postings| (name.clone(), json!(postings))));
        self.forms.extend(forms.map(|forms| (name, json!(forms))));
    }

    fn write(self, list: &str, number: usize, output: &Output) -> Result<(), PathError> {
        let value = match self.words.is_empty() {
            true => json!({ "keys": self.keys, "forms": self.forms }),
            false => json!(self.words.join(" ")),
        };
        output.file(&format!("search/{list}/{number}.js"), call(list, &[json!(number), value]).as_bytes())
    }
}

/// A script that calls a function of the search's own.
pub(super) fn call(function: &str, arguments: &[Value]) -> String {
    let arguments: Vec<String> = arguments.iter().map(Value::to_string).collect();
    // Old browsers take these two for ends of lines, also inside a text.
    let text = arguments.join(",").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    format!("nashra.{function}({text});\n")
}
