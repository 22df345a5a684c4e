//! One archived bulletin, read from its folder.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::content::{MAX_CONTENT, NewFile};
use super::inventory::{self, Inventory};
use super::problem::Problem;
use super::record::{RECORD, Record};
use crate::files::{self, ReadProblem};
use crate::hash::{self, Digest, sha512};
use crate::store::PathError;
use crate::words::{ArchiveProblem, MachineFault, Tried, Unlike};

/// The declaration in an object's folder.
pub(super) const DECLARATION: (&str, &str) = ("0=ocfl_object_1.1", "ocfl_object_1.1\n");
/// The most bytes an inventory or a record may have.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// One archived bulletin or issue.
#[derive(Clone, Debug)]
pub struct Object {
    folder: PathBuf,
    inventory: Inventory,
    /// SHA-512 of the inventory's file as it was read.
    digest: Digest,
    /// The records of all versions, once they have been proved.
    records: Vec<Record>,
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
        if !folder.ends_with(place(&id)) {
            return Err(self::damaged(&id, "", Unlike::Moved));
        }
        Ok(Self { folder: folder.to_path_buf(), inventory, digest: sha512(&bytes), records: Vec::new() })
    }

    /// The same with the records of its versions, which have been proved.
    pub(super) fn with_records(self, records: Vec<Record>) -> Self {
        Self { records, ..self }
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

    /// Reads a version's file, which is what the inventory says.
    ///
    /// # Errors
    /// [`ArchiveProblem::Damaged`] when it isn't there or has other bytes.
    pub fn file(&self, version: u32, logical: &str) -> Result<Vec<u8>, Problem> {
        let stored = self.inventory.stored(version, logical);
        let (path, digest) = stored.ok_or_else(|| damaged(self.id(), logical, Unlike::Missing))?;
        let path = self.folder.join(path);
        let bytes = files::read_file(&path, MAX_CONTENT).map_err(|problem| told(self.id(), logical, &path, problem))?;
        if sha512(&bytes) != digest {
            return Err(damaged(self.id(), logical, Unlike::Changed));
        }
        Ok(bytes)
    }

    /// True if files below a folder are others than those of the newest version.
    #[must_use]
    pub fn differs(&self, folder: &str, files: &[NewFile]) -> bool {
        files.iter().filter(|file| file.name.starts_with(folder)).any(|file| {
            let digest = file.content.digest();
            self.inventory.stored(self.head(), &file.name).is_none_or(|(_, stored)| stored != digest)
        })
    }

    /// The hash of the inventory below a folder of the object, `v1/` or none, which its sidecar
    /// names.
    pub(super) fn inventory_digest(&self, prefix: &str) -> Result<Digest, Problem> {
        let (file, sidecar) = (format!("{prefix}{}", inventory::FILE), format!("{prefix}{}", inventory::SIDECAR));
        let read = |name: &str| {
            let path = self.folder.join(name);
            files::read_file(&path, MAX_BYTES).map_err(|problem| told(self.id(), name, &path, problem))
        };
        let digest = if prefix.is_empty() { self.digest.clone() } else { sha512(&read(&file)?) };
        if read(&sidecar)? != inventory::sidecar(&digest).as_bytes() {
            return Err(damaged(self.id(), &file, Unlike::Changed));
        }
        Ok(digest)
    }

    /// Every file of the object by its name in the folder, in the order of names, with the hash that the
    /// inventory gives it; inventories and their sidecars have none.
    pub(super) fn all_names(&self) -> BTreeMap<String, Option<Digest>> {
        let mut expected = BTreeMap::from([(DECLARATION.0.to_owned(), sha512(DECLARATION.1.as_bytes()))]);
        for (digest, paths) in &self.inventory.manifest {
            expected.extend(paths.iter().map(|path| (path.clone(), digest.clone())));
        }
        let folders = (1..=self.head()).map(|version| format!("{}/", inventory::name(version)));
        let inventories: Vec<String> = std::iter::once(String::new()).chain(folders).collect();
        let named = inventories
            .into_iter()
            .flat_map(|prefix| [inventory::FILE, inventory::SIDECAR].map(|file| (format!("{prefix}{file}"), None)));
        expected.into_iter().map(|(name, digest)| (name, Some(digest))).chain(named).collect()
    }

    /// The bytes of an inventory or its sidecar by its name in the folder.
    pub(super) fn inventory_file(&self, name: &str) -> Result<Vec<u8>, Problem> {
        let path = self.folder.join(name);
        files::read_file(&path, MAX_BYTES).map_err(|problem| told(self.id(), name, &path, problem))
    }

    /// Hands a file by its name in the folder to `taker`, piece by piece, and proves at its end that it
    /// has this hash; returns its size.
    ///
    /// # Errors
    /// [`ArchiveProblem::Damaged`] when it isn't there or has other bytes: then what was taken is worth
    /// nothing. What `taker` said.
    pub(super) fn pour(
        &self,
        name: &str,
        digest: &str,
        mut taker: impl FnMut(&[u8]) -> Result<(), PathError>,
    ) -> Result<u64, Problem> {
        let path = self.folder.join(name);
        let opened = files::open_file(&path, MAX_CONTENT);
        let (file, _) = opened.map_err(|problem| told(self.id(), name, &path, problem))?;
        let unread = |error| refused(self.id(), &path, &error);
        let (found, size) = hash::pour(file, unread, |bytes| Ok(taker(bytes)?))?;
        if found == digest { Ok(size) } else { Err(damaged(self.id(), name, Unlike::Changed)) }
    }

    /// Reads every file of a version.
    ///
    /// # Errors
    /// [`ArchiveProblem::Damaged`] for the first that isn't what the inventory says.
    pub fn read_all(&self, version: u32) -> Result<(), Problem> {
        let state = self.inventory.version(version).map(|version| &version.state);
        for name in state.into_iter().flat_map(|state| state.values().flatten()) {
            self.file(version, name)?;
        }
        Ok(())
    }

    /// Reads a version's record.
    ///
    /// # Errors
    /// [`ArchiveProblem::Damaged`] when it can't be read.
    pub fn record(&self, version: u32) -> Result<Record, Problem> {
        let known = usize::try_from(version).ok().and_then(|version| self.records.get(version.checked_sub(1)?));
        if let Some(record) = known {
            return Ok(record.clone());
        }
        let bytes = self.file(version, RECORD)?;
        serde_json::from_slice(&bytes)
            .map_err(|error| damaged(self.id(), RECORD, Unlike::Unreadable(error.to_string())))
    }
}

/// The place of an object from the archive's folder: `2026/11/<id>` for a name that begins with a
/// date.
pub(super) fn place(id: &str) -> PathBuf {
    let mut parts = id.split('-');
    let (year, month) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    [year, month, id].iter().collect()
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
