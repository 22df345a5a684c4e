//! Strokes that draw words out: where they are, where they must not be, and how the words look with
//! them.

use nashra::pages::{self, Finished};

use super::letters::{assert_joined, assert_marks};
use crate::ink::{Word, words};
use crate::lab::{laid_out, lines, pdf};

const PARAGRAPH: &str = include_str!("../../fixtures/typography/paragraph.typ");
const APART: &str = include_str!("../../fixtures/typography/apart.typ");
const FAMILIES: [&str; 2] = ["Amiri", "Vazirmatn"];
const WIDTHS: [(&str, &str); 2] = [("wide", "11cm"), ("narrow", "6cm")];

/// The pages without kashida and with it.
fn both(family: &str, width: &str, source: &str) -> (Finished, Finished) {
    let document = laid_out(&format!("#let family = \"{family}\"\n#let width = {width}\n{source}"));
    (pages::finish(&document, false), pages::finish(&document, true))
}

pub fn pages() -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for family in FAMILIES {
        let name = family.to_lowercase();
        for (width, value) in WIDTHS {
            let (plain, drawn) = both(family, value, PARAGRAPH);
            if width == "wide" {
                found.push((format!("typography-plain-{width}-{name}"), pdf(&plain)));
            }
            found.push((format!("typography-kashida-{width}-{name}"), pdf(&drawn)));
        }
        found.push((format!("typography-apart-{name}"), pdf(&both(family, "9cm", APART).1)));
    }
    found
}

/// The words that are drawn out, each as it was and as it is.
fn drawn_out(before: &Finished, after: &Finished) -> Vec<(Word, Word)> {
    let (before, after) = (words(before), words(after));
    assert_eq!(before.len(), after.len());
    before.into_iter().zip(after).filter(|(before, after)| (width(before) - width(after)).abs() > 0.1).collect()
}

fn width(word: &Word) -> f64 {
    word.ink().right - word.ink().left
}

#[test]
fn words_with_strokes_are_whole_and_their_marks_stay_with_their_letters() {
    for family in FAMILIES {
        let mut marks = 0;
        for (_, value) in WIDTHS {
            let (before, after) = both(family, value, PARAGRAPH);
            let drawn = drawn_out(&before, &after);
            let told: usize = after.looseness.iter().map(|page| page.stretched).sum();
            assert_eq!(drawn.len(), told, "{family} {value}");
            assert!(drawn.len() > 5, "{family} {value}: {}", drawn.len());
            for (before, after) in &drawn {
                assert_eq!(before.text, after.text);
                assert!(width(after) > width(before) + 0.5, "{family}: {} is as wide as it was", after.text);
                assert!(width(after) < width(before) + 2.5 * 13.0, "{family}: {} is too wide", after.text);
            }
            assert_joined(family, &after);
            marks += drawn.iter().map(|(_, word)| assert_marks(family, word)).sum::<usize>();
        }
        assert!(marks > 2, "{family}: hardly a word with marks is drawn out: {marks}");
    }
}

#[test]
fn a_stroke_lies_on_the_line_between_two_letters() {
    for family in FAMILIES {
        let (before, after) = both(family, "11cm", PARAGRAPH);
        for (before, after) in drawn_out(&before, &after) {
            let (old, new) = (before.ink(), after.ink());
            // Marks may rise with a curved stroke.
            assert!((old.bottom - new.bottom).abs() < 1.5, "{family}: {} went down or up", after.text);
            assert!((old.top - new.top).abs() < 4.0, "{family}: {} got higher or lower", after.text);
        }
    }
}

#[test]
fn a_verse_and_a_labelled_block_are_set_as_without_kashida() {
    for family in FAMILIES {
        let (before, after) = both(family, "9cm", APART);
        let drawn = drawn_out(&before, &after);
        assert!(!drawn.is_empty(), "{family}");
        let verse = words(&after).into_iter().find(|word| word.text.starts_with('﴿')).unwrap();
        for (word, _) in &drawn {
            assert!(word.baseline < verse.baseline - 1.0, "{family}: {} is drawn out", word.text);
        }
        let ends =
            |finished: &Finished| lines(finished).iter().map(|line| (line.1 * 100.0).round()).collect::<Vec<_>>();
        assert_eq!(ends(&before), ends(&after), "{family}");
    }
}

#[test]
fn a_narrow_column_is_less_loose_with_strokes() {
    for family in FAMILIES {
        let (before, after) = both(family, "6cm", PARAGRAPH);
        let widest = |finished: &Finished| finished.looseness.iter().map(|page| page.widest_after).fold(0.0, f64::max);
        assert!(widest(&before) > 0.4, "{family}: the column isn't narrow enough: {}", widest(&before));
        assert!(widest(&after) < widest(&before), "{family}: {} {}", widest(&before), widest(&after));
    }
}
