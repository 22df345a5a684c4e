//! `nashra approve`: status and number, and nothing else of a file.

use crate::mount::Mount;
use crate::workspace::{ENGLISH, REPORT, Workspace};

/// A draft of a day, with a head of its own.
fn draft(head: &str, day: &str) -> String {
    format!(
        "schema = 1\nstatus = \"draft\"\n{head}date = {day}\ntitle = \"افتتاح مدرسة\"\n\n[[body]]\nparagraph = \"افتتح السيد المحافظ مدرسة.\"\n"
    )
}

/// A workspace whose numbers have a form.
fn with_form(settings: &str) -> Workspace {
    let workspace = Workspace::bare();
    workspace.file("nashra.toml", format!("{ENGLISH}\n[numbers]\n{settings}\n"));
    workspace
}

fn text(workspace: &Workspace, name: &str) -> String {
    String::from_utf8(workspace.read(&format!("content/{name}.toml"))).unwrap()
}

#[test]
fn the_next_number_of_the_year_is_given_and_nothing_else_changes() {
    let workspace = with_form("form = \"م.و/{n}\"");
    workspace.report("a", &draft("number = \"م.و/٤١٧\"\n", "2026-11-01"));
    let before = "\u{FEFF}# تقرير ، أول\r\nschema = 1\r\n'status' = 'draft'\t# ( مسودة ) ،\r\ndate = 2026-11-20\r\ntitle=\"أ\"\r\n[[body]]\r\nheading = 'ب'";
    workspace.report("2026/b", before);
    workspace.run("approve content/2026/b.toml").code(0).prints("م.و/٤١٨  content/2026/b.toml").says("approved: 1,");
    let after = before.replace("'draft'\t# ( مسودة ) ،\r\n", "\"approved\"\t# ( مسودة ) ،\r\nnumber = \"م.و/٤١٨\"\r\n");
    assert_eq!(text(&workspace, "2026/b"), after);
    workspace.run("build -e bulletin content/2026/b.toml").code(0);
    // The second time there is nothing to do.
    workspace.run("approve content/2026/b.toml").code(0).prints("م.و/٤١٨").says("approved: 0, approved before: 1");
    assert_eq!(text(&workspace, "2026/b"), after);
    workspace.run("approve --undo content/2026/b.toml").code(0).says("drafts again: 1");
    assert_eq!(text(&workspace, "2026/b"), before);
}

#[test]
fn without_a_form_numbers_are_written_as_the_last_one() {
    let next = |heads: &[(&str, &str)], day: &str| {
        let workspace = Workspace::new();
        for (at, (head, day)) in heads.iter().enumerate() {
            workspace.report(&format!("{at}"), &draft(&format!("number = \"{head}\"\n"), day));
        }
        workspace.report("new", &draft("", day));
        workspace.run("approve content/new.toml").code(0).stdout.split("  ").next().unwrap().to_owned()
    };
    assert_eq!(next(&[], "2026-11-20"), "١/٢٠٢٦");
    assert_eq!(next(&[("409/2026", "2026-11-12"), ("٤١٠/٢٠٢٦", "2026-11-13")], "2026-11-20"), "٤١١/٢٠٢٦");
    assert_eq!(next(&[("م.و/417", "2026-11-12")], "2026-11-20"), "م.و/418");
    // A new year begins with 1, and the other letters are another sequence.
    assert_eq!(next(&[("م.و/417", "2026-11-12")], "2027-01-02"), "م.و/1");
    assert_eq!(next(&[("417/2026", "2026-12-31")], "2027-01-02"), "1/2027");
    assert_eq!(
        next(&[("ق/9", "2026-01-01"), ("م.و/3", "2026-11-12"), ("م.و/12", "2026-11-12")], "2026-11-20"),
        "م.و/13"
    );
}

#[test]
fn settings_say_where_a_year_begins() {
    let workspace = with_form("form = \"{n}/{year}\"\nstart = 418\nstart_year = 2026\ndigits = \"latn\"");
    workspace.report("a", &draft("", "2026-11-20")).report("b", &draft("", "2027-01-02"));
    workspace.run("approve content/a.toml content/b.toml").code(0).prints("418/2026").prints("1/2027");
    let workspace = with_form("form = \"{n}\"\nstart = 5\n\n[numbers.issues]\nform = \"عدد {n}\"");
    workspace.report("a", REPORT.replace("number = \"١/٢٠٢٦\"\n", "").replace("approved", "draft").as_str());
    workspace.file("content/issues/n.toml", "schema = 1\nstatus = \"draft\"\ndate = 2026-11-30\n\n[[articles]]\nreport = \"content/a.toml\"\nplace = \"cover\"\n");
    // An issue waits for its reports.
    workspace.run("approve content/issues/n.toml").code(1).says("[draft-in-issue]").says("content/a.toml");
    assert!(text(&workspace, "issues/n").contains("\"draft\""));
    workspace.run("approve content").code(0).prints("٥  content/a.toml").prints("عدد ١  content/issues/n.toml");
    assert!(text(&workspace, "a").contains("number = \"٥\"\n"));
}

