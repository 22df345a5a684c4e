//! Whole reports in English and in Kurdish: their side of the page, marks, digits, labels and faces.

use lopdf::Document;

use super::{built, newsletter, rows, text_of};
use crate::words::page_texts;

/// Marks and digits that no English page has.
const ARABIC_SIGNS: &str = "٠١٢٣٤٥٦٧٨٩٬٫٪،«»";
const MIDDLE: f64 = 297.6;

/// The left end and the words of the line that begins with some words.
#[track_caller]
fn line(pdf: &[u8], begins: &str) -> (f64, String) {
    let rows = rows(pdf);
    let lines: Vec<(f64, String)> = rows.iter().map(|(_, row)| (row[0].x, text_of(row))).collect();
    let found = lines.iter().find(|(_, words)| words.starts_with(begins));
    found.cloned().unwrap_or_else(|| panic!("no line begins with {begins}: {lines:#?}"))
}

#[test]
fn an_english_report_runs_from_the_left() {
    let pdf = built("arab", text!("english-report"), "bulletin");
    for (begins, whole) in [
        ("Number:", "Number:417/2026"),
        ("Date:", "Date:Friday,20November2026,correspondingto10JumadaII1448AH"),
        ("“Clean", "“Cleanwaterforeveryhome”"),
        ("Friday", "Friday,20November2026,10:00a.m.AbuFlousUNICEFIraq,UNDP"),
        ("“Today", "“Todaywekeepapromise.”"),
        ("Asaad", "AsaadAli,GovernorofBasra"),
        ("1.Ariver", "1.Ariverintakewithtwopumps"),
        ("2.Atreat", "2.Atreatmenthall:"),
        ("1.Settling", "1.Settlingbasins"),
        ("2.Sand", "2.Sandfilters"),
        ("Outputby", "Outputbymonth"),
        ("September", "September120,000"),
        ("–Office", "–OfficeoftheGovernor"),
    ] {
        let (x, words) = line(&pdf, begins);
        assert_eq!(words, whole);
        assert!(x < 150.0, "{whole} begins at {x:.1}");
    }
    let (signature, _) = line(&pdf, "DirectoroftheMediaOffice");
    assert!(signature > MIDDLE, "the signature begins at {signature:.1}");
    for edition in ["bulletin", "flyer"] {
        let words = page_texts(&built("arab", text!("english-report"), edition)).join("\n");
        assert!(!words.contains(|c| ARABIC_SIGNS.contains(c)), "{edition}: {words}");
    }
}

#[test]
fn an_english_report_needs_no_key() {
    let report = text!("english-report").replace("language = \"en\"\n", "");
    let (x, _) = line(&built("arab", &report, "bulletin"), "1.Ariver");
    assert!(x < 150.0, "the list begins at {x:.1}");
}

#[test]
fn english_blocks_of_an_arabic_report_run_from_the_left() {
    let report = text!("english-report")
        .replace("language = \"en\"\n", "")
        .replace("Governor opens the new water station", "افتتاح محطة الماء الجديدة");
    for pdf in [built("arab", &report, "bulletin"), newsletter("arab", &report)] {
        let words: String = rows(&pdf).iter().map(|(_, row)| text_of(row) + "\n").collect();
        for wanted in ["1.Ariver", "1.Settling", "“Today", "promise.”", "UNICEFIraq,UNDP", "AsaadAli,Governor"] {
            assert!(words.contains(wanted), "{wanted}: {words}");
        }
    }
}

/// The names of a file's faces.
fn faces(pdf: &[u8]) -> Vec<String> {
    let file = Document::load_mem(pdf).unwrap();
    let dictionaries = file.objects.values().filter_map(|object| object.as_dict().ok());
    let names = dictionaries.filter_map(|entries| entries.get(b"BaseFont").ok()?.as_name().ok());
    names.map(|name| String::from_utf8_lossy(name).into_owned()).collect()
}

#[test]
fn a_kurdish_report_has_no_face_without_its_letters() {
    let report = r#"schema = 1
number = "5/2026"
date = 2026-11-20
status = "approved"
language = "ckb"
title = "کردنەوەی وێستگەی ئاو لە ڕەواندز"
slogan = "ئاوی پاک بۆ هەموو ماڵێک"
[event]
date = 2026-11-20
place = "ڕەواندز"
organisers = ["یونیسێف"]
[[body]]
list = ["وەرگری ڕووبار", "هۆڵی چارەسەر"]
ordered = true
"#;
    for edition in ["bulletin", "flyer"] {
        let pdf = built("arab", report, edition);
        let faces = faces(&pdf);
        assert!(faces.iter().any(|name| name.contains("Vazirmatn")), "{edition}: {faces:?}");
        assert!(!faces.iter().any(|name| name.contains("Cairo")), "{edition}: {faces:?}");
    }
    let words = page_texts(&built("arab", report, "bulletin")).join("\n");
    for wanted in ["ڕێکەوت:", "٢٠ی تشرینی دووەمی ٢٠٢٦", "کۆتایی"] {
        assert!(words.contains(wanted), "{wanted}: {words}");
    }
    assert!(!words.contains("التاريخ"), "{words}");
}
