//! The list of all pages for search engines (sitemaps.org).

use super::feeds::{begin, end, text};
use super::lists::{ListedBulletin, Month, page_of, path_of};
use super::look::SiteLook;
use super::output::Output;
use crate::archive::{Record, State};
use crate::store::PathError;
use crate::words::Tried;

/// The most pages that a list may have.
const MOST: usize = 50_000;
/// The lists' own language.
const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// All pages and when each changed last.
#[derive(Debug)]
pub(super) struct Sitemap {
    /// True if it is written at all.
    wanted: bool,
    pages: Vec<(String, String)>,
}

impl Sitemap {
    pub(super) fn new(look: &SiteLook) -> Self {
        Self { wanted: look.address.is_some(), pages: Vec::new() }
    }

    /// Takes a bulletin's page in.
    pub(super) fn add(&mut self, record: &Record) {
        // What was taken back is not for search engines.
        if self.wanted && record.state != State::Withdrawn {
            let time = record.history.last().map_or(record.date.as_str(), |last| &last.time);
            self.pages.push((page_of(&record.id), time.to_owned()));
        }
    }

    /// Takes a month's page in.
    pub(super) fn add_month(&mut self, month: Month, entries: &[ListedBulletin]) {
        if let (true, Some(newest)) = (self.wanted, entries.first()) {
            self.pages.push((path_of(month), newest.date.clone()));
        }
    }

    /// Writes the list, or several and a list of them.
    pub(super) fn write(mut self, address: &str, output: &Output) -> Result<(), PathError> {
        let newest = self.pages.iter().map(|(_, time)| time.get(..10).unwrap_or(time)).max().unwrap_or_default();
        self.pages.push(("index.html".to_owned(), newest.to_owned()));
        if self.pages.len() <= MOST {
            return write("sitemap.xml", ("urlset", "url"), &self.pages, address, output);
        }
        let mut lists = Vec::new();
        for (index, pages) in self.pages.chunks(MOST).enumerate() {
            let name = format!("sitemap-{}.xml", index + 1);
            write(&name, ("urlset", "url"), pages, address, output)?;
            lists.push((name, String::new()));
        }
        write("sitemap.xml", ("sitemapindex", "sitemap"), &lists, address, output)
    }
}

fn write(
    name: &str,
    kind: (&str, &str),
    pages: &[(String, String)],
    address: &str,
    output: &Output,
) -> Result<(), PathError> {
    let bytes = list(kind, pages, address).map_err(PathError::trying(Tried::Write, &output.path(name)))?;
    output.file(name, &bytes)
}

fn list((root, each): (&str, &str), pages: &[(String, String)], address: &str) -> std::io::Result<Vec<u8>> {
    let mut writer = begin()?;
    writer.create_element(root).with_attribute(NAMESPACE).write_inner_content(|writer| {
        for (path, time) in pages {
            writer.create_element(each).write_inner_content(|writer| {
                text(writer, "loc", &format!("{address}{path}"))?;
                if time.is_empty() { Ok(()) } else { text(writer, "lastmod", time) }
            })?;
        }
        Ok(())
    })?;
    Ok(end(writer))
}
