//! A register becomes the virtual files of its document.

use serde_json::{Value, json};

use super::super::world::{VirtualFiles, virtual_files};
use super::{contract, house};
use crate::arabic::{CivilDate, DateStyle};
use crate::report::Workspace;
use crate::words::page;

/// The name of its template.
const TEMPLATE: &str = "register";

/// Everything a register is made from.
pub struct RegisterSpec<'a> {
    /// The office's settings.
    pub workspace: &'a Workspace,
    /// The office's mark: the ending of its file, and its bytes.
    pub mark: Option<(String, Vec<u8>)>,
    /// Its title.
    pub title: String,
    /// Before the time that it is of.
    pub period_label: &'static str,
    /// The time that it is of.
    pub period: String,
    /// The heads of its five columns.
    pub columns: [&'static str; 5],
    /// Its lines.
    pub lines: Vec<RegisterLine>,
    /// The day of its PDF, which never comes from the machine.
    pub date: CivilDate,
}

/// A line of a register.
pub struct RegisterLine {
    /// The number; or the first and the last of several.
    pub numbers: Vec<String>,
    /// The day of issue.
    pub date: Option<CivilDate>,
    /// The title, or the office's word on a number that no document has.
    pub title: String,
    /// Those who get a copy.
    pub to: Vec<String>,
    /// The state; none of a number that no document has.
    pub state: Option<String>,
}

impl RegisterSpec<'_> {
    /// The name of the template that shows it.
    #[must_use]
    pub fn template(&self) -> &'static str {
        TEMPLATE
    }

    /// The virtual files of its document.
    #[must_use]
    pub fn files(&self) -> VirtualFiles {
        let mark = self.mark.as_ref().map(|(ending, bytes)| (format!("/photos/1.{ending}"), bytes.clone()));
        let data = self.data(mark.as_ref().map(|(path, _)| path.clone()));
        let mut files = vec![
            ("/data.json".to_owned(), data.to_string().into_bytes()),
            ("/record.json".to_owned(), self.record().to_string().into_bytes()),
        ];
        files.extend(mark);
        virtual_files(files)
    }

    fn shown(&self, text: &str) -> String {
        house::shown(self.workspace.digits, text)
    }

    fn data(&self, mark: Option<String>) -> Value {
        json!({
            "contract": contract::VERSION,
            "document": { "edition": TEMPLATE, "profile": "archive", "bleed": 0, "paper": "a4", "status": "approved" },
            "locale": house::locale(house::page(self.workspace)),
            "labels": page::LABELS,
            "theme": house::theme(self.workspace),
            "office": house::office(self.workspace, mark),
            "report": null, "flyer": null, "verification": null,
            "register": {
                "title": self.shown(&self.title),
                "period_label": self.period_label,
                "period": self.shown(&self.period),
                "columns": self.columns,
                "rows": self.lines.iter().map(|line| self.line(line)).collect::<Vec<_>>(),
            },
        })
    }

    fn line(&self, line: &RegisterLine) -> Value {
        let style = DateStyle::arabic(self.workspace.digits);
        json!({
            "numbers": line.numbers.iter().map(|number| self.shown(number)).collect::<Vec<_>>(),
            "date": line.date.map(|date| style.gregorian(date)).unwrap_or_default(),
            "title": self.shown(&line.title),
            "to": line.to.iter().map(|name| self.shown(name)).collect::<Vec<_>>(),
            "state": line.state,
        })
    }

    fn record(&self) -> Value {
        let office = self.workspace.office.as_ref();
        let author: Vec<&str> = office.map(|office| office.name.value.as_str()).into_iter().collect();
        let CivilDate { year, month, day } = self.date;
        json!({
            "title": format!("{} {}", self.title, self.period),
            "author": author,
            "keywords": [],
            "description": self.title,
            "date": { "year": year, "month": month, "day": day },
            "attachments": [],
        })
    }
}
