//! Remarks of the typesetting and the export, as diagnostics of the report.

use std::path::PathBuf;

use crate::diag::{Diagnostic, Place};
use crate::edition::{EditionKind, PictureSize};
use crate::export::{self, PictureProblem};
use crate::pages::LooseLine;
use crate::pages::overflow::{LostWords, LostWordsFault};
use crate::report::{Report, Subject, Workspace};
use crate::typeset::{Remark, RemarkKind, TemplatePlace};
use crate::words::BuildProblem;

/// The lines whose spaces stay wide, as warnings of the report.
pub(super) fn loose_lines(subject: Subject, page: usize, lines: &[LooseLine]) -> Vec<Diagnostic> {
    lines.iter().map(|line| loose_line(subject, page, line)).collect()
}

/// The words that run off the paper or over others, as warnings of the report.
pub(super) fn lost_words(subject: Subject, lost: Vec<LostWords>) -> Vec<Diagnostic> {
    lost.into_iter().map(|lost| lost_diagnostic(subject, lost)).collect()
}

fn lost_diagnostic(subject: Subject, lost: LostWords) -> Diagnostic {
    let LostWords { page, words, fault } = lost;
    let first = words.trim_end_matches('…').to_owned();
    let problem = match fault {
        LostWordsFault::OffPage => BuildProblem::WordsOffPage { page, words },
        LostWordsFault::OnOthers => BuildProblem::WordsOnOthers { page, words },
    };
    warning_at_words(subject, &first, problem)
}

fn loose_line(subject: Subject, page: usize, line: &LooseLine) -> Diagnostic {
    let space = format!("{:.2}", line.space);
    let problem = BuildProblem::LooseLine { page, words: line.words.clone(), space };
    warning_at_words(subject, &line.words, problem)
}

/// A warning at the one text that has some words, in the report that it is of.
fn warning_at_words(subject: Subject, words: &str, problem: BuildProblem) -> Diagnostic {
    let mut found = subject.reports().iter().filter_map(|report| Some((report, report.place_of_words(words)?)));
    match (found.next(), found.next()) {
        (Some((report, (place, field))), None) => {
            Diagnostic::warning(&report.head.file, problem).at(place).field(&field)
        }
        _ => Diagnostic::warning(subject.file(), problem),
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
