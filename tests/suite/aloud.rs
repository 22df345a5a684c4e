//! What those get who hear a page: the structure of every edition, from the finished files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use toml::Value;

use crate::structure::{Element, aloud, structure};
use crate::words::words;
use crate::workspace::{REPORT, Workspace};

const REPOSITORY: &str = env!("CARGO_MANIFEST_DIR");

/// The sample workspace's files for the record, by name, with their structures.
fn samples() -> &'static BTreeMap<String, Element> {
    static SAMPLES: OnceLock<BTreeMap<String, Element>> = OnceLock::new();
    SAMPLES.get_or_init(|| {
        let elsewhere = Workspace::bare();
        let output = elsewhere.path().join("out");
        let editions = "bulletin,flyer,newsletter";
        let output = ["--output", output.to_str().unwrap()];
        elsewhere.run_with(&[&["-C", REPOSITORY, "build", "-e", editions], &output[..]].concat(), &[]).code(0);
        let files = elsewhere.files("out").into_iter().filter_map(|file| {
            let name = file.rsplit('/').next()?.strip_suffix(".pdf")?.to_owned();
            Some((name, structure(&elsewhere.read(&file))))
        });
        files.collect()
    })
}

#[test]
fn every_edition_has_a_structure_that_can_be_read() {
    let mut faults = Vec::new();
    let mut editions = BTreeSet::new();
    for (name, root) in samples() {
        faults.extend(faults_of(root).into_iter().map(|fault| format!("{name}: {fault}")));
        editions.insert(name.rsplit('-').next().unwrap());
    }
    assert_eq!(editions.into_iter().collect::<Vec<_>>(), ["bulletin", "flyer", "newsletter"]);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is wrong with a structure.
fn faults_of(root: &Element) -> Vec<String> {
    let mut faults = Vec::new();
    let all = root.all();
    let levels: Vec<u8> = all.iter().filter_map(|element| level(element)).collect();
    if levels.iter().filter(|level| **level == 1).count() != 1 || levels.first() != Some(&1) {
        faults.push(format!("headings are of the levels {levels:?}"));
    }
    if let Some(gap) = levels.windows(2).find(|pair| pair[1] > pair[0] + 1) {
        faults.push(format!("a heading of level {} after one of level {}", gap[1], gap[0]));
    }
    for element in all {
        let words: String = element.words().chars().take(60).collect();
        faults.extend(faults_in(element).into_iter().map(|fault| format!("{fault}: {words}")));
    }
    let links = root.links();
    if let Some(foreign) = links.iter().find(|name| !name.chars().any(|c| ('ء'..='ي').contains(&c))) {
        faults.push(format!("a link is called {foreign}"));
    }
    faults
}

fn level(element: &Element) -> Option<u8> {
    element.kind.strip_prefix('H')?.parse().ok()
}

const GROUPS: [&str; 5] = ["Document", "Div", "Part", "Sect", "Art"];
const INLINE: [&str; 5] = ["Span", "Link", "Strong", "Em", "Quote"];
const BLOCKS: [&str; 9] = ["P", "Div", "L", "Table", "TOC", "BlockQuote", "H1", "H2", "H3"];

/// What is wrong with an element and its children.
fn faults_in(element: &Element) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let kinds: Vec<&str> = element.children().map(|child| child.kind.as_str()).collect();
    let only = |allowed: &[&str]| kinds.iter().all(|kind| allowed.contains(kind));
    match element.kind.as_str() {
        kind if GROUPS.contains(&kind) => {
            if kinds.contains(&"Span") {
                faults.push("words in no paragraph");
            }
            if kinds.windows(2).any(|pair| pair == ["L", "L"]) {
                faults.push("a list in pieces");
            }
        }
        kind if INLINE.contains(&kind) && kinds.iter().any(|kind| BLOCKS.contains(kind)) => {
            faults.push("a block inside a line");
        }
        "L" if !only(&["LI", "L"]) || !kinds.contains(&"LI") => faults.push("a list of something else"),
        "LI" if kinds != ["Lbl", "LBody"] => faults.push("an item without mark or words"),
        "TOC" if !only(&["TOCI"]) => faults.push("contents of something else"),
        "Table" => {
            let heads = element.all().into_iter().filter(|cell| cell.kind == "TH").collect::<Vec<_>>();
            if heads.is_empty() || heads.iter().any(|cell| cell.scope.as_deref() != Some("Column")) {
                faults.push("a table without heads");
            }
        }
        "Figure" if element.alt.as_deref().is_none_or(|alt| alt.trim().is_empty()) => {
            faults.push("a picture without words");
        }
        _ => {}
    }
    faults
}

