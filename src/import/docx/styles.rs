//! The styles of paragraphs: which are headings, and which make lists.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::package::Package;
use super::xml::{XmlVisitor, attribute};
use crate::words::ImportProblem;

/// Styles that a style may rest on, one upon the other.
const CHAIN: usize = 12;

/// The styles by their names in the file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    all: HashMap<String, Style>,
    open: Option<(String, Style)>,
}

/// A style of paragraphs.
#[derive(Debug, Default)]
struct Style {
    name: String,
    rests_on: Option<String>,
    outline: Option<u8>,
    number: Option<String>,
    level: u8,
}

impl Styles {
    pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Self, ImportProblem> {
        let mut styles = Self::default();
        package.walk_if_there(part, &mut styles)?;
        Ok(styles)
    }

    /// The level of a style's headings, from 0.
    pub(super) fn heading(&self, id: &str) -> Option<u8> {
        self.chain(id).find_map(|style| style.outline.filter(|level| *level < 9).or_else(|| named_heading(&style.name)))
    }

    /// The list that a style makes, and its level there.
    pub(super) fn list(&self, id: &str) -> Option<(&str, u8)> {
        self.chain(id).find_map(|style| Some((style.number.as_deref()?, style.level)))
    }

    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Style> {
        let next = |style: &&'s Style| self.all.get(style.rests_on.as_deref()?);
        std::iter::successors(self.all.get(id), next).take(CHAIN)
    }
}

/// The level of a heading by its style's name, which programs keep in English.
fn named_heading(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if name == "title" {
        return Some(0);
    }
    let level: u8 = name.strip_prefix("heading")?.trim().parse().ok()?;
    level.checked_sub(1).filter(|level| *level < 9)
}

impl XmlVisitor for Styles {
    fn start(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), ImportProblem> {
        let value = || attribute(element, "val");
        if name == "style" {
            let id = attribute(element, "styleId").unwrap_or_default();
            self.open = Some((id, Style::default()));
        }
        let Some((_, style)) = &mut self.open else { return Ok(()) };
        match name {
            "name" => style.name = value().unwrap_or_default(),
            "basedOn" => style.rests_on = value(),
            "outlineLvl" => style.outline = value().and_then(|level| level.parse().ok()),
            "numId" => style.number = value(),
            "ilvl" => style.level = value().and_then(|level| level.parse().ok()).unwrap_or(0),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ImportProblem> {
        if name == "style"
            && let Some((id, style)) = self.open.take()
        {
            self.all.insert(id, style);
        }
        Ok(())
    }
}
