//! What `nashra check --fix` writes: the edits that diagnostics carry, and nothing else of the file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, Edit};
use crate::error::Failure;
use crate::pipeline::Order;
use crate::report;
use crate::store;

/// Mends the files that diagnostics have edits for and returns those that changed, with the number of edits.
///
/// The edits are found anew in the bytes that are replaced: the author may have saved the file since it was checked.
///
/// # Errors
/// When a file can't be read again or written; the others have been written by then.
pub(super) fn fix(order: &Order, diagnostics: &[Diagnostic]) -> Result<Vec<(PathBuf, usize)>, Failure> {
    let files: BTreeSet<&Path> =
        diagnostics.iter().filter(|found| found.edit.is_some()).map(|found| found.file.as_path()).collect();
    let mut fixed = Vec::new();
    for file in files {
        let told =
            |problem: crate::files::ReadProblem| Failure::Content(vec![Diagnostic::error(file, problem.told(file))]);
        let bytes = order.root.read(file, report::MAX_BYTES as u64).map_err(told)?;
        let Ok(old) = report::decode(file, &bytes) else { continue };
        let (_, found) = report::parse_report(file, old, &order.workspace.checks_off);
        let (new, count) = apply(old, found.iter().filter_map(|found| found.edit.as_ref()).collect());
        if new != old {
            // Where a link leads to, so that the link stays one.
            let path = order.root.path().join(file);
            let path = fs::canonicalize(&path).map_err(|error| Failure::from((path, error)))?;
            store::write(&path, new.as_bytes())?;
            fixed.push((file.to_path_buf(), count));
        }
    }
    Ok(fixed)
}

/// The text with edits made, and how many: one that overlaps an earlier one waits for the next run.
fn apply(old: &str, mut edits: Vec<&Edit>) -> (String, usize) {
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut new = String::with_capacity(old.len());
    let (mut end, mut count) = (0, 0);
    for edit in edits {
        if let Some(between) = old.get(end..edit.span.start)
            && old.get(edit.span.clone()).is_some()
        {
            new.push_str(between);
            new.push_str(&edit.text);
            end = edit.span.end;
            count += 1;
        }
    }
    new.push_str(old.get(end..).unwrap_or_default());
    (new, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_touch_nothing_else_and_overlaps_wait() {
        let edit = |span, text: &str| Edit { span, text: text.into() };
        let (a, b, c) = (edit(1..2, ""), edit(3..4, "؟"), edit(3..5, "x"));
        assert_eq!(apply("a b ;c", vec![&b, &a]), ("ab؟;c".into(), 2));
        assert_eq!(apply("a b ;c", vec![&b, &c]), ("a b؟;c".into(), 1));
    }
}
