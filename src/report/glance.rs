//! A glance at a report or an issue: what lists show of it, read without any checks.

use std::path::Path;

use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use crate::arabic::CivilDate;
use crate::arabic::hygiene::visible;

use super::fields::markup;
use super::slug;
use super::status::Status;

/// The keys whose values are files that a report or an issue names.
const FILES: [&str; 3] = ["file", "photo", "report"];

/// A report or an issue as lists show it. Nothing of it was checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// Its status, if it has one.
    pub status: Option<Status>,
    /// The office's number, as written.
    pub number: Option<String>,
    /// The day it is issued.
    pub date: Option<CivilDate>,
    /// Its name in file names.
    pub slug: Option<String>,
    /// Its title, which an issue need not have.
    pub title: Option<String>,
    /// Those who get a copy.
    pub copies: Vec<String>,
    /// The pictures, attachments and reports that it names, each once.
    pub files: Vec<String>,
}

/// Looks at a text; none when it is no TOML.
#[must_use]
pub fn glance(file: &Path, text: &str) -> Option<Glance> {
    let table = DeTable::parse(text).ok()?;
    let table = table.get_ref();
    let word = |key: &str| Some(line(table.get(key)?.get_ref().as_str()?)).filter(|word| !word.is_empty());
    let status = match word("status").as_deref() {
        Some("draft") => Some(Status::Draft),
        Some("approved") => Some(Status::Approved),
        _ => None,
    };
    let mut files = Vec::new();
    named_files(table, &mut files);
    files.sort();
    files.dedup();
    Some(Glance {
        status,
        number: word("number"),
        date: table.get("date").and_then(|value| day(value.get_ref())),
        slug: word("slug").filter(|slug| slug::is_slug(slug)).or_else(|| slug::from_file(file)),
        title: word("title").map(|title| markup::parse(&title).text.plain()),
        copies: table.get("copies").map(|value| texts(value.get_ref())).unwrap_or_default(),
        files,
    })
}

/// True if the bytes of two TOML files say the same: comments, layout and the order of keys don't
/// count. What is no TOML is the same as nothing.
#[must_use]
pub fn is_same_toml(one: &[u8], other: &[u8]) -> bool {
    let table =
        |bytes: &[u8]| toml::from_slice::<toml::Table>(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)).ok();
    one == other || table(one).is_some_and(|one| table(other) == Some(one))
}

/// A text on one line, with nothing invisible in it.
fn line(text: &str) -> String {
    visible(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn day(value: &DeValue<'_>) -> Option<CivilDate> {
    match value {
        DeValue::Datetime(Datetime { date: Some(date), .. }) => {
            CivilDate::new(i32::from(date.year), date.month, date.day)
        }
        _ => None,
    }
}

fn texts(value: &DeValue<'_>) -> Vec<String> {
    match value {
        DeValue::String(text) => vec![markup::parse(&line(text)).text.plain()],
        DeValue::Array(list) => list.iter().flat_map(|value| texts(value.get_ref())).collect(),
        _ => Vec::new(),
    }
}

/// Gathers the files that a table and the tables in it name.
fn named_files(table: &DeTable<'_>, files: &mut Vec<String>) {
    for (key, value) in table {
        match value.get_ref() {
            DeValue::String(text) if FILES.contains(&&**key.get_ref()) => files.push(text.to_string()),
            DeValue::Table(table) => named_files(table, files),
            DeValue::Array(list) => list.iter().filter_map(|value| value.get_ref().as_table()).for_each(|table| {
                named_files(table, files);
            }),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_lists_show_is_read() {
        let found = glance(Path::new("content/x.toml"), include_str!("full_report.toml")).unwrap();
        assert_eq!(found.status, Some(Status::Approved));
        assert_eq!(found.number.as_deref(), Some("٤١٧/٢٠٢٦"));
        assert_eq!(found.date.map(CivilDate::iso).as_deref(), Some("2026-11-20"));
        assert_eq!(found.slug.as_deref(), Some("basra-child-friendly"));
        assert_eq!(found.title.as_deref(), Some("ورشة عمل عن المدن الصديقة للطفل"));
        assert_eq!(found.copies, ["مكتب السيد المحافظ", "قسم الموارد البشرية"]);
        let files = ["assets/a.jpg", "assets/attendance.csv", "assets/b.jpg", "assets/hall.jpg", "assets/opening.jpg"];
        assert_eq!(found.files, files);
    }

    #[test]
    fn what_is_absent_or_odd_is_left_out() {
        let found = glance(Path::new("content/2026-11-20-a.toml"), "status = 'x'\nnumber = 4\ndate = 'x'").unwrap();
        assert_eq!(found, Glance { slug: Some("a".to_owned()), ..Glance::default() });
        assert_eq!(glance(Path::new("a.toml"), "title = "), None);
    }
}
