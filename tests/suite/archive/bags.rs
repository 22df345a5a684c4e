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

/// The value of an attribute in the first element that has these words.
fn attribute(xml: &str, element: &str, name: &str) -> String {
    let element = xml.split(element).nth(1).unwrap_or_else(|| panic!("no {element}")).split('>').next().unwrap();
    let value = element.split(&format!("{name}=\"")).nth(1).unwrap_or_else(|| panic!("no {name}: {element}"));
    value.split('"').next().unwrap().to_owned()
}

#[test]
fn a_package_of_e_ark_tells_of_all_its_files_with_their_hashes() {
    let workspace = archived();
    correct(&workspace).code(0);
    workspace.run("archive export --eark packages").code(0).says("bulletins exported to packages: 1");
    let package = format!("packages/{ID}");
    let mets = String::from_utf8(workspace.read(&format!("{package}/METS.xml"))).unwrap();
    for file in workspace.files(&package) {
        let name = file.strip_prefix(&format!("{package}/")).unwrap();
        if name == "METS.xml" {
            continue;
        }
        let before = mets.split(&format!("xlink:href=\"{name}\"")).next().unwrap();
        assert!(before.len() < mets.len(), "METS.xml doesn't name {name}");
        // The hash stands before the link of a file, and after that of metadata.
        let digest = nashra::hash::sha512(&workspace.read(&file));
        assert!(mets.contains(&format!("CHECKSUM=\"{digest}\"")), "{name}");
    }
    assert_eq!(attribute(&mets, "<metsHdr", "csip:OAISPACKAGETYPE"), "SIP");
    for version in ["v1", "v2"] {
        let kept = workspace.read(&format!("{FOLDER}/{version}/content/bulletin.pdf"));
        assert_eq!(workspace.read(&format!("{package}/representations/{version}/data/bulletin.pdf")), kept);
    }
    let premis = String::from_utf8(workspace.read(&format!("{package}/metadata/preservation/premis.xml"))).unwrap();
    for words in ["fmt/479", "<eventType>correction</eventType>", "خطأ في العدد", "<agentName>nashra "] {
        assert!(premis.contains(words), "{words}");
    }
    let core = String::from_utf8(workspace.read(&format!("{FOLDER}/v2/content/dublin_core.xml"))).unwrap();
    assert!(core.contains("<dc:title>افتتاح مدرسة جديدة في قضاء الزبير</dc:title>"), "{core}");
    workspace.run("archive export --eark --bagit both").code(2);
    workspace.run("archive export none").code(2);
    workspace.file(&format!("{FOLDER}/v1/content/press.pdf"), "forged");
    workspace.run("archive export --eark damaged").code(1).says("`press.pdf` was changed");
    assert!(!workspace.path().join("damaged").exists());
}

#[test]
fn the_archive_explains_itself_and_puts_its_explanations_right() {
    let workspace = archived();
    for (name, words) in [
        ("README.en.txt", "sha512sum -c inventory.json.sha512"),
        ("README.ar.txt", "هل غُيّر شيء؟"),
        ("ocfl_1.1.txt", "Oxford Common File Layout Specification"),
    ] {
        let text = String::from_utf8(workspace.read(&format!("archive/{name}"))).unwrap();
        assert!(text.contains(words), "{name}");
        workspace.file(&format!("archive/{name}"), "forged");
        workspace.run("archive add content").code(0);
        assert_eq!(workspace.read(&format!("archive/{name}")), text.as_bytes(), "{name}");
    }
    workspace.run("archive export --bagit bag").code(0);
    assert_eq!(workspace.read("bag/data/README.ar.txt"), workspace.read("archive/README.ar.txt"));
    // What the README says of the ledger is so.
    correct(&workspace).code(0);
    let ledger = String::from_utf8(workspace.read("archive/ledger.jsonl")).unwrap();
    let lines: Vec<&str> = ledger.lines().collect();
    assert!(lines[1].contains(&nashra::hash::sha512(lines[0].as_bytes())));
}
