//! From pieces to a report: its title, slogan and preamble, then the blocks of its body.

mod body;
mod opening;
mod slogan;

use super::draft::{Draft, DraftContent};
use super::piece::{Material, Piece};
use super::{ImportSurroundings, copies, facts, letterhead};
use crate::arabic::Language;
use crate::words::ImportProblem;

/// Makes a report of a text's pieces.
///
/// # Errors
/// When there is no word in them.
pub(super) fn compose(material: Material, surroundings: &ImportSurroundings) -> Result<Draft, ImportProblem> {
    let mut draft = Draft {
        guesses: material.guesses,
        left_out: material.left_out,
        pictures: material.pictures,
        ..Draft::default()
    };
    let mut pieces = letterhead::without(material.pieces, &mut draft, surroundings);
    copies::take_copies(&mut pieces, &mut draft);
    copies::take_tags(&mut pieces, &mut draft);
    if !pieces.iter().any(Piece::has_words) {
        return Err(ImportProblem::NoText);
    }
    opening::take(&mut pieces, &mut draft);
    body::fill(&pieces, &mut draft);
    note_facts(&mut draft, surroundings);
    Ok(draft)
}

/// Notes day, place and language.
fn note_facts(draft: &mut Draft, surroundings: &ImportSurroundings) {
    let body = draft.body.iter().filter_map(|block| match &block.content {
        DraftContent::Paragraph(prose) => Some(prose),
        _ => None,
    });
    let proses = draft.title.iter().chain(&draft.preamble).chain(body);
    let texts: Vec<String> = proses.map(|prose| prose.text().to_owned()).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let date = surroundings.date.or(draft.date).unwrap_or(surroundings.today);
    let sample: String = texts.join(" ").chars().take(4000).collect();
    draft.language = Some(Language::of(&sample)).filter(|language| *language != Language::Arabic);
    facts::note(&texts, date, draft);
}
