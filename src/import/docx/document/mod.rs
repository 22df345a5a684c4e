//! The main part of a document, element by element, as pieces.

mod runs;

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::embedded::Embedded;
use super::field::{self, Field};
use super::notes::Notes;
use super::numbering::{LevelLook, Numbering};
use super::paragraph::{OpenDrawing, OpenParagraph, RunLook};
use super::styles::Styles;
use super::table::OpenTable;
use super::xml::{XmlVisitor, attribute};
use crate::import::LeftOut;
use crate::import::piece::{Material, Piece};
use crate::import::prose::Prose;
use crate::words::{ImportBound, ImportProblem, LeftOutReason};

/// The most bytes of text: 5 000 pages.
const MAX_TEXT: usize = 16 * 1024 * 1024;
/// The most paragraphs and cells.
const MAX_PIECES: usize = 500_000;
/// The most bytes that are noted of what was deleted.
const MAX_DELETED: usize = 256 * 1024;

/// What the other parts say.
#[derive(Debug)]
pub(super) struct Surrounding {
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    pub(super) notes: Notes,
    pub(super) links: HashMap<String, String>,
}

/// A document that was read.
pub(super) struct ReadDocument {
    pub(super) material: Material,
    pub(super) embedded: Vec<Embedded>,
}

/// What text goes into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TextPlace {
    Shown,
    Deleted,
    Instruction,
}

/// A reader of a document.
pub(super) struct DocumentReader<'s> {
    surrounding: &'s Surrounding,
    /// The pieces of the body, of open cells and of open text boxes, from the outermost.
    stories: Vec<Vec<Piece>>,
    paragraphs: Vec<OpenParagraph>,
    tables: Vec<OpenTable>,
    drawings: Vec<OpenDrawing>,
    fields: Vec<Field>,
    /// The addresses of open links; none of those that lead into the document.
    links: Vec<Option<String>>,
    /// For each open choice between two ways to say the same: true once one was taken.
    choices: Vec<bool>,
    runs: Vec<RunLook>,
    /// The beginning of a paragraph whose end was deleted, and the story that it is of.
    held: Option<(usize, Prose)>,
    in_paragraph_properties: bool,
    place: Option<TextPlace>,
    is_trimmed: bool,
    /// Elements open inside what was deleted.
    deleted: usize,
    deleted_text: String,
    /// Elements open inside one that is passed over, that one included.
    skipped: usize,
    text: usize,
    count: usize,
    embedded: Vec<Embedded>,
    left_out: Vec<LeftOut>,
}

/// Elements that are passed over with all in them: earlier properties, and what a page doesn't show.
const SKIPPED: [&str; 12] = [
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "tcPrChange",
    "trPrChange",
    "sectPrChange",
    "numberingChange",
    "sdtPr",
    "sectPr",
    "rt",
    "binData",
    "ffData",
];

impl<'s> DocumentReader<'s> {
    pub(super) fn new(surrounding: &'s Surrounding) -> Self {
        Self {
            surrounding,
            stories: vec![Vec::new()],
            paragraphs: Vec::new(),
            tables: Vec::new(),
            drawings: Vec::new(),
            fields: Vec::new(),
            links: Vec::new(),
            choices: Vec::new(),
            runs: Vec::new(),
            held: None,
            in_paragraph_properties: false,
            place: None,
            is_trimmed: false,
            deleted: 0,
            deleted_text: String::new(),
            skipped: 0,
            text: 0,
            count: 0,
            embedded: Vec::new(),
            left_out: Vec::new(),
        }
    }

    /// All that was read.
    pub(super) fn finish(mut self) -> ReadDocument {
        self.note_deleted();
        let last = self.close_story();
        let pieces = self.stories.into_iter().flatten().chain(last).collect();
        let material = Material { pieces, left_out: self.left_out, ..Material::default() };
        ReadDocument { material, embedded: self.embedded }
    }

    /// Adds pieces where the reader is.
    fn add(&mut self, pieces: impl IntoIterator<Item = Piece>) -> Result<(), ImportProblem> {
        let Some(story) = self.stories.last_mut() else { return Ok(()) };
        let before = story.len();
        story.extend(pieces);
        self.count += story.len() - before;
        self.bounded()
    }

