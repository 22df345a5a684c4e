//! Problems of a comment that is meant for nashra.

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
        let (near, known) = super::rule::near_and_known(&found);
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
