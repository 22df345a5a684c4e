//! Reading inside the workspace, and nowhere else.

use std::fs::{self, DirEntry, File, FileType};
use std::io::{self, Read as _};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use crate::words::{FileProblem, MachineFault, Tried};

/// The folder that a run may read in, with its symbolic links resolved.
#[derive(Clone, Debug)]
pub struct Root(PathBuf);

/// Why a file was not read.
#[derive(Debug)]
pub enum ReadProblem {
    /// There is none.
    NotFound,
    /// It is a folder, a pipe or a device.
    NotAFile,
    /// The way to it leads out of the workspace.
    Outside,
    /// It has more bytes than the limit.
    TooLarge {
        /// Its size.
        size: u64,
        /// The limit.
        limit: u64,
    },
    /// The system refused.
    Refused(io::Error),
}

/// A file's size and times, and the number that the system has for it: while they stay, so does the
/// file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FileStamp {
    size: u64,
    /// When its bytes were written, in nanoseconds since 1970.
    written: u64,
    /// When anything of it was changed last, where the system tells.
    changed: u64,
    inode: u64,
}

/// What lies right in a folder.
#[derive(Debug, Default)]
pub struct FolderEntries {
    /// The folders in it.
    pub folders: Vec<String>,
    /// The files in it; the stamp of one that can't be looked at is the default.
    pub files: Vec<(String, FileStamp)>,
}

impl FileStamp {
    fn of(data: &fs::Metadata) -> io::Result<Self> {
        let since = data.modified()?.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        let written = u64::try_from(since.as_nanos()).unwrap_or_default();
        let (changed, inode) = more_of(data);
        Ok(Self { size: data.len(), written, changed, inode })
    }

    /// True if the file was last changed so long before a moment, in seconds since 1970, that its
    /// times would tell another change.
    #[must_use]
    pub fn is_settled(self, now: i64) -> bool {
        const SECOND: u64 = 1_000_000_000;
        const TICKS: u64 = 3;
        let now = u64::try_from(now).unwrap_or_default();
        self.written.max(self.changed) / SECOND + TICKS <= now
    }
}

#[cfg(unix)]
fn more_of(data: &fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt as _;

    let seconds = u64::try_from(data.ctime()).unwrap_or_default();
    (seconds * 1_000_000_000 + u64::try_from(data.ctime_nsec()).unwrap_or_default(), data.ino())
}

#[cfg(not(unix))]
fn more_of(_: &fs::Metadata) -> (u64, u64) {
    (0, 0)
}

impl From<io::Error> for ReadProblem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NotFound,
            _ => Self::Refused(error),
        }
    }
}

impl ReadProblem {
    /// The file's problem for the user.
    #[must_use]
    pub fn told(self, path: &Path) -> FileProblem {
        let path = path.display().to_string();
        match self {
            Self::NotFound => FileProblem::NotFound { path, near: Vec::new() },
            Self::NotAFile => FileProblem::NotAFile { path },
            Self::Outside => FileProblem::SymlinkOut { path },
            Self::TooLarge { size, limit } => FileProblem::TooLarge { path, size, limit },
            Self::Refused(error) => FileProblem::Machine(MachineFault::new(Tried::Read, path, &error)),
        }
    }
}

impl Root {
    /// Resolves the folder.
    ///
    /// # Errors
    /// The system's error.
    pub fn new(folder: &Path) -> io::Result<Self> {
        fs::canonicalize(folder).map(Self)
    }

    /// The folder, symbolic links resolved.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Reads a file of at most `limit` bytes, named from the root.
    ///
    /// # Errors
    /// See [`ReadProblem`]; a symbolic link that leads out of the root is [`ReadProblem::Outside`].
    pub fn read(&self, name: &Path, limit: u64) -> Result<Vec<u8>, ReadProblem> {
        read_file(&self.inside(name)?, limit)
    }

