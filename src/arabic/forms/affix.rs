//! Endings: pronouns, duals, sound plurals, tanwin.

use super::Level;
use super::nouns;

/// A word without an ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stripped {
    pub(super) word: String,
    pub(super) level: Level,
    /// True if it belongs to the word only where there is no such word with `ة`: `محافظات` is of
    /// `محافظة`, not of `محافظ`.
    pub(super) unless_feminine: bool,
}

/// Pronouns; the longest first.
const PRONOUNS: [&str; 9] = ["كما", "هما", "هم", "هن", "ها", "كم", "نا", "ه", "ك"];

fn letters(word: &str) -> usize {
    word.chars().count()
}

fn push(found: &mut Vec<Stripped>, word: String, level: Level) {
    found.push(Stripped { word, level, unless_feminine: false });
}

/// What a word may be without a pronoun. A typed `ه` at the end stands for `ة` where there is such a
/// word.
pub(super) fn without_pronoun(word: &str, is_typed: bool) -> Vec<Stripped> {
    let mut found = Vec::new();
    for pronoun in PRONOUNS {
        let Some(rest) = word.strip_suffix(pronoun) else { continue };
        let level = if pronoun == "ك" { super::PERHAPS } else { 1 };
        if let Some(feminine) = rest.strip_suffix('ت').filter(|rest| letters(rest) >= 2) {
            push(&mut found, format!("{feminine}ة"), level);
        }
        if let Some(short) = rest.strip_suffix('ا').filter(|rest| letters(rest) >= 3) {
            push(&mut found, format!("{short}ى"), level);
        }
        if let Some(several) = rest.strip_suffix(['ي', 'و']).filter(|rest| letters(rest) >= 3) {
            push(&mut found, several.to_owned(), level);
        }
        if letters(rest) >= 3 {
            found.push(Stripped { word: rest.to_owned(), level, unless_feminine: is_typed && pronoun == "ه" });
        }
    }
    found
}

/// What a word may be without the ending of a dual or sound plural, or tanwin on alef. A word with
/// the article has none of the endings of one that another noun follows.
pub(super) fn without_number(word: &str, is_definite: bool) -> Vec<Stripped> {
    let mut found = Vec::new();
    let feminine: &[&str] = if is_definite { &["تان", "تين"] } else { &["تان", "تين", "تا", "تي"] };
    for rest in feminine.iter().filter_map(|ending| word.strip_suffix(ending)).filter(|rest| letters(rest) >= 2) {
        push(&mut found, format!("{rest}ة"), 1);
    }
    for rest in
        ["ان", "ين", "ون"].iter().filter_map(|ending| word.strip_suffix(ending)).filter(|rest| letters(rest) >= 3)
    {
        push(&mut found, rest.to_owned(), 1);
    }
    if let Some(rest) = word.strip_suffix("ات") {
        several(rest, &mut found);
    }
    if !is_definite {
        construct(word, &mut found);
    }
    found
}

/// The words of a plural on `ات`.
fn several(rest: &str, found: &mut Vec<Stripped>) {
    if let Some(short) = rest.strip_suffix('و').filter(|short| letters(short) >= 2) {
        push(found, format!("{short}اة"), 1);
        push(found, format!("{short}ة"), 1);
    }
    if letters(rest) < 2 {
        return;
    }
    let feminine = format!("{rest}ة");
    let is_known = nouns::singulars(&feminine).is_some();
    push(found, feminine, 1);
    if letters(rest) >= 3 && !is_known {
        let level = if letters(rest) >= 5 || nouns::singulars(rest).is_some() { 1 } else { super::PATTERN };
        found.push(Stripped { word: rest.to_owned(), level, unless_feminine: true });
    }
}

/// Endings of a word without the article: `مهندسو`, `مهندسي`, `رئيسا`.
fn construct(word: &str, found: &mut Vec<Stripped>) {
    let of = |ending: &str, least: usize| word.strip_suffix(ending).filter(|rest| letters(rest) >= least);
    if let Some(rest) = of("ا", 3) {
        // `عليا` and `دنيا` are no forms of a shorter word.
        push(found, rest.to_owned(), if rest.ends_with('ي') { super::PATTERN } else { 1 });
    }
    if let Some(rest) = of("وا", 3) {
        push(found, rest.to_owned(), super::PATTERN);
    }
    if let Some(rest) = of("و", 4) {
        push(found, rest.to_owned(), 1);
    }
    if let Some(rest) = of("ي", 4) {
        push(found, rest.to_owned(), if is_person(rest) { super::PATTERN } else { super::PERHAPS });
    }
}

/// True for the shapes of words for those who do something, whose plural may be `…ي`: `م…`,
/// `فاعل`, `فعّال`. Others with `ي` are mostly adjectives.
fn is_person(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    match letters.as_slice() {
        ['م', _, 'ا', _, _] => false,
        ['م', ..] => true,
        [_, 'ا', _, _] | [_, _, 'ا', _] => true,
        _ => false,
    }
}
