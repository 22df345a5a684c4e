//! The lists of a document: numbered or with signs, level by level.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::package::Package;
use super::xml::{XmlVisitor, attribute};
use crate::words::ImportProblem;

/// The look of the items of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LevelLook {
    Numbers,
    Signs,
    /// Nothing before them: no list to a reader.
    Nothing,
}

/// The lists by their numbers in the file.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The kinds of list, each with the looks of its levels.
    kinds: HashMap<String, HashMap<u8, LevelLook>>,
    /// The kind of each list.
    lists: HashMap<String, String>,
    open_kind: Option<String>,
    open_list: Option<String>,
    level: u8,
}

impl Numbering {
    pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Self, ImportProblem> {
        let mut numbering = Self::default();
        package.walk_if_there(part, &mut numbering)?;
        Ok(numbering)
    }

    /// The look of a level of a list; none for what is no list.
    pub(super) fn look(&self, list: &str, level: u8) -> Option<LevelLook> {
        if list == "0" {
            return None;
        }
        let levels = self.lists.get(list).and_then(|kind| self.kinds.get(kind));
        let look = levels.and_then(|levels| levels.get(&level)).copied().unwrap_or(LevelLook::Signs);
        (look != LevelLook::Nothing).then_some(look)
    }
}

impl XmlVisitor for Numbering {
    fn start(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), ImportProblem> {
        match name {
            "abstractNum" => self.open_kind = attribute(element, "abstractNumId"),
            "num" => self.open_list = attribute(element, "numId"),
            "lvl" => self.level = attribute(element, "ilvl").and_then(|level| level.parse().ok()).unwrap_or(0),
            "numFmt" => {
                let look = match attribute(element, "val").as_deref() {
                    Some("bullet") => LevelLook::Signs,
                    Some("none") => LevelLook::Nothing,
                    _ => LevelLook::Numbers,
                };
                if let Some(kind) = &self.open_kind {
                    self.kinds.entry(kind.clone()).or_default().entry(self.level).or_insert(look);
                }
            }
            "abstractNumId" => {
                if let (Some(list), Some(kind)) = (&self.open_list, attribute(element, "val")) {
                    self.lists.insert(list.clone(), kind);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ImportProblem> {
        match name {
            "abstractNum" => self.open_kind = None,
            "num" => self.open_list = None,
            _ => {}
        }
        Ok(())
    }
}
