//! Newsletters that went wrong, and the plain faults of their kind: heads cut off, a colophon alone, a lead that its
//! cover lost, tables after the end mark.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use crate::embedded::pictures;
use crate::newsletter::{ISSUE, built, issue, office, paragraph, report};
use crate::words::{page_texts, pieces, words};
use crate::workspace::Workspace;

const FIXTURES: &str = "tests/fixtures/newsletter";
/// The file of a case.
const CASE: &str = "out/2026/11/2026-11-30-x-newsletter.pdf";
/// The photos of the cases: their pixels.
const PHOTOS: [(&str, u32, u32); 16] = [
    ("bld", 900, 600),
    ("face", 400, 500),
    ("face2", 500, 500),
    ("group-a", 800, 533),
    ("group-b", 750, 500),
    ("group-c", 600, 400),
    ("hall", 650, 433),
    ("palms", 750, 562),
    ("palms2", 800, 450),
    ("pano", 1200, 400),
    ("phone-tall", 360, 640),
    ("square", 600, 600),
    ("stand", 500, 750),
    ("stand2", 600, 800),
    ("tower", 450, 900),
    ("yard", 750, 500),
];

/// A photo whose upper tenth, where the heads are, is red.
fn people(width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        if y < height / 10 { Rgb([220, 20, 20]) } else { Rgb([(x % 200) as u8, 130, (y % 200) as u8]) }
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            fs::write(target, fs::read(entry.path()).unwrap()).unwrap()
        }
    }
}

/// A case, with photos of the shapes that it had, and what the program said of it.
fn case(name: &str) -> (Workspace, String) {
    let workspace = Workspace::bare();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(FIXTURES).join(name), workspace.path());
    for (photo, width, height) in PHOTOS.into_iter().chain([("street", 750, 500)]) {
        workspace.file(&format!("content/assets/{photo}.jpg"), people(width, height));
    }
    let run = workspace.run("build content/issues");
    run.code(0);
    let said = run.stderr.clone();
    (workspace, said)
}

/// The first page, from 1, on which all of some words stand.
fn page_of(pdf: &[u8], text: &str) -> usize {
    let pages = page_texts(pdf);
    let all = words(text);
    let found = pages.iter().position(|page| {
        let here = words(page);
        all.iter().all(|word| here.contains(word))
    });
    found.unwrap_or_else(|| panic!("`{text}` stands on no page")) + 1
}

#[test]
fn upright_photos_keep_their_shape_and_their_heads() {
    let (workspace, said) = case("portrait-heads-cut");
    assert!(!said.contains("photo-cut"), "{said}");
    let found = pictures(&workspace.read(CASE));
    assert_eq!(found.len(), 2);
    for picture in found {
        let (width, height) = (f64::from(picture.pixels.width()), f64::from(picture.pixels.height()));
        let shape =
            [360.0 / 640.0, 500.0 / 750.0].into_iter().map(|own: f64| (width / height / own).max(own * height / width));
        let off = shape.fold(f64::MAX, f64::min);
        assert!(off < 1.0 / 0.85 + 0.02, "a photo of {width}x{height} pixels is cut too much");
        let Rgb([red, green, _]) = *picture.pixels.get_pixel(picture.pixels.width() / 2, 2);
        assert!(red > 180 && green < 80, "the upper edge is gone: {red}, {green}");
    }
}

#[test]
fn no_photo_of_any_case_is_cut_by_more_than_a_quarter() {
    for name in ["colophon-alone-small", "cover-lead-lost", "table-next-page"] {
        let (_, said) = case(name);
        assert!(!said.contains("photo-cut"), "{name}: {said}");
    }
}

