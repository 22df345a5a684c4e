//! The archive's web site: `[site]` of the workspace.

use crate::report::check::checker::Checker;
use crate::report::fields::field::{Field, Fields};
use crate::report::fields::web;
use crate::report::source::clip::clipped;
use crate::report::source::placed::Placed;
use crate::words::ArchiveProblem;

/// Characters in an address.
const LONGEST: usize = 1000;

/// The archive's web site.
#[derive(Clone, Debug, Default)]
pub struct SiteSettings {
    /// Its address, checked by [`is_site_address`].
    pub url: Option<Placed<String>>,
}

/// `[site]`.
pub(super) fn site(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> SiteSettings {
    let Some(mut fields) = root.take("site").and_then(|field| field.table(checker)) else {
        return SiteSettings::default();
    };
    let url = fields.take("url").and_then(|field| address(&field, checker));
    fields.finish(checker);
    SiteSettings { url }
}

fn address(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Placed<String>> {
    let url = field.word(checker, LONGEST)?;
    if !is_site_address(&url.value) {
        checker.error(field.span.clone(), &field.path, ArchiveProblem::SiteAddress { found: clipped(&url.value) });
        return None;
    }
    Some(url)
}

/// True if a text is an address that pages' names can be put after: `http` or `https`, a host,
/// perhaps folders.
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
