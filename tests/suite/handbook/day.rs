//! The workspace that examples work on, one after the other.

use std::fs;

use super::page::{Block, Shown};
use crate::printers::RealPrinter;
use crate::workspace::{Run, Workspace};

/// The clock when a day begins.
const MORNING: &str = "2026-11-20T09:00:00+03:00";
/// What cargo is asked for in the README, and in `.ci/run` with the versions locked.
pub const CARGO: [&str; 2] = ["cargo run --release -- build", "cargo test"];

/// The printer's address in the examples.
const PRINTER: &str = "ipp://192.0.2.10/ipp/print";

/// A profile of a press.
const PROFILE: &[u8] = include_bytes!("../../../src/photo/press.icc");

/// What the examples work on, one after the other.
pub struct Day {
    workspace: Workspace,
    now: String,
    /// The printer that stands at [`PRINTER`].
    printer: Option<RealPrinter>,
}

impl Day {
    /// An empty folder but for the sample pictures.
    pub fn new() -> Self {
        Self::at(MORNING)
    }

    /// The same at another moment.
    pub fn at(moment: &str) -> Self {
        let workspace = Workspace::bare();
        for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/content/assets")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            workspace.file(&format!("content/assets/{name}"), fs::read(&path).unwrap());
        }
        Self { workspace, now: moment.to_owned(), printer: None }
    }

    /// Runs the program with arguments given as one line.
    pub fn run(&self, arguments: &str) -> Run {
        self.workspace.run_with(&arguments.split(' ').collect::<Vec<_>>(), &[("NASHRA_NOW", &self.now)])
    }

    /// Does what a block says; returns its text as it should be.
    ///
    /// With `update` a command that prints something else is no failure: the block returned has
    /// what it prints.
    pub fn example(&mut self, page: &str, block: &Block, update: bool) -> String {
        let at = block.line;
        let mut written = false;
        for mark in &block.marks {
            match mark.split_once(": ").unwrap_or((mark, "")) {
                ("new workspace", _) => *self = Self::new(),
                ("printer", _) => self.printer = Some(RealPrinter::new()),
                ("press profile", name) => drop(self.workspace.file(name, PROFILE)),
                ("rename", names) => self.rename(names),
                ("replace", words) => self.replace(words),
                ("delete", name) => fs::remove_file(self.workspace.path().join(name)).unwrap(),
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
                _ => panic!("{page}:{at}: unknown mark `{mark}`"),
            }
        }
        match block.language.as_str() {
            "toml" | "text" => assert!(written, "{page}:{at}: no mark says what to do with this text"),
            "console" => return self.console(page, block, update),
            other => panic!("{page}:{at}: a block of `{other}` is not tried by any test"),
        }
        block.text.clone()
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

    fn text_of(&self, name: &str) -> String {
        String::from_utf8(self.workspace.read(name)).unwrap()
    }

    /// Runs a block's commands; returns the block as it should be.
    fn console(&mut self, page: &str, block: &Block, update: bool) -> String {
        let mut text = String::new();
        for Shown { command, lines: shown } in block.commands() {
            let place = format!("{page}:{}", block.line);
            text.push_str(&format!("$ {command}\n"));
            let printed = self.command(&place, command, &shown);
            let same = match &printed {
                Some(printed) => matches(&shown, &printed.iter().map(String::as_str).collect::<Vec<_>>()),
                None => shown.is_empty(),
            };
            assert!(
                same || update,
                "{place}: `{command}` prints something else:\n{}",
                printed.unwrap_or_default().join("\n")
            );
            let lines =
                if same { shown.iter().map(|&line| line.to_owned()).collect() } else { printed.unwrap_or_default() };
            lines.iter().for_each(|line| text.push_str(&format!("{line}\n")));
        }
        text
    }

    /// Runs one command; none for one that is not ours.
    fn command(&mut self, place: &str, command: &str, shown: &[&str]) -> Option<Vec<String>> {
        match command.split_once(' ').unwrap_or((command, "")) {
            ("nashra", arguments) => {
                let arguments = words_of(arguments);
                let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
                Some(printed(&self.workspace.run_with(&arguments, &[("NASHRA_NOW", &self.now)])))
            }
            ("cargo", _) => {
                assert!(CARGO.contains(&command) && shown.is_empty(), "{place}: `{command}` is not tried");
                None
            }
            _ => panic!("{place}: `{command}` is not tried"),
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

/// Whether lines are those shown, where `…` stands for any number of lines and blank lines at the
/// end for nothing.
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
