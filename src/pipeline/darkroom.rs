//! Where photos are made to fit their places: on several threads, few at a time, and what was made is kept for the next build.
//!
//! Kept are `<output>/.nashra/photos/<key>.<ending>`: the fitted picture and behind it the SHA-512 of key and picture. The key is a hash of
//! all that it was made from, so that nothing kept is ever out of date. Whoever deletes the folder loses time and nothing else.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::digest::Digest;
use crate::files::Root;
use crate::hash::{raw_sha512, sha512};
use crate::pages::photos::Print;
use crate::photo::{self, FIT_VERSION, Fitted, PhotoFacts, Wanted};
use crate::store;
use crate::words::FileProblem;
use crate::workers::{self, Threads};

/// Photos that are unpacked at one time: each takes up to [`photo::MAX_PIXELS`] times 3 bytes and more.
const TABLES: u32 = 2;
/// A photo of more pixels takes the whole room.
const LARGE: u64 = 24_000_000;
/// Bytes of the checksum at the end of a kept file.
const CHECKSUM: usize = 64;
/// The formats that are kept.
const ENDINGS: [&str; 2] = ["jpg", "png"];
/// Kept files that nobody asked for in so many seconds are deleted.
const LIFETIME: i64 = 180 * DAY;
/// All kept files together may have so many bytes.
const MOST_BYTES: u64 = 1 << 30;
const DAY: i64 = 24 * 60 * 60;

/// Makes photos fit.
pub struct Darkroom {
    root: Root,
    /// Where fitted photos are kept.
    folder: PathBuf,
    /// Whether what is made is kept.
    write: bool,
    /// The present, in seconds since 1970.
    now: i64,
    jobs: usize,
    room: Room,
    has_new: AtomicBool,
}

/// A photo for a place.
pub(super) struct Task<'a> {
    /// Its file, from the root.
    pub(super) name: &'a str,
    /// SHA-512 of the file.
    pub(super) digest: &'a str,
    pub(super) facts: PhotoFacts,
    pub(super) wanted: Wanted,
}

impl Darkroom {
    /// Sets up work on the photos below `root`, with the output folder `output` and so many threads. Only with `write` anything
    /// new is kept.
    #[must_use]
    pub fn new(root: Root, output: &Path, write: bool, now: i64, jobs: usize) -> Self {
        let folder = output.join(".nashra/photos");
        Self { root, folder, write, now, jobs, room: Room::default(), has_new: AtomicBool::new(false) }
    }

    /// Makes the photos fit, in the order of the tasks. Those that are `packed` are for PDFs alone.
    pub(super) fn prints(&self, tasks: &[Task], packed: bool) -> Vec<Result<Print, FileProblem>> {
        // Equal tasks give one print.
        let mut distinct: Vec<(String, &Task)> = tasks.iter().map(|task| (key(task), task)).collect();
        distinct.sort_by(|(one, _), (other, _)| one.cmp(other));
        distinct.dedup_by(|(one, _), (other, _)| one == other);
        let threads = Threads::new(self.jobs);
        let made = workers::map(threads, distinct.iter(), |(key, task)| self.print(key, task, packed));
        self.room.clear();
        let made_for = |task: &Task| distinct.binary_search_by_key(&key(task).as_str(), |(key, _)| key.as_str());
        let print = |task| made_for(task).ok().and_then(|at| made.get(at)).cloned();
        tasks.iter().filter_map(print).collect()
    }

    fn print(&self, key: &str, task: &Task, packed: bool) -> Result<Print, FileProblem> {
        let fitted = match self.kept(key) {
            Some(kept) => kept,
            None => {
                let fitted = self.fitted(task)?;
                self.keep(key, &fitted);
                fitted
            }
        };
        let print = if packed { Print::packed(fitted) } else { Print::new(fitted) };
        print.map_err(|reason| FileProblem::CorruptPicture { path: task.name.to_owned(), reason })
    }

    fn fitted(&self, task: &Task) -> Result<Fitted, FileProblem> {
        let pixels = u64::from(task.facts.width) * u64::from(task.facts.height);
        let mut place = self.room.enter(if pixels > LARGE { TABLES } else { 1 });
        let path = Path::new(task.name);
        let bytes = self.root.read(path, photo::MAX_BYTES).map_err(|problem| problem.told(path))?;
        if sha512(&bytes) != task.digest {
            // What the code on the page counts would be another picture than the one that is seen.
            return Err(FileProblem::Changed { path: task.name.to_owned() });
        }
        photo::fit(&bytes, &task.wanted, &mut place.unpacked).map_err(|problem| problem.told(task.name))
    }

    /// What was kept, if it is whole.
    fn kept(&self, key: &str) -> Option<Fitted> {
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

    /// Keeps a photo. What can't be written here can't be written elsewhere in the output folder either, and is told there.
    fn keep(&self, key: &str, fitted: &Fitted) {
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

/// What a fitted photo is made from, as a file name.
fn key(task: &Task) -> String {
    let Wanted { cut, width, height } = task.wanted;
    let mut digest = Digest::default();
    digest.part("fit", &FIT_VERSION.to_le_bytes()).part("photo", task.digest.as_bytes());
    for number in [cut.x, cut.y, cut.width, cut.height, width, height] {
        digest.part("pixels", &number.to_le_bytes());
    }
    let mut key = digest.hex();
    key.truncate(40);
    key
}

/// What stands at the end of a kept file: damage is found by it, and a file under another's name.
fn seal(key: &str, bytes: &[u8]) -> [u8; 64] {
    raw_sha512(&[key.as_bytes(), bytes].concat())
}

/// A room with a few tables: who finds none free waits.
#[derive(Default)]
struct Room {
    taken: Mutex<u32>,
    left: Condvar,
    /// Memory for unpacked photos that nobody uses now. One photo after another in the same takes a fifth less at the peak.
    free: Mutex<Vec<Vec<u8>>>,
}

/// Tables that somebody has.
struct Place<'a> {
    room: &'a Room,
    tables: u32,
    /// Where a photo is unpacked.
    unpacked: Vec<u8>,
}

impl Room {
    fn enter(&self, tables: u32) -> Place<'_> {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |taken: &mut u32| *taken + tables > TABLES;
        let mut taken = self.left.wait_while(taken, full).unwrap_or_else(PoisonError::into_inner);
        *taken += tables;
        let unpacked = self.free().pop().unwrap_or_default();
        if tables == TABLES {
            self.clear();
        }
        Place { room: self, tables, unpacked }
    }

    fn free(&self) -> MutexGuard<'_, Vec<Vec<u8>>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives memory back that nobody uses now.
    fn clear(&self) {
        self.free().clear();
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        if self.unpacked.capacity() as u64 <= 3 * LARGE {
            self.room.free().push(std::mem::take(&mut self.unpacked));
        }
        *self.room.taken.lock().unwrap_or_else(PoisonError::into_inner) -= self.tables;
        self.room.left.notify_all();
    }
}
