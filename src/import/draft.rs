//! A report as it was made out, before it is written.

use super::piece::RawPicture;
use super::prose::Prose;
use super::speech::Person;
use super::{LeftOut, MadeOut};
use crate::arabic::{CivilDate, Language};
use crate::words::{ImportGuess, SpeakerTold};

/// A report as it was made out.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The day of issue that the text has in a line of its own.
    pub(super) date: Option<CivilDate>,
    /// None where the text has no title.
    pub(super) title: Option<Prose>,
    pub(super) slogan: Option<Prose>,
    /// A slogan that stays in its sentence.
    pub(super) other_slogan: Option<String>,
    pub(super) preamble: Vec<Prose>,
    pub(super) tags: Vec<String>,
    pub(super) copies: Vec<Prose>,
    /// The language, where it isn't Arabic.
    pub(super) language: Option<Language>,
    pub(super) days: Option<DraftDays>,
    /// Days that the event was perhaps on.
    pub(super) other_days: Vec<CivilDate>,
    pub(super) place: Option<String>,
    pub(super) body: Vec<DraftBlock>,
    /// What was made out of the whole text.
    pub(super) guesses: Vec<MadeOut>,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) pictures: Vec<RawPicture>,
}

/// The days of the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DraftDays {
    Day(CivilDate),
    Span(CivilDate, CivilDate),
}

/// A block of the body, with what it rests on where it was made out.
#[derive(Debug)]
pub(super) struct DraftBlock {
    pub(super) content: DraftContent,
    pub(super) guess: Option<ImportGuess>,
}

/// The content of a block.
#[derive(Debug)]
pub(super) enum DraftContent {
    Paragraph(Prose),
    Heading {
        level: u8,
        prose: Prose,
    },
    Quote {
        prose: Prose,
        speaker: Person,
    },
    List {
        ordered: bool,
        items: Vec<DraftItem>,
    },
    Table {
        caption: Option<Prose>,
        heads: Vec<Prose>,
        rows: Vec<Vec<Prose>>,
    },
    /// A picture by its place among the report's.
    Photo(usize),
}

/// An item of a list, with those under it.
#[derive(Debug)]
pub(super) struct DraftItem {
    pub(super) prose: Prose,
    pub(super) ordered: bool,
    pub(super) items: Vec<Prose>,
}

impl DraftBlock {
    pub(super) fn told(content: DraftContent) -> Self {
        Self { content, guess: None }
    }

    pub(super) fn guessed(content: DraftContent, guess: ImportGuess) -> Self {
        Self { content, guess: Some(guess) }
    }

    pub(super) fn paragraph(prose: Prose) -> Self {
        Self::told(DraftContent::Paragraph(prose))
    }

    pub(super) fn quote(prose: Prose, speaker: Person, told: SpeakerTold) -> Self {
        Self::guessed(DraftContent::Quote { prose, speaker }, ImportGuess::Quote(told))
    }
}
