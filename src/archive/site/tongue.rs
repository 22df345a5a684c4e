//! The languages of a page: Arabic, unless an element says otherwise.

use maud::{Markup, PreEscaped, html};

use super::look::{SiteLook, markup};
use crate::arabic::{Language, isolate};
use crate::archive::Record;

/// The language of an element of a page, and how its texts are written.
#[derive(Clone, Copy)]
pub(super) struct Tongue<'a> {
    language: Language,
    look: &'a SiteLook,
}

/// The language that a record names, if it is one of those that reports may have.
pub(super) fn named(record: &Record) -> Option<Language> {
    record.language.as_deref().and_then(Language::tagged)
}

/// The tag of a bulletin's language: of what it names, else of its title and text.
pub(super) fn tag(record: &Record) -> &str {
    let text = || format!("{} {}", record.title, record.text());
    record.language.as_deref().unwrap_or_else(|| Language::of(&text()).tag())
}

impl<'a> Tongue<'a> {
    /// The language of an element with this text, of which the bulletin names the language or not.
    pub(super) fn of(named: Option<Language>, text: &str, look: &'a SiteLook) -> Self {
        Self { language: Language::named(named, text), look }
    }

    /// The attribute `lang`, where it isn't the page's own.
    pub(super) fn lang(self) -> Option<&'static str> {
        (self.language != Language::Arabic).then(|| self.language.tag())
    }

    /// The attribute `dir`, where it isn't the page's own.
    pub(super) fn dir(self) -> Option<&'static str> {
        (self.language == Language::Latin).then(|| self.language.direction())
    }

    /// Running text in its language: numbers in its digits, and held together what the browser
    /// would turn round.
    pub(super) fn prose(self, text: &str) -> Markup {
        if self.language == Language::Latin {
            return PreEscaped(markup(text));
        }
        PreEscaped(markup(&isolate(&self.look.digits.of(self.language).text(text))))
    }

    /// Words in the quotation marks of the language.
    pub(super) fn quoted(self, words: &Markup) -> Markup {
        match self.language {
            Language::Latin => html! { "“" (words) "”" },
            _ => html! { "«" (words) "»" },
        }
    }
}

/// A slogan, between its language's quotation marks.
pub(super) fn slogan(named: Option<Language>, text: &str, look: &SiteLook) -> Markup {
    let tongue = Tongue::of(named, text, look);
    html! { p.slogan lang=[tongue.lang()] dir=[tongue.dir()] { (tongue.quoted(&tongue.prose(text))) } }
}

/// A text on its own, in its language.
pub(super) fn alone(named: Option<Language>, text: &str, look: &SiteLook) -> Markup {
    let tongue = Tongue::of(named, text, look);
    match tongue.lang() {
        Some(lang) => html! { span lang=(lang) dir=[tongue.dir()] { (tongue.prose(text)) } },
        None => tongue.prose(text),
    }
}
