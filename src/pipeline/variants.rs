//! The files of an edition: its pages as they are, the same arranged on sheets, and the arrangement's proof.

use super::{Material, Order};
use crate::edition::{EditionKind, Profile};
use crate::export;
use crate::imposition::{Imposition, Scheme};
use crate::pages::impose::{PressSheet, ProofWords, impose, proof};
use crate::pages::{self, Finished};
use crate::typeset::{Press, RemarkKind};
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
}

impl Variant {
    /// What stands in its file's name before `.pdf`.
    #[must_use]
    pub fn suffix(self) -> String {
        match self {
            Self::Plain => String::new(),
            Self::Imposed(imposition) => format!(".{}", imposition.scheme.name()),
            Self::Proof(imposition) => format!(".{}-proof", imposition.scheme.name()),
        }
    }
}

impl Order {
    /// The files to make of an edition. The record is never arranged: it is read, not printed.
    pub(super) fn variants(&self, edition: EditionKind) -> Vec<Variant> {
        let imposition = self.imposition.or(self.workspace.edition(edition).impose);
        let imposition = imposition.filter(|_| self.profile != Profile::Archive);
        let mut variants = vec![Variant::Plain];
        variants.extend(imposition.map(Variant::Imposed));
        variants.extend(imposition.filter(|_| self.proof).map(Variant::Proof));
        variants
    }
}

/// Exports a finished document as one of its edition's files.
pub(super) fn file(
    press: &Press,
    material: &Material,
    finished: &Finished,
    job: Job,
) -> Result<Vec<u8>, Vec<RemarkKind>> {
    let document = &finished.document;
    let Job { edition, profile, variant, ident } = job;
    let font = || press.fonts.face_of(LABEL_FAMILY);
    let slug = || {
        let report = material.report;
        let date = report.date.value.iso();
        let file = super::output_path(&date, &report.slug.value, edition, profile, variant);
        let file = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        format!("{file}   {}   {date}", edition.name())
    };
    match (profile, variant) {
        (Profile::Archive, _) => export::pdf(document, export::PdfProfile::Archive, ident),
        (Profile::Office, Variant::Plain) => export::pdf(document, export::PdfProfile::Office, ident),
        (Profile::Office, Variant::Imposed(imposition)) => export::sheets(&impose(document, &imposition, None), ident),
        (Profile::Press, Variant::Plain | Variant::Imposed(_)) => {
            let imposition = match variant {
                Variant::Imposed(imposition) => imposition,
                _ => Imposition::new(Scheme::Single),
            };
            let slug = slug();
            let sheet = font().map(|font| PressSheet { font, slug: &slug });
            export::sheets(&impose(&pages::inked(document), &imposition, sheet.as_ref()), ident)
        }
        (_, Variant::Proof(imposition)) => {
            let digits = material.workspace.digits;
            let words = ProofWords {
                front: page::FRONT,
                back: page::BACK,
                digits: &|number| digits.text(&number.to_string()).into_owned(),
            };
            let Some(font) = font() else { return Ok(Vec::new()) };
            export::sheets(&proof(document, &imposition, &font, words), ident)
        }
    }
}

/// Which file it is.
#[derive(Clone, Copy)]
pub(super) struct Job<'a> {
    pub(super) edition: EditionKind,
    pub(super) profile: Profile,
    pub(super) variant: Variant,
    /// What names the document for good.
    pub(super) ident: &'a str,
}
