//! Documents of Word: what is taken of them, and what is told.

use super::words::{after, assert_same_words, beyond, count};
use super::{Imported, Office, SEED};
use crate::docx::{Docx, item, paragraph, picture, row, styled};

/// Two kinds of list: 1 with signs, 2 with numbers.
const NUMBERING: &str = "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>";
const STYLES: &str = "<w:style w:styleId=\"a3\"><w:name w:val=\"Title\"/></w:style>\
    <w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>\
    <w:style w:styleId=\"x\"><w:name w:val=\"عنوان فرعي\"/><w:basedOn w:val=\"2\"/></w:style>\
    <w:style w:styleId=\"2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"x\"/></w:style>";
/// The least picture: one point.
pub const PNG: &[u8] = include_bytes!("../../../src/handbook/pictures/seed.png");

const TITLE: &str = "افتتاح مركز صحي في قضاء المدينة";
const LEAD: &str = "افتتحت دائرة الصحة مركزاً صحياً في قضاء المدينة بعد سنتين من العمل المتواصل فيه.";

fn import(document: &Docx) -> (Office, Imported) {
    let office = Office::new();
    office.0.file("report.docx", document.bytes());
    let imported = office.import("report.docx");
    office.0.run("check").code(0).says("errors: 0");
    (office, imported)
}

/// A document with the title, the first paragraph and some more.
fn document(more: &str) -> Docx {
    Docx::new(&format!("{}{}{more}", paragraph(&[TITLE]), paragraph(&[LEAD])))
}

#[test]
fn the_seed_text_as_a_document_is_the_same_report() {
    let body: String = SEED.lines().filter(|line| !line.trim().is_empty()).map(|line| paragraph(&[line])).collect();
    let office = Office::new();
    office.0.file("seed.docx", Docx::new(&body).bytes()).file("strict.docx", Docx::strict(&body).bytes());
    let of_text = office.import_text(SEED).report;
    assert_eq!(office.import("seed.docx").report, of_text);
    assert_eq!(office.import("strict.docx").report, of_text);
}

#[test]
fn headings_lists_and_tables_are_taken() {
    let body = [
        styled("a3", TITLE),
        paragraph(&[LEAD]),
        styled("1", "المرحلة الأولى"),
        item("1", 0, "تأهيل البناية"),
        item("1", 1, "الكهرباء"),
        item("1", 1, "الماء"),
        item("1", 0, "تجهيز الأثاث"),
        styled("2", "المرحلة الثانية"),
        item("2", 0, "تعيين الكوادر"),
        item("2", 0, "بدء الدوام"),
        format!("<w:tbl>{}{}</w:tbl>", row(&["القسم", "العدد"]), row(&["الأطفال", "45"])),
        paragraph(&["ويداوم المركز يومياً."]),
    ]
    .concat();
    let document = Docx::new(&body).related("numbering", "numbering", NUMBERING).related("styles", "styles", STYLES);
    let (_, imported) = import(&document);
    assert_eq!(imported.text("title"), TITLE);
    assert_eq!(imported.kinds(), ["paragraph", "heading", "list", "heading", "list", "table", "paragraph"]);
    let blocks = imported.blocks();
    assert_eq!(blocks[1].get("level"), None);
    assert_eq!(blocks[3]["level"].as_integer(), Some(2));
    assert_eq!(blocks[2]["list"][0]["list"].as_array().unwrap().len(), 2);
    assert_eq!(blocks[4]["ordered"].as_bool(), Some(true));
    assert_eq!(blocks[5]["table"]["rows"][0][1].as_str(), Some("45"));
}

#[test]
fn strong_words_links_and_breaks_are_taken() {
    let runs = "<w:r><w:t xml:space=\"preserve\">دعت الدائرة </w:t></w:r><w:r><w:rPr><w:bCs/><w:rtl/></w:rPr><w:t>المراجعين كافة</w:t></w:r>\
        <w:r><w:t xml:space=\"preserve\"> إلى زيارة </w:t></w:r><w:hyperlink r:id=\"l1\"><w:r><w:t>صفحتها</w:t></w:r></w:hyperlink>\
        <w:r><w:rPr><w:b/><w:rtl/></w:rPr><w:t xml:space=\"preserve\"> و</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>الحجز</w:t><w:br/><w:t>مسبقاً.</w:t></w:r>\
        <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://example.iq/b\" </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t xml:space=\"preserve\"> هنا</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let document = document(&format!("<w:p>{runs}</w:p>")).relation("l1", "hyperlink", "https://example.iq/a");
    let (_, imported) = import(&document);
    let text = imported.blocks()[1]["paragraph"].as_str().unwrap();
    assert!(text.contains("**المراجعين كافة**"), "{text}");
    assert!(text.contains("[صفحتها](https://example.iq/a)"), "{text}");
    assert!(
        text.contains("[صفحتها](https://example.iq/a) *والحجز"),
        "of a run from right to left only the complex properties hold: {text}"
    );
    assert!(text.contains("[هنا](https://example.iq/b)"), "{text}");
    assert!(text.contains("\\\n"), "{text}");
}