#[test]
fn code_and_contacts_are_read_once() {
    for (name, root) in samples() {
        let heard = root.words();
        let times = |words: &str| heard.matches(words).count();
        assert_eq!(times("media@example.org"), 1, "{name}");
        assert_eq!(times("شارع المثال"), 1, "{name}");
        if !name.ends_with("-flyer") {
            let asked = if name.ends_with("-newsletter") { "صحة العدد" } else { "صحة النشرة" };
            assert_eq!(times(asked), 1, "{name}");
            let codes = words(&heard).into_iter().filter(|word| is_check_code(word)).count();
            assert_eq!(codes, 1, "{name}: {heard}");
        }
    }
}

/// True of the last part of a check code: sixteen hexadecimal digits.
fn is_check_code(word: &str) -> bool {
    word.len() == 16 && word.chars().all(|c| c.is_ascii_hexdigit())
}

#[test]
fn bulletins_are_heard_in_the_order_of_their_reports() {
    let mut seen = 0;
    for (name, root) in samples() {
        let Some(name) = name.strip_suffix("-bulletin") else { continue };
        let report = fs::read_to_string(format!("{REPOSITORY}/content/{name}.toml")).unwrap();
        in_order(&texts_of(&report.parse::<toml::Table>().unwrap()), &root.words(), name);
        seen += 1;
    }
    assert!(seen > 5, "{seen} bulletins");
}

/// Checks that texts are heard one after the other.
#[track_caller]
fn in_order(texts: &[String], heard: &str, name: &str) {
    let heard = folded(heard);
    let mut from = 0;
    for text in texts {
        let wanted = sorted(&folded(text));
        let rest = &heard[from..];
        let at = rest.windows(wanted.len()).position(|window| sorted(window) == wanted);
        let at = at.unwrap_or_else(|| panic!("{name}: not heard here, or not at all: {text}\n{}", rest.join(" ")));
        from += at + wanted.len();
    }
}

/// Words with Latin digits, whatever the page has.
fn folded(text: &str) -> Vec<String> {
    let latin = |c: char| match c {
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10).unwrap(),
        c => c,
    };
    words(&text.chars().map(latin).collect::<String>())
}

/// Words whatever their order: the parts of a telephone number stand from the left.
fn sorted(words: &[String]) -> Vec<String> {
    let mut words = words.to_vec();
    words.sort();
    words
}

/// The texts of a report's body in its order, as the page has them.
fn texts_of(report: &toml::Table) -> Vec<String> {
    let mut texts = vec![plain(report["title"].as_str().unwrap())];
    let preamble = report.get("preamble").and_then(Value::as_str).unwrap_or_default();
    texts.extend(preamble.split("\n\n").map(plain));
    for block in report["body"].as_array().unwrap() {
        let text = |key: &str| block.get(key).and_then(Value::as_str).map(plain);
        texts.extend(text("paragraph").iter().flat_map(|text| text.split("\n\n")).map(str::to_owned));
        texts.extend(["heading", "quote", "speaker"].into_iter().filter_map(text));
        for item in block.get("list").and_then(Value::as_array).into_iter().flatten() {
            match item {
                Value::String(item) => texts.push(plain(item)),
                item => {
                    texts.push(plain(item["item"].as_str().unwrap()));
                    texts.extend(item["list"].as_array().unwrap().iter().map(|item| plain(item.as_str().unwrap())));
                }
            }
        }
        if let Some(table) = block.get("table") {
            texts.extend(table["columns"].as_array().unwrap().iter().map(|cell| plain(cell.as_str().unwrap())));
        }
    }
    texts.retain(|text| !words(text).is_empty());
    texts
}

