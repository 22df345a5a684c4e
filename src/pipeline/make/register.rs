//! The walk of a register: its lines set on pages, as a bulletin is, and exported for the record.

use std::path::Path;

use super::failed::template_problem;
use crate::diag::{Diagnostic, has_errors};
use crate::error::Failure;
use crate::export::{PdfProfile, pdf};
use crate::pages;
use crate::pipeline::load::{self, own_templates};
use crate::pipeline::order::workspace::OpenWorkspace;
use crate::typeset::{self, Engine, Fonts, RegisterSpec, RemarkKind};
use crate::words::FileProblem;

/// The file that has the design.
const TEMPLATE: &str = "templates/register/register.typ";

/// A register as PDF/A-3a and PDF/UA-1, set with the office's templates and faces.
///
/// # Errors
/// What is wrong with the office's mark, the template found or the PDF standard did.
pub fn register(site: &OpenWorkspace, mut spec: RegisterSpec<'_>) -> Result<Vec<u8>, Failure> {
    let mut found = Vec::new();
    let templates = own_templates(&site.root, &mut found);
    if has_errors(&found) {
        return Err(Failure::Content(found));
    }
    spec.mark = mark(site)?;
    let engine = Engine::new(Fonts::new(&site.font_places(Vec::new(), false))?, templates);
    let made = typeset::compile(&engine, spec.template(), &spec.files());
    let made = made.map_err(|remarks| failed(remarks.into_iter().map(|remark| remark.kind)))?;
    let finished = pages::finish(&made.document, site.workspace.theme.kashida);
    let ident = format!("nashra register {} {}", spec.title, spec.period);
    pdf(&finished.document, PdfProfile::Archive, &ident).map_err(|kinds| failed(kinds.into_iter()))
}

/// The office's mark: the ending of its file, and its bytes.
fn mark(site: &OpenWorkspace) -> Result<Option<(String, Vec<u8>)>, Failure> {
    let logo = site.workspace.office.as_ref().and_then(|office| office.logo.as_ref());
    let Some(logo) = logo else { return Ok(None) };
    let file = Path::new(&logo.file.value);
    let refused = |problem: FileProblem| Failure::Content(vec![Diagnostic::error(file, problem)]);
    load::mark(&site.root, logo).map(Some).map_err(refused)
}

fn failed(kinds: impl Iterator<Item = RemarkKind>) -> Failure {
    Failure::Content(vec![Diagnostic::error(Path::new(TEMPLATE), template_problem(kinds))])
}
