//! Problems of a value of the right kind.

/// Why a path cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathFault {
    /// It starts at the root of the disk.
    Absolute,
    /// It starts with the letter of a drive.
    Drive,
    /// It has a `..` in it.
    Parent,
    /// It has a `.` or nothing between two slashes.
    EmptyPart,
    /// It has a backslash in it.
    Backslash,
    /// It is an address on the web.
    Web,
    /// It has a control character in it.
    Control,
    /// It ends with a slash, so it is a folder.
    Folder,
}

/// A value that cannot stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueProblem {
    /// A measure in millimetres that is negative or too large.
    BadMeasure {
        /// The number.
        found: String,
        /// The most it may be.
        most: u8,
    },
    /// A date in quotes.
    DateAsText {
        /// The key.
        key: String,
        /// The text.
        found: String,
        /// The date it seems to mean, as it must be written.
        meant: Option<String>,
    },
    /// A date with a time of day.
    DateWithTime {
        /// The key.
        key: String,
        /// The date alone.
        date: String,
    },
    /// A time of day without a date.
    TimeOnly {
        /// The key.
        key: String,
    },
    /// A year that is surely a slip.
    YearOutOfRange {
        /// The year.
        year: i32,
    },
    /// A moment without its offset from UTC.
    NoOffset {
        /// The key.
        key: String,
        /// The moment as it must be written for Baghdad.
        meant: String,
    },
    /// A day where a moment is wanted.
    DayForMoment {
        /// The key.
        key: String,
        /// A moment of the day, as it must be written for Baghdad.
        meant: String,
    },
    /// An event with both one day and a range.
    DayAndRange,
    /// A range with one end only.
    HalfRange {
        /// The end that is absent.
        missing: &'static str,
    },
    /// A range that ends before it starts.
    EndBeforeStart {
        /// The first day.
        start: String,
        /// The last day.
        end: String,
    },
    /// An approved report without a number.
    NumberRequired,
    /// A slug with other characters than it may have.
    BadSlug {
        /// The slug.
        found: String,
        /// One that would do.
        near: Option<String>,
    },
    /// A file name that gives no slug.
    NoSlug {
        /// The file's name.
        name: String,
    },
    /// An address that is not a web address.
    BadUrl {
        /// The address.
        found: String,
    },
    /// A link inside a text that leads nowhere.
    BadLink {
        /// The address.
        url: String,
    },
    /// An event that begins after the day of issue.
    EventLater {
        /// Its first day.
        event: String,
        /// The day of issue.
        issued: String,
    },
    /// Lines with the marks of points that became one paragraph.
    LinesMerged {
        /// How many lines.
        lines: usize,
    },
    /// A letter with more marks than any page can have.
    TooManyMarks {
        /// The letter.
        letter: String,
        /// The number allowed.
        limit: usize,
        /// The number there is.
        found: usize,
    },
    /// Letters without a space that no line can hold.
    Unbroken {
        /// The first of them.
        excerpt: String,
        /// The number allowed.
        limit: usize,
        /// The number there is.
        found: usize,
    },
    /// Stars in a text that open or close nothing.
    UnpairedStar {
        /// The words around them.
        excerpt: String,
    },
    /// An e-mail address without the form of one.
    BadEmail {
        /// The address.
        found: String,
    },
    /// A telephone number without digits.
    BadPhone {
        /// The number.
        found: String,
    },
    /// A file's name whose date is another one than the report's.
    FileNameDate {
        /// The date in the name.
        named: String,
        /// The day of issue.
        issued: String,
    },
    /// A path that cannot be used.
    BadPath {
        /// The path.
        path: String,
        /// Why.
        fault: PathFault,
        /// True if a folder is wanted and not a file.
        folder: bool,
        /// Files of the workspace that may be meant.
        near: Vec<String>,
    },
    /// A colour in another form than `#rrggbb`.
    BadColour {
        /// The colour.
        found: String,
    },
    /// A colour too pale to be read on white.
    PaleColour {
        /// The colour.
        colour: String,
        /// Its contrast on white, such as `2.4`.
        contrast: String,
        /// The same hue, dark enough.
        darker: String,
    },
    /// A template's name with other characters than it may have.
    BadTemplateName {
        /// The name.
        found: String,
    },
    /// A verification address without `{code}`.
    NoCodeInUrl,
    /// Calendars without the Gregorian one.
    NoGregorian,
    /// Two folders that are one, or one inside the other.
    SameFolder {
        /// One key.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// A text rule that does not exist.
    UnknownRule {
        /// The code.
        found: String,
        /// The known code that looks most like it.
        near: Option<&'static str>,
        /// All codes.
        known: Vec<&'static str>,
    },
    /// A name of the glossary that has more than words and spaces in it.
    MarkInName {
        /// The first character that does not belong there.
        mark: char,
    },
    /// A name that is in the glossary twice.
    NameTwice {
        /// The name.
        name: String,
        /// The line where it stands first.
        line: usize,
    },
    /// A form that the glossary calls both right and wrong.
    RightAndWrong {
        /// The form.
        name: String,
        /// The line where it is right.
        line: usize,
    },
    /// A `flyer.summary` with too many words.
    SummaryTooLong {
        /// The number of words it has.
        words: usize,
        /// The number it may have.
        limit: usize,
    },
    /// The first paragraph is too long to be the flyer's summary.
    NoSummary {
        /// The number of words it has.
        words: usize,
        /// The number a summary may have.
        limit: usize,
    },
    /// A flyer on which nothing says when.
    FlyerWithoutDate,
    /// A headline with too many words for a picture to post.
    HeadlineTooLong {
        /// The number of words it has.
        words: usize,
        /// The number it may have.
        limit: usize,
    },
    /// A flyer's photo that is none of the report's.
    NotAReportPhoto {
        /// The file.
        file: String,
        /// The report's photo that looks most like it.
        near: Option<String>,
    },
    /// An issue without articles.
    NoArticles,
    /// An issue without a cover story.
    NoCover,
    /// An issue with two cover stories.
    TwoCovers {
        /// The report that is on the cover already.
        other: String,
    },
    /// A report that is in an issue twice.
    SameReport {
        /// The report.
        file: String,
        /// The line where it stands first.
        line: usize,
    },
    /// The same picture twice.
    SamePhoto {
        /// The file.
        file: String,
    },
}

