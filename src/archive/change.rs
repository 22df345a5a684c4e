//! Changing the archive: one process at a time, and whole or not at all.
//!
//! A new version is written into `extensions/nashra/staging`, flushed, and announced by a note, `pending.json`, that holds all that is
//! left to do. Before the note is there, nothing has happened: what lies in the folder is cleared away. Once it is there, the version
//! is published: whoever comes next does what the note says, and every step of it can be done again. So a run that is killed at any
//! moment leaves the archive as before or as after.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::index::{Entry, Head, Index, Progress};
use super::inventory::{self, Inventory, User, Version};
use super::ledger::{self, Line, Tail};
use super::object::Object;
use super::problem::Problem;
use super::record::{Record, State};
use super::{Archive, root};
use crate::files;
use crate::hash::{Digest, sha512};
use crate::store::{self, Lock, PathError, Stage, step};
use crate::words::{ArchiveProblem, Unlike};

/// The note's name in the staging folder's parent.
const NOTE: &str = "pending.json";
/// Where single files are written before they take their place.
const WAY: &str = "way";
/// The most bytes a note may have: those of a line and a name.
const MAX_NOTE: u64 = 1024 * 1024;
/// The most bytes a file of a version may have.
const MAX_CONTENT: u64 = 512 * 1024 * 1024;
/// What an object's folder says it is.
pub(super) const DECLARATION: (&str, &str) = ("0=ocfl_object_1.1", "ocfl_object_1.1\n");

/// A file of a new version.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// Its name in the version.
    pub name: String,
    /// What is in it.
    pub content: Content,
}

/// What is in a new file.
#[derive(Clone, Debug)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A file's bytes, which have this SHA-512 or are refused.
    File {
        /// The file.
        path: PathBuf,
        /// SHA-512 of what was read when pages were made of it.
        digest: Digest,
    },
    /// What an earlier version has.
    Kept(Digest),
}

impl Content {
    /// Its SHA-512.
    #[must_use]
    pub fn digest(&self) -> Digest {
        match self {
            Self::Bytes(bytes) => sha512(bytes),
            Self::File { digest, .. } | Self::Kept(digest) => digest.clone(),
        }
    }
}

/// A version to be.
#[derive(Debug)]
pub struct Draft {
    /// Its record; the last event of its history is the one that makes it.
    pub record: Record,
    /// Its files without the record.
    pub files: Vec<NewFile>,
    /// Who makes it, for the inventory.
    pub user: User,
}

/// What was half done by a run that was interrupted, and has been put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mended {
    /// Nothing had been published; its traces are gone.
    Undone,
    /// It had been published, and is now finished.
    Finished {
        /// The object.
        id: String,
        /// The version.
        version: u32,
    },
}

/// What is left to do for a version that is published.
#[derive(Debug, Serialize, Deserialize)]
struct Pending {
    /// The object.
    id: String,
    /// The version's number.
    version: u32,
    /// Where the ledger's line goes.
    at: u64,
    /// That line.
    line: Line,
}

/// An archive that no other process can change, with nothing half done in it.
#[derive(Debug)]
pub(super) struct Locked {
    _lock: Lock,
    /// Where the ledger ends.
    pub(super) tail: Tail,
    /// What an interrupted run had left.
    pub(super) mended: Option<Mended>,
}

/// The archive while no other process can change it.
#[derive(Debug)]
pub struct Writer<'a> {
    archive: &'a Archive,
    locked: Locked,
    index: Index,
}

