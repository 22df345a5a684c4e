//! How a run ends when it can't go on, and the exit codes.

use std::io;
use std::path::PathBuf;

use crate::diag::Diagnostic;
use crate::store::PathError;
use crate::words::{FileProblem, Message};

/// Why a command stopped.
#[derive(Debug)]
pub enum Failure {
    /// The content has errors; each has been told or is told now.
    Content(Vec<Diagnostic>),
    /// The command was called in a way that can't work.
    Usage(Message),
    /// The machine failed us: disk full, no permission, printer away.
    Machine(Message),
}

/// The exit code of a run that did what it was asked to.
pub const DONE: u8 = 0;
/// The content has errors.
pub const CONTENT: u8 = 1;
/// The program itself failed; Rust's own code for it.
pub const CRASH: u8 = 101;
/// Wrong usage; also clap's own code for it.
pub const USAGE: u8 = 2;
/// The machine failed.
pub const MACHINE: u8 = 3;

impl Failure {
    /// The exit code.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Content(_) => CONTENT,
            Self::Usage(_) => USAGE,
            Self::Machine(_) => MACHINE,
        }
    }
}

impl From<PathError> for Failure {
    fn from(PathError { path, error }: PathError) -> Self {
        Self::Machine(PathError { path, error }.told().into())
    }
}

/// For what could not be read.
impl From<(PathBuf, io::Error)> for Failure {
    fn from((path, error): (PathBuf, io::Error)) -> Self {
        let path = path.display().to_string();
        Self::Machine(match error.kind() {
            // A folder or file that was named on the command line.
            io::ErrorKind::NotFound => return Self::Usage(FileProblem::NotFound { path, near: None }.into()),
            _ => FileProblem::NotReadable { path, reason: error.to_string() }.into(),
        })
    }
}
