//! Reading `glossary.toml`: the office's names and titles.

use std::collections::HashMap;
use std::path::Path;

use crate::arabic::glossary::{Glossary, Name, foreign_mark, plain_form};
use crate::diag::Diagnostic;
use crate::report::check::checker::Checker;
use crate::report::check::checks::Checks;
use crate::report::fields::field::{Field, Fields};
use crate::report::fields::file::read;
use crate::report::source::clip::clipped;
use crate::report::source::placed::Placed;
use crate::words::{ValueProblem, Want};

/// Names in one glossary.
const NAMES: usize = 1000;
/// Wrong forms of one name.
const WRONG: usize = 20;
/// Characters in a name.
const LONGEST: usize = 120;

/// Reads a glossary.
///
/// `file` is its path as shown to the user. The glossary is `None` when there is an error among the
/// diagnostics.
pub fn parse_glossary(file: &Path, text: &str) -> (Option<Glossary>, Vec<Diagnostic>) {
    read(file, text, &Checks::default(), |root, checker| Some(Glossary::new(names(root, checker))))
}

/// A name with its place, and its wrong forms with theirs.
struct Entered {
    form: Placed<String>,
    not: Vec<Placed<String>>,
}

fn names(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Vec<Name> {
    let Some(field) = root.take("name") else { return Vec::new() };
    let list = field.list(checker, Want::Blocks).unwrap_or_default();
    field.at_most(checker, list.len(), NAMES);
    let all: Vec<Entered> = list.iter().take(NAMES).filter_map(|field| name(field, checker)).collect();
    refuse_twins(&all, checker);
    let plain = |text: Placed<String>| text.value;
    all.into_iter()
        .map(|name| Name { form: plain(name.form), not: name.not.into_iter().map(plain).collect() })
        .collect()
}

fn name(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Entered> {
    let mut fields = field.table(checker)?;
    let form = fields.need(checker, "form", "\"...\"").and_then(|field| words(&field, checker));
    let not = fields.take("not");
    fields.finish(checker);
    let not = not.map(|field| {
        let list = field.list(checker, Want::TextList).unwrap_or_default();
        field.at_most(checker, list.len(), WRONG);
        list.iter().take(WRONG).filter_map(|field| words(field, checker)).collect()
    });
    Some(Entered { form: form?, not: not.unwrap_or_default() })
}

/// A name: words and spaces, nothing else.
fn words(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Placed<String>> {
    let name = field.word(checker, LONGEST)?;
    if let Some(mark) = foreign_mark(&name.value) {
        checker.error(field.span.clone(), &field.path, ValueProblem::MarkInName { mark });
        return None;
    }
    Some(name)
}

/// Reports what is in the glossary twice: each form and each wrong form may stand for one name, and
/// no form is wrong.
fn refuse_twins(all: &[Entered], checker: &mut Checker<'_>) {
    let mut forms: HashMap<String, &Placed<String>> = HashMap::new();
    for name in all {
        if let Some(first) = forms.get(&plain_form(&name.form.value)) {
            let problem = ValueProblem::NameTwice { name: clipped(&name.form.value), line: first.place.line };
            checker.error(name.form.place.span.clone(), &name.form.field, problem);
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
            checker.error(not.place.span.clone(), &not.field, problem);
        } else if let Some(first) = wrong.get(&plain) {
            let problem = ValueProblem::NameTwice { name, line: first.place.line };
            checker.error(not.place.span.clone(), &not.field, problem);
        } else {
            wrong.insert(plain, not);
        }
    }
}
