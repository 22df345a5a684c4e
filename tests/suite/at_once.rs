//! One run of `check` tells all that it can know: nobody has to mend one mistake to learn of the next.

use crate::workspace::{ENGLISH, REPORT, Workspace};

/// What a check of one report says, each as `field [code]`, in the order in which it is told.
fn told(report: &str) -> Vec<String> {
    let workspace = Workspace::new();
    workspace.report("a", report);
    said(&workspace)
}

fn said(workspace: &Workspace) -> Vec<String> {
    let run = workspace.run("check --format json");
    let answer: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let all = answer["diagnostics"].as_array().unwrap().iter();
    let mut said: Vec<String> = all
        .map(|one| format!("{} {} {}", one["file"], one["field"], one["code"]).replace('"', ""))
        .map(|one| one.replacen("content/a.toml ", "", 1))
        .collect();
    said.sort();
    said
}

const HEAD: &str = "schema = 1\nstatus = \"draft\"\ndate = 2026-11-20\n";
const PARAGRAPH: &str = "[[body]]\nparagraph = \"نص يوم الجمعة\"\n";

#[test]
fn missing_pictures_and_characters_are_told_beside_mistakes_in_the_fields() {
    let photo = "[[body]]\nphoto = \"content/assets/none.jpg\"\n";
    let emoji = "[[body]]\nparagraph = \"نص 🎉 يوم الجمعة\"\n";
    let title = "title = \"عنوان\"\n";
    let none = "body[1].photo file-not-found";
    // A picture without its description, a missing title, a line that is no TOML: each beside the rest.
    let report = format!("{HEAD}{title}{photo}{emoji}colour = 1\n");
    let wanted = [" no-glyph", "body[1].alt missing-key", none, "body[2].colour unknown-key"];
    assert_eq!(told(&report), wanted);
    let alt = "alt = \"وصف\"\n";
    assert_eq!(told(&format!("{HEAD}{photo}{alt}{PARAGRAPH}")), [none, "title missing-key"]);
    assert_eq!(told(&format!("{HEAD}{title}{photo}{alt}{emoji}")), [" no-glyph", none]);
    let broken = format!("{HEAD}title = \"عنوان\n{photo}{PARAGRAPH}");
    assert_eq!(told(&broken), [" toml-unclosed-text", "body[1].alt missing-key", none]);
}

#[test]
fn what_may_stand_in_a_line_that_is_not_read_is_not_missed() {
    for line in ["title \"عنوان\"", "titel \"عنوان\"", "العنوان = \"عنوان\"", "title: عنوان"]
    {
        let said = told(&format!("{HEAD}{line}\n{PARAGRAPH}"));
        assert!(said.iter().all(|one| !one.contains("missing-key")), "{line}: {said:?}");
        assert!(!said.is_empty(), "{line}");
    }
    let said = told(&format!("{HEAD}slogan \"شعار\"\n{PARAGRAPH}"));
    assert!(said.contains(&"title missing-key".to_owned()), "{said:?}");
}

#[test]
fn a_part_of_two_kinds_tells_of_both() {
    let report =
        format!("{HEAD}title = \"عنوان\"\n[[body]]\nparagraph = \"نص ( يوم الجمعة\"\nquote = \"\"\ncolour = \"x\"\n");
    let said = told(&report);
    for one in [
        "body[1] block-of-two-kinds",
        "body[1].colour unknown-key",
        "body[1].quote empty-text",
        "body[1].speaker missing-key",
    ] {
        assert!(said.contains(&one.to_owned()), "{one} is not told: {said:?}");
    }
    assert!(said.iter().any(|one| one.contains("paragraph NA")), "{said:?}");
}

#[test]
fn a_photo_that_lacks_its_description_is_a_photo_of_the_report() {
    let report = format!(
        "{HEAD}title = \"عنوان\"\n{PARAGRAPH}[[photos]]\nfile = \"content/a.jpg\"\n[flyer]\nphotos = [\"content/a.jpg\"]\n"
    );
    assert_eq!(told(&report), ["photos[1].alt missing-key", "photos[1].file file-not-found"]);
}

#[test]
fn mistakes_in_the_settings_do_not_hide_those_in_reports() {
    let workspace = Workspace::new();
    workspace.report("a", &REPORT.replace("title", "titel")).report("b", &REPORT.replace("date", "slug = \"b\"\ndate"));
    workspace.file("nashra.toml", format!("{ENGLISH}digitz = \"arab\"\n[theme]\ntext_font = \"Amiry\"\n"));
    workspace.file("glossary.toml", "schema = 1\n[[name]]\nfrom = \"x\"\n");
    let run = workspace.run("check");
    run.code(1)
        .says("nashra.toml:3:1 (digitz)")
        .says("[unknown-font]")
        .says("glossary.toml:")
        .says("a.toml:5:1 (titel)");
    // Nothing is made by settings that are wrong.
    workspace.run("build").code(1).says("(digitz)");
    assert!(workspace.files("out").is_empty());
    workspace.run("check --fix").code(1).says("(digitz)");
    // What only the fonts lack hides no report either.
    workspace
        .file("nashra.toml", format!("{ENGLISH}[theme]\ntext_font = \"Amiry\"\n"))
        .file("glossary.toml", "schema = 1\n");
    workspace.run("check").code(1).says("[unknown-font]").says("(titel)");
    workspace.run("build").code(1).says("[unknown-font]").says("(titel)");
}

#[test]
fn a_number_that_another_has_hides_nothing() {
    let workspace = Workspace::new();
    workspace.report("a", &format!("{REPORT}\n[[photos]]\nfile = \"content/none.jpg\"\nalt = \"وصف\"\n"));
    workspace.report("b", &format!("{REPORT}\n[[photos]]\nfile = \"content/gone.jpg\"\nalt = \"وصف\"\n"));
    workspace.run("check").code(1).says("[duplicate-number]").says("`content/none.jpg`").says("`content/gone.jpg`");
}