#[test]
fn several_get_their_numbers_in_the_order_of_their_dates() {
    let workspace = with_form("form = \"{n}\"");
    workspace.report("a", &draft("", "2026-11-22")).report("b", &draft("", "2026-11-20"));
    workspace.run("approve content").code(0);
    assert!(text(&workspace, "b").contains("number = \"١\"") && text(&workspace, "a").contains("number = \"٢\""));
}

#[test]
fn a_number_that_is_asked_for_has_the_form_and_is_free() {
    let workspace = with_form("form = \"م.و/{n}\"");
    workspace.report("a", &draft("number = \"م.و/٤١٧\"\n", "2026-11-01")).report("b", &draft("", "2026-11-20"));
    let taken = workspace.run("approve content/b.toml --number 417");
    taken.code(1).says("`content/a.toml` has the number `م.و/٤١٧`").says("[number-in-use]").says("--number م.و/٤١٨");
    assert!(text(&workspace, "b").contains("\"draft\""));
    let gap = workspace.run("approve content/b.toml --number ٤٢١");
    gap.code(0).prints("م.و/٤٢١").says("`م.و/٤١٨` to `م.و/٤٢٠`").says("[numbers-missing]");
    workspace.run("approve content/b.toml --number 430").code(1).says("[approved-otherwise]");
    workspace.run("approve content/a.toml content/b.toml --number 9").code(2).says("[one-number-for-many]");
    workspace.run("approve content/b.toml --undo --number 9").code(2);
    // A draft keeps the number that its author wrote.
    workspace.run("approve content/a.toml").code(0).prints("م.و/٤١٧  content/a.toml");
}

#[test]
fn numbers_that_are_there_twice_are_told() {
    let workspace = with_form("form = \"{n}/{year}\"");
    workspace.report("a", &draft("number = \"7/2026\"\n", "2026-11-01"));
    workspace.report("b", &draft("number = \"٧ / ٢٠٢٦\"\n", "2026-11-02")).report("c", &draft("", "2026-11-20"));
    let run = workspace.run("approve content/c.toml");
    run.code(0).prints("٨/٢٠٢٦").says("[number-twice]").says("`content/a.toml`, `content/b.toml`");
    workspace.run("approve content/b.toml").code(1).says("[number-in-use]").says("content/a.toml");
}

#[test]
fn a_report_with_mistakes_is_not_approved() {
    let workspace = Workspace::new();
    workspace.report("a", &draft("colour = 1\n", "2026-11-20")).report("b", "schema = 1\nstatus = \"draft\"\ntitle = ");
    workspace.report("c", &draft("", "2026-11-20"));
    let before = text(&workspace, "a");
    let run = workspace.run("approve content");
    run.code(1)
        .says("[unknown-key]")
        .says("content/b.toml")
        .prints("content/c.toml")
        .says("not approved for errors: 2");
    assert_eq!(text(&workspace, "a"), before);
}

#[test]
fn a_status_that_is_absent_or_no_word_is_set() {
    let workspace = with_form("form = \"{n}\"");
    workspace.report("a", &draft("", "2026-11-20").replace("status = \"draft\"\n", ""));
    workspace.report("b", &draft("", "2026-11-21").replace("\"draft\"", "\"مسودة\""));
    workspace.report("c", &draft("", "2026-11-22").replace("\"draft\"", "\"approved\""));
    workspace.run("approve content").code(0).says("approved: 3");
    assert!(text(&workspace, "a").starts_with("schema = 1\nstatus = \"approved\"\nnumber = \"١\"\ndate"));
    assert!(text(&workspace, "b").starts_with("schema = 1\nstatus = \"approved\"\nnumber = \"٢\"\ndate"));
    assert!(text(&workspace, "c").starts_with("schema = 1\nstatus = \"approved\"\nnumber = \"٣\"\ndate"));
    workspace.run("build -e bulletin").code(0);
}

#[test]
fn what_was_changed_since_becomes_a_draft_all_the_same() {
    let workspace = with_form("form = \"{n}\"");
    workspace.report("a", &draft("", "2026-11-20"));
    workspace.run("approve content/a.toml").code(0);
    let edited = text(&workspace, "a").replace("افتتاح", "زيارة");
    workspace.report("a", &edited);
    workspace.run("approve content/a.toml --undo").code(0);
    assert_eq!(text(&workspace, "a"), draft("", "2026-11-20").replace("افتتاح", "زيارة"));
    workspace.run("approve content/a.toml --undo").code(1).says("[not-approved]");
    // One that was approved by hand keeps its number.
    workspace.report("a", &draft("number = \"٣\"\n", "2026-11-20").replace("draft", "approved"));
    workspace.run("approve content/a.toml --undo").code(0).says("the number ٣ stays");
    assert_eq!(text(&workspace, "a"), draft("number = \"٣\"\n", "2026-11-20"));
}

