//! The reference: everything that the program knows is in it, in both languages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use nashra::handbook::Chapter;

use super::LANGUAGES;
use crate::workspace::Workspace;

/// The reference in each language.
fn references() -> [&'static str; 2] {
    let chapter = Chapter::find("reference").unwrap();
    LANGUAGES.map(|lang| chapter.text(lang))
}

/// Whether a reference has a word in a code span of one of its tables.
fn tells(reference: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let rows = reference.lines().filter(|line| line.starts_with('|'));
    let mut spans = rows.flat_map(|row| row.split('`').skip(1).step_by(2));
    spans.any(|span| span.split(|c| !is_part(c)).any(|part| part == word))
}

fn told(keys: &BTreeSet<String>, least: usize) {
    assert!(keys.len() >= least, "only {} are found: {keys:?}", keys.len());
    for reference in references() {
        let silent: Vec<&String> = keys.iter().filter(|key| !tells(reference, key)).collect();
        assert!(silent.is_empty(), "`{}` doesn't tell of {silent:?}", reference.lines().next().unwrap());
    }
}

#[test]
fn every_command_and_option_is_told() {
    let workspace = Workspace::bare();
    // Those of the search stand with its examples.
    let search = Chapter::find("archive").unwrap();
    let mut queue = vec![String::new()];
    let mut found = BTreeSet::new();
    while let Some(command) = queue.pop() {
        let help = workspace.run(&format!("{command} --help --lang en"));
        let help = &help.code(0).stdout;
        let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
        for name in commands.filter_map(|line| line.split_whitespace().next()) {
            found.insert(name.to_owned());
            queue.push(format!("{command} {name}"));
        }
        let is_option = |word: &&str| word.starts_with("--") && word.len() > 2;
        for option in help.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ']' | '`')).filter(is_option) {
            if command != " archive search" || references().iter().any(|reference| tells(reference, option)) {
                found.insert(option.to_owned());
            } else {
                assert!(LANGUAGES.iter().all(|&lang| tells(search.text(lang), option)), "`{option}` is not told");
            }
        }
    }
    told(&found, 60);
}

#[test]
fn every_exit_code_is_told() {
    let source = include_str!("../../../src/error.rs");
    let codes: Vec<&str> = source
        .lines()
        .filter_map(|line| line.strip_prefix("pub const ")?.split_once(": u8 = ")?.1.strip_suffix(';'))
        .collect();
    assert!(codes.len() >= 4, "{codes:?}");
    for reference in references() {
        for code in &codes {
            assert!(reference.contains(&format!("\n| {code} | ")), "exit code {code} is not told");
        }
    }
}

#[test]
fn every_text_rule_is_told_and_no_other() {
    for reference in references() {
        for rule in nashra::arabic::Rule::ALL {
            assert!(reference.contains(&format!("\n| {} | ", rule.code())), "{} is not told", rule.code());
        }
        assert_eq!(reference.lines().filter(|line| line.starts_with("| NA")).count(), nashra::arabic::Rule::ALL.len());
    }
}

/// The codes that the catalogue's problems return, by its sources.
fn message_codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() { folders.push(path) } else { codes.extend(codes_of(&path)) }
        }
    }
    codes
}

fn codes_of(file: &PathBuf) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let Some(at) = text.find("fn code(&self) -> &'static str {") else { return Vec::new() };
    let body = text[at..].split("\n    }\n").next().unwrap();
    let arms = body.lines().filter_map(|line| line.split_once("=> \"")?.1.split('"').next());
    arms.map(str::to_owned).collect()
}

#[test]
fn every_message_is_told_and_no_other() {
    let codes = message_codes();
    told(&codes, 150);
    for reference in references() {
        let list = reference.split("\n## ").last().unwrap();
        let told: BTreeSet<String> =
            list.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split('`').next()?.to_owned())).collect();
        let old: Vec<_> = told.difference(&codes).collect();
        assert!(old.is_empty(), "no message has these codes: {old:?}");
    }
}

