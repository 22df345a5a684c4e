//! The list of reports and issues: where each stands.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use serde::Serialize;

use super::document::DeskDocument;
use super::documents::Content;
use crate::arabic::{MonthSpan, fold};
use crate::archive::index::{Index, RollEntry};
use crate::archive::{Archive, Object, Problem, State};
use crate::pipeline::{OpenWorkspace, SourceKind};
use crate::report::{self, Status};
use crate::words::DeskState;

/// The state of a report or an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ListState {
    /// Still being written.
    Draft,
    /// Signed off, and not in the archive.
    Approved,
    /// In the archive as it was first published.
    Archived,
    /// In the archive with a correction.
    Corrected,
    /// Taken back.
    Withdrawn,
    /// In the archive with another text than the file has now.
    Changed,
    /// It names pictures, attachments or reports that aren't there.
    Missing,
    /// Its file can't be read.
    Broken,
}

impl ListState {
    /// The state in its life: the archive's, else that of its file.
    pub(super) fn of_life(archived: Option<State>, status: Option<Status>) -> Self {
        match (archived, status) {
            (Some(State::Published), _) => Self::Archived,
            (Some(State::Corrected), _) => Self::Corrected,
            (Some(State::Withdrawn), _) => Self::Withdrawn,
            (None, Some(Status::Approved)) => Self::Approved,
            (None, _) => Self::Draft,
        }
    }

    /// Its word for the user.
    pub(crate) fn words(self) -> DeskState {
        match self {
            Self::Draft => DeskState::Draft,
            Self::Approved => DeskState::Approved,
            Self::Archived => DeskState::Archived,
            Self::Corrected => DeskState::Corrected,
            Self::Withdrawn => DeskState::Withdrawn,
            Self::Changed => DeskState::Changed,
            Self::Missing => DeskState::Missing,
            Self::Broken => DeskState::Broken,
        }
    }
}

/// A line of the list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListEntry {
    /// The file, from the workspace's folder.
    pub(crate) file: String,
    /// `report` or `issue`.
    pub(crate) kind: &'static str,
    /// The office's number.
    pub(crate) number: Option<String>,
    /// The day it is issued.
    pub(crate) date: Option<String>,
    /// Its title; of an issue without one, its name.
    pub(crate) title: Option<String>,
    /// All states it is in: one of its life, perhaps `changed` and `missing`.
    pub(crate) states: Vec<ListState>,
    /// Files that it names and that aren't there.
    pub(crate) missing: Vec<String>,
    /// Its name in the archive, if it is there.
    pub(crate) archived: Option<String>,
}

/// The lines that are asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct ListFilter {
    /// Only those of this month.
    pub(crate) month: Option<MonthSpan>,
    /// Only those in one of these states; any when empty.
    pub(crate) states: Vec<ListState>,
    /// Only those with all of these words in number, title, name or file.
    pub(crate) words: Vec<String>,
}

/// A document's object in the archive.
pub(crate) struct ArchivedDocument {
    pub(crate) entry: RollEntry,
    /// True if the archive has the file just so in its newest version; none when that has to be
    /// looked up in the object.
    same: Option<bool>,
}

/// The documents' objects, by their names.
pub(crate) type ArchivedDocuments = HashMap<String, ArchivedDocument>;

/// Finds the objects of documents in the archive's index.
///
/// # Errors
/// An index that can't be read.
pub(crate) fn archived(index: &Index, documents: &[DeskDocument]) -> Result<ArchivedDocuments, Problem> {
    let mut objects: HashMap<String, RollEntry> =
        index.roll()?.into_iter().map(|entry| (entry.id.clone(), entry)).collect();
    let mut found = HashMap::new();
    for document in documents {
        let Some((object, entry)) = document.object().and_then(|object| objects.remove_entry(&object)) else {
            continue;
        };
        let has = index.has_file(&entry, &document.digest)?;
        // An object of one version has no older text that the file could have.
        let same = if entry.version == 1 && has { Some(true) } else { None };
        found.insert(object, ArchivedDocument { entry, same });
    }
    Ok(found)
}

