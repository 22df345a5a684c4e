//! Looking things up: by name, number, code and contents.

use rusqlite::Error::FromSqlConversionFailure;
use rusqlite::types::Type;
use rusqlite::{OptionalExtension as _, Params, Row};

use super::Index;
use super::card::{COLUMNS, Card};
use super::entry::StoredFile;
use crate::arabic::fold::fold;
use crate::archive::problem::Problem;
use crate::archive::record::Kind;

/// The digits of a hash in a code.
const HASH: usize = 16;
/// The fewest digits of a hash by which a code can be found.
const FEWEST: usize = 8;

impl Index {
    /// The object that has or ever had a number: digits, spaces and the signs between its parts may
    /// be written in any way. Of several, which may be where numbers don't name their year, it is the
    /// newest; with `within` only one of that year.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn number_holder(&self, kind: Kind, number: &str, within: Option<i32>) -> Result<Option<String>, Problem> {
        let plain = plain_number(number);
        if plain.is_empty() {
            return Ok(None);
        }
        self.one(
            "SELECT id FROM numbers JOIN entries USING (row) WHERE numbers.number = ?1 AND numbers.kind = ?2
             AND (?3 IS NULL OR date LIKE ?3) ORDER BY row DESC",
            (plain.as_str(), kind.numbered().name(), within.map(|year| format!("{year:04}-%"))),
            |row| row.get(0),
        )
    }

    /// The object that has or ever had a number, of a bulletin before that of an issue, or that has a code
    /// on its pages.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn holder(&self, name: &str) -> Result<Option<String>, Problem> {
        for kind in [Kind::Bulletin, Kind::Newsletter] {
            if let Some(id) = self.number_holder(kind, name, None)? {
                return Ok(Some(id));
            }
        }
        Ok(self.by_code(name)?.map(|(id, _)| id))
    }

    /// The object that has a code on its pages, and the whole code. Capitals, spaces, hyphens and
    /// marks of direction don't matter; the code's hash alone is enough, also 8 or more of its
    /// first digits, when no other code begins so.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn by_code(&self, code: &str) -> Result<Option<(String, String)>, Problem> {
        let plain: String = fold(code).chars().filter(|c| *c != ' ').collect();
        let is_hash = plain.len() <= HASH && plain.bytes().all(|b| b.is_ascii_hexdigit());
        let found: Vec<(String, String)> = if is_hash {
            if plain.len() < FEWEST {
                return Ok(None);
            }
            let select =
                "SELECT DISTINCT id, code FROM codes JOIN entries USING (row) WHERE hash >= ?1 AND hash < ?2 LIMIT 2";
            // `g` comes after every digit.
            self.all(select, [&plain, &format!("{plain}g")], |row| Ok((row.get(0)?, row.get(1)?)))?
        } else {
            let (plain, hash) = plain_code(code);
            let select = "SELECT DISTINCT id, code, plain FROM codes JOIN entries USING (row) WHERE hash = ?1";
            let found = self.all(select, [&hash], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            let found = found.into_iter().filter(|(_, _, other): &(_, _, String)| is_alike(&plain, other));
            found.map(|(id, code, _)| (id, code)).collect()
        };
        Ok(<[_; 1]>::try_from(found).ok().map(|[one]| one))
    }

    /// The object that has a file of these contents, by their SHA-512; when several have, one that
    /// was adopted before one that has them among its sources, and the newest that was not withdrawn.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn by_digest(&self, digest: &str) -> Result<Option<String>, Problem> {
        let digest = digest.to_ascii_lowercase();
        let Some(start) = digest_start(&digest) else { return Ok(None) };
        let found: Vec<(String, String)> = self.all(
            "SELECT id, list FROM digests JOIN files USING (row) JOIN entries USING (row) WHERE start = ?1
             ORDER BY state = 'withdrawn', kind <> 'adopted', row DESC",
            [start],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        for (id, list) in found {
            let files = listed(&list).map_err(|error| self.problem(&error))?;
            if files.iter().any(|file| file.digest == digest) {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// Looks an object up.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn get(&self, id: &str) -> Result<Option<Card>, Problem> {
        self.one(&format!("SELECT {COLUMNS} FROM entries WHERE id = ?1"), [id], Card::read)
    }

    /// The files of all versions of an object; none of one that isn't known.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn files(&self, id: &str) -> Result<Vec<StoredFile>, Problem> {
        let select = "SELECT list FROM files JOIN entries USING (row) WHERE id = ?1";
        let list: Option<String> = self.one(select, [id], |row| row.get(0))?;
        let files = list.as_deref().map(listed).transpose();
        Ok(files.map_err(|error| self.problem(&error))?.unwrap_or_default())
    }

    /// The number of objects it knows.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn count(&self) -> Result<u64, Problem> {
        let count: Option<i64> = self.one("SELECT count(*) FROM entries", [], |row| row.get(0))?;
        Ok(count.and_then(|count| u64::try_from(count).ok()).unwrap_or_default())
    }

    /// The first row of a query.
    pub(super) fn one<T>(
        &self,
        select: &str,
        values: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, Problem> {
        let found =
            self.connection.prepare_cached(select).and_then(|mut select| select.query_row(values, read).optional());
        found.map_err(|error| self.problem(&error))
    }

    /// All rows of a query.
    pub(super) fn all<T>(
        &self,
        select: &str,
        values: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Problem> {
        let found =
            self.connection.prepare_cached(select).and_then(|mut select| select.query_map(values, read)?.collect());
        found.map_err(|error| self.problem(&error))
    }
}

/// The files of a stored list.
pub(super) fn listed(list: &str) -> rusqlite::Result<Vec<StoredFile>> {
    serde_json::from_str(list).map_err(|error| FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}

/// A number as it is compared.
pub(super) fn plain_number(number: &str) -> String {
    fold(number)
}

/// True if two numbers are one, however they are written.
pub(in crate::archive) fn is_number(one: &str, other: &str) -> bool {
    plain_number(one) == plain_number(other)
}

/// A code as it is compared, and the hash at its end.
pub(super) fn plain_code(code: &str) -> (String, String) {
    let plain: String = fold(code).chars().filter(|c| *c != ' ').collect();
    let start = plain.char_indices().nth_back(HASH - 1).map_or(0, |(at, _)| at);
    let hash = plain.get(start..).unwrap_or_default().to_owned();
    (plain, hash)
}

/// True if what was typed is this code, or the start of the hash at its end.
pub(in crate::archive) fn is_code(typed: &str, code: &str) -> bool {
    let (plain, hash) = plain_code(code);
    let (typed, _) = plain_code(typed);
    is_alike(&typed, &plain) || (typed.len() >= FEWEST && hash.starts_with(&typed))
}

/// True if two plain codes have the same hash and before it the same signs. Arabic letters in a
/// number stand in the code from right to left: whoever types it from the paper may begin at either
/// side.
fn is_alike(one: &str, other: &str) -> bool {
    let parts = |plain: &str| {
        let start = plain.char_indices().nth_back(HASH - 1).map_or(0, |(at, _)| at);
        let (number, hash) = plain.split_at(start);
        let mut signs: Vec<char> = number.chars().collect();
        signs.sort_unstable();
        (signs, hash.to_owned())
    };
    parts(one) == parts(other)
}

/// True for what can only be a whole code: a number, a revision and a hash.
#[must_use]
pub fn is_whole_code(text: &str) -> bool {
    let (plain, hash) = plain_code(text);
    let before = plain.strip_suffix(&hash).unwrap_or_default();
    let number = before.trim_end_matches(|c: char| c.is_ascii_digit());
    hash.bytes().all(|b| b.is_ascii_hexdigit())
        && number.len() > 1
        && number.len() < before.len()
        && number.ends_with('r')
}

/// A digest's first 8 bytes as a number.
pub(super) fn digest_start(digest: &str) -> Option<i64> {
    u64::from_str_radix(digest.get(..16)?, 16).ok().map(u64::cast_signed)
}
