//! The walk of the data, from TOML text to finished files, and its scheduling over many reports.
//!
//! [`document`] is the walk of one document as one readable function; [`run`] takes a whole order.

mod assets;
mod batch;
mod build;
mod darkroom;
mod digest;
mod glyphs;
mod handbook;
mod issue;
mod load;
mod memory;
mod old;
mod outcome;
mod photos;
mod press;
mod publish;
mod record;
mod setup;
mod state;
mod survey;
mod variants;

use std::collections::BTreeMap;
use std::path::PathBuf;

pub use self::batch::{Order, Progress, run};
pub use self::darkroom::Darkroom;
pub use self::handbook::handbook;
pub use self::load::{Content, Loaded, load};
pub use self::outcome::{Finished, Outcome};
use self::outcome::{loose_lines, remark_diagnostics};
pub use self::publish::{BUILD_NOTE, BuildNote, Publication, Publisher, SOURCE};
pub use self::setup::own_templates;
use self::variants::Job;
pub use self::variants::Variant;
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, PictureSize, Profile};
use crate::pages;
use crate::pages::preflight::PRESS_DPI;
use crate::report::{Revision, Subject, Workspace};
use crate::typeset::{self, Asset, DocumentSpec, Engine, Inputs, Source};
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
    /// The correction that it is published with.
    pub revision: Option<&'a Revision>,
    /// Where photos are made to fit.
    pub darkroom: &'a Darkroom,
}

/// What pages are made as: a kind of page, for pictures in one of its sizes, for a purpose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Form {
    /// The kind of page.
    pub edition: EditionKind,
    /// The size of a picture; none for pages.
    pub size: Option<PictureSize>,
    /// What the files are for.
    pub profile: Profile,
}

impl Form {
    /// How many pixels an inch photos get; a point of a picture to post is a pixel.
    fn dpi(self) -> u32 {
        if self.size.is_some() { 72 } else { self.profile.dpi() }
    }

    /// Fewer pixels an inch than this look coarse, or are sent back by a printing house.
    fn least_dpi(self) -> f64 {
        match self.profile {
            // On a telephone a photo may be half as fine as the screen.
            _ if self.size.is_some() => 36.0,
            Profile::Archive | Profile::Office => 150.0,
            // Rounding of a picture's pixels may lose a little.
            Profile::Press => PRESS_DPI - 3.0,
        }
    }
}

/// A finished file.
pub struct MadeFile {
    /// Which of its document's files it is.
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
    /// What the author should know.
    pub warnings: Vec<Diagnostic>,
    /// How its pages are justified.
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
    let made = |&variant| {
        let (bytes, ending) = variants::file(engine, material, &finished, Job { form, variant, ident: &ident })?;
        Ok(MadeFile { variant, bytes, ending })
    };
    let files = variants.iter().map(made).collect::<Result<_, Vec<Diagnostic>>>()?;
    let mut warnings = said(pages.warnings);
    warnings.extend(coarse);
    for (index, page) in finished.looseness.iter().enumerate() {
        warnings.extend(loose_lines(subject, index + 1, &page.loose));
    }
    if profile == Profile::Press && size.is_none() {
        warnings.extend(press::warnings(subject, pages::preflight::preflight(&finished.document)));
    }
    warnings.extend(press::blank_pages(subject, finished.looseness.len(), variants));
    Ok(Document { files, warnings, pages: finished.looseness.iter().map(Into::into).collect() })
}

impl From<&pages::PageLooseness> for Looseness {
    fn from(page: &pages::PageLooseness) -> Self {
        let pages::PageLooseness { lines, stretched, widest_before, widest_after, .. } = *page;
        Self { lines, stretched, widest_before, widest_after }
    }
}

/// Where a document's file goes, from the output folder: `2026/11/2026-11-20-<slug>-bulletin.pdf`.
///
/// A picture is the same whatever it is for: `2026-11-20-<slug>-social-1080x1350.png`.
#[must_use]
pub fn output_path(date: &str, slug: &str, form: Form, variant: Variant, ending: &str) -> PathBuf {
    let mut parts = date.split('-');
    let (year, month) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let Form { edition, size, profile } = form;
    let end = match size {
        Some(size) => format!("-{size}"),
        None => format!("{}{}", profile.suffix(), variant.suffix()),
    };
    let name = format!("{date}-{slug}-{}{end}.{ending}", edition.name());
    [year, month, &name].iter().collect()
}
