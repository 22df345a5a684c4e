//! Problems between a finished file and the printed page.

mod reason;

use crate::words::StopReason;

pub use reason::Reason;

/// Why a file was not printed, or not as it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintProblem {
    /// Neither the command nor the workspace names a printer.
    NoPrinter,
    /// A text that should be a printer's address is none.
    BadAddress {
        /// The text.
        found: String,
    },
    /// The address asks for an encrypted connection.
    Encrypted {
        /// The text.
        found: String,
    },
    /// No report, or more than one, was asked for.
    OneReport {
        /// The number of reports.
        found: usize,
    },
    /// The edition is not made of this file: flyers are made of reports, newsletters of issues.
    OtherEdition,
    /// Pictures to post were to be printed.
    Pictures,
    /// An edition was asked of a finished file.
    EditionOfPdf,
    /// A PDF that was not read to its end.
    Unread {
        /// The path.
        path: String,
        /// Why not.
        reason: StopReason,
    },
    /// A file that is no PDF.
    NotPdf {
        /// The file.
        path: String,
    },
    /// No paper has the size of the file's pages, or they are of several sizes.
    OddPages {
        /// The file.
        path: String,
        /// The sizes, as `216 x 303`, in millimetres.
        sizes: Vec<String>,
    },
    /// Nobody answers at the address.
    Away {
        /// The address.
        printer: String,
        /// The cause.
        why: Away,
    },
    /// Somebody answers, but not as a printer.
    NotPrinter {
        /// The address.
        printer: String,
        /// The status of the web server there; none when the answer could not be read at all.
        status: Option<u16>,
    },
    /// The printer wants a password or an encrypted connection.
    Locked {
        /// The address.
        printer: String,
    },
    /// The printer takes no jobs at present.
    NotAccepting {
        /// The printer.
        printer: String,
    },
    /// The printer does not print PDF.
    NoPdf {
        /// The printer.
        printer: String,
        /// The formats it prints.
        has: Vec<String>,
    },
    /// The printer does not print on this paper.
    NoPaper {
        /// The printer.
        printer: String,
        /// The paper, as `A5`.
        paper: String,
        /// The papers it prints on.
        has: Vec<String>,
    },
    /// The printer does not print on both sides in this way.
    NoSides {
        /// The printer.
        printer: String,
        /// The ways it prints, as `one-sided`.
        has: Vec<String>,
    },
    /// The printer can't be told to print without colours.
    NoGrey {
        /// The printer.
        printer: String,
    },
    /// The printer does not make so many copies of one job.
    TooManyCopies {
        /// The printer.
        printer: String,
        /// The most it makes.
        most: u32,
    },
    /// The printer refused the job.
    Refused {
        /// The printer.
        printer: String,
        /// Why.
        refusal: Refusal,
        /// The printer's own words.
        said: Option<String>,
    },
    /// The connection broke while the file was on its way.
    Unsure {
        /// The printer.
        printer: String,
    },
    /// The printer gave the job up.
    Aborted {
        /// The printer.
        printer: String,
        /// The job's number there.
        job: i32,
        /// Why.
        reasons: Vec<Reason>,
    },
    /// Somebody took the job away.
    Canceled {
        /// The printer.
        printer: String,
        /// The job's number there.
        job: i32,
        /// Why.
        reasons: Vec<Reason>,
    },
    /// The time is over and the job is not done.
    Unfinished {
        /// The printer.
        printer: String,
        /// The job's number there.
        job: i32,
        /// For how many seconds it was waited.
        seconds: u64,
        /// The reasons that hold it up.
        reasons: Vec<Reason>,
    },
    /// The printer doesn't know the job any more.
    Forgotten {
        /// The printer.
        printer: String,
        /// The job's number there.
        job: i32,
    },
    /// The paper is not in the printer at present.
    NotLoaded {
        /// The printer.
        printer: String,
        /// The paper, as `A5`.
        paper: String,
        /// The papers that are in it.
        loaded: Vec<String>,
    },
    /// The printer took the job but not all that was asked of it.
    Substituted {
        /// The printer.
        printer: String,
        /// The job's number there.
        job: i32,
        /// The settings it passed over, as `sides`.
        settings: Vec<String>,
    },
    /// The job is done, and the printer says that something went wrong.
    WithErrors {
        /// The printer.
        printer: String,
        /// The job's number there.
        job: i32,
    },
}

/// Why nobody answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Away {
    /// The connection was refused.
    Refused,
    /// No machine has this name.
    UnknownName,
    /// Nothing came in time.
    Silent,
    /// Something else, in the system's words.
    Other(String),
}

/// Why a job was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The file is of a format it does not print, or is damaged.
    Document,
    /// Something that was asked for.
    Settings(Vec<String>),
    /// Whoever asks may not print.
    Forbidden,
    /// The file is too large.
    TooLarge,
    /// No printer has this address.
    NoSuchPrinter,
    /// It takes no jobs, or has too many.
    Busy,
    /// Something else, by the number of RFC 8011.
    Other(u16),
}

/// The progress of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintStep {
    /// The printer has taken it.
    Sent {
        /// The printer.
        printer: String,
        /// The job's number there.
        job: i32,
        /// Pages of the file.
        pages: usize,
        /// The number of copies.
        copies: u32,
    },
    /// It waits for somebody.
    Waits {
        /// The printer.
        printer: String,
        /// For what.
        reasons: Vec<Reason>,
    },
    /// The printer does not answer any more.
    Silent {
        /// The printer.
        printer: String,
        /// The job's number there.
        job: i32,
    },
    /// It is printed.
    Printed {
        /// The printer.
        printer: String,
        /// The job's number there.
        job: i32,
    },
}

impl PrintProblem {
    /// The code of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoPrinter => "no-printer",
            Self::BadAddress { .. } => "printer-address",
            Self::Encrypted { .. } => "printer-address-encrypted",
            Self::OneReport { .. } => "print-one-report",
            Self::OtherEdition => "print-other-edition",
            Self::Pictures => "print-pictures",
            Self::EditionOfPdf => "print-edition-of-pdf",
            Self::Unread { .. } => "print-unread",
            Self::NotPdf { .. } => "print-not-pdf",
            Self::OddPages { .. } => "print-odd-pages",
            Self::Away { .. } => "printer-away",
            Self::NotPrinter { .. } => "not-a-printer",
            Self::Locked { .. } => "printer-locked",
            Self::NotAccepting { .. } => "printer-not-accepting",
            Self::NoPdf { .. } => "printer-no-pdf",
            Self::NoPaper { .. } => "printer-no-paper",
            Self::NoSides { .. } => "printer-no-duplex",
            Self::NoGrey { .. } => "printer-no-grey",
            Self::TooManyCopies { .. } => "printer-too-many-copies",
            Self::Refused { .. } => "printer-refused",
            Self::Unsure { .. } => "print-unsure",
            Self::Aborted { .. } => "print-aborted",
            Self::Canceled { .. } => "print-canceled",
            Self::Unfinished { .. } => "print-unfinished",
            Self::Forgotten { .. } => "print-forgotten",
            Self::NotLoaded { .. } => "printer-paper-not-loaded",
            Self::Substituted { .. } => "printer-substituted",
            Self::WithErrors { .. } => "print-with-errors",
        }
    }
}
