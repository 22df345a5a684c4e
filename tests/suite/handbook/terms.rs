//! The list of terms: both languages have the same, and no page or message says them otherwise.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use nashra::handbook::CHAPTERS;
use nashra::words::Lang;

use super::folder;

/// Other words for a term, which nobody is to meet beside it.
const OTHERS: [(&str, &[&str]); 21] = [
    ("مجلد العمل", &["مشروع", "فولدر"]),
    ("جزء", &["قطعة", "بلوك", "كتلة"]),
    ("عنصر", &["بند", "بنود"]),
    ("مسافة", &["فراغ", "فراغات"]),
    ("منشور", &["فلاير", "مطوية", "بروشور"]),
    ("مسودة", &["مسوّدة", "درافت"]),
    ("خطأ", &["غلط"]),
    ("تنبيه", &["تحذير", "تحذيرات", "إنذار"]),
    ("قالب", &["نموذج", "نماذج", "تمبلت"]),
    ("خط", &["فونت"]),
    ("كتيب", &["كراسة", "كراس"]),
    ("تصويب", &["تصحيحية", "استدراك"]),
    ("سحب", &["إلغاء", "سحبية"]),
    ("فهرس", &["كشاف", "اندكس"]),
    ("بصمة", &["هاش"]),
    ("رمز التحقق", &["كود", "شيفرة"]),
    ("ملاحظة", &["تعليق", "تعليقات"]),
    ("صورة فوتوغرافية", &["فوتو"]),
    ("طابعة", &["برنتر"]),
    ("أرشيف", &["أرشفة", "مخزن"]),
    ("نافذة الأوامر", &["طرفية", "تيرمنال", "ترمنال"]),
];

/// The rows of a chapter's list of terms: Arabic and English.
fn terms(lang: Lang) -> BTreeSet<(String, String)> {
    let text = fs::read_to_string(folder(lang).join("terms.md")).unwrap();
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let rows = text.lines().filter(|line| line.starts_with('|')).skip(2).map(cells);
    rows.map(|row| (row[0].clone(), row[1].clone())).collect()
}

#[test]
fn both_languages_have_the_same_terms() {
    assert_eq!(terms(Lang::Ar), terms(Lang::En));
    assert!(terms(Lang::Ar).len() > 30);
}

/// The Arabic words of a text, bare of what is written together with them.
fn words(text: &str) -> BTreeSet<&str> {
    let is_letter = |c: char| ('\u{621}'..='\u{652}').contains(&c);
    let whole = text.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty());
    whole
        .flat_map(|word| {
            let prefixes = ["وال", "فال", "بال", "كال", "ال", "لل", "و", "ف", "ب", "ك", "ل"];
            let bare = prefixes.into_iter().filter_map(move |prefix| word.strip_prefix(prefix));
            std::iter::once(word).chain(bare)
        })
        .collect()
}

/// The files with Arabic that users read: the handbook, and the catalogue of messages and help.
fn read_by_users(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_by_users(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "md" || ending == "rs") {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn nothing_is_called_otherwise_than_by_its_term() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut texts = Vec::new();
    read_by_users(&source.join("words"), &mut texts);
    read_by_users(&folder(Lang::Ar), &mut texts);
    assert!(texts.len() > CHAPTERS.len() + 20);
    let mut found = Vec::new();
    for (file, text) in &texts {
        let words = words(text);
        for (term, others) in OTHERS {
            for other in others.iter().filter(|other| words.contains(*other)) {
                found.push(format!("{file}: {other}, which is called {term}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
