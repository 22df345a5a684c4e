//! The place of an archive's index, and its way of keeping up with the ledger.
//!
//! The index knows up to which line of the ledger it has read ([`Head`]). Whoever opens it compares that with the ledger's last line:
//! lines that it lacks are read from their objects, and an index that is missing or broken, or that knows another ledger, is made anew.

use std::path::PathBuf;

use super::entry::Entry;
use super::rebuild::{Rebuilt, rebuild};
use super::{Head, Index};
use crate::archive::Archive;
use crate::archive::change::{Locked, Mended};
use crate::archive::ledger::{self, Lines, Tail};
use crate::archive::problem::Problem;
use crate::archive::root::OWN;
use crate::store::step;

/// The file's name among the program's own.
const FILE: &str = "index.sqlite";

/// As many objects are read up one after the other.
const FEW: usize = 200;

/// Told how many objects of how many are in an index that is made anew; first of all with none done.
pub type Progress<'a> = &'a mut dyn FnMut(usize, usize);

/// An index that knows the whole ledger.
#[derive(Debug)]
pub struct Current {
    /// The index.
    pub index: Index,
    /// Damage that was put right before.
    pub mended: Option<Mended>,
    /// The objects that could not be read, when it was made anew.
    pub damaged: Vec<(PathBuf, Problem)>,
}

impl From<&Tail> for Head {
    fn from(tail: &Tail) -> Self {
        Self { sequence: tail.sequence, hash: tail.hash.clone() }
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
    pub fn reindex(&self, progress: Progress) -> Result<Rebuilt, Problem> {
        let locked = self.lock()?;
        rebuild(self, &self.index_path(), &Head::from(&locked.tail), progress)
    }

    /// Opens its index to read it; before that, what an interrupted run left is put right and what the index lacks is added.
    ///
    /// # Errors
    /// See [`Index::open_read_only`]; where nothing can be written, what would have to be.
    pub fn searchable(&self, progress: Progress) -> Result<Current, Problem> {
        if !self.is_half_done()
            && let Ok(index) = Index::open_read_only(&self.index_path())
            && index.head()? == Head::from(&ledger::tail(&self.root().join(ledger::FILE))?)
        {
            return Ok(Current { index, mended: None, damaged: Vec::new() });
        }
        let locked = self.lock()?;
        let (index, damaged) = self.current_index(&locked, progress)?;
        Ok(Current { index, mended: locked.mended, damaged })
    }

    /// Opens the index to write it, with all that the ledger tells; and the objects that could not be read.
    pub(in crate::archive) fn current_index(
        &self,
        locked: &Locked,
        progress: Progress,
    ) -> Result<(Index, Vec<(PathBuf, Problem)>), Problem> {
        let head = Head::from(&locked.tail);
        let opened = Index::open(&self.index_path()).and_then(|mut index| {
            let known = index.head()?;
            let is_current = known == head || self.catch_up(&mut index, &known, &head)?;
            Ok(is_current.then_some(index))
        });
        match opened {
            Ok(Some(index)) => Ok((index, Vec::new())),
            Err(problem) if !problem.wants_rebuild() => Err(problem),
            _ => {
                let Rebuilt { index, damaged, .. } = rebuild(self, &self.index_path(), &head, progress)?;
                Ok((index, damaged))
            }
        }
    }

    /// Adds the objects of the lines after those that the index knows; says whether the ledger goes on where the index ends.
    fn catch_up(&self, index: &mut Index, known: &Head, head: &Head) -> Result<bool, Problem> {
        let mut lines = Lines::open(&self.root().join(ledger::FILE))?;
        while lines.tail().sequence < known.sequence {
            if lines.next().is_none() {
                return Ok(false);
            }
        }
        if known.sequence > 0 && lines.tail().hash != known.hash {
            return Ok(false);
        }
        let mut ids: Vec<String> = Vec::new();
        for line in lines {
            let (line, _) = line?;
            ids.retain(|id| *id != line.id);
            ids.push(line.id);
            // More than a few are read faster, and in less memory, by making all anew.
            if ids.len() > FEW {
                return Ok(false);
            }
        }
        // What can't be read is told by `archive verify`.
        let entries = ids.iter().filter_map(|id| Entry::read(&self.object(id).ok()?).ok()).collect();
        step();
        index.put(entries, head)?;
        step();
        Ok(true)
    }

    /// The index for a question that is part of another command: made anew in silence where it has to be.
    pub(in crate::archive) fn index(&self) -> Result<Index, Problem> {
        Ok(self.searchable(&mut |_, _| {})?.index)
    }
}
