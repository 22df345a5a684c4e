//! The world a page is compiled in: a closed set of virtual files, the run's faces and no clock.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::templates::file_id;
use super::{Fonts, Templates};

/// What all documents of a run share.
pub struct Press {
    library: LazyHash<Library>,
    /// The faces.
    pub fonts: Fonts,
    /// The template files.
    pub templates: Templates,
    mains: Mutex<HashMap<String, Source>>,
}

impl Press {
    /// Sets up typst's library once for a run.
    #[must_use]
    pub fn new(fonts: Fonts, templates: Templates) -> Self {
        Self { library: LazyHash::new(Library::default()), fonts, templates, mains: Mutex::new(HashMap::new()) }
    }

    /// The main file of a template, parsed once.
    pub(super) fn main(&self, template: &str) -> Option<Source> {
        let id = file_id("/main.typ")?;
        let mut mains = self.mains.lock().unwrap_or_else(PoisonError::into_inner);
        let make = || Source::new(id, include_str!("main.typ").replace("TEMPLATE", template));
        Some(mains.entry(template.to_owned()).or_insert_with(make).clone())
    }
}

/// A document's own files, by virtual path.
pub type VirtualFiles = HashMap<String, Bytes>;

/// One document's world.
pub(super) struct PageWorld<'a> {
    pub(super) press: &'a Press,
    pub(super) main: Source,
    pub(super) files: &'a VirtualFiles,
}

impl World for PageWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.press.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        self.press.templates.source(id).unwrap_or_else(|| Err(not_found(id)))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_with_slash();
        let own = self.files.get(path).cloned();
        own.or_else(|| self.press.templates.file(path)).ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.font(index)
    }

    /// None: what is printed must not depend on the day it is built.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_with_slash().into())
}
