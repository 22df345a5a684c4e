//! The site's folder: what is written there and what was there already.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::archive::{Object, Problem};
use crate::store::{self, PathError};

/// The site's folder, and how many files in it were written and how many were as they are to be.
#[derive(Debug)]
pub(super) struct Output {
    root: PathBuf,
    pages: Count,
    files: Count,
}

#[derive(Debug, Default)]
struct Count {
    written: AtomicUsize,
    unchanged: AtomicUsize,
}

/// A number of files, and their size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counted {
    /// Files that are new or other than before.
    pub written: usize,
    /// Files that were there with the same bytes.
    pub unchanged: usize,
}

impl Count {
    fn add(&self, written: bool) {
        let count = if written { &self.written } else { &self.unchanged };
        count.fetch_add(1, Ordering::Relaxed);
    }

    fn read(&self) -> Counted {
        Counted { written: self.written.load(Ordering::Relaxed), unchanged: self.unchanged.load(Ordering::Relaxed) }
    }
}

impl Output {
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_path_buf(), pages: Count::default(), files: Count::default() }
    }

    /// A place in the site as it would be opened.
    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// Writes a page.
    pub(super) fn page(&self, path: &str, html: &str) -> Result<(), PathError> {
        self.pages.add(store::renew(&self.path(path), html.as_bytes())?);
        Ok(())
    }

    /// Writes any other file.
    pub(super) fn file(&self, path: &str, bytes: &[u8]) -> Result<(), PathError> {
        self.files.add(store::renew(&self.path(path), bytes)?);
        Ok(())
    }

    /// Writes a file that is a copy of an object's, whatever its size, which it returns.
    pub(super) fn copy(&self, object: &Object, (name, digest): (&str, &str), path: &str) -> Result<u64, Problem> {
        let size = store::renew_by(&self.path(path), |taker| object.pour(name, digest, taker))?;
        self.files.add(true);
        Ok(size)
    }

    /// The size of a file that is a copy of another, which never changes: as large, and no older.
    pub(super) fn is_copy(&self, original: &Path, path: &str) -> Option<u64> {
        let (original, copy) = (fs::metadata(original).ok()?, fs::metadata(self.path(path)).ok()?);
        let is_copy = original.len() == copy.len() && original.modified().ok()? <= copy.modified().ok()?;
        is_copy.then(|| {
            self.kept();
            copy.len()
        })
    }

    /// Counts a file that was there already.
    pub(super) fn kept(&self) {
        self.files.add(false);
    }

    /// The number of pages.
    pub(super) fn pages(&self) -> Counted {
        self.pages.read()
    }

    /// The number of other files.
    pub(super) fn files(&self) -> Counted {
        self.files.read()
    }
}
