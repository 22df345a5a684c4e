//! Problems of making pages.

use super::near::nearest;

/// Why the making of a document was stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StopReason {
    /// It took too long.
    Time {
        /// The seconds it may take.
        seconds: u64,
    },
    /// It took too much memory.
    Memory {
        /// The megabytes it may take.
        megabytes: u64,
    },
    /// The process that made it died.
    Died,
    /// That process could not be started; the system's words.
    NotStarted(String),
}

/// A page that cannot be made, or not as it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BuildProblem {
    /// A picture with too few pixels for the press.
    CoarsePicture {
        /// The picture's description.
        alt: String,
        /// Its page, from 1.
        page: usize,
        /// Its dots an inch.
        dpi: u32,
        /// Those it must have.
        wanted: u32,
    },
    /// A text that the cut could touch.
    NearEdge {
        /// Its first words.
        words: String,
        /// Its page, from 1.
        page: usize,
        /// Its distance from the cut, in millimetres, as a number.
        distance: String,
        /// The resolution that it needs.
        wanted: u32,
    },
    /// Pictures in the colours of the screen.
    ScreenColours {
        /// The pictures' descriptions, each with its page.
        pictures: Vec<(String, usize)>,
    },
    /// A heading at the end of a page.
    LoneHeading {
        /// Its words.
        words: String,
        /// Its page, from 1.
        page: usize,
    },
    /// Pages of a booklet that stay blank.
    BlankPages {
        /// The number of pages.
        pages: usize,
        /// The number that stay blank.
        blank: usize,
    },
    /// Sheets were asked for in the file for the record.
    ArrangedRecord,
    /// A proof was asked for and nothing is arranged.
    NothingArranged,
    /// The making of a document was stopped.
    Stopped {
        /// Why.
        reason: StopReason,
        /// The office's own template files, of which one is probably to blame.
        own: Vec<String>,
    },
    /// A font has no shape for a character.
    NoGlyph {
        /// The character.
        character: char,
        /// The font's family.
        font: String,
    },
    /// A font family that is nowhere.
    UnknownFont {
        /// The family.
        family: String,
        /// The family that looks most like it.
        near: Option<String>,
        /// The families there are.
        known: Vec<String>,
    },
    /// A template that is nowhere.
    UnknownTemplate {
        /// The name.
        name: String,
        /// The name that looks most like it.
        near: Option<String>,
        /// The templates there are.
        known: Vec<String>,
    },
    /// Something of the report that a template of the office's own leaves out.
    NotPrinted {
        /// The template.
        template: String,
    },
    /// A template of flyers made more than one page, or none.
    FlyerPages {
        /// The template.
        template: String,
        /// How many pages.
        pages: usize,
    },
    /// A template stopped with an error.
    Template {
        /// Typst's words.
        text: String,
        /// Typst's own hints.
        hints: Vec<String>,
    },
    /// Typst has something to say that is not an error.
    Typst {
        /// Its words.
        text: String,
        /// Its own hints.
        hints: Vec<String>,
    },
    /// A text does not fit on the flyer.
    FlyerTooLong {
        /// The field, such as `headline`.
        field: String,
        /// The number of words that must go.
        words: usize,
    },
    /// A text does not fit in the pictures to post.
    SocialTooLong {
        /// The field, such as `headline`.
        field: String,
        /// The number of words that must go.
        words: usize,
    },
    /// A picture takes more bytes than it may, however it is packed.
    PictureTooLarge {
        /// Its size, as `1080x1350`.
        size: String,
        /// The most kilobytes.
        limit: usize,
    },
    /// A template made something else than one picture of the size asked for.
    PictureShape {
        /// The template.
        template: String,
        /// The size asked for, as `1080x1350`.
        size: String,
        /// The number of pages.
        pages: usize,
        /// The first page's size in pixels, as `1080x1080`.
        found: String,
    },
    /// A justified line whose spaces stay wide.
    LooseLine {
        /// Its page in the file, from 1.
        page: usize,
        /// Its first words.
        words: String,
        /// Its widest space in em, as a number.
        space: String,
    },
    /// Words that run off the paper.
    WordsOffPage {
        /// Their page in the file, from 1.
        page: usize,
        /// The first of them.
        words: String,
    },
    /// Words that run over others.
    WordsOnOthers {
        /// Their page in the file, from 1.
        page: usize,
        /// The first of them.
        words: String,
    },
    /// A photo with too few pixels for its place.
    CoarsePhoto {
        /// Its file.
        path: String,
        /// Its page in the file, from 1.
        page: usize,
        /// The pixels an inch that it has there.
        dpi: u32,
        /// The pixels across that it would need.
        width: u32,
        /// The pixels down that it would need.
        height: u32,
    },
    /// A photo of which a template shows too little.
    CutPhoto {
        /// Its file.
        path: String,
        /// Its page in the file, from 1.
        page: usize,
        /// The part of it that is cut off, in percent.
        percent: u32,
    },
    /// Files of earlier runs that show the report as it was before it changed.
    OldFiles {
        /// The output folder.
        folder: String,
        /// Their paths from there.
        names: Vec<String>,
    },
    /// Finished files of a report that is gone.
    LeftBehind {
        /// The output folder.
        folder: String,
        /// Their paths from there.
        names: Vec<String>,
    },
    /// The report must not go out yet.
    Embargo {
        /// Until when, as the author wrote it.
        until: String,
    },
    /// A report of an issue has errors of its own.
    ReportWithErrors {
        /// The report.
        report: String,
    },
    /// An article of an issue names an issue.
    IssueAsReport {
        /// The file.
        file: String,
    },
    /// A report of an approved issue is still a draft.
    DraftInIssue {
        /// The report.
        report: String,
    },
    /// A report of an issue must not go out yet.
    EmbargoInIssue {
        /// The report.
        report: String,
        /// Until when, as its author wrote it.
        until: String,
    },
    /// Two reports have one number.
    DuplicateNumber {
        /// The number.
        number: String,
        /// The other file.
        other: String,
    },
    /// It was published and taken back since.
    Withdrawn {
        /// The day it was taken back.
        day: String,
        /// Why.
        reason: String,
    },
    /// A report of an issue was taken back.
    WithdrawnInIssue {
        /// The report.
        report: String,
        /// The day it was taken back.
        day: String,
    },
    /// Finished files of what was taken back are still there.
    WithdrawnFiles {
        /// The output folder.
        folder: String,
        /// Their paths from there.
        names: Vec<String>,
    },
    /// It was published with another text.
    OtherText {
        /// The object.
        id: String,
        /// The file that was published.
        file: String,
    },
    /// It was published with this text and looked otherwise.
    OtherLooks {
        /// The object.
        id: String,
        /// The file that was published.
        file: String,
    },
    /// A draft was to be archived.
    DraftPublished,
    /// The program itself failed.
    Crash,
    /// A variable that stands in for the clock is no moment.
    Clock {
        /// The variable's name.
        variable: &'static str,
        /// Its message.
        text: String,
    },
    /// Two reports would write one file.
    SameOutput {
        /// The output.
        output: String,
        /// The other file.
        other: String,
    },
}

