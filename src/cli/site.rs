//! The workspace a command works in, found upward from where it was started, like git.

use std::path::Path;

use super::Context;
use crate::error::Failure;
use crate::pipeline::{OpenWorkspace, WORKSPACE_FILE};
use crate::words::FileProblem;

/// Finds the workspace upward from the folder the command was started in.
pub(super) fn find(context: &mut Context) -> Result<Option<OpenWorkspace>, Failure> {
    find_from(&context.folder.clone(), context)
}

/// Finds the workspace upward from a folder.
pub(super) fn find_from(folder: &Path, context: &mut Context) -> Result<Option<OpenWorkspace>, Failure> {
    match folder.ancestors().find(|folder| folder.join(WORKSPACE_FILE).is_file()) {
        Some(folder) => open(folder, context).map(Some),
        None => Ok(None),
    }
}

/// Finds the workspace or says that there is none.
pub(super) fn need(context: &mut Context) -> Result<OpenWorkspace, Failure> {
    let from = context.folder.display().to_string();
    find(context)?.ok_or_else(|| Failure::Usage(FileProblem::WorkspaceNotFound { from }.into()))
}

/// Opens the workspace of a folder, and from here on speaks its language.
fn open(folder: &Path, context: &mut Context) -> Result<OpenWorkspace, Failure> {
    let lone = OpenWorkspace::lone(folder)?;
    context.ui.based_in(lone.root.path());
    let text = lone.read()?;
    if let (None, Some(language)) = (context.lang, text.language()) {
        context.ui.speak(language);
    }
    if context.only_looks { text.open_with_errors() } else { text.open() }
}
