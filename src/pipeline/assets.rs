//! The files that a report or the workspace names: read inside the workspace, and looked at.

use std::collections::BTreeMap;
use std::path::Path;

use super::memory::Memory;
use crate::diag::Diagnostic;
use crate::files::Root;
use crate::hash::sha512;
use crate::photo::{self, PhotoProblem};
use crate::report::{Logo, Placed, Report};
use crate::typeset::Asset;
use crate::words::FileProblem;
use crate::workers::{self, Threads};

/// The most bytes an attachment may have.
const MAX_ATTACHMENT: u64 = 16 * 1024 * 1024;

/// Files read, and what is wrong with the others.
#[derive(Default)]
pub(super) struct Assets {
    pub(super) assets: BTreeMap<String, Asset>,
    /// SHA-512 of the files, by name.
    pub(super) digests: BTreeMap<String, String>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What a file is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Photo,
    /// On every page of every report: it has to be whole before the first is made.
    Mark,
    Plain {
        limit: u64,
    },
}

/// Reads the pictures and attachments that a report names. Of pictures only the facts are kept: an issue may have a hundred of them.
pub(super) fn load(root: &Root, report: &Report, memory: &Memory) -> Assets {
    let pictures = report.pictures().map(|picture| (&picture.file, Use::Photo));
    let attachments = report.attachments.iter().map(|file| (&file.file, Use::Plain { limit: MAX_ATTACHMENT }));
    let mut names: Vec<(&Placed<String>, Use)> = Vec::new();
    for (name, purpose) in pictures.chain(attachments) {
        if !names.iter().any(|(other, taken)| other.value == name.value && *taken == purpose) {
            names.push((name, purpose));
        }
    }
    let read = workers::map(Threads::of_processors(), names.iter(), |(name, purpose)| {
        read(root, &name.value, *purpose, memory)
    });
    let mut found = Assets::default();
    for ((name, _), read) in names.into_iter().zip(read) {
        found.take(&report.head.file, name, read);
    }
    found
}

/// Reads the office's mark.
pub(super) fn logo(root: &Root, workspace_file: &Path, logo: &Logo) -> Assets {
    let name = &logo.file;
    let drawn = name.value.to_ascii_lowercase().ends_with(".svg");
    let purpose = if drawn { Use::Plain { limit: photo::MAX_BYTES } } else { Use::Mark };
    let mut found = Assets::default();
    found.take(workspace_file, name, read(root, &name.value, purpose, &Memory::default()));
    found
}

impl Assets {
    fn take(&mut self, file: &Path, name: &Placed<String>, read: Result<(Asset, String), FileProblem>) {
        match read {
            Ok((asset, digest)) => {
                add(&mut self.assets, &name.value, asset);
                self.digests.insert(name.value.clone(), digest);
            }
            Err(problem) => self.diagnostics.push(name.error(file, problem)),
        }
    }
}

/// Adds a file; one that is there for another purpose keeps that.
pub(super) fn add(assets: &mut BTreeMap<String, Asset>, name: &str, asset: Asset) {
    let asset = match assets.remove(name) {
        Some(other) => other.and(asset),
        None => asset,
    };
    assets.insert(name.to_owned(), asset);
}

/// A file and its SHA-512.
fn read(root: &Root, name: &str, purpose: Use, memory: &Memory) -> Result<(Asset, String), FileProblem> {
    let path = Path::new(name);
    let bytes = |limit| root.read(path, limit).map_err(|problem| problem.told(path));
    let told = |problem| PhotoProblem::told(problem, name);
    let inspected = || {
        let bytes = bytes(photo::MAX_BYTES)?;
        let digest = sha512(&bytes);
        let facts = photo::inspect(path, &bytes).map_err(told)?;
        if purpose == Use::Mark {
            photo::prove(&bytes).map_err(told)?;
        }
        Ok((facts, digest))
    };
    let (facts, digest) = match purpose {
        Use::Plain { limit } => {
            let bytes = bytes(limit)?;
            let digest = sha512(&bytes);
            return Ok((Asset::new(bytes), digest));
        }
        Use::Photo => memory.photo(root, name, inspected)?,
        Use::Mark => inspected()?,
    };
    Ok((Asset::photo(facts, digest.clone()), digest))
}
