//! The ends of a run that can't go on, and the exit codes.

use std::io;
use std::path::PathBuf;

use crate::diag::Diagnostic;
use crate::store::PathError;
use crate::words::{FileProblem, MachineFault, Message, Tried};

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
/// A file with a known code is not the one that was published.
pub const RESAVED: u8 = 4;
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
            Self::Content(problems) => exit_code(problems).max(CONTENT),
            Self::Usage(_) => USAGE,
            Self::Machine(_) => MACHINE,
        }
    }
}

impl From<PathError> for Failure {
    fn from(error: PathError) -> Self {
        Self::Machine(error.told().into())
    }
}

impl From<MachineFault> for Failure {
    fn from(fault: MachineFault) -> Self {
        Self::Machine(FileProblem::Machine(fault).into())
    }
}

/// For what could not be read.
impl From<(PathBuf, io::Error)> for Failure {
    fn from((path, error): (PathBuf, io::Error)) -> Self {
        let path = path.display().to_string();
        match error.kind() {
            // A folder or file that was named on the command line.
            io::ErrorKind::NotFound => Self::Usage(FileProblem::NotFound { path, near: Vec::new() }.into()),
            _ => MachineFault::new(Tried::Read, path, &error).into(),
        }
    }
}

/// The exit code for what was told: that of the machine before that of the content.
#[must_use]
pub fn exit_code(diagnostics: &[Diagnostic]) -> u8 {
    let is_of_machine = |diagnostic: &Diagnostic| diagnostic.message.machine_fault().is_some();
    match diagnostics {
        _ if diagnostics.iter().filter(|one| one.is_error()).any(is_of_machine) => MACHINE,
        _ if diagnostics.iter().any(Diagnostic::is_error) => CONTENT,
        _ => DONE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_the_machine_decides_the_exit_code_wherever_it_is_told() {
        let content = Diagnostic::bare(FileProblem::NotAFile { path: "a".to_owned() });
        let fault = MachineFault::new(Tried::Read, "a.jpg", &io::ErrorKind::PermissionDenied.into());
        let machine = Diagnostic::bare(FileProblem::Machine(fault));
        assert_eq!(exit_code(&[]), DONE);
        assert_eq!(exit_code(std::slice::from_ref(&content)), CONTENT);
        assert_eq!(Failure::Content(vec![content, machine]).exit_code(), MACHINE);
    }
}
