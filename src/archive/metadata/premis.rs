//! PREMIS 3.0: the files of a version with format and fixity, what happened to it, and who did it.

use std::io;

use super::format::Format;
use super::{Xml, begun, finished, text};
use crate::archive::inventory::User;
use crate::archive::record::{Happening, Kind, Record, State};
use crate::hash::Digest;

/// The file's name in a version.
pub(in crate::archive) const PREMIS: &str = "premis.xml";
const ROOT: [(&str, &str); 3] = [
    ("xmlns", "http://www.loc.gov/premis/v3"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ("version", "3.0"),
];
/// The agent that is the program.
const PROGRAM: &str = concat!("nashra ", env!("CARGO_PKG_VERSION"));

/// A file that is told of.
#[derive(Clone, Debug)]
pub(in crate::archive) struct PremisFile {
    /// Its name in the version.
    pub(in crate::archive) name: String,
    /// SHA-512 of its contents.
    pub(in crate::archive) digest: Digest,
    /// Its bytes.
    pub(in crate::archive) size: u64,
    /// Its format.
    pub(in crate::archive) format: Format,
}

/// The whole document.
///
/// # Errors
/// The error of writing into memory.
pub(in crate::archive) fn premis(record: &Record, files: &[PremisFile], user: &User) -> io::Result<Vec<u8>> {
    let urn = format!("urn:nashra:{}", record.id);
    let mut xml = begun()?;
    xml.create_element("premis").with_attributes(ROOT).write_inner_content(|xml| {
        xml.create_element("object").with_attribute(("xsi:type", "intellectualEntity")).write_inner_content(|xml| {
            identifier(xml, "object", "URI", &urn)?;
            text(xml, "originalName", &record.title)
        })?;
        for one in files {
            file(xml, one)?;
        }
        for (index, happening) in record.history.iter().enumerate() {
            let kind = match happening.state {
                State::Published if record.kind == Kind::Adopted => "ingestion",
                State::Published => "publication",
                State::Corrected => "correction",
                State::Withdrawn => "withdrawal",
            };
            event(xml, (&format!("{urn}#event-{}", index + 1), kind), happening, user, &urn)?;
        }
        agent(xml, &user.name, "organization", None)?;
        agent(xml, PROGRAM, "software", Some(env!("CARGO_PKG_VERSION")))
    })?;
    Ok(finished(xml))
}

fn file(xml: &mut Xml, PremisFile { name, digest, size, format }: &PremisFile) -> io::Result<()> {
    xml.create_element("object").with_attribute(("xsi:type", "file")).write_inner_content(|xml| {
        identifier(xml, "object", "name in the version", name)?;
        xml.create_element("objectCharacteristics").write_inner_content(|xml| {
            xml.create_element("fixity").write_inner_content(|xml| {
                text(xml, "messageDigestAlgorithm", "SHA-512")?;
                text(xml, "messageDigest", digest)
            })?;
            text(xml, "size", &size.to_string())?;
            xml.create_element("format").write_inner_content(|xml| {
                xml.create_element("formatDesignation")
                    .write_inner_content(|xml| text(xml, "formatName", format.name))?;
                let Some(key) = format.pronom else { return Ok(()) };
                xml.create_element("formatRegistry").write_inner_content(|xml| {
                    text(xml, "formatRegistryName", "PRONOM")?;
                    text(xml, "formatRegistryKey", key)
                })?;
                Ok(())
            })?;
            Ok(())
        })?;
        text(xml, "originalName", name)
    })?;
    Ok(())
}

fn event(xml: &mut Xml, (id, kind): (&str, &str), happening: &Happening, user: &User, object: &str) -> io::Result<()> {
    xml.create_element("event").write_inner_content(|xml| {
        identifier(xml, "event", "URI", id)?;
        text(xml, "eventType", kind)?;
        text(xml, "eventDateTime", &happening.time)?;
        for detail in happening.reason.iter().chain(&happening.authority) {
            xml.create_element("eventDetailInformation").write_inner_content(|xml| text(xml, "eventDetail", detail))?;
        }
        for agent in [user.name.as_str(), PROGRAM] {
            linking(xml, "linkingAgentIdentifier", "name", agent)?;
        }
        linking(xml, "linkingObjectIdentifier", "URI", object)
    })?;
    Ok(())
}

fn agent(xml: &mut Xml, name: &str, kind: &str, version: Option<&str>) -> io::Result<()> {
    xml.create_element("agent").write_inner_content(|xml| {
        identifier(xml, "agent", "name", name)?;
        text(xml, "agentName", name)?;
        text(xml, "agentType", kind)?;
        version.map_or(Ok(()), |version| text(xml, "agentVersion", version))
    })?;
    Ok(())
}

/// `objectIdentifier` with its type and value, and the like.
fn identifier(xml: &mut Xml, of: &str, kind: &str, value: &str) -> io::Result<()> {
    linking(xml, &format!("{of}Identifier"), kind, value)
}

fn linking(xml: &mut Xml, name: &str, kind: &str, value: &str) -> io::Result<()> {
    xml.create_element(name).write_inner_content(|xml| {
        text(xml, &format!("{name}Type"), kind)?;
        text(xml, &format!("{name}Value"), value)
    })?;
    Ok(())
}
