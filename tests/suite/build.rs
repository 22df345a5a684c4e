//! `nashra build`: which files it makes, where, and what it says.

use crate::workspace::{REPORT, Workspace};

const BULLETIN: &str = "out/2026/11/2026-11-20-school-bulletin.pdf";
const FLYER: &str = "out/2026/11/2026-11-20-school-flyer.pdf";

#[test]
fn a_report_becomes_a_bulletin_and_a_flyer() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    let run = workspace.run("build");
    run.code(0).says("files built: 2, up to date: 0, reports with errors: 0");
    assert_eq!(run.stdout.lines().collect::<Vec<_>>(), [BULLETIN, FLYER]);
    assert_eq!(workspace.files("out"), [BULLETIN, FLYER]);
}

#[test]
fn editions_and_profiles_have_their_own_files() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    workspace.run("build --edition bulletin --profile office").code(0);
    assert_eq!(workspace.files("out"), ["out/2026/11/2026-11-20-school-bulletin.office.pdf"]);
    let office = lopdf::Document::load_mem(&workspace.read(&workspace.files("out")[0])).unwrap();
    assert!(office.catalog().unwrap().get(b"AF").is_err(), "the office's copy carries attachments");
    assert!(office.catalog().unwrap().get(b"StructTreeRoot").is_ok(), "the office's copy isn't tagged");
}

#[test]
fn the_record_carries_its_source_and_metadata() {
    let workspace = Workspace::new();
    let office = "[office]\nname = \"المكتب الإعلامي\"\n";
    workspace.file("nashra.toml", format!("{}{office}", crate::workspace::ENGLISH));
    let report = REPORT.replace("status", "tags = [\"تربية\", \"الزبير\"]\nstatus");
    workspace.report("school", &report);
    workspace.run("build -e bulletin").code(0);
    let pdf = lopdf::Document::load_mem(&workspace.read(BULLETIN)).unwrap();
    let attached = pdf.objects.values().filter_map(|object| object.as_stream().ok()).find(|stream| {
        stream.dict.get(b"Type").is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"EmbeddedFile"))
    });
    let attached = attached.expect("nothing is attached");
    let bytes = attached.decompressed_content().unwrap_or_else(|_| attached.content.clone());
    assert_eq!(bytes, report.as_bytes());
    let relationships: Vec<_> = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"AFRelationship").ok()?.as_name().ok())
        .collect();
    assert_eq!(relationships, [b"Source"]);
    let xmp =
        pdf.objects.values().filter_map(|object| object.as_stream().ok()).find(|stream| {
            stream.dict.get(b"Type").is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Metadata"))
        });
    let xmp = String::from_utf8(xmp.expect("no metadata").content.clone()).unwrap();
    for words in
        ["افتتاح مدرسة جديدة", "المكتب الإعلامي", "الزبير", "2026-11-20", "<dc:language>", "pdfaid:part", "pdfuaid:part"]
    {
        assert!(xmp.contains(words), "the metadata lacks {words}:\n{xmp}");
    }
}

#[test]
fn the_same_contents_give_the_same_bytes_on_another_day_in_another_folder() {
    let make = |now: &str| {
        let workspace = Workspace::new();
        workspace.report("school", REPORT);
        workspace.run_with(&["build"], &[("NASHRA_NOW", now)]).code(0);
        [workspace.read(BULLETIN), workspace.read(FLYER)]
    };
    assert!(make("2026-11-20T10:00:00+03:00") == make("2031-01-02T23:59:00-05:00"));
}

