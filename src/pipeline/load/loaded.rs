//! A report or an issue with the pictures, attachments and reports that it names, read and looked
//! at.

use std::collections::BTreeMap;
use std::path::Path;

use super::assets::{self, Assets};
use super::issue;
use super::parsed::{Parsed, ParsedSource, SourceFile};
use super::photo_index::PhotoIndex;
use super::proposals::propose;
use crate::diag::{Diagnostic, has_errors};
use crate::files::Root;
use crate::report::{Issue, Report, Subject, WholeIssue, Workspace};
use crate::typeset::{Asset, Source};

/// The content of a file.
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
    /// Warnings about its text and pictures.
    pub warnings: Vec<Diagnostic>,
}

/// Reads and checks all that the documents of a report or an issue need, whose file holds `source`.
///
/// # Errors
/// Everything that is wrong with it, at once, and the warnings.
pub fn load(root: &Root, workspace: &Workspace, file: &Path, source: Vec<u8>) -> Result<Loaded, Vec<Diagnostic>> {
    let parsed = SourceFile::new(workspace, file, source).parse(root, workspace)?;
    let loaded = complete(root, workspace, parsed, &PhotoIndex::default());
    if has_errors(&loaded.warnings) { Err(loaded.warnings) } else { Ok(loaded) }
}

/// Reads the files that a report or an issue names. What is wrong with them is among the warnings:
/// then some are not there.
pub(super) fn complete(root: &Root, workspace: &Workspace, parsed: ParsedSource, photos: &PhotoIndex) -> Loaded {
    let ParsedSource { source, content, warnings } = parsed;
    let name = format!("{}.toml", content.head().slug.value);
    let SourceFile { bytes, digest, .. } = source;
    let own = Source { name, bytes };
    let Completed { content, sources, assets, asset_digests, mut problems } = match content {
        Parsed::Report(report) => of_report(root, report, photos),
        Parsed::Issue(issue) => of_issue(root, workspace, *issue, photos),
    };
    propose(root, workspace, &mut problems);
    let warnings = warnings.into_iter().chain(problems).collect();
    let sources = std::iter::once(own).chain(sources).collect();
    Loaded { content, sources, digest, assets, asset_digests, warnings }
}

/// The content of a file with all that it names.
struct Completed {
    content: Content,
    /// The files of an issue's reports.
    sources: Vec<Source>,
    assets: BTreeMap<String, Asset>,
    asset_digests: BTreeMap<String, String>,
    problems: Vec<Diagnostic>,
}

fn of_report(root: &Root, report: Box<Report>, photos: &PhotoIndex) -> Completed {
    let Assets { assets, digests, diagnostics } = assets::load(root, &report, photos);
    let content = Content::Report(report);
    Completed { content, sources: Vec::new(), assets, asset_digests: digests, problems: diagnostics }
}

fn of_issue(root: &Root, workspace: &Workspace, issue: Issue, photos: &PhotoIndex) -> Completed {
    let issue::Articles { reports, sources, assets, digests, problems } =
        issue::articles(root, workspace, &issue, photos);
    let content = Content::Issue(Box::new(WholeIssue { issue, reports }));
    Completed { content, sources, assets, asset_digests: digests, problems }
}

impl Loaded {
    /// The report or issue that its documents are made of.
    #[must_use]
    pub fn subject(&self) -> Subject<'_> {
        match &self.content {
            Content::Report(report) => Subject::Report(report),
            Content::Issue(issue) => Subject::Issue(issue),
        }
    }
}
