//! The structure of finished PDFs: headings, bookmarks and the names of links.

use lopdf::{Dictionary, Document, Object};

use crate::newsletter::{ISSUE, PDF, issue, office};
use crate::workspace::{REPORT, Workspace};

const TITLE: &str = "افتتاح مدرسة جديدة في قضاء الزبير";

/// The types of a file's structure elements in their order.
fn elements(file: &Document) -> Vec<String> {
    let root = file.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    let mut found = Vec::new();
    walk(file, file.dereference(root).unwrap().1, &mut found);
    found
}

fn walk(file: &Document, object: &Object, found: &mut Vec<String>) {
    match object {
        Object::Reference(id) => walk(file, file.get_object(*id).unwrap(), found),
        Object::Array(all) => all.iter().for_each(|one| walk(file, one, found)),
        Object::Dictionary(element) => {
            if let Ok(kind) = element.get(b"S").and_then(Object::as_name) {
                found.push(String::from_utf8_lossy(kind).into_owned());
            }
            if let Ok(kids) = element.get(b"K") {
                walk(file, kids, found);
            }
        }
        _ => {}
    }
}

/// The levels of headings in their order.
fn headings(file: &Document) -> Vec<u32> {
    let level = |kind: &String| kind.strip_prefix('H').and_then(|level| level.parse().ok());
    elements(file).iter().filter_map(level).collect()
}

fn text(object: &Object) -> String {
    let bytes = object.as_str().unwrap();
    let words = match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(units) => {
            let units: Vec<u16> = units.chunks_exact(2).map(|b| u16::from_be_bytes([b[0], b[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    };
    words.replace(['\u{2060}', '\u{2066}', '\u{2069}'], "")
}

/// The titles of the bookmarks of the first level, and those below each.
fn bookmarks(file: &Document) -> Vec<(String, Vec<String>)> {
    let Ok(outline) = file.catalog().unwrap().get(b"Outlines").and_then(Object::as_reference) else {
        return Vec::new();
    };
    let children = |parent: &Dictionary| {
        let mut found: Vec<Dictionary> = Vec::new();
        let mut next = parent.get(b"First").and_then(Object::as_reference).ok();
        while let Some(id) = next {
            let entry = file.get_dictionary(id).unwrap().clone();
            next = entry.get(b"Next").and_then(Object::as_reference).ok();
            found.push(entry);
        }
        found
    };
    let title = |entry: &Dictionary| text(entry.get(b"Title").unwrap());
    children(file.get_dictionary(outline).unwrap())
        .iter()
        .map(|entry| (title(entry), children(entry).iter().map(title).collect()))
        .collect()
}

/// The names of links for those who hear the page.
fn link_names(file: &Document) -> Vec<String> {
    let links = file.objects.values().filter_map(|object| object.as_dict().ok());
    links
        .filter(|link| link.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Link"))
        .filter_map(|link| link.get(b"Contents").ok().map(text))
        .collect()
}

#[track_caller]
fn nested(levels: &[u32]) {
    assert_eq!(levels.first(), Some(&1), "{levels:?}");
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{levels:?}");
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "a level is skipped: {levels:?}");
}

fn built(edition: &str) -> Document {
    let workspace = Workspace::new();
    let contacts = "[office]\nname = \"المكتب الإعلامي\"\n[office.contacts]\nphone = \"+964 770 123 4567\"\nemail = \"media@example.iq\"\nwebsite = \"https://example.iq\"\n";
    workspace.file("nashra.toml", format!("{}{contacts}", crate::workspace::ENGLISH));
    let sections = "\n[[body]]\nheading = \"باب أول\"\n\n[[body]]\nheading = \"باب أدنى\"\nlevel = 2\n\n[[body]]\nparagraph = \"خاتمة الخبر.\"\n";
    workspace.report("school", &format!("{REPORT}{sections}"));
    workspace.run(&format!("build -e {edition}")).code(0);
    Document::load_mem(&workspace.read(&format!("out/2026/11/2026-11-20-school-{edition}.pdf"))).unwrap()
}

#[test]
fn a_bulletins_title_is_its_first_heading_and_bookmark() {
    let file = built("bulletin");
    assert_eq!(headings(&file), [1, 2, 3]);
    let marks = bookmarks(&file);
    assert_eq!(marks, [(TITLE.to_owned(), vec!["باب أول".to_owned()])]);
}

#[test]
fn a_flyers_headline_is_its_heading_and_its_links_have_arabic_names() {
    let file = built("flyer");
    assert_eq!(headings(&file), [1]);
    let marks = bookmarks(&file);
    assert_eq!(marks.len(), 1, "{marks:?}");
    assert_eq!(marks[0].0.split_whitespace().collect::<Vec<_>>().join(" "), TITLE);
    let names = link_names(&file);
    for name in ["هاتف +9647701234567", "البريد الإلكتروني media@example.iq", "الموقع example.iq"]
    {
        assert!(names.iter().any(|found| found == name), "{name} is none of {names:?}");
    }
}

#[test]
fn a_newsletters_name_is_above_all_its_articles() {
    let workspace = office();
    workspace.file(ISSUE, issue(&[("r1", "cover"), ("r2", "article"), ("r3", "brief")]));
    workspace.run("build -e newsletter").code(0);
    let file = Document::load_mem(&workspace.read(PDF)).unwrap();
    nested(&headings(&file));
    let marks = bookmarks(&file);
    assert_eq!(marks.len(), 1, "{marks:?}");
    assert_eq!(marks[0].0, "الجريدة");
    for title in ["شقشقة", "زقزقة"] {
        assert!(marks[0].1.iter().any(|mark| mark == title), "{title} is none of {marks:?}");
    }
}
