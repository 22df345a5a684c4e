//! A report's file becomes a valid report with its pictures and attachments read and looked at.

use std::collections::BTreeMap;
use std::path::Path;

use super::assets::{self, Assets};
use super::digest::{Digest, sha512};
use crate::diag::{Diagnostic, has_errors};
use crate::files::Root;
use crate::report::{self, Report, Workspace};
use crate::typeset::Asset;

/// A report that can be built.
pub struct Loaded {
    /// The report.
    pub report: Report,
    /// Its file's bytes.
    pub source: Vec<u8>,
    /// SHA-512 of the bytes.
    pub digest: String,
    /// The files it names, by that name.
    pub assets: BTreeMap<String, Asset>,
    /// SHA-512 of those, by name.
    pub asset_digests: BTreeMap<String, String>,
    /// What `check` says of its text and pictures.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a report's file, named from the root.
///
/// # Errors
/// A diagnostic that says why it can't be read.
pub(super) fn read_source(root: &Root, file: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
    root.read(file, report::MAX_BYTES as u64).map_err(|problem| Box::new(Diagnostic::error(file, problem.told(file))))
}

/// Reads and checks all that a report's documents need.
///
/// # Errors
/// Everything that is wrong with it, at once, and the warnings.
pub fn load(root: &Root, workspace: &Workspace, file: &Path, source: Vec<u8>) -> Result<Loaded, Vec<Diagnostic>> {
    let text = report::decode(file, &source).map_err(|problem| vec![*problem])?;
    let (report, mut found) = report::parse_report(file, text, &workspace.checks);
    let Some(report) = report else { return Err(found) };
    let mut loaded = assets::load(root, &report);
    found.append(&mut loaded.diagnostics);
    if has_errors(&found) {
        return Err(found);
    }
    let Assets { assets, digests, .. } = loaded;
    Ok(Loaded { report, digest: sha512(&source), source, assets, asset_digests: digests, warnings: found })
}

impl Loaded {
    /// SHA-512 of all that goes in: the ingredients that every report shares, the report and its files.
    pub(super) fn provenance(&self, ingredients: &Digest) -> String {
        let mut digest = ingredients.clone();
        digest.part("report", self.digest.as_bytes());
        for (name, asset) in &self.asset_digests {
            digest.part(name, asset.as_bytes());
        }
        digest.hex()
    }
}
