//! What `nashra check --fix` writes: the edits that diagnostics carry, and nothing else of the file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, Edit};
use crate::error::Failure;
use crate::files::Root;
use crate::store;

/// Writes the edits of all diagnostics into their files and returns the files that changed, with the number of edits.
///
/// # Errors
/// When a file can't be read again or written; the others have been written by then.
pub(super) fn fix(root: &Root, diagnostics: &[Diagnostic]) -> Result<Vec<(PathBuf, usize)>, Failure> {
    let mut edits: BTreeMap<&Path, Vec<&Edit>> = BTreeMap::new();
    for diagnostic in diagnostics {
        if let Some(edit) = &diagnostic.edit {
            edits.entry(&diagnostic.file).or_default().push(edit);
        }
    }
    let mut fixed = Vec::new();
    for (file, edits) in edits {
        let path = root.path().join(file);
        let old = std::fs::read_to_string(&path).map_err(|error| Failure::from((path.clone(), error)))?;
        let (new, count) = apply(&old, edits);
        if new != old {
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
