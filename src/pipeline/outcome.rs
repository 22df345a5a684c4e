//! What a run made and said.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::build::Built;
use super::state::ReportState;
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, PictureSize, Profile};
use crate::export::{self, PictureProblem};
use crate::pages::LooseLine;
use crate::report::{Report, Subject, Workspace};
use crate::typeset::{Remark, RemarkKind};
use crate::words::{BuildProblem, Looseness};

/// A finished file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finished {
    /// The report's file, from the root.
    pub report: PathBuf,
    /// The kind of page.
    pub edition: EditionKind,
    /// What it is for.
    pub profile: Profile,
    /// The file, as the user would open it.
    pub path: PathBuf,
    /// Its size in bytes.
    pub bytes: usize,
    /// How its pages are justified.
    pub pages: Vec<Looseness>,
}

/// What came of an order.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Everything to say, in the order of the reports.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that were made, in the order of the reports.
    pub finished: Vec<Finished>,
    /// How many files were up to date.
    pub fresh: usize,
    /// The warnings that the up to date reports had when they were built.
    pub fresh_warnings: usize,
    /// The reports that were not built, with errors.
    pub failed: Vec<PathBuf>,
    /// Whether the machine failed: a file could not be written.
    pub machine: bool,
    /// Whether the program itself failed on a report.
    pub crashed: bool,
}

impl Outcome {
    pub(super) fn add_fresh(&mut self, files: usize, entry: &ReportState) {
        self.fresh += files;
        self.fresh_warnings += entry.warnings + entry.remarks;
    }

    pub(super) fn add_failure(&mut self, file: &Path, problems: Vec<Diagnostic>) {
        self.diagnostics.extend(problems);
        self.failed.push(file.to_path_buf());
    }

    pub(super) fn add_built(&mut self, built: Built, remember: impl FnOnce(ReportState)) {
        self.diagnostics.extend(built.warnings);
        self.finished.extend(built.finished);
        remember(built.state);
    }
}

/// The lines whose spaces stay wide, as warnings of the report.
pub(super) fn loose_lines(subject: Subject, page: usize, lines: &[LooseLine]) -> Vec<Diagnostic> {
    let warning = |line: &LooseLine| {
        let problem = BuildProblem::LooseLine { page, words: line.words.clone(), space: format!("{:.2}", line.space) };
        Diagnostic::warning(subject.file(), problem)
    };
    lines.iter().map(warning).collect()
}

/// Why there is no picture, as a diagnostic of the report.
pub(super) fn picture_problem(
    subject: Subject,
    workspace: &Workspace,
    size: PictureSize,
    problem: PictureProblem,
) -> Diagnostic {
    let size = size.to_string();
    let message = match problem {
        PictureProblem::TooLarge => BuildProblem::PictureTooLarge { size, limit: export::MAX_PICTURE / 1000 },
        PictureProblem::Shape { pages, width, height } => BuildProblem::PictureShape {
            template: workspace.edition(EditionKind::Social).template.clone(),
            size,
            pages,
            found: format!("{width}x{height}"),
        },
    };
    let photo = subject.report().and_then(Report::social_picture);
    match photo.filter(|_| matches!(message, BuildProblem::PictureTooLarge { .. })) {
        Some(photo) => photo.file.error(subject.file(), message),
        None => Diagnostic::error(subject.file(), message),
    }
}

/// What typst and the templates said, as diagnostics of the report.
pub(super) fn remark_diagnostics(
    subject: Subject,
    workspace: &Workspace,
    edition: EditionKind,
    remarks: Vec<Remark>,
) -> Vec<Diagnostic> {
    let template = &workspace.edition(edition).template;
    remarks.into_iter().map(|remark| diagnostic(subject, template, edition, remark)).collect()
}

fn diagnostic(subject: Subject, template: &str, edition: EditionKind, remark: Remark) -> Diagnostic {
    let (text, hints) = match remark.kind {
        RemarkKind::TooLong { field, words } => return too_long(subject, edition, field, words),
        RemarkKind::Typst { text, hints } => (text, hints),
    };
    let text = match remark.place {
        Some((path, line, column)) => format!("{path}:{line}:{column}: {text}"),
        None => format!("{template}: {text}"),
    };
    if remark.error {
        Diagnostic::error(subject.file(), BuildProblem::Template { text, hints })
    } else {
        Diagnostic::warning(subject.file(), BuildProblem::Typst { text, hints })
    }
}

fn too_long(subject: Subject, edition: EditionKind, field: String, words: usize) -> Diagnostic {
    if let (EditionKind::Social, Some(report)) = (edition, subject.report()) {
        return report.social_headline().error(&report.head.file, BuildProblem::SocialTooLong { field, words });
    }
    let place = subject.report().and_then(|report| report.flyer_field(&field));
    let message = BuildProblem::FlyerTooLong { field: field.clone(), words };
    match place {
        Some((place, field)) => Diagnostic::error(subject.file(), message).at(place).field(&field),
        None => Diagnostic::error(subject.file(), message).field(&format!("flyer.{field}")),
    }
}
