//! Notes at the foot and comments at the margin, by the numbers that the text names them with.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::package::Package;
use super::relations::Relations;
use super::xml::{XmlVisitor, attribute};
use crate::import::LeftOut;
use crate::words::{ImportBound, ImportProblem, LeftOutReason};

/// The most bytes of all notes, or of all comments.
const MAX_NOTES: usize = 4 * 1024 * 1024;

/// The notes of a document.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) foot: HashMap<String, String>,
    pub(super) end: HashMap<String, String>,
}

/// The notes at the foot and at the end.
pub(super) fn notes(package: &mut Package<'_>, relations: &Relations) -> Result<Notes, ImportProblem> {
    let mut read = |kind: &str| -> Result<HashMap<String, String>, ImportProblem> {
        let mut reader = NoteReader::default();
        if let Some(part) = relations.first_of(kind) {
            package.walk_if_there(part, &mut reader)?;
        }
        Ok(reader.found.into_iter().map(|note| (note.id, note.text)).collect())
    };
    Ok(Notes { foot: read("footnotes")?, end: read("endnotes")? })
}

/// The comments, each with its author.
pub(super) fn comments(package: &mut Package<'_>, relations: &Relations) -> Result<Vec<LeftOut>, ImportProblem> {
    let mut reader = NoteReader::default();
    if let Some(part) = relations.first_of("comments") {
        package.walk_if_there(part, &mut reader)?;
    }
    let told = reader.found.into_iter().filter(|note| !note.text.is_empty()).map(|note| {
        let text = if note.author.is_empty() { note.text } else { format!("{}: {}", note.author, note.text) };
        LeftOut { text, reason: LeftOutReason::Comment }
    });
    Ok(told.collect())
}

#[derive(Debug, Default)]
struct NoteReader {
    found: Vec<Note>,
    is_open: bool,
    in_text: bool,
    bytes: usize,
}

#[derive(Debug, Default)]
struct Note {
    id: String,
    author: String,
    text: String,
}

impl XmlVisitor for NoteReader {
    fn start(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), ImportProblem> {
        match name {
            "footnote" | "endnote" | "comment" => {
                let value = |name: &str| attribute(element, name).unwrap_or_default();
                // The strokes above notes are notes to the file.
                self.is_open = !matches!(value("type").as_str(), "separator" | "continuationSeparator");
                if self.is_open {
                    self.found.push(Note { id: value("id"), author: value("author"), text: String::new() });
                }
            }
            "t" => self.in_text = true,
            "p" | "tab" | "br" | "cr" => self.space(),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ImportProblem> {
        match name {
            "footnote" | "endnote" | "comment" => {
                if let Some(note) = self.found.last_mut().filter(|_| self.is_open) {
                    note.text = note.text.trim().to_owned();
                }
                self.is_open = false;
            }
            "t" => self.in_text = false,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), ImportProblem> {
        if let Some(note) = self.found.last_mut().filter(|_| self.is_open && self.in_text) {
            self.bytes += text.len();
            if self.bytes > MAX_NOTES {
                return Err(ImportProblem::Beyond { bound: ImportBound::Text, limit: MAX_NOTES as u64 });
            }
            note.text.push_str(text);
        }
        Ok(())
    }
}

impl NoteReader {
    fn space(&mut self) {
        if let Some(note) = self.found.last_mut().filter(|note| self.is_open && !note.text.is_empty()) {
            note.text.push(' ');
        }
    }
}
