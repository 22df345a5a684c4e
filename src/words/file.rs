//! Problems of a file that is named somewhere.

use super::MachineFault;

/// An encoding that a file seems to be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16, the "Unicode" of old Windows programs.
    Utf16,
    /// Windows-1256, the Arabic of old Windows programs.
    Windows1256,
    /// None: a document of Word or another office program.
    Document,
    /// Something else.
    Unknown,
}

/// A kind of file that people name where a photo belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A document in PDF.
    Pdf,
    /// A document of Word or another office program, or a compressed folder.
    Document,
    /// A photo of a phone in HEIC or AVIF.
    PhonePhoto,
    /// A picture in another format: GIF, TIFF, BMP, Photoshop.
    OtherPicture,
    /// A drawing in SVG.
    Drawing,
    /// A film.
    Video,
    /// A page of the web, which a browser saved instead of the photo.
    WebPage,
    /// Nothing at all.
    Empty,
}

/// Why a drawing (SVG) cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DrawingFault {
    /// Not a drawing in XML; the reader's words.
    Broken(String),
    /// Packed (svgz).
    Packed,
    /// Names of its own for pieces of text, which may grow without end.
    Entities,
    /// More than so many shapes.
    Shapes(usize),
    /// More than so many elements inside each other.
    Depth(usize),
    /// More than so many parts of filters.
    Filters(usize),
    /// More than so many letters.
    Letters(usize),
    /// A picture inside it that can't be printed.
    Picture,
}

/// Why a file is no colour profile of a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileFault {
    /// It is no colour profile at all.
    NoProfile,
    /// It is damaged, or lacks a table.
    Broken,
    /// It isn't one of four inks.
    OtherColours,
    /// It is one of four inks, but not of a press.
    NoPress,
}

/// A file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// There is no such file.
    NotFound {
        /// The path.
        path: String,
        /// Files of the workspace that may be meant.
        near: Vec<String>,
    },
    /// Its name is in another encoding than UTF-8, as names from old zip files are.
    NameNotUtf8 {
        /// The name as far as it can be read.
        path: String,
    },
    /// There is one of that name already.
    Exists {
        /// The path.
        path: String,
    },
    /// It is not inside the workspace.
    Outside {
        /// The path.
        path: String,
    },
    /// It leads out of the workspace through a symbolic link.
    SymlinkOut {
        /// The path.
        path: String,
    },
    /// It is a folder or something else than a file.
    NotAFile {
        /// The path.
        path: String,
    },
    /// The machine would not do what was to be done with it.
    Machine(MachineFault),
    /// It is too large.
    TooLarge {
        /// The path.
        path: String,
        /// Its size in bytes.
        size: u64,
        /// The greatest size in bytes.
        limit: u64,
    },
    /// It became another file while nashra worked with it.
    Changed {
        /// The path.
        path: String,
    },
    /// A file that is called a font and holds no face that can be used.
    NoFace {
        /// The path.
        path: String,
    },
    /// A colour profile that says nothing of a press.
    NoPressProfile {
        /// The path.
        path: String,
        /// What is wrong with it.
        fault: ProfileFault,
    },
    /// A picture that cannot be decoded.
    CorruptPicture {
        /// The path.
        path: String,
        /// The decoder's words.
        reason: String,
    },
    /// A picture whose file lacks the mark of its end, and nothing else.
    NoEndOfPicture {
        /// The path.
        path: String,
    },
    /// A picture of a format that cannot be printed.
    UnsupportedPicture {
        /// The path.
        path: String,
        /// The formats that can, such as `jpg`.
        supported: Vec<&'static str>,
    },
    /// A file that is named as a picture and is something else.
    NotAPicture {
        /// The path.
        path: String,
        /// Its kind.
        kind: FileKind,
        /// The formats of pictures, such as `jpg`.
        supported: Vec<&'static str>,
    },
    /// A file whose ending names another format than it has.
    WrongEnding {
        /// The path.
        path: String,
        /// The format it has, such as `png`.
        real: String,
    },
    /// A picture with too many pixels.
    TooManyPixels {
        /// The path.
        path: String,
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
        /// The greatest number of pixels.
        limit: u64,
    },
    /// A picture with too many pixels in a row.
    SideTooLong {
        /// The path.
        path: String,
        /// Its longer side.
        side: u32,
        /// The greatest number of pixels.
        limit: u32,
    },
    /// A drawing that cannot be used.
    RefusedDrawing {
        /// The path.
        path: String,
        /// Why.
        fault: DrawingFault,
    },
    /// A drawing of which parts were left out.
    DrawingLeftOut {
        /// The path.
        path: String,
        /// The names of the parts, as `script`.
        names: Vec<String>,
    },
    /// A report that was asked for does not exist.
    ReportNotFound {
        /// The path or pattern.
        query: String,
    },
    /// There is no workspace here.
    WorkspaceNotFound {
        /// The folder where the search began.
        from: String,
    },
    /// A text file that is not in UTF-8.
    NotUtf8 {
        /// The encoding that it seems to have.
        encoding: Encoding,
    },
}

impl FileProblem {
    /// The code of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "file-not-found",
            Self::NameNotUtf8 { .. } => "file-name-not-utf8",
            Self::Exists { .. } => "file-exists",
            Self::Outside { .. } => "file-outside",
            Self::SymlinkOut { .. } => "file-symlink-out",
            Self::NotAFile { .. } => "file-not-a-file",
            Self::Machine(fault) => fault.code(),
            Self::TooLarge { .. } => "file-too-large",
            Self::Changed { .. } => "file-changed",
            Self::NoFace { .. } => "font-without-face",
            Self::NoPressProfile { .. } => "press-profile",
            Self::CorruptPicture { .. } => "picture-corrupt",
            Self::NoEndOfPicture { .. } => "picture-without-end",
            Self::UnsupportedPicture { .. } => "picture-unsupported",
            Self::NotAPicture { .. } => "picture-is-none",
            Self::WrongEnding { .. } => "picture-wrong-ending",
            Self::TooManyPixels { .. } => "picture-too-many-pixels",
            Self::SideTooLong { .. } => "picture-side-too-long",
            Self::RefusedDrawing { .. } => "drawing-refused",
            Self::DrawingLeftOut { .. } => "drawing-left-out",
            Self::ReportNotFound { .. } => "report-not-found",
            Self::WorkspaceNotFound { .. } => "workspace-not-found",
            Self::NotUtf8 { .. } => "not-utf8",
        }
    }
    /// The path that it names, if it names one.
    pub(super) fn path_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::Machine(MachineFault { path, .. })
            | Self::NotFound { path, .. }
            | Self::NameNotUtf8 { path }
            | Self::Exists { path }
            | Self::Outside { path }
            | Self::SymlinkOut { path }
            | Self::NotAFile { path }
            | Self::TooLarge { path, .. }
            | Self::Changed { path }
            | Self::NoFace { path }
            | Self::NoPressProfile { path, .. }
            | Self::CorruptPicture { path, .. }
            | Self::NoEndOfPicture { path }
            | Self::UnsupportedPicture { path, .. }
            | Self::NotAPicture { path, .. }
            | Self::WrongEnding { path, .. }
            | Self::TooManyPixels { path, .. }
            | Self::SideTooLong { path, .. }
            | Self::RefusedDrawing { path, .. }
            | Self::DrawingLeftOut { path, .. } => Some(path),
            Self::ReportNotFound { .. } | Self::WorkspaceNotFound { .. } | Self::NotUtf8 { .. } => None,
        }
    }
}
