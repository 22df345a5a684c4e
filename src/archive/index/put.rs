//! Writing entries.

use rusqlite::Error::ToSqlConversionFailure;
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};

use super::entry::{Code, Entry, StoredFile};
use super::expand::stored;
use super::keys::{Keys, STORED, passages};
use super::look::{digest_start, listed, plain_code, plain_number};
use super::{Index, LedgerHead, day};
use crate::arabic::forms::{Form, WordReader};
use crate::archive::problem::Problem;
use crate::archive::record::Record;

/// An entry ready to be written: everything that takes thought and no database.
#[derive(Debug)]
pub(super) struct Prepared {
    record: Record,
    version: u32,
    passages: String,
    keys: Keys,
    words: Vec<NewWord>,
    files: Vec<StoredFile>,
    digests: Vec<i64>,
    codes: Vec<Code>,
    numbers: Vec<String>,
}

/// A word that its reader had not read before, and its lemmas.
#[derive(Debug)]
struct NewWord {
    spelled: String,
    key: String,
    forms: Vec<Form>,
}

impl Prepared {
    /// `reader` is that of the entries written before; the words that it knows are theirs.
    pub(super) fn new(entry: Entry, reader: &mut WordReader) -> Self {
        let Entry { record, version, files, codes, numbers } = entry;
        let passages = passages(&record);
        let mut keys = Keys::new(&record, &passages, &numbers, reader);
        let new = std::mem::take(&mut keys.new_words).into_iter();
        let words = new.map(|word| NewWord { forms: word.forms(false), spelled: word.spelled, key: word.key });
        let words = words.collect();
        let mut digests: Vec<i64> = files.iter().filter_map(|file| digest_start(&file.digest)).collect();
        digests.sort_unstable();
        digests.dedup();
        let numbers = numbers.iter().map(|number| plain_number(number)).collect();
        Self { record, version, passages, keys, words, files, digests, codes, numbers }
    }
}

impl Index {
    /// Inserts entries, or replaces those of the same objects, and notes up to where the ledger is
    /// known now: all or nothing.
    ///
    /// # Errors
    /// See [`Index::open`].
    pub fn put(&mut self, entries: Vec<Entry>, head: &LedgerHead) -> Result<(), Problem> {
        let mut reader = WordReader::default();
        let entries: Vec<Prepared> = entries.into_iter().map(|entry| Prepared::new(entry, &mut reader)).collect();
        put(&mut self.connection, &entries, head).map_err(|error| self.problem(&error))
    }
}

fn put(connection: &mut Connection, entries: &[Prepared], head: &LedgerHead) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for entry in entries {
        write(&transaction, entry)?;
    }
    write_head(&transaction, head)?;
    transaction.commit()
}

/// Notes up to where the ledger is known.
pub(super) fn write_head(connection: &Connection, head: &LedgerHead) -> rusqlite::Result<()> {
    let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    connection.prepare_cached("UPDATE head SET sequence = ?1, hash = ?2, length = ?3")?.execute(params![
        number(head.sequence),
        head.hash,
        number(head.length)
    ])?;
    Ok(())
}

/// Writes one entry, in place of its object's old one.
pub(super) fn write(connection: &Connection, entry: &Prepared) -> rusqlite::Result<()> {
    let record = &entry.record;
    let old: Option<i64> = connection
        .prepare_cached("SELECT row FROM entries WHERE id = ?1")?
        .query_row([&record.id], |row| row.get(0))
        .optional()?;
    if let Some(old) = old {
        delete(connection, old)?;
    }
    let rows = day::rows(&record.date);
    let row = match old.filter(|old| rows.contains(old)) {
        Some(row) => row,
        None => connection
            .prepare_cached("SELECT coalesce(max(row) + 1, ?1) FROM entries WHERE row BETWEEN ?1 AND ?2")?
            .query_row([rows.start(), rows.end()], |row| row.get(0))?,
    };
    write_row(connection, row, entry)?;
    write_words(connection, row, &entry.keys)?;
    write_forms(connection, &entry.words)?;
    write_proofs(connection, row, entry)
}

