//! The boxes of a press sheet. Typst writes a sheet's edge and, of pages with a bleed, their trim;
//! printers also need to know what goes over the trim.

use lopdf::{Document, Object};

use crate::pages::impose::Boxes;

/// Writes the boxes into every page of a PDF.
pub(super) fn write(document: &mut Document, boxes: &Boxes) -> Result<(), lopdf::Error> {
    let pages: Vec<_> = document.page_iter().collect();
    for id in pages {
        let page = document.get_dictionary_mut(id)?;
        let media = page.get(b"MediaBox").and_then(Object::as_array)?;
        let top = media.get(3).and_then(|top| top.as_float().ok()).unwrap_or_default();
        page.set("BleedBox", corners(&boxes.bleed, top));
        page.set("TrimBox", corners(&boxes.trim, top));
    }
    Ok(())
}

/// The corners of an area as PDF counts them, from the lower left of the page.
fn corners(area: &typst::layout::Rect, top: f32) -> Object {
    let [left, upper, right, lower] =
        [area.min.x, area.min.y, area.max.x, area.max.y].map(|length| length.to_pt() as f32);
    Object::Array([left, top - lower, right, top - upper].map(Object::Real).to_vec())
}
