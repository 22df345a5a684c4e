//! Life after publishing: what `build`, `add` and `withdraw` make of what is in the archive.

use super::{FOLDER, ID, archived, at, correct, is_whole, withdraw};
use crate::newsletter::{ISSUE, issue};
use crate::words::page_texts;
use crate::workspace::{REPORT, Workspace};

const BUILT: &str = "out/2026/11/2026-11-20-school-bulletin.pdf";
const FLYER: &str = "out/2026/11/2026-11-20-school-flyer.pdf";

#[test]
fn a_page_is_the_same_before_and_after_it_is_archived() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    workspace.run("build").code(0);
    let before = [BUILT, FLYER].map(|file| workspace.read(file));
    workspace.run("archive add content").code(0);
    workspace.run("build --force").code(0);
    assert_eq!([BUILT, FLYER].map(|file| workspace.read(file)), before);
    for (file, bytes) in ["bulletin", "flyer"].iter().zip(before) {
        assert_eq!(workspace.read(&format!("{FOLDER}/v1/content/{file}.pdf")), bytes, "{file}");
    }
}

#[test]
fn a_page_that_differs_from_the_archived_one_says_so() {
    let workspace = archived();
    workspace.report("school", &REPORT.replace("بحضور مدير", "بغياب مدير"));
    let run = workspace.run("build");
    run.code(0).says("[other-text]").says("was published with another text");
    run.says("archive correct content/school.toml");
    workspace.report("school", REPORT);
    assert!(!workspace.run("build").code(0).stderr.contains("other-"));
    workspace.file("nashra.toml", format!("{}[theme]\naccent = \"#aa0000\"\n", crate::workspace::ENGLISH));
    workspace.run("build").code(0).says("[other-looks]").says(&format!("{FOLDER}/v1/content/bulletin.pdf"));
}

#[test]
fn a_corrected_report_is_built_as_corrected_and_is_no_news() {
    let workspace = archived();
    workspace.run("build").code(0);
    correct(&workspace).code(0);
    let again = workspace.run("archive add content");
    again.code(0).says("archived: 0, in the archive already: 1, with errors: 0");
    assert!(!again.stderr.contains("with other settings"), "{}", again.stderr);
    let run = workspace.run("build");
    run.code(0);
    assert!(!run.stderr.contains("other-"), "{}", run.stderr);
    for (file, name) in [(BUILT, "bulletin"), (FLYER, "flyer")] {
        assert_eq!(workspace.read(file), workspace.read(&format!("{FOLDER}/v2/content/{name}.pdf")), "{name}");
    }
    let text = page_texts(&workspace.read(BUILT)).join(" ");
    for words in ["تصويب", "-r2-"] {
        assert!(text.contains(words), "{words}:\n{text}");
    }
    workspace.run(&format!("archive verify {BUILT}")).code(0).prints("authentic");
    workspace.run("build").code(0).says("files built: 0, up to date: 2");
    is_whole(&workspace, 2);
}

#[test]
fn a_report_is_built_anew_when_it_was_corrected_without_a_change_of_its_file() {
    let workspace = archived();
    workspace.run("build").code(0);
    workspace.file("nashra.toml", format!("{}[theme]\naccent = \"#aa0000\"\n", crate::workspace::ENGLISH));
    workspace.run("build").code(0);
    let arguments = ["archive", "correct", "content/school.toml", "--reason", "لون الصفحة"];
    workspace.run_with(&arguments, &[]).code(0);
    workspace.run("build").code(0);
    assert_eq!(workspace.read(BUILT), workspace.read(&format!("{FOLDER}/v2/content/bulletin.pdf")));
}

