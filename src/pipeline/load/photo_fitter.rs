//! The fitting of photos to their places, on several threads, few at a time.

use std::path::Path;

use super::digest::Digest;
use super::photo_cache::PhotoCache;
use super::unpacking::UnpackingSlots;
use crate::files::Root;
use crate::hash::sha512;
use crate::pages::photos::Print;
use crate::photo::{self, FIT_VERSION, Fitted, PhotoColours, PhotoFacts, WantedPhoto};
use crate::words::FileProblem;
use crate::workers::{self, Threads};

/// Makes photos fit.
pub struct PhotoFitter {
    root: Root,
    cache: PhotoCache,
    jobs: usize,
    slots: UnpackingSlots,
}

/// A photo for a place.
pub(in crate::pipeline) struct FitRequest<'a> {
    /// Its file, from the root.
    pub(in crate::pipeline) name: &'a str,
    /// SHA-512 of the file.
    pub(in crate::pipeline) digest: &'a str,
    pub(in crate::pipeline) facts: PhotoFacts,
    pub(in crate::pipeline) wanted: WantedPhoto,
    pub(in crate::pipeline) colours: PhotoColours<'a>,
}

impl PhotoFitter {
    /// Sets up work on the photos below `root`, with the output folder `output` and so many
    /// threads. Only with `write` anything new is kept.
    #[must_use]
    pub fn new(root: Root, output: &Path, write: bool, now: i64, jobs: usize) -> Self {
        Self { root, cache: PhotoCache::of(output, write, now), jobs, slots: UnpackingSlots::default() }
    }

    /// Makes the photos fit, in the order of the requests. Those that are `packed` are for PDFs
    /// alone.
    pub(in crate::pipeline) fn fit_all(
        &self,
        requests: &[FitRequest],
        packed: bool,
    ) -> Vec<Result<Print, FileProblem>> {
        // Equal requests give one print.
        let mut distinct: Vec<(String, &FitRequest)> = requests.iter().map(|request| (key(request), request)).collect();
        distinct.sort_by(|(one, _), (other, _)| one.cmp(other));
        distinct.dedup_by(|(one, _), (other, _)| one == other);
        let threads = Threads::new(self.jobs);
        let made = workers::map(threads, distinct.iter(), |(key, request)| self.print(key, request, packed));
        self.slots.clear();
        let mut prints = Vec::with_capacity(requests.len());
        for request in requests {
            let key = key(request);
            let at = distinct.binary_search_by(|(other, _)| other.as_str().cmp(&key)).ok();
            prints.extend(at.and_then(|at| made.get(at)).cloned());
        }
        prints
    }

    fn print(&self, key: &str, request: &FitRequest, packed: bool) -> Result<Print, FileProblem> {
        let fitted = match self.cache.get(key) {
            Some(kept) => kept,
            None => {
                let fitted = self.fitted(request)?;
                self.cache.put(key, &fitted);
                fitted
            }
        };
        let print = if packed { Print::packed(fitted) } else { Print::new(fitted) };
        print.map_err(|reason| FileProblem::CorruptPicture { path: request.name.to_owned(), reason })
    }

    fn fitted(&self, request: &FitRequest) -> Result<Fitted, FileProblem> {
        let mut place = self.slots.take(u64::from(request.facts.width) * u64::from(request.facts.height));
        let path = Path::new(request.name);
        let bytes = self.root.read(path, photo::MAX_BYTES).map_err(|problem| problem.told(path))?;
        if sha512(&bytes) != request.digest {
            // The hash behind the code on the page would be that of another picture than the one
            // that is seen.
            return Err(FileProblem::Changed { path: request.name.to_owned() });
        }
        let fitted = photo::fit(&bytes, &request.wanted, request.colours, &mut place.unpacked);
        fitted.map_err(|problem| problem.told(request.name))
    }

    /// Deletes fitted photos that are no longer used, when new ones have been added.
    pub(in crate::pipeline) fn tidy(&self) {
        self.cache.tidy();
    }
}

/// The name in the cache: a hash of all that a fitted photo is made from.
fn key(request: &FitRequest) -> String {
    let WantedPhoto { cut, width, height } = request.wanted;
    let mut digest = Digest::default();
    digest.part("fit", &FIT_VERSION.to_le_bytes()).part("photo", request.digest.as_bytes());
    for number in [cut.x, cut.y, cut.width, cut.height, width, height] {
        digest.part("pixels", &number.to_le_bytes());
    }
    if let PhotoColours::Press(press) = request.colours {
        digest.part("profile", press.digest.as_bytes());
    }
    let mut key = digest.hex();
    key.truncate(40);
    key
}
