//! The only writer of files.
//!
//! A file appears whole or not at all: it is written beside its place, flushed to the disk and
//! renamed. An interrupted run leaves either the old file or the new one.

mod error;
mod fault;
mod stage;

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::Serialize;

pub use self::error::PathError;
pub(crate) use self::fault::step;
pub use self::stage::{Stage, append, clear, clear_note, move_to, remove_empty, replace};
use crate::words::Tried;

/// The start of the names of unfinished files.
const PREFIX: &str = ".nashra-";

/// Writes a file, in place of the old one if there is one, and makes its folders.
///
/// # Errors
/// The path and what the system said; then nothing has changed.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), PathError> {
    persist(path, bytes, |temporary| temporary.persist(path).map_err(|error| error.error))
}

/// Writes a value as JSON on one line.
///
/// # Errors
/// As [`write()`]; a value that is none of JSON.
pub fn write_json(path: &Path, value: &impl Serialize) -> Result<(), PathError> {
    let text = serde_json::to_vec(value).map_err(|error| PathError::trying(Tried::Write, path)(error.into()))?;
    write(path, &text)
}

/// Writes a file that must not be there yet.
///
/// # Errors
/// As [`write()`]; [`io::ErrorKind::AlreadyExists`] when it is there.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), PathError> {
    persist(path, bytes, |temporary| temporary.persist_noclobber(path).map_err(|error| error.error))
}

/// Writes a file that can be made again at any time, unless it is there with the same bytes; says
/// whether it was written. It is not flushed to the disk: where the machine stops before the system
/// does so, the next run finds other bytes and mends them.
///
/// # Errors
/// As [`write()`].
pub fn renew(path: &Path, bytes: &[u8]) -> Result<bool, PathError> {
    let same = fs::metadata(path).is_ok_and(|old| old.len() == bytes.len() as u64)
        && fs::read(path).is_ok_and(|old| old == bytes);
    if same {
        return Ok(false);
    }
    let mut temporary = temporary_beside(path)?;
    temporary.write_all(bytes).map_err(PathError::trying(Tried::Write, path))?;
    temporary.persist(path).map_err(|error| PathError::trying(Tried::Rename, path)(error.error))?;
    Ok(true)
}

/// Writes a file as [`renew`] does, as `filled` hands it on piece by piece; whatever `filled` fails with,
/// the old file stays.
///
/// # Errors
/// Those of `filled`; as [`write()`].
pub fn renew_by<T, E: From<PathError>>(
    path: &Path,
    filled: impl FnOnce(&mut dyn FnMut(&[u8]) -> Result<(), PathError>) -> Result<T, E>,
) -> Result<T, E> {
    let mut temporary = temporary_beside(path)?;
    let done = filled(&mut |bytes| temporary.write_all(bytes).map_err(PathError::trying(Tried::Write, path)))?;
    temporary.persist(path).map_err(|error| PathError::trying(Tried::Rename, path)(error.error))?;
    Ok(done)
}

/// Removes what a finished file has just taken the place of under another ending, if it is there.
/// Nothing else is ever removed.
///
/// # Errors
/// The path and what the system said.
#[expect(clippy::disallowed_methods, reason = "a file of the same name would have been replaced just so")]
pub fn remove_replaced(path: &Path) -> Result<(), PathError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(PathError::trying(Tried::Delete, path)(error)),
        _ => Ok(()),
    }
}

fn persist(
    path: &Path,
    bytes: &[u8],
    place: impl FnOnce(tempfile::NamedTempFile) -> io::Result<File>,
) -> Result<(), PathError> {
    let mut temporary = temporary_beside(path)?;
    fill(&mut temporary, path, bytes).map_err(PathError::trying(Tried::Write, path))?;
    temporary.as_file().sync_data().map_err(PathError::trying(Tried::Flush, path))?;
    step();
    let placed = place(temporary);
    step();
    placed.map(drop).map_err(PathError::trying(Tried::Rename, path))
}

fn fill(temporary: &mut tempfile::NamedTempFile, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (first, second) = bytes.split_at(bytes.len() / 2);
    temporary.write_all(first)?;
    step();
    temporary.write_all(second)?;
    // A file that is replaced keeps who may read it.
    match fs::metadata(path) {
        Ok(old) => temporary.as_file().set_permissions(old.permissions()),
        Err(_) => Ok(()),
    }
}

/// A file beside a place, whose folder is made.
fn temporary_beside(path: &Path) -> Result<tempfile::NamedTempFile, PathError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    create_folders(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    // Ordinary permissions before the user's mask: a temporary file would be its owner's alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder).map_err(PathError::trying(Tried::Write, path))
}

/// Makes a folder and those above it.
fn create_folders(folder: &Path) -> Result<(), PathError> {
    fs::create_dir_all(folder).map_err(PathError::trying(Tried::MakeFolder, folder))
}

/// Notes that a kept file is used: sets its time to `now`, in seconds since 1970, when that is more
/// than `step` seconds later. Nothing depends on it but when [`prune`] deletes the file; a failure
/// is no one's concern.
pub fn touch(path: &Path, now: i64, step: i64) {
    let last = fs::metadata(path).ok().and_then(|data| data.modified().ok()).map_or(0, seconds);
    if now - last > step
        && let Ok(now) = u64::try_from(now)
        && let Ok(file) = File::options().append(true).open(path)
    {
        let _ = file.set_modified(UNIX_EPOCH + Duration::from_secs(now));
    }
}

