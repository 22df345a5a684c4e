//! PDF for the record and for the office printer.

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::typeset::{RemarkKind, remark_kind};

/// What a PDF is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PdfProfile {
    /// PDF/A-3a and PDF/UA-1: for the record.
    Archive,
    /// Plain tagged PDF 1.7: for the office printer.
    Office,
}

/// Exports a document.
///
/// `ident` names the document for good: the same name gives the same document id in the file. The dates
/// come from the document itself.
///
/// # Errors
/// What the standard forbids, in typst's words.
pub fn pdf(document: &PagedDocument, profile: PdfProfile, ident: &str) -> Result<Vec<u8>, Vec<RemarkKind>> {
    let standards: &[PdfStandard] = match profile {
        PdfProfile::Archive => &[PdfStandard::A_3a, PdfStandard::Ua_1],
        PdfProfile::Office => &[PdfStandard::V_1_7],
    };
    let standards = PdfStandards::new(standards)
        .map_err(|error| vec![RemarkKind::Typst { text: error.message().to_string(), hints: Vec::new() }])?;
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some(concat!("nashra ", env!("CARGO_PKG_VERSION")).to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| errors.iter().map(remark_kind).collect())
}
