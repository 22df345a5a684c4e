//! Files that are no photo, by their first bytes.

use crate::words::FileKind;

/// Bytes that are looked through for the beginning of a page or a drawing.
const HEAD: usize = 512;

/// What the bytes of a file are that is no photo the program reads.
pub(super) fn kind_of(bytes: &[u8]) -> Option<FileKind> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let starts = |list: &[&[u8]]| list.iter().any(|start| head.starts_with(start));
    let brand = head.get(4..12);
    let text = String::from_utf8_lossy(head).trim_start_matches('\u{FEFF}').trim_start().to_ascii_lowercase();
    if bytes.is_empty() {
        Some(FileKind::Empty)
    } else if starts(&[b"%PDF"]) {
        Some(FileKind::Pdf)
    } else if starts(&[b"PK\x03\x04", b"\xD0\xCF\x11\xE0", b"Rar!", b"7z\xBC\xAF", b"{\\rtf"]) {
        Some(FileKind::Document)
    } else if brand.is_some_and(|brand| brand.starts_with(b"ftyp")) {
        let photo = [b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif", b"avis"];
        let is_photo = photo.iter().any(|name| brand.is_some_and(|brand| brand.ends_with(name.as_slice())));
        Some(if is_photo { FileKind::PhonePhoto } else { FileKind::Video })
    } else if starts(&[b"GIF8", b"II*\0", b"MM\0*", b"BM", b"8BPS"]) {
        Some(FileKind::OtherPicture)
    } else if starts(&[b"\x1A\x45\xDF\xA3"]) || (starts(&[b"RIFF"]) && head.get(8..11) == Some(b"AVI")) {
        Some(FileKind::Video)
    } else if text.starts_with("<svg") || (text.starts_with("<?xml") && text.contains("<svg")) {
        Some(FileKind::Drawing)
    } else if text.starts_with("<!doctype html") || text.starts_with("<html") {
        Some(FileKind::WebPage)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_no_photo_are_known_by_their_bytes() {
        for (bytes, kind) in [
            (&b"%PDF-1.7"[..], Some(FileKind::Pdf)),
            (b"PK\x03\x04\x14\0", Some(FileKind::Document)),
            (b"\xD0\xCF\x11\xE0\xA1", Some(FileKind::Document)),
            (b"\0\0\0\x18ftypheic\0\0", Some(FileKind::PhonePhoto)),
            (b"\0\0\0\x18ftypmp42\0\0", Some(FileKind::Video)),
            (b"GIF89a", Some(FileKind::OtherPicture)),
            (b"II*\0\x08", Some(FileKind::OtherPicture)),
            (b"BM\x36", Some(FileKind::OtherPicture)),
            (b"<?xml version=\"1.0\"?>\n<svg>", Some(FileKind::Drawing)),
            (b"\n<!DOCTYPE html><html>", Some(FileKind::WebPage)),
            (b"", Some(FileKind::Empty)),
            (b"\xFF\xD8\xFF", None),
            (b"anything", None),
        ] {
            assert_eq!(kind_of(bytes), kind, "{bytes:?}");
        }
    }
}
