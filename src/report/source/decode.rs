//! From the bytes of a file to its text.

use std::path::Path;

use crate::diag::{Diagnostic, Place};
use crate::words::{Encoding, FileProblem};

/// The greatest size of a report or workspace file in bytes.
pub const MAX_BYTES: usize = 1024 * 1024;

/// The text of a file's bytes.
///
/// # Errors
/// When the file is larger than [`MAX_BYTES`], or not UTF-8; the encoding it seems to be in is
/// named.
pub fn decode<'b>(file: &Path, bytes: &'b [u8]) -> Result<&'b str, Box<Diagnostic>> {
    if bytes.len() > MAX_BYTES {
        let path = file.to_string_lossy().replace('\\', "/");
        let (size, limit) = (bytes.len() as u64, MAX_BYTES as u64);
        return Err(Box::new(Diagnostic::error(file, FileProblem::TooLarge { path, size, limit })));
    }
    let text = std::str::from_utf8(bytes);
    match (other_encoding(bytes), text) {
        (None, Ok(text)) => Ok(text),
        (Some(encoding @ (Encoding::Document | Encoding::Utf16)), _) => Err(not_utf8(file, bytes, 0, encoding)),
        (encoding, text) => {
            let at = text.err().map_or(0, |error| error.valid_up_to());
            Err(not_utf8(file, bytes, at, encoding.unwrap_or(Encoding::Unknown)))
        }
    }
}

/// The encoding that a file's bytes seem to be in; none when they are UTF-8.
#[must_use]
pub fn other_encoding(bytes: &[u8]) -> Option<Encoding> {
    // ZIP, as .docx is, the older compound file of .doc, RTF, PDF, a saved page of the web.
    let documents: [&[u8]; 7] =
        [b"PK\x03\x04", &[0xD0, 0xCF, 0x11, 0xE0], b"{\\rtf", b"%PDF", b"<html", b"<!DOCTYPE", b"<!doctype"];
    if documents.iter().any(|start| bytes.starts_with(start)) {
        Some(Encoding::Document)
    } else if is_utf16(bytes) {
        Some(Encoding::Utf16)
    } else if std::str::from_utf8(bytes).is_ok() {
        None
    } else if is_windows_1256(bytes) {
        Some(Encoding::Windows1256)
    } else {
        Some(Encoding::Unknown)
    }
}

fn not_utf8(file: &Path, bytes: &[u8], at: usize, encoding: Encoding) -> Box<Diagnostic> {
    let head = String::from_utf8_lossy(&bytes[..at]);
    let line = head.matches('\n').count() + 1;
    let column = head.chars().rev().take_while(|c| *c != '\n').count() + 1;
    let end = (at + 1).min(bytes.len());
    let place = Place { line, column, span: at..end };
    Box::new(Diagnostic::error(file, FileProblem::NotUtf8 { encoding }).at(place))
}

/// A byte order mark, or a zero in every second byte of the beginning.
fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return true;
    }
    let head = &bytes[..bytes.len().min(64)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    head.len() >= 8 && (zeros(0) * 3 > head.len() || zeros(1) * 3 > head.len())
}

/// True if most bytes above ASCII are letters of Windows-1256.
fn is_windows_1256(bytes: &[u8]) -> bool {
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let letters = bytes
        .iter()
        .filter(|byte| matches!(**byte, 0xC0..=0xDF | 0xE1 | 0xE3..=0xE6 | 0xEC | 0xED | 0xA1 | 0xBA | 0xBF))
        .count();
    high >= 4
        && letters * 10 >= high * 9
        && std::str::from_utf8(bytes).is_err_and(|error| {
            // a damaged UTF-8 file is mostly lead and continuation bytes in pairs
            let rest = bytes.get(error.valid_up_to()..).unwrap_or_default();
            let continuation = rest.iter().filter(|byte| matches!(**byte, 0x80..=0xBF)).count();
            continuation * 4 < high
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoding(bytes: &[u8]) -> Option<Encoding> {
        match decode(Path::new("a.toml"), bytes).err()?.message {
            crate::words::Message::File(FileProblem::NotUtf8 { encoding }) => Some(encoding),
            _ => None,
        }
    }

    #[test]
    fn old_encodings_are_named() {
        let utf16: Vec<u8> = "title = \"ورشة\"".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(encoding(&utf16), Some(Encoding::Utf16));
        assert_eq!(encoding(b"\xFF\xFEt\0"), Some(Encoding::Utf16));
        assert_eq!(encoding(b"PK\x03\x04\x14\0"), Some(Encoding::Document));
        assert_eq!(encoding(b"{\\rtf1\\ansi"), Some(Encoding::Document));
        assert_eq!(encoding(b"%PDF-1.7"), Some(Encoding::Document));
        // ورشة عمل في البصرة
        let cp1256 = b"title = \"\xE6\xD1\xD4\xC9 \xDA\xE3\xE1 \xDD\xED \xC7\xE1\xC8\xD5\xD1\xC9\"\n";
        assert_eq!(encoding(cp1256), Some(Encoding::Windows1256));
        assert_eq!(encoding("ورشة\u{0}".as_bytes()), None);
        let mut damaged = "title = \"ورشة عمل في البصرة\"".as_bytes().to_vec();
        damaged.remove(12);
        assert_eq!(encoding(&damaged), Some(Encoding::Unknown));
    }

    #[test]
    fn the_place_is_the_first_bad_byte() {
        let place = decode(Path::new("a.toml"), "سطر\nكلمة \u{0}x".as_bytes()).err();
        assert!(place.is_none());
        let mut bytes = "سطر\nكلمة ".as_bytes().to_vec();
        bytes.push(0xFF);
        let place = decode(Path::new("a.toml"), &bytes).err().and_then(|error| error.place);
        assert_eq!(place.map(|place| (place.line, place.column)), Some((2, 6)));
    }

    #[test]
    fn a_huge_file_is_refused() {
        assert!(decode(Path::new("a.toml"), &vec![b' '; MAX_BYTES + 1]).is_err());
    }
}
