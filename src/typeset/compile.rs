//! Virtual files in, pages out.

use std::ops::Range;

use typst::diag::{Severity, SourceDiagnostic};
use typst::syntax::DiagSpan;
use typst::{World, WorldExt};
use typst_layout::PagedDocument;

use super::world::{Engine, PageWorld, VirtualFiles};
use crate::workers;

/// Typst recurses deeply in nested content; the system's default of 8 MiB and less is not enough
/// for it.
pub const STACK: usize = 16 * 1024 * 1024;

/// A remark of typst about a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// True if the page could not be made.
    pub error: bool,
    /// The kind of remark.
    pub kind: RemarkKind,
    /// The place in the templates, if any.
    pub place: Option<TemplatePlace>,
}

/// A place in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplatePlace {
    /// The file's path from the top level.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// The bytes in the file.
    pub span: Range<usize>,
}

impl Remark {
    /// An error without a place.
    #[must_use]
    pub fn error(kind: RemarkKind) -> Self {
        Self { error: true, kind, place: None }
    }
}

/// The kinds of [`Remark`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// A template found that a text cannot fit: its field and the number of words to lose.
    TooLong {
        /// The report's field, as `summary`.
        field: String,
        /// The number of words too many.
        words: usize,
    },
    /// Anything else, in typst's words, with its hints.
    Typst {
        /// The message.
        text: String,
        /// Typst's hints.
        hints: Vec<String>,
    },
}

/// Pages and what was said about them.
pub struct Pages {
    /// The laid out document.
    pub document: PagedDocument,
    /// Typst's warnings.
    pub warnings: Vec<Remark>,
}

/// Lays a document out.
///
/// # Errors
/// The errors of typst or the template, and the warnings before them.
pub fn compile(engine: &Engine, template: &str, files: &VirtualFiles) -> Result<Pages, Vec<Remark>> {
    let main = engine.main(template).ok_or_else(Vec::new)?;
    let world = PageWorld { engine, main, files };
    let outcome = match engine.ahead(template) {
        // What both come to, typst makes once; what goes wrong there goes wrong here too, and is
        // told once.
        Some(main) => {
            let ahead = PageWorld { engine, main, files };
            let lay_out_ahead = || drop(typst::compile::<PagedDocument>(&ahead));
            workers::beside(STACK, lay_out_ahead, || typst::compile::<PagedDocument>(&world))
        }
        None => typst::compile::<PagedDocument>(&world),
    };
    let mut remarks: Vec<Remark> = outcome.warnings.iter().map(|warning| remark(&world, warning)).collect();
    match outcome.output {
        Ok(document) => Ok(Pages { document, warnings: remarks }),
        Err(errors) => {
            remarks.extend(errors.iter().map(|error| remark(&world, error)));
            Err(remarks)
        }
    }
}

/// Forgets what typst remembers of documents before the last few: memory stays flat over a long
/// run.
pub fn forget() {
    comemo::evict(10);
}

fn remark(world: &PageWorld, diagnostic: &SourceDiagnostic) -> Remark {
    Remark {
        error: diagnostic.severity == Severity::Error,
        kind: kind(diagnostic),
        place: place(world, diagnostic.span),
    }
}

pub(crate) fn kind(diagnostic: &SourceDiagnostic) -> RemarkKind {
    too_long(&diagnostic.message).unwrap_or_else(|| RemarkKind::Typst {
        text: diagnostic.message.to_string(),
        hints: diagnostic.hints.iter().map(|hint| hint.v.to_string()).collect(),
    })
}

/// Reads `panicked with: "nashra: too-long summary 12"` (templates/README.md).
fn too_long(message: &str) -> Option<RemarkKind> {
    let rest = message.split_once("nashra: too-long ")?.1;
    let (field, words) = rest.trim_end_matches(['"', '\'']).split_once(' ')?;
    Some(RemarkKind::TooLong { field: field.to_owned(), words: words.parse().ok()? })
}

fn place(world: &PageWorld, span: DiagSpan) -> Option<TemplatePlace> {
    let id = span.id()?;
    let range = world.range(span)?;
    let source = world.source(id).ok()?;
    let (line, column) = source.lines().byte_to_line_column(range.start)?;
    let file = id.vpath().get_without_slash().to_owned();
    // The frame around the template is in no folder of the user's.
    (file != "main.typ").then_some(TemplatePlace { file, line: line + 1, column: column + 1, span: range })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_says_what_is_too_long() {
        let found = too_long("panicked with: \"nashra: too-long summary 12\"");
        assert_eq!(found, Some(RemarkKind::TooLong { field: "summary".into(), words: 12 }));
        assert_eq!(too_long("panicked with: \"nashra: too-long summary\""), None);
    }
}
