//! The standing of a report that is built: pages tell what the archive tells of it.

use super::state::ReportState;
use crate::diag::{Diagnostic, Severity};
use crate::files::slashed;
use crate::pipeline::load::{Likeness, Loaded, Published, Resources, likeness, object_id, revision, withdrawn};
use crate::pipeline::make::Failed;
use crate::pipeline::order::Order;
use crate::report::Revision;
use crate::typeset;
use crate::words::BuildProblem;

/// The standing of a report or an issue.
pub(super) struct Standing {
    /// Its object, if it was published.
    pub(super) published: Option<Published>,
    /// The correction that its pages tell of.
    pub(super) revision: Option<Revision>,
    /// True if it was withdrawn and is built all the same.
    pub(super) withdrawn: bool,
}

/// Asks the archive for the standing of a report or an issue.
///
/// What was withdrawn is an error where it was asked for by its own name, and for an issue that was
/// never published; else it is passed over with a warning, run after run.
pub(super) fn standing(order: &Order, loaded: &Loaded, old: Option<&ReportState>) -> Result<Standing, Failed> {
    let subject = loaded.subject();
    let failed = |problem| Failed::by_archive(problem, subject.file());
    let published = Published::find(order.archive(), &object_id(subject)).map_err(failed)?;
    let found = withdrawn(order, subject, published.as_ref()).map_err(failed)?;
    if !found.is_empty() && !order.withdrawn {
        if published.is_none() || order.named.contains(subject.file()) {
            return Err(Failed::Content(found));
        }
        let told = found.into_iter().map(|one| Diagnostic { severity: Severity::Warning, ..one });
        return Err(Failed::Withheld(told.chain(left_over(order, loaded, old)).collect()));
    }
    let revision = published.as_ref().and_then(Published::correction).and_then(revision);
    let withdrawn = published.as_ref().is_some_and(Published::is_withdrawn);
    Ok(Standing { published, revision, withdrawn })
}

/// Warns of finished files of what was withdrawn.
fn left_over(order: &Order, loaded: &Loaded, old: Option<&ReportState>) -> Option<Diagnostic> {
    let names = old.into_iter().flat_map(|old| old.outputs.keys().chain(old.outdated.keys()));
    let mut names: Vec<String> =
        names.filter(|name| order.write && order.output.join(name).exists()).map(|name| slashed(name)).collect();
    names.sort();
    names.dedup();
    if names.is_empty() {
        return None;
    }
    let folder = order.output.strip_prefix(order.root.path()).unwrap_or(&order.output).display().to_string();
    Some(Diagnostic::warning(loaded.subject().file(), BuildProblem::WithdrawnFiles { folder, names }))
}

/// Warns of pages that are others than those that were published.
pub(super) fn difference(
    order: &Order,
    resources: &Resources,
    loaded: &Loaded,
    standing: &Standing,
    provenance: &str,
) -> Result<Option<Diagnostic>, Failed> {
    let Some(Published { object, record }) = &standing.published else { return Ok(None) };
    let subject = loaded.subject();
    if typeset::code(subject, provenance, standing.revision.as_ref()) == record.code {
        return Ok(None);
    }
    let head = object.head();
    let likeness = likeness(order, resources, loaded, object, std::iter::once(head));
    let likeness = likeness.map_err(|problem| Failed::by_archive(problem, subject.file()))?;
    let file =
        object.path(head, &format!("{}.pdf", record.kind.name())).unwrap_or_else(|| object.folder().to_path_buf());
    let file = slashed(file.strip_prefix(order.root.path()).unwrap_or(&file));
    let problem = match likeness {
        Likeness::Text => BuildProblem::OtherText { id: object.id().to_owned(), file },
        Likeness::Looks | Likeness::Same => BuildProblem::OtherLooks { id: object.id().to_owned(), file },
    };
    Ok(Some(Diagnostic::warning(subject.file(), problem)))
}
