//! An archive's own index: opened, or made anew when there is none that can be used.

use std::path::PathBuf;

use super::{Head, Index, Rebuilt, rebuild};
use crate::archive::Archive;
use crate::archive::ledger;
use crate::archive::problem::Problem;
use crate::archive::root::OWN;
use crate::store::Lock;

/// The file's name among the program's own.
const FILE: &str = "index.sqlite";

impl Archive {
    /// Where its index lies.
    #[must_use]
    pub fn index_path(&self) -> PathBuf {
        self.root().join(OWN).join(FILE)
    }

    /// Makes its index anew, while nothing else writes to the archive. See [`rebuild`].
    ///
    /// # Errors
    /// A broken ledger; what the system said.
    pub fn reindex(&self, progress: &mut dyn FnMut(usize, usize)) -> Result<Rebuilt, Problem> {
        let _lock = Lock::wait(&self.root().join(OWN).join("lock"))?;
        self.reindex_locked(progress)
    }

    /// Opens its index to read it, or makes it anew when it is missing or broken; then there is something in the second place.
    /// `starting` is called before that.
    ///
    /// # Errors
    /// See [`Index::open_read_only`] and [`Archive::reindex`].
    pub fn searchable(
        &self,
        starting: &mut dyn FnMut(),
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<(Index, Option<Rebuilt>), Problem> {
        match Index::open_read_only(&self.index_path()) {
            Err(problem) if problem.wants_rebuild() => {}
            opened => return opened.map(|index| (index, None)),
        }
        let _lock = Lock::wait(&self.root().join(OWN).join("lock"))?;
        // Another process may have made it while we waited.
        if let Ok(index) = Index::open_read_only(&self.index_path()) {
            return Ok((index, None));
        }
        starting();
        let rebuilt = self.reindex_locked(progress)?;
        Ok((Index::open_read_only(&self.index_path())?, Some(rebuilt)))
    }

    fn reindex_locked(&self, progress: &mut dyn FnMut(usize, usize)) -> Result<Rebuilt, Problem> {
        let tail = ledger::tail(&self.root().join(ledger::FILE))?;
        let head = Head { sequence: tail.sequence, hash: tail.hash };
        rebuild(self, &self.index_path(), &head, progress)
    }
}
