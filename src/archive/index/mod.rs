//! The index: what is looked up and searched, in one SQLite file beside the objects. It can always
//! be made again from them.
//!
//! | table | has |
//! |---|---|
//! | `head` | the ledger's line up to which the index knows |
//! | `entries` | one row for each object: what lists show, and its text as the author spelled it |
//! | `files`, `digests` | the files of all versions, and keys; their digests' first 8 bytes, to find them by |
//! | `codes`, `numbers` | the codes on pages; every number an object ever had |
//! | `spellings`, `forms` | every word as it was ever spelled; the keys of each lemma, and how sure they are |
//! | `full` | FTS5: the keys of all words, and facets |
//! | `lead` | FTS5: the keys of the title and of what else stands out, and facets; those of the title once more as facets |
//!
//! Words are made into keys here ([`crate::arabic::forms`]) and stored with spaces between them:
//! SQLite's tokenizer only parts them. What belongs to a word that is asked is told by `forms`
//! (`expand`). A facet is a key after a private character
//! that says what it is of (`keys`), so that filters are words, too. Rows are numbered by their
//! dates (`day`), so that SQLite gives them newest first without sorting and a span of dates is a
//! span of rows.

mod card;
mod connect;
mod day;
mod entry;
mod expand;
mod expression;
mod failure;
mod keys;
mod look;
mod placed;
mod put;
mod query;
mod ranked;
mod reach;
mod rebuild;
mod roll;
mod schema;
mod search;
mod snippet;
#[cfg(test)]
mod tests;
mod tier;

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::Serialize;

pub use self::card::Card;
pub use self::day::Day;
pub use self::entry::{Code, Entry, StoredFile};
pub(in crate::archive) use self::expand::{UNLESS_FEMININE, stored};
pub(in crate::archive) use self::keys::{Keys, passages};
pub use self::look::is_whole_code;
pub(in crate::archive) use self::look::{is_code, is_number};
pub use self::query::{Filters, Query, Term, TermMatch};
pub use self::ranked::Slip;
pub use self::reach::{Asked, Current};
pub use self::rebuild::{Rebuilt, ReindexProgress, rebuild};
pub use self::roll::RollEntry;
pub use self::search::{Hit, SearchResults};
pub use self::snippet::Marked;
use super::problem::Problem;

/// The last line of the ledger that the index knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LedgerHead {
    /// The place of the ledger's last known line; 0 when it knows none.
    pub sequence: u64,
    /// The hash of that line.
    pub hash: String,
    /// The bytes of the ledger up to its end: they change when a line far above is taken out.
    pub length: u64,
}

/// An open index.
#[derive(Debug)]
pub struct Index {
    connection: Connection,
    path: PathBuf,
}

impl Index {
    /// Its file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Up to which line of the ledger it knows.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn head(&self) -> Result<LedgerHead, Problem> {
        let head = self.connection.query_row("SELECT sequence, hash, length FROM head", [], |row| {
            let (sequence, length): (i64, i64) = (row.get(0)?, row.get(2)?);
            let number = |number| u64::try_from(number).unwrap_or_default();
            Ok(LedgerHead { sequence: number(sequence), hash: row.get(1)?, length: number(length) })
        });
        head.map_err(|error| self.problem(&error))
    }
}
