//! A report made of a text, with what was made out and what was left out.

use std::collections::BTreeMap;

use crate::arabic::CivilDate;
use crate::words::{ImportGuess, Lang, LeftOutReason};

/// The surroundings that a text doesn't tell.
#[derive(Clone, Debug)]
pub struct ImportSurroundings {
    /// The text's name, as the user typed it.
    pub source: String,
    /// The day of issue, if it is given.
    pub date: Option<CivilDate>,
    /// The present day.
    pub today: CivilDate,
    /// The language of notes in the report.
    pub lang: Lang,
    /// The lines that the office's letterhead has.
    pub letterhead: Vec<String>,
    /// The beginning of the names of pictures, from the workspace: `content/assets/visit`.
    pub pictures: String,
}

/// A picture of a document, to be written beside the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedPicture {
    /// Its name from the workspace. It has the picture's hash in it, so what has the same name is the same.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A report made of a text.
#[derive(Clone, Debug)]
pub struct ImportedReport {
    /// Its TOML.
    pub toml: String,
    /// Its pictures.
    pub pictures: Vec<ImportedPicture>,
    /// Its day of issue.
    pub date: CivilDate,
    /// All that was made out, in the order of the report.
    pub guesses: Vec<MadeOut>,
    /// All that is not in it, in the order of the text.
    pub left_out: Vec<LeftOut>,
}

/// Something that was made out in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeOut {
    /// The field, such as `body[3].quote`.
    pub field: String,
    /// The beginning of its value.
    pub excerpt: String,
    /// What it rests on.
    pub guess: ImportGuess,
}

/// Something of a text that is not in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its words.
    pub text: String,
    /// Why.
    pub reason: LeftOutReason,
}

/// The words of all that was left out, by the reason.
pub fn by_reason(left_out: &[LeftOut]) -> BTreeMap<LeftOutReason, Vec<&str>> {
    let mut found: BTreeMap<LeftOutReason, Vec<&str>> = BTreeMap::new();
    for one in left_out {
        found.entry(one.reason).or_default().push(&one.text);
    }
    found
}
