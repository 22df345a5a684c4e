//! Excerpts of a hit: texts as the author spelled them, with the matches in them.

use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;

use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use super::expression::WantedTerm;
use super::query::{Term, TermMatch};
use crate::arabic::fold::folded;
use crate::arabic::forms::{Level, SearchWord, TextWord, WordReader};

/// About how many characters a snippet has.
const LENGTH: usize = 180;
/// About how many of them stand before the first found word.
const BEFORE: usize = 50;
/// The mark for text that is left out.
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
        struct SnippetPart<'a> {
            text: &'a str,
            found: bool,
        }
        let parts: Vec<_> = self.parts().map(|(text, found)| SnippetPart { text, found }).collect();
        let mut object = serializer.serialize_struct("Marked", 2)?;
        object.serialize_field("text", &self.text)?;
        object.serialize_field("parts", &parts)?;
        object.end()
    }
}

/// Looks for the terms of a query in texts.
pub(super) struct Finder<'q> {
    terms: Vec<Asked<'q>>,
    reader: Rc<RefCell<WordReader>>,
    /// The places in each term, as bits, at which a word can stand, by the word's number.
    places: RefCell<Vec<Option<Box<[u64]>>>>,
}

/// A term and the keys of its words.
struct Asked<'q> {
    words: Vec<AskedWord<'q>>,
}

/// A word of a term.
enum AskedWord<'q> {
    Keys(HashSet<&'q str>),
    Exact(String),
    Start(&'q str),
}

/// A place of a term: its number and the bytes of one of its words.
type TermPlace = (usize, Range<usize>);

impl Asked<'_> {
    /// The places in the term, as bits, at which a word can stand.
    fn fits(&self, token: &SearchWord) -> u64 {
        let is_word = |word: &AskedWord<'_>| match word {
            AskedWord::Keys(keys) => keys.contains(token.key.as_str()),
            AskedWord::Exact(own) => *own == token.folded(),
            AskedWord::Start(start) => folded(&token.key).starts_with(start),
        };
        let words = self.words.iter().take(64).enumerate();
        words.filter(|(_, word)| is_word(word)).fold(0, |bits, (index, _)| bits | 1 << index)
    }
}

impl<'q> Finder<'q> {
    /// Looks for terms by their keys up to a level, each term that may stand for another by itself.
    pub(super) fn new(terms: &'q [WantedTerm<'q>], level: Level, reader: &Rc<RefCell<WordReader>>) -> Self {
        let all = terms.iter().flat_map(|term| std::iter::once(term).chain(&term.or));
        Self::of(all.map(|term| Asked { words: words(term, level) }).collect(), reader)
    }

    /// Looks for terms that are spelled just so.
    pub(super) fn exact(terms: impl Iterator<Item = &'q Term>, reader: &Rc<RefCell<WordReader>>) -> Self {
        let word = |token: &SearchWord| AskedWord::Exact(token.folded());
        Self::of(terms.map(|term| Asked { words: term.words.iter().map(word).collect() }).collect(), reader)
    }

    fn of(terms: Vec<Asked<'q>>, reader: &Rc<RefCell<WordReader>>) -> Self {
        Self { terms, reader: Rc::clone(reader), places: RefCell::default() }
    }

    /// Calls a function with each term that ends at a word of a text: its number, how many words it
    /// has, and the text's words so far.
    fn each(&self, text: &str, mut found: impl FnMut(usize, usize, &[TextWord])) {
        // Which beginnings of each term end at the last word, as bits.
        let mut open = vec![0_u64; self.terms.len()];
        let mut reader = self.reader.borrow_mut();
        let words = reader.read(text);
        let mut places = self.places.borrow_mut();
        places.resize(reader.len(), None);
        for (at, word) in words.iter().enumerate() {
            let Some(places) = places.get_mut(word.number) else { continue };
            let known = reader.word(word.number);
            let fits = || self.terms.iter().map(|asked| known.map_or(0, |word| asked.fits(word))).collect();
            let places = places.get_or_insert_with(fits);
            for (number, ((asked, open), fits)) in self.terms.iter().zip(&mut open).zip(places).enumerate() {
                *open = (*open << 1 | 1) & *fits;
                let length = asked.words.len();
                if length > 0 && *open & 1 << (length.min(64) - 1) != 0 {
                    found(number, length, words.get(..=at).unwrap_or_default());
                }
            }
        }
    }

    /// Which terms stand in a text of many passages, each within one passage.
    pub(super) fn standing(&self, passages: &str) -> Vec<bool> {
        let mut standing = vec![false; self.terms.len()];
        if standing.is_empty() {
            return standing;
        }
        for passage in passages.lines() {
            self.each(passage, |number, _, _| {
                if let Some(stands) = standing.get_mut(number) {
                    *stands = true;
                }
            });
        }
        standing
    }

    /// A whole text with all that is found in it.
    pub(super) fn mark(&self, text: &str) -> Marked {
        let places = self.places(text);
        Marked { text: text.to_owned(), marks: merged(places.into_iter().map(|(_, range)| range).collect()) }
    }

    /// The part of a text of many passages that shows most of what is asked, or its beginning.
    pub(super) fn snippet(&self, passages: &str) -> Marked {
        let mut best: (usize, &str, Vec<TermPlace>) = (0, passages.lines().next().unwrap_or_default(), Vec::new());
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

    /// The places of the terms in a text.
    fn places(&self, text: &str) -> Vec<TermPlace> {
        let mut places = Vec::new();
        if !self.terms.is_empty() {
            self.each(text, |number, length, words| {
                let own = words.get(words.len() - length..).unwrap_or_default();
                places.extend(own.iter().map(|word| (number, word.range.clone())));
            });
            places.sort_by_key(|(_, range)| range.start);
        }
        places
    }
}

/// A term's words as they are looked for.
fn words<'q>(term: &'q WantedTerm<'q>, level: Level) -> Vec<AskedWord<'q>> {
    match &term.term.sort {
        TermMatch::Day(_) | TermMatch::Code(_) => Vec::new(),
        TermMatch::Start(start) => vec![AskedWord::Start(start)],
        TermMatch::Exact => term.term.words.iter().map(|token| AskedWord::Exact(token.folded())).collect(),
        TermMatch::Forms => {
            term.words.iter().map(|word| AskedWord::Keys(word.up_to(level).into_iter().collect())).collect()
        }
    }
}

/// The number of different terms in places.
fn count(places: &[TermPlace]) -> usize {
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
fn cut(passage: &str, places: &[TermPlace]) -> Marked {
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
fn window(passage: &str, places: &[TermPlace]) -> Range<usize> {
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
