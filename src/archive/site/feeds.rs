//! The feeds of new bulletins: Atom (RFC 4287) and RSS 2.0.

use jiff::fmt::rfc2822;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::bulletin::about;
use super::layout::site_name;
use super::lists::{folder_of, page_of};
use super::look::SiteLook;
use super::media::Media;
use super::output::Output;
use crate::archive::{Record, State};
use crate::store::PathError;
use crate::words::Tried;
use crate::words::site::SITE;

/// The most bulletins of a feed.
const MOST: usize = 50;
/// The start of a bulletin's id, as in its object's inventory: the same wherever the site lies.
const SCHEME: &str = "urn:nashra:";

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
        if look.address.is_none() {
            return;
        }
        let time = |at: Option<&crate::archive::Happening>| at.and_then(|at| at.time.parse().ok());
        let day = || record.date.parse().map(|day: civil::Date| day.to_zoned(TimeZone::UTC));
        let day = || day().ok().and_then(Result::ok).map_or(Timestamp::UNIX_EPOCH, |day| day.timestamp());
        let updated = time(record.history.last()).unwrap_or_else(day);
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
            published: time(record.history.first()).unwrap_or_else(day),
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

    fn atom(&self, address: &str, look: &SiteLook) -> std::io::Result<Vec<u8>> {
        let mut writer = begin()?;
        let root = writer
            .create_element("feed")
            .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", "ar")]);
        root.write_inner_content(|writer| {
            text(writer, "id", address)?;
            text(writer, "title", &site_name(look))?;
            text(writer, "updated", &self.updated().to_string())?;
            link(writer, "self", "application/atom+xml", &format!("{address}feed.atom"))?;
            link(writer, "alternate", "text/html", &format!("{address}index.html"))?;
            person(writer, look.office.as_deref().unwrap_or(SITE.archive))?;
            self.items.iter().try_for_each(|item| item.atom(writer, address))
        })?;
        Ok(end(writer))
    }

    fn rss(&self, address: &str, look: &SiteLook) -> std::io::Result<Vec<u8>> {
        let mut writer = begin()?;
        let root = writer
            .create_element("rss")
            .with_attributes([("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom")]);
        root.write_inner_content(|writer| {
            let channel = writer.create_element("channel");
            channel.write_inner_content(|writer| {
                text(writer, "title", &site_name(look))?;
                text(writer, "link", &format!("{address}index.html"))?;
                text(writer, "description", SITE.foot)?;
                text(writer, "language", "ar-iq")?;
                text(writer, "lastBuildDate", &rfc822(self.updated()))?;
                let own = [
                    ("href", format!("{address}feed.rss")),
                    ("rel", "self".into()),
                    ("type", "application/rss+xml".into()),
                ];
                let own = own.iter().map(|(name, value)| (*name, value.as_str()));
                writer.create_element("atom:link").with_attributes(own).write_empty()?;
                self.items.iter().try_for_each(|item| item.rss(writer, address))
            })?;
            Ok(())
        })?;
        Ok(end(writer))
    }

    /// When something happened last.
    fn updated(&self) -> Timestamp {
        self.items.first().map_or(Timestamp::UNIX_EPOCH, |item| item.updated)
    }
}

type Xml = Writer<Vec<u8>>;

impl FeedItem {
    fn atom(&self, writer: &mut Xml, address: &str) -> std::io::Result<()> {
        let entry = writer.create_element("entry");
        entry.write_inner_content(|writer| {
            text(writer, "id", &format!("{SCHEME}{}", self.id))?;
            text(writer, "title", &self.title)?;
            text(writer, "published", &self.published.to_string())?;
            text(writer, "updated", &self.updated.to_string())?;
            link(writer, "alternate", "text/html", &format!("{address}{}", page_of(&self.id)))?;
            if let Some((path, bytes)) = &self.pdf {
                let (href, length) = (format!("{address}{path}"), bytes.to_string());
                let enclosure =
                    [("rel", "enclosure"), ("type", "application/pdf"), ("href", &href), ("length", &length)];
                writer.create_element("link").with_attributes(enclosure).write_empty()?;
            }
            if let Some(author) = &self.author {
                person(writer, author)?;
            }
            for tag in &self.tags {
                writer.create_element("category").with_attribute(("term", tag.as_str())).write_empty()?;
            }
            text(writer, "summary", &self.about)
        })?;
        Ok(())
    }

    fn rss(&self, writer: &mut Xml, address: &str) -> std::io::Result<()> {
        let entry = writer.create_element("item");
        entry.write_inner_content(|writer| {
            text(writer, "title", &self.title)?;
            text(writer, "link", &format!("{address}{}", page_of(&self.id)))?;
            // Readers take it for HTML, so a sign that is none of its own is escaped for them first.
            text(writer, "description", &html_text(&self.about))?;
            for tag in &self.tags {
                text(writer, "category", tag)?;
            }
            if let Some((path, bytes)) = &self.pdf {
                let (url, length) = (format!("{address}{path}"), bytes.to_string());
                let enclosure = [("url", url.as_str()), ("length", &length), ("type", "application/pdf")];
                writer.create_element("enclosure").with_attributes(enclosure).write_empty()?;
            }
            let guid = format!("{SCHEME}{}", self.id);
            let name = writer.create_element("guid").with_attribute(("isPermaLink", "false"));
            name.write_text_content(BytesText::new(&guid))?;
            text(writer, "pubDate", &rfc822(self.published))
        })?;
        Ok(())
    }
}

/// A text as HTML has it.
fn html_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn rfc822(time: Timestamp) -> String {
    rfc2822::to_string(&time.to_zoned(TimeZone::UTC)).unwrap_or_default()
}

/// A file of XML with its first line.
pub(super) fn begin() -> std::io::Result<Xml> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    Ok(writer)
}

/// The file.
pub(super) fn end(writer: Xml) -> Vec<u8> {
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

/// An element with a text; what XML can't have is left out.
pub(super) fn text(writer: &mut Xml, name: &str, text: &str) -> std::io::Result<()> {
    let allowed: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\t' | '\n')).collect();
    writer.create_element(name).write_text_content(BytesText::new(&allowed)).map(drop)
}

fn link(writer: &mut Xml, rel: &str, kind: &str, href: &str) -> std::io::Result<()> {
    let attributes = [("rel", rel), ("type", kind), ("href", href)];
    writer.create_element("link").with_attributes(attributes).write_empty().map(drop)
}

fn person(writer: &mut Xml, name: &str) -> std::io::Result<()> {
    writer.create_element("author").write_inner_content(|writer| text(writer, "name", name)).map(drop)
}