    /// The metadata of a file, named from the root, that opens.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn metadata(&self, name: &Path) -> Result<fs::Metadata, ReadProblem> {
        Ok(open(&self.inside(name)?)?.metadata()?)
    }

    /// True if a path would lie in the root: the nearest folder on the way to it that is there
    /// does, its links resolved.
    #[must_use]
    pub fn holds(&self, path: &Path) -> bool {
        let there = path.ancestors().find_map(|part| fs::canonicalize(part).ok());
        there.is_some_and(|there| there.starts_with(&self.0))
    }

    /// What lies right in a folder, named from the root with `/` between names; hidden files and
    /// links to folders are left out. A folder that isn't there has nothing.
    ///
    /// # Errors
    /// As [`files_below`](Self::files_below).
    pub fn entries(&self, folder: &str) -> Result<FolderEntries, MachineFault> {
        let mut found = FolderEntries::default();
        for (entry, kind) in self.shown(Path::new(folder))? {
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if kind.is_dir() {
                found.folders.push(path);
                continue;
            }
            // A link has the stamp of the file that it leads to.
            let data = if kind.is_symlink() { fs::metadata(entry.path()) } else { entry.metadata() };
            found.files.push((path, data.and_then(|data| FileStamp::of(&data)).unwrap_or_default()));
        }
        Ok(found)
    }

    /// What lies right in a folder and is not hidden, each with its kind; nothing where there is no
    /// such folder.
    fn shown(&self, folder: &Path) -> Result<Vec<(DirEntry, FileType)>, MachineFault> {
        let refused = |error| MachineFault::new(Tried::List, folder.display().to_string(), &error);
        let entries = match fs::read_dir(self.0.join(folder)) {
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(Vec::new());
            }
            entries => entries.map_err(refused)?,
        };
        let mut found = Vec::new();
        for entry in entries {
            let entry = entry.map_err(refused)?;
            if !entry.file_name().to_string_lossy().starts_with('.') {
                let kind = entry.file_type().map_err(refused)?;
                found.push((entry, kind));
            }
        }
        Ok(found)
    }

    /// A file's own path, if it is in the root.
    fn inside(&self, name: &Path) -> Result<PathBuf, ReadProblem> {
        let path = fs::canonicalize(self.0.join(name))?;
        if path.starts_with(&self.0) { Ok(path) } else { Err(ReadProblem::Outside) }
    }

    /// The files below a folder, named from the root and sorted; hidden ones and links to folders
    /// are left out. A folder that isn't there has none.
    ///
    /// # Errors
    /// The folder that can't be listed: what lies in it must not be passed over in silence.
    pub fn files_below(&self, folder: &Path) -> Result<Vec<PathBuf>, MachineFault> {
        self.files_below_but(folder, &[])
    }

    /// The same without what lies in some folders.
    ///
    /// # Errors
    /// As [`files_below`](Self::files_below).
    pub fn files_below_but(&self, folder: &Path, skipped: &[&Path]) -> Result<Vec<PathBuf>, MachineFault> {
        let mut files = Vec::new();
        let mut folders = vec![folder.to_path_buf()];
        while let Some(folder) = folders.pop() {
            for (entry, kind) in self.shown(&folder)? {
                let path = folder.join(entry.file_name());
                match kind.is_dir() {
                    true if skipped.contains(&path.as_path()) => {}
                    true => folders.push(path),
                    false => files.push(path),
                }
            }
        }
        files.sort();
        Ok(files)
    }
}

/// A path with `/` between its parts, on every system.
#[must_use]
pub fn slashed(path: &Path) -> String {
    let path = path.to_string_lossy();
    // Elsewhere `\` is a letter of a name.
    if MAIN_SEPARATOR == '/' { path.into_owned() } else { path.replace(MAIN_SEPARATOR, "/") }
}

fn open(path: &Path) -> Result<File, ReadProblem> {
    // Opening a pipe would wait for its writer: look before.
    if !fs::metadata(path)?.is_file() {
        return Err(ReadProblem::NotAFile);
    }
    Ok(File::open(path)?)
}

/// Opens a file of at most `limit` bytes, wherever it is, and tells its size.
///
/// # Errors
/// See [`ReadProblem`].
pub fn open_file(path: &Path, limit: u64) -> Result<(File, u64), ReadProblem> {
    let file = open(path)?;
    let size = file.metadata()?.len();
    if size > limit { Err(ReadProblem::TooLarge { size, limit }) } else { Ok((file, size)) }
}

/// Reads a file of at most `limit` bytes, wherever it is.
///
/// # Errors
/// See [`ReadProblem`].
pub fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, ReadProblem> {
    let (file, length) = open_file(path, limit)?;
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    // The file may grow while it is read.
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(ReadProblem::TooLarge { size: bytes.len() as u64, limit });
    }
    Ok(bytes)
}
