//! The walk of the data, from TOML text to finished files, and its scheduling over many reports.
//!
//! [`document`] is the walk of one document as one readable function; [`run`] takes a whole order.

mod assets;
mod batch;
mod build;
mod digest;
mod glyphs;
mod load;
mod outcome;
mod setup;
mod state;
mod survey;

use std::collections::BTreeMap;
use std::path::PathBuf;

pub use self::batch::{Order, Progress, run};
pub use self::load::{Loaded, load};
pub use self::outcome::{Finished, Outcome};
use self::outcome::{loose_lines, picture_problem, remark_diagnostics};
pub use self::setup::own_templates;
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, PictureSize, Profile};
use crate::export;
use crate::pages;
use crate::report::{Report, Workspace};
use crate::typeset::{self, Asset, DocumentSpec, Inputs, Press};
use crate::words::Looseness;

/// One report with all that its documents need.
pub struct Material<'a> {
    /// The report.
    pub report: &'a Report,
    /// Its file's bytes.
    pub source: &'a [u8],
    /// The office's settings.
    pub workspace: &'a Workspace,
    /// The files that report and workspace name.
    pub assets: &'a BTreeMap<String, Asset>,
    /// SHA-512 of all that goes in, as hexadecimal digits.
    pub provenance: &'a str,
}

/// A finished document and the warnings on the way.
pub struct Document {
    /// The file.
    pub bytes: Vec<u8>,
    /// The ending of its name, as `pdf`.
    pub ending: &'static str,
    /// What the author should know.
    pub warnings: Vec<Diagnostic>,
    /// How its pages are justified.
    pub pages: Vec<Looseness>,
}

/// The walk: a valid report and an edition become a PDF, or a picture of one of the edition's sizes.
///
/// # Errors
/// What the template, typst or the PDF standard found wrong; a picture of too many bytes.
pub fn document(
    press: &Press,
    material: &Material,
    edition: EditionKind,
    size: Option<PictureSize>,
    profile: Profile,
) -> Result<Document, Vec<Diagnostic>> {
    let Material { report, source, workspace, assets, provenance } = *material;
    let said = |remarks| remark_diagnostics(report, workspace, edition, remarks);
    let inputs = Inputs::new(&DocumentSpec { report, source, workspace, assets, edition, size, profile, provenance });
    let template = &workspace.edition(edition).template;
    let pages = typeset::compile(press, template, &inputs.files).map_err(said)?;
    let ident = format!("{} {} {}", report.date.value.iso(), report.slug.value, edition.name());
    let finished = pages::finish(&pages.document, workspace.theme.kashida);
    let (bytes, ending) = match size {
        Some(size) => export::picture(&finished.document, size.pixels())
            .map_err(|problem| vec![picture_problem(report, workspace, size, problem)])?,
        None => export::pdf(&finished.document, profile.into(), &ident)
            .map(|bytes| (bytes, "pdf"))
            .map_err(|kinds| said(kinds.into_iter().map(typeset::Remark::error).collect()))?,
    };
    let mut warnings = said(pages.warnings);
    for (index, page) in finished.looseness.iter().enumerate() {
        warnings.extend(loose_lines(report, index + 1, &page.loose));
    }
    Ok(Document { bytes, ending, warnings, pages: finished.looseness.iter().map(Into::into).collect() })
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
///
/// A picture is the same whatever it is for: `2026-11-20-<slug>-social-1080x1350.png`.
#[must_use]
pub fn output_path(
    date: &str,
    slug: &str,
    edition: EditionKind,
    size: Option<PictureSize>,
    profile: Profile,
    ending: &str,
) -> PathBuf {
    let mut parts = date.split('-');
    let (year, month) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let end = size.map_or_else(|| profile.suffix().to_owned(), |size| format!("-{size}"));
    let name = format!("{date}-{slug}-{}{end}.{ending}", edition.name());
    [year, month, &name].iter().collect()
}
