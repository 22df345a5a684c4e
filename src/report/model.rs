//! A valid report, as [`parse_report`](super::parse_report) returns it.
//!
//! Every text is clean ([`crate::arabic::clean`]) and has no isolates and no converted digits: those are
//! added when the report is typeset. Whatever a later error may point to keeps its place in the source.

use std::path::PathBuf;

use crate::arabic::CivilDate;

use super::inline::Text;
use super::placed::Placed;

/// One event report.
#[derive(Clone, Debug)]
pub struct Report {
    /// The file it came from, as shown to the user.
    pub file: PathBuf,
    /// Its name in file names: lower-case Latin letters, digits and single hyphens, 80 characters at most.
    /// When it comes from the file's name, its place is the start of the file.
    pub slug: Placed<String>,
    /// The office's number for it; an approved report has one.
    pub number: Option<Placed<String>>,
    /// The day it is issued.
    pub date: Placed<CivilDate>,
    /// The Hijri date to print instead of the computed one, word for word.
    pub hijri: Option<Placed<String>>,
    /// Whether it has been signed off.
    pub status: Status,
    /// Not to be published before this moment.
    pub not_before: Option<Placed<Moment>>,
    /// The title, one line.
    pub title: Placed<Text>,
    /// The slogan of the event.
    pub slogan: Option<Placed<Text>>,
    /// The opening paragraphs, set apart from the body; may be empty.
    pub preamble: Vec<Placed<Text>>,
    /// What happened, where and when.
    pub event: Option<Event>,
    /// The body; never empty.
    pub body: Vec<Block>,
    /// The report's own pictures, shown after the body; four at most.
    pub photos: Vec<Picture>,
    /// Words to find it by.
    pub tags: Vec<Placed<String>>,
    /// Who signs it; without one the workspace's signature is used.
    pub signature: Option<Signature>,
    /// Addresses for further reading.
    pub links: Vec<WebLink>,
    /// Files that travel inside the PDF.
    pub attachments: Vec<Attachment>,
    /// What the flyer says in other words than the report; empty when the file has no `[flyer]`.
    pub flyer: Flyer,
    /// The same for the pictures to post: `[social]`.
    pub social: Social,
}

/// How far a report has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Still being written; printed with a mark.
    Draft,
    /// Signed off.
    Approved,
}

/// A moment in time, from a TOML offset date-time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub unix: i64,
    /// As the author wrote it, such as `2026-11-20T10:00:00+03:00`.
    pub text: String,
}

/// The event a report tells of.
#[derive(Clone, Debug)]
pub struct Event {
    /// The day or days it took place.
    pub days: Option<EventDays>,
    /// The time of day in words, such as `العاشرة صباحاً`; plain text.
    pub time: Option<Placed<String>>,
    /// Where it took place.
    pub place: Option<Placed<Text>>,
    /// Who held it.
    pub organisers: Vec<Placed<Text>>,
}

/// The day or days of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventDays {
    /// One day.
    Day(CivilDate),
    /// From `start` to `end`, both included; `start` is before `end`.
    Range {
        /// The first day.
        start: CivilDate,
        /// The last day.
        end: CivilDate,
    },
}

/// One block of the body.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph. A `paragraph` field with blank lines gives several of these.
    Paragraph(Placed<Text>),
    /// A heading inside the report.
    Heading {
        /// 1 or 2.
        level: u8,
        /// Its words.
        content: Placed<Text>,
    },
    /// Somebody's words.
    Quote(Quote),
    /// A list, at most two levels deep.
    List(List),
    /// A table.
    Table(Table),
    /// One picture.
    Photo {
        /// The picture.
        picture: Picture,
        /// How wide it is shown.
        size: PhotoSize,
    },
    /// Two to four pictures side by side.
    Gallery {
        /// The pictures.
        pictures: Vec<Picture>,
        /// One caption for all.
        caption: Option<Placed<Text>>,
    },
}

