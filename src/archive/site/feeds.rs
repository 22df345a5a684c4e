//! The feeds of new bulletins: Atom (RFC 4287) and RSS 2.0.

use std::collections::BTreeMap;
use std::io;

use atom_syndication::{Category, Entry, Feed, FixedDateTime, Link, Person, Text, WriteConfig};
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use jiff::tz::TimeZone;
use rss::extension::{Extension, ExtensionMap};

use super::bulletin::about;
use super::layout::site_name;
use super::look::{SiteLook, moment, outside};
use super::media::Media;
use super::output::Output;
use super::places::{folder_of, page_of};
use super::tongue;
use crate::archive::{Happening, Kind, Record, State};
use crate::store::PathError;
use crate::words::Tried;
use crate::words::site::SITE;

/// The most bulletins of a feed.
const MOST: usize = 50;
/// The start of a bulletin's id, as in its object's inventory: the same wherever the site lies.
const SCHEME: &str = "urn:nashra:";
/// Keeps two signs together and is not seen.
const WORD_JOINER: char = '\u{2060}';
/// The language of Atom's own elements inside RSS.
const ATOM: &str = "http://www.w3.org/2005/Atom";

/// The bulletins that something happened to last.
#[derive(Debug, Default)]
pub(super) struct News {
    items: Vec<FeedItem>,
}

#[derive(Debug)]
struct FeedItem {
    id: String,
    title: String,
    about: String,
    language: String,
    published: Timestamp,
    updated: Timestamp,
    author: Option<String>,
    tags: Vec<String>,
    /// The pages' file and its size.
    pdf: Option<(String, u64)>,
}

impl News {
    /// Takes a bulletin in, if it is new enough.
    pub(super) fn add(&mut self, record: &Record, media: &Media, look: &SiteLook) {
        // What was published before nashra is no news.
        if look.address.is_none() || record.kind == Kind::Adopted {
            return;
        }
        let time = |at: Option<&Happening>| at.and_then(|at| moment(&at.time)).or_else(|| moment(&record.date));
        let updated = time(record.history.last()).unwrap_or_default();
        let is_old = self.items.last().is_some_and(|last| last.updated > updated);
        if self.items.len() == MOST && is_old {
            return;
        }
        let state = match record.state {
            State::Published => String::new(),
            State::Corrected => format!("[{}] ", SITE.corrected),
            State::Withdrawn => format!("[{}] ", SITE.withdrawn),
        };
        let item = FeedItem {
            id: record.id.clone(),
            title: format!("{state}{}", look.plain(&record.title)),
            about: about(record, look),
            language: tongue::tag(record).to_owned(),
            published: time(record.history.first()).unwrap_or_default(),
            updated,
            author: record.office.clone().or_else(|| look.office.clone()),
            tags: record.tags.clone(),
            pdf: media.pdfs.last().map(|pdf| (format!("{}/{}", folder_of(&record.id), pdf.name), pdf.bytes)),
        };
        let at = self.items.partition_point(|other| other.updated > updated);
        self.items.insert(at, item);
        self.items.truncate(MOST);
    }

    /// Writes both feeds.
    pub(super) fn write(&self, address: &str, look: &SiteLook, output: &Output) -> Result<(), PathError> {
        for (name, made) in [("feed.atom", self.atom(address, look)), ("feed.rss", self.rss(address, look))] {
            let bytes = made.map_err(PathError::trying(Tried::Write, &output.path(name)))?;
            output.file(name, &bytes)?;
        }
        Ok(())
    }

    fn atom(&self, address: &str, look: &SiteLook) -> io::Result<Vec<u8>> {
        let feed = Feed {
            id: address.to_owned(),
            title: Text::plain(readable(&site_name(look))),
            updated: atom_time(self.updated()),
            links: vec![
                atom_link("self", "application/atom+xml", format!("{address}feed.atom")),
                atom_link("alternate", "text/html", address.to_owned()),
            ],
            authors: vec![author(look.office.as_deref().unwrap_or(SITE.archive))],
            entries: self.items.iter().map(|item| item.atom(address)).collect(),
            lang: Some("ar".to_owned()),
            ..Feed::default()
        };
        let config = WriteConfig { write_document_declaration: true, indent_size: Some(1) };
        feed.write_with_config(Vec::new(), config).map(ended).map_err(io::Error::other)
    }