/// A text without its marks of emphasis and addresses of links, its digits as the page has them.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](") {
        out.push_str(before);
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.replace(['*', '['], "")
}

const NEWSLETTER: &str = "2026-11-30-november-newsletter";

/// The newsletter as it is heard, which was read from its first word to its last.
const HEARD: &str = "tests/fixtures/aloud/november-newsletter.txt";

#[test]
fn the_newsletter_is_heard_as_it_was_when_it_made_sense() {
    // The code changes with every change of a template.
    let coded = |line: String| match line.rsplit_once('-') {
        Some((start, code)) if is_check_code(code) => format!("{start}-…"),
        _ => line,
    };
    let heard: Vec<String> = aloud(&samples()[NEWSLETTER]).into_iter().map(coded).collect();
    let heard = heard.join("\n") + "\n";
    let path = Path::new(REPOSITORY).join(HEARD);
    if std::env::var_os("NASHRA_UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &heard).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let differs = heard.lines().zip(expected.lines()).find(|(heard, expected)| heard != expected);
    assert!(heard == expected, "not heard as in {HEARD}: {differs:?}");
}

#[test]
fn entries_of_the_contents_have_names_of_their_own() {
    let contents: Vec<_> = samples()[NEWSLETTER].all().into_iter().filter(|element| element.kind == "TOC").collect();
    let [contents] = contents.as_slice() else { panic!("{} tables of contents", contents.len()) };
    let names = contents.links();
    let distinct: BTreeSet<_> = names.iter().collect();
    assert_eq!(names.len(), 8);
    assert_eq!(distinct.len(), names.len(), "{names:?}");
    assert_eq!(names[0], "ما يُنجز في هدوء، صفحة ٢");
}

/// A report whose blocks are hard to read in their order: lists in lists, a photo that floats, tables over pages.
#[test]
fn a_long_report_keeps_its_structure() {
    let workspace = Workspace::new();
    let items = (1..40).map(|n| format!("  \"البند {n} من بنود الخطة السنوية التي أقرها المجلس في جلسته\",\n"));
    let rows = (1..60).map(|n| format!("  [\"القسم {n}\", \"{n}\"],\n"));
    let report = format!(
        "{}\n[[body]]\nheading = \"أولاً\"\n\n[[body]]\nlist = [\n{}]\n\n[[body]]\ntable = {{ columns = [\"القسم\", \"العدد\"], rows = [\n{}] }}\n",
        REPORT,
        items.collect::<String>(),
        rows.collect::<String>(),
    );
    workspace.report("school", &report).run("build -e bulletin").code(0);
    let root = structure(&workspace.read("out/2026/11/2026-11-20-school-bulletin.pdf"));
    assert_eq!(faults_of(&root), Vec::<String>::new());
    let lists: Vec<usize> =
        root.all().iter().filter(|element| element.kind == "L").map(|list| list.children().count()).collect();
    assert_eq!(lists, [39]);
    let rows = root.all().iter().filter(|element| element.kind == "TR").count();
    assert_eq!(rows, 60);
}

#[test]
fn a_correction_and_its_slip_are_heard_whole() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT).run("archive add content").code(0);
    workspace.report("school", &REPORT.replace("وعدد من الأهالي", "وجمع من الأهالي"));
    workspace.run_with(&["archive", "correct", "content/school.toml", "--reason", "سهو في النقل"], &[]).code(0);
    for name in ["bulletin", "correction"] {
        let root = structure(&workspace.read(&format!("archive/2026/11/2026-11-20-school/v2/content/{name}.pdf")));
        assert_eq!(faults_of(&root), Vec::<String>::new(), "{name}");
        let heard = root.words();
        assert_eq!(heard.matches("سهو في النقل").count(), 1, "{name}: {heard}");
        assert_eq!(heard.matches("صحة النشرة").count(), 1, "{name}: {heard}");
    }
}
