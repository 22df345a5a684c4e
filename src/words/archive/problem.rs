//! Problems of the archive.

use super::adopt::AdoptProblem;
use super::query::QueryFault;
use crate::words::{FileProblem, MachineFault};

/// Why the archive can't do something, or what is wrong in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveProblem {
    /// What was to be proved is a bulletin's number, and not its code.
    NumberNotCode {
        /// The number, as typed.
        number: String,
    },
    /// No object has this name.
    Unknown {
        /// The version asked for.
        id: String,
    },
    /// An object has no such version.
    NoVersion {
        /// The object.
        id: String,
        /// The version asked for.
        version: u32,
        /// The number of versions.
        versions: u32,
    },
    /// The archive's folder has other things in it and is no archive.
    NotAnArchive {
        /// The folder.
        folder: String,
        /// Something that lies in it.
        found: String,
    },
    /// Another text was published under this name.
    AlreadyPublished {
        /// The object.
        id: String,
    },
    /// The number belongs to another bulletin.
    NumberTaken {
        /// The number.
        number: String,
        /// The other object.
        id: String,
    },
    /// It was withdrawn.
    IsWithdrawn {
        /// The object.
        id: String,
    },
    /// The bulletin to be corrected was never published.
    NeverPublished {
        /// The name it would have.
        id: String,
    },
    /// A correction that changes nothing.
    NothingChanged {
        /// The object.
        id: String,
    },
    /// Issues of the newsletter carry a report that was corrected or withdrawn.
    InIssues {
        /// The report's object.
        id: String,
        /// The issues.
        issues: Vec<CarryingIssue>,
        /// True if it was withdrawn, not corrected.
        is_withdrawn: bool,
    },
    /// A bulletin was archived whose day has not come yet.
    DatedAhead {
        /// The object.
        id: String,
        /// Its day.
        date: String,
    },
    /// More or fewer than one report or issue were to be corrected.
    OneAtATime {
        /// Their number.
        found: usize,
    },
    /// Another version was published while this one was made.
    Overtaken {
        /// The object.
        id: String,
    },
    /// A question that was not answered with yes.
    NotConfirmed {
        /// The object.
        id: String,
    },
    /// A reason of no words.
    NoReason,
    /// A file changed while pages were made from it.
    ChangedMeanwhile {
        /// The file.
        path: String,
    },
    /// A file that is to be archived can't be read.
    Source(FileProblem),
    /// The note about unfinished work is not one that nashra writes.
    Note(NoteFault),
    /// The ledger went on without the line that is to be written.
    LedgerMoved {
        /// The object of that line.
        id: String,
    },
    /// Something is wrong with the ledger.
    Ledger {
        /// Its line, from 1; the last one when none is named.
        line: Option<u64>,
        /// The cause.
        fault: LedgerFault,
    },
    /// A file of an object is missing or is not what it should be; the object itself, when no file
    /// is named.
    Damaged {
        /// The object.
        id: String,
        /// The file in it.
        file: String,
        /// The cause.
        unlike: Unlike,
    },
    /// The machine would not let us read a file of an object.
    Unreadable {
        /// The object.
        id: String,
        /// The fault of the machine.
        fault: MachineFault,
    },
    /// No line of the ledger tells of a version.
    NotInLedger {
        /// The object.
        id: String,
        /// The version.
        version: u32,
    },
    /// A file that makes the folder an archive is missing or changed.
    Root {
        /// The file.
        file: String,
    },
    /// Something lies in the archive's folder that is not of it.
    Stray {
        /// Its path from there.
        path: String,
        /// The kind of thing it is.
        kind: StrayKind,
    },
    /// It was written by a newer version of the program.
    Newer {
        /// The object.
        id: String,
    },
    /// The folder for the exported files is not empty.
    NotEmpty {
        /// The folder.
        folder: String,
    },
    /// The files made again are not those in the archive.
    MadeOtherwise {
        /// The object.
        id: String,
        /// The files that differ.
        files: Vec<String>,
        /// The makers of the files, where other than this program: versions, templates, faces.
        others: Vec<MadeBy>,
    },
    /// There is no index.
    IndexMissing {
        /// The place where it should be.
        path: String,
    },
    /// The index can't be read.
    IndexBroken {
        /// Its file.
        path: String,
        /// The cause.
        why: String,
    },
    /// The index was made by a newer nashra.
    IndexNewer {
        /// Its file.
        path: String,
    },
    /// The index can't be changed.
    IndexReadOnly {
        /// Its file.
        path: String,
    },
    /// A search can't be meant as it was typed.
    Query(QueryFault),
    /// Something about finished files from before nashra.
    Adopt(AdoptProblem),
    /// The site's folder is in the archive, or the archive in it.
    SiteInArchive {
        /// The site's folder.
        folder: String,
    },
    /// An address that no site can have.
    SiteAddress {
        /// The entry that stands there.
        found: String,
    },
}

