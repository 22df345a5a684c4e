//! Made again from what is archived, bytes are the same.

use nashra::hash::sha512;

use super::{FOLDER, ID, archived, correct, withdraw};
use crate::workspace::{ENGLISH, REPORT, Workspace};

#[test]
fn every_version_is_made_again_to_the_byte_whatever_the_workspace_has_become() {
    let workspace = archived();
    correct(&workspace).code(0);
    withdraw(&workspace).code(0);
    workspace.file("nashra.toml", format!("{ENGLISH}[theme]\naccent = \"#aa0000\"\n"));
    workspace.report("school", &REPORT.replace("مدرسة", "جامعة"));
    for version in 1..=3 {
        let run = workspace.run(&format!("archive rebuild {ID} --compare --version {version}"));
        run.code(0).says("all the same to the byte");
    }
    workspace.run(&format!("archive rebuild {ID} --output again")).code(0);
    assert_eq!(workspace.read("again/bulletin.pdf"), workspace.read(&format!("{FOLDER}/v2/content/bulletin.pdf")));
    workspace
        .run(&format!("archive rebuild {ID} --compare --version 4"))
        .code(2)
        .says("has no version 4")
        .says("it has 3");
}

#[test]
fn own_templates_photos_and_attachments_are_archived_too() {
    let workspace = Workspace::new();
    let own = include_str!("../../../templates/bulletin/closing.typ").replace("v(stamp-room)", "v(stamp-room * 1.1)");
    workspace.file("templates/bulletin/closing.typ", own);
    let photo = include_bytes!("../../../content/assets/workshop-hall.jpg");
    workspace.file("content/assets/hall.jpg", photo).file("content/assets/table.csv", "a,b\n");
    let report = format!(
        "{REPORT}\n[[photos]]\nfile = \"content/assets/hall.jpg\"\nalt = \"قاعة\"\n\n[[attachments]]\nfile = \"content/assets/table.csv\"\ndescription = \"جدول\"\n"
    );
    workspace.report("school", &report);
    workspace.run("archive add content").code(0);
    for name in ["templates/bulletin/closing.typ", "content/assets/hall.jpg", "content/assets/table.csv"] {
        let kept = workspace.read(&format!("{FOLDER}/v1/content/source/{name}"));
        assert_eq!(kept, workspace.read(name), "{name}");
    }
    std::fs::remove_dir_all(workspace.path().join("templates")).unwrap();
    std::fs::remove_dir_all(workspace.path().join("content")).unwrap();
    workspace.run(&format!("archive rebuild {ID} --compare")).code(0);
}

#[test]
fn what_becomes_otherwise_is_named_with_what_made_it() {
    let workspace = archived();
    let note = format!("{FOLDER}/v1/content/build.json");
    let text = String::from_utf8(workspace.read(&note)).unwrap();
    let version = format!("\"nashra\": \"{}\"", env!("CARGO_PKG_VERSION"));
    assert!(text.contains(&version), "{text}");
    archived_as(&workspace, "build.json", &text.replace(&version, "\"nashra\": \"0.0.9\""));
    archived_as(&workspace, "source/nashra.toml", &format!("{ENGLISH}[theme]\naccent = \"#aa0000\"\n"));
    let run = workspace.run(&format!("archive rebuild {ID} --compare"));
    run.code(1).says("`bulletin.pdf`").says("the archived files were made with nashra 0.0.9");
}

/// Makes an archive of one bulletin one in which a file of it was archived with other words.
pub fn archived_as(workspace: &Workspace, name: &str, text: &str) {
    let replace = |file: &str, from: &str, to: &str| {
        let before = String::from_utf8(workspace.read(file)).unwrap();
        assert!(before.contains(from), "{file} lacks {from}");
        workspace.file(file, before.replace(from, to));
    };
    let (content, inventory) = (format!("{FOLDER}/v1/content/{name}"), format!("{FOLDER}/inventory.json"));
    let (was, sealed) = (sha512(&workspace.read(&content)), sha512(&workspace.read(&inventory)));
    workspace.file(&content, text);
    for folder in [FOLDER.to_owned(), format!("{FOLDER}/v1")] {
        replace(&format!("{folder}/inventory.json"), &was, &sha512(text.as_bytes()));
        replace(&format!("{folder}/inventory.json.sha512"), &sealed, &sha512(&workspace.read(&inventory)));
    }
    replace("archive/ledger.jsonl", &sealed, &sha512(&workspace.read(&inventory)));
}
