//! The contents of a document's pages, of which their code is made.

use typst::foundations::Bytes;

use super::contract::{Qr, Verification};
use super::convert::Converter;
use super::pictures::DocumentPictures;
use super::spec::{DocumentSpec, file_name};
use super::{json, record};

/// All that reaches the pages of a document through its data, as named parts: what the template is
/// given, the PDF's metadata, and the bytes of drawings and attachments.
///
/// Photos stand there by their SHA-512, and no file by its name or place. What is made of the parts
/// is not among them: the code and the plan of the pages.
#[must_use]
pub fn contents(spec: &DocumentSpec) -> Vec<(String, Bytes)> {
    let mut pictures = DocumentPictures::new(spec);
    let mut parts = Vec::new();
    for picture in pictures.0.values_mut() {
        picture.path = match &picture.photo {
            Some((_, digest)) => digest.clone(),
            None => {
                parts.push(("drawing".to_owned(), picture.bytes.clone()));
                "drawing".to_owned()
            }
        };
    }
    let mut data = Converter::new(spec, &pictures).data();
    let address = spec.workspace.verification.as_ref().map(|pattern| pattern.value.clone());
    let qr = Qr { svg: String::new(), alt: address.unwrap_or_default() };
    data.verification = Verification { code: String::new(), qr };
    parts.push(("data".to_owned(), Bytes::from_string(json(&data))));
    parts.push(("record".to_owned(), Bytes::from_string(json(&record(spec)))));
    for attachment in spec.subject.attachments() {
        let name = &attachment.file.value;
        let part = format!("attachment {}: {}", file_name(name), attachment.description.value);
        let bytes = spec.assets.get(name).map_or_else(|| Bytes::new([]), |asset| asset.bytes.clone());
        parts.push((part, bytes));
    }
    parts
}
