//! Publishing a version: it is written aside, announced, and put in its place as a whole
//! (`locked`).

use std::collections::BTreeMap;
use std::io;

use serde::Serialize;

use super::content::{self, FileContent, NewFile};
use super::index::{Entry, Index, LedgerHead, ReindexProgress};
use super::inventory::{self, Inventory, User, Version};
use super::ledger::{LedgerLine, Tail};
use super::locked::{Locked, Mended, Pending};
use super::metadata::{DUBLIN_CORE, PREMIS, PremisFile, dublin_core, format_of, premis};
use super::object::{DECLARATION, Object, damaged};
use super::objects::Archive;
use super::problem::Problem;
use super::record::{RECORD, Record, State};
use crate::hash::{Digest, sha512};
use crate::store::{self, PathError, Stage, step};
use crate::words::{Tried, Unlike};

/// A version to be.
#[derive(Debug)]
pub struct Draft {
    /// Its record; the last event of its history is the one that makes it.
    pub record: Record,
    /// Its files without the record.
    pub files: Vec<NewFile>,
    /// The maker, for the inventory.
    pub user: User,
}

/// The archive while no other process can change it.
#[derive(Debug)]
pub struct Writer<'a> {
    archive: &'a Archive,
    locked: Locked,
    /// None while a damaged one could not be made anew.
    index: Option<Index>,
}

impl Archive {
    /// Waits until no other process changes the archive, makes it where it is not there yet, and
    /// puts right what an interrupted run left.
    ///
    /// # Errors
    /// [`NotAnArchive`](crate::words::ArchiveProblem::NotAnArchive) for a folder with other things
    /// in it; a broken ledger; what the system said.
    pub fn write(&self, progress: ReindexProgress) -> Result<Writer<'_>, Problem> {
        let locked = self.lock()?;
        let (index, _) = self.current_index(&locked, progress)?;
        Ok(Writer { archive: self, locked, index: Some(index) })
    }
}

