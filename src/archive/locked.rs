//! The archive's lock, and the end of an interrupted run, finished or undone: one process at a
//! time, whole or not at all.
//!
//! A new version is written into `extensions/nashra/staging`, flushed, and announced by a note,
//! `pending.json`, that holds all that is left to do. Before the note is there, nothing has
//! happened: what lies in the folder is cleared away. Once it is there, the version is published:
//! whoever comes next does what the note says, and every step of it can be done again. So a run
//! that is killed at any moment leaves the archive as before or as after.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::inventory;
use super::ledger::{self, LedgerLine, Tail};
use super::objects::{Archive, is_id};
use super::problem::Problem;
use super::root;
use crate::files::{self, ReadProblem};
use crate::hash::sha512;
use crate::store::{self, Lock, PathError};
use crate::words::{ArchiveProblem, NoteFault, Tried};

/// The note's name in the staging folder's parent.
const NOTE: &str = "pending.json";
/// The folder in which single files are written before they take their place.
const WAY: &str = "way";
/// The most bytes a note may have: those of a line and a name.
const MAX_NOTE: u64 = 1024 * 1024;

/// The work of an interrupted run that has been put right.
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

/// The work left to do for a version that is published.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Pending {
    /// The object.
    pub(super) id: String,
    /// The version's number.
    pub(super) version: u32,
    /// The place of the ledger's line.
    pub(super) at: u64,
    /// That line.
    pub(super) line: LedgerLine,
}

/// An archive that no other process can change, with nothing half done in it.
#[derive(Debug)]
pub(super) struct Locked {
    _lock: Lock,
    /// The end of the ledger.
    pub(super) tail: Tail,
    /// The work that an interrupted run had left.
    pub(super) mended: Option<Mended>,
}

impl Archive {
    /// Waits for the lock, and puts right what an interrupted run left.
    pub(super) fn lock(&self) -> Result<Locked, Problem> {
        root::refuse_strangers(self.root())?;
        let lock = Lock::wait(&self.own("lock"))?;
        let mended = self.recover()?;
        root::declare(self.root(), &self.own(WAY))?;
        let tail = ledger::tail(&self.ledger_path())?;
        Ok(Locked { _lock: lock, tail, mended })
    }

    /// True if an interrupted run has left something to be put right.
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
        let bytes = files::read_file(&note, MAX_NOTE).map_err(|problem| unreadable(&note, problem))?;
        let pending: Pending = serde_json::from_slice(&bytes)
            .map_err(|error| ArchiveProblem::Note(NoteFault::Broken { why: error.to_string() }))?;
        self.refuse_forged(&pending)?;
        self.finish(&pending)?;
        Ok(Some(Mended::Finished { id: pending.id, version: pending.version }))
    }

    /// From here on the version is published.
    pub(super) fn announce(&self, pending: &Pending) -> Result<(), PathError> {
        let note = self.own(NOTE);
        let text = serde_json::to_vec(pending).map_err(|error| PathError::trying(Tried::Write, &note)(error.into()))?;
        store::replace(&note, &text, &self.own(WAY))
    }

    /// Everything that is left to do for an announced version. Each step is skipped or repeated
    /// where it was done before.
    pub(super) fn finish(&self, pending: &Pending) -> Result<(), Problem> {
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
                let bytes = fs::read(&new).map_err(PathError::trying(Tried::Read, &new))?;
                store::replace(&object.join(name), &bytes, &self.own(WAY))?;
            }
        }
        self.enter(pending)?;
        // The note goes last: without it, what lies in the folder would be taken for work that was
        // not published.
        store::clear(&self.own("staging"))?;
        store::clear_note(&self.own(NOTE))?;
        Ok(())
    }

    /// Refuses a note that this program can't have written: it says what is moved and where to.
    fn refuse_forged(&self, pending: &Pending) -> Result<(), Problem> {
        let Pending { id, version, at, line } = pending;
        let forged = || ArchiveProblem::Note(NoteFault::Impossible);
        if !is_id(id) || line.id != *id || line.version != *version || *version == 0 {
            return Err(forged().into());
        }
        let before = ledger::tail_at(&self.ledger_path(), Some(*at))?;
        if before.is_none_or(|tail| tail.sequence + 1 != line.sequence || tail.hash != line.previous) {
            return Err(ArchiveProblem::LedgerMoved { id: id.clone() }.into());
        }
        let name = inventory::name(*version);
        let places = [self.own("staging"), self.folder_of(id)].map(|folder| folder.join(&name).join(inventory::FILE));
        let inventory = places.iter().find(|place| place.exists()).ok_or_else(forged)?;
        let bytes = fs::read(inventory).map_err(PathError::trying(Tried::Read, inventory))?;
        if sha512(&bytes) == line.inventory { Ok(()) } else { Err(forged().into()) }
    }

    /// Writes the ledger's line.
    fn enter(&self, pending: &Pending) -> Result<(), Problem> {
        let path = self.ledger_path();
        let text = pending.line.text().map_err(PathError::trying(Tried::Write, &path))?;
        store::append(&path, pending.at, text.as_bytes()).map_err(|error| match error.error.kind() {
            std::io::ErrorKind::InvalidData => ArchiveProblem::LedgerMoved { id: pending.id.clone() }.into(),
            _ => Problem::Machine(error),
        })
    }
}

/// Why the note was not read.
fn unreadable(note: &Path, problem: ReadProblem) -> Problem {
    match problem {
        ReadProblem::Refused(error) => PathError::trying(Tried::Read, note)(error).into(),
        ReadProblem::TooLarge { .. } => ArchiveProblem::Note(NoteFault::TooLarge).into(),
        ReadProblem::NotFound | ReadProblem::NotAFile | ReadProblem::Outside => {
            ArchiveProblem::Note(NoteFault::NotAFile).into()
        }
    }
}
