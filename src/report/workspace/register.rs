//! Reading `register.toml`: numbers that no report of the workspace has, and why.

use std::path::Path;

use crate::diag::Diagnostic;
use crate::report::check::checker::Checker;
use crate::report::check::checks::Checks;
use crate::report::fields::field::{Field, Fields};
use crate::report::fields::file::read;
use crate::report::source::placed::Placed;
use crate::words::{DeskProblem, Want};

/// Explanations in one register.
const NOTES: usize = 2000;
/// Characters in a number.
const NUMBER: usize = 40;
/// Characters in a reason.
const REASON: usize = 300;

/// A number, or a span of numbers, that no report has.
#[derive(Clone, Debug)]
pub struct RegisterNote {
    /// The number, or the first of them.
    pub number: Placed<String>,
    /// The last of them.
    pub to: Option<Placed<String>>,
    /// The year, for numbers that don't name it.
    pub year: Option<i32>,
    /// Why, or to what it was given.
    pub reason: String,
}

/// Reads the office's notes to the register.
///
/// `file` is its path as shown to the user. They are `None` when there is an error among the
/// diagnostics.
pub fn parse_register(file: &Path, text: &str) -> (Option<Vec<RegisterNote>>, Vec<Diagnostic>) {
    read(file, text, &Checks::default(), |root, checker| Some(notes(root, checker)))
}

fn notes(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Vec<RegisterNote> {
    let Some(field) = root.take("gap") else { return Vec::new() };
    let list = field.bounded(checker, Want::Blocks, NOTES).unwrap_or_default();
    list.iter().filter_map(|field| note(field, checker)).collect()
}

fn note(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<RegisterNote> {
    let mut fields = field.table(checker)?;
    let number = fields.need(checker, "number", "\"...\"").and_then(|field| number(&field, checker));
    let to = fields.take("to").and_then(|field| self::number(&field, checker));
    let year = fields.take("year").and_then(|field| field.integer(checker, 1900, 2199));
    let reason = fields.need(checker, "reason", "\"...\"").and_then(|field| field.word(checker, REASON));
    fields.finish(checker);
    let year = year.and_then(|year| i32::try_from(year).ok());
    Some(RegisterNote { number: number?, to, year, reason: reason?.value })
}

fn number(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Placed<String>> {
    let number = field.word(checker, NUMBER)?;
    if number.value.chars().any(|c| crate::report::source::number::latin_digit(c).is_some()) {
        return Some(number);
    }
    checker.error(field.span.clone(), &field.path, DeskProblem::NoteWithoutNumber { found: number.value });
    None
}
