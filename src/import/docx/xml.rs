//! A walk over XML that takes bounded memory: no part is in memory whole, and no name of its own for a
//! piece of text (entity) is ever looked up.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::words::{ImportBound, ImportProblem};

/// The most elements inside each other: a table in a table in a table has some fifty.
pub(super) const MAX_DEPTH: usize = 400;
/// The most bytes of one tag or one stretch of text.
const MAX_EVENT: u64 = 8 * 1024 * 1024;

/// One who is told of each element.
pub(super) trait XmlVisitor {
    /// An element begins; `name` is its local name.
    fn start(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), ImportProblem>;
    /// An element ends.
    fn end(&mut self, _name: &str) -> Result<(), ImportProblem> {
        Ok(())
    }
    /// Letters between elements.
    fn text(&mut self, _text: &str) -> Result<(), ImportProblem> {
        Ok(())
    }
}

/// Walks over all elements of a part with at most so many bytes.
pub(super) fn walk(part: impl BufRead, limit: u64, visitor: &mut impl XmlVisitor) -> Result<(), ImportProblem> {
    let mut reader = Reader::from_reader(BoundedReader { part, left: limit, event: MAX_EVENT });
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    loop {
        buffer.clear();
        reader.get_mut().event = MAX_EVENT;
        let event = match reader.read_event_into(&mut buffer) {
            Ok(event) => event,
            Err(_) if reader.get_ref().is_spent() => {
                return Err(ImportProblem::Beyond { bound: ImportBound::Unpacked, limit });
            }
            Err(error) => return Err(ImportProblem::Damaged { reason: error.to_string() }),
        };
        match event {
            Event::Eof => return Ok(()),
            Event::Start(element) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(ImportProblem::Beyond { bound: ImportBound::Depth, limit: MAX_DEPTH as u64 });
                }
                visitor.start(element.local_name().as_ref(), &element)?;
            }
            Event::Empty(element) => {
                visitor.start(element.local_name().as_ref(), &element)?;
                visitor.end(element.local_name().as_ref())?;
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                visitor.end(element.local_name().as_ref())?;
            }
            Event::Text(text) => visitor.text(&text.xml10_content())?,
            Event::CData(text) => visitor.text(&text.xml10_content())?,
            Event::GeneralRef(name) => {
                let character = name.resolve_char_ref().ok().flatten().map(String::from);
                let known = character.or_else(|| resolve_xml_entity(name.as_ref()).map(str::to_owned));
                visitor.text(
                    &known.ok_or_else(|| ImportProblem::Damaged { reason: format!("&{};", name.as_ref() as &str) })?,
                )?;
            }
            // No document of an office has one; it is where names that grow are made.
            Event::DocType(_) => return Err(ImportProblem::Damaged { reason: "<!DOCTYPE".to_owned() }),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
}

/// The value of an attribute by its local name.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    for attribute in attributes.with_checks(false).flatten() {
        if attribute.key.local_name().as_ref() == name {
            return attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned);
        }
    }
    None
}

/// True if a property that is on without a value is on.
pub(super) fn is_on(element: &BytesStart<'_>) -> bool {
    !matches!(attribute(element, "val").as_deref(), Some("0" | "false" | "off" | "none"))
}

/// A part of which at most so many bytes are read in all, and between two events.
struct BoundedReader<R> {
    part: R,
    left: u64,
    event: u64,
}

impl<R> BoundedReader<R> {
    fn is_spent(&self) -> bool {
        self.left == 0 || self.event == 0
    }
}

impl<R: BufRead> Read for BoundedReader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(out)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for BoundedReader<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.is_spent() {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        self.part.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.left = self.left.saturating_sub(amount as u64);
        self.event = self.event.saturating_sub(amount as u64);
        self.part.consume(amount);
    }
}
