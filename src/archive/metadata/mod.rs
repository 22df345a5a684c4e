//! What is told of a version in the terms of archives: PREMIS 3.0 and Dublin Core.

mod dublin_core;
mod format;
mod premis;

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

pub(super) use self::dublin_core::{DUBLIN_CORE, dublin_core};
pub(super) use self::format::{Format, format_of};
pub(super) use self::premis::{PREMIS, PremisFile, premis};

/// A document that is being written.
pub(super) type Xml = Writer<Vec<u8>>;

/// Begins a document.
pub(super) fn begun() -> io::Result<Xml> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    Ok(xml)
}

/// Writes an element with a text.
pub(super) fn text(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(text))?;
    Ok(())
}

/// The bytes of a finished document.
pub(super) fn finished(xml: Xml) -> Vec<u8> {
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}
