//! From TOML to a valid model: reports, issues of the newsletter and the workspace.
//!
//! A file is read in one pass that never stops: `read` takes every key by name from the parsed table
//! (`fields`), and whatever is wrong goes to the `desk` with its exact place. A model comes out only when
//! nothing is wrong. Warnings, mostly about typing, come with the model.
//!
//! ```text
//! bytes -> decode -> text -> toml table -> fields -> model
//!                       \-> syntax mistakes, in the user's words
//! text field -> paragraphs -> lint (warnings) -> clean -> inline marks
//! ```
//!
//! Fields are named as in `body[3].photo`, counted from 1.

mod allow;
mod blocks;
mod checks;
mod colour;
mod dates;
mod decode;
mod desk;
mod event;
mod fields;
mod flyer;
mod glossary;
mod impose;
mod inline;
mod issue;
mod letterhead;
mod lines;
mod lists;
mod markup;
mod mend;
mod mistake;
mod model;
mod number;
mod numerals;
mod office;
mod origin;
mod outline;
mod parties;
mod paths;
mod pictures;
mod placed;
mod printer;
mod prose;
mod read;
mod revision;
mod site;
mod slug;
mod social;
mod subject;
mod syntax;
mod tables;
mod text;
mod typing;
mod views;
mod web;
mod workspace;

pub use checks::Checks;
pub use decode::{MAX_BYTES, decode};
pub use glossary::parse_glossary;
pub use inline::{Inline, Text};
pub use issue::{Article, ArticlePlace, Editorial, Issue, parse_issue};
pub use mend::{mend, mend_issue};
pub use model::{
    Attachment, Block, Event, EventDays, Flyer, Focus, List, ListItem, Moment, PhotoSize, Picture, Quote, Report,
    Signature, Social, Status, Table, WebLink,
};
pub use office::{
    Contact, ContactKind, Edition, Editions, Folders, Font, Logo, Office, SecondLanguage, SecondOffice, Theme,
    Workspace,
};
pub use placed::Placed;
pub use printer::{PrinterSettings, check_printer_address};
pub use read::parse_report;
pub use revision::{Passage, Revision};
pub use site::{SiteSettings, is_site_address};
pub use slug::is_slug;
pub use subject::{Subject, WholeIssue};
pub use views::latin_digits;
pub use workspace::{language_of, parse_workspace};