/// Lists the documents that pass a filter, the newest first.
pub(crate) fn list(
    site: &OpenWorkspace,
    content: &Content,
    archived: &ArchivedDocuments,
    filter: &ListFilter,
) -> Vec<ListEntry> {
    let archive = site.archive();
    let there: BTreeSet<&str> = content.documents.iter().map(|document| document.file.as_str()).collect();
    let words: Vec<String> = filter.words.iter().flat_map(|words| split(words)).collect();
    let mut entries: Vec<ListEntry> = content
        .documents
        .iter()
        .filter(|document| passes(document, filter, &words))
        .map(|document| entry(site, content, &there, &archive, archived, document))
        .filter(|entry| filter.states.is_empty() || entry.states.iter().any(|state| filter.states.contains(state)))
        .collect();
    entries.sort_by(|one, other| (&other.date, &one.file).cmp(&(&one.date, &other.file)));
    entries
}

fn split(words: &str) -> Vec<String> {
    fold(words).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// True if a document is of the month and has the words.
fn passes(document: &DeskDocument, filter: &ListFilter, words: &[String]) -> bool {
    let glance = document.glance.as_ref();
    let date = glance.and_then(|glance| glance.date).map(crate::arabic::CivilDate::iso);
    if filter.month.is_some_and(|month| !date.as_deref().is_some_and(|date| month.has(date))) {
        return false;
    }
    if words.is_empty() {
        return true;
    }
    let texts = glance.into_iter().flat_map(|glance| [&glance.number, &glance.title, &glance.slug]).flatten();
    let text = fold(&texts.map(String::as_str).chain([document.file.as_str()]).collect::<Vec<_>>().join(" \n "));
    words.iter().all(|word| text.contains(word.as_str()))
}

fn entry(
    site: &OpenWorkspace,
    content: &Content,
    there: &BTreeSet<&str>,
    archive: &Archive,
    archived: &ArchivedDocuments,
    document: &DeskDocument,
) -> ListEntry {
    let kind = if document.kind == SourceKind::Issue { "issue" } else { "report" };
    let object = document.object();
    let found = object.as_deref().and_then(|object| archived.get(object));
    let Some(glance) = &document.glance else {
        let (file, states) = (document.file.clone(), vec![ListState::Broken]);
        let (number, date, title, missing) = (None, None, None, Vec::new());
        return ListEntry { file, kind, number, date, title, states, missing, archived: None };
    };
    let is_there = |name: &str| {
        there.contains(name)
            || content.others.binary_search_by(|other| other.as_str().cmp(name)).is_ok()
            || site.root.metadata(Path::new(name)).is_ok()
    };
    let missing: Vec<String> = glance.files.iter().filter(|name| !is_there(name)).cloned().collect();
    let life = ListState::of_life(found.map(|found| found.entry.state), glance.status);
    let is_changed = found.is_some_and(|found| !is_same(site, archive, found, document));
    let mut states = vec![life];
    states.extend(is_changed.then_some(ListState::Changed));
    states.extend((!missing.is_empty()).then_some(ListState::Missing));
    ListEntry {
        file: document.file.clone(),
        kind,
        number: glance.number.clone(),
        date: glance.date.map(crate::arabic::CivilDate::iso),
        title: glance.title.clone().or_else(|| glance.slug.clone()),
        states,
        missing,
        archived: found.map(|found| found.entry.id.clone()),
    }
}

/// True if the archive's newest version was made of this text; comments, layout and the order of
/// keys don't count.
fn is_same(site: &OpenWorkspace, archive: &Archive, found: &ArchivedDocument, document: &DeskDocument) -> bool {
    if let Some(same) = found.same {
        return same;
    }
    let file = Path::new(&document.file);
    let Ok(now) = site.root.read(file, report::MAX_BYTES as u64) else { return false };
    let Ok(object) = archive.proved(&found.entry.id) else { return false };
    let head = object.head();
    let mut sources = archived_sources(site, &object);
    sources.sort_by_key(|(_, inside)| *inside != document.file.as_str());
    sources.into_iter().any(|(name, _)| object.file(head, name).is_ok_and(|then| report::is_same_toml(&now, &then)))
}

/// The reports and issues of an object's newest version: their names there and in the workspace.
pub(super) fn archived_sources<'o>(site: &OpenWorkspace, object: &'o Object) -> Vec<(&'o str, &'o str)> {
    let state = object.inventory().version(object.head()).map(|version| &version.state);
    let names = state.into_iter().flat_map(|state| state.values().flatten());
    let sources = names.filter_map(|name| Some((name.as_str(), name.strip_prefix("source/")?)));
    sources.filter(|(_, inside)| site.is_source(Path::new(inside))).collect()
}