    fn bounded(&self) -> Result<(), ImportProblem> {
        let beyond = |bound, limit: usize| Err(ImportProblem::Beyond { bound, limit: limit as u64 });
        if self.text > MAX_TEXT {
            beyond(ImportBound::Text, MAX_TEXT)
        } else if self.count > MAX_PIECES {
            beyond(ImportBound::Parts, MAX_PIECES)
        } else {
            Ok(())
        }
    }

    fn open(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "p" => self.paragraphs.push(OpenParagraph::default()),
            "pPr" => self.in_paragraph_properties = true,
            "r" => self.runs.push(RunLook::default()),
            "del" | "moveFrom" if self.in_paragraph_properties => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.goes_on = true;
                }
            }
            "hyperlink" => {
                let url = attribute(element, "id").and_then(|id| self.surrounding.links.get(&id).cloned());
                self.links.push(url);
            }
            "fldSimple" => self.links.push(field::link(&attribute(element, "instr").unwrap_or_default())),
            "fldChar" => self.field(attribute(element, "fldCharType").as_deref()),
            "AlternateContent" => self.choices.push(false),
            "Choice" | "Fallback" => {
                let taken = self.choices.last_mut().is_some_and(|taken| std::mem::replace(taken, true));
                self.skipped = usize::from(taken);
            }
            "txbxContent" => self.stories.push(Vec::new()),
            _ if self.in_paragraph_properties => self.paragraph_property(name, element),
            _ => self.open_table_or_drawing(name, element),
        }
    }

    fn paragraph_property(&mut self, name: &str, element: &BytesStart<'_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let value = || attribute(element, "val");
        match name {
            "pStyle" => paragraph.style = value(),
            "numId" => paragraph.list = value(),
            "ilvl" => paragraph.level = value().and_then(|level| level.parse().ok()),
            "outlineLvl" => paragraph.outline = value().and_then(|level| level.parse().ok()),
            _ => {}
        }
    }

    fn open_table_or_drawing(&mut self, name: &str, element: &BytesStart<'_>) {
        let number = || attribute(element, "val").and_then(|value| value.parse().ok()).unwrap_or(0);
        let id = |name: &str| attribute(element, name).filter(|id| !id.is_empty());
        match name {
            "tbl" => self.tables.push(OpenTable::default()),
            "tc" => self.stories.push(Vec::new()),
            "drawing" | "pict" | "object" => {
                let (is_object, depth) = (name == "object", self.stories.len());
                self.drawings.push(OpenDrawing { is_object, depth, ..OpenDrawing::default() });
            }
            "tr" | "gridBefore" | "gridSpan" | "del" => {
                if let Some(table) = self.tables.last_mut() {
                    match name {
                        "tr" => table.open_row(),
                        "gridBefore" => table.skip(number()),
                        "gridSpan" => table.span = number(),
                        _ => table.is_deleted |= self.paragraphs.is_empty(),
                    }
                }
            }
            "altChunk" | "chart" | "relIds" | "OLEObject" | "contentPart" => match self.drawings.last_mut() {
                Some(drawing) => drawing.is_object = true,
                None => self.left_out.push(LeftOut { text: name.to_owned(), reason: LeftOutReason::Object }),
            },
            "docPr" | "cNvPr" | "shape" | "blip" | "imagedata" => {
                let Some(drawing) = self.drawings.last_mut() else { return };
                match name {
                    "blip" => drawing.pictures.extend(id("embed")),
                    "imagedata" => drawing.pictures.extend(id("id")),
                    _ => {
                        let alt = id("descr").or_else(|| id("alt")).or_else(|| id("title"));
                        drawing.alt = drawing.alt.take().or(alt);
                        drawing.name = drawing.name.take().or_else(|| id("name"));
                    }
                }
            }
            _ => {}
        }
    }

    fn close_paragraph(&mut self) -> Result<(), ImportProblem> {
        let Some(mut paragraph) = self.paragraphs.pop() else { return Ok(()) };
        let depth = self.stories.len();
        if let Some((_, mut beginning)) = self.held.take_if(|(of, _)| *of == depth) {
            beginning.join(&paragraph.prose, "");
            paragraph.prose = beginning;
        }
        if paragraph.goes_on {
            self.held = Some((depth, std::mem::take(&mut paragraph.prose)));
            return self.add(std::mem::take(&mut paragraph.behind));
        }
        let styles = &self.surrounding.styles;
        let of_style = paragraph.style.as_deref();
        let outline = paragraph.outline.filter(|level| *level < 9);
        let heading = outline.or_else(|| of_style.and_then(|style| styles.heading(style)));
        let styled = of_style.and_then(|style| styles.list(style));
        let list = paragraph.list.as_deref().or(styled.map(|(list, _)| list));
        let level = paragraph.level.or(styled.map(|(_, level)| level)).unwrap_or(0);
        let look = list.and_then(|list| self.surrounding.numbering.look(list, level));
        let list = look.map(|look| (look == LevelLook::Numbers, level));
        let piece = paragraph.piece(heading, list);
        let behind = std::mem::take(&mut paragraph.behind);
        self.add(std::iter::once(piece).chain(behind))
    }

    /// Closes a story: what was held for a next paragraph of it is one of its own.
    fn close_story(&mut self) -> Vec<Piece> {
        let depth = self.stories.len();
        let held = self.held.take_if(|(of, _)| *of == depth);
        let mut story = self.stories.pop().unwrap_or_default();
        story.extend(held.map(|(_, prose)| Piece::Paragraph(prose)));
        story
    }

    fn close_drawing(&mut self) {
        let Some(drawing) = self.drawings.pop() else { return };
        if drawing.is_object {
            let text = drawing.alt.or(drawing.name).unwrap_or_default();
            self.left_out.push(LeftOut { text, reason: LeftOutReason::Object });
            return;
        }
        let first = self.embedded.len();
        self.embedded.extend(drawing.embedded());
        let pictures = (first..self.embedded.len()).map(Piece::Picture);
        match self.paragraphs.last_mut() {
            Some(paragraph) => paragraph.behind.extend(pictures),
            None => {
                if let Some(story) = self.stories.last_mut() {
                    story.extend(pictures);
                }
            }
        }
    }
}

