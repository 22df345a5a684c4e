//! Forms of words, for search: which spellings, endings and plurals belong to one word.
//!
//! A text is read as tokens ([`SearchWord`]): words under the key by which the index keeps them. A key is
//! the word as it is spelled, without marks and without what is written together before it. Two or
//! more words are one token where they are one thing: `عبد الله` and `عبدالله`, `تشرين الثاني` and
//! `نوفمبر`, `خمسة وعشرون` and `25`.
//!
//! Each key has lemmas ([`forms`]), each with a level that says how sure it is:
//!
//! | level | the key is, of this lemma |
//! |---|---|
//! | 0 | a spelling |
//! | 1 | a form with an ending, or a plural that `nouns.txt` has |
//! | 2 | a plural by a pattern that is rarely anything else |
//! | 3 | another word for the same thing (`synonyms.txt`) |
//! | 4 | a word that was perhaps meant |
//! | 5 | perhaps a form |
//!
//! A word of a query finds all keys that share a lemma with it; the worse of both levels is that of
//! the match. The same tables and rules are in the browser (`site/words.js`).

mod affix;
mod lemma;
mod month;
mod nouns;
mod number;
mod pattern;
mod reader;
mod slip;
mod synonym;
mod token;

pub(crate) use self::lemma::ALONE;
pub use self::lemma::{Form, forms};
pub(crate) use self::month::{MONTHS, month_of};
pub(crate) use self::nouns::{NOUNS, is_noun};
pub(crate) use self::number::NUMBERS;
pub(crate) use self::pattern::PATTERNS;
pub use self::reader::{TextWord, WordReader, search_words};
pub use self::slip::slip_cost;
pub(crate) use self::synonym::{SYNONYMS, synonyms};
pub use self::token::{SearchWord, SearchWordKind};

/// How sure it is that a key is a form of a lemma; 0 is surest.
pub type Level = u8;
/// The level of a plural by a pattern that is rarely anything else.
pub const PATTERN: Level = 2;
/// The level of synonyms.
pub const SYNONYM: Level = 3;
/// The level of a word that was perhaps meant.
pub const SLIP: Level = 4;
/// The level of what may be a form.
pub const PERHAPS: Level = 5;

/// The lines of a table, without its notes.
fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

/// A lemma as it is compared: `أ إ آ` at the beginning are `ا`, `ة` and `ى` at the end `ه` and `ي`.
fn canonical(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            'أ' | 'إ' | 'آ' => 'ا',
            'ة' => 'ه',
            'ى' => 'ي',
            c => c,
        })
        .collect()
}

/// A spelling with one sign for hamza wherever it sits inside the word: `مسؤول` and `مسئول` are one.
fn with_hamza(spelled: &str) -> String {
    let mut word = String::with_capacity(spelled.len());
    for (at, c) in spelled.chars().enumerate() {
        match c {
            'ؤ' | 'ئ' | 'أ' | 'إ' if at > 0 => word.push('ء'),
            'آ' if at > 0 => word.push_str("ءا"),
            c => word.push(c),
        }
    }
    word
}

/// A spelling with the letter under a hamza in its place, as it is often typed: `مسوول`.
fn without_hamza(spelled: &str) -> String {
    spelled.chars().enumerate().map(|(at, c)| seat(at, c)).collect()
}

/// The letter that carries a hamza; at the beginning a hamza keeps its own.
fn seat(at: usize, c: char) -> char {
    match c {
        'ؤ' => 'و',
        'ئ' => 'ي',
        'أ' | 'إ' | 'آ' if at > 0 => 'ا',
        c => c,
    }
}
