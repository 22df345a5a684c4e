//! The faults of the machine that problems of the archive tell of.

use super::ArchiveProblem;
use crate::words::{FileProblem, MachineFault};

impl ArchiveProblem {
    /// The fault of the machine that it tells of, if it does.
    pub(in crate::words) fn machine_fault(&self) -> Option<&MachineFault> {
        match self {
            Self::Source(FileProblem::Machine(fault)) | Self::Unreadable { fault, .. } => Some(fault),
            _ => None,
        }
    }

    /// The path that it names, if it names one as the machine sees it.
    pub(in crate::words) fn path_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::Source(problem) => problem.path_mut(),
            Self::Unreadable { fault, .. } => Some(&mut fault.path),
            Self::ChangedMeanwhile { path }
            | Self::NotAnArchive { folder: path, .. }
            | Self::NotEmpty { folder: path }
            | Self::SiteInArchive { folder: path }
            | Self::IndexMissing { path }
            | Self::IndexBroken { path, .. }
            | Self::IndexNewer { path }
            | Self::IndexReadOnly { path } => Some(path),
            _ => None,
        }
    }
}
