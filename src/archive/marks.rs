//! What a record's texts have besides their words: emphasis, links, forced breaks, and the files
//! and addresses that belong to a bulletin.
//!
//! Texts themselves stay plain, so that a program that knows nothing of marks reads every word.

use serde::{Deserialize, Serialize};

/// A mark on a part of one of a record's passages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextMark {
    /// The block, counted from 0.
    pub block: usize,
    /// The passage of the block, counted from 0, as [`Block::lines`](super::Block::lines) has them.
    pub line: usize,
    /// Its first character, counted from 0 in Unicode code points.
    pub start: usize,
    /// The character after its last one.
    pub end: usize,
    /// What is marked.
    #[serde(flatten)]
    pub kind: MarkKind,
}

/// What a mark says of its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum MarkKind {
    /// Words of weight.
    Strong,
    /// Words with stress.
    Emph,
    /// Words that lead somewhere.
    Link {
        /// An `http`, `https`, `mailto` or `tel` address.
        url: String,
    },
    /// A space at which the line ends.
    Break,
}

/// A file that belongs to a bulletin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachedFile {
    /// Its place in the version's logical state, `source/content/assets/trees.csv`.
    pub file: String,
    /// Its description.
    pub description: String,
}

/// An address for further reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelatedLink {
    /// Its title.
    pub title: String,
    /// The address.
    pub url: String,
}
