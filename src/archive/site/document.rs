//! The part of a bulletin's page about the document: its files, its code and its life.

use maud::{Markup, html};

use super::layout::to_root;
use super::look::SiteLook;
use super::media::{CopiedFile, Media};
use super::places::folder_of;
use super::tongue::{alone, named};
use crate::archive::{Happening, Kind, Record, State};
use crate::words::page::LABELS;
use crate::words::site::SITE;

/// A bulletin's document.
pub(super) struct Document<'a> {
    /// The bulletin's newest record.
    pub(super) record: &'a Record,
    /// Its files in the site.
    pub(super) media: &'a Media,
}

impl Document<'_> {
    /// The document's files, code and life.
    pub(super) fn html(&self, look: &SiteLook, path: &str) -> Markup {
        let record = self.record;
        let pdf = self.media.pdfs.last();
        html! {
            section.document aria-labelledby="document" {
                h2 id="document" { (SITE.document) }
                @if let Some(pdf) = pdf {
                    p.pdf {
                        @if record.state == State::Withdrawn {
                            a href=(pdf.name) { (SITE.withdrawn_file) } " "
                        } @else {
                            a.button href=(pdf.name) { (file_word(&pdf.name)) }
                        }
                        span.size { bdi { (size(pdf.bytes, look)) } }
                    }
                }
                (self.others(look))
                (self.attachments(look))
                dl {
                    @if let Some(office) = &record.office { (row(SITE.office, &look.prose(office))) }
                    @if !record.code.is_empty() { (row(SITE.code, &html! { bdi.code dir="ltr" { (record.code) } })) }
                    @if !record.tags.is_empty() {
                        dt.screen { (SITE.tags) }
                        dd.tags.screen {
                            @for tag in &record.tags {
                                a href={ (to_root(path)) "search.html?q=" (encoded(tag)) } { (look.prose(tag)) }
                            }
                        }
                    }
                    @if let Some(pdf) = pdf {
                        dt.paper { (file_word(&pdf.name)) }
                        dd.paper { bdi dir="ltr" { (look.absolute(&format!("{}/{}", folder_of(&record.id), pdf.name)).unwrap_or_else(|| pdf.name.clone())) } }
                    }
                    @if let Some(address) = look.absolute(path) { dt.paper { (SITE.address) } dd.paper { bdi dir="ltr" { (address) } } }
                }
                @if let Some(pdf) = pdf {
                    details {
                        summary { (SITE.hash) }
                        p.hash { code dir="ltr" { (pdf.digest) } }
                        p.note { (SITE.hash_note) }
                    }
                }
                (self.history(look))
            }
        }
    }

    /// Its flyer and the slip of its correction.
    fn others(&self, look: &SiteLook) -> Markup {
        html! {
            @if !self.media.others.is_empty() {
                ul.files {
                    @for other in &self.media.others {
                        li { a href=(other.file.name) { (other.label) } " " span.size { bdi { (size(other.file.bytes, look)) } } }
                    }
                }
            }
        }
    }

    /// The files that belong to it, each with its description, name and size.
    fn attachments(&self, look: &SiteLook) -> Markup {
        html! {
            @if !self.media.attachments.is_empty() {
                h3 id="attachments" { (LABELS.attachments) }
                ul.files aria-labelledby="attachments" {
                    @for attachment in &self.media.attachments {
                        li {
                            @let words = alone(named(self.record), &attachment.description, look);
                            @match &attachment.file {
                                Some(file) => {
                                    a href=(encoded_path(&file.name)) download { (words) } " "
                                    span.size { bdi dir="ltr" { (attachment.name) } " · " bdi { (size(file.bytes, look)) } }
                                }
                                None => { (words) " " span.size { bdi dir="ltr" { (attachment.name) } } },
                            }
                        }
                    }
                }
            }
        }
    }

    /// Every event of its life, with the pages it had since then.
    fn history(&self, look: &SiteLook) -> Markup {
        let history = &self.record.history;
        html! {
            h3 { (SITE.history) }
            ol.history {
                @for (index, happening) in history.iter().enumerate() {
                    li class=(happening.state) {
                        span.what { (done(self.record.kind, happening.state)) }
                        time datetime=(happening.time) { (look.day(&happening.time)) }
                        @if history.len() > 1 { span.revision { (LABELS.revision) " " (look.number(happening.revision as usize)) } }
                        (why(happening, look))
                        @if let Some(pdf) = self.earlier(index) { a.earlier.screen href=(pdf.name) { (SITE.earlier_pdf) } }
                    }
                }
            }
        }
    }

    /// The pages of an event, when they are others than those that hold.
    fn earlier(&self, index: usize) -> Option<&CopiedFile> {
        let (pdf, last) = (self.media.pdfs.get(index)?, self.media.pdfs.last()?);
        (pdf.name != last.name && self.record.history.get(index)?.state != State::Withdrawn).then_some(pdf)
    }
}

/// Why something was done, and who decided.
pub(super) fn why(happening: &Happening, look: &SiteLook) -> Markup {
    html! {
        @if let Some(authority) = &happening.authority { p.why { span.label { (LABELS.authority) ": " } (look.prose(authority)) } }
        @if let Some(reason) = &happening.reason { p.why { span.label { (LABELS.reason) ": " } (look.prose(reason)) } }
    }
}

pub(super) fn row(label: &str, value: &Markup) -> Markup {
    html! { dt { (label) } dd { (value) } }
}

/// The words for the main file.
fn file_word(name: &str) -> &'static str {
    if name.ends_with(".pdf") { SITE.pdf } else { SITE.main_file }
}

/// The sentence for a state.
pub(super) fn done(kind: Kind, state: State) -> &'static str {
    match state {
        State::Published if kind == Kind::Adopted => SITE.was_adopted,
        State::Published => SITE.was_published,
        State::Corrected => SITE.was_corrected,
        State::Withdrawn => SITE.was_withdrawn,
    }
}

/// A size as a person says it.
fn size(bytes: u64, look: &SiteLook) -> String {
    let kilobytes = bytes.div_ceil(1000);
    if kilobytes < 1000 {
        return format!("{} ك.ب", look.digits.number(kilobytes));
    }
    let tenths = bytes / 100_000;
    look.plain(&format!("{}.{} م.ب", tenths / 10, tenths % 10))
}

/// A text as part of an address.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => encoded.push(char::from(byte)),
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
        encoded
    })
}

/// A path as part of an address.
fn encoded_path(path: &str) -> String {
    path.split('/').map(encoded).collect::<Vec<_>>().join("/")
}
