//! The archive of published bulletins: dated, immutable, searchable, provable.
//!
//! An archive is a storage root of OCFL 1.1 (Oxford Common File Layout): every bulletin or issue is an object, a folder of plain files
//! with an inventory of their hashes, and a correction is a new version beside the old one. A ledger names every event in order, each
//! line with the hash of the line before. Nothing in either is ever changed. An index for searching lies beside them and can always be
//! made again.
//!
//! ```text
//! archive/0=ocfl_1.1  ocfl_layout.json  ledger.jsonl
//!         2026/11/2026-11-20-<slug>/{0=ocfl_object_1.1, inventory.json, inventory.json.sha512, v1/…}
//!         extensions/nashra/{lock, index.sqlite, staging/…}
//! ```

mod bag;
mod change;
mod correction;
pub mod index;
mod inventory;
mod ledger;
mod life;
mod object;
mod problem;
mod proof;
mod record;
mod root;
pub mod site;
mod verify;

use std::fs;
use std::path::{Path, PathBuf};

pub use self::bag::Bag;
pub use self::change::{Content, Draft, Mended, NewFile, Writer};
pub use self::inventory::{Inventory, User, Version};
pub use self::ledger::{Line, Lines, Tail};
pub use self::life::{Act, Added};
pub use self::object::Object;
pub use self::problem::Problem;
pub use self::record::{Block, Change, Event, Happening, Item, Kind, Person, Picture, Record, SCHEMA, State};
pub use self::verify::Verified;
use crate::store::PathError;
use crate::words::ArchiveProblem;

/// An archive's folder.
#[derive(Clone, Debug)]
pub struct Archive {
    root: PathBuf,
}

impl Archive {
    /// The archive in a folder, which need not be there yet.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_path_buf() }
    }

    /// Its folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where the object of a name lies: `2026/11/<id>` for a name that begins with a date.
    #[must_use]
    pub fn folder_of(&self, id: &str) -> PathBuf {
        let mut parts = id.split('-');
        let (year, month) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        self.root.join(year).join(month).join(id)
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

    /// Reads an object.
    ///
    /// # Errors
    /// [`ArchiveProblem::Unknown`] when there is none of this name, [`ArchiveProblem::Damaged`] when it can't be read.
    pub fn object(&self, id: &str) -> Result<Object, Problem> {
        let folder = self.folder_of(id);
        if is_id(id) && folder.is_dir() {
            return Object::read(&folder);
        }
        Err(ArchiveProblem::Unknown { id: id.to_owned() }.into())
    }
}

/// Whether a name can be an object's: it becomes part of a path.
fn is_id(id: &str) -> bool {
    id.len() > 11 && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The folders in a folder whose names fit, sorted; none when it isn't there.
fn below(folder: &Path, fits: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>, PathError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(PathError::at(folder)(error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(PathError::at(folder))?;
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && entry.file_name().to_str().is_some_and(&fits) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}
