//! Whatever is changed in the archive is found and named.

use std::fs;

use super::{FOLDER, archived, correct};
use crate::workspace::Workspace;

/// An archive with a corrected bulletin.
fn base() -> Workspace {
    let workspace = archived();
    correct(&workspace).code(0);
    workspace
}

fn change(workspace: &Workspace, file: &str, edit: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = workspace.read(file);
    edit(&mut bytes);
    workspace.file(file, bytes);
}

#[track_caller]
fn finds(workspace: &Workspace, words: &[&str]) {
    let before = workspace.files("archive");
    let run = workspace.run("archive verify");
    run.code(1);
    for word in words {
        run.says(word);
    }
    assert_eq!(workspace.files("archive"), before, "verifying changed the archive");
}

#[test]
fn a_flipped_bit_is_found_in_every_file() {
    let workspace = base();
    let files = workspace.files(FOLDER);
    assert!(files.len() > 20, "{files:?}");
    for file in files {
        let bytes = workspace.read(&file);
        change(&workspace, &file, |bytes| {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
        });
        let name = file.strip_prefix(&format!("{FOLDER}/")).unwrap().trim_end_matches(".sha512");
        finds(&workspace, &["2026-11-20-school", name]);
        workspace.file(&file, bytes);
    }
    workspace.run("archive verify").code(0);
}

#[test]
fn a_deleted_file_is_found() {
    let workspace = base();
    let file = format!("{FOLDER}/v1/content/press.pdf");
    fs::remove_file(workspace.path().join(&file)).unwrap();
    finds(&workspace, &["`v1/content/press.pdf` is missing", "put it back from a copy"]);
}

#[test]
fn a_deleted_bulletin_is_found() {
    let workspace = base();
    fs::remove_dir_all(workspace.path().join(FOLDER)).unwrap();
    finds(&workspace, &["`2026-11-20-school` is missing"]);
}

#[test]
fn a_deleted_version_is_found_even_with_its_inventory() {
    let workspace = base();
    fs::remove_dir_all(workspace.path().join(format!("{FOLDER}/v2"))).unwrap();
    for name in ["inventory.json", "inventory.json.sha512"] {
        workspace.file(&format!("{FOLDER}/{name}"), workspace.read(&format!("{FOLDER}/v1/{name}")));
    }
    finds(&workspace, &["`v2` is missing"]);
}

#[test]
fn a_swapped_pdf_is_found() {
    let workspace = base();
    let other = workspace.read(&format!("{FOLDER}/v2/content/bulletin.pdf"));
    workspace.file(&format!("{FOLDER}/v1/content/bulletin.pdf"), other);
    finds(&workspace, &["`v1/content/bulletin.pdf` was changed"]);
}

#[test]
fn a_swapped_pdf_with_a_new_inventory_is_found() {
    let workspace = base();
    let (old, new) = ("v1/content/bulletin.pdf", b"%PDF-1.7 forged");
    let digest = |bytes: &[u8]| nashra::hash::sha512(bytes);
    let was = digest(&workspace.read(&format!("{FOLDER}/{old}")));
    workspace.file(&format!("{FOLDER}/{old}"), new);
    for folder in ["v1/", "v2/", ""] {
        let name = format!("{FOLDER}/{folder}inventory.json");
        let text = String::from_utf8(workspace.read(&name)).unwrap().replace(&was, &digest(new));
        workspace.file(&name, &text);
        workspace.file(&format!("{name}.sha512"), format!("{} inventory.json\n", digest(text.as_bytes())));
    }
    finds(&workspace, &["`v1/inventory.json` is not the one that line 1 of the ledger names"]);
}

#[test]
fn a_stranger_is_found() {
    let workspace = base();
    workspace.file(&format!("{FOLDER}/v1/content/extra.pdf"), "x");
    finds(&workspace, &["`v1/content/extra.pdf` does not belong there"]);
}

#[test]
fn an_edited_line_of_the_ledger_is_found() {
    let workspace = base();
    change(&workspace, "archive/ledger.jsonl", |bytes| {
        *bytes = String::from_utf8(bytes.clone()).unwrap().replacen("2026-11-21", "2026-11-19", 1).into_bytes();
    });
    finds(&workspace, &["line 2 does not follow the one before", "line 1 tells something else of `2026-11-20-school`"]);
    // Nothing can be published on top of it.
}

#[test]
fn the_last_line_edited_is_found() {
    let workspace = base();
    change(&workspace, "archive/ledger.jsonl", |bytes| {
        *bytes = String::from_utf8(bytes.clone()).unwrap().replacen("corrected", "withdrawn", 1).into_bytes();
    });
    finds(&workspace, &["line 2 tells something else"]);
}

#[test]
fn a_ledger_cut_short_is_found() {
    let workspace = base();
    change(&workspace, "archive/ledger.jsonl", |bytes| {
        let end = bytes.iter().position(|&byte| byte == b'\n').unwrap() + 1;
        bytes.truncate(end);
    });
    finds(&workspace, &["the ledger knows nothing of version 2"]);
    change(&workspace, "archive/ledger.jsonl", |bytes| bytes.truncate(40));
    let run = workspace.run("archive verify");
    run.code(1).says("can't be read");
    workspace
        .run("archive withdraw 2026-11-20-school --yes --reason x")
        .code(1)
        .says("ledger.jsonl: line 1 can't be read");
}

#[test]
fn the_archives_own_declaration_is_looked_at() {
    let workspace = base();
    // A layout that is not registered with OCFL makes every validator complain.
    assert!(!workspace.path().join("archive/ocfl_layout.json").exists());
    change(&workspace, "archive/0=ocfl_1.1", |bytes| bytes.push(b' '));
    finds(&workspace, &["`0=ocfl_1.1` in the archive's folder is missing or was changed"]);
}
