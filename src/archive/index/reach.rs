//! The place of an archive's index, and its way of keeping up with the ledger.
//!
//! The index knows up to which line of the ledger it has read ([`LedgerHead`]). Whoever opens it compares
//! that with the ledger's last line: lines that it lacks are read from their objects, and an index
//! that is missing or broken, or that knows another ledger, is made anew.

use std::path::PathBuf;

use super::entry::Entry;
use super::rebuild::{Rebuilt, ReindexProgress, rebuild};
use super::{Index, LedgerHead};
use crate::archive::Archive;
use crate::archive::ledger::{self, LedgerLines, Tail};
use crate::archive::locked::{Locked, Mended};
use crate::archive::problem::Problem;
use crate::archive::root::OWN;
use crate::store::step;
use crate::words::{ArchiveProblem, LedgerFault};

/// The file's name among the program's own.
const FILE: &str = "index.sqlite";

/// As many objects are read up one after the other.
const FEW: usize = 200;

/// The folders of objects that could not be read, and why.
type Damaged = Vec<(PathBuf, Problem)>;

/// An index that knows the whole ledger.
#[derive(Debug)]
pub struct Current {
    /// The index.
    pub index: Index,
    /// Damage that was put right before.
    pub mended: Option<Mended>,
    /// The objects that could not be read, when some had to be.
    pub damaged: Damaged,
}

/// An answer of the index.
#[derive(Debug)]
pub struct Asked<T> {
    /// The answer.
    pub answer: T,
    /// Damage that was put right before.
    pub mended: Option<Mended>,
    /// The objects that could not be read, when some had to be.
    pub damaged: Damaged,
}

impl From<&Tail> for LedgerHead {
    fn from(tail: &Tail) -> Self {
        Self { sequence: tail.sequence, hash: tail.hash.clone(), length: tail.length }
    }
}

impl Archive {
    /// The path of its index.
    #[must_use]
    pub fn index_path(&self) -> PathBuf {
        self.root().join(OWN).join(FILE)
    }

    /// Makes its index anew, while nothing else writes to the archive.
    ///
    /// # Errors
    /// A broken ledger; what the system said.
    pub fn reindex(&self, progress: ReindexProgress) -> Result<Rebuilt, Problem> {
        let locked = self.lock()?;
        rebuild(self, &self.index_path(), &LedgerHead::from(&locked.tail), progress)
    }

    /// Opens its index to read it; before that, what an interrupted run left is put right and what
    /// the index lacks is added.
    ///
    /// # Errors
    /// See [`Index::open_read_only`]; where nothing can be written, what would have to be.
    pub fn searchable(&self, progress: ReindexProgress) -> Result<Current, Problem> {
        if !self.is_half_done()
            && let Ok(index) = Index::open_read_only(&self.index_path())
            && index.head()? == LedgerHead::from(&ledger::tail(&self.ledger_path())?)
        {
            return Ok(Current { index, mended: None, damaged: Vec::new() });
        }
        let locked = self.lock()?;
        let (index, damaged) = self.current_index(&locked, progress)?;
        Ok(Current { index, mended: locked.mended, damaged })
    }

    /// Opens the index to write it, with all that the ledger tells; and the objects that could not
    /// be read.
    pub(in crate::archive) fn current_index(
        &self,
        locked: &Locked,
        progress: ReindexProgress,
    ) -> Result<(Index, Damaged), Problem> {
        let head = LedgerHead::from(&locked.tail);
        let opened = Index::open(&self.index_path()).and_then(|mut index| {
            let known = index.head()?;
            if known.sequence > head.sequence {
                return Err(rewritten(&known));
            }
            let damaged = if known == head { Some(Vec::new()) } else { self.catch_up(&mut index, &known, &head)? };
            Ok(damaged.map(|damaged| (index, damaged)))
        });
        match opened {
            Ok(Some(current)) => Ok(current),
            Err(problem) if !problem.wants_rebuild() => Err(problem),
            _ => {
                let Rebuilt { index, damaged, .. } = rebuild(self, &self.index_path(), &head, progress)?;
                Ok((index, damaged))
            }
        }
    }

    /// Makes the index anew for one who may write to it.
    pub(in crate::archive) fn index_anew(&self, locked: &Locked) -> Result<Index, Problem> {
        Ok(rebuild(self, &self.index_path(), &LedgerHead::from(&locked.tail), &mut |_, _| {})?.index)
    }

    /// Adds the objects of the lines after those that the index knows, and returns those that could
    /// not be read; nothing when the ledger does not go on where the index ends.
    fn catch_up(&self, index: &mut Index, known: &LedgerHead, head: &LedgerHead) -> Result<Option<Damaged>, Problem> {
        let mut lines = LedgerLines::open(&self.ledger_path())?;
        while lines.tail().sequence < known.sequence {
            if lines.next().is_none() {
                return Ok(None);
            }
        }
        if known.sequence > 0 && LedgerHead::from(lines.tail()) != *known {
            return Err(rewritten(known));
        }
        let mut ids: Vec<String> = Vec::new();
        for line in lines {
            let (line, _) = line?;
            ids.retain(|id| *id != line.id);
            ids.push(line.id);
            // More than a few are read faster, and in less memory, by making all anew.
            if ids.len() > FEW {
                return Ok(None);
            }
        }
        let (mut entries, mut damaged) = (Vec::new(), Vec::new());
        let events = self.events()?;
        for id in ids {
            match self.object(&id).and_then(|object| Entry::read(&events.prove(object)?)) {
                Ok(entry) => entries.push(entry),
                Err(problem) => damaged.push((self.folder_of(&id), problem)),
            }
        }
        step();
        index.put(entries, head)?;
        step();
        Ok(Some(damaged))
    }

    /// Asks the index. One that turns out to be damaged is made anew and asked again.
    ///
    /// # Errors
    /// Those of the question, of [`searchable`](Self::searchable) and of
    /// [`reindex`](Self::reindex).
    pub fn ask<T>(
        &self,
        progress: ReindexProgress,
        question: impl Fn(&Index) -> Result<T, Problem>,
    ) -> Result<Asked<T>, Problem> {
        let Current { index, mended, damaged } = self.searchable(progress)?;
        match question(&index) {
            Err(problem) if problem.wants_rebuild() => {
                drop(index);
                let Rebuilt { index, damaged, .. } = self.reindex(progress)?;
                Ok(Asked { answer: question(&index)?, mended, damaged })
            }
            answer => Ok(Asked { answer: answer?, mended, damaged }),
        }
    }

    /// Asks the index as part of another command: it is made anew in silence where it has to be.
    pub(in crate::archive) fn asked<T>(&self, question: impl Fn(&Index) -> Result<T, Problem>) -> Result<T, Problem> {
        Ok(self.ask(&mut |_, _| {}, question)?.answer)
    }
}

/// The ledger does not have the line up to which the index knows it.
fn rewritten(known: &LedgerHead) -> Problem {
    ArchiveProblem::Ledger { line: Some(known.sequence), fault: LedgerFault::Rewritten }.into()
}
