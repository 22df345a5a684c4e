//! Reading signatures and links, which reports and workspaces share.

use crate::report::check::checker::Checker;
use crate::report::fields::field::Field;
use crate::report::fields::web;
use crate::report::model::{Signature, WebLink};
use crate::report::source::clip::clipped;
use crate::report::source::placed::Placed;
use crate::words::{ValueProblem, Want};

/// Links of a report.
const LINKS: usize = 100;
/// Characters in an address.
const LONGEST: usize = 2000;

/// The widest room for a seal, in millimetres.
const WIDEST_SEAL: i64 = 60;

/// `signature = {...}`.
pub(crate) fn signature(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Signature> {
    signed(field, checker, false)
}

/// `[signature]` of a workspace, which also says how large the office's seal is.
pub(crate) fn office_signature(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Signature> {
    signed(field, checker, true)
}

fn signed(field: &Field<'_, '_>, checker: &mut Checker<'_>, sealed: bool) -> Option<Signature> {
    let mut fields = field.table(checker)?;
    let name = fields.need(checker, "name", r#""...""#).and_then(|field| field.text(checker));
    let title = fields.take("title").and_then(|field| field.text(checker));
    let seal = if sealed { fields.take("seal") } else { None };
    let seal = seal.and_then(|field| field.integer(checker, 0, WIDEST_SEAL));
    fields.finish(checker);
    let seal = seal.and_then(|millimetres| u8::try_from(millimetres).ok()).unwrap_or(0);
    Some(Signature { name: name?, title, seal })
}

/// `links = [...]`.
pub(crate) fn links(field: Option<Field<'_, '_>>, checker: &mut Checker<'_>) -> Vec<WebLink> {
    let list = field.and_then(|field| field.bounded(checker, Want::Tables, LINKS)).unwrap_or_default();
    let mut all = Vec::new();
    for field in list {
        let Some(mut fields) = field.table_of(checker, Want::Link) else { continue };
        let title = fields.need(checker, "title", r#""...""#).and_then(|field| field.text(checker));
        let url = fields.need(checker, "url", r#""https://...""#).and_then(|field| field.web(checker));
        fields.finish(checker);
        all.extend(title.zip(url).map(|(title, url)| WebLink { title, url }));
    }
    all
}

impl Field<'_, '_> {
    /// An `http` or `https` address.
    pub(crate) fn web(&self, checker: &mut Checker<'_>) -> Option<Placed<String>> {
        let url = self.word(checker, LONGEST)?;
        if !web::is_web(&url.value) {
            let problem = ValueProblem::BadUrl { found: clipped(&url.value) };
            checker.error(self.span.clone(), &self.path, problem);
            return None;
        }
        Some(url)
    }
}
