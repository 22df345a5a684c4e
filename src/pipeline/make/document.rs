//! The walk of one document.

use super::files::{self, FileSpec};
use super::material::Material;
use super::remarks::{loose_lines, lost_words, remark_diagnostics};
use super::{layout, photos, preflight, unprinted};
use crate::arabic::Language;
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, Profile};
use crate::pages::draft::Clear;
use crate::pages::plan::PagePlan;
use crate::pages::structure::{self, LinkWords};
use crate::pages::{self, Finished, overflow};
use crate::pipeline::order::{Form, Variant};
use crate::report::{Status, Subject};
use crate::typeset::{DocumentSpec, Engine, Inputs, Pages};
use crate::words::{BuildProblem, Filling, Looseness, page};

/// The face of the word across drafts, and of the Kurdish one, whose letters that lacks.
const DRAFT_FAMILY: &str = "Cairo";
const KURDISH_DRAFT_FAMILY: &str = "Vazirmatn";

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
pub struct MadeDocument {
    /// The files, in the order of the variants.
    pub files: Vec<MadeFile>,
    /// Warnings to the author.
    pub warnings: Vec<Diagnostic>,
    /// The justification of its pages.
    pub pages: Vec<Looseness>,
    /// The changes that were made so that its pages are well filled.
    pub filling: Option<Filling>,
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
) -> Result<MadeDocument, Vec<Diagnostic>> {
    let Material { subject, sources, workspace, assets, provenance, revision, .. } = *material;
    let Form { edition, size, profile } = form;
    let said = |remarks| remark_diagnostics(subject, workspace, edition, remarks);
    let spec = DocumentSpec { subject, sources, workspace, assets, edition, size, profile, provenance, revision };
    let mut inputs = Inputs::new(&spec);
    let template = &workspace.edition(edition).template;
    let (pages, plan) = layout::filled(engine, template, &mut inputs).map_err(said)?;
    if let Some(problem) = flyer_pages(&pages, template, edition) {
        return Err(vec![Diagnostic::error(subject.file(), problem)]);
    }
    let ident = format!("{} {} {}", subject.date().iso(), subject.slug().value, edition.name());
    let finish = if size.is_some() { pages::justify } else { pages::finish };
    let mut finished = finish(&pages.document, workspace.theme.kashida);
    put_words(&mut finished, engine, material, form)?;
    let coarse = photos::put(&mut finished, &inputs.photos, material, form)?;
    let mut files = Vec::with_capacity(variants.len());
    for &variant in variants {
        let (bytes, ending) = files::export(engine, material, &finished, FileSpec { form, variant, ident: &ident })?;
        files.push(MadeFile { variant, bytes, ending });
    }
    let mut warnings = Vec::new();
    if let (EditionKind::Bulletin, Subject::Report(report), true) = (edition, subject, engine.templates.has_own()) {
        warnings.extend(unprinted::texts(report, workspace, template, &pages));
    }
    warnings.extend(said(pages.warnings));
    warnings.extend(coarse);
    for (index, page) in finished.looseness.iter().enumerate() {
        warnings.extend(loose_lines(subject, index + 1, &page.loose));
    }
    warnings.extend(lost_words(subject, overflow::lost_words(&finished.document)));
    if profile == Profile::Press && size.is_none() {
        warnings.extend(preflight::warnings(subject, pages::preflight::preflight(&finished.document)));
    }
    // An issue is folded later from the pages of the record; few bulletins are.
    let set = workspace.edition(edition).impose.filter(|_| edition == EditionKind::Newsletter);
    warnings.extend(preflight::blank_pages(subject, finished.looseness.len(), variants, set));
    let pages = finished.looseness.iter().map(Into::into).collect();
    Ok(MadeDocument { files, warnings, pages, filling: plan.map(Into::into) })
}

/// A flyer's number of pages, if it is wrong.
fn flyer_pages(pages: &Pages, template: &str, edition: EditionKind) -> Option<BuildProblem> {
    let pages = pages.document.pages().len();
    let template = template.to_owned();
    (edition == EditionKind::Flyer && pages != 1).then_some(BuildProblem::FlyerPages { template, pages })
}

/// Puts what no template may leave out into finished pages: the structure for those who hear them,
/// and the word across drafts and what was withdrawn.
///
/// # Errors
/// There is no face for the word: a draft must not go out without it.
fn put_words(finished: &mut Finished, engine: &Engine, material: &Material, form: Form) -> Result<(), Vec<Diagnostic>> {
    let Material { subject, workspace, withdrawn, .. } = *material;
    if form.size.is_none() {
        let page::ContactLabels { email, phone, website, .. } = page::LABELS.contacts;
        structure::mend(finished, LinkWords { email, phone, website });
    }
    let template = &workspace.edition(form.edition).template;
    // The built-in pictures have the word for drafts under their own, where it is no hindrance.
    let drawn = form.size.is_some() && !engine.templates.is_own(template);
    let word = match subject.status() {
        _ if withdrawn => page::WITHDRAWN,
        Status::Draft if !drawn => page::labels(subject.page_language()).draft,
        Status::Draft | Status::Approved => return Ok(()),
    };
    let kurdish = subject.page_language() == Language::Kurdish;
    let family = if kurdish { KURDISH_DRAFT_FAMILY } else { DRAFT_FAMILY };
    let font = engine.fonts.face_of(family).ok_or_else(|| {
        let known = engine.fonts.families();
        vec![Diagnostic::error(subject.file(), BuildProblem::unknown_font(family, known))]
    })?;
    let seen_through = if form.size.is_some() { Clear::Picture } else { Clear::Page };
    pages::draft::mark(finished, &font, word, seen_through);
    Ok(())
}

impl From<&pages::PageLooseness> for Looseness {
    fn from(page: &pages::PageLooseness) -> Self {
        let pages::PageLooseness { lines, stretched, widest_before, widest_after, .. } = *page;
        Self { lines, stretched, widest_before, widest_after }
    }
}

impl From<PagePlan> for Filling {
    fn from(plan: PagePlan) -> Self {
        let normal = PagePlan::NORMAL;
        #[expect(clippy::float_cmp, reason = "a setting is the normal one or one of a list")]
        let changed = |value: f64, normal: f64| (value != normal).then_some(value);
        Self {
            gaps: changed(plan.gaps, normal.gaps),
            stamp: changed(plan.stamp, normal.stamp),
            photos: changed(plan.photos, normal.photos),
            line: changed(plan.line, normal.line),
            size: changed(plan.size, normal.size),
        }
    }
}
