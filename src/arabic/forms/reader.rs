//! Reading texts as tokens.

use std::collections::HashMap;
use std::ops::Range;

use super::token::{SearchWord, begins, said};
use crate::arabic::fold::{each_spelling, folded};

/// The most words after one that are looked at with it.
const AFTER: usize = 12;

/// A token of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextWord {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its number among the words of its reader.
    pub number: usize,
}

/// A reader of texts. It remembers every word, for most words of a text stood in another before: so
/// each is thought about once.
#[derive(Debug, Default)]
pub struct WordReader {
    words: Vec<KnownWord>,
    /// The words by their spelling.
    spelled: HashMap<String, usize>,
    /// Numbers, months and names by their key.
    said: HashMap<String, usize>,
    /// The tokens that were read and not yet [taken](Self::take_new).
    new: Vec<usize>,
}

/// A word that was read before.
#[derive(Debug)]
struct KnownWord {
    word: SearchWord,
    folded: String,
    /// True if it may be one token with the words after it.
    begins: bool,
    /// True once it was a token: a part of another one is none.
    is_token: bool,
}

/// A word as it stands in a text.
struct ReadWord {
    range: Range<usize>,
    number: usize,
    /// True if only spaces part it from the word before.
    is_next: bool,
}

impl WordReader {
    /// The tokens of a text, in order.
    pub fn read(&mut self, text: &str) -> Vec<TextWord> {
        let read = self.read_words(text);
        let mut tokens = Vec::with_capacity(read.len());
        let mut at = 0;
        while let Some(rest @ [first, ..]) = read.get(at..) {
            let (number, count) = self.token(rest).unwrap_or((first.number, 1));
            self.note(number);
            let end = rest.get(count - 1).map_or(first.range.end, |last| last.range.end);
            tokens.push(TextWord { range: first.range.start..end, number });
            at += count;
        }
        tokens
    }

    /// The word of a number.
    #[must_use]
    pub fn word(&self, number: usize) -> Option<&SearchWord> {
        self.words.get(number).map(|known| &known.word)
    }

    /// The number of words that it remembers.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// True if it has read no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The tokens that were read for the first time since this was last asked.
    pub fn take_new(&mut self) -> Vec<SearchWord> {
        let new = std::mem::take(&mut self.new);
        new.into_iter().filter_map(|number| self.word(number).cloned()).collect()
    }

    fn read_words(&mut self, text: &str) -> Vec<ReadWord> {
        let mut read = Vec::new();
        let mut end = 0;
        each_spelling(text, |range, spelled| {
            let between = text.get(end..range.start).unwrap_or_default();
            end = range.end;
            let is_next = !between.is_empty() && between.chars().all(|c| c.is_whitespace() && c != '\n');
            let number = self.spelled.get(spelled).copied().unwrap_or_else(|| self.learn(spelled));
            read.push(ReadWord { range, number, is_next });
        });
        read
    }

    fn learn(&mut self, spelled: &str) -> usize {
        let folded = folded(spelled);
        let (word, begins) = (SearchWord::single(spelled, &folded), begins(&folded));
        let number = self.remember(KnownWord { word, folded, begins, is_token: false });
        self.spelled.insert(spelled.to_owned(), number);
        number
    }

    fn remember(&mut self, word: KnownWord) -> usize {
        self.words.push(word);
        self.words.len() - 1
    }

    /// The token of several words or of a number, a month or a name, with which words begin, and how
    /// many of them it takes.
    fn token(&mut self, words: &[ReadWord]) -> Option<(usize, usize)> {
        let first = self.words.get(words.first()?.number).filter(|known| known.begins)?;
        let after = words.iter().skip(1).take(AFTER).take_while(|word| word.is_next);
        let after = after.filter_map(|word| Some(self.words.get(word.number)?.folded.as_str()));
        let folded: Vec<&str> = std::iter::once(first.folded.as_str()).chain(after).collect();
        let (word, count) = said(&first.word.spelled, &folded)?;
        if let Some(number) = self.said.get(&word.key) {
            return Some((*number, count));
        }
        let key = word.key.clone();
        let known = KnownWord { folded: key.clone(), word, begins: false, is_token: false };
        let number = self.remember(known);
        self.said.insert(key, number);
        Some((number, count))
    }

    /// Notes that a word was a token.
    fn note(&mut self, number: usize) {
        if let Some(known) = self.words.get_mut(number).filter(|known| !known.is_token) {
            known.is_token = true;
            self.new.push(number);
        }
    }
}

/// The tokens of a text, in order.
#[must_use]
pub fn search_words(text: &str) -> Vec<SearchWord> {
    let mut reader = WordReader::default();
    let tokens = reader.read(text);
    tokens.into_iter().filter_map(|token| reader.word(token.number).cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_knows_words_reads_as_one_that_does_not() {
        let mut known = WordReader::default();
        let texts = [
            "في 25 تشرين الثاني زار عبد الله أبو الخصيب، ومعه خمسة وعشرون طالباً",
            "تشرين الأول وخمسة عبد\nالله",
            "عبدالله وتشرين الثاني، وخمسة وثلاثون وأبو العلاء 25",
        ];
        for text in texts.into_iter().chain(texts) {
            let read = known.read(text);
            let read: Vec<_> = read.iter().filter_map(|token| known.word(token.number).cloned()).collect();
            assert_eq!(read, search_words(text), "{text}");
        }
    }

    #[test]
    fn each_token_is_new_once_and_its_parts_are_none() {
        let mut reader = WordReader::default();
        let mut new = |text: &str| {
            reader.read(text);
            reader.take_new().into_iter().map(|word| word.key).collect::<Vec<_>>()
        };
        assert_eq!(new("زار عبد الله المدرسة وزار المدرسة"), ["زار", "عبدالله", "مدرسة", "زار"]);
        assert_eq!(new("المدرسة ومدرسة وعبدالله"), ["مدرسة"]);
        assert_eq!(new("عبد"), ["عبد"]);
    }
}
