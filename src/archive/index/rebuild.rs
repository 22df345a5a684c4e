//! Making the index anew from the objects.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::entry::Entry;
use super::put::{Prepared, write, write_head};
use super::{Index, LedgerHead};
use crate::arabic::forms::WordReader;
use crate::archive::Archive;
use crate::archive::events::Events;
use crate::archive::object;
use crate::archive::problem::Problem;
use crate::store::{Unfinished, step};
use crate::words::Unlike;
use crate::workers::{self, Threads};

/// One thread writes, and no more than so many can keep up with it.
const READERS: usize = 8;
/// The most words that a thread remembers; with more it begins anew.
const REMEMBERED: usize = 1 << 16;
/// Entries between two reports of progress.
const STEP: usize = 64;

/// Told how many objects of how many are in an index that is made anew; first of all with none
/// done.
pub type ReindexProgress<'a> = &'a mut dyn FnMut(usize, usize);

/// An index that was made anew.
#[derive(Debug)]
pub struct Rebuilt {
    /// The index, open to read and write.
    pub index: Index,
    /// The number of objects it has.
    pub objects: usize,
    /// The folders of the objects that could not be read, and why.
    pub damaged: Vec<(PathBuf, Problem)>,
}

/// Makes the index of an archive anew, in place of the one at `path`, which stays as it is until
/// the new one is finished. `progress` is told how many objects of how many are done.
///
/// Nothing may write to the old index meanwhile.
///
/// # Errors
/// The system's error.
pub fn rebuild(
    archive: &Archive,
    path: &Path,
    head: &LedgerHead,
    progress: ReindexProgress,
) -> Result<Rebuilt, Problem> {
    let (folders, events) = (archive.folders()?, archive.events()?);
    let unfinished = Unfinished::new(path)?;
    let index = Index::fill_empty(unfinished.path())?;
    // Nothing is merged before the end. Larger pieces than FTS5's own of a megabyte, which are fewer
    // to merge, were no faster where it was measured.
    index.set(
        "INSERT INTO full (full, rank) VALUES ('automerge', 0);
         INSERT INTO lead (lead, rank) VALUES ('automerge', 0);
         BEGIN",
    )?;
    let mut damaged = fill(&index, &folders, &events, progress)?;
    let objects = folders.len() - damaged.len();
    let missing = events.missing(&folders).into_iter();
    damaged.extend(missing.map(|id| (archive.folder_of(&id), object::damaged(&id, "", Unlike::Missing))));
    write_head(&index.connection, head).map_err(|error| index.problem(&error))?;
    index.set(
        // One piece each: searching reads one, and the next that are added have nothing to merge
        // for long.
        "COMMIT;
         INSERT INTO full (full) VALUES ('optimize');
         INSERT INTO lead (lead) VALUES ('optimize');
         INSERT INTO full (full, rank) VALUES ('automerge', 4);
         INSERT INTO lead (lead, rank) VALUES ('automerge', 4);",
    )?;
    drop(index);
    unfinished.place(&["-wal", "-shm", "-journal"])?;
    Ok(Rebuilt { index: Index::open(path)?, objects, damaged })
}

/// Reads the objects on several processors and writes them on this one, in their order.
fn fill(
    index: &Index,
    folders: &[PathBuf],
    events: &Events,
    progress: ReindexProgress,
) -> Result<Vec<(PathBuf, Problem)>, Problem> {
    let readers = WordReaders::default();
    let read = |folder: &PathBuf| {
        let entry = events.read(folder).and_then(|object| Entry::read(&object))?;
        Ok(readers.lend(|reader| Prepared::new(entry, reader)))
    };
    let mut damaged = Vec::new();
    let mut done = 0;
    progress(0, folders.len());
    let threads = Threads::of_processors().at_most(READERS);
    workers::stream(
        threads,
        folders.iter(),
        |folder| (folder, read(folder)),
        |(folder, prepared)| {
            match prepared {
                Ok(prepared) => write(&index.connection, &prepared).map_err(|error| index.problem(&error))?,
                Err(problem) => damaged.push((folder.clone(), problem)),
            }
            done += 1;
            step();
            if done % STEP == 0 || done == folders.len() {
                progress(done, folders.len());
            }
            Ok::<_, Problem>(())
        },
    )?;
    Ok(damaged)
}

/// The readers of words of all threads.
#[derive(Default)]
struct WordReaders(Mutex<Vec<WordReader>>);

impl WordReaders {
    /// Calls a function with a reader that no other thread has meanwhile.
    fn lend<T>(&self, borrower: impl FnOnce(&mut WordReader) -> T) -> T {
        let free = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = free().pop();
        let mut reader = known.filter(|reader| reader.len() < REMEMBERED).unwrap_or_default();
        let result = borrower(&mut reader);
        free().push(reader);
        result
    }
}
