//! The code on a page stands for what is on the page, and is found however it is typed.

use std::fs;

use nashra::hash::sha512;

use super::{FOLDER, ID, archived, at, correct};
use crate::pictures::jpeg;
use crate::words::page_texts;
use crate::workspace::{ENGLISH, REPORT, Workspace};

const BUILT: &str = "out/2026/11/2026-11-20-school-bulletin.pdf";

/// The code on the page of a finished file, as it is printed.
fn code_on(workspace: &Workspace, file: &str) -> String {
    let text = page_texts(&workspace.read(file)).join(" ");
    let words = text.split_whitespace().filter(|word| word.contains("-r") && word.len() > 18);
    let found: Vec<&str> = words.collect();
    (*found.first().unwrap_or_else(|| panic!("no code:\n{text}"))).to_owned()
}

/// The code of the bulletin that is built of a report with these settings.
fn code_with(settings: &str, report: &str) -> String {
    let workspace = Workspace::bare();
    workspace.file("nashra.toml", settings).report("school", report);
    workspace.run("build").code(0);
    code_on(&workspace, BUILT)
}

#[test]
fn whatever_reaches_no_page_changes_no_code() {
    let office = "[office]\nname = \"المكتب الإعلامي\"\n";
    let code = code_with(&format!("{ENGLISH}{office}"), REPORT);
    for settings in [
        format!("# the office's settings\n{ENGLISH}{office}# the end\n"),
        format!("language = \"en\"\nschema = 1\n{office}"),
        format!("{ENGLISH}{office}").replace('\n', "\r\n"),
        format!("schema = 1\nlanguage = \"ar\"\n{office}"),
        format!("{ENGLISH}{office}[printer]\nuri = \"ipp://192.0.2.10/ipp/print\"\n"),
        format!("{ENGLISH}{office}[site]\nurl = \"https://archive.example.iq/\"\n"),
        format!("{ENGLISH}{office}[checks]\noff = [\"NA007\"]\n"),
        format!("{ENGLISH}{office}[editions.social]\nenabled = false\n[editions.flyer]\npaper = \"a3\"\n"),
    ] {
        let workspace = Workspace::bare();
        workspace.file("nashra.toml", &settings).report("school", REPORT);
        let run = workspace.run("build");
        // Not every setting here is known for ever: what counts is that this one is.
        if run.code == 0 {
            assert_eq!(code_on(&workspace, BUILT), code, "{settings}");
        } else {
            panic!("{settings}\n{}", run.stderr);
        }
    }
    let (number, status) = ("number = \"١/٢٠٢٦\"\n", "status = \"approved\"\n");
    for report in [
        format!("# written on Friday\n{REPORT}"),
        REPORT.replace('\n', "\r\n"),
        REPORT.replace(number, "").replace(status, &format!("{number}{status}")),
    ] {
        assert_eq!(code_with(&format!("{ENGLISH}{office}"), &report), code, "{report}");
    }
}

#[test]
fn whatever_reaches_the_page_changes_the_code() {
    let code = code_with(ENGLISH, REPORT);
    assert!(code.contains("1-2026-r1-"), "{code}");
    for settings in [
        format!("{ENGLISH}[theme]\naccent = \"#aa0000\"\n"),
        format!("{ENGLISH}[office]\nname = \"المكتب الإعلامي\"\n"),
        format!("{ENGLISH}[verification]\nurl = \"https://example.iq/v/{{code}}\"\n"),
    ] {
        assert_ne!(code_with(&settings, REPORT), code, "{settings}");
    }
    assert_ne!(code_with(ENGLISH, &REPORT.replace("مدرسة جديدة في", "مدرسة كبيرة في")), code);
}

#[test]
fn pictures_templates_and_fonts_count_where_they_are_used() {
    let report = format!("{REPORT}\n[[photos]]\nfile = \"content/assets/hall.jpg\"\nalt = \"قاعة\"\n");
    let workspace = Workspace::new();
    workspace.report("school", &report).file("content/assets/hall.jpg", jpeg(1200, 900));
    let code = |workspace: &Workspace| {
        workspace.run("build --force").code(0);
        code_on(workspace, BUILT)
    };
    let first = code(&workspace);
    let flyer = String::from_utf8(fs::read("templates/flyer/main.typ").unwrap()).unwrap();
    workspace.file("templates/flyer/main.typ", format!("// ours\n{flyer}"));
    workspace.file("templates/bulletin/notes.txt", "remember");
    fs::remove_file(workspace.path().join("templates/bulletin/notes.txt")).unwrap();
    assert_eq!(code(&workspace), first, "the flyer's template is not the bulletin's");
    let closing = String::from_utf8(fs::read("templates/bulletin/closing.typ").unwrap()).unwrap();
    workspace.file("templates/bulletin/closing.typ", format!("{closing}\n#let unused = 1\n"));
    let second = code(&workspace);
    assert_ne!(second, first);
    workspace.file("content/assets/hall.jpg", jpeg(1200, 901));
    assert_ne!(code(&workspace), second);
}

