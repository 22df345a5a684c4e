//! The packed file of a document and its parts, each within bounds.

use std::collections::HashMap;
use std::io::{BufReader, Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;

use super::relations::Relations;
use super::xml::{self, XmlVisitor};
use crate::words::{ImportBound, ImportProblem};

/// The most parts of a packed file: documents with hundreds of photos have a few hundred.
const MAX_PARTS: usize = 20_000;
/// The most bytes of one part, unpacked: a thousand pages have a tenth of it.
const MAX_PART: u64 = 256 * 1024 * 1024;
/// The mark before each entry of a packed file's directory.
const ENTRY: &[u8] = b"PK\x01\x02";

/// The packed file.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// The parts by their names in small letters.
    places: HashMap<String, usize>,
}

impl<'b> Package<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Result<Self, ImportProblem> {
        // Before the directory is read: each entry of it takes memory.
        if memmem::find_iter(bytes, ENTRY).take(MAX_PARTS + 1).count() > MAX_PARTS {
            return Err(ImportProblem::Beyond { bound: ImportBound::Parts, limit: MAX_PARTS as u64 });
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        let names = (0..archive.len()).filter_map(|index| Some((key(archive.name_for_index(index)?), index)));
        let places = names.collect();
        Ok(Self { archive, places })
    }

    /// The kind of document that this is, when its main part isn't that of a text.
    pub(super) fn other_kind(&self, main: &str) -> Option<ImportProblem> {
        let has = |name: &str| self.places.contains_key(name);
        let has_below = |folder: &str| self.places.keys().any(|name| name.starts_with(folder));
        if has_below("xl/") || main.contains("workbook") {
            Some(ImportProblem::Spreadsheet)
        } else if has_below("ppt/") {
            Some(ImportProblem::Slides)
        } else if has("mimetype") && has("content.xml") {
            Some(ImportProblem::OpenDocument)
        } else if !has(&key(main)) {
            Some(if has("[content_types].xml") { missing(main) } else { ImportProblem::Packed })
        } else {
            None
        }
    }

    /// The relations of a part; of the packed file itself without a name.
    pub(super) fn relations(&mut self, part: &str) -> Result<Relations, ImportProblem> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = format!("{folder}/_rels/{file}.rels");
        let mut relations = Relations::of(folder);
        self.walk_if_there(&name, &mut relations)?;
        Ok(relations)
    }

    /// Walks over a part's XML.
    pub(super) fn walk(&mut self, name: &str, visitor: &mut impl XmlVisitor) -> Result<(), ImportProblem> {
        if self.walk_if_there(name, visitor)? { Ok(()) } else { Err(missing(name)) }
    }

    /// Walks over a part's XML; says whether there is such a part.
    pub(super) fn walk_if_there(&mut self, name: &str, visitor: &mut impl XmlVisitor) -> Result<bool, ImportProblem> {
        let Some(place) = self.places.get(&key(name)).copied() else { return Ok(false) };
        let file = self.archive.by_index(place).map_err(|error| damaged(&error))?;
        xml::walk(BufReader::new(file), MAX_PART, visitor)?;
        Ok(true)
    }

    /// The bytes of a part, if there is one and it has no more than so many, whatever it says of itself.
    pub(super) fn bytes(&mut self, name: &str, limit: u64) -> Option<Vec<u8>> {
        let place = *self.places.get(&key(name))?;
        let file = self.archive.by_index(place).ok()?;
        let mut bytes = Vec::new();
        file.take(limit + 1).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 <= limit).then_some(bytes)
    }
}

/// A part's name as names are compared.
fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

fn missing(name: &str) -> ImportProblem {
    ImportProblem::Damaged { reason: name.to_owned() }
}

fn damaged(error: &zip::result::ZipError) -> ImportProblem {
    match error {
        zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => ImportProblem::Locked,
        error => ImportProblem::Damaged { reason: error.to_string() },
    }
}
