//! The list of all pages for search engines (sitemaps.org).

use std::io;

use jiff::tz::TimeZone;
use sitemap_rs::sitemap_index::SitemapIndex;
use sitemap_rs::url::Url;
use sitemap_rs::url_set::UrlSet;

use super::lists::{ListedBulletin, Month, path_of};
use super::look::{SiteLook, moment, outside};
use super::output::Output;
use super::places::page_of;
use crate::archive::{Record, State};
use crate::store::PathError;
use crate::words::Tried;

/// The most pages that a list may have.
const MOST: usize = 50_000;

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
            return write("sitemap.xml", list(&self.pages, address), output);
        }
        let mut lists = Vec::new();
        for (index, pages) in self.pages.chunks(MOST).enumerate() {
            let name = format!("sitemap-{}.xml", index + 1);
            write(&name, list(pages, address), output)?;
            lists.push(sitemap_rs::sitemap::Sitemap::new(format!("{address}{name}"), None));
        }
        write("sitemap.xml", list_of_lists(lists), output)
    }
}

fn write(name: &str, made: io::Result<Vec<u8>>, output: &Output) -> Result<(), PathError> {
    let bytes = made.map_err(PathError::trying(Tried::Write, &output.path(name)))?;
    output.file(name, &bytes)
}

fn list(pages: &[(String, String)], address: &str) -> io::Result<Vec<u8>> {
    let url = |(path, time): &(String, String)| {
        let changed = moment(time).map(|time| time.to_zoned(TimeZone::UTC));
        Url::new(outside(address, path), Vec::new(), changed, None, None, None, None, None)
    };
    let urls = pages.iter().map(url).collect::<Result<Vec<_>, _>>().map_err(io::Error::other)?;
    let mut bytes = Vec::new();
    UrlSet::new(urls).map_err(io::Error::other)?.write(&mut bytes)?;
    Ok(bytes)
}

fn list_of_lists(lists: Vec<sitemap_rs::sitemap::Sitemap>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    SitemapIndex::new(lists).map_err(io::Error::other)?.write(&mut bytes)?;
    Ok(bytes)
}
