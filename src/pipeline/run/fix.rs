//! The fixing of reports: what can be put right without asking is written anew.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::diag::Diagnostic;
use crate::error::Failure;
use crate::files::{ReadProblem, Root};
use crate::pipeline::load;
use crate::pipeline::order::{Order, SourceKind};
use crate::pipeline::undo::{ChangedFile, UndoNote, Undone, rewrite};
use crate::report;
use crate::words::DeskProblem;

/// The name of the note by which the last fixing can be undone.
const NOTE: &str = "fix";

/// A file that is to be written anew.
struct Fixed {
    changed: ChangedFile,
    text: String,
    places: usize,
}

/// Fixes the files that diagnostics have edits for and returns those that changed, with the number
/// of places. [`undo_fix`] takes it back.
///
/// The edits are found anew in the bytes that are replaced: the author may have saved the file
/// since it was checked.
///
/// # Errors
/// When a file can't be read again or written; the others have been written by then.
pub fn fix(order: &Order, diagnostics: &[Diagnostic]) -> Result<Vec<(PathBuf, usize)>, Failure> {
    let files: BTreeSet<&Path> =
        diagnostics.iter().filter(|found| found.edit.is_some()).map(|found| found.file.as_path()).collect();
    let mut fixed = Vec::new();
    for file in files {
        fixed.extend(fixed_file(order, file)?);
    }
    if fixed.is_empty() {
        return Ok(Vec::new());
    }
    let files = fixed.iter().map(|fixed| fixed.changed.clone()).collect();
    UndoNote { number: None, files }.write(&order.output, NOTE)?;
    for Fixed { changed, text, .. } in &fixed {
        rewrite(&order.root, &changed.file, text)?;
    }
    Ok(fixed.into_iter().map(|fixed| (fixed.changed.file, fixed.places)).collect())
}

/// Undoes the last [`fix`] of a workspace with this output folder, one step.
///
/// # Errors
/// Nothing to undo; what the system said.
pub fn undo_fix(root: &Root, output: &Path) -> Result<Undone, Failure> {
    match UndoNote::read(output, NOTE) {
        Some(note) => note.undo(root, output, NOTE),
        None => Err(Failure::Usage(DeskProblem::NothingToUndo.into())),
    }
}

/// A file with everything fixed; none when there is nothing to fix in it.
fn fixed_file(order: &Order, file: &Path) -> Result<Option<Fixed>, Failure> {
    let unread = |problem: ReadProblem| Failure::Content(vec![Diagnostic::error(file, problem.told(file))]);
    let bytes = order.root.read(file, report::MAX_BYTES as u64).map_err(unread)?;
    let Ok(old) = report::decode(file, &bytes) else { return Ok(None) };
    let kind = SourceKind::of(&order.workspace, file);
    let (text, places) = load::fix(kind, file, old, &order.workspace.checks);
    Ok((text != old).then(|| Fixed { changed: ChangedFile::new(file, old, &text), text, places }))
}
