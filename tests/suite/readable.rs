//! What is done so that readers find words changes nothing that is seen.

use std::collections::HashMap;

use hayro::vello_cpu::kurbo::{ParamCurve as _, Rect, Shape as _};
use lopdf::Document;
use nashra::export::{self, PdfProfile};
use nashra::pages;

use crate::contract::fixture_pages;
use crate::render;
use crate::words::{Piece, pieces};

const FIXTURES: [(&str, &str); 4] =
    [("bulletin", "typical"), ("bulletin", "mixed-script"), ("flyer", "mixed"), ("flyer", "reem-kufi")];

#[test]
fn finishing_without_kashida_takes_no_ink_away() {
    for (edition, name) in FIXTURES {
        let laid_out = fixture_pages(edition, name).unwrap().document;
        let finished = pages::finish(&laid_out, false).document;
        let drawn = |document| render::pages(&export::pdf(document, PdfProfile::Archive, name).unwrap(), 2.0);
        let (before, after) = (drawn(&laid_out), drawn(&finished));
        assert_eq!(before.len(), after.len());
        for (number, (before, after)) in before.iter().zip(&after).enumerate() {
            // Where two outlines touch, one glyph of both has no seam between them.
            let difference = before.difference(after);
            assert!(difference <= 96, "{edition} {name}, page {}: {difference}", number + 1);
        }
    }
}

/// How far a contour may stand from where it was laid out, in points: what the numbers in a PDF are
/// rounded to.
const ROUNDED: f64 = 0.001;

#[test]
fn every_contour_stays_where_it_was_laid_out() {
    for (edition, name) in FIXTURES {
        let laid_out = fixture_pages(edition, name).unwrap().document;
        let finished = pages::finish(&laid_out, false).document;
        let drawn = |document| pieces(&export::pdf(document, PdfProfile::Archive, name).unwrap());
        for (page, (before, after)) in drawn(&laid_out).iter().zip(&drawn(&finished)).enumerate() {
            let (before, after) = (contours(before), contours(after));
            assert_eq!(before.len(), after.len(), "{edition} {name}, page {}", page + 1);
            let places = Places::of(&after);
            for contour in &before {
                assert!(places.has(*contour), "{edition} {name}, page {}: {contour:?} is gone", page + 1);
            }
        }
    }
}

/// The boxes of the contours that are drawn.
fn contours(pieces: &[Piece]) -> Vec<Rect> {
    let outlines = pieces.iter().filter(|piece| piece.ink.is_some());
    let elements = outlines.flat_map(|piece| piece.outline.segments().collect::<Vec<_>>());
    let mut boxes: Vec<Rect> = Vec::new();
    let mut end = None;
    for segment in elements {
        let own = segment.to_path(0.1).bounding_box();
        match boxes.last_mut() {
            Some(last) if end == Some(segment.start()) => *last = last.union(own),
            _ => boxes.push(own),
        }
        end = Some(segment.end());
    }
    boxes
}

/// Boxes by where they stand.
struct Places(HashMap<(i64, i64), Vec<Rect>>);

impl Places {
    fn of(boxes: &[Rect]) -> Self {
        let mut places: HashMap<_, Vec<_>> = HashMap::new();
        for own in boxes {
            places.entry((own.x0.round() as i64, own.y0.round() as i64)).or_default().push(*own);
        }
        Self(places)
    }

    /// Whether there is one just there.
    fn has(&self, wanted: Rect) -> bool {
        let close = |found: &Rect| {
            let sides = [found.x0 - wanted.x0, found.y0 - wanted.y0, found.x1 - wanted.x1, found.y1 - wanted.y1];
            sides.iter().all(|side| side.abs() < ROUNDED)
        };
        let near = |by: i64| {
            [-ROUNDED, ROUNDED].map(|d| ((wanted.x0 + d).round() as i64, (wanted.y0 + d * by as f64).round() as i64))
        };
        [near(1), near(-1)].concat().iter().any(|place| self.0.get(place).is_some_and(|boxes| boxes.iter().any(close)))
    }
}

#[test]
fn each_glyph_stands_for_one_character_and_nothing_inside_a_line_is_marked() {
    for (edition, name) in FIXTURES {
        let finished = pages::finish(&fixture_pages(edition, name).unwrap().document, true).document;
        for profile in [PdfProfile::Archive, PdfProfile::Office] {
            let pdf = export::pdf(&finished, profile, name).unwrap();
            for piece in pieces(&pdf).iter().flatten() {
                assert_eq!(piece.text.chars().count(), 1, "{edition} {name}: {:?}", piece.text);
            }
            let file = Document::load_mem(&pdf).unwrap();
            for page in file.page_iter() {
                let content = file.get_page_content(page);
                let marked =
                    [b"ActualText".as_slice(), b"ReversedChars"].map(|word| memchr::memmem::find(&content, word));
                assert_eq!(marked, [None, None], "{edition} {name}");
            }
        }
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let bytes = || {
        let laid_out = fixture_pages("bulletin", "mixed-script").unwrap().document;
        export::pdf(&pages::finish(&laid_out, true).document, PdfProfile::Archive, "a").unwrap()
    };
    assert!(bytes() == bytes());
}
