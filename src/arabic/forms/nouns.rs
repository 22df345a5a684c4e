//! Nouns and their plurals.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::{canonical, lines, with_hamza, without_hamza};
use crate::arabic::fold::fold;

/// The table: a noun and its plurals a line.
pub(crate) const NOUNS: &str = include_str!("nouns.txt");

/// The nouns of each form in the table, both without what spelling varies.
static SINGULARS: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let mut singulars: HashMap<String, Vec<String>> = HashMap::new();
    for line in lines(NOUNS) {
        let Some(first) = line.split(' ').next() else { continue };
        let singular = canonical(&with_hamza(first));
        for word in line.split(' ').filter(|word| !word.is_empty()) {
            let (one, other) = (with_hamza(word), without_hamza(word));
            for form in [canonical(&one), canonical(&other), kept(&one), kept(&other)] {
                let known = singulars.entry(form).or_default();
                if !known.contains(&singular) {
                    known.push(singular.clone());
                }
            }
        }
    }
    singulars
});

/// The folded words of the table that begin with a letter that may be a prefix.
static FOLDED: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let words = lines(NOUNS).flat_map(|line| line.split(' '));
    words.map(fold).filter(|word| word.starts_with(['و', 'ف', 'ب', 'ك', 'ل'])).collect()
});

/// The nouns that a word is, or is the plural of.
pub(super) fn singulars(word: &str) -> Option<&'static [String]> {
    SINGULARS.get(&kept(word)).map(Vec::as_slice)
}

/// A word as it is compared, but that `إ` at its beginning stays: `أعمار` is a plural, `إعمار` none.
fn kept(word: &str) -> String {
    match word.strip_prefix('إ') {
        Some(rest) => format!("إ{}", canonical(rest)),
        None => canonical(word),
    }
}

/// True for a folded word of the table, whose first letter is therefore no prefix.
pub(crate) fn is_noun(folded: &str) -> bool {
    FOLDED.contains(folded)
}
