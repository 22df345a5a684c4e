//! The only writer of files.
//!
//! A file appears whole or not at all: it is written beside its place, flushed to the disk and renamed. An
//! interrupted run leaves either the old file or the new one.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::words::FileProblem;

/// An input or output error with the path it happened at.
#[derive(Debug)]
pub struct PathError {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system said.
    pub error: io::Error,
}

impl PathError {
    /// What to tell the user.
    #[must_use]
    pub fn told(&self) -> FileProblem {
        FileProblem::NotWritable { path: self.path.display().to_string(), reason: self.error.to_string() }
    }

    /// For `map_err`.
    pub fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |error| Self { path, error }
    }
}

/// Writes a file, in place of the old one if there is one, and makes its folders.
///
/// # Errors
/// The path and what the system said; then nothing has changed.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), PathError> {
    persist(path, bytes, |temporary| temporary.persist(path).map_err(|error| error.error))
}

/// Writes a file that must not be there yet.
///
/// # Errors
/// As [`write()`]; [`io::ErrorKind::AlreadyExists`] when it is there.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), PathError> {
    persist(path, bytes, |temporary| temporary.persist_noclobber(path).map_err(|error| error.error))
}

/// Removes what a finished file has just taken the place of under another ending, if it is there. Nothing else is ever removed.
///
/// # Errors
/// The path and what the system said.
#[expect(clippy::disallowed_methods, reason = "a file of the same name would have been replaced just so")]
pub fn remove_replaced(path: &Path) -> Result<(), PathError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(PathError::at(path)(error)),
        _ => Ok(()),
    }
}

fn persist(
    path: &Path,
    bytes: &[u8],
    place: impl FnOnce(tempfile::NamedTempFile) -> io::Result<File>,
) -> Result<(), PathError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let written = fs::create_dir_all(folder).and_then(|()| {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".nashra-");
        // Ordinary permissions before the user's mask: a temporary file would be its owner's alone.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut temporary = builder.tempfile_in(folder)?;
        temporary.write_all(bytes)?;
        // A file that is replaced keeps who may read it.
        if let Ok(old) = fs::metadata(path) {
            temporary.as_file().set_permissions(old.permissions())?;
        }
        temporary.as_file().sync_data()?;
        place(temporary)
    });
    written.map(drop).map_err(PathError::at(path))
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
        let folder = path.parent().unwrap_or(Path::new("."));
        let file = fs::create_dir_all(folder).and_then(|()| {
            let file = File::options().create(true).append(true).open(path)?;
            file.lock()?;
            Ok(file)
        });
        file.map(|file| Self { _file: file }).map_err(PathError::at(path))
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
        let taken = create(&path, b"new").unwrap_err();
        assert_eq!(taken.error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        write(&path.join("below-a-file"), b"x").unwrap_err();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
