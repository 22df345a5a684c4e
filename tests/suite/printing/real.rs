//! What reaches a real printer.

use super::{BULLETIN, FLYER, SCHOOL, office};
use crate::newsletter;
use crate::printers::RealPrinter;
use crate::workspace::{ENGLISH, REPORT, Workspace};

/// Long enough for two pages.
fn long_report() -> String {
    let paragraph = "[[body]]\nparagraph = \"حضر الافتتاح عدد كبير من أهالي القضاء ومعلميه، وتحدث فيه مدير التربية عن أعمال البناء وعن الصفوف والمختبرات والساحات التي أُنجزت في موعدها.\"\n";
    format!("{REPORT}\n{}", paragraph.repeat(20))
}

#[test]
fn the_very_file_reaches_the_printer_as_the_edition_asks() {
    let printer = RealPrinter::new();
    let workspace = office(&printer.uri());
    workspace.report("school", &long_report());
    let run = workspace.run(&format!("print {SCHOOL} --copies 3"));
    run.code(0).says("sent to Office Laser: job 1, pages: 2, copies: 3").says("printed by Office Laser: job 1");
    assert_eq!(run.stdout, format!("{BULLETIN}\n"));
    assert!(printer.document() == workspace.read(BULLETIN), "another file was printed");
    assert_eq!(printer.setting("media"), "iso_a4_210x297mm");
    assert_eq!(printer.setting("sides"), "two-sided-long-edge");
    assert_eq!(printer.setting("copies"), "3");
    assert_eq!(printer.setting("multiple-document-handling"), "separate-documents-collated-copies");
    assert_eq!(printer.setting("document-format-supplied"), "application/pdf");
    assert_eq!(printer.setting("job-name"), "افتتاح مدرسة جديدة في قضاء الزبير");
    assert_eq!(printer.setting("job-originating-user-name"), "nashra");
    assert_eq!(printer.setting("print-color-mode"), "");

    let run = workspace.run(&format!("print {SCHOOL} --edition flyer --grey"));
    assert_eq!(run.code(0).stdout, format!("{FLYER}\n"));
    assert!(printer.document() == workspace.read(FLYER));
    assert_eq!(printer.setting("media"), "iso_a5_148x210mm");
    assert_eq!(printer.setting("sides"), "one-sided");
    assert_eq!(printer.setting("print-color-mode"), "monochrome");

    // The options of the command and the workspace's word on the printer come first.
    workspace.run(&format!("print {SCHOOL} --sides two-sided-short-edge --paper a5")).code(0);
    assert_eq!(
        (printer.setting("sides"), printer.setting("media")),
        ("two-sided-short-edge".into(), "iso_a5_148x210mm".into())
    );
    workspace.file("nashra.toml", format!("{ENGLISH}[printer]\nuri = \"{}\"\nduplex = false\n", printer.uri()));
    workspace.run(&format!("print {SCHOOL}")).code(0);
    assert_eq!(printer.setting("sides"), "one-sided");
}

#[test]
fn a_report_is_made_first_only_where_it_is_not_up_to_date() {
    let printer = RealPrinter::new();
    let workspace = office(&printer.uri());
    workspace.report("school", &REPORT.replace("approved", "draft"));
    let building = format!("building {SCHOOL}");
    workspace.run(&format!("print {SCHOOL}")).code(0).says(&building);
    let again = workspace.run(&format!("print {SCHOOL}"));
    assert!(!again.code(0).stderr.contains(&building), "{}", again.stderr);
    assert_eq!(printer.setting("job-name"), "افتتاح مدرسة جديدة في قضاء الزبير");
    // The other profile's files are not touched, and nothing else is made.
    assert_eq!(workspace.files("out"), [BULLETIN]);
    let draft = crate::words::page_texts(&printer.document()).concat().replace(char::is_whitespace, "");
    assert!(draft.contains("مسودة"), "{draft}");
}

#[test]
fn a_finished_pdf_is_printed_as_it_is() {
    let printer = RealPrinter::new();
    let workspace = office(&printer.uri());
    workspace.run("build").code(0);
    let archive = "out/2026/11/2026-11-20-school-flyer.pdf";
    let run = workspace.run(&format!("print {archive} --format json --copies 2"));
    let found: serde_json::Value = serde_json::from_str(&run.code(0).stdout).unwrap();
    let result = &found["result"];
    assert_eq!((&result["file"], &result["state"]), (&archive.into(), &"completed".into()));
    assert_eq!((&result["job"], &result["copies"], &result["pages"]), (&1.into(), &2.into(), &1.into()));
    assert_eq!((&result["paper"], &result["sides"]), (&"a5".into(), &"one-sided".into()));
    assert_eq!((&result["printer"], &result["name"]), (&printer.uri().into(), &"Office Laser".into()));
    assert_eq!(found["diagnostics"], serde_json::json!([]));
    assert!(printer.document() == workspace.read(archive));
    assert_eq!(printer.setting("job-name"), "2026-11-20-school-flyer");
    // Without a workspace too, when the printer is named.
    let folder = Workspace::bare();
    folder.file("a.pdf", workspace.read(archive));
    folder.run(&format!("print a.pdf --no-wait --lang en --printer {}", printer.uri())).code(0).says("job 2");
    folder.run("print a.pdf --lang en").code(2).says("[no-printer]");
}

