//! The other commands, as their users call them.

use crate::workspace::{ENGLISH, REPORT, Workspace};

#[test]
fn init_makes_a_workspace_that_builds_as_it_is() {
    let folder = Workspace::bare();
    let now = [("NASHRA_NOW", "2026-11-20T09:00:00+03:00")];
    folder.run_with(&["init", "--lang", "en"], &now).code(0).says("created nashra.toml").says("nashra build");
    assert_eq!(folder.files(""), ["content/sample.toml", "glossary.toml", "nashra.toml"]);
    let build = folder.run("build --lang en");
    build.code(0).says("nashra.toml:8:8 (office.name)").says("(office.parents[2])").says("[sample-text]");
    build.says("`name` still has the text of the sample: `اسم الدائرة`").says("write your office's own in its place");
    assert_eq!(folder.files("out").len(), 2);
    // The report's own texts are the matter of those who check it; a draft may have them.
    assert!(!build.stderr.contains("sample.toml:"), "{}", build.stderr);
    let check = folder.run("check --lang en");
    check.code(0).says("sample.toml:6:9 (title)").says("(body[1].paragraph)").says("errors: 0, warnings: 4");
    folder.run("approve content/sample.toml --lang en").code(1).says("sample.toml:6:9 (title)").says("[sample-text]");
    assert!(String::from_utf8_lossy(&folder.read("content/sample.toml")).contains("status = \"draft\""));
    let own = |file: &str, texts: &[(&str, &str)]| {
        let mut text = String::from_utf8(folder.read(file)).unwrap();
        for (sample, own) in texts {
            assert!(text.contains(sample), "{file} has no `{sample}`");
            text = text.replace(sample, own);
        }
        folder.file(file, text);
    };
    own("nashra.toml", &[("\"اسم الدائرة\"", "\"المكتب الإعلامي\""), ("اسم المحافظة", "محافظة البصرة")]);
    own("content/sample.toml", &[("عنوان التقرير", "ورشة"), ("اكتب هنا الفقرة الأولى: من، وماذا، ومتى، وأين.", "نص.")]);
    folder.run("check --deny-warnings").code(0);
    folder.run("approve content/sample.toml").code(0);
}

#[test]
fn init_leaves_what_is_there() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    workspace.run("init --lang en").code(0).says("already there, left as it is: nashra.toml");
    assert_eq!(workspace.read("nashra.toml"), ENGLISH.as_bytes());
    assert_eq!(workspace.files("content"), ["content/school.toml"]);
}

#[test]
fn new_begins_a_report_and_never_replaces_one() {
    let workspace = Workspace::new();
    let arguments = ["new", "school-visit", "--date", "2026-11-20", "--title", "زيارة \"مدرسة\" في C:\\x"];
    let run = workspace.run_with(&arguments, &[]);
    assert_eq!(run.code(0).stdout, "content/2026-11-20-school-visit.toml\n");
    workspace.run("build").code(0);
    workspace.file("content/2026-11-20-school-visit.toml", "mine");
    workspace.run_with(&arguments, &[]).code(2).says("content/2026-11-20-school-visit.toml").says("[file-exists]");
    assert_eq!(workspace.read("content/2026-11-20-school-visit.toml"), b"mine");
}

#[test]
fn new_takes_the_day_from_the_clock_and_refuses_bad_names() {
    let workspace = Workspace::new();
    let run = workspace.run_with(&["new", "visit"], &[("NASHRA_NOW", "2026-11-20T23:30:00+03:00")]);
    run.code(0).prints("content/2026-11-20-visit.toml");
    for bad in ["Visit", "زيارة", "../visit", "a--b", "a/b"] {
        workspace.run_with(&["new", bad], &[]).code(2);
    }
    Workspace::bare().run("new visit --lang en").code(2).says("[workspace-not-found]");
}

#[test]
fn a_clock_that_is_none_is_wrong_usage() {
    let workspace = Workspace::new();
    workspace.run_with(&["build"], &[("NASHRA_NOW", "yesterday")]).code(2).says("NASHRA_NOW");
}

#[test]
fn check_writes_nothing_and_tells_of_the_texts() {
    let workspace = Workspace::new();
    workspace.report("school", &REPORT.replace("قضاء الزبير بحضور", "قضاء ( الزبير ) بحضور"));
    workspace.run("check").code(0).says("[NA001]").says("reports checked: 1, errors: 0, warnings:");
    workspace.run("check --deny-warnings").code(1);
    workspace.run("build").code(0).says("nashra check");
    workspace.run("build").code(0).says("up to date: 2").says("nashra check");
    workspace.run("build --deny-warnings").code(1);
    workspace.file("nashra.toml", format!("{ENGLISH}[checks]\noff = [\"NA001\"]\n"));
    workspace.run("check --deny-warnings").code(0);
}

#[test]
fn check_makes_no_files() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    workspace.run("check").code(0);
    assert_eq!(workspace.files(""), ["content/school.toml", "nashra.toml"]);
    assert!(!workspace.path().join("out").exists());
}

#[test]
fn messages_are_in_the_workspaces_language_unless_asked() {
    let workspace = Workspace::bare();
    workspace.file("nashra.toml", "schema = 1\n").report("school", &REPORT.replace("title", "titel"));
    workspace.run("build").code(1).says("خطأ").says("title");
    workspace.run("build --lang en").code(1).says("error");
    workspace.run("check --format short --lang en").code(1).says("content/school.toml:5:1: error:");
}

#[test]
fn a_workspace_with_mistakes_stops_all_and_says_where() {
    let workspace = Workspace::new();
    workspace.file("nashra.toml", format!("{ENGLISH}digitz = \"arab\"\n")).report("school", REPORT);
    workspace.run("build").code(1).says("nashra.toml:3:1").says("error").says("digits");
    assert!(workspace.files("out").is_empty());
}

