//! Life after publishing: what `build`, `add` and `withdraw` make of what is in the archive.

use super::{FOLDER, ID, archived, correct, is_whole, withdraw};
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
    run.code(0).says("[other-text]").says("was published with another text").says("archive correct FILE");
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
