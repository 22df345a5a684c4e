//! The reports of an issue of the newsletter: each is read and checked, and what is wrong with it
//! is told where the issue names it.

use std::collections::BTreeMap;
use std::path::Path;

use super::assets::{self, Assets};
use super::photo_index::PhotoIndex;
use crate::diag::{Diagnostic, has_errors};
use crate::files::slashed;
use crate::files::{ReadProblem, Root};
use crate::hash::sha512;
use crate::pipeline::order::SourceKind;
use crate::report::{self, Article, Issue, Placed, Report, Status, Workspace};
use crate::typeset::{Asset, Source};
use crate::words::{BuildProblem, FileProblem, nearest};

/// The reports of an issue with all that they bring, and what is wrong with others.
#[derive(Default)]
pub(super) struct Articles {
    pub(super) reports: Vec<Report>,
    /// The reports' files.
    pub(super) sources: Vec<Source>,
    pub(super) assets: BTreeMap<String, Asset>,
    /// SHA-512 of those and of the reports, by name.
    pub(super) digests: BTreeMap<String, String>,
    pub(super) problems: Vec<Diagnostic>,
}

/// Reads and checks all reports of an issue.
pub(super) fn articles(root: &Root, workspace: &Workspace, issue: &Issue, photos: &PhotoIndex) -> Articles {
    let mut found = Articles::default();
    for article in &issue.articles {
        match report_of(root, workspace, issue, article, photos) {
            Ok((report, bytes, files)) => {
                found.digests.insert(article.report.value.clone(), sha512(&bytes));
                found.digests.extend(files.digests);
                for (name, asset) in files.assets {
                    assets::add(&mut found.assets, &name, asset);
                }
                found.sources.push(Source { name: format!("{}.toml", report.head.slug.value), bytes });
                found.reports.push(report);
            }
            Err(problem) => found.problems.push(*problem),
        }
    }
    found
}

/// A report, its file's bytes, and the files it names.
type Contribution = (Report, Vec<u8>, Assets);

/// Reads the report of an article.
fn report_of(
    root: &Root,
    workspace: &Workspace,
    issue: &Issue,
    article: &Article,
    photos: &PhotoIndex,
) -> Result<Contribution, Box<Diagnostic>> {
    let name = &article.report;
    let path = Path::new(&name.value);
    let refused = |problem: BuildProblem| Box::new(name.error(&issue.head.file, problem));
    if SourceKind::of(workspace, path) == SourceKind::Issue {
        return Err(refused(BuildProblem::IssueAsReport { file: name.value.clone() }));
    }
    let source = root.read(path, report::MAX_BYTES as u64);
    let source =
        source.map_err(|problem| Box::new(name.error(&issue.head.file, missing(root, workspace, name, problem))))?;
    let broken = || refused(BuildProblem::ReportWithErrors { report: name.value.clone() });
    let text = report::decode(path, &source).map_err(|_| broken())?;
    let report = report::parse_report(path, text, &workspace.checks).0.ok_or_else(broken)?;
    let loaded = assets::load(root, &report, photos);
    if has_errors(&loaded.diagnostics) {
        return Err(broken());
    }
    if issue.head.status == Status::Approved && report.head.status == Status::Draft {
        return Err(refused(BuildProblem::DraftInIssue { report: name.value.clone() }));
    }
    Ok((report, source, loaded))
}

/// The problem of a report that can't be read, with the nearest name there is for one that isn't
/// there.
fn missing(root: &Root, workspace: &Workspace, name: &Placed<String>, problem: ReadProblem) -> FileProblem {
    if !matches!(problem, ReadProblem::NotFound) {
        return problem.told(Path::new(&name.value));
    }
    let files = root.files_below(Path::new(&workspace.folders.content)).unwrap_or_default();
    let reports: Vec<String> = files
        .iter()
        .filter(|file| {
            SourceKind::of(workspace, file) == SourceKind::Report
                && file.extension().is_some_and(|ending| ending == "toml")
        })
        .map(|file| slashed(file))
        .collect();
    let near = nearest(&name.value, &reports.iter().map(String::as_str).collect::<Vec<_>>()).map(str::to_owned);
    let near = near.into_iter().collect();
    FileProblem::NotFound { path: name.value.clone(), near }
}
