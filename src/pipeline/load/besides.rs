//! What else can be said of a file that has errors: it is told with them, so that a writer has not
//! to mend one kind of mistake before he learns of the next.

use std::path::Path;

use super::parsed::SourceFile;
use super::proposals::propose;
use super::resources::Resources;
use super::{assets, glyphs, issue};
use crate::diag::Diagnostic;
use crate::pipeline::order::{Order, SourceKind};
use crate::report::{self, ReportSketch};

/// The problems of the files that a report or issue with errors names, and the characters of it that
/// no face has.
pub(in crate::pipeline) fn besides(order: &Order, resources: &Resources, source: &SourceFile) -> Vec<Diagnostic> {
    let SourceFile { kind, file, bytes, .. } = source;
    let Ok(text) = report::decode(file, bytes) else { return Vec::new() };
    let mut found = match kind {
        SourceKind::Report => of_report(order, resources, file, text),
        SourceKind::Issue => report::sketch_issue(file, text, &order.workspace.checks)
            .map(|issue| issue::articles(&order.root, &order.workspace, &issue, &resources.photo_index).problems)
            .unwrap_or_default(),
    };
    propose(&order.root, &order.workspace, &mut found);
    found
}

fn of_report(order: &Order, resources: &Resources, file: &Path, text: &str) -> Vec<Diagnostic> {
    let sketch = report::sketch_report(file, text, &order.workspace.checks);
    let ReportSketch { report, pictures, attachments } = sketch;
    let mut found = assets::problems(&order.root, file, &pictures, &attachments, &resources.photo_index);
    if let Some(report) = report {
        let (fonts, theme) = (&resources.engine.fonts, &order.workspace.theme);
        found.extend(glyphs::missing(fonts, theme, file, text, &report.printed_texts()));
    }
    found
}
