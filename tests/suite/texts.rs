//! Texts that once went wrong, each from the file to the page or to the message.

use std::process::Command;

use crate::words::{Piece, page_texts, pieces};
use crate::workspace::{ENGLISH, Workspace};

/// A fixture of `tests/fixtures/texts`.
macro_rules! text {
    ($name:literal) => {
        include_str!(concat!("../fixtures/texts/", $name, ".toml"))
    };
}

fn workspace(digits: &str, report: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.file("nashra.toml", format!("{ENGLISH}digits = \"{digits}\"\n")).report("a", report);
    workspace
}

/// The edition of a report.
#[track_caller]
fn built(digits: &str, report: &str, edition: &str) -> Vec<u8> {
    let workspace = workspace(digits, report);
    workspace.run(&format!("build -e {edition}")).code(0);
    workspace.read(&workspace.files("out")[0])
}

/// The lines of a file as they are seen, from the left, without spaces.
fn lines(pdf: &[u8]) -> Vec<String> {
    let mut rows: Vec<(usize, Vec<Piece>)> = Vec::new();
    for (page, pieces) in pieces(pdf).into_iter().enumerate() {
        for piece in pieces {
            match rows.iter_mut().find(|(on, row)| *on == page && (row[0].y - piece.y).abs() < 4.0) {
                Some((_, row)) => row.push(piece),
                None => rows.push((page, vec![piece])),
            }
        }
    }
    rows.iter_mut().for_each(|(_, row)| row.sort_by(|a, b| a.x.total_cmp(&b.x)));
    let text = |row: &[Piece]| row.iter().map(|piece| piece.text.as_str()).collect::<String>();
    rows.iter().map(|(_, row)| plain(&text(row))).collect()
}

/// A text without spaces, its brackets whatever side they open to: which way a bracket is drawn is
/// the faces' matter.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ')' { '(' } else { c }).collect()
}

#[track_caller]
fn seen(digits: &str, report: &str, edition: &str, wanted: &[&str]) {
    let lines = lines(&built(digits, report, edition));
    for wanted in wanted {
        let wanted = plain(wanted);
        assert!(lines.iter().any(|line| line.contains(&wanted)), "{digits}, {edition}: {wanted} in {lines:#?}");
    }
}

#[test]
fn what_was_turned_round_is_seen_as_typed() {
    for digits in ["arab", "latn"] {
        for (report, wanted) in [
            (text!("latin-number"), "iPhone 15 Pro Max"),
            (text!("latin-list"), "FAO،WHO،UNICEF"),
            (text!("hash"), "#Basra"),
            (text!("endmark"), "Basra Ltd."),
            (text!("phone"), "(040) 123-4567"),
            (text!("mac"), "00:1A:2B:3C:4D:5E"),
            (text!("english-paragraph"), "The Media Office of Basra Governorate"),
        ] {
            seen(digits, report, "bulletin", &[wanted]);
        }
        seen(digits, text!("flyer-organisers"), "flyer", &["UNICEF،BasraOil"]);
    }
    seen("arab", text!("section"), "bulletin", &["٤.١٠", "٩.٣٠"]);
    seen("arab", text!("english-paragraph"), "bulletin", &["(Tuesday).", "1 December 2026", "from8:00to"]);
}

/// A ligature is one glyph for several letters, which have to share its width: readers part words
/// where glyphs overlap.
#[test]
fn a_ligature_of_latin_letters_parts_no_word() {
    let workspace = workspace("arab", text!("english-paragraph"));
    workspace.run("build -e bulletin").code(0);
    let file = workspace.path().join(&workspace.files("out")[0]);
    let read = Command::new("pdftotext").arg(file).arg("-").output().expect("pdftotext is not installed");
    let text = String::from_utf8(read.stdout).expect("pdftotext gives UTF-8");
    assert!(text.contains("The Media Office of Basra"), "{text}");
}

