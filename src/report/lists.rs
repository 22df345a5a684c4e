//! Reading lists.

use toml::de::DeValue;

use crate::words::{FieldProblem, Want};

use super::desk::Desk;
use super::fields::{Entry, Fields};
use super::inline::Text;
use super::model::{List, ListItem};
use super::placed::Placed;

/// `list = [...]`.
pub(crate) fn list(entry: &Entry<'_, '_>, fields: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Option<List> {
    let ordered = fields.take("ordered").and_then(|entry| entry.boolean(desk)).unwrap_or(false);
    let elements = elements(entry, desk)?;
    let items = elements.iter().filter_map(|element| item(element, desk)).collect();
    Some(List { ordered, items })
}

/// The elements of a list that must have some.
fn elements<'v, 's>(entry: &Entry<'v, 's>, desk: &mut Desk<'_>) -> Option<Vec<Entry<'v, 's>>> {
    let elements = entry.list(desk, Want::List)?;
    if elements.is_empty() {
        let problem = FieldProblem::EmptyList { key: entry.key.to_owned() };
        desk.error(entry.span.clone(), &entry.path, problem);
    }
    Some(elements)
}

fn item(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<ListItem> {
    match entry.value {
        DeValue::String(_) => Some(ListItem { content: entry.text(desk)?, ordered: false, items: Vec::new() }),
        DeValue::Table(_) => nested(entry, desk),
        _ => {
            entry.wrong(desk, Want::Item);
            None
        }
    }
}

fn nested(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<ListItem> {
    let mut fields = entry.table(desk)?;
    let content = fields.need(desk, "item", r#""...""#).and_then(|entry| entry.text(desk));
    let ordered = fields.take("ordered").and_then(|entry| entry.boolean(desk)).unwrap_or(false);
    let inner = fields.take("list").and_then(|entry| elements(&entry, desk)).unwrap_or_default();
    let items = inner.iter().filter_map(|element| leaf(element, desk)).collect();
    fields.finish(desk);
    Some(ListItem { content: content?, ordered, items })
}

fn leaf(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Placed<Text>> {
    if matches!(entry.value, DeValue::Table(_) | DeValue::Array(_)) {
        desk.error(entry.span.clone(), &entry.path, FieldProblem::ListTooDeep);
        return None;
    }
    entry.text(desk)
}