#[test]
fn fonts_lists_families_and_what_faces_lack() {
    let workspace = Workspace::new();
    let run = workspace.run("fonts");
    run.code(0).prints("Amiri").prints("Cairo").prints("Vazirmatn").prints("Reem Kufi").prints("700 normal  embedded");
    let faces = workspace.run("fonts --format json");
    let faces: serde_json::Value = serde_json::from_str(&faces.stdout).unwrap();
    let faces = faces["result"].as_array().unwrap();
    assert_eq!(faces.len(), 12);
    let amiri = faces.iter().find(|face| face["family"] == "Amiri" && face["weight"] == 400).unwrap();
    assert_eq!(amiri["lacks"], serde_json::json!([]), "Amiri lacks needed characters");
}

#[test]
fn fonts_of_the_workspace_and_of_the_command_line_are_found() {
    let workspace = Workspace::new();
    let font = |name: &str| std::fs::read(format!("{}/fonts/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    workspace.file("fonts/own.ttf", font("cairo/Cairo-Bold.ttf")).file("more/a/b.ttf", font("amiri/Amiri-Bold.ttf"));
    let run = workspace.run("fonts --font-path more");
    run.code(0).prints("fonts/own.ttf").prints("more/a/b.ttf");
    workspace.run("fonts --font-path nowhere").code(2).says("nowhere");
    // A file that is no font is not a font and harms nothing, but its owner hears of it.
    workspace.file("fonts/broken.ttf", "no font").file("fonts/OFL.txt", "licence").run("fonts").code(0);
    let run = workspace.report("school", REPORT).run("check");
    run.code(0).says("[font-without-face]").says("`fonts/broken.ttf`");
    assert!(!run.stderr.contains("own.ttf") && !run.stderr.contains("OFL.txt"), "{}", run.stderr);
}

#[test]
fn an_unknown_family_names_the_known_ones() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT).file("nashra.toml", format!("{ENGLISH}[theme]\ntext_font = \"Amir\"\n"));
    let run = workspace.run("build");
    run.code(1).says("nashra.toml:4").says("[unknown-font]").says("Amiri").says("Vazirmatn");
    assert!(workspace.files("out").is_empty());
}

#[test]
fn templates_are_listed_ejected_and_overridden() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    workspace.run("templates list").code(0).prints("templates/bulletin/main.typ  built in");
    workspace.run("templates eject bulletin").code(0).says("created templates/bulletin/main.typ");
    workspace.run("templates eject bulletin").code(0).says("already there");
    assert!(!workspace.path().join("templates/flyer").exists());
    workspace.run("templates list").prints("templates/bulletin/main.typ  built in");

    workspace.run("build -e bulletin").code(0);
    let page = "#set page(paper: \"a5\")\n#set text(font: \"Amiri\", fallback: false)\n= عنوان\nصفحة الدائرة\n";
    workspace.file("templates/bulletin/main.typ", page);
    workspace.run("templates list").prints("templates/bulletin/main.typ  the workspace's own");
    workspace.run("build -e bulletin").code(0);
    let texts = crate::words::page_texts(&workspace.read(&workspace.files("out")[0]));
    assert_eq!(crate::words::words(&texts.join(" ")), ["عنوان", "صفحة", "الدائرة"]);

    workspace.file("templates/bulletin/main.typ", "#let x = \n");
    workspace.run("build").code(1).says("templates/bulletin/main.typ:1").says("[template-error]");
    workspace.run("templates eject leaflet").code(2).says("[unknown-template]").says("flyer");
}

#[test]
fn a_template_reads_nothing_but_its_own_files() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT).file("secret.txt", "x");
    for attempt in
        ["#read(\"/secret.txt\")", "#read(\"/../secret.txt\")", "#read(\"/nashra.toml\")", "#image(\"/etc/passwd\")"]
    {
        workspace.file("templates/bulletin/main.typ", attempt);
        workspace.run("build -e bulletin").code(1).says("[template-error]");
    }
    workspace.file("templates/bulletin/main.typ", "#import \"@preview/cetz:0.3.0\": *");
    workspace.run("build -e bulletin").code(1).says("[template-error]");
}

#[test]
fn check_fix_mends_the_seed_and_touches_nothing_else() {
    let workspace = Workspace::new();
    let seed = concat!(env!("CARGO_MANIFEST_DIR"), "/content/2026-11-20-basra-child-friendly.toml");
    let old = std::fs::read_to_string(seed).unwrap();
    workspace.report("seed", &old);
    // Words that are often misspelt are told and left to the author.
    let run = workspace.run("check --fix");
    run.code(0).says("mended content/seed.toml").says("errors: 0, warnings: ");
    // And nobody knows the day of its event.
    let told = run.stderr.matches("[NA017]").count() + run.stderr.matches("[flyer-without-date]").count();
    assert_eq!(run.stderr.matches("warning: ").count(), told);
    let new = String::from_utf8(workspace.read("content/seed.toml")).unwrap();
    for mistake in ["( ", " )", " ،", " .\"", ":-"] {
        let body = new.split("schema = 1").nth(1).unwrap();
        assert!(!body.contains(mistake), "{mistake} is still there");
    }
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    assert_eq!(letters(&old), letters(&new), "a letter was changed");
    let comments =
        |text: &str| text.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(comments(&old), comments(&new));
    assert_eq!(old.lines().count(), new.lines().count());
    // Once is enough.
    let again = workspace.run("check --fix");
    again.code(0).says("errors: 0, warnings: ");
    assert!(!again.stderr.contains("mended"), "{}", again.stderr);
    assert_eq!(workspace.read("content/seed.toml"), new.as_bytes());
}
