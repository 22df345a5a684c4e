//! The changes of a correction: the old and new passages, found by comparing the texts.

use std::fmt;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::problem::Problem;
use super::record::{Block, Change, Happening, Kind, Record, State};
use crate::words::{AdoptProblem, ArchiveProblem};

impl Happening {
    /// The event that publishes `new` in place of `old`.
    ///
    /// # Errors
    /// [`ArchiveProblem::IsWithdrawn`]: what is withdrawn is not corrected any more.
    pub fn correcting(
        old: &Record,
        new: &Record,
        reason: &str,
        authority: Option<&str>,
        time: &str,
    ) -> Result<Self, Problem> {
        if old.kind == Kind::Adopted {
            return Err(ArchiveProblem::Adopt(AdoptProblem::NotOurs { id: old.id.clone() }).into());
        }
        if old.state == State::Withdrawn {
            return Err(ArchiveProblem::IsWithdrawn { id: old.id.clone() }.into());
        }
        Ok(Self {
            state: State::Corrected,
            time: time.to_owned(),
            reason: Some(reason.to_owned()),
            authority: authority.map(str::to_owned),
            revision: old.revision + 1,
            changes: changes(old, new),
        })
    }
}

/// A passage of a record.
struct TextPassage<'a> {
    text: &'a str,
    /// Its place, where it says little alone: a cell's row and column.
    place: Option<(&'a str, &'a str)>,
}

impl fmt::Display for TextPassage<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            None | Some(("", "")) => out.write_str(self.text),
            Some((row, "")) | Some(("", row)) => write!(out, "{row}: {}", self.text),
            Some((row, column)) => write!(out, "{row}، {column}: {}", self.text),
        }
    }
}

/// The passages in which two records differ, in the order of the text.
#[must_use]
pub(super) fn changes(old: &Record, new: &Record) -> Vec<Change> {
    let (old, new) = (passages(old), passages(new));
    // By their words: a cell whose row was renamed is not another.
    let steps = capture_diff_slices(Algorithm::Myers, &texts(&old), &texts(&new)).into_iter();
    let changed = steps.filter(|step| !matches!(step, DiffOp::Equal { .. }));
    changed
        .map(|step| Change { stood: joined(&old, step.old_range()), stands: joined(&new, step.new_range()) })
        .collect()
}

fn texts<'a>(passages: &[TextPassage<'a>]) -> Vec<&'a str> {
    passages.iter().map(|passage| passage.text).collect()
}

fn joined(passages: &[TextPassage], range: Range<usize>) -> String {
    let passages = passages.get(range).unwrap_or_default().iter().map(ToString::to_string);
    passages.collect::<Vec<_>>().join(" ")
}

/// All that a record says, sentence by sentence.
fn passages(record: &Record) -> Vec<TextPassage<'_>> {
    let event = record.event.as_ref();
    let facts = event.into_iter().flat_map(|event| event.when.iter().chain(&event.place).chain(&event.organisers));
    let signature = record.signature.iter().flat_map(|person| [&person.name].into_iter().chain(&person.role));
    let head = record.number.iter().chain([&record.date_line, &record.title]).chain(&record.slogan).chain(facts);
    let mut found: Vec<TextPassage> = head.flat_map(|line| bare(line)).collect();
    for block in &record.blocks {
        match block {
            Block::Table { caption, columns, rows } => {
                found.extend(caption.iter().chain(columns).flat_map(|line| bare(line)));
                found.extend(rows.iter().flat_map(|row| cells(columns, row)));
            }
            _ => found.extend(block.lines().into_iter().flat_map(bare)),
        }
    }
    found.extend(signature.flat_map(|line| bare(line)));
    found
}

/// A line's sentences, which need no place.
fn bare(line: &str) -> Vec<TextPassage<'_>> {
    sentences(line).into_iter().map(|text| TextPassage { text, place: None }).collect()
}

/// A row's cells: each is told with its column, and with the first cell of its row, which names that.
fn cells<'a>(columns: &'a [String], row: &'a [String]) -> Vec<TextPassage<'a>> {
    let name = row.first().map_or("", String::as_str);
    let cell = |(at, cell): (usize, &'a String)| {
        let column = columns.get(at).map_or("", String::as_str);
        let place = if at == 0 { ("", column) } else { (name, column) };
        sentences(cell).into_iter().map(move |text| TextPassage { text, place: Some(place) })
    };
    row.iter().enumerate().flat_map(cell).collect()
}

/// A passage's sentences, each with the mark that ends it. A mark inside a number or an address
/// ends none.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        let is_end = matches!(c, '.' | '؟' | '!' | '\n')
            && text.get(after..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
        if is_end || c == '\n' {
            found.extend(text.get(start..after));
            start = after;
        }
    }
    found.extend(text.get(start..));
    found.into_iter().map(str::trim).filter(|sentence| !sentence.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_at_marks_before_a_space() {
        assert_eq!(
            sentences("افتُتح الجسر. وطوله ١٢.٥ كم؟ نعم! انظر www.example.org"),
            ["افتُتح الجسر.", "وطوله ١٢.٥ كم؟", "نعم!", "انظر www.example.org"]
        );
        assert_eq!(sentences(" \n"), [""; 0]);
    }
}
