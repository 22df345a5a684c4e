//! The parts of a corrected bulletin that are others than when it was first published.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::passages::ChangedPart;
use crate::archive::Record;

/// A passage of a record, and its place.
struct PlacedPassage<'a> {
    block: usize,
    line: usize,
    text: &'a str,
}

fn passages(record: &Record) -> Vec<PlacedPassage<'_>> {
    let blocks = record.blocks.iter().enumerate();
    let lines =
        blocks.flat_map(|(block, of)| of.lines().into_iter().enumerate().map(move |(line, text)| (block, line, text)));
    lines.map(|(block, line, text)| PlacedPassage { block, line, text }).collect()
}

/// The changed parts of the newer record's passages, word by word.
pub(super) fn changed(first: &Record, now: &Record) -> Vec<ChangedPart> {
    let (old, new) = (passages(first), passages(now));
    let [stood, stand] = [&old, &new].map(|all| all.iter().map(|passage| passage.text).collect::<Vec<_>>());
    let mut found = Vec::new();
    for step in capture_diff_slices(Algorithm::Myers, &stood, &stand) {
        if matches!(step, DiffOp::Equal { .. }) {
            continue;
        }
        let stood = stood.get(step.old_range()).unwrap_or_default();
        for (at, passage) in new.get(step.new_range()).unwrap_or_default().iter().enumerate() {
            let before = stood.get(at).copied().unwrap_or_default();
            let part = |(start, end)| ChangedPart { block: passage.block, line: passage.line, start, end };
            found.extend(inserted(before, passage.text).into_iter().map(part));
        }
    }
    found
}

/// The words of a text that do not stand in the one before, as ranges of characters.
pub(super) fn inserted(before: &str, text: &str) -> Vec<(usize, usize)> {
    let (old, new) = (words(before), words(text));
    let ends: Vec<usize> = new
        .iter()
        .scan(0, |end, word| {
            *end += word.chars().count();
            Some(*end)
        })
        .collect();
    let start = |word: usize| word.checked_sub(1).and_then(|word| ends.get(word)).copied().unwrap_or_default();
    let steps = capture_diff_slices(Algorithm::Myers, &old, &new).into_iter();
    let changed = steps.filter(|step| !matches!(step, DiffOp::Equal { .. }) && !step.new_range().is_empty());
    let ranges = changed.map(|step| {
        let piece: String = new.get(step.new_range()).unwrap_or_default().concat();
        let lead = piece.chars().count() - piece.trim_start().chars().count();
        let from = start(step.new_range().start) + lead;
        (from, from + piece.trim().chars().count())
    });
    ranges.filter(|(start, end)| start < end).collect()
}

/// The marks that stand around words and are no part of them.
const AROUND: &str = ".،,؛;:؟?!()[]«»\"“”…";

/// A text's words, the marks around them and the gaps between them.
fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_gap = first.is_whitespace();
        let end = rest.find(|c: char| c.is_whitespace() != is_gap).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        let (before, word) = piece.split_at(piece.len() - piece.trim_start_matches(is_around).len());
        let (word, behind) = word.split_at(word.trim_end_matches(is_around).len());
        found.extend([before, word, behind].into_iter().filter(|part| !part.is_empty()));
        rest = after;
    }
    found
}

fn is_around(c: char) -> bool {
    AROUND.contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_are_new_are_marked() {
        let text = "وحضر الورشة 45 مشاركاً اليوم.";
        let shown = |before: &str| -> Vec<String> {
            let ranges = inserted(before, text).into_iter();
            ranges.map(|(start, end)| text.chars().skip(start).take(end - start).collect()).collect()
        };
        assert_eq!(shown("وحضر الورشة 40 مشاركاً."), ["45", "اليوم"]);
        assert_eq!(shown(""), [text]);
        assert!(shown(text).is_empty());
    }
}