impl Writer<'_> {
    /// The work that an interrupted run had left, if any.
    #[must_use]
    pub fn mended(&self) -> Option<&Mended> {
        self.locked.mended.as_ref()
    }

    /// Asks the index, which knows all that is in the archive; one that turns out to be damaged is
    /// made anew.
    ///
    /// # Errors
    /// Those of the question; what the system said.
    pub(super) fn ask<T>(&mut self, question: impl Fn(&Index) -> Result<T, Problem>) -> Result<T, Problem> {
        let known = self.index.take();
        let index = known.map_or_else(|| self.archive.index_anew(&self.locked), Ok)?;
        let answer = match question(&index) {
            Err(problem) if problem.wants_rebuild() => {
                // Not every system lets an open file be replaced.
                drop(index);
                let index = self.index.insert(self.archive.index_anew(&self.locked)?);
                return question(index);
            }
            answer => answer,
        };
        self.index = Some(index);
        answer
    }

    /// The archive.
    #[must_use]
    pub fn archive(&self) -> &Archive {
        self.archive
    }

    /// Reads an object that is what it was when it was published.
    ///
    /// # Errors
    /// See [`Archive::proved`].
    pub(super) fn proved(&mut self, id: &str) -> Result<Object, Problem> {
        self.archive.proved(id)
    }

    /// Publishes a version of an object, which is `old` up to now; without one it is the first.
    ///
    /// # Errors
    /// The system's error; then nothing has changed, unless the disk failed after the version was
    /// announced: then it is finished by the next command.
    pub fn commit(&mut self, old: Option<&Object>, draft: Draft) -> Result<Object, Problem> {
        let Draft { record, files, user } = draft;
        let Some(happening) = record.history.last() else {
            return Err(PathError::trying(Tried::Write, &self.archive.folder_of(&record.id))(io::Error::other(
                "a version without an event",
            ))
            .into());
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
        let line = LedgerLine {
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
        let text = pending.line.text().map_err(PathError::trying(Tried::Write, &self.archive.ledger_path()))?;
        let announced = stage.flush().and_then(|()| self.archive.announce(&pending));
        if let Err(error) = announced {
            let _ = store::clear(&self.archive.own("staging"));
            return Err(error.into());
        }
        self.archive.finish(&pending)?;
        self.locked.tail = Tail {
            length: self.locked.tail.length + text.len() as u64,
            sequence: pending.line.sequence,
            hash: sha512(text.trim_end().as_bytes()),
        };
        let object = Object::read(&self.archive.folder_of(&record.id))?;
        self.tell_index(&object);
        Ok(object)
    }

    /// Tells the index of a new version. The version is published whatever becomes of this: an
    /// index that lacks it reads it up later.
    fn tell_index(&mut self, object: &Object) {
        if let (Ok(entry), Some(index)) = (Entry::read(object), &mut self.index) {
            step();
            let _ = index.put(vec![entry], &LedgerHead::from(&self.locked.tail));
            step();
        }
    }

    /// Writes a version's files and inventory into the staging folder; returns the inventory's
    /// SHA-512.
    fn stage(
        &self,
        stage: &mut Stage,
        inventory: &mut Inventory,
        mut version: Version,
        record: &Record,
        files: Vec<NewFile>,
    ) -> Result<Digest, Problem> {
        let number = inventory.head() + 1;
        let bytes = |name: &str, bytes| NewFile { name: name.to_owned(), content: FileContent::Bytes(bytes) };
        let told = |error| PathError::trying(Tried::Write, &self.archive.folder_of(&record.id))(error);
        let catalogued = bytes(DUBLIN_CORE, dublin_core(record).map_err(told)?);
        let recorded = bytes(RECORD, json(record, stage, RECORD)?);
        let mut described = Vec::new();
        for file in files.into_iter().chain([recorded, catalogued]) {
            described.push(self.stage_file(stage, inventory, &mut version, number, file)?);
        }
        let preserved = bytes(PREMIS, premis(record, &described, &version.user).map_err(told)?);
        self.stage_file(stage, inventory, &mut version, number, preserved)?;
        inventory.push(version);
        Ok(seal(stage, inventory)?)
    }
}

impl Writer<'_> {
    /// Writes a version's file, unless an earlier version has the same contents, and tells of it.
    fn stage_file(
        &self,
        stage: &mut Stage,
        inventory: &mut Inventory,
        version: &mut Version,
        number: u32,
        NewFile { name, content }: NewFile,
    ) -> Result<PremisFile, Problem> {
        let digest = content.digest();
        let stored = inventory.manifest.get(&digest).and_then(|paths| paths.first());
        let place = format!("{}/content/{name}", inventory::name(number));
        let (size, start) = match (content, stored) {
            (FileContent::Bytes(bytes), None) => {
                stage.write(&place, &bytes)?;
                content::facts(&bytes)
            }
            (FileContent::Bytes(bytes), Some(_)) => content::facts(&bytes),
            (FileContent::File { path, .. }, None) => content::copy(stage, &path, &digest, &place)?,
            (FileContent::File { path, .. }, Some(_)) => content::compare(&path, &digest)?,
            (FileContent::Kept(_), Some(path)) => {
                content::facts_of(&self.archive.folder_of(inventory.id()).join(path))?
            }
            (FileContent::Kept(_), None) => return Err(damaged(inventory.id(), &name, Unlike::Missing)),
        };
        if stored.is_none() {
            inventory.manifest.insert(digest.clone(), vec![place]);
        }
        let base = name.rsplit('/').next().unwrap_or(&name);
        let told = PremisFile { name: name.clone(), digest: digest.clone(), size, format: format_of(base, &start) };
        version.state.entry(digest).or_default().push(name);
        Ok(told)
    }
}

/// Writes what makes the files of an inventory's newest version one: its inventory and the hash of
/// that, for the first version the object's own too; returns the inventory's SHA-512.
pub(super) fn seal(stage: &mut Stage, inventory: &Inventory) -> Result<Digest, PathError> {
    let text = json(inventory, stage, inventory::FILE)?;
    let digest = sha512(&text);
    let sidecar = inventory::sidecar(&digest);
    let folder = inventory::name(inventory.head());
    stage.write(&format!("{folder}/{}", inventory::FILE), &text)?;
    stage.write(&format!("{folder}/{}", inventory::SIDECAR), sidecar.as_bytes())?;
    if inventory.head() == 1 {
        stage.write(inventory::FILE, &text)?;
        stage.write(inventory::SIDECAR, sidecar.as_bytes())?;
        stage.write(DECLARATION.0, DECLARATION.1.as_bytes())?;
    }
    Ok(digest)
}

/// A value as JSON for a file of the stage.
fn json(value: &impl Serialize, stage: &Stage, name: &str) -> Result<Vec<u8>, PathError> {
    let refused = |error: serde_json::Error| PathError::trying(Tried::Write, &stage.folder().join(name))(error.into());
    serde_json::to_vec_pretty(value).map_err(refused)
}

/// The inventory's message for a version.
fn message(state: State, reason: Option<&str>) -> String {
    match reason {
        Some(reason) => format!("{state}: {reason}"),
        None => state.to_string(),
    }
}