#[test]
fn what_is_archived_keeps_its_status_and_its_number_is_taken() {
    let workspace = with_form("form = \"{n}\"");
    workspace.report("a", &draft("", "2026-11-20")).report("b", &draft("", "2026-11-21"));
    workspace.run("approve content/a.toml").code(0);
    workspace.run("archive add content/a.toml").code(0);
    workspace
        .run("approve content/a.toml --undo")
        .code(1)
        .says("[approval-archived]")
        .says("nashra archive withdraw 2026-11-20-a");
    workspace.report("a", &draft("", "2026-11-20"));
    workspace.run("approve content/a.toml").code(1).says("[approval-archived]");
    std::fs::remove_file(workspace.path().join("content/a.toml")).unwrap();
    workspace.run("approve content/b.toml --number 1").code(1).says("`2026-11-20-a` has the number");
    workspace.run("approve content/b.toml").code(0).prints("٢  content/b.toml");
    // The same number in another year is another number, where it names none.
    workspace.report("c", &draft("number = \"٢\"\n", "2027-01-05"));
    workspace.run("approve content/c.toml").code(0);
    workspace.run("archive add content/b.toml content/c.toml").code(0);
    workspace.run("archive show 2").code(0).prints("2027-01-05");
}

#[test]
fn programs_are_told_in_json() {
    let workspace = with_form("form = \"{n}\"");
    workspace.report("a", &draft("", "2026-11-20"));
    let run = workspace.run("approve content/a.toml --format json");
    let said: serde_json::Value = serde_json::from_str(&run.code(0).stdout).unwrap();
    assert_eq!(said["result"]["approved"][0]["number"], "١");
    assert_eq!(said["result"]["approved"][0]["done"], "approved");
}

#[test]
fn a_form_that_is_none_is_told() {
    for (form, code) in
        [("م.و", "form-without-number"), ("{n}/{month}", "form-with-unknown"), ("{n}{year}", "form-joined")]
    {
        with_form(&format!("form = \"{form}\"")).run("check").code(1).says(&format!("[{code}]"));
    }
}

#[test]
fn two_at_once_give_no_number_twice() {
    let workspace = with_form("form = \"{n}\"");
    let names: Vec<String> = (0..6).map(|at| format!("r{at}")).collect();
    names.iter().for_each(|name| {
        workspace.report(name, &draft("", "2026-11-20"));
    });
    std::thread::scope(|scope| {
        let workspace = &workspace;
        for name in &names {
            scope.spawn(move || workspace.run(&format!("approve content/{name}.toml")).code(0).code);
        }
    });
    let number =
        |name: &String| text(&workspace, name).lines().find(|line| line.starts_with("number")).unwrap().to_owned();
    let mut numbers: Vec<String> = names.iter().map(number).collect();
    numbers.sort();
    assert_eq!(numbers, ["١", "٢", "٣", "٤", "٥", "٦"].map(|number| format!("number = \"{number}\"")));
}

#[test]
fn a_kill_leaves_the_old_file_or_the_new_one() {
    for step in 1..40 {
        let workspace = with_form("form = \"{n}\"");
        let before = draft("", "2026-11-20");
        workspace.report("a", &before);
        let after = before.replace("\"draft\"\n", "\"approved\"\nnumber = \"١\"\n");
        let run = workspace.run_with(&["approve", "content/a.toml"], &[("NASHRA_STOP_AT", &step.to_string())]);
        let now = text(&workspace, "a");
        assert!(now == before || now == after, "step {step}: {now}");
        if run.code == 0 {
            assert!(step > 5, "nothing was stopped");
            return;
        }
        workspace.run("approve content/a.toml").code(0);
        assert_eq!(text(&workspace, "a"), after, "step {step}");
        workspace.run("approve --undo content/a.toml").code(0);
        assert_eq!(text(&workspace, "a"), before, "step {step}");
    }
    panic!("the steps have no end");
}

#[test]
fn a_full_disk_leaves_the_file_as_it_was() {
    let workspace = with_form("form = \"{n}\"");
    let before = draft("", "2026-11-20");
    // The report fills the disk but for what is needed to write it anew.
    let mount = Mount::new(&workspace.path().join("content"), 4);
    workspace.report("a", &before);
    let run = workspace.run("approve content/a.toml");
    run.code(3).says("the disk is full").says("free some space");
    assert_eq!(text(&workspace, "a"), before);
    assert_eq!(workspace.files("content"), ["content/a.toml"]);
    mount.remount("size=64k");
    workspace.run("approve content/a.toml").code(0).prints("١  content/a.toml");
}
