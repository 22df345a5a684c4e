//! Findings of preflight on a document's pages, as warnings at their places in the report.

use crate::diag::Diagnostic;
use crate::imposition::{Imposition, Scheme};
use crate::pages::preflight::{PRESS_DPI, PageFault, PreflightFinding, SAFE_MM};
use crate::pipeline::order::Variant;
use crate::report::Subject;
use crate::words::BuildProblem;

/// The findings as warnings.
pub(super) fn warnings(subject: Subject, findings: Vec<PreflightFinding>) -> Vec<Diagnostic> {
    let mut screen = Vec::new();
    let mut found = Vec::new();
    for PreflightFinding { page, fault } in findings {
        match fault {
            // The report's own are warned of when they are put into the pages, with the pixels that
            // they need.
            PageFault::Coarse { alt, .. } if subject.pictures().any(|picture| picture.alt.value == alt) => {}
            PageFault::Coarse { alt, dpi } => {
                let problem = BuildProblem::CoarsePicture { alt, page, dpi, wanted: PRESS_DPI as u32 };
                found.push(Diagnostic::warning(subject.file(), problem));
            }
            PageFault::NearEdge { words, distance } => {
                let distance = format!("{distance:.1}");
                let problem = BuildProblem::NearEdge { words, page, distance, wanted: SAFE_MM as u32 };
                found.push(Diagnostic::warning(subject.file(), problem));
            }
            PageFault::LoneHeading { words } => {
                found.push(Diagnostic::warning(subject.file(), BuildProblem::LoneHeading { words, page }));
            }
            PageFault::ScreenColours { alt } => screen.push((alt, page)),
        }
    }
    if !screen.is_empty() {
        found.push(Diagnostic::warning(subject.file(), BuildProblem::ScreenColours { pictures: screen }));
    }
    found
}

/// A warning about the pages of a booklet that stay blank; `set` is how the settings want the pages
/// arranged, whatever is made of them now.
pub(super) fn blank_pages(
    subject: Subject,
    pages: usize,
    variants: &[Variant],
    set: Option<Imposition>,
) -> Option<Diagnostic> {
    let made = variants.iter().filter_map(|variant| match variant {
        Variant::Imposed(imposition) => Some(*imposition),
        _ => None,
    });
    let folded = made.chain(set).any(|imposition| imposition.scheme == Scheme::Booklet);
    let blank = pages.next_multiple_of(4) - pages;
    (blank > 0 && folded).then(|| Diagnostic::warning(subject.file(), BuildProblem::BlankPages { pages, blank }))
}
