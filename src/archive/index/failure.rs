//! What SQLite's errors mean for a person.

use std::fs::File;
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use rusqlite::{ErrorCode, ffi};

use crate::archive::problem::Problem;
use crate::store::{PathError, Unfinished};
use crate::words::{ArchiveProblem, Tried};

/// The bytes of a trial: more than SQLite asks for at once.
const TRIAL: usize = 64 * 1024;

/// The problem behind an error.
pub(super) fn problem(path: &Path, error: &rusqlite::Error) -> Problem {
    let shown = || path.display().to_string();
    let broken = || ArchiveProblem::IndexBroken { path: shown(), why: error.to_string() }.into();
    let rusqlite::Error::SqliteFailure(failure, _) = error else { return broken() };
    let machine = |tried, error| PathError::trying(tried, path)(error).into();
    let of = |kind| io::Error::new(kind, error.to_string());
    match failure.code {
        ErrorCode::ReadOnly => ArchiveProblem::IndexReadOnly { path: shown() }.into(),
        ErrorCode::DiskFull => machine(Tried::Write, of(ErrorKind::StorageFull)),
        ErrorCode::PermissionDenied => machine(Tried::Read, of(ErrorKind::PermissionDenied)),
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => machine(Tried::Lock, of(ErrorKind::TimedOut)),
        ErrorCode::SystemIoFailure => match tried(failure.extended_code) {
            step @ (Tried::Write | Tried::Flush) => {
                machine(step, refused_beside(path).unwrap_or_else(|| of(ErrorKind::Other)))
            }
            // Damaged bytes lead SQLite to steps that the system refuses, with files that are well.
            Tried::Read | Tried::Lock if is_readable(path) => broken(),
            step => machine(step, of(ErrorKind::Other)),
        },
        ErrorCode::CannotOpen | ErrorCode::OutOfMemory | ErrorCode::FileLockingProtocolFailed => {
            machine(Tried::Read, of(ErrorKind::Other))
        }
        _ => broken(),
    }
}

/// The step that failed, by the code that SQLite gives to an error of input or output.
fn tried(code: i32) -> Tried {
    match code {
        // SQLite grows the file that its users share (SHMSIZE) by writing to it.
        ffi::SQLITE_IOERR_WRITE
        | ffi::SQLITE_IOERR_TRUNCATE
        | ffi::SQLITE_IOERR_SHMSIZE
        | ffi::SQLITE_IOERR_BEGIN_ATOMIC
        | ffi::SQLITE_IOERR_COMMIT_ATOMIC
        | ffi::SQLITE_IOERR_ROLLBACK_ATOMIC => Tried::Write,
        ffi::SQLITE_IOERR_FSYNC | ffi::SQLITE_IOERR_DIR_FSYNC | ffi::SQLITE_IOERR_CLOSE => Tried::Flush,
        ffi::SQLITE_IOERR_DELETE => Tried::Delete,
        ffi::SQLITE_IOERR_LOCK
        | ffi::SQLITE_IOERR_UNLOCK
        | ffi::SQLITE_IOERR_RDLOCK
        | ffi::SQLITE_IOERR_CHECKRESERVEDLOCK
        | ffi::SQLITE_IOERR_SHMLOCK => Tried::Lock,
        _ => Tried::Read,
    }
}

/// The system's error when something is written beside a file. SQLite keeps the one that it met to
/// itself: it says the same of a full disk, of a user's share that is used up and of a pulled
/// cable.
fn refused_beside(path: &Path) -> Option<io::Error> {
    let trial = match Unfinished::new(path) {
        Ok(trial) => trial,
        Err(refused) => return Some(refused.error),
    };
    let mut options = File::options();
    options.write(true).open(trial.path()).and_then(|mut file| file.write_all(&vec![1; TRIAL])).err()
}

/// True if the system reads every byte of a file.
fn is_readable(path: &Path) -> bool {
    File::open(path).and_then(|mut file| io::copy(&mut file, &mut io::sink())).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_of_input_or_output_is_told_as_the_step_that_failed() {
        let folder = tempfile::tempdir().unwrap();
        let of = |path: &Path, code| match problem(path, &rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)) {
            Problem::Machine(error) => (error.tried, error.error.kind()),
            Problem::Said(said) => panic!("{said:?}"),
        };
        let path = folder.path().join("index.sqlite");
        for (code, tried, kind) in [
            (ffi::SQLITE_FULL, Tried::Write, ErrorKind::StorageFull),
            (ffi::SQLITE_IOERR_WRITE, Tried::Write, ErrorKind::Other),
            (ffi::SQLITE_IOERR_SHMSIZE, Tried::Write, ErrorKind::Other),
            (ffi::SQLITE_IOERR_FSYNC, Tried::Flush, ErrorKind::Other),
            (ffi::SQLITE_IOERR_DELETE, Tried::Delete, ErrorKind::Other),
            (ffi::SQLITE_IOERR_SHMLOCK, Tried::Lock, ErrorKind::Other),
            (ffi::SQLITE_IOERR_READ, Tried::Read, ErrorKind::Other),
            (ffi::SQLITE_IOERR_SHORT_READ, Tried::Read, ErrorKind::Other),
        ] {
            assert_eq!(of(&path, code), (tried, kind), "{code}");
        }
        let left = std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 0, "a trial was left behind");
        // A file that can be read, but not by SQLite, is damaged.
        crate::store::write(&path, b"no index").unwrap();
        let error = rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_IOERR_READ), None);
        assert!(problem(&path, &error).wants_rebuild());
        // The reason that the system gives is said instead of SQLite's few words.
        crate::store::write(&folder.path().join("file"), b"").unwrap();
        let below = folder.path().join("file/index.sqlite");
        let (tried, kind) = of(&below, ffi::SQLITE_IOERR_WRITE);
        assert_eq!(tried, Tried::Write);
        assert_ne!(kind, ErrorKind::Other);
    }
}
