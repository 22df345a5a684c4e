//! Remarks of the typesetting and the export, as diagnostics of the report.

use std::path::PathBuf;

use crate::diag::{Diagnostic, Place};
use crate::edition::{EditionKind, PictureSize};
use crate::export::{self, PictureProblem};
use crate::pages::LooseLine;
use crate::report::{Report, Subject, Workspace};
use crate::typeset::{Remark, RemarkKind, TemplatePlace};
use crate::words::BuildProblem;

/// The lines whose spaces stay wide, as warnings of the report.
pub(super) fn loose_lines(subject: Subject, page: usize, lines: &[LooseLine]) -> Vec<Diagnostic> {
    lines.iter().map(|line| loose_line(subject, page, line)).collect()
}

fn loose_line(subject: Subject, page: usize, line: &LooseLine) -> Diagnostic {
    let space = format!("{:.2}", line.space);
    let told = Diagnostic::warning(subject.file(), BuildProblem::LooseLine { page, words: line.words.clone(), space });
    match subject.report().and_then(|report| report.place_of_words(&line.words)) {
        Some((place, field)) => told.at(place).field(&field),
        None => told,
    }
}

/// The reason why there is no picture, as a diagnostic of the report.
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

/// Remarks of typst and the templates, as diagnostics of the report.
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
    // A mistake in a template is the template's, whatever report it was met with.
    let (file, place, text) = match remark.place {
        Some(TemplatePlace { file, line, column, span }) => {
            (PathBuf::from(file), Some(Place { line, column, span }), text)
        }
        None => (subject.file().to_path_buf(), None, format!("{template}: {text}")),
    };
    let said = if remark.error {
        Diagnostic::error(&file, BuildProblem::Template { text, hints })
    } else {
        Diagnostic::warning(&file, BuildProblem::Typst { text, hints })
    };
    match place {
        Some(place) => said.at(place),
        None => said,
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
