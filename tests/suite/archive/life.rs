//! Published, corrected, withdrawn.

use super::{FOLDER, ID, archived, at, correct, is_whole, withdraw};
use crate::words::page_texts;
use crate::workspace::{REPORT, Workspace};

fn text_of(workspace: &Workspace, file: &str) -> String {
    let text = page_texts(&workspace.read(file)).join(" ").replace(['\u{2066}', '\u{2069}', '\u{200F}'], "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_archived_is_an_object_with_all_that_it_was_made_from() {
    let workspace = archived();
    let below = |name: &str| format!("{FOLDER}/{name}");
    let files = workspace.files("archive/2026");
    let mut expected: Vec<String> = [
        "0=ocfl_object_1.1",
        "inventory.json",
        "inventory.json.sha512",
        "v1/inventory.json",
        "v1/inventory.json.sha512",
        "v1/content/build.json",
        "v1/content/bulletin.pdf",
        "v1/content/dublin_core.xml",
        "v1/content/flyer.pdf",
        "v1/content/premis.xml",
        "v1/content/press.pdf",
        "v1/content/preview.png",
        "v1/content/record.json",
        "v1/content/text.txt",
        "v1/content/source/nashra.toml",
        "v1/content/source/content/school.toml",
    ]
    .map(below)
    .to_vec();
    expected.sort();
    assert_eq!(files, expected);
    workspace.run("build").code(0);
    for edition in ["bulletin", "flyer"] {
        let built = workspace.read(&format!("out/2026/11/2026-11-20-school-{edition}.pdf"));
        assert_eq!(workspace.read(&below(&format!("v1/content/{edition}.pdf"))), built, "{edition}");
    }
    let text = String::from_utf8(workspace.read(&below("v1/content/text.txt"))).unwrap();
    assert!(text.contains("افتتح السيد المحافظ مدرسة جديدة"), "{text}");
    let preview = image::load_from_memory(&workspace.read(&below("v1/content/preview.png"))).unwrap();
    assert_eq!(preview.width(), 480);
    is_whole(&workspace, 1);
}

#[test]
fn adding_once_more_changes_nothing_and_another_text_is_refused() {
    let workspace = archived();
    let before = workspace.read("archive/ledger.jsonl");
    let again = workspace.run("archive add content");
    again.code(0).says("archived: 0, in the archive already: 1, with errors: 0");
    workspace.report("school", &super::corrected());
    workspace.run("archive add content/school.toml").code(1).says("archive-already-published").says("archive correct");
    assert_eq!(workspace.read("archive/ledger.jsonl"), before);
    // The first text of a corrected bulletin is no news either.
    correct(&workspace).code(0);
    workspace.report("school", REPORT);
    workspace.run("archive add content").code(0).says("in the archive already: 1");
    is_whole(&workspace, 2);
}

#[test]
fn drafts_embargoed_and_broken_reports_are_refused_and_stop_no_other() {
    let workspace = Workspace::new();
    workspace.report("good", REPORT);
    workspace.report("draft", &REPORT.replace("approved", "draft").replace("١/", "٢/"));
    let early = REPORT.replace("status", "not_before = 2026-11-25T10:00:00+03:00\nstatus").replace("١/", "٣/");
    workspace.report("early", &early);
    workspace.report("broken", "schema = 1\n");
    let run = at("2026-11-21T09:00:00+03:00", &workspace, &["archive", "add", "content"]);
    run.code(1).says("draft-published").says("embargo").says("archived: 1, in the archive already: 0, with errors: 3");
    assert_eq!(run.stdout.trim(), "archive/2026/11/2026-11-20-good/v1/content/bulletin.pdf");
    is_whole(&workspace, 1);
}

#[test]
fn a_number_is_given_once_whatever_its_digits() {
    let workspace = archived();
    workspace.report("other", &REPORT.replace("١/٢٠٢٦", "1/2026"));
    let run = workspace.run("archive add content/other.toml");
    run.code(1).says("the number `1/2026` belongs to `2026-11-20-school`");
    withdraw(&workspace).code(0);
    workspace.run("archive add content/other.toml").code(1).says("archive-number-taken");
}

#[test]
fn a_correction_is_a_new_version_with_a_note_and_a_slip() {
    let workspace = archived();
    let first = workspace.read(&format!("{FOLDER}/v1/content/bulletin.pdf"));
    let run = correct(&workspace);
    run.code(0).says("is published as revision 2; passages changed: 1");
    let files: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(files, ["bulletin", "correction"].map(|name| format!("{FOLDER}/v2/content/{name}.pdf")));
    let bulletin = text_of(&workspace, files[0]);
    for words in ["تصويب", "الإصدار", "خطأ في العدد", "٢٢ تشرين الثاني ٢٠٢٦", "مدرستين جديدتين", "-r2-"]
    {
        assert!(bulletin.contains(words), "the bulletin lacks {words}:\n{bulletin}");
    }
    let slip = text_of(&workspace, files[1]);
    for words in ["تصويب", "ما ورد", "الصواب", "افتتح السيد المحافظ مدرسة", "المحافظ مدرستين", "خطأ في العدد", "المدير"]
    {
        assert!(slip.contains(words), "the slip lacks {words}:\n{slip}");
    }
    assert_eq!(workspace.read(&format!("{FOLDER}/v1/content/bulletin.pdf")), first);
    let shown = workspace.run(&format!("archive show {ID}"));
    shown.code(0).prints("corrected").prints("revision 2").prints("خطأ في العدد (المدير)");
    is_whole(&workspace, 2);
}

#[test]
fn a_correction_needs_a_published_bulletin_a_change_and_a_reason() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    correct(&workspace).code(1).says("archive-never-published");
    let workspace = archived();
    let same = ["archive", "correct", "content/school.toml", "--reason", "سبب"];
    workspace.run_with(&same, &[]).code(1).says("archive-nothing-changed");
    let blank = ["archive", "correct", "content/school.toml", "--reason", "  "];
    workspace.run_with(&blank, &[]).code(2).says("archive-no-reason");
    workspace.run("archive correct content/school.toml").code(2).says("--reason");
    is_whole(&workspace, 1);
}