#[test]
fn changes_notes_boxes_and_controls_are_taken_or_told() {
    let body = [
        "<w:p><w:r><w:t xml:space=\"preserve\">حضر </w:t></w:r><w:ins><w:r><w:t>سبعون</w:t></w:r></w:ins><w:del><w:r><w:delText>ستون</w:delText></w:r></w:del>\
         <w:r><w:t xml:space=\"preserve\"> طبيباً</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">نصف الجملة </w:t></w:r></w:p><w:p><w:r><w:t>ونصفها الآخر هنا.</w:t></w:r></w:p>",
        "<w:sdt><w:sdtPr><w:alias w:val=\"حقل\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>نص في حقل من حقول النماذج.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "<w:p><w:r><w:t>نص قبل الإطار.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>\
         <w:p><w:r><w:t>نص في الإطار.</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>\
         <w:p><w:r><w:t>نص في الإطار.</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t xml:space=\"preserve\"> وبعده.</w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>مخفي</w:t></w:r><w:r><w:t>ظاهر هنا للقراء.</w:t></w:r></w:p>",
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\
         <w:r><w:t>تاريخ اليوم</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t xml:space=\"preserve\"> كما يظهر </w:t><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/><w:tab/><w:t>وبعده.</w:t></w:r></w:p>",
    ]
    .concat();
    let document = document(&body)
        .related("footnotes", "footnotes", "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>بحسب سجل الحضور</w:t></w:r></w:p></w:footnote>")
        .related("comments", "comments", "<w:comment w:id=\"0\" w:author=\"سعاد\"><w:p><w:r><w:t>راجع العدد</w:t></w:r></w:p></w:comment>")
        .related("header", "hdr", "<w:p><w:r><w:t>سري للغاية</w:t></w:r></w:p>");
    let (_, imported) = import(&document);
    let texts: Vec<&str> = imported.blocks().iter().skip(1).map(|block| block["paragraph"].as_str().unwrap()).collect();
    assert_eq!(
        texts,
        [
            "حضر سبعون طبيباً (بحسب سجل الحضور).",
            "نصف الجملة ونصفها الآخر هنا.",
            "نص في حقل من حقول النماذج.",
            "نص قبل الإطار. وبعده.",
            "نص في الإطار.",
            "ظاهر هنا للقراء.",
            "تاريخ اليوم كما يظهر • وبعده.",
        ]
    );
    for told in ["ستون", "سعاد: راجع العدد", "سري للغاية", "مخفي"] {
        assert!(imported.left_out.iter().any(|text| text == told), "{told}: {:?}", imported.left_out);
    }
}

#[test]
fn pictures_are_copied_with_their_descriptions() {
    let body = [picture("p1", "واجهة المركز"), picture("p2", ""), picture("p3", "رسم قديم")].concat();
    let document = document(&body)
        .relation("p1", "image", "media/image1.png")
        .relation("p2", "image", "../word/media/image2.png")
        .relation("p3", "image", "media/image3.emf")
        .part("word/media/image1.png", PNG)
        .part("word/media/image2.png", PNG)
        .part("word/media/image3.emf", b"\x01\0\0\0emf");
    let (office, imported) = import(&document);
    assert_eq!(imported.kinds(), ["paragraph", "photo", "photo"]);
    let blocks = imported.blocks();
    assert_eq!(blocks[1]["alt"].as_str(), Some("واجهة المركز"));
    let path = blocks[1]["photo"].as_str().unwrap();
    assert!(path.starts_with("content/assets/report-") && path.ends_with(".png"), "{path}");
    assert_eq!(office.0.read(path), PNG);
    assert!(imported.left_out.iter().any(|text| text == "رسم قديم"));
    let run = office.0.run(&format!("build {} -e bulletin --profile office", imported.path));
    run.code(0);
}

#[test]
fn frames_of_tables_and_merged_cells_lose_nothing() {
    let merged = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>المجموع</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>90</w:t></w:r></w:p><w:p><w:r><w:t>طبيباً</w:t></w:r></w:p></w:tc></w:tr>";
    let inner = format!("<w:tbl>{}{}</w:tbl>", row(&["داخل", "جدول"]), row(&["آخر", "صغير"]));
    let nested = format!("<w:tr><w:tc>{inner}<w:p/></w:tc><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>");
    let body = [
        format!("<w:tbl>{}</w:tbl>", row(&["ترويسة على اليمين", "ترويسة على اليسار"])),
        format!("<w:tbl>{}{merged}{nested}</w:tbl>", row(&["القسم", "الشعبة", "العدد"])),
    ]
    .concat();
    let (_, imported) = import(&document(&body));
    assert_eq!(imported.kinds(), ["paragraph", "paragraph", "paragraph", "table"]);
    let table = imported.blocks()[3]["table"].as_table().unwrap();
    assert_eq!(table["rows"][0][0].as_str(), Some("المجموع"));
    assert_eq!(table["rows"][0][1].as_str(), Some(""));
    assert!(table["rows"][0][2].as_str().unwrap().contains("طبيباً"));
    let words = after(&imported);
    assert!(beyond(&count("داخل جدول آخر صغير"), &words).is_empty());
}

#[test]
fn no_word_of_a_document_is_lost_or_doubled() {
    let office = Office::new();
    for path in super::texts().into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt")) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let name = format!("{}.docx", path.file_stem().unwrap().to_str().unwrap());
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        // Runs are cut in the middle of words, as Word does when somebody types in an old text.
        let halves = |line: &str| {
            let middle = line.char_indices().nth(line.chars().count() / 2).map_or(0, |(at, _)| at);
            let (head, tail) = line.split_at(middle);
            if head.contains('&') || tail.contains('&') { paragraph(&[line]) } else { paragraph(&[head, tail]) }
        };
        let body: String = escaped.lines().map(halves).collect();
        office.0.file(&name, Docx::new(&body).bytes());
        assert_same_words(&name, &text, &office.import(&name));
    }
    office.0.run("check").code(0).says("errors: 0");
}
