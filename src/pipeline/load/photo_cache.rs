//! The cache of photos that were made to fit: what was made is kept for the next build.
//!
//! Kept are `<output>/.nashra/photos/<key>.<ending>`: the fitted picture and behind it the SHA-512
//! of key and picture. The key is a hash of all that it was made from, so that nothing kept is ever
//! out of date. Whoever deletes the folder loses time and nothing else.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::hash::raw_sha512;
use crate::photo::Fitted;
use crate::store;

/// Bytes of the checksum at the end of a kept file.
const CHECKSUM: usize = 64;
/// The formats that are kept.
const ENDINGS: [&str; 2] = ["jpg", "png"];
/// Kept files that nobody asked for in so many seconds are deleted.
const LIFETIME: i64 = 180 * DAY;
/// All kept files together may have so many bytes.
const MOST_BYTES: u64 = 1 << 30;
const DAY: i64 = 24 * 60 * 60;

/// Fitted photos of earlier builds.
pub(super) struct PhotoCache {
    folder: PathBuf,
    /// True where new photos are kept.
    write: bool,
    /// The present, in seconds since 1970.
    now: i64,
    has_new: AtomicBool,
}

impl PhotoCache {
    /// The cache of the builds into `output`. Only with `write` anything new is kept.
    pub(super) fn of(output: &Path, write: bool, now: i64) -> Self {
        Self { folder: output.join(".nashra/photos"), write, now, has_new: AtomicBool::new(false) }
    }

    /// A photo that was kept, if it is whole.
    pub(super) fn get(&self, key: &str) -> Option<Fitted> {
        ENDINGS.iter().find_map(|&ending| {
            let path = self.folder.join(format!("{key}.{ending}"));
            let mut bytes = fs::read(&path).ok()?;
            let checksum = bytes.split_off(bytes.len().checked_sub(CHECKSUM)?);
            let whole = seal(key, &bytes) == *checksum;
            if whole && self.write {
                store::touch(&path, self.now, DAY);
            }
            whole.then_some(Fitted { ending, bytes })
        })
    }

    /// Keeps a photo. What can't be written here can't be written elsewhere in the output folder
    /// either, and the user hears of it there.
    pub(super) fn put(&self, key: &str, fitted: &Fitted) {
        if self.write {
            let path = self.folder.join(format!("{key}.{}", fitted.ending));
            let bytes = [fitted.bytes.as_slice(), &seal(key, &fitted.bytes)].concat();
            if store::write(&path, &bytes).is_ok() {
                self.has_new.store(true, Ordering::Relaxed);
            }
        }
    }

    /// Deletes what was kept and is no longer used, when something new has been added.
    pub(super) fn tidy(&self) {
        if self.has_new.load(Ordering::Relaxed) {
            store::prune(&self.folder, self.now - LIFETIME, MOST_BYTES);
        }
    }
}

/// The checksum at the end of a kept file: damage is found by it, and a file under another's name.
fn seal(key: &str, bytes: &[u8]) -> [u8; 64] {
    raw_sha512(&[key.as_bytes(), bytes].concat())
}