#[test]
fn one_bulletin_is_corrected_at_a_time() {
    let workspace = archived();
    workspace.report("bridge", REPORT);
    let both = ["archive", "correct", "content", "--reason", "سبب"];
    let run = workspace.run_with(&both, &[]);
    run.code(2).says("[archive-one-at-a-time]").says("is corrected at a time, and these are 2").says("name one file");
    let arabic = ["--lang", "ar", "archive", "correct", "content", "--reason", "سبب"];
    let run = workspace.run_with(&arabic, &[]);
    run.code(2).says("يُصوَّب تقرير واحد أو عدد واحد في كل مرة، وعدد المطلوب هنا 2").says("اذكر ملفاً واحداً");
    is_whole(&workspace, 1);
}

#[test]
fn what_is_withdrawn_is_kept_and_stays_withdrawn() {
    let workspace = archived();
    let run = withdraw(&workspace);
    run.code(0).says("is withdrawn; its record is kept").says("the number ١/٢٠٢٦ stays taken");
    run.says("`nashra archive site` brings the web site up to date");
    withdraw(&workspace).code(1).says("archive-withdrawn");
    correct(&workspace).code(1).says("archive-withdrawn");
    // Another text under its name is an error; its own is passed over.
    workspace.run("archive add content").code(1).says("archive-withdrawn");
    workspace.report("school", REPORT);
    let again = workspace.run("archive add content");
    again.code(0).says("archived: 0, in the archive already: 0, withdrawn: 1, with errors: 0");
    let shown = workspace.run(&format!("archive show {ID}"));
    shown.code(0).prints("state: withdrawn").prints("نُشر خطأً").prints("/v1/content/bulletin.pdf");
    workspace.run("archive list --state withdrawn").code(0).prints(ID).says("bulletins: 1");
    workspace.run("archive list --state published").code(0).says("bulletins: 0");
    is_whole(&workspace, 2);
}

#[test]
fn names_that_are_not_there_and_folders_that_are_no_archives_are_told() {
    let workspace = archived();
    workspace.run("archive show 1/2026").code(0).prints("افتتاح مدرسة");
    for name in ["2026-11-20-other", "../secret", "x"] {
        workspace.run(&format!("archive show {name}")).code(2).says("archive-unknown").says("archive list");
    }
    let other = Workspace::new();
    other.report("school", REPORT).file("archive/notes.txt", "mine");
    other.run("archive add content").code(2).says("`notes.txt` lies in it");
    assert_eq!(other.files("archive"), ["archive/notes.txt"]);
}

#[test]
fn programs_get_json() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    let json = |arguments: &str| -> serde_json::Value {
        serde_json::from_str(&workspace.run(&format!("--format json {arguments}")).stdout).unwrap()
    };
    let added = json("archive add content");
    assert_eq!(added["result"]["added"][0]["id"], ID);
    assert_eq!(added["result"]["added"][0]["version"], 1);
    let shown = json(&format!("archive show {ID}"));
    assert_eq!(shown["result"]["record"]["number"], "١/٢٠٢٦");
    assert_eq!(shown["result"]["record"]["history"][0]["state"], "published");
    let listed = json("archive list");
    assert_eq!(listed["result"][0]["title"], "افتتاح مدرسة جديدة في قضاء الزبير");
    let verified = json("archive verify");
    assert_eq!(verified["result"]["objects"], 1);
    assert_eq!(verified["diagnostics"].as_array().unwrap().len(), 0);
}
