//! `METS.xml` of a package: what it is, who made it, and every file with its size and hash.

use std::io;

use quick_xml::events::BytesText;

use crate::archive::metadata::{Format, Xml, begun, finished, text};
use crate::hash::Digest;

const ROOT: [(&str, &str); 9] = [
    ("xmlns", "http://www.loc.gov/METS/"),
    ("xmlns:csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ("xsi:schemaLocation", "http://www.loc.gov/METS/ schemas/mets.xsd http://www.w3.org/1999/xlink schemas/xlink.xsd"),
    ("TYPE", "Textual works – Print"),
    ("PROFILE", "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"),
    CONTENT[0],
    CONTENT[1],
];
/// The contents are of a kind that E-ARK has no name for.
const CONTENT: [(&str, &str); 2] =
    [("csip:CONTENTINFORMATIONTYPE", "OTHER"), ("csip:OTHERCONTENTINFORMATIONTYPE", "nashra")];

/// The part of a package that a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Documentation,
    Schemas,
    Representations,
    Descriptive,
    Preservation,
}

/// A file of a package.
#[derive(Clone, Debug)]
pub(super) struct PackageFile {
    pub(super) group: Group,
    /// Its path in the package.
    pub(super) name: String,
    /// SHA-512 of its contents.
    pub(super) digest: Digest,
    pub(super) size: u64,
    pub(super) format: Format,
}

/// A package that is told of.
pub(super) struct Package<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) office: &'a str,
    /// When it is made, RFC 3339.
    pub(super) time: &'a str,
    pub(super) files: &'a [PackageFile],
}

/// The groups of files with their names in the vocabulary of CSIP.
const GROUPS: [(Group, &str); 3] =
    [(Group::Documentation, "Documentation"), (Group::Schemas, "Schemas"), (Group::Representations, "Representations")];

/// The whole document.
///
/// # Errors
/// The error of writing into memory.
pub(super) fn mets(package: &Package) -> io::Result<Vec<u8>> {
    let mut xml = begun()?;
    let own = [("OBJID", package.id), ("LABEL", package.title)];
    xml.create_element("mets").with_attributes(ROOT.into_iter().chain(own)).write_inner_content(|xml| {
        header(xml, package)?;
        for (index, file) in of(package, Group::Descriptive).enumerate() {
            let attributes = [("ID", format!("descriptive-{}", index + 1))];
            section(xml, "dmdSec", &attributes, package, file, "DC")?;
        }
        xml.create_element("amdSec").with_attribute(("ID", "administrative")).write_inner_content(|xml| {
            for (index, file) in of(package, Group::Preservation).enumerate() {
                let attributes = [("ID", format!("preservation-{}", index + 1))];
                section(xml, "digiprovMD", &attributes, package, file, "PREMIS")?;
            }
            Ok(())
        })?;
        xml.create_element("fileSec").with_attribute(("ID", "files")).write_inner_content(|xml| {
            GROUPS.into_iter().try_for_each(|(group, name)| file_group(xml, package, group, name))
        })?;
        structure(xml, package)
    })?;
    Ok(finished(xml))
}

fn of<'a>(package: &'a Package, group: Group) -> impl Iterator<Item = &'a PackageFile> {
    package.files.iter().filter(move |file| file.group == group)
}

fn header(xml: &mut Xml, package: &Package) -> io::Result<()> {
    let attributes = [
        ("CREATEDATE", package.time),
        ("LASTMODDATE", package.time),
        ("RECORDSTATUS", "NEW"),
        ("csip:OAISPACKAGETYPE", "SIP"),
    ];
    xml.create_element("metsHdr").with_attributes(attributes).write_inner_content(|xml| {
        let program = [("ROLE", "CREATOR"), ("TYPE", "OTHER"), ("OTHERTYPE", "SOFTWARE")];
        xml.create_element("agent").with_attributes(program).write_inner_content(|xml| {
            text(xml, "name", "nashra")?;
            let version = BytesText::new(env!("CARGO_PKG_VERSION"));
            xml.create_element("note")
                .with_attribute(("csip:NOTETYPE", "SOFTWARE VERSION"))
                .write_text_content(version)?;
            Ok(())
        })?;
        let office = [("ROLE", "ARCHIVIST"), ("TYPE", "ORGANIZATION")];
        xml.create_element("agent")
            .with_attributes(office)
            .write_inner_content(|xml| text(xml, "name", package.office))?;
        Ok(())
    })?;
    Ok(())
}

