//! The runs of a paragraph: their letters, and what stands in them beside letters.

use quick_xml::events::BytesStart;

use super::super::field::Field;
use super::super::paragraph::RunLook;
use super::super::symbol::symbol;
use super::super::xml::{attribute, is_on};
use super::{DocumentReader, TextPlace};
use crate::import::LeftOut;
use crate::import::prose::{BREAK, ProseMarkKind};
use crate::import::signs::strip_signs;
use crate::words::{ImportProblem, LeftOutReason};

impl DocumentReader<'_> {
    /// What stands in a run beside its letters.
    pub(super) fn open_in_run(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), ImportProblem> {
        match name {
            "t" | "delText" | "instrText" | "delInstrText" => {
                self.place = Some(match name {
                    "t" if self.deleted == 0 => TextPlace::Shown,
                    "t" | "delText" => TextPlace::Deleted,
                    _ => TextPlace::Instruction,
                });
                self.is_trimmed = attribute(element, "space").as_deref() != Some("preserve");
            }
            "tab" | "ptab" => self.push(" ")?,
            "br" if matches!(attribute(element, "type").as_deref(), Some("page" | "column")) => self.push(" ")?,
            "br" | "cr" => self.push(&BREAK.to_string())?,
            "noBreakHyphen" => self.push("-")?,
            "sym" => {
                let value = |name: &str| attribute(element, name).unwrap_or_default();
                match symbol(&value("char"), &value("font")) {
                    Some(c) => self.push(&c.to_string())?,
                    None => self.left_out.push(LeftOut { text: value("char"), reason: LeftOutReason::Sign }),
                }
            }
            "footnoteReference" | "endnoteReference" => {
                let notes = &self.surrounding.notes;
                let of_kind = if name == "footnoteReference" { &notes.foot } else { &notes.end };
                let note = attribute(element, "id").and_then(|id| of_kind.get(&id));
                if let Some(note) = note.filter(|note| !note.is_empty()) {
                    self.push(&format!(" ({note})"))?;
                }
            }
            _ => {
                if let Some(run) = self.runs.last_mut() {
                    run.property(name, is_on(element));
                }
            }
        }
        Ok(())
    }

    pub(super) fn field(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => self.fields.push(Field::default()),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.show();
                }
            }
            Some("end") => drop(self.fields.pop()),
            _ => {}
        }
    }

    /// Adds letters to the open paragraph.
    pub(super) fn push(&mut self, text: &str) -> Result<(), ImportProblem> {
        if self.deleted > 0 {
            self.deleted_text.push_str(text);
            return Ok(());
        }
        if self.fields.iter().any(|field| !field.is_shown) {
            return Ok(());
        }
        let run = self.runs.last();
        if run.is_some_and(|run| run.is_hidden) {
            self.left_out.push(LeftOut { text: text.to_owned(), reason: LeftOutReason::Hidden });
            return Ok(());
        }
        let mut marks = run.map(RunLook::marks).unwrap_or_default();
        let link = self.links.iter().rev().flatten().next();
        let link = link.or_else(|| self.fields.iter().rev().find_map(|field| field.link.as_ref()));
        marks.extend(link.cloned().map(ProseMarkKind::Link));
        let text = strip_signs(text, &mut self.left_out);
        self.text += text.len();
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.prose.push(&text, &marks);
        }
        self.bounded()
    }

    pub(super) fn note_deleted(&mut self) {
        let text = std::mem::take(&mut self.deleted_text).trim().to_owned();
        if !text.is_empty() {
            self.left_out.push(LeftOut { text, reason: LeftOutReason::Deleted });
        }
    }
}
