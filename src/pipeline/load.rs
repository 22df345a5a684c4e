//! A report's or an issue's file becomes a valid subject with its pictures and attachments read and looked at.

use std::collections::BTreeMap;
use std::path::Path;

use super::assets::{self, Assets};
use super::digest::Digest;
use super::issue;
use super::memory::Memory;
use crate::diag::{Diagnostic, has_errors};
use crate::files::Root;
use crate::hash::sha512;
use crate::report::{self, Report, Revision, Subject, WholeIssue, Workspace};
use crate::typeset::{Asset, Source};

/// What a file was found to be.
pub enum Content {
    /// A report.
    Report(Box<Report>),
    /// An issue with its reports.
    Issue(Box<WholeIssue>),
}

/// A report or an issue that can be built.
pub struct Loaded {
    /// The report, or the issue with its reports.
    pub content: Content,
    /// The files it is made from: its own first.
    pub sources: Vec<Source>,
    /// SHA-512 of its own file's bytes.
    pub digest: String,
    /// The pictures and attachments it names, by that name.
    pub assets: BTreeMap<String, Asset>,
    /// SHA-512 of those and of an issue's reports, by name.
    pub asset_digests: BTreeMap<String, String>,
    /// What `check` says of its text and pictures.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a report's or issue's file, named from the root.
///
/// # Errors
/// A diagnostic that says why it can't be read.
pub(super) fn read_source(root: &Root, file: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
    root.read(file, report::MAX_BYTES as u64).map_err(|problem| Box::new(Diagnostic::error(file, problem.told(file))))
}

/// Reads and checks all that the documents of a report or an issue need.
///
/// # Errors
/// Everything that is wrong with it, at once, and the warnings.
pub fn load(root: &Root, workspace: &Workspace, file: &Path, source: Vec<u8>) -> Result<Loaded, Vec<Diagnostic>> {
    load_with(root, workspace, file, source, &Memory::default())
}

/// As [`load`], with what is remembered of photos.
pub(super) fn load_with(
    root: &Root,
    workspace: &Workspace,
    file: &Path,
    source: Vec<u8>,
    memory: &Memory,
) -> Result<Loaded, Vec<Diagnostic>> {
    if workspace.is_issue(file) {
        return issue::load(root, workspace, file, source, memory);
    }
    let text = report::decode(file, &source).map_err(|problem| vec![*problem])?;
    let (report, mut found) = report::parse_report(file, text, &workspace.checks);
    let Some(report) = report else { return Err(found) };
    let mut loaded = assets::load(root, &report, memory);
    found.append(&mut loaded.diagnostics);
    if has_errors(&found) {
        return Err(found);
    }
    let name = format!("{}.toml", report.head.slug.value);
    let Assets { assets, digests, .. } = loaded;
    Ok(Loaded {
        content: Content::Report(Box::new(report)),
        digest: sha512(&source),
        sources: vec![Source { name, bytes: source }],
        asset_digests: digests,
        assets,
        warnings: found,
    })
}

impl Loaded {
    /// What its documents are made of.
    #[must_use]
    pub fn subject(&self) -> Subject<'_> {
        match &self.content {
            Content::Report(report) => Subject::Report(report),
            Content::Issue(issue) => Subject::Issue(issue),
        }
    }

    /// SHA-512 of all that goes in: the ingredients that every report shares, the report and its files.
    pub(super) fn provenance(&self, ingredients: &Digest, revision: Option<&Revision>) -> String {
        let mut digest = ingredients.clone();
        digest.report(&self.digest, &self.asset_digests);
        if let Some(revision) = revision {
            digest.part("revision", &serde_json::to_vec(revision).unwrap_or_default());
        }
        digest.hex()
    }
}
