//! Mistakes of clerks that only the workspace's files or the finished page can show.

use crate::words::page_texts;
use crate::workspace::Workspace;

const HEAD: &str = "schema = 1\nstatus = \"draft\"\ndate = 2026-11-20\ntitle = \"وفد يزور مدرسة النخيل\"\n";

/// A report with a photo.
fn with_photo(path: &str) -> String {
    format!("{HEAD}[[body]]\nparagraph = \"اطلع الوفد على الصفوف.\"\n[[body]]\nphoto = {path}\nalt = \"ساحة\"\n")
}

/// What is said of a photo in a workspace of these files.
#[track_caller]
fn said(path: &str, files: &[(&str, &[u8])], wanted: &[&str]) {
    let workspace = Workspace::new();
    for (name, bytes) in files {
        workspace.file(name, bytes);
    }
    workspace.report("a", &with_photo(path));
    let run = workspace.run("check --format short");
    run.code(1);
    assert_eq!(run.stderr.matches("error").count(), 2, "one error and the count: {}", run.stderr);
    let told = workspace.run("check");
    for wanted in wanted {
        told.says(wanted);
    }
}

#[test]
fn a_file_that_is_no_photo_is_called_what_it_is() {
    for (bytes, wanted) in [
        (&b"%PDF-1.7\n"[..], "is no picture but a PDF document"),
        (b"PK\x03\x04word", "is no picture but a Word document"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "is no picture but a phone's photo in HEIC"),
        (b"GIF89a....", "is no picture but one of another format"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "is no picture but a film"),
        (b"<!DOCTYPE html><html></html>", "a page of the web that was saved"),
        (b"", "is no picture but an empty file"),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "a drawing in SVG"),
    ] {
        said("\"assets/scan.jpg\"", &[("assets/scan.jpg", bytes)], &[wanted, "[picture-is-none]"]);
    }
}

#[test]
fn a_path_that_leads_nowhere_proposes_the_files_that_are_meant() {
    let files: &[(&str, &[u8])] = &[("assets/a/yard.jpg", b"x"), ("content/assets/صورة (1).jpg", b"x")];
    for path in [
        "\"yard.jpg\"",
        "\"assets/yard.jpg\"",
        "\"assets/a/Yard.JPG\"",
        "\"assets/yard.png\"",
        "'C:\\Users\\Media\\yard.jpg'",
        "\"C:\\Users\\Media\\yard.jpg\"",
        "\"C:\\new\\table\\yard.jpg\"",
        "\"D:/photos/yard.jpg\"",
        "\"/home/media/yard.jpg\"",
        "\"../yard.jpg\"",
        "'assets\\a\\yard.jpg'",
    ] {
        said(path, files, &["`assets/a/yard.jpg`"]);
    }
    said("\"صورة(1).jpg\"", files, &["`content/assets/صورة (1).jpg`"]);
    let two: &[(&str, &[u8])] = &[("assets/a/yard.jpg", b"x"), ("assets/b/yard.jpg", b"x")];
    said("\"yard.jpg\"", two, &["`assets/a/yard.jpg` or `assets/b/yard.jpg`"]);
    // What the program made itself is none of the office's photos.
    said("\"hall.jpg\"", &[("out/2026/hall.jpg", b"x")], &["put the file there, or correct its path"]);
}

#[test]
fn points_in_a_paragraph_become_a_list_and_are_one_mistake() {
    for (mark, ordered) in
        [("- ", ""), ("• ", ""), ("* ", ""), ("1- ", "ordered = true\n"), ("١. ", "ordered = true\n")]
    {
        let text = format!("{HEAD}[[body]]\nparagraph = \"\"\"\nتضمنت:\n{mark}تبليط شارع\n{mark}نصب أعمدة\n\"\"\"\n");
        let workspace = Workspace::new();
        workspace.report("a", &text);
        let told = workspace.run("check -e bulletin --format short");
        told.code(0).says("[newlines-merged]").says("3 lines");
        assert_eq!(told.stderr.matches("warning:").count(), 1, "{}", told.stderr);
        workspace.run("check --fix").code(0);
        let mended = String::from_utf8(workspace.read("content/a.toml")).unwrap();
        let list = format!(
            "[[body]]\nparagraph = \"تضمنت:\"\n\n[[body]]\nlist = [\n    \"تبليط شارع\",\n    \"نصب أعمدة\",\n]\n{ordered}"
        );
        assert_eq!(mended, format!("{HEAD}{list}"), "{mark}");
        workspace.run("check -e bulletin --deny-warnings").code(0);
    }
}

