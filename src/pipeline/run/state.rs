//! The state after the last build: which files were made of which contents, so that unchanged
//! reports are not built again.
//!
//! Contents count, not times: a report is up to date when everything that went into its files is
//! the same, byte for byte, and the files are still as they were written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::identity::Identity;
use crate::pipeline::load::Digest;
use crate::pipeline::load::digest::stamp;
use crate::store::{self, PathError};

/// The file's name in the output folder.
pub(super) const FOLDER: &str = ".nashra";
const FILE: &str = ".nashra/state.json";
/// Another number makes everything stale.
const VERSION: u32 = 4;

/// The whole file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct BuildState {
    version: u32,
    /// SHA-512 of all that documents share.
    surroundings: String,
    /// By report file.
    pub(super) reports: BTreeMap<PathBuf, ReportState>,
}

/// The contents that one report's files were made from, and those files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ReportState {
    /// SHA-512 of the report's file.
    pub(super) source: String,
    /// SHA-512 of the files it names, by name.
    pub(super) assets: BTreeMap<String, String>,
    /// Its name and number among the reports.
    pub(super) identity: Identity,
    /// Its title, or an issue's name; none in a state of an earlier version.
    #[serde(default)]
    pub(super) title: Option<String>,
    /// Its embargo, in seconds since 1970.
    pub(super) not_before: Option<i64>,
    /// The number of warnings that `check` has for it, but for those about its texts.
    pub(super) warnings: usize,
    /// The number of those about its texts.
    pub(super) remarks: usize,
    /// SHA-512 of the glossary that the texts were compared with.
    pub(super) glossary: String,
    /// Its finished files by path from the output folder, each with its size and time.
    pub(super) outputs: BTreeMap<PathBuf, String>,
    /// What the archive had of it and of an issue's reports, by their names there.
    pub(super) archived: BTreeMap<String, String>,
    /// Finished files that show other contents than these, by path from the output folder, each
    /// with the hash of what it shows.
    #[serde(default, rename = "old", skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) outdated: BTreeMap<PathBuf, String>,
}

impl BuildState {
    /// The last build's state, empty when there is none or when it can't be read: then everything
    /// is built again, which loses nothing.
    pub(super) fn read(output: &Path, surroundings: &str) -> Self {
        let text = fs::read(output.join(FILE)).unwrap_or_default();
        match serde_json::from_slice::<Self>(&text) {
            Ok(mut state) if state.version == VERSION => {
                // Everything has to be made anew, but names and numbers stay with those who have
                // them.
                if state.surroundings != surroundings {
                    surroundings.clone_into(&mut state.surroundings);
                    state.reports.values_mut().for_each(|entry| entry.outputs.clear());
                }
                state
            }
            _ => Self { version: VERSION, surroundings: surroundings.to_owned(), reports: BTreeMap::new() },
        }
    }

    pub(super) fn write(&self, output: &Path) -> Result<(), PathError> {
        store::write_json(&output.join(FILE), self)
    }
}

impl ReportState {
    /// A hash of the report's contents and the files it names.
    pub(super) fn contents(&self) -> String {
        let mut digest = Digest::default();
        digest.report(&self.source, &self.assets);
        digest.hex()
    }

    /// True for a finished file that is there as it was written.
    pub(super) fn has(&self, output: &Path, file: &Path) -> bool {
        self.outputs.get(file).is_some_and(|written| *written == stamp(&output.join(file)))
    }
}

/// The lock that one build at a time holds on an output folder.
pub(super) fn lock_path(output: &Path) -> PathBuf {
    output.join(".nashra/lock")
}
