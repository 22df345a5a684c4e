//! Opening and making the file.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::Index;
use super::failure::problem;
use super::schema::{APPLICATION, SCHEMA, TABLES};
use crate::archive::problem::Problem;
use crate::store::PathError;
use crate::words::{ArchiveProblem, Tried};

/// The time that a reader or writer waits for another one.
const PATIENCE: Duration = Duration::from_secs(10);
/// Pages kept in memory, in KiB.
const CACHE: i64 = 16 * 1024;

/// The most bytes of an index that is looked through for damage.
const MAX_CHECKED: u64 = 64 * 1024 * 1024;

impl Index {
    /// Opens an index to read and change it.
    ///
    /// # Errors
    /// [`ArchiveProblem::IndexMissing`]; [`ArchiveProblem::IndexBroken`] when it is no index, is
    /// damaged, or has an older form (see [`Problem::wants_rebuild`]);
    /// [`ArchiveProblem::IndexNewer`]; [`ArchiveProblem::IndexReadOnly`]; what the system said.
    pub fn open(path: &Path) -> Result<Self, Problem> {
        need(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|error| problem(path, &error))?;
        let index = checked(connection, path)?;
        if index.connection.is_readonly("main").map_err(|error| index.problem(&error))? {
            return Err(ArchiveProblem::IndexReadOnly { path: shown(path) }.into());
        }
        index.set("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")?;
        Ok(index)
    }

    /// Opens an index to read it, also where nothing can be written.
    ///
    /// # Errors
    /// As [`Index::open`], but for a read-only one.
    pub fn open_read_only(path: &Path) -> Result<Self, Problem> {
        need(path)?;
        let connection = connect(path, "mode=ro").map_err(|error| problem(path, &error))?;
        // The first look tells whether SQLite could make the files that it shares with a writer.
        match connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0)) {
            Err(error) if is_refused(&error) && !has_unfinished(path) => {
                checked(connect(path, "mode=ro&immutable=1").map_err(|error| problem(path, &error))?, path)
            }
            _ => checked(connection, path),
        }
    }

    /// Makes an empty index. There must be none.
    ///
    /// # Errors
    /// The system's error.
    pub fn create(path: &Path) -> Result<Self, Problem> {
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(PathError::trying(Tried::MakeFolder, folder))?;
        if path.exists() {
            return Err(PathError::trying(Tried::Write, path)(io::ErrorKind::AlreadyExists.into()).into());
        }
        Self::fill_empty(path)?.set("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")?;
        Self::open(path)
    }

    /// Makes the tables in a new or empty file. Nothing protects it until it is closed: it is of
    /// use only when it is finished.
    pub(super) fn fill_empty(path: &Path) -> Result<Self, Problem> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|error| problem(path, &error))?;
        let index = Self { connection, path: path.to_path_buf() };
        index.set(&format!(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{CACHE}; BEGIN; {TABLES}
             PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {SCHEMA}; COMMIT"
        ))?;
        Ok(index)
    }

    /// True if nothing in the file is damaged, as far as SQLite can tell. Large ones are not looked
    /// at: it would take seconds.
    pub(super) fn is_whole(&self) -> bool {
        let is_small = fs::metadata(&self.path).is_ok_and(|data| data.len() <= MAX_CHECKED);
        let said = || self.connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0));
        !is_small || said().is_ok_and(|said| said == "ok")
    }

    /// The problem of an index that is damaged.
    pub(super) fn broken(&self, why: &str) -> Problem {
        ArchiveProblem::IndexBroken { path: shown(&self.path), why: why.to_owned() }.into()
    }

    /// Runs statements that give nothing.
    pub(super) fn set(&self, statements: &str) -> Result<(), Problem> {
        self.connection.execute_batch(statements).map_err(|error| self.problem(&error))
    }

    /// The problem behind an error of this file.
    pub(super) fn problem(&self, error: &rusqlite::Error) -> Problem {
        problem(&self.path, error)
    }
}

/// Says that there is no file.
fn need(path: &Path) -> Result<(), Problem> {
    if path.is_file() { Ok(()) } else { Err(ArchiveProblem::IndexMissing { path: shown(path) }.into()) }
}

/// Looks whether a file is an index of the form that this program reads.
fn checked(connection: Connection, path: &Path) -> Result<Index, Problem> {
    let failed = |error| problem(path, &error);
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    connection.busy_timeout(PATIENCE).map_err(failed)?;
    let (application, version) = (number("application_id").map_err(failed)?, number("user_version").map_err(failed)?);
    let broken = |why: &str| ArchiveProblem::IndexBroken { path: shown(path), why: why.to_owned() };
    if application != APPLICATION {
        return Err(broken("it is not an index of nashra's").into());
    }
    if version > SCHEMA {
        return Err(ArchiveProblem::IndexNewer { path: shown(path) }.into());
    }
    if version < SCHEMA {
        return Err(broken("it was made by an older nashra").into());
    }
    connection.execute_batch(&format!("PRAGMA cache_size = -{CACHE}; PRAGMA temp_store = MEMORY")).map_err(failed)?;
    connection.set_prepared_statement_cache_capacity(64);
    let index = Index { connection, path: path.to_path_buf() };
    index.head()?;
    Ok(index)
}

fn connect(path: &Path, mode: &str) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(format!("{}?{mode}", uri(path)), flags)
}

/// True if SQLite could not make its files beside the index.
fn is_refused(error: &rusqlite::Error) -> bool {
    let refusals =
        [ErrorCode::CannotOpen, ErrorCode::ReadOnly, ErrorCode::PermissionDenied, ErrorCode::SystemIoFailure];
    error.sqlite_error_code().is_some_and(|code| refusals.contains(&code))
}

/// True if a writer left changes beside the file that are not yet in it.
fn has_unfinished(path: &Path) -> bool {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    fs::metadata(name).is_ok_and(|data| data.len() > 0)
}

/// A path as SQLite's URI.
fn uri(path: &Path) -> String {
    let name = path.to_string_lossy().replace('\\', "/");
    let mut uri = String::from(if name.get(1..2) == Some(":") { "file:///" } else { "file:" });
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' | b':' => {
                uri.push(char::from(byte))
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
