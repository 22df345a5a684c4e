//! The archive's record of one version of a bulletin: `record.json` in its object.
//!
//! It has everything that search and the site show, so that both can be made from the objects
//! alone, by programs that read neither TOML nor PDF. Texts are plain and as the author spelled
//! them.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::marks::{AttachedFile, RelatedLink, TextMark};
use crate::hash::Digest;
use crate::words::Standing;

/// The record's name in a version.
pub(super) const RECORD: &str = "record.json";

/// The form of `record.json` that this program writes. Later forms only add fields.
pub const SCHEMA: u32 = 1;

/// One version of one bulletin or issue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The form of the record.
    pub schema: u32,
    /// The object's name, `2026-11-20-basra-child-friendly`; of an issue
    /// `2026-11-30-november-newsletter`.
    pub id: String,
    /// Bulletin, newsletter or adopted.
    pub kind: Kind,
    /// Its state since this version.
    pub state: State,
    /// The text's revision, from 1, as in the code on its pages. Withdrawing makes a version but no
    /// revision.
    pub revision: u32,
    /// The office's number, as written.
    pub number: Option<String>,
    /// The day it is issued, `2026-11-20`.
    pub date: String,
    /// The same as its pages show it, in both calendars.
    pub date_line: String,
    /// Its title; of an issue the newsletter's name and the number.
    pub title: String,
    /// The slogan of the event; of an issue what it is about.
    pub slogan: Option<String>,
    /// The event: its days, place and organisers.
    pub event: Option<Event>,
    /// The office that issued it.
    pub office: Option<String>,
    /// The person who signed it.
    pub signature: Option<Person>,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// The text, block by block, from the preamble to the last picture.
    pub blocks: Vec<Block>,
    /// Emphasis, links and forced breaks in the texts of `blocks`, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<TextMark>,
    /// The language that its author names (BCP 47); else the letters of each text tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Addresses for further reading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<RelatedLink>,
    /// The files that belong to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<AttachedFile>,
    /// The code printed on its pages; empty where they have none.
    pub code: String,
    /// The finished files that nashra did not make.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Adopted>,
    /// Every event of its life up to this version, the first one first.
    pub history: Vec<Happening>,
}

/// The kind of an archived thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The bulletin of a report.
    Bulletin,
    /// An issue of the newsletter.
    Newsletter,
    /// Finished files from before nashra, kept as they are.
    Adopted,
}

/// Finished files that nashra did not make, and the origin of their text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adopted {
    /// The files, the first one first; there is at least one.
    pub files: Vec<AdoptedFile>,
    /// The origin of the text.
    pub text: TextOrigin,
}

/// A finished file that nashra did not make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdoptedFile {
    /// Its name in the version's logical state, `adopted.pdf`.
    pub file: String,
    /// The name it had before.
    pub name: String,
    /// SHA-512 of its bytes.
    pub digest: Digest,
}

/// The origin of an adopted text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextOrigin {
    /// The letters of the file itself.
    File,
    /// Another file that the office gave.
    Given,
    /// There is no text: a scan, a photo.
    None,
}

/// The state of a bulletin's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// As it was first published.
    Published,
    /// Published again with a correction.
    Corrected,
    /// Taken back; the record is kept.
    Withdrawn,
}

/// When and where something happened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its first and last day, `2026-11-20`; the same for one day.
    pub days: Option<(String, String)>,
    /// Days and time as the pages show them.
    pub when: Option<String>,
    /// The place.
    pub place: Option<String>,
    /// The organisers.
    pub organisers: Vec<String>,
}

/// A name with a post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The post.
    pub role: Option<String>,
}

/// One block of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: String,
    },
    /// A heading; of an issue also the title of each of its articles, at level 1.
    Heading {
        /// 1 to 3.
        level: u8,
        /// Its words.
        text: String,
    },
    /// Somebody's words.
    Quote {
        /// The words.
        text: String,
        /// The speaker.
        speaker: Person,
    },
    /// A list.
    List {
        /// Numbered or with bullets.
        ordered: bool,
        /// Its items.
        items: Vec<Item>,
    },
    /// A table.
    Table {
        /// Its caption.
        caption: Option<String>,
        /// The heads of its columns.
        columns: Vec<String>,
        /// Its rows, each as long as `columns`.
        rows: Vec<Vec<String>>,
    },
    /// One to four pictures.
    Pictures {
        /// The pictures.
        pictures: Vec<Picture>,
        /// One caption for all.
        caption: Option<String>,
    },
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Its words.
    pub text: String,
    /// True if the list under it is numbered.
    pub ordered: bool,
    /// The list under it.
    pub items: Vec<String>,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// Its file in the version's logical state, `source/content/assets/hall.jpg`.
    pub file: String,
    /// A description for those who cannot see it.
    pub alt: String,
    /// Its caption.
    pub caption: Option<String>,
    /// The photographer.
    pub credit: Option<String>,
}

