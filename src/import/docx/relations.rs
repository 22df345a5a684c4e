//! The relations of a part: names by which it names other parts and addresses.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::xml::{XmlVisitor, attribute};
use crate::words::ImportProblem;

/// The relations of one part, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Relations {
    /// The folder that targets are named from.
    folder: String,
    all: Vec<Relation>,
    by_id: HashMap<String, usize>,
}

#[derive(Debug)]
struct Relation {
    /// The last part of its kind's name, as `styles`.
    kind: String,
    /// A part's name, or an address.
    target: String,
    is_outside: bool,
}

impl Relations {
    pub(super) fn of(folder: &str) -> Self {
        Self { folder: folder.to_owned(), ..Self::default() }
    }

    /// The first part of a kind.
    pub(super) fn first_of(&self, kind: &str) -> Option<&str> {
        self.all.iter().find(|one| one.kind == kind && !one.is_outside).map(|one| one.target.as_str())
    }

    /// The parts of a kind.
    pub(super) fn all_of<'r>(&'r self, kind: &'r str) -> impl Iterator<Item = &'r str> {
        let parts = self.all.iter().filter(move |one| one.kind == kind && !one.is_outside);
        parts.map(|one| one.target.as_str())
    }

    /// The part that a name leads to.
    pub(super) fn target(&self, id: &str) -> Option<&str> {
        let one = self.all.get(*self.by_id.get(id)?)?;
        (!one.is_outside).then_some(one.target.as_str())
    }

    /// The addresses by the names that lead to them.
    pub(super) fn links(&self) -> HashMap<String, String> {
        let outside = self.by_id.iter().filter_map(|(id, index)| Some((id, self.all.get(*index)?)));
        outside.filter(|(_, one)| one.is_outside).map(|(id, one)| (id.clone(), one.target.clone())).collect()
    }

    /// The name of a part from the root of the packed file. `..` leads no further up than there.
    fn whole(&self, target: &str) -> String {
        if let Some(whole) = target.strip_prefix('/') {
            return whole.to_owned();
        }
        let mut names: Vec<&str> = self.folder.split('/').filter(|name| !name.is_empty()).collect();
        for name in target.split(['/', '\\']) {
            match name {
                "" | "." => {}
                ".." => {
                    names.pop();
                }
                name => names.push(name),
            }
        }
        names.join("/")
    }
}

impl XmlVisitor for Relations {
    fn start(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), ImportProblem> {
        if name != "Relationship" {
            return Ok(());
        }
        let value = |name: &str| attribute(element, name).unwrap_or_default();
        let (id, kind, target) = (value("Id"), value("Type"), value("Target"));
        let is_outside = value("TargetMode").eq_ignore_ascii_case("external");
        let target = if is_outside { target } else { self.whole(&target) };
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        self.by_id.insert(id, self.all.len());
        self.all.push(Relation { kind, target, is_outside });
        Ok(())
    }
}
