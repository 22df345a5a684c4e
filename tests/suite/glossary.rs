//! The office's names and titles: what `check` says of them, and what `--fix` mends.

use crate::workspace::{ENGLISH, REPORT, Workspace};

const GLOSSARY: &str = r#"schema = 1

[[name]]
form = "السيد محافظ البصرة أسعد عبد الأمير العيداني"

[[name]]
form = "اليونيسف"
not = ["اليونيسيف", "منظمة اليونسيف"]
"#;

/// A workspace with the glossary and a report that says this.
fn office(paragraph: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.file("glossary.toml", GLOSSARY).report("a", &REPORT.replace("عدد من الأهالي", paragraph));
    workspace
}

#[test]
fn a_near_miss_is_told_with_the_right_form_and_left() {
    let workspace = office("السيد محافظ البصرة اسعد عبدالأمير العيدانى");
    let before = workspace.read("content/a.toml");
    let run = workspace.run("check --fix");
    run.code(0).says("[NA015]").says("`السيد محافظ البصرة أسعد عبد الأمير العيداني`").says("warnings: 1");
    assert!(!run.stderr.contains("does it"), "{}", run.stderr);
    assert!(workspace.read("content/a.toml") == before);
    workspace.run("check --lang ar").says("اكتبه كما في glossary.toml");
}

#[test]
fn all_texts_of_a_report_are_compared() {
    let workspace = Workspace::new();
    let text = "شكر لليونيسيف";
    let report = format!(
        "schema = 1\nstatus = \"draft\"\ndate = 2026-11-20\ntitle = \"{text}\"\nslogan = \"{text}\"\npreamble = \"{text}\"\n\
         tags = [\"{text}\"]\n[event]\ndate = 2026-11-20\norganisers = \"{text}\"\n[[body]]\nquote = \"{text}\"\nspeaker = \"{text}\"\nrole = \"{text}\"\n\
         [[body]]\nlist = [\"{text}\", {{ item = \"{text}\", list = [\"{text}\"] }}]\n[[body]]\ncaption = \"{text}\"\n\
         [body.table]\ncolumns = [\"{text}\"]\nrows = [[\"{text}\"]]\n[flyer]\nheadline = \"{text}\"\n"
    );
    workspace.file("glossary.toml", GLOSSARY).report("a", &report);
    workspace.run("check").code(0).says(&format!("warnings: {}", report.matches(text).count()));
}

#[test]
fn what_the_office_calls_wrong_is_mended() {
    let workspace = office("بعثة اليونيسيف، وبمنظمة  اليونسيف وباليونيسف");
    workspace.run("check").says("`nashra check --fix` does it").says("warnings: 3");
    workspace.run("check --fix").code(0).says("warnings: 0");
    let text = String::from_utf8(workspace.read("content/a.toml")).unwrap();
    assert!(text.contains("بعثة اليونيسف، وباليونيسف وباليونيسف"), "{text}");
    workspace.run("check --fix").code(0).says("warnings: 0");
}

#[test]
fn one_place_may_be_allowed_and_the_rule_be_off() {
    let workspace = office("بعثة اليونيسيف");
    let text = String::from_utf8(workspace.read("content/a.toml")).unwrap();
    workspace.report("a", &text.replace("[[body]]", "[[body]] # nashra: allow NA015"));
    workspace.run("check --fix --deny-warnings").code(0);
    workspace.report("a", &text);
    workspace.run("check --deny-warnings").code(1);
    workspace.file("nashra.toml", format!("{ENGLISH}[checks]\noff = [\"na015\"]\n"));
    workspace.run("check --deny-warnings").code(0);
}

#[test]
fn a_glossary_with_mistakes_stops_all_and_says_where() {
    let workspace = office("الأهالي");
    workspace.file("glossary.toml", GLOSSARY.replace("form = \"اليونيسف\"", "from = \"اليونيسف\""));
    workspace.run("build").code(1).says("glossary.toml:7:1").says("did you mean `form`?");
    assert!(workspace.files("out").is_empty());
    workspace.file("nashra.toml", format!("{ENGLISH}digitz = 1\n"));
    workspace.run("check").code(1).says("glossary.toml:7:1").says("nashra.toml:3:1");
    workspace.file("glossary.toml", b"schema = 1\n\xFF").run("check").code(1).says("[not-utf8]");
}

#[test]
fn it_is_no_report() {
    let workspace = office("الأهالي");
    workspace.run_with(&["check", "*.toml"], &[]).code(2).says("[report-not-found]");
    workspace.report("glossary", &REPORT.replace("١/٢٠٢٦", "٢/٢٠٢٦"));
    workspace.run("check").code(0).says("reports checked: 2");
}

#[test]
fn another_glossary_changes_what_is_said_and_no_page() {
    let workspace = office("بعثة اليونيسيف");
    workspace.run("build").code(0).says("files built: 2").says("warnings about the texts: 1;");
    let pages = || workspace.files("out").iter().map(|name| workspace.read(name)).collect::<Vec<_>>();
    let before = pages();
    workspace.file("glossary.toml", "schema = 1\n");
    let run = workspace.run("build");
    run.code(0).says("up to date: 2");
    assert!(!run.stderr.contains("warnings about"), "{}", run.stderr);
    workspace.run("build --deny-warnings").code(0);
    workspace.file("glossary.toml", format!("# أسماء\n{GLOSSARY}"));
    for _ in 0..2 {
        workspace.run("build").code(0).says("up to date: 2").says("warnings about the texts: 1;");
    }
    workspace.run("build --deny-warnings").code(1);
    workspace.run("build --force").code(0).says("files built: 2").says("warnings about the texts: 1;");
    assert!(pages() == before, "a page depends on the glossary");
}
