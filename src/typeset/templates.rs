//! Template files: the built-in ones, each replaced by the workspace's own file of the same path.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::Bytes;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};

use super::embedded;

/// One file under `templates/`.
struct TemplateFile {
    bytes: Bytes,
    own: bool,
    source: OnceLock<FileResult<Source>>,
}

/// A file as `nashra templates list` shows it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct TemplateEntry {
    /// Path from the top level, as in `templates/bulletin/main.typ`.
    pub path: String,
    /// True if the workspace's own file stands in its place.
    pub own: bool,
}

/// All template files of a run, by virtual path (`/templates/…`).
pub struct Templates {
    files: BTreeMap<String, TemplateFile>,
}

impl Templates {
    /// The built-in files, with the workspace's `own` (path from the top level, bytes) put in their
    /// place.
    #[must_use]
    pub fn new(own: Vec<(String, Vec<u8>)>) -> Self {
        let used = embedded::TEMPLATES.iter().filter(|(path, _)| is_template_file(Path::new(path)));
        let built_in = used.map(|&(path, data)| (path.to_owned(), Bytes::new(data), false));
        let own = own.into_iter().map(|(path, data)| (path, Bytes::new(data), true));
        let files = built_in
            .chain(own)
            .map(|(path, bytes, own)| {
                // A file equal to the built-in one replaces nothing (nashra's own repository is a
                // workspace).
                let own = own && built_in_file(&path) != Some(bytes.as_slice());
                (format!("/{path}"), TemplateFile { bytes, own, source: OnceLock::new() })
            })
            .collect();
        Self { files }
    }

    /// The files in order of their paths.
    #[must_use]
    pub fn entries(&self) -> Vec<TemplateEntry> {
        let entries = self.files.iter().map(|(path, file)| {
            let path = path.trim_start_matches('/').to_owned();
            TemplateEntry { path, own: file.own }
        });
        entries.collect()
    }

    /// The names of the templates: folders with a `main.typ`.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let name = |path: &String| Some(path.strip_prefix("/templates/")?.strip_suffix("/main.typ")?.to_owned());
        self.files.keys().filter_map(name).collect()
    }

    /// Path and bytes of every file that pages are made from, for the digest of what goes in.
    pub fn contents(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, file)| (path.as_str(), file.bytes.as_slice()))
    }

    /// Path from the top level and bytes of the office's own files.
    pub fn own(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let own = self.files.iter().filter(|(_, file)| file.own);
        own.map(|(path, file)| (path.trim_start_matches('/'), file.bytes.as_slice()))
    }

    /// True if the office has files of its own.
    #[must_use]
    pub fn has_own(&self) -> bool {
        self.files.values().any(|file| file.own)
    }

    /// True if a template has a file of the office's own, or shares one with others.
    #[must_use]
    pub fn is_own(&self, template: &str) -> bool {
        let folders = [format!("/templates/{template}/"), "/templates/shared/".to_owned()];
        self.files.iter().any(|(path, file)| file.own && folders.iter().any(|folder| path.starts_with(folder)))
    }

    /// True if there is a file, named from `templates/`.
    pub(super) fn has(&self, file: &str) -> bool {
        self.files.contains_key(&format!("/templates/{file}"))
    }

    pub(super) fn source(&self, id: FileId) -> Option<FileResult<Source>> {
        let file = self.files.get(id.vpath().get_with_slash())?;
        Some(file.source.get_or_init(|| parse(id, &file.bytes)).clone())
    }

    pub(super) fn file(&self, path: &str) -> Option<Bytes> {
        self.files.get(path).map(|file| file.bytes.clone())
    }
}

fn parse(id: FileId, bytes: &[u8]) -> FileResult<Source> {
    let text = std::str::from_utf8(bytes).map_err(|_| FileError::InvalidUtf8)?;
    Ok(Source::new(id, text.to_owned()))
}

/// The built-in files of one template, or of all: path from the top level, bytes.
pub fn built_in(name: Option<&str>) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let prefix = name.map_or("templates/".to_owned(), |name| format!("templates/{name}/"));
    embedded::TEMPLATES.iter().copied().filter(move |(path, _)| path.starts_with(&prefix))
}

fn built_in_file(path: &str) -> Option<&'static [u8]> {
    embedded::TEMPLATES.iter().find(|(known, _)| *known == path).map(|&(_, data)| data)
}

/// True if a file under `templates/` is one that pages can use, and not say a README.
#[must_use]
pub fn is_template_file(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    matches!(ending, "typ" | "svg" | "png" | "jpg" | "jpeg" | "json" | "csv" | "txt")
}

/// The id of a virtual path.
///
/// Ids are interned for the process's life and there are 65 535 of them, so only a fixed set of
/// paths may ever get one: a document's own files have the same paths as every other document's.
pub(super) fn file_id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}
