//! Somebody with a text editor and bad intent: nothing is believed, copied, published or written
//! over that does not agree.

use std::fs;

use nashra::hash::sha512;

use super::{FOLDER, ID, archived, copy, correct, withdraw};
use crate::workspace::{REPORT, Workspace};

/// What is in the archive but for the program's own files.
fn record(workspace: &Workspace) -> Vec<(String, Vec<u8>)> {
    let files = workspace.files("archive").into_iter().filter(|file| !file.contains("/extensions/"));
    files.map(|file| (file.clone(), workspace.read(&file))).collect()
}

/// Replaces words in a file of the archive.
fn forge(workspace: &Workspace, file: &str, from: &str, to: &str) {
    let text = String::from_utf8(workspace.read(file)).unwrap();
    assert!(text.contains(from), "{file} lacks {from}:\n{text}");
    workspace.file(file, text.replace(from, to));
}

/// Makes the inventories of a version agree with its forged record again, as one who knows OCFL
/// would.
fn reseal(workspace: &Workspace, version: u32, old: &str) {
    let new = sha512(&workspace.read(&format!("{FOLDER}/v{version}/content/record.json")));
    for folder in [FOLDER.to_owned(), format!("{FOLDER}/v{version}")] {
        forge(workspace, &format!("{folder}/inventory.json"), old, &new);
        let digest = sha512(&workspace.read(&format!("{folder}/inventory.json")));
        workspace.file(&format!("{folder}/inventory.json.sha512"), format!("{digest} inventory.json\n"));
    }
}

/// Every command that touches the bulletin refuses it and names `words`; the archive stays as it
/// is.
#[track_caller]
fn is_believed_by_nobody(workspace: &Workspace, words: &str) {
    let before = record(workspace);
    let pdf = format!("{FOLDER}/v1/content/bulletin.pdf");
    workspace.run(&format!("archive verify {pdf}")).code(1).prints("doubtful");
    for command in [
        format!("archive show {ID}"),
        format!("archive withdraw {ID} --yes --reason r"),
        "archive correct content/school.toml --reason r".to_owned(),
        format!("archive rebuild {ID} --compare"),
        "archive export --bagit bag".to_owned(),
        "archive site".to_owned(),
        "archive reindex".to_owned(),
        "archive verify".to_owned(),
    ] {
        workspace.run(&command).code(1).says(words);
    }
    assert!(!workspace.path().join("bag").exists(), "a bag of it was made");
    let pages = workspace.files("out/site");
    assert!(pages.iter().all(|page| !page.contains(ID)), "it is published: {pages:?}");
    let answer = workspace.run(&format!("archive verify {pdf}"));
    assert!(!answer.code(1).stdout.contains("authentic"), "{}", answer.stdout);
    assert_eq!(record(workspace), before, "something was written onto it");
}

#[test]
fn a_withdrawn_bulletin_does_not_come_back_by_editing_its_record() {
    let workspace = archived();
    withdraw(&workspace).code(0);
    let file = format!("{FOLDER}/v2/content/record.json");
    let old = sha512(&workspace.read(&file));
    forge(&workspace, &file, "withdrawn", "published");
    is_believed_by_nobody(&workspace, "record.json` was changed");
    reseal(&workspace, 2, &old);
    is_believed_by_nobody(&workspace, "is not the one that line 2 of the ledger names");
}

#[test]
fn a_rolled_back_bulletin_is_found_and_not_written_onto() {
    let workspace = archived();
    let before = workspace.path().join("before");
    copy(&workspace.path().join(FOLDER), &before);
    correct(&workspace).code(0);
    fs::remove_dir_all(workspace.path().join(FOLDER)).unwrap();
    copy(&before, &workspace.path().join(FOLDER));
    is_believed_by_nobody(&workspace, "`v2` is missing");
}

