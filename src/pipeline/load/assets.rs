//! The files that a report or the workspace names: read inside the workspace, and looked at.

use std::collections::BTreeMap;
use std::path::Path;

use super::photo_index::PhotoIndex;
use crate::diag::Diagnostic;
use crate::drawing::{self, Drawing};
use crate::files::Root;
use crate::hash::sha512;
use crate::photo::{self, PhotoFacts};
use crate::report::{Logo, Placed, Report};
use crate::typeset::Asset;
use crate::words::FileProblem;
use crate::workers::{self, Threads};

/// The most bytes an attachment may have.
const MAX_ATTACHMENT: u64 = 16 * 1024 * 1024;

/// Files read, and what is wrong with the others.
#[derive(Default)]
pub(in crate::pipeline) struct Assets {
    pub(in crate::pipeline) assets: BTreeMap<String, Asset>,
    /// SHA-512 of the files, by name.
    pub(in crate::pipeline) digests: BTreeMap<String, String>,
    pub(in crate::pipeline) diagnostics: Vec<Diagnostic>,
}

/// A purpose of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Photo,
    /// On every page of every report: it has to be whole before the first is made.
    Mark,
    Plain {
        limit: u64,
    },
}

/// Reads the pictures and attachments that a report names. Of pictures only the facts are kept: an
/// issue may have a hundred of them.
pub(in crate::pipeline) fn load(root: &Root, report: &Report, photos: &PhotoIndex) -> Assets {
    let pictures = report.pictures().map(|picture| &picture.file);
    let attachments = report.attachments.iter().map(|attachment| &attachment.file);
    read_all(root, &report.head.file, pictures, attachments, photos)
}

/// The problems of the files that a report names which has errors itself.
pub(super) fn problems(
    root: &Root,
    file: &Path,
    pictures: &[Placed<String>],
    attachments: &[Placed<String>],
    photos: &PhotoIndex,
) -> Vec<Diagnostic> {
    read_all(root, file, pictures.iter(), attachments.iter(), photos).diagnostics
}

fn read_all<'p>(
    root: &Root,
    file: &Path,
    pictures: impl Iterator<Item = &'p Placed<String>>,
    attachments: impl Iterator<Item = &'p Placed<String>>,
    photos: &PhotoIndex,
) -> Assets {
    let pictures = pictures.map(|name| (name, Use::Photo));
    let attachments = attachments.map(|name| (name, Use::Plain { limit: MAX_ATTACHMENT }));
    let mut names: Vec<(&Placed<String>, Use)> = Vec::new();
    for (name, purpose) in pictures.chain(attachments) {
        if !names.iter().any(|(other, taken)| other.value == name.value && *taken == purpose) {
            names.push((name, purpose));
        }
    }
    let read = workers::map(Threads::of_processors(), names.iter(), |(name, purpose)| {
        read(root, &name.value, *purpose, photos)
    });
    let mut found = Assets::default();
    for ((name, _), read) in names.into_iter().zip(read) {
        found.take(file, name, read);
    }
    found
}

/// Reads the office's mark.
pub(in crate::pipeline) fn logo(root: &Root, workspace_file: &Path, logo: &Logo) -> Assets {
    let name = &logo.file;
    let mut found = Assets::default();
    if !drawing::is_named(&name.value) {
        found.take(workspace_file, name, read(root, &name.value, Use::Mark, &PhotoIndex::default()));
        return found;
    }
    let drawn = drawn(root, &name.value).map(|(drawing, digest)| {
        if !drawing.left_out.is_empty() {
            let problem = FileProblem::DrawingLeftOut { path: name.value.clone(), names: drawing.left_out };
            found.diagnostics.push(name.warning(workspace_file, problem));
        }
        ReadFile { asset: Asset::new(drawing.bytes), digest, lacks_end: false }
    });
    found.take(workspace_file, name, drawn);
    found
}

/// The office's mark for a document without photos that are made to fit: the ending of its file, and
/// its bytes.
///
/// # Errors
/// A drawing or a picture that pages don't have.
pub(in crate::pipeline) fn mark(root: &Root, logo: &Logo) -> Result<(String, Vec<u8>), FileProblem> {
    let name = &logo.file.value;
    if drawing::is_named(name) {
        return Ok(("svg".to_owned(), drawn(root, name)?.0.bytes));
    }
    let (facts, _) = inspected(root, name, true)?;
    Ok((facts.ending.to_owned(), bytes(root, name, photo::MAX_BYTES)?.0))
}

impl Assets {
    fn take(&mut self, file: &Path, name: &Placed<String>, read: Result<ReadFile, FileProblem>) {
        match read {
            Ok(ReadFile { asset, digest, lacks_end }) => {
                add(&mut self.assets, &name.value, asset);
                self.digests.insert(name.value.clone(), digest);
                if lacks_end {
                    let path = name.value.clone();
                    self.diagnostics.push(name.warning(file, FileProblem::NoEndOfPicture { path }));
                }
            }
            Err(problem) => self.diagnostics.push(name.error(file, problem)),
        }
    }
}

/// Adds a file; one that is there for another purpose keeps that.
pub(in crate::pipeline) fn add(assets: &mut BTreeMap<String, Asset>, name: &str, asset: Asset) {
    let asset = match assets.remove(name) {
        Some(other) => other.and(asset),
        None => asset,
    };
    assets.insert(name.to_owned(), asset);
}

/// A file as it was read.
struct ReadFile {
    asset: Asset,
    /// Its SHA-512.
    digest: String,
    /// True of a picture that lacks the mark of its end.
    lacks_end: bool,
}

/// Reads a file as its purpose wants it.
fn read(root: &Root, name: &str, purpose: Use, photos: &PhotoIndex) -> Result<ReadFile, FileProblem> {
    let (facts, digest) = match purpose {
        Use::Plain { limit } => {
            let (bytes, digest) = bytes(root, name, limit)?;
            return Ok(ReadFile { asset: Asset::new(bytes), digest, lacks_end: false });
        }
        Use::Photo => photos.lookup(root, name, || inspected(root, name, false))?,
        Use::Mark => inspected(root, name, true)?,
    };
    Ok(ReadFile { asset: Asset::photo(facts, digest.clone()), digest, lacks_end: facts.lacks_end })
}

/// A drawing without what acts or reaches out, and the SHA-512 of its file.
fn drawn(root: &Root, name: &str) -> Result<(Drawing, String), FileProblem> {
    let (bytes, digest) = bytes(root, name, drawing::MAX_BYTES)?;
    let refused = |fault| FileProblem::RefusedDrawing { path: name.to_owned(), fault };
    Ok((drawing::sanitised(&bytes).map_err(refused)?, digest))
}

/// The facts and the SHA-512 of a picture; with `whole` all of it is looked at.
fn inspected(root: &Root, name: &str, whole: bool) -> Result<(PhotoFacts, String), FileProblem> {
    let (bytes, digest) = bytes(root, name, photo::MAX_BYTES)?;
    let facts = photo::inspect(Path::new(name), &bytes).map_err(|problem| problem.told(name))?;
    if whole {
        photo::prove(&bytes).map_err(|problem| problem.told(name))?;
    }
    Ok((facts, digest))
}

/// A file's bytes and their SHA-512.
fn bytes(root: &Root, name: &str, limit: u64) -> Result<(Vec<u8>, String), FileProblem> {
    let path = Path::new(name);
    let bytes = root.read(path, limit).map_err(|problem| problem.told(path))?;
    let digest = sha512(&bytes);
    Ok((bytes, digest))
}
