//! The kinds of file that pages are made from.

use std::path::Path;

use crate::edition::EditionKind;
use crate::report::Workspace;

/// A kind of file that pages are made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceKind {
    /// A report: bulletins, flyers and pictures to post are made of it.
    Report,
    /// An issue of the newsletter.
    Issue,
}

impl SourceKind {
    /// The kind of a file, named from the workspace's folder: its own folder decides, and nothing
    /// else does.
    #[must_use]
    pub fn of(workspace: &Workspace, file: &Path) -> Self {
        if workspace.is_issue(file) { Self::Issue } else { Self::Report }
    }

    /// True for an edition that is made of such files.
    #[must_use]
    pub fn makes(self, edition: EditionKind) -> bool {
        edition.is_of_issues() == (self == Self::Issue)
    }
}
