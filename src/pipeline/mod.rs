//! The walk of the data, from TOML text to finished files, and its scheduling over many reports.
//!
//! [`document`] is the walk of one document as one readable function; [`run`] takes a whole order.

mod assets;
mod batch;
mod build;
mod digest;
mod glyphs;
mod issue;
mod load;
mod outcome;
mod setup;
mod state;
mod survey;

use std::collections::BTreeMap;
use std::path::PathBuf;

pub use self::batch::{Order, Progress, run};
pub use self::load::{Content, Loaded, load};
pub use self::outcome::{Finished, Outcome};
use self::outcome::{loose_lines, remark_diagnostics};
pub use self::setup::own_templates;
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, Profile};
use crate::export;
use crate::pages;
use crate::report::{Subject, Workspace};
use crate::typeset::{self, Asset, DocumentSpec, Inputs, Press, Source};
use crate::words::Looseness;

/// One report, or one issue, with all that its documents need.
pub struct Material<'a> {
    /// The report, or the issue with its reports.
    pub subject: Subject<'a>,
    /// The files it is made from.
    pub sources: &'a [Source],
    /// The office's settings.
    pub workspace: &'a Workspace,
    /// The files that report and workspace name.
    pub assets: &'a BTreeMap<String, Asset>,
    /// SHA-512 of all that goes in, as hexadecimal digits.
    pub provenance: &'a str,
}

/// A finished document and the warnings on the way.
pub struct Document {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// What the author should know.
    pub warnings: Vec<Diagnostic>,
    /// How its pages are justified.
    pub pages: Vec<Looseness>,
}

/// The walk: a valid report or issue and an edition become a PDF.
///
/// # Errors
/// What the template, typst or the PDF standard found wrong.
pub fn document(
    press: &Press,
    material: &Material,
    edition: EditionKind,
    profile: Profile,
) -> Result<Document, Vec<Diagnostic>> {
    let Material { subject, sources, workspace, assets, provenance } = *material;
    let said = |remarks| remark_diagnostics(subject, workspace, edition, remarks);
    let inputs = Inputs::new(&DocumentSpec { subject, sources, workspace, assets, edition, profile, provenance });
    let template = &workspace.edition(edition).template;
    let pages = typeset::compile(press, template, &inputs.files).map_err(said)?;
    let ident = format!("{} {} {}", subject.date().iso(), subject.slug().value, edition.name());
    let finished = pages::finish(&pages.document, workspace.theme.kashida);
    let bytes = export::pdf(&finished.document, profile.into(), &ident)
        .map_err(|kinds| said(kinds.into_iter().map(typeset::Remark::error).collect()))?;
    let mut warnings = said(pages.warnings);
    for (index, page) in finished.looseness.iter().enumerate() {
        warnings.extend(loose_lines(subject, index + 1, &page.loose));
    }
    Ok(Document { bytes, warnings, pages: finished.looseness.iter().map(Into::into).collect() })
}

impl From<&pages::PageLooseness> for Looseness {
    fn from(page: &pages::PageLooseness) -> Self {
        let pages::PageLooseness { lines, stretched, widest_before, widest_after, .. } = *page;
        Self { lines, stretched, widest_before, widest_after }
    }
}

impl From<Profile> for export::PdfProfile {
    fn from(profile: Profile) -> Self {
        match profile {
            Profile::Archive => Self::Archive,
            Profile::Office => Self::Office,
        }
    }
}

/// Where a document's file goes, from the output folder: `2026/11/2026-11-20-<slug>-bulletin.pdf`.
#[must_use]
pub fn output_path(date: &str, slug: &str, edition: EditionKind, profile: Profile) -> PathBuf {
    let mut parts = date.split('-');
    let (year, month) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let name = format!("{date}-{slug}-{}{}.pdf", edition.name(), profile.suffix());
    [year, month, &name].iter().collect()
}
