//! The roll of all objects, as lists of the office's own files are compared with it.

use super::Index;
use super::card::{kind_named, state_named};
use super::look::digest_start;
use crate::archive::problem::Problem;
use crate::archive::record::{Kind, State};

/// An object on the roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollEntry {
    /// Its row in the index.
    row: i64,
    /// Its name.
    pub id: String,
    /// Bulletin, newsletter or adopted.
    pub kind: Kind,
    /// Its state.
    pub state: State,
    /// The number of its newest version.
    pub version: u32,
    /// The office's number, as written.
    pub number: Option<String>,
    /// The day it is issued, `2026-11-20`.
    pub date: String,
}

impl Index {
    /// Every object, in the order of their dates.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn roll(&self) -> Result<Vec<RollEntry>, Problem> {
        let select = "SELECT row, id, kind, state, version, number, date FROM entries ORDER BY row";
        let rows = self.all(select, [], |row| {
            let (kind, state): (String, String) = (row.get(2)?, row.get(3)?);
            let entry = (kind_named(&kind), state_named(&state));
            Ok((row.get(0)?, row.get(1)?, entry, row.get(4)?, row.get(5)?, row.get(6)?))
        })?;
        let entry = |(row, id, (kind, state), version, number, date)| {
            let (Some(kind), Some(state)) = (kind, state) else { return Err(self.broken("a name that is none")) };
            Ok(RollEntry { row, id, kind, state, version, number, date })
        };
        rows.into_iter().map(entry).collect()
    }

    /// True if a version of an object has a file whose SHA-512 begins with these digits, of which
    /// there are at least 16.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn has_file(&self, entry: &RollEntry, digest: &str) -> Result<bool, Problem> {
        let Some(start) = digest_start(digest) else { return Ok(false) };
        let select = "SELECT 1 FROM digests WHERE start = ?1 AND row = ?2";
        Ok(self.one(select, [start, entry.row], |row| row.get::<_, i64>(0))?.is_some())
    }
}
