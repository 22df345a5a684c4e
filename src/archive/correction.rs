//! The changes of a correction: the old and new passages, found by comparing the texts.

use std::ops::Range;

use similar::{DiffOp, capture_diff_slices};

use super::problem::Problem;
use super::record::{Change, Happening, Kind, Record, State};
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

/// The passages in which two records differ, in the order of the text.
#[must_use]
pub(super) fn changes(old: &Record, new: &Record) -> Vec<Change> {
    let (old, new) = (passages(old), passages(new));
    let steps = capture_diff_slices(similar::Algorithm::Myers, &old, &new).into_iter();
    let changed = steps.filter(|step| !matches!(step, DiffOp::Equal { .. }));
    changed
        .map(|step| Change { stood: joined(&old, step.old_range()), stands: joined(&new, step.new_range()) })
        .collect()
}

fn joined(passages: &[&str], range: Range<usize>) -> String {
    passages.get(range).map(|passages| passages.join(" ")).unwrap_or_default()
}

/// All that a record says, sentence by sentence.
fn passages(record: &Record) -> Vec<&str> {
    let event = record.event.as_ref();
    let facts = event.into_iter().flat_map(|event| event.when.iter().chain(&event.place).chain(&event.organisers));
    let signature = record.signature.iter().flat_map(|person| [&person.name].into_iter().chain(&person.role));
    let head = record.number.iter().chain([&record.date_line, &record.title]).chain(&record.slogan).chain(facts);
    let body = record.blocks.iter().flat_map(|block| block.lines());
    let lines = head.map(String::as_str).chain(body).chain(signature.map(String::as_str));
    lines.flat_map(sentences).collect()
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
