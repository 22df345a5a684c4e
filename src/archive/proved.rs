//! The one door to archived objects: none is handed out unless its inventories, their sidecars, its
//! records and the ledger agree. A file of it is compared with its inventory when it is read.

use std::collections::BTreeMap;
use std::path::Path;

use super::inventory;
use super::ledger::{Line, Lines};
use super::object::{Object, damaged};
use super::objects::Archive;
use super::problem::Problem;
use super::record::Record;
use crate::words::{ArchiveProblem, LedgerFault, Unlike};

/// The lines of the ledger, as read in this run, by their objects.
#[derive(Debug, Default)]
pub(super) struct Events(BTreeMap<String, Vec<Line>>);

impl Archive {
    /// Reads an object that is what it was when it was published.
    ///
    /// # Errors
    /// [`ArchiveProblem::Unknown`]; a broken ledger; the first file of the object that is not what
    /// it should be.
    pub fn proved(&self, id: &str) -> Result<Object, Problem> {
        let object = self.object(id)?;
        let events = self.events_of(|line| line.id == id)?;
        events.prove(object)
    }

    /// Reads the whole ledger.
    ///
    /// # Errors
    /// The first line that can't be read or does not follow the one before.
    pub(super) fn events(&self) -> Result<Events, Problem> {
        self.events_of(|_| true)
    }

    fn events_of(&self, is_wanted: impl Fn(&Line) -> bool) -> Result<Events, Problem> {
        let mut events = Events::default();
        let mut lines = Lines::open(&self.ledger_path())?;
        while let Some(line) = lines.next() {
            let (line, is_chained) = line?;
            if !is_chained {
                let (line, fault) = (Some(lines.tail().sequence), LedgerFault::Unchained);
                return Err(ArchiveProblem::Ledger { line, fault }.into());
            }
            if is_wanted(&line) {
                events.add(line);
            }
        }
        Ok(events)
    }
}

impl Events {
    /// The names of all objects.
    pub(super) fn ids(&self) -> impl ExactSizeIterator<Item = &String> {
        self.0.keys()
    }

    /// Adds the line that is written last.
    pub(super) fn add(&mut self, line: Line) {
        self.0.entry(line.id.clone()).or_default().push(line);
    }

    /// Reads the object in a folder and proves it.
    ///
    /// # Errors
    /// The first file that is not what it should be.
    pub(super) fn read(&self, folder: &Path) -> Result<Object, Problem> {
        self.prove(Object::read(folder)?)
    }

    /// Returns the object if it is what the ledger tells.
    ///
    /// # Errors
    /// The first file that is not what it should be.
    pub(super) fn prove(&self, object: Object) -> Result<Object, Problem> {
        let (id, lines) = (object.id(), self.0.get(object.id()).map_or(&[][..], Vec::as_slice));
        let root = object.inventory_digest("")?;
        for version in 1..=object.head() {
            let name = inventory::name(version);
            let line = usize::try_from(version - 1).ok().and_then(|at| lines.get(at));
            let Some(line) = line.filter(|line| line.version == version) else {
                return Err(ArchiveProblem::NotInLedger { id: id.to_owned(), version }.into());
            };
            let digest = object.inventory_digest(&format!("{name}/"))?;
            if digest != line.inventory {
                let unlike = Unlike::Ledger { line: line.sequence };
                return Err(damaged(id, &format!("{name}/{}", inventory::FILE), unlike));
            }
            if version == object.head() && digest != root {
                return Err(damaged(id, inventory::FILE, Unlike::Version));
            }
            if !agree(&object.record(version)?, line) {
                let fault = LedgerFault::Disagrees { id: id.to_owned() };
                return Err(ArchiveProblem::Ledger { line: Some(line.sequence), fault }.into());
            }
        }
        match lines.iter().find(|line| line.version > object.head()) {
            Some(line) => Err(damaged(id, &inventory::name(line.version), Unlike::Missing)),
            None => Ok(object),
        }
    }
}

/// True if a record and the ledger's line of the same version tell the same.
pub(super) fn agree(record: &Record, line: &Line) -> bool {
    let last = record.history.last();
    record.id == line.id
        && record.state == line.state
        && record.revision == line.revision
        && record.number == line.number
        && last.is_some_and(|last| last.time == line.time && last.state == line.state)
}
