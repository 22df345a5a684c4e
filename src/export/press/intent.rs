//! What a PDF/X-4 file says of itself: how it is to be printed, and by which rules it was made.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use quick_xml::escape::escape;

use super::resources;
use crate::photo::PressProfile;

/// The registry of printing conditions.
const REGISTRY: &str = "http://www.color.org";
/// The version of PDF that the standard stands on.
const PDF_VERSION: &str = "1.6";
const STANDARD: &str = "PDF/X-4";

/// Writes what PDF/X-4 asks for beyond the pages.
pub(super) fn declare(document: &mut Document, press: &PressProfile) -> Result<(), lopdf::Error> {
    PDF_VERSION.clone_into(&mut document.version);
    let info = info(document)?;
    let profile = document.add_object(resources::compressed(dictionary! { "N" => 4 }, press.bytes.clone()));
    let mut intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFX",
        "OutputConditionIdentifier" => text(&press.condition),
        "Info" => text(&press.condition),
        "DestOutputProfile" => profile,
    };
    if press.registered {
        intent.set("RegistryName", text(REGISTRY));
    }
    let mut metadata = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp(&info, &identity(document)).into_bytes(),
    );
    // Programs look for it in files that they can't read.
    metadata.allows_compression = false;
    let metadata = document.add_object(metadata);
    let catalog = document.catalog_mut()?;
    if let Ok(Object::Reference(old)) = catalog.get(b"Metadata") {
        let old = *old;
        catalog.set("Metadata", metadata);
        document.objects.remove(&old);
    } else {
        catalog.set("Metadata", metadata);
    }
    document.catalog_mut()?.set("OutputIntents", vec![intent.into()]);
    give_rgb_a_profile(document)
}

/// What the file's properties say.
struct Properties {
    title: String,
    tool: String,
    date: String,
}

/// Completes the file's properties, and reads them.
fn info(document: &mut Document) -> Result<Properties, lopdf::Error> {
    let id = match document.trailer.get(b"Info") {
        Ok(Object::Reference(id)) => *id,
        _ => {
            let id = document.add_object(Dictionary::new());
            document.trailer.set("Info", id);
            id
        }
    };
    let info = document.get_dictionary_mut(id)?;
    info.set("GTS_PDFXVersion", text(STANDARD));
    info.set("Trapped", "False");
    let made = info.get(b"CreationDate").cloned().unwrap_or_else(|_| text("D:19700101000000Z"));
    info.set("CreationDate", made.clone());
    info.set("ModDate", made.clone());
    let read = |info: &Dictionary, key: &[u8]| {
        info.get(key).ok().and_then(|value| lopdf::decode_text_string(value).ok()).unwrap_or_default()
    };
    let date = lopdf::decode_text_string(&made).unwrap_or_default();
    Ok(Properties { title: read(info, b"Title"), tool: read(info, b"Creator"), date: iso(&date) })
}

/// A PDF's date as XMP writes it: `D:20261120000000Z` as `2026-11-20T00:00:00Z`.
fn iso(date: &str) -> String {
    let digits: String = date.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let part = |from: usize, to: usize, otherwise: &'static str| {
        digits.get(from..to).map_or_else(|| otherwise.to_owned(), str::to_owned)
    };
    format!(
        "{}-{}-{}T{}:{}:{}Z",
        part(0, 4, "1970"),
        part(4, 6, "01"),
        part(6, 8, "01"),
        part(8, 10, "00"),
        part(10, 12, "00"),
        part(12, 14, "00")
    )
}

/// The file's identity, as hexadecimal digits.
fn identity(document: &Document) -> String {
    let id = document.trailer.get(b"ID").and_then(Object::as_array).ok().and_then(|ids| ids.first()?.as_str().ok());
    id.unwrap_or_default().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn xmp(Properties { title, tool, date }: &Properties, identity: &str) -> String {
    let (title, tool) = (escape(title.as_str()), escape(tool.as_str()));
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
        <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
        <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
        xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" \
        xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\n\
        <dc:format>application/pdf</dc:format>\n\
        <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\n\
        <xmp:CreatorTool>{tool}</xmp:CreatorTool>\n\
        <xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>\
        <xmp:MetadataDate>{date}</xmp:MetadataDate>\n\
        <xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID><xmpMM:InstanceID>uuid:{identity}</xmpMM:InstanceID>\
        <xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n\
        <pdf:Trapped>False</pdf:Trapped>\n\
        <pdfxid:GTS_PDFXVersion>{STANDARD}</pdfxid:GTS_PDFXVersion>\n\
        </rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"
    )
}

/// Says what the colours of the screen look like that are left, as those of an office's mark.
fn give_rgb_a_profile(document: &mut Document) -> Result<(), lopdf::Error> {
    let numbers = |all: &[f32]| Object::Array(all.iter().map(|number| Object::Real(*number)).collect());
    let look = dictionary! {
        "WhitePoint" => numbers(&[0.9505, 1.0, 1.089]),
        "Gamma" => numbers(&[2.2, 2.2, 2.2]),
        "Matrix" => numbers(&[0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505]),
    };
    let space = document.add_object(vec![Object::from("CalRGB"), look.into()]);
    let pages: Vec<ObjectId> = document.page_iter().collect();
    for owner in pages.into_iter().chain(resources::drawings(document)) {
        resources::add(document, owner, "ColorSpace", &[("DefaultRGB", space)])?;
    }
    Ok(())
}

fn text(words: &str) -> Object {
    Object::String(words.as_bytes().to_vec(), StringFormat::Literal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_file() {
        assert_eq!(iso("D:20261120081530Z"), "2026-11-20T08:15:30Z");
        assert_eq!(iso("D:20261120"), "2026-11-20T00:00:00Z");
    }
}
