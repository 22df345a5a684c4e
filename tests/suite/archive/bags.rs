//! What is handed over.

use super::{FOLDER, ID, archived, correct};
use crate::workspace::{REPORT, Workspace};

/// Checks a bag's manifests against its files, and the other way round.
fn prove(workspace: &Workspace, bag: &str) {
    for (manifest, payload) in [("manifest-sha512.txt", true), ("tagmanifest-sha512.txt", false)] {
        let text = String::from_utf8(workspace.read(&format!("{bag}/{manifest}"))).unwrap();
        let mut named = Vec::new();
        for line in text.lines() {
            let (digest, name) = line.split_once("  ").unwrap();
            assert_eq!(nashra::hash::sha512(&workspace.read(&format!("{bag}/{name}"))), digest, "{name}");
            named.push(format!("{bag}/{name}"));
        }
        named.sort();
        let there: Vec<String> = (workspace.files(bag).into_iter())
            .filter(|name| {
                name.starts_with(&format!("{bag}/data/")) == payload && !name.ends_with("/tagmanifest-sha512.txt")
            })
            .collect();
        assert_eq!(named, there);
    }
}

#[test]
fn a_bag_holds_the_objects_the_ledger_and_the_hashes_of_all() {
    let workspace = archived();
    correct(&workspace).code(0);
    workspace.report("second", &REPORT.replace("١/", "٢/")).run("archive add content/second.toml").code(0);
    workspace.run("archive export --bagit bag").code(0).says("bulletins exported to bag: 2");
    prove(&workspace, "bag");
    let info = String::from_utf8(workspace.read("bag/bag-info.txt")).unwrap();
    let payload = workspace.files("bag/data");
    let bytes: usize = payload.iter().map(|name| workspace.read(name).len()).sum();
    assert!(info.contains(&format!("Payload-Oxum: {bytes}.{}\n", payload.len())), "{info}");
    assert_eq!(workspace.read("bag/data/ledger.jsonl"), workspace.read("archive/ledger.jsonl"));

    workspace.run(&format!("archive export --bagit one {ID}")).code(0).says(": 1");
    prove(&workspace, "one");
    assert!(workspace.files("one/data").iter().all(|name| !name.contains("second")));
}

#[test]
fn nothing_is_overwritten_and_nothing_damaged_is_handed_over() {
    let workspace = archived();
    workspace.file("bag/mine.txt", "x");
    workspace.run("archive export --bagit bag").code(2).says("`").says("is not empty");
    workspace.run("archive export --bagit new 2026-11-20-other").code(2).says("archive-unknown");
    workspace.file(&format!("{FOLDER}/v1/content/press.pdf"), "forged");
    workspace.run("archive export --bagit new").code(1).says("`v1/content/press.pdf` was changed");
    assert!(!workspace.path().join("new").exists());
    assert_eq!(workspace.files("bag"), ["bag/mine.txt"]);
}