#[test]
fn settings_and_comments_make_nothing_news_for_the_archive() {
    let workspace = archived();
    let silent = |workspace: &Workspace| {
        let run = workspace.run("archive add content");
        run.code(0).says("archived: 0, in the archive already: 1, with errors: 0");
        run.stderr
    };
    workspace.file("nashra.toml", format!("# new\n{ENGLISH}[site]\nurl = \"https://archive.example.iq/\"\n"));
    workspace.report("school", &format!("# checked\n{REPORT}").replace('\n', "\r\n"));
    assert!(!silent(&workspace).contains("with other settings"));
    let same = ["archive", "correct", "content/school.toml", "--reason", "سبب"];
    workspace.run_with(&same, &[]).code(1).says("archive-nothing-changed");
    // The looks of pages are no text; that they are others is said.
    workspace.file("nashra.toml", format!("{ENGLISH}[theme]\naccent = \"#aa0000\"\n"));
    assert!(silent(&workspace).contains("with other settings, templates or fonts, or another nashra than today's: 1"));
    workspace.report("school", &format!("# checked twice\n{REPORT}"));
    assert!(silent(&workspace).contains("today's: 1"));
    workspace.report("school", &REPORT.replace("بحضور مدير", "بغياب مدير"));
    workspace.run("archive add content").code(1).says("archive-already-published");
    // What the flyer alone shows counts as well.
    workspace.report("school", &format!("{REPORT}\n[flyer]\nheadline = \"مدرسة جديدة\"\n"));
    workspace.run("archive add content").code(1).says("archive-already-published");
}

/// Makes an archive of one bulletin one whose code was made of files as they lay.
fn made_old(workspace: &Workspace) {
    let replace = |file: &str, from: &str, to: &str| {
        let text = String::from_utf8(workspace.read(file)).unwrap();
        assert!(text.contains(from), "{file} lacks {from}");
        workspace.file(file, text.replace(from, to));
    };
    let content = format!("{FOLDER}/v1/content");
    let was: Vec<String> = ["build.json", "record.json"]
        .iter()
        .map(|name| sha512(&workspace.read(&format!("{content}/{name}"))))
        .collect();
    let note: serde_json::Value = serde_json::from_slice(&workspace.read(&format!("{content}/build.json"))).unwrap();
    let mut note = note.as_object().unwrap().clone();
    note.remove("pages").unwrap();
    workspace.file(&format!("{content}/build.json"), serde_json::to_vec_pretty(&note).unwrap());
    let code = note["provenance"].as_str().unwrap()[..16].to_owned();
    replace(&format!("{content}/record.json"), &code, "feedfeedfeedfeed");
    let sealed = sha512(&workspace.read(&format!("{FOLDER}/inventory.json")));
    for folder in [FOLDER.to_owned(), format!("{FOLDER}/v1")] {
        for (name, was) in ["build.json", "record.json"].iter().zip(&was) {
            let now = sha512(&workspace.read(&format!("{content}/{name}")));
            replace(&format!("{folder}/inventory.json"), was, &now);
        }
        let now = sha512(&workspace.read(&format!("{folder}/inventory.json")));
        workspace.file(&format!("{folder}/inventory.json.sha512"), format!("{now} inventory.json\n"));
    }
    replace("archive/ledger.jsonl", &sealed, &sha512(&workspace.read(&format!("{FOLDER}/inventory.json"))));
    fs::remove_file(workspace.path().join("archive/extensions/nashra/index.sqlite")).unwrap();
}

#[test]
fn archives_with_codes_of_the_old_kind_are_verified_and_are_no_news() {
    let workspace = archived();
    made_old(&workspace);
    workspace.run("archive verify").code(0).says("problems: 0");
    workspace.run("archive verify 1-2026-r1-feedfeedfeedfeed").code(0).prints("authentic");
    workspace.run("archive add content").code(0).says("archived: 0, in the archive already: 1, with errors: 0");
    workspace.report("school", &format!("# a comment\n{REPORT}"));
    workspace.run("archive add content").code(0).says("archived: 0, in the archive already: 1, with errors: 0");
    workspace.report("school", REPORT);
    let run = workspace.run("build");
    run.code(0).says("other-looks").says("`2026-11-20-school` was published with this text but looked otherwise");
    run.says(&format!("print what was published: `{FOLDER}/v1/content/bulletin.pdf`"));
    workspace.report("school", &REPORT.replace("بحضور مدير", "بغياب مدير"));
    workspace.run("archive add content").code(1).says("archive-already-published");
}

