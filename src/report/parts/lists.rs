//! Reading lists.

use toml::de::DeValue;

use crate::report::check::checker::Checker;
use crate::report::fields::field::{Field, Fields};
use crate::report::fields::inline::Text;
use crate::report::limits::ITEMS;
use crate::report::model::{List, ListItem};
use crate::report::source::placed::Placed;
use crate::words::{FieldProblem, Want};

/// `list = [...]`.
pub(crate) fn list(field: &Field<'_, '_>, fields: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Option<List> {
    let ordered = fields.take("ordered").and_then(|field| field.boolean(checker)).unwrap_or(false);
    let elements = elements(field, checker)?;
    let items = elements.iter().filter_map(|element| item(element, checker)).collect();
    Some(List { ordered, items })
}

/// The elements of a list that must have some.
fn elements<'v, 's>(field: &Field<'v, 's>, checker: &mut Checker<'_>) -> Option<Vec<Field<'v, 's>>> {
    let elements = field.bounded(checker, Want::List, ITEMS)?;
    if elements.is_empty() {
        let problem = FieldProblem::EmptyList { key: field.key.to_owned() };
        checker.error(field.span.clone(), &field.path, problem);
    }
    Some(elements)
}

fn item(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<ListItem> {
    match field.value {
        DeValue::String(_) => Some(ListItem { content: field.text(checker)?, ordered: false, items: Vec::new() }),
        DeValue::Table(_) => nested(field, checker),
        _ => {
            field.wrong(checker, Want::Item);
            None
        }
    }
}

fn nested(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<ListItem> {
    let mut fields = field.table(checker)?;
    let content = fields.need(checker, "item", r#""...""#).and_then(|field| field.text(checker));
    let ordered = fields.take("ordered").and_then(|field| field.boolean(checker)).unwrap_or(false);
    let inner = fields.take("list").and_then(|field| elements(&field, checker)).unwrap_or_default();
    let items = inner.iter().filter_map(|element| leaf(element, checker)).collect();
    fields.finish(checker);
    Some(ListItem { content: content?, ordered, items })
}

fn leaf(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Placed<Text>> {
    if matches!(field.value, DeValue::Table(_) | DeValue::Array(_)) {
        checker.error(field.span.clone(), &field.path, FieldProblem::ListTooDeep);
        return None;
    }
    field.text(checker)
}