impl Archive {
    /// Waits until no other process changes the archive, makes it where it is not there yet, and puts right what an interrupted run
    /// left.
    ///
    /// # Errors
    /// [`ArchiveProblem::NotAnArchive`] for a folder with other things in it; a broken ledger; what the system said.
    pub fn write(&self, progress: Progress) -> Result<Writer<'_>, Problem> {
        let locked = self.lock()?;
        let (index, _) = self.current_index(&locked, progress)?;
        Ok(Writer { archive: self, locked, index })
    }

    /// Waits for the lock, and puts right what an interrupted run left.
    pub(super) fn lock(&self) -> Result<Locked, Problem> {
        root::refuse_strangers(self.root())?;
        let lock = Lock::wait(&self.own("lock"))?;
        let mended = self.recover()?;
        root::declare(self.root(), &self.own(WAY))?;
        let tail = ledger::tail(&self.root().join(ledger::FILE))?;
        Ok(Locked { _lock: lock, tail, mended })
    }

    /// Whether an interrupted run has left something to be put right.
    #[must_use]
    pub fn is_half_done(&self) -> bool {
        self.own(NOTE).exists()
    }

    /// A place among the program's own files.
    #[must_use]
    pub(super) fn own(&self, name: &str) -> PathBuf {
        self.root().join(root::OWN).join(name)
    }

    /// Does what the note says, if there is one; clears away what was not announced by one.
    fn recover(&self) -> Result<Option<Mended>, Problem> {
        let staging = self.own("staging");
        store::clear(&self.own(WAY))?;
        store::clear_unfinished(&self.own(""))?;
        if !self.is_half_done() {
            let mended = staging.exists().then_some(Mended::Undone);
            store::clear(&staging)?;
            return Ok(mended);
        }
        let note = self.own(NOTE);
        let bytes = files::read_file(&note, MAX_NOTE)
            .map_err(|problem| ArchiveProblem::Note { why: format!("{problem:?}") })?;
        let pending: Pending =
            serde_json::from_slice(&bytes).map_err(|error| ArchiveProblem::Note { why: error.to_string() })?;
        self.finish(&pending)?;
        Ok(Some(Mended::Finished { id: pending.id, version: pending.version }))
    }

    /// Everything that is left to do for an announced version. Each step is skipped or repeated where it was done before.
    fn finish(&self, pending: &Pending) -> Result<(), Problem> {
        let (staged, object) = (self.own("staging"), self.folder_of(&pending.id));
        if pending.version == 1 {
            if staged.exists() {
                store::move_to(&staged, &object)?;
            }
        } else {
            let version = inventory::name(pending.version);
            let staged = staged.join(&version);
            if staged.exists() {
                store::move_to(&staged, &object.join(&version))?;
            }
            for name in [inventory::FILE, inventory::SIDECAR] {
                let new = object.join(&version).join(name);
                let bytes = fs::read(&new).map_err(PathError::at(&new))?;
                store::replace(&object.join(name), &bytes, &self.own(WAY))?;
            }
        }
        self.enter(pending)?;
        // The note goes last: without it, what lies in the folder would be taken for work that was not published.
        store::clear(&self.own("staging"))?;
        store::clear_note(&self.own(NOTE))?;
        Ok(())
    }

    /// Writes the ledger's line.
    fn enter(&self, pending: &Pending) -> Result<(), Problem> {
        let path = self.root().join(ledger::FILE);
        store::append(&path, pending.at, pending.line.text().as_bytes()).map_err(|error| match error.error.kind() {
            std::io::ErrorKind::InvalidData => ArchiveProblem::LedgerMoved { id: pending.id.clone() }.into(),
            _ => Problem::Machine(error),
        })
    }
}

