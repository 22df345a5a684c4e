//! The places in a word that may be drawn out.

use raqim_kashida::{PatternSet, builtin_pattern_set, find_kashida_points};
use typst::text::FontInstance;

use crate::arabic::letters::{TATWEEL, is_arabic_letter, is_tashkeel};

/// Words of fewer letters are left alone.
const LEAST_LETTERS: usize = 3;
/// Points below this are worse than a wide space.
const LEAST_PRIORITY: u8 = 2;
/// Above all that a pattern gives.
const TYPED: u8 = 10;

/// The best place in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct KashidaPoint {
    /// The byte before which tatweels go.
    pub(super) at: usize,
    /// Its rank, from 0 to 10, the best.
    pub(super) priority: u8,
}

/// The styles of Arabic writing that have rules of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Style {
    /// Classical Naskh, as Amiri.
    Naskh,
    /// Simplified faces, as Cairo.
    Simple,
}

impl Style {
    pub(super) fn of(font: &FontInstance) -> Self {
        const NASKH: [&str; 4] = ["amiri", "scheherazade", "noto naskh", "lateef"];
        let family = font.font().info().family.to_lowercase();
        if NASKH.iter().any(|name| family.starts_with(name)) { Self::Naskh } else { Self::Simple }
    }

    fn patterns(self) -> Option<&'static PatternSet> {
        builtin_pattern_set(match self {
            Self::Naskh => "arabic-naskh",
            Self::Simple => "arabic-simple",
        })
    }
}

/// The best place of a word, if it has one.
#[must_use]
#[comemo::memoize]
pub(super) fn best(word: &str, style: Style) -> Option<KashidaPoint> {
    let clusters = clusters(word)?;
    if clusters.len() < LEAST_LETTERS || is_holy(word) {
        return None;
    }
    if let Some(at) = word.find(TATWEEL) {
        return Some(KashidaPoint { at: at + TATWEEL.len_utf8(), priority: TYPED });
    }
    let (_, points) = find_kashida_points(word, style.patterns()?, false);
    let places = points.into_iter().filter_map(|point| {
        let next = usize::try_from(point.index).ok()? + 1;
        let at = *clusters.get(next)?;
        let (before, after) = (letter(word, *clusters.get(next - 1)?)?, letter(word, at)?);
        if before == 'ل' && "اأإآٱ".contains(after) {
            return None;
        }
        // Before a heh in the middle of a word sources disagree: only when there is nothing better.
        let doubtful = after == 'ه' && next + 1 < clusters.len();
        let priority = if doubtful { point.priority.min(LEAST_PRIORITY) } else { point.priority };
        (priority >= LEAST_PRIORITY).then_some(KashidaPoint { at, priority })
    });
    // Of equal ones the last, which is nearest to the end of the word.
    places.max_by_key(|place| (place.priority, place.at))
}

/// The start of each letter with its marks; none when there is anything else in the word.
fn clusters(word: &str) -> Option<Vec<usize>> {
    let known = |c: char| is_arabic_letter(c) || is_tashkeel(c) || c == TATWEEL;
    if !word.chars().all(known) {
        return None;
    }
    Some(word.char_indices().filter(|(_, c)| !is_tashkeel(*c)).map(|(at, _)| at).collect())
}

fn letter(word: &str, at: usize) -> Option<char> {
    word.get(at..)?.chars().next()
}

/// The name of God, with what may stand before it: faces have a form for it.
fn is_holy(word: &str) -> bool {
    let letters: String = word.chars().filter(|c| !is_tashkeel(*c)).collect();
    let name = letters.trim_start_matches(['و', 'ف', 'ب', 'ت', 'ك', 'أ']);
    matches!(name, "الله" | "لله" | "اللهم" | "ٱلله")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The word with the stroke where it would be drawn.
    fn drawn(word: &str, style: Style) -> Option<String> {
        let place = best(word, style)?;
        Some(format!("{}ـ{}", &word[..place.at], &word[place.at..]))
    }

    #[test]
    fn good_places_come_before_others() {
        assert_eq!(drawn("مدرسة", Style::Naskh).as_deref(), Some("مدرسـة"));
        assert_eq!(drawn("المحافظة", Style::Naskh).as_deref(), Some("المحافظـة"));
        assert_eq!(drawn("المحافظة", Style::Simple).as_deref(), Some("المحافظـة"));
        assert_eq!(drawn("مجلس", Style::Simple).as_deref(), Some("مجلـس"));
    }

    #[test]
    fn a_typed_tatweel_is_the_place() {
        assert_eq!(drawn("محـافظة", Style::Naskh).as_deref(), Some("محــافظة"));
    }

    #[test]
    fn holy_short_and_foreign_words_are_left_alone() {
        for word in ["الله", "والله", "لله", "بالله", "اللّٰه", "من", "في", "لا", "COVID", "مـx"]
        {
            assert_eq!(best(word, Style::Simple), None, "{word}");
        }
    }

    #[test]
    fn lam_alef_is_never_parted() {
        for word in ["سلام", "لاعب", "الأعمال", "إسلامي", "لآلئ", "سَلَامٌ"] {
            for style in [Style::Naskh, Style::Simple] {
                let stroke = drawn(word, style).unwrap_or_default();
                let bare: String = stroke.chars().filter(|c| !is_tashkeel(*c)).collect();
                assert!(!["لـا", "لـأ", "لـآ", "لـإ"].iter().any(|pair| bare.contains(pair)), "{stroke}");
            }
        }
    }
}
