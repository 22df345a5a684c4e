//! The boxes of a press sheet. Typst writes a sheet's edge and, of pages with a bleed, their trim;
//! printers also need to know what goes over the trim, so the finished file is opened once more:
//! the one place where that is done.

use lopdf::{Document, Object};

use crate::pages::impose::Boxes;

/// Why boxes could not be written: the file that was just made is not as it should be, which is a
/// mistake of the program.
#[derive(Debug)]
pub(super) struct BoxProblem(pub(super) String);

/// Writes the boxes into every page of a PDF.
pub(super) fn write(pdf: &[u8], boxes: &Boxes) -> Result<Vec<u8>, BoxProblem> {
    let problem = |error: lopdf::Error| BoxProblem(error.to_string());
    let mut document = Document::load_mem(pdf).map_err(problem)?;
    let pages: Vec<_> = document.get_pages().into_values().collect();
    for id in pages {
        let page = document.get_dictionary_mut(id).map_err(problem)?;
        let media = page.get(b"MediaBox").and_then(Object::as_array).map_err(problem)?;
        let top = media.get(3).and_then(|top| top.as_float().ok()).unwrap_or_default();
        page.set("BleedBox", corners(&boxes.bleed, top));
        page.set("TrimBox", corners(&boxes.trim, top));
    }
    let mut out = Vec::with_capacity(pdf.len());
    document.save_to(&mut out).map_err(|error| BoxProblem(error.to_string()))?;
    Ok(out)
}

/// The corners of an area as PDF counts them, from the lower left of the page.
fn corners(area: &typst::layout::Rect, top: f32) -> Object {
    let [left, upper, right, lower] =
        [area.min.x, area.min.y, area.max.x, area.max.y].map(|length| length.to_pt() as f32);
    Object::Array([left, top - lower, right, top - upper].map(Object::Real).to_vec())
}
