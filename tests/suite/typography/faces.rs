//! Every face of the program, at the size of text and of a title.

use std::collections::BTreeSet;

use nashra::pages::{self, Finished};
use nashra::typeset::{FontPlaces, Fonts};

use super::letters::{assert_joined, assert_marks};
use super::{FAMILIES, file_name};
use crate::ink::words;
use crate::lab::{laid_out, pdf, runs};

/// The weights and styles of a family's faces.
fn looks(family: &str) -> BTreeSet<(u16, String)> {
    let fonts = Fonts::new(&FontPlaces::default()).unwrap();
    let faces = fonts.faces().into_iter().filter(|face| face.family == family);
    faces.map(|face| (face.weight, face.style.to_owned())).collect()
}

fn page(family: &str) -> Finished {
    let looks: String = looks(family).iter().map(|(weight, style)| format!("({weight}, \"{style}\"), ")).collect();
    let source = include_str!("../../fixtures/typography/faces.typ");
    let names = format!("#let family = \"{family}\"\n#let looks = ({looks})\n");
    pages::finish(&laid_out(&format!("{names}{source}")), true)
}

pub fn pages() -> Vec<(String, Vec<u8>)> {
    FAMILIES.iter().map(|family| (format!("typography-faces-{}", file_name(family)), pdf(&page(family)))).collect()
}

#[test]
fn every_face_is_drawn_at_both_sizes_with_letters_that_join() {
    for family in FAMILIES {
        let finished = page(family);
        let used: BTreeSet<(String, u32)> = (runs(&finished).into_iter())
            .map(|run| (run.item.font.post_script_name(), run.item.size.to_pt().round() as u32))
            .map(|(name, size)| (name.unwrap_or_default(), size))
            .collect();
        assert_eq!(used.len(), 2 * looks(family).len(), "{family}: {used:?}");
        assert!(assert_joined(family, &finished) > 12 * looks(family).len(), "{family}");
        let marks: usize = words(&finished).iter().map(|word| assert_marks(family, word)).sum();
        assert!(marks >= 3 * looks(family).len(), "{family}: {marks}");
    }
}