/// One event in the life of a bulletin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Happening {
    /// Its state since then.
    pub state: State,
    /// When, as RFC 3339 with offset.
    pub time: String,
    /// Why; the first publication has no reason.
    pub reason: Option<String>,
    /// The authority that decided.
    pub authority: Option<String>,
    /// The revision since then.
    pub revision: u32,
    /// The old and new passages of a correction.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

/// A passage that a correction replaces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The old text; empty when something was added.
    pub stood: String,
    /// The new text; empty when something was taken out.
    pub stands: String,
}

impl Record {
    /// Those who are quoted, each once, in the order of the text.
    pub fn speakers(&self) -> impl Iterator<Item = &Person> {
        let quoted = |block: &'_ Block| matches!(block, Block::Quote { .. });
        self.blocks.iter().enumerate().filter(move |(_, block)| quoted(block)).filter_map(|(at, block)| {
            let Block::Quote { speaker, .. } = block else { return None };
            let before = self.blocks.get(..at).unwrap_or_default();
            let known =
                |block: &Block| matches!(block, Block::Quote { speaker: other, .. } if other.name == speaker.name);
            (!before.iter().any(known)).then_some(speaker)
        })
    }

    /// The hashes of its adopted files.
    pub(super) fn adopted_digests(&self) -> impl Iterator<Item = &Digest> {
        self.adopted.iter().flat_map(|adopted| &adopted.files).map(|file| &file.digest)
    }

    /// The name of its main file in the version's logical state.
    #[must_use]
    pub fn main_file(&self) -> String {
        let adopted = self.adopted.as_ref().and_then(|adopted| adopted.files.first());
        adopted.map_or_else(|| format!("{}.pdf", self.kind.name()), |adopted| adopted.file.clone())
    }

    /// The title, and below it the text: `text.txt`.
    #[must_use]
    pub fn whole_text(&self) -> String {
        format!("{}\n\n{}", self.title, self.text())
    }

    /// The text as it reads, one passage a line, without title and number.
    #[must_use]
    pub fn text(&self) -> String {
        self.blocks.iter().flat_map(Block::lines).fold(String::new(), |mut text, line| {
            text.push_str(line);
            text.push('\n');
            text
        })
    }
}

impl Block {
    /// Its passages, in the order they are read.
    #[must_use]
    pub fn lines(&self) -> Vec<&str> {
        match self {
            Self::Paragraph { text } | Self::Heading { text, .. } => vec![text],
            Self::Quote { text, speaker } => {
                [text, &speaker.name].into_iter().chain(&speaker.role).map(String::as_str).collect()
            }
            Self::List { items, .. } => items.iter().flat_map(Item::lines).collect(),
            Self::Table { caption, columns, rows } => {
                let cells = columns.iter().chain(rows.iter().flatten());
                caption.iter().chain(cells).map(String::as_str).collect()
            }
            Self::Pictures { pictures, caption } => {
                let lines = pictures.iter().flat_map(|picture| picture.caption.iter().chain(&picture.credit));
                lines.chain(caption).map(String::as_str).collect()
            }
        }
    }
}

impl Item {
    fn lines(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.text.as_str()).chain(self.items.iter().map(String::as_str))
    }
}

impl Kind {
    /// Its name in records and commands, which is also that of its PDF: `bulletin.pdf`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bulletin => "bulletin",
            Self::Newsletter => "newsletter",
            Self::Adopted => "adopted",
        }
    }

    /// The kind whose numbers count on with those of this one.
    #[must_use]
    pub fn numbered(self) -> Self {
        if self == Self::Adopted { Self::Bulletin } else { self }
    }
}

impl State {
    /// Its name in records and commands.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Corrected => "corrected",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl From<State> for Standing {
    fn from(state: State) -> Self {
        match state {
            State::Published => Self::Published,
            State::Corrected => Self::Corrected,
            State::Withdrawn => Self::Withdrawn,
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
