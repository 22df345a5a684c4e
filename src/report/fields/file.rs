//! Reading a whole file, of whatever kind.

use std::ops::Range;
use std::path::Path;

use toml::de::DeTable;

use crate::diag::{Diagnostic, Edit};
use crate::report::check::checker::{Checker, NamedFile};
use crate::report::check::checks::Checks;
use crate::report::source::clip::clipped;
use crate::report::source::decode::MAX_BYTES;
use crate::report::source::syntax;
use crate::words::{FieldProblem, FileProblem, Want};

use super::field::Fields;

/// The one version of the formats.
const SCHEMA: i64 = 1;

/// Reads a file with a function for its fields. What the function gives is dropped when there is an
/// error.
pub(crate) fn read<T>(
    file: &Path,
    text: &str,
    checks: &Checks,
    fields: impl FnOnce(&mut Fields<'_, '_>, &mut Checker<'_>) -> Option<T>,
) -> (Option<T>, Vec<Diagnostic>) {
    if text.len() > MAX_BYTES {
        let path = file.to_string_lossy().replace('\\', "/");
        let problem = FileProblem::TooLarge { path, size: text.len() as u64, limit: MAX_BYTES as u64 };
        return (None, vec![Diagnostic::error(file, problem)]);
    }
    let Reading { value, found, whole, .. } = read_on(Checker::new(file, text, checks), fields);
    (value.filter(|_| whole), found)
}

/// A file with errors as far as it could be read.
pub(crate) struct Sketch<T> {
    /// What its fields give, where they give something, without the parts that are wrong.
    pub(crate) value: Option<T>,
    /// The files it names.
    pub(crate) named: Vec<NamedFile>,
}

/// Reads a file that has errors for what can be said of the rest; the errors themselves [`read`]
/// tells.
pub(crate) fn sketch<T>(
    file: &Path,
    text: &str,
    checks: &Checks,
    fields: impl FnOnce(&mut Fields<'_, '_>, &mut Checker<'_>) -> Option<T>,
) -> Sketch<T> {
    if text.len() > MAX_BYTES {
        return Sketch { value: None, named: Vec::new() };
    }
    let Reading { value, named, .. } = read_on(Checker::new(file, text, checks), fields);
    Sketch { value, named }
}

/// Every edit that would fix something in a file, also those of warnings that are too many to be
/// told.
pub(crate) fn edits<T>(
    file: &Path,
    text: &str,
    checks: &Checks,
    fields: impl FnOnce(&mut Fields<'_, '_>, &mut Checker<'_>) -> Option<T>,
) -> Vec<Edit> {
    if text.len() > MAX_BYTES {
        return Vec::new();
    }
    let Reading { found, .. } = read_on(Checker::new(file, text, checks).telling_all(), fields);
    found.into_iter().filter_map(|warning| warning.edit).collect()
}

/// What came of a file.
struct Reading<T> {
    value: Option<T>,
    found: Vec<Diagnostic>,
    /// True without an error.
    whole: bool,
    named: Vec<NamedFile>,
}

fn read_on<T>(
    mut checker: Checker<'_>,
    fields: impl FnOnce(&mut Fields<'_, '_>, &mut Checker<'_>) -> Option<T>,
) -> Reading<T> {
    let text = checker.text;
    let (table, errors) = DeTable::parse_recoverable(text);
    let value = if errors.is_empty() {
        whole(table.get_ref(), &mut checker, fields)
    } else {
        let (text, errors) = syntax::readable(&checker.lines);
        errors.into_iter().for_each(|error| checker.syntax(error));
        let (table, _) = DeTable::parse_recoverable(&text);
        whole(table.get_ref(), &mut checker, fields)
    };
    checker.tell_digits();
    checker.tell_idle();
    let (whole, named) = (!checker.has_errors(), std::mem::take(&mut checker.named));
    Reading { value, found: checker.into_findings(), whole, named }
}

fn whole<T>(
    table: &DeTable<'_>,
    checker: &mut Checker<'_>,
    fields: impl FnOnce(&mut Fields<'_, '_>, &mut Checker<'_>) -> Option<T>,
) -> Option<T> {
    let mut root = Fields::new(table, start(checker.text), String::new());
    if table.is_empty() {
        checker.absent(root.span, "", FieldProblem::EmptyFile);
        return None;
    }
    schema(&mut root, checker);
    let value = fields(&mut root, checker);
    root.finish(checker);
    value
}

/// The start of the file, for what the whole file lacks.
fn start(text: &str) -> Range<usize> {
    let at = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
    at..at
}

fn schema(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) {
    let Some(field) = root.need(checker, "schema", "1") else { return };
    match field.value.as_integer() {
        None => field.wrong(checker, Want::Integer),
        Some(integer) if i64::from_str_radix(integer.as_str(), integer.radix()) == Ok(SCHEMA) => {}
        Some(integer) => {
            let problem = FieldProblem::UnknownSchema { found: clipped(integer.as_str()) };
            checker.error(field.span.clone(), &field.path, problem);
        }
    }
}