/// A section that names a file of metadata.
fn section(
    xml: &mut Xml,
    name: &str,
    id: &[(&str, String); 1],
    package: &Package,
    file: &PackageFile,
    kind: &str,
) -> io::Result<()> {
    let ids = id.iter().map(|(name, value)| (*name, value.as_str()));
    let attributes = ids.chain([("CREATED", package.time), ("STATUS", "CURRENT")]);
    xml.create_element(name).with_attributes(attributes).write_inner_content(|xml| {
        let size = file.size.to_string();
        let link = [
            ("LOCTYPE", "URL"),
            ("xlink:type", "simple"),
            ("xlink:href", file.name.as_str()),
            ("MDTYPE", kind),
            ("MIMETYPE", "text/xml"),
        ];
        let facts = facts(package, file, &size);
        xml.create_element("mdRef").with_attributes(link.into_iter().chain(facts)).write_empty()?;
        Ok(())
    })?;
    Ok(())
}

/// Size, time and hash, in this order.
fn facts<'a>(package: &Package<'a>, file: &'a PackageFile, size: &'a str) -> [(&'static str, &'a str); 4] {
    [("SIZE", size), ("CREATED", package.time), ("CHECKSUM", file.digest.as_str()), ("CHECKSUMTYPE", "SHA-512")]
}

fn file_group(xml: &mut Xml, package: &Package, group: Group, name: &str) -> io::Result<()> {
    let id = format!("group-{name}");
    let attributes = [("ID", id.as_str()), ("USE", name)];
    xml.create_element("fileGrp").with_attributes(attributes.into_iter().chain(CONTENT)).write_inner_content(
        |xml| {
            for (index, file) in of(package, group).enumerate() {
                let (id, size) = (format!("{name}-{}", index + 1), file.size.to_string());
                let own = [("ID", id.as_str()), ("MIMETYPE", file.format.media_type)];
                let attributes = own.into_iter().chain(facts(package, file, &size));
                let address = encoded(&file.name);
                let link = [("LOCTYPE", "URL"), ("xlink:type", "simple"), ("xlink:href", address.as_str())];
                xml.create_element("file").with_attributes(attributes).write_inner_content(|xml| {
                    xml.create_element("FLocat").with_attributes(link).write_empty()?;
                    Ok(())
                })?;
            }
            Ok(())
        },
    )?;
    Ok(())
}

/// A path as an address: what a URI may not have stands there as its bytes.
fn encoded(path: &str) -> String {
    path.bytes().fold(String::new(), |mut address, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                address.push(char::from(byte))
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
        address
    })
}

fn structure(xml: &mut Xml, package: &Package) -> io::Result<()> {
    let attributes = [("ID", "structure"), ("TYPE", "PHYSICAL"), ("LABEL", "CSIP")];
    xml.create_element("structMap").with_attributes(attributes).write_inner_content(|xml| {
        let whole = [("ID", "package"), ("LABEL", package.id)];
        xml.create_element("div").with_attributes(whole).write_inner_content(|xml| {
            let metadata = [
                ("ID", "part-Metadata"),
                ("LABEL", "Metadata"),
                ("DMDID", "descriptive-1"),
                ("ADMID", "preservation-1"),
            ];
            xml.create_element("div").with_attributes(metadata).write_empty()?;
            for (_, name) in GROUPS {
                let (id, group) = (format!("part-{name}"), format!("group-{name}"));
                let attributes = [("ID", id.as_str()), ("LABEL", name)];
                xml.create_element("div").with_attributes(attributes).write_inner_content(|xml| {
                    xml.create_element("fptr").with_attribute(("FILEID", group.as_str())).write_empty()?;
                    Ok(())
                })?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}
