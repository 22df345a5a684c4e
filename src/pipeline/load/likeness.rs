//! Comparing a report or an issue with what was archived under its name.
//!
//! What counts is what reaches the pages. Where that differs, the archived sources are read as
//! today's settings, templates and program read them: when they come to the same, the text is the
//! same and only its looks are others.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::archived::{SOURCE, build_note, unpack};
use super::assets;
use super::loaded::{Loaded, complete};
use super::page_digest::{main_edition, page_digests};
use super::parsed::SourceFile;
use super::photo_index::PhotoIndex;
use super::resources::Resources;
use crate::archive::{BUILD_NOTE, Object, Problem};
use crate::diag::has_errors;
use crate::edition::EditionKind;
use crate::files::Root;
use crate::pipeline::order::{Order, SourceKind};
use crate::report::Subject;
use crate::store::PathError;
use crate::words::Tried;

/// The likeness of a report or an issue to what is archived of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pipeline) enum Likeness {
    /// Its pages would be the same.
    Same,
    /// Its text is the same; settings, templates, faces or the program are others.
    Looks,
    /// Its text, its pictures or its attachments are others.
    Text,
}

/// Compares what was loaded with some versions of the object of its name.
///
/// # Errors
/// Files of the archive that are not what they were; what the system said.
pub(in crate::pipeline) fn likeness(
    order: &Order,
    resources: &Resources,
    loaded: &Loaded,
    object: &Object,
    versions: impl Iterator<Item = u32> + Clone,
) -> Result<Likeness, Problem> {
    let now = page_digests(order, resources, loaded);
    let main = main_edition(loaded.subject()).name();
    let is_same = |then: &BTreeMap<String, String>| {
        then.contains_key(main) && then.iter().all(|(edition, digest)| now.get(edition).is_none_or(|now| now == digest))
    };
    for version in versions.clone() {
        if is_same(&build_note(object, version)?.pages) {
            return Ok(Likeness::Same);
        }
    }
    let mut seen = BTreeSet::new();
    for version in versions {
        let note = object.inventory().stored(version, BUILD_NOTE).map(|(_, digest)| digest);
        if !seen.insert(note) {
            continue;
        }
        if has_same_files(loaded, object, version)
            || reread(order, resources, object, version)?.is_some_and(|then| is_same(&then))
        {
            return Ok(Likeness::Looks);
        }
    }
    Ok(Likeness::Text)
}

/// True if the report or issue and all files it names are archived byte for byte.
fn has_same_files(loaded: &Loaded, object: &Object, version: u32) -> bool {
    let is_archived = |name: &str, digest: &str| {
        let stored = object.inventory().stored(version, &format!("{SOURCE}/{name}"));
        stored.is_some_and(|(_, stored)| stored == digest)
    };
    let own = build_note(object, version).is_ok_and(|note| is_archived(&note.file, &loaded.digest));
    own && loaded.asset_digests.iter().all(|(name, digest)| is_archived(name, digest))
}

/// What the archived sources would make the pages of today of; none when they can't be read any
/// more.
fn reread(
    order: &Order,
    resources: &Resources,
    object: &Object,
    version: u32,
) -> Result<Option<BTreeMap<String, String>>, Problem> {
    let temporary = tempfile::tempdir().map_err(PathError::trying(Tried::MakeFolder, &tempfile::env::temp_dir()))?;
    let folder = temporary.path();
    unpack(object, version, folder)?;
    let note = build_note(object, version)?;
    let root = Root::new(folder).map_err(PathError::trying(Tried::Read, folder))?;
    let source = SourceFile::read(&root, &order.workspace, Path::new(&note.file));
    let parsed = source.ok().and_then(|source| source.parse(&order.root, &order.workspace).ok());
    let loaded = parsed.map(|parsed| complete(&root, &order.workspace, parsed, &PhotoIndex::default()));
    let loaded = loaded.filter(|loaded| !has_errors(&loaded.warnings));
    Ok(loaded.map(|mut loaded| {
        for (name, asset) in &resources.logo {
            assets::add(&mut loaded.assets, name, asset.clone());
        }
        page_digests(order, resources, &loaded)
    }))
}

/// The name of a subject's object in the archive.
pub(in crate::pipeline) fn object_id(subject: Subject) -> String {
    let kind = match subject {
        Subject::Report(_) => SourceKind::Report,
        Subject::Issue(_) => SourceKind::Issue,
    };
    object_name(kind, &subject.date().iso(), &subject.slug().value)
}

/// The name in the archive of a report or an issue with a date (`2026-11-20`) and a slug.
#[must_use]
pub fn object_name(kind: SourceKind, date: &str, slug: &str) -> String {
    match kind {
        SourceKind::Report => format!("{date}-{slug}"),
        SourceKind::Issue => format!("{date}-{slug}-{}", EditionKind::Newsletter.name()),
    }
}
