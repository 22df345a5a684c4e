//! What was published before nashra: taken in as it is, found, shown and proved like all else.

use std::path::Path;

use image::{ImageFormat, RgbImage};

use super::{at, copy, is_whole};
use crate::workspace::{ENGLISH, REPORT, Run, Workspace};

const MOMENT: &str = "2026-11-21T09:00:00+03:00";
const TITLE: &str = "افتتاح جسر الزبير القديم";

/// A workspace with finished files in `old/`: a page with text, a scan, a document of Word of each age, a
/// photo.
fn with_old_files() -> Workspace {
    let workspace = Workspace::new();
    workspace.file("old/bridge.pdf", page_with_text());
    workspace.file("old/scan.pdf", scan());
    workspace.file("old/letter.docx", docx());
    workspace.file("old/letter.doc", doc());
    workspace.file("old/crowd.jpg", photo(ImageFormat::Jpeg));
    workspace.file("old/stamp.png", photo(ImageFormat::Png));
    workspace
}

/// A page of another office's program.
fn page_with_text() -> Vec<u8> {
    let other = Workspace::new();
    other.report("bridge", &REPORT.replace("مدرسة جديدة", "جسر حديدي عتيق"));
    other.run("build -e bulletin").code(0);
    other.read("out/2026/11/2026-11-20-bridge-bulletin.pdf")
}

