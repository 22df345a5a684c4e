//! The program's templates and faces, kept once beside what was made with them.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use nashra::hash::sha512;

use super::{FOLDER, ID, archived, correct, is_whole};
use crate::workspace::Workspace;

/// The folders of the kept programs.
fn kept(workspace: &Workspace) -> Vec<PathBuf> {
    let entries = fs::read_dir(workspace.path().join("archive/program")).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// The hash that the note of the first version names.
fn named(workspace: &Workspace) -> String {
    let note: serde_json::Value =
        serde_json::from_slice(&workspace.read(&format!("{FOLDER}/v1/content/build.json"))).unwrap();
    note["program"].as_str().unwrap().to_owned()
}

#[test]
fn templates_and_faces_are_kept_once_and_proved_by_sha512sum() {
    let workspace = archived();
    correct(&workspace).code(0);
    let [folder] = kept(&workspace).try_into().unwrap();
    let list = "find fonts templates -type f | LC_ALL=C sort | xargs sha512sum | sha512sum";
    let run = Command::new("sh").args(["-c", list]).current_dir(folder.join("v1/content")).output().unwrap();
    let printed = String::from_utf8(run.stdout).unwrap();
    let hash = named(&workspace);
    assert_eq!(printed.split(' ').next(), Some(hash.as_str()));
    let name = folder.file_name().unwrap().to_str().unwrap();
    assert_eq!(name, format!("nashra-{}-{}", env!("CARGO_PKG_VERSION"), &hash[..16]));
    for file in ["templates/bulletin/main.typ", "fonts/amiri/Amiri-Regular.ttf"] {
        let own = fs::read(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        assert!(fs::read(folder.join("v1/content").join(file)).unwrap() == own, "{file}");
    }
    is_whole(&workspace, 2);
}

#[test]
fn a_kept_program_that_was_changed_or_is_gone_is_found() {
    let found = |change: fn(PathBuf), says: &str| {
        let workspace = archived();
        let [folder] = kept(&workspace).try_into().unwrap();
        change(folder);
        workspace.run("archive verify").code(1).says(says).says("problems: 1");
    };
    let flip = |folder: PathBuf| {
        let file = folder.join("v1/content/fonts/amiri/Amiri-Regular.ttf");
        let mut bytes = fs::read(&file).unwrap();
        bytes[4000] ^= 1;
        fs::write(file, bytes).unwrap();
    };
    found(flip, "`v1/content/fonts/amiri/Amiri-Regular.ttf` was changed");
    found(|folder| fs::write(folder.join("v1/content/x"), "x").unwrap(), "`v1/content/x`");
    found(|folder| fs::write(folder.join("inventory.json"), "{}").unwrap(), "inventory.json`");
    found(|folder| fs::remove_dir_all(folder.parent().unwrap()).unwrap(), "is missing");
    found(|folder| fs::write(folder.with_file_name("x"), "x").unwrap(), "`program/x`");
}

#[test]
fn pages_are_made_again_with_the_templates_they_were_made_with() {
    let workspace = archived();
    let [folder] = kept(&workspace).try_into().unwrap();
    let (old, file) = (named(&workspace), "templates/bulletin/closing.typ");
    // Another program: its closing leaves more room for the stamp.
    let text = fs::read_to_string(folder.join("v1/content").join(file)).unwrap();
    let other = text.replace("v(stamp-room)", "v(stamp-room * 1.5)");
    assert_ne!(other, text);
    fs::write(folder.join("v1/content").join(file), &other).unwrap();
    let (was, now) = (sha512(text.as_bytes()), sha512(other.as_bytes()));
    let path = folder.join("v1/inventory.json");
    let inventory = fs::read_to_string(&path).unwrap().replace(&was, &now);
    let parsed: serde_json::Value = serde_json::from_str(&inventory).unwrap();
    let state = parsed["versions"]["v1"]["state"].as_object().unwrap();
    let mut lines: Vec<(String, String)> = state
        .iter()
        .flat_map(|(hash, names)| {
            let names = names.as_array().unwrap().iter();
            names.map(move |name| (name.as_str().unwrap().to_owned(), hash.clone()))
        })
        .collect();
    lines.sort();
    let list: String = lines.iter().map(|(name, hash)| format!("{hash}  {name}\n")).collect();
    let hash = sha512(list.as_bytes());
    fs::write(folder.join("inventory.json"), &inventory).unwrap();
    fs::rename(&folder, folder.with_file_name(format!("nashra-0.0.9-{}", &hash[..16]))).unwrap();
    let note = String::from_utf8(workspace.read(&format!("{FOLDER}/v1/content/build.json"))).unwrap();
    super::rebuild::archived_as(&workspace, "build.json", &note.replace(&old, &hash));
    workspace.run(&format!("archive rebuild {ID} --output again")).code(0);
    let before = workspace.read(&format!("{FOLDER}/v1/content/bulletin.pdf"));
    assert!(workspace.read("again/bulletin.pdf") != before, "made with the templates of today");
    // A file that is not what the note's hash says is not used.
    let closing = folder.with_file_name(format!("nashra-0.0.9-{}", &hash[..16])).join("v1/content").join(file);
    fs::write(closing, text).unwrap();
    workspace.run(&format!("archive rebuild {ID} --output third")).code(1).says("closing.typ` was changed");
    assert!(!workspace.path().join("third").exists());
}