/// Somebody's words, without quotation marks around them.
#[derive(Clone, Debug)]
pub struct Quote {
    /// What was said.
    pub content: Placed<Text>,
    /// Who said it.
    pub speaker: Placed<Text>,
    /// The speaker's post.
    pub role: Option<Placed<Text>>,
}

/// A list.
#[derive(Clone, Debug)]
pub struct List {
    /// Numbered or with bullets.
    pub ordered: bool,
    /// The items; never empty.
    pub items: Vec<ListItem>,
}

/// One item of a list.
#[derive(Clone, Debug)]
pub struct ListItem {
    /// Its words.
    pub content: Placed<Text>,
    /// Whether the list under it is numbered.
    pub ordered: bool,
    /// The list under it; empty when there is none.
    pub items: Vec<Placed<Text>>,
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its caption.
    pub caption: Option<Placed<Text>>,
    /// The heads of its columns, 1 to 8.
    pub columns: Vec<Placed<Text>>,
    /// Its rows, each as long as `columns`.
    pub rows: Vec<Vec<Placed<Text>>>,
    /// For each column, whether all its filled cells are numbers.
    pub numeric: Vec<bool>,
}

/// How wide a photo is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PhotoSize {
    /// As wide as the text.
    Full,
    /// Half as wide.
    Half,
}

/// A picture file with its words. The file has not been looked at yet.
#[derive(Clone, Debug)]
pub struct Picture {
    /// A safe relative path inside the workspace, such as `assets/a.jpg`.
    pub file: Placed<String>,
    /// What the picture shows, for those who cannot see it; never empty.
    pub alt: Placed<String>,
    /// Its caption.
    pub caption: Option<Placed<Text>>,
    /// Who took it.
    pub credit: Option<Placed<String>>,
    /// What stays when the picture is cut; else its middle.
    pub focus: Option<Focus>,
}

/// A point of a picture, in percent from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// Percent from the left.
    pub x: u8,
    /// Percent from the top.
    pub y: u8,
}

/// Who signs.
#[derive(Clone, Debug)]
pub struct Signature {
    /// The name.
    pub name: Placed<Text>,
    /// The post.
    pub title: Option<Placed<Text>>,
}

/// An address with a title.
#[derive(Clone, Debug)]
pub struct WebLink {
    /// What stands on the page.
    pub title: Placed<Text>,
    /// An `http` or `https` address.
    pub url: Placed<String>,
}

/// A file that travels inside the PDF. It has not been looked at yet.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// A safe relative path inside the workspace.
    pub file: Placed<String>,
    /// What it is.
    pub description: Placed<String>,
}

/// The `[social]` table: each field replaces what the pictures to post would take from the flyer.
#[derive(Clone, Debug, Default)]
pub struct Social {
    /// Replaces the flyer's headline; [`Social::HEADLINE_WORDS`] words at most.
    pub headline: Option<Placed<Text>>,
    /// Which of the report's pictures to show, one at most; `Some` of an empty list for none.
    pub photos: Option<Vec<Placed<String>>>,
}

/// The `[flyer]` table: each field replaces what the flyer would take from the report.
#[derive(Clone, Debug, Default)]
pub struct Flyer {
    /// Replaces the slogan or title.
    pub headline: Option<Placed<Text>>,
    /// Replaces the first paragraph; [`Flyer::SUMMARY_WORDS`] words at most.
    pub summary: Option<Placed<Text>>,
    /// Replaces the event's days and time; plain text.
    pub when: Option<Placed<String>>,
    /// Replaces the event's place.
    pub r#where: Option<Placed<Text>>,
    /// Replaces the event's organisers.
    pub who: Option<Placed<Text>>,
    /// The address in the QR code, `http` or `https`.
    pub link: Option<Placed<String>>,
    /// Which of the report's pictures to show, two at most; `Some` of an empty list for none.
    pub photos: Option<Vec<Placed<String>>>,
}