impl BuildProblem {
    /// An unknown family, with the known one most like it.
    pub fn unknown_font(family: &str, known: Vec<String>) -> Self {
        let near = nearest(family, &known.iter().map(String::as_str).collect::<Vec<_>>()).map(str::to_owned);
        Self::UnknownFont { family: family.to_owned(), near, known }
    }

    /// An unknown template, with the known one most like it.
    pub fn unknown_template(name: &str, known: Vec<String>) -> Self {
        let near = nearest(name, &known.iter().map(String::as_str).collect::<Vec<_>>()).map(str::to_owned);
        Self::UnknownTemplate { name: name.to_owned(), near, known }
    }

    /// The code of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Stopped { .. } => "stopped",
            Self::NoGlyph { .. } => "no-glyph",
            Self::UnknownFont { .. } => "unknown-font",
            Self::UnknownTemplate { .. } => "unknown-template",
            Self::NotPrinted { .. } => "not-printed",
            Self::FlyerPages { .. } => "flyer-pages",
            Self::Template { .. } => "template-error",
            Self::Typst { .. } => "template-warning",
            Self::FlyerTooLong { .. } => "flyer-too-long",
            Self::SocialTooLong { .. } => "social-too-long",
            Self::PictureTooLarge { .. } => "picture-too-large",
            Self::PictureShape { .. } => "picture-shape",
            Self::LooseLine { .. } => "loose-line",
            Self::WordsOffPage { .. } => "words-off-page",
            Self::WordsOnOthers { .. } => "words-on-others",
            Self::CoarsePicture { .. } => "coarse-picture",
            Self::NearEdge { .. } => "near-edge",
            Self::ScreenColours { .. } => "screen-colours",
            Self::LoneHeading { .. } => "lone-heading",
            Self::BlankPages { .. } => "blank-pages",
            Self::ArrangedRecord => "arranged-record",
            Self::NothingArranged => "nothing-arranged",
            Self::CoarsePhoto { .. } => "photo-coarse",
            Self::CutPhoto { .. } => "photo-cut",
            Self::OldFiles { .. } => "old-files",
            Self::LeftBehind { .. } => "left-behind",
            Self::Embargo { .. } => "embargo",
            Self::ReportWithErrors { .. } => "report-with-errors",
            Self::IssueAsReport { .. } => "issue-as-report",
            Self::DraftInIssue { .. } => "draft-in-issue",
            Self::EmbargoInIssue { .. } => "embargo-in-issue",
            Self::DuplicateNumber { .. } => "duplicate-number",
            Self::Withdrawn { .. } => "withdrawn",
            Self::WithdrawnInIssue { .. } => "withdrawn-in-issue",
            Self::WithdrawnFiles { .. } => "withdrawn-files",
            Self::OtherText { .. } => "other-text",
            Self::OtherLooks { .. } => "other-looks",
            Self::DraftPublished => "draft-published",
            Self::Crash => "crash",
            Self::Clock { .. } => "clock",
            Self::SameOutput { .. } => "same-output",
        }
    }
}
