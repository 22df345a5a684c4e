//! The forms that a report or an issue is made in, and the names of the files.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::edition::{EditionKind, PictureSize, Profile};
use crate::imposition::Imposition;
use crate::pages::preflight::PRESS_DPI;

/// A way to make pages: a kind of page, for pictures in one of its sizes, for a purpose.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Form {
    /// The kind of page.
    pub edition: EditionKind,
    /// The size of a picture; none for pages.
    pub size: Option<PictureSize>,
    /// The purpose of the files.
    pub profile: Profile,
}

impl Form {
    /// The pixels an inch that photos get; a point of a picture to post is a pixel.
    pub(in crate::pipeline) fn dpi(self) -> u32 {
        if self.size.is_some() { 72 } else { self.profile.dpi() }
    }

    /// The fewest pixels an inch of a photo that looks fine and that a printing house takes.
    pub(in crate::pipeline) fn least_dpi(self) -> f64 {
        match self.profile {
            // On a telephone a photo may be half as fine as the screen.
            _ if self.size.is_some() => 36.0,
            Profile::Archive | Profile::Office => 150.0,
            // Rounding of a picture's pixels may lose a little.
            Profile::Press => PRESS_DPI - 3.0,
        }
    }
}

/// A file of an edition.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Variant {
    /// The pages as they are; at the press each on a sheet with marks.
    Plain,
    /// The pages on sheets to be folded or cut.
    Imposed(Imposition),
    /// One page that shows where each page stands.
    Proof(Imposition),
    /// A small picture of the first page, to look through the archive by.
    Preview,
}

impl Variant {
    /// The part of its file's name before `.pdf`.
    #[must_use]
    pub fn suffix(self) -> String {
        match self {
            Self::Plain => String::new(),
            Self::Preview => ".preview".to_owned(),
            Self::Imposed(imposition) => format!(".{}", imposition.scheme.name()),
            Self::Proof(imposition) => format!(".{}-proof", imposition.scheme.name()),
        }
    }
}

/// A document's file, from the output folder: `2026/11/2026-11-20-<slug>-bulletin.pdf`.
///
/// A picture is the same whatever it is for: `2026-11-20-<slug>-social-1080x1350.png`.
#[must_use]
pub fn output_path(date: &str, slug: &str, form: Form, variant: Variant, ending: &str) -> PathBuf {
    let mut parts = date.split('-');
    let (year, month) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let Form { edition, size, profile } = form;
    let end = match size {
        Some(size) => format!("-{size}"),
        None => format!("{}{}", profile.suffix(), variant.suffix()),
    };
    let name = format!("{date}-{slug}-{}{end}.{ending}", edition.name());
    [year, month, &name].iter().collect()
}
