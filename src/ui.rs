//! All printing: data to stdout, everything else to stderr.

use std::io::{self, BufRead as _, IsTerminal as _, Read as _, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use clap::ValueEnum;
use clap::builder::StyledStr;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use crate::arabic::Rule;
use crate::diag::{self, Diagnostic};
use crate::files;
use crate::pipeline::Progress;
use crate::report::MAX_BYTES;
use crate::words::{Explanation, Lang, Phrase};

/// The most bytes of an answer that are read.
const MAX_ANSWER: u64 = 64;

/// The form in which results and problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For reading: each problem with its line and what to do.
    Human,
    /// One line for each problem.
    Short,
    /// One JSON object for the whole run.
    Json,
}

/// The user's side of a run: the only place that prints.
#[derive(Clone, Debug)]
pub(crate) struct Ui {
    format: Format,
    lang: Lang,
    /// True if all is told that the system said.
    verbose: bool,
    /// The folder that the user is in.
    folder: PathBuf,
    /// The folder that diagnostics' files are named from.
    base: PathBuf,
}

impl Ui {
    /// Speaks in a format and a language; tells more when it is `verbose`.
    #[must_use]
    pub(crate) fn new(format: Format, lang: Lang, verbose: bool) -> Self {
        Self { format, lang, verbose, folder: PathBuf::new(), base: PathBuf::new() }
    }

    /// True if the user asked to be told more.
    #[must_use]
    pub(crate) fn is_verbose(&self) -> bool {
        self.verbose
    }

    /// True if a program reads what is printed.
    #[must_use]
    pub(crate) fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    /// Names the folder that the user is in: paths are told as they would be typed there.
    pub(crate) fn started_in(&mut self, folder: &Path) {
        self.folder = folder.to_path_buf();
    }

    /// Changes the language.
    pub(crate) fn speak(&mut self, lang: Lang) {
        self.lang = lang;
    }

    /// Names the folder that diagnostics' files are named from.
    pub(crate) fn based_in(&mut self, folder: &Path) {
        self.base = folder.to_path_buf();
    }

    /// A phrase in the run's language.
    #[must_use]
    pub(crate) fn text(&self, phrase: &Phrase) -> String {
        phrase.text(self.lang)
    }

    /// The run's language.
    #[must_use]
    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }

    /// A text rule explained in the run's language.
    #[must_use]
    pub(crate) fn explanation(&self, rule: Rule) -> Explanation {
        Explanation::new(rule, self.lang)
    }

    /// One line of data.
    pub(crate) fn data(&self, line: &str) {
        data(line.as_bytes());
    }

    /// A text with its marked parts in bold, where that can be shown; elsewhere it is just the
    /// text.
    #[must_use]
    #[expect(clippy::unused_self, reason = "all printing goes through the one value that stands for it")]
    pub(crate) fn marked<'t>(&self, parts: impl Iterator<Item = (&'t str, bool)>) -> String {
        let bold = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        parts.fold(String::new(), |mut text, (part, marked)| {
            if marked && bold {
                text.extend(["\u{1B}[1m", part, "\u{1B}[0m"]);
            } else {
                text.push_str(part);
            }
            text
        })
    }

    /// Data as it is.
    #[expect(clippy::unused_self, reason = "all printing goes through the one value that stands for it")]
    pub(crate) fn bytes(&self, bytes: &[u8]) {
        keep(io::stdout().lock().write_all(bytes));
    }

    /// A page of help, to stdout if it was asked for. Headings are bold where that can be shown.
    #[expect(clippy::unused_self, reason = "all printing goes through the one value that stands for it")]
    pub(crate) fn page(&self, text: &StyledStr, asked: bool) {
        let terminal = if asked { io::stdout().is_terminal() } else { io::stderr().is_terminal() };
        let bold = terminal && std::env::var_os("NO_COLOR").is_none();
        let text = if bold { text.ansi().to_string() } else { text.to_string() };
        let lines: Vec<&str> = text.trim_end().lines().map(str::trim_end).collect();
        let page = lines.join("\n");
        if asked { data(page.as_bytes()) } else { out(&mut io::stderr().lock(), page.as_bytes()) }
    }

    /// A word to the user; a program that reads JSON doesn't get it.
    pub(crate) fn note(&self, phrase: &Phrase) {
        if self.format != Format::Json {
            out(&mut io::stderr().lock(), self.text(phrase).as_bytes());
        }
    }

    /// Asks a question that nothing but a yes answers. Programs that read JSON are not asked.
    #[must_use]
    pub(crate) fn ask(&self, question: &Phrase) -> bool {
        if self.format == Format::Json {
            return false;
        }
        self.note(question);
        let mut answer = String::new();
        let read = io::stdin().lock().take(MAX_ANSWER).read_line(&mut answer);
        read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "نعم")
    }

    /// Prints diagnostics.
    pub(crate) fn report(&self, diagnostics: &[Diagnostic]) {
        if self.format == Format::Json {
            self.json(diagnostics, &serde_json::Value::Null);
            return;
        }
        let mut err = io::stderr().lock();
        let mut read: Option<(PathBuf, Option<String>)> = None;
        for diagnostic in diagnostics {
            // Only a file that was read before is read again, and with the same limit.
            if diagnostic.place.is_some() && read.as_ref().is_none_or(|(file, _)| *file != diagnostic.file) {
                let bytes = files::read_file(&self.base.join(&diagnostic.file), MAX_BYTES as u64).ok();
                read = Some((diagnostic.file.clone(), bytes.and_then(|bytes| String::from_utf8(bytes).ok())));
            }
            let source = read.as_ref().and_then(|(_, source)| source.as_deref());
            let seen = self.seen(diagnostic);
            let text = match self.format {
                Format::Short => diag::short(&seen, self.lang),
                Format::Human | Format::Json => {
                    let causes = if self.verbose { diag::causes(diagnostic, self.lang) } else { String::new() };
                    diag::human(&seen, source, self.lang) + &causes + "\n"
                }
            };
            out(&mut err, text.as_bytes());
        }
    }

    /// Prints diagnostics as they come; a program that reads JSON gets them all at the end.
    pub(crate) fn tell(&self, diagnostics: &[Diagnostic]) {
        if self.format != Format::Json {
            self.report(diagnostics);
        }
    }

    /// Prints the whole run as one JSON object, if that is the format; says whether it is.
    pub(crate) fn json(&self, diagnostics: &[Diagnostic], result: &impl Serialize) -> bool {
        if self.format != Format::Json {
            return false;
        }
        let diagnostics: Vec<_> =
            diagnostics.iter().map(|diagnostic| diag::json(&self.seen(diagnostic), self.lang)).collect();
        let object = serde_json::json!({ "diagnostics": diagnostics, "result": result });
        data(format!("{object:#}").as_bytes());
        true
    }

    /// A diagnostic with the machine's path in it as the user would type it.
    fn seen(&self, diagnostic: &Diagnostic) -> Diagnostic {
        let mut seen = diagnostic.clone();
        seen.message = seen.message.with_path(|path| typed(path, &self.folder, &self.base));
        seen
    }

    /// A progress bar on a terminal, plain lines elsewhere, nothing for programs.
    #[must_use]
    pub(crate) fn progress(&self) -> Bar {
        let kind = match self.format {
            Format::Json => BarKind::Silent,
            _ if io::stderr().is_terminal() => {
                let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}");
                BarKind::Terminal(
                    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())),
                )
            }
            _ => BarKind::Lines,
        };
        Bar { kind, ui: self.clone() }
    }
}

