//! True if the archive is what it was: every file against its inventory, every inventory against
//! the ledger, every line of the ledger against the one before.

use std::collections::{BTreeSet, HashMap};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::inventory::{self, Inventory};
use super::ledger::{Line, Lines};
use super::object::{DECLARATION, Object, refused};
use super::problem::Problem;
use super::proved::agree;
use super::{Archive, root};
use crate::hash::{self, sha512};
use crate::store::PathError;
use crate::words::{ArchiveProblem, LedgerFault, MachineFault, Tried, Unlike};
use crate::workers::{self, Threads};

/// The outcome of verifying.
#[derive(Clone, Debug, Default)]
pub struct Verified {
    /// Objects.
    pub objects: usize,
    /// Files of theirs.
    pub files: u64,
    /// Bytes of those.
    pub bytes: u64,
    /// Lines of the ledger.
    pub events: u64,
    /// SHA-512 of the ledger's last line: whoever has noted it can tell later that nothing was cut
    /// off.
    pub head: String,
    /// Everything that is not as it should be.
    pub problems: Vec<ArchiveProblem>,
}

/// The lines of each object in their order.
type Events = HashMap<String, Vec<Line>>;

/// Counts while objects are looked at.
#[derive(Default)]
struct Counts {
    files: AtomicU64,
    bytes: AtomicU64,
}

impl Archive {
    /// Looks at the whole archive on so many threads.
    ///
    /// No lock is held meanwhile. What seems wrong is looked at once more when nobody writes, where
    /// the archive can be written at all: it may have been half done.
    ///
    /// # Errors
    /// The system's error.
    pub fn verify(&self, jobs: usize) -> Result<Verified, Problem> {
        let found = self.look(jobs, None)?;
        if found.problems.is_empty() {
            return Ok(found);
        }
        // Beginning to write also puts right what was half done.
        let Ok(_locked) = self.lock() else { return Ok(found) };
        let doubtful = found.problems.iter().filter_map(ArchiveProblem::id).map(str::to_owned).collect();
        let again = self.look(jobs, Some(&doubtful))?;
        Ok(Verified { problems: again.problems, events: again.events, head: again.head, ..found })
    }

    /// Looks at the ledger and all objects, or only at some.
    fn look(&self, jobs: usize, only: Option<&BTreeSet<String>>) -> Result<Verified, Problem> {
        let mut found = Verified { problems: root::faults(self.root()), ..Verified::default() };
        let mut folders = self.folders()?;
        let there: BTreeSet<_> = folders.iter().filter_map(|folder| folder.file_name()).map(OsStr::to_owned).collect();
        if let Some(only) = only {
            folders.retain(|folder| folder.file_name().and_then(OsStr::to_str).is_some_and(|name| only.contains(name)));
        }
        let events = self.all_events(&mut found)?;
        let counts = Counts::default();
        let problems = workers::map(Threads::new(jobs), folders.iter(), |folder| {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            let lines = events.get(name.as_ref()).map_or(&[][..], Vec::as_slice);
            faults(folder, lines, &counts)
        });
        let mut problems: Vec<_> = problems.into_iter().flatten().collect();
        for id in events.keys().filter(|id| !there.contains(OsStr::new(id))) {
            problems.push(ArchiveProblem::Damaged { id: id.clone(), file: String::new(), unlike: Unlike::Missing });
        }
        problems.sort_by_key(|problem| (problem.id().map(str::to_owned), problem.code()));
        found.problems.extend(problems);
        found.objects = folders.len();
        found.files = counts.files.into_inner();
        found.bytes = counts.bytes.into_inner();
        Ok(found)
    }

    /// Reads the ledger, with what is wrong with it.
    fn all_events(&self, found: &mut Verified) -> Result<Events, Problem> {
        let mut lines = Lines::open(&self.ledger_path())?;
        let mut events = Events::new();
        for line in lines.by_ref() {
            match line {
                Ok((line, is_chained)) => {
                    if !is_chained {
                        let fault = LedgerFault::Unchained;
                        found.problems.push(ArchiveProblem::Ledger { line: Some(found.events + 1), fault });
                    }
                    events.entry(line.id.clone()).or_default().push(line);
                }
                Err(Problem::Said(problem)) => found.problems.push(problem),
                Err(problem) => return Err(problem),
            }
            found.events += 1;
        }
        found.head.clone_from(&lines.tail().hash);
        Ok(events)
    }
}

/// Everything that is not as it should be in one object.
fn faults(folder: &Path, lines: &[Line], counts: &Counts) -> Vec<ArchiveProblem> {
    let id = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut look = Look { id, folder, counts, problems: Vec::new() };
    match Object::read(folder) {
        Ok(object) => look.object(&object, lines),
        Err(Problem::Said(problem)) => look.problems.push(problem),
        Err(Problem::Machine(error)) => look.unreadable(inventory::FILE, &error.error),
    }
    look.problems
}

/// The look at one object.
struct Look<'a> {
    id: String,
    folder: &'a Path,
    counts: &'a Counts,
    problems: Vec<ArchiveProblem>,
}

