//! The walk of one document.

use super::files::{self, FileSpec};
use super::material::Material;
use super::remarks::{loose_lines, remark_diagnostics};
use super::{photos, preflight};
use crate::diag::Diagnostic;
use crate::edition::Profile;
use crate::pages;
use crate::pipeline::order::{Form, Variant};
use crate::typeset::{self, DocumentSpec, Engine, Inputs};
use crate::words::Looseness;

/// A finished file.
pub struct MadeFile {
    /// Its place among the document's files.
    pub variant: Variant,
    /// The file.
    pub bytes: Vec<u8>,
    /// The ending of its name, as `pdf`.
    pub ending: &'static str,
}

/// A finished document and the warnings on the way.
pub struct Document {
    /// The files, in the order of the variants.
    pub files: Vec<MadeFile>,
    /// Warnings to the author.
    pub warnings: Vec<Diagnostic>,
    /// The justification of its pages.
    pub pages: Vec<Looseness>,
}

/// The walk: a valid report or issue in one form becomes its files, one for each variant.
///
/// # Errors
/// What the template, typst or the PDF standard found wrong; a picture of too many bytes.
pub fn document(
    engine: &Engine,
    material: &Material,
    form: Form,
    variants: &[Variant],
) -> Result<Document, Vec<Diagnostic>> {
    let Material { subject, sources, workspace, assets, provenance, revision, .. } = *material;
    let Form { edition, size, profile } = form;
    let said = |remarks| remark_diagnostics(subject, workspace, edition, remarks);
    let spec = DocumentSpec { subject, sources, workspace, assets, edition, size, profile, provenance, revision };
    let inputs = Inputs::new(&spec);
    let template = &workspace.edition(edition).template;
    let pages = typeset::compile(engine, template, &inputs.files).map_err(said)?;
    let ident = format!("{} {} {}", subject.date().iso(), subject.slug().value, edition.name());
    let mut finished = pages::finish(&pages.document, workspace.theme.kashida);
    let coarse = photos::put(&mut finished, &inputs.photos, material, form)?;
    let mut files = Vec::with_capacity(variants.len());
    for &variant in variants {
        let (bytes, ending) = files::export(engine, material, &finished, FileSpec { form, variant, ident: &ident })?;
        files.push(MadeFile { variant, bytes, ending });
    }
    let mut warnings = said(pages.warnings);
    warnings.extend(coarse);
    for (index, page) in finished.looseness.iter().enumerate() {
        warnings.extend(loose_lines(subject, index + 1, &page.loose));
    }
    if profile == Profile::Press && size.is_none() {
        warnings.extend(preflight::warnings(subject, pages::preflight::preflight(&finished.document)));
    }
    warnings.extend(preflight::blank_pages(subject, finished.looseness.len(), variants));
    Ok(Document { files, warnings, pages: finished.looseness.iter().map(Into::into).collect() })
}

impl From<&pages::PageLooseness> for Looseness {
    fn from(page: &pages::PageLooseness) -> Self {
        let pages::PageLooseness { lines, stretched, widest_before, widest_after, .. } = *page;
        Self { lines, stretched, widest_before, widest_after }
    }
}
