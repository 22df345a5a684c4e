//! Reading tables.

use toml::de::DeValue;

use crate::words::{FieldProblem, Want};

use super::desk::Desk;
use super::fields::{Entry, Fields};
use super::inline::Text;
use super::model::Table;
use super::number::is_number;
use super::placed::Placed;

/// Columns of a table.
const COLUMNS: usize = 8;

/// `[body.table]`, with the caption beside it.
pub(crate) fn table(entry: &Entry<'_, '_>, block: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Option<Table> {
    let caption = block.take("caption").and_then(|entry| entry.text(desk));
    let mut fields = entry.table(desk)?;
    let columns = fields.need(desk, "columns", r#"["...", "..."]"#).map(|entry| columns(&entry, desk));
    let width = columns.as_ref().and_then(|columns| columns.as_ref().map(Vec::len));
    let rows = fields.need(desk, "rows", r#"[["...", "..."]]"#).and_then(|entry| rows(&entry, width, desk));
    fields.finish(desk);
    let columns = columns??;
    let rows = rows?;
    let numeric = (0..columns.len()).map(|column| is_numeric(&rows, column)).collect();
    Some(Table { caption, columns, rows, numeric })
}

fn columns(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Vec<Placed<Text>>> {
    let heads = entry.list(desk, Want::TextList)?;
    if heads.is_empty() {
        let problem = FieldProblem::EmptyList { key: entry.key.to_owned() };
        desk.error(entry.span.clone(), &entry.path, problem);
        return None;
    }
    entry.at_most(desk, heads.len(), COLUMNS);
    Some(heads.iter().map(|head| cell(head, desk)).collect())
}

fn rows(entry: &Entry<'_, '_>, width: Option<usize>, desk: &mut Desk<'_>) -> Option<Vec<Vec<Placed<Text>>>> {
    let list = entry.list(desk, Want::Rows)?;
    if list.is_empty() {
        let problem = FieldProblem::EmptyList { key: entry.key.to_owned() };
        desk.error(entry.span.clone(), &entry.path, problem);
    }
    let mut rows = Vec::with_capacity(list.len());
    for row in list {
        let Some(cells) = row.list(desk, Want::List) else { continue };
        let found = cells.len();
        if let Some(columns) = width.filter(|width| *width != found) {
            desk.error(row.span.clone(), &row.path, FieldProblem::RowLength { columns, found });
        }
        rows.push(cells.iter().map(|entry| cell(entry, desk)).collect());
    }
    Some(rows)
}

/// A cell: a text, which may be empty, or a number.
fn cell(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Placed<Text> {
    let text = match entry.value {
        DeValue::String(text) if text.trim().is_empty() => Text::default(),
        DeValue::String(_) => {
            return entry.text(desk).unwrap_or_else(|| desk.placed(Text::default(), entry.span.clone(), &entry.path));
        }
        DeValue::Integer(integer) => {
            let decimal = i64::from_str_radix(integer.as_str(), integer.radix());
            Text::from_plain(&decimal.map_or_else(|_| integer.as_str().to_owned(), |number| number.to_string()))
        }
        DeValue::Float(float) => Text::from_plain(float.as_str()),
        _ => {
            entry.wrong(desk, Want::Cell);
            Text::default()
        }
    };
    desk.placed(text, entry.span.clone(), &entry.path)
}

/// Whether all filled cells of a column are numbers, and one is filled.
fn is_numeric(rows: &[Vec<Placed<Text>>], column: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.value.plain());
    let mut filled = cells.filter(|cell| !cell.trim().is_empty()).peekable();
    filled.peek().is_some() && filled.all(|cell| is_number(&cell))
}
