//! Words of the register.

use crate::words::Lang;

/// The words around a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisterWords {
    /// The heads of the columns: number, date, title, to whom, state.
    pub columns: [&'static str; 5],
    /// Its name on the page.
    pub heading: &'static str,
    /// The name of that of the newsletter's issues.
    pub heading_issues: &'static str,
    /// Before the time that it is of.
    pub period: &'static str,
    /// Before a year.
    pub year: &'static str,
    /// Between the first and the last of several numbers.
    pub to: &'static str,
    /// The state of a number that no document has.
    pub nobody: &'static str,
    /// In place of a title, where nobody said why.
    pub unexplained: &'static str,
    /// In place of what isn't there.
    pub none: &'static str,
}

impl RegisterWords {
    /// The words in a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        match lang {
            Lang::Ar => Self {
                columns: ["العدد", "التاريخ", "العنوان", "إلى", "الحالة"],
                heading: "سجل الصادر",
                heading_issues: "سجل أعداد النشرة الإخبارية",
                period: "المدة",
                year: "سنة",
                to: "إلى",
                nobody: "بلا نشرة",
                unexplained: "لم يُذكر سببه",
                none: "—",
            },
            Lang::En => Self {
                columns: ["Number", "Date", "Title", "To", "State"],
                heading: "Register",
                heading_issues: "Register of issues",
                period: "Period",
                year: "year",
                to: "to",
                nobody: "no bulletin",
                unexplained: "not explained",
                none: "—",
            },
        }
    }

    /// A year as a time.
    #[must_use]
    pub fn of_year(&self, year: i32) -> String {
        format!("{} {year}", self.year)
    }

    /// The words in the column of titles: the title of a document, else the office's word on a number
    /// that no document has.
    #[must_use]
    pub fn title_of<'w>(&'w self, is_document: bool, title: Option<&'w str>, note: Option<&'w str>) -> &'w str {
        if is_document { title.unwrap_or_default() } else { note.unwrap_or(self.unexplained) }
    }
}
