//! Broken plurals by their patterns.

use std::sync::LazyLock;

use super::{Level, lines};

/// The table of patterns.
pub(crate) const PATTERNS: &str = include_str!("patterns.txt");

/// Plurals of one shape and the shapes of their singulars.
struct PluralPattern {
    plural: Vec<char>,
    singulars: Vec<Vec<char>>,
    level: Level,
}

static TABLE: LazyLock<Vec<PluralPattern>> = LazyLock::new(|| {
    lines(PATTERNS)
        .filter_map(|line| {
            let (plural, rest) = line.split_once(" > ")?;
            let (singulars, level) = rest.split_once(" : ")?;
            Some(PluralPattern {
                plural: plural.chars().collect(),
                singulars: singulars.split(' ').map(|singular| singular.chars().collect()).collect(),
                level: level.trim().parse().ok()?,
            })
        })
        .collect()
});

/// Calls a function with each word that a word may be the broken plural of, and its level. `word`
/// has one sign for hamza inside and is otherwise as spelled: `أعمال` may be a plural, `إعمال` not.
pub(super) fn singulars(word: &str, mut found: impl FnMut(String, Level)) {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 3 || letters.len() > 7 {
        return;
    }
    // Most people type no hamza above an alef that begins a word.
    let is_bare = letters.first() == Some(&'ا');
    for pattern in TABLE.iter().filter(|pattern| pattern.plural.len() == letters.len()) {
        let Some(root) = root(&pattern.plural, &letters) else { continue };
        for singular in &pattern.singulars {
            found(filled(singular, root), if is_bare { super::PERHAPS } else { pattern.level });
        }
    }
}

/// The letters of a word's root, where it has a pattern's shape.
fn root(pattern: &[char], letters: &[char]) -> Option<[char; 5]> {
    let mut root = ['\0'; 5];
    for (at, (&sign, &letter)) in pattern.iter().zip(letters).enumerate() {
        let Some(place) = sign.to_digit(10) else {
            let is_same = sign == letter || (at == 0 && sign == 'أ' && letter == 'ا');
            if is_same { continue } else { return None }
        };
        if matches!(letter, 'ا' | 'ى' | 'ة') {
            return None;
        }
        let known = root.get_mut(place as usize)?;
        match *known {
            '\0' => *known = letter,
            same if same == letter => {}
            _ => return None,
        }
    }
    Some(root)
}

fn filled(pattern: &[char], root: [char; 5]) -> String {
    pattern
        .iter()
        .map(|sign| sign.to_digit(10).and_then(|place| root.get(place as usize)).copied().unwrap_or(*sign))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_pattern() {
        let lines = PATTERNS.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(TABLE.len(), lines);
    }

    #[test]
    fn plurals_have_their_singulars() {
        for (plural, singular) in [
            ("شوارع", "شارع"),
            ("قواعد", "قاعدة"),
            ("صواريخ", "صاروخ"),
            ("وثاءق", "وثيقة"),
            ("مخابز", "مخبز"),
            ("مساكين", "مسكين"),
            ("تماثيل", "تمثال"),
            ("قناديل", "قنديل"),
            ("أساليب", "أسلوب"),
            ("أفلام", "فلم"),
            ("أبواق", "بوق"),
            ("أعضاء", "عضو"),
            ("أغطية", "غطاء"),
            ("أرغفة", "رغيف"),
            ("آثار", "أثر"),
            ("نجوم", "نجم"),
            ("فقراء", "فقير"),
            ("شعراء", "شاعر"),
            ("قتلى", "قتيل"),
            ("رماة", "رامي"),
            ("خلايا", "خلية"),
            ("خطط", "خطة"),
        ] {
            let mut found = Vec::new();
            singulars(plural, |word, _| found.push(word));
            assert!(found.iter().any(|word| word == singular), "{plural}: {found:?}");
        }
        let mut found = Vec::new();
        singulars("إعمال", |word, _| found.push(word));
        assert!(found.is_empty(), "{found:?}");
    }
}