    fn rss(&self, address: &str, look: &SiteLook) -> io::Result<Vec<u8>> {
        let own =
            [("href", format!("{address}feed.rss")), ("rel", "self".into()), ("type", "application/rss+xml".into())];
        let own = Extension {
            name: "atom:link".to_owned(),
            attrs: own.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            ..Extension::default()
        };
        let channel = rss::Channel {
            title: unmarked(&site_name(look)),
            link: address.to_owned(),
            description: unmarked(SITE.foot),
            language: Some("ar-iq".to_owned()),
            last_build_date: Some(rfc822(self.updated())),
            items: self.items.iter().map(|item| item.rss(address)).collect(),
            extensions: ExtensionMap::from([("atom".to_owned(), BTreeMap::from([("link".to_owned(), vec![own])]))]),
            namespaces: BTreeMap::from([("atom".to_owned(), ATOM.to_owned())]),
            ..rss::Channel::default()
        };
        channel.pretty_write_to(Vec::new(), b' ', 1).map(ended).map_err(io::Error::other)
    }

    /// When something happened last.
    fn updated(&self) -> Timestamp {
        self.items.first().map_or(Timestamp::UNIX_EPOCH, |item| item.updated)
    }
}

impl FeedItem {
    fn atom(&self, address: &str) -> Entry {
        let mut links = vec![atom_link("alternate", "text/html", outside(address, &page_of(&self.id)))];
        if let Some((path, bytes)) = &self.pdf {
            let pdf = atom_link("enclosure", "application/pdf", format!("{address}{path}"));
            links.push(Link { length: Some(bytes.to_string()), ..pdf });
        }
        Entry {
            id: format!("{SCHEME}{}", self.id),
            title: Text { lang: Some(self.language.clone()), ..Text::plain(readable(&self.title)) },
            published: Some(atom_time(self.published)),
            updated: atom_time(self.updated),
            links,
            authors: self.author.as_deref().map(author).into_iter().collect(),
            categories: self.tags.iter().map(|tag| Category { term: readable(tag), ..Category::default() }).collect(),
            summary: Some(Text { lang: Some(self.language.clone()), ..Text::plain(readable(&self.about)) }),
            ..Entry::default()
        }
    }

    fn rss(&self, address: &str) -> rss::Item {
        let enclosure = self.pdf.as_ref().map(|(path, bytes)| rss::Enclosure {
            url: format!("{address}{path}"),
            length: bytes.to_string(),
            mime_type: "application/pdf".to_owned(),
        });
        rss::Item {
            title: Some(unmarked(&self.title)),
            link: Some(outside(address, &page_of(&self.id))),
            description: Some(unmarked(&self.about)),
            categories: self.tags.iter().map(|tag| rss::Category { name: readable(tag), domain: None }).collect(),
            enclosure,
            guid: Some(rss::Guid { value: format!("{SCHEME}{}", self.id), permalink: false }),
            pub_date: Some(rfc822(self.published)),
            ..rss::Item::default()
        }
    }
}

fn atom_link(rel: &str, kind: &str, href: String) -> Link {
    Link { href, rel: rel.to_owned(), mime_type: Some(kind.to_owned()), ..Link::default() }
}

fn author(name: &str) -> Person {
    Person { name: readable(name), ..Person::default() }
}

/// A text without the signs that XML can't have.
fn readable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\t' | '\n')).collect()
}

/// A text that says the same to readers who take it for HTML and to those who take it for plain
/// words, as those of RSS do: `<` and `&` begin nothing where a joiner comes after them.
fn unmarked(text: &str) -> String {
    readable(text).chars().fold(String::with_capacity(text.len()), |mut unmarked, c| {
        unmarked.push(c);
        unmarked.extend(matches!(c, '<' | '&').then_some(WORD_JOINER));
        unmarked
    })
}

fn atom_time(time: Timestamp) -> FixedDateTime {
    time.to_string().parse().unwrap_or_default()
}

fn rfc822(time: Timestamp) -> String {
    rfc2822::to_string(&time.to_zoned(TimeZone::UTC)).unwrap_or_default()
}

/// A file with its last line ended.
fn ended(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_html_begin_nothing() {
        assert_eq!(unmarked("a<b>&amp;\u{7}"), "a<\u{2060}b>&\u{2060}amp;");
    }
}
