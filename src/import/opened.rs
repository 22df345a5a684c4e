//! From the bytes of a file to its pieces: what the file is, and the text in it.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1256};

use super::piece::Material;
use super::plain::{self, PlainKind};
use super::{MadeOut, docx};
use crate::reader::PdfReader;
use crate::report::other_encoding;
use crate::words::{Encoding, ImportBound, ImportGuess, ImportProblem};

/// The greatest file that is read, in bytes: a document of Word with many photos has a tenth of it.
pub const MAX_FILE: u64 = 256 * 1024 * 1024;
/// The longest text that is read, in bytes: 5 000 pages.
const MAX_TEXT: usize = 16 * 1024 * 1024;

/// The beginnings of files that are no text, and what each is.
const SIGNATURES: [(&[u8], ImportProblem); 8] = [
    (b"{\\rtf", ImportProblem::RichText),
    (b"\xFF\xD8\xFF", ImportProblem::Picture),
    (b"\x89PNG", ImportProblem::Picture),
    (b"GIF8", ImportProblem::Picture),
    (b"RIFF", ImportProblem::Picture),
    (b"II*\0", ImportProblem::Picture),
    (b"MM\0*", ImportProblem::Picture),
    (b"Rar!", ImportProblem::Packed),
];

/// Takes a file apart.
pub(super) fn open(bytes: &[u8], source: &str) -> Result<Material, ImportProblem> {
    if let Some((_, problem)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(problem.clone());
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(compound(bytes));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return docx::read(bytes);
    }
    if bytes.starts_with(b"%PDF") {
        return pdf(bytes);
    }
    let (text, encoding) = decoded(bytes)?;
    if is_web_page(&text) {
        return Err(ImportProblem::WebPage);
    }
    let is_markdown = [".md", ".markdown"].iter().any(|ending| source.to_lowercase().ends_with(ending));
    let mut material = plain::read(&text, if is_markdown { PlainKind::Markdown } else { PlainKind::Lines });
    material.guesses.extend(encoding.map(|name| MadeOut {
        field: source.to_owned(),
        excerpt: String::new(),
        guess: ImportGuess::Encoding { name },
    }));
    Ok(material)
}

/// The document in a compound file, by the names of the streams in it: the older ones of Office, and new
/// ones with a password.
fn compound(bytes: &[u8]) -> ImportProblem {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &name).is_some()
    };
    if has("EncryptedPackage") {
        ImportProblem::Locked
    } else if has("Workbook") {
        ImportProblem::Spreadsheet
    } else if has("PowerPoint Document") {
        ImportProblem::Slides
    } else {
        ImportProblem::OldWord
    }
}

/// The text of a file, and the name of an old encoding that it was in.
fn decoded(bytes: &[u8]) -> Result<(String, Option<&'static str>), ImportProblem> {
    if bytes.len() > MAX_TEXT {
        return Err(ImportProblem::Beyond { bound: ImportBound::Text, limit: MAX_TEXT as u64 });
    }
    let (encoding, name) = match other_encoding(bytes) {
        None => (None, None),
        Some(Encoding::Utf16) if is_big_endian(bytes) => (Some(UTF_16BE), Some("UTF-16")),
        Some(Encoding::Utf16) => (Some(UTF_16LE), Some("UTF-16")),
        Some(Encoding::Windows1256) => (Some(WINDOWS_1256), Some("Windows-1256")),
        // What begins as a page of the web may be one; all else that is no text was told before.
        Some(Encoding::Document) if std::str::from_utf8(bytes).is_ok() => (None, None),
        Some(Encoding::Document | Encoding::Unknown) => return Err(ImportProblem::NotText),
    };
    let text = match encoding {
        Some(encoding) => encoding.decode(bytes).0.into_owned(),
        None => String::from_utf8_lossy(bytes).into_owned(),
    };
    let unseen = text.chars().take(2000).filter(|c| c.is_control() && !c.is_whitespace()).count();
    if unseen > 20 || text.contains('\0') { Err(ImportProblem::NotText) } else { Ok((text, name)) }
}

fn is_big_endian(bytes: &[u8]) -> bool {
    let zeros = |odd: usize| bytes.iter().take(64).skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    bytes.starts_with(&[0xFE, 0xFF]) || (!bytes.starts_with(&[0xFF, 0xFE]) && zeros(0) > zeros(1))
}

fn is_web_page(text: &str) -> bool {
    let head: String = text.trim_start_matches('\u{FEFF}').trim_start().chars().take(16).collect();
    let head = head.to_lowercase();
    ["<!doctype", "<html", "<meta", "<?xml"].iter().any(|start| head.starts_with(start))
}

/// The text of a PDF, whose lines are those of its pages.
fn pdf(bytes: &[u8]) -> Result<Material, ImportProblem> {
    let contents = PdfReader::default().contents(bytes).map_err(ImportProblem::PdfStopped)?;
    if contents.is_locked {
        return Err(ImportProblem::Locked);
    }
    if contents.pages == 0 {
        return Err(ImportProblem::Damaged { reason: "PDF".to_owned() });
    }
    if contents.is_cut {
        return Err(ImportProblem::Beyond { bound: ImportBound::Text, limit: contents.text.len() as u64 });
    }
    if contents.text.trim().is_empty() {
        return Err(ImportProblem::Scan);
    }
    Ok(plain::read(&contents.text, PlainKind::Pages))
}
