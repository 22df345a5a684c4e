//! The page of a bulletin: its state, its text, its files and its life.

use maud::{Markup, html};

use super::blocks;
use super::facts::facts;
use super::layout::{SitePage, to_root};
use super::lists::{ListedBulletin, badge, folder_of, month_name, page_of, path_of};
use super::look::{SiteLook, day};
use super::media::{Media, Pdf};
use crate::archive::{Change, Event, Happening, Kind, Record, State};
use crate::words::page::LABELS;
use crate::words::site::SITE;

/// Characters of a page's description.
const ABOUT: usize = 200;

/// A bulletin with all that its page shows.
pub(super) struct Bulletin<'a> {
    /// Its newest record.
    pub(super) record: &'a Record,
    /// Its files in the site.
    pub(super) media: &'a Media,
    /// The bulletin before.
    pub(super) before: Option<&'a ListedBulletin>,
    /// The bulletin after.
    pub(super) after: Option<&'a ListedBulletin>,
}

impl Bulletin<'_> {
    /// The whole page.
    pub(super) fn html(&self, look: &SiteLook) -> String {
        let record = self.record;
        let path = page_of(&record.id);
        let picture = self.media.preview.as_deref().or(self.media.first_picture());
        let picture = picture.map(|name| format!("{}/{name}", folder_of(&record.id)));
        let title = look.plain(&record.title);
        let about = about(record, look);
        let trail = trail(record, look);
        let content = html! {
            article class={ "bulletin " (record.state) } {
                (banner(record, look))
                header {
                    @if record.kind == Kind::Newsletter { p.kind { (SITE.newsletter) } }
                    h1 { (look.prose(&record.title)) }
                    @if let Some(slogan) = &record.slogan { p.slogan { "«" (look.prose(slogan)) "»" } }
                    (numbers(record, look))
                    @if let Some(event) = &record.event { (happened(event, look)) }
                }
                @if record.state != State::Published { (corrections(record, look)) }
                div.text {
                    (blocks::blocks(&record.blocks, self.media, look))
                    @if let Some(person) = &record.signature {
                        p.signature { span.name { (look.prose(&person.name)) } @if let Some(role) = &person.role { span.role { (look.prose(role)) } } }
                    }
                }
                (self.document(look, &path))
            }
            (self.neighbours(look, &to_root(&path)))
        };
        let page = SitePage {
            path: &path,
            title: &title,
            about: Some(&about),
            picture: picture.as_deref(),
            is_article: true,
            is_hidden: record.state == State::Withdrawn,
            facts: facts(record, &about, picture.as_deref(), look),
            trail: &trail,
            content,
        };
        page.html(look)
    }

    /// The document's files, code and life.
    fn document(&self, look: &SiteLook, path: &str) -> Markup {
        let record = self.record;
        let pdf = self.media.pdfs.last();
        html! {
            section.document aria-labelledby="document" {
                h2 id="document" { (SITE.document) }
                @if let Some(pdf) = pdf {
                    p.pdf { a.button href=(pdf.name) { (SITE.pdf) } span.size { bdi { (size(pdf.bytes, look)) } } }
                }
                @if !self.media.others.is_empty() {
                    ul.others {
                        @for other in &self.media.others {
                            li { a href=(other.file.name) { (other.label) } " " span.size { bdi { (size(other.file.bytes, look)) } } }
                        }
                    }
                }
                dl {
                    @if let Some(office) = &record.office { (row(SITE.office, &look.prose(office))) }
                    (row(SITE.code, &html! { bdi.code dir="ltr" { (record.code) } }))
                    @if !record.tags.is_empty() {
                        dt.screen { (SITE.tags) }
                        dd.tags.screen {
                            @for tag in &record.tags {
                                a href={ (to_root(path)) "search.html?q=" (encoded(tag)) } { (look.prose(tag)) }
                            }
                        }
                    }
                    @if let Some(pdf) = pdf {
                        dt.paper { (SITE.pdf) }
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

    /// Every event of its life, with the pages it had since then.
    fn history(&self, look: &SiteLook) -> Markup {
        let history = &self.record.history;
        html! {
            h3 { (SITE.history) }
            ol.history {
                @for (index, happening) in history.iter().enumerate() {
                    li class=(happening.state) {
                        span.what { (done(happening.state)) }
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
    fn earlier(&self, index: usize) -> Option<&Pdf> {
        let (pdf, last) = (self.media.pdfs.get(index)?, self.media.pdfs.last()?);
        (pdf.name != last.name && self.record.history.get(index)?.state != State::Withdrawn).then_some(pdf)
    }

    fn neighbours(&self, look: &SiteLook, root: &str) -> Markup {
        let sides = [(self.before, SITE.previous, "prev"), (self.after, SITE.next, "next")];
        html! {
            @if self.before.is_some() || self.after.is_some() {
                nav.beside aria-label=(SITE.neighbours) {
                    @for (entry, word, rel) in sides {
                        @if let Some(entry) = entry {
                            a class=(rel) rel=(rel) href={ (root) (entry.path()) } {
                                span { (word) } (look.prose(&entry.title))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The archive and the month above a bulletin.
fn trail(record: &Record, look: &SiteLook) -> Vec<(String, String)> {
    let mut trail = vec![(SITE.archive.to_owned(), "index.html".to_owned())];
    if let Some(date) = day(&record.id)
        && let Ok(year) = u16::try_from(date.year)
    {
        trail.push((month_name((year, date.month), look), path_of((year, date.month))));
    }
    trail
}

/// The notice above a bulletin that is not as it was first published.
fn banner(record: &Record, look: &SiteLook) -> Markup {
    let (word, note) = match record.state {
        State::Published => return html! {},
        State::Corrected => (SITE.corrected, SITE.corrected_note),
        State::Withdrawn => (SITE.withdrawn, SITE.withdrawn_note),
    };
    html! {
        aside class={ "banner " (record.state) } {
            p.head {
                strong { (if record.kind == Kind::Newsletter { SITE.a_newsletter } else { SITE.a_bulletin }) " " (word) }
                @if let Some(last) = record.history.last() {
                    span { (done(last.state)) " " (SITE.on) " " time datetime=(last.time) { (look.day(&last.time)) } }
                }
            }
            @if let Some(last) = record.history.last() { (why(last, look)) }
            p.note { (note) }
        }
    }
}

/// Why something was done, and who decided.
fn why(happening: &Happening, look: &SiteLook) -> Markup {
    html! {
        @if let Some(authority) = &happening.authority { p.why { span.label { (LABELS.authority) ": " } (look.prose(authority)) } }
        @if let Some(reason) = &happening.reason { p.why { span.label { (LABELS.reason) ": " } (look.prose(reason)) } }
    }
}

/// The old and new passages of every correction, the newest first.
fn corrections(record: &Record, look: &SiteLook) -> Markup {
    html! {
        @for happening in record.history.iter().rev().filter(|happening| !happening.changes.is_empty()) {
            section.correction {
                h2 { (LABELS.correction) span { time datetime=(happening.time) { (look.day(&happening.time)) } } }
                table {
                    thead { tr { th scope="col" { (LABELS.stood) } th scope="col" { (LABELS.stands) } } }
                    tbody { @for change in &happening.changes { (changed(change, look)) } }
                }
            }
        }
    }
}

fn changed(change: &Change, look: &SiteLook) -> Markup {
    html! {
        tr {
            td data-head=(LABELS.stood) { (passage(&change.stood, SITE.nothing_stood, look)) }
            td data-head=(LABELS.stands) { (passage(&change.stands, SITE.nothing_stands, look)) }
        }
    }
}

/// A passage, or the words for none.
fn passage(text: &str, empty: &str, look: &SiteLook) -> Markup {
    html! { @if text.is_empty() { span.nothing { (empty) } } @else { (look.prose(text)) } }
}

/// Number and date.
fn numbers(record: &Record, look: &SiteLook) -> Markup {
    html! {
        p.numbers {
            @if let Some(number) = &record.number { span { (LABELS.number) ": " bdi { (look.plain(number)) } } }
            span { time datetime=(record.date) { (look.prose(&record.date_line)) } }
            (badge(record.state))
        }
    }
}

/// The event's day and place.
fn happened(event: &Event, look: &SiteLook) -> Markup {
    let organisers: Vec<Markup> = event.organisers.iter().map(|name| look.prose(name)).collect();
    html! {
        @if event.when.is_some() || event.place.is_some() || !organisers.is_empty() {
            dl.event aria-label=(SITE.facts) {
                @if let Some(when) = &event.when { (row(LABELS.when, &look.prose(when))) }
                @if let Some(place) = &event.place { (row(LABELS.r#where, &look.prose(place))) }
                @if !organisers.is_empty() {
                    dt { (LABELS.organisers) }
                    @for name in &organisers { dd { (name) } }
                }
            }
        }
    }
}

fn row(label: &str, value: &Markup) -> Markup {
    html! { dt { (label) } dd { (value) } }
}

fn done(state: State) -> &'static str {
    match state {
        State::Published => SITE.was_published,
        State::Corrected => SITE.was_corrected,
        State::Withdrawn => SITE.was_withdrawn,
    }
}

/// The first words of a bulletin.
pub(super) fn about(record: &Record, look: &SiteLook) -> String {
    let text = record.text();
    let words = text.split_whitespace().fold(String::new(), |mut about, word| {
        if about.chars().count() < ABOUT {
            about.push_str(if about.is_empty() { "" } else { " " });
            about.push_str(word);
        }
        about
    });
    look.plain(&words)
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
