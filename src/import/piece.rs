//! The pieces that every kind of text is taken apart into, in its order.

use super::prose::Prose;
use super::{LeftOut, MadeOut};

/// A text, taken apart.
#[derive(Debug, Default)]
pub(super) struct Material {
    pub(super) pieces: Vec<Piece>,
    /// What was made out on the way.
    pub(super) guesses: Vec<MadeOut>,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) pictures: Vec<RawPicture>,
}

/// A picture of a document.
#[derive(Clone, Debug)]
pub(super) struct RawPicture {
    pub(super) bytes: Vec<u8>,
    /// The ending of names of files of its format.
    pub(super) ending: &'static str,
    /// Its description, if the document has one.
    pub(super) alt: Option<String>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Paragraph(Prose),
    Heading {
        /// True if the text says so; else it is a guess.
        told: bool,
        level: u8,
        prose: Prose,
    },
    Item(Item),
    Table(RawTable),
    /// A picture, by its place among those of the text.
    Picture(usize),
    /// An empty line or another gap, at which lists end.
    Gap,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) ordered: bool,
    /// Its number as written, if it is ordered.
    pub(super) number: Option<u32>,
    /// Its mark as it stands in the text.
    pub(super) mark: String,
    /// How far it is set in: an item under another stands further in.
    pub(super) depth: usize,
    pub(super) prose: Prose,
    /// True if the text says so; else it is a guess.
    pub(super) told: bool,
}

/// A table as it stands in a text: rows of equal length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RawTable {
    pub(super) rows: Vec<Vec<Prose>>,
    pub(super) caption: Option<Prose>,
    /// True if the text says that it is one; else it is a guess.
    pub(super) told: bool,
}

impl Piece {
    /// True if there is a word in it.
    pub(super) fn has_words(&self) -> bool {
        match self {
            Self::Paragraph(prose) | Self::Heading { prose, .. } => prose.has_words(),
            Self::Item(item) => item.prose.has_words(),
            Self::Table(table) => table.rows.iter().flatten().any(Prose::has_words),
            Self::Gap | Self::Picture(_) => false,
        }
    }

    /// The words of a paragraph.
    pub(super) fn paragraph(&self) -> Option<&Prose> {
        match self {
            Self::Paragraph(prose) => Some(prose),
            _ => None,
        }
    }
}