#[test]
fn what_was_withdrawn_is_not_built_unless_it_is_asked_for() {
    let workspace = archived();
    workspace.report("other", &REPORT.replace("١/", "٢/"));
    workspace.run("build").code(0);
    let before = workspace.read(BUILT);
    withdraw(&workspace).code(0);
    // One of many is passed over, and its old files are named.
    for _ in 0..2 {
        let run = workspace.run("build");
        run.code(0).says("[withdrawn]").says("withdrawn on 2026-11-23").says("نُشر خطأً").says("--withdrawn");
        run.says("[withdrawn-files]").says("2026/11/2026-11-20-school-bulletin.pdf").says("delete them");
    }
    assert_eq!(workspace.read(BUILT), before);
    // Asked for by its name it is an error.
    workspace.run("build content/school.toml").code(1).says("error: this was withdrawn");
    workspace.run("build content").code(0);
    let arabic = workspace.run("--lang ar build content/school.toml");
    arabic.code(1).says("سُحب هذا بتاريخ 2026-11-23");
    workspace.run("build content/school.toml --withdrawn").code(0);
    assert_ne!(workspace.read(BUILT), before, "its pages say that it was withdrawn");
    workspace.run("build content/school.toml").code(1);
    workspace.run("build content/other.toml").code(0);
}

#[test]
fn what_was_withdrawn_gets_into_no_newsletter() {
    let workspace = archived();
    workspace.report("other", &REPORT.replace("١/", "٢/"));
    workspace.file(ISSUE, issue(&[("other", "cover"), ("school", "article")]));
    withdraw(&workspace).code(0);
    let run = workspace.run("build content/issues");
    run.code(1).says("[withdrawn-in-issue]").says("the report `content/school.toml` was withdrawn on 2026-11-23");
    workspace.run(&format!("archive add {ISSUE}")).code(1).says("[withdrawn-in-issue]");
    workspace.run("build content/issues --withdrawn").code(0);
    workspace.file(ISSUE, issue(&[("other", "cover")]));
    workspace.run("build content/issues").code(0);
    workspace.run(&format!("archive add {ISSUE}")).code(0);
}

#[test]
fn an_issue_that_was_published_is_passed_over_when_one_of_its_reports_is_withdrawn() {
    let workspace = archived();
    workspace.report("other", &REPORT.replace("١/", "٢/"));
    workspace.file(ISSUE, issue(&[("other", "cover"), ("school", "article")]));
    workspace.run(&format!("archive add {ISSUE}")).code(0);
    withdraw(&workspace).code(0);
    workspace.run("build").code(0).says("warning: the report `content/school.toml` was withdrawn");
    workspace.run(&format!("build {ISSUE}")).code(1);
    workspace.run(&format!("archive add {ISSUE}")).code(0).says("in the archive already: 1");
}

#[test]
fn withdrawing_asks_first() {
    let workspace = archived();
    let command = ["archive", "withdraw", ID, "--reason", "سبب"];
    let run = workspace.run_with(&command, &[]);
    run.code(2).says("withdraw `2026-11-20-school` for good, “افتتاح مدرسة جديدة في قضاء الزبير”?");
    run.says("[archive-not-confirmed]").says("nothing was changed").says("--yes");
    workspace.run_typing(&command, "no").code(2);
    workspace.run_with(&[&["--format", "json"], &command[..]].concat(), &[]).code(2);
    is_whole(&workspace, 1);
    workspace.run_typing(&[&["--lang", "ar"], &command[..]].concat(), "نعم").code(0).says("[نعم/لا]").says("استرجع");
    is_whole(&workspace, 2);
}

