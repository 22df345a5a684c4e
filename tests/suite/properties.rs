//! What holds for every report that is mended, whatever is written in it and however.
//!
//! A few hundred reports in every run; `PROPTEST_CASES=100000` makes as many.

use std::ops::Range;
use std::path::Path;

use nashra::arabic::glossary::Name;
use nashra::arabic::{Glossary, Rule};
use nashra::report::{Checks, Report, fix_report, parse_report};
use proptest::prelude::*;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What texts are made of: letters, and all that the rules, the strings of TOML and the comments
/// are about.
const PIECES: &str = "البصرة|محافظ البصرة|أسعد|اسعد|عبدالأمير|عبد الأمير|العيدانى|اليونيسيف|لليونيسيف|و|نص|كلمة|ه|َ|ـ|ـــ|ﻻ|ک|\u{200B}\
    |\u{FEFF}|\u{AD}|\u{202B}|\u{202C}|\u{A0}|\u{2028}| | | |  |\t|\n|\n\n|\\|\\\n|،|,|.|.|:|؛|;|؟|?|!|…|-|–|:-|(|)|[|]|{|}|«|»|\"|“|”|'|''|#\
    |# nashra: allow NA001|=|*|**|_|1|٢|12|2026|الجمعة|20 تشرين الثاني 2026|abc|@x|https://a.iq|[نص](https://a.iq)|a@b.iq|🙂";
/// Comments between and behind the lines.
const COMMENTS: &str = "|||# ( ملاحظة ) ،|#|# nashra: allow NA001, NA002|# nashra: allow NA008 NA015 - x|# nashra: allow NA404\
    |# nashra: alow NA001|# \"\"\" [[body]]";
/// A report, with `⟦⟧` for its texts and `⟪⟫` for comments.
const SHAPE: &str = r#"⟪⟫
schema = 1 ⟪⟫
status="draft"
date = 2026-11-20
  title   = ⟦⟧ ⟪⟫
⟪⟫

slogan = ⟦⟧⟪⟫
	preamble = ⟦⟧ ⟪⟫
tags = [ ⟦⟧ , ⟪⟫
 ⟦⟧,⟪⟫
 ] ⟪⟫
[event] ⟪⟫
place = ⟦⟧
⟪⟫
[[body]]⟪⟫
paragraph = ⟦⟧ ⟪⟫
⟪⟫
[[ body ]]
"quote" = ⟦⟧ ⟪⟫
speaker = ⟦⟧
[[body]]
list = [⟦⟧, { item = ⟦⟧, list = [⟦⟧] }]⟪⟫
[[body]]
caption = ⟦⟧ ⟪⟫
[body.table] ⟪⟫
columns = [⟦⟧, ⟦⟧]⟪⟫
rows = [[⟦⟧, 5], ⟪⟫
 [⟦⟧, ⟦⟧]]
"#;

/// A comment that allows everything.
fn allow_all() -> String {
    format!("# nashra: allow {}", Rule::ALL.map(Rule::code).join(" "))
}

fn one_of(all: &'static str) -> impl Strategy<Value = &'static str> {
    prop::sample::select(all.split('|').collect::<Vec<_>>())
}

/// A text as some string of TOML: basic or literal, on one line or on many.
fn literal() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(one_of(PIECES), 0..16);
    // One paragraph in most texts: in most fields more are an error.
    let text = (pieces, prop::bool::weighted(0.03)).prop_map(|(pieces, long)| {
        let mut text = format!("نص{}", pieces.concat());
        while !long && text.contains("\n\n") {
            text = text.replace("\n\n", "\n");
        }
        text
    });
    (text, 0..6).prop_map(|(text, kind)| match kind {
        0 => format!("\"{}\"", escaped(&text).replace('\n', "\\n").replace('"', "\\\"")),
        1 => format!("'{}'", text.replace(['\'', '\n'], " ")),
        2 => format!("\"\"\"{}\"\"\"", escaped(&text).replace('"', "\\\"")),
        3 => format!("\"\"\"\n{}\n\"\"\"", escaped(&text).replace("\"\"", "\" ")),
        4 => format!("\"\"\"\\\n   {}\\\n  \"\"\"", escaped(&text).replace('"', "'")),
        _ => format!("'''\n{} '''", text.replace('\'', "' ")),
    })
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace("كلمة", "\\u0643\\u0644\\u0645\\u0629")
}

/// The text of a report, and whether every text below the first heading is allowed everything.
fn reports() -> impl Strategy<Value = (String, bool)> {
    let texts = prop::collection::vec(literal(), SHAPE.matches("⟦⟧").count());
    let comments = prop::collection::vec(one_of(COMMENTS), SHAPE.matches("⟪⟫").count());
    let often = prop::bool::weighted(0.1);
    (texts, comments, any::<bool>(), any::<bool>(), often).prop_map(|(texts, comments, windows, mark, allowed)| {
        let shape = if allowed { SHAPE.replace("\n[", &format!("\n{}\n[", allow_all())) } else { SHAPE.to_owned() };
        let mut report = String::new();
        let (mut texts, mut comments) = (texts.iter(), comments.iter());
        for (at, piece) in shape.split(['⟦', '⟪']).enumerate() {
            let filled = piece.strip_prefix('⟧').map(|rest| (texts.next().unwrap().as_str(), rest));
            let filled = filled.or_else(|| piece.strip_prefix('⟫').map(|rest| (*comments.next().unwrap(), rest)));
            let (filling, rest) = filled.unwrap_or(("", piece));
            assert!(at == 0 || rest.len() < piece.len());
            report.push_str(filling);
            report.push_str(rest);
        }
        let report = if windows { report.replace('\n', "\r\n") } else { report };
        (if mark { format!("\u{FEFF}{report}") } else { report }, allowed)
    })
}