#[test]
fn the_colophon_is_never_alone_on_a_page() {
    let (workspace, _) = case("colophon-alone-small");
    assert_eq!(page_texts(&workspace.read(CASE)).len(), 1);

    // Texts of every length: some leave less room than the colophon takes.
    let workspace = office();
    for count in 1..=16 {
        let body: String = (0..count).map(|_| paragraph(&"كلام متصل عن المشروع وما أُنجز منه. ".repeat(5))).collect();
        workspace.report("r2", &report(2, "زقزقة", &body));
        workspace.file(
            ISSUE,
            issue(&[("r1", "cover"), ("r2", "article")])
                + "\n[colophon]\nlines = [\"تصدر كل شهر.\", \"التحرير: المكتب.\"]\n",
        );
        let texts = page_texts(&built(&workspace));
        let last = texts.last().unwrap();
        assert!(last.contains("تصدر"), "{count} paragraphs: {last}");
        let told = words(last).len();
        assert!(told > 40, "{count} paragraphs: the last page has only {told} words\n{last}");
    }
}

#[test]
fn the_lead_begins_on_the_cover_and_says_where_it_goes_on() {
    let (workspace, _) = case("cover-lead-lost");
    let pages = pieces(&workspace.read(CASE));
    // Lines of body text under the headline, in the right column.
    let mut lines: Vec<f64> = pages[0]
        .iter()
        .filter(|piece| piece.y < 330.0 && piece.y > 70.0 && piece.x > 410.0)
        .map(|piece| piece.y)
        .collect();
    lines.sort_by(f64::total_cmp);
    lines.dedup_by(|a, b| (*a - *b).abs() < 6.0);
    assert!(lines.len() >= 6, "only {} lines of the lead stand on the cover", lines.len());

    let (workspace, _) = case("table-next-page");
    let texts = page_texts(&workspace.read(CASE));
    assert!(texts[0].contains("التتمة في الصفحة ٢"), "{}", texts[0]);
    assert!(texts[1].contains("تتمة: افتتاح مركز صحي نموذجي"), "{}", texts[1]);
}

#[test]
fn tables_stand_inside_their_article_with_their_heading() {
    let (workspace, _) = case("table-next-page");
    let pdf = workspace.read(CASE);
    let pages = page_texts(&pdf);
    // What stands last in an article's table, and the line that ends the article.
    for (cell, end) in [("الطوارئ", "النشرة ٥٠٠/٢٠٢٦"), ("أصناف نادرة", "النشرة ٥٠١/٢٠٢٦"), ("٢١٥٩", "النشرة ٥٠٢/٢٠٢٦")]
    {
        let at = |what: &str| pages.iter().enumerate().find_map(|(page, text)| Some((page, text.find(what)?)));
        let (cell_at, end_at) = (at(cell), at(end));
        assert!(cell_at.is_some() && end_at.is_some(), "{cell}, {end}");
        assert!(cell_at < end_at, "`{cell}` stands after `{end}`");
    }
    assert_eq!(page_of(&pdf, "أصناف التمور وإنتاجها"), page_of(&pdf, "الديري والبريم"));
}

#[test]
fn a_word_of_the_office_is_headed_once() {
    let (workspace, _) = case("table-next-page");
    let texts = page_texts(&workspace.read(CASE));
    let times = |text: &str| text.matches("كلمة العدد").count();
    assert_eq!((times(&texts[0]), times(&texts[1])), (1, 1), "in the contents, and above the text");
}

#[test]
fn a_brief_is_no_verse_and_keeps_what_its_colon_promises() {
    let workspace = office();
    let verse = paragraph("﴿وقل اعملوا فسيرى الله عملكم﴾");
    let said = "[[body]]\nquote = \"سنكمل العمل قبل نهاية الشهر\"\nspeaker = \"مدير المشروع\"\n\n";
    workspace.report("r6", &report(6, "نحنحة", &format!("{verse}{}{said}", paragraph("زار المدير الموقع، وأضاف:"))));
    let text = page_texts(&built(&workspace)).join("\n");
    assert!(!text.contains("اعملوا"), "{text}");
    let found = words(&text);
    assert!(["وأضاف", "سنكمل", "الشهر"].iter().all(|word| found.iter().any(|other| other == word)), "{text}");
}

