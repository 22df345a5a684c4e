//! One step back: the files that a command changed, as they were before.
//!
//! The note is written before the files are: whenever the program is stopped, each file is as it
//! was before or as it was made, and the note knows both.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::diag::Diagnostic;
use crate::error::Failure;
use crate::files::Root;
use crate::hash::sha512;
use crate::report;
use crate::store::{self, PathError};
use crate::words::DeskProblem;

/// The folder of notes in the output folder.
const FOLDER: &str = ".nashra/undo";
/// The most bytes of a note.
const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// The files that one command changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoNote {
    /// The number that approval wrote into the file, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its files.
    pub files: Vec<ChangedFile>,
}

/// A file that was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedFile {
    /// Its path from the workspace's folder.
    pub file: PathBuf,
    /// Its text before.
    pub before: String,
    /// SHA-512 of its bytes after.
    pub after: String,
}

/// A file beside what a note tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoState {
    /// It is as it was before.
    Before,
    /// It is as it was made.
    After,
    /// It was changed since, or is gone.
    Other,
}

/// The end of an undoing.
#[derive(Debug, Default)]
pub struct Undone {
    /// The files that are as they were before.
    pub files: Vec<PathBuf>,
    /// Errors for those that were changed since.
    pub problems: Vec<Diagnostic>,
}

impl ChangedFile {
    /// A file with its old and its new text.
    #[must_use]
    pub fn new(file: &Path, before: &str, after: &str) -> Self {
        Self { file: file.to_path_buf(), before: before.to_owned(), after: sha512(after.as_bytes()) }
    }

    /// The state of the file now.
    #[must_use]
    pub fn state(&self, root: &Root) -> UndoState {
        match root.read(&self.file, report::MAX_BYTES as u64) {
            Ok(bytes) if bytes == self.before.as_bytes() => UndoState::Before,
            Ok(bytes) if sha512(&bytes) == self.after => UndoState::After,
            _ => UndoState::Other,
        }
    }
}

impl UndoNote {
    /// The note of a name in an output folder; none where there is none, or none that can be read.
    #[must_use]
    pub fn read(output: &Path, name: &str) -> Option<Self> {
        let bytes = crate::files::read_file(&path(output, name), MAX_BYTES).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    /// Writes the note, in place of an older one of its name.
    ///
    /// # Errors
    /// The path and what the system said.
    pub fn write(&self, output: &Path, name: &str) -> Result<(), PathError> {
        store::write_json(&path(output, name), self)
    }

    /// Deletes the note of a name.
    ///
    /// # Errors
    /// The path and what the system said.
    pub fn clear(output: &Path, name: &str) -> Result<(), PathError> {
        store::clear_note(&path(output, name))
    }

    /// Writes each file as it was before, unless it was changed since. The note of this name stays
    /// while one of its files was.
    ///
    /// # Errors
    /// The path and what the system said.
    pub fn undo(&self, root: &Root, output: &Path, name: &str) -> Result<Undone, Failure> {
        let mut undone = Undone::default();
        for changed in &self.files {
            match changed.state(root) {
                UndoState::Before => {}
                UndoState::After => rewrite(root, &changed.file, &changed.before)?,
                UndoState::Other => {
                    undone.problems.push(Diagnostic::error(&changed.file, DeskProblem::ChangedSince));
                    continue;
                }
            }
            undone.files.push(changed.file.clone());
        }
        if undone.problems.is_empty() {
            Self::clear(output, name)?;
        }
        Ok(undone)
    }
}

/// Writes a file of the workspace anew.
///
/// # Errors
/// The path and what the system said.
pub fn rewrite(root: &Root, file: &Path, text: &str) -> Result<(), Failure> {
    // The file that a link leads to, so that the link stays one.
    let path = root.path().join(file);
    let path = fs::canonicalize(&path).map_err(|error| Failure::from((path, error)))?;
    Ok(store::write(&path, text.as_bytes())?)
}

fn path(output: &Path, name: &str) -> PathBuf {
    output.join(FOLDER).join(format!("{name}.json"))
}
