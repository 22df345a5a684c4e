//! What can be wrong with a comment that is meant for nashra.

use crate::arabic::Rule;

use super::near::nearest;

/// A comment such as `# nashra: allow NA004` that does not do what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommentProblem {
    /// It allows a rule that does not exist.
    UnknownRule {
        /// The code.
        found: String,
        /// The known code that looks most like it.
        near: Option<&'static str>,
        /// All codes.
        known: Vec<&'static str>,
    },
    /// The rule finds nothing where it is allowed.
    Idle {
        /// The code.
        code: &'static str,
    },
    /// It cannot be made out.
    Unclear {
        /// The comment.
        found: String,
    },
}

impl CommentProblem {
    /// A code that no text rule has, with the known one most like it.
    pub fn unknown_rule(found: String) -> Self {
        let known: Vec<&'static str> = Rule::ALL.into_iter().map(Rule::code).collect();
        let near = nearest(&found, &known);
        Self::UnknownRule { found, near, known }
    }

    /// The code of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownRule { .. } => "allow-unknown-rule",
            Self::Idle { .. } => "allow-unused",
            Self::Unclear { .. } => "allow-unclear",
        }
    }
}
