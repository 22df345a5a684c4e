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
mod press;
mod setup;
mod state;
mod survey;
mod variants;

use std::collections::BTreeMap;
use std::path::PathBuf;

pub use self::batch::{Order, Progress, run};
pub use self::load::{Loaded, load};
pub use self::outcome::{Finished, Outcome};
use self::outcome::{loose_lines, remark_diagnostics};
pub use self::setup::own_templates;
use self::variants::Job;
pub use self::variants::Variant;
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, Profile};
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
    /// The PDFs, in the order of the variants.
    pub files: Vec<(Variant, Vec<u8>)>,
    /// What the author should know.
    pub warnings: Vec<Diagnostic>,
    /// How its pages are justified.
    pub pages: Vec<Looseness>,
}

/// The walk: a valid report and an edition become PDFs, one for each variant.
///
/// # Errors
/// What the template, typst or the PDF standard found wrong.
pub fn document(
    press: &Press,
    material: &Material,
    edition: EditionKind,
    profile: Profile,
    variants: &[Variant],
) -> Result<Document, Vec<Diagnostic>> {
    let Material { report, source, workspace, assets, provenance } = *material;
    let said = |remarks| remark_diagnostics(report, workspace, edition, remarks);
    let inputs = Inputs::new(&DocumentSpec { report, source, workspace, assets, edition, profile, provenance });
    let template = &workspace.edition(edition).template;
    let pages = typeset::compile(press, template, &inputs.files).map_err(said)?;
    let ident = format!("{} {} {}", report.date.value.iso(), report.slug.value, edition.name());
    let finished = pages::finish(&pages.document, workspace.theme.kashida);
    let exported = |&variant| {
        let job = Job { edition, profile, variant, ident: &ident };
        let bytes = variants::file(press, material, &finished, job)
            .map_err(|kinds| said(kinds.into_iter().map(typeset::Remark::error).collect()))?;
        Ok((variant, bytes))
    };
    let files = variants.iter().map(exported).collect::<Result<_, Vec<Diagnostic>>>()?;
    let mut warnings = said(pages.warnings);
    for (index, page) in finished.looseness.iter().enumerate() {
        warnings.extend(loose_lines(report, index + 1, &page.loose));
    }
    if profile == Profile::Press {
        warnings.extend(press::warnings(report, pages::preflight::preflight(&finished.document)));
    }
    warnings.extend(press::blank_pages(report, finished.looseness.len(), variants));
    Ok(Document { files, warnings, pages: finished.looseness.iter().map(Into::into).collect() })
}

impl From<&pages::PageLooseness> for Looseness {
    fn from(page: &pages::PageLooseness) -> Self {
        let pages::PageLooseness { lines, stretched, widest_before, widest_after, .. } = *page;
        Self { lines, stretched, widest_before, widest_after }
    }
}

/// Where a document's file goes, from the output folder: `2026/11/2026-11-20-<slug>-bulletin.pdf`.
#[must_use]
pub fn output_path(date: &str, slug: &str, edition: EditionKind, profile: Profile, variant: Variant) -> PathBuf {
    let mut parts = date.split('-');
    let (year, month) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let name = format!("{date}-{slug}-{}{}{}.pdf", edition.name(), profile.suffix(), variant.suffix());
    [year, month, &name].iter().collect()
}