/// The letters and digits of a text.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric() && *c != 'ـ').collect()
}

/// The file with nothing between the quotation marks of its texts, and the texts.
fn apart(text: &str) -> (String, Vec<String>) {
    fn strings(value: &Spanned<DeValue<'_>>, found: &mut Vec<(Range<usize>, String)>) {
        match value.get_ref() {
            DeValue::String(text) => found.push((value.span(), text.to_string())),
            DeValue::Array(list) => list.iter().for_each(|value| strings(value, found)),
            DeValue::Table(table) => table.values().for_each(|value| strings(value, found)),
            _ => {}
        }
    }
    let table = DeTable::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let mut found = Vec::new();
    table.get_ref().values().for_each(|value| strings(value, &mut found));
    found.sort_by_key(|(span, _)| span.start);
    let (mut outside, mut end) = (String::new(), 0);
    for (span, _) in &found {
        outside.push_str(&text[end..=span.start]);
        end = span.end - 1;
    }
    outside.push_str(&text[end..]);
    (outside, found.into_iter().map(|(_, text)| text).collect())
}

/// A report and the codes of its errors.
fn read(text: &str, checks: &Checks) -> (Option<Report>, Vec<&'static str>) {
    let (report, found) = parse_report(Path::new("content/a.toml"), text, checks);
    for diagnostic in &found {
        let place = diagnostic.place.as_ref().unwrap();
        assert!(text.get(place.span.clone()).is_some(), "{place:?} splits a character");
    }
    (report, found.iter().filter(|one| one.is_error()).map(|one| &*one.code().to_owned().leak()).collect())
}

/// The letters of all that a report prints.
fn printed(report: Option<Report>) -> Option<Vec<String>> {
    report.map(|report| report.printed_texts().iter().map(|text| letters(text)).collect())
}

/// What holds whether or not names are replaced. Gives the mended text.
fn sound(text: &str, checks: &Checks) -> String {
    let path = Path::new("content/a.toml");
    let (new, _) = fix_report(path, text, checks);
    assert_eq!(fix_report(path, &new, checks), (new.clone(), 0), "mending twice changes something");
    let ((outside, texts), (new_outside, new_texts)) = (apart(text), apart(&new));
    assert_eq!(outside, new_outside, "something outside of texts was changed");
    assert_eq!(texts.len(), new_texts.len());
    assert_eq!(read(text, checks).1, read(&new, checks).1);
    new
}

/// 256 cases, or as many as `PROPTEST_CASES` says.
fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, max_shrink_iters: 20_000, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn mending_touches_spaces_and_marks_of_texts_and_nothing_else((text, allowed) in reports()) {
        let checks = Checks::default();
        let new = sound(&text, &checks);
        let ((_, texts), (_, new_texts)) = (apart(&text), apart(&new));
        for (old, new) in texts.iter().zip(&new_texts) {
            prop_assert_eq!(letters(old), letters(new));
        }
        prop_assert_eq!(printed(read(&text, &checks).0), printed(read(&new, &checks).0));
        if allowed {
            let below = |text: &str| text.split_once(&allow_all()).map(|(_, rest)| rest.to_owned());
            prop_assert_eq!(below(&text), below(&new));
        }
    }

    #[test]
    fn names_are_replaced_and_nothing_else((text, _) in reports()) {
        let not = vec!["اليونيسيف".to_owned(), "محافظ البصرة اسعد".to_owned(), "نص كلمة".to_owned()];
        let names = vec![
            Name { form: "اليونيسف".to_owned(), not },
            Name { form: "كلمة".to_owned(), not: vec!["البصرة نص".to_owned()] },
            Name { form: "محافظ البصرة أسعد عبد الأمير العيداني".to_owned(), not: Vec::new() },
        ];
        sound(&text, &Checks { glossary: Glossary::new(names), ..Checks::default() });
    }

    #[test]
    fn what_is_no_toml_is_read_without_harm(
        (text, _) in reports(),
        pieces in prop::collection::vec(one_of(PIECES), 0..20),
        at in any::<prop::sample::Index>(),
    ) {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let at = *at.get(&places);
        let broken = format!("{}{}{}", &text[..at], pieces.concat(), &text[at..]);
        let (path, checks) = (Path::new("content/a.toml"), Checks::default());
        let (new, _) = fix_report(path, &broken, &checks);
        prop_assert_eq!(letters(&new), letters(&broken));
        prop_assert_eq!(fix_report(path, &new, &checks), (new.clone(), 0));
    }
}
