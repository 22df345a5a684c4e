//! Why the archive could not do what it was asked to.

use std::path::Path;

use crate::diag::Diagnostic;
use crate::error::Failure;
use crate::store::PathError;
use crate::words::ArchiveProblem;

/// Why the archive could not do what it was asked to.
#[derive(Debug)]
pub enum Problem {
    /// Something is wrong with what was asked, or with the archive.
    Said(ArchiveProblem),
    /// The machine failed.
    Machine(PathError),
}

impl Problem {
    /// The same as a failure of a report's or issue's file.
    #[must_use]
    pub fn of(self, file: &Path) -> Failure {
        match self {
            Self::Said(said) => Failure::Content(vec![Diagnostic::error(file, said)]),
            Self::Machine(error) => error.into(),
        }
    }

    /// True if it is that of an index that should be made anew from the objects.
    #[must_use]
    pub fn wants_rebuild(&self) -> bool {
        matches!(self, Self::Said(ArchiveProblem::IndexMissing { .. } | ArchiveProblem::IndexBroken { .. }))
    }
}

impl From<ArchiveProblem> for Problem {
    fn from(problem: ArchiveProblem) -> Self {
        Self::Said(problem)
    }
}

impl From<PathError> for Problem {
    fn from(error: PathError) -> Self {
        Self::Machine(error)
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::Said(said) if said.is_usage() => Self::Usage(said.into()),
            Problem::Said(said) => Self::Content(vec![Diagnostic::bare(said)]),
            Problem::Machine(error) => error.into(),
        }
    }
}
