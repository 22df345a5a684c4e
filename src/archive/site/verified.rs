//! The pages to which the codes on printed pages lead: `verify/<code>/index.html`.

use maud::html;

use super::layout::{SitePage, to_root};
use super::look::SiteLook;
use super::output::Output;
use super::places::page_of;
use super::tongue::{alone, named};
use crate::archive::{Object, Record, State};
use crate::store::PathError;
use crate::words::site::{SITE, VERIFIED};

/// The folder of a code's page. A code has letters, digits and hyphens; whatever else is one is no
/// part of a path.
fn folder(code: &str) -> Option<String> {
    let is_plain = !code.is_empty() && code.chars().all(|c| c.is_alphanumeric() || c == '-');
    is_plain.then(|| format!("verify/{code}"))
}

/// Writes the pages of all codes that an object's pages ever had.
pub(super) fn write(object: &Object, record: &Record, look: &SiteLook, output: &Output) -> Result<(), PathError> {
    let mut codes = vec![record.code.clone()];
    for code in (1..object.head()).filter_map(|version| object.record(version).ok()).map(|record| record.code) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    for code in &codes {
        if let Some(folder) = folder(code) {
            output.file(&format!("{folder}/index.html"), page(code, &folder, record, look).as_bytes())?;
        }
    }
    Ok(())
}

/// The answer about a code.
fn page(code: &str, folder: &str, record: &Record, look: &SiteLook) -> String {
    let path = format!("{folder}/index.html");
    let (class, word, note) = match record.state {
        State::Withdrawn => ("withdrawn", VERIFIED.withdrawn, SITE.withdrawn_note),
        _ if code != record.code => ("corrected", VERIFIED.superseded, VERIFIED.superseded_note),
        _ => ("published", VERIFIED.authentic, VERIFIED.authentic_note),
    };
    let content = html! {
        h1 { (SITE.code) }
        p.numbers { bdi.code dir="ltr" { (code) } }
        aside class={ "banner " (class) } {
            p.head { strong { (word) } }
            p.note { (note) }
        }
        p { a.title href={ (to_root(&path)) (page_of(&record.id)) } { (alone(named(record), &record.title, look)) } }
        p.numbers {
            @if let Some(number) = &record.number { span { (crate::words::page::LABELS.number) ": " bdi { (look.plain(number)) } } }
            span { time datetime=(record.date) { (alone(named(record), &record.date_line, look)) } }
        }
    };
    let trail = [(SITE.archive.to_owned(), "index.html".to_owned())];
    let page = SitePage {
        path: &path,
        title: SITE.code,
        about: None,
        picture: None,
        is_article: false,
        is_hidden: true,
        facts: html! {},
        trail: &trail,
        content,
    };
    page.html(look)
}