#[test]
fn the_same_in_headings_cells_and_lists() {
    const FORMS: [(&str, &str); 8] = [
        ("iPhone 15 Pro Max", "iPhone 15 Pro Max"),
        ("(Basra Ltd.)", "Basra Ltd."),
        ("#Basra", "#Basra"),
        ("C++", "C++"),
        ("(040) 123-4567", "(040) 123-4567"),
        ("00:1A:2B:3C", "00:1A:2B:3C"),
        ("A4، C++، iPhone 15", "iPhone 15،C++،A4"),
        ("Windows 11 (v2.10)", "Windows 11 (v2.10)"),
    ];
    let mut report =
        "schema = 1\nstatus = \"approved\"\nnumber = \"1\"\ndate = 2026-11-20\ntitle = \"نص\"\n".to_owned();
    let mut items = Vec::new();
    for (typed, _) in FORMS {
        report.push_str(&format!(
            "[[body]]\nheading = \"قال {typed} هنا\"\n[[body]]\nparagraph = \"نعم {typed} هناك.\"\n"
        ));
        items.push(format!("\"في {typed} هنا\""));
    }
    let rows: Vec<String> = items.iter().map(|item| format!("[{item}, \"كذا\"]")).collect();
    report.push_str(&format!("[[body]]\nlist = [{}]\n", items.join(", ")));
    report.push_str(&format!("[[body]]\ntable = {{ columns = [\"أول\", \"ثان\"], rows = [{}] }}\n", rows.join(", ")));
    for digits in ["arab", "latn"] {
        let lines = lines(&built(digits, &report, "bulletin"));
        for (typed, wanted) in FORMS {
            let wanted = plain(wanted);
            let found = lines.iter().filter(|line| line.contains(&wanted)).count();
            assert!(found >= 4, "{digits}: {typed} is seen {found} times as {wanted}: {lines:#?}");
        }
    }
}

#[test]
fn invisible_characters_are_gone() {
    for (report, wanted) in [
        (text!("invisible-206a"), "اسمالدائرة."),
        (text!("invisible-feff"), "البصرة."),
        (text!("invisible-fffc"), "حرف هنا."),
        (text!("invisible-034f"), "البصرة."),
        (text!("final-yeh"), "مضى إلى البصرة."),
    ] {
        let text = page_texts(&built("arab", report, "bulletin")).concat();
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    let links = "links = [ { title = \"م\", url = \"https://example.org/c\\u200D\\uFEFF\" } ]\n";
    let office = "[office]\nname = \"مكتب\"\ncontacts = { phone = \"+964\\u200E 770\\u202C 123 4567\", email = \"a@b\\u200B.iq\" }\n";
    let workspace = Workspace::new();
    workspace.file("nashra.toml", format!("{ENGLISH}{office}"));
    workspace.report(
        "a",
        &text!("link").replace("links = [ { title = \"م\", url = \"https://example.org/c\\u200D\" } ]\n", links),
    );
    workspace.run("check").code(0);
    workspace.run("build -e bulletin").code(0);
    let pdf = workspace.read(&workspace.files("out")[0]);
    let has = |what: &[u8]| pdf.windows(what.len()).any(|window| window == what);
    assert!(has(b"(https://example.org/c)"), "the link keeps something invisible");
}

#[test]
fn mending_leaves_what_is_right() {
    for report in [text!("fix-abbr"), text!("fix-idn"), text!("fix-kurdish")] {
        let workspace = workspace("arab", report);
        workspace.run("check --deny-warnings").code(0);
        workspace.run("check --fix").code(0);
        assert_eq!(workspace.read("content/a.toml"), report.as_bytes());
    }
}

#[test]
fn days_that_are_none_are_told() {
    workspace("arab", text!("no-such-day")).run("check").says("[NA014]");
    workspace("arab", text!("persian-weekday")).run("check").says("[NA014]");
}

#[test]
fn a_month_after_its_day_is_in_the_genitive() {
    let text = page_texts(&built("arab", text!("dhu"), "bulletin")).concat();
    assert!(text.contains("١ ذي الحجة"), "{text}");
}

#[test]
fn stars_beside_arabic_are_marks_or_are_told() {
    let text = page_texts(&built("arab", text!("stars"), "bulletin")).concat();
    assert!(!text.contains('*') && text.contains("«مدرسة النخيل»"), "{text}");
    let told = workspace("arab", &text!("stars").replace("*هنا*", "**هنا"));
    told.run("check --format short").says("8:").says("stars without a partner");
}