/// An archived issue of the newsletter that carries a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CarryingIssue {
    /// Its object.
    pub id: String,
    /// Its file in the workspace, when it was published.
    pub file: String,
}

/// Something that does not belong into an archive's folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StrayKind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A link to something that lies elsewhere.
    Link,
    /// A folder with nothing in it.
    EmptyFolder,
}

/// A fault of the note about unfinished work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteFault {
    /// It is a folder or something else than a file.
    NotAFile,
    /// It is larger than any note.
    TooLarge,
    /// It tells of something that nashra never does.
    Impossible,
    /// It can't be understood.
    Broken {
        /// Why.
        why: String,
    },
}

/// A fault of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerFault {
    /// A line that can't be read.
    Broken,
    /// A line that does not follow the one before: one of the two was changed, or one between them
    /// is gone.
    Unchained,
    /// Lines that are gone.
    Gone {
        /// Their number.
        count: u64,
    },
    /// No line has the hash that was noted.
    Unexpected,
    /// A line that is gone or another than when the index was made.
    Rewritten,
    /// A line that tells something else than the record it is about.
    Disagrees {
        /// The object.
        id: String,
    },
}

/// The difference of a file from its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unlike {
    /// It isn't there.
    Missing,
    /// Its contents are others.
    Changed,
    /// It is an inventory other than the one that the ledger names.
    Ledger {
        /// The ledger's line.
        line: u64,
    },
    /// It is an inventory other than that of the newest version.
    Version,
    /// It describes another object.
    Foreign,
    /// It lies elsewhere than its name says.
    Moved,
    /// It is a link to something that lies elsewhere.
    Link,
    /// It is a folder with nothing in it.
    EmptyFolder,
    /// It has more bytes than any such file.
    TooLarge {
        /// Its size.
        size: u64,
        /// The most there can be.
        limit: u64,
    },
    /// It is a picture that can't be shown.
    Picture(FileProblem),
    /// Nobody knows of it.
    Stranger,
    /// It can't be read as what it should be.
    Unreadable(String),
}

/// A part that pages depend on besides their sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MadeBy {
    /// The program's version.
    Nashra {
        /// The version.
        version: String,
    },
    /// Typst's version.
    Typst {
        /// The version.
        version: String,
    },
    /// The built-in templates.
    Templates,
    /// The built-in faces.
    Fonts,
}

