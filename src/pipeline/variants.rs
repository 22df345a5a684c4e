//! The files of an edition: its pages as they are, the same arranged on sheets, and the arrangement's proof.

use super::outcome::{picture_problem, remark_diagnostics};
use super::{Form, Material, Order, output_path};
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, Profile};
use crate::export::{self, PdfProfile};
use crate::imposition::{Imposition, Scheme};
use crate::pages::impose::{PressSheet, ProofWords, impose, proof};
use crate::pages::{self, Finished};
use crate::typeset::{Engine, Remark, RemarkKind};
use crate::words::page;

/// The face of what nashra writes beside the pages.
const LABEL_FAMILY: &str = "Vazirmatn";

/// A file of an edition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Variant {
    /// The pages as they are; at the press each on a sheet with marks.
    Plain,
    /// The pages on sheets to be folded or cut.
    Imposed(Imposition),
    /// One page that shows where each page stands.
    Proof(Imposition),
    /// A small picture of the first page, for who looks through the archive.
    Preview,
}

impl Variant {
    /// What stands in its file's name before `.pdf`.
    #[must_use]
    pub fn suffix(self) -> String {
        match self {
            Self::Plain => String::new(),
            Self::Preview => ".preview".to_owned(),
            Self::Imposed(imposition) => format!(".{}", imposition.scheme.name()),
            Self::Proof(imposition) => format!(".{}-proof", imposition.scheme.name()),
        }
    }
}

impl Order {
    /// The files to make of an edition, the plain one first. The record is never arranged, nor are pictures: they are not printed.
    pub fn variants(&self, edition: EditionKind) -> Vec<Variant> {
        let set = self.workspace.edition(edition).impose;
        let imposition = match self.imposition {
            // Only a scheme was asked for: its measures are the settings', where they have it.
            Some(asked) if asked == Imposition::new(asked.scheme) => {
                set.filter(|set| set.scheme == asked.scheme).or(Some(asked))
            }
            Some(asked) => Some(asked),
            None => set,
        };
        let imposition = imposition.filter(|_| self.profile != Profile::Archive && edition != EditionKind::Social);
        let mut variants = vec![Variant::Plain];
        variants.extend(imposition.map(Variant::Imposed));
        variants.extend(imposition.filter(|_| self.proof).map(Variant::Proof));
        variants
    }

    /// Whether a file is made as the settings say. Of others the state doesn't tell how they were arranged: they are never up to date.
    pub(super) fn is_set(&self, edition: EditionKind, variant: Variant) -> bool {
        match variant {
            Variant::Plain | Variant::Preview => true,
            Variant::Imposed(imposition) | Variant::Proof(imposition) => {
                self.workspace.edition(edition).impose == Some(imposition)
            }
        }
    }
}

/// Which file of a finished document is wanted.
#[derive(Clone, Copy)]
pub(super) struct Job<'a> {
    pub(super) form: Form,
    pub(super) variant: Variant,
    /// What names the document for good.
    pub(super) ident: &'a str,
}

/// Exports a finished document as one of its files, with the ending of its name.
pub(super) fn file(
    engine: &Engine,
    material: &Material,
    finished: &Finished,
    job: Job,
) -> Result<(Vec<u8>, &'static str), Vec<Diagnostic>> {
    let Material { subject, workspace, .. } = *material;
    if let Some(size) = job.form.size {
        return export::picture(&finished.document, size.pixels())
            .map_err(|problem| vec![picture_problem(subject, workspace, size, problem)]);
    }
    if job.variant == Variant::Preview {
        return Ok((export::preview(&finished.document), "png"));
    }
    let said = |kinds: Vec<RemarkKind>| {
        let remarks = kinds.into_iter().map(Remark::error).collect();
        remark_diagnostics(subject, workspace, job.form.edition, remarks)
    };
    pdf(engine, material, finished, job).map(|bytes| (bytes, "pdf")).map_err(said)
}

fn pdf(engine: &Engine, material: &Material, finished: &Finished, job: Job) -> Result<Vec<u8>, Vec<RemarkKind>> {
    let document = &finished.document;
    let Job { form, variant, ident } = job;
    let font = || {
        let text = format!("no font is called {LABEL_FAMILY}");
        engine.fonts.face_of(LABEL_FAMILY).ok_or_else(|| vec![RemarkKind::Typst { text, hints: Vec::new() }])
    };
    match (form.profile, variant) {
        (Profile::Archive, _) => export::pdf(document, PdfProfile::Archive, ident),
        (Profile::Office, Variant::Plain | Variant::Preview) => export::pdf(document, PdfProfile::Office, ident),
        (Profile::Office, Variant::Imposed(imposition)) => export::sheets(&impose(document, &imposition, None), ident),
        (Profile::Press, Variant::Plain | Variant::Preview | Variant::Imposed(_)) => {
            let imposition = match variant {
                Variant::Imposed(imposition) => imposition,
                _ => Imposition::new(Scheme::Single),
            };
            let slug = slug(material, form, variant);
            let sheet = PressSheet { font: font()?, slug: &slug };
            export::sheets(&impose(&pages::inked(document), &imposition, Some(&sheet)), ident)
        }
        (_, Variant::Proof(imposition)) => {
            let digits = |number: usize| material.workspace.digits.text(&number.to_string()).into_owned();
            let words = ProofWords { front: page::FRONT, back: page::BACK, digits: &digits };
            export::sheets(&proof(document, &imposition, &font()?, words), ident)
        }
    }
}

/// What is written beside the pages on a press sheet: file, edition and date.
fn slug(material: &Material, form: Form, variant: Variant) -> String {
    let date = material.subject.date().iso();
    let file = output_path(&date, &material.subject.slug().value, form, variant, "pdf");
    let file = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    format!("{file}   {}   {date}", form.edition.name())
}
