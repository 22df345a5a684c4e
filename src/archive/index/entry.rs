//! An object as the index takes it in.

use serde::{Deserialize, Serialize};

use crate::archive::object::Object;
use crate::archive::problem::Problem;
use crate::archive::record::Record;
use crate::hash::Digest;

/// An object as the index takes it in.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The record of its newest version.
    pub record: Record,
    /// The number of that version.
    pub version: u32,
    /// The files of all versions.
    pub files: Vec<StoredFile>,
    /// The codes printed on the pages of all versions.
    pub codes: Vec<Code>,
    /// Every number it ever had, as written.
    pub numbers: Vec<String>,
}

/// A file of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFile {
    /// SHA-512 of its contents.
    pub digest: Digest,
    /// The version.
    pub version: u32,
    /// Its name in that version.
    pub name: String,
}

/// A code printed on pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The code.
    pub code: String,
    /// The text's revision.
    pub revision: u32,
    /// The first version that has it.
    pub version: u32,
}

impl Entry {
    /// Reads all of it from an object.
    ///
    /// # Errors
    /// [`crate::words::ArchiveProblem::Damaged`] when a record can't be read.
    pub fn read(object: &Object) -> Result<Self, Problem> {
        let head = object.head();
        let mut record = object.record(head)?;
        let (mut files, mut codes, mut numbers) = (Vec::new(), Vec::<Code>::new(), Vec::<String>::new());
        let mut note = |record: &Record, version| {
            if !record.code.is_empty() && codes.iter().all(|known| known.code != record.code) {
                codes.push(Code { code: record.code.clone(), revision: record.revision, version });
            }
            if let Some(number) = record.number.as_ref().filter(|number| !numbers.contains(number)) {
                numbers.push(number.clone());
            }
        };
        for version in 1..head {
            note(&object.record(version)?, version);
        }
        note(&record, head);
        for version in 1..=head {
            let state = object.inventory().version(version).into_iter().flat_map(|version| &version.state);
            files.extend(state.flat_map(|(digest, names)| {
                names.iter().map(move |name| StoredFile { digest: digest.clone(), version, name: name.clone() })
            }));
        }
        // The folder's name is what the object is known by.
        object.id().clone_into(&mut record.id);
        Ok(Self { record, version: head, files, codes, numbers })
    }
}
