//! The handbook: a chapter a file, in both languages, embedded in the program.
//!
//! [`Chapter::blocks`] reads a chapter; [`plain`] shows it in a terminal, and `nashra handbook
//! --pdf` sets all of them on pages.

mod block;
mod plain;
mod read;

use crate::words::Lang;

pub use block::{Block, Inline, Row};
pub use plain::plain;

/// A chapter in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Chapter {
    /// Its name on the command line and in file names.
    pub name: &'static str,
    ar: &'static str,
    en: &'static str,
}

macro_rules! chapters {
    ($($name:literal),+ $(,)?) => {
        /// All chapters, in the order of a working day; then what is needed less often.
        pub const CHAPTERS: &[Chapter] = &[$(Chapter {
            name: $name,
            ar: include_str!(concat!("ar/", $name, ".md")),
            en: include_str!(concat!("en/", $name, ".md")),
        }),+];
    };
}

chapters![
    "start",
    "write",
    "photos",
    "blocks",
    "check",
    "draft",
    "flyer",
    "social",
    "newsletter",
    "print",
    "booklets",
    "press",
    "embargo",
    "archive",
    "desk",
    "import",
    "office",
    "templates",
    "reference",
    "terms",
];

macro_rules! pictures {
    ($($name:literal),+ $(,)?) => {
        /// The pictures of all chapters: name, bytes.
        pub const PICTURES: &[(&str, &[u8])] =
            &[$((concat!($name, ".png"), include_bytes!(concat!("pictures/", $name, ".png")))),+];
    };
}

pictures!["booklet", "comparison", "correction", "flyers", "newsletter", "press", "site", "social", "working-day"];

impl Chapter {
    /// The chapter of a name, or of a title in either language.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        let name = name.trim();
        let is = |chapter: &&Self| {
            let titles = [chapter.name, chapter.title(Lang::Ar), chapter.title(Lang::En)];
            titles.iter().any(|known| known.eq_ignore_ascii_case(name))
        };
        CHAPTERS.iter().find(is).copied()
    }

    /// Its Markdown text.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ar => self.ar,
            Lang::En => self.en,
        }
    }

    /// Its title.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &'static str {
        let first = self.text(lang).lines().next().unwrap_or_default();
        first.trim_start_matches('#').trim()
    }

    /// Its text, read.
    #[must_use]
    pub fn blocks(&self, lang: Lang) -> Vec<Block> {
        read::blocks(self.text(lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapters_are_found_by_name_and_title() {
        assert_eq!(Chapter::find("photos").map(|chapter| chapter.name), Some("photos"));
        assert_eq!(Chapter::find("الصور").map(|chapter| chapter.name), Some("photos"));
        assert_eq!(Chapter::find("Photos ").map(|chapter| chapter.name), Some("photos"));
        assert!(Chapter::find("weather").is_none());
    }

    #[test]
    fn every_chapter_has_a_title_of_its_own() {
        for lang in [Lang::Ar, Lang::En] {
            let titles: std::collections::BTreeSet<_> = CHAPTERS.iter().map(|chapter| chapter.title(lang)).collect();
            assert_eq!(titles.len(), CHAPTERS.len());
            assert!(titles.iter().all(|title| !title.is_empty()));
        }
    }
}
