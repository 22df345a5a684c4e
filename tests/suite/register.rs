//! `nashra register`: the register of a year's numbers.

use crate::words::page_texts;
use crate::workspace::{ENGLISH, Workspace};

fn report(status: &str, number: &str, day: &str, title: &str, copies: &str) -> String {
    format!(
        "schema = 1\nstatus = \"{status}\"\nnumber = \"{number}\"\ndate = {day}\ntitle = \"{title}\"\ncopies = [{copies}]\n\n[[body]]\nparagraph = \"زار الوفد المدرسة.\"\n"
    )
}

fn office() -> Workspace {
    let workspace = Workspace::bare();
    workspace
        .file("nashra.toml", format!("{ENGLISH}\n[numbers]\nform = \"م.و/{{n}}\"\nstart = 415\nstart_year = 2026\n"));
    workspace.report("a", &report("approved", "م.و/٤١٦", "2026-10-05", "افتتاح", "\"مكتب المحافظ\", \"التربية\""));
    workspace.report("b", &report("approved", "م.و/٤١٧", "2026-11-06", "=HYPERLINK(1)", ""));
    workspace.report("c", &report("draft", "م.و/٤٢٠", "2026-11-07", "ورشة، عمل", ""));
    workspace.report("d", &report("approved", "م.و/١", "2025-11-07", "قديم", ""));
    workspace.run("archive add content/a.toml").code(0);
    workspace
}

#[test]
fn every_number_of_the_year_has_its_line() {
    let workspace = office();
    let run = workspace.run("register --year 2026");
    let lines: Vec<&str> = run.code(0).stdout.lines().collect();
    assert_eq!(
        lines,
        [
            "م.و/٤١٥  —  not explained  —  no bulletin",
            "م.و/٤١٦  2026-10-05  افتتاح  مكتب المحافظ؛ التربية  archived",
            "م.و/٤١٧  2026-11-06  =HYPERLINK(1)  —  approved",
            "م.و/٤١٨ to م.و/٤١٩  —  not explained  —  no bulletin",
            "م.و/٤٢٠  2026-11-07  ورشة، عمل  —  draft",
        ]
    );
    run.says("register of 2026, lines: 5, numbers not explained: 2");
    // What is archived stays in it also when its file is gone.
    std::fs::remove_file(workspace.path().join("content/a.toml")).unwrap();
    workspace
        .run("register --year ٢٠٢٦")
        .code(0)
        .prints("م.و/٤١٦  2026-10-05  افتتاح  مكتب المحافظ؛ التربية  archived");
    let november = workspace.run_with(&["register", "--month", "تشرين الثاني 2026"], &[]);
    assert_eq!(november.code(0).stdout.lines().count(), 3, "{}", november.stdout);
    workspace.run("register --year 2025 --month 2026-11").code(2).says("[two-years]");
    assert_eq!(workspace.run("register --year 2024").code(0).stdout, "");
}

#[test]
fn the_office_says_why_a_number_is_nobodys_and_it_is_not_given() {
    let workspace = office();
    workspace.file(
        "register.toml",
        "schema = 1\n\n[[gap]]\nnumber = \"م.و/٤١٥\"\nyear = 2026\nreason = \"كتاب إلى وزارة التربية\"\n\n[[gap]]\nnumber = \"م.و/٤١٨\"\nto = \"م.و/٤١٩\"\nyear = 2026\nreason = \"أُلغيا قبل التوقيع\"\n\n[[gap]]\nnumber = \"م.و/٤٢١\"\nyear = 2026\nreason = \"كتاب شكر\"\n",
    );
    let run = workspace.run("register --year 2026");
    run.code(0).prints("م.و/٤١٥  —  كتاب إلى وزارة التربية  —  no bulletin").says("numbers not explained: 0");
    run.prints("م.و/٤١٨ to م.و/٤١٩  —  أُلغيا قبل التوقيع");
    workspace.report("new", &report("draft", "", "2026-11-20", "جديد", "").replace("number = \"\"\n", ""));
    let approved = workspace.run("approve content/new.toml");
    approved.code(0).prints("م.و/٤٢٢");
    assert!(!approved.stderr.contains("numbers-missing"), "{}", approved.stderr);
    workspace.run("approve content/c.toml --number 418").code(1).says("`register.toml` has the number");
}

