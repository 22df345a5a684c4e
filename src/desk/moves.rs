//! Reports and issues renamed and removed, with all that belongs to them.
//!
//! What is to be done is noted before it is begun. A run that is stopped in the middle is finished by
//! the next one: no file is lost, and none is in two places.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::document::{DeskDocument, is_archived};
use super::documents::{content, lock};
use crate::archive::index::RollEntry;
use crate::diag::Diagnostic;
use crate::error::Failure;
use crate::files::{self, slashed};
use crate::hash::sha512;
use crate::pipeline::{OpenWorkspace, SourceKind, finished_files, rewrite};
use crate::report::{self, Glance};
use crate::store::{self, Lock};
use crate::words::{DeskProblem, FileProblem, Message};

/// The note's name in the output folder.
const NOTE: &str = ".nashra/moves.json";
/// The folder of removed files in the output folder.
const REMOVED: &str = ".nashra/removed";
/// The most bytes of a note.
const MAX_NOTE: u64 = 64 * 1024 * 1024;

/// What was done with a report or an issue.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MoveResult {
    /// Its file before, from the workspace's folder.
    pub(crate) file: String,
    /// All files that were moved: from where, to where.
    pub(crate) moved: Vec<(String, String)>,
    /// Pictures and attachments that stay, since others name them.
    pub(crate) kept: Vec<String>,
    /// Issues that name the report by its new name.
    pub(crate) issues: Vec<String>,
    /// The number that is free now.
    pub(crate) number: Option<String>,
}

/// A note of moves that were begun.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct MoveNote {
    /// From where, to where; from the workspace's folder.
    moves: Vec<(String, String)>,
    /// Files to write anew after the moves.
    texts: Vec<NewText>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct NewText {
    file: String,
    /// SHA-512 of the bytes before.
    before: String,
    text: String,
}

/// A workspace in which nobody else moves files.
struct Mover<'a> {
    site: &'a OpenWorkspace,
    roll: &'a [RollEntry],
    documents: Vec<DeskDocument>,
    _lock: Lock,
}

/// A document that may be moved.
struct Movable {
    document: DeskDocument,
    glance: Glance,
    text: String,
}

/// Gives a report or an issue another name: its file, its finished files, and its name in issues.
///
/// # Errors
/// Why it can't be, with nothing changed; what the system said.
pub(crate) fn rename(site: &OpenWorkspace, roll: &[RollEntry], file: &Path, slug: &str) -> Result<MoveResult, Failure> {
    let mover = Mover::open(site, roll)?;
    let movable = mover.movable(file)?;
    let Movable { document, glance, text } = &movable;
    let name = renamed_file(file, slug);
    let new = slashed(&name);
    let text_after = match report::has_key(text, "slug") {
        true => report::with_keys(text, &[("slug", Some(report::quoted(slug)))]),
        false => None,
    };
    if new == document.file && text_after.as_ref().is_none_or(|after| after == text) {
        return Err(refused(file, DeskProblem::SameName { slug: slug.to_owned() }));
    }
    if new != document.file && site.root.path().join(&name).exists() {
        return Err(Failure::Content(vec![Diagnostic::error(file, FileProblem::Exists { path: new })]));
    }
    let date = glance.date.map(crate::arabic::CivilDate::iso);
    let object = date.as_deref().map(|date| crate::pipeline::object_name(document.kind, date, slug));
    if let Some(id) = object.filter(|object| is_archived(roll, object)) {
        return Err(refused(file, DeskProblem::NameInArchive { id }));
    }
    let mut note = MoveNote::default();
    if let (Some(date), Some(old)) = (&date, &glance.slug) {
        let output = slashed(Path::new(&site.workspace.folders.output));
        let pairs = finished_files(document.kind, date, old).into_iter().zip(finished_files(document.kind, date, slug));
        let there =
            pairs.map(|(from, to)| (format!("{output}/{}", slashed(&from)), format!("{output}/{}", slashed(&to))));
        note.moves.extend(there.filter(|(from, to)| mover.exists(from) && !mover.exists(to)));
    }
    if new != document.file {
        note.moves.push((document.file.clone(), new.clone()));
    }
    note.texts.extend(text_after.map(|after| NewText {
        file: new.clone(),
        before: sha512(text.as_bytes()),
        text: after,
    }));
    let issues = mover.renamed_in_issues(&document.file, &new)?;
    let names = issues.iter().map(|issue| issue.file.clone()).collect();
    note.texts.extend(issues);
    mover.carry_out(&note)?;
    Ok(MoveResult { file: document.file.clone(), moved: note.moves, kept: Vec::new(), issues: names, number: None })
}