/// Deletes files right in a folder that can be made again: those with a time before `oldest`, in
/// seconds since 1970, and the oldest of the others while there are more than `most` bytes. What
/// can't be deleted stays.
#[expect(clippy::disallowed_methods, reason = "nothing that was published: only what can be made again")]
pub fn prune(folder: &Path, oldest: i64, most: u64) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<(i64, PathBuf, u64)> = entries
        .filter_map(|entry| {
            let data = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            Some((seconds(data.modified().ok()?), entry.path(), data.len()))
        })
        .collect();
    files.sort();
    let mut total: u64 = files.iter().map(|(_, _, size)| size).sum();
    for (time, path, size) in files {
        if time >= oldest && total <= most {
            break;
        }
        if fs::remove_file(path).is_ok() {
            total -= size;
        }
    }
}

/// A file that something else than this module fills (an index, by its library) beside the place it
/// is to have. It goes when it is not placed.
#[derive(Debug)]
pub struct Unfinished {
    file: tempfile::TempPath,
    place: PathBuf,
}

impl Unfinished {
    /// An empty file beside a place; its folder is made.
    ///
    /// # Errors
    /// The path and what the system said.
    pub fn new(place: &Path) -> Result<Self, PathError> {
        let file = temporary_beside(place)?;
        Ok(Self { file: file.into_temp_path(), place: place.to_path_buf() })
    }

    /// Its present path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.file
    }

    /// Flushes it to the disk and puts it in its place. Files of the old one with these endings
    /// after its name are removed before: they would spoil the new one.
    ///
    /// # Errors
    /// The path and what the system said.
    pub fn place(self, beside: &[&str]) -> Result<(), PathError> {
        step();
        File::open(&self.file)
            .and_then(|file| file.sync_all())
            .map_err(PathError::trying(Tried::Flush, &self.place))?;
        step();
        for ending in beside {
            let mut name = self.place.as_os_str().to_owned();
            name.push(ending);
            remove_replaced(Path::new(&name))?;
        }
        step();
        let placed = self.file.persist(&self.place);
        step();
        placed.map_err(|error| PathError::trying(Tried::Rename, &self.place)(error.error))
    }
}

/// True for a file's name that only what has not taken its place yet has.
#[must_use]
pub fn is_unfinished(name: &str) -> bool {
    name.starts_with(PREFIX)
}

/// Deletes what interrupted runs left right in a folder: files that had not taken their place.
/// Nobody else may write there.
///
/// # Errors
/// The path and what the system said.
#[expect(clippy::disallowed_methods, reason = "nothing that was published: only what never took its place")]
pub fn clear_unfinished(folder: &Path) -> Result<(), PathError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(()),
        entries => entries.map_err(PathError::trying(Tried::List, folder))?,
    };
    for entry in entries {
        let entry = entry.map_err(PathError::trying(Tried::List, folder))?;
        if entry.file_name().to_string_lossy().starts_with(PREFIX) {
            fs::remove_file(entry.path()).map_err(PathError::trying(Tried::Delete, &entry.path()))?;
        }
    }
    Ok(())
}

/// Seconds since 1970.
fn seconds(time: SystemTime) -> i64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// A lock that one process holds at a time; it ends with the value or with the process.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits until no other process holds the lock of this file.
    ///
    /// # Errors
    /// The path and what the system said.
    pub fn wait(path: &Path) -> Result<Self, PathError> {
        create_folders(path.parent().unwrap_or(Path::new(".")))?;
        let file = File::options().create(true).append(true).open(path).and_then(|file| {
            file.lock()?;
            Ok(file)
        });
        file.map(|file| Self { _file: file }).map_err(PathError::trying(Tried::Lock, path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        write(&path, b"old").unwrap();
        assert!(create(&path, b"new").unwrap_err().is_taken());
        assert_eq!(fs::read(&path).unwrap(), b"old");
        let below = write(&path.join("below-a-file"), b"x").unwrap_err();
        assert_eq!((below.tried, below.is_taken()), (Tried::MakeFolder, false));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_can_be_made_again_is_written_when_it_is_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b.html");
        assert!(renew(&path, b"one").unwrap());
        assert!(!renew(&path, b"one").unwrap());
        assert!(renew(&path, b"two").unwrap());
        assert_eq!(fs::read(&path).unwrap(), b"two");
        renew(&path.join("below-a-file"), b"x").unwrap_err();
    }

    #[test]
    fn what_is_old_or_too_much_is_deleted_and_what_is_used_is_not_old() {
        const DAY: i64 = 24 * 60 * 60;
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let now = seconds(fs::metadata(folder.path()).unwrap().modified().unwrap());
        for (name, age) in [("a", 400), ("b", 300), ("c", 20), ("d", 10), ("e", 0)] {
            write(&at(name), b"1234").unwrap();
            touch(&at(name), 0, -i64::MAX / 2);
            touch(&at(name), now - age * DAY, DAY);
        }
        touch(&at("b"), now, DAY);
        let left = || ["a", "b", "c", "d", "e"].into_iter().filter(|name| at(name).exists()).collect::<String>();
        prune(folder.path(), now - 180 * DAY, 100);
        assert_eq!(left(), "bcde");
        prune(folder.path(), now - 180 * DAY, 12);
        assert_eq!(left(), "bde");
        prune(&at("nowhere"), now, 0);
    }
}
