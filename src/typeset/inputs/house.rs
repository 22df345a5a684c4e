//! What all documents of an office share: its letterhead, colours, faces and digits.

use super::contract;
use super::spread::{LONGEST_WORD, PageLanguage};
use crate::arabic::{Digits, Language, bidi, part_long};
use crate::report::{self, ContactKind, Workspace};

/// Left-to-right isolate and its end (UAX 9, 2.4).
const LRI: char = '\u{2066}';
const PDI: char = '\u{2069}';

pub(super) fn locale(page: PageLanguage) -> contract::Locale {
    let PageLanguage { language, digits } = page;
    contract::Locale {
        lang: language.tag(),
        region: "IQ",
        digits: digits.name(),
        numbering: digits.numbering(),
        dir: language.direction(),
    }
}

/// The language and the digits of pages that no report is the subject of.
pub(super) fn page(workspace: &Workspace) -> PageLanguage {
    PageLanguage { language: Language::Arabic, digits: workspace.digits }
}

pub(super) fn theme(workspace: &Workspace) -> contract::Theme {
    let theme = &workspace.theme;
    contract::Theme {
        accent: theme.accent.clone(),
        text_font: theme.text_font.family.clone(),
        heading_font: theme.heading_font.family.clone(),
        caption_font: theme.caption_font.family.clone(),
        display_font: theme.display_font.family.clone(),
    }
}

/// The letterhead; `mark` is the path of the office's mark among the document's files.
pub(super) fn office(workspace: &Workspace, mark: Option<String>) -> contract::Office {
    let Some(office) = &workspace.office else { return contract::Office::default() };
    contract::Office {
        hierarchy: hierarchy(&office.parents, &office.name),
        second: office.second.as_ref().map(|second| contract::SecondOffice {
            lang: second.language.tag(),
            dir: second.language.direction(),
            hierarchy: hierarchy(&second.parents, &second.name),
        }),
        logo: office.logo.as_ref().zip(mark).map(|(logo, path)| contract::Logo { path, alt: logo.alt.value.clone() }),
        contacts: office.contacts.iter().map(|one| contact(workspace, one)).collect(),
    }
}

fn contact(workspace: &Workspace, contact: &report::Contact) -> contract::Contact {
    let text = &contact.text.value;
    contract::Contact {
        kind: contact.kind.key(),
        text: match contact.kind {
            ContactKind::Address => shown(workspace.digits, text),
            ContactKind::Website => left_to_right(short_url(text)),
            ContactKind::Phone => kept(&bidi::from_left(text)),
            ContactKind::Email | ContactKind::Social => left_to_right(text),
        },
        url: contact.url(),
    }
}

/// A string ready to print. Digits first: what needs an isolate depends on the digits' kind.
pub(super) fn shown(digits: Digits, text: &str) -> String {
    part_long(&bidi::isolate(&digits.text(text)), LONGEST_WORD)
}

/// The office and those above it, from the top down.
fn hierarchy(parents: &[report::Placed<String>], name: &report::Placed<String>) -> Vec<String> {
    parents.iter().chain([name]).map(|line| line.value.clone()).collect()
}

/// Text that reads from left to right whatever stands around it.
pub(super) fn left_to_right(text: &str) -> String {
    kept(&format!("{LRI}{text}{PDI}"))
}

/// What is isolated, its numbers in groups kept in one line and its long words parted.
fn kept(isolated: &str) -> String {
    part_long(&bidi::hold(isolated), LONGEST_WORD)
}

/// An address without what readers don't need to type.
pub(super) fn short_url(url: &str) -> &str {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or(url);
    rest.strip_suffix('/').unwrap_or(rest)
}
