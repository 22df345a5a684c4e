//! The files of an edition: its pages as they are, the same arranged on sheets, and the
//! arrangement's proof.

use super::material::Material;
use super::remarks::{picture_problem, remark_diagnostics};
use crate::diag::Diagnostic;
use crate::edition::Profile;
use crate::export::{self, PdfProfile};
use crate::imposition::{Imposition, Scheme};
use crate::pages::impose::{PressSheet, ProofWords, impose, proof};
use crate::pages::{self, Finished};
use crate::pipeline::order::{Form, Variant, output_path};
use crate::typeset::{Engine, Remark, RemarkKind};
use crate::words::page;

/// The face of what nashra writes beside the pages.
const LABEL_FAMILY: &str = "Vazirmatn";

/// A file of a finished document.
#[derive(Clone, Copy)]
pub(super) struct FileSpec<'a> {
    pub(super) form: Form,
    pub(super) variant: Variant,
    /// The document's name for good.
    pub(super) ident: &'a str,
}

/// Exports a finished document as one of its files, with the ending of its name.
pub(super) fn export(
    engine: &Engine,
    material: &Material,
    finished: &Finished,
    wanted: FileSpec,
) -> Result<(Vec<u8>, &'static str), Vec<Diagnostic>> {
    let Material { subject, workspace, .. } = *material;
    if let Some(size) = wanted.form.size {
        return export::picture(&finished.document, size.pixels())
            .map_err(|problem| vec![picture_problem(subject, workspace, size, problem)]);
    }
    if wanted.variant == Variant::Preview {
        return Ok((export::preview(&finished.document), "png"));
    }
    let bytes = pdf(engine, material, finished, wanted).map_err(|kinds| {
        let remarks = kinds.into_iter().map(Remark::error).collect();
        remark_diagnostics(subject, workspace, wanted.form.edition, remarks)
    })?;
    Ok((bytes, "pdf"))
}

fn pdf(
    engine: &Engine,
    material: &Material,
    finished: &Finished,
    wanted: FileSpec,
) -> Result<Vec<u8>, Vec<RemarkKind>> {
    let document = &finished.document;
    let FileSpec { form, variant, ident } = wanted;
    let font = || engine.fonts.face_of(LABEL_FAMILY).ok_or_else(no_label_font);
    match (form.profile, variant) {
        (Profile::Archive, _) => export::pdf(document, PdfProfile::Archive, ident),
        (Profile::Office, Variant::Plain | Variant::Preview) => export::pdf(document, PdfProfile::Office, ident),
        (Profile::Office, Variant::Imposed(imposition)) => {
            export::sheets(&impose(document, &imposition, None), None, ident)
        }
        (Profile::Press, Variant::Plain | Variant::Preview | Variant::Imposed(_)) => {
            let imposition = match variant {
                Variant::Imposed(imposition) => imposition,
                _ => Imposition::new(Scheme::Single),
            };
            let slug = slug(material, form, variant);
            let sheet = PressSheet { font: font()?, slug: &slug };
            export::sheets(&impose(&pages::inked(document), &imposition, Some(&sheet)), material.press, ident)
        }
        (_, Variant::Proof(imposition)) => {
            let digits = |number: usize| material.workspace.digits.text(&number.to_string()).into_owned();
            let words = ProofWords { front: page::FRONT, back: page::BACK, digits: &digits };
            export::sheets(&proof(document, &imposition, &font()?, words), None, ident)
        }
    }
}

fn no_label_font() -> Vec<RemarkKind> {
    vec![RemarkKind::Typst { text: format!("no font is called {LABEL_FAMILY}"), hints: Vec::new() }]
}

/// The line beside the pages on a press sheet: file, edition and date.
fn slug(material: &Material, form: Form, variant: Variant) -> String {
    let date = material.subject.date().iso();
    let file = output_path(&date, &material.subject.slug().value, form, variant, "pdf");
    let file = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    format!("{file}   {}   {date}", form.edition.name())
}
