//! `nashra rename`, `remove` and `copy`: a report with all that belongs to it.

use crate::workspace::Workspace;

const PICTURE: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/content/assets/tree-planting.jpg"));

/// A report of a day with pictures and more keys.
fn report(more: &str, pictures: &[&str]) -> String {
    let photos: Vec<String> =
        pictures.iter().map(|name| format!("{{ file = \"content/assets/{name}\", alt = \"أ\" }}")).collect();
    format!(
        "schema = 1\nstatus = \"draft\" # بعد\n{more}date = 2026-11-20\ntitle = \"زيارة مدرسة\"\nphotos = [{}]\n\n[[body]]\nparagraph = \"زار الوفد المدرسة.\"\n",
        photos.join(", ")
    )
}

fn office() -> Workspace {
    let workspace = Workspace::new();
    for name in ["own.jpg", "shared.jpg"] {
        workspace.file(&format!("content/assets/{name}"), PICTURE);
    }
    workspace.report("2026-11-20-school", &report("", &["own.jpg", "shared.jpg"]));
    workspace.report("2026-11-20-other", &report("", &["shared.jpg"]));
    workspace.file(
        "content/issues/n.toml",
        "schema = 1\nstatus = \"draft\"\ndate = 2026-11-30\n[[articles]]\nreport = \"content/2026-11-20-school.toml\" # أ\nplace = \"cover\"\n",
    );
    workspace
}

#[test]
fn a_report_is_renamed_with_its_finished_files_and_in_issues() {
    let workspace = office();
    workspace.run("build content/2026-11-20-school.toml").code(0);
    let before = workspace.read("content/2026-11-20-school.toml");
    let run = workspace.run("rename content/2026-11-20-school.toml palm-school");
    run.code(0).prints("content/2026-11-20-palm-school.toml").prints("out/2026/11/2026-11-20-palm-school-bulletin.pdf");
    run.says("content/issues/n.toml");
    assert_eq!(workspace.read("content/2026-11-20-palm-school.toml"), before);
    let files = workspace.files("out");
    assert!(
        files.iter().any(|file| file.ends_with("palm-school-flyer.pdf"))
            && !files.iter().any(|file| file.contains("-school-school") || file.ends_with("20-school-flyer.pdf")),
        "{files:?}"
    );
    let issue = String::from_utf8(workspace.read("content/issues/n.toml")).unwrap();
    assert!(issue.contains("report = \"content/2026-11-20-palm-school.toml\" # أ\n"), "{issue}");
    workspace.run("build").code(0);
    // A slug that stands in the file goes with it, and a name that is taken stays whose it is.
    workspace.report("x", &report("slug = 'x' # اسم\n", &[]));
    workspace.run("rename content/x.toml y").code(0).prints("content/y.toml");
    assert!(String::from_utf8(workspace.read("content/y.toml")).unwrap().contains("slug = \"y\" # اسم\n"));
    workspace.run("rename content/2026-11-20-palm-school.toml other").code(1).says("[file-exists]");
    workspace.run("rename content/y.toml y").code(1).says("[same-name]");
    workspace.run("rename content/y.toml \"My Name\"").code(2);
    workspace.run("rename content z").code(2).says("[desk-one-at-a-time]");
}

#[test]
fn a_report_is_removed_with_what_only_it_needs() {
    let workspace = office();
    workspace.run("build content/2026-11-20-school.toml").code(0);
    workspace
        .run("remove content/2026-11-20-school.toml")
        .code(1)
        .says("[report-in-issue]")
        .says("content/issues/n.toml");
    std::fs::remove_file(workspace.path().join("content/issues/n.toml")).unwrap();
    let text = workspace.read("content/2026-11-20-school.toml");
    let run = workspace.run("remove content/2026-11-20-school.toml");
    run.code(0)
        .says("content/assets/shared.jpg")
        .prints("out/.nashra/removed/2026-11-20-school/content/2026-11-20-school.toml");
    assert_eq!(workspace.files("content"), ["content/2026-11-20-other.toml", "content/assets/shared.jpg"]);
    assert!(workspace.files("out").is_empty(), "{:?}", workspace.files("out"));
    assert_eq!(workspace.read("out/.nashra/removed/2026-11-20-school/content/2026-11-20-school.toml"), text);
    assert_eq!(workspace.read("out/.nashra/removed/2026-11-20-school/content/assets/own.jpg"), PICTURE);
    // Another one of the same name goes beside it.
    workspace.report("2026-11-20-school", &report("number = \"٧/٢٠٢٦\"\n", &[]));
    workspace
        .run("remove content/2026-11-20-school.toml")
        .code(0)
        .prints("removed/2026-11-20-school-2/")
        .says("٧/٢٠٢٦");
}

