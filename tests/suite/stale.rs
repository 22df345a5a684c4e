//! The up-to-date check: contents count, nothing else.

use std::fs;

use crate::pictures::jpeg;
use crate::workspace::{ENGLISH, REPORT, Workspace};

fn built() -> Workspace {
    let workspace = Workspace::new();
    let photo = "\n[[body]]\nphoto = \"content/assets/a.jpg\"\nalt = \"صورة\"\n";
    workspace.report("school", &format!("{REPORT}{photo}")).file("content/assets/a.jpg", jpeg(40, 30));
    workspace.run("build").code(0).says("files built: 2");
    workspace
}

#[test]
fn nothing_changed_nothing_built() {
    let workspace = built();
    let before = workspace.files("out").iter().map(|name| workspace.read(name)).collect::<Vec<_>>();
    workspace.run("build").code(0).says("files built: 0, up to date: 2");
    let after = workspace.files("out").iter().map(|name| workspace.read(name)).collect::<Vec<_>>();
    assert!(before == after);
}

#[test]
fn a_touched_report_is_up_to_date() {
    let workspace = built();
    let text = workspace.read("content/school.toml");
    workspace.file("content/school.toml", text);
    workspace.run("build").says("up to date: 2");
}

#[test]
fn each_ingredient_counts() {
    let workspace = built();
    let change = |name: &str, bytes: &[u8]| {
        workspace.file(name, bytes);
        workspace.run("build").code(0).says("files built: 2");
        workspace.run("build").code(0).says("up to date: 2");
    };
    change("content/school.toml", [workspace.read("content/school.toml"), b"# x\n".to_vec()].concat().as_slice());
    change("content/assets/a.jpg", &jpeg(41, 30));
    change("nashra.toml", format!("{ENGLISH}digits = \"latn\"\n").as_bytes());
    change("templates/shared/more.typ", b"// new\n");
    let amiri = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/amiri/Amiri-Regular.ttf")).unwrap();
    change("fonts/a.ttf", &[amiri.as_slice(), b"more"].concat());
    // A copy of an embedded face is nothing new.
    workspace.file("fonts/b.ttf", &amiri).run("build").says("up to date: 2");
}

#[test]
fn a_lost_or_edited_file_is_made_again() {
    let workspace = built();
    let name = &workspace.files("out")[0];
    let whole = workspace.read(name);
    fs::remove_file(workspace.path().join(name)).unwrap();
    workspace.run("build").says("files built: 2");
    workspace.file(name, "edited");
    workspace.run("build").says("files built: 2");
    assert!(workspace.read(name) == whole);
}

#[test]
fn profiles_and_editions_are_kept_apart() {
    let workspace = built();
    workspace.run("build --profile office -e bulletin").says("files built: 1");
    workspace.run("build --profile office").says("files built: 2");
    workspace.run("build").says("up to date: 2");
    workspace.run("build --profile office").says("up to date: 2");
}

#[test]
fn a_damaged_state_costs_a_build_and_nothing_else() {
    let workspace = built();
    workspace.file("out/.nashra/state.json", "{\"version\":");
    workspace.run("build").code(0).says("files built: 2");
}

#[test]
fn force_builds_all() {
    built().run("build --force").says("files built: 2");
}

#[test]
fn files_from_before_a_change_that_are_not_made_anew_are_named() {
    let workspace = Workspace::new();
    let changed = |words: &str| REPORT.replace("افتتح", &format!("{words} افتتح"));
    workspace.file("nashra.toml", ENGLISH).report("school", REPORT);
    workspace.run("build -e bulletin,flyer").code(0);
    workspace.run("build -e bulletin --impose booklet").code(0);
    let again = workspace.run("build --force -e bulletin");
    assert!(!again.code(0).stderr.contains("[old-files]"), "nothing has changed: {}", again.stderr);

    workspace.report("school", &changed("اليوم"));
    let stem = "2026-11-20-school";
    let run = workspace.run("build -e bulletin");
    run.code(0).says("made before the change, and not anew, in `out/2026/11`: ");
    run.says(&format!(
        ": `{stem}-bulletin.office.booklet.pdf`, `{stem}-bulletin.office.pdf`, `{stem}-flyer.pdf` [old-files]"
    ));
    let again = workspace.run("build --force -e bulletin");
    assert!(!again.code(0).stderr.contains("[old-files]"), "it is told once: {}", again.stderr);

    workspace.report("school", &changed("أمس"));
    fs::remove_file(workspace.path().join(format!("out/2026/11/{stem}-flyer.pdf"))).unwrap();
    let run = workspace.run("build -e bulletin --impose booklet");
    run.code(0).says(&format!("not anew, in `out/2026/11`: `{stem}-bulletin.pdf` [old-files]"));
}
