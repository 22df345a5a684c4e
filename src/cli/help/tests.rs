use clap::CommandFactory as _;

use super::super::Cli;
use super::*;
use crate::words::help::{self as words, HelpHeading};

/// Every command with its path, the program itself with an empty one.
fn commands(lang: Option<Lang>) -> Vec<(String, clap::Command)> {
    let mut root = lang.map_or_else(Cli::command, |lang| command(Cli::command(), lang));
    root.build();
    let mut found = vec![(String::new(), root)];
    let mut next = 0;
    while let Some((path, command)) = found.get(next).cloned() {
        for sub in command.get_subcommands() {
            found.push((format!("{path} {}", sub.get_name()).trim().to_owned(), sub.clone()));
        }
        next += 1;
    }
    found
}

/// The Latin words of a text that are no option, value or name in backticks.
fn latin(text: &str) -> Vec<String> {
    let outside: String = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let is_name = |word: &str| word.starts_with('-') || word.contains(['.', '/', '=', '_']);
    let words = outside.split(|c: char| c.is_whitespace() || "[]<>«»(),؛،".contains(c));
    let words = words.map(|word| word.trim_matches(':'));
    words.filter(|word| !is_name(word) && word.chars().any(|c| c.is_ascii_alphabetic())).map(str::to_owned).collect()
}

#[test]
fn every_part_of_the_command_line_has_words() {
    let mut seen = 0;
    for (path, command) in commands(None) {
        assert!(words::command(&path).is_some(), "`{path}` has no words");
        for argument in command.get_arguments() {
            let id = argument.get_id().as_str();
            assert!(words::argument(&path, id).is_some(), "`{id}` of `{path}` has no words");
            let placeholder = speech::placeholder(argument);
            if matches!(argument.get_action(), clap::ArgAction::Set | clap::ArgAction::Append) {
                assert!(words::placeholder(&placeholder).is_some(), "`{placeholder}` of `{path}` has no words");
            }
            for value in speech::values(argument) {
                assert!(words::value(&placeholder, &value).is_some(), "`{placeholder}` `{value}` has no words");
            }
            seen += 1;
        }
    }
    assert!(seen > 100, "the command line is not walked: {seen}");
}

#[test]
fn arabic_help_has_no_english_but_names() {
    let names: Vec<String> = commands(None)
        .iter()
        .flat_map(|(path, command)| {
            let values = command.get_arguments().flat_map(speech::values).collect::<Vec<_>>();
            path.split(' ').map(str::to_owned).chain(values).collect::<Vec<_>>()
        })
        .collect();
    let proper = [
        "nashra",
        "TOML",
        "JSON",
        "PDF",
        "PDF-A-3a",
        "BagIt",
        "E-ARK",
        "SIP",
        "RFC",
        "NA001",
        "man",
        "Bash",
        "Elvish",
        "PowerShell",
        "Excel",
        "Word",
        "CSV",
        "UTF-8",
        "A3",
        "site",
    ];
    for (path, mut command) in commands(Some(Lang::Ar)) {
        for help in [command.render_help(), command.render_long_help()] {
            for word in latin(&help.to_string()) {
                let word = word.trim_start_matches('و');
                let known = names.iter().any(|name| name == word) || proper.contains(&word);
                assert!(known, "`{word}` in the help of `{path}`:\n{help}");
            }
        }
    }
}

#[test]
fn both_languages_say_all_the_same_parts() {
    let (arabic, english) = (commands(Some(Lang::Ar)), commands(Some(Lang::En)));
    assert_eq!(arabic.len(), english.len());
    for ((path, ar), (_, en)) in arabic.iter().zip(&english) {
        let ids = |command: &clap::Command| command.get_arguments().map(|a| a.get_id().to_string()).collect::<Vec<_>>();
        assert_eq!(ids(ar), ids(en), "{path}");
        assert_ne!(ar.get_about().map(ToString::to_string), en.get_about().map(ToString::to_string), "{path}");
    }
    assert_ne!(HelpHeading::Options.text(Lang::Ar), HelpHeading::Options.text(Lang::En));
}

#[test]
fn the_language_is_found_in_a_line_that_is_wrong() {
    let given = |line: &str| given::Given::new(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
    assert_eq!(given("nashra biuld --lang en").language(Some("ar")), Lang::En);
    assert_eq!(given("nashra biuld --lang=en --x").language(None), Lang::En);
    assert_eq!(given("nashra biuld --lang de").language(Some("en")), Lang::En);
    assert_eq!(given("nashra biuld -C /nowhere").language(None), Lang::Ar);
}
