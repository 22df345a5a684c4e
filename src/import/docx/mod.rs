//! Documents of Word (.docx), by whichever program they were written.
//!
//! ```text
//! package (parts of the packed file, bounded) -> relations, styles, numbering, notes -> document -> pieces
//! ```
//!
//! Elements are known by their local names, so that documents of both kinds of the standard (Strict and
//! Transitional) are read alike. Nothing names a file of the machine: parts are looked up in the packed
//! file and nowhere else.

mod document;
mod embedded;
mod field;
mod notes;
mod numbering;
mod package;
mod paragraph;
mod relations;
mod styles;
mod symbol;
mod table;
mod xml;

use std::collections::HashMap;

use image::ImageFormat;

use self::document::{DocumentReader, Surrounding};
use self::embedded::Embedded;
use self::numbering::Numbering;
use self::package::Package;
use self::relations::Relations;
use self::styles::Styles;
use super::LeftOut;
use super::piece::{Material, Piece, RawPicture};
use crate::words::{ImportProblem, LeftOutReason};

/// The main part of a document whose packed file doesn't name one.
const USUAL: &str = "word/document.xml";
/// The most bytes of one picture: a photo of a good camera has a third of it.
const MAX_PICTURE: u64 = 32 * 1024 * 1024;
/// The most bytes of all pictures of a document, which are in memory together.
const MAX_PICTURES: u64 = 96 * 1024 * 1024;
/// The most characters that are noted of one head of pages.
const LONGEST_HEAD: usize = 2000;

/// Takes a document apart.
pub(super) fn read(bytes: &[u8]) -> Result<Material, ImportProblem> {
    let mut package = Package::new(bytes)?;
    let top = package.relations("")?;
    let main = top.first_of("officeDocument").map_or_else(|| USUAL.to_owned(), str::to_owned);
    if let Some(other) = package.other_kind(&main) {
        return Err(other);
    }
    let relations = package.relations(&main)?;
    let surrounding = Surrounding {
        styles: part(&mut package, &relations, "styles", Styles::read)?,
        numbering: part(&mut package, &relations, "numbering", Numbering::read)?,
        notes: notes::notes(&mut package, &relations)?,
        links: relations.links(),
    };
    let mut reader = DocumentReader::new(&surrounding);
    package.walk(&main, &mut reader)?;
    let document::ReadDocument { mut material, embedded } = reader.finish();
    material.left_out.extend(notes::comments(&mut package, &relations)?);
    material.left_out.extend(page_heads(&mut package, &relations, &surrounding)?);
    take_pictures(&mut package, &relations, &embedded, &mut material);
    Ok(material)
}

/// What a part of a kind says, or what holds without one.
fn part<T: Default>(
    package: &mut Package<'_>,
    relations: &Relations,
    kind: &str,
    read: fn(&mut Package<'_>, &str) -> Result<T, ImportProblem>,
) -> Result<T, ImportProblem> {
    match relations.first_of(kind) {
        Some(name) => read(package, name),
        None => Ok(T::default()),
    }
}

/// The texts of the heads and feet of pages, each once.
fn page_heads(
    package: &mut Package<'_>,
    relations: &Relations,
    surrounding: &Surrounding,
) -> Result<Vec<LeftOut>, ImportProblem> {
    let mut found: Vec<LeftOut> = Vec::new();
    for name in relations.all_of("header").chain(relations.all_of("footer")) {
        let mut reader = DocumentReader::new(surrounding);
        package.walk(name, &mut reader)?;
        let text: String = plain(&reader.finish().material.pieces).chars().take(LONGEST_HEAD).collect();
        if text.contains(char::is_alphanumeric) && !found.iter().any(|one| one.text == text) {
            found.push(LeftOut { text, reason: LeftOutReason::PageHead });
        }
    }
    Ok(found)
}

/// The words of pieces on one line.
fn plain(pieces: &[Piece]) -> String {
    let texts: Vec<String> = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Paragraph(prose) | Piece::Heading { prose, .. } => prose.text().replace('\u{2028}', " "),
            Piece::Item(item) => item.prose.text().to_owned(),
            Piece::Table(table) => {
                table.rows.iter().flatten().map(super::prose::Prose::text).collect::<Vec<_>>().join(" ")
            }
            Piece::Gap | Piece::Picture(_) => String::new(),
        })
        .filter(|text| !text.trim().is_empty())
        .collect();
    texts.join(" ")
}

/// Reads the pictures that the document shows; those that can't be used are left out.
fn take_pictures(package: &mut Package<'_>, relations: &Relations, embedded: &[Embedded], material: &mut Material) {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut left = MAX_PICTURES;
    let mut taken: Vec<Option<usize>> = Vec::with_capacity(embedded.len());
    for one in embedded {
        let target = relations.target(&one.id);
        let known = target.and_then(|target| places.get(target).copied());
        if let (Some(index), true) = (known, one.alt.is_none()) {
            taken.push(Some(index));
            continue;
        }
        let bytes = target.and_then(|target| package.bytes(target, MAX_PICTURE.min(left)));
        let ending = bytes.as_deref().and_then(ending);
        let (Some(target), Some(bytes), Some(ending)) = (target, bytes, ending) else {
            let name = one.alt.clone().or_else(|| target.map(str::to_owned)).unwrap_or_else(|| one.id.clone());
            material.left_out.push(LeftOut { text: name, reason: LeftOutReason::Picture });
            taken.push(None);
            continue;
        };
        left -= bytes.len() as u64;
        places.insert(target, material.pictures.len());
        taken.push(Some(material.pictures.len()));
        material.pictures.push(RawPicture { bytes, ending, alt: one.alt.clone() });
    }
    material.pieces.retain_mut(|piece| match piece {
        Piece::Picture(index) => match taken.get(*index).copied().flatten() {
            Some(place) => {
                *index = place;
                true
            }
            None => false,
        },
        _ => true,
    });
}

/// The usual ending of a picture that a page can show.
fn ending(bytes: &[u8]) -> Option<&'static str> {
    match image::guess_format(bytes).ok()? {
        ImageFormat::Jpeg => Some("jpg"),
        ImageFormat::Png => Some("png"),
        ImageFormat::WebP => Some("webp"),
        _ => None,
    }
}