#[test]
fn the_environment_is_told() {
    told(&["NASHRA_NOW", "NASHRA_LANG"].map(str::to_owned).into(), 2);
}

/// The keys that the program says it knows where `file` has the key `zqzqzq`.
fn known_keys(name: &str, text: &str) -> Vec<String> {
    let workspace = Workspace::bare();
    if name != "nashra.toml" {
        workspace.file("nashra.toml", "schema = 1\n");
    }
    workspace.file(name, text);
    let run = workspace.run("check --lang en");
    run.code(1).says("`zqzqzq`");
    let hints = run.stderr.lines().filter_map(|line| line.split_once("the keys known here are: "));
    hints.flat_map(|(_, keys)| keys.split(", ")).map(|key| key.trim_matches('`').to_owned()).collect()
}

#[test]
fn every_key_of_a_report_is_told() {
    let heads = [
        "",
        "[event]",
        "[[photos]]",
        "[flyer]",
        "[[body]]\n[body.table]",
        "[[links]]",
        "[[attachments]]",
        "[signature]",
    ];
    let kinds = ["paragraph", "heading", "quote", "list", "photo", "gallery"];
    let mut found = BTreeSet::new();
    for head in heads {
        found.extend(known_keys("content/a.toml", &format!("{head}\nzqzqzq = 1\n")));
    }
    for kind in kinds {
        found.extend(known_keys("content/a.toml", &format!("[[body]]\n{kind} = \"x\"\nzqzqzq = 1\n")));
    }
    found.extend(known_keys("content/a.toml", "[[body]]\nlist = [{ zqzqzq = 1 }]\n"));
    found.extend(known_keys("content/a.toml", "[[body]]\ngallery = [{ zqzqzq = 1 }]\n"));
    told(&found, 48);
    let full: toml::Table = include_str!("../../../src/report/full_report.toml").parse().unwrap();
    let mut keys = BTreeSet::new();
    collect(&toml::Value::Table(full), &mut keys);
    told(&keys, 40);
}

#[test]
fn every_key_of_an_issue_is_told() {
    let mut found = BTreeSet::new();
    for head in ["", "[editorial]", "[[articles]]", "[colophon]"] {
        found.extend(known_keys("content/issues/a.toml", &format!("{head}\nzqzqzq = 1\n")));
    }
    told(&found, 18);
}

#[test]
fn every_key_of_the_workspace_is_told() {
    let tables = [
        "",
        "[office]",
        "[office.second]",
        "[office.contacts]",
        "[signature]",
        "[theme]",
        "[editions]",
        "[editions.bulletin]",
        "[editions.flyer]",
        "[editions.newsletter]",
        "[folders]",
        "[verification]",
        "[press]",
        "[printer]",
        "[site]",
        "[checks]",
    ];
    let mut found = BTreeSet::new();
    for table in tables {
        found.extend(known_keys("nashra.toml", &format!("{table}\nzqzqzq = 1\n")));
    }
    told(&found, 41);
}

#[test]
fn every_key_of_the_glossary_is_told() {
    let workspace = Workspace::new();
    let mut found = BTreeSet::new();
    for table in ["", "[[name]]"] {
        workspace.file("glossary.toml", format!("{table}\nzqzqzq = 1\n"));
        let run = workspace.run("check");
        let hints = run.code(1).stderr.lines().filter_map(|line| line.split_once("the keys known here are: "));
        found.extend(hints.flat_map(|(_, keys)| keys.split(", ")).map(|key| key.trim_matches('`').to_owned()));
    }
    told(&found, 4);
}

fn collect(value: &toml::Value, keys: &mut BTreeSet<String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                keys.insert(key.clone());
                collect(value, keys);
            }
        }
        toml::Value::Array(list) => list.iter().for_each(|value| collect(value, keys)),
        _ => {}
    }
}
