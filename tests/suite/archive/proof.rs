//! What a file or a code from paper is; and that the index mends itself.

use std::fs;

use super::{FOLDER, archived, correct, is_whole, withdraw};
use crate::words::page_texts;
use crate::workspace::Workspace;

const INDEX: &str = "archive/extensions/nashra/index.sqlite";

fn verify(workspace: &Workspace, what: &str, code: i32, answer: &str) {
    let run = workspace.run(&format!("archive verify {what}"));
    run.code(code).prints(&format!("{what}: {answer}"));
}

/// The code on the page of a finished file.
fn code_on(workspace: &Workspace, file: &str) -> String {
    let text = page_texts(&workspace.read(file)).join(" ");
    let is_code = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut words = text.split(|c| !is_code(c)).filter(|word| word.len() > 18 && word.contains("-r"));
    words.next().unwrap_or_else(|| panic!("no code:\n{text}")).to_owned()
}

#[test]
fn files_and_codes_are_told_for_what_they_are() {
    let workspace = archived();
    workspace.run("build").code(0);
    let built = "out/2026/11/2026-11-20-school-bulletin.pdf";
    verify(&workspace, built, 0, "authentic, `2026-11-20-school`, revision 1");
    verify(&workspace, "out/2026/11/2026-11-20-school-flyer.pdf", 0, "authentic");
    verify(&workspace, &format!("{FOLDER}/v1/content/press.pdf"), 0, "authentic");
    let first = code_on(&workspace, built);
    assert!(first.starts_with("1-2026-r1-"), "{first}");
    verify(&workspace, &first, 0, "authentic");
    verify(&workspace, &first.to_uppercase(), 0, "authentic");

    let mut forged = workspace.read(built);
    forged.push(b'\n');
    workspace.file("forged.pdf", forged);
    verify(&workspace, "forged.pdf", 4, "re-saved: the code is known, the bytes are not");
    workspace.file("stranger.pdf", "%PDF-1.7\n");
    verify(&workspace, "stranger.pdf", 1, "unknown");
    verify(&workspace, "1-2026-r1-0123456789abcdef", 1, "unknown");
    workspace.run("archive verify missing.pdf").code(2).says("missing.pdf");

    correct(&workspace).code(0);
    let second = format!("{FOLDER}/v2/content/bulletin.pdf");
    verify(&workspace, built, 1, "superseded, `2026-11-20-school`, revision 1; revision 2 holds");
    verify(&workspace, &first, 1, "superseded");
    verify(&workspace, &second, 0, "authentic, `2026-11-20-school`, revision 2");
    verify(&workspace, &format!("{FOLDER}/v2/content/correction.pdf"), 0, "authentic");
    verify(&workspace, &code_on(&workspace, &second), 0, "authentic");

    withdraw(&workspace).code(0);
    for what in [built, &second, &first] {
        verify(&workspace, what, 1, "withdrawn, `2026-11-20-school`, on 2026-11-23: نُشر خطأً");
    }
    let json = workspace.run(&format!("--format json archive verify {second}"));
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["result"][0]["answer"], "withdrawn");
}

#[test]
fn a_file_of_a_damaged_bulletin_is_not_called_authentic() {
    let workspace = archived();
    let file = format!("{FOLDER}/v1/content/bulletin.pdf");
    fs::copy(workspace.path().join(&file), workspace.path().join("mine.pdf")).unwrap();
    workspace.file(&file, "forged");
    verify(&workspace, "mine.pdf", 1, "doubtful, `2026-11-20-school` in the archive is damaged");
}

#[test]
fn the_index_is_made_anew_when_it_is_gone_broken_or_of_another_archive() {
    let workspace = archived();
    let search = |workspace: &Workspace, words: &str| {
        let run = workspace.run("archive search مدرستين");
        run.code(0).says(words);
        run.stdout.clone()
    };
    let old = workspace.read(INDEX);
    correct(&workspace).code(0);
    // As after a kill between ledger and index: what is missing is read up without a word.
    workspace.file(INDEX, &old);
    assert!(search(&workspace, "").contains("2026-11-20-school"));
    fs::remove_file(workspace.path().join(INDEX)).unwrap();
    assert!(search(&workspace, "is missing or damaged and is made anew").contains("2026-11-20-school"));
    workspace.file(INDEX, "this is no index");
    assert!(search(&workspace, "is missing or damaged and is made anew").contains("2026-11-20-school"));
    workspace.run("archive reindex").code(0);
    is_whole(&workspace, 2);
}

#[test]
fn an_index_of_a_newer_nashra_is_left_alone() {
    let workspace = archived();
    let connection = rusqlite::Connection::open(workspace.path().join(INDEX)).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    workspace.run("archive search مدرسة").code(1).says("archive-index-newer");
    workspace.run("archive show 2026-11-20-school").code(0);
}
