//! A workspace in a folder of its own, and the program run in it without the machine's settings.

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A temporary workspace.
pub struct Workspace {
    folder: tempfile::TempDir,
}

/// What a run of the program came to.
pub struct Run {
    /// The exit code.
    pub code: i32,
    /// What it printed to stdout.
    pub stdout: String,
    /// What it printed to stderr.
    pub stderr: String,
}

/// A report that builds.
pub const REPORT: &str = r#"schema = 1
status = "approved"
number = "١/٢٠٢٦"
date = 2026-11-20
title = "افتتاح مدرسة جديدة في قضاء الزبير"

[[body]]
paragraph = "افتتح السيد المحافظ مدرسة جديدة في قضاء الزبير بحضور مدير التربية وعدد من الأهالي يوم الجمعة."
"#;

/// A workspace's settings in which messages are in English.
pub const ENGLISH: &str = "schema = 1\nlanguage = \"en\"\n";

impl Workspace {
    /// A workspace with nothing but its settings.
    pub fn new() -> Self {
        let workspace = Self::bare();
        workspace.file("nashra.toml", ENGLISH);
        workspace
    }

    /// An empty folder.
    pub fn bare() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// Its folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Writes a file of `content/`.
    pub fn report(&self, name: &str, text: &str) -> &Self {
        self.file(&format!("content/{name}.toml"), text)
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// All files below a folder, sorted, without the program's own notes.
    pub fn files(&self, folder: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut folders = vec![self.path().join(folder)];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.file_name() == Some(OsStr::new(".nashra")) {
                    continue;
                }
                if path.is_dir() { folders.push(path) } else { found.push(path) }
            }
        }
        let name = |path: PathBuf| path.strip_prefix(self.path()).unwrap().to_str().unwrap().replace('\\', "/");
        let mut names: Vec<String> = found.into_iter().map(name).collect();
        names.sort();
        names
    }

    /// Runs the program with arguments given as one line.
    pub fn run(&self, arguments: &str) -> Run {
        self.run_with(&arguments.split_whitespace().collect::<Vec<_>>(), &[])
    }

    /// Runs the program with variables of the environment.
    pub fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
        Run::new(self.command(arguments).envs(variables.iter().copied()).output().unwrap())
    }

    /// Runs the program and types a line when it asks.
    pub fn run_typing(&self, arguments: &[&str], typed: &str) -> Run {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        writeln!(child.stdin.take().unwrap(), "{typed}").unwrap();
        Run::new(child.wait_with_output().unwrap())
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nashra"));
        command.args(arguments).current_dir(self.path()).env_clear();
        command
    }
}

impl Run {
    fn new(Output { status, stdout, stderr }: Output) -> Self {
        Self {
            code: status.code().unwrap_or(-1),
            stdout: String::from_utf8(stdout).unwrap(),
            stderr: String::from_utf8(stderr).unwrap(),
        }
    }

    /// The run ended with this code.
    #[track_caller]
    pub fn code(&self, code: i32) -> &Self {
        assert_eq!(self.code, code, "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }

    /// Its stderr has these words.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(self.stderr.contains(words), "not said: {words}\nstderr:\n{}", self.stderr);
        self
    }

    /// Its stdout has these words.
    #[track_caller]
    pub fn prints(&self, words: &str) -> &Self {
        assert!(self.stdout.contains(words), "not printed: {words}\nstdout:\n{}", self.stdout);
        self
    }
}
