//! The walk of the handbook: its chapters set on pages, as a bulletin is, and exported for the
//! record.

use serde_json::{Value, json};

use super::failed::template_problem;
use crate::error::Failure;
use crate::export::{PdfProfile, pdf};
use crate::handbook::{CHAPTERS, PICTURES};
use crate::pages;
use crate::report::Workspace;
use crate::typeset::{self, Engine, FontPlaces, Fonts, RemarkKind, Templates};
use crate::words::{HandbookWords, Lang};

/// The template that sets it.
const TEMPLATE: &str = "handbook";
/// The day of its text: year, month, day. A file's date never comes from the machine.
const DAY: (i32, u8, u8) = (2026, 11, 27);

/// The handbook as PDF/A-3a and PDF/UA-1, set with the built-in templates and fonts whatever the
/// workspace has.
///
/// # Errors
/// What the template or the PDF standard found wrong.
pub fn handbook(lang: Lang) -> Result<Vec<u8>, Failure> {
    let fonts = Fonts::new(&FontPlaces { folders: Vec::new(), system: false })?;
    let engine = Engine::new(fonts, Templates::new(Vec::new()));
    let mut files = vec![
        ("/data.json".to_owned(), data(lang).to_string().into_bytes()),
        ("/record.json".to_owned(), record(lang).to_string().into_bytes()),
    ];
    files.extend(PICTURES.iter().map(|(name, bytes)| (format!("/pictures/{name}"), bytes.to_vec())));
    let made = typeset::compile(&engine, TEMPLATE, &typeset::virtual_files(files));
    let made = made.map_err(|remarks| failed(remarks.into_iter().map(|remark| remark.kind)))?;
    let finished = pages::finish(&made.document, lang == Lang::Ar);
    let name = match lang {
        Lang::Ar => "Ar",
        Lang::En => "En",
    };
    let ident = format!("nashra handbook {name} {}", env!("CARGO_PKG_VERSION"));
    pdf(&finished.document, PdfProfile::Archive, &ident).map_err(|kinds| failed(kinds.into_iter()))
}

/// What the template reads: the parts of the contract that its tokens need, and the chapters.
fn data(lang: Lang) -> Value {
    let workspace = Workspace::default();
    let theme = &workspace.theme;
    let (name, region, numbering) = match lang {
        Lang::Ar => ("ar", "IQ", workspace.digits.numbering()),
        Lang::En => ("en", "GB", "1"),
    };
    let words = HandbookWords::new(lang);
    let chapters = CHAPTERS.iter().map(|chapter| json!({ "name": chapter.name, "blocks": chapter.blocks(lang) }));
    json!({
        "contract": 1,
        "document": { "edition": TEMPLATE, "profile": "archive", "bleed": 0, "paper": "a4", "status": "approved" },
        "locale": { "lang": name, "region": region, "numbering": numbering },
        "labels": {},
        "theme": {
            "accent": theme.accent,
            "text_font": theme.text_font.family,
            "heading_font": theme.heading_font.family,
            "caption_font": theme.caption_font.family,
            "display_font": theme.display_font.family,
        },
        "office": null, "report": null, "flyer": null, "verification": null,
        "handbook": {
            "title": words.title,
            "subtitle": words.subtitle,
            "contents": words.contents,
            "chapters": chapters.collect::<Vec<_>>(),
        },
    })
}

/// What the frame around every template reads.
fn record(lang: Lang) -> Value {
    let words = HandbookWords::new(lang);
    let (year, month, day) = DAY;
    json!({
        "title": words.title,
        "author": ["nashra"],
        "keywords": [],
        "description": words.subtitle,
        "date": { "year": year, "month": month, "day": day },
        "attachments": [],
    })
}

/// The handbook is the program's own: what is wrong with it is told as a template's error.
fn failed(kinds: impl Iterator<Item = RemarkKind>) -> Failure {
    Failure::Machine(template_problem(kinds).into())
}
