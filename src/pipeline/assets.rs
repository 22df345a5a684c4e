//! The files that a report or the workspace names: read inside the workspace, and looked at.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diag::Diagnostic;
use crate::files::Root;
use crate::photo::{self, PhotoProblem};
use crate::report::{Logo, Placed, Report};
use crate::typeset::Asset;
use crate::words::FileProblem;

/// The most bytes an attachment may have.
const MAX_ATTACHMENT: u64 = 16 * 1024 * 1024;

/// Files read, and what is wrong with the others.
pub(super) struct Assets {
    pub(super) assets: BTreeMap<String, Asset>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Reads the pictures and attachments that a report names.
pub(super) fn load(root: &Root, report: &Report) -> Assets {
    let mut found = Assets { assets: BTreeMap::new(), diagnostics: Vec::new() };
    for picture in report.pictures() {
        found.take(&report.file, &picture.file, |name| photo(root, name));
    }
    for attachment in &report.attachments {
        found.take(&report.file, &attachment.file, |name| plain(root, name, MAX_ATTACHMENT));
    }
    found
}

/// Reads the office's mark.
pub(super) fn logo(root: &Root, workspace_file: &Path, logo: &Logo) -> Assets {
    let mut found = Assets { assets: BTreeMap::new(), diagnostics: Vec::new() };
    found.take(workspace_file, &logo.file, |name| {
        if name.to_ascii_lowercase().ends_with(".svg") {
            plain(root, name, photo::MAX_BYTES)
        } else {
            photo(root, name)
        }
    });
    found
}

impl Assets {
    fn take(&mut self, file: &Path, name: &Placed<String>, read: impl FnOnce(&str) -> Result<Asset, FileProblem>) {
        if self.assets.contains_key(&name.value) {
            return;
        }
        match read(&name.value) {
            Ok(asset) => {
                self.assets.insert(name.value.clone(), asset);
            }
            Err(problem) => self.diagnostics.push(name.error(file, problem)),
        }
    }
}

fn plain(root: &Root, name: &str, limit: u64) -> Result<Asset, FileProblem> {
    let bytes = root.read(Path::new(name), limit).map_err(|problem| problem.told(Path::new(name)))?;
    Ok(Asset::new(bytes))
}

fn photo(root: &Root, name: &str) -> Result<Asset, FileProblem> {
    let asset = plain(root, name, photo::MAX_BYTES)?;
    let path = name.to_owned();
    let facts = photo::inspect(Path::new(name), asset.bytes()).map_err(|problem| match problem {
        PhotoProblem::UnknownFormat => FileProblem::UnsupportedPicture { path, supported: photo::ENDINGS.to_vec() },
        PhotoProblem::WrongEnding { actual } => FileProblem::WrongEnding { path, real: actual.to_owned() },
        PhotoProblem::TooManyPixels { width, height } => {
            FileProblem::TooManyPixels { path, width, height, limit: photo::MAX_PIXELS }
        }
        PhotoProblem::Corrupt(reason) => FileProblem::CorruptPicture { path, reason },
    })?;
    Ok(asset.with_facts(facts))
}
