//! An object as lists show it.

use rusqlite::Row;
use rusqlite::types::Type;
use serde::Serialize;

use crate::archive::record::{Kind, State};

/// The columns of `entries` that a card is read from, in their order.
pub(super) const COLUMNS: &str = "id, kind, state, revision, version, number, date, date_line, title, place";

/// An object as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Card {
    /// Its name.
    pub id: String,
    /// Bulletin, newsletter or adopted.
    pub kind: Kind,
    /// Its state.
    pub state: State,
    /// The text's revision.
    pub revision: u32,
    /// The number of its newest version.
    pub version: u32,
    /// The office's number, as written.
    pub number: Option<String>,
    /// The day it is issued, `2026-11-20`.
    pub date: String,
    /// The same as its pages show it.
    pub date_line: String,
    /// Its title.
    pub title: String,
    /// The place of the event.
    pub place: Option<String>,
}

impl Card {
    /// Reads it from a row that begins with [`COLUMNS`].
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let (kind, state): (String, String) = (row.get(1)?, row.get(2)?);
        let strange = |column| rusqlite::Error::InvalidColumnType(column, "name".to_owned(), Type::Text);
        Ok(Self {
            id: row.get(0)?,
            kind: kind_named(&kind).ok_or_else(|| strange(1))?,
            state: state_named(&state).ok_or_else(|| strange(2))?,
            revision: row.get(3)?,
            version: row.get(4)?,
            number: row.get(5)?,
            date: row.get(6)?,
            date_line: row.get(7)?,
            title: row.get(8)?,
            place: row.get(9)?,
        })
    }
}

/// A kind by its name in records.
pub(super) fn kind_named(name: &str) -> Option<Kind> {
    [Kind::Bulletin, Kind::Newsletter, Kind::Adopted].into_iter().find(|kind| kind.name() == name)
}

/// A state by its name in records.
pub(super) fn state_named(name: &str) -> Option<State> {
    [State::Published, State::Corrected, State::Withdrawn].into_iter().find(|state| state.name() == name)
}
