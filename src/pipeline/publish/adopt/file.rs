//! A finished file that may be adopted, and what it is: by its bytes, whatever its name says.

use std::io::Read as _;
use std::path::Path;

use memchr::memmem;

use super::order::TypedPath;
use crate::archive::MAX_CONTENT;
use crate::files;
use crate::hash::{self, Digest};
use crate::photo::{self, PhotoProblem};
use crate::reader::PdfReader;
use crate::store::PathError;
use crate::words::{AdoptProblem, ArchiveProblem, Tried};

/// The most bytes of a file that is looked into, for its text or its pixels; of a larger one the start and
/// the end are looked at.
const MAX_LOOKED: u64 = 64 * 1024 * 1024;
/// The bytes by which a kind is known.
const HEAD: u64 = 32 * 1024;
/// The bytes before which a PDF's mark must come (ISO 32000-2, annex on older readers).
const PDF_HEAD: usize = 1024;
/// The name of the text in every document of Word since 2007, and the name of its stream before.
const WORD_PART: &[u8] = b"word/document.xml";
const WORD_STREAM: &[u8] = b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0";
/// The mark at the end of every packed folder, as a document of Word is one.
const ZIP_END: &[u8] = b"PK\x05\x06";

/// A kind of finished file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FinishedKind {
    Pdf,
    Docx,
    Doc,
    Jpeg,
    Png,
}

/// A finished file as it was found.
#[derive(Debug)]
pub(super) struct FinishedFile {
    /// Where it lies.
    pub(super) path: TypedPath,
    /// What it is.
    pub(super) kind: FinishedKind,
    /// SHA-512 of its bytes.
    pub(super) digest: Digest,
    size: u64,
}

/// What a look into a file has found.
#[derive(Debug, Default)]
pub(super) struct Looked {
    /// Its text; empty where it has none.
    pub(super) text: String,
    /// True if all of its text was read.
    pub(super) is_whole: bool,
    /// True if it is a picture that a page can show.
    pub(super) is_picture: bool,
}

impl FinishedKind {
    /// The ending of its names.
    fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Doc => "doc",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }

    /// The name in the archive of the first, second, … file of a bulletin.
    pub(super) fn kept_name(self, place: usize) -> String {
        match place {
            1 => format!("adopted.{}", self.ending()),
            _ => format!("adopted-{place}.{}", self.ending()),
        }
    }

    /// The kind of a file that begins with these bytes; a document of Word is one when it has the parts of
    /// one.
    fn of(head: &[u8], has: impl Fn(&[u8]) -> bool) -> Option<Self> {
        let start = head.get(..PDF_HEAD).unwrap_or(head);
        match infer::get(head).map(|found| found.mime_type()) {
            Some("application/pdf") => Some(Self::Pdf),
            Some("image/jpeg") => Some(Self::Jpeg),
            Some("image/png") => Some(Self::Png),
            _ if head.starts_with(b"PK\x03\x04") => has(WORD_PART).then_some(Self::Docx),
            _ if head.starts_with(b"\xD0\xCF\x11\xE0") => has(WORD_STREAM).then_some(Self::Doc),
            // Some programs write other things before it, and readers pass over them.
            _ => memmem::find(start, b"%PDF-").map(|_| Self::Pdf),
        }
    }
}

impl FinishedFile {
    /// Finds out what a file is, and its hash.
    ///
    /// # Errors
    /// A file that isn't there, is too large or is none of the kinds; a name that says another kind.
    pub(super) fn open(typed: &TypedPath) -> Result<Self, ArchiveProblem> {
        let refused = |problem| ArchiveProblem::Adopt(problem);
        let TypedPath { path, typed: shown } = typed;
        let opened = files::open_file(path, MAX_CONTENT);
        let (file, size) = opened.map_err(|problem| ArchiveProblem::Source(problem.told(Path::new(shown))))?;
        let shown = shown.clone();
        if size == 0 {
            return Err(refused(AdoptProblem::Empty { path: shown }));
        }
        let mut head = Vec::new();
        file.take(HEAD).read_to_end(&mut head).map_err(PathError::trying(Tried::Read, path))?;
        let has = |part: &[u8]| {
            let bytes = files::read_file(path, MAX_LOOKED);
            bytes.map_or(memmem::find(&head, part).is_some(), |bytes| memmem::find(&bytes, part).is_some())
        };
        let kind =
            FinishedKind::of(&head, has).ok_or_else(|| refused(AdoptProblem::OtherKind { path: shown.clone() }))?;
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        if ending != kind.ending() && !(kind == FinishedKind::Jpeg && ending == "jpeg") {
            return Err(refused(AdoptProblem::WrongName { path: shown, real: kind.ending() }));
        }
        let (digest, size) = hash::of_file(path).map_err(PathError::trying(Tried::Read, path))?;
        Ok(Self { path: typed.clone(), kind, digest, size })
    }

    /// Its name without its folder.
    pub(super) fn name(&self) -> String {
        self.path.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Opens it as its reader would.
    ///
    /// # Errors
    /// A file that is broken or asks for a password.
    pub(super) fn look(&self, reader: &PdfReader) -> Result<Looked, ArchiveProblem> {
        if self.size > MAX_LOOKED {
            return Ok(Looked { is_whole: self.kind != FinishedKind::Pdf, ..Looked::default() });
        }
        let bytes = files::read_file(&self.path.path, MAX_LOOKED)
            .map_err(|problem| ArchiveProblem::Source(problem.told(Path::new(&self.path.typed))))?;
        match self.kind {
            FinishedKind::Pdf => self.pages(&bytes, reader),
            FinishedKind::Jpeg | FinishedKind::Png => self.picture(&bytes),
            FinishedKind::Docx if memmem::rfind(&bytes, ZIP_END).is_none() => Err(self.broken()),
            FinishedKind::Docx | FinishedKind::Doc => Ok(Looked { is_whole: true, ..Looked::default() }),
        }
    }

    fn pages(&self, bytes: &[u8], reader: &PdfReader) -> Result<Looked, ArchiveProblem> {
        let Ok(contents) = reader.contents(bytes) else { return Ok(Looked::default()) };
        if contents.is_locked {
            return Err(ArchiveProblem::Adopt(AdoptProblem::Locked { path: self.path.typed.clone() }));
        }
        if contents.pages == 0 {
            return Err(self.broken());
        }
        Ok(Looked { text: contents.text, is_whole: !contents.is_cut, is_picture: false })
    }

    fn picture(&self, bytes: &[u8]) -> Result<Looked, ArchiveProblem> {
        let name = format!("a.{}", self.kind.ending());
        let is_picture = match photo::inspect(Path::new(&name), bytes).and_then(|_| photo::prove(bytes)) {
            Ok(()) => true,
            // It is kept all the same, and opened by whoever can.
            Err(PhotoProblem::TooManyPixels { .. } | PhotoProblem::SideTooLong { .. }) => false,
            Err(problem) => return Err(ArchiveProblem::Source(problem.told(&self.path.typed))),
        };
        Ok(Looked { is_picture, is_whole: true, ..Looked::default() })
    }

    fn broken(&self) -> ArchiveProblem {
        ArchiveProblem::Adopt(AdoptProblem::Broken { path: self.path.typed.clone() })
    }
}