impl Writer<'_> {
    /// What an interrupted run had left, if it had.
    #[must_use]
    pub fn mended(&self) -> Option<&Mended> {
        self.locked.mended.as_ref()
    }

    /// The index, which knows all that is in the archive.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The archive.
    #[must_use]
    pub fn archive(&self) -> &Archive {
        self.archive
    }

    /// Publishes a version of an object, which is `old` up to now; without one it is the first.
    ///
    /// # Errors
    /// What the system said; then nothing has changed, unless the disk failed after the version was announced: then it is finished
    /// by the next command.
    pub fn commit(&mut self, old: Option<&Object>, draft: Draft) -> Result<Object, Problem> {
        let Draft { record, files, user } = draft;
        let Some(happening) = record.history.last() else {
            return Err(ArchiveProblem::Note { why: "no event".to_owned() }.into());
        };
        let mut inventory = old.map_or_else(|| Inventory::new(&record.id), |old| old.inventory().clone());
        let version = Version {
            created: happening.time.clone(),
            state: BTreeMap::new(),
            message: message(happening.state, happening.reason.as_deref()),
            user,
        };
        let mut stage = Stage::begin(&self.archive.own("staging"))?;
        let number = inventory.head() + 1;
        let staged = self.stage(&mut stage, &mut inventory, version, &record, files);
        let digest = match staged {
            Ok(digest) => digest,
            Err(problem) => {
                // What can't be cleared now is cleared by the next run.
                let _ = store::clear(&self.archive.own("staging"));
                return Err(problem);
            }
        };
        let line = Line {
            sequence: self.locked.tail.sequence + 1,
            time: happening.time.clone(),
            state: happening.state,
            id: record.id.clone(),
            version: number,
            revision: record.revision,
            number: record.number.clone(),
            inventory: digest,
            previous: self.locked.tail.hash.clone(),
        };
        let pending = Pending { id: record.id.clone(), version: number, at: self.locked.tail.length, line };
        let announced = stage.flush().and_then(|()| self.announce(&pending));
        if let Err(error) = announced {
            let _ = store::clear(&self.archive.own("staging"));
            return Err(error.into());
        }
        self.archive.finish(&pending)?;
        let text = pending.line.text();
        self.locked.tail = Tail {
            length: self.locked.tail.length + text.len() as u64,
            sequence: pending.line.sequence,
            hash: sha512(text.trim_end().as_bytes()),
        };
        let object = Object::read(&self.archive.folder_of(&record.id))?;
        self.tell_index(&object);
        Ok(object)
    }

    /// Tells the index of a new version. The version is published whatever becomes of this: an index that lacks it reads it up later.
    fn tell_index(&mut self, object: &Object) {
        if let Ok(entry) = Entry::read(object) {
            step();
            let _ = self.index.put(vec![entry], &Head::from(&self.locked.tail));
            step();
        }
    }

    /// Writes a version's files and inventory into the staging folder; returns the inventory's SHA-512.
    fn stage(
        &self,
        stage: &mut Stage,
        inventory: &mut Inventory,
        mut version: Version,
        record: &Record,
        files: Vec<NewFile>,
    ) -> Result<Digest, Problem> {
        let number = inventory.head() + 1;
        let text = serde_json::to_vec_pretty(record).unwrap_or_default();
        let record = NewFile { name: "record.json".to_owned(), content: Content::Bytes(text) };
        for NewFile { name, content } in files.into_iter().chain([record]) {
            let (digest, bytes) = read(content)?;
            if !inventory.manifest.contains_key(&digest) {
                let Some(bytes) = bytes else {
                    return Err(ArchiveProblem::Damaged {
                        id: inventory.id().to_owned(),
                        file: name,
                        unlike: Unlike::Missing,
                    }
                    .into());
                };
                let path = format!("{}/content/{name}", inventory::name(number));
                stage.write(&path, &bytes)?;
                inventory.manifest.insert(digest.clone(), vec![path]);
            }
            version.state.entry(digest).or_default().push(name);
        }
        inventory.push(version);
        let text = serde_json::to_vec_pretty(inventory).unwrap_or_default();
        let digest = sha512(&text);
        let sidecar = format!("{digest} {}\n", inventory::FILE);
        let folder = inventory::name(number);
        stage.write(&format!("{folder}/{}", inventory::FILE), &text)?;
        stage.write(&format!("{folder}/{}", inventory::SIDECAR), sidecar.as_bytes())?;
        if number == 1 {
            stage.write(inventory::FILE, &text)?;
            stage.write(inventory::SIDECAR, sidecar.as_bytes())?;
            stage.write(DECLARATION.0, DECLARATION.1.as_bytes())?;
        }
        Ok(digest)
    }

    /// From here on the version is published.
    fn announce(&self, pending: &Pending) -> Result<(), PathError> {
        let text = serde_json::to_vec(pending).unwrap_or_default();
        store::replace(&self.archive.own(NOTE), &text, &self.archive.own(WAY))
    }
}

/// The SHA-512 of a new file, and its bytes unless an earlier version has them.
fn read(content: Content) -> Result<(Digest, Option<Vec<u8>>), Problem> {
    match content {
        Content::Bytes(bytes) => Ok((sha512(&bytes), Some(bytes))),
        Content::Kept(digest) => Ok((digest, None)),
        Content::File { path, digest } => {
            let name = || path.display().to_string();
            let bytes =
                files::read_file(&path, MAX_CONTENT).map_err(|problem| ArchiveProblem::Source(problem.told(&path)))?;
            if sha512(&bytes) != digest {
                return Err(ArchiveProblem::ChangedMeanwhile { path: name() }.into());
            }
            Ok((digest, Some(bytes)))
        }
    }
}

/// What the inventory says of a version.
fn message(state: State, reason: Option<&str>) -> String {
    match reason {
        Some(reason) => format!("{state}: {reason}"),
        None => state.to_string(),
    }
}
