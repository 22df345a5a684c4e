//! The page of a bulletin: its state, its text, its files and its life.

use maud::{Markup, html};

use super::blocks;
use super::changed::inserted;
use super::document::{Document, done, row, why};
use super::facts::facts;
use super::layout::{SitePage, to_root};
use super::lists::{ListedBulletin, badge, kind_word, month_name, path_of};
use super::look::{SiteLook, day};
use super::media::Media;
use super::passages::{self, ChangedPart, Passages};
use super::places::{folder_of, page_of};
use super::tongue::{self, Tongue, alone, named};
use crate::arabic::Language;
use crate::archive::{Block, Change, Event, Kind, Person, Record, State};
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
    /// The parts of its text that a correction changed.
    pub(super) changed: Vec<ChangedPart>,
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
        let (title, tongue) = (look.plain(&record.title), Tongue::of(named(record), &record.title, look));
        let about = about(record, look);
        let trail = trail(record, look);
        let content = html! {
            article class={ "bulletin " (record.state) } {
                (banner(record, look))
                header {
                    @if let Some(kind) = kind_word(record.kind) { p.kind { (kind) } }
                    h1 lang=[tongue.lang()] dir=[tongue.dir()] { (tongue.prose(&record.title)) }
                    @if let Some(slogan) = &record.slogan { (tongue::slogan(named(record), slogan, look)) }
                    (numbers(record, look))
                    @if let Some(event) = &record.event { (happened(event, named(record), look)) }
                }
                @if record.state != State::Published { (corrections(record, look)) }
                div.text {
                    @if record.kind == Kind::Adopted {
                        (self.adopted(look))
                    } @else {
                        (blocks::blocks(&record.blocks, self.passages(look), self.media))
                    }
                    @if let Some(person) = &record.signature { (signature(person, named(record), look)) }
                    (related(record, look))
                }
                (Document { record, media: self.media }.html(look, &path))
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

    /// What is told of finished files from before nashra: the file is the bulletin, and its text, which a
    /// program may have read from it, only leads to it.
    fn adopted(&self, look: &SiteLook) -> Markup {
        let is_picture = |block: &&Block| matches!(block, Block::Pictures { .. });
        let (pictures, text): (Vec<&Block>, Vec<&Block>) = self.record.blocks.iter().partition(is_picture);
        let [pictures, text] = [pictures, text].map(|blocks| blocks.into_iter().cloned().collect::<Vec<_>>());
        html! {
            p.note { (SITE.adopted_note) }
            (blocks::blocks(&pictures, self.passages(look), self.media))
            @if !text.is_empty() {
                details {
                    summary { (SITE.adopted_text) }
                    (blocks::blocks(&text, self.passages(look), self.media))
                }
            }
        }
    }

    fn passages<'b>(&'b self, look: &'b SiteLook) -> Passages<'b> {
        Passages { marks: &self.record.marks, changed: &self.changed, language: named(self.record), look }
    }

    fn neighbours(&self, look: &SiteLook, root: &str) -> Markup {
        let sides = [(self.before, SITE.previous, "prev"), (self.after, SITE.next, "next")];
        html! {
            @if self.before.is_some() || self.after.is_some() {
                nav.beside aria-label=(SITE.neighbours) {
                    @for (entry, word, rel) in sides {
                        @if let Some(entry) = entry {
                            a class=(rel) rel=(rel) href={ (root) (entry.path()) } {
                                span { (word) } (alone(entry.language, &entry.title, look))
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
                    span { (done(record.kind, last.state)) " " (SITE.on) " " time datetime=(last.time) { (look.day(&last.time)) } }
                }
            }
            @if let Some(last) = record.history.last() { (why(last, look)) }
            p.note { (note) }
        }
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
                    tbody { @for change in &happening.changes { (changed(change, record, look)) } }
                }
            }
        }
    }
}

fn changed(change: &Change, record: &Record, look: &SiteLook) -> Markup {
    html! {
        tr {
            td data-head=(LABELS.stood) { (passage(&change.stood, &change.stands, "del", SITE.nothing_stood, record, look)) }
            td data-head=(LABELS.stands) { (passage(&change.stands, &change.stood, "ins", SITE.nothing_stands, record, look)) }
        }
    }
}

/// A passage in which the words that the other has not are marked, or the words for none.
fn passage(text: &str, other: &str, mark: &str, empty: &str, record: &Record, look: &SiteLook) -> Markup {
    let tongue = Tongue::of(named(record), text, look);
    // Where one side has no words all are new, which the other says.
    let parts = if other.is_empty() { Vec::new() } else { inserted(other, text) };
    html! {
        @if text.is_empty() { span.nothing { (empty) } } @else {
            div lang=[tongue.lang()] dir=[tongue.dir()] { (passages::marked(text, &parts, mark, tongue)) }
        }
    }
}

/// Number and date.
fn numbers(record: &Record, look: &SiteLook) -> Markup {
    html! {
        p.numbers {
            @if let Some(number) = &record.number { span { (LABELS.number) ": " bdi { (look.plain(number)) } } }
            span { time datetime=(record.date) { (alone(named(record), &record.date_line, look)) } }
            (badge(record.state))
        }
    }
}

/// The event's day and place.
fn happened(event: &Event, language: Option<Language>, look: &SiteLook) -> Markup {
    let organisers: Vec<Markup> = event.organisers.iter().map(|name| alone(language, name, look)).collect();
    let label = if organisers.len() > 1 { LABELS.organisers_several } else { LABELS.organisers };
    html! {
        @if event.when.is_some() || event.place.is_some() || !organisers.is_empty() {
            dl.event {
                @if let Some(when) = &event.when { (row(LABELS.when, &alone(language, when, look))) }
                @if let Some(place) = &event.place { (row(LABELS.r#where, &alone(language, place, look))) }
                @if !organisers.is_empty() {
                    dt { (label) }
                    @for name in &organisers { dd { (name) } }
                }
            }
        }
    }
}

fn signature(person: &Person, language: Option<Language>, look: &SiteLook) -> Markup {
    html! {
        p.signature {
            span.name { (alone(language, &person.name, look)) }
            @if let Some(role) = &person.role { span.role { (alone(language, role, look)) } }
        }
    }
}

/// The addresses for further reading.
fn related(record: &Record, look: &SiteLook) -> Markup {
    html! {
        @if !record.links.is_empty() {
            section.related aria-labelledby="links" {
                h2 id="links" { (LABELS.links) }
                ul {
                    @for link in record.links.iter().filter(|link| passages::is_address(&link.url)) {
                        li { a href=(link.url) { (alone(named(record), &link.title, look)) } bdi.address dir="ltr" { (link.url) } }
                    }
                }
            }
        }
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
