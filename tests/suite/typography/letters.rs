//! Letters, their marks and the signs between them, in every family.

use std::collections::BTreeMap;

use nashra::arabic::letters::is_tashkeel;
use nashra::pages::{self, Finished};

use super::{FAMILIES, file_name};
use crate::ink::{Drawn, Ink, Word, bend, hangs_together, pieces, words};
use crate::lab::{laid_out, pdf};
use crate::render;

const SCALE: f32 = 4.0;

fn page(family: &str, source: &str) -> Finished {
    // As the templates do with the words of a heading.
    let kurdish = if matches!(family, "Cairo" | "Reem Kufi") { "Vazirmatn" } else { family };
    let names = format!("#let family = \"{family}\"\n#let kurdish = \"{kurdish}\"\n");
    pages::finish(&laid_out(&format!("{names}{source}")), true)
}

fn letters(family: &str) -> Finished {
    page(family, include_str!("../../fixtures/typography/letters.typ"))
}

fn signs(family: &str) -> Finished {
    page(family, include_str!("../../fixtures/typography/signs.typ"))
}

pub fn pages() -> Vec<(String, Vec<u8>)> {
    let pages = |family: &str| {
        let name = file_name(family);
        [
            (format!("typography-letters-{name}"), pdf(&letters(family))),
            (format!("typography-signs-{name}"), pdf(&signs(family))),
        ]
    };
    FAMILIES.iter().copied().flat_map(pages).collect()
}

/// The glyphs of each word, by its text without marks; of words that differ in marks only the
/// first.
fn by_letters(words: &[Word]) -> BTreeMap<String, &Word> {
    words.iter().rev().map(|word| (word.letters(), word)).collect()
}

fn ids<'a>(glyphs: impl IntoIterator<Item = &'a Drawn>) -> Vec<u16> {
    glyphs.into_iter().map(|glyph| glyph.id).collect()
}

#[test]
fn letters_of_a_word_hang_together() {
    for family in FAMILIES {
        let checked = assert_joined(family, &letters(family));
        assert!(checked > 70, "{family}: {checked}");
    }
}

/// Letters that join are one piece of ink on the first page; returns how often that was so.
pub fn assert_joined(family: &str, finished: &Finished) -> usize {
    let ink = pieces(&render::pages(&pdf(finished), SCALE)[0], f64::from(SCALE));
    let mut checked = 0;
    for word in words(finished) {
        for stretch in word.joined() {
            let boxes: Vec<Ink> = stretch.iter().map(|glyph| glyph.ink).collect();
            assert!(hangs_together(&boxes, &ink), "{family}: {} is broken: {stretch:#?}", word.text);
            checked += 1;
        }
    }
    checked
}

#[test]
fn no_letter_inside_a_word_looks_as_if_it_stood_alone() {
    for family in FAMILIES {
        let words = words(&letters(family));
        let alone: BTreeMap<&str, Vec<u16>> = (words.iter())
            .filter(|word| word.text.chars().count() == 1)
            .map(|word| (word.text.as_str(), ids(word.bases())))
            .collect();
        assert!(alone.len() > 20, "{family}: {alone:?}");
        for word in &words {
            for glyph in word.joined().into_iter().flatten() {
                let letter: String = glyph.text.chars().filter(|c| !is_tashkeel(*c)).collect();
                let same = alone.get(letter.as_str()).is_some_and(|ids| ids.len() == 1 && ids[0] == glyph.id);
                assert!(!same, "{family}: {letter} in {} stands alone", word.text);
            }
        }
    }
}

#[test]
fn lam_and_alef_are_drawn_as_one() {
    for family in FAMILIES {
        let words = words(&letters(family));
        let words = by_letters(&words);
        let lam = ids(words["لن"].bases())[0];
        for alef in ['ا', 'أ', 'إ', 'آ'] {
            let alone = ids(words[format!("ن{alef}").as_str()].bases())[1];
            for before in ["", "ب"] {
                let word = &words[format!("{before}ل{alef}").as_str()];
                let pair: Vec<u16> = ids(word.bases().skip(before.chars().count()));
                assert!(pair.len() <= 2 && !pair.contains(&lam), "{family}: {}: {pair:?}", word.text);
                assert_ne!(pair, [lam, alone], "{family}: {}", word.text);
            }
        }
    }
}

#[test]
fn marks_stand_over_or_under_their_own_letters() {
    for family in FAMILIES {
        let mut checked = 0;
        for word in words(&letters(family)) {
            checked += assert_marks(family, &word);
        }
        assert!(checked > 20, "{family}: {checked}");
    }
}

