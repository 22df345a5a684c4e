//! `nashra archive site`: the pages as files.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use nashra::archive::Block;

use crate::archived::{fill, object, record, sample};
use crate::workspace::Workspace;

const URL: &str = "https://archive.example.iq/bulletins";

/// A workspace with the sample archive.
pub fn office() -> Workspace {
    let workspace = Workspace::bare();
    let settings = include_str!("../../nashra.toml");
    workspace.file("nashra.toml", settings.replace("language = \"ar\"", "language = \"en\""));
    workspace.file("content/assets/mark.svg", include_str!("../../content/assets/mark.svg"));
    fill(&workspace.path().join("archive"));
    workspace
}

fn page(workspace: &Workspace, name: &str) -> String {
    String::from_utf8(workspace.read(&format!("out/site/{name}"))).unwrap()
}

/// The addresses in a page, without those that lead out of the site.
fn links(html: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for start in ["href=\"", "src=\"", "action=\""] {
        let all = html.split(start).skip(1).map(|rest| rest.split('"').next().unwrap());
        found.extend(all.filter(|link| !link.contains(':') && !link.starts_with('#')).map(str::to_owned));
    }
    found
}

#[test]
fn every_link_leads_to_a_file_of_the_site_and_no_file_names_a_folder_of_the_machine() {
    let workspace = office();
    workspace.run(&format!("archive site --url {URL}")).code(0);
    let machine = workspace.path().to_str().unwrap();
    for name in workspace.files("out/site") {
        let bytes = workspace.read(&name);
        let Ok(text) = String::from_utf8(bytes) else { continue };
        assert!(!text.contains(machine), "{name} names a folder of this machine");
        if name.ends_with(".html") {
            for link in links(&text) {
                let path = link.split(['?', '#']).next().unwrap();
                let target = workspace.path().join(&name).parent().unwrap().join(path);
                assert!(target.is_file(), "{name}: {link} leads nowhere");
                let anchor = link.split_once('#').map(|(_, anchor)| format!("id=\"{anchor}\""));
                assert!(anchor.is_none_or(|id| fs::read_to_string(&target).unwrap().contains(&id)), "{name}: {link}");
            }
        }
    }
}

