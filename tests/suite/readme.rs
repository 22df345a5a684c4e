//! The README: every example in it is run, and everything the program knows is in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::printers::RealPrinter;
use crate::workspace::{Run, Workspace};

const README: &str = include_str!("../../README.md");
const CI: &str = include_str!("../../.ci/run");

/// The clock when the README's day begins.
const MORNING: &str = "2026-11-20T09:00:00+03:00";
/// What cargo is asked for in the README, and in `.ci/run` with the versions locked.
const CARGO: [&str; 2] = ["cargo run --release -- build", "cargo test"];

/// A fenced block with the marks before it, as `<!-- file: nashra.toml -->`.
struct Block {
    line: usize,
    language: String,
    marks: Vec<String>,
    text: String,
}

/// The README's fenced blocks. A mark belongs to the block that follows it.
fn blocks() -> Vec<Block> {
    let mut all = Vec::new();
    let mut marks = Vec::new();
    let mut lines = README.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        if let Some(mark) = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->")) {
            marks.push(mark.to_owned());
        } else if let Some(language) = line.strip_prefix("```") {
            let text: String = lines
                .by_ref()
                .map(|(_, line)| line)
                .take_while(|line| *line != "```")
                .map(|l| l.to_owned() + "\n")
                .collect();
            all.push(Block { line: at + 1, language: language.to_owned(), marks: std::mem::take(&mut marks), text });
        } else if !line.is_empty() {
            marks.clear();
        }
    }
    all
}

/// The printer's address in the README.
const PRINTER: &str = "ipp://192.0.2.10/ipp/print";

/// What the examples work on, one after the other.
struct Day {
    workspace: Workspace,
    now: String,
    /// The printer that stands at [`PRINTER`].
    printer: Option<RealPrinter>,
}

impl Day {
    /// An empty folder but for the sample pictures.
    fn new() -> Self {
        let workspace = Workspace::bare();
        for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/content/assets")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            workspace.file(&format!("content/assets/{name}"), fs::read(&path).unwrap());
        }
        Self { workspace, now: MORNING.to_owned(), printer: None }
    }

    fn example(&mut self, block: &Block) {
        let at = block.line;
        let mut written = false;
        for mark in &block.marks {
            match mark.split_once(": ").unwrap_or((mark, "")) {
                ("new workspace", _) => *self = Self::new(),
                ("printer", _) => self.printer = Some(RealPrinter::new()),
                ("rename", names) => self.rename(names),
                ("replace", words) => self.replace(words),
                ("at", moment) => moment.clone_into(&mut self.now),
                ("file", name) => {
                    self.workspace.file(name, &block.text);
                    written = true;
                }
                ("lines of", name) => {
                    self.workspace.file(name, with_lines(&self.text_of(name), &block.text));
                    written = true;
                }
                ("end of", name) => {
                    let uri = self.printer.as_ref().map_or(PRINTER.to_owned(), RealPrinter::uri);
                    self.workspace.file(name, self.text_of(name) + &block.text.replace(PRINTER, &uri));
                    written = true;
                }
                _ => panic!("README.md:{at}: unknown mark `{mark}`"),
            }
        }
        match block.language.as_str() {
            "toml" => assert!(written, "README.md:{at}: no mark says what to do with this TOML"),
            "console" => self.console(block),
            other => panic!("README.md:{at}: a block of `{other}` is not tried by any test"),
        }
    }

    /// Puts one key in the place of another: `OLD NEW FILE`.
    fn rename(&self, names: &str) {
        let [old, new, file] = names.split(' ').collect::<Vec<_>>()[..] else { panic!("rename: `{names}`") };
        let text = self.text_of(file).replace(&format!("\n{old} ="), &format!("\n{new} ="));
        self.workspace.file(file, text);
    }

    /// Puts one word in the place of another: `OLD NEW FILE`.
    fn replace(&self, words: &str) {
        let [old, new, file] = words.split(' ').collect::<Vec<_>>()[..] else { panic!("replace: `{words}`") };
        let text = self.text_of(file);
        assert!(text.contains(old), "{file} has no `{old}`");
        self.workspace.file(file, text.replace(old, new));
    }

    /// Copies files and folders of this repository, as `../nashra/content` names them.
    fn copy_samples(&self, names: &str) {
        for name in names.split(' ') {
            let name = name.strip_prefix("../nashra/").unwrap_or_else(|| panic!("cp: `{name}` is no sample"));
            let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
            if from.is_dir() {
                crate::archive::copy(&from, &self.workspace.path().join(name));
            } else {
                self.workspace.file(name, fs::read(from).unwrap());
            }
        }
    }

    fn text_of(&self, name: &str) -> String {
        String::from_utf8(self.workspace.read(name)).unwrap()
    }

    fn console(&self, block: &Block) {
        let at = block.line;
        let mut lines = block.text.lines().peekable();
        while let Some(line) = lines.next() {
            let command = line.strip_prefix("$ ").unwrap_or_else(|| panic!("README.md:{at}: no command at `{line}`"));
            let mut shown = Vec::new();
            while let Some(line) = lines.next_if(|line| !line.starts_with("$ ")) {
                shown.push(line);
            }
            match command.split_once(' ').unwrap_or((command, "")) {
                ("nashra", arguments) => {
                    let arguments = words_of(arguments);
                    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
                    let run = self.workspace.run_with(&arguments, &[("NASHRA_NOW", &self.now)]);
                    let printed = printed(&run);
                    let printed: Vec<&str> = printed.iter().map(String::as_str).collect();
                    assert!(
                        matches(&shown, &printed),
                        "README.md:{at}: `{command}` prints something else, with exit code {}:\n{}",
                        run.code,
                        printed.join("\n")
                    );
                }
                ("cp", names) => {
                    let names = names.strip_prefix("-r ").and_then(|names| names.strip_suffix(" ."));
                    self.copy_samples(names.unwrap_or_else(|| panic!("README.md:{at}: `{command}` is not tried")));
                }
                ("rm", name) => fs::remove_file(self.workspace.path().join(name)).unwrap(),
                ("cargo", _) => {
                    assert!(CARGO.contains(&command) && shown.is_empty(), "README.md:{at}: `{command}` is not tried");
                }
                _ => panic!("README.md:{at}: `{command}` is not tried"),
            }
        }
    }
}

