//! Files that come into being together: gathered in a folder of their own, flushed to the disk,
//! then moved to their place as one.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use super::fault::step;
use super::{PathError, create_folders};
use crate::words::Tried;

/// A folder in which files are gathered. Nobody looks into it until it has been moved.
#[derive(Debug)]
pub struct Stage {
    folder: PathBuf,
    files: Vec<PathBuf>,
    folders: BTreeSet<PathBuf>,
}

impl Stage {
    /// Begins with an empty folder; what an interrupted run left in it is cleared away.
    ///
    /// # Errors
    /// The path and what the system said.
    pub fn begin(folder: &Path) -> Result<Self, PathError> {
        clear(folder)?;
        step();
        create_folders(folder)?;
        Ok(Self { folder: folder.to_path_buf(), files: Vec::new(), folders: BTreeSet::from([folder.to_path_buf()]) })
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes a file, named from the folder; it is not safe on the disk before [`Stage::flush`].
    ///
    /// # Errors
    /// The path and what the system said.
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), PathError> {
        let path = self.place(name)?;
        let (first, second) = bytes.split_at(bytes.len() / 2);
        step();
        let written = File::options().write(true).create_new(true).open(&path).and_then(|mut file| {
            file.write_all(first)?;
            step();
            file.write_all(second)
        });
        written.map_err(PathError::trying(Tried::Write, &path))?;
        self.files.push(path);
        Ok(())
    }

    /// Writes a file, named from the folder, as `filled` hands it on piece by piece. What `filled` fails
    /// with leaves a part of it there.
    ///
    /// # Errors
    /// Those of `filled`; the path and what the system said.
    pub fn fill<T, E: From<PathError>>(
        &mut self,
        name: &str,
        filled: impl FnOnce(&mut dyn FnMut(&[u8]) -> Result<(), PathError>) -> Result<T, E>,
    ) -> Result<T, E> {
        let path = self.place(name)?;
        step();
        let made = File::options().write(true).create_new(true).open(&path);
        let mut file = made.map_err(PathError::trying(Tried::Write, &path))?;
        let done = filled(&mut |bytes| {
            file.write_all(bytes).map_err(PathError::trying(Tried::Write, &path))?;
            step();
            Ok(())
        })?;
        self.files.push(path);
        Ok(done)
    }

    /// The path of a name in the folder; the folders on the way are made.
    fn place(&mut self, name: &str) -> Result<PathBuf, PathError> {
        let path = self.folder.join(name);
        for folder in path.ancestors().skip(1).take_while(|folder| folder.starts_with(&self.folder)) {
            self.folders.insert(folder.to_path_buf());
        }
        if let Some(parent) = path.parent() {
            create_folders(parent)?;
        }
        Ok(path)
    }

    /// Flushes everything to the disk.
    ///
    /// All is written before the first is flushed: a journalling file system then writes them in
    /// one go, and the other calls find nothing left to do.
    ///
    /// # Errors
    /// The path and what the system said.
    pub fn flush(self) -> Result<(), PathError> {
        step();
        for path in &self.files {
            File::open(path).and_then(|file| file.sync_data()).map_err(PathError::trying(Tried::Flush, path))?;
        }
        for folder in self.folders.iter().rev() {
            flush_folder(folder)?;
        }
        Ok(())
    }
}

/// Moves a folder or file to a place where nothing is yet, and makes the folders above it.
///
/// # Errors
/// The path and what the system said.
#[expect(clippy::disallowed_methods, reason = "this is the one place, and nothing is overwritten")]
pub fn move_to(from: &Path, to: &Path) -> Result<(), PathError> {
    let parent = to.parent().unwrap_or(Path::new("."));
    let fresh: Vec<&Path> = parent.ancestors().take_while(|folder| !folder.exists()).collect();
    create_folders(parent)?;
    step();
    if to.exists() {
        return Err(PathError::trying(Tried::Rename, to)(io::ErrorKind::AlreadyExists.into()));
    }
    fs::rename(from, to).map_err(PathError::trying(Tried::Rename, to))?;
    step();
    flush_folder(parent)?;
    // A new folder's own name stands in the one above it.
    for folder in fresh.iter().filter_map(|folder| folder.parent()) {
        flush_folder(folder)?;
    }
    from.parent().map_or(Ok(()), flush_folder)
}

