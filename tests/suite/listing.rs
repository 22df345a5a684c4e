//! `nashra list`: where each report and issue stands.

use crate::workspace::{REPORT, Workspace};

/// A report of a day in a state, with a title and more lines.
fn report(status: &str, number: &str, day: &str, title: &str, more: &str) -> String {
    let number = if number.is_empty() { String::new() } else { format!("number = \"{number}\"\n") };
    format!(
        "schema = 1\nstatus = \"{status}\"\n{number}date = {day}\ntitle = \"{title}\"\n{more}\n[[body]]\nparagraph = \"زار الوفد المدرسة.\"\n"
    )
}

fn lines(workspace: &Workspace, arguments: &str) -> Vec<String> {
    workspace.run(&format!("list {arguments}")).code(0).stdout.lines().map(str::to_owned).collect()
}

/// A workspace with a document in every state.
fn office() -> Workspace {
    let workspace = Workspace::new();
    workspace.report("2026/draft", &report("draft", "", "2026-11-03", "زيارة **مدرسة** النخيل", ""));
    workspace.report("approved", &report("approved", "٢", "2026-11-02", "ورشة", ""));
    workspace.report("archived", &report("approved", "٣", "2026-10-05", "افتتاح", ""));
    workspace.report("changed", &report("approved", "٤", "2026-10-06", "حملة", ""));
    workspace.report("withdrawn", &report("approved", "٥", "2025-11-07", "إعلان", ""));
    workspace.report(
        "missing",
        &report("draft", "", "2026-09-01", "معرض", "photos = [{ file = \"content/assets/no.jpg\", alt = \"أ\" }]\n"),
    );
    workspace.report("broken", "title = ");
    workspace.file(
        "content/issues/n.toml",
        "schema = 1\nstatus = \"draft\"\nslug = \"november\"\ndate = 2026-11-30\n[[articles]]\nreport = \"content/approved.toml\"\nplace = \"cover\"\n",
    );
    workspace.run("archive add content/archived.toml content/changed.toml content/withdrawn.toml").code(0);
    workspace.run_with(&["archive", "withdraw", "2025-11-07-withdrawn", "--reason", "خطأ", "--yes"], &[]).code(0);
    workspace.report("changed", &report("approved", "٤", "2026-10-06", "حملة أخرى", ""));
    workspace
}

#[test]
fn every_document_has_its_state() {
    let workspace = office();
    assert_eq!(
        lines(&workspace, ""),
        [
            "—  2026-11-30  draft  november  content/issues/n.toml",
            "—  2026-11-03  draft  زيارة مدرسة النخيل  content/2026/draft.toml",
            "٢  2026-11-02  approved  ورشة  content/approved.toml",
            "٤  2026-10-06  archived, changed since  حملة أخرى  content/changed.toml",
            "٣  2026-10-05  archived  افتتاح  content/archived.toml",
            "—  2026-09-01  draft, files missing  معرض  content/missing.toml",
            "٥  2025-11-07  withdrawn  إعلان  content/withdrawn.toml",
            "—  —  unreadable  —  content/broken.toml",
        ]
    );
    // A comment changes nothing, and neither does a second look.
    let archived = String::from_utf8(workspace.read("content/archived.toml")).unwrap();
    workspace.report("archived", &format!("# ملاحظة\n{archived}"));
    assert!(lines(&workspace, "افتتاح")[0].contains("  archived  "));
    workspace.run("list --lang ar مدرسه النخيل").code(0).prints("مسودة").says("المعروض: 1 من 8");
}

#[test]
fn months_states_and_words_are_filters() {
    let workspace = office();
    let count = |arguments: &str| lines(&workspace, arguments).len();
    assert_eq!(count("--month 2026-11"), 3);
    assert_eq!(count("--month نوفمبر"), 4);
    assert_eq!(count("--month 2026"), 6);
    assert_eq!(workspace.run_with(&["list", "--month", "تشرين الأول ٢٠٢٦"], &[]).code(0).stdout.lines().count(), 2);
    assert_eq!(count("--state draft"), 3);
    assert_eq!(count("--state changed --state withdrawn"), 2);
    assert_eq!(count("--state missing"), 1);
    assert_eq!(count("--state broken"), 1);
    assert_eq!(count("--state archived --month 10 افتتاح"), 1);
    assert_eq!(count("لا شيء"), 0);
    workspace.run("list --month رمضان").code(2).says("[bad-argument]").says("November");
    let archive = |arguments: &str| workspace.run(&format!("archive list {arguments}")).code(0).stdout.lines().count();
    assert_eq!(archive("--month 2026-10"), 2);
    assert_eq!(archive("--month نوفمبر"), 1);
    assert_eq!(archive("--month October --limit 1"), 1);
}

#[test]
fn programs_read_the_same_as_json() {
    let workspace = office();
    let run = workspace.run("list --state changed --format json");
    let said: serde_json::Value = serde_json::from_str(&run.code(0).stdout).unwrap();
    let entry = &said["result"][0];
    assert_eq!(entry["file"], "content/changed.toml");
    assert_eq!(entry["states"], serde_json::json!(["archived", "changed"]));
    assert_eq!(entry["archived"], "2026-10-06-changed");
}

#[test]
fn what_changes_is_seen_at_once() {
    let workspace = Workspace::new();
    workspace.report("a", REPORT);
    assert!(lines(&workspace, "")[0].contains("approved"));
    workspace.report("a", &REPORT.replace("\"approved\"", "\"draft\"  "));
    assert!(lines(&workspace, "")[0].contains("draft"));
    workspace.report("b", REPORT);
    assert_eq!(lines(&workspace, "").len(), 2);
    std::fs::remove_file(workspace.path().join("content/a.toml")).unwrap();
    assert_eq!(lines(&workspace, "").len(), 1);
    // What was kept of the last look may be lost or damaged.
    workspace.file("out/.nashra/desk.json", "{}");
    assert_eq!(lines(&workspace, "").len(), 1);
}
