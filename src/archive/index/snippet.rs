//! What is shown of a hit: texts as the author spelled them, with what was found in them.

use std::collections::HashSet;
use std::ops::Range;

use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use super::keys::key;
use super::query::Term;
use crate::arabic::fold::{Word, words};

/// About how many characters a snippet has.
const LENGTH: usize = 180;
/// About how many of them stand before the first found word.
const BEFORE: usize = 50;
/// What stands for what is left out.
const ELLIPSIS: char = '…';

/// A text with parts of it marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// The bytes of the marked parts, in order and apart from each other.
    pub marks: Vec<Range<usize>>,
}

impl Marked {
    /// The whole text in parts, each with whether it is marked.
    pub fn parts(&self) -> impl Iterator<Item = (&str, bool)> {
        let mut ends: Vec<(usize, bool)> = self.marks.iter().flat_map(|m| [(m.start, false), (m.end, true)]).collect();
        ends.push((self.text.len(), false));
        let mut start = 0;
        ends.into_iter().filter_map(move |(end, marked)| {
            let part = self.text.get(start..end).filter(|part| !part.is_empty());
            start = end;
            part.map(|part| (part, marked))
        })
    }
}

/// As `{"text": …, "parts": [{"text": …, "found": …}, …]}`.
impl Serialize for Marked {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Part<'a> {
            text: &'a str,
            found: bool,
        }
        let parts: Vec<_> = self.parts().map(|(text, found)| Part { text, found }).collect();
        let mut object = serializer.serialize_struct("Marked", 2)?;
        object.serialize_field("text", &self.text)?;
        object.serialize_field("parts", &parts)?;
        object.end()
    }
}

/// Looks for the terms of a query in texts.
pub(super) struct Finder<'q> {
    terms: &'q [Term],
    /// The keys of the words of each term.
    keys: Vec<Vec<String>>,
}

/// Where a term stands: its number and the bytes of one of its words.
type Place = (usize, Range<usize>);

impl<'q> Finder<'q> {
    pub(super) fn new(terms: &'q [Term]) -> Self {
        let keys = terms.iter().map(|term| term.words.iter().map(|word| key(word)).collect()).collect();
        Self { terms, keys }
    }

    /// Whether a term stands in a text as it is spelled in the query.
    pub(super) fn has_exactly(text: &[Word], term: &Term) -> bool {
        text.windows(term.words.len())
            .any(|found| found.iter().zip(&term.words).all(|(word, asked)| word.folded == *asked))
    }

    /// A whole text with all that is found in it.
    pub(super) fn mark(&self, text: &str) -> Marked {
        let places = self.places(text);
        Marked { text: text.to_owned(), marks: merged(places.into_iter().map(|(_, range)| range).collect()) }
    }

    /// The part of a text of many passages that shows most of what is asked, or its beginning.
    pub(super) fn snippet(&self, passages: &str) -> Marked {
        let mut best: (usize, &str, Vec<Place>) = (0, passages.lines().next().unwrap_or_default(), Vec::new());
        for passage in passages.lines() {
            let places = self.places(passage);
            let count = count(&places);
            if count > best.0 {
                best = (count, passage, places);
            }
        }
        let (_, passage, places) = best;
        cut(passage, &places)
    }

    /// Where the terms stand in a text.
    fn places(&self, text: &str) -> Vec<Place> {
        if self.terms.is_empty() {
            return Vec::new();
        }
        let words = words(text);
        let keys: Vec<String> = words.iter().map(|word| key(&word.folded)).collect();
        let mut places = Vec::new();
        for start in 0..words.len() {
            for (number, (term, asked)) in self.terms.iter().zip(&self.keys).enumerate() {
                let (Some(here), Some(found)) = (keys.get(start..), words.get(start..start + asked.len())) else {
                    continue;
                };
                let fits = here.starts_with(asked)
                    && (!term.exact || found.iter().zip(&term.words).all(|(word, asked)| word.folded == *asked));
                if fits {
                    places.extend(found.iter().map(|word| (number, word.range.clone())));
                }
            }
        }
        places.sort_by_key(|(_, range)| range.start);
        places
    }
}

/// How many different terms stand in places.
fn count(places: &[Place]) -> usize {
    places.iter().map(|(number, _)| number).collect::<HashSet<_>>().len()
}

/// Ranges without those that stand in others.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// Cuts a passage down to a snippet, at spaces.
fn cut(passage: &str, places: &[Place]) -> Marked {
    let range = window(passage, places);
    let (before, after) = (range.start > 0, range.end < passage.len());
    let mut text = String::new();
    if before {
        text.extend([ELLIPSIS, ' ']);
    }
    let shift = text.len();
    text.push_str(passage.get(range.clone()).unwrap_or_default());
    if after {
        text.extend([' ', ELLIPSIS]);
    }
    let inside = places.iter().filter(|(_, place)| place.start >= range.start && place.end <= range.end);
    let marks = inside.map(|(_, place)| place.start - range.start + shift..place.end - range.start + shift).collect();
    Marked { text, marks: merged(marks) }
}

/// The bytes of a passage that a snippet shows.
fn window(passage: &str, places: &[Place]) -> Range<usize> {
    let letters = |range: Range<usize>| passage.get(range).map_or(0, |text| text.chars().count());
    if letters(0..passage.len()) <= LENGTH + BEFORE {
        return 0..passage.len();
    }
    let pieces = pieces(passage);
    let piece_at = |at: usize| pieces.partition_point(|piece| piece.end <= at).min(pieces.len().saturating_sub(1));
    // The first place from which on the most terms are near.
    let near = |place: &Range<usize>| {
        let near = places.iter().filter(|(_, other)| other.start >= place.start);
        let near = near.take_while(|(_, other)| letters(place.start..other.end) <= LENGTH - BEFORE);
        count(&near.cloned().collect::<Vec<_>>())
    };
    let mut best = (0, 0);
    for (_, place) in places.iter().take(64) {
        let near = near(place);
        if near > best.0 {
            best = (near, place.start);
        }
    }
    let found = piece_at(best.1);
    let piece = |index: usize| pieces.get(index).cloned().unwrap_or(0..passage.len());
    let (mut first, mut last) = (found, found);
    while first > 0 && letters(piece(first - 1).start..piece(found).start) <= BEFORE {
        first -= 1;
    }
    while last + 1 < pieces.len() && letters(piece(first).start..piece(last + 1).end) <= LENGTH {
        last += 1;
    }
    // Near the end there is room before.
    while first > 0 && letters(piece(first - 1).start..piece(last).end) <= LENGTH {
        first -= 1;
    }
    piece(first).start..piece(last).end
}

/// The bytes of what stands between spaces.
fn pieces(passage: &str) -> Vec<Range<usize>> {
    let start = |piece: &str| piece.as_ptr() as usize - passage.as_ptr() as usize;
    passage.split_whitespace().map(|piece| start(piece)..start(piece) + piece.len()).collect()
}
