//! The reports that a command works on.

use std::path::{Component, Path, PathBuf};

use globset::GlobBuilder;

use super::Context;
use super::site;
use crate::error::Failure;
use crate::files::Root;
use crate::pipeline::OpenWorkspace;
use crate::words::FileProblem;

/// The reports and issues that a command works on.
pub(super) struct Selection {
    /// The workspace.
    pub(super) site: OpenWorkspace,
    /// Those in it that were asked for, sorted.
    pub(super) reports: Vec<PathBuf>,
    /// Those of them that were asked for by their own names.
    pub(super) named: Vec<PathBuf>,
}

/// The workspace and the reports and issues in it that were asked for; without a request all of
/// them.
pub(super) fn select(requests: &[String], context: &mut Context) -> Result<Selection, Failure> {
    let site = match (site::find(context)?, requests.first()) {
        (Some(site), _) => site,
        (None, Some(first)) => lone(first, context)?,
        (None, None) => site::need(context)?,
    };
    let mut reports = Vec::new();
    if requests.is_empty() {
        reports.extend(reports_below(&site, Path::new(&site.workspace.folders.content))?);
    }
    let mut named = Vec::new();
    for request in requests {
        let found = matching(&site, request, context)?;
        if context.folder.join(request).is_file() {
            named.extend(found.iter().cloned());
        }
        reports.extend(found);
    }
    reports.sort();
    reports.dedup();
    Ok(Selection { site, reports, named })
}

/// The workspace around a report that lies outside of the folder we are in, or the report's own
/// folder.
fn lone(request: &str, context: &mut Context) -> Result<OpenWorkspace, Failure> {
    let path = context.folder.join(request);
    let folder = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or(&path) };
    if !folder.is_dir() {
        return Err(not_found(request));
    }
    match site::find_from(folder, context)? {
        Some(site) => Ok(site),
        None => {
            let site = OpenWorkspace::lone(folder)?;
            context.ui.based_in(site.root.path());
            Ok(site)
        }
    }
}

/// The files of reports and issues below a folder of the workspace.
fn reports_below(site: &OpenWorkspace, folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = site.root.files_below(folder)?;
    files.retain(|file| site.is_source(file));
    Ok(files)
}

/// The reports that a path, a folder or a glob names.
fn matching(site: &OpenWorkspace, request: &str, context: &Context) -> Result<Vec<PathBuf>, Failure> {
    let path = flatten(&context.folder.join(request));
    if path.exists() {
        let inside = from_root(&site.root, &path)
            .ok_or_else(|| Failure::Usage(FileProblem::Outside { path: request.to_owned() }.into()))?;
        if path.is_dir() {
            return reports_below(site, &inside);
        }
        return Ok(vec![inside]);
    }
    let pattern = from_root(&site.root, &path).unwrap_or(path);
    let glob = GlobBuilder::new(&pattern.to_string_lossy()).literal_separator(true).build();
    let Ok(glob) = glob else { return Err(not_found(request)) };
    let matcher = glob.compile_matcher();
    let found: Vec<PathBuf> =
        reports_below(site, Path::new(""))?.into_iter().filter(|file| matcher.is_match(file)).collect();
    if found.is_empty() { Err(not_found(request)) } else { Ok(found) }
}

fn not_found(request: &str) -> Failure {
    Failure::Usage(FileProblem::ReportNotFound { query: request.to_owned() }.into())
}

/// A path from the root, whether or not symbolic links lead to it; none when it is outside.
fn from_root(root: &Root, path: &Path) -> Option<PathBuf> {
    if let Ok(inside) = path.strip_prefix(root.path()) {
        return Some(inside.to_path_buf());
    }
    let folder = path.parent()?.canonicalize().ok()?;
    Some(folder.strip_prefix(root.path()).ok()?.join(path.file_name()?))
}

/// A path without `.` and `..`, by its words alone.
fn flatten(path: &Path) -> PathBuf {
    let mut flat = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                flat.pop();
            }
            other => flat.push(other),
        }
    }
    flat
}
