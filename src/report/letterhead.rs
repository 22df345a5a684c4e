//! Reading `[office]`.

use crate::words::{FieldProblem, ValueProblem, Want};

use super::desk::Desk;
use super::fields::{Entry, Fields, clipped};
use super::number::latin_digit;
use super::office::{Contact, ContactKind, Logo, Office, SecondLanguage, SecondOffice};
use super::placed::Placed;
use super::web;

/// Characters in a contact.
const CONTACT: usize = 200;

/// `[office]`.
pub(crate) fn office(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Office> {
    let mut fields = entry.table(desk)?;
    let (name, parents) = hierarchy(&mut fields, desk);
    let logo = logo(&mut fields, desk);
    let second = fields.take("second").and_then(|entry| second(&entry, desk));
    let contacts = fields.take("contacts").map(|entry| contacts(&entry, desk)).unwrap_or_default();
    fields.finish(desk);
    Some(Office { name: name?, parents, logo, second, contacts })
}

fn hierarchy(fields: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> (Option<Placed<String>>, Vec<Placed<String>>) {
    let name = fields.need(desk, "name", r#""...""#).and_then(|entry| entry.plain(desk));
    let parents = fields.take("parents").and_then(|entry| entry.list(desk, Want::TextList)).unwrap_or_default();
    (name, parents.iter().filter_map(|entry| entry.plain(desk)).collect())
}

fn logo(fields: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Option<Logo> {
    let file = fields.take("logo");
    let alt = fields.take("logo_alt");
    match (file, alt) {
        (Some(file), Some(alt)) => Some(Logo { file: file.path(desk)?, alt: alt.plain(desk)? }),
        (Some(file), None) => {
            fields.missing(desk, "logo_alt", r#""...""#);
            file.path(desk);
            None
        }
        (None, Some(alt)) => {
            let problem = FieldProblem::Needs { key: "logo_alt", other: "logo" };
            desk.error(alt.span.clone(), &alt.path, problem);
            None
        }
        (None, None) => None,
    }
}

fn second(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<SecondOffice> {
    let mut fields = entry.table(desk)?;
    let languages = [("en", SecondLanguage::English), ("ku", SecondLanguage::Kurdish)];
    let language = fields.need(desk, "language", r#""en""#).and_then(|entry| entry.choice(desk, &languages));
    let (name, parents) = hierarchy(&mut fields, desk);
    fields.finish(desk);
    Some(SecondOffice { language: language?, name: name?, parents })
}

fn contacts(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Vec<Contact> {
    let Some(mut fields) = entry.table(desk) else { return Vec::new() };
    let mut all = Vec::new();
    for kind in ContactKind::ALL {
        let Some(entry) = fields.take(kind.key()) else { continue };
        for entry in entry.one_or_more(desk) {
            all.extend(contact(kind, &entry, desk).map(|text| Contact { kind, text }));
        }
    }
    fields.finish(desk);
    all
}

fn contact(kind: ContactKind, entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Placed<String>> {
    let text = match kind {
        ContactKind::Website => return entry.web(desk),
        ContactKind::Address => return entry.plain(desk),
        _ => entry.word(desk, CONTACT)?,
    };
    let found = || clipped(&text.value);
    let problem = match kind {
        ContactKind::Email if !web::is_email(&text.value) => ValueProblem::BadEmail { found: found() },
        ContactKind::Phone if !is_phone(&text.value) => ValueProblem::BadPhone { found: found() },
        _ => return Some(text),
    };
    desk.error(entry.span.clone(), &entry.path, problem);
    None
}

/// At least three digits, and nothing but what stands between the digits of telephone numbers.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(|c| latin_digit(*c).is_some()).count();
    let allowed = |c: char| latin_digit(c).is_some() || matches!(c, '+' | '-' | '(' | ')' | '/' | '.' | ' ' | '\u{A0}');
    digits >= 3 && text.chars().all(allowed)
}
