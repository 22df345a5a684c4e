//! Files from strangers: whatever they hold, the run ends, says why, and the others are built.

use std::fs;

use crate::workspace::{REPORT, Workspace};

const INNOCENT: &str = "content/2026-11-20-innocent.toml";

/// A workspace with a template of its own for flyers, and two reports.
fn with_flyer(template: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.file("nashra.toml", "schema = 1\nlanguage = \"en\"\n");
    workspace.file("templates/flyer/main.typ", template);
    workspace.file("content/2026-11-20-school.toml", REPORT).file(INNOCENT, REPORT.replace("١/٢٠٢٦", "٢/٢٠٢٦"));
    workspace
}

/// The flyer fails with the message, the bulletins are built, and nothing crashes.
fn stops(template: &str, said: &str) {
    let workspace = with_flyer(template);
    let run = workspace.run("build -e flyer content/2026-11-20-school.toml");
    run.code(1).says("[stopped]").says(said).says("templates/flyer/main.typ");
    assert!(!workspace.path().join("out/2026/11/2026-11-20-school-flyer.pdf").exists());
    workspace.run("build -e bulletin").code(0);
    assert!(workspace.path().join("out/2026/11/2026-11-20-innocent-bulletin.pdf").exists());
}

#[test]
fn a_template_that_never_ends_is_given_up() {
    stops("#{ let n = 0; for _ in range(100000) { for _ in range(100000) { n += 1 } } }\n", "within 20 seconds");
}

#[test]
fn a_template_that_overflows_the_stack_takes_nobody_along() {
    let nested = "#{ let a = (); for _ in range(600000) { a = (a,) }; repr(a) }\n";
    stops(nested, "broke down");
}

#[test]
fn a_template_that_eats_all_memory_is_given_up() {
    let hungry = "#{ let a = range(100000); for n in range(16) { a += a }; a.len() }\n";
    stops(hungry, "1024 MB");
}

#[test]
fn templates_run_no_plugins() {
    let workspace = with_flyer("#{ plugin(bytes((0, 97, 115, 109))) }\n");
    workspace.run("build -e flyer").code(1).says("templates/flyer/main.typ");
    let workspace = with_flyer("#{ std.plugin(bytes((0, 97, 115, 109))) }\n");
    workspace.run("build -e flyer").code(1).says("templates/flyer/main.typ");
}

#[test]
fn pages_made_apart_are_the_same_bytes() {
    let own = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/flyer/main.typ")).unwrap();
    let (apart, here) = (with_flyer(&format!("{own}\n")), Workspace::new());
    here.file("nashra.toml", "schema = 1\nlanguage = \"en\"\n").file("content/2026-11-20-school.toml", REPORT);
    let flyer = "out/2026/11/2026-11-20-school-flyer.pdf";
    for workspace in [&apart, &here] {
        workspace.run("build -e flyer content/2026-11-20-school.toml").code(0);
    }
    let pages = [&apart, &here].map(|workspace| crate::words::page_texts(&workspace.read(flyer)));
    assert_eq!(pages[0], pages[1]);
}

#[test]
fn a_mark_that_acts_is_left_without_it() {
    let workspace = Workspace::new();
    let office =
        "schema = 1\nlanguage = \"en\"\n[office]\nname = \"المكتب\"\nlogo = \"content/a.svg\"\nlogo_alt = \"شعار\"\n";
    workspace.file("nashra.toml", office).file("content/2026-11-20-school.toml", REPORT);
    let acting = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\" onload=\"a()\"><script>a()</script><rect width=\"9\" height=\"9\"/></svg>";
    workspace.file("content/a.svg", acting);
    workspace.run("build -e bulletin").code(0).says("[drawing-left-out]").says("`onload`, `script`");
    for (drawing, said) in [
        ("<svg xmlns=\"http://www.w3.org/2000/svg\">".to_owned() + &"<g>".repeat(70), "64 elements inside each other"),
        ("<html></html>".to_owned(), "no drawing (SVG)"),
    ] {
        workspace.file("content/a.svg", drawing);
        workspace.run("build -e bulletin").code(1).says("[drawing-refused]").says(said);
        workspace.run("register --year 2026 --pdf").code(1).says("[drawing-refused]").says(said);
    }
}

#[test]
#[cfg(unix)]
fn no_link_leads_out() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    let linked = |name: &str, target: &str| {
        let workspace = Workspace::new();
        workspace.file("nashra.toml", "schema = 1\nlanguage = \"en\"\n").file("content/2026-11-20-school.toml", REPORT);
        let place = workspace.path().join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        symlink(outside.path().join(target), place).unwrap();
        workspace
    };
    fs::create_dir_all(outside.path().join("folder")).unwrap();
    fs::write(outside.path().join("glossary.toml"), "").unwrap();
    for (name, target) in
        [("out", "folder"), ("out/2026", "folder"), ("fonts", "folder"), ("glossary.toml", "glossary.toml")]
    {
        linked(name, target).run("build -e bulletin").code(1).says("[file-symlink-out]").says(name);
        assert_eq!(fs::read_dir(outside.path().join("folder")).unwrap().count(), 0, "{name}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn results_that_could_not_be_written_are_a_failure() {
    use std::process::{Command, Stdio};
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let nashra = || Command::new(env!("CARGO_BIN_EXE_nashra"));
    let run = nashra().args(["--lang", "en", "fonts"]).stdout(full).output().unwrap();
    assert_eq!(run.status.code(), Some(3));
    let mut child = nashra().arg("fonts").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(141));
}

#[test]
fn a_run_clears_what_killed_ones_left() {
    let workspace = Workspace::new();
    workspace.file("nashra.toml", "schema = 1\nlanguage = \"en\"\n").file("content/2026-11-20-school.toml", REPORT);
    workspace.file("out/2026/11/.nashra-killed", "half").file("out/.nashra/.nashra-killed", "half");
    workspace.run("build -e bulletin").code(0);
    for left in ["out/2026/11/.nashra-killed", "out/.nashra/.nashra-killed"] {
        assert!(!workspace.path().join(left).exists(), "{left}");
    }
}
