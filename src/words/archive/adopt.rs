//! Problems of what is taken into the archive as it is, from before nashra.

/// Why a finished file is not taken into the archive as it is, or something is not done to one that
/// was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AdoptProblem {
    /// It is none of the kinds of file that are kept.
    OtherKind {
        /// The file.
        path: String,
    },
    /// The name says one kind and the bytes another.
    WrongName {
        /// The file.
        path: String,
        /// The ending of what it is.
        real: &'static str,
    },
    /// A file that no program can open, or of which the end is missing.
    Broken {
        /// The file.
        path: String,
    },
    /// A PDF that asks for a password.
    Locked {
        /// The file.
        path: String,
    },
    /// A file with nothing in it.
    Empty {
        /// The file.
        path: String,
    },
    /// The same bytes are in the archive with something else told of them.
    Otherwise {
        /// The object.
        id: String,
        /// The parts that differ.
        parts: Vec<AdoptedPart>,
    },
    /// Pages that nashra did not make can't be made again or corrected.
    NotOurs {
        /// The object.
        id: String,
    },
    /// The text of a file was not read, or not to its end.
    TextUnread {
        /// The file.
        path: String,
    },
    /// A day that has not come yet.
    Future {
        /// The day.
        date: String,
    },
    /// A title of no words.
    NoTitle,
    /// Something is wrong with the list of what is to be adopted.
    List(ListFault),
}

/// A part of what is told of an adopted file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdoptedPart {
    /// Its day.
    Date,
    /// Its title.
    Title,
    /// Its number.
    Number,
    /// The files that belong to it.
    Files,
    /// The text that was given for it.
    Text,
}

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListColumn {
    /// The file, or several with `|` between them.
    File,
    /// The day of issue.
    Date,
    /// The title.
    Title,
    /// The office's number.
    Number,
    /// A file with the text.
    Text,
}

/// A fault of the list of what is to be adopted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListFault {
    /// A column that is needed is missing.
    NoColumn(ListColumn),
    /// A column is there twice.
    Twice(ListColumn),
    /// Columns that are not read.
    Unread(Vec<String>),
    /// A row without a value that is needed.
    NoValue(ListColumn),
    /// A value that is no date as it is wanted.
    Date {
        /// The value.
        found: String,
        /// The date that it may mean.
        meant: Option<String>,
    },
    /// It can't be read as a table.
    Broken,
    /// There is no row in it.
    Empty,
}

impl AdoptProblem {
    /// The code of the message.
    pub(in crate::words) fn code(&self) -> &'static str {
        match self {
            Self::OtherKind { .. } => "adopt-kind",
            Self::WrongName { .. } => "adopt-wrong-name",
            Self::Broken { .. } => "adopt-broken",
            Self::Locked { .. } => "adopt-locked",
            Self::Empty { .. } => "adopt-empty",
            Self::Otherwise { .. } => "adopt-otherwise",
            Self::NotOurs { .. } => "adopt-not-ours",
            Self::TextUnread { .. } => "adopt-text-unread",
            Self::Future { .. } => "adopt-future",
            Self::NoTitle => "adopt-no-title",
            Self::List(ListFault::Unread(_)) => "adopt-list-column",
            Self::List(_) => "adopt-list",
        }
    }

    /// True if it can't be done as it was asked for.
    pub(in crate::words) fn is_usage(&self) -> bool {
        matches!(self, Self::NotOurs { .. } | Self::Future { .. } | Self::NoTitle)
    }
}

impl ListColumn {
    /// All of them, as the list has them.
    pub const ALL: [Self; 5] = [Self::File, Self::Date, Self::Title, Self::Number, Self::Text];

    /// The names it may have: the first one is shown in English, the second
    /// in Arabic.
    #[must_use]
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::File => &["file", "الملف", "ملف"],
            Self::Date => &["date", "التاريخ", "تاريخ"],
            Self::Title => &["title", "العنوان", "عنوان"],
            Self::Number => &["number", "العدد", "عدد", "الرقم", "رقم"],
            Self::Text => &["text", "النص", "نص"],
        }
    }
}
