//! The codes that a PDF carries, in its metadata and on its pages: a file that another program has
//! saved again still tells what it was.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

/// The digits of a hash in a code.
const HASH: usize = 16;
/// The most pages that are read.
const MAX_PAGES: usize = 64;
/// The most bytes of a page's content, of a stream of metadata or of a font's map, unpacked.
const MAX_UNPACKED: usize = 16 << 20;

/// The hashes at the ends of the codes that a PDF carries.
pub(super) fn hashes(pdf: &[u8]) -> BTreeSet<String> {
    let Ok(document) = Document::load_mem(pdf) else { return BTreeSet::new() };
    let mut found = BTreeSet::new();
    for text in metadata(&document) {
        find(&text, &mut found);
    }
    if found.is_empty() {
        for page in document.get_pages().into_values().take(MAX_PAGES) {
            find(&written(&document, page), &mut found);
        }
    }
    found
}

/// The texts of a document's information and its metadata stream.
fn metadata(document: &Document) -> Vec<String> {
    let dictionary = |key: &[u8]| document.trailer.get(key).ok().and_then(|object| resolved(document, object));
    let info = dictionary(b"Info").and_then(|object| object.as_dict().ok());
    let texts =
        |info: &Dictionary| info.iter().filter_map(|(_, value)| lopdf::decode_text_string(value).ok()).collect();
    let mut all: Vec<String> = info.map(texts).unwrap_or_default();
    let root = dictionary(b"Root").and_then(|object| object.as_dict().ok());
    let stream = root.and_then(|root| resolved(document, root.get(b"Metadata").ok()?)?.as_stream().ok());
    all.extend(stream.and_then(unpacked));
    all
}

/// A stream's text, unless it is longer than any that is looked for.
fn unpacked(stream: &Stream) -> Option<String> {
    let bytes = match stream.decompressed_content_with_limit(MAX_UNPACKED) {
        Ok(bytes) => bytes,
        Err(lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. })) => return None,
        Err(_) => stream.content.clone(),
    };
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// What is written on a page, as far as its fonts tell which characters their glyphs are.
fn written(document: &Document, page: ObjectId) -> String {
    let Ok(content) =
        document.get_page_content_with_limit(page, MAX_UNPACKED).and_then(|bytes| Content::decode(&bytes))
    else {
        return String::new();
    };
    let fonts: BTreeMap<_, _> = document.get_page_fonts(page).unwrap_or_default();
    let fonts: BTreeMap<Vec<u8>, Glyphs> =
        fonts.into_iter().map(|(name, font)| (name, Glyphs::of(document, font))).collect();
    let mut text = String::new();
    let mut font = None;
    for operation in content.operations {
        let operands = operation.operands.iter();
        match operation.operator.as_str() {
            "Tf" => font = operands.into_iter().next().and_then(|name| fonts.get(name.as_name().ok()?)),
            "Tj" | "TJ" | "'" | "\"" => {
                let strings = operands.flat_map(|one| one.as_array().map_or(std::slice::from_ref(one), Vec::as_slice));
                let strings = strings.filter_map(|one| one.as_str().ok());
                strings.for_each(|codes| text.extend(font.map(|font| font.read(codes))));
            }
            _ => {}
        }
    }
    text
}

/// The characters of a font's glyphs.
struct Glyphs {
    /// The bytes of a code.
    width: usize,
    characters: BTreeMap<u32, String>,
}

impl Glyphs {
    fn of(document: &Document, font: &Dictionary) -> Self {
        let is_wide = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0");
        let map = font.get(b"ToUnicode").ok().and_then(|map| resolved(document, map)?.as_stream().ok());
        let characters = map.and_then(unpacked).map(|map| characters(&map)).unwrap_or_default();
        Self { width: if is_wide { 2 } else { 1 }, characters }
    }

    fn read(&self, codes: &[u8]) -> String {
        let code = |bytes: &[u8]| bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
        let character = |code: u32| match self.characters.get(&code) {
            Some(character) => character.clone(),
            // Without a map plain fonts have the codes of ASCII.
            None if self.width == 1 => char::from_u32(code).map(String::from).unwrap_or_default(),
            None => String::new(),
        };
        codes.chunks(self.width).map(|bytes| character(code(bytes))).collect()
    }
}

/// The pairs and ranges of a font's map to Unicode: `<0001> <0020>`, `<0001> <0009> <0030>`.
fn characters(map: &str) -> BTreeMap<u32, String> {
    let mut found = BTreeMap::new();
    let mut is_range = false;
    for line in map.lines() {
        is_range = (is_range || line.contains("beginbfrange")) && !line.contains("endbfrange");
        let numbers: Vec<&str> = line.split('<').skip(1).filter_map(|part| Some(part.split_once('>')?.0)).collect();
        let code = |at: usize| numbers.get(at).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let (first, last, character) = if is_range { (code(0), code(1), code(2)) } else { (code(0), code(0), code(1)) };
        if let (Some(first), Some(last), Some(character)) = (first, last, character) {
            for (offset, code) in (first..=last.min(first.saturating_add(255))).enumerate() {
                let character =
                    u32::try_from(offset).ok().and_then(|offset| char::from_u32(character.saturating_add(offset)));
                found.extend(character.map(|character| (code, character.to_string())));
            }
        }
    }
    found
}

fn resolved<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Object> {
    document.dereference(object).ok().map(|(_, object)| object)
}

/// Finds what ends as codes do: `r`, a revision, a hyphen, and the digits of a hash. Spaces and
/// marks that a reader of pages puts between are passed over.
fn find(text: &str, found: &mut BTreeSet<String>) {
    let text: String = text.chars().filter(|c| c.is_ascii_graphic()).collect::<String>().to_ascii_lowercase();
    for (at, _) in text.match_indices('r') {
        let rest = text.get(at + 1..).unwrap_or_default();
        let hash = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_revision = hash.len() < rest.len();
        let hash = hash.strip_prefix('-').filter(|_| is_revision).and_then(|hash| hash.get(..HASH));
        found.extend(hash.filter(|hash| hash.bytes().all(|b| b.is_ascii_hexdigit())).map(str::to_owned));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_by_their_ends_in_any_text() {
        let mut found = BTreeSet::new();
        find("رمز التحقق \u{2066}418-2026-r1-0123456789ab cdef\u{2069} (r2-x) م.و-7-R12-FEDCBA9876543210.", &mut found);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["0123456789abcdef", "fedcba9876543210"]);
        assert!(hashes(b"no pdf").is_empty());
    }
}
