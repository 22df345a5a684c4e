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

/// A report of which a bulletin, a flyer and a booklet were made, and what nashra says of files of
/// before when it is built again.
struct Changing {
    workspace: Workspace,
}

impl Changing {
    fn new() -> Self {
        let workspace = Workspace::new();
        workspace.file("nashra.toml", ENGLISH).report("school", REPORT);
        workspace.run("build -e bulletin,flyer").code(0);
        workspace.run("build -e bulletin --impose booklet").code(0);
        Self { workspace }
    }

    /// The files that are named, without the month's folder and the ending, when the report says
    /// this.
    fn named(&self, report: &str, command: &str) -> Vec<String> {
        let said = self.workspace.report("school", report).run(command).code(0).stderr.clone();
        let Some(line) = said.lines().find(|line| line.ends_with("[old-files]")) else { return Vec::new() };
        let (_, names) = line.split_once("the report as it was before: ").unwrap();
        let short = |name: &str| {
            name.trim_matches(['`', ' ']).trim_start_matches("2026/11/").trim_end_matches(".pdf").to_owned()
        };
        names.trim_end_matches(" [old-files]").split(',').map(short).collect()
    }
}

fn with_word(word: &str) -> String {
    REPORT.replace("افتتح", &format!("{word} افتتح"))
}

#[test]
fn files_that_show_a_report_as_it_was_are_named_until_they_are_made_anew_or_deleted() {
    let day = Changing::new();
    assert_eq!(day.named(REPORT, "build --force -e bulletin"), [""; 0], "nothing has changed");
    let (booklet, office) = ("2026-11-20-school-bulletin.office.booklet", "2026-11-20-school-bulletin.office");
    let flyer = "2026-11-20-school-flyer";
    let today = with_word("اليوم");
    assert_eq!(day.named(&today, "build -e bulletin"), [booklet, office, flyer]);
    assert_eq!(
        day.named(&today, "build -e bulletin"),
        [booklet, office, flyer],
        "up to date, and they are still there"
    );
    assert_eq!(day.named(&today, "build -e bulletin --impose booklet"), [flyer]);
    fs::remove_file(day.workspace.path().join(format!("out/2026/11/{flyer}.pdf"))).unwrap();
    assert_eq!(day.named(&today, "build -e bulletin"), [""; 0]);
}

#[test]
fn a_change_that_is_taken_back_leaves_no_file_old_that_was_not_made_anew() {
    let day = Changing::new();
    day.named(&with_word("اليوم"), "build -e flyer");
    assert_eq!(day.named(REPORT, "build -e bulletin"), ["2026-11-20-school-flyer"]);
    assert_eq!(day.named(REPORT, "build -e bulletin,flyer"), [""; 0]);
}

#[test]
fn files_under_the_day_that_was_corrected_are_named() {
    let day = Changing::new();
    let corrected = REPORT.replace("2026-11-20", "2026-11-21");
    let named = day.named(&corrected, "build -e bulletin,flyer");
    assert!(named.contains(&"2026-11-20-school-bulletin".to_owned()) && named.len() == 4, "{named:?}");
    // Another report has the name now: what is made of it is not old.
    day.workspace.file("content/more/school.toml", REPORT.replace("١/٢٠٢٦", "٢/٢٠٢٦"));
    let left = ["2026-11-20-school-bulletin.office.booklet", "2026-11-20-school-bulletin.office"];
    assert_eq!(day.named(&corrected, "build -e bulletin,flyer"), left);
}