#[test]
fn a_wrong_note_is_told_where_it_stands() {
    let workspace = office();
    let note = |text: &str| {
        workspace.file("register.toml", format!("schema = 1\n[[gap]]\n{text}\n"));
        workspace.run("register --year 2026")
    };
    note("number = \"م.و\"\nreason = \"أ\"").code(1).says("register.toml:3").says("[note-without-number]");
    note("number = \"٤١٥\"\nreason = \"أ\"").code(1).says("[note-without-year]");
    note("number = \"9/2026\"\nto = \"7/2026\"\nreason = \"أ\"").code(1).says("[note-backwards]");
    note("number = \"9/2026\"").code(1).says("`reason`");
    note("number = \"9/2026\"\nreason = \"أ\"\nwhy = 1").code(1).says("[unknown-key]");
}

#[test]
fn the_table_opens_in_excel_and_runs_nothing() {
    let workspace = office();
    workspace.run("register --year 2026 --csv").code(0).prints("out/2026/register-2026.csv");
    let text = String::from_utf8(workspace.read("out/2026/register-2026.csv")).unwrap();
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(lines[0], "\u{FEFF}Number,Date,Title,To,State");
    assert_eq!(lines[2], "م.و/٤١٦,2026-10-05,افتتاح,مكتب المحافظ؛ التربية,archived");
    assert_eq!(lines[3], "م.و/٤١٧,2026-11-06,'=HYPERLINK(1),,approved");
    workspace.run("register --month 2026-11 --csv --lang ar -o list.csv").code(0).prints("list.csv");
    let text = String::from_utf8(workspace.read("list.csv")).unwrap();
    assert!(text.starts_with("\u{FEFF}العدد,التاريخ,العنوان,إلى,الحالة\r\n"));
    // The office's notes are no report.
    workspace.file("register.toml", "schema = 1\n");
    workspace.run("check").code(0);
}

#[test]
fn the_pages_have_the_letterhead_and_every_line_from_right_to_left() {
    let workspace = office();
    let settings = String::from_utf8(workspace.read("nashra.toml")).unwrap();
    workspace.file("nashra.toml", settings + "[office]\nname = \"المكتب الإعلامي\"\nparents = [\"محافظة البصرة\"]\n");
    for number in 421..470 {
        let text =
            report("approved", &format!("م.و/{number}"), "2026-11-20", &format!("زيارة مدرسة النخيل رقم {number}"), "");
        workspace.report(&format!("r{number}"), &text);
    }
    workspace.run("register --year 2026 --pdf").code(0).prints("out/2026/register-2026.pdf");
    let pdf = workspace.read("out/2026/register-2026.pdf");
    let text = String::from_utf8_lossy(&pdf);
    assert!(text.contains("<pdfaid:part>3</pdfaid:part>") && text.contains("<pdfuaid:part>1</pdfuaid:part>"));
    let pages = page_texts(&pdf);
    assert!(pages.len() > 1, "{}", pages.len());
    for words in ["المكتب الإعلامي", "سجل الصادر", "سنة ٢٠٢٦", "مكتب المحافظ", "لم يُذكر سببه", "محفوظ"]
    {
        assert!(pages[0].contains(words), "{words}\n{}", pages[0]);
    }
    // The head of the table comes again, and no line is lost.
    assert!(pages.iter().all(|page| page.contains("العنوان")), "{pages:?}");
    let whole = pages.join("\n");
    assert!((421..470).all(|number| whole.contains(&format!("رقم {}", arabic(number)))), "{whole}");
    // The same register gives the same file.
    workspace.run("register --year 2026 --pdf -o again.pdf").code(0);
    assert!(workspace.read("again.pdf") == pdf, "another file");
    workspace.run("register --year 2020 --pdf").code(2).says("[empty-register]");
}

fn arabic(number: u32) -> String {
    number.to_string().chars().map(|c| char::from_u32(u32::from(c) - u32::from('0') + 0x660).unwrap()).collect()
}
