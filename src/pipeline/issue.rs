//! An issue of the newsletter with its reports: each is read and checked, and what is wrong with it is told where the
//! issue names it.

use std::collections::BTreeMap;
use std::path::Path;

use super::assets::{self, Assets};
use super::load::{Content, Loaded};
use super::memory::Memory;
use crate::diag::{Diagnostic, has_errors};
use crate::files::{ReadProblem, Root};
use crate::hash::sha512;
use crate::report::{self, Article, Issue, Placed, Report, Status, WholeIssue, Workspace};
use crate::typeset::Source;
use crate::words::{BuildProblem, FileProblem, nearest};

/// Reads and checks an issue and all its reports.
///
/// # Errors
/// Everything that is wrong with the issue, at once, and the warnings.
pub(super) fn load(
    root: &Root,
    workspace: &Workspace,
    file: &Path,
    source: Vec<u8>,
    memory: &Memory,
) -> Result<Loaded, Vec<Diagnostic>> {
    let text = report::decode(file, &source).map_err(|problem| vec![*problem])?;
    let (issue, mut found) = report::parse_issue(file, text, &workspace.checks);
    let Some(issue) = issue else { return Err(found) };
    let mut reports = Vec::new();
    let mut assets = BTreeMap::new();
    let mut asset_digests = BTreeMap::new();
    let digest = sha512(&source);
    let mut sources = vec![Source { name: format!("{}.toml", issue.head.slug.value), bytes: source }];
    for article in &issue.articles {
        match report_of(root, workspace, &issue, article, memory) {
            Ok((report, bytes, files)) => {
                asset_digests.insert(article.report.value.clone(), sha512(&bytes));
                asset_digests.extend(files.digests);
                for (name, asset) in files.assets {
                    assets::add(&mut assets, &name, asset);
                }
                sources.push(Source { name: format!("{}.toml", report.head.slug.value), bytes });
                reports.push(report);
            }
            Err(problem) => found.push(*problem),
        }
    }
    if has_errors(&found) {
        return Err(found);
    }
    let content = Content::Issue(Box::new(WholeIssue { issue, reports }));
    Ok(Loaded { content, sources, digest, assets, asset_digests, warnings: found })
}

/// A report, its file's bytes, and the files it names.
type Contribution = (Report, Vec<u8>, Assets);

/// What an article brings into the issue.
fn report_of(
    root: &Root,
    workspace: &Workspace,
    issue: &Issue,
    article: &Article,
    memory: &Memory,
) -> Result<Contribution, Box<Diagnostic>> {
    let name = &article.report;
    let path = Path::new(&name.value);
    if workspace.is_issue(path) {
        return Err(Box::new(name.error(&issue.head.file, BuildProblem::IssueAsReport { file: name.value.clone() })));
    }
    let said = |problem: BuildProblem| Box::new(name.error(&issue.head.file, problem));
    let source = root.read(path, report::MAX_BYTES as u64);
    let source =
        source.map_err(|problem| Box::new(name.error(&issue.head.file, missing(root, workspace, name, problem))))?;
    let broken = || said(BuildProblem::ReportWithErrors { report: name.value.clone() });
    let text = report::decode(path, &source).map_err(|_| broken())?;
    let report = report::parse_report(path, text, &workspace.checks).0.ok_or_else(broken)?;
    let loaded = assets::load(root, &report, memory);
    if has_errors(&loaded.diagnostics) {
        return Err(broken());
    }
    if issue.head.status == Status::Approved && report.head.status == Status::Draft {
        return Err(said(BuildProblem::DraftInIssue { report: name.value.clone() }));
    }
    Ok((report, source, loaded))
}

/// What to tell of a report that can't be read; the nearest name there is, for one that isn't there.
fn missing(root: &Root, workspace: &Workspace, name: &Placed<String>, problem: ReadProblem) -> FileProblem {
    if !matches!(problem, ReadProblem::NotFound) {
        return problem.told(Path::new(&name.value));
    }
    let files = root.files_below(Path::new(&workspace.folders.content)).unwrap_or_default();
    let reports: Vec<String> = files
        .iter()
        .filter(|file| !workspace.is_issue(file) && file.extension().is_some_and(|ending| ending == "toml"))
        .map(|file| file.to_string_lossy().replace('\\', "/"))
        .collect();
    let near = nearest(&name.value, &reports.iter().map(String::as_str).collect::<Vec<_>>()).map(str::to_owned);
    FileProblem::NotFound { path: name.value.clone(), near }
}
