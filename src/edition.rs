//! Kinds of page and what they are for.

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

/// A kind of page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum EditionKind {
    /// The official report.
    Bulletin,
    /// One page to hand out or hang up.
    Flyer,
    /// An issue made of many reports.
    Newsletter,
}

impl EditionKind {
    /// All kinds, in the order they are built.
    pub const ALL: [Self; 3] = [Self::Bulletin, Self::Flyer, Self::Newsletter];

    /// Its name in settings and file names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bulletin => "bulletin",
            Self::Flyer => "flyer",
            Self::Newsletter => "newsletter",
        }
    }

    /// Whether it is made of an issue of the newsletter, and not of a report.
    #[must_use]
    pub fn is_of_issues(self) -> bool {
        self == Self::Newsletter
    }
}

/// What a finished file is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// The record: PDF/A-3a and PDF/UA-1 with its sources attached.
    #[default]
    Archive,
    /// The office printer: plain tagged PDF.
    Office,
}

impl Profile {
    /// Its name in settings and data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Archive => "archive",
            Self::Office => "office",
        }
    }

    /// What stands in a file's name between the edition and `.pdf`.
    #[must_use]
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Archive => "",
            Self::Office => ".office",
        }
    }
}