#[test]
fn a_bulletins_page_has_its_words_pictures_code_and_hash() {
    let workspace = office();
    workspace.run("archive site").code(0);
    let html = page(&workspace, "2026/11/2026-11-12-green-schools/index.html");
    for words in [
        "<html lang=\"ar\" dir=\"rtl\">",
        "مدرستي خضراء",
        "٢٬٤٦٠ شتلة",
        "<bdi class=\"whole\" dir=\"ltr\">+964 770 000 0000</bdi>",
        "المهندسة سناء عبد الكريم الحمداني",
        "NSH-2026-11-12-R1-0f3a9c55d2e4b871",
        "href=\"2026-11-12-green-schools.pdf\"",
        "١٠٢٫٥٪ من العدد المقرر",
        "<th scope=\"col\" class=\"number\">المغروس</th>",
        "loading=\"lazy\"",
        "صباح الثلاثاء ١٠ تشرين الثاني ٢٠٢٦",
        "?q=%D8%A7%D9%84%D8%A8%D9%8A%D8%A6%D8%A9",
    ] {
        assert!(html.contains(words), "not on the page: {words}");
    }
    assert_eq!(html.matches("<img ").count(), 6, "five pictures and the mark");
    assert_eq!(html.matches("<h1>").count(), 1);
    let hash = html.split("<code dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap();
    let inventory =
        String::from_utf8(workspace.read("archive/2026/11/2026-11-12-green-schools/inventory.json")).unwrap();
    assert!(hash.len() == 128 && inventory.contains(hash));
    let pictures = workspace.files("out/site/2026/11/2026-11-12-green-schools");
    for name in pictures.iter().filter(|name| name.ends_with(".jpg")) {
        let size = image::load_from_memory(&workspace.read(name)).unwrap();
        assert!(size.width() <= 1200, "{name}");
        assert!(html.contains(&format!("width=\"{}\" height=\"{}\"", size.width(), size.height())), "{name}");
    }
    assert!(!html.contains("canonical") && !html.contains("feed.atom"));
}

#[test]
fn corrections_and_withdrawals_say_what_why_when_and_who() {
    let workspace = office();
    workspace.run("archive site").code(0);
    let html = page(&workspace, "2026/11/2026-11-20-basra-child-friendly/index.html");
    for words in [
        "نشرة مصوَّبة",
        "٢٢ تشرين الثاني ٢٠٢٦",
        "وحضر الورشة <del>٤٠</del> مشاركاً",
        "وحضر الورشة <ins>٤٥</ins> مشاركاً",
        "لم يرد، وأُضيف",
        "مدير المكتب الإعلامي",
        "href=\"2026-11-20-basra-child-friendly.pdf\">ملف PDF قبل التصويب",
        "href=\"2026-11-20-basra-child-friendly-v2.pdf\"",
    ] {
        assert!(html.contains(words), "not on the page: {words}");
    }
    let html = page(&workspace, "2026/11/2026-11-22-library-hours/index.html");
    for words in ["نشرة مسحوبة", "٢٣ تشرين الثاني ٢٠٢٦", "أُجّل تطبيق المواعيد الجديدة", "محافظ البصرة"]
    {
        assert!(html.contains(words), "not on the page: {words}");
    }
    assert!(!html.contains("ملف PDF قبل التصويب"));
    let month = page(&workspace, "2026/11/index.html");
    assert!(month.contains("<span class=\"badge withdrawn\">") && month.contains("<span class=\"badge corrected\">"));
}

#[test]
fn a_second_run_writes_nothing_and_a_new_bulletin_little() {
    let workspace = office();
    let first = workspace.run(&format!("archive site --url {URL}"));
    first.code(0).says("bulletins in the site: 7, pages written: 11, unchanged: 0");
    let times = || {
        let time = |name: &String| fs::metadata(workspace.path().join(name)).unwrap().modified().unwrap();
        let files = workspace.files("out/site");
        files.iter().map(|name| (name.clone(), time(name))).collect::<Vec<_>>()
    };
    let before = times();
    workspace.file("out/site/mine.html", "not the site's");
    let again = workspace.run(&format!("archive site --url {URL} --format json")).code(0).stdout.clone();
    let again: serde_json::Value = serde_json::from_str(&again).unwrap();
    assert_eq!(again["result"]["pages"], serde_json::json!({"written": 0, "unchanged": 11}));
    assert_eq!(again["result"]["files"]["written"], 0);
    assert_eq!(workspace.read("out/site/mine.html"), b"not the site's");
    fs::remove_file(workspace.path().join("out/site/mine.html")).unwrap();
    assert_eq!(times(), before);
    object(&workspace.path().join("archive"), &[sample("2026-11-29-rain-readiness")]);
    // Its own page, those beside it, its month's, the front.
    workspace.run(&format!("archive site --url {URL}")).code(0).says("pages written: 5, unchanged: 7");
}

#[test]
fn feeds_and_sitemap_are_xml_with_lasting_ids() {
    let workspace = office();
    workspace.run("archive site").code(0).says("they need the site's address");
    assert!(!workspace.path().join("out/site/feed.atom").exists());
    workspace.run(&format!("archive site --url {URL}")).code(0);
    let mut texts = Vec::new();
    for name in ["feed.atom", "feed.rss", "sitemap.xml"] {
        let xml = page(&workspace, name);
        let mut reader = quick_xml::Reader::from_str(&xml);
        while !matches!(
            reader.read_event().unwrap_or_else(|why| panic!("{name}: {why}")),
            quick_xml::events::Event::Eof
        ) {}
        texts.push(xml);
    }
    let [atom, rss, sitemap] = &texts[..] else { panic!() };
    for words in [
        "<id>urn:nashra:2026-11-20-basra-child-friendly</id>",
        "<updated>2026-11-30T07:30:00+00:00</updated>",
        "<published>2026-11-20T07:30:00+00:00</published>",
        "https://archive.example.iq/bulletins/2026/11/2026-11-20-basra-child-friendly/\"",
        "[مسحوبة]",
    ] {
        assert!(atom.contains(words), "not in the feed: {words}");
    }
    assert!(rss.contains("<pubDate>Fri, 20 Nov 2026 07:30:00 +0000</pubDate>"), "{rss}");
    assert!(rss.contains("<guid isPermaLink=\"false\">urn:nashra:2026-11-20-basra-child-friendly</guid>"));
    // Without the one that was taken back.
    assert_eq!(sitemap.matches("<loc>").count(), 6 + 2 + 1);
    let html = page(&workspace, "2026/11/2026-11-12-green-schools/index.html");
    assert!(html.contains("\"@type\":\"NewsArticle\"") && html.contains("name=\"DC.issued\" content=\"2026-11-12\""));
    let verified = page(&workspace, "verify/NSH-2026-11-12-R1-0f3a9c55d2e4b871/index.html");
    assert!(verified.contains("وهي سارية") && verified.contains("2026/11/2026-11-12-green-schools/index.html"));
    let hidden = page(&workspace, "2026/11/2026-11-22-library-hours/index.html");
    assert!(hidden.contains("name=\"robots\" content=\"noindex\"") && !html.contains("noindex"));
    assert!(html.contains("rel=\"canonical\" href=\"https://archive.example.iq/bulletins/2026/11/"));
    assert!(html.contains("property=\"og:image\" content=\"https://archive.example.iq/bulletins/2026/11/"));
}

#[test]
fn the_address_comes_from_the_workspace_too() {
    let workspace = office();
    let settings = String::from_utf8(workspace.read("nashra.toml")).unwrap();
    workspace.file("nashra.toml", format!("{settings}\n[site]\nurl = \"https://a.example.iq\"\n"));
    workspace.run("archive site").code(0);
    assert!(page(&workspace, "feed.atom").contains("<id>https://a.example.iq/</id>"));
    workspace.run("archive site --url example.iq").code(2).says("[site-address]");
}

#[test]
fn what_an_author_wrote_is_never_a_part_of_the_page() {
    let workspace = office();
    let evil = "<script>alert(\"١\")</script> & </title><img src=x onerror=alert(1)>";
    let mut version = sample("2026-11-25-blood-drive");
    let record = &mut version.record;
    (record.title, record.slogan) = (evil.into(), Some(evil.into()));
    (record.tags, record.number) = (vec![evil.into(), "\" onclick=\"x".into()], Some(evil.into()));
    record.blocks.push(Block::Paragraph { text: evil.into() });
    record.blocks.push(Block::Table {
        caption: Some(evil.into()),
        columns: vec![evil.into()],
        rows: vec![vec![evil.into()]],
    });
    object(&workspace.path().join("archive"), &[version]);
    workspace.run(&format!("archive site --url {URL}")).code(0);
    for name in workspace.files("out/site").iter().filter(|name| name.ends_with(".html")) {
        let html = String::from_utf8(workspace.read(name)).unwrap();
        assert!(
            !html.contains("<script>alert") && !html.contains("<img src=x") && !html.contains("\" onclick"),
            "{name}"
        );
    }
    // Nothing of it is an element for a reader that takes the feed for HTML.
    let rss = page(&workspace, "feed.rss");
    assert!(rss.contains("<title>&lt;\u{2060}script") && !rss.contains("<script"));
}

#[test]
fn what_is_damaged_is_named_and_the_rest_is_made() {
    let workspace = office();
    workspace.file("archive/2026/11/2026-11-24-abu-flous-water/inventory.json", "{");
    workspace.file(
        "archive/2026/11/2026-11-12-green-schools/v1/content/source/content/assets/school-yard.jpg",
        "no picture",
    );
    let run = workspace.run("archive site");
    run.code(1).says("2026-11-24-abu-flous-water").says("school-yard.jpg").says("bulletins in the site: 6");
    assert!(page(&workspace, "2026/11/2026-11-12-green-schools/index.html").contains("تعذّر عرض الصورة"));
    assert!(!workspace.path().join("out/site/2026/11/2026-11-24-abu-flous-water").exists());
}

#[test]
fn a_site_lies_apart_from_the_archive() {
    let workspace = office();
    for output in ["archive/site", ".", "archive"] {
        workspace.run(&format!("archive site --output {output}")).code(2).says("[site-in-archive]");
    }
    workspace.file("taken", "a file");
    workspace.run("archive site --output taken").code(3);
    assert!(!workspace.path().join("archive/site").exists());
}

#[test]
fn an_archive_without_bulletins_has_a_site_that_says_so() {
    let workspace = Workspace::new();
    workspace.run("archive site").code(0).says("bulletins in the site: 0");
    assert!(page(&workspace, "index.html").contains("لم تُنشر"));
    object(
        &workspace.path().join("archive"),
        &[crate::archived::Version { record: record("2026-11-20-bare", "نشرة"), files: Default::default() }],
    );
    workspace.run("archive site").code(0);
    assert!(!page(&workspace, "2026/11/2026-11-20-bare/index.html").contains(".pdf"));
    assert!(Path::new(&workspace.path().join("out/site/search/about.js")).exists());
}
