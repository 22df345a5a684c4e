//! A report or an issue as the desk knows it.

use std::path::Path;

use crate::archive::index::RollEntry;
use crate::files::{FileStamp, slashed};
use crate::hash::sha512;
use crate::pipeline::{OpenWorkspace, SourceKind, object_name};
use crate::report::{self, Glance};

/// The digits of a hash by which contents are compared.
const DIGITS: usize = 32;

/// A report or an issue as the desk knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DeskDocument {
    /// Its file from the workspace's folder, with `/` between folders.
    pub(crate) file: String,
    /// Report or issue.
    pub(crate) kind: SourceKind,
    /// The beginning of the SHA-512 of its bytes; empty when it can't be read.
    pub(crate) digest: String,
    /// All that is read at a glance; none when it is no TOML.
    pub(crate) glance: Option<Glance>,
}

impl DeskDocument {
    /// Looks at a file.
    pub(super) fn read(site: &OpenWorkspace, file: &Path) -> Self {
        let bytes = site.root.read(file, report::MAX_BYTES as u64).ok();
        Self::of(site, file, bytes.as_deref())
    }

    /// A file whose bytes are known; none of one that can't be read.
    pub(super) fn of(site: &OpenWorkspace, file: &Path, bytes: Option<&[u8]>) -> Self {
        let kind = SourceKind::of(&site.workspace, file);
        let text = bytes.and_then(|bytes| report::decode(file, bytes).ok());
        let glance = text.and_then(|text| report::glance(file, text));
        let digest = bytes.map(|bytes| short_digest(&sha512(bytes))).unwrap_or_default();
        Self { file: slashed(file), kind, digest, glance }
    }

    /// The name that its object in the archive has or would have.
    pub(crate) fn object(&self) -> Option<String> {
        let glance = self.glance.as_ref()?;
        Some(object_name(self.kind, &glance.date?.iso(), glance.slug.as_deref()?))
    }

    /// The name of its object, if that is in the archive.
    pub(super) fn archived(&self, roll: &[RollEntry]) -> Option<String> {
        self.object().filter(|object| is_archived(roll, object))
    }

    /// The year it is issued in.
    pub(crate) fn year(&self) -> Option<i32> {
        Some(self.glance.as_ref()?.date?.year)
    }

    /// The number it has.
    pub(crate) fn number(&self) -> Option<&str> {
        self.glance.as_ref()?.number.as_deref()
    }
}

/// True if the archive has an object of this name.
pub(super) fn is_archived(roll: &[RollEntry], object: &str) -> bool {
    roll.iter().any(|entry| entry.id == object)
}

/// The part of a hash by which contents are compared.
pub(crate) fn short_digest(digest: &str) -> String {
    digest.get(..DIGITS).unwrap_or(digest).to_owned()
}

/// A document with the size and times of its file when it was looked at.
pub(super) struct Stamped {
    pub(super) stamp: FileStamp,
    pub(super) document: DeskDocument,
}
