//! PDF for the record, for the office printer and for the printing house.

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::press;
use crate::pages::impose::Sheets;
use crate::photo::PressProfile;
use crate::typeset::{RemarkKind, remark_kind};

/// The purpose of a PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PdfProfile {
    /// PDF/A-3a and PDF/UA-1: for the record.
    Archive,
    /// Plain tagged PDF 1.7: for the office printer.
    Office,
}

/// Exports a document.
///
/// `ident` names the document for good: the same name gives the same document id in the file. The
/// dates come from the document itself.
///
/// # Errors
/// The rules that the standard breaks, in typst's words.
pub fn pdf(document: &PagedDocument, profile: PdfProfile, ident: &str) -> Result<Vec<u8>, Vec<RemarkKind>> {
    match profile {
        PdfProfile::Archive => export(document, &[PdfStandard::A_3a, PdfStandard::Ua_1], true, ident),
        PdfProfile::Office => export(document, &[PdfStandard::V_1_7], true, ident),
    }
}

/// Exports sheets: PDF without tags, since cells have no order to read in; those with boxes as
/// PDF/X-4 for a press.
///
/// # Errors
/// As [`pdf`].
pub fn sheets(sheets: &Sheets, press: Option<&PressProfile>, ident: &str) -> Result<Vec<u8>, Vec<RemarkKind>> {
    let (Some(boxes), Some(profile)) = (&sheets.boxes, press) else {
        return export(&sheets.document, &[PdfStandard::V_1_7], false, ident);
    };
    let bytes = export(&sheets.document, &[PdfStandard::V_1_6], false, ident)?;
    press::finish(&bytes, boxes, profile).map_err(|problem| vec![other(problem.0)])
}

fn export(
    document: &PagedDocument,
    standards: &[PdfStandard],
    tagged: bool,
    ident: &str,
) -> Result<Vec<u8>, Vec<RemarkKind>> {
    let standards = PdfStandards::new(standards).map_err(|error| vec![other(error.message().to_string())])?;
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some(concat!("nashra ", env!("CARGO_PKG_VERSION")).to_owned())),
        standards,
        tagged,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| errors.iter().map(remark_kind).collect())
}

fn other(text: String) -> RemarkKind {
    RemarkKind::Typst { text, hints: Vec::new() }
}
