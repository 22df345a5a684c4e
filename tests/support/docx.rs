//! Documents of Word as tests need them: the least parts of a packed file around some XML.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A document, part by part.
pub struct Docx {
    parts: Vec<(String, Vec<u8>)>,
    relations: String,
    strict: bool,
}

/// What the parts of Transitional documents name their relations by.
const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The same of Strict ones.
const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

impl Docx {
    /// A document with a body.
    pub fn new(body: &str) -> Self {
        Self { parts: Vec::new(), relations: String::new(), strict: false }.document(body)
    }

    /// The same by the strict kind of the standard.
    pub fn strict(body: &str) -> Self {
        Self { parts: Vec::new(), relations: String::new(), strict: true }.document(body)
    }

    fn document(self, body: &str) -> Self {
        let main = if self.strict {
            "http://purl.oclc.org/ooxml/wordprocessingml/main"
        } else {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        };
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
             <w:document xmlns:w=\"{main}\" xmlns:r=\"{}\" xmlns:wp=\"wp\" xmlns:a=\"a\" xmlns:mc=\"mc\" xmlns:wps=\"wps\" \
             xmlns:v=\"v\" xmlns:m=\"m\"><w:body>{body}</w:body></w:document>",
            self.kind()
        );
        self.part("word/document.xml", xml)
    }

    fn kind(&self) -> &'static str {
        if self.strict { STRICT } else { TRANSITIONAL }
    }

    /// With one more part.
    pub fn part(mut self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.parts.push((name.to_owned(), bytes.as_ref().to_vec()));
        self
    }

    /// With a relation of the main part.
    pub fn relation(mut self, id: &str, kind: &str, target: &str) -> Self {
        let mode = if target.contains("://") { " TargetMode=\"External\"" } else { "" };
        let kind = format!("{}/{kind}", self.kind());
        self.relations += &format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"{mode}/>");
        self
    }

    /// With a part that the main part is related to; its XML has the element `root` around.
    pub fn related(self, kind: &str, root: &str, inside: &str) -> Self {
        let name = format!("{kind}.xml");
        let xml = format!("<?xml version=\"1.0\"?><w:{root} xmlns:w=\"w\">{inside}</w:{root}>");
        self.relation(&format!("rel{kind}"), kind, &name).part(&format!("word/{name}"), xml)
    }

    /// The packed file.
    pub fn bytes(&self) -> Vec<u8> {
        let head = "<?xml version=\"1.0\"?><Relationships xmlns=\"rels\">";
        let main = format!(
            "{head}<Relationship Id=\"r1\" Type=\"{}/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
            self.kind()
        );
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        let types = "<?xml version=\"1.0\"?><Types xmlns=\"types\"/>".to_owned();
        let own = [
            ("[Content_Types].xml".to_owned(), types.into_bytes()),
            ("_rels/.rels".to_owned(), main.into_bytes()),
            (
                "word/_rels/document.xml.rels".to_owned(),
                format!("{head}{}</Relationships>", self.relations).into_bytes(),
            ),
        ];
        for (name, bytes) in own.iter().chain(&self.parts) {
            writer.start_file(name.as_str(), options).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }
}

/// A paragraph with a run for each text.
pub fn paragraph(texts: &[&str]) -> String {
    let runs: String = texts
        .iter()
        .map(|text| format!("<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>"))
        .collect();
    format!("<w:p><w:pPr><w:bidi/></w:pPr>{runs}</w:p>")
}

/// A paragraph of a style.
pub fn styled(style: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// An item of a list.
pub fn item(list: &str, level: u8, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
    )
}

/// A row of a table.
pub fn row(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|cell| format!("<w:tc><w:tcPr/>{}</w:tc>", paragraph(&[cell]))).collect();
    format!("<w:tr>{cells}</w:tr>")
}

/// A drawing that shows a picture.
pub fn picture(id: &str, alt: &str) -> String {
    format!(
        "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Picture 1\" descr=\"{alt}\"/><a:graphic><a:blip r:embed=\"{id}\"/></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
}