impl Look<'_> {
    fn is_unlike(&mut self, file: &str, unlike: Unlike) {
        self.problems.push(ArchiveProblem::Damaged { id: self.id.clone(), file: file.to_owned(), unlike });
    }

    fn unreadable(&mut self, file: &str, error: &std::io::Error) {
        match error.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => self.is_unlike(file, Unlike::Missing),
            std::io::ErrorKind::IsADirectory => self.is_unlike(file, Unlike::Changed),
            _ => self.problems.push(refused(&self.id, &self.folder.join(file), error)),
        }
    }

    fn object(&mut self, object: &Object, lines: &[Line]) {
        let inventory = object.inventory();
        let mut known = BTreeSet::from([DECLARATION.0.to_owned()]);
        match fs::read(self.folder.join(DECLARATION.0)) {
            Ok(bytes) if bytes == DECLARATION.1.as_bytes() => {}
            Ok(_) => self.is_unlike(DECLARATION.0, Unlike::Changed),
            Err(error) => self.unreadable(DECLARATION.0, &error),
        }
        let head = self.inventory("", &mut known);
        for version in 1..=inventory.head() {
            let digest = self.inventory(&format!("{}/", inventory::name(version)), &mut known);
            let line = lines.iter().find(|line| line.version == version);
            match (line, &digest) {
                (None, _) => self.problems.push(ArchiveProblem::NotInLedger { id: self.id.clone(), version }),
                (Some(line), Some(digest)) if line.inventory != *digest => {
                    let file = format!("{}/{}", inventory::name(version), inventory::FILE);
                    self.is_unlike(&file, Unlike::Ledger { line: line.sequence });
                }
                _ => {}
            }
            if version == inventory.head() && digest != head {
                self.is_unlike(inventory::FILE, Unlike::Version);
            }
        }
        for line in lines.iter().filter(|line| line.version > inventory.head()) {
            self.is_unlike(&inventory::name(line.version), Unlike::Missing);
        }
        self.contents(inventory, &mut known);
        self.records(object, lines);
        self.strangers(&known);
    }

    /// An inventory and its hash beside it; returns the hash.
    fn inventory(&mut self, prefix: &str, known: &mut BTreeSet<String>) -> Option<String> {
        let (file, sidecar) = (format!("{prefix}{}", inventory::FILE), format!("{prefix}{}", inventory::SIDECAR));
        let digest = match fs::read(self.folder.join(&file)) {
            Ok(bytes) => Some(sha512(&bytes)),
            Err(error) => {
                self.unreadable(&file, &error);
                None
            }
        };
        match (fs::read(self.folder.join(&sidecar)), &digest) {
            (Ok(text), Some(digest)) if text != inventory::sidecar(digest).as_bytes() => {
                self.is_unlike(&file, Unlike::Changed);
            }
            (Ok(_), _) => {}
            (Err(error), _) => self.unreadable(&sidecar, &error),
        }
        known.extend([file, sidecar]);
        digest
    }

    /// Every file against its hash.
    fn contents(&mut self, inventory: &Inventory, known: &mut BTreeSet<String>) {
        for (digest, paths) in &inventory.manifest {
            for path in paths {
                known.insert(path.clone());
                let full = self.folder.join(path);
                match hash::of_file(&full) {
                    Ok((found, size)) => {
                        self.counts.files.fetch_add(1, Ordering::Relaxed);
                        self.counts.bytes.fetch_add(size, Ordering::Relaxed);
                        if found != *digest {
                            self.is_unlike(path, Unlike::Changed);
                        }
                    }
                    Err(error) => self.unreadable(path, &error),
                }
            }
        }
    }

    /// Compares the records with the ledger.
    fn records(&mut self, object: &Object, lines: &[Line]) {
        for line in lines.iter().filter(|line| line.version <= object.head()) {
            // One that can't be read has been told.
            let Ok(record) = object.record(line.version) else { continue };
            if !agree(&record, line) {
                self.problems.push(ArchiveProblem::Ledger {
                    line: Some(line.sequence),
                    fault: LedgerFault::Disagrees { id: self.id.clone() },
                });
            }
        }
    }

    /// Files that no inventory knows.
    fn strangers(&mut self, known: &BTreeSet<String>) {
        let mut folders = vec![self.folder.to_path_buf()];
        while let Some(folder) = folders.pop() {
            if let Err(error) = self.strangers_in(&folder, known, &mut folders) {
                let fault = MachineFault::new(Tried::List, folder.display().to_string(), &error);
                self.problems.push(ArchiveProblem::Unreadable { id: self.id.clone(), fault });
            }
        }
    }

    fn strangers_in(
        &mut self,
        folder: &Path,
        known: &BTreeSet<String>,
        folders: &mut Vec<PathBuf>,
    ) -> std::io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = entry.path();
            if entry.file_type()?.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(self.folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if !known.contains(&name) {
                self.is_unlike(&name, Unlike::Stranger);
            }
        }
        Ok(())
    }
}

/// Named so that a path error can be told of an object.
impl From<PathError> for ArchiveProblem {
    fn from(error: PathError) -> Self {
        Self::Source(error.told())
    }
}
