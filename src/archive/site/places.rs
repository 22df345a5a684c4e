//! The places of bulletins in the site.

/// The folder of a bulletin's page in the site: `2026/11/<id>`, as in the archive.
pub(super) fn folder_of(id: &str) -> String {
    let mut parts = id.split('-');
    format!("{}/{}/{id}", parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
}

/// The place of a bulletin's page in the site.
pub(super) fn page_of(id: &str) -> String {
    format!("{}/index.html", folder_of(id))
}