#[test]
fn one_bad_report_never_stops_the_others() {
    let workspace = Workspace::new();
    workspace.report("a", &REPORT.replace("١/", "٢/"));
    workspace.report("b", &REPORT.replace("title", "tilte"));
    workspace.report("c", REPORT);
    let run = workspace.run("build -e bulletin --format json");
    run.code(1);
    let result: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(result["result"]["failed"], serde_json::json!(["content/b.toml"]));
    assert_eq!(result["result"]["built"].as_array().unwrap().len(), 2);
    let codes: Vec<_> = result["diagnostics"].as_array().unwrap().iter().map(|d| d["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"unknown-key"), "{codes:?}");
    assert_eq!(workspace.files("out").len(), 2);
}

#[test]
fn a_lone_report_builds_without_a_workspace() {
    let folder = Workspace::bare();
    folder.file("school.toml", REPORT);
    let run = folder.run("build school.toml --lang en");
    run.code(0).says("files built: 2");
    assert_eq!(folder.files("out"), [BULLETIN, FLYER]);
}

#[test]
fn paths_folders_and_globs_name_reports() {
    let workspace = Workspace::new();
    for (name, number) in [("a", 1), ("b", 2), ("old/c", 3)] {
        workspace.report(name, &REPORT.replace("١/", &format!("{number}/")));
    }
    for (request, count) in [("content/a.toml", 1), ("content/old", 1), ("content/*.toml", 2), ("content/**/*.toml", 3)]
    {
        let run = workspace.run(&format!("build --force -e flyer {request}"));
        assert_eq!(run.code(0).stdout.lines().count(), count, "{request}");
    }
    workspace.run("build content/d.toml").code(2).says("content/d.toml");
    workspace.run("build ../elsewhere.toml").code(2);
}

#[test]
fn issues_of_the_newsletter_are_no_reports() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT).file("content/issues/one.toml", "schema = 1\n");
    workspace.run("build -e flyer").code(0);
}

#[test]
fn an_embargo_holds_until_its_moment() {
    let workspace = Workspace::new();
    workspace.report("school", &REPORT.replace("status", "not_before = 2026-11-20T10:00:00+03:00\nstatus"));
    let at = |now, arguments: &[&str]| workspace.run_with(arguments, &[("NASHRA_NOW", now)]);
    at("2026-11-20T06:59:59Z", &["build"]).code(1).says("2026-11-20T10:00:00+03:00").says("[embargo]");
    assert!(workspace.files("out").is_empty());
    at("2026-11-20T06:59:59Z", &["build", "--embargoed"]).code(0);
    // A file that is there doesn't lift the embargo.
    at("2026-11-20T06:59:59Z", &["build"]).code(1).says("[embargo]");
    at("2026-11-20T07:00:00Z", &["build"]).code(0);
}

#[test]
fn two_reports_never_write_one_file_or_share_a_number() {
    let workspace = Workspace::new();
    workspace.report("a", &REPORT.replace("status", "slug = \"same\"\nstatus"));
    workspace.report("b", &REPORT.replace("status", "slug = \"same\"\nstatus").replace("١/٢٠٢٦", "7/2026"));
    workspace.report("c", &REPORT.replace("١/٢٠٢٦", "1/2026"));
    let run = workspace.run("build -e bulletin");
    run.code(1).says("[same-output]").says("[duplicate-number]").says("content/a.toml");
    assert_eq!(workspace.files("out"), ["out/2026/11/2026-11-20-same-bulletin.pdf"]);
    // Also when the other one isn't part of the run.
    workspace.run("build -e bulletin content/c.toml").code(1).says("[duplicate-number]");
}

#[cfg(unix)]
#[test]
fn an_output_folder_that_is_a_file_is_the_machines_fault() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT).file("out", "not a folder");
    workspace.run("build").code(3).says("out").says("[output-not-writable]");
    assert_eq!(workspace.read("out"), b"not a folder");
}

#[test]
fn many_reports_on_many_threads_come_out_as_on_one() {
    let make = |jobs: &str| {
        let workspace = Workspace::new();
        crate::generator::Generator::new(7).fill(workspace.path(), 12);
        workspace.run_with(&["build", "-e", "bulletin", "--jobs", jobs], &[]).code(0);
        workspace.files("out").iter().map(|name| workspace.read(name)).collect::<Vec<_>>()
    };
    let (one, many) = (make("1"), make("5"));
    assert_eq!(one.len(), 12);
    assert!(one == many);
}

