//! The archive's site in a real browser, from its files alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use nashra::arabic::forms::{Form, WordReader};
use nashra::archive::index::{Index, Query};
use nashra::archive::{Block, Event, Person, State};
use serde_json::{Value, json};

use crate::archived::{Version, happening, object, record};
use crate::browser::{Browser, file};
use crate::site::office;
use crate::workspace::Workspace;

const PHONE: (u32, u32) = (390, 844);
const DESK: (u32, u32) = (1440, 900);
const PAIRS: &str = include_str!("../fixtures/search/pairs.toml");
/// Hits whose words were not only perhaps meant.
const SURE: &str = "#list li:is([data-level=\"0\"], [data-level=\"1\"], [data-level=\"2\"], [data-level=\"3\"])";

fn address(workspace: &Workspace, page: &str) -> String {
    file(&workspace.path().join("out/site").join(page))
}

/// An archive of the bulletins that the search's cases are about.
fn library() -> Workspace {
    let workspace = Workspace::new();
    let pairs: toml::Table = PAIRS.parse().unwrap();
    for document in pairs["document"].as_array().unwrap() {
        let text = |key: &str| document.get(key).and_then(toml::Value::as_str).map(str::to_owned);
        let list = |key: &str| -> Vec<String> {
            document[key].as_array().unwrap().iter().map(|value| value.as_str().unwrap().to_owned()).collect()
        };
        let mut record = record(&text("id").unwrap(), &text("title").unwrap());
        (record.number, record.tags) = (text("number"), list("tags"));
        record.event = Some(Event { place: text("place"), ..Event::default() });
        record.blocks = list("text").into_iter().map(|text| Block::Paragraph { text }).collect();
        let speaker = Person { name: text("speaker").unwrap(), role: text("role") };
        record.blocks.push(Block::Quote { text: text("quote").unwrap(), speaker });
        record.office = None;
        match text("state").as_deref() {
            Some("withdrawn") => record.state = State::Withdrawn,
            Some("corrected") => record.state = State::Corrected,
            _ => {}
        }
        if record.state != State::Published {
            record.history.push(happening(record.state, "2026-12-01T09:00:00+03:00", 1));
        }
        object(&workspace.path().join("archive"), &[Version { record, files: Default::default() }]);
    }
    workspace.run("archive site").code(0);
    workspace
}

/// What a page's scripts wrote into its last element, as JSON.
fn written(dom: &str) -> Value {
    let text = dom.rsplit("<pre id=\"written\">").next().unwrap().split("</pre>").next().unwrap();
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    serde_json::from_str(&text).unwrap_or_else(|why| panic!("{why}: {dom}"))
}

/// Text for a script inside a page.
fn inline(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

#[test]
fn words_are_folded_and_stemmed_in_the_browser_as_in_the_index() {
    let workspace = library();
    let mut texts = vec![
        PAIRS.to_owned(),
        include_str!("../fixtures/search/judged.txt").to_owned(),
        "ﺍﻟﺒﺼﺮﺓ ﻻ ﷲ UNICEF Café ＡＢ ٤١٧/٢٠٢٦ و۱۲ 1,250 ٣٬٠٠٠٬٠٠٠ 1,25 2,3,5 A4 الـ45 کتاب علی هەولێر ½ ② ǅ ß İ"
            .to_owned(),
    ];
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            texts.push(fs::read_to_string(path).unwrap());
        }
    }
    let page = format!(
        "<!DOCTYPE html><meta charset=utf-8><script src=assets/words.js></script><script src=assets/tables.js></script>\
         <pre id=\"written\"></pre><script>document.getElementById('written').textContent = JSON.stringify({}.map(function (text) {{\
         return nashra.tokens(text).map(function (word) {{ return [text.slice(word.start, word.end), word.folded, word.key,\
         [false, true].map(function (typed) {{ return nashra.forms(word, typed).map(function (form) {{\
         return form.lemma + ' ' + form.level + ' ' + form.unless; }}).sort(); }})]; }});\
         }}));</script>",
        inline(&json!(texts))
    );
    workspace.file("out/site/probe.html", page);
    let browser = written(&Browser::new().dom(&address(&workspace, "probe.html")));
    let mut words = 0;
    for (index, text) in texts.iter().enumerate() {
        let mut reader = WordReader::default();
        let index_side: Vec<Value> = reader
            .read(text)
            .into_iter()
            .map(|place| {
                let word = reader.word(place.number).unwrap();
                let forms = [false, true].map(|is_typed| {
                    let form = |form: Form| format!("{} {} {}", form.lemma, form.level, form.unless_feminine);
                    word.forms(is_typed).into_iter().map(form).collect::<BTreeSet<_>>()
                });
                json!([&text[place.range.clone()], word.folded(), word.key, forms])
            })
            .collect();
        let browser_side = browser[index].as_array().unwrap();
        for (ours, theirs) in index_side.iter().zip(browser_side) {
            assert_eq!(ours, theirs);
        }
        assert_eq!(index_side.len(), browser_side.len());
        words += index_side.len();
    }
    assert!(words > 5000, "only {words} words were compared");
}

