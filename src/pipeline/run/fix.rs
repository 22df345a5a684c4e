//! The fixing of reports: what can be put right without asking is written anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::diag::Diagnostic;
use crate::error::Failure;
use crate::files::ReadProblem;
use crate::pipeline::load;
use crate::pipeline::order::{Order, SourceKind};
use crate::report;
use crate::store;

/// Fixes the files that diagnostics have edits for and returns those that changed, with the number
/// of places.
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
        let unread = |problem: ReadProblem| Failure::Content(vec![Diagnostic::error(file, problem.told(file))]);
        let bytes = order.root.read(file, report::MAX_BYTES as u64).map_err(unread)?;
        let Ok(old) = report::decode(file, &bytes) else { continue };
        let kind = SourceKind::of(&order.workspace, file);
        let (new, places) = load::fix(kind, file, old, &order.workspace.checks);
        if new != old {
            // The file that a link leads to, so that the link stays one.
            let path = order.root.path().join(file);
            let path = fs::canonicalize(&path).map_err(|error| Failure::from((path, error)))?;
            store::write(&path, new.as_bytes())?;
            fixed.push((file.to_path_buf(), places));
        }
    }
    Ok(fixed)
}
