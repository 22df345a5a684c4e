//! Reading tables.

use toml::de::DeValue;

use crate::report::check::checker::Checker;
use crate::report::fields::field::{Field, Fields};
use crate::report::fields::inline::Text;
use crate::report::limits::{COLUMNS, ROWS};
use crate::report::model::Table;
use crate::report::source::number::is_number;
use crate::report::source::placed::Placed;
use crate::words::{FieldProblem, Want};

/// `[body.table]`, with the caption beside it.
pub(crate) fn table(field: &Field<'_, '_>, block: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Option<Table> {
    let caption = block.take("caption").and_then(|field| field.text(checker));
    let mut fields = field.table(checker)?;
    let columns = fields.need(checker, "columns", r#"["...", "..."]"#).map(|field| columns(&field, checker));
    let width = columns.as_ref().and_then(|columns| columns.as_ref().map(Vec::len));
    let rows = fields.need(checker, "rows", r#"[["...", "..."]]"#).and_then(|field| rows(&field, width, checker));
    fields.finish(checker);
    let columns = columns??;
    let rows = rows?;
    let numeric = (0..columns.len()).map(|column| is_numeric(&rows, column)).collect();
    Some(Table { caption, columns, rows, numeric })
}

fn columns(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Vec<Placed<Text>>> {
    let heads = field.list(checker, Want::TextList)?;
    if heads.is_empty() {
        let problem = FieldProblem::EmptyList { key: field.key.to_owned() };
        checker.error(field.span.clone(), &field.path, problem);
        return None;
    }
    field.at_most(checker, heads.len(), COLUMNS);
    Some(heads.iter().map(|head| cell(head, checker)).collect())
}

fn rows(field: &Field<'_, '_>, width: Option<usize>, checker: &mut Checker<'_>) -> Option<Vec<Vec<Placed<Text>>>> {
    let list = field.bounded(checker, Want::Rows, ROWS)?;
    if list.is_empty() {
        let problem = FieldProblem::EmptyList { key: field.key.to_owned() };
        checker.error(field.span.clone(), &field.path, problem);
    }
    let mut rows = Vec::with_capacity(list.len());
    for row in list {
        let Some(cells) = row.list(checker, Want::List) else { continue };
        let found = cells.len();
        if let Some(columns) = width.filter(|width| *width != found) {
            checker.error(row.span.clone(), &row.path, FieldProblem::RowLength { columns, found });
        }
        rows.push(cells.iter().map(|field| cell(field, checker)).collect());
    }
    Some(rows)
}

/// A cell: a text, which may be empty, or a number.
fn cell(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Placed<Text> {
    let text = match field.value {
        DeValue::String(text) if text.trim().is_empty() => Text::default(),
        DeValue::String(_) => {
            return field
                .text(checker)
                .unwrap_or_else(|| checker.placed(Text::default(), field.span.clone(), &field.path));
        }
        DeValue::Integer(integer) => {
            let decimal = i64::from_str_radix(integer.as_str(), integer.radix());
            Text::from_plain(&decimal.map_or_else(|_| integer.as_str().to_owned(), |number| number.to_string()))
        }
        DeValue::Float(float) => Text::from_plain(float.as_str()),
        _ => {
            field.wrong(checker, Want::Cell);
            Text::default()
        }
    };
    checker.placed(text, field.span.clone(), &field.path)
}

/// True if all filled cells of a column are numbers, and one is filled.
fn is_numeric(rows: &[Vec<Placed<Text>>], column: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.value.plain());
    let mut filled = cells.filter(|cell| !cell.trim().is_empty()).peekable();
    filled.peek().is_some() && filled.all(|cell| is_number(&cell))
}
