//! Signed reports and issues, published for the first time.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::publisher::{Manuscript, Publisher};
use super::sources::own_program;
use crate::archive::{Act, Added, Archive, Object, Problem, Record, Writer};
use crate::diag::Diagnostic;
use crate::error::Failure;
use crate::pipeline::load::{Likeness, Published};
use crate::words::ArchiveProblem;

/// The outcome of adding several.
#[derive(Default)]
pub struct Additions {
    /// The bulletins that are in the archive now and were not before.
    pub added: Vec<Object>,
    /// The names of the bulletins that were there already, with the same text.
    pub already_there: Vec<String>,
    /// The names of those among them whose pages would look otherwise today.
    pub other_looks: Vec<String>,
    /// The names of the bulletins that were withdrawn, and whose text has not changed since.
    pub withdrawn: Vec<String>,
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
    archive: &Archive,
    files: &[PathBuf],
    act: &Act,
    open: impl Fn() -> Result<Writer<'a>, Failure>,
) -> Result<Additions, Failure> {
    let mut additions = Additions::default();
    for file in files {
        match add_one(publisher, archive, file, act, &open, &mut additions) {
            Ok(()) => {}
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
    archive: &Archive,
    file: &Path,
    act: &Act,
    open: &impl Fn() -> Result<Writer<'a>, Failure>,
    additions: &mut Additions,
) -> Result<(), Failure> {
    let manuscript = publisher.read(file)?;
    let id = publisher.id(&manuscript);
    let published = Published::find(archive, &id).map_err(|problem| problem.of(file))?;
    if let Some(published) = published.filter(|_| !manuscript.is_draft()) {
        return pass_over(publisher, &manuscript, &published, additions).map_err(|problem| problem.of(file));
    }
    let made = publisher.publish(manuscript, None)?;
    let ahead = dated_ahead(&made.record, act);
    let mut writer = open()?;
    writer.keep(own_program(), act)?;
    let added = writer.publish(made.record, made.files, act);
    additions.diagnostics.extend(made.warnings);
    match added.map_err(|problem| problem.of(file))? {
        Added::New(object) => {
            additions.diagnostics.extend(ahead.map(|problem| Diagnostic::warning(file, problem)));
            additions.added.push(object);
        }
        Added::Same(object) => additions.already_there.push(object.id().to_owned()),
    }
    Ok(())
}

/// A problem of a bulletin whose day is after tomorrow: the evening's bulletin may be the next day's.
fn dated_ahead(record: &Record, act: &Act) -> Option<ArchiveProblem> {
    let today: Date = act.time.get(..10)?.parse().ok()?;
    let is_ahead = record.date > today.tomorrow().ok()?.to_string();
    is_ahead.then(|| ArchiveProblem::DatedAhead { id: record.id.clone(), date: record.date.clone() })
}

/// Notes what is in the archive already.
///
/// # Errors
/// A text that is another than every one that was published.
fn pass_over(
    publisher: &Publisher,
    manuscript: &Manuscript,
    published: &Published,
    additions: &mut Additions,
) -> Result<(), Problem> {
    let likeness = publisher.likeness(manuscript, &published.object, 1..=published.object.head())?;
    let (is_withdrawn, id) = (published.is_withdrawn(), published.object.id().to_owned());
    match likeness {
        Likeness::Text if is_withdrawn => return Err(ArchiveProblem::IsWithdrawn { id }.into()),
        Likeness::Text => return Err(ArchiveProblem::AlreadyPublished { id }.into()),
        Likeness::Looks | Likeness::Same if is_withdrawn => additions.withdrawn.push(id),
        Likeness::Looks => {
            additions.other_looks.push(id.clone());
            additions.already_there.push(id);
        }
        Likeness::Same => additions.already_there.push(id),
    }
    Ok(())
}
