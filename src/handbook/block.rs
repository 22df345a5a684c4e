//! The blocks of a chapter.

use serde::Serialize;

/// A piece of text on one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Inline {
    /// Its words.
    pub text: String,
    /// True if they are to be typed as they stand.
    pub code: bool,
    /// True if they are stressed.
    pub strong: bool,
    /// Their target: a web address, or `chapter:` and another chapter's name.
    pub link: Option<String>,
}

/// The cells of a table's row.
pub type Row = Vec<Vec<Inline>>;

/// A block of a chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Block {
    /// A heading; the chapter's title has level 1.
    Heading {
        /// Its level.
        level: u8,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        content: Vec<Inline>,
    },
    /// A file or a terminal's screen, as it stands.
    Code {
        /// `toml` or `console`.
        language: String,
        /// Its lines.
        text: String,
    },
    /// A list.
    List {
        /// True if its items are numbered.
        ordered: bool,
        /// The words of each.
        items: Vec<Vec<Inline>>,
    },
    /// A table.
    Table {
        /// The cells of its head.
        head: Row,
        /// Its rows.
        rows: Vec<Row>,
    },
    /// A picture.
    Picture {
        /// The name of its file.
        file: String,
        /// A description of the picture.
        alt: String,
    },
}
