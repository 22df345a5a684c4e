//! Files of a version that is to be.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::problem::Problem;
use crate::files;
use crate::hash::{self, Digest, sha512};
use crate::store::{PathError, Stage};
use crate::words::{ArchiveProblem, Tried};

/// The most bytes a file of an object may have.
pub const MAX_CONTENT: u64 = 1024 * 1024 * 1024;
/// The bytes by which a format is known.
const START: usize = 16;

/// A file of a new version.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// Its name in the version.
    pub name: String,
    /// Its content.
    pub content: FileContent,
}

/// The content of a new file.
#[derive(Clone, Debug)]
pub enum FileContent {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A file's bytes, which have this SHA-512 or are refused.
    File {
        /// The file.
        path: PathBuf,
        /// SHA-512 of what was read when pages were made of it.
        digest: Digest,
    },
    /// The content of an earlier version.
    Kept(Digest),
}

impl FileContent {
    /// Its SHA-512.
    #[must_use]
    pub fn digest(&self) -> Digest {
        match self {
            Self::Bytes(bytes) => sha512(bytes),
            Self::File { digest, .. } | Self::Kept(digest) => digest.clone(),
        }
    }
}

/// The size of a file and its first bytes, by which a format is known.
pub(super) type Facts = (u64, Vec<u8>);

/// The facts of bytes in memory.
pub(super) fn facts(bytes: &[u8]) -> Facts {
    (bytes.len() as u64, bytes.get(..START).unwrap_or(bytes).to_vec())
}

/// The facts of a stored file.
pub(super) fn facts_of(path: &Path) -> Result<Facts, PathError> {
    let read = || {
        let file = File::open(path)?;
        let size = file.metadata()?.len();
        let mut start = Vec::new();
        file.take(START as u64).read_to_end(&mut start)?;
        Ok((size, start))
    };
    read().map_err(PathError::trying(Tried::Read, path))
}

/// Copies a file, which has this SHA-512, to a place in the stage.
pub(super) fn copy(stage: &mut Stage, path: &Path, digest: &str, place: &str) -> Result<Facts, Problem> {
    let (file, _) =
        files::open_file(path, MAX_CONTENT).map_err(|problem| ArchiveProblem::Source(problem.told(path)))?;
    let mut start = Vec::new();
    let (found, size) = stage.fill(place, |taker| {
        hash::pour(file, PathError::trying(Tried::Read, path), |bytes| {
            start.extend(bytes.iter().take(START.saturating_sub(start.len())));
            taker(bytes)
        })
    })?;
    if found == digest { Ok((size, start)) } else { Err(changed(path)) }
}

/// The facts of a file that is not copied, for the archive has its bytes: they must be these.
pub(super) fn compare(path: &Path, digest: &str) -> Result<Facts, Problem> {
    let (found, _) = hash::of_file(path).map_err(PathError::trying(Tried::Read, path))?;
    if found == digest { Ok(facts_of(path)?) } else { Err(changed(path)) }
}

fn changed(path: &Path) -> Problem {
    ArchiveProblem::ChangedMeanwhile { path: path.display().to_string() }.into()
}