#[test]
fn a_copy_is_a_draft_without_number() {
    let workspace = office();
    workspace.report(
        "2026-11-20-school",
        &report("slug = \"school\"\nnumber = \"٧/٢٠٢٦\" # عدد\nhijri = \"١٠ جمادى الآخرة ١٤٤٨ هـ\"\n", &["own.jpg"])
            .replace("draft", "approved"),
    );
    let run = workspace.run("copy content/2026-11-20-school.toml again --date 2027-01-05");
    run.code(0).prints("content/2027-01-05-again.toml");
    let wanted = report("slug = \"again\"\n", &["own.jpg"]).replace("2026-11-20", "2027-01-05");
    assert_eq!(String::from_utf8(workspace.read("content/2027-01-05-again.toml")).unwrap(), wanted);
    workspace.run("copy content/2026-11-20-school.toml again --date 2027-01-05").code(1).says("[file-exists]");
}

#[test]
fn what_is_archived_stays_where_it_is() {
    let workspace = office();
    workspace.run("approve content/2026-11-20-other.toml").code(0);
    workspace.run("archive add content/2026-11-20-other.toml").code(0);
    for command in ["rename content/2026-11-20-other.toml new", "remove content/2026-11-20-other.toml"] {
        let before = workspace.files("content");
        workspace.run(command).code(1).says("[move-archived]").says("nashra archive withdraw 2026-11-20-other");
        assert_eq!(workspace.files("content"), before);
    }
    workspace.run("copy content/2026-11-20-other.toml new --date 2026-12-01").code(0);
    workspace.run("rename content/2026-11-20-school.toml other").code(1);
}

#[test]
fn a_kill_loses_nothing_and_the_next_run_finishes() {
    let sorted = |workspace: &Workspace| {
        let mut names = workspace.files("content");
        names.extend(workspace.files("out"));
        names
    };
    let built = || {
        let workspace = office();
        for name in ["school-bulletin", "school-flyer", "other-bulletin"] {
            workspace.file(&format!("out/2026/11/2026-11-20-{name}.pdf"), name);
        }
        workspace
    };
    for command in ["rename content/2026-11-20-school.toml palm", "remove content/2026-11-20-other.toml"] {
        let arguments: Vec<&str> = command.split(' ').collect();
        let whole = built();
        whole.run_with(&arguments, &[]).code(0);
        let wanted = sorted(&whole);
        for step in 1..200 {
            let workspace = built();
            let run = workspace.run_with(&arguments, &[("NASHRA_STOP_AT", &step.to_string())]);
            if run.code == 0 {
                assert!(step > 5, "nothing was stopped");
                break;
            }
            // The next command of this kind finishes what was begun; else it is begun anew.
            workspace.run("rename content/issues/n.toml n").code(1).says("[same-name]");
            if sorted(&workspace) != wanted {
                workspace.run_with(&arguments, &[]).code(0);
            }
            assert_eq!(sorted(&workspace), wanted, "{command}, step {step}");
        }
    }
}

#[test]
fn files_of_a_report_that_was_renamed_or_deleted_by_hand_are_told_until_they_are_gone() {
    let workspace = office();
    std::fs::remove_file(workspace.path().join("content/issues/n.toml")).unwrap();
    workspace.run("build").code(0);
    let at = |name: &str| workspace.path().join(name);
    std::fs::rename(at("content/2026-11-20-school.toml"), at("content/2026-11-20-palm.toml")).unwrap();
    std::fs::remove_file(at("content/2026-11-20-other.toml")).unwrap();
    for _ in 0..2 {
        let run = workspace.run("build");
        run.code(0).says("content/2026-11-20-school.toml\n").says("[left-behind]").says("2026-11-20-school-flyer.pdf");
        run.says("content/2026-11-20-other.toml\n").says("2026-11-20-other-bulletin.pdf");
    }
    for name in ["school-bulletin", "school-flyer", "other-bulletin", "other-flyer"] {
        std::fs::remove_file(at(&format!("out/2026/11/2026-11-20-{name}.pdf"))).unwrap();
    }
    let run = workspace.run("build");
    assert!(!run.code(0).stderr.contains("left-behind"), "{}", run.stderr);
    // A new name that gives the same files leaves none.
    std::fs::rename(at("content/2026-11-20-palm.toml"), at("content/palm.toml")).unwrap();
    let run = workspace.run("build");
    assert!(!run.code(0).stderr.contains("left-behind"), "{}", run.stderr);
}

#[test]
fn files_that_may_be_meant_as_reports_are_told() {
    let workspace = office();
    workspace.file("content/a.toml.txt", "x").file("content/2026/b.docx", "x").file("content/assets/list.docx", "x");
    workspace.file("content/annex.pdf", "%PDF-1.7");
    workspace.report(
        "2026-11-20-other",
        &report("attachments = [{ file = \"content/annex.pdf\", description = \"أ\" }]\n", &[]),
    );
    let run = workspace.run("check");
    run.code(0).says("content/a.toml.txt\n").says("[hidden-ending]").says("`a.toml`");
    run.says("content/2026/b.docx\n").says("[not-a-report]").says("nashra new");
    assert!(!run.stderr.contains("list.docx") && !run.stderr.contains("annex.pdf"), "{}", run.stderr);
    workspace.run("check --deny-warnings").code(1);
    assert!(!workspace.run("check content/2026-11-20-other.toml").stderr.contains("hidden-ending"));
    // A check writes nothing.
    assert!(!workspace.path().join("out").exists());
}