/// Writes a file in place of the old one, if there is one, by way of another folder of the same
/// file system: no half-written file is ever seen in its own.
///
/// # Errors
/// The path and what the system said; then the old file is still there.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place: the file is whole and flushed before it is moved"
)]
pub fn replace(path: &Path, bytes: &[u8], way: &Path) -> Result<(), PathError> {
    create_folders(way)?;
    let new = way.join("new");
    let (first, second) = bytes.split_at(bytes.len() / 2);
    step();
    let written = File::create(&new).and_then(|mut file| {
        file.write_all(first)?;
        step();
        file.write_all(second)?;
        file.sync_data()
    });
    written.map_err(PathError::trying(Tried::Write, &new))?;
    step();
    fs::rename(&new, path).map_err(PathError::trying(Tried::Rename, path))?;
    step();
    path.parent().map_or(Ok(()), flush_folder)
}

/// Lets a file end with these bytes from a place on, where at most a part of them stands yet.
///
/// # Errors
/// The path and what the system said; [`io::ErrorKind::InvalidData`] when something else stands
/// there. Then nothing has changed.
pub fn append(path: &Path, at: u64, bytes: &[u8]) -> Result<(), PathError> {
    let (first, second) = bytes.split_at(bytes.len() / 2);
    step();
    let written =
        File::options().read(true).write(true).create(true).truncate(false).open(path).and_then(|mut file| {
            if file.metadata()?.len() < at {
                return Err(io::ErrorKind::InvalidData.into());
            }
            file.seek(SeekFrom::Start(at))?;
            let mut there = Vec::new();
            (&file).take(bytes.len() as u64 + 1).read_to_end(&mut there)?;
            if there == bytes {
                return file.sync_all();
            }
            if !bytes.starts_with(&there) {
                return Err(io::ErrorKind::InvalidData.into());
            }
            file.seek(SeekFrom::Start(at))?;
            file.write_all(first)?;
            step();
            file.write_all(second)?;
            file.sync_all()
        });
    step();
    written.map_err(PathError::trying(Tried::Write, path))?;
    path.parent().map_or(Ok(()), flush_folder)
}

/// Deletes a folder of unfinished work; nothing that was published is ever in one.
///
/// # Errors
/// The path and what the system said.
#[expect(clippy::disallowed_methods, reason = "nothing that was published: only what never took its place")]
pub fn clear(folder: &Path) -> Result<(), PathError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(PathError::trying(Tried::Delete, folder)(error)),
        _ => Ok(()),
    }
}

/// Deletes a folder that has nothing in it, if it is there.
///
/// # Errors
/// The path and what the system said.
pub fn remove_empty(folder: &Path) -> Result<(), PathError> {
    match fs::remove_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(PathError::trying(Tried::Delete, folder)(error)),
        _ => Ok(()),
    }
}

/// Deletes a file that says what is to be done once it is done.
///
/// # Errors
/// The path and what the system said.
#[expect(clippy::disallowed_methods, reason = "nothing that was published: a note to ourselves")]
pub fn clear_note(path: &Path) -> Result<(), PathError> {
    step();
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(PathError::trying(Tried::Delete, path)(error)),
        _ => path.parent().map_or(Ok(()), flush_folder),
    }
}

/// Flushes the names in a folder to the disk, where the system can.
fn flush_folder(folder: &Path) -> Result<(), PathError> {
    if cfg!(unix) {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(PathError::trying(Tried::Flush, folder))?;
    }
    Ok(())
}
