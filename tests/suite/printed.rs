//! What stands on the page, in words read back out of the PDF.

use crate::words::{page_texts, words};
use crate::workspace::{ENGLISH, REPORT, Workspace};

fn bulletin(report: &str) -> String {
    printed(report, ENGLISH, "bulletin")
}

fn printed(report: &str, settings: &str, edition: &str) -> String {
    let workspace = Workspace::new();
    workspace.file("nashra.toml", settings).report("school", report);
    workspace.run(&format!("build -e {edition}")).code(0);
    let texts = page_texts(&workspace.read(&workspace.files("out")[0])).join("\n");
    texts.replace(['\u{2066}', '\u{2069}', '\u{200F}'], "")
}

fn paragraph(text: &str) -> String {
    REPORT.replace("افتتح السيد المحافظ", text)
}

#[test]
fn signs_that_typst_would_read_print_as_they_stand() {
    let text = bulletin(&paragraph("سعر #1 $5 @ali 2 * 3 = 6 <b>"));
    let text = text.replace(' ', "");
    for sign in ["#", "$", "@", "*", "<", ">", "="] {
        assert!(text.contains(sign), "{sign} is lost:\n{text}");
    }
}

#[test]
fn digits_are_the_offices_but_not_in_addresses_and_numbers() {
    let text =
        bulletin(&paragraph("حضر 45 مشاركاً والهاتف +964 770 123 4567 والموقع https://example.iq/2026 وCOVID-19"));
    assert!(text.contains("٤٥"), "{text}");
    for kept in ["964", "4567", "2026", "COVID", "19"] {
        assert!(text.contains(kept), "{kept} is lost:\n{text}");
    }
    let latin = printed(&paragraph("حضر ٤٥ مشاركاً"), &format!("{ENGLISH}digits = \"latn\"\n"), "bulletin");
    assert!(latin.contains("45") && latin.contains("2026") && !latin.contains('٤'), "{latin}");
}

#[test]
fn a_telephone_number_is_never_broken_over_two_lines() {
    let mut report = REPORT.to_owned();
    for words in 0..16 {
        let filling = "اتصل بنا ".repeat(4) + &"هنا ".repeat(words);
        report.push_str(&format!("\n[[body]]\nparagraph = \"{filling} على +964 770 123 4567 اليوم\"\n"));
    }
    let text = bulletin(&report);
    let numbers: Vec<&str> = text.lines().filter(|line| line.contains("964")).collect();
    assert_eq!(numbers.len(), 16, "{text}");
    for line in numbers {
        assert!(line.contains("770") && line.contains("123") && line.contains("4567"), "{line}");
    }
    assert!(!text.contains('\u{2060}'), "what holds the number together is copied with it");
}

#[test]
fn the_date_is_written_in_both_calendars() {
    let found = words(&bulletin(REPORT)).join(" ");
    for part in ["الجمعة", "٢٠ تشرين الثاني ٢٠٢٦", "الموافق", "جمادى الآخرة ١٤٤٨"]
    {
        assert!(found.contains(part), "{part} is not there:\n{found}");
    }
    let one = printed(REPORT, &format!("{ENGLISH}calendars = [\"gregorian\"]\n"), "bulletin");
    assert!(!one.contains("الموافق") && one.contains("تشرين"), "{one}");
    let sighted = bulletin(&REPORT.replace("status", "hijri = \"٩ جمادى الآخرة ١٤٤٨ هـ\"\nstatus"));
    assert!(sighted.contains("٩ جمادى"), "{sighted}");
}

#[test]
fn a_draft_says_so_on_every_page_and_an_approved_report_does_not() {
    let draft = REPORT.replace("approved", "draft");
    // Set at an angle, each letter stands on a line of its own: count them.
    let pages = |text: &str| text.matches("العدد").count().max(1);
    let count = |text: &str, letter: char| text.chars().filter(|c| *c == letter).count();
    for edition in ["bulletin", "flyer"] {
        let (with, without) = (printed(&draft, ENGLISH, edition), printed(REPORT, ENGLISH, edition));
        for letter in "مسودة".chars() {
            assert_eq!(count(&with, letter), count(&without, letter) + pages(&with), "{edition}: {letter}");
        }
    }
}

