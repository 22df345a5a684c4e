//! A rule of Arabic typing that a text breaks.

use crate::arabic::Rule;

/// A rule's finding in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextProblem {
    /// The rule.
    pub rule: Rule,
    /// The words around the spot.
    pub excerpt: String,
    /// The text for the spot, when that is certain.
    pub fix: Option<String>,
    /// The other place or name that the spot disagrees with.
    pub against: Option<Against>,
}

/// A place or name that a spot of a text disagrees with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// A name of the office's glossary.
    Name {
        /// Its spelling.
        form: String,
    },
    /// Another place of the same file.
    Place {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
    },
}
