//! The machine fails: what is told of it is true, in the words of who works at it.

use std::fs;

use super::{FOLDER, archived};
use crate::workspace::Workspace;

/// An archive whose ledger can't be read: a folder lies in its place.
fn without_ledger() -> Workspace {
    let workspace = archived();
    let ledger = workspace.path().join("archive/ledger.jsonl");
    fs::remove_file(&ledger).unwrap();
    fs::create_dir(&ledger).unwrap();
    workspace
}

#[cfg(unix)]
#[test]
fn a_ledger_that_cannot_be_read_is_told_as_that() {
    let workspace = without_ledger();
    for command in ["archive verify", "archive list", "archive add content"] {
        let run = workspace.run(command);
        run.code(3).says("error: `archive/ledger.jsonl` can't be read: there is a folder of this name");
        run.says("[file-not-readable]").says("rename what is there");
        assert!(!run.stderr.contains("written") && !run.stderr.contains("space"), "{}", run.stderr);
        assert!(!run.stderr.contains("the system said"), "only told when it is asked for: {}", run.stderr);
    }
    let arabic = workspace.run("--lang ar archive verify");
    arabic.code(3).says("تعذرت قراءة `archive/ledger.jsonl`: يوجد مجلد بهذا الاسم");
}

#[cfg(unix)]
#[test]
fn all_that_the_system_said_is_told_to_those_who_ask() {
    let workspace = without_ledger();
    let whole = workspace.path().canonicalize().unwrap().join("archive/ledger.jsonl");
    for command in ["-v archive verify", "archive verify --verbose"] {
        let run = workspace.run(command);
        run.code(3).says(&format!("\n  tried to read: {}\n", whole.display()));
        run.says("\n  the system said: Is a directory (os error 21)");
    }
    let json = workspace.run("--format json archive verify");
    let json: serde_json::Value = serde_json::from_str(&json.code(3).stdout).unwrap();
    let told = &json["diagnostics"][0];
    assert_eq!(told["code"], "file-not-readable");
    assert_eq!(told["causes"].as_array().unwrap().len(), 2, "{told}");
}

#[cfg(unix)]
#[test]
fn a_path_is_told_as_one_would_type_it_where_one_is() {
    let workspace = without_ledger();
    workspace.run("-C content archive verify").code(3).says("`../archive/ledger.jsonl`");
    workspace.run("-C nowhere archive verify").code(2).says("`nowhere`");
}

#[cfg(unix)]
#[test]
fn an_object_that_the_machine_does_not_let_us_read_is_no_damage() {
    use std::os::unix::fs::PermissionsExt as _;
    let workspace = archived();
    let file = workspace.path().join(FOLDER).join("v1/content/text.txt");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything, as the administrator may, can't be refused.
    if fs::read(&file).is_ok() {
        return;
    }
    let run = workspace.run("archive verify");
    run.code(3).says("text.txt` can't be read: you are not allowed to").says("the right to read it");
    assert!(!run.stderr.contains("copy of the archive"), "{}", run.stderr);
}

#[test]
fn a_note_that_is_no_note_is_told_without_the_words_of_the_language_we_write_in() {
    let workspace = archived();
    let note = "archive/extensions/nashra/pending.json";
    workspace.file(note, "{");
    let run = workspace.run("archive list");
    run.code(1).says("pending.json, is not nashra's").says("nothing was changed");
    workspace.file(note, vec![b' '; 2 * 1024 * 1024]);
    let run = workspace.run("archive list");
    run.code(1).says("it is too large for such a note");
    assert!(!run.stderr.contains("TooLarge"), "{}", run.stderr);
}

#[test]
fn a_correction_of_several_reports_is_refused_as_a_correction() {
    let workspace = archived();
    workspace.report("other", crate::workspace::REPORT);
    let run = workspace.run("archive correct content --reason r");
    run.code(2).says("one report or issue is corrected at a time, and these are 2").says("archive correct content/");
    assert!(!run.stderr.contains("print"), "{}", run.stderr);
}