/// A PDF of one page without a letter on it.
fn scan() -> Vec<u8> {
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, body) in [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        "<< /Length 27 >>\nstream\n0 0 1 rg 10 10 100 50 re f\n\nendstream",
    ]
    .iter()
    .enumerate()
    {
        places.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n{body}\nendobj\n", number + 1).bytes());
    }
    let table = pdf.len();
    pdf.extend(b"xref\n0 5\n0000000000 65535 f \n");
    places.iter().for_each(|place| pdf.extend(format!("{place:010} 00000 n \n").bytes()));
    pdf.extend(format!("trailer << /Size 5 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes());
    pdf
}

/// A packed folder with the parts of a document of Word.
fn docx() -> Vec<u8> {
    let (mut zip, mut directory, mut count) = (Vec::new(), Vec::new(), 0_u16);
    for (name, text) in [("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document/>")] {
        let place = u32::try_from(zip.len()).unwrap();
        let [name_length, size] = [name.len(), text.len()].map(|length| u32::try_from(length).unwrap());
        // No time, no compression; readers of these tests look at no check sum.
        let common =
            [&[10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &size.to_le_bytes(), &size.to_le_bytes()].concat();
        let length = (name_length as u16).to_le_bytes();
        zip.extend([b"PK\x03\x04", &common[..], &length, &[0, 0], name.as_bytes(), text.as_bytes()].concat());
        let end = [&[0; 12][..], &place.to_le_bytes()].concat();
        directory.extend([b"PK\x01\x02\x14\x00", &common[..], &length, &end, name.as_bytes()].concat());
        count += 1;
    }
    let [place, size] = [zip.len(), directory.len()].map(|length| u32::try_from(length).unwrap().to_le_bytes());
    let count = count.to_le_bytes();
    [&zip[..], &directory, b"PK\x05\x06\0\0\0\0", &count, &count, &size, &place, &[0, 0]].concat()
}

/// The beginning of a compound file, and the name of the stream that every document of Word has.
fn doc() -> Vec<u8> {
    let name: Vec<u8> = "WordDocument".bytes().flat_map(|byte| [byte, 0]).collect();
    [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 1000], &name, &[0; 500]].concat()
}

fn photo(format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = RgbImage::from_fn(60, 40, |x, y| image::Rgb([x as u8 * 4, y as u8 * 6, 90]));
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn adopt(workspace: &Workspace, arguments: &[&str]) -> Run {
    at(MOMENT, workspace, &[&["archive", "adopt"], arguments].concat())
}

fn adopt_bridge(workspace: &Workspace) -> Run {
    adopt(workspace, &["old/bridge.pdf", "--date", "2016-03-05", "--title", TITLE, "--number", "٧٧/٢٠١٦"])
}

/// The name in the archive of a file that a run has printed.
fn id_of(run: &Run) -> String {
    let path = Path::new(run.stdout.lines().next().unwrap());
    path.ancestors().nth(3).unwrap().file_name().unwrap().to_str().unwrap().to_owned()
}

#[test]
fn an_old_pdf_is_kept_untouched_and_found_shown_and_proved() {
    let workspace = with_old_files();
    let run = adopt_bridge(&workspace);
    run.code(0)
        .says("taken into the archive as they are: 1, in the archive already: 0, without text: 0, with errors: 0");
    let id = id_of(&run);
    assert!(id.starts_with("2016-03-05-adopted-"), "{id}");
    let kept = run.stdout.trim().to_owned();
    assert_eq!(kept, format!("archive/2016/03/{id}/v1/content/adopted.pdf"));
    assert_eq!(workspace.read(&kept), workspace.read("old/bridge.pdf"));
    is_whole(&workspace, 1);

    // Words that stand in the file alone, as they are read and with others' letters.
    for query in ["عتيق", "\"افتتح السيد المحافظ\"", "نوع:سابقة", "رقم:77/2016", "kind:adopted"]
    {
        at(MOMENT, &workspace, &["archive", "search", query]).code(0).prints(&id).prints("[adopted]");
    }
    workspace.run("archive search غرابيل").code(0).says("nothing found");
    let listed = workspace.run("archive list --month 3/2016");
    listed.code(0).prints(&format!("{id}  ٧٧/٢٠١٦  adopted  {TITLE}"));
    let shown = workspace.run("archive show 77/2016");
    shown.code(0).prints("state: adopted\n").prints("2026-11-21").prints(&kept);
    assert!(!shown.stdout.contains("code:") && !shown.stdout.contains("revision"), "{}", shown.stdout);

    workspace.run("archive verify old/bridge.pdf").code(0).prints("authentic, adopted").prints("on 2026-11-21");
    let json = workspace.run("--format json archive verify old/bridge.pdf");
    let json: serde_json::Value = serde_json::from_str(&json.code(0).stdout).unwrap();
    assert_eq!((&json["result"][0]["answer"], &json["result"][0]["id"]), (&"adopted".into(), &id.as_str().into()));
    let mut other = workspace.read("old/bridge.pdf");
    other.extend(b"\n");
    workspace.file("other.pdf", other);
    workspace.run("archive verify other.pdf").code(1).prints("unknown");

    workspace.run("archive reindex").code(0);
    workspace.run("archive search عتيق").code(0).prints(&id);
}

#[test]
fn the_same_file_is_never_taken_twice_and_what_is_told_otherwise_is_refused() {
    let workspace = with_old_files();
    let id = id_of(&adopt_bridge(&workspace));
    adopt_bridge(&workspace).code(0).says("already: 1");
    workspace.file("copy.PDF", workspace.read("old/bridge.pdf"));
    let other = adopt(&workspace, &["copy.PDF", "--date", "2016-03-06", "--title", "عنوان آخر"]);
    other.code(1).says("[adopt-otherwise]").says(&id).says("date, title, number").says("archive withdraw");
    is_whole(&workspace, 1);
    // The advice, followed: the number is not lost either.
    let withdrawn = ["archive", "withdraw", &id, "--yes", "--reason", "خطأ في التاريخ"];
    at(MOMENT, &workspace, &withdrawn).code(0);
    workspace.run("archive verify old/bridge.pdf").code(1).prints("withdrawn");
    adopt_bridge(&workspace).code(1).says("[archive-withdrawn]");
    let again = ["old/bridge.pdf", "--date", "2016-03-06", "--title", TITLE, "--number", "٧٧/٢٠١٦"];
    let again = adopt(&workspace, &again);
    assert_ne!(id_of(again.code(0)), id);
    workspace.run("archive verify old/bridge.pdf").code(0).prints(&id_of(&again));
    is_whole(&workspace, 3);
}

#[test]
fn a_number_is_given_once_be_it_of_an_old_bulletin_or_a_new_one() {
    let workspace = with_old_files();
    let old = ["old/scan.pdf", "--date", "2026-01-05", "--title", TITLE, "--number", "1/2026"];
    let id = id_of(adopt(&workspace, &old).code(0).says("without text: 1").says("a file with the text"));
    workspace.report("school", REPORT);
    at(MOMENT, &workspace, &["archive", "add", "content"]).code(1).says("[archive-number-taken]").says(&id);
    let register = workspace.run("register --year 2026");
    register.code(0).prints("1/2026").prints("2026-01-05").prints(TITLE);
    let next = REPORT.replace("approved", "draft").replace("number = \"١/٢٠٢٦\"\n", "");
    workspace.report("school", &next);
    workspace.run("approve content/school.toml").code(0).prints("2/2026");
}

#[test]
fn every_kind_of_file_is_known_by_its_bytes() {
    let workspace = with_old_files();
    for (file, day) in [("letter.docx", 1), ("letter.doc", 2), ("crowd.jpg", 3), ("stamp.png", 4), ("scan.pdf", 5)] {
        let (file, day) = (format!("old/{file}"), format!("2015-01-0{day}"));
        let run = adopt(&workspace, &[&file, "--date", &day, "--title", TITLE]);
        run.code(0).says("without text: 1");
        assert_eq!(workspace.read(run.stdout.trim()), workspace.read(&file));
    }
    is_whole(&workspace, 5);
    workspace.file("old/book.xlsx", [&b"PK\x03\x04"[..], &[0; 64], b"xl/workbook.xml"].concat());
    workspace.file("old/table.xls", [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 64]].concat());
    workspace.file("old/liar.pdf", docx());
    workspace.file("old/words.pdf", "this is no PDF");
    workspace.file("old/cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type");
    workspace.file("old/cut.docx", &docx()[..150]);
    workspace.file("old/cut.jpg", &photo(ImageFormat::Jpeg)[..300]);
    workspace.file("old/none.pdf", "");
    for (file, words) in [
        ("book.xlsx", "[adopt-kind]"),
        ("table.xls", "[adopt-kind]"),
        ("words.pdf", "[adopt-kind]"),
        ("liar.pdf", "[adopt-wrong-name]"),
        ("cut.pdf", "[adopt-broken]"),
        ("cut.docx", "[adopt-broken]"),
        ("cut.jpg", "[picture-corrupt]"),
        ("none.pdf", "[adopt-empty]"),
        ("missing.pdf", "missing.pdf"),
    ] {
        let file = format!("old/{file}");
        let run = adopt(&workspace, &[&file, "--date", "2015-02-01", "--title", TITLE]);
        run.code(1).says(words).says(&file);
    }
    is_whole(&workspace, 5);
    workspace.run("archive search افتتاح").code(0).says("bulletins found: 5");
}

#[test]
fn what_cannot_be_meant_is_refused_before_anything_is_read() {
    let workspace = with_old_files();
    let run = adopt(&workspace, &["old/scan.pdf", "--date", "2027-01-01", "--title", TITLE]);
    run.code(1).says("[adopt-future]").says("2027-01-01");
    adopt(&workspace, &["old/scan.pdf", "--date", "2016-01-01", "--title", "…"]).code(1).says("[adopt-no-title]");
    adopt(&workspace, &["old/scan.pdf", "--title", TITLE]).code(2).says("--date");
    adopt(&workspace, &["--list", "x.csv", "--title", TITLE]).code(2);
    adopt(&workspace, &[]).code(2);
    assert!(
        !workspace.path().join("archive/ledger.jsonl").exists() || workspace.read("archive/ledger.jsonl").is_empty()
    );
}

#[test]
fn several_files_and_a_text_that_was_given_are_one_bulletin() {
    let workspace = with_old_files();
    workspace.file("old/words.txt", "\u{FEFF}حضر المهندس صفوان الحفل\n\nوقُصّ الشريط\n");
    let arguments =
        ["old/scan.pdf", "old/crowd.jpg", "--date", "2014-05-06", "--title", TITLE, "--text", "old/words.txt"];
    let run = adopt(&workspace, &arguments);
    let id = id_of(run.code(0).says("without text: 0"));
    workspace.run("archive search صفوان").code(0).prints(&id);
    let shown = workspace.run(&format!("archive show {id}"));
    shown.code(0).prints("adopted.pdf").prints("adopted-2.jpg");
    adopt(&workspace, &arguments).code(0).says("already: 1");
    // The second file alone belongs to it.
    let alone = adopt(&workspace, &["old/crowd.jpg", "--date", "2014-05-06", "--title", TITLE]);
    alone.code(1).says("[adopt-otherwise]").says("files beside it");
    workspace.file("old/words.txt", "نص آخر");
    adopt(&workspace, &arguments).code(1).says("[adopt-otherwise]").says("the same text");
}

/// The list of all files, with rows that are wrong in every way.
const LIST: &str = "\u{FEFF}الملف;التاريخ;العنوان;العدد;النص\r\n\
    bridge.pdf;2016-03-05;افتتاح الجسر;77/2016;\r\n\
    scan.pdf;2016-03-06;الصفحة الممسوحة;78/2016;words.txt\r\n\
    gone.pdf;2016-03-07;ملف مفقود;79/2016;\r\n\
    letter.docx;7/3/2016;كتاب;80/2016;\r\n\
    letter.doc;2016-03-08;;81/2016;\r\n\
    crowd.jpg;2016-03-09;الحشد;77/2016;\r\n\
    stamp.png;2016-03-10;الختم;;\r\n";

fn with_list() -> Workspace {
    let workspace = with_old_files();
    workspace.file("old/words.txt", "كلمات الصفحة الممسوحة وفيها فيروزة");
    workspace.file("old/list.csv", LIST);
    workspace
}

#[test]
fn a_list_takes_what_is_right_and_names_the_rows_that_are_wrong() {
    let workspace = with_list();
    let run = adopt(&workspace, &["--list", "old/list.csv"]);
    run.code(1)
        .says("taken into the archive as they are: 3, in the archive already: 0, without text: 1, with errors: 4");
    for (line, words) in [(4, "gone.pdf"), (5, "2016-03-07"), (6, "`title`"), (7, "77/2016")] {
        let told = run.stderr.split("\nerror").find(|one| one.contains(words)).map(str::to_owned);
        run.says(&format!("old/list.csv:{line}:"));
        assert!(told.is_some(), "{words}:\n{}", run.stderr);
    }
    is_whole(&workspace, 3);
    workspace.run("archive search فيروزة").code(0).prints("الصفحة الممسوحة");
    // Put right and run again, nothing is taken twice.
    let mended = LIST
        .replace("gone.pdf", "letter.doc")
        .replace("7/3/2016", "2016/03/07")
        .replace("letter.doc;2016-03-08;;81/2016;\r\n", "")
        .replace("الحشد;77", "الحشد;82");
    workspace.file("old/list.csv", mended);
    let again = adopt(&workspace, &["--list", "old/list.csv"]);
    again.code(0).says("taken into the archive as they are: 3, in the archive already: 3").says("with errors: 0");
    is_whole(&workspace, 6);
    let json = at(MOMENT, &workspace, &["--format", "json", "archive", "adopt", "--list", "old/list.csv"]);
    let json: serde_json::Value = serde_json::from_str(&json.code(0).stdout).unwrap();
    assert_eq!(json["result"]["already_there"].as_array().unwrap().len(), 6, "{json}");
}

#[test]
fn a_list_in_another_encoding_is_told_what_to_do() {
    let workspace = with_list();
    workspace.file("old/list.csv", b"\xC7\xE1\xE3\xE1\xDD,\xC7\xE1\xCA\xC7\xD1\xED\xCE\r\n");
    adopt(&workspace, &["--list", "old/list.csv"]).code(1).says("UTF-8");
    adopt(&workspace, &["--list", "old/none.csv"]).code(1).says("old/none.csv");
}

#[test]
fn nothing_of_an_adopted_bulletin_is_made_again_or_corrected() {
    let workspace = with_old_files();
    let id = id_of(&adopt_bridge(&workspace));
    for command in ["rebuild", "correct"] {
        let arguments = match command {
            "correct" => vec!["archive", command, &id, "--reason", "سبب"],
            _ => vec!["archive", command, "77/2016"],
        };
        let run = at(MOMENT, &workspace, &arguments);
        run.code(2).says("[adopt-not-ours]").says(&format!("archive show {id}")).says("archive withdraw");
    }
    is_whole(&workspace, 1);
}

#[test]
fn an_adopted_bulletin_is_handed_over_and_on_the_site_with_its_own_file() {
    let workspace = with_old_files();
    workspace.file("nashra.toml", format!("{ENGLISH}[site]\nurl = \"https://archive.example.iq/\"\n"));
    let id = id_of(&adopt_bridge(&workspace));
    let photo = id_of(&adopt(&workspace, &["old/crowd.jpg", "--date", "2016-03-09", "--title", "صورة الحشد"]));
    workspace.run("archive export --bagit bag").code(0).says(": 2");
    let bagged = format!("bag/data/2016/03/{id}/v1/content/adopted.pdf");
    assert_eq!(workspace.read(&bagged), workspace.read("old/bridge.pdf"));
    workspace.run("archive export --eark sip").code(0).says(": 2");

    workspace.run("archive site").code(0);
    let page = String::from_utf8(workspace.read(&format!("out/site/2016/03/{id}/index.html"))).unwrap();
    for words in [TITLE, "نشرة سابقة", &format!("href=\"{id}.pdf\""), "ضُمّت إلى الأرشيف", "<summary>نص الملف"]
    {
        assert!(page.contains(words), "{words}:\n{page}");
    }
    assert!(!page.contains("رمز التحقق") && !page.contains("نُشرت في"), "{page}");
    assert_eq!(workspace.read(&format!("out/site/2016/03/{id}/{id}.pdf")), workspace.read("old/bridge.pdf"));
    let page = String::from_utf8(workspace.read(&format!("out/site/2016/03/{photo}/index.html"))).unwrap();
    assert!(page.contains(&format!("href=\"{photo}.jpg\"")) && page.contains("<img"), "{page}");
    let month = String::from_utf8(workspace.read("out/site/2016/03/index.html")).unwrap();
    assert_eq!(month.matches("نشرة سابقة").count(), 2, "{month}");
    let feed = String::from_utf8(workspace.read("out/site/feed.atom")).unwrap();
    assert!(!feed.contains(&id), "old bulletins are no news");
    assert!(String::from_utf8(workspace.read("out/site/sitemap.xml")).unwrap().contains(&id));
    workspace.run("archive site").code(0).says("pages written: 0");
}

#[test]
fn a_file_larger_than_what_is_looked_into_is_kept_whole() {
    let workspace = with_old_files();
    let mut large = scan();
    large.splice(9..9, [b"%".as_slice(), &vec![b' '; 70_000_000], b"\n"].concat());
    workspace.file("old/large.pdf", &large);
    let run = adopt(&workspace, &["old/large.pdf", "--date", "2016-04-01", "--title", TITLE]);
    run.code(0).says("[adopt-text-unread]");
    assert!(workspace.read(run.stdout.trim()) == large, "its bytes are others");
    is_whole(&workspace, 1);
    workspace.run("archive site").code(0);
    let id = id_of(&run);
    assert!(workspace.read(&format!("out/site/2016/04/{id}/{id}.pdf")) == large, "its bytes are others on the site");
}

#[test]
fn killed_while_adopting_a_list() {
    let base = with_list();
    let command = ["archive", "adopt", "--list", "old/list.csv"];
    let mut kills = 0;
    for stop in 1..600 {
        // Past the first bulletin every step is one like before.
        if stop > 60 && stop % 7 > 0 {
            continue;
        }
        let workspace = Workspace::bare();
        copy(base.path(), workspace.path());
        let run = workspace.run_with(&command, &[("NASHRA_STOP_AT", &stop.to_string()), ("NASHRA_NOW", MOMENT)]);
        if run.code == 1 {
            assert!(kills > 20, "only {kills} steps: are the moments still marked?");
            return;
        }
        assert_eq!(run.code, -1, "not killed at step {stop}:\n{}", run.stderr);
        kills += 1;
        workspace.run("archive verify").says("problems: 0");
        workspace.run_with(&command, &[("NASHRA_NOW", MOMENT)]).code(1).says("with errors: 4");
        is_whole(&workspace, 3);
        workspace.run("archive search عتيق").code(0).says("bulletins found: 1");
    }
    panic!("more steps than any command takes");
}

#[test]
fn a_picture_of_a_report_is_adopted_and_told_apart() {
    let workspace = with_old_files();
    let photo = "\n[[body]]\nphoto = \"old/crowd.jpg\"\nalt = \"جمهور\"\n";
    workspace.report("fair", &format!("{REPORT}{photo}"));
    workspace.run("archive add content/fair.toml").code(0);
    let arguments = ["old/crowd.jpg", "--date", "2015-01-03", "--title", TITLE];
    let run = adopt(&workspace, &arguments);
    assert!(id_of(run.code(0)).contains("-adopted-"), "{}", run.stdout);
    workspace.run("archive verify old/crowd.jpg").code(0).prints("adopted");
    adopt(&workspace, &arguments).code(0).says("already: 1");
    is_whole(&workspace, 2);
}