impl XmlVisitor for DocumentReader<'_> {
    fn start(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), ImportProblem> {
        if self.skipped > 0 {
            self.skipped += 1;
            return Ok(());
        }
        if SKIPPED.contains(&name) {
            self.skipped = 1;
            return Ok(());
        }
        // Of a drawing only the text boxes have runs.
        let in_drawing = self.drawings.last().is_some_and(|drawing| drawing.depth >= self.stories.len());
        if !self.runs.is_empty() && !self.in_paragraph_properties && !in_drawing {
            self.open_in_run(name, element)?;
        }
        if self.deleted > 0
            || (matches!(name, "del" | "moveFrom") && !self.in_paragraph_properties && !self.paragraphs.is_empty())
        {
            self.deleted += 1;
        }
        self.open(name, element);
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ImportProblem> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(());
        }
        if self.deleted > 0 {
            self.deleted -= 1;
            if self.deleted == 0 {
                self.note_deleted();
            }
        }
        match name {
            "p" => self.close_paragraph()?,
            "pPr" => self.in_paragraph_properties = false,
            "r" => drop(self.runs.pop()),
            "t" | "delText" | "instrText" | "delInstrText" => self.place = None,
            "hyperlink" | "fldSimple" => drop(self.links.pop()),
            "AlternateContent" => drop(self.choices.pop()),
            "drawing" | "pict" | "object" => self.close_drawing(),
            "txbxContent" if self.stories.len() > 1 => {
                let box_pieces = self.close_story();
                match self.paragraphs.last_mut() {
                    Some(paragraph) => paragraph.behind.extend(box_pieces),
                    None => self.add(box_pieces)?,
                }
            }
            "tc" if self.stories.len() > 1 => {
                let cell = self.close_story();
                self.count += 1;
                if let Some(table) = self.tables.last_mut() {
                    table.close_cell(cell);
                }
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.close_row();
                }
            }
            "tbl" => {
                let pieces = self.tables.pop().map(OpenTable::pieces).unwrap_or_default();
                self.add(pieces)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), ImportProblem> {
        let shown = if self.is_trimmed { text.trim_matches(['\n', '\r', '\t', ' ']) } else { text };
        match self.place.filter(|_| self.skipped == 0) {
            None => Ok(()),
            Some(TextPlace::Shown) => self.push(shown),
            Some(TextPlace::Deleted) => {
                if self.deleted_text.len() < MAX_DELETED {
                    self.deleted_text.push_str(text);
                }
                if self.deleted == 0 {
                    self.note_deleted();
                }
                self.bounded()
            }
            Some(TextPlace::Instruction) => {
                if let Some(field) = self.fields.last_mut() {
                    field.read(text);
                }
                Ok(())
            }
        }
    }
}
