//! Reading signatures and links, which reports and workspaces share.

use crate::words::{ValueProblem, Want};

use super::desk::Desk;
use super::fields::{Entry, clipped};
use super::model::{Signature, WebLink};
use super::placed::Placed;
use super::web;

/// Characters in an address.
const LONGEST: usize = 2000;

/// `signature = {...}`.
pub(crate) fn signature(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Signature> {
    let mut fields = entry.table(desk)?;
    let name = fields.need(desk, "name", r#""...""#).and_then(|entry| entry.text(desk));
    let title = fields.take("title").and_then(|entry| entry.text(desk));
    fields.finish(desk);
    Some(Signature { name: name?, title })
}

/// `links = [...]`.
pub(crate) fn links(entry: Option<Entry<'_, '_>>, desk: &mut Desk<'_>) -> Vec<WebLink> {
    let list = entry.and_then(|entry| entry.list(desk, Want::Tables)).unwrap_or_default();
    let mut all = Vec::new();
    for entry in list {
        let Some(mut fields) = entry.table_of(desk, Want::Link) else { continue };
        let title = fields.need(desk, "title", r#""...""#).and_then(|entry| entry.text(desk));
        let url = fields.need(desk, "url", r#""https://...""#).and_then(|entry| entry.web(desk));
        fields.finish(desk);
        all.extend(title.zip(url).map(|(title, url)| WebLink { title, url }));
    }
    all
}

impl Entry<'_, '_> {
    /// An `http` or `https` address.
    pub(crate) fn web(&self, desk: &mut Desk<'_>) -> Option<Placed<String>> {
        let url = self.word(desk, LONGEST)?;
        if !web::is_web(&url.value) {
            let problem = ValueProblem::BadUrl { found: clipped(&url.value) };
            desk.error(self.span.clone(), &self.path, problem);
            return None;
        }
        Some(url)
    }
}
