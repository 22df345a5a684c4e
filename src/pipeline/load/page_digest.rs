//! The hash of what reaches a document's pages, of which the code on them is the beginning.
//!
//! Contents count, and not how they are written down: comments, the order of keys, ends of lines
//! and whatever the settings say of printers, the site or the checks change nothing. Nor do the
//! profile and how pages are arranged on sheets: the same bulletin has one code.

use std::collections::BTreeMap;

use super::loaded::Loaded;
use super::resources::Resources;
use crate::edition::{EditionKind, Profile};
use crate::pipeline::order::Order;
use crate::report::{Revision, Subject};
use crate::typeset::{self, DocumentSpec};

/// The kind of page whose contents the code of a subject stands for.
pub(in crate::pipeline) fn main_edition(subject: Subject) -> EditionKind {
    match subject {
        Subject::Report(_) => EditionKind::Bulletin,
        Subject::Issue(_) => EditionKind::Newsletter,
    }
}

/// The editions of a subject that are archived, the main one first.
pub(in crate::pipeline) fn kept_editions(order: &Order, subject: Subject) -> impl Iterator<Item = EditionKind> {
    let main = main_edition(subject);
    let flyer = main == EditionKind::Bulletin && order.workspace.edition(EditionKind::Flyer).enabled;
    std::iter::once(main).chain(flyer.then_some(EditionKind::Flyer))
}

/// SHA-512 of what reaches the pages of a subject's main edition.
pub(in crate::pipeline) fn provenance(
    order: &Order,
    resources: &Resources,
    loaded: &Loaded,
    revision: Option<&Revision>,
) -> String {
    page_digest(order, resources, loaded, main_edition(loaded.subject()), revision)
}

/// SHA-512 of what reaches the pages of each edition of a subject that is archived, by the
/// edition's name, without what a correction adds.
pub(in crate::pipeline) fn page_digests(
    order: &Order,
    resources: &Resources,
    loaded: &Loaded,
) -> BTreeMap<String, String> {
    let digest = |edition: EditionKind| page_digest(order, resources, loaded, edition, None);
    kept_editions(order, loaded.subject()).map(|edition| (edition.name().to_owned(), digest(edition))).collect()
}

fn page_digest(
    order: &Order,
    resources: &Resources,
    loaded: &Loaded,
    edition: EditionKind,
    revision: Option<&Revision>,
) -> String {
    let mut digest = resources.looks.get(&edition).cloned().unwrap_or_default();
    let spec = DocumentSpec {
        subject: loaded.subject(),
        sources: &[],
        workspace: &order.workspace,
        assets: &loaded.assets,
        edition,
        size: None,
        profile: Profile::Archive,
        provenance: "",
        revision,
    };
    for (name, bytes) in typeset::contents(&spec) {
        digest.part(&name, &bytes);
    }
    digest.hex()
}
