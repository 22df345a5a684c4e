//! `nashra check` on texts: rules explained.

use std::path::Path;

use nashra::arabic::glossary::Name;
use nashra::arabic::{Glossary, Rule};
use nashra::report::{Checks, parse_report};
use nashra::words::{Explanation, Lang};

use crate::workspace::Workspace;

/// What is found in a report with this text as its paragraph, in an office with one official name.
fn codes(text: &str, name: &str) -> Vec<&'static str> {
    let glossary = Glossary::new(vec![Name { form: name.to_owned(), not: Vec::new() }]);
    let checks = Checks { glossary, ..Checks::default() };
    let head = "schema = 1\ndate = 2026-11-20\nstatus = \"draft\"\ntitle = \"ورشة\"\n[[body]]\n";
    let report = format!("{head}paragraph = '{text}'\n");
    let (parsed, found) = parse_report(Path::new("content/a.toml"), &report, &checks);
    assert!(parsed.is_some(), "{text}: {found:?}");
    found.iter().map(|diagnostic| &*diagnostic.code().to_owned().leak()).collect()
}

#[test]
fn every_rule_finds_its_wrong_example_and_not_the_right_one() {
    for (rule, lang) in Rule::ALL.into_iter().flat_map(|rule| [(rule, Lang::Ar), (rule, Lang::En)]) {
        let told = Explanation::new(rule, lang);
        let name = if rule == Rule::OfficialName { told.right } else { "اليونيسف" };
        let found = codes(told.wrong, name);
        assert!(!found.is_empty() && found.iter().all(|code| *code == rule.code()), "{}: {found:?}", told.wrong);
        assert_eq!(codes(told.right, name), [""; 0], "{}", told.right);
        for part in [told.what, told.why, told.wrong, told.right, told.fix, &told.off, &told.allow] {
            assert!(told.text(lang).contains(part), "{} doesn't say: {part}", told.code);
        }
        assert!(!told.why.ends_with('.') && !told.fix.ends_with('.'), "{told:?}");
    }
}

#[test]
fn a_rule_is_explained_in_either_language() {
    let workspace = Workspace::new();
    let run = workspace.run("check --explain na007");
    run.code(0).prints("NA007: a colon").prints("wrong: وقال المحافظ:- نشكر").prints("off = [\"NA007\"]");
    workspace.run("check --explain NA٠٠٧ --lang ar").code(0).prints("صواب: وقال المحافظ: نشكر");
    Workspace::bare().run("check --explain NA001").code(0).prints("لماذا:");
    let rule = workspace.run("check --explain NA007 --format json");
    let rule: serde_json::Value = serde_json::from_str(&rule.stdout).unwrap();
    assert_eq!(rule["result"]["allow"], "# nashra: allow NA007");
}

#[test]
fn all_rules_are_listed_and_unknown_ones_are_wrong_usage() {
    let workspace = Workspace::new();
    for arguments in ["check --explain", "check --explain all"] {
        assert_eq!(workspace.run(arguments).code(0).stdout.lines().count(), Rule::ALL.len());
    }
    let run = workspace.run("check --explain NA0I4");
    run.code(2).says("[unknown-rule]").says("`NA014`?").says("`NA001`");
    workspace.run("check --explain NA001 --fix").code(2);
}
