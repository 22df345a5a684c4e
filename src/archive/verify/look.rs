//! The look at one object: every file against its inventory, every inventory against the ledger.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use serde::Deserialize;

use crate::archive::events::agree;
use crate::archive::inventory::{self, Inventory};
use crate::archive::ledger::LedgerLine;
use crate::archive::object::{DECLARATION, Object, refused};
use crate::archive::problem::Problem;
use crate::archive::program::{BUILD_NOTE, digest_of};
use crate::files::slashed;
use crate::hash::{self, Digest, sha512};
use crate::words::{ArchiveProblem, LedgerFault, MachineFault, Tried, Unlike};

/// Counts while objects are looked at.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) files: AtomicU64,
    pub(super) bytes: AtomicU64,
    /// The hashes of the programs that pages were made by.
    pub(super) programs: Mutex<BTreeSet<Digest>>,
}

/// Of the note of what pages were made by, the hash of the program's templates and faces; older
/// notes have none.
#[derive(Deserialize)]
struct MadeByProgram {
    program: Option<Digest>,
}

/// Everything that is not as it should be in one object.
pub(super) fn faults(folder: &Path, lines: &[LedgerLine], counts: &Counts) -> Vec<ArchiveProblem> {
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

/// Everything that is not as it should be in a kept program.
pub(super) fn program_faults(folder: &Path, counts: &Counts) -> Vec<ArchiveProblem> {
    let id = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut look = Look { id, folder, counts, problems: Vec::new() };
    look.program();
    look.problems
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

    fn program(&mut self) {
        let inventory = match fs::read(self.folder.join(inventory::FILE)) {
            Ok(bytes) => serde_json::from_slice::<Inventory>(&bytes).ok().filter(Inventory::is_known),
            Err(error) => return self.unreadable(inventory::FILE, &error),
        };
        // The folder's name ends with the list's hash, and whoever was made by it knows it whole.
        let named = |inventory: &Inventory| {
            self.id.rsplit('-').next().is_some_and(|hash| digest_of(inventory).starts_with(hash))
        };
        let Some(inventory) = inventory.filter(|inventory| inventory.id() == self.id && named(inventory)) else {
            return self.is_unlike(inventory::FILE, Unlike::Foreign);
        };
        let mut known = self.declaration();
        let head = self.inventory("", None, &mut known);
        if self.inventory("v1/", None, &mut known) != head {
            self.is_unlike(inventory::FILE, Unlike::Version);
        }
        self.contents(&inventory, &mut known);
        self.strangers(&known);
    }

    /// The declaration that the folder is an object; returns the names that are known so far.
    fn declaration(&mut self) -> BTreeSet<String> {
        match fs::read(self.folder.join(DECLARATION.0)) {
            Ok(bytes) if bytes == DECLARATION.1.as_bytes() => {}
            Ok(_) => self.is_unlike(DECLARATION.0, Unlike::Changed),
            Err(error) => self.unreadable(DECLARATION.0, &error),
        }
        BTreeSet::from([DECLARATION.0.to_owned()])
    }

    fn object(&mut self, object: &Object, lines: &[LedgerLine]) {
        let inventory = object.inventory();
        let mut known = self.declaration();
        let line_of = |version| lines.iter().find(|line| line.version == version);
        let newest = line_of(inventory.head()).map(|line| &line.inventory);
        let head = self.inventory("", newest, &mut known);
        for version in 1..=inventory.head() {
            let line = line_of(version);
            let told = line.map(|line| &line.inventory);
            let digest = self.inventory(&format!("{}/", inventory::name(version)), told, &mut known);
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
        self.programs(object);
        self.strangers(&known);
    }

    /// An inventory, and its hash beside it; returns the hash. The ledger tells of another or the
    /// same.
    fn inventory(&mut self, prefix: &str, told: Option<&String>, known: &mut BTreeSet<String>) -> Option<String> {
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
                // One of the two was changed: the ledger says which.
                self.is_unlike(if told == Some(digest) { &sidecar } else { &file }, Unlike::Changed);
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
    fn records(&mut self, object: &Object, lines: &[LedgerLine]) {
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

    /// Notes the programs that its pages were made by.
    fn programs(&self, object: &Object) {
        // A version whose note can't be read has been told.
        let notes = (1..=object.head()).filter_map(|version| object.file(version, BUILD_NOTE).ok());
        let named = notes.filter_map(|bytes| serde_json::from_slice::<MadeByProgram>(&bytes).ok()?.program);
        self.counts.programs.lock().unwrap_or_else(PoisonError::into_inner).extend(named);
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
        let mut is_empty = true;
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            is_empty = false;
            let (path, kind) = (entry.path(), entry.file_type()?);
            if kind.is_dir() {
                folders.push(path);
                continue;
            }
            let name = self.named(&path);
            if !known.contains(&name) {
                self.is_unlike(&name, Unlike::Stranger);
            } else if kind.is_symlink() {
                self.is_unlike(&name, Unlike::Link);
            }
        }
        if is_empty {
            let name = self.named(folder);
            self.is_unlike(&name, Unlike::EmptyFolder);
        }
        Ok(())
    }

    /// A path from the object's folder.
    fn named(&self, path: &Path) -> String {
        slashed(path.strip_prefix(self.folder).unwrap_or(path))
    }
}
