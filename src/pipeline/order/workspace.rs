//! A workspace that is open: its folder, its settings and its glossary.

use std::path::{Path, PathBuf};

use crate::arabic::Glossary;
use crate::archive::Archive;
use crate::diag::{Diagnostic, has_errors};
use crate::error::Failure;
use crate::files::Root;
use crate::report::{self, Workspace};
use crate::typeset::FontPlaces;
use crate::words::Lang;

/// The workspace's file.
pub const WORKSPACE_FILE: &str = "nashra.toml";

/// The office's names and titles, beside it.
pub const GLOSSARY_FILE: &str = "glossary.toml";

/// The office's notes to its register, beside it.
pub const REGISTER_FILE: &str = "register.toml";

/// A workspace, or the folder of a lone report.
pub struct OpenWorkspace {
    /// Its folder.
    pub root: Root,
    /// Its settings, with the glossary.
    pub workspace: Workspace,
    /// Its file from the root and that file's bytes; none for a lone report.
    pub file: Option<(PathBuf, Vec<u8>)>,
    /// Warnings about it.
    pub warnings: Vec<Diagnostic>,
}

impl OpenWorkspace {
    /// A folder without a workspace's file: everything has its default.
    ///
    /// # Errors
    /// What the system said of the folder.
    pub fn lone(folder: &Path) -> Result<Self, Failure> {
        let root = Root::new(folder).map_err(|error| Failure::from((folder.to_path_buf(), error)))?;
        Ok(Self { root, workspace: Workspace::default(), file: None, warnings: Vec::new() })
    }

    /// The workspace of a folder, or that of a lone report when it has no workspace's file.
    ///
    /// # Errors
    /// What is wrong with the workspace.
    pub fn of_folder(folder: &Path) -> Result<Self, Failure> {
        if !folder.join(WORKSPACE_FILE).is_file() {
            return Self::lone(folder);
        }
        Self::lone(folder)?.read()?.open()
    }

    /// The folders with faces: those given, then the workspace's own; the system's too with
    /// `system`.
    #[must_use]
    pub fn font_places(&self, given: Vec<PathBuf>, system: bool) -> FontPlaces {
        let own = self.root.path().join("fonts");
        FontPlaces { folders: given.into_iter().chain(own.is_dir().then_some(own)).collect(), system }
    }

    /// The text of a file that is named from the workspace's folder.
    ///
    /// # Errors
    /// A diagnostic that says why it can't be read.
    pub fn text(&self, file: &Path) -> Result<String, Box<Diagnostic>> {
        let bytes = self.root.read(file, report::MAX_BYTES as u64);
        let bytes = bytes.map_err(|problem| Box::new(Diagnostic::error(file, problem.told(file))))?;
        Ok(report::decode(file, &bytes)?.to_owned())
    }

    /// The folder of the finished files.
    #[must_use]
    pub fn output(&self) -> PathBuf {
        self.root.path().join(&self.workspace.folders.output)
    }

    /// The workspace's archive, which may not be there.
    #[must_use]
    pub fn archive(&self) -> Archive {
        Archive::new(&self.root.path().join(&self.workspace.folders.archive))
    }

    /// True for a file, named from the workspace's folder, that holds a report or an issue. Finished
    /// files, the archive and templates have TOML files of other kinds.
    #[must_use]
    pub fn is_source(&self, file: &Path) -> bool {
        let folders = &self.workspace.folders;
        let others = [Path::new(&folders.archive), Path::new(&folders.output), Path::new("templates")];
        file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
            && !others.iter().any(|other| file.starts_with(other))
            && file.file_name().is_some_and(|name| name != WORKSPACE_FILE)
            && ![GLOSSARY_FILE, REGISTER_FILE].map(Path::new).contains(&file)
    }

    /// Reads the workspace's file.
    ///
    /// # Errors
    /// Why it can't be read.
    pub fn read(self) -> Result<WorkspaceText, Failure> {
        let bytes = read(&self.root, WORKSPACE_FILE)?;
        Ok(WorkspaceText { lone: self, bytes })
    }
}

/// A workspace's file as it was read: its language is known before anything is said of it.
pub struct WorkspaceText {
    lone: OpenWorkspace,
    bytes: Vec<u8>,
}

impl WorkspaceText {
    /// The language of the workspace's messages, as far as it can be read.
    #[must_use]
    pub fn language(&self) -> Option<Lang> {
        let text = report::decode(Path::new(WORKSPACE_FILE), &self.bytes).ok()?;
        report::language_of(text)
    }

    /// Checks the settings and reads the glossary.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn open(self) -> Result<OpenWorkspace, Failure> {
        let open = self.open_with_errors()?;
        if has_errors(&open.warnings) { Err(Failure::Content(open.warnings)) } else { Ok(open) }
    }

    /// The same for those who only look: errors are among the warnings, and what is wrong has its
    /// default.
    ///
    /// # Errors
    /// A file that can't be read at all.
    pub fn open_with_errors(self) -> Result<OpenWorkspace, Failure> {
        let Self { lone, bytes } = self;
        let file = Path::new(WORKSPACE_FILE);
        let text = report::decode(file, &bytes).map_err(|problem| Failure::Content(vec![*problem]))?;
        let (workspace, mut warnings) = report::parse_workspace(file, text);
        let (glossary, remarks) = glossary(&lone)?;
        warnings.extend(remarks);
        let mut workspace = workspace.unwrap_or_else(|| report::sketch_workspace(file, text));
        workspace.checks.glossary = glossary.unwrap_or_default();
        Ok(OpenWorkspace { workspace, warnings, file: Some((file.to_path_buf(), bytes)), ..lone })
    }
}

/// Reads the glossary of a workspace, if there is one.
fn glossary(site: &OpenWorkspace) -> Result<(Option<Glossary>, Vec<Diagnostic>), Failure> {
    if !site.root.path().join(GLOSSARY_FILE).exists() {
        return Ok((None, Vec::new()));
    }
    let file = Path::new(GLOSSARY_FILE);
    let text = site.text(file).map_err(|problem| Failure::Content(vec![*problem]))?;
    Ok(report::parse_glossary(file, &text))
}

/// Reads a file of the workspace's folder.
fn read(root: &Root, name: &str) -> Result<Vec<u8>, Failure> {
    let file = Path::new(name);
    root.read(file, report::MAX_BYTES as u64)
        .map_err(|problem| Failure::Content(vec![Diagnostic::error(file, problem.told(file))]))
}
