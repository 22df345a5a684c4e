//! The index of photos, kept from one build to the next: their SHA-512 and their shape, so that
//! hundreds of megabytes are not read again for a copy for the printer.
//!
//! Kept is `<output>/.nashra/photos.json`. It is believed as git believes its index, and less:
//!
//! - The same file (device, number, size) with the same times of its last change, to the
//!   nanosecond. One of them is the system's own (ctime), which no program can set back.
//! - Only of a file that had rested for [`REST`] seconds when it was read: one that is written
//!   twice within a tick of the file system's clock looks the same after both.
//! - Never for the record: it is always made from what the photos' files hold. On systems without
//!   those times, never at all.
//!
//! Copies of photos are found by the hash, so a page never shows one photo with the hash of
//! another.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::files::Root;
use crate::photo::{self, PhotoFacts};
use crate::store;

/// Seconds that a file must have rested: clocks of file systems go in steps of up to two.
const REST: i64 = 3;

/// Photos as earlier runs read them.
#[derive(Default)]
pub(in crate::pipeline) struct PhotoIndex {
    /// Its file, if it may be written.
    path: Option<PathBuf>,
    /// True where the index takes the place of a photo's file.
    believed: bool,
    /// The machine's time when the run began, in seconds since 1970.
    began: i64,
    old: BTreeMap<String, IndexedPhoto>,
    new: Mutex<BTreeMap<String, IndexedPhoto>>,
}

/// A photo as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct IndexedPhoto {
    /// The program that read it: another may judge otherwise.
    program: String,
    identity: String,
    digest: String,
    ending: String,
    width: u32,
    height: u32,
    #[serde(default)]
    lacks_end: bool,
}

impl PhotoIndex {
    /// Reads the index of the builds into `output`. Only with `write` more is noted.
    pub(super) fn open(output: &Path, write: bool, believed: bool, began: i64) -> Self {
        let path = output.join(".nashra/photos.json");
        let old = fs::read(&path).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
        Self { path: write.then_some(path), believed, began, old, new: Mutex::default() }
    }

    /// Shape and SHA-512 of a photo: from the index, or read by `read`.
    pub(super) fn lookup<E>(
        &self,
        root: &Root,
        name: &str,
        read: impl FnOnce() -> Result<(PhotoFacts, String), E>,
    ) -> Result<(PhotoFacts, String), E> {
        let before = identity(root, name);
        let known = self.old.get(name).filter(|entry| before.as_ref().is_some_and(|(own, _)| *own == entry.identity));
        if self.believed
            && let Some(found) = known.and_then(IndexedPhoto::photo)
        {
            return Ok(found);
        }
        let (facts, digest) = read()?;
        if let Some((own, changed)) = before
            && changed < self.began - REST
            && identity(root, name).is_some_and(|(after, _)| after == own)
        {
            let PhotoFacts { ending, width, height, lacks_end } = facts;
            let (program, ending) = (env!("CARGO_PKG_VERSION").to_owned(), ending.to_owned());
            let digest = digest.clone();
            let entry = IndexedPhoto { program, identity: own, digest, ending, width, height, lacks_end };
            self.new.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), entry);
        }
        Ok((facts, digest))
    }

    /// Notes what was read. Whoever can't write it loses time and nothing else.
    pub(in crate::pipeline) fn save(&self, root: &Root) {
        let new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
        let changed = new.iter().any(|(name, entry)| self.old.get(name) != Some(entry));
        if let (true, Some(path)) = (changed, &self.path) {
            let mut all = self.old.clone();
            all.extend(new.clone());
            all.retain(|name, entry| identity(root, name).is_some_and(|(own, _)| own == entry.identity));
            if let Ok(text) = serde_json::to_vec(&all) {
                let _ = store::write(path, &text);
            }
        }
    }
}

impl IndexedPhoto {
    fn photo(&self) -> Option<(PhotoFacts, String)> {
        let ending = photo::ENDINGS.into_iter().find(|ending| *ending == self.ending)?;
        let facts = PhotoFacts { ending, width: self.width, height: self.height, lacks_end: self.lacks_end };
        (self.program == env!("CARGO_PKG_VERSION")).then(|| (facts, self.digest.clone()))
    }
}

/// The file's identity and state, and the moment of its last change in seconds since 1970. The file
/// is opened for it: network folders ask their server again only then.
fn identity(root: &Root, name: &str) -> Option<(String, i64)> {
    identity_of(&root.metadata(Path::new(name)).ok()?)
}

#[cfg(unix)]
fn identity_of(data: &Metadata) -> Option<(String, i64)> {
    use std::os::unix::fs::MetadataExt as _;
    let (mtime, ctime) = ((data.mtime(), data.mtime_nsec()), (data.ctime(), data.ctime_nsec()));
    Some((format!("{} {} {} {mtime:?} {ctime:?}", data.dev(), data.ino(), data.size()), data.ctime().max(data.mtime())))
}

#[cfg(not(unix))]
fn identity_of(_: &Metadata) -> Option<(String, i64)> {
    None
}

#[cfg(all(test, unix))]
#[expect(clippy::disallowed_methods, reason = "photos of a test, written and changed")]
mod tests {
    use super::*;

    /// Asks for the photo, and says whether it had to be read.
    fn is_read(index: &PhotoIndex, root: &Root) -> bool {
        let mut read = false;
        let facts = PhotoFacts { ending: "jpg", width: 4, height: 3, lacks_end: false };
        let found = index.lookup(root, "a.jpg", || {
            read = true;
            Ok::<_, ()>((facts, "digest".to_owned()))
        });
        assert_eq!(found, Ok((facts, "digest".to_owned())));
        read
    }

    #[test]
    fn only_a_file_that_rested_and_did_not_change_is_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let (root, file) = (Root::new(folder.path()).unwrap(), folder.path().join("a.jpg"));
        fs::write(&file, "1234").unwrap();
        let changed = identity(&root, "a.jpg").unwrap().1;
        let index = |believed, later: i64| PhotoIndex::open(folder.path(), true, believed, changed + later);

        let soon = index(true, REST);
        assert!(is_read(&soon, &root));
        soon.save(&root);
        assert!(is_read(&index(true, 100), &root), "it was remembered too soon");

        let later = index(true, REST + 1);
        assert!(is_read(&later, &root));
        later.save(&root);
        assert!(!is_read(&index(true, 100), &root));
        assert!(is_read(&index(false, 100), &root), "the record believed it");

        // The same size, and its time set back: the system's own time tells.
        let time = fs::metadata(&file).unwrap().modified().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(20));
        fs::write(&file, "4321").unwrap();
        fs::File::options().append(true).open(&file).unwrap().set_modified(time).unwrap();
        assert_eq!(fs::metadata(&file).unwrap().modified().unwrap(), time);
        assert!(is_read(&index(true, 100), &root), "a changed file was believed");
    }
}