impl ValueProblem {
    /// A code that no text rule has, with the known one most like it.
    pub fn unknown_rule(found: String) -> Self {
        let (near, known) = super::rule::near_and_known(&found);
        Self::UnknownRule { found, near, known }
    }

    /// The code of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::BadMeasure { .. } => "bad-measure",
            Self::DateAsText { .. } => "date-as-text",
            Self::DateWithTime { .. } => "date-with-time",
            Self::TimeOnly { .. } => "time-only",
            Self::YearOutOfRange { .. } => "year-out-of-range",
            Self::NoOffset { .. } => "no-offset",
            Self::DayForMoment { .. } => "day-for-moment",
            Self::DayAndRange => "day-and-range",
            Self::HalfRange { .. } => "half-range",
            Self::EndBeforeStart { .. } => "end-before-start",
            Self::NumberRequired => "number-required",
            Self::BadSlug { .. } => "bad-slug",
            Self::NoSlug { .. } => "no-slug",
            Self::BadUrl { .. } => "bad-url",
            Self::BadLink { .. } => "bad-link",
            Self::EventLater { .. } => "event-later",
            Self::LinesMerged { .. } => "newlines-merged",
            Self::TooManyMarks { .. } => "too-many-marks",
            Self::Unbroken { .. } => "unbroken-text",
            Self::UnpairedStar { .. } => "unpaired-star",
            Self::BadEmail { .. } => "bad-email",
            Self::BadPhone { .. } => "bad-phone",
            Self::FileNameDate { .. } => "file-name-date",
            Self::BadPath { .. } => "bad-path",
            Self::BadColour { .. } => "bad-colour",
            Self::PaleColour { .. } => "pale-colour",
            Self::BadTemplateName { .. } => "bad-template-name",
            Self::NoCodeInUrl => "no-code-in-url",
            Self::NoGregorian => "no-gregorian",
            Self::SameFolder { .. } => "same-folder",
            Self::UnknownRule { .. } => "unknown-rule",
            Self::MarkInName { .. } => "mark-in-name",
            Self::NameTwice { .. } => "name-twice",
            Self::RightAndWrong { .. } => "right-and-wrong",
            Self::SummaryTooLong { .. } => "summary-too-long",
            Self::NoSummary { .. } => "no-summary",
            Self::FlyerWithoutDate => "flyer-without-date",
            Self::HeadlineTooLong { .. } => "headline-too-long",
            Self::NotAReportPhoto { .. } => "not-a-report-photo",
            Self::NoArticles => "no-articles",
            Self::NoCover => "no-cover",
            Self::TwoCovers { .. } => "two-covers",
            Self::SameReport { .. } => "same-report",
            Self::SamePhoto { .. } => "same-photo",
        }
    }
}
