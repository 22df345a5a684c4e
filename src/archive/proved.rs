//! The one door to archived objects: none is handed out unless its inventories, their sidecars, its
//! records and the ledger agree. A file of it is compared with its inventory when it is read.

use std::sync::{Arc, PoisonError};

use super::events::Events;
use super::ledger::{self, LedgerLines};
use super::object::Object;
use super::objects::Archive;
use super::problem::Problem;

impl Archive {
    /// Reads an object that is what it was when it was published.
    ///
    /// # Errors
    /// [`Unknown`](crate::words::ArchiveProblem::Unknown); a broken ledger; the first file of the
    /// object that is not what it should be.
    pub fn proved(&self, id: &str) -> Result<Object, Problem> {
        let object = self.object(id)?;
        let was_asked = {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut known.asked, true)
        };
        if was_asked {
            return self.events()?.prove(object);
        }
        let mut events = Events::default();
        events.read_on(LedgerLines::open(&self.ledger_path())?, |line| line.id == id)?;
        events.prove(object)
    }

    /// All lines of the ledger; in one command each is read once.
    ///
    /// # Errors
    /// The first line that can't be read or does not follow the one before.
    pub(super) fn events(&self) -> Result<Arc<Events>, Problem> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let tail = ledger::tail(&self.ledger_path())?;
        known.up_to(&self.ledger_path(), &tail)
    }
}
