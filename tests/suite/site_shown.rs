//! The archive's site shows of a bulletin what its pages show: links, emphasis, attachments, the
//! language of each text, and what a correction changed.

use serde_json::Value;

use crate::browser::{Browser, file};
use crate::workspace::Workspace;

const ARABIC: &str = include_str!("../fixtures/site/blood.toml");

const ENGLISH: &str = include_str!("../fixtures/site/visit.toml");

const KURDISH: &str = include_str!("../fixtures/site/school.toml");

const BLOOD: &str = "2026/11/2026-11-20-blood/index.html";
const VISIT: &str = "2026/11/2026-11-21-visit/index.html";
const SCHOOL: &str = "2026/11/2026-11-22-school/index.html";

/// An archive of three reports in three languages, the first one corrected, and its site.
fn published() -> Workspace {
    let workspace = Workspace::new();
    workspace.file("content/assets/نسبة 50%.csv", "الدائرة,العدد\n");
    workspace.file("content/assets/more/نسبة 50%.csv", "الدائرة,العدد\nالديوان,45\n");
    workspace.report("blood", ARABIC).report("visit", ENGLISH).report("school", KURDISH);
    workspace.run("archive add content").code(0);
    workspace.report("blood", &ARABIC.replace("\"45\"", "\"54\""));
    workspace.run("archive correct content/blood.toml --reason خطأ").code(0);
    workspace.run("archive site").code(0);
    workspace
}

fn page(workspace: &Workspace, name: &str) -> String {
    String::from_utf8(workspace.read(&format!("out/site/{name}"))).unwrap()
}

#[test]
fn a_page_shows_links_emphasis_attachments_and_what_changed() {
    let workspace = published();
    let html = page(&workspace, BLOOD);
    for words in [
        "<strong>حجز موعد</strong>",
        "<a href=\"https://blood.example.org/book?a=1&amp;b=2\">صفحة المصرف</a>",
        "<em>ولا يشترط</em>",
        "<strong>الديوان</strong>",
        "<a href=\"https://blood.example.org/\">المصرف</a>",
        "<a href=\"https://blood.example.org/?a=1&amp;b=2\">مصرف الدم</a>",
        // The one cell of the table that is another, and no other.
        "<td class=\"number\"><ins>٥٤</ins></td>",
        "<td class=\"number\">١٢</td>",
        "href=\"files/%D9%86%D8%B3%D8%A8%D8%A9%2050%25.csv\" download>أعداد المتبرعين</a>",
        "href=\"files/2/%D9%86%D8%B3%D8%A8%D8%A9%2050%25.csv\" download>الأعداد بحسب الدائرة</a>",
    ] {
        assert!(html.contains(words), "not on the page: {words}\n{html}");
    }
    let folder = "out/site/2026/11/2026-11-20-blood/files";
    assert_eq!(workspace.read(&format!("{folder}/نسبة 50%.csv")), "الدائرة,العدد\n".as_bytes());
    assert_eq!(workspace.read(&format!("{folder}/2/نسبة 50%.csv")), "الدائرة,العدد\nالديوان,45\n".as_bytes());
    for list in ["index.html", "2026/11/index.html"] {
        assert_eq!(page(&workspace, list).matches("class=\"thumbnail\"").count(), 3, "{list}");
    }
    workspace.run("archive verify").code(0);
}

#[test]
fn archives_of_before_have_a_site_all_the_same() {
    let workspace = published();
    let record = "archive/2026/11/2026-11-21-visit/v1/content/record.json";
    let mut old: Value = serde_json::from_slice(&workspace.read(record)).unwrap();
    for key in ["marks", "links", "attachments", "language"] {
        old.as_object_mut().unwrap().remove(key);
    }
    let old: nashra::archive::Record = serde_json::from_value(old).unwrap();
    assert!(old.marks.is_empty() && old.language.is_none());
    // The letters tell the language where the record doesn't.
    let other = Workspace::new();
    let version = crate::archived::Version { record: old, files: Default::default() };
    crate::archived::object(&other.path().join("archive"), &[version]);
    other.run("archive site").code(0);
    assert!(page(&other, VISIT).contains("<p lang=\"en\" dir=\"ltr\">The delegation visited 12 schools"));
}