/// A command's words as a shell parts them: at spaces, but not inside of double quotes.
fn words_of(arguments: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (index, part) in arguments.split('"').enumerate() {
        if index % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split(' ').filter(|word| !word.is_empty()).map(str::to_owned));
        }
    }
    words
}

/// What a run prints, stdout first; without the lines that are a bar on a terminal.
fn printed(run: &Run) -> Vec<String> {
    let is_progress = |line: &&str| line.starts_with("building ") || line.starts_with("جارٍ العمل على ");
    run.stdout.lines().chain(run.stderr.lines().filter(|line| !is_progress(line))).map(str::to_owned).collect()
}

/// Whether lines are those shown, where `…` stands for any number of lines and blank lines at the end for nothing.
fn matches(shown: &[&str], printed: &[&str]) -> bool {
    match shown.split_first() {
        None => printed.iter().all(|line| line.is_empty()),
        Some((&"…", rest)) => (0..=printed.len()).any(|skipped| matches(rest, &printed[skipped..])),
        Some((line, rest)) => {
            // A line may end in what no reader types.
            let is_line = |first: &str| match line.strip_suffix('…').filter(|start| !start.is_empty()) {
                Some(start) => first.starts_with(start),
                None => first == *line,
            };
            printed.split_first().is_some_and(|(first, others)| is_line(first) && matches(rest, others))
        }
    }
}

