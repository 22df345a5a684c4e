//! The register (سجل الصادر): every number of a year with what it was given to, and what the office
//! says of those that nobody has.

use std::collections::HashMap;
use std::path::Path;

use serde::Serialize;

use super::document::DeskDocument;
use super::documents::Content;
use super::listing::{ListState, archived_sources};
use super::notes::{NumberNote, notes};
use super::numbers::{GivenNumber, Sequence, given, numbering};
use crate::arabic::{CivilDate, MonthSpan};
use crate::archive::Archive;
use crate::archive::index::RollEntry;
use crate::error::Failure;
use crate::pipeline::{OpenWorkspace, SourceKind};
use crate::report;

/// A part of a year of the register.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Register {
    /// The year.
    pub(crate) year: i32,
    /// The month, for a part of the year.
    pub(crate) month: Option<u8>,
    /// Its lines in the order of their numbers.
    pub(crate) rows: Vec<RegisterRow>,
}

/// A line of the register.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RegisterRow {
    /// The number, or the first of several that nobody has.
    pub(crate) number: String,
    /// The last of them.
    pub(crate) last: Option<String>,
    /// The day of issue.
    pub(crate) date: Option<String>,
    /// The title.
    pub(crate) title: Option<String>,
    /// Those who get a copy.
    pub(crate) to: Vec<String>,
    /// The state; none of a number that no document has.
    pub(crate) state: Option<ListState>,
    /// The office's word on a number that no document has.
    pub(crate) note: Option<String>,
    /// The document's file, or its name in the archive.
    pub(crate) document: Option<String>,
}

/// A line with what it is sorted by.
struct Placed {
    /// The letters of a number of another sequence; none of the sequence itself, which comes first.
    letters: String,
    serial: u64,
    row: RegisterRow,
}

/// Makes the register of a year, of reports or of issues.
///
/// # Errors
/// What is wrong with the office's notes.
pub(crate) fn register(
    site: &OpenWorkspace,
    content: &Content,
    roll: &[RollEntry],
    kind: SourceKind,
    (year, month): (i32, Option<u8>),
) -> Result<Register, Failure> {
    let notes = notes(site)?;
    let documents = given(kind, &content.documents, roll);
    // The notes are to the register of reports.
    let notes = if kind == SourceKind::Report { notes } else { Vec::new() };
    let all = [documents.as_slice(), &NumberNote::given(&notes)].concat();
    let sequence = Sequence::new(numbering(site, kind), year, &all);
    let lines = Lines::new(site, content, roll);
    let others = |letters: String| if sequence.counts(&letters) { String::new() } else { letters };
    let mut placed: Vec<Placed> = Vec::new();
    for given in &documents {
        let read = sequence.read(given);
        let of_year = read.as_ref().and_then(|read| read.year).unwrap_or(given.issued);
        if of_year == year {
            let (letters, serial) = read.map(|read| (read.letters, read.serial)).unwrap_or_default();
            placed.push(Placed { letters: others(letters), serial, row: lines.row(given) });
        }
    }
    for note in notes.iter().filter(|note| note.year == year) {
        let row =
            RegisterRow { note: Some(note.reason.clone()), ..RegisterRow::of_nobody(&note.first, note.last.clone()) };
        placed.push(Placed { letters: others(note.letters.clone()), serial: note.serials.0, row });
    }
    for (first, last) in sequence.gaps() {
        let written = (last > first).then(|| sequence.write(last));
        let row = RegisterRow::of_nobody(&sequence.write(first), written);
        placed.push(Placed { letters: String::new(), serial: first, row });
    }
    placed.sort_by(|one, other| {
        (&one.letters, one.serial, &one.row.date).cmp(&(&other.letters, other.serial, &other.row.date))
    });
    let rows = placed.into_iter().map(|placed| placed.row).collect();
    Ok(Register { year, month, rows: of_month(rows, year, month) })
}

/// The lines of a month: a number that nobody has is of the month in which the next one was given, or
/// where there is none yet the one before.
fn of_month(rows: Vec<RegisterRow>, year: i32, month: Option<u8>) -> Vec<RegisterRow> {
    if month.is_none() {
        return rows;
    }
    let span = MonthSpan { year: Some(year), month };
    let mut kept = Vec::new();
    let (mut waiting, mut is_last) = (Vec::new(), false);
    for row in rows {
        match row.date.clone() {
            None => waiting.push(row),
            Some(date) if span.has(&date) => {
                kept.append(&mut waiting);
                kept.push(row);
                is_last = true;
            }
            Some(_) => {
                waiting.clear();
                is_last = false;
            }
        }
    }
    if is_last {
        kept.append(&mut waiting);
    }
    kept
}

impl RegisterRow {
    fn of_nobody(first: &str, last: Option<String>) -> Self {
        let number = first.to_owned();
        Self { number, last, date: None, title: None, to: Vec::new(), state: None, note: None, document: None }
    }
}

/// What lines tell of documents.
struct Lines<'a> {
    site: &'a OpenWorkspace,
    archive: Archive,
    documents: HashMap<&'a str, &'a DeskDocument>,
    roll: HashMap<&'a str, &'a RollEntry>,
}

impl<'a> Lines<'a> {
    fn new(site: &'a OpenWorkspace, content: &'a Content, roll: &'a [RollEntry]) -> Self {
        let documents = content.documents.iter().map(|document| (&*document.file, document)).collect();
        let roll = roll.iter().map(|entry| (&*entry.id, entry)).collect();
        Self { site, archive: site.archive(), documents, roll }
    }

    /// The line of a number.
    fn row(&self, given: &GivenNumber) -> RegisterRow {
        let entry = self.roll.get(&*given.object);
        let kept;
        let glance = match self.documents.get(&*given.holder) {
            Some(document) => document.glance.as_ref(),
            None => {
                kept = self.archived_glance(&given.object);
                kept.as_ref()
            }
        };
        let status = glance.and_then(|glance| glance.status);
        let date = glance.and_then(|glance| glance.date).map(CivilDate::iso);
        RegisterRow {
            number: given.number.clone(),
            last: None,
            date: date.or_else(|| Some(entry?.date.clone())),
            title: glance.and_then(|glance| glance.title.clone().or_else(|| glance.slug.clone())),
            to: glance.map(|glance| glance.copies.clone()).unwrap_or_default(),
            state: Some(ListState::of_life(entry.map(|entry| entry.state), status)),
            note: None,
            document: Some(given.holder.clone()),
        }
    }

    /// What is read at a glance of an archived document whose file is gone.
    fn archived_glance(&self, id: &str) -> Option<report::Glance> {
        let object = self.archive.object(id).ok()?;
        let head = object.head();
        let record = object.record(head).ok()?;
        let mut glances = archived_sources(self.site, &object).into_iter().filter_map(|(name, inside)| {
            let bytes = object.file(head, name).ok()?;
            report::glance(Path::new(inside), std::str::from_utf8(&bytes).ok()?)
        });
        let own = glances.find(|glance| glance.date.map(CivilDate::iso).as_deref() == Some(&*record.date));
        let title = Some(record.title);
        Some(report::Glance { title, number: record.number, ..own.unwrap_or_default() })
    }
}