#[test]
fn nothing_is_added_to_a_ledger_that_is_not_what_it_was() {
    let workspace = archived();
    correct(&workspace).code(0);
    workspace.report("second", &REPORT.replace("١/", "٢/"));
    let ledger = "archive/ledger.jsonl";
    let whole = String::from_utf8(workspace.read(ledger)).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let [first, last] = lines[..] else { panic!("{whole}") };
    let forged = [
        ("cut off", format!("{first}\n"), "line 2 is gone or was changed since the index was made"),
        ("emptied", String::new(), "line 2 is gone"),
        ("doubled", format!("{whole}{last}\n"), "its last line does not follow the one before"),
        ("swapped", format!("{last}\n{first}\n"), "its last line does not follow the one before"),
        ("first line deleted", format!("{last}\n"), "its last line does not follow the one before"),
        ("first line changed", whole.replacen("published", "corrected", 1), "does not follow the one before"),
        ("other ends of lines", whole.replace('\n', "\r\n"), "its last line can't be read"),
        ("spelled otherwise", whole.replace(",\"time\"", ", \"time\""), "its last line can't be read"),
    ];
    for (how, text, words) in forged {
        workspace.file(ledger, &text);
        let before = record(&workspace);
        let run = workspace.run("archive add content/second.toml");
        assert_eq!(run.code, 1, "{how}: {}", run.stderr);
        run.says("ledger.jsonl: ").says(words);
        assert_eq!(record(&workspace), before, "{how}");
        workspace.run("archive verify").code(1);
    }
    workspace.file(ledger, &whole);
    workspace.run("archive add content/second.toml").code(0);
    workspace.run("archive verify").code(0).says("events: 3, problems: 0");
}

#[test]
fn a_forged_note_moves_nothing() {
    let workspace = archived();
    let line = String::from_utf8(workspace.read("archive/ledger.jsonl")).unwrap();
    let line: serde_json::Value = serde_json::from_str(&line).unwrap();
    let target = workspace.path().join("stolen");
    for id in [target.to_str().unwrap(), "../../../stolen", "2026-11-20-../../../../stolen", "2026-11-20-other"] {
        for version in [0, 1, 2] {
            let mut forged = line.clone();
            (forged["id"], forged["version"]) = (id.into(), version.into());
            let note = serde_json::json!({ "id": id, "version": version, "at": 0, "line": forged });
            workspace.file("archive/extensions/nashra/pending.json", note.to_string());
            workspace.file("archive/extensions/nashra/staging/v1/inventory.json", "{}");
            let before = record(&workspace);
            workspace.run("archive list").code(1).says("nothing was changed");
            workspace.run("archive add content").code(1).says("nothing was changed");
            assert_eq!(record(&workspace), before);
            assert!(!target.exists());
        }
    }
}

#[test]
fn an_inventory_leads_nowhere_but_into_its_object() {
    let workspace = archived();
    workspace.file("secret.txt", "secret");
    let inventory = format!("{FOLDER}/inventory.json");
    forge(&workspace, &inventory, "v1/content/text.txt", "../../../../secret.txt");
    workspace.run(&format!("archive show {ID}")).code(1).says("inventory.json");
    workspace.run("archive verify").code(1).says("inventory.json");
}

#[test]
fn what_was_made_again_is_compared_with_what_lies_there() {
    let workspace = archived();
    workspace.run(&format!("archive rebuild {ID} --compare")).code(0);
    let file = format!("{FOLDER}/v1/content/flyer.pdf");
    let mut bytes = workspace.read(&file);
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    workspace.file(&file, bytes);
    workspace.run(&format!("archive rebuild {ID} --compare")).code(1).says("`flyer.pdf` was changed");
}

#[test]
fn what_is_incomplete_is_not_handed_over() {
    let workspace = archived();
    fs::remove_file(workspace.path().join(FOLDER).join("v1/content/text.txt")).unwrap();
    workspace.run("archive export --bagit bag").code(1).says("`v1/content/text.txt` is missing");
    assert!(!workspace.path().join("bag").exists());
}