/// A file with some of its plain keys changed; new ones come below `schema`.
fn with_lines(text: &str, changes: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    for change in changes.lines().filter(|line| !line.is_empty()) {
        let key = change.split('=').next().unwrap().trim();
        let same = |line: &&str| line.split(" =").next() == Some(key);
        match lines.iter().position(same) {
            Some(at) => lines[at] = change,
            None => lines.insert(1, change),
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn every_example_does_what_the_readme_says() {
    let mut day = Day::new();
    let blocks = blocks();
    assert!(blocks.len() > 20, "the README's blocks are not found");
    for block in &blocks {
        day.example(block);
    }
}

#[test]
fn the_two_commands_are_what_ci_runs() {
    let ci: Vec<String> = CI.lines().map(|line| line.replace(" --locked", "")).collect();
    for command in CARGO {
        assert!(README.contains(&format!("```console\n$ {command}\n```")), "`{command}` is not in the README");
        assert!(ci.iter().any(|line| line == command), "`{command}` is not in .ci/run");
    }
}

#[test]
fn every_picture_and_file_linked_is_there() {
    let mut links = 0;
    for link in README.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
        if link.starts_with("http") || link.starts_with('#') {
            continue;
        }
        assert!(
            Path::new(env!("CARGO_MANIFEST_DIR")).join(link).is_file(),
            "README.md links to `{link}`: no such file"
        );
        links += 1;
    }
    assert!(links > 5);
}

#[test]
fn every_anchor_leads_to_a_heading() {
    let headings: BTreeSet<String> = README
        .lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-"))
        .collect();
    for anchor in README.split("](#").skip(1).map(|rest| rest.split(')').next().unwrap()) {
        assert!(headings.contains(anchor), "README.md has no heading for `#{anchor}`");
    }
}

#[test]
fn every_picture_is_shown_and_small() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pictures");
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        assert!(README.contains(&format!("](tests/pictures/{name})")), "the README doesn't show `{name}`");
        assert!(entry.metadata().unwrap().len() <= 150 * 1024, "`{name}` has more than 150 KB");
    }
}

/// Whether the reference has a word in a code span of one of its tables.
fn tells(word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let rows = README.lines().filter(|line| line.starts_with('|'));
    let mut spans = rows.flat_map(|row| row.split('`').skip(1).step_by(2));
    spans.any(|span| span.split(|c| !is_part(c)).any(|part| part == word))
}

#[test]
fn every_command_and_option_is_told() {
    let workspace = Workspace::bare();
    let mut queue = vec![String::new()];
    let mut told = 0;
    while let Some(command) = queue.pop() {
        let help = workspace.run(&format!("{command} --help"));
        let help = &help.code(0).stdout;
        let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
        for name in commands.filter_map(|line| line.split_whitespace().next()) {
            assert!(tells(name), "the README doesn't tell of `nashra {command} {name}`");
            if name != "help" {
                queue.push(format!("{command} {name}"));
            }
            told += 1;
        }
        let is_option = |word: &&str| word.starts_with("--") && word.len() > 2;
        for option in help.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ']')).filter(is_option) {
            assert!(tells(option), "the README doesn't tell of `{option}` of `nashra{command}`");
            told += 1;
        }
    }
    assert!(told > 40, "help is read wrongly: {told}");
}

#[test]
fn every_exit_code_is_told() {
    let source = include_str!("../../src/error.rs");
    let codes: Vec<&str> = source
        .lines()
        .filter_map(|line| line.strip_prefix("pub const ")?.split_once(": u8 = ")?.1.strip_suffix(';'))
        .collect();
    assert!(codes.len() >= 4, "{codes:?}");
    for code in codes {
        assert!(README.contains(&format!("\n| {code} | ")), "the README doesn't tell of exit code {code}");
    }
}

#[test]
fn every_text_rule_is_told_and_no_other() {
    for rule in nashra::arabic::Rule::ALL {
        assert!(README.contains(&format!("\n| {} | ", rule.code())), "{} is not told", rule.code());
    }
    assert_eq!(README.lines().filter(|line| line.starts_with("| NA")).count(), nashra::arabic::Rule::ALL.len());
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
    let full: toml::Table = include_str!("../../src/report/full_report.toml").parse().unwrap();
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
        "[printer]",
        "[site]",
        "[checks]",
    ];
    let mut found = BTreeSet::new();
    for table in tables {
        found.extend(known_keys("nashra.toml", &format!("{table}\nzqzqzq = 1\n")));
    }
    told(&found, 40);
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

fn told(keys: &BTreeSet<String>, least: usize) {
    assert!(keys.len() >= least, "only {} keys are found: {keys:?}", keys.len());
    let silent: Vec<&String> = keys.iter().filter(|key| !tells(key)).collect();
    assert!(silent.is_empty(), "the README doesn't tell of {silent:?}");
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

#[test]
fn the_environment_is_told_and_machines_are_not() {
    assert!(README.contains("\n`NASHRA_NOW`"));
    for machine in ["/work/", "/home/", "/tmp/", "/root/", "C:\\"] {
        assert!(!README.contains(machine), "the README names a folder of somebody's machine: {machine}");
    }
}