#[test]
fn the_issues_that_carry_a_report_are_named_when_it_is_corrected_or_withdrawn() {
    let workspace = archived();
    workspace.report("other", &REPORT.replace("١/", "٢/"));
    workspace.file(ISSUE, issue(&[("other", "cover"), ("school", "article")]));
    workspace.run(&format!("archive add {ISSUE}")).code(0);
    let carried = "archived issues still carry `2026-11-20-school` as it was: `2026-11-30-november-newsletter`";
    correct(&workspace).code(0).says("warning: ").says(carried).says(&format!("archive correct {ISSUE} --reason"));
    // The advice, followed: the issue carries the corrected text, and nothing is told of it any more.
    let again = ["archive", "correct", ISSUE, "--reason", "صُوّبت مادة"];
    assert!(!workspace.run_with(&again, &[]).code(0).stderr.contains("archive-in-issues"));
    let withdrawn = withdraw(&workspace);
    withdrawn
        .code(0)
        .says(carried)
        .says("take its article out")
        .says("archive withdraw 2026-11-30-november-newsletter");
    workspace.file(ISSUE, issue(&[("other", "cover")]));
    workspace.run_with(&again, &[]).code(0);
    let other = ["archive", "withdraw", "2026-11-30-november-newsletter", "--yes", "--reason", "سبب"];
    assert!(!workspace.run_with(&other, &[]).code(0).stderr.contains("archive-in-issues"));
}

#[test]
fn a_report_whose_day_is_far_ahead_is_told_when_it_is_archived() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    workspace.report("other", &REPORT.replace("١/", "٢/").replace("2026-11-20", "2026-11-23"));
    let run = at("2026-11-21T20:00:00+03:00", &workspace, &["archive", "add", "content"]);
    run.code(0).says("warning: `2026-11-23-other` is in the archive now, and its day, 2026-11-23, has not come yet");
    assert_eq!(run.stderr.matches("archive-dated-ahead").count(), 1, "{}", run.stderr);
    workspace.report("third", &REPORT.replace("١/", "٣/").replace("2026-11-20", "2026-11-24"));
    let next = at("2026-11-23T20:00:00+03:00", &workspace, &["archive", "add", "content"]);
    assert!(!next.code(0).stderr.contains("archive-dated-ahead"), "the next morning's: {}", next.stderr);
}

#[test]
fn a_corrected_cell_is_told_with_its_row_and_column() {
    let workspace = Workspace::new();
    let table = "\n[[body]]\ntable = { columns = [\"القضاء\", \"المدارس\", \"التلاميذ\"], rows = [[\"الزبير\", \"12\", \"40\"], [\"الفاو\", \"12\", \"70\"]] }\n";
    workspace.report("school", &format!("{REPORT}{table}"));
    workspace.run("archive add content").code(0);
    workspace.report("school", &format!("{REPORT}{}", table.replace("\"12\", \"70\"", "\"15\", \"70\"")));
    workspace
        .run_with(&["archive", "correct", "content/school.toml", "--reason", "خطأ"], &[])
        .code(0)
        .says("changed: 1");
    let shown = workspace.run(&format!("archive show {ID}"));
    shown.code(0).prints("stood: الفاو، المدارس: 12\n").prints("stands: الفاو، المدارس: 15\n");
    let slip = page_texts(&workspace.read(&format!("{FOLDER}/v2/content/correction.pdf"))).join(" ");
    let slip: String = slip.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{200F}')).collect();
    assert!(slip.contains("الفاو، المدارس: ١٥"), "{slip}");
}

#[test]
fn moments_are_shown_by_the_clock_of_the_office() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    at("2026-11-21T21:30:00+00:00", &workspace, &["archive", "add", "content"]).code(0);
    workspace.run(&format!("archive show {ID}")).code(0).prints("2026-11-22 00:30 (UTC+3)  published");
}

#[test]
fn the_pages_of_what_was_withdrawn_are_no_button_on_the_site() {
    let workspace = archived();
    withdraw(&workspace).code(0);
    workspace.run("archive site").code(0);
    let page = String::from_utf8(workspace.read(&format!("out/site/2026/11/{ID}/index.html"))).unwrap();
    assert!(page.contains("الملف كما صدر قبل سحبه، ولا يُعتدّ به</a>"), "{page}");
    assert!(!page.contains("class=\"button\"") && !page.contains("ملف النشرة PDF</a>"), "{page}");
}
