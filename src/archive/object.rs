//! One archived bulletin, read from its folder.

use std::path::{Path, PathBuf};

use super::change::NewFile;
use super::inventory::{self, Inventory};
use super::problem::Problem;
use super::record::Record;
use crate::files::{self, ReadProblem};
use crate::words::{ArchiveProblem, Unlike};

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
        let bytes = files::read_file(&folder.join(inventory::FILE), MAX_BYTES)
            .map_err(|problem| told(&id, inventory::FILE, problem))?;
        let inventory: Inventory = serde_json::from_slice(&bytes).map_err(|error| damaged(error.to_string()))?;
        if inventory.id() != id || !inventory.is_known() {
            return Err(damaged("it does not describe this object".to_owned()));
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

    /// Where a version's file lies, as it would be opened.
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
        let path = self.path(version, logical);
        let read = path.map_or(Err(ReadProblem::NotFound), |path| files::read_file(&path, MAX_CONTENT));
        read.map_err(|problem| told(self.id(), logical, problem))
    }

    /// Whether files below a folder are others than those of the newest version.
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
        let bytes = self.file(version, "record.json")?;
        serde_json::from_slice(&bytes)
            .map_err(|error| damaged(self.id(), "record.json", Unlike::Unreadable(error.to_string())))
    }
}

fn told(id: &str, file: &str, problem: ReadProblem) -> Problem {
    let unlike = match problem {
        ReadProblem::NotFound | ReadProblem::NotAFile | ReadProblem::Outside => Unlike::Missing,
        ReadProblem::TooLarge { size, limit } => Unlike::Unreadable(format!("{size} > {limit}")),
        ReadProblem::Refused(error) => Unlike::Unreadable(error.to_string()),
    };
    damaged(id, file, unlike)
}

fn damaged(id: &str, file: &str, unlike: Unlike) -> Problem {
    ArchiveProblem::Damaged { id: id.to_owned(), file: file.to_owned(), unlike }.into()
}
