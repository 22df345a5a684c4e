//! Mistakes in a search.

/// A mistake in what was typed to be searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryFault {
    /// There are signs in it and no words.
    Empty {
        /// The query.
        text: String,
    },
    /// A bracket has no partner.
    Bracket {
        /// The query.
        text: String,
    },
    /// The value of a filter can't be one.
    Value {
        /// The filter's name as it was typed.
        field: String,
        /// The value.
        value: String,
    },
}

impl QueryFault {
    /// The code of the message.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty { .. } => "search-empty",
            Self::Bracket { .. } => "search-bracket",
            Self::Value { .. } => "search-value",
        }
    }
}