#[test]
fn search_finds_what_it_must_and_nothing_it_must_not() {
    let workspace = library();
    let pairs: toml::Table = PAIRS.parse().unwrap();
    let cases: Vec<&toml::Value> = pairs["case"].as_array().unwrap().iter().collect();
    let queries: Vec<&str> = cases.iter().map(|case| case["query"].as_str().unwrap()).collect();
    let found = found_in_browser(&workspace, &queries, SURE);
    let mut wrong = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        let found: BTreeSet<&str> = found[index].iter().map(String::as_str).collect();
        let ids = |key: &str| -> Vec<&str> {
            let list = case.get(key).and_then(toml::Value::as_array);
            list.into_iter().flatten().map(|id| id.as_str().unwrap()).collect()
        };
        for id in ids("hits").iter().filter(|id| !found.contains(**id)) {
            wrong.push(format!("{} does not find {id}", queries[index]));
        }
        for id in ids("misses").iter().filter(|id| found.contains(**id)) {
            wrong.push(format!("{} finds {id}", queries[index]));
        }
    }
    assert!(wrong.is_empty() && cases.len() > 100, "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn results_show_state_date_and_marked_words_and_years_filter_them() {
    let workspace = office();
    workspace.run("archive site").code(0);
    let browser = Browser::new();
    let dom = browser.dom(&format!("{}?q=المكتبة", address(&workspace, "search.html")));
    for words in [
        "نتيجة واحدة",
        "<mark>المكتبة",
        "badge withdrawn",
        "٢٢ تشرين الثاني ٢٠٢٦",
        "2026/11/2026-11-22-library-hours/index.html",
    ] {
        assert!(dom.contains(words), "not among the results: {words}\n{dom}");
    }
    let dom = browser.dom(&format!("{}?q=المكتبة&state=valid", address(&workspace, "search.html")));
    assert!(dom.contains("لا نتائج") && dom.contains("جرّب كلمات أقل"), "{dom}");
    let dom = browser.dom(&format!("{}?q=constructor", address(&workspace, "search.html")));
    assert!(dom.contains("لا نتائج"));
}

#[test]
fn pages_fit_a_phone_and_a_desk() {
    let workspace = office();
    workspace.run("archive site").code(0);
    let browser = Browser::new();
    let probe = "<script>document.title = 'WIDE ' + document.documentElement.scrollWidth + ' OF ' + innerWidth;</script></body>";
    for page in [
        "index.html",
        "search.html",
        "2026/11/index.html",
        "2026/11/2026-11-12-green-schools/index.html",
        "2026/11/2026-11-20-basra-child-friendly/index.html",
    ] {
        for size in [PHONE, DESK] {
            let picture = browser.picture(&address(&workspace, page), size);
            assert_eq!(picture.dimensions(), size);
            let dark = picture.pixels().filter(|pixel| pixel.0.iter().all(|&part| part < 110)).count();
            assert!(dark > 2000, "{page} shows nothing at {size:?}");
        }
        let html = String::from_utf8(workspace.read(&format!("out/site/{page}"))).unwrap();
        let copy = page.replace("index.html", "probe.html").replace("search.html", "probe.html");
        workspace.file(&format!("out/site/{copy}"), html.replace("</body>", probe));
        let dom = browser.dom_at(&address(&workspace, &copy), 390);
        let wide = dom.split("<title>WIDE ").nth(1).unwrap().split('<').next().unwrap();
        let (wide, inner) = wide.split_once(" OF ").unwrap();
        assert!(wide.parse::<u32>().unwrap() <= inner.parse().unwrap(), "{page} is {wide} wide where {inner} are seen");
    }
}

