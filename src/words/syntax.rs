//! Problems of a file as TOML.

/// A mistake in the writing of the TOML itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxProblem {
    /// A text value stands without quotes.
    UnquotedText {
        /// The value.
        found: String,
    },
    /// A text value stands in typographic quotes, which TOML does not know.
    CurlyQuotes {
        /// The value.
        found: String,
    },
    /// Nothing stands after the `=`.
    MissingValue {
        /// The key.
        key: String,
    },
    /// A line has no `=`.
    MissingEquals {
        /// The start of the line.
        found: String,
        /// The line as it is probably meant.
        meant: Option<String>,
    },
    /// A key is followed by a colon, or by another sign for the equals sign.
    ColonForEquals {
        /// The key.
        key: String,
        /// The sign, as `:` or `=>`.
        sign: String,
        /// The value behind it, as it is typed.
        value: String,
    },
    /// A text in quotes is not closed on its line.
    UnclosedText,
    /// A text in triple quotes is not closed.
    UnclosedLongText,
    /// A straight quote inside a text ends it early.
    QuoteInside,
    /// A backslash is followed by something that means nothing.
    BadEscape {
        /// The backslash and what follows.
        found: String,
        /// The text that it stands in, if that is a file's path.
        path: Option<String>,
        /// Files of the workspace that may be meant.
        near: Vec<String>,
    },
    /// A control character stands in the file.
    ControlCharacter {
        /// Its number.
        code: u32,
    },
    /// A key or table is written twice.
    DuplicateKey {
        /// The key.
        key: String,
        /// True if each of them is a part of the body.
        part: bool,
        /// True if they are headings of a table.
        heading: bool,
    },
    /// A key has characters that need quotes.
    BadKey {
        /// The key.
        found: String,
        /// The key that its Arabic name means.
        meant: Option<&'static str>,
    },
    /// Two elements of a list or table stand without a comma.
    MissingComma,
    /// An Arabic comma separates the elements of a list.
    ArabicComma,
    /// Two commas stand together.
    ExtraComma,
    /// A `[` is not closed.
    UnclosedList,
    /// A `{` is not closed.
    UnclosedInline,
    /// The header of a table is not closed.
    UnclosedHeader {
        /// The line.
        found: String,
    },
    /// A date that is written otherwise.
    BadDate {
        /// The date.
        found: String,
        /// The date it seems to mean, as it must be written.
        meant: Option<String>,
    },
    /// A day that its month does not have.
    NoSuchDay {
        /// The date.
        found: String,
        /// The last day of the month.
        last: String,
    },
    /// A month that no year has.
    NoSuchMonth {
        /// The date.
        found: String,
    },
    /// A time of day that does not exist.
    BadTime {
        /// The time.
        found: String,
    },
    /// A number that is written wrongly.
    BadNumber {
        /// The number.
        found: String,
    },
    /// `true` or `false` in other letters.
    BadBoolean {
        /// The value.
        found: String,
    },
    /// Something follows the value on its line.
    TrailingText {
        /// The text that follows.
        found: String,
    },
    /// A value is used as if it were a table.
    NotATable {
        /// The key.
        key: String,
    },
    /// Brackets are nested too deeply.
    TooDeep,
    /// Any other mistake, in the words of the TOML reader.
    Other {
        /// Its words.
        text: String,
    },
    /// More mistakes than are worth listing.
    More {
        /// The number that is not listed.
        count: usize,
    },
}

impl SyntaxProblem {
    /// The code of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnquotedText { .. } => "toml-unquoted-text",
            Self::CurlyQuotes { .. } => "toml-curly-quotes",
            Self::MissingValue { .. } => "toml-missing-value",
            Self::MissingEquals { .. } => "toml-missing-equals",
            Self::ColonForEquals { .. } => "toml-colon",
            Self::UnclosedText => "toml-unclosed-text",
            Self::UnclosedLongText => "toml-unclosed-long-text",
            Self::QuoteInside => "toml-quote-inside",
            Self::BadEscape { .. } => "toml-bad-escape",
            Self::ControlCharacter { .. } => "toml-control-character",
            Self::DuplicateKey { .. } => "toml-duplicate-key",
            Self::BadKey { .. } => "toml-bad-key",
            Self::MissingComma => "toml-missing-comma",
            Self::ArabicComma => "toml-arabic-comma",
            Self::ExtraComma => "toml-extra-comma",
            Self::UnclosedList => "toml-unclosed-list",
            Self::UnclosedInline => "toml-unclosed-table",
            Self::UnclosedHeader { .. } => "toml-unclosed-header",
            Self::BadDate { .. } => "toml-bad-date",
            Self::NoSuchDay { .. } => "toml-no-such-day",
            Self::NoSuchMonth { .. } => "toml-no-such-month",
            Self::BadTime { .. } => "toml-bad-time",
            Self::BadNumber { .. } => "toml-bad-number",
            Self::BadBoolean { .. } => "toml-bad-boolean",
            Self::TrailingText { .. } => "toml-trailing-text",
            Self::NotATable { .. } => "toml-not-a-table",
            Self::TooDeep => "toml-too-deep",
            Self::Other { .. } => "toml-syntax",
            Self::More { .. } => "more-problems",
        }
    }
}
