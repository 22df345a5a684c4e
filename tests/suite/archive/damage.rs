//! Verifying sees everything: whatever is changed, moved, added or taken away.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use nashra::archive::{Archive, State};
use nashra::hash::sha512;

use super::{FOLDER, archived, correct};
use crate::archived::{Version, happening, object, record};
use crate::generator::Numbers;
use crate::workspace::{REPORT, Workspace};

/// A small archive of three objects, one of which was corrected.
fn small(folder: &Path) {
    for number in 1..=3 {
        let mut first = record(&format!("2026-11-0{number}-report"), "تقرير");
        first.number = Some(format!("{number}"));
        let files = BTreeMap::from([("bulletin.pdf".to_owned(), format!("%PDF {number}").into_bytes())]);
        let mut versions = vec![Version { record: first.clone(), files: files.clone() }];
        if number == 2 {
            let mut second = first;
            (second.state, second.revision) = (State::Corrected, 2);
            second.history.push(happening(State::Corrected, "2026-11-09T10:30:00+03:00", 2));
            versions.push(Version { record: second, files });
        }
        object(folder, &versions);
    }
    fs::write(folder.join("0=ocfl_1.1"), "ocfl_1.1\n").unwrap();
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

#[test]
fn two_thousand_flipped_bits_are_all_found() {
    let folder = tempfile::tempdir().unwrap();
    small(folder.path());
    let archive = Archive::new(folder.path());
    assert_eq!(archive.verify(1, None).unwrap().problems, []);
    let all = files(folder.path());
    assert!(all.len() > 20, "{all:?}");
    let mut random = Numbers(16);
    for _ in 0..2000 {
        let file = &all[random.below(all.len())];
        let whole = fs::read(file).unwrap();
        let (byte, bit) = (random.below(whole.len()), random.below(8));
        let mut flipped = whole.clone();
        flipped[byte] ^= 1 << bit;
        fs::write(file, flipped).unwrap();
        let found = archive.verify(1, None).unwrap().problems;
        assert!(!found.is_empty(), "bit {bit} of byte {byte} of {}", file.display());
        fs::write(file, whole).unwrap();
    }
    assert_eq!(archive.verify(1, None).unwrap().problems, []);
}

/// One error, with these words.
#[track_caller]
fn finds_one(workspace: &Workspace, words: &str) {
    let run = workspace.run("archive verify");
    run.code(1).says(words).says("problems: 1");
    let arabic = workspace.run("--lang ar archive verify");
    arabic.code(1).says("المشكلات: 1");
}

#[test]
fn whatever_lies_where_it_does_not_belong_is_found() {
    let workspace = archived();
    for (path, words) in [
        ("notes.txt", "the file `notes.txt` in the archive's folder does not belong there"),
        (".DS_Store", "the file `.DS_Store` in the archive's folder does not belong there"),
        ("2026/notes.txt", "the file `2026/notes.txt`"),
        ("2026/11/Thumbs.db", "the file `2026/11/Thumbs.db`"),
        ("2026/13x/a", "the folder `2026/13x`"),
        ("2026/11/.hidden/a", "the folder `2026/11/.hidden`"),
        ("old/a", "the folder `old` in the archive's folder"),
        ("extensions/other/a", "the folder `extensions/other`"),
        ("extensions/nashra/virus.exe", "the file `extensions/nashra/virus.exe`"),
    ] {
        workspace.file(&format!("archive/{path}"), "x");
        finds_one(&workspace, words);
        workspace.run("archive verify").says("[archive-stray]");
        let top = words.split('`').nth(1).unwrap();
        let top = workspace.path().join("archive").join(top);
        if top.is_dir() { fs::remove_dir_all(top).unwrap() } else { fs::remove_file(top).unwrap() }
    }
    for (path, words) in [
        ("2027", "the folder `2027` in the archive's folder has nothing in it"),
        ("2026/12", "the folder `2026/12` in the archive's folder has nothing in it"),
        ("2026/11/2026-11-20-school/v1/content/empty", "`v1/content/empty` is a folder with nothing in it"),
    ] {
        let path = workspace.path().join("archive").join(path);
        fs::create_dir_all(&path).unwrap();
        finds_one(&workspace, words);
        fs::remove_dir(&path).unwrap();
    }
    workspace.run("archive verify").code(0);
}

#[test]
fn a_moved_bulletin_is_found_and_used_by_nobody() {
    let workspace = archived();
    let moved = workspace.path().join("archive/2026/10/2026-11-20-school");
    fs::create_dir_all(moved.parent().unwrap()).unwrap();
    fs::rename(workspace.path().join(FOLDER), &moved).unwrap();
    fs::remove_dir(workspace.path().join("archive/2026/11")).unwrap();
    finds_one(&workspace, "`2026-11-20-school` lies in another folder than its name says");
    for command in ["archive export --bagit bag", "archive reindex"] {
        workspace.run(command).code(1).says("lies in another folder");
    }
    assert!(!workspace.path().join("bag").exists());
}

#[cfg(unix)]
#[test]
fn links_in_place_of_files_and_folders_are_found() {
    use std::os::unix::fs::symlink;
    let workspace = archived();
    let path = |name: &str| workspace.path().join(name);
    let file = format!("{FOLDER}/v1/content/text.txt");
    fs::rename(path(&file), path("text.txt")).unwrap();
    symlink(path("text.txt"), path(&file)).unwrap();
    finds_one(&workspace, "`v1/content/text.txt` is a link to something that lies elsewhere");
    fs::remove_file(path(&file)).unwrap();
    fs::rename(path("text.txt"), path(&file)).unwrap();
    fs::rename(path("archive/2026/11"), path("november")).unwrap();
    symlink(path("november"), path("archive/2026/11")).unwrap();
    let run = workspace.run("archive verify");
    run.code(1).says("`2026/11` in the archive's folder is a link").says("`2026-11-20-school` is missing");
}

#[test]
fn an_emptied_version_is_found() {
    let workspace = archived();
    correct(&workspace).code(0);
    let version = workspace.path().join(FOLDER).join("v1");
    fs::remove_dir_all(&version).unwrap();
    fs::create_dir(&version).unwrap();
    let run = workspace.run("archive verify");
    run.code(1).says("`v1/inventory.json` is missing").says("`v1` is a folder with nothing in it");
}

#[test]
fn a_sidecar_that_was_changed_is_named_and_another_one_is_a_stranger() {
    let workspace = archived();
    let sidecar = format!("{FOLDER}/v1/inventory.json.sha512");
    let right = String::from_utf8(workspace.read(&sidecar)).unwrap();
    for wrong in [right.replace(' ', "  "), right.replace("inventory.json", "inventory.jsom"), right.to_uppercase()] {
        workspace.file(&sidecar, wrong);
        finds_one(&workspace, "`v1/inventory.json.sha512` was changed");
    }
    workspace.file(&sidecar, right);
    workspace.file(&format!("{FOLDER}/inventory.json.sha256"), "x");
    finds_one(&workspace, "`inventory.json.sha256` does not belong there");
}

#[test]
fn one_cut_line_of_the_ledger_is_one_error() {
    let workspace = archived();
    for (number, name) in [(2, "two"), (3, "three")] {
        workspace.report(name, &REPORT.replace("١/", &format!("{number}/")));
        workspace.run(&format!("archive add content/{name}.toml")).code(0);
    }
    let ledger = "archive/ledger.jsonl";
    let whole = String::from_utf8(workspace.read(ledger)).unwrap();
    let lines: Vec<&str> = whole.split_inclusive('\n').collect();
    let taken_out = |left: usize| -> String {
        lines.iter().enumerate().filter(|(at, _)| *at != left).map(|(_, line)| *line).collect()
    };
    for (text, words) in [
        (taken_out(0), "ledger.jsonl: line 1 is gone"),
        (taken_out(1), "ledger.jsonl: line 2 is gone"),
        (taken_out(2), "the ledger knows nothing of version 1 of `2026-11-20-three`"),
        (whole.replacen(lines[1], &format!("{}\n", &lines[1][..60]), 1), "ledger.jsonl: line 2 can't be read"),
        (whole[..whole.len() - 30].to_owned(), "ledger.jsonl: line 3 can't be read"),
        (whole.replacen("{\"sequence\":2", "{ \"sequence\":2", 1), "ledger.jsonl: line 2 can't be read"),
    ] {
        workspace.file(ledger, text);
        finds_one(&workspace, words);
    }
}

#[test]
fn a_noted_hash_tells_that_the_last_event_was_taken_out() {
    let workspace = archived();
    let verified = workspace.run("archive verify");
    let first = verified.stderr.rsplit(": ").next().unwrap().trim().to_owned();
    assert_eq!(first, sha512(String::from_utf8(workspace.read("archive/ledger.jsonl")).unwrap().trim_end().as_bytes()));
    let before = workspace.path().join("before");
    super::copy(&workspace.path().join("archive"), &before);
    correct(&workspace).code(0);
    let second = workspace.run("archive verify").stderr.rsplit(": ").next().unwrap().trim().to_owned();
    let expect = |hash: &str| workspace.run_with(&["archive", "verify", "--expect", hash], &[]);
    expect(&first).code(0).says("the hash noted is that of line 1 of the ledger, which has 2");
    expect(&second).code(0).says("that of line 2");
    expect(&format!("{} {}", &second[..8].to_uppercase(), &second[8..20])).code(0).says("that of line 2");
    // Somebody puts all back as it was before the correction: the archive itself can't know.
    fs::remove_dir_all(workspace.path().join("archive")).unwrap();
    super::copy(&before, &workspace.path().join("archive"));
    workspace.run("archive verify").code(0);
    expect(&second).code(1).says("no line has the hash that was noted");
    expect("12").code(2).says("write 16 to 128 digits");
}

#[test]
fn a_damaged_index_is_made_anew_whatever_is_wrong_with_it() {
    let workspace = archived();
    correct(&workspace).code(0);
    let index = "archive/extensions/nashra/index.sqlite";
    let whole = workspace.read(index);
    let mut random = Numbers(3);
    for round in 0..24 {
        let mut bytes = whole.clone();
        if round % 4 == 0 {
            bytes.truncate(random.below(whole.len()));
        } else {
            let start = random.below(whole.len());
            let end = (start + 3000).min(whole.len());
            bytes[start..end].iter_mut().for_each(|byte| *byte = 0xFF);
        }
        workspace.file(index, bytes);
        let run = workspace.run("archive search مدرستين");
        run.code(0).prints("2026-11-20-school");
        workspace.run("archive list").code(0);
        workspace.run("archive show 1/2026").code(0);
    }
}
