//! A bulletin published again, with its تصويب slip.

use std::path::{Path, PathBuf};

use super::publisher::{Publication, Publisher};
use super::sources::own_program;
use crate::archive::{Act, Archive, Change, Happening, Object, Problem, Writer};
use crate::diag::Diagnostic;
use crate::error::Failure;
use crate::pipeline::load::{Likeness, SOURCE};
use crate::words::ArchiveProblem;

/// A correction that is made and not published yet.
pub struct Correction {
    file: PathBuf,
    /// The bulletin as it stands in the archive.
    base: Object,
    happening: Happening,
    publication: Publication,
}

/// A correction that is published.
pub struct Corrected {
    /// The bulletin with its new version.
    pub object: Object,
    /// The correction's number, from 1 for the first publication.
    pub revision: u32,
    /// The passages that changed.
    pub changes: Vec<Change>,
    /// Warnings to the author.
    pub warnings: Vec<Diagnostic>,
}

/// Makes the corrected pages of a bulletin and its slip.
///
/// # Errors
/// Everything that is wrong with the file; a bulletin that was never published, is withdrawn or has
/// not changed.
pub fn correction(
    publisher: &Publisher,
    archive: &Archive,
    file: &Path,
    (reason, authority): (&str, Option<&str>),
    act: &Act,
) -> Result<Correction, Failure> {
    let manuscript = publisher.read(file)?;
    let new = publisher.record(&manuscript);
    let base = archive.proved(&new.id).map_err(|problem| match problem {
        Problem::Said(ArchiveProblem::Unknown { id }) => Problem::from(ArchiveProblem::NeverPublished { id }),
        problem => problem,
    });
    let base = base.map_err(|problem| problem.of(file))?;
    let old = base.record(base.head())?;
    let happening = Happening::correcting(&old, &new, reason, authority, &act.time);
    let happening = happening.map_err(|problem| problem.of(file))?;
    let likeness = publisher.likeness(&manuscript, &base, base.head()..=base.head());
    let likeness = likeness.map_err(|problem| problem.of(file))?;
    let publication = publisher.publish(manuscript, Some(&happening))?;
    let is_same = match likeness {
        Likeness::Same => true,
        // A newer program is no correction.
        Likeness::Looks => !base.differs(SOURCE, &publication.files),
        Likeness::Text => false,
    };
    if happening.changes.is_empty() && is_same {
        return Err(Problem::from(ArchiveProblem::NothingChanged { id: new.id }).of(file));
    }
    Ok(Correction { file: file.to_path_buf(), base, happening, publication })
}

impl Correction {
    /// Publishes it as a new version.
    ///
    /// # Errors
    /// A bulletin that has got another version meanwhile; what the system said.
    pub fn publish(self, writer: &mut Writer, act: &Act) -> Result<Corrected, Failure> {
        let Self { file, base, happening, publication: Publication { record, files, warnings } } = self;
        let (revision, changes) = (happening.revision, happening.changes.clone());
        writer.keep(own_program(), act)?;
        let object = writer.correct(&base, happening, record, files, act);
        let object = object.map_err(|problem| problem.of(&file))?;
        Ok(Corrected { object, revision, changes, warnings })
    }
}
