//! Errors of the system with the step and the file that they stopped.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::words::{FileProblem, MachineFault, Tried};

/// An input or output error with what was tried and the path.
#[derive(Debug)]
pub struct PathError {
    /// The step.
    pub tried: Tried,
    /// The file or folder; of a rename its new place.
    pub path: PathBuf,
    /// The system's error.
    pub error: io::Error,
}

impl PathError {
    /// Adds what was tried with which file to an error of the system; for `map_err`.
    pub fn trying(tried: Tried, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |error| Self { tried, path, error }
    }

    /// True if a file that had to be new was there already.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        self.tried == Tried::Rename && self.error.kind() == ErrorKind::AlreadyExists
    }

    /// Its words for the user.
    #[must_use]
    pub fn fault(&self) -> MachineFault {
        MachineFault::new(self.tried, self.path.display().to_string(), &self.error)
    }

    /// The message for the user.
    #[must_use]
    pub fn told(&self) -> FileProblem {
        FileProblem::Machine(self.fault())
    }
}

impl fmt::Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.display().fmt(f)
    }
}

impl std::error::Error for PathError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}
