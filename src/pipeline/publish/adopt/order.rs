//! What is to be adopted, as the office tells it.

use std::path::{Path, PathBuf};

use crate::arabic::CivilDate;
use crate::diag::{Diagnostic, Place};
use crate::words::{AdoptProblem, ArchiveProblem};

/// A file as the user named it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedPath {
    /// Where it lies.
    pub path: PathBuf,
    /// How it was typed.
    pub typed: String,
}

/// A bulletin to adopt.
#[derive(Clone, Debug)]
pub struct AdoptOrder {
    /// Its files, the first one first.
    pub files: Vec<TypedPath>,
    /// The day it was issued.
    pub date: CivilDate,
    /// Its title.
    pub title: String,
    /// Its number.
    pub number: Option<String>,
    /// A file with its text.
    pub text: Option<TypedPath>,
    /// The list that names it, and the place of its row there.
    pub row: Option<(PathBuf, Place)>,
}

/// A row of a list as it is told: `old.csv:3`.
pub(super) fn row_name(list: &Path, place: &Place) -> String {
    format!("{}:{}", list.display(), place.line)
}

impl AdoptOrder {
    /// Refuses what cannot be before any file is read.
    pub(super) fn check(&self, today: CivilDate) -> Result<(), ArchiveProblem> {
        let refused = |problem| Err(ArchiveProblem::Adopt(problem));
        if !self.title.chars().any(char::is_alphanumeric) {
            return refused(AdoptProblem::NoTitle);
        }
        if self.date.iso() > today.iso() {
            return refused(AdoptProblem::Future { date: self.date.iso() });
        }
        Ok(())
    }

    /// The file that problems are about: the list, or its first own.
    pub(super) fn shown(&self) -> &Path {
        let first = || self.files.first().map_or(Path::new(""), |file| Path::new(&file.typed));
        self.row.as_ref().map_or_else(first, |(list, _)| list)
    }

    pub(super) fn warning(&self, problem: AdoptProblem) -> Diagnostic {
        self.placed(Diagnostic::warning(self.shown(), ArchiveProblem::Adopt(problem)))
    }

    /// A problem at the row of the list, where there is one.
    pub(super) fn placed(&self, mut problem: Diagnostic) -> Diagnostic {
        if let Some((list, place)) = &self.row {
            problem.file.clone_from(list);
            problem.place = Some(place.clone());
        }
        problem
    }
}
