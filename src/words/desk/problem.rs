//! Problems of the desk.

/// Something about numbers and approval that can't stand, or that the office should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskProblem {
    /// A form of numbers without a place for the number, or with two.
    FormWithoutNumber {
        /// The form.
        found: String,
    },
    /// A form with something in braces that stands for nothing.
    FormWithUnknown {
        /// The braces and what is in them.
        part: String,
    },
    /// A form whose number can't be told from the digits beside it.
    FormJoined {
        /// The form.
        found: String,
    },
    /// A report that is in the archive already can't be approved, nor become a draft again.
    ApprovalArchived {
        /// The object.
        id: String,
    },
    /// A report that is approved with another number.
    ApprovedOtherwise {
        /// The number it has.
        number: String,
    },
    /// A number that another document has.
    NumberInUse {
        /// The number.
        number: String,
        /// The other document's file, or its name in the archive.
        holder: String,
        /// The next number.
        next: String,
    },
    /// A number that several documents have.
    NumberTwice {
        /// The number.
        number: String,
        /// Their files or their names in the archive.
        holders: Vec<String>,
    },
    /// Numbers of a year that no document has.
    NumbersMissing {
        /// The year.
        year: i32,
        /// The first of them, alone or with the last of its span.
        spans: Vec<(String, Option<String>)>,
        /// How many spans there are in all.
        all: usize,
    },
    /// One number for several reports.
    OneNumberForMany {
        /// How many reports.
        found: usize,
    },
    /// A note to the register whose number has no digits.
    NoteWithoutNumber {
        /// The number.
        found: String,
    },
    /// A note to the register about a number that doesn't name its year.
    NoteWithoutYear {
        /// The number.
        number: String,
    },
    /// A span of numbers whose last one comes before the first, or that is too long.
    NoteBackwards {
        /// The first.
        first: String,
        /// The last.
        last: String,
    },
    /// A register without a line.
    EmptyRegister {
        /// The year.
        year: i32,
    },
    /// A year, and a month of another year.
    TwoYears {
        /// The year.
        year: i32,
        /// The month's year.
        other: i32,
    },
    /// Several reports where one is worked on at a time.
    OneAtATime {
        /// How many.
        found: usize,
    },
    /// A report that is to get the name it has.
    SameName {
        /// The name.
        slug: String,
    },
    /// A name that something in the archive has.
    NameInArchive {
        /// The object.
        id: String,
    },
    /// A report that is in the archive is neither renamed nor removed.
    MoveArchived {
        /// The object.
        id: String,
    },
    /// A report that an archived issue names.
    InArchivedIssue {
        /// The issue's object.
        id: String,
    },
    /// A report that is to be removed and stands in an issue.
    ReportInIssue {
        /// The issue's file.
        issue: String,
    },
    /// A file that is no TOML.
    Unreadable,
    /// A file with an ending after that of reports, or nearly theirs.
    HiddenEnding {
        /// The name it should have.
        name: String,
    },
    /// A document of another program among the reports.
    NotAReport,
    /// A draft that is to become a draft.
    NotApproved,
    /// There is no change that could be undone.
    NothingToUndo,
    /// A file that is to be as it was was changed since.
    ChangedSince,
}

impl DeskProblem {
    /// The code of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::FormWithoutNumber { .. } => "form-without-number",
            Self::FormWithUnknown { .. } => "form-with-unknown",
            Self::FormJoined { .. } => "form-joined",
            Self::ApprovalArchived { .. } => "approval-archived",
            Self::ApprovedOtherwise { .. } => "approved-otherwise",
            Self::NumberInUse { .. } => "number-in-use",
            Self::NumberTwice { .. } => "number-twice",
            Self::NumbersMissing { .. } => "numbers-missing",
            Self::OneNumberForMany { .. } => "one-number-for-many",
            Self::NoteWithoutNumber { .. } => "note-without-number",
            Self::NoteWithoutYear { .. } => "note-without-year",
            Self::NoteBackwards { .. } => "note-backwards",
            Self::EmptyRegister { .. } => "empty-register",
            Self::TwoYears { .. } => "two-years",
            Self::OneAtATime { .. } => "desk-one-at-a-time",
            Self::SameName { .. } => "same-name",
            Self::NameInArchive { .. } => "name-in-archive",
            Self::MoveArchived { .. } => "move-archived",
            Self::InArchivedIssue { .. } => "in-archived-issue",
            Self::ReportInIssue { .. } => "report-in-issue",
            Self::Unreadable => "unreadable",
            Self::HiddenEnding { .. } => "hidden-ending",
            Self::NotAReport => "not-a-report",
            Self::NotApproved => "not-approved",
            Self::NothingToUndo => "nothing-to-undo",
            Self::ChangedSince => "changed-since",
        }
    }
}
