//! Reading `[office]`.

use crate::report::check::checker::Checker;
use crate::report::fields::field::{Field, Fields};
use crate::report::fields::web;
use crate::report::source::clip::clipped;
use crate::report::source::number::latin_digit;
use crate::report::source::placed::Placed;
use crate::words::{FieldProblem, ValueProblem, Want};

use super::office::{Contact, ContactKind, Logo, Office, SecondLanguage, SecondOffice};

/// Characters in a contact.
const CONTACT: usize = 200;
/// Lines above the office's name; the longest way up that an office has is about five.
const PARENTS: usize = 8;
/// Contacts of a kind.
const CONTACTS: usize = 12;

/// `[office]`.
pub(crate) fn office(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Office> {
    let mut fields = field.table(checker)?;
    let (name, parents) = hierarchy(&mut fields, checker);
    let logo = logo(&mut fields, checker);
    let second = fields.take("second").and_then(|field| second(&field, checker));
    let contacts = fields.take("contacts").map(|field| contacts(&field, checker)).unwrap_or_default();
    fields.finish(checker);
    Some(Office { name: name?, parents, logo, second, contacts })
}

fn hierarchy(fields: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> (Option<Placed<String>>, Vec<Placed<String>>) {
    let name = fields.need(checker, "name", r#""...""#).and_then(|field| field.plain(checker));
    let parents = fields.take("parents").and_then(|field| field.bounded(checker, Want::TextList, PARENTS));
    let parents = parents.unwrap_or_default();
    (name, parents.iter().filter_map(|field| field.plain(checker)).collect())
}

fn logo(fields: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Option<Logo> {
    let file = fields.take("logo");
    let alt = fields.take("logo_alt");
    match (file, alt) {
        (Some(file), Some(alt)) => Some(Logo { file: file.path(checker)?, alt: alt.plain(checker)? }),
        (Some(file), None) => {
            fields.missing(checker, "logo_alt", r#""...""#);
            file.path(checker);
            None
        }
        (None, Some(alt)) => {
            let problem = FieldProblem::Needs { key: "logo_alt", other: "logo" };
            checker.error(alt.span.clone(), &alt.path, problem);
            None
        }
        (None, None) => None,
    }
}

fn second(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<SecondOffice> {
    let mut fields = field.table(checker)?;
    let languages = [("en", SecondLanguage::English), ("ku", SecondLanguage::Kurdish)];
    let language = fields.need(checker, "language", r#""en""#).and_then(|field| field.choice(checker, &languages));
    let (name, parents) = hierarchy(&mut fields, checker);
    fields.finish(checker);
    Some(SecondOffice { language: language?, name: name?, parents })
}

fn contacts(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Vec<Contact> {
    let Some(mut fields) = field.table(checker) else { return Vec::new() };
    let mut all = Vec::new();
    for kind in ContactKind::ALL {
        let Some(field) = fields.take(kind.key()) else { continue };
        for field in field.one_or_more(checker, CONTACTS) {
            all.extend(contact(kind, &field, checker).map(|text| Contact { kind, text }));
        }
    }
    fields.finish(checker);
    all
}

fn contact(kind: ContactKind, field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Placed<String>> {
    let text = match kind {
        ContactKind::Website => return field.web(checker),
        ContactKind::Address => return field.plain(checker),
        _ => field.word(checker, CONTACT)?,
    };
    let found = || clipped(&text.value);
    let problem = match kind {
        ContactKind::Email if !web::is_email(&text.value) => ValueProblem::BadEmail { found: found() },
        ContactKind::Phone if !is_phone(&text.value) => ValueProblem::BadPhone { found: found() },
        _ => return Some(text),
    };
    checker.error(field.span.clone(), &field.path, problem);
    None
}

/// At least three digits, and nothing but what stands between the digits of telephone numbers.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(|c| latin_digit(*c).is_some()).count();
    let allowed = |c: char| latin_digit(c).is_some() || matches!(c, '+' | '-' | '(' | ')' | '/' | '.' | ' ' | '\u{A0}');
    digits >= 3 && text.chars().all(allowed)
}
