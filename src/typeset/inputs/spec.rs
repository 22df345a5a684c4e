//! Everything a document is made from, and the code that stands for it.

use std::collections::BTreeMap;

use typst::foundations::Bytes;

use crate::edition::{EditionKind, PictureSize, Profile};
use crate::photo::PhotoFacts;
use crate::report::{self, Revision, Subject, Workspace};

/// A file of the workspace that a report names, read and found good.
#[derive(Clone)]
pub struct Asset {
    pub(super) bytes: Bytes,
    pub(super) facts: Option<PhotoFacts>,
    pub(super) digest: String,
}

impl Asset {
    /// A drawing (SVG) or an attachment.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { bytes: Bytes::new(bytes), facts: None, digest: String::new() }
    }

    /// A photo whose bytes stay in its file until they are needed, with their SHA-512.
    #[must_use]
    pub fn photo(facts: PhotoFacts, digest: String) -> Self {
        Self { bytes: Bytes::new([]), facts: Some(facts), digest }
    }

    /// The same file for another purpose too: a photo that is also attached has facts and bytes.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let bytes = if self.bytes.is_empty() { other.bytes } else { self.bytes };
        let (facts, digest) =
            if self.facts.is_some() { (self.facts, self.digest) } else { (other.facts, other.digest) };
        Self { bytes, facts, digest }
    }

    /// The mark that tells it from others: the file's bytes, or for a photo their SHA-512.
    #[must_use]
    pub fn identity(&self) -> &[u8] {
        if self.facts.is_some() { self.digest.as_bytes() } else { &self.bytes }
    }
}

/// A file of the author's that travels in the finished one.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name there.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Everything a document is made from.
pub struct DocumentSpec<'a> {
    /// The report, or the issue with its reports.
    pub subject: Subject<'a>,
    /// The files it is made from as they are, to be attached.
    pub sources: &'a [Source],
    /// The office's settings.
    pub workspace: &'a Workspace,
    /// The files that report and workspace name, by that name.
    pub assets: &'a BTreeMap<String, Asset>,
    /// The kind of page.
    pub edition: EditionKind,
    /// The size, if it is a picture.
    pub size: Option<PictureSize>,
    /// The purpose of the pages.
    pub profile: Profile,
    /// SHA-512 of all that goes in, as hexadecimal digits.
    pub provenance: &'a str,
    /// The correction that it is published with.
    pub revision: Option<&'a Revision>,
}

/// The code on a document's pages: number, revision and the first 16 digits of the hash of all that
/// went in.
///
/// In Latin digits, whatever the page's: it is typed into a machine.
#[must_use]
pub fn code(subject: Subject, provenance: &str, revision: Option<&Revision>) -> String {
    let number = subject.number().map(|number| report::latin_digits(&number.value));
    let number = number.unwrap_or_else(|| subject.slug().value.clone());
    let revision = revision.map_or(1, |revision| revision.number);
    let hash: String = provenance.chars().take(16).collect();
    format!("{}-r{revision}-{hash}", number.replace(['/', '\\', ' '], "-"))
}

/// A path's last part.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
