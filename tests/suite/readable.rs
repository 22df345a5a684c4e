//! What is done so that readers find words changes nothing that is seen.

use nashra::export::{self, PdfProfile};
use nashra::pages;

use crate::contract::fixture_pages;
use crate::render;

#[test]
fn finishing_without_kashida_changes_no_pixel() {
    for (edition, name) in
        [("bulletin", "typical"), ("bulletin", "mixed-script"), ("flyer", "mixed"), ("flyer", "reem-kufi")]
    {
        let laid_out = fixture_pages(edition, name).unwrap().document;
        let finished = pages::finish(&laid_out, false).document;
        let drawn = |document| render::pages(&export::pdf(document, PdfProfile::Archive, name).unwrap(), 2.0);
        let (before, after) = (drawn(&laid_out), drawn(&finished));
        assert_eq!(before.len(), after.len());
        for (number, (before, after)) in before.iter().zip(&after).enumerate() {
            let difference = before.difference(after);
            assert!(difference <= 8, "{edition} {name}, page {}: {difference}", number + 1);
        }
    }
}
