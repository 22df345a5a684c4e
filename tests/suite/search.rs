//! `nashra archive search` and `reindex`, as their users call them.

use std::fs;

use crate::workspace::{REPORT, Workspace};

const ID: &str = "2026-11-20-school";
const INDEX: &str = "archive/extensions/nashra/index.sqlite";

fn archived() -> Workspace {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    workspace.run("archive add content/school.toml").code(0);
    workspace
}

#[test]
fn a_bulletin_is_found_by_its_words() {
    let workspace = archived();
    let run = workspace.run("archive search مدرسه الزبير");
    run.code(0).prints("١/٢٠٢٦  2026-11-20  افتتاح مدرسة جديدة في قضاء الزبير  2026-11-20-school\n");
    run.prints("    افتتح السيد المحافظ مدرسة جديدة").says("bulletins found: 1, shown: 1");
    assert!(!run.stdout.contains('\u{1B}'), "colours in a pipe: {}", run.stdout);
    for query in [
        "رقم:1/2026",
        "--number ١",
        "للمحافظ --without بلدية --from 2026-11 --to ٢٠٢٦ --kind bulletin",
        "«مدرسة جديدة»",
    ] {
        workspace.run(&format!("archive search {query}")).code(0).prints(ID);
    }
    for query in [
        "-- مدرسة -جديدة",
        "مدرسة --without جديدة",
        "--state withdrawn",
        "مكان:البصرة",
        "«جديدة مدرسة»",
        "--from 2027 مدرسة",
    ] {
        let run = workspace.run(&format!("archive search {query}"));
        assert_eq!(run.code(0).says("nothing found").stdout, "", "{query}");
    }
    workspace.run("archive search --from 20-11").code(2).says("write a day, a month or a year, as `2026-11-20`");
    workspace.run("--lang ar archive search لاشيء").code(0).says("لم يُعثر على شيء");
}

#[test]
fn programs_get_the_marked_parts() {
    let workspace = archived();
    let run = workspace.run("--format json archive search الأهالي");
    let json: serde_json::Value = serde_json::from_str(&run.code(0).stdout).unwrap();
    let result = &json["result"];
    assert_eq!((&result["total"], &result["more"]), (&1.into(), &false.into()));
    let hit = &result["hits"][0];
    assert_eq!((&hit["id"], &hit["state"], &hit["number"]), (&ID.into(), &"published".into(), &"١/٢٠٢٦".into()));
    let parts = hit["snippet"]["parts"].as_array().unwrap();
    let found: Vec<_> = parts.iter().filter(|part| part["found"] == true).map(|part| &part["text"]).collect();
    assert_eq!(found, ["الأهالي"]);
    assert_eq!(hit["title_found"]["text"], hit["title"]);
}

#[test]
fn an_index_that_is_missing_or_broken_is_made_anew() {
    let workspace = archived();
    for broken in [None, Some("not an index")] {
        let path = workspace.path().join(INDEX);
        let _ = fs::remove_file(&path);
        if let Some(text) = broken {
            workspace.file(INDEX, text);
        }
        workspace.run("archive search مدرسة").code(0).prints(ID).says("is made anew");
        let again = workspace.run("archive search مدرسة");
        assert!(!again.code(0).prints(ID).stderr.contains("made anew"), "{}", again.stderr);
    }
    workspace.run("archive reindex").code(0).says("index made, bulletins: 1, not readable: 0");
    workspace.file(&format!("archive/2026/11/{ID}/inventory.json"), "{");
    let run = workspace.run("archive reindex");
    run.code(1).says("not readable: 1").says(ID);
}

#[test]
fn where_nothing_is_archived_nothing_is_made() {
    let workspace = Workspace::new();
    workspace.run("archive search مدرسة").code(0).says("nothing found");
    workspace.run("archive reindex").code(0).says("bulletins: 0");
    assert!(!workspace.path().join("archive").exists());
}
