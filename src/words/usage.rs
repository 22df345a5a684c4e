//! Problems of a command line.

use std::error::Error;

/// A command line that cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UsageProblem {
    /// There is no such command.
    UnknownCommand {
        /// The word that was typed.
        found: String,
        /// The known one that looks most like it.
        near: Option<String>,
        /// The command line that lists those there are.
        help: String,
    },
    /// The command has no such option.
    UnknownOption {
        /// The word that was typed.
        found: String,
        /// The known one that looks most like it.
        near: Option<String>,
        /// The command line that lists those there are.
        help: String,
    },
    /// The command takes no such thing, or no more of it.
    Unexpected {
        /// The word that was typed.
        found: String,
        /// The command line that says what it takes.
        help: String,
    },
    /// It is none of the values there are.
    UnknownValue {
        /// The option or variable.
        option: String,
        /// The word that was typed.
        found: String,
        /// The known one that looks most like it.
        near: Option<String>,
        /// All there are.
        known: Vec<String>,
    },
    /// An option stands without its value.
    NoValue {
        /// The option.
        option: String,
        /// The values there are, if they can be told.
        known: Vec<String>,
        /// The command line that says what it takes.
        help: String,
    },
    /// A value that is not what it must be.
    BadValue {
        /// The option.
        option: String,
        /// The word that was typed.
        found: String,
        /// The kind of value that is wanted.
        wanted: WantedValue,
    },
    /// Something is left out that must be there.
    Missing {
        /// Each of them.
        arguments: Vec<String>,
        /// The command line that says what they are.
        help: String,
    },
    /// Two that exclude each other.
    Together {
        /// One of them.
        option: String,
        /// The others.
        others: Vec<String>,
    },
    /// An option that may be given once.
    Twice {
        /// The option.
        option: String,
    },
    /// The handbook has no such chapter.
    UnknownChapter {
        /// The word that was typed.
        found: String,
        /// The known one that looks most like it.
        near: Option<String>,
        /// All there are.
        known: Vec<String>,
    },
    /// Any other way of giving an option wrongly.
    Otherwise {
        /// The option, if it is known.
        option: String,
        /// The command line that says how it is given.
        help: String,
    },
}

/// The kind of value that the command line wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WantedValue {
    /// A day.
    Date {
        /// The day that was perhaps meant, `2026-11-20`.
        meant: Option<String>,
    },
    /// A day, a month or a year.
    Days,
    /// A month by any of its names, with its year or without.
    Month,
    /// A name for files.
    Slug {
        /// One like it that may stand.
        near: Option<String>,
    },
    /// A whole number.
    Number {
        /// The least.
        least: u64,
        /// The most, if there is one.
        most: Option<u64>,
    },
    /// A hash, or enough of its digits.
    Hash,
    /// A measure of paper.
    Millimetres {
        /// The most.
        most: u32,
    },
}

impl UsageProblem {
    /// The code of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownCommand { .. } => "unknown-command",
            Self::UnknownOption { .. } => "unknown-option",
            Self::Unexpected { .. } => "unexpected-argument",
            Self::UnknownValue { .. } => "unknown-value",
            Self::NoValue { .. } => "value-missing",
            Self::BadValue { .. } => "bad-argument",
            Self::Missing { .. } => "argument-missing",
            Self::Together { .. } => "options-together",
            Self::Twice { .. } => "option-twice",
            Self::UnknownChapter { .. } => "unknown-chapter",
            Self::Otherwise { .. } => "wrong-usage",
        }
    }
}

impl Error for WantedValue {}
