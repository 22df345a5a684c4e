//! All words for the user, in Arabic and English.
//!
//! A [`Message`] is everything a diagnostic can say, with typed fields. [`Message::words`] turns it
//! into a sentence and a hint by a `match` without a catch-all, once per language: a message that
//! lacks in one language does not compile.

mod ar;
mod archive;
mod build;
mod comment;
mod desk;
mod en;
mod field;
mod file;
mod forms;
mod handbook;
pub mod help;
mod import;
mod machine;
mod message;
mod near;
pub mod page;
mod phrase;
mod print;
mod rule;
pub mod site;
mod syntax;
mod text;
mod usage;
mod value;

use std::fmt;

use crate::arabic::Rule;
pub use archive::{
    AdoptProblem, AdoptedPart, Answer, ArchivePhrase, ArchiveProblem, CarryingIssue, Label, LedgerFault, ListColumn,
    ListFault, MadeBy, NoteFault, QueryFault, Standing, StrayKind, Unlike,
};
pub use build::{BuildProblem, StopReason};
pub use comment::CommentProblem;
pub use desk::{DeskPhrase, DeskProblem, DeskState, RegisterWords};
pub use field::{FieldProblem, Found, Home, Want};
pub use file::{DrawingFault, Encoding, FileKind, FileProblem, ProfileFault};
pub use handbook::HandbookWords;
pub use import::{ImportBound, ImportGuess, ImportPhrase, ImportProblem, LeftOutReason, SpeakerTold};
pub use machine::{MachineFault, Obstacle, Tried};
pub use message::{Lang, Message, Relayed, Words};
pub use near::nearest;
pub use phrase::{Filling, Looseness, Phrase};
pub use print::{Away, PrintProblem, PrintStep, Reason, Refusal};
pub use rule::Explanation;
pub use syntax::SyntaxProblem;
pub use text::{Against, TextProblem};
pub use usage::{UsageProblem, WantedValue};
pub use value::{PathFault, ValueProblem};

impl Message {
    /// The message in a language.
    pub fn words(&self, lang: Lang) -> Words {
        match lang {
            Lang::Ar => ar::words(self),
            Lang::En => en::words(self),
        }
    }

    /// The system's own words, for those who look after the machine: the step and its file, then
    /// each cause.
    pub fn causes(&self, lang: Lang) -> Vec<String> {
        if let Self::Relayed(relayed) = self {
            return relayed.causes(lang);
        }
        let Some(fault) = self.machine_fault() else { return Vec::new() };
        let (tried, cause): (_, fn(&str) -> String) = match lang {
            Lang::Ar => (ar::machine::tried(fault), ar::machine::cause),
            Lang::En => (en::machine::tried(fault), en::machine::cause),
        };
        std::iter::once(tried).chain(fault.causes.iter().map(|words| cause(words))).collect()
    }
}

impl Explanation {
    /// The explanation of a rule in a language.
    #[must_use]
    pub fn new(rule: Rule, lang: Lang) -> Self {
        let (what, why, fix) = match lang {
            Lang::Ar => ar::rule::explanation(rule),
            Lang::En => en::rule::explanation(rule),
        };
        let (wrong, right) = rule::example(rule);
        let code = rule.code();
        let off = format!("off = [\"{code}\"]");
        let allow = format!("# nashra: allow {code}");
        Self { code, what, why, wrong, right, fix, off, allow }
    }

    /// All of it, for reading, in several lines.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ar => ar::rule::explained(self),
            Lang::En => en::rule::explained(self),
        }
    }
}

impl WantedValue {
    /// What it must be, ready to copy where that can be told.
    #[must_use]
    pub fn hint(&self, lang: Lang) -> String {
        match lang {
            Lang::Ar => ar::usage::wanted(self),
            Lang::En => en::usage::wanted(self),
        }
    }
}

/// For the parser, which passes it on as an error; it is told in the user's language.
impl fmt::Display for WantedValue {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.hint(Lang::En))
    }
}
