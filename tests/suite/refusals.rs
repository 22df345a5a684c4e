//! Broken reports on their way through the program: each has an error of its own, nothing panics
//! and nothing is written.

use crate::workspace::{REPORT, Workspace};

#[track_caller]
fn refused(report: impl AsRef<[u8]>, code: &str) {
    let workspace = Workspace::new();
    workspace.file("content/school.toml", report);
    workspace.run("build").code(1).says(code).says("content/school.toml");
    assert!(workspace.files("out").is_empty());
    let check = workspace.run("check --format json");
    let found: serde_json::Value = serde_json::from_str(&check.code(1).stdout).unwrap();
    assert!(!found["diagnostics"].as_array().unwrap().is_empty());
}

#[test]
fn files_that_are_no_text() {
    refused(b"\xff\xfes\0c\0h\0", "[not-utf8]");
    refused(b"title = \"\xc7\xe1\"", "[not-utf8]");
    refused(b"", "[empty-file]");
    refused(vec![0u8; 4096], "content/school.toml");
    refused(vec![b'a'; 2 * 1024 * 1024], "[file-too-large]");
}

#[test]
fn nesting_without_end() {
    refused(format!("{REPORT}\nx = {}{}", "[".repeat(20_000), "]".repeat(20_000)), "content/school.toml");
    refused("[".repeat(100_000), "content/school.toml");
    refused(format!("x{} = 1", ".x".repeat(20_000)), "content/school.toml");
    let marks = REPORT.replace("افتتح", &"*a **b [".repeat(2_000));
    let workspace = Workspace::new();
    workspace.report("school", &marks);
    let run = workspace.run("build");
    assert!([0, 1].contains(&run.code), "{}", run.stderr);
}

#[test]
fn texts_without_end() {
    refused(REPORT.replace("افتتح", &"ا".repeat(100_001)), "content/school.toml:8");
}

#[test]
fn a_word_that_no_page_can_hold_is_refused() {
    let workspace = Workspace::new();
    workspace.report("school", &REPORT.replace("افتتح", &"ا".repeat(5_000)));
    workspace.run("build -e bulletin").code(1).says("5000 letters without a space").says("[unbroken-text]");
    workspace.report("school", &REPORT.replace("افتتح", &"ا".repeat(900)));
    workspace.run("build -e bulletin").code(0);
}

#[test]
fn all_problems_come_at_once() {
    let workspace = Workspace::new();
    workspace.report(
        "school",
        "schema = 1\nstatus = \"ready\"\ndate = \"2026-11-20\"\ntitel = \"x\"\n[[body]]\nphoto = \"a.jpg\"\n",
    );
    let run = workspace.run("check --format json");
    let found: serde_json::Value = serde_json::from_str(&run.code(1).stdout).unwrap();
    let fields: Vec<_> =
        found["diagnostics"].as_array().unwrap().iter().map(|d| d["field"].as_str().unwrap()).collect();
    for field in ["status", "date", "titel", "body[1].alt"] {
        assert!(fields.iter().any(|found| found.contains(field)), "{field}: {fields:?}");
    }
}
