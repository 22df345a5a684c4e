//! The pages of an archived bulletin made again from what is archived with it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::publisher::Publisher;
use super::sources::own_program;
use crate::archive::{Archive, BUILD_NOTE, FileContent, Kind, NewFile, Object, Problem};
use crate::error::Failure;
use crate::pipeline::load::{BuildNote, SOURCE, build_note, correction_of, unpack};
use crate::pipeline::order::Times;
use crate::pipeline::order::builder::OrderBuilder;
use crate::pipeline::order::workspace::OpenWorkspace;
use crate::store::{self, PathError};
use crate::words::{AdoptProblem, ArchiveProblem, MadeBy, Tried};

/// The files of an archived version, made again.
pub struct Remade<'a> {
    object: &'a Object,
    /// The version.
    pub version: u32,
    note: BuildNote,
    files: Vec<NewFile>,
}

/// Makes the files of a version again, of the newest if none is named.
///
/// # Errors
/// A version that there is not; files of the archive that can't be read; what is wrong with its
/// sources.
pub fn remake<'a>(
    archive: &Archive,
    object: &'a Object,
    version: Option<u32>,
    times: Times,
) -> Result<Remade<'a>, Failure> {
    let versions = object.head();
    let version = version.unwrap_or(versions);
    if version == 0 || version > versions {
        let id = object.id().to_owned();
        return Err(Problem::from(ArchiveProblem::NoVersion { id, version, versions }).into());
    }
    let record = object.record(version)?;
    if record.kind == Kind::Adopted {
        let id = object.id().to_owned();
        return Err(Problem::from(ArchiveProblem::Adopt(AdoptProblem::NotOurs { id })).into());
    }
    let note = build_note(object, version)?;
    let temporary = tempfile::tempdir().map_err(PathError::trying(Tried::MakeFolder, &tempfile::env::temp_dir()))?;
    unpack(object, version, temporary.path())?;
    let lent = lend(archive, &note, temporary.path())?;
    let file = PathBuf::from(&note.file);
    let workspace = OpenWorkspace::of_folder(temporary.path())?;
    let order = OrderBuilder::new(workspace, vec![file.clone()], Vec::new(), times).build();
    let publisher = Publisher::new(&order)?;
    let made = publisher.remake(publisher.read(&file)?, correction_of(&record), Some(&note))?;
    let mut files = made.files;
    files.retain(|file| !lent.contains(&file.name));
    Ok(Remade { object, version, note, files })
}

/// Puts the templates and faces of the program that made the pages of a version beside its sources,
/// where this program has others; returns their names in the archive. What the office has of its own
/// stays.
fn lend(archive: &Archive, note: &BuildNote, folder: &Path) -> Result<BTreeSet<String>, Failure> {
    let mut lent = BTreeSet::new();
    let other = note.program.as_deref().filter(|digest| *digest != own_program().digest());
    let Some(files) = other.map(|digest| archive.program(digest)).transpose()?.flatten() else { return Ok(lent) };
    for (name, bytes) in files {
        let path = folder.join(&name);
        if !path.exists() {
            store::write(&path, &bytes)?;
            lent.insert(format!("{SOURCE}/{name}"));
        }
    }
    Ok(lent)
}

impl Remade<'_> {
    /// Writes the finished files into a folder.
    ///
    /// # Errors
    /// What the system said.
    pub fn write(&self, folder: &Path) -> Result<(), Failure> {
        for NewFile { name, content } in &self.files {
            if let FileContent::Bytes(bytes) = content {
                store::write(&folder.join(name), bytes)?;
            }
        }
        Ok(())
    }

    /// Compares the files with the archived ones and returns their names.
    ///
    /// # Errors
    /// [`ArchiveProblem::MadeOtherwise`] when some are not the same, with what else than this
    /// program made them.
    pub fn compare(&self) -> Result<Vec<String>, Failure> {
        let (same, different): (Vec<_>, Vec<_>) = self.files.iter().partition(|file| self.is_archived(file));
        let names = |files: Vec<&NewFile>| files.into_iter().map(|file| file.name.clone()).collect::<Vec<_>>();
        if different.is_empty() {
            return Ok(names(same));
        }
        let (id, others) = (self.object.id().to_owned(), self.others());
        Err(Problem::from(ArchiveProblem::MadeOtherwise { id, files: names(different), others }).into())
    }

    /// True for a file that is just as it is archived.
    fn is_archived(&self, file: &NewFile) -> bool {
        let stored = self.object.inventory().stored(self.version, &file.name);
        stored.is_some_and(|(_, digest)| digest == file.content.digest())
    }

    /// The things other than now that the archived files were made with.
    fn others(&self) -> Vec<MadeBy> {
        let note = self.files.iter().find(|file| file.name == BUILD_NOTE);
        let Some(FileContent::Bytes(bytes)) = note.map(|note| &note.content) else { return Vec::new() };
        let Ok(now) = serde_json::from_slice::<BuildNote>(bytes) else { return Vec::new() };
        let then = &self.note;
        let mut others = Vec::new();
        if then.nashra != now.nashra {
            others.push(MadeBy::Nashra { version: then.nashra.clone() });
        }
        if then.typst != now.typst {
            others.push(MadeBy::Typst { version: then.typst.clone() });
        }
        if then.templates != now.templates {
            others.push(MadeBy::Templates);
        }
        if then.embedded_fonts != now.embedded_fonts {
            others.push(MadeBy::Fonts);
        }
        others
    }
}