#[test]
fn a_booklets_lying_sheets_are_turned_on_their_short_edge() {
    let printer = RealPrinter::new();
    let workspace = office(&printer.uri());
    workspace.report("school", &long_report());
    let settings = format!("{ENGLISH}[printer]\nuri = \"{}\"\n[editions.bulletin]\npaper = \"a5\"\n", printer.uri());
    workspace.file("nashra.toml", &settings);
    let booklet = "out/2026/11/2026-11-20-school-bulletin.office.booklet.pdf";
    let run = workspace.run(&format!("print {SCHOOL} --impose booklet"));
    assert_eq!(run.code(0).stdout, format!("{booklet}\n"));
    assert!(printer.document() == workspace.read(booklet));
    assert_eq!(printer.setting("sides"), "two-sided-short-edge");
    assert_eq!(printer.setting("media"), "iso_a4_210x297mm");
    // What the settings arrange is not made again; without being asked for, the plain pages are
    // printed.
    workspace.file("nashra.toml", settings + "impose = \"booklet\"\n");
    workspace.run("build -e bulletin -p office").code(0);
    let run = workspace.run(&format!("print {SCHOOL} --impose booklet"));
    assert!(!run.code(0).stderr.contains("building"), "{}", run.stderr);
    assert!(printer.document() == workspace.read(booklet));
    workspace.run(&format!("print {SCHOOL}")).code(0);
    assert!(printer.document() == workspace.read(BULLETIN));
    assert_eq!(printer.setting("media"), "iso_a5_148x210mm");
    // Single sides make no booklet, whatever is said of the printer.
    let one_sided =
        String::from_utf8(workspace.read("nashra.toml")).unwrap().replace("[editions", "duplex = false\n[editions");
    workspace.file("nashra.toml", one_sided);
    workspace.run(&format!("print {SCHOOL} --impose booklet")).code(0);
    assert_eq!(printer.setting("sides"), "two-sided-short-edge");
    workspace.run(&format!("print {SCHOOL} --impose booklet --sides one-sided")).code(0);
    assert_eq!(printer.setting("sides"), "one-sided");
}

#[test]
fn a_job_that_fails_at_the_real_printer_is_the_machines_fault() {
    let printer = RealPrinter::ending(1);
    let run = office(&printer.uri()).run(&format!("print {SCHOOL}"));
    run.code(3).says("[print-aborted]").says("gave up job 1");
    assert_eq!(run.stdout, "");
}

#[test]
fn the_real_printers_limits_are_told_before_anything_is_sent() {
    let printer = RealPrinter::new();
    let workspace = office(&printer.uri());
    workspace.run(&format!("print {SCHOOL} --copies 301")).code(3).says("[printer-too-many-copies]").says("300");
    workspace.run(&format!("print {SCHOOL} --paper a3")).code(3).says("does not print on A3").says("`A4`, `A5`");
    let elsewhere = printer.uri().replace("/ipp/print", "/ipp/other");
    let run = workspace.run(&format!("print {SCHOOL} --printer {elsewhere}"));
    run.code(3).says("there is no printer under this address");
    assert!(printer.is_unused());
}

#[test]
fn an_issues_booklet_is_printed_as_the_settings_arrange_it() {
    let printer = RealPrinter::new();
    let workspace = newsletter::office();
    let settings = String::from_utf8(workspace.read("nashra.toml")).unwrap();
    let booklet = "impose = { scheme = \"booklet\", sheet = \"a4\" }";
    workspace.file("nashra.toml", format!("{settings}{booklet}\n[printer]\nuri = \"{}\"\n", printer.uri()));
    let file = newsletter::PDF.replace(".pdf", ".office.booklet.pdf");
    let run = workspace.run(&format!("print {} --impose booklet", newsletter::ISSUE));
    assert_eq!(run.code(0).stdout, format!("{file}\n"));
    assert!(printer.document() == workspace.read(&file), "another file was printed");
    assert_eq!(printer.setting("sides"), "two-sided-short-edge");
    assert_eq!(printer.setting("media"), "iso_a4_210x297mm");
    workspace.run(&format!("print {} --edition flyer", newsletter::ISSUE)).code(2).says("[print-other-edition]");
}
