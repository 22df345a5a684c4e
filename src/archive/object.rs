//! One archived bulletin, read from its folder.

use std::io;
use std::path::{Path, PathBuf};

use super::content::NewFile;
use super::inventory::{self, Inventory};
use super::problem::Problem;
use super::record::{RECORD, Record};
use crate::files::{self, ReadProblem};
use crate::words::{ArchiveProblem, MachineFault, Tried, Unlike};

/// The declaration in an object's folder.
pub(super) const DECLARATION: (&str, &str) = ("0=ocfl_object_1.1", "ocfl_object_1.1\n");
/// The most bytes an inventory or a record may have.
const MAX_BYTES: u64 = 64 * 1024 * 1024;
/// The most bytes a file of an object may have.
const MAX_CONTENT: u64 = 1024 * 1024 * 1024;

/// One archived bulletin or issue.
#[derive(Clone, Debug)]
pub struct Object {
    folder: PathBuf,
    inventory: Inventory,
}

impl Object {
    /// Reads the inventory of the object in a folder.
    ///
    /// # Errors
    /// [`ArchiveProblem::Damaged`] when it can't be read.
    pub fn read(folder: &Path) -> Result<Self, Problem> {
        let id = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let damaged = |why: String| damaged(&id, inventory::FILE, Unlike::Unreadable(why));
        let path = folder.join(inventory::FILE);
        let bytes = files::read_file(&path, MAX_BYTES).map_err(|problem| told(&id, inventory::FILE, &path, problem))?;
        let inventory: Inventory = serde_json::from_slice(&bytes).map_err(|error| damaged(error.to_string()))?;
        if inventory.id() != id || !inventory.is_known() {
            return Err(self::damaged(&id, inventory::FILE, Unlike::Foreign));
        }
        Ok(Self { folder: folder.to_path_buf(), inventory })
    }

    /// Its name.
    #[must_use]
    pub fn id(&self) -> &str {
        self.inventory.id()
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Its inventory.
    #[must_use]
    pub fn inventory(&self) -> &Inventory {
        &self.inventory
    }

    /// The number of its newest version.
    #[must_use]
    pub fn head(&self) -> u32 {
        self.inventory.head()
    }

    /// The path of a version's file, to open it.
    #[must_use]
    pub fn path(&self, version: u32, logical: &str) -> Option<PathBuf> {
        let (stored, _) = self.inventory.stored(version, logical)?;
        Some(self.folder.join(stored))
    }

    /// Reads a version's file.
    ///
    /// # Errors
    /// [`ArchiveProblem::Damaged`] when it isn't there or can't be read. That it is unchanged is not looked at, see
    /// `archive verify`.
    pub fn file(&self, version: u32, logical: &str) -> Result<Vec<u8>, Problem> {
        let path = self.path(version, logical).ok_or_else(|| damaged(self.id(), logical, Unlike::Missing))?;
        files::read_file(&path, MAX_CONTENT).map_err(|problem| told(self.id(), logical, &path, problem))
    }

    /// True if files below a folder are others than those of the newest version.
    #[must_use]
    pub fn differs(&self, folder: &str, files: &[NewFile]) -> bool {
        files.iter().filter(|file| file.name.starts_with(folder)).any(|file| {
            let digest = file.content.digest();
            self.inventory.stored(self.head(), &file.name).is_none_or(|(_, stored)| stored != digest)
        })
    }

    /// Reads a version's record.
    ///
    /// # Errors
    /// [`ArchiveProblem::Damaged`] when it can't be read.
    pub fn record(&self, version: u32) -> Result<Record, Problem> {
        let bytes = self.file(version, RECORD)?;
        serde_json::from_slice(&bytes)
            .map_err(|error| damaged(self.id(), RECORD, Unlike::Unreadable(error.to_string())))
    }
}

/// Why a file of an object was not read.
fn told(id: &str, file: &str, path: &Path, problem: ReadProblem) -> Problem {
    match problem {
        ReadProblem::NotFound | ReadProblem::NotAFile | ReadProblem::Outside => damaged(id, file, Unlike::Missing),
        ReadProblem::TooLarge { size, limit } => damaged(id, file, Unlike::TooLarge { size, limit }),
        ReadProblem::Refused(error) => refused(id, path, &error).into(),
    }
}

/// A file of an object that the machine would not let us read: that is no damage.
pub(super) fn refused(id: &str, path: &Path, error: &io::Error) -> ArchiveProblem {
    let fault = MachineFault::new(Tried::Read, path.display().to_string(), error);
    ArchiveProblem::Unreadable { id: id.to_owned(), fault }
}

/// A file of an object that is not what it should be.
pub(super) fn damaged(id: &str, file: &str, unlike: Unlike) -> Problem {
    ArchiveProblem::Damaged { id: id.to_owned(), file: file.to_owned(), unlike }.into()
}