/// Takes a report or an issue out of the workspace, with the pictures and attachments that no other
/// names and its finished files: they are put aside in the output folder.
///
/// # Errors
/// Why it can't be, with nothing changed; what the system said.
pub(crate) fn remove(site: &OpenWorkspace, roll: &[RollEntry], file: &Path) -> Result<MoveResult, Failure> {
    let mover = Mover::open(site, roll)?;
    let Movable { document, glance, .. } = mover.movable(file)?;
    if let Some(issue) = mover.issues_with(&document.file).first() {
        return Err(refused(file, DeskProblem::ReportInIssue { issue: issue.file.clone() }));
    }
    let output = slashed(Path::new(&site.workspace.folders.output));
    let folder =
        mover.free_folder(&format!("{output}/{REMOVED}"), &document.object().unwrap_or_else(|| "report".to_owned()));
    let aside = |name: &str| (name.to_owned(), format!("{folder}/{name}"));
    let mut note = MoveNote::default();
    if let (Some(date), Some(slug)) = (glance.date.map(crate::arabic::CivilDate::iso), &glance.slug) {
        let finished = finished_files(document.kind, &date, slug);
        let finished = finished.iter().map(|name| format!("{output}/{}", slashed(name)));
        note.moves.extend(finished.filter(|name| mover.exists(name)).map(|name| aside(&name)));
    }
    let own: Vec<&String> = match document.kind {
        SourceKind::Report => glance.files.iter().filter(|name| mover.exists(name)).collect(),
        // An issue names reports, which stay.
        SourceKind::Issue => Vec::new(),
    };
    let others = mover.named_by_others(&document.file);
    let (kept, gone): (Vec<&String>, Vec<&String>) = own.into_iter().partition(|name| others.contains(name.as_str()));
    note.moves.extend(gone.into_iter().map(|name| aside(name)));
    note.moves.push(aside(&document.file));
    mover.carry_out(&note)?;
    let kept = kept.into_iter().cloned().collect();
    Ok(MoveResult { file: document.file.clone(), moved: note.moves, kept, issues: Vec::new(), number: glance.number })
}

/// Begins a new draft with the text and the pictures of a report or an issue; returns its file.
///
/// # Errors
/// Why it can't be; what the system said.
pub(crate) fn copy(site: &OpenWorkspace, file: &Path, slug: &str, date: &str) -> Result<PathBuf, Failure> {
    let Movable { text, .. } = Movable::read(site, file)?;
    let dated = file.with_file_name(format!("{date}-{slug}.toml"));
    let slug_after = report::has_key(&text, "slug").then(|| report::quoted(slug));
    let changes = [
        ("status", Some(report::quoted("draft"))),
        ("date", Some(date.to_owned())),
        ("number", None),
        ("hijri", None),
        ("not_before", None),
    ];
    let slug = slug_after.map(|slug| ("slug", Some(slug)));
    let changes: Vec<_> = changes.into_iter().chain(slug).collect();
    let after = report::with_keys(&text, &changes).unwrap_or(text);
    let path = site.root.path().join(&dated);
    store::create(&path, after.as_bytes()).map_err(|error| match error.is_taken() {
        true => Failure::Content(vec![Diagnostic::error(file, FileProblem::Exists { path: slashed(&dated) })]),
        false => error.into(),
    })?;
    Ok(dated)
}

impl Movable {
    fn read(site: &OpenWorkspace, file: &Path) -> Result<Self, Failure> {
        let text = site.text(file).map_err(|problem| Failure::Content(vec![*problem]))?;
        let document = DeskDocument::of(site, file, Some(text.as_bytes()));
        match document.glance.clone() {
            Some(glance) => Ok(Self { document, glance, text }),
            None => Err(refused(file, DeskProblem::Unreadable)),
        }
    }
}

