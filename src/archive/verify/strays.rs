//! What lies in the archive's folder and is neither an object nor belongs to it.

use std::fs::{self, FileType};
use std::path::{Path, PathBuf};

use crate::archive::Archive;
use crate::archive::program::PROGRAMS;
use crate::archive::root;
use crate::files::slashed;
use crate::store;
use crate::words::{ArchiveProblem, FileProblem, MachineFault, StrayKind, Tried};

/// The files and folders that the program keeps for itself.
const OWN: [&str; 8] = [
    "lock",
    "index.sqlite",
    "index.sqlite-wal",
    "index.sqlite-shm",
    "index.sqlite-journal",
    "pending.json",
    "staging",
    "way",
];

/// A search for strays.
struct Search<'a> {
    root: &'a Path,
    found: Vec<ArchiveProblem>,
}

impl Archive {
    /// Finds what lies in the archive's folder, and in those of years and months, and should not.
    pub(super) fn strays(&self) -> Vec<ArchiveProblem> {
        let mut search = Search { root: self.root(), found: Vec::new() };
        for (name, path, kind) in search.entries(self.root()) {
            match name.as_str() {
                "extensions" if kind.is_dir() => search.extensions(&path),
                PROGRAMS if kind.is_dir() => search.programs(&path),
                _ if is_number(&name, 4) && kind.is_dir() => search.year(&path),
                _ if root::FILES.contains(&name.as_str()) && kind.is_file() => {}
                _ => search.stray(&path, kind),
            }
        }
        search.found
    }
}

impl Search<'_> {
    fn extensions(&mut self, folder: &Path) {
        for (name, path, kind) in self.entries(folder) {
            if name != "nashra" || !kind.is_dir() {
                self.stray(&path, kind);
                continue;
            }
            for (name, path, kind) in self.entries(&path) {
                if !store::is_unfinished(&name) && (!OWN.contains(&name.as_str()) || kind.is_symlink()) {
                    self.stray(&path, kind);
                }
            }
        }
    }

    fn programs(&mut self, folder: &Path) {
        // An empty one is what an interrupted run leaves; a program that is gone is missed by its hash.
        let programs = self.entries(folder);
        // What is wrong in a folder is told of the program.
        let strays = programs.into_iter().filter(|(name, _, kind)| !kind.is_dir() || name.starts_with('.'));
        strays.for_each(|(_, path, kind)| self.stray(&path, kind));
    }

    fn year(&mut self, folder: &Path) {
        let months = self.entries(folder);
        self.refuse_empty(folder, months.len());
        for (name, path, kind) in months {
            if !is_number(&name, 2) || !kind.is_dir() {
                self.stray(&path, kind);
                continue;
            }
            let objects = self.entries(&path);
            self.refuse_empty(&path, objects.len());
            // What is wrong in a folder with an object's name is told of the object.
            let strays = objects.into_iter().filter(|(name, _, kind)| !kind.is_dir() || name.starts_with('.'));
            strays.for_each(|(_, path, kind)| self.stray(&path, kind));
        }
    }

    fn refuse_empty(&mut self, folder: &Path, entries: usize) {
        if entries == 0 {
            self.tell(folder, StrayKind::EmptyFolder);
        }
    }

    fn stray(&mut self, path: &Path, kind: FileType) {
        let kind = match kind {
            _ if kind.is_symlink() => StrayKind::Link,
            _ if kind.is_dir() => StrayKind::Folder,
            _ => StrayKind::File,
        };
        self.tell(path, kind);
    }

    fn tell(&mut self, path: &Path, kind: StrayKind) {
        let path = slashed(path.strip_prefix(self.root).unwrap_or(path));
        self.found.push(ArchiveProblem::Stray { path, kind });
    }

    /// The entries of a folder with their names, sorted; none of one that isn't there.
    fn entries(&mut self, folder: &Path) -> Vec<(String, PathBuf, FileType)> {
        let read = fs::read_dir(folder).and_then(|entries| {
            let entry = |entry: std::io::Result<fs::DirEntry>| {
                let entry = entry?;
                Ok((entry.file_name().to_string_lossy().into_owned(), entry.path(), entry.file_type()?))
            };
            entries.map(entry).collect::<std::io::Result<Vec<_>>>()
        });
        match read {
            Ok(mut entries) => {
                entries.sort_by(|one, other| one.0.cmp(&other.0));
                entries
            }
            Err(error) => {
                if error.kind() != std::io::ErrorKind::NotFound {
                    let fault = MachineFault::new(Tried::List, folder.display().to_string(), &error);
                    self.found.push(ArchiveProblem::Source(FileProblem::Machine(fault)));
                }
                Vec::new()
            }
        }
    }
}

fn is_number(name: &str, length: usize) -> bool {
    name.len() == length && name.bytes().all(|byte| byte.is_ascii_digit())
}