/// What a script finds on a page that is so many pixels wide.
fn seen(workspace: &Workspace, name: &str, width: u32, script: &str) -> Value {
    let probe = format!(
        "<script>onload = function () {{ document.fonts.ready.then(function () {{ parent.postMessage({script}, '*'); }}); }};</script></body>"
    );
    let copy = name.replace("index.html", "probe.html").replace("search.html", "probe.html");
    workspace.file(&format!("out/site/{copy}"), page(workspace, name).replace("</body>", &probe));
    // A window is at least 500 pixels wide; a frame in it is as narrow as a telephone.
    let frame = format!(
        "<!DOCTYPE html><meta charset=utf-8><pre id=written></pre><script>onmessage = function (message) {{ \
         document.getElementById('written').textContent = JSON.stringify(message.data); }};</script>\
         <iframe src=\"{copy}\" width={width} height=800 style=\"border: 0\"></iframe>"
    );
    workspace.file("out/site/frame.html", frame);
    let dom = Browser::new().dom(&file(&workspace.path().join("out/site/frame.html")));
    let text = dom.split("<pre id=\"written\">").nth(1).unwrap().split("</pre>").next().unwrap();
    serde_json::from_str(&text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        .unwrap_or_else(|why| panic!("{name}: {why}: {dom}"))
}

#[test]
fn english_stands_at_the_left_and_kurdish_in_its_own_face() {
    let workspace = published();
    let script = "['h1', '.text p', '.quote', '.text ol', 'table', '.slogan'].map(function (name) { \
                  var all = document.querySelector(name), style = all && getComputedStyle(all); \
                  return all && [all.lang || all.parentElement.lang, style.direction, style.textAlign, style.fontFamily.split(',')[0], \
                  document.fonts.check(style.font, all.textContent)]; })";
    let english = seen(&workspace, VISIT, 390, script);
    for (at, name) in ["title", "paragraph", "quotation", "list", "table", "slogan"].into_iter().enumerate() {
        assert_eq!((&english[at][0], &english[at][1]), (&"en".into(), &"ltr".into()), "{name}: {english}");
    }
    let html = page(&workspace, VISIT);
    for words in ["“Every child counts”", "“Basra is the first", "3,120", "(2026)"] {
        assert!(html.contains(words), "not on the page: {words}");
    }
    let kurdish = seen(&workspace, SCHOOL, 390, script);
    assert_eq!(kurdish[0][3], "Vazirmatn", "{kurdish}");
    assert_eq!((&kurdish[1][1], &kurdish[1][3]), (&"rtl".into(), &"Amiri".into()), "{kurdish}");
    let arabic = seen(&workspace, BLOOD, 390, script);
    assert_eq!(arabic[0][3], "Cairo", "{arabic}");
    for shown in [&kurdish[0][4], &arabic[0][4], &arabic[1][4]] {
        assert_eq!(shown, true, "a face was not loaded");
    }
}

#[test]
fn nothing_is_wider_than_the_smallest_telephone() {
    let workspace = published();
    let verified = workspace.files("out/site/verify").into_iter().find(|name| name.ends_with(".html")).unwrap();
    let verified = verified.strip_prefix("out/site/").unwrap().to_owned();
    for name in ["index.html", "search.html", "2026/11/index.html", BLOOD, VISIT, SCHOOL, &verified] {
        let wide = seen(&workspace, name, 320, "[document.documentElement.scrollWidth, innerWidth]");
        assert_eq!(wide[1], 320);
        assert!(wide[0].as_u64().unwrap() <= 320, "{name} is {} wide", wide[0]);
    }
}

#[test]
fn the_first_page_is_light() {
    let workspace = published();
    let html = page(&workspace, "index.html");
    let mut size = html.len();
    for start in ["href=\"assets/", "src=\"2026/", "src=\"assets/"] {
        let folder = start.split('"').nth(1).unwrap();
        for link in html.split(start).skip(1).map(|rest| rest.split('"').next().unwrap()) {
            size += workspace.read(&format!("out/site/{folder}{link}")).len();
        }
    }
    let script = "Array.from(document.fonts).filter(function (face) { return face.status === 'loaded'; })\
                  .map(function (face) { return face.family.replace(/\"/g, '') + ' ' + face.weight; })";
    let loaded = seen(&workspace, "index.html", 390, script);
    let style = page(&workspace, "assets/site.css");
    for (at, line) in style.lines().filter(|line| line.starts_with("@font-face")).enumerate() {
        let file = line.split("url(\"").nth(1).unwrap().split('"').next().unwrap();
        let face = workspace.read(&format!("out/site/assets/{file}"));
        assert_eq!(&face[..4], b"wOF2", "{file}");
        let weight = line.split("font-weight: ").nth(1).unwrap().split(';').next().unwrap();
        let name = format!("{} {weight}", file.split('-').next().unwrap());
        let is_loaded = loaded.as_array().unwrap().iter().any(|loaded| *loaded == name.as_str());
        assert!(is_loaded || at != 2, "the bold face of titles is loaded: {loaded}");
        size += if is_loaded { face.len() } else { 0 };
    }
    assert!(size > 100_000 && size < 300_000, "the first page is {size} bytes");
    for family in ["Amiri", "Cairo", "Vazirmatn"] {
        let licence = page(&workspace, &format!("assets/OFL-{family}.txt"));
        assert!(licence.contains("SIL OPEN FONT LICENSE"), "{family}");
    }
}
