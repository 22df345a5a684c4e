//! The messages in English: lower case, no full stop, names in backticks.

mod adopt;
pub(super) mod archive;
mod build;
mod comment;
mod desk;
mod field;
mod file;
mod import;
pub(super) mod machine;
mod near;
pub(super) mod print;
pub(super) mod rule;
mod syntax;
pub(super) mod usage;
mod value;

use super::{Message, Words};

/// A message in English.
pub(super) fn words(message: &Message) -> Words {
    match message {
        Message::Syntax(problem) => syntax::words(problem),
        Message::Field(problem) => field::words(problem),
        Message::Value(problem) => value::words(problem),
        Message::File(problem) => file::words(problem),
        Message::Build(problem) => build::words(problem),
        Message::Print(problem) => print::words(problem),
        Message::Archive(problem) => archive::words(problem),
        Message::Comment(problem) => comment::words(problem),
        Message::Desk(problem) => desk::words(problem),
        Message::Import(problem) => import::words(problem),
        Message::Usage(problem) => usage::words(problem),
        Message::Text(problem) => rule::words(problem),
        Message::Relayed(relayed) => relayed.words(super::Lang::En),
    }
}
