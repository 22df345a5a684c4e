//! The lemmas of a word.

use super::affix::{without_number, without_pronoun};
use super::{Level, canonical, nouns, pattern, with_hamza, without_hamza};
use crate::arabic::fold::folded;
use crate::arabic::stem::{stages, stem};

/// A lemma of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The lemma.
    pub lemma: String,
    /// How sure it is.
    pub level: Level,
    /// True if it counts only where the archive has no word that is the lemma and `ة`.
    pub unless_feminine: bool,
}

/// Words that are spelled like others but for dots, or that are a preposition with a pronoun: they
/// have no form but themselves.
pub(crate) const ALONE: &str = "على إلى حتى لدى متى سوى عليه عليها عليهم علينا عليكم إليه إليها إليهم إلينا لديه لديها \
                                لديهم لدينا فيها فيه منها منه عنها عنه";

/// The lemmas of a word as it is spelled, with what is written together before it; each once.
/// `is_typed` for a word of a query.
#[must_use]
pub fn forms(spelled: &str, is_typed: bool) -> Vec<Form> {
    let mut found = Lemmas::default();
    if ALONE.split(' ').any(|word| word == spelled) {
        found.add(spelled.to_owned(), 0, false);
        return found.forms;
    }
    let folded = folded(spelled);
    if stem(&folded) == "الله" {
        found.add("الله".to_owned(), 0, false);
        return found.forms;
    }
    let stages = stages(&folded);
    // Nothing before the article belongs to the word.
    let first = stages.iter().position(|stage| stage.is_definite).unwrap_or_default();
    for stage in stages.into_iter().skip(first) {
        let rest: String = spelled.chars().skip(stage.skipped).collect();
        let (one, other) = (with_hamza(&rest), without_hamza(&rest));
        found.read(&one, stage.is_definite, is_typed);
        if other != one {
            found.read(&other, stage.is_definite, is_typed);
        }
    }
    found.forms
}

#[derive(Default)]
struct Lemmas {
    forms: Vec<Form>,
}

impl Lemmas {
    fn add(&mut self, lemma: String, level: Level, unless_feminine: bool) {
        match self.forms.iter_mut().find(|form| form.lemma == lemma) {
            Some(known) if (level, unless_feminine) < (known.level, known.unless_feminine) => {
                (known.level, known.unless_feminine) = (level, unless_feminine);
            }
            Some(_) => {}
            None => self.forms.push(Form { lemma, level, unless_feminine }),
        }
    }

    /// Adds the lemmas of a word without prefixes.
    fn read(&mut self, word: &str, is_definite: bool, is_typed: bool) {
        self.add(canonical(word), 0, false);
        if self.know(word, 0) {
            return;
        }
        let mut bases = vec![(word.to_owned(), 0)];
        // No pronoun after the article: what looks like one there is `ة`.
        if !is_definite {
            for stripped in without_pronoun(word, is_typed) {
                self.add(canonical(&stripped.word), stripped.level, stripped.unless_feminine);
                // Whether it is a pronoun at all is not known, so no more is taken from it.
                if !stripped.unless_feminine {
                    bases.push((stripped.word, stripped.level));
                }
            }
        }
        for (base, level) in bases {
            if level > 0 && self.know(&base, level) {
                continue;
            }
            for stripped in without_number(&base, is_definite) {
                let level = level.max(stripped.level);
                self.add(canonical(&stripped.word), level, stripped.unless_feminine);
                // Of a singular that the table knows; no broken plural has a second ending.
                self.know(&stripped.word, level);
            }
            pattern::singulars(&base, |singular, least| self.add(canonical(&singular), level.max(least), false));
        }
    }

    /// Adds the nouns of the table that a word is or is the plural of.
    fn know(&mut self, word: &str, level: Level) -> bool {
        let Some(singulars) = nouns::singulars(word) else { return false };
        let own = canonical(word);
        for singular in singulars {
            self.add(singular.clone(), if *singular == own { level } else { level.max(1) }, false);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The level at which two words are forms of one; none when they aren't.
    fn alike(one: &str, other: &str) -> Option<Level> {
        let of = |word: &str, is_typed| super::super::search_words(word).remove(0).forms(is_typed);
        let (one, other) = (of(one, true), of(other, false));
        let shared = one.iter().filter_map(|a| {
            let b = other.iter().find(|b| b.lemma == a.lemma)?;
            Some(a.level.max(b.level))
        });
        shared.min()
    }

    #[test]
    fn forms_of_one_word_share_a_lemma() {
        for (one, other, level) in [
            ("رئيس", "رئيساً", 1),
            ("مدرسة", "مدرستان", 1),
            ("مدرستهم", "المدرسة", 1),
            ("المدرسه", "مدرسة", 0),
            ("مدرسة", "بمدارسها", 1),
            ("محافظة", "محافظات", 1),
            ("مسؤول", "مسئولون", 1),
            ("مسوول", "المسؤول", 0),
            ("شؤون", "شئون", 0),
            ("هيئة", "هيأة", 0),
            ("مهندس", "مهندسو", 1),
            ("مهندس", "لمهندسي", 2),
            ("مخبز", "والمخابز", 2),
            ("وثيقة", "وثائقهم", 1),
            ("بنك", "بنوكنا", 1),
            ("قناة", "قنوات", 1),
            ("رأي", "رأيهم", 1),
            ("مبادرة", "مبادراتها", 1),
        ] {
            assert!(alike(one, other).is_some_and(|found| found <= level), "{one} {other}: {:?}", alike(one, other));
        }
    }

    #[test]
    fn other_words_share_none() {
        for (one, other) in [
            ("مدير", "مديرة"),
            ("محافظ", "محافظة"),
            ("مدرسة", "مدرس"),
            ("علي", "على"),
            ("علي", "العليا"),
            ("علي", "عليها"),
            ("عمر", "إعمار"),
            ("عدد", "إعداد"),
            ("عمل", "عمال"),
            ("طلب", "طلاب"),
            ("محفظة", "محافظ"),
            ("مركز", "المركزي"),
        ] {
            let level = alike(one, other);
            assert!(level.is_none_or(|level| level > super::super::PATTERN), "{one} {other}: {level:?}");
        }
    }
}
