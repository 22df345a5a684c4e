//! The words of a text before and after.

use std::collections::BTreeMap;

use super::{Imported, Office, SEED, texts};

/// Keys whose texts repeat what the running text says.
const REPEATED: [&str; 3] = ["speaker", "role", "event"];

/// How often each word stands in a text. Digits of any system are the same, and a stroke parts words.
pub fn count(text: &str) -> BTreeMap<String, i32> {
    let digit = |c: char| match c {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10).unwrap(),
        'ى' => 'ي',
        'ک' => 'ك',
        'ی' => 'ي',
        c => c,
    };
    let mut found = BTreeMap::new();
    for word in crate::words::words(&text.replace('_', " ")) {
        *found.entry(word.chars().map(digit).collect::<String>()).or_default() += 1;
    }
    found
}

/// All texts of a report that are printed as its running text; the tags apart.
fn running(value: &toml::Value, out: &mut String) {
    match value {
        toml::Value::String(text) => {
            // The addresses of links are said beside their words.
            out.push_str(&text.replace("\\*", "*").replace("\\_", "_"));
            out.push('\n');
        }
        toml::Value::Array(all) => all.iter().for_each(|value| running(value, out)),
        toml::Value::Table(table) => {
            let skipped = |key: &str| REPEATED.contains(&key) || matches!(key, "tags" | "status" | "language" | "slug");
            table.iter().filter(|(key, _)| !skipped(key)).for_each(|(_, value)| running(value, out));
        }
        _ => {}
    }
}

/// Words that are in one count and not in the other.
pub fn beyond(one: &BTreeMap<String, i32>, other: &BTreeMap<String, i32>) -> Vec<String> {
    let more = |(word, count): (&String, &i32)| {
        let rest = count - other.get(word).copied().unwrap_or(0);
        (rest > 0).then(|| vec![word.clone(); usize::try_from(rest).unwrap()])
    };
    one.iter().filter_map(more).flatten().collect()
}

/// The words of a report and of what was left out.
pub fn after(imported: &Imported) -> BTreeMap<String, i32> {
    let mut text = String::new();
    let mut report = imported.report.clone();
    // The stand-in for a title is nobody's words.
    if imported.text("title") == "عنوان التقرير" {
        report.remove("title");
    }
    running(&toml::Value::Table(report), &mut text);
    text.push_str(&imported.left_out.join("\n"));
    count(&text)
}

/// Fails if a word was lost or is there more often than in the text. Tags and the numbers of lists are
/// the only words that may be missing: the tags have them, and the page numbers its lists.
#[track_caller]
pub fn assert_same_words(name: &str, text: &str, imported: &Imported) {
    let (before, after) = (count(text), after(imported));
    let tags = imported.report.get("tags").map(ToString::to_string).unwrap_or_default();
    let tags = count(&tags);
    let lost = beyond(&before, &after);
    let is_number = |word: &String| word.parse::<u32>().is_ok_and(|number| number < 100);
    let lost: Vec<_> = lost.into_iter().filter(|word| !tags.contains_key(word) && !is_number(word)).collect();
    assert!(lost.is_empty(), "{name}: lost {lost:?}\n{:#?}", imported.report);
    let doubled = beyond(&after, &before);
    assert!(doubled.is_empty(), "{name}: added {doubled:?}\n{:#?}", imported.report);
}

#[test]
fn no_word_of_any_text_is_lost_or_doubled_and_every_report_passes() {
    let office = Office::new();
    let all = texts();
    assert!(all.len() >= 30, "{}", all.len());
    for path in &all {
        let name = path.file_name().unwrap().to_str().unwrap();
        let bytes = std::fs::read(path).unwrap();
        office.0.file(name, &bytes);
        let imported = office.import(name);
        let text = match name {
            "windows-1256.txt" => {
                std::fs::read_to_string(path.with_file_name("same.txt")).unwrap_or_else(|_| decoded(&bytes))
            }
            "utf-16.txt" => {
                let units: Vec<u16> = bytes.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])).collect();
                String::from_utf16(&units).unwrap()
            }
            _ => String::from_utf8(bytes).unwrap(),
        };
        assert_same_words(name, &text, &imported);
    }
    office.0.run("check").code(0).says("errors: 0");
}

/// The Arabic letters of Windows-1256, for the one text in it.
fn decoded(bytes: &[u8]) -> String {
    let letters = "ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىي";
    let letter = |byte: &u8| match byte {
        0xC0..=0xED => letters.chars().nth(usize::from(byte - 0xC0)).unwrap(),
        byte => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}

#[test]
fn the_seed_text_has_its_title_slogan_preamble_and_six_quotations() {
    let office = Office::new();
    let seed = office.import_text(SEED);
    assert_eq!(seed.text("title"), "قسم شؤون المرأة والاسرة والطفل يشترك في ورشة عمل تحت شعار");
    assert_eq!(seed.text("slogan"), "البصرة مدينة صديقة للطفل");
    assert!(seed.text("preamble").starts_with("بتوجيه من السيد محافظ البصرة"));
    assert!(seed.text("preamble").ends_with("في حكومة البصرة المحلية،"));
    let imara = ["الاستاذ زيد الامارة", "النائب الاول لمحافظ البصرة"];
    let jabir = ["السيدة ايناس اسماعيل جابر", "مديرة قسم شؤون المرأة"];
    let hajjaj = ["الاستاذ جعفر الحجاج", "عضو مجلس محافظة البصرة ومسؤول منظمات المجتمع المدني"];
    let expected = [
        ("وصلت البصرة الى", imara),
        ("لدينا تعاون مع", imara),
        ("كل الخطوات والاستراتيجيات", jabir),
        ("عَمّلنا على انقاذ", jabir),
        ("للتنسيق دور كبير", jabir),
        ("مشاركة حكومة البصرة", hajjaj),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(words, [name, role])| [*words, *name, *role].map(str::to_owned)).collect();
    assert_eq!(seed.quotes(), expected);
    assert_same_words("the seed", SEED, &seed);
}

#[test]
fn the_bulletin_of_an_imported_text_has_its_words() {
    let office = Office::new();
    let seed = office.import_text(SEED);
    office.0.run(&format!("build {} -e bulletin", seed.path)).code(0);
    let pdf = office.0.files("out").into_iter().find(|name| name.ends_with(".pdf")).unwrap();
    let text = crate::words::page_texts(&office.0.read(&pdf)).join("\n");
    // A reader may find two words of a line without the space between them.
    let joined: String = count(&text).into_keys().collect::<Vec<_>>().join(" ");
    let lost: Vec<_> = beyond(&count(SEED), &count(&text)).into_iter().filter(|word| !joined.contains(word)).collect();
    assert!(lost.is_empty(), "not on the page: {lost:?}");
}
