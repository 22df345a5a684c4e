//! A valid report, as [`parse_report`](super::parse_report) returns it.
//!
//! Every text is clean ([`crate::arabic::clean`]) and has no isolates and no converted digits:
//! those are added when the report is typeset. Whatever a later error may point to keeps its place
//! in the source.

use crate::arabic::{CivilDate, Language};

use super::fields::inline::Text;
use super::head::Head;
use super::source::placed::Placed;

/// One event report.
#[derive(Clone, Debug)]
pub struct Report {
    /// Its name, date and status.
    pub head: Head,
    /// The language that its author names for its texts and dates; else the letters of each text
    /// tell.
    pub language: Option<Language>,
    /// The title, one line.
    pub title: Placed<Text>,
    /// The slogan of the event.
    pub slogan: Option<Placed<Text>>,
    /// The opening paragraphs, set apart from the body; may be empty.
    pub preamble: Vec<Placed<Text>>,
    /// The event: its days, place and organisers.
    pub event: Option<Event>,
    /// The body; never empty.
    pub body: Vec<Block>,
    /// The report's own pictures, shown after the body; four at most.
    pub photos: Vec<Picture>,
    /// Words to find it by.
    pub tags: Vec<Placed<String>>,
    /// The report's own signature; without one the workspace's is used.
    pub signature: Option<Signature>,
    /// Addresses for further reading.
    pub links: Vec<WebLink>,
    /// Those who get a copy, in the order in which they are told.
    pub copies: Vec<Placed<Text>>,
    /// Files that travel inside the PDF.
    pub attachments: Vec<Attachment>,
    /// Texts that differ on the flyer; empty when the file has no `[flyer]`.
    pub flyer: Flyer,
    /// The same for the pictures to post: `[social]`.
    pub social: Social,
}

/// The event a report tells of.
#[derive(Clone, Debug)]
pub struct Event {
    /// The day or days it took place.
    pub days: Option<EventDays>,
    /// The time of day in words, such as `العاشرة صباحاً`; plain text.
    pub time: Option<Placed<String>>,
    /// The place of the event.
    pub place: Option<Placed<Text>>,
    /// Its organisers.
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
        /// Its width on the page.
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
    /// The words.
    pub content: Placed<Text>,
    /// The speaker's name.
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
    /// True if the list under it is numbered.
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

/// The width of a photo on the page.
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
    /// A description for those who cannot see the picture; never empty.
    pub alt: Placed<String>,
    /// Its caption.
    pub caption: Option<Placed<Text>>,
    /// The photographer.
    pub credit: Option<Placed<String>>,
    /// The point that stays when the picture is cut; else its middle.
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

/// A name to sign with.
#[derive(Clone, Debug)]
pub struct Signature {
    /// The name.
    pub name: Placed<Text>,
    /// The post.
    pub title: Option<Placed<Text>>,
    /// The room beside it for the office's seal in millimetres; a setting of the workspace.
    pub seal: u8,
}

/// An address with a title.
#[derive(Clone, Debug)]
pub struct WebLink {
    /// The words on the page.
    pub title: Placed<Text>,
    /// An `http` or `https` address.
    pub url: Placed<String>,
}

/// A file that travels inside the PDF. It has not been looked at yet.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// A safe relative path inside the workspace.
    pub file: Placed<String>,
    /// Its description.
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
