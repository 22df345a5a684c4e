//! Texts that once went wrong, each from the file to the page or to the message.

/// A fixture of `tests/fixtures/texts`.
macro_rules! text {
    ($name:literal) => {
        include_str!(concat!("../../fixtures/texts/", $name, ".toml"))
    };
}

mod languages;
mod placed;

use std::process::Command;

use crate::words::{Piece, page_texts, pieces};
use crate::workspace::{ENGLISH, REPORT, Workspace};

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

/// The lines of a file, each with its page and what stands on it from the left.
fn rows(pdf: &[u8]) -> Vec<(usize, Vec<Piece>)> {
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
    rows
}

/// The lines of a file as they are seen, from the left, without spaces.
fn lines(pdf: &[u8]) -> Vec<String> {
    rows(pdf).iter().map(|(_, row)| text_of(row)).collect()
}

/// What stands on a line, without spaces.
fn text_of(row: &[Piece]) -> String {
    plain(&row.iter().map(|piece| piece.text.as_str()).collect::<String>())
}

/// A text without spaces. What is read is the bracket as it was typed: one that the page mirrors
/// has its other side.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// An issue of the newsletter with a report as its cover and its one article.
#[track_caller]
fn newsletter(digits: &str, report: &str) -> Vec<u8> {
    let workspace = workspace(digits, report);
    workspace.file(
        "content/issues/n.toml",
        "schema = 1\nnumber = \"7\"\ndate = 2026-11-30\nstatus = \"approved\"\n[[articles]]\n\
         report = \"content/a.toml\"\nplace = \"cover\"\n",
    );
    workspace.run("build content/issues/n.toml -e newsletter").code(0);
    workspace.read(&workspace.files("out")[0])
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
        for (edition, pdf) in
            [("bulletin", built(digits, &report, "bulletin")), ("newsletter", newsletter(digits, &report))]
        {
            let lines = lines(&pdf);
            for (typed, wanted) in FORMS {
                let wanted = plain(wanted);
                // In the narrow columns of the newsletter a phrase may go over two lines.
                let least = if edition == "bulletin" { 4 } else { 2 };
                let found = lines.iter().filter(|line| line.contains(&wanted)).count();
                assert!(found >= least, "{digits}, {edition}: {typed} is seen {found} times: {lines:#?}");
            }
        }
    }
}

#[test]
fn telephones_of_the_office_are_seen_as_typed() {
    for phone in ["٠٧٧٠ ١٢٣ ٤٥٦٧", "+٩٦٤ ٧٧٠ ١٢٣ ٤٥٦٧", "0770 123 4567", "٠٧٧٠-١٢٣-٤٥٦٧"]
    {
        let workspace = workspace("arab", REPORT);
        let office = format!("[office]\nname = \"مكتب\"\n[office.contacts]\nphone = \"{phone}\"\n");
        workspace.file("nashra.toml", format!("{ENGLISH}{office}"));
        workspace.run("build -e bulletin,flyer").code(0);
        for file in workspace.files("out").into_iter().filter(|file| file.ends_with(".pdf")) {
            let shown = lines(&workspace.read(&file));
            assert!(shown.iter().any(|line| line.contains(&plain(phone))), "{file}: {phone}: {shown:#?}");
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
        workspace.run("check -e bulletin --deny-warnings").code(0);
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

/// The words of a report in a language, with the rest of its head.
fn in_language(language: &str, rest: &str) -> String {
    format!("schema = 1\nstatus = \"approved\"\nnumber = \"1\"\ndate = 2026-11-20\nlanguage = \"{language}\"\n{rest}")
}

fn has(pdf: &[u8], what: &str) -> bool {
    // Streams are packed; the tree of tags is in object streams.
    let file = lopdf::Document::load_mem(pdf).unwrap();
    file.objects.values().any(|object| format!("{object:?}").contains(what))
}

#[test]
fn a_named_language_has_its_months_its_digits_and_its_tag() {
    let event = "[event]\ndate = 2026-11-18\n[[body]]\nparagraph = ";
    for (language, title, text, seen) in [
        ("ckb", "سەردانی قوتابخانە", "کتاب و دەفتەر", ["چوارشەممە، ١٨ی تشرینی دووەمی ٢٠٢٦", "کتاب و دەفتەر"]),
        ("fa", "دیدار از مدرسه", "کتاب و دفتر، ۱۵ نفر", ["چهارشنبه ۱۸ نوامبر ۲۰۲۶", "کتاب و دفتر، ۱۵ نفر"]),
        (
            "en",
            "Visit to a school",
            "Books and pens, 15 of them.",
            ["Wednesday, 18 November 2026", "pens, 15 of them."],
        ),
    ] {
        let report = in_language(language, &format!("title = \"{title}\"\n{event}\"{text}\"\n"));
        let workspace = workspace("arab", &report);
        workspace.run("check --deny-warnings").code(0);
        let pdf = built("arab", &report, "bulletin");
        let page = page_texts(&pdf).concat();
        let page: String = page.chars().filter(|c| !c.is_whitespace() && *c != '\u{200C}').collect();
        for seen in seen {
            let seen: String = seen.chars().filter(|c| !c.is_whitespace() && *c != '\u{200C}').collect();
            assert!(page.contains(&seen), "{language}: {seen} in {page}");
        }
        assert!(has(&pdf, language), "{language} is not tagged");
        built("arab", &report, "flyer");
    }
}

#[test]
fn a_part_of_the_body_may_be_in_another_language() {
    let report = in_language(
        "ar",
        "title = \"سوق هەولێر و سلێمانی\"\n[[body]]\nlanguage = \"fa\"\nparagraph = \"کتاب و دفتر ۱۵\"\n\
         [[body]]\nparagraph = \"كتاب ودفتر ١٥\"\n[[body]]\nlanguage = \"en\"\n\
         paragraph = \"The Marsh Arabs (عرب الأهوار), 2026.\"\n",
    );
    workspace("arab", &report).run("check -e bulletin --deny-warnings").code(0);
    let lines = lines(&built("arab", &report, "bulletin"));
    for wanted in ["The Marsh Arabs (", "), 2026."] {
        assert!(lines.iter().any(|line| line.contains(&plain(wanted))), "{wanted}: {lines:#?}");
    }
    let arabic = report.replace("language = \"fa\"\n", "");
    workspace("arab", &arabic).run("check").says("[NA012]");
}

#[test]
fn a_language_that_is_none_is_told_with_the_one_that_is_meant() {
    for (typed, meant) in [("ku", "ckb"), ("Kurdish", "ckb"), ("farsi", "fa"), ("english", "en"), ("عربي", "ar")] {
        let report = in_language(typed, "title = \"ن\"\n[[body]]\nparagraph = \"ن\"\n");
        workspace("arab", &report).run("check").code(1).says("[unknown-choice]").says(&format!("`{meant}`?"));
    }
    let report = in_language("tr", "title = \"ن\"\n[[body]]\nparagraph = \"ن\"\n");
    workspace("arab", &report).run("check").code(1).says("`ckb`").says("`fa`").says("`en`");
    let block = in_language("ar", "title = \"ن\"\n[[body]]\nlanguage = 5\nparagraph = \"ن\"\n");
    workspace("arab", &block).run("check").code(1).says("body[1].language");
}