#[test]
fn a_finished_file_and_a_number_stay_with_who_has_them() {
    let workspace = Workspace::new();
    let same = |title: &str| REPORT.replace("status", "slug = \"same\"\nstatus").replace("افتتاح", title);
    workspace.report("b", &same("افتتاح"));
    workspace.run("build -e bulletin").code(0);
    let name = &workspace.files("out")[0];
    let whole = workspace.read(name);
    // One that comes earlier in the order of paths takes neither file nor number, …
    workspace.report("a", &same("إغلاق"));
    workspace.run("build -e bulletin").code(1).says("content/a.toml").says("[same-output]").says("[duplicate-number]");
    assert!(workspace.read(name) == whole);
    // … also when the owner is broken, or the workspace has changed and everything has to be made
    // anew.
    workspace.report("b", "schema = 1\n");
    workspace.run("build -e bulletin").code(1).says("[same-output]");
    workspace.file("nashra.toml", format!("{}# changed\n", crate::workspace::ENGLISH));
    workspace.run("build -e bulletin content/a.toml").code(1).says("[same-output]");
    assert!(workspace.read(name) == whole);
}

#[test]
fn a_file_that_cannot_be_written_stops_no_other_report() {
    let workspace = Workspace::new();
    workspace.report("a", REPORT).report("b", &REPORT.replace("١/", "٢/")).report("c", "schema = 1\n");
    workspace.file("out/2026/11/2026-11-20-a-bulletin.pdf/in-the-way", "");
    let run = workspace.run("build -e bulletin");
    run.code(3).says("[output-not-writable]").says("content/a.toml").says("content/c.toml").says("files built: 1");
    workspace.run("build -e bulletin content/b.toml").code(0).says("up to date: 1");
}

#[cfg(unix)]
#[test]
fn pipes_and_names_that_are_no_text_are_told_and_passed_over() {
    use std::os::unix::ffi::OsStrExt as _;
    let workspace = Workspace::new();
    workspace.report("a", REPORT);
    let odd = workspace.path().join("content").join(std::ffi::OsStr::from_bytes(b"\xe6\xd1.toml"));
    std::fs::write(odd, REPORT).unwrap();
    let pipe = std::process::Command::new("mkfifo").arg(workspace.path().join("content/p.toml")).status().unwrap();
    assert!(pipe.success());
    let run = workspace.run("build -e bulletin");
    run.code(1).says("[file-name-not-utf8]").says("[file-not-a-file]").says("files built: 1");
    assert!(workspace.run("check --format json").code(1).stdout.starts_with('{'));
}

#[test]
fn a_crash_of_the_engine_is_one_reports_error() {
    let workspace = Workspace::new();
    let template = "#let data = json(\"/data.json\")\n#if data.report.slug == \"a\" { [#duration(weeks: 9223372036854775807)] }\n\
                    #set text(font: \"Amiri\")\n= عنوان\n";
    workspace
        .report("a", REPORT)
        .report("b", &REPORT.replace("١/", "٢/"))
        .file("templates/bulletin/main.typ", template);
    let run = workspace.run("build -e bulletin");
    run.code(1).says("content/a.toml").says("[crash]").says("files built: 1");
    workspace.run("build -e bulletin content/b.toml").code(0).says("up to date: 1");
}

#[test]
fn reports_too_large_to_wait_in_memory_are_built_like_others() {
    let workspace = Workspace::new();
    let remarks = format!("# {}\n", "ملاحظة ".repeat(8)).repeat(8500);
    for number in 1..=9 {
        let report = REPORT.replace("١/", &format!("{number}/")).replace("الجمعة.", "الجمعة .");
        workspace.report(&format!("r{number}"), &format!("{report}{remarks}"));
    }
    let run = workspace.run("check -e bulletin --format json");
    let found: serde_json::Value = serde_json::from_str(&run.code(0).stdout).unwrap();
    let files: Vec<&str> =
        found["diagnostics"].as_array().unwrap().iter().map(|d| d["file"].as_str().unwrap()).collect();
    let all: Vec<String> = (1..=9).map(|number| format!("content/r{number}.toml")).collect();
    assert_eq!(files, all);
    workspace.run("build -e bulletin").code(0).says("files built: 9");
}

#[test]
fn the_folder_can_be_given() {
    let workspace = Workspace::new();
    workspace.report("a", REPORT);
    let elsewhere = Workspace::bare();
    let run = elsewhere.run_with(&["-C", workspace.path().to_str().unwrap(), "build", "content/*.toml"], &[]);
    run.code(0).says("files built: 2");
    elsewhere.run("-C nowhere build --lang en").code(2).says("nowhere");
}
