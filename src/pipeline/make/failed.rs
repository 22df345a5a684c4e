//! The ways in which a report's files are not made.

use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use crate::archive::Problem;
use crate::diag::Diagnostic;
use crate::typeset::RemarkKind;
use crate::words::{BuildProblem, FileProblem};

/// The reason why a report was not built.
pub(in crate::pipeline) enum Failed {
    /// Errors in it.
    Content(Vec<Diagnostic>),
    /// It is passed over, and what there is to say of that.
    Withheld(Vec<Diagnostic>),
    /// Its files could not be written.
    Machine(FileProblem),
    /// The program itself failed.
    Crash,
}

impl Failed {
    /// The archive's problem with a report's file.
    pub(in crate::pipeline) fn by_archive(problem: Problem, file: &Path) -> Self {
        match problem {
            Problem::Said(said) => Self::Content(vec![Diagnostic::error(file, said)]),
            Problem::Machine(error) => Self::Machine(error.told()),
        }
    }
}

/// Does the work of one report; a crash in it, typst's or our own, is that report's and stops no
/// other.
pub(in crate::pipeline) fn guarded<T>(work: impl FnOnce() -> Result<T, Failed>) -> Result<T, Failed> {
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Failed::Crash))
}

/// What typst and the PDF standard found wrong, as one problem of a template.
pub(super) fn template_problem(kinds: impl Iterator<Item = RemarkKind>) -> BuildProblem {
    let text = |kind| match kind {
        RemarkKind::Typst { text, .. } => text,
        RemarkKind::TooLong { field, .. } => field,
    };
    let texts: Vec<String> = kinds.map(text).collect();
    BuildProblem::Template { text: texts.join("; "), hints: Vec::new() }
}
