//! The outcome of a run: what was made, and what there is to say.

use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, has_errors};
use crate::pipeline::order::{Form, Variant};
use crate::words::{Filling, Looseness};

/// A file that a run made or found up to date.
#[derive(Clone, Debug, PartialEq)]
pub struct OutputFile {
    /// The report's file, from the root.
    pub report: PathBuf,
    /// The report's title, or the name.
    pub title: String,
    /// The form that it shows the report in.
    pub form: Form,
    /// Its place among the files of that form.
    pub variant: Variant,
    /// The file, as the user would open it.
    pub path: PathBuf,
}

/// A file that a run made.
#[derive(Clone, Debug, PartialEq)]
pub struct BuiltFile {
    /// The file.
    pub file: OutputFile,
    /// Its size in bytes.
    pub bytes: usize,
    /// The justification of its pages.
    pub pages: Vec<Looseness>,
    /// The changes that were made so that its pages are well filled.
    pub filling: Option<Filling>,
}

/// The outcome of an order.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Everything to say, in the order of the reports.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that were made, in the order of the reports.
    pub built: Vec<BuiltFile>,
    /// The files that were up to date, in the order of the reports.
    pub fresh: Vec<OutputFile>,
    /// The warnings that the up to date reports had when they were built.
    pub fresh_warnings: usize,
    /// The reports with errors: of them nothing was built, or not all that was asked for.
    pub failed: Vec<PathBuf>,
    /// The reports that were withdrawn, and so not built.
    pub withheld: Vec<PathBuf>,
    /// True when the machine failed: a file could not be written.
    pub machine: bool,
    /// True when the program itself failed on a report.
    pub crashed: bool,
}

impl Outcome {
    /// All files that are there now, made or up to date.
    pub fn files(&self) -> impl Iterator<Item = &OutputFile> {
        self.built.iter().map(|built| &built.file).chain(&self.fresh)
    }

    /// Adds a report that was not built.
    pub(super) fn add_failure(&mut self, file: &Path, problems: Vec<Diagnostic>) {
        self.tell(problems);
        self.failed.push(file.to_path_buf());
    }

    /// Adds a report that was withdrawn.
    pub(super) fn add_withheld(&mut self, file: &Path, said: Vec<Diagnostic>) {
        self.tell(said);
        self.withheld.push(file.to_path_buf());
    }

    /// Adds a report that was built, perhaps without some of its documents.
    pub(super) fn add_built(&mut self, file: &Path, files: Vec<BuiltFile>, said: Vec<Diagnostic>) {
        if has_errors(&said) {
            self.failed.push(file.to_path_buf());
        }
        self.tell(said);
        self.built.extend(files);
    }

    /// Notes what is to be said; what is wrong with a template only once for all reports.
    fn tell(&mut self, found: Vec<Diagnostic>) {
        for diagnostic in found {
            if diagnostic.file.starts_with("templates") && self.diagnostics.contains(&diagnostic) {
                continue;
            }
            self.diagnostics.push(diagnostic);
        }
    }
}