impl ArchiveProblem {
    /// The code of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NumberNotCode { .. } => "archive-number-not-code",
            Self::Unknown { .. } => "archive-unknown",
            Self::NoVersion { .. } => "archive-no-version",
            Self::NotAnArchive { .. } => "archive-not-one",
            Self::AlreadyPublished { .. } => "archive-already-published",
            Self::NumberTaken { .. } => "archive-number-taken",
            Self::IsWithdrawn { .. } => "archive-withdrawn",
            Self::NeverPublished { .. } => "archive-never-published",
            Self::NothingChanged { .. } => "archive-nothing-changed",
            Self::InIssues { .. } => "archive-in-issues",
            Self::DatedAhead { .. } => "archive-dated-ahead",
            Self::OneAtATime { .. } => "archive-one-at-a-time",
            Self::Overtaken { .. } => "archive-overtaken",
            Self::NotConfirmed { .. } => "archive-not-confirmed",
            Self::NoReason => "archive-no-reason",
            Self::ChangedMeanwhile { .. } => "archive-changed-meanwhile",
            Self::Source(problem) => problem.code(),
            Self::Note(_) => "archive-note",
            Self::LedgerMoved { .. } => "archive-ledger-moved",
            Self::Ledger { .. } => "archive-ledger",
            Self::Damaged { .. } => "archive-damaged",
            Self::Unreadable { fault, .. } => fault.code(),
            Self::NotInLedger { .. } => "archive-not-in-ledger",
            Self::Root { .. } => "archive-root",
            Self::Stray { .. } => "archive-stray",
            Self::Newer { .. } => "archive-newer",
            Self::NotEmpty { .. } => "archive-export-not-empty",
            Self::MadeOtherwise { .. } => "archive-made-otherwise",
            Self::IndexMissing { .. } => "archive-index-missing",
            Self::IndexBroken { .. } => "archive-index-broken",
            Self::IndexNewer { .. } => "archive-index-newer",
            Self::IndexReadOnly { .. } => "archive-index-read-only",
            Self::Query(fault) => fault.code(),
            Self::Adopt(problem) => problem.code(),
            Self::SiteInArchive { .. } => "site-in-archive",
            Self::SiteAddress { .. } => "site-address",
        }
    }

    /// True if it can't be done as it was asked for; nothing is wrong with the archive or the
    /// report.
    pub(crate) fn is_usage(&self) -> bool {
        if let Self::Adopt(problem) = self {
            return problem.is_usage();
        }
        matches!(
            self,
            Self::Unknown { .. }
                | Self::NoVersion { .. }
                | Self::NotAnArchive { .. }
                | Self::NotConfirmed { .. }
                | Self::NoReason
                | Self::OneAtATime { .. }
                | Self::NotEmpty { .. }
                | Self::Query(_)
                | Self::SiteInArchive { .. }
                | Self::SiteAddress { .. }
        )
    }

    /// The object it is about.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Unknown { id }
            | Self::NoVersion { id, .. }
            | Self::AlreadyPublished { id }
            | Self::NumberTaken { id, .. }
            | Self::IsWithdrawn { id }
            | Self::NeverPublished { id }
            | Self::NothingChanged { id }
            | Self::InIssues { id, .. }
            | Self::DatedAhead { id, .. }
            | Self::Overtaken { id }
            | Self::NotConfirmed { id }
            | Self::LedgerMoved { id }
            | Self::Damaged { id, .. }
            | Self::Unreadable { id, .. }
            | Self::NotInLedger { id, .. }
            | Self::Newer { id }
            | Self::Ledger { fault: LedgerFault::Disagrees { id }, .. }
            | Self::MadeOtherwise { id, .. } => Some(id),
            Self::Adopt(AdoptProblem::Otherwise { id, .. } | AdoptProblem::NotOurs { id }) => Some(id),
            Self::NotAnArchive { .. }
            | Self::Adopt(_)
            | Self::NumberNotCode { .. }
            | Self::NoReason
            | Self::OneAtATime { .. }
            | Self::ChangedMeanwhile { .. }
            | Self::Source(_)
            | Self::Note(_)
            | Self::Ledger { .. }
            | Self::Root { .. }
            | Self::Stray { .. }
            | Self::NotEmpty { .. }
            | Self::IndexMissing { .. }
            | Self::IndexBroken { .. }
            | Self::IndexNewer { .. }
            | Self::IndexReadOnly { .. }
            | Self::Query(_)
            | Self::SiteInArchive { .. }
            | Self::SiteAddress { .. } => None,
        }
    }
}
