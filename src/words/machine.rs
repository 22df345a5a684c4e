//! The machine's refusals to do something with a file or folder.

use std::io::{self, ErrorKind};

/// A step with a file or folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// Reading a file.
    Read,
    /// Listing what is in a folder.
    List,
    /// Writing a file.
    Write,
    /// Flushing a file or folder to the disk.
    Flush,
    /// Moving a finished file or folder to its place.
    Rename,
    /// Taking a lock that one process holds at a time.
    Lock,
    /// Making a folder.
    MakeFolder,
    /// Deleting a file or folder of our own.
    Delete,
}

/// The obstacle in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The disk or the user's share of it is full.
    Full,
    /// The user may not do it.
    NotAllowed,
    /// The disk can only be read.
    ReadOnly,
    /// The file or folder is gone.
    Missing,
    /// Something is there already.
    Exists,
    /// A part of the path is a file.
    NotAFolder,
    /// A folder has the name.
    IsAFolder,
    /// Another program holds it.
    Busy,
    /// Something else, which only the system's words tell.
    Other,
}

/// A step with a file or folder that the machine refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MachineFault {
    /// The step.
    pub tried: Tried,
    /// The file or folder; of a rename its new place.
    pub path: String,
    /// The obstacle in the way.
    pub obstacle: Obstacle,
    /// The system's words, the first the outermost.
    pub causes: Vec<String>,
}

impl MachineFault {
    /// The fault of an error of the system.
    #[must_use]
    pub fn new(tried: Tried, path: impl Into<String>, error: &io::Error) -> Self {
        Self { tried, path: path.into(), obstacle: obstacle(error), causes: causes(error) }
    }

    /// The innermost of the system's words.
    pub(super) fn innermost(&self) -> &str {
        self.causes.last().map_or("?", String::as_str)
    }

    /// The code of the message.
    pub(super) fn code(&self) -> &'static str {
        match self.tried {
            Tried::Read | Tried::List => "file-not-readable",
            Tried::Write | Tried::Flush | Tried::Rename | Tried::MakeFolder => "output-not-writable",
            Tried::Lock => "file-not-locked",
            Tried::Delete => "file-not-deleted",
        }
    }
}

fn obstacle(error: &io::Error) -> Obstacle {
    // Windows: another program has opened the file, or a part of it, for itself alone. Rust has no
    // kind for these.
    if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) {
        return Obstacle::Busy;
    }
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Obstacle::Full,
        ErrorKind::PermissionDenied => Obstacle::NotAllowed,
        ErrorKind::ReadOnlyFilesystem => Obstacle::ReadOnly,
        ErrorKind::NotFound => Obstacle::Missing,
        ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty => Obstacle::Exists,
        ErrorKind::NotADirectory => Obstacle::NotAFolder,
        ErrorKind::IsADirectory => Obstacle::IsAFolder,
        ErrorKind::TimedOut | ErrorKind::WouldBlock | ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => {
            Obstacle::Busy
        }
        _ => Obstacle::Other,
    }
}

/// An error's words and those of what caused it, each once.
fn causes(error: &io::Error) -> Vec<String> {
    let mut causes = vec![error.to_string()];
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        let words = error.to_string();
        if causes.last() != Some(&words) {
            causes.push(words);
        }
        source = error.source();
    }
    causes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_of_an_error_tells_what_stood_in_the_way() {
        let of = |kind: ErrorKind| MachineFault::new(Tried::Read, "a", &kind.into()).obstacle;
        assert_eq!(of(ErrorKind::PermissionDenied), Obstacle::NotAllowed);
        assert_eq!(of(ErrorKind::StorageFull), Obstacle::Full);
        assert_eq!(of(ErrorKind::NotFound), Obstacle::Missing);
        assert_eq!(of(ErrorKind::ResourceBusy), Obstacle::Busy);
        assert_eq!(of(ErrorKind::InvalidData), Obstacle::Other);
    }

    #[test]
    fn the_causes_go_from_the_outermost_to_the_systems_own_words() {
        #[derive(Debug)]
        struct Outer(io::Error);
        impl std::fmt::Display for Outer {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("while the page was written")
            }
        }
        impl std::error::Error for Outer {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                Some(&self.0)
            }
        }
        let error = io::Error::new(ErrorKind::StorageFull, Outer(io::Error::from_raw_os_error(28)));
        let fault = MachineFault::new(Tried::Write, "a", &error);
        assert_eq!(fault.causes.first().map(String::as_str), Some("while the page was written"));
        assert_eq!(fault.causes.len(), 2);
        assert_eq!(fault.innermost(), io::Error::from_raw_os_error(28).to_string());
    }
}
