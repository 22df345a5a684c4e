//! Problems of the keys of a file and the kinds of their values.

/// A kind of value that a key wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// A text.
    Text,
    /// A text or a list of texts.
    Texts,
    /// A whole number.
    Integer,
    /// A number, with or without a fraction.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A day.
    Date,
    /// A moment with its offset from UTC.
    Moment,
    /// A list of texts.
    TextList,
    /// A list of anything.
    List,
    /// A list of rows.
    Rows,
    /// A text or a number, as in the cell of a table.
    Cell,
    /// A text or a table, as an item of a list.
    Item,
    /// A table of keys.
    Table,
    /// A picture's table of keys.
    Picture,
    /// A link's table of keys.
    Link,
    /// An attachment's table of keys.
    Attachment,
    /// An article's table of keys.
    Article,
    /// A list of tables of keys.
    Tables,
    /// Tables of keys with a heading each, such as `[[body]]`.
    Blocks,
}

impl Want {
    /// A value of this kind as it is written.
    pub fn example(self) -> &'static str {
        match self {
            Self::Text | Self::Cell | Self::Item => r#""...""#,
            Self::Integer => "1",
            Self::Number => "0.1",
            Self::Boolean => "true",
            Self::Date => "2026-11-20",
            Self::Moment => "2026-11-20T10:00:00+03:00",
            Self::Texts | Self::TextList | Self::List => r#"["...", "..."]"#,
            Self::Rows => r#"[["...", "..."], ["...", "..."]]"#,
            Self::Table => r#"{ ... = "..." }"#,
            Self::Picture => r#"{ file = "assets/a.jpg", alt = "..." }"#,
            Self::Link => r#"{ title = "...", url = "https://..." }"#,
            Self::Attachment => r#"{ file = "assets/a.csv", description = "..." }"#,
            Self::Article => r#"{ report = "content/a.toml", place = "article" }"#,
            Self::Tables | Self::Blocks => r#"[{ ... = "..." }]"#,
        }
    }
}

/// A kind of value that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A text.
    Text,
    /// A whole number.
    Integer,
    /// A number with a fraction.
    Float,
    /// `true` or `false`.
    Boolean,
    /// A date or time.
    Date,
    /// A list.
    List,
    /// A table of keys.
    Table,
}

/// A place in a file by the heading nearest to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Home {
    /// Above the first heading.
    Above {
        /// The heading.
        heading: String,
    },
    /// Under a heading.
    Under {
        /// The heading.
        heading: String,
    },
    /// In a part of the body of its own.
    InPart,
    /// Under a heading that the file lacks.
    UnderNew {
        /// The heading.
        heading: String,
    },
}

