//! The lines of the ledger by their objects, and whether an object is what they tell.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::inventory;
use super::ledger::{LedgerLine, LedgerLines, Tail};
use super::object::{Object, damaged};
use super::problem::Problem;
use super::record::Record;
use crate::words::{ArchiveProblem, LedgerFault, Unlike};

/// The lines of the ledger, as read in this run, by their objects.
#[derive(Clone, Debug, Default)]
pub(super) struct Events(BTreeMap<String, Vec<LedgerLine>>);

/// The ledger as this command has read it. The first object that is proved needs few of its lines;
/// from the second on all are kept.
#[derive(Debug, Default)]
pub(super) struct KnownLedger {
    /// True once an object was proved.
    pub(super) asked: bool,
    events: Option<(Tail, Arc<Events>)>,
}

impl KnownLedger {
    /// All lines of a ledger that ends with `tail`. Only those are read that came since the last
    /// time.
    ///
    /// # Errors
    /// The first line that can't be read or does not follow the one before.
    pub(super) fn up_to(&mut self, path: &Path, tail: &Tail) -> Result<Arc<Events>, Problem> {
        let (then, mut events) = self.events.take().unwrap_or_else(|| (Tail::empty(), Arc::default()));
        if then != *tail {
            let goes_on = then.length < tail.length;
            let lines = if goes_on { LedgerLines::after(path, then)? } else { LedgerLines::open(path)? };
            if !goes_on {
                events = Arc::default();
            }
            Arc::make_mut(&mut events).read_on(lines, |_| true)?;
        }
        self.events = Some((tail.clone(), Arc::clone(&events)));
        Ok(events)
    }
}

impl Events {
    /// Adds those that are wanted of the lines that follow.
    ///
    /// # Errors
    /// The first line that can't be read or does not follow the one before.
    pub(super) fn read_on(
        &mut self,
        mut lines: LedgerLines,
        is_wanted: impl Fn(&LedgerLine) -> bool,
    ) -> Result<(), Problem> {
        while let Some(line) = lines.next() {
            let (line, is_chained) = line?;
            if !is_chained {
                let (line, fault) = (Some(lines.tail().sequence), LedgerFault::Unchained);
                return Err(ArchiveProblem::Ledger { line, fault }.into());
            }
            if is_wanted(&line) {
                self.add(line);
            }
        }
        Ok(())
    }

    /// Adds the line that follows.
    pub(super) fn add(&mut self, line: LedgerLine) {
        self.0.entry(line.id.clone()).or_default().push(line);
    }

    /// The lines of an object in their order.
    pub(super) fn of(&self, id: &str) -> &[LedgerLine] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }

    /// The names of all objects.
    pub(super) fn ids(&self) -> impl ExactSizeIterator<Item = &String> {
        self.0.keys()
    }

    /// The names of the objects that the ledger tells of and that lie in none of these folders.
    pub(super) fn missing(&self, folders: &[PathBuf]) -> Vec<String> {
        let there: BTreeSet<_> = folders.iter().filter_map(|folder| folder.file_name()).collect();
        self.0.keys().filter(|id| !there.contains(OsStr::new(id))).cloned().collect()
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
        let (id, lines) = (object.id(), self.of(object.id()));
        let root = object.inventory_digest("")?;
        let mut records = Vec::new();
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
            let record = object.record(version)?;
            if !agree(&record, line) {
                let fault = LedgerFault::Disagrees { id: id.to_owned() };
                return Err(ArchiveProblem::Ledger { line: Some(line.sequence), fault }.into());
            }
            records.push(record);
        }
        match lines.iter().find(|line| line.version > object.head()) {
            Some(line) => Err(damaged(id, &inventory::name(line.version), Unlike::Missing)),
            None => Ok(object.with_records(records)),
        }
    }
}

/// True if a record and the ledger's line of the same version tell the same.
pub(super) fn agree(record: &Record, line: &LedgerLine) -> bool {
    let last = record.history.last();
    record.id == line.id
        && record.state == line.state
        && record.revision == line.revision
        && record.number == line.number
        && last.is_some_and(|last| last.time == line.time && last.state == line.state)
}
