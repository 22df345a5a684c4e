//! The workspace a command works in, found upward from where it was started, like git.

use std::path::{Path, PathBuf};

use super::Context;
use crate::arabic::Glossary;
use crate::diag::{Diagnostic, has_errors};
use crate::error::Failure;
use crate::files::{self, ReadProblem, Root};
use crate::report::{self, Workspace};
use crate::typeset::FontPlaces;
use crate::words::FileProblem;

/// The workspace's file.
pub(super) const FILE: &str = "nashra.toml";

/// The office's names and titles, beside it.
pub(super) const GLOSSARY: &str = "glossary.toml";

/// A workspace, or the folder of a lone report.
pub(super) struct Site {
    pub(super) root: Root,
    pub(super) workspace: Workspace,
    /// The workspace's file from the root and its bytes; none for a lone report.
    pub(super) file: Option<(PathBuf, Vec<u8>)>,
    /// Warnings about the workspace.
    pub(super) warnings: Vec<Diagnostic>,
}

/// Finds the workspace upward from the folder the command was started in.
pub(super) fn find(context: &mut Context) -> Result<Option<Site>, Failure> {
    find_from(&context.folder.clone(), context)
}

/// Finds the workspace upward from a folder.
pub(super) fn find_from(folder: &Path, context: &mut Context) -> Result<Option<Site>, Failure> {
    match folder.ancestors().find(|folder| folder.join(FILE).is_file()) {
        Some(folder) => open(folder, context).map(Some),
        None => Ok(None),
    }
}

/// Finds the workspace or says that there is none.
pub(super) fn need(context: &mut Context) -> Result<Site, Failure> {
    let from = context.folder.display().to_string();
    find(context)?.ok_or_else(|| Failure::Usage(FileProblem::WorkspaceNotFound { from }.into()))
}

/// A folder without a workspace's file: everything has its default.
pub(super) fn lone(folder: &Path) -> Result<Site, Failure> {
    let root = Root::new(folder).map_err(|error| Failure::from((folder.to_path_buf(), error)))?;
    Ok(Site { root, workspace: Workspace::default(), file: None, warnings: Vec::new() })
}

fn open(folder: &Path, context: &mut Context) -> Result<Site, Failure> {
    let mut site = lone(folder)?;
    context.ui.based_in(site.root.path());
    let bytes = read(folder, FILE)?;
    let text = report::decode(Path::new(FILE), &bytes).map_err(|problem| Failure::Content(vec![*problem]))?;
    if let (None, Some(language)) = (context.lang, report::language_of(text)) {
        context.ui.speak(language);
    }
    let (workspace, mut found) = report::parse_workspace(Path::new(FILE), text);
    let (glossary, remarks) = glossary(folder)?;
    found.extend(remarks);
    match workspace {
        Some(workspace) if !has_errors(&found) => site.workspace = workspace,
        _ => return Err(Failure::Content(found)),
    }
    site.workspace.checks.glossary = glossary.unwrap_or_default();
    site.warnings = found;
    site.file = Some((PathBuf::from(FILE), bytes));
    Ok(site)
}

/// Reads the glossary of a workspace, if there is one.
fn glossary(folder: &Path) -> Result<(Option<Glossary>, Vec<Diagnostic>), Failure> {
    if !folder.join(GLOSSARY).exists() {
        return Ok((None, Vec::new()));
    }
    let bytes = read(folder, GLOSSARY)?;
    let text = report::decode(Path::new(GLOSSARY), &bytes).map_err(|problem| Failure::Content(vec![*problem]))?;
    Ok(report::parse_glossary(Path::new(GLOSSARY), text))
}

/// Reads a file of the workspace's folder.
fn read(folder: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    let told = |problem: ReadProblem| Diagnostic::error(Path::new(name), problem.told(Path::new(name)));
    files::read_file(&folder.join(name), report::MAX_BYTES as u64)
        .map_err(|problem| Failure::Content(vec![told(problem)]))
}

impl Site {
    /// The places of faces: `--font-path` folders first, then the workspace's `fonts/`.
    pub(super) fn font_places(&self, given: &[PathBuf], system: bool, context: &Context) -> FontPlaces {
        let own = self.root.path().join("fonts");
        let given = given.iter().map(|folder| context.folder.join(folder));
        let folders = given.chain(own.is_dir().then_some(own)).collect();
        FontPlaces { folders, system }
    }
}
