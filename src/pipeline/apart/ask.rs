//! The program's side: which documents are made apart, and what is said when none comes back.

use super::wire::{Question, Setup, unpacked};
use crate::diag::Diagnostic;
use crate::pipeline::load::Resources;
use crate::pipeline::make::{self, MadeDocument, Material};
use crate::pipeline::order::{Form, Order, Variant};
use crate::report::Subject;
use crate::sandbox::{self, Limits};
use crate::words::{BuildProblem, StopReason};

/// Texts of more bytes together are made apart.
const LONG: usize = 256 * 1024;
/// The limits of a report's document.
const LIMITS: Limits = Limits { seconds: 20, megabytes: 1024 };
/// Seconds more for each report of an issue: it may have two hundred, with all their photos.
const SECONDS_OF_ARTICLE: u64 = 2;

/// Makes a document: here, or apart where its making might not end.
///
/// # Errors
/// As [`make::document`]; that it was stopped.
pub(in crate::pipeline) fn document(
    order: &Order,
    resources: &Resources,
    material: &Material,
    form: Form,
    variants: &[Variant],
) -> Result<MadeDocument, Vec<Diagnostic>> {
    if !is_apart(resources, material) {
        return make::document(&resources.engine, material, form, variants);
    }
    let question = Question {
        file: material.subject.file().to_path_buf(),
        digest: material.digest.to_owned(),
        provenance: material.provenance.to_owned(),
        revision: material.revision.cloned(),
        withdrawn: material.withdrawn,
        form,
        variants: variants.to_vec(),
    };
    let setup = || Ok(serde_json::to_vec(&Setup::of(order))?);
    let answer = serde_json::to_vec(&question)
        .map_err(|_| StopReason::Died)
        .and_then(|question| resources.sandboxes.ask(setup, &question, limits(material.subject)))
        .and_then(|answer| unpacked(&answer).ok_or(StopReason::Died));
    answer.unwrap_or_else(|reason| {
        let own = resources.engine.templates.own().map(|(path, _)| path.to_owned()).collect();
        Err(vec![Diagnostic::error(material.subject.file(), BuildProblem::Stopped { reason, own })])
    })
}

/// True for what may not end: a template of the office's own, or a very long text.
fn is_apart(resources: &Resources, material: &Material) -> bool {
    let bytes: usize = material.sources.iter().map(|source| source.bytes.len()).sum();
    sandbox::is_possible() && (resources.engine.templates.has_own() || bytes > LONG)
}

fn limits(subject: Subject) -> Limits {
    let articles = match subject {
        Subject::Report(_) => 0,
        Subject::Issue(whole) => whole.reports.len() as u64,
    };
    Limits { seconds: LIMITS.seconds + articles * SECONDS_OF_ARTICLE, ..LIMITS }
}