#[test]
fn short_lines_are_told_but_those_of_a_long_paragraph_are_not() {
    let check = |text: &str| {
        let workspace = Workspace::new();
        workspace.report("a", &format!("{HEAD}[[body]]\nparagraph = \"\"\"\n{text}\n\"\"\"\n"));
        workspace.run("check --format short").stderr
    };
    assert!(check("مكتب السيد المحافظ\nقسم الموارد البشرية\nالأضبارة").contains("[newlines-merged]"));
    let long = "اطلع الوفد على الصفوف والمختبر والساحة واستمع إلى الملاحظات\n".repeat(3);
    assert!(!check(&long).contains("[newlines-merged]"));
    assert!(!check("سطر أول\nسطر ثان").contains("[newlines-merged]"));
}

#[test]
fn a_slogan_with_marks_of_its_own_is_printed_with_one_pair() {
    for slogan in
        ["«مدرسة آمنة»", "(مدرسة آمنة)", "“مدرسة آمنة”", "\\\"مدرسة آمنة\\\"", "« مدرسة آمنة »", "<<مدرسة آمنة>>"]
    {
        let workspace = Workspace::new();
        let text = HEAD.replace("title", &format!("slogan = \"{slogan}\"\ntitle"));
        workspace.report("a", &format!("{text}[[body]]\nparagraph = \"نص.\"\n"));
        workspace.run("build -e bulletin").code(0);
        let page = page_texts(&workspace.read(&workspace.files("out")[0])).concat();
        let line = page.lines().find(|line| line.contains("مدرسة آمنة")).unwrap();
        let marks = line.chars().filter(|c| "«»()“”\"<>".contains(*c)).count();
        assert_eq!(marks, 2, "{slogan}: {line}");
        assert!(line.contains('«') && line.contains('»'), "{slogan}: {line}");
    }
}

/// What is said of a report in place of its third line.
#[track_caller]
fn one_mistake(wrong: &str, right: &str, wanted: &str) {
    assert!(REPORT.contains(right), "{right}");
    let workspace = Workspace::new();
    workspace.report("a", &REPORT.replace(right, wrong));
    let run = workspace.run("check --format short");
    run.code(1);
    assert_eq!(run.stderr.matches("error:").count(), 1, "{wrong}: one error: {}", run.stderr);
    workspace.run("check").says(wanted);
}

const REPORT: &str = "schema = 1\nstatus = \"draft\"\ndate = 2026-11-20\ntitle = \"وفد يزور مدرسة النخيل\"\n\n[event]\n\
    date = 2026-11-18\nplace = \"قضاء الزبير\"\n\n[[body]]\nparagraph = \"اطلع الوفد على الصفوف.\"\n";

#[test]
fn days_in_any_words_are_told_as_they_must_stand() {
    for day in [
        "20/11/2026",
        "٢٠٢٦-١١-٢٠",
        "2026-11-20م",
        "26-11-20",
        "الجمعة 20 تشرين الثاني 2026",
        "الجمعة، ٢٠ نوفمبر ٢٠٢٦ م",
        "20 Nov 2026",
        "2026−11−20",
        "2026 - 11 - 20",
        "“2026-11-20”",
    ] {
        one_mistake(&format!("date = {day}\ntitle"), "date = 2026-11-20\ntitle", "write `2026-11-20`");
    }
    for (wrong, wanted) in [
        ("date = ١٠ جمادى الآخرة ١٤٤٨", "without quotes: `2026-11-20`"),
        ("date 2026-11-20", "write it as `date = 2026-11-20`"),
        ("date: 2026-11-20", "`date = 2026-11-20`"),
        ("التاريخ = 2026-11-20", "did you mean `date`?"),
        ("Date = 2026-11-20", "did you mean `date`?"),
    ] {
        one_mistake(&format!("{wrong}\ntitle"), "date = 2026-11-20\ntitle", wanted);
    }
}

#[test]
fn values_without_quotes_are_told_with_them() {
    for (key, wanted) in [
        ("time = 09:30", "`time = \"09:30\"`"),
        ("time = 9.30", "`time = \"9.30\"`"),
        ("time = 9:30", "\"9:30\""),
        ("time = ٩:٠٠ صباحاً", "\"٩:٠٠ صباحاً\""),
        ("time 9:30", "`time = \"9:30\"`"),
    ] {
        one_mistake(&format!("place = \"قضاء الزبير\"\n{key}"), "place = \"قضاء الزبير\"", wanted);
    }
    one_mistake("title وفد يزور مدرسة", "title = \"وفد يزور مدرسة النخيل\"", "`title = \"وفد يزور مدرسة\"`");
    one_mistake("العنوان = \"وفد\"", "title = \"وفد يزور مدرسة النخيل\"", "did you mean `title`?");
    one_mistake("number = 12\ntitle", "title", "`number = \"12\"`");
}

#[test]
fn a_part_of_the_body_without_its_heading_is_one_mistake() {
    one_mistake("", "[[body]]\n", "write a line `[[body]]` above it");
    one_mistake("[body]]\n", "[[body]]\n", "close it with as many brackets");
    one_mistake("[[body]\n", "[[body]]\n", "close it with as many brackets");
    one_mistake("[[Body]]\n", "[[body]]\n", "did you mean `body`?");
}
