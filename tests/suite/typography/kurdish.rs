//! Words with letters that a face lacks, in every place of a report: one such letter must not tear
//! the word.

use crate::ink::{Ink, hangs_together, pieces};
use crate::render;
use crate::words::{self, Piece};
use crate::workspace::{ENGLISH, Workspace};

const REPORT: &str = include_str!("../../fixtures/typography/kurdish.toml");
/// Its letters all join.
const WORD: &str = "پێشمە";
const SCALE: f32 = 6.0;

fn editions(folder: &str) -> Vec<(String, Vec<u8>)> {
    let workspace = Workspace::new();
    let office = "[office]\nname = \"پێشمەرگە\"\nparents = [\"پێشمەرگە\", \"محافظة\"]\n";
    workspace.file("nashra.toml", format!("{ENGLISH}\n{office}")).report("kurdish", REPORT);
    workspace.run(&format!("build -o {folder}")).code(0);
    workspace.files(folder).iter().map(|name| (name.clone(), workspace.read(name))).collect()
}

#[test]
fn a_word_with_a_letter_that_the_face_lacks_is_whole_everywhere() {
    for (name, pdf) in editions("out") {
        let mut found = 0;
        for (page, drawn) in words::pieces(&pdf).into_iter().zip(render::pages(&pdf, SCALE)) {
            let height = drawn.height as f64 / f64::from(SCALE);
            let ink = pieces(&drawn, f64::from(SCALE));
            for word in occurrences(page, height) {
                assert!(hangs_together(&word, &ink), "{name}: {WORD} is torn at {:?}", word[0]);
                found += 1;
            }
        }
        let least = if name.contains("bulletin") { 13 } else { 5 };
        assert!(found >= least, "{name}: {found}");
    }
}

/// The boxes of the word's letters from the right, wherever it stands.
fn occurrences(mut page: Vec<Piece>, height: f64) -> Vec<Vec<Ink>> {
    page.retain(|piece| piece.ink.is_some() && !piece.text.trim().is_empty());
    page.sort_by(|a, b| b.y.total_cmp(&a.y).then(b.x.total_cmp(&a.x)));
    let letters: Vec<char> = WORD.chars().collect();
    let is_word =
        |window: &&[Piece]| window.iter().zip(&letters).all(|(piece, letter)| piece.text.starts_with(*letter));
    let boxes = |window: &[Piece]| {
        let inks = window.iter().filter_map(|piece| piece.ink);
        inks.map(|ink| Ink { left: ink.x0, top: height - ink.y1, right: ink.x1, bottom: height - ink.y0 }).collect()
    };
    page.windows(letters.len()).filter(is_word).map(boxes).collect()
}