/// Every mark stands within its letter from side to side, and above it or below.
pub fn assert_marks(family: &str, word: &Word) -> usize {
    let mut clusters: Vec<(&Drawn, Vec<&Drawn>)> = Vec::new();
    for glyph in &word.glyphs {
        match clusters.last_mut() {
            Some((_, marks)) if glyph.is_mark => marks.push(glyph),
            // A dot.
            Some(_) if glyph.hangs => {}
            _ => clusters.push((glyph, Vec::new())),
        }
    }
    for (letter, marks) in &clusters {
        let what = format!("{family}: the marks of {:?} in {}", letter.text, word.text);
        assert!(!letter.is_mark, "{what}: {word:#?}");
        let room = 0.08 * letter.size;
        let strays = marks.iter().find(|mark| {
            let x = mark.ink.middle().0;
            x < letter.ink.left - room || x > letter.ink.right + room
        });
        assert!(strays.is_none(), "{what} stray: {strays:#?}, {:?}", letter.ink);
        let middle = letter.ink.middle().1;
        let under = marks.iter().filter(|mark| mark.ink.middle().1 > middle).count();
        let text: String = marks.iter().map(|mark| mark.text.as_str()).collect();
        let may_be_under = usize::from(text.contains(['\u{64D}', '\u{650}', '\u{655}']));
        // A face may draw the kasra of a shadda under the shadda.
        let must_be_under = if text.contains('\u{651}') { 0 } else { may_be_under };
        assert!((must_be_under..=may_be_under).contains(&under), "{what}: {under} under it");
    }
    clusters.iter().map(|(_, marks)| marks.len()).sum()
}

#[test]
fn brackets_and_quotes_hold_what_they_open() {
    for family in FAMILIES {
        let finished = signs(family);
        let drawn = &render::pages(&pdf(&finished), SCALE)[0];
        let words = words(&finished);
        let glyphs: Vec<&Drawn> = words.iter().flat_map(|word| &word.glyphs).collect();
        for (open, close) in [("«", "»"), ("(", ")"), ("﴿", "﴾")] {
            let find = |sign: &str| {
                glyphs.iter().find(|glyph| glyph.text == sign).unwrap_or_else(|| panic!("{family}: no {sign}"))
            };
            let (first, last) = (find(open), find(close));
            assert!(first.ink.left > last.ink.right, "{family}: {open} is not on the right");
            let bends = [first, last].map(|glyph| bend(drawn, f64::from(SCALE), glyph.ink));
            assert!(bends[0] > 0.2 && bends[1] < -0.2, "{family}: {open}{close} bend by {bends:?}");
        }
    }
}

#[test]
fn honorifics_are_single_glyphs_of_the_face_that_has_them() {
    for family in FAMILIES {
        let words = words(&signs(family));
        for sign in ["ﷺ", "ﷻ", "﷽"] {
            let glyphs =
                &words.iter().find(|word| word.text == sign).unwrap_or_else(|| panic!("{family}: {sign}")).glyphs;
            let [glyph] = &glyphs[..] else { panic!("{family}: {sign}: {glyphs:?}") };
            assert_eq!(glyph.family, "Amiri", "{family}: {sign}");
            assert!(glyph.ink.right - glyph.ink.left > 0.7 * glyph.size, "{family}: {sign} is too narrow");
        }
    }
}

#[test]
fn digits_go_from_the_left_and_the_percent_sign_follows_at_the_left() {
    for family in FAMILIES {
        let words = words(&signs(family));
        let seen = |first: char| {
            let word =
                words.iter().find(|word| word.text.contains(first)).unwrap_or_else(|| panic!("{family}: {first}"));
            let mut glyphs: Vec<&Drawn> = word.glyphs.iter().collect();
            glyphs.sort_by(|a, b| a.ink.left.total_cmp(&b.ink.left));
            (glyphs.iter().map(|glyph| glyph.text.as_str()).collect::<String>(), ids(glyphs))
        };
        let (text, mut ids) = seen('٧');
        assert_eq!(text, "٠١٢٣٤٥٦٧٨٩", "{family}");
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 10, "{family}: digits that look the same: {ids:?}");
        assert_eq!(seen('٫').0, "١٬٢٣٤٫٥", "{family}");
        assert_eq!(seen('٪').0, "٪٤٥", "{family}");
    }
}
