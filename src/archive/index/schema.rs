//! The tables.

/// The number of this form of the tables, and of the rules that make keys: another one is another
/// index.
pub(super) const SCHEMA: i64 = 4;
/// Marks the file as an index of nashra's (`nshr`).
pub(super) const APPLICATION: i64 = 0x6E73_6872;

/// Makes all tables in an empty file.
///
/// The FTS5 tables have no contents but the index itself. Their tokenizer parts words at spaces and
/// folds nothing: keys come folded. A row is taken out of them by giving its keys again, so those
/// that can't be made from `entries` are kept. (With `contentless_delete` they would not be needed,
/// but then a single row that was taken out makes every search twice as slow: each row that is
/// passed is looked for among the deleted ones.)
pub(super) const TABLES: &str = "
CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), sequence INTEGER NOT NULL, hash TEXT NOT NULL,
    length INTEGER NOT NULL);
INSERT INTO head VALUES (1, 0, '', 0);
CREATE TABLE entries (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    revision INTEGER NOT NULL,
    version INTEGER NOT NULL,
    number TEXT,
    date TEXT NOT NULL,
    date_line TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT,
    passages TEXT NOT NULL
);
CREATE TABLE files (row INTEGER PRIMARY KEY, list TEXT NOT NULL, rest TEXT NOT NULL, facets TEXT NOT NULL);
CREATE TABLE digests (start INTEGER, row INTEGER, PRIMARY KEY (start, row)) WITHOUT ROWID;
CREATE TABLE codes (
    hash TEXT, row INTEGER, version INTEGER, plain TEXT NOT NULL, code TEXT NOT NULL, revision INTEGER NOT NULL,
    PRIMARY KEY (hash, row, version)
) WITHOUT ROWID;
CREATE INDEX codes_row ON codes (row);
CREATE TABLE numbers (number TEXT, kind TEXT, row INTEGER, PRIMARY KEY (number, kind, row)) WITHOUT ROWID;
CREATE INDEX numbers_row ON numbers (row);
CREATE TABLE spellings (spelled TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE forms (lemma TEXT, key TEXT, level INTEGER NOT NULL, PRIMARY KEY (lemma, key)) WITHOUT ROWID;
CREATE VIRTUAL TABLE full USING fts5(text, facets, content='', columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE lead USING fts5(heading, title, rest, facets, content='', columnsize=0, tokenize='ascii');
";
