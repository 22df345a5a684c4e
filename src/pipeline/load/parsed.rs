//! A file of the workspace, read and parsed once. Reports and issues part here, and only here,
//! until both have all their files.

use std::path::{Path, PathBuf};

use super::proposals::propose;
use crate::diag::Diagnostic;
use crate::files::Root;
use crate::hash::sha512;
use crate::pipeline::order::SourceKind;
use crate::report::{self, Checks, Head, Issue, Report, Workspace};

/// A file as it was read.
pub(in crate::pipeline) struct SourceFile {
    pub(in crate::pipeline) kind: SourceKind,
    /// Its path from the workspace's folder.
    pub(in crate::pipeline) file: PathBuf,
    pub(in crate::pipeline) bytes: Vec<u8>,
    /// SHA-512 of the bytes.
    pub(in crate::pipeline) digest: String,
}

/// A report or an issue that is valid by itself.
pub(in crate::pipeline) enum Parsed {
    Report(Box<Report>),
    Issue(Box<Issue>),
}

/// A file and the report or issue it holds.
pub(in crate::pipeline) struct ParsedSource {
    pub(in crate::pipeline) source: SourceFile,
    pub(in crate::pipeline) content: Parsed,
    /// Warnings about its text.
    pub(in crate::pipeline) warnings: Vec<Diagnostic>,
}

impl SourceFile {
    /// Reads a file.
    ///
    /// # Errors
    /// A diagnostic that says why it can't be read.
    pub(in crate::pipeline) fn read(root: &Root, workspace: &Workspace, file: &Path) -> Result<Self, Box<Diagnostic>> {
        let bytes = root.read(file, report::MAX_BYTES as u64);
        let bytes = bytes.map_err(|problem| Box::new(Diagnostic::error(file, problem.told(file))))?;
        Ok(Self::new(workspace, file, bytes))
    }

    /// A file whose bytes are known.
    pub(in crate::pipeline) fn new(workspace: &Workspace, file: &Path, bytes: Vec<u8>) -> Self {
        let digest = sha512(&bytes);
        Self { kind: SourceKind::of(workspace, file), file: file.to_path_buf(), bytes, digest }
    }

    /// Checks what it holds.
    ///
    /// # Errors
    /// Everything that is wrong with it, at once, and the warnings.
    pub(in crate::pipeline) fn parse(
        self,
        root: &Root,
        workspace: &Workspace,
    ) -> Result<ParsedSource, Vec<Diagnostic>> {
        let (content, warnings) = self.content(root, workspace)?;
        Ok(ParsedSource { source: self, content, warnings })
    }

    /// What it holds, and the warnings.
    ///
    /// # Errors
    /// As [`SourceFile::parse`].
    pub(in crate::pipeline) fn content(
        &self,
        root: &Root,
        workspace: &Workspace,
    ) -> Result<(Parsed, Vec<Diagnostic>), Vec<Diagnostic>> {
        let checks = &workspace.checks;
        let text = report::decode(&self.file, &self.bytes).map_err(|problem| vec![*problem])?;
        let (content, mut found) = match self.kind {
            SourceKind::Report => {
                let (report, found) = report::parse_report(&self.file, text, checks);
                (report.map(|report| Parsed::Report(Box::new(report))), found)
            }
            SourceKind::Issue => {
                let (issue, found) = report::parse_issue(&self.file, text, checks);
                (issue.map(|issue| Parsed::Issue(Box::new(issue))), found)
            }
        };
        match content {
            Some(content) => Ok((content, found)),
            None => {
                propose(root, workspace, &mut found);
                Err(found)
            }
        }
    }
}

impl Parsed {
    /// The head that both have.
    pub(in crate::pipeline) fn head(&self) -> &Head {
        match self {
            Self::Report(report) => &report.head,
            Self::Issue(issue) => &issue.head,
        }
    }

    /// The title of a report, the name of an issue.
    pub(in crate::pipeline) fn title(&self) -> String {
        match self {
            Self::Report(report) => report.title.value.plain(),
            Self::Issue(issue) => issue.head.slug.value.clone(),
        }
    }
}

/// A file's text with everything fixed that can be fixed without asking, and in how many places.
pub(in crate::pipeline) fn fix(kind: SourceKind, file: &Path, text: &str, checks: &Checks) -> (String, usize) {
    match kind {
        SourceKind::Report => report::fix_report(file, text, checks),
        SourceKind::Issue => report::fix_issue(file, text, checks),
    }
}
