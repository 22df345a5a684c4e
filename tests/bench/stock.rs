//! What `typst compile --root DIR --font-path DIR/fonts --ignore-system-fonts --pdf-standard
//! a-3a,ua-1` does, in a process of its own: files are read when a page asks for them, and every
//! face's facts are read from its file at the start.
//!
//! Cheaper than the real program, which also loads the fonts embedded in it and reads the clock.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Compiles `main.typ` of a folder and writes the PDF.
pub fn compile(folder: &Path, output: &Path) {
    let folder = folder.to_path_buf();
    // Like the real program's main thread, but never with less stack than typst needs.
    let worker = std::thread::Builder::new().stack_size(16 * 1024 * 1024).spawn(move || make(&folder)).unwrap();
    fs::write(output, worker.join().unwrap()).unwrap();
}

fn make(folder: &Path) -> Vec<u8> {
    let world = DiskWorld::new(folder);
    let document = typst::compile::<PagedDocument>(&world).output.unwrap();
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).unwrap();
    typst_pdf::pdf(&document, &PdfOptions { standards, ..PdfOptions::default() }).unwrap()
}

struct DiskWorld {
    root: PathBuf,
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    faces: Vec<(PathBuf, u32, OnceLock<Option<Font>>)>,
    main: FileId,
    sources: Mutex<HashMap<FileId, FileResult<Source>>>,
    files: Mutex<HashMap<FileId, FileResult<Bytes>>>,
}

impl DiskWorld {
    fn new(root: &Path) -> Self {
        let mut db = fontdb::Database::new();
        db.load_fonts_dir(root.join("fonts"));
        let mut infos = Vec::new();
        let mut faces = Vec::new();
        for face in db.faces() {
            let fontdb::Source::File(path) = &face.source else { continue };
            let Some(Some(info)) = db.with_face_data(face.id, FontInfo::new) else { continue };
            infos.push(info);
            faces.push((path.clone(), face.index, OnceLock::new()));
        }
        Self {
            root: root.to_path_buf(),
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_infos(infos)),
            faces,
            main: RootedPath::new(VirtualRoot::Project, VirtualPath::new("/main.typ").unwrap()).intern(),
            sources: Mutex::default(),
            files: Mutex::default(),
        }
    }

    fn read(&self, id: FileId) -> FileResult<Vec<u8>> {
        let path = self.root.join(id.vpath().get_without_slash());
        fs::read(&path).map_err(|error| FileError::from_io(error, &path))
    }
}

impl World for DiskWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let make = || {
            let text = String::from_utf8(self.read(id)?).map_err(|_| FileError::InvalidUtf8)?;
            Ok(Source::new(id, text))
        };
        self.sources.lock().unwrap().entry(id).or_insert_with(make).clone()
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.lock().unwrap().entry(id).or_insert_with(|| self.read(id).map(Bytes::new)).clone()
    }

    fn font(&self, index: usize) -> Option<Font> {
        let (path, number, font) = self.faces.get(index)?;
        font.get_or_init(|| Font::new(Bytes::new(fs::read(path).ok()?), *number)).clone()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
