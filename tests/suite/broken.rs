//! Broken files: every one has its own clear message, stored beside it.
//!
//! A file is read by the kind of its first folder below `tests/broken`: `report`, `issue`,
//! `workspace` or `glossary`. Those of `report/slug` keep their name, which gives the report its
//! slug. The messages about `NAME.toml` must be `NAME.expected`. `NASHRA_UPDATE=1` writes the texts
//! anew: look at them before you commit them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use nashra::diag::{Diagnostic, short};
use nashra::report::{Checks, decode, parse_glossary, parse_issue, parse_report, parse_workspace};
use nashra::words::Lang;

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken")
}

/// The files with an ending, as `report/head/date-year`; every other ending than the two of the
/// cases fails.
pub fn with_ending(ending: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![folder()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).expect("a folder that can be listed") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let of_file = path.extension().unwrap_or_default().to_string_lossy().into_owned();
            assert!(["toml", "expected"].contains(&of_file.as_str()), "{} is no case", path.display());
            if of_file == ending {
                let name = path.with_extension("");
                let name = name.strip_prefix(folder()).expect("a path below the folder").to_string_lossy();
                found.insert(name.replace('\\', "/"));
            }
        }
    }
    found
}

pub fn diagnostics(name: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    let (kind, rest) = name.split_once('/').unwrap_or_else(|| panic!("{name} stands in no folder of a kind"));
    let checks = Checks::default();
    let stem = rest.strip_prefix("slug/").unwrap_or("2026-11-20-workshop");
    let file = match kind {
        "report" => format!("content/{stem}.toml"),
        "issue" => "content/issues/2026-11-30-november.toml".to_owned(),
        "workspace" => "nashra.toml".to_owned(),
        "glossary" => "glossary.toml".to_owned(),
        _ => panic!("`{kind}` is no kind of file"),
    };
    let file = Path::new(&file);
    let text = match decode(file, bytes) {
        Err(diagnostic) => return vec![*diagnostic],
        Ok(text) => text,
    };
    match kind {
        "workspace" => parse_workspace(file, text).1,
        "glossary" => parse_glossary(file, text).1,
        "issue" => parse_issue(file, text, &checks).1,
        _ => parse_report(file, text, &checks).1,
    }
}

fn rendered(all: &[Diagnostic]) -> String {
    let mut out = String::new();
    for diagnostic in all {
        let hint = diagnostic.words(Lang::En).hint;
        out.push_str(&format!("{}\n", short(diagnostic, Lang::En)));
        out.push_str(&format!("    field: {}\n    hint: {hint}\n", diagnostic.field));
    }
    out
}

#[test]
fn every_broken_file_has_its_message() {
    let update = std::env::var_os("NASHRA_UPDATE").is_some();
    let mut wrong = Vec::new();
    for name in with_ending("toml") {
        let bytes = fs::read(folder().join(format!("{name}.toml"))).expect("a readable file");
        let found = rendered(&diagnostics(&name, &bytes));
        let golden = folder().join(format!("{name}.expected"));
        if update {
            fs::write(&golden, &found).expect("a writable folder");
        } else if fs::read_to_string(&golden).unwrap_or_default() != found || found.is_empty() {
            wrong.push(format!("--- {name}\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "these differ from their .expected file:\n{}", wrong.join("\n"));
}

#[test]
fn no_expected_text_is_left_over() {
    let (files, texts) = (with_ending("toml"), with_ending("expected"));
    assert_eq!(files, texts);
    assert!(files.len() >= 70, "only {} files", files.len());
}

#[test]
fn no_two_files_say_the_same() {
    let mut seen = BTreeSet::new();
    for name in with_ending("expected") {
        let text = fs::read_to_string(folder().join(format!("{name}.expected"))).expect("a readable file");
        let said: Vec<&str> = text.lines().map(|line| line.split_once(": ").map_or(line, |(_, said)| said)).collect();
        assert!(seen.insert(said.join("\n")), "{name} says what another file says");
    }
}

#[test]
fn every_message_is_there_in_arabic_too() {
    for name in with_ending("toml") {
        let bytes = fs::read(folder().join(format!("{name}.toml"))).expect("a readable file");
        for diagnostic in diagnostics(&name, &bytes) {
            let words = diagnostic.words(Lang::Ar);
            let arabic = |text: &str| text.chars().any(|c| matches!(c, '\u{620}'..='\u{64A}'));
            assert!(arabic(&words.text) && arabic(&words.hint), "{name}: {words:?}");
            assert!(!words.text.ends_with('.') && !words.hint.ends_with('.'), "{name}: {words:?}");
        }
    }
}

/// Inputs that are too large or too strange to be kept as files. None may panic or take long.
#[test]
fn hostile_files_do_no_harm() {
    let deep = |open: &str, close: &str, n: usize| format!("a = {}{}", open.repeat(n), close.repeat(n));
    let head = "schema = 1\ndate = 2026-11-20\nstatus = \"draft\"\ntitle = \"x\"\n";
    let hostile = [
        String::new(),
        "\u{0}".repeat(5000),
        "\u{feff}\u{feff}".to_owned(),
        "[".repeat(200_000),
        "{".repeat(200_000),
        deep("[", "]", 300_000),
        deep("{a=", "}", 100_000),
        format!("a{} = 1", ".a".repeat(100_000)),
        format!("[a{}]", ".a".repeat(100_000)),
        "a = 1\n".repeat(150_000),
        "[[body]]\n".repeat(100_000),
        "x\n".repeat(400_000),
        "\r".repeat(100_000),
        format!("{head}[[body]]\nparagraph = \"{}\"\n", "( ".repeat(50_000)),
        format!("{head}[[body]]\nparagraph = \"{}\"\n", "**a *b [".repeat(11_000)),
        format!("{head}[[body]]\nparagraph = \"{}\"\n", "ب".repeat(500_000)),
        format!("{head}[[body]]\nlist = [{}]\n", "\"أ ،ب\",".repeat(80_000)),
        format!("{head}{}\n", "k".repeat(900_000)),
        (0..90_000).map(|n| format!("k{n} = 1\n")).collect(),
        "a = \"\\u0000\\uD800\\U00110000\"".to_owned(),
        "x".repeat(2_000_000),
    ];
    let started = std::time::Instant::now();
    for text in &hostile {
        let (_, diagnostics) = parse_report(Path::new("content/a.toml"), text, &Checks::default());
        assert!(diagnostics.len() < 300);
        parse_issue(Path::new("content/issues/a.toml"), text, &Checks::default());
        parse_workspace(Path::new("nashra.toml"), text);
        parse_glossary(Path::new("glossary.toml"), text);
    }
    assert!(started.elapsed().as_secs() < 240, "{:?}", started.elapsed());
}

/// Files cut off at every place, and with every byte changed, are read without harm.
#[test]
fn damaged_files_do_no_harm() {
    let whole = include_str!("../broken/report/whole/many-mistakes.toml");
    for (at, _) in whole.char_indices() {
        parse_report(Path::new("content/a.toml"), &whole[..at], &Checks::default());
        for mark in ["\"", "[", "{", "=", "\n", "\u{0}", "'", ".", "\\"] {
            let text = format!("{}{mark}{}", &whole[..at], &whole[at..]);
            let (_, diagnostics) = parse_report(Path::new("content/a.toml"), &text, &Checks::default());
            for diagnostic in diagnostics {
                let place = diagnostic.place.expect("a place in the file");
                assert!(text.get(place.span.clone()).is_some(), "{place:?} splits a character");
            }
        }
    }
}