#[test]
fn bulletins_read_without_scripts_and_on_paper() {
    let workspace = office();
    workspace.run("archive site --url https://archive.example.iq").code(0);
    let page = address(&workspace, "2026/11/2026-11-12-green-schools/index.html");
    let search = address(&workspace, "search.html");
    let (browser, bare) = (Browser::new(), Browser::without_scripts());
    for paper in [browser.paper(&page), bare.paper(&page)] {
        let words = crate::words::words(&paper).join(" ");
        // Words without ligatures: Chromium writes the letters of one in the order they are drawn.
        for said in ["مدرستي خضراء", "جمهورية العراق", "العدد", "قضاءي أبي الخصيب وشط العرب"]
        {
            let said = crate::words::words(said).join(" ");
            assert!(words.contains(&said), "not on paper: {said}\n{paper}");
        }
        for said in
            ["NSH-2026-11-12-R1-0f3a9c55d2e4b871", "https://archive.example.iq/2026/11/2026-11-12-green-schools/"]
        {
            assert!(paper.replace('\n', "").contains(said), "not on paper: {said}\n{paper}");
        }
        for unsaid in ["البحث", "النشرة السابقة", "SHA"] {
            assert!(!paper.contains(unsaid), "on paper: {unsaid}");
        }
    }
    assert!(bare.paper(&search).contains("JavaScript") && !browser.paper(&search).contains("JavaScript"));
}

/// What the site finds for queries: the names of the first bulletins, in order, of those hits that a
/// selector takes.
fn found_in_browser(workspace: &Workspace, queries: &[&str], hits: &str) -> Vec<Vec<String>> {
    let drive = format!(
        "<pre id=\"written\"></pre><script>(async function () {{ var form = document.getElementById('form'), all = [];\
         var status = document.getElementById('status'), busy = JSON.parse(document.getElementById('words').textContent).busy;\
         function wait() {{ return new Promise(function (done) {{ setTimeout(done, 5); }}); }}\
         for (var query of {}) {{ form.q.value = query; form.requestSubmit();\
         for (var tries = 0; tries < 400 && (!status.textContent || status.textContent === busy); tries++) await wait();\
         all.push(Array.from(document.querySelectorAll('{hits} a.title')).map(function (a) {{ return a.getAttribute('href').split('/')[2]; }})); }}\
         document.getElementById('written').textContent = JSON.stringify(all); }})();</script></body>",
        inline(&json!(queries))
    );
    let page = String::from_utf8(workspace.read("out/site/search.html")).unwrap();
    workspace.file("out/site/probe.html", page.replace("</body>", &drive));
    let found = written(&Browser::new().dom(&address(workspace, "probe.html")));
    serde_json::from_value(found).unwrap()
}

#[test]
fn the_site_and_the_terminal_find_the_same_in_the_same_order() {
    let workspace = judged_library();
    let archive = nashra::archive::Archive::new(&workspace.path().join("archive"));
    archive.reindex(&mut |_, _| {}).unwrap();
    let index = Index::open_read_only(&archive.index_path()).unwrap();
    let queries: Vec<&str> = crate::search_judged::queries();
    let browser = found_in_browser(&workspace, &queries, "#list");
    let mut wrong = Vec::new();
    for (query, theirs) in queries.iter().zip(&browser) {
        let hits = index.search(&Query::parse(query).unwrap(), 10).unwrap().hits;
        let ours: Vec<String> = hits.into_iter().map(|hit| hit.card.id).collect();
        if ours != *theirs {
            wrong.push(format!("{query}: {ours:?} in the terminal, {theirs:?} on the site"));
        }
    }
    assert!(wrong.is_empty() && queries.len() > 250, "{} of {}:\n{}", wrong.len(), queries.len(), wrong.join("\n"));
}

/// An archive of the judged bulletins, and its site.
fn judged_library() -> Workspace {
    let workspace = Workspace::new();
    let archive = nashra::archive::Archive::new(&workspace.path().join("archive"));
    drop(archive.write(&mut |_, _| {}).unwrap());
    for record in crate::search_judged::bulletins() {
        object(&workspace.path().join("archive"), &[Version { record, files: Default::default() }]);
    }
    workspace.run("archive site").code(0);
    workspace
}
