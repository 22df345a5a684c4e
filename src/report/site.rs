//! The archive's web site: `[site]` of the workspace.

use crate::words::ArchiveProblem;

use super::desk::Desk;
use super::fields::{Entry, Fields, clipped};
use super::placed::Placed;
use super::web;

/// Characters in an address.
const LONGEST: usize = 1000;

/// The archive's web site.
#[derive(Clone, Debug, Default)]
pub struct SiteSettings {
    /// Where it is found, checked by [`is_site_address`].
    pub url: Option<Placed<String>>,
}

/// `[site]`.
pub(super) fn site(root: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> SiteSettings {
    let Some(mut fields) = root.take("site").and_then(|entry| entry.table(desk)) else {
        return SiteSettings::default();
    };
    let url = fields.take("url").and_then(|entry| address(&entry, desk));
    fields.finish(desk);
    SiteSettings { url }
}

fn address(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Placed<String>> {
    let url = entry.word(desk, LONGEST)?;
    if !is_site_address(&url.value) {
        desk.error(entry.span.clone(), &entry.path, ArchiveProblem::SiteAddress { found: clipped(&url.value) });
        return None;
    }
    Some(url)
}

/// Whether a text is an address that pages' names can be put after: `http` or `https`, a host, perhaps folders.
#[must_use]
pub fn is_site_address(text: &str) -> bool {
    web::is_web(text) && !text.contains(['?', '#'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_can_be_named_after_it() {
        for good in ["https://archive.example.iq", "http://example.iq/archive/", "https://بصرة.عراق/أرشيف"]
        {
            assert!(is_site_address(good), "{good}");
        }
        for bad in
            ["archive.example.iq", "ftp://example.iq", "https://example.iq/?page=", "https://example.iq/#a", "https://"]
        {
            assert!(!is_site_address(bad), "{bad}");
        }
    }
}
