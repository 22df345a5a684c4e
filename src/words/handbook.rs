//! The words around the chapters of the handbook when it is set on pages.

use super::Lang;

/// The words of its first page.
#[derive(Clone, Copy, Debug, serde::Serialize)]
pub struct HandbookWords {
    /// The book's name.
    pub title: &'static str,
    /// Its purpose.
    pub subtitle: &'static str,
    /// Above the list of chapters.
    pub contents: &'static str,
}

impl HandbookWords {
    /// The words in a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        match lang {
            Lang::Ar => Self {
                title: "دليل نشرة",
                subtitle: "من كتابة التقرير إلى النشرة الموقّعة والأرشيف",
                contents: "المحتويات",
            },
            Lang::En => Self {
                title: "The nashra handbook",
                subtitle: "From writing a report to the signed bulletin and the archive",
                contents: "Contents",
            },
        }
    }
}
