//! The world a page is compiled in: a closed set of virtual files, the run's faces and no clock.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Binding, Bytes, Datetime, Duration, Value};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::templates::file_id;
use super::{Fonts, Templates};

/// The function of typst that runs programs of other languages.
const PLUGIN: &str = "plugin";

/// Typst with the faces and templates that all documents of a run share.
pub struct Engine {
    library: LazyHash<Library>,
    /// The faces.
    pub fonts: Fonts,
    /// The template files.
    pub templates: Templates,
    /// True if a document may take a second thread.
    pub spare_thread: bool,
    mains: Mutex<HashMap<String, Source>>,
}

impl Engine {
    /// Sets up typst's library once for a run.
    #[must_use]
    pub fn new(fonts: Fonts, templates: Templates) -> Self {
        let library = LazyHash::new(library());
        Self { library, fonts, templates, spare_thread: false, mains: Mutex::new(HashMap::new()) }
    }

    /// The frame around a template, parsed once.
    pub(super) fn main(&self, template: &str) -> Option<Source> {
        self.frame(format!("{template}/main.typ"))
    }

    /// The frame around what a second thread can do ahead for a template, if it has such a file and
    /// there is such a thread.
    pub(super) fn ahead(&self, template: &str) -> Option<Source> {
        let file = format!("{template}/ahead.typ");
        if self.spare_thread && self.templates.has(&file) { self.frame(file) } else { None }
    }

    fn frame(&self, file: String) -> Option<Source> {
        let id = file_id("/main.typ")?;
        let mut mains = self.mains.lock().unwrap_or_else(PoisonError::into_inner);
        let text = include_str!("main.typ").replace("TEMPLATE", &file);
        Some(mains.entry(file).or_insert_with(|| Source::new(id, text)).clone())
    }
}

/// Typst's library without plugins: they are programs of other languages, and no page needs one.
fn library() -> Library {
    let mut library = Library::default();
    library.global.scope_mut().bind(PLUGIN.into(), Binding::detached(Value::None));
    library.std = Binding::detached(library.global.clone());
    library
}

/// A document's own files, by virtual path.
pub type VirtualFiles = HashMap<String, Bytes>;

/// A document's own files, of their virtual paths and bytes.
#[must_use]
pub fn virtual_files(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> VirtualFiles {
    files.into_iter().map(|(path, bytes)| (path, Bytes::new(bytes))).collect()
}

/// One document's world.
pub(super) struct PageWorld<'a> {
    pub(super) engine: &'a Engine,
    pub(super) main: Source,
    pub(super) files: &'a VirtualFiles,
}

impl World for PageWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.engine.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.engine.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        self.engine.templates.source(id).unwrap_or_else(|| Err(not_found(id)))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_with_slash();
        let own = self.files.get(path).cloned();
        own.or_else(|| self.engine.templates.file(path)).ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.engine.fonts.font(index)
    }

    /// None: what is printed must not depend on the day it is built.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_with_slash().into())
}
