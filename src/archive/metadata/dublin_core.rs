//! Dublin Core: what a bulletin is, for catalogues.

use std::io;

use super::{begun, finished, format_of, text};
use crate::archive::record::{Block, Record};

/// The file's name in a version.
pub(in crate::archive) const DUBLIN_CORE: &str = "dublin_core.xml";
const NAMESPACES: [(&str, &str); 2] =
    [("xmlns:oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/"), ("xmlns:dc", "http://purl.org/dc/elements/1.1/")];

/// The record of a version in Dublin Core, as the Open Archives Initiative writes it.
///
/// # Errors
/// The error of writing into memory.
pub(in crate::archive) fn dublin_core(record: &Record) -> io::Result<Vec<u8>> {
    let urn = format!("urn:nashra:{}", record.id);
    let code = (!record.code.is_empty()).then(|| format!("code: {}", record.code));
    let number = record.number.as_ref().map(|number| format!("number: {number}"));
    let first = record.blocks.iter().find_map(|block| match block {
        Block::Paragraph { text } => Some(text),
        _ => None,
    });
    let mut xml = begun()?;
    xml.create_element("oai_dc:dc").with_attributes(NAMESPACES).write_inner_content(|xml| {
        text(xml, "dc:title", &record.title)?;
        if let Some(office) = &record.office {
            text(xml, "dc:creator", office)?;
            text(xml, "dc:publisher", office)?;
        }
        for person in record.signature.iter().chain(record.speakers()) {
            text(xml, "dc:contributor", &person.name)?;
        }
        for tag in &record.tags {
            text(xml, "dc:subject", tag)?;
        }
        if let Some(description) = record.slogan.as_ref().or(first) {
            text(xml, "dc:description", description)?;
        }
        text(xml, "dc:date", &record.date)?;
        for place in record.event.iter().filter_map(|event| event.place.as_ref()) {
            text(xml, "dc:coverage", place)?;
        }
        text(xml, "dc:type", "Text")?;
        text(xml, "dc:format", format_of(&record.main_file(), &[]).media_type)?;
        text(xml, "dc:language", "ar")?;
        for identifier in [Some(&urn), number.as_ref(), code.as_ref()].into_iter().flatten() {
            text(xml, "dc:identifier", identifier)?;
        }
        Ok(())
    })?;
    Ok(finished(xml))
}
