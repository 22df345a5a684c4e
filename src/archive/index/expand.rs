//! The keys that a typed word finds, and how sure each is.

use std::collections::{BTreeMap, HashMap};

use super::Index;
use crate::arabic::fold::folded;
use crate::arabic::forms::{
    Form, Level, PATTERN, PERHAPS, SLIP, SYNONYM, SearchWord, SearchWordKind, slip_cost, synonyms,
};
use crate::archive::problem::Problem;

/// Added to the stored level of a form that counts only where there is no such word with `ة`.
pub(in crate::archive) const UNLESS_FEMININE: Level = 8;
/// The most words that are told and searched for in the place of one.
const MEANT: usize = 2;
/// The number up to which bulletins of a word that was perhaps meant are counted.
const FREQUENT: i64 = 200;

/// Arabic letters, and Latin ones and digits, that may be missing or wrong in a word.
const LETTERS: &str = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي";
const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";

/// The keys of a typed word by their levels.
#[derive(Clone, Debug, Default)]
pub(super) struct Expanded {
    /// Keys, and the level of each.
    pub(super) keys: BTreeMap<String, Level>,
    /// Words that were perhaps meant, the likeliest first.
    pub(super) meant: Vec<String>,
}

impl Expanded {
    fn add(&mut self, key: String, level: Level) {
        let known = self.keys.entry(key).or_insert(level);
        *known = level.min(*known);
    }

    /// The keys up to a level.
    pub(super) fn up_to(&self, level: Level) -> Vec<&str> {
        self.keys.iter().filter(|(_, known)| **known <= level).map(|(key, _)| key.as_str()).collect()
    }
}

/// A form's level as it is stored.
pub(in crate::archive) fn stored(form: &Form) -> Level {
    form.level + if form.unless_feminine { UNLESS_FEMININE } else { 0 }
}

/// A key of a lemma.
struct LemmaKey {
    key: String,
    level: Level,
}

impl Index {
    /// The keys of a typed token; synonyms and words that were perhaps meant only where `most` is a
    /// level at which they count.
    pub(super) fn expand(&self, token: &SearchWord, most: Level) -> Result<Expanded, Problem> {
        let mut found = Expanded::default();
        let forms = token.forms(true);
        for form in &forms {
            if form.unless_feminine && self.has_feminine(&form.lemma)? {
                continue;
            }
            for LemmaKey { key, level } in self.keys_of(&form.lemma)? {
                // Two guesses together are little sure.
                let is_guess = level >= PATTERN && form.level >= PATTERN;
                found.add(key, if is_guess { PERHAPS } else { level.max(form.level) });
            }
        }
        if most < SYNONYM {
            return Ok(found);
        }
        for form in forms.iter().filter(|form| form.level <= 1) {
            for synonym in synonyms(&form.lemma) {
                let keys = self.keys_of(synonym)?.into_iter().filter(|key| key.level <= 1);
                keys.for_each(|key| found.add(key.key, SYNONYM));
            }
        }
        let is_word = matches!(token.kind, SearchWordKind::Word | SearchWordKind::Name(_));
        if is_word && found.up_to(PATTERN).is_empty() {
            self.add_meant(&forms, &mut found)?;
        }
        Ok(found)
    }

    /// The keys that are spelled as a token, whatever is folded.
    pub(super) fn spelled_so(&self, token: &SearchWord) -> Result<Vec<String>, Problem> {
        let own = folded(&token.key);
        let mut keys = vec![token.key.clone()];
        for form in token.forms(true).iter().filter(|form| form.level == 0) {
            let alike = self.keys_of(&form.lemma)?.into_iter().map(|key| key.key).filter(|key| folded(key) == own);
            keys.extend(alike);
        }
        keys.sort();
        keys.dedup();
        Ok(keys)
    }

