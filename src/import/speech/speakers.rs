//! The people who speak in a text: one who is named in part is found again.

use super::lead::Lead;
use super::lexicon;
use super::person::{Mention, after_verb, before_verb, name_words, role_words};
use crate::arabic::fold::words;
use crate::words::SpeakerTold;

/// Paragraphs back that are looked through for a whole name.
const BACK: usize = 100;
/// Words of a name.
const LONGEST_NAME: usize = 6;

/// Somebody who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Person {
    pub(in crate::import) speaker: String,
    pub(in crate::import) role: Option<String>,
}

/// Those who have spoken, and what was read before.
#[derive(Debug, Default)]
pub(in crate::import) struct Speakers {
    known: Vec<Person>,
    last: Option<usize>,
    earlier: Vec<String>,
}

impl Speakers {
    /// Keeps a paragraph that has been read, to look for names in it.
    pub(in crate::import) fn heard(&mut self, text: &str) {
        if self.earlier.len() > 2 * BACK {
            self.earlier.drain(..BACK);
        }
        self.earlier.push(text.to_owned());
    }

    /// The speaker of a lead-in; none if nobody can be made out.
    pub(super) fn of(&mut self, text: &str, lead: &Lead) -> Option<(Person, SpeakerTold)> {
        let between = text.get(lead.subject.clone()).unwrap_or_default();
        let before = text.get(lead.before.clone()).unwrap_or_default();
        let mut mention = after_verb(between);
        if mention == Mention::default() {
            if words(between).iter().any(|word| lexicon::is_writing(&word.folded)) {
                return None;
            }
            mention = before_verb(before);
        }
        if mention == Mention::default() {
            // `الذي قال:` behind nobody who is known is not the one before.
            return if lead.is_relative { None } else { self.goes_on() };
        }
        let (person, told) = self.known_as(&mention, text.get(..lead.verb.start).unwrap_or_default())?;
        let at = self.known.iter().position(|known| known.speaker == person.speaker);
        self.last = Some(at.unwrap_or(self.known.len()));
        if at.is_none() {
            self.known.push(person.clone());
        }
        Some((person, told))
    }

    fn goes_on(&self) -> Option<(Person, SpeakerTold)> {
        let person = self.known.get(self.last?)?;
        Some((person.clone(), SpeakerTold::GoesOn))
    }

    /// Somebody by a mention: who spoke already, or whose whole name stands before, or new.
    fn known_as(&self, mention: &Mention, before: &str) -> Option<(Person, SpeakerTold)> {
        let Some(name) = &mention.name else {
            let role = mention.role.clone()?;
            let known = self.known.iter().rev().find(|person| has_role(person, &role));
            return Some(match known {
                Some(person) => (person.clone(), SpeakerTold::InPart),
                None => (Person { speaker: role, role: None }, SpeakerTold::Named),
            });
        };
        let wanted = name_words(name);
        let is_same = |person: &&Person| {
            let has = name_words(&person.speaker);
            !wanted.is_empty() && (wanted.iter().all(|word| has.contains(word)))
        };
        if let Some(person) = self.known.iter().rev().find(is_same) {
            let in_part = name_words(&person.speaker).len() > wanted.len();
            let told = if in_part { SpeakerTold::InPart } else { SpeakerTold::Named };
            let role = person.role.clone().or_else(|| mention.role.clone());
            return Some((Person { speaker: person.speaker.clone(), role }, told));
        }
        if mention.role.is_none()
            && let Some(person) = self.by_surname(&wanted, before)
        {
            return Some((person, SpeakerTold::InPart));
        }
        Some((Person { speaker: name.clone(), role: mention.role.clone() }, SpeakerTold::Named))
    }

    /// The whole name that ends with one or two words, as it stands earlier in the text.
    fn by_surname(&self, surname: &[String], before: &str) -> Option<Person> {
        if !(1..=2).contains(&surname.len()) {
            return None;
        }
        self.earlier_first(before).find_map(|text| {
            let all = words(text);
            let ends_there = |at: usize| {
                let words = all.get((at + 1).checked_sub(surname.len())?..=at)?;
                words.iter().map(|word| &word.folded).eq(surname).then(|| all.get(at))?
            };
            let mut ends = (0..all.len()).rev().filter_map(|at| Some((at, ends_there(at)?)));
            ends.find_map(|(at, word)| {
                let from = at.saturating_sub(LONGEST_NAME);
                let addressed = all.get(from..at)?.iter().any(|word| lexicon::is_honorific(&word.folded));
                let mention = addressed.then(|| before_verb(text.get(..word.range.end).unwrap_or_default()))?;
                let name = mention.name.filter(|name| name_words(name).len() <= LONGEST_NAME)?;
                (name_words(&name).len() > surname.len()).then_some(Person { speaker: name, role: mention.role })
            })
        })
    }

    fn earlier_first<'s>(&'s self, before: &'s str) -> impl Iterator<Item = &'s str> {
        std::iter::once(before).chain(self.earlier.iter().rev().take(BACK).map(String::as_str))
    }
}

/// True if somebody has the post that is named, whole or in part.
fn has_role(person: &Person, role: &str) -> bool {
    let wanted = role_words(role);
    let has = person.role.as_deref().map(role_words).unwrap_or_default();
    let same = role_words(&person.speaker) == wanted;
    same || (has.first() == wanted.first() && !wanted.is_empty() && wanted.iter().all(|word| has.contains(word)))
}
