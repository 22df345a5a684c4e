//! Files among the reports that look like some and are not read.

use std::collections::BTreeSet;
use std::path::Path;

use super::document::DeskDocument;
use crate::diag::Diagnostic;
use crate::error::Failure;
use crate::files::slashed;
use crate::pipeline::OpenWorkspace;
use crate::words::DeskProblem;

/// Endings of the documents that offices write reports in.
const DOCUMENTS: [&str; 9] = ["doc", "docx", "docm", "odt", "rtf", "txt", "wps", "pages", "pdf"];
/// The folder of pictures and attachments.
const ASSETS: &str = "assets";
/// Endings that a report's own may be mistaken for.
const NEARLY: [&str; 4] = ["tml", "tom", "toml_", "tomll"];

/// Warns of files below the content folder that may be meant as reports and are not read: hidden
/// endings, documents of Word. What a report names as a picture or an attachment is no such file.
///
/// # Errors
/// A folder that can't be listed.
pub(crate) fn unread(site: &OpenWorkspace) -> Result<Vec<Diagnostic>, Failure> {
    let files = site.root.files_below(Path::new(&site.workspace.folders.content))?;
    let mut found: Vec<(String, DeskProblem)> = files
        .iter()
        .filter(|file| !site.is_source(file))
        .filter_map(|file| Some((slashed(file), problem(file)?)))
        .collect();
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let sources = files.iter().filter(|file| site.is_source(file));
    let named: BTreeSet<String> =
        sources.filter_map(|file| DeskDocument::read(site, file).glance).flat_map(|glance| glance.files).collect();
    found.retain(|(file, _)| !named.contains(file));
    Ok(found.into_iter().map(|(file, problem)| Diagnostic::warning(Path::new(&file), problem)).collect())
}

/// The problem of a file, if it may be meant as a report.
fn problem(file: &Path) -> Option<DeskProblem> {
    let name = file.file_name()?.to_str()?;
    let lower = name.to_lowercase();
    let ending = Path::new(&lower).extension().unwrap_or_default().to_string_lossy().into_owned();
    let meant = lower.find(".toml").map(|at| name.get(..at).unwrap_or_default());
    if let Some(stem) = meant.or_else(|| NEARLY.contains(&ending.as_str()).then(|| stem(name))) {
        return Some(DeskProblem::HiddenEnding { name: format!("{stem}.toml") });
    }
    let is_aside = file.components().any(|part| part.as_os_str() == ASSETS) || lower.starts_with("readme");
    (!is_aside && !name.starts_with('~') && DOCUMENTS.contains(&ending.as_str())).then_some(DeskProblem::NotAReport)
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_may_be_meant_as_reports_are_told() {
        let meant = |name: &str| match problem(Path::new(name))? {
            DeskProblem::HiddenEnding { name } => Some(name),
            _ => None,
        };
        for (name, report) in [
            ("content/a.toml.txt", "a.toml"),
            ("content/assets/B.TOML.bak", "B.toml"),
            ("content/a.tml", "a.toml"),
            ("content/a.toml~", "a.toml"),
        ] {
            assert_eq!(meant(name).as_deref(), Some(report), "{name}");
        }
        assert_eq!(problem(Path::new("content/2026/تقرير.docx")), Some(DeskProblem::NotAReport));
        for name in
            ["content/assets/list.docx", "content/a.jpg", "content/README.txt", "content/~$a.docx", "content/a.csv"]
        {
            assert_eq!(problem(Path::new(name)), None, "{name}");
        }
    }
}
