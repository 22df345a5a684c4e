//! The office's notes to its register: numbers that no report has, and why.

use std::path::Path;

use super::numbers::GivenNumber;
use crate::arabic::{SerialForm, SerialNumber};
use crate::diag::{Diagnostic, has_errors};
use crate::error::Failure;
use crate::pipeline::{OpenWorkspace, REGISTER_FILE};
use crate::report::{self, RegisterNote};
use crate::words::DeskProblem;

/// The most numbers of one span.
const LONGEST: u64 = 10_000;

/// A number, or a span of numbers, that no report has.
#[derive(Clone, Debug)]
pub(crate) struct NumberNote {
    /// The number as written, or the first of them.
    pub(crate) first: String,
    /// The last of them.
    pub(crate) last: Option<String>,
    /// The year that the number names, or that the note does.
    pub(crate) year: i32,
    /// The letters around it.
    pub(crate) letters: String,
    /// The first and the last serial number.
    pub(crate) serials: (u64, u64),
    /// The office's word.
    pub(crate) reason: String,
}

impl NumberNote {
    /// The numbers of notes as given ones: they are not free.
    pub(crate) fn given(notes: &[Self]) -> Vec<GivenNumber> {
        notes.iter().flat_map(Self::numbers).collect()
    }

    fn numbers(&self) -> impl Iterator<Item = GivenNumber> + '_ {
        let form = SerialForm::of(&self.first, self.year);
        let (first, last) = self.serials;
        (first..=last).map(move |serial| GivenNumber {
            number: form.as_ref().map_or_else(|| self.first.clone(), |form| form.write(serial, self.year)),
            issued: self.year,
            object: REGISTER_FILE.to_owned(),
            holder: REGISTER_FILE.to_owned(),
        })
    }
}

/// Reads the office's notes; none where there is no such file.
///
/// # Errors
/// What is wrong with them.
pub(crate) fn notes(site: &OpenWorkspace) -> Result<Vec<NumberNote>, Failure> {
    let file = Path::new(REGISTER_FILE);
    if !site.root.path().join(file).exists() {
        return Ok(Vec::new());
    }
    let text = site.text(file).map_err(|problem| Failure::Content(vec![*problem]))?;
    let (notes, mut found) = report::parse_register(file, &text);
    let read: Vec<_> = notes.unwrap_or_default().iter().map(|note| read(note, file)).collect();
    let mut notes = Vec::with_capacity(read.len());
    for note in read {
        match note {
            Ok(note) => notes.push(note),
            Err(problem) => found.push(*problem),
        }
    }
    if has_errors(&found) { Err(Failure::Content(found)) } else { Ok(notes) }
}

/// Reads the serial numbers of a note.
fn read(note: &RegisterNote, file: &Path) -> Result<NumberNote, Box<Diagnostic>> {
    let refused = |problem| Box::new(note.number.error(file, problem));
    let serial = |number: &str| SerialNumber::read(number, note.year.unwrap_or_default());
    let number = &note.number.value;
    let first = serial(number).ok_or_else(|| refused(DeskProblem::NoteWithoutNumber { found: number.clone() }))?;
    let last = note.to.as_ref().map(|to| serial(&to.value).map_or(0, |last| last.serial)).unwrap_or(first.serial);
    if last < first.serial || last - first.serial > LONGEST {
        let last = note.to.as_ref().map(|to| to.value.clone()).unwrap_or_default();
        return Err(refused(DeskProblem::NoteBackwards { first: number.clone(), last }));
    }
    let Some(year) = first.year.or(note.year) else {
        return Err(refused(DeskProblem::NoteWithoutYear { number: number.clone() }));
    };
    Ok(NumberNote {
        first: number.clone(),
        last: note.to.as_ref().map(|to| to.value.clone()),
        year,
        letters: first.letters,
        serials: (first.serial, last),
        reason: note.reason.clone(),
    })
}