#[test]
fn who_gets_a_copy_stands_small_after_the_signature_beside_the_seal() {
    let signed = format!("{ENGLISH}[signature]\nname = \"نجم الربيعي\"\n");
    let copies = "copies = [\"مكتب السيد المحافظ\", \"قسم الموارد البشرية\"]\ntitle";
    let text = printed(&REPORT.replacen("title", copies, 1), &format!("{signed}seal = 40\n"), "bulletin");
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("no {words} in {text}"));
    assert!(at("الختم") < at("نسخة منه إلى") && at("نجم الربيعي") < at("نسخة منه إلى"), "{text}");
    assert!(at("نسخة منه إلى") < at("مكتب السيد المحافظ"), "{text}");
    assert!(at("مكتب السيد المحافظ") < at("قسم الموارد البشرية"), "{text}");
    let plain = printed(REPORT, &signed, "bulletin");
    assert!(!plain.contains("نسخة") && !plain.contains("الختم"), "{plain}");
}

#[test]
fn the_bulletin_says_number_code_and_page() {
    let text = bulletin(REPORT);
    assert!(text.contains("العدد") && text.contains("١/٢٠٢٦"), "{text}");
    assert!(text.contains("1-2026-r1-"), "the code is not there:\n{text}");
}

#[test]
fn a_character_without_a_glyph_is_named_before_anything_is_written() {
    let workspace = Workspace::new();
    workspace.report("school", &paragraph("مبارك 🎉"));
    workspace.run("build").code(1).says("[no-glyph]").says("content/school.toml:8:").says("U+1F389");
    assert!(workspace.files("out").is_empty());
}

#[test]
fn a_character_without_a_glyph_in_the_offices_name_is_the_workspaces_error() {
    let workspace = Workspace::new();
    workspace.report("school", &format!("# 🎉\n{REPORT}"));
    workspace.run("build").code(0);
    workspace.file("nashra.toml", format!("{ENGLISH}# 🎉\n[office]\nname = \"المكتب 🎉\"\n"));
    workspace.run("build").code(1).says("[no-glyph]").says("nashra.toml:5:");
}

#[test]
fn a_flyer_that_cannot_fit_says_which_field_and_how_many_words() {
    let workspace = Workspace::new();
    let long = "كلمات طويلة جداً ".repeat(60);
    workspace.report("school", &format!("{REPORT}\n[flyer]\nheadline = \"{long}\"\n"));
    let run = workspace.run("build");
    run.code(1).says("[flyer-too-long]").says("headline").says("flyer.headline").says("reports with errors: 1");
    // The bulletin has no part in it.
    let bulletin = ["out/2026/11/2026-11-20-school-bulletin.pdf"];
    assert_eq!(workspace.files("out/2026"), bulletin);
    // What is missing is told again and again, until it is mended.
    workspace.run("build").code(1).says("[flyer-too-long]");
    workspace.run("build -e bulletin").code(0).says("up to date: 1");
    workspace.report("school", REPORT);
    workspace.run("build").code(0);
    assert_eq!(workspace.files("out/2026").len(), 2);
}

#[test]
fn every_word_of_the_seed_comes_back() {
    let repository = env!("CARGO_MANIFEST_DIR");
    let workspace = Workspace::new();
    let report = std::fs::read_to_string(format!("{repository}/content/2026-11-20-basra-child-friendly.toml")).unwrap();
    workspace.report("seed", &report);
    workspace.run("build -e bulletin").code(0);
    let found = words(&page_texts(&workspace.read(&workspace.files("out")[0])).join("\n"));
    let seed = std::fs::read_to_string(format!("{repository}/tests/support/seed-report.txt")).unwrap();
    let wanted = words(&seed);
    let mut left = found;
    let lost: Vec<&String> = wanted
        .iter()
        .filter(|word| match left.iter().position(|found| found == *word) {
            Some(index) => {
                left.swap_remove(index);
                false
            }
            None => true,
        })
        .collect();
    assert!(lost.is_empty(), "lost {} of {}: {lost:?}", lost.len(), wanted.len());
}

#[test]
fn nothing_before_a_very_long_last_paragraph_is_lost() {
    let long = "كلمة أخيرة طويلة ".repeat(250);
    let signed = "signature = { name = \"فلان الفلاني\" }\n";
    for (report, ends) in
        [(REPORT.to_owned(), "أخيرة"), (REPORT.replace("status", &format!("{signed}status")), "الفلاني")]
    {
        let text = bulletin(&format!("{report}\n[[body]]\nparagraph = \"{long}\"\n"));
        let found = words(&text);
        assert_eq!(found.iter().filter(|word| *word == "طويلة").count(), 250);
        for word in ["افتتح", "الأهالي", ends] {
            assert!(found.iter().any(|found| found == word), "{word} is lost");
        }
    }
}
