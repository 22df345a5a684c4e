//! Kinds of page and what they are for.

use std::fmt;

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
    /// Pictures to post in social networks.
    Social,
    /// The slip that tells what a published bulletin had wrong; the archive alone makes it.
    #[value(skip)]
    Correction,
}

impl EditionKind {
    /// The kinds that are built of what the office writes, in their order.
    pub const ALL: [Self; 4] = [Self::Bulletin, Self::Flyer, Self::Newsletter, Self::Social];

    /// Its name in settings and file names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bulletin => "bulletin",
            Self::Flyer => "flyer",
            Self::Newsletter => "newsletter",
            Self::Social => "social",
            Self::Correction => "correction",
        }
    }

    /// True if it is made of an issue of the newsletter, and not of a report.
    #[must_use]
    pub fn is_of_issues(self) -> bool {
        self == Self::Newsletter
    }

    /// The sizes it is made in, a file each: three for pictures; for pages one, which the settings'
    /// paper says.
    #[must_use]
    pub fn sizes(self) -> &'static [Option<PictureSize>] {
        match self {
            Self::Social => &[Some(PictureSize::Square), Some(PictureSize::Portrait), Some(PictureSize::Story)],
            _ => &[None],
        }
    }

    /// The endings that its files may have; which one, the finished file decides.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Social => &["png", "jpg"],
            _ => &["pdf"],
        }
    }
}

/// The size of a picture to post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PictureSize {
    /// 1080 by 1080 pixels.
    Square,
    /// 1080 by 1350 pixels.
    Portrait,
    /// 1080 by 1920 pixels, the whole screen of a telephone.
    Story,
}

impl PictureSize {
    /// Its name in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Square => "square",
            Self::Portrait => "portrait",
            Self::Story => "story",
        }
    }

    /// Width and height in pixels.
    #[must_use]
    pub fn pixels(self) -> (u32, u32) {
        match self {
            Self::Square => (1080, 1080),
            Self::Portrait => (1080, 1350),
            Self::Story => (1080, 1920),
        }
    }
}

impl fmt::Display for PictureSize {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (width, height) = self.pixels();
        write!(out, "{width}x{height}")
    }
}

/// The purpose of a finished file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// The record: PDF/A-3a and PDF/UA-1 with its sources attached.
    #[default]
    Archive,
    /// The office printer: plain tagged PDF.
    Office,
    /// The printing house: bleed, marks, inks of the press.
    Press,
}

impl Profile {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Archive, Self::Office, Self::Press];

    /// Its name in settings and data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Archive => "archive",
            Self::Office => "office",
            Self::Press => "press",
        }
    }

    /// The bleed over the trim on every side, in millimetres.
    #[must_use]
    pub fn bleed(self) -> u8 {
        match self {
            Self::Archive | Self::Office => 0,
            Self::Press => 3,
        }
    }

    /// The part of a file's name between the edition and `.pdf`.
    #[must_use]
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Archive => "",
            Self::Office => ".office",
            Self::Press => ".press",
        }
    }

    /// Pixels an inch that photos have at their place; the printer shows no more.
    #[must_use]
    pub fn dpi(self) -> u32 {
        match self {
            Self::Archive | Self::Office => 220,
            Self::Press => 300,
        }
    }
}

/// Sizes of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// 297 by 420 mm.
    A3,
    /// 210 by 297 mm.
    A4,
    /// 148 by 210 mm.
    A5,
    /// 105 by 148 mm.
    A6,
}

impl Paper {
    /// All sizes, the largest first.
    pub const ALL: [Self; 4] = [Self::A3, Self::A4, Self::A5, Self::A6];

    /// Its name: `a3`, `a4`, `a5` or `a6`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::A3 => "a3",
            Self::A4 => "a4",
            Self::A5 => "a5",
            Self::A6 => "a6",
        }
    }

    /// Its width and height upright, in millimetres.
    #[must_use]
    pub fn millimetres(self) -> (f64, f64) {
        match self {
            Self::A3 => (297.0, 420.0),
            Self::A4 => (210.0, 297.0),
            Self::A5 => (148.0, 210.0),
            Self::A6 => (105.0, 148.0),
        }
    }
}
