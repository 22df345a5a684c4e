//! Files of a version that is to be.

use std::path::PathBuf;

use super::problem::Problem;
use crate::files;
use crate::hash::{Digest, sha512};
use crate::words::ArchiveProblem;

/// The most bytes a file of a version may have.
const MAX_CONTENT: u64 = 512 * 1024 * 1024;

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

/// The SHA-512 of a new file, and its bytes unless an earlier version has them.
pub(super) fn read(content: FileContent) -> Result<(Digest, Option<Vec<u8>>), Problem> {
    match content {
        FileContent::Bytes(bytes) => Ok((sha512(&bytes), Some(bytes))),
        FileContent::Kept(digest) => Ok((digest, None)),
        FileContent::File { path, digest } => {
            let name = || path.display().to_string();
            let bytes =
                files::read_file(&path, MAX_CONTENT).map_err(|problem| ArchiveProblem::Source(problem.told(&path)))?;
            if sha512(&bytes) != digest {
                return Err(ArchiveProblem::ChangedMeanwhile { path: name() }.into());
            }
            Ok((digest, Some(bytes)))
        }
    }
}
