//! A paragraph of a document while it is read.

use super::embedded::Embedded;
use crate::import::marks;
use crate::import::piece::{Item, Piece};
use crate::import::prose::{BREAK, Prose, ProseMarkKind};

/// A paragraph while it is read.
#[derive(Debug, Default)]
pub(super) struct OpenParagraph {
    pub(super) prose: Prose,
    pub(super) style: Option<String>,
    /// Its list and level there.
    pub(super) list: Option<String>,
    pub(super) level: Option<u8>,
    pub(super) outline: Option<u8>,
    /// True if its end was deleted by track changes, so that the next one goes on with it.
    pub(super) goes_on: bool,
    /// Text boxes and pictures in it, which come behind it.
    pub(super) behind: Vec<Piece>,
}

/// The letters of a run.
#[derive(Debug, Default)]
pub(super) struct RunLook {
    strong: bool,
    strong_complex: bool,
    slanted: bool,
    slanted_complex: bool,
    /// True if it runs from right to left: then only the properties of complex scripts hold.
    is_complex: bool,
    /// True if its text isn't shown.
    pub(super) is_hidden: bool,
}

/// A drawing while it is read.
#[derive(Debug, Default)]
pub(super) struct OpenDrawing {
    pub(super) name: Option<String>,
    pub(super) alt: Option<String>,
    pub(super) pictures: Vec<String>,
    /// How many stories were open when it began: those of its text boxes are further in.
    pub(super) depth: usize,
    /// True for a chart or something else that isn't text nor picture.
    pub(super) is_object: bool,
}

impl RunLook {
    /// Notes a property; the others are no look that a report has.
    pub(super) fn property(&mut self, name: &str, is_on: bool) {
        match name {
            "b" => self.strong = is_on,
            "bCs" => self.strong_complex = is_on,
            "i" => self.slanted = is_on,
            "iCs" => self.slanted_complex = is_on,
            "rtl" | "cs" => self.is_complex = is_on,
            "vanish" | "webHidden" => self.is_hidden = is_on,
            _ => {}
        }
    }

    /// The marks of its text.
    pub(super) fn marks(&self) -> Vec<ProseMarkKind> {
        let of = |plain: bool, complex: bool| if self.is_complex { complex } else { plain || complex };
        let strong = of(self.strong, self.strong_complex).then_some(ProseMarkKind::Strong);
        let slanted = of(self.slanted, self.slanted_complex).then_some(ProseMarkKind::Emph);
        strong.into_iter().chain(slanted).collect()
    }
}

impl OpenDrawing {
    /// The pictures in it, with its description.
    pub(super) fn embedded(self) -> Vec<Embedded> {
        let alt = self.alt.map(|alt| alt.trim().to_owned()).filter(|alt| !alt.is_empty());
        self.pictures.into_iter().map(|id| Embedded { id, alt: alt.clone() }).collect()
    }
}

impl OpenParagraph {
    /// The piece that it is: a heading of a level, an item of a list at a level, or a paragraph.
    pub(super) fn piece(&mut self, heading: Option<u8>, list: Option<(bool, u8)>) -> Piece {
        let prose = std::mem::take(&mut self.prose);
        let prose = prose.part(0..prose.text().len());
        if !prose.has_words() {
            return if prose.text().is_empty() { Piece::Gap } else { Piece::Paragraph(prose) };
        }
        if let Some(level) = heading {
            return Piece::Heading { told: true, level: if level > 0 { 2 } else { 1 }, prose };
        }
        if let Some((ordered, level)) = list {
            let depth = usize::from(level);
            return Piece::Item(Item { ordered, number: None, mark: String::new(), depth, prose, told: true });
        }
        let typed = if prose.text().contains(BREAK) { None } else { marks::item_of(&prose) };
        typed.map_or(Piece::Paragraph(prose), Piece::Item)
    }
}
