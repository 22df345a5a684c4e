//! From TOML to a valid model: reports, issues of the newsletter and the workspace.
//!
//! A file is read in one pass that never stops: a reader takes every key by name from the parsed
//! table, and whatever is wrong goes to the checker with its exact place. A model comes out only
//! when nothing is wrong. Warnings, mostly about typing, come with the model.
//!
//! ```text
//! bytes -> source (text, lines, TOML mistakes) -> fields (one key at a time) -> parts -> Report, Issue
//!                                                   |                       \-> workspace -> Workspace, glossary
//!                                                   \-> check (rules, allow comments) -> diagnostics
//! ```
//!
//! Fields are named as in `body[3].photo`, counted from 1.

mod approval;
mod check;
mod fields;
mod found;
mod glance;
mod head;
mod issue;
mod keys;
pub mod limits;
mod model;
mod parts;
mod read;
mod revision;
mod slug;
mod source;
mod status;
mod subject;
mod views;
mod workspace;

pub use approval::{as_draft, with_status};
pub use check::checks::Checks;
pub use fields::dates::Moment;
pub use fields::inline::{Inline, Text};
pub use fields::markup::marked;
pub use fields::web::can_follow;
pub use glance::{Glance, glance, is_same_toml};
pub use head::Head;
pub use issue::{Article, ArticlePlace, Editorial, Issue, fix_issue, parse_issue, sketch_issue};
pub use keys::{has_key, quoted, with_keys, with_report_renamed};
pub use model::{
    Attachment, Block, Event, EventDays, Flyer, Focus, List, ListItem, PhotoSize, Picture, Quote, Report, Signature,
    Social, Table, WebLink,
};
pub use read::{ReportSketch, fix_report, parse_report, sketch_report};
pub use revision::{Passage, Revision};
pub use slug::{date_of, is_slug, slug_like};
pub use source::day::meant as date_like;
pub use source::decode::{MAX_BYTES, decode, other_encoding};
pub use source::placed::Placed;
pub use status::Status;
pub use subject::{Subject, WholeIssue};
pub use views::latin_digits;
pub use workspace::glossary::parse_glossary;
pub use workspace::numbers::{NumberSettings, Numbering};
pub use workspace::office::{
    Contact, ContactKind, Edition, Editions, Folders, Font, Logo, Office, SecondLanguage, SecondOffice, Theme,
    Workspace,
};
pub use workspace::printer::{PrinterSettings, check_printer_address};
pub use workspace::register::{RegisterNote, parse_register};
pub use workspace::settings::{language_of, parse_workspace, sketch_workspace};
pub use workspace::site::{SiteSettings, is_site_address};
