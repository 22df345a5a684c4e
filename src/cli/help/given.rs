//! The language, format, folder and command, as far as a command line tells them before it is
//! understood.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::ValueEnum as _;

use super::super::lang::LangArg;
use crate::files;
use crate::pipeline::WORKSPACE_FILE;
use crate::report;
use crate::ui::Format;
use crate::words::Lang;

/// The options that say how to speak to the user.
pub(super) struct Given {
    lang: Option<Lang>,
    /// The format asked for, else the one for reading.
    pub(super) format: Format,
    folder: PathBuf,
}

impl Given {
    /// Reads them from the arguments, wherever they stand and whatever else is wrong.
    pub(super) fn new(arguments: &[OsString]) -> Self {
        let value = |long: &str, short: Option<&str>| value_of(arguments, long, short);
        let text = |value: Option<OsString>| value.and_then(|value| value.into_string().ok());
        Self {
            lang: text(value("--lang", None)).as_deref().and_then(language_of),
            format: text(value("--format", None))
                .and_then(|name| Format::from_str(&name, false).ok())
                .unwrap_or(Format::Human),
            folder: value("--directory", Some("-C")).map(PathBuf::from).unwrap_or_default(),
        }
    }

    /// The language asked for, else the environment's, else the workspace's, else Arabic.
    pub(super) fn language(&self, variable: Option<&str>) -> Lang {
        let asked = self.lang.or_else(|| variable.and_then(language_of));
        asked.or_else(|| workspace_language(&self.folder)).unwrap_or_default()
    }
}

/// A language by its name on the command line.
pub(in super::super) fn language_of(name: &str) -> Option<Lang> {
    LangArg::from_str(name, false).ok().map(Lang::from)
}

/// The last value that an option has.
fn value_of(arguments: &[OsString], long: &str, short: Option<&str>) -> Option<OsString> {
    let mut found = None;
    let mut arguments = arguments.iter().skip(1);
    while let Some(argument) = arguments.next() {
        let text = argument.to_string_lossy();
        if text == "--" {
            break;
        }
        if text == long || Some(&*text) == short {
            found = arguments.next().cloned().or(found);
        } else if let Some(value) = text.strip_prefix(long).and_then(|rest| rest.strip_prefix('=')) {
            found = Some(value.into());
        } else if let Some(value) = short.and_then(|short| text.strip_prefix(short)) {
            found = Some(value.trim_start_matches('=').into());
        }
    }
    found
}

/// The language that the workspace around a folder says.
fn workspace_language(folder: &Path) -> Option<Lang> {
    let folder = std::path::absolute(if folder.as_os_str().is_empty() { Path::new(".") } else { folder }).ok()?;
    let file = folder.ancestors().map(|folder| folder.join(WORKSPACE_FILE)).find(|file| file.is_file())?;
    let bytes = files::read_file(&file, report::MAX_BYTES as u64).ok()?;
    report::language_of(std::str::from_utf8(&bytes).ok()?)
}

/// The program's name and the commands among the arguments, as `nashra archive add`.
pub(super) fn command_line(command: &clap::Command, arguments: &[OsString]) -> String {
    let mut line = "nashra".to_owned();
    let mut command = command;
    for name in arguments.iter().skip(1).map(OsString::as_os_str).filter_map(OsStr::to_str) {
        if let Some(next) = command.find_subcommand(name) {
            line = format!("{line} {name}");
            command = next;
        }
    }
    line
}
