//! Words for the same thing.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{canonical, lines, with_hamza};

/// The table: words for one thing a line.
pub(crate) const SYNONYMS: &str = include_str!("synonyms.txt");

static GROUPS: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let mut groups: HashMap<String, Vec<String>> = HashMap::new();
    for line in lines(SYNONYMS) {
        let words: Vec<String> = line.split(' ').map(|word| canonical(&with_hamza(word))).collect();
        for word in &words {
            let others = words.iter().filter(|other| *other != word).cloned();
            groups.entry(word.clone()).or_default().extend(others);
        }
    }
    groups
});

/// The lemmas of the words for the same thing.
pub(crate) fn synonyms(lemma: &str) -> &'static [String] {
    GROUPS.get(lemma).map_or(&[], Vec::as_slice)
}
