//! The frame of all pages: head, letterhead, way through the archive, foot.

use maud::{DOCTYPE, Markup, html};

use super::look::SiteLook;
use crate::words::site::SITE;

/// A page before its frame is around it.
pub(super) struct SitePage<'a> {
    /// Its place in the site, `2026/11/index.html`.
    pub(super) path: &'a str,
    /// Its title, without the site's.
    pub(super) title: &'a str,
    /// A summary, for search engines and where a link to it is shown.
    pub(super) about: Option<&'a str>,
    /// A picture of it, as its place in the site.
    pub(super) picture: Option<&'a str>,
    /// True if it is a bulletin's own.
    pub(super) is_article: bool,
    /// True if search engines are to leave it out.
    pub(super) is_hidden: bool,
    /// More elements for its head.
    pub(super) facts: Markup,
    /// The pages above it: name and place in the site.
    pub(super) trail: &'a [(String, String)],
    /// The page's own content.
    pub(super) content: Markup,
}

/// The way from a page to the site's first folder: `../../`.
pub(super) fn to_root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

impl SitePage<'_> {
    /// The whole page.
    pub(super) fn html(&self, look: &SiteLook) -> String {
        let root = to_root(self.path);
        let page = html! {
            (DOCTYPE)
            html lang="ar" dir="rtl" {
                (self.head(look, &root))
                body {
                    a.skip href="#content" { (SITE.skip) }
                    (letterhead(look, &root, self.path))
                    main id="content" {
                        @if !self.trail.is_empty() {
                            nav.trail aria-label=(SITE.trail) {
                                ol { @for (name, path) in self.trail { li { a href={ (root) (path) } { (name) } } } }
                            }
                        }
                        (self.content)
                    }
                    (foot(look, &root))
                }
            }
        };
        page.0
    }

    fn head(&self, look: &SiteLook, root: &str) -> Markup {
        let site = site_name(look);
        let title = if self.title.is_empty() { site.clone() } else { format!("{} · {site}", self.title) };
        let shown = if self.title.is_empty() { &site } else { self.title };
        html! {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                @if let Some(about) = self.about { meta name="description" content=(about); }
                @if self.is_hidden { meta name="robots" content="noindex"; }
                meta property="og:type" content=(if self.is_article { "article" } else { "website" });
                meta property="og:locale" content="ar_IQ";
                meta property="og:site_name" content=(site);
                meta property="og:title" content=(shown);
                @if let Some(about) = self.about { meta property="og:description" content=(about); }
                @if let Some(address) = look.absolute(self.path) {
                    link rel="canonical" href=(address);
                    meta property="og:url" content=(address);
                    @if let Some(picture) = self.picture.and_then(|picture| look.absolute(picture)) {
                        meta property="og:image" content=(picture);
                        meta name="twitter:card" content="summary_large_image";
                    }
                    link rel="alternate" type="application/atom+xml" title=(SITE.feed) href={ (root) "feed.atom" };
                    link rel="alternate" type="application/rss+xml" title=(SITE.feed) href={ (root) "feed.rss" };
                }
                (self.facts)
                meta name="color-scheme" content="light dark";
                meta name="theme-color" content=(look.accent);
                @if let Some(mark) = &look.mark { link rel="icon" href={ (root) "assets/mark." (mark.ending) }; }
                link rel="stylesheet" href={ (root) "assets/site.css" };
            }
        }
    }
}

/// The site's name with the office's.
pub(super) fn site_name(look: &SiteLook) -> String {
    match &look.office {
        Some(office) => format!("{} · {office}", SITE.archive),
        None => SITE.archive.to_owned(),
    }
}

fn letterhead(look: &SiteLook, root: &str, path: &str) -> Markup {
    let is_search = path == "search.html";
    html! {
        header.letterhead {
            div.inner {
                a.office href={ (root) "index.html" } {
                    @if let Some(mark) = &look.mark {
                        img src={ (root) "assets/mark." (mark.ending) } alt="" width="64" height="64";
                    }
                    span.names {
                        @for parent in &look.parents { span.parent { (parent) } }
                        span.name { (look.office.as_deref().unwrap_or(SITE.archive)) }
                    }
                }
                nav aria-label=(SITE.sections) {
                    a href={ (root) "index.html" } aria-current=[(path == "index.html").then_some("page")] { (SITE.archive) }
                    a href={ (root) "search.html" } aria-current=[is_search.then_some("page")] { (SITE.search) }
                }
            }
        }
    }
}

fn foot(look: &SiteLook, root: &str) -> Markup {
    html! {
        footer.foot {
            div.inner {
                p { (SITE.foot) }
                @if !look.contacts.is_empty() {
                    ul.contacts {
                        @for contact in &look.contacts {
                            li {
                                span.label { (contact.label) ": " }
                                @match &contact.url {
                                    Some(url) => a href=(url) { bdi dir="ltr" { (look.prose(&contact.text)) } },
                                    None => bdi { (look.prose(&contact.text)) },
                                }
                            }
                        }
                    }
                }
                @if look.address.is_some() {
                    p.feeds { (SITE.feed) ": " a href={ (root) "feed.atom" } { bdi { "Atom" } } " · " a href={ (root) "feed.rss" } { bdi { "RSS" } } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_the_root_is_as_long_as_the_way_from_it() {
        assert_eq!(to_root("index.html"), "");
        assert_eq!(to_root("2026/11/a/index.html"), "../../../");
    }
}
