//! The sizes of a PDF's pages.

use std::sync::Arc;

use hayro_syntax::Pdf;

/// Width and height of each page in millimetres, as a viewer shows them; none of what is no PDF.
pub(super) fn sizes(pdf: Vec<u8>) -> Vec<(f64, f64)> {
    let Ok(pdf) = Pdf::new(Arc::new(pdf)) else { return Vec::new() };
    let millimetres = |points: f32| f64::from(points) / 72.0 * 25.4;
    let size = |(width, height)| (millimetres(width), millimetres(height));
    pdf.pages().iter().map(|page| size(page.render_dimensions())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_pdf_has_no_pages() {
        for bytes in [&b""[..], b"%PDF-1.7\n", b"%PDF-1.7\ntrailer << /Root 1 0 R >>\n%%EOF", &[0xff; 4096]] {
            assert!(sizes(bytes.to_vec()).is_empty());
        }
    }
}