#[test]
fn codes_with_letters_in_the_number_are_found_however_they_are_typed() {
    let workspace = Workspace::new();
    workspace.report("school", &REPORT.replace("١/٢٠٢٦", "م.و/٤١٨"));
    workspace.run("archive add content").code(0);
    workspace.run("build").code(0);
    // Its letters run from the right and its figures from the left, and a reader may part them.
    let printed = code_on(&workspace, BUILT);
    let hash = &printed[printed.find("-r1-").unwrap() + 4..][..16];
    let page = page_texts(&workspace.read(BUILT)).join(" ");
    assert!(page.contains("418-") && page.contains("م.و"), "{page}");
    let eastern: String =
        hash.chars().map(|c| c.to_digit(10).map_or(c, |digit| char::from_u32(0x660 + digit).unwrap())).collect();
    let typed = [
        format!("م.و-418-r1-{hash}"),
        format!("م.و/٤١٨-r1-{hash}"),
        format!("م.و / ٤١٨ - r1 - {hash}"),
        format!("م و 418 R1 {}", hash.to_uppercase()),
        format!("418-و.م-r1-{hash}"),
        format!("م.و/٤١٨-r1-{eastern}"),
        hash.to_owned(),
        hash[..10].to_owned(),
    ];
    for code in &typed {
        let run = workspace.run_with(&["archive", "verify", code], &[]);
        run.code(0).prints(&format!("{code}: authentic, `{ID}`, revision 1"));
        workspace.run_with(&["archive", "show", code], &[]).code(0).prints("افتتاح مدرسة جديدة");
    }
    let words: Vec<&str> = typed[2].split(' ').collect();
    let run = workspace.run_with(&[&["archive", "verify"], words.as_slice()].concat(), &[]);
    run.code(0).prints("authentic");
    for other in [format!("م.و-419-r1-{hash}"), format!("م.و-418-r2-{hash}")] {
        workspace.run_with(&["archive", "verify", &other], &[]).code(1).prints("unknown");
    }
    for number in ["م.و/٤١٨", "م.و/418", "م و ٤١٨"] {
        workspace.run_with(&["archive", "show", number], &[]).code(0).prints("افتتاح مدرسة جديدة");
    }
    workspace.run("archive verify م.و.pdf").code(2).says("م.و.pdf");
}

#[test]
fn a_font_that_cannot_be_read_is_an_error() {
    let workspace = archived();
    fs::create_dir(workspace.path().join("fonts")).unwrap();
    let font = workspace.path().join("fonts/Office.ttf");
    fs::write(&font, fs::read("fonts/amiri/Amiri-Regular.ttf").unwrap()).unwrap();
    workspace.run("build").code(0);
    // A copy of an embedded face changes nothing.
    workspace.run(&format!("archive verify {BUILT}")).code(0).prints("authentic");
    #[cfg(unix)]
    {
        fs::remove_file(&font).unwrap();
        std::os::unix::fs::symlink("nowhere", &font).unwrap();
        workspace.run("build").code(2).says("Office.ttf");
        workspace.run("archive add content").code(2).says("Office.ttf");
    }
}

#[test]
fn a_file_saved_again_by_another_program_is_told_as_that() {
    let workspace = archived();
    let pdf = workspace.read(&format!("{FOLDER}/v1/content/bulletin.pdf"));
    let save = |strip: bool| {
        let mut document = lopdf::Document::load_mem(&pdf).unwrap();
        if strip {
            document.trailer.remove(b"Info");
            document.catalog_mut().unwrap().remove(b"Metadata");
        }
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    };
    let said = "re-saved: the code is known, the bytes are not; it carries the code of `2026-11-20-school`";
    for (name, strip) in [("again.pdf", false), ("stripped.pdf", true)] {
        workspace.file(name, save(strip));
        workspace.run(&format!("archive verify {name}")).code(4).prints(&format!("{name}: {said}"));
    }
    let both = format!("archive verify again.pdf {FOLDER}/v1/content/bulletin.pdf");
    workspace.run(&both).code(4).prints("authentic");
    workspace.file("other.pdf", "%PDF-1.7\n");
    workspace.run("archive verify again.pdf other.pdf").code(1).prints("other.pdf: unknown");
    correct(&workspace).code(0);
    workspace.run("archive verify again.pdf").code(4).prints("which was corrected since");
    let withdraw = ["archive", "withdraw", ID, "--yes", "--reason", "سبب"];
    at("2026-11-24T09:00:00+03:00", &workspace, &withdraw).code(0);
    workspace.run("archive verify again.pdf").code(4).prints("which was withdrawn since");
    let json = workspace.run("--format json archive verify again.pdf");
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!((&json["result"][0]["answer"], &json["result"][0]["now"]), (&"resaved".into(), &"withdrawn".into()));
}
