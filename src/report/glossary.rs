//! Reading `glossary.toml`: the office's names and titles.

use std::collections::HashMap;
use std::path::Path;

use crate::arabic::glossary::{Glossary, Name, foreign_mark, plain_form};
use crate::diag::Diagnostic;
use crate::words::{ValueProblem, Want};

use super::checks::Checks;
use super::desk::Desk;
use super::fields::{Entry, Fields, clipped};
use super::placed::Placed;
use super::read::read;

/// Names in one glossary.
const NAMES: usize = 1000;
/// Wrong forms of one name.
const WRONG: usize = 20;
/// Characters in a name.
const LONGEST: usize = 120;

/// Reads a glossary.
///
/// `file` is its path as shown to the user. The glossary is `None` when there is an error among the diagnostics.
pub fn parse_glossary(file: &Path, text: &str) -> (Option<Glossary>, Vec<Diagnostic>) {
    read(file, text, &Checks::default(), |root, desk| Some(Glossary::new(names(root, desk))))
}

/// A name with its place, and its wrong forms with theirs.
struct Entered {
    form: Placed<String>,
    not: Vec<Placed<String>>,
}

fn names(root: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Vec<Name> {
    let Some(entry) = root.take("name") else { return Vec::new() };
    let list = entry.list(desk, Want::Blocks).unwrap_or_default();
    entry.at_most(desk, list.len(), NAMES);
    let all: Vec<Entered> = list.iter().take(NAMES).filter_map(|entry| name(entry, desk)).collect();
    refuse_twins(&all, desk);
    let plain = |text: Placed<String>| text.value;
    all.into_iter()
        .map(|name| Name { form: plain(name.form), not: name.not.into_iter().map(plain).collect() })
        .collect()
}

fn name(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Entered> {
    let mut fields = entry.table(desk)?;
    let form = fields.need(desk, "form", "\"...\"").and_then(|entry| words(&entry, desk));
    let not = fields.take("not");
    fields.finish(desk);
    let not = not.map(|entry| {
        let list = entry.list(desk, Want::TextList).unwrap_or_default();
        entry.at_most(desk, list.len(), WRONG);
        list.iter().take(WRONG).filter_map(|entry| words(entry, desk)).collect()
    });
    Some(Entered { form: form?, not: not.unwrap_or_default() })
}

/// A name: words and spaces, nothing else.
fn words(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Placed<String>> {
    let name = entry.word(desk, LONGEST)?;
    if let Some(mark) = foreign_mark(&name.value) {
        desk.error(entry.span.clone(), &entry.path, ValueProblem::MarkInName { mark });
        return None;
    }
    Some(name)
}

/// Reports what is in the glossary twice: each form and each wrong form may stand for one name, and no form is wrong.
fn refuse_twins(all: &[Entered], desk: &mut Desk<'_>) {
    let mut forms: HashMap<String, &Placed<String>> = HashMap::new();
    for name in all {
        if let Some(first) = forms.get(&plain_form(&name.form.value)) {
            let problem = ValueProblem::NameTwice { name: clipped(&name.form.value), line: first.place.line };
            desk.error(name.form.place.span.clone(), &name.form.field, problem);
        } else {
            forms.insert(plain_form(&name.form.value), &name.form);
        }
    }
    let mut wrong: HashMap<String, &Placed<String>> = HashMap::new();
    for not in all.iter().flat_map(|name| &name.not) {
        let plain = plain_form(&not.value);
        let name = clipped(&not.value);
        if let Some(form) = forms.get(&plain) {
            let problem = ValueProblem::RightAndWrong { name, line: form.place.line };
            desk.error(not.place.span.clone(), &not.field, problem);
        } else if let Some(first) = wrong.get(&plain) {
            let problem = ValueProblem::NameTwice { name, line: first.place.line };
            desk.error(not.place.span.clone(), &not.field, problem);
        } else {
            wrong.insert(plain, not);
        }
    }
}