impl<'a> Mover<'a> {
    /// Finishes what was begun, and looks at the workspace.
    fn open(site: &'a OpenWorkspace, roll: &'a [RollEntry]) -> Result<Self, Failure> {
        let lock = lock(site)?;
        let note = files::read_file(&site.output().join(NOTE), MAX_NOTE).ok();
        let note: Option<MoveNote> = note.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        if let Some(note) = note {
            finish(site, &note)?;
        }
        Ok(Self { site, roll, documents: content(site)?.documents, _lock: lock })
    }

    /// A document that is in the workspace and not in the archive.
    fn movable(&self, file: &Path) -> Result<Movable, Failure> {
        let movable = Movable::read(self.site, file)?;
        match movable.document.archived(self.roll) {
            Some(id) => Err(refused(file, DeskProblem::MoveArchived { id })),
            None => Ok(movable),
        }
    }

    fn exists(&self, name: &str) -> bool {
        self.site.root.path().join(name).is_file()
    }

    /// The issues that name a report.
    fn issues_with(&self, report: &str) -> Vec<&DeskDocument> {
        let names = |document: &&DeskDocument| {
            let files = document.glance.as_ref().map(|glance| &glance.files);
            document.kind == SourceKind::Issue && files.is_some_and(|files| files.iter().any(|file| file == report))
        };
        self.documents.iter().filter(names).collect()
    }

    /// The files that other documents and the settings name.
    fn named_by_others(&self, file: &str) -> BTreeSet<&str> {
        let others = self.documents.iter().filter(|document| document.file != file);
        let named = others.filter_map(|document| document.glance.as_ref()).flat_map(|glance| &glance.files);
        let logo = self.site.workspace.office.as_ref().and_then(|office| office.logo.as_ref());
        named.map(String::as_str).chain(logo.map(|logo| logo.file.value.as_str())).collect()
    }

    /// The issues that name a report, with its new name; one that is archived keeps the old one, so
    /// that the report keeps its own.
    fn renamed_in_issues(&self, old: &str, new: &str) -> Result<Vec<NewText>, Failure> {
        let mut texts = Vec::new();
        for issue in self.issues_with(old) {
            let file = Path::new(&issue.file);
            if let Some(id) = issue.archived(self.roll) {
                return Err(refused(Path::new(old), DeskProblem::InArchivedIssue { id }));
            }
            let Movable { text, .. } = Movable::read(self.site, file)?;
            if let Some(after) = report::with_report_renamed(&text, old, new) {
                texts.push(NewText { file: issue.file.clone(), before: sha512(text.as_bytes()), text: after });
            }
        }
        Ok(texts)
    }

    /// A folder that isn't there yet.
    fn free_folder(&self, above: &str, name: &str) -> String {
        let is_free = |folder: &String| !self.site.root.path().join(folder).exists();
        let first = format!("{above}/{name}");
        let numbered = (2..).map(|number| format!("{above}/{name}-{number}"));
        std::iter::once(first.clone()).chain(numbered).find(is_free).unwrap_or(first)
    }

    /// Notes what is to be done, and does it.
    fn carry_out(&self, note: &MoveNote) -> Result<(), Failure> {
        store::write_json(&self.site.output().join(NOTE), note)?;
        finish(self.site, note)
    }
}

/// Does what of a note is not done yet.
fn finish(site: &OpenWorkspace, note: &MoveNote) -> Result<(), Failure> {
    let root = site.root.path();
    for (from, to) in &note.moves {
        let (from, to) = (root.join(from), root.join(to));
        if from.exists() && !to.exists() {
            store::move_to(&from, &to)?;
        }
    }
    for NewText { file, before, text } in &note.texts {
        // What a run that was stopped had not put into its place yet.
        if let Some(folder) = root.join(file).parent() {
            store::clear_unfinished(folder)?;
        }
        let bytes = site.root.read(Path::new(file), report::MAX_BYTES as u64);
        if bytes.is_ok_and(|bytes| sha512(&bytes) == *before) {
            rewrite(&site.root, Path::new(file), text)?;
        }
    }
    Ok(store::clear_note(&site.output().join(NOTE))?)
}

/// A file's name with another slug; a date before it stays.
fn renamed_file(file: &Path, slug: &str) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = match report::date_of(file) {
        Some(date) if stem.len() > date.len() => format!("{date}-{slug}.toml"),
        _ => format!("{slug}.toml"),
    };
    file.with_file_name(name)
}

fn refused(file: &Path, problem: impl Into<Message>) -> Failure {
    Failure::Content(vec![Diagnostic::error(file, problem)])
}