/// A mistake in the keys of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// A key that means nothing here.
    UnknownKey {
        /// The key.
        key: String,
        /// The known key that looks most like it.
        near: Option<&'static str>,
        /// All keys known here.
        known: Vec<&'static str>,
    },
    /// A key that means something elsewhere in the file.
    Misplaced {
        /// The key.
        key: String,
        /// The place it belongs to.
        heading: Home,
    },
    /// A required key is absent.
    Missing {
        /// The key.
        key: &'static str,
        /// The key with an example of its value.
        example: String,
    },
    /// A value of another kind.
    WrongType {
        /// The key; empty for an element of a list.
        key: String,
        /// The kind it must be.
        want: Want,
        /// The kind it is.
        found: Found,
        /// What is typed, as it must stand: a number in quotes, a text in a list, a name under its key.
        typed: Option<String>,
    },
    /// A file with nothing in it.
    EmptyFile,
    /// A text with nothing in it.
    Empty {
        /// The key.
        key: String,
        /// True if it must be there.
        needed: bool,
    },
    /// A text of dots alone, which stand in messages for a text to be written.
    OnlyDots {
        /// The key; empty for an element of a list.
        key: String,
        /// True if it must be there.
        needed: bool,
    },
    /// A text that stands in every new file.
    SampleText {
        /// The key; empty for an element of a list.
        key: String,
        /// The text.
        text: String,
        /// True in the settings, which every page shows.
        settings: bool,
        /// True if it must be there.
        needed: bool,
    },
    /// A list with nothing in it.
    EmptyList {
        /// The key.
        key: String,
    },
    /// A report without a body.
    NoBody,
    /// A block that says nothing of its kind.
    BlockWithoutKind {
        /// The kinds.
        kinds: Vec<&'static str>,
    },
    /// A block of two kinds.
    BlockOfTwoKinds {
        /// One kind.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// Too many elements.
    TooMany {
        /// The key.
        key: String,
        /// The number allowed.
        limit: usize,
        /// The number there is.
        found: usize,
    },
    /// Too many elements of all kinds in one file.
    TooManyInAll {
        /// The number allowed.
        limit: usize,
    },
    /// Too few elements.
    TooFew {
        /// The key.
        key: String,
        /// The number needed.
        limit: usize,
        /// The number there is.
        found: usize,
    },
    /// A row of a table of another length than its head.
    RowLength {
        /// The number of columns.
        columns: usize,
        /// The number of cells.
        found: usize,
    },
    /// A text that is too long.
    TooLong {
        /// The key.
        key: String,
        /// The number of characters allowed.
        limit: usize,
        /// The number there is.
        found: usize,
    },
    /// Several paragraphs where one is wanted.
    ManyParagraphs {
        /// The key.
        key: String,
    },
    /// Several lines where one is wanted.
    ManyLines {
        /// The key.
        key: String,
    },
    /// A word that is none of the allowed ones.
    UnknownChoice {
        /// The key.
        key: String,
        /// The word.
        found: String,
        /// The allowed word that looks most like it.
        near: Option<&'static str>,
        /// The allowed words.
        allowed: Vec<&'static str>,
    },
    /// A number outside its range.
    OutOfRange {
        /// The key.
        key: String,
        /// The smallest allowed.
        min: i64,
        /// The greatest allowed.
        max: i64,
        /// The number.
        found: String,
    },
    /// A schema version that this program does not know.
    UnknownSchema {
        /// The version.
        found: String,
    },
    /// A list inside a list inside a list.
    ListTooDeep,
    /// A key that has a meaning only together with another.
    Needs {
        /// The key.
        key: &'static str,
        /// The other.
        other: &'static str,
    },
}

impl FieldProblem {
    /// True for a text of a report that stands in every new one.
    pub fn is_sample_of_a_report(&self) -> bool {
        matches!(self, Self::SampleText { settings: false, .. })
    }

    /// The code of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Misplaced { .. } => "misplaced-key",
            Self::UnknownKey { .. } => "unknown-key",
            Self::Missing { .. } => "missing-key",
            Self::WrongType { .. } => "wrong-type",
            Self::EmptyFile => "empty-file",
            Self::Empty { .. } => "empty-text",
            Self::OnlyDots { .. } => "only-dots",
            Self::SampleText { .. } => "sample-text",
            Self::EmptyList { .. } => "empty-list",
            Self::NoBody => "no-body",
            Self::BlockWithoutKind { .. } => "block-without-kind",
            Self::BlockOfTwoKinds { .. } => "block-of-two-kinds",
            Self::TooMany { .. } => "too-many",
            Self::TooManyInAll { .. } => "too-many-in-all",
            Self::TooFew { .. } => "too-few",
            Self::RowLength { .. } => "row-length",
            Self::TooLong { .. } => "too-long",
            Self::ManyParagraphs { .. } => "many-paragraphs",
            Self::ManyLines { .. } => "many-lines",
            Self::UnknownChoice { .. } => "unknown-choice",
            Self::OutOfRange { .. } => "out-of-range",
            Self::UnknownSchema { .. } => "unknown-schema",
            Self::ListTooDeep => "list-too-deep",
            Self::Needs { .. } => "needs-other-key",
        }
    }
}