/// The progress of a run.
pub(crate) struct Bar {
    kind: BarKind,
    ui: Ui,
}

enum BarKind {
    Terminal(ProgressBar),
    Lines,
    Silent,
}

impl Bar {
    /// Takes the bar off the screen.
    pub(crate) fn finish(&self) {
        if let BarKind::Terminal(bar) = &self.kind {
            bar.finish_and_clear();
        }
    }
}

impl Bar {
    /// Shows that so many of so many are done.
    pub(crate) fn show(&self, done: usize, all: usize) {
        if let BarKind::Terminal(bar) = &self.kind {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        }
    }
}

impl Progress for Bar {
    fn start(&self, reports: usize) {
        if let BarKind::Terminal(bar) = &self.kind {
            bar.set_length(reports as u64);
        }
    }

    fn step(&self, report: &Path) {
        let report = report.display().to_string();
        match &self.kind {
            BarKind::Terminal(bar) => {
                bar.set_message(report);
                bar.inc(1);
            }
            BarKind::Lines => self.ui.note(&Phrase::Building { report }),
            BarKind::Silent => {}
        }
    }
}

/// A path of the machine as one would type it in `folder`, which may lie in the workspace `base`;
/// any other stays as it is.
fn typed(path: &str, folder: &Path, base: &Path) -> String {
    let whole = Path::new(path);
    let up = folder.strip_prefix(base).map_or(0, |below| below.components().count());
    let from_folder = whole.strip_prefix(folder).ok().map(Path::to_path_buf);
    let from_base = || Some(Path::new("").join("../".repeat(up)).join(whole.strip_prefix(base).ok()?));
    let is_known = |folder: &Path| folder.is_absolute();
    let short = from_folder.filter(|_| is_known(folder)).or_else(|| from_base().filter(|_| is_known(base)));
    match short {
        Some(short) if !short.as_os_str().is_empty() => short.display().to_string(),
        // Windows writes whole paths so when they were resolved; nobody types that.
        _ => path.strip_prefix(r"\\?\").unwrap_or(path).to_owned(),
    }
}

/// The first failure of writing data, which the exit code tells of.
static LOST: OnceLock<io::Error> = OnceLock::new();

/// Why data was lost on its way out, if any was.
pub(crate) fn lost_data() -> Option<&'static io::Error> {
    keep(io::stdout().lock().flush());
    LOST.get()
}

fn keep(written: io::Result<()>) {
    if let Err(error) = written {
        let _ = LOST.set(error);
    }
}

/// Writes a line of data.
fn data(line: &[u8]) {
    let mut stream = io::stdout().lock();
    keep(stream.write_all(line).and_then(|()| stream.write_all(b"\n")).and_then(|()| stream.flush()));
}

/// Writes a line to a person; nobody can be told that it failed.
fn out(stream: &mut impl Write, line: &[u8]) {
    let _ = stream.write_all(line).and_then(|()| stream.write_all(b"\n")).and_then(|()| stream.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_told_as_they_would_be_typed() {
        let (folder, base) = (Path::new("/w/content/2026"), Path::new("/w"));
        assert_eq!(typed("/w/content/2026/a.toml", folder, base), "a.toml");
        assert_eq!(typed("/w/archive/ledger.jsonl", folder, base), "../../archive/ledger.jsonl");
        assert_eq!(typed("/w/archive/ledger.jsonl", base, base), "archive/ledger.jsonl");
        assert_eq!(typed("/elsewhere/a", folder, base), "/elsewhere/a");
        assert_eq!(typed("/w", base, base), "/w");
        assert_eq!(typed("content/a.toml", folder, base), "content/a.toml");
        assert_eq!(typed("/w/a", Path::new(""), Path::new("")), "/w/a");
    }
}
