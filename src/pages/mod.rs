//! Changes to finished pages, between layout and export. Each keeps what is seen to the hundredth of a point.

mod text_layer;

use typst_layout::PagedDocument;

/// Makes the words of a document readable for programs that search and copy.
#[must_use]
pub fn with_text_layer(document: PagedDocument) -> PagedDocument {
    text_layer::mend(document)
}
