//! A rule of Arabic typing that a text breaks.

use crate::arabic::Rule;

/// What a rule found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextProblem {
    /// The rule.
    pub rule: Rule,
    /// The words around the spot.
    pub excerpt: String,
    /// What to write instead of the spot, when that is certain.
    pub fix: Option<String>,
    /// What the spot disagrees with, when that stands elsewhere.
    pub against: Option<Against>,
}

/// What a spot of a text disagrees with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// A name of the office's glossary.
    Name {
        /// How it is written.
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
