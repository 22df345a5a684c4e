//! A bulletin's facts for programs: JSON-LD of schema.org, and Dublin Core.

use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};

use super::layout::site_name;
use super::look::SiteLook;
use super::places::page_of;
use super::tongue::tag;
use crate::archive::{Record, State};

/// The elements for a page's head.
pub(super) fn facts(record: &Record, about: &str, picture: Option<&str>, look: &SiteLook) -> Markup {
    let publisher = record.office.clone().or_else(|| look.office.clone()).unwrap_or_else(|| site_name(look));
    let article = plain(&article(record, about, picture, &publisher, look).to_string());
    html! {
        link rel="schema.DC" href="http://purl.org/dc/terms/";
        meta name="DC.title" content=(record.title);
        meta name="DC.publisher" content=(publisher);
        meta name="DC.issued" content=(record.date);
        @if record.history.len() > 1 {
            @if let Some(last) = record.history.last() { meta name="DC.modified" content=(last.time); }
        }
        meta name="DC.language" content=(tag(record));
        meta name="DC.type" content="Text";
        @if !record.code.is_empty() { meta name="DC.identifier" content=(record.code); }
        @for tag in &record.tags { meta name="DC.subject" content=(tag); }
        script type="application/ld+json" { (PreEscaped(article)) }
    }
}

/// JSON without signs that mean something to HTML: a script's text ends at the first `</`.
fn plain(json: &str) -> String {
    json.replace("\\\\", "\\u005c").replace("\\\"", "\\u0022").replace('<', "\\u003c")
}

/// The bulletin as a `NewsArticle`, with the corrections that were made to it.
fn article(record: &Record, about: &str, picture: Option<&str>, publisher: &str, look: &SiteLook) -> Value {
    let mut article = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": record.title,
        "description": about,
        "inLanguage": tag(record),
        "datePublished": record.date,
        "publisher": { "@type": "GovernmentOrganization", "name": publisher },
        "author": { "@type": "GovernmentOrganization", "name": publisher },
    });
    let mut add = |name: &str, value: Value| {
        if let Some(members) = article.as_object_mut() {
            members.insert(name.to_owned(), value);
        }
    };
    if let Some(last) = record.history.last().filter(|_| record.history.len() > 1) {
        add("dateModified", json!(last.time));
    }
    if !record.code.is_empty() {
        add("identifier", json!(record.code));
    }
    if !record.tags.is_empty() {
        add("keywords", json!(record.tags));
    }
    if let Some(place) = record.event.as_ref().and_then(|event| event.place.as_ref()) {
        add("contentLocation", json!({ "@type": "Place", "name": place }));
    }
    if let Some(address) = look.absolute(&page_of(&record.id)) {
        add("mainEntityOfPage", json!(address));
    }
    if let Some(picture) = picture.and_then(|picture| look.absolute(picture)) {
        add("image", json!([picture]));
    }
    if record.state == State::Withdrawn {
        add("creativeWorkStatus", json!("Withdrawn"));
    }
    let corrected = record.history.iter().filter(|happening| happening.state == State::Corrected);
    let corrections: Vec<Value> = corrected
        .map(|happening| {
            json!({
                "@type": "CorrectionComment",
                "datePublished": happening.time,
                "text": happening.reason.clone().unwrap_or_default(),
            })
        })
        .collect();
    if !corrections.is_empty() {
        add("correction", json!(corrections));
    }
    article
}
