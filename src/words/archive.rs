//! What can go wrong with the archive.

/// Why the archive can't do something, or what is wrong in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveProblem {
    /// No object has this name.
    Unknown {
        /// What was asked for.
        id: String,
    },
    /// A file of an object is missing or is not what it should be.
    Damaged {
        /// The object.
        id: String,
        /// The file in it.
        file: String,
        /// What is wrong.
        why: String,
    },
    /// The site's folder is in the archive, or the archive in it.
    SiteInArchive {
        /// The site's folder.
        folder: String,
    },
    /// An address that no site can have.
    SiteAddress {
        /// What stands there.
        found: String,
    },
}

impl ArchiveProblem {
    /// The code of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "archive-unknown",
            Self::Damaged { .. } => "archive-damaged",
            Self::SiteInArchive { .. } => "site-in-archive",
            Self::SiteAddress { .. } => "site-address",
        }
    }

    /// Whether what was asked for can't be done as it was asked: nothing is wrong with the archive.
    pub(crate) fn is_usage(&self) -> bool {
        match self {
            Self::Unknown { .. } | Self::SiteInArchive { .. } | Self::SiteAddress { .. } => true,
            Self::Damaged { .. } => false,
        }
    }
}