    fn keys_of(&self, lemma: &str) -> Result<Vec<LemmaKey>, Problem> {
        let select = "SELECT key, level FROM forms WHERE lemma = ?1";
        let found: Vec<(String, Level)> = self.all(select, [lemma], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let has_feminine = found.iter().any(|(_, level)| *level >= UNLESS_FEMININE) && self.has_feminine(lemma)?;
        let counts = found.into_iter().filter(|(_, level)| *level < UNLESS_FEMININE || !has_feminine);
        Ok(counts.map(|(key, level)| LemmaKey { key, level: level % UNLESS_FEMININE }).collect())
    }

    /// True if some bulletin has this word with `ة`.
    fn has_feminine(&self, lemma: &str) -> Result<bool, Problem> {
        let select = "SELECT 1 FROM forms WHERE lemma = ?1 AND level = 0 AND key LIKE '%ة' LIMIT 1";
        Ok(self.one(select, [format!("{lemma}ه")], |row| row.get::<_, i64>(0))?.is_some())
    }

    /// True if some bulletin has this very word.
    fn is_word(&self, lemma: &str) -> Result<bool, Problem> {
        let select = "SELECT 1 FROM forms WHERE lemma = ?1 AND level = 0 LIMIT 1";
        Ok(self.one(select, [lemma], |row| row.get::<_, i64>(0))?.is_some())
    }

    /// Adds the words that a word nobody wrote was perhaps meant to be.
    fn add_meant(&self, forms: &[Form], found: &mut Expanded) -> Result<(), Problem> {
        let mut near: HashMap<String, u32> = HashMap::new();
        for form in forms.iter().filter(|form| form.level == 0) {
            for (word, cost) in self.near(&form.lemma)? {
                let known = near.entry(word).or_insert(cost);
                *known = cost.min(*known);
            }
        }
        let Some(least) = near.values().min().copied() else { return Ok(()) };
        let mut best = Vec::new();
        for (word, _) in near.into_iter().filter(|(_, cost)| *cost == least) {
            best.push((-self.frequency(&word)?, word));
        }
        best.sort();
        for (_, word) in best.into_iter().take(MEANT) {
            let keys = self.keys_of(&word)?.into_iter().filter(|key| key.level <= 1);
            keys.for_each(|key| found.add(key.key, SLIP));
            found.meant.push(word);
        }
        Ok(())
    }

    /// The number of bulletins that have a word, up to a limit.
    fn frequency(&self, lemma: &str) -> Result<i64, Problem> {
        let keys: Vec<String> =
            self.keys_of(lemma)?.into_iter().filter(|key| key.level == 0).map(|key| key.key).collect();
        let wanted = keys.iter().map(|key| format!("\"{key}\"")).collect::<Vec<_>>().join(" OR ");
        let select = "SELECT count(*) FROM (SELECT 1 FROM full WHERE full MATCH ?1 LIMIT ?2)";
        let count: Option<i64> = self.one(select, (wanted, FREQUENT), |row| row.get(0))?;
        Ok(count.unwrap_or_default())
    }

    /// The words of bulletins that are near a word, and how far each is: those with one slip, and
    /// those with two that begin with the same two letters.
    fn near(&self, lemma: &str) -> Result<HashMap<String, u32>, Problem> {
        let mut near = HashMap::new();
        let letters: Vec<char> = lemma.chars().collect();
        for word in slips(&letters) {
            if !near.contains_key(&word)
                && self.is_word(&word)?
                && let Some(cost) = slip_cost(lemma, &word)
            {
                near.insert(word, cost);
            }
        }
        if near.is_empty() && letters.len() >= 7 {
            let start: String = letters.iter().take(2).collect();
            let select = "SELECT DISTINCT lemma FROM forms WHERE lemma >= ?1 AND lemma < ?2 AND level = 0";
            let words: Vec<String> = self.all(select, [&start, &format!("{start}\u{FFFF}")], |row| row.get(0))?;
            near.extend(words.into_iter().filter_map(|word| slip_cost(lemma, &word).map(|cost| (word, cost))));
        }
        Ok(near)
    }
}

/// All words that are one slip from a word.
fn slips(letters: &[char]) -> Vec<String> {
    let is_latin = letters.first().is_some_and(char::is_ascii);
    let alphabet: Vec<char> = if is_latin { LATIN } else { LETTERS }.chars().collect();
    let word = |letters: &[char]| letters.iter().collect::<String>();
    let mut words = Vec::new();
    for at in 0..=letters.len() {
        let (head, tail) = letters.split_at(at);
        for letter in &alphabet {
            words.push(word(&[head, &[*letter], tail].concat()));
        }
        if let Some((own, rest)) = tail.split_first() {
            words.push(word(&[head, rest].concat()));
            words.extend(
                alphabet.iter().filter(|letter| *letter != own).map(|letter| word(&[head, &[*letter], rest].concat())),
            );
            if let Some((next, rest)) = rest.split_first() {
                words.push(word(&[head, &[*next, *own], rest].concat()));
            }
        }
    }
    words
}