fn write_row(connection: &Connection, row: i64, entry: &Prepared) -> rusqlite::Result<()> {
    let record = &entry.record;
    let place = record.event.as_ref().and_then(|event| event.place.as_ref());
    connection.prepare_cached("INSERT INTO entries VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")?.execute(params![
        row,
        record.id,
        record.kind.name(),
        record.state.name(),
        record.revision,
        entry.version,
        record.number,
        record.date,
        record.date_line,
        record.title,
        place,
        entry.passages,
    ])?;
    Ok(())
}

fn write_words(connection: &Connection, row: i64, keys: &Keys) -> rusqlite::Result<()> {
    connection.prepare_cached("INSERT INTO full (rowid, text, facets) VALUES (?,?,?)")?.execute(params![
        row,
        keys.text,
        keys.facets
    ])?;
    connection
        .prepare_cached("INSERT INTO lead (rowid, heading, title, rest, facets) VALUES (?,?,?,?,?)")?
        .execute(params![row, keys.heading(), keys.title, keys.rest, keys.facets])?;
    Ok(())
}

/// Writes the lemmas of spellings that the index does not have. They stay when their last bulletin
/// goes: a key without bulletins is never found.
fn write_forms(connection: &Connection, words: &[NewWord]) -> rusqlite::Result<()> {
    for NewWord { spelled, key, forms } in words {
        if connection.prepare_cached("INSERT OR IGNORE INTO spellings VALUES (?)")?.execute([spelled])? == 0 {
            continue;
        }
        let mut insert = connection.prepare_cached(
            "INSERT INTO forms VALUES (?,?,?) ON CONFLICT (lemma, key) DO UPDATE SET level = min(level, excluded.level)",
        )?;
        for form in forms {
            insert.execute(params![form.lemma, key, stored(form)])?;
        }
    }
    Ok(())
}

fn write_proofs(connection: &Connection, row: i64, entry: &Prepared) -> rusqlite::Result<()> {
    let list = serde_json::to_string(&entry.files).map_err(|error| ToSqlConversionFailure(Box::new(error)))?;
    connection.prepare_cached("INSERT INTO files VALUES (?,?,?,?)")?.execute(params![
        row,
        list,
        entry.keys.rest,
        entry.keys.facets
    ])?;
    for start in &entry.digests {
        connection.prepare_cached("INSERT OR REPLACE INTO digests VALUES (?,?)")?.execute([start, &row])?;
    }
    for code in &entry.codes {
        let (plain, hash) = plain_code(&code.code);
        connection.prepare_cached("INSERT OR REPLACE INTO codes VALUES (?,?,?,?,?,?)")?.execute(params![
            hash,
            row,
            code.version,
            plain,
            code.code,
            code.revision
        ])?;
    }
    for number in &entry.numbers {
        connection.prepare_cached("INSERT OR REPLACE INTO numbers VALUES (?,?,?)")?.execute(params![
            number,
            entry.record.kind.numbered().name(),
            row
        ])?;
    }
    Ok(())
}

/// Takes an entry out of all tables.
fn delete(connection: &Connection, row: i64) -> rusqlite::Result<()> {
    let (list, keys) = connection
        .prepare_cached(STORED)?
        .query_row([row], |row| Ok((row.get::<_, String>(5)?, Keys::again(row, &mut WordReader::default())?)))?;
    for start in listed(&list)?.iter().filter_map(|file| digest_start(&file.digest)) {
        connection.prepare_cached("DELETE FROM digests WHERE start = ?1 AND row = ?2")?.execute([start, row])?;
    }
    connection
        .prepare_cached("INSERT INTO full (full, rowid, text, facets) VALUES ('delete',?,?,?)")?
        .execute(params![row, keys.text, keys.facets])?;
    connection
        .prepare_cached("INSERT INTO lead (lead, rowid, heading, title, rest, facets) VALUES ('delete',?,?,?,?,?)")?
        .execute(params![row, keys.heading(), keys.title, keys.rest, keys.facets])?;
    for table in ["entries", "files", "codes", "numbers"] {
        connection.prepare_cached(&format!("DELETE FROM {table} WHERE row = ?1"))?.execute([row])?;
    }
    Ok(())
}
