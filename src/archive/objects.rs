//! The archive's folder, and where its objects lie in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::events::KnownLedger;
use super::inventory;
use super::ledger;
use super::object::{self, Object};
use super::problem::Problem;
use crate::files;
use crate::store::PathError;
use crate::words::{ArchiveProblem, Tried};

/// The most bytes that a sidecar is read of.
const MAX_SIDECAR: u64 = 1024;

/// An archive's folder.
#[derive(Clone, Debug)]
pub struct Archive {
    root: PathBuf,
    pub(super) known: Arc<Mutex<KnownLedger>>,
}

impl Archive {
    /// The archive in a folder, which need not be there yet.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_path_buf(), known: Arc::default() }
    }

    /// Its folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Its ledger.
    pub(super) fn ledger_path(&self) -> PathBuf {
        self.root.join(ledger::FILE)
    }

    /// The folder of an object: `2026/11/<id>` for a name that begins with a date.
    #[must_use]
    pub fn folder_of(&self, id: &str) -> PathBuf {
        self.root.join(object::place(id))
    }

    /// The folders of all objects, sorted by their names.
    ///
    /// # Errors
    /// The path and what the system said.
    pub fn folders(&self) -> Result<Vec<PathBuf>, PathError> {
        let is_number = |name: &str, length| name.len() == length && name.bytes().all(|b| b.is_ascii_digit());
        let mut found = Vec::new();
        for year in below(&self.root, |name| is_number(name, 4))? {
            for month in below(&year, |name| is_number(name, 2))? {
                found.extend(below(&month, |name| !name.starts_with('.'))?);
            }
        }
        Ok(found)
    }

    /// The hash that the object of a name gives as that of its inventory, unproved; empty where
    /// there is none. It changes with every version.
    #[must_use]
    pub fn mark(&self, id: &str) -> String {
        let sidecar = self.folder_of(id).join(inventory::SIDECAR);
        let read = if is_id(id) { files::read_file(&sidecar, MAX_SIDECAR).unwrap_or_default() } else { Vec::new() };
        String::from_utf8_lossy(&read).trim_end().to_owned()
    }

    /// Reads an object.
    ///
    /// # Errors
    /// [`ArchiveProblem::Unknown`] when there is none of this name, [`ArchiveProblem::Damaged`]
    /// when it can't be read.
    pub fn object(&self, id: &str) -> Result<Object, Problem> {
        let folder = self.folder_of(id);
        if is_id(id) && folder.is_dir() {
            return Object::read(&folder);
        }
        Err(ArchiveProblem::Unknown { id: id.to_owned() }.into())
    }
}

/// True if a name can be an object's: it becomes part of a path.
pub(super) fn is_id(id: &str) -> bool {
    id.len() > 11 && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The folders in a folder whose names fit, sorted; none when it isn't there.
pub(super) fn below(folder: &Path, fits: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>, PathError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(PathError::trying(Tried::List, folder)(error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(PathError::trying(Tried::List, folder))?;
        let is_folder = entry.file_type().map_err(PathError::trying(Tried::List, folder))?.is_dir();
        if is_folder && entry.file_name().to_str().is_some_and(&fits) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}
