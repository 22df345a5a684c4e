//! Documents that were made to do harm, or are something else: each ends in a clear message, soon and in
//! little memory.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::Office;
use crate::docx::{Docx, paragraph, picture};

/// What the program says of some bytes that are called a document.
#[track_caller]
fn refused(bytes: &[u8], says: &str) {
    let office = Office::new();
    office.0.file("bad.docx", bytes);
    office.0.run("import bad.docx").code(1).says(says);
    assert!(office.0.files("content").is_empty(), "nothing is written");
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Packed bytes of a part that unpacks to so many spaces between two texts.
fn inflated(before: &str, spaces: usize, after: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    writer.write_all(before.as_bytes()).unwrap();
    let chunk = vec![b' '; 1 << 20];
    for _ in 0..spaces >> 20 {
        writer.write_all(&chunk).unwrap();
    }
    writer.write_all(after.as_bytes()).unwrap();
    writer.finish().unwrap().into_inner()
}

#[test]
fn other_documents_are_told_what_they_are() {
    refused(
        &packed(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>")]),
        "this is a table of Excel",
    );
    refused(&packed(&[("ppt/presentation.xml", b"<p/>")]), "these are slides");
    refused(
        &packed(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x/>")]),
        "LibreOffice (.odt)",
    );
    refused(&packed(&[("photo.jpg", b"\xFF\xD8\xFF")]), "a packed folder without a document of Word");
    let compound = |stream: &str| {
        let names: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &names].concat()
    };
    refused(&compound("WordDocument"), "old Word (.doc)");
    refused(&compound("EncryptedPackage"), "asks for a password");
    refused(&compound("Workbook"), "a table of Excel");
    refused(b"PK\x03\x04cut", "this document is damaged");
    refused(&Docx::new("<w:p><w:r><w:t>\u{200F}</w:t></w:r></w:p>").bytes(), "there is not a word in this");
}

#[test]
fn bombs_are_stopped() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    refused(&packed(&[("word/document.xml", bomb.as_bytes())]), "this document is damaged: <!DOCTYPE");
    let entity = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    refused(&packed(&[("word/document.xml", entity.as_bytes())]), "this document is damaged: &b;");
    // Spaces between elements, spaces of one text, and elements without end.
    let head = "<w:document xmlns:w=\"w\"><w:body>";
    refused(&inflated(head, 16 << 20, "<w:p/></w:body></w:document>"), "is unpacked");
    refused(&inflated(&format!("{head}<w:p><w:r><w:t xml:space=\"preserve\">"), 300 << 20, "x"), "is unpacked");
    refused(&inflated(&format!("{head}<w:p "), 16 << 20, "/>"), "is unpacked");
    let deep = format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(3000), paragraph(&["نص"]));
    refused(&Docx::new(&deep).bytes(), "more than 400 things inside each other");
    let cells = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", "<w:tc/>".repeat(600_000));
    refused(&Docx::new(&cells).bytes(), "more than 500000 parts");
}

#[test]
fn pictures_and_names_can_do_nothing() {
    let office = Office::new();
    let body = [
        paragraph(&["عنوان قصير"]),
        paragraph(&["نص التقرير كله هنا في سطر واحد."]),
        picture("p1", "كبيرة"),
        picture("p2", "خارج"),
        picture("p3", "بعيد"),
    ]
    .concat();
    let mut huge = b"\x89PNG\r\n\x1A\n".to_vec();
    huge.resize(40 << 20, 0);
    let document = Docx::new(&body)
        .relation("p1", "image", "media/huge.png")
        .relation("p2", "image", "../../../../../../etc/passwd")
        .relation("p3", "image", "https://example.iq/a.png")
        .relation("self", "header", "document.xml")
        .part("word/media/huge.png", &huge)
        .part("../../evil.png", b"\x89PNG\r\n\x1A\nevil");
    office.0.file("bad.docx", document.bytes());
    let imported = office.import("bad.docx");
    assert_eq!(imported.kinds(), ["paragraph"]);
    for told in ["كبيرة", "خارج", "بعيد"] {
        assert!(imported.left_out.iter().any(|text| text == told), "{told}: {:?}", imported.left_out);
    }
    assert_eq!(
        office.0.files("content"),
        [imported.path.as_str()].map(|path| path.to_owned()),
        "no picture is written"
    );
    assert!(!office.0.path().parent().unwrap().join("evil.png").exists());
}