#[test]
fn an_issue_to_be_folded_tells_of_blank_pages_whatever_is_made() {
    let workspace = office();
    let settings = String::from_utf8(workspace.read("nashra.toml")).unwrap();
    workspace.file("nashra.toml", settings + "impose = \"booklet\"\n");
    workspace.file(ISSUE, issue(&[("r1", "cover")]));
    let pages = page_texts(&built(&workspace)).len();
    assert_ne!(pages % 4, 0, "the issue is no example");
    workspace.run("build -e newsletter --force").code(0).says("[blank-pages]");
    assert!(!workspace.run("build -e bulletin --force").stderr.contains("blank-pages"));
}

#[test]
fn a_telephone_number_is_as_wide_in_every_line() {
    let width = |before: &str| {
        let workspace = office();
        let body = paragraph(&format!(
            "{before} على الرقم +964 770 123 4567 في أوقات الدوام الرسمي من الثامنة صباحاً حتى الثانية ظهراً كل يوم."
        ));
        workspace.report("r1", &report(1, "شقشقة", &body));
        workspace.file(ISSUE, issue(&[("r1", "cover")]));
        let pages = pieces(&built(&workspace));
        let digits: Vec<_> = pages[0].iter().filter(|piece| piece.text.contains('٤') && piece.y < 600.0).collect();
        let signs: Vec<_> = pages[0].iter().filter(|piece| piece.text.contains('+') && piece.y < 600.0).collect();
        let plus = signs.first().unwrap_or_else(|| panic!("no number"));
        let last =
            digits.iter().filter(|piece| (piece.y - plus.y).abs() < 1.0).map(|piece| piece.x).fold(f64::MIN, f64::max);
        (last - plus.x).abs()
    };
    let all: Vec<f64> = [
        "للاستفسار الاتصال",
        "للاستفسار عن مواعيد التسجيل الاتصال",
        "يرجى الاتصال مباشرة",
        "لمزيد من التفاصيل المتعلقة بالدورة الاتصال",
    ]
    .map(width)
    .into();
    let (least, most) = (all.iter().copied().fold(f64::MAX, f64::min), all.iter().copied().fold(f64::MIN, f64::max));
    assert!(least > 20.0 && most - least < 0.3, "{all:?}");
}

#[test]
fn a_photo_that_a_template_cuts_by_half_is_told_unless_its_focus_is_given() {
    let workspace = Workspace::bare();
    workspace.file(
        "nashra.toml",
        "schema = 1\nlanguage = \"en\"\n[editions.flyer]\nenabled = false\n[editions.bulletin]\ntemplate = \"band\"\n",
    );
    workspace.file(
        "templates/band/main.typ",
        "#import \"/templates/shared/data.typ\": report\n#import \"/templates/shared/parts.typ\": framed\n#set page(width: 210mm, height: 297mm)\n#set text(font: \"Amiri\")\n#heading(level: 1, report.title.first().text)\n#report.number\n#for block in report.body { if block.type == \"photo\" { framed(block.picture, 140mm, 40mm) } else { par(block.content.first().text) } }\n",
    );
    workspace.file("content/assets/a.jpg", people(800, 1200));
    let photo = "\n[[body]]\nphoto = \"content/assets/a.jpg\"\nalt = \"صورة\"\n";
    workspace.report("one", &format!("{}{photo}", crate::workspace::REPORT));
    workspace
        .run("build")
        .code(0)
        .says("[photo-cut]")
        .says("content/assets/a.jpg")
        .says("on page 1")
        .says("81 percent");
    workspace.report("one", &format!("{}{photo}focus = \"top\"\n", crate::workspace::REPORT));
    assert!(!workspace.run("build").code(0).stderr.contains("photo-cut"));
}
