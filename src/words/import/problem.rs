//! Reasons why no report could be made of a file.

use crate::words::StopReason;

/// A bound of documents that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportBound {
    /// The text unpacked, in bytes.
    Unpacked,
    /// The parts of the packed file.
    Parts,
    /// Things inside each other.
    Depth,
    /// The text itself, in bytes.
    Text,
}

/// A file of which no report could be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportProblem {
    /// There is no word in it.
    NoText,
    /// Bytes that are no text in any encoding that is known.
    NotText,
    /// A document of Word as it was until 2007, `.doc`.
    OldWord,
    /// A table of Excel.
    Spreadsheet,
    /// Slides.
    Slides,
    /// A document of OpenDocument, `.odt`.
    OpenDocument,
    /// A document in RTF.
    RichText,
    /// A page of the web.
    WebPage,
    /// A picture.
    Picture,
    /// A packed folder without a document in it.
    Packed,
    /// A document that asks for a password.
    Locked,
    /// A document that is damaged; the reader's words.
    Damaged {
        /// The reader's words.
        reason: String,
    },
    /// A PDF without text: a scan.
    Scan,
    /// A PDF that was not read to its end.
    PdfStopped(StopReason),
    /// A document beyond a bound.
    Beyond {
        /// The bound.
        bound: ImportBound,
        /// The most that is read.
        limit: u64,
    },
    /// A text that is longer than a report may be.
    LongerThanAReport,
}

impl ImportProblem {
    /// The code of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoText => "import-no-text",
            Self::NotText => "import-not-text",
            Self::OldWord => "import-old-word",
            Self::Spreadsheet => "import-spreadsheet",
            Self::Slides => "import-slides",
            Self::OpenDocument => "import-open-document",
            Self::RichText => "import-rtf",
            Self::WebPage => "import-web-page",
            Self::Picture => "import-picture",
            Self::Packed => "import-packed",
            Self::Locked => "import-locked",
            Self::Damaged { .. } => "import-damaged",
            Self::Scan => "import-scan",
            Self::PdfStopped(_) => "import-pdf-stopped",
            Self::Beyond { .. } => "import-beyond",
            Self::LongerThanAReport => "import-longer-than-a-report",
        }
    }
}
