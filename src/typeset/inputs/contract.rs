//! The data contract, version 1, as `templates/README.md` describes it.
//!
//! Every string is ready to print. Field names and meanings are frozen for a version: a template of
//! a workspace may be years older than the program.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::PhotoSize;
use crate::words::page::Labels;

/// The version that this program writes.
pub(crate) const VERSION: u32 = 1;

/// The whole of `/data.json`.
#[derive(Debug, Serialize)]
pub(super) struct Data {
    pub(super) contract: u32,
    pub(super) document: Document,
    pub(super) locale: Locale,
    pub(super) labels: Labels,
    pub(super) theme: Theme,
    pub(super) office: Office,
    pub(super) report: Option<Report>,
    pub(super) flyer: Option<Flyer>,
    pub(super) social: Option<Social>,
    pub(super) issue: Option<Issue>,
    pub(super) revision: Option<Revision>,
    pub(super) verification: Verification,
    pub(super) plan: Option<serde_json::Value>,
}

/// A correction that the document is published with.
#[derive(Debug, Serialize)]
pub(super) struct Revision {
    pub(super) number: String,
    pub(super) date: Date,
    pub(super) reason: String,
    pub(super) authority: Option<String>,
    pub(super) passages: Vec<Passage>,
}

#[derive(Debug, Serialize)]
pub(super) struct Passage {
    pub(super) stood: Option<String>,
    pub(super) stands: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Document {
    pub(super) edition: &'static str,
    pub(super) profile: &'static str,
    pub(super) bleed: u8,
    pub(super) paper: &'static str,
    pub(super) size: Option<Size>,
    pub(super) status: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct Size {
    pub(super) name: &'static str,
    pub(super) width: u32,
    pub(super) height: u32,
}

#[derive(Debug, Serialize)]
pub(super) struct Locale {
    pub(super) lang: &'static str,
    pub(super) region: &'static str,
    pub(super) digits: &'static str,
    pub(super) numbering: &'static str,
    pub(super) dir: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct Theme {
    pub(super) accent: String,
    pub(super) text_font: String,
    pub(super) heading_font: String,
    pub(super) caption_font: String,
    pub(super) display_font: String,
}

#[derive(Debug, Default, Serialize)]
pub(super) struct Office {
    pub(super) hierarchy: Vec<String>,
    pub(super) second: Option<SecondOffice>,
    pub(super) logo: Option<Logo>,
    pub(super) contacts: Vec<Contact>,
}

#[derive(Debug, Serialize)]
pub(super) struct SecondOffice {
    pub(super) lang: &'static str,
    pub(super) dir: &'static str,
    pub(super) hierarchy: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Logo {
    pub(super) path: String,
    pub(super) alt: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Contact {
    pub(super) kind: &'static str,
    pub(super) text: String,
    pub(super) url: Option<String>,
}

/// One node of running text.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(super) enum Node {
    Text {
        text: String,
    },
    Strong {
        content: Inline,
    },
    Emph {
        content: Inline,
    },
    Link {
        url: String,
        content: Inline,
    },
    /// All of a text that is in another language than Arabic.
    Lang {
        lang: &'static str,
        dir: &'static str,
        content: Inline,
    },
    Break,
}

pub(super) type Inline = Vec<Node>;

#[derive(Debug, Serialize)]
pub(super) struct Report {
    pub(super) slug: String,
    pub(super) number: Option<String>,
    pub(super) date: Date,
    pub(super) title: Inline,
    pub(super) slogan: Option<Inline>,
    pub(super) preamble: Vec<Inline>,
    pub(super) event: Option<Event>,
    pub(super) body: Vec<Block>,
    pub(super) photos: Vec<Picture>,
    pub(super) links: Vec<Link>,
    pub(super) copies: Vec<Inline>,
    pub(super) attachments: Vec<Attachment>,
    pub(super) tags: Vec<String>,
    pub(super) signature: Option<Signature>,
}

#[derive(Debug, Serialize)]
pub(super) struct Date {
    pub(super) iso: String,
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
    pub(super) weekday: &'static str,
    pub(super) gregorian: String,
    pub(super) hijri: Option<String>,
    pub(super) dual: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Event {
    pub(super) when: Option<String>,
    #[serde(rename = "where")]
    pub(super) place: Option<Inline>,
    pub(super) organisers: Vec<Inline>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(super) enum Block {
    Paragraph { content: Inline },
    Heading { level: u8, content: Inline },
    Quote { content: Inline, speaker: Inline, role: Option<Inline> },
    List { ordered: bool, items: Vec<ListItem> },
    Table { caption: Option<Inline>, columns: Vec<Inline>, rows: Vec<Vec<Inline>>, numeric: Vec<bool> },
    Photo { picture: Picture, size: PhotoSize },
    Gallery { pictures: Vec<Picture>, caption: Option<Inline> },
}

#[derive(Debug, Serialize)]
pub(super) struct ListItem {
    pub(super) content: Inline,
    pub(super) ordered: bool,
    pub(super) items: Vec<Inline>,
}

#[derive(Debug, Serialize)]
pub(super) struct Picture {
    pub(super) path: String,
    pub(super) alt: String,
    pub(super) caption: Option<Inline>,
    pub(super) credit: Option<String>,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) focus: Option<Focus>,
}

/// A point of a picture, in parts of its width and height from the top left corner.
#[derive(Debug, Serialize)]
pub(super) struct Focus {
    pub(super) x: f64,
    pub(super) y: f64,
}

#[derive(Debug, Serialize)]
pub(super) struct Link {
    pub(super) title: Inline,
    pub(super) url: String,
    pub(super) shown: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Attachment {
    pub(super) name: String,
    pub(super) description: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Signature {
    pub(super) name: Inline,
    pub(super) title: Option<Inline>,
    pub(super) seal: u8,
}

#[derive(Debug, Serialize)]
pub(super) struct Flyer {
    pub(super) headline: Inline,
    pub(super) headline_is_slogan: bool,
    pub(super) title: Option<Inline>,
    pub(super) summary: Option<Inline>,
    pub(super) when: Option<String>,
    #[serde(rename = "where")]
    pub(super) place: Option<Inline>,
    pub(super) who: Option<Inline>,
    pub(super) photos: Vec<Picture>,
    pub(super) qr: Option<LinkQr>,
}

#[derive(Debug, Serialize)]
pub(super) struct Social {
    pub(super) headline: Inline,
    pub(super) photo: Option<Picture>,
}

#[derive(Debug, Serialize)]
pub(super) struct LinkQr {
    pub(super) svg: String,
    pub(super) alt: String,
    pub(super) text: String,
}

/// An issue of the newsletter.
#[derive(Debug, Serialize)]
pub(super) struct Issue {
    pub(super) slug: String,
    pub(super) name: Inline,
    pub(super) number: Option<String>,
    pub(super) date: Date,
    pub(super) title: Option<Inline>,
    pub(super) editorial: Option<Editorial>,
    pub(super) articles: Vec<Article>,
    pub(super) colophon: Vec<Inline>,
}

#[derive(Debug, Serialize)]
pub(super) struct Editorial {
    pub(super) title: Inline,
    pub(super) paragraphs: Vec<Inline>,
    pub(super) signature: Option<Signature>,
}

#[derive(Debug, Serialize)]
pub(super) struct Article {
    pub(super) place: &'static str,
    pub(super) weight: u8,
    pub(super) kicker: Option<Inline>,
    pub(super) headline: Inline,
    pub(super) summary: Option<Inline>,
    pub(super) report: Report,
}

#[derive(Debug, Serialize)]
pub(super) struct Verification {
    pub(super) code: String,
    pub(super) qr: Qr,
}

#[derive(Debug, Serialize)]
pub(super) struct Qr {
    pub(super) svg: String,
    pub(super) alt: String,
}

/// The whole of `/record.json`, which only nashra's own `main.typ` reads: the PDF's metadata and
/// attachments.
#[derive(Debug, Serialize)]
pub(super) struct Record {
    pub(super) title: String,
    pub(super) author: Vec<String>,
    pub(super) keywords: Vec<String>,
    pub(super) description: Option<String>,
    pub(super) date: BTreeMap<&'static str, i32>,
    pub(super) attachments: Vec<RecordFile>,
}

#[derive(Debug, Serialize)]
pub(super) struct RecordFile {
    pub(super) name: String,
    pub(super) path: String,
    pub(super) relationship: &'static str,
    pub(super) mime: &'static str,
    pub(super) description: String,
}
