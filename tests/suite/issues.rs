//! Issues of the newsletter on their way through the program: what is refused, what is stale, what
//! the record carries.

use std::collections::BTreeSet;

use lopdf::Document;

use crate::newsletter::{ISSUE, PDF, built, issue, office, paragraph, report};
use crate::pictures::jpeg;
use crate::words::pieces;
use crate::workspace::{ENGLISH, REPORT, Workspace};

#[test]
fn a_draft_issue_says_so_and_may_hold_drafts() {
    let workspace = office();
    workspace.report("r2", &report(2, "زقزقة", &paragraph("نص المسودة.")).replace("approved", "draft"));
    workspace.file(ISSUE, String::from_utf8(workspace.read(ISSUE)).unwrap().replace("approved", "draft"));
    let pdf = built(&workspace);
    let letters = pieces(&pdf)[0].iter().filter(|piece| piece.text == "م").count();
    workspace.report("r2", &report(2, "زقزقة", &paragraph("نص المسودة.")));
    workspace.file(ISSUE, String::from_utf8(workspace.read(ISSUE)).unwrap().replace("draft", "approved"));
    let signed = built(&workspace);
    assert_eq!(letters, pieces(&signed)[0].iter().filter(|piece| piece.text == "م").count() + 1);
}

/// The names of the files that a PDF carries.
fn attached(pdf: &[u8]) -> BTreeSet<String> {
    let pdf = Document::load_mem(pdf).unwrap();
    let specs = pdf.objects.values().filter_map(|object| object.as_dict().ok()).filter(|dict| dict.has(b"EF"));
    specs.map(|dict| String::from_utf8_lossy(dict.get(b"F").unwrap().as_str().unwrap()).into_owned()).collect()
}

#[test]
fn the_record_carries_the_issue_and_its_reports() {
    let workspace = office();
    let names = attached(&built(&workspace));
    for name in ["november.toml", "r1.toml", "r6.toml"] {
        assert!(names.iter().any(|found| found.contains(name)), "{name} is not attached: {names:?}");
    }
    workspace.run("build -e newsletter -p office").code(0);
    assert!(attached(&workspace.read(&PDF.replace(".pdf", ".office.pdf"))).is_empty());
}

#[test]
fn an_issue_is_stale_when_its_reports_or_their_photos_are() {
    let workspace = office();
    let photo = "[[body]]\nphoto = \"content/assets/a.jpg\"\nalt = \"صورة\"\n\n";
    workspace.file("content/assets/a.jpg", jpeg(60, 40));
    workspace.report("r2", &report(2, "زقزقة", &format!("{}{photo}", paragraph("نص."))));
    workspace.report("other", &report(9, "تقرير آخر", &paragraph("نص.")));
    let build = |says: &str| {
        workspace.run("build -e newsletter").code(0).says(says);
    };
    build("files built: 1");
    build("up to date: 1");
    workspace.file("content/assets/a.jpg", jpeg(61, 40));
    build("files built: 1");
    workspace.report("r3", &report(3, "قعقعة", &paragraph("نص جديد.")));
    build("files built: 1");
    workspace.report("other", &report(9, "تقرير آخر", &paragraph("نص جديد.")));
    build("up to date: 1");
}

#[track_caller]
fn refused(workspace: &Workspace, code: &str, place: &str) {
    let run = workspace.run("build -e newsletter");
    run.code(1).says(code).says(&format!("{ISSUE}:{place}"));
    workspace.run("check -e newsletter").code(1).says(code);
    assert!(workspace.files("out").is_empty(), "something was written");
    // In Arabic too.
    workspace.file("nashra.toml", ENGLISH.replace("en", "ar"));
    let arabic = workspace.run("build -e newsletter");
    arabic.code(1).says(code).says("خطأ").says("ما العمل");
}

#[test]
fn a_report_that_is_not_there_is_told_with_the_nearest() {
    let workspace = office();
    workspace.file(ISSUE, issue(&[("r1", "cover"), ("visit-of-schools", "article")]));
    workspace.report("visit-of-school", &report(8, "زيارة", &paragraph("نص.")));
    workspace.run("build -e newsletter").says("did you mean `content/visit-of-school.toml`?");
    refused(&workspace, "[file-not-found]", "11:10 (articles[2].report)");
}

#[test]
fn a_report_with_errors_is_told_where_the_issue_names_it() {
    let workspace = office();
    workspace.report("r2", &REPORT.replace("title", "titel"));
    workspace.run("build -e newsletter").says("nashra check content/r2.toml");
    refused(&workspace, "[report-with-errors]", "11:10 (articles[2].report)");
    let workspace = office();
    workspace.report("r3", &format!("{REPORT}\n[[body]]\nphoto = \"content/none.jpg\"\nalt = \"صورة\"\n"));
    refused(&workspace, "[report-with-errors]", "15:10 (articles[3].report)");
    let workspace = office();
    workspace.report("r3", &report(3, "قعقعة", &paragraph("مبارك 🎉")));
    refused(&workspace, "[report-with-errors]", "15:10 (articles[3].report)");
}

#[test]
fn an_issue_is_no_report() {
    let workspace = office();
    let text = String::from_utf8(workspace.read(ISSUE)).unwrap().replace("content/r3.toml", ISSUE);
    workspace.file(ISSUE, text);
    refused(&workspace, "[issue-as-report]", "15:10 (articles[3].report)");
}

#[test]
fn a_draft_is_no_part_of_an_approved_issue() {
    let workspace = office();
    workspace.report("r2", &report(2, "زقزقة", &paragraph("نص.")).replace("approved", "draft"));
    refused(&workspace, "[draft-in-issue]", "11:10 (articles[2].report)");
}

#[test]
fn two_reports_of_an_issue_share_no_number_when_it_is_made_alone() {
    let workspace = office();
    workspace.report("r3", &report(2, "قعقعة", &paragraph("نص.")));
    workspace.run("build content/issues").code(1).says("[duplicate-number]").says("`content/r2.toml` has the number");
    workspace.run("archive add content/issues").code(1).says("[duplicate-number]");
    assert!(!workspace.path().join("archive/2026").exists());
    refused(&workspace, "[duplicate-number]", "15:10 (articles[3].report)");
}

#[test]
fn an_embargo_of_a_report_holds_in_the_issue() {
    let workspace = office();
    let held =
        report(2, "زقزقة", &paragraph("نص.")).replace("status", "not_before = 2099-01-01T10:00:00+03:00\nstatus");
    workspace.report("r2", &held);
    workspace.run("build -e newsletter --embargoed --output proofs").code(0);
    refused(&workspace, "[embargo-in-issue]", "11:10 (articles[2].report)");
}

#[test]
fn two_issues_share_no_number_but_an_issue_and_a_report_may() {
    let workspace = office();
    workspace.report("r7", &report(7, "سابعة", &paragraph("نص.")).replace("7/٢٠٢٦", "٧"));
    workspace.run("build").code(0);
    workspace.file("content/issues/october.toml", issue(&[("r1", "cover")]));
    workspace.run("build -e newsletter").code(1).says("[duplicate-number]").says("content/issues/october.toml");
}

#[test]
fn check_mends_an_issues_texts() {
    let workspace = office();
    let text = String::from_utf8(workspace.read(ISSUE)).unwrap();
    workspace.file(ISSUE, text.replace("status", "title = \"الماء ، والطريق\"\nstatus"));
    workspace.run("check --fix content/issues").code(0).says("mended content/issues/november.toml, places: 1");
    assert_eq!(workspace.read(ISSUE), text.replace("status", "title = \"الماء، والطريق\"\nstatus").into_bytes());
}
