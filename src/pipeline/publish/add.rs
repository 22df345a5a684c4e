//! Signed reports and issues, published for the first time.

use std::path::{Path, PathBuf};

use super::publisher::Publisher;
use crate::archive::{Act, Added, Object, Writer};
use crate::diag::Diagnostic;
use crate::error::Failure;

/// The outcome of adding several.
#[derive(Default)]
pub struct Additions {
    /// The bulletins that are in the archive now and were not before.
    pub added: Vec<Object>,
    /// The bulletins that were there already, made from just the same.
    pub already_there: Vec<Object>,
    /// The files that were not added, with errors.
    pub failed: Vec<PathBuf>,
    /// Everything to say.
    pub diagnostics: Vec<Diagnostic>,
}

/// Makes the pages of each file and puts them into the archive that `open` begins to change. One
/// that is wrong stops no other.
///
/// # Errors
/// When the machine fails, or the archive can't be changed at all.
pub fn add<'a>(
    publisher: &Publisher,
    files: &[PathBuf],
    act: &Act,
    open: impl Fn() -> Result<Writer<'a>, Failure>,
) -> Result<Additions, Failure> {
    let mut additions = Additions::default();
    for file in files {
        match add_one(publisher, file, act, &open) {
            Ok((added, warnings)) => {
                additions.diagnostics.extend(warnings);
                match added {
                    Added::New(object) => additions.added.push(object),
                    Added::Same(object) => additions.already_there.push(object),
                }
            }
            Err(Failure::Content(problems)) => {
                additions.diagnostics.extend(problems);
                additions.failed.push(file.clone());
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok(additions)
}

/// Puts one file into the archive, which is held only when its pages are made.
fn add_one<'a>(
    publisher: &Publisher,
    file: &Path,
    act: &Act,
    open: &impl Fn() -> Result<Writer<'a>, Failure>,
) -> Result<(Added, Vec<Diagnostic>), Failure> {
    let made = publisher.publish(publisher.read(file)?, None)?;
    let added = open()?.publish(made.record, made.files, act);
    added.map(|added| (added, made.warnings)).map_err(|problem| problem.of(file))
}
