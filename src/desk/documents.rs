//! Every report and issue of a workspace, as a glance shows it.

use std::path::Path;

use super::cache;
use super::document::{DeskDocument, Stamped};
use crate::clock::Clock;
use crate::error::Failure;
use crate::files::{FileStamp, FolderEntries, slashed};
use crate::pipeline::OpenWorkspace;
use crate::store::{Lock, PathError};
use crate::workers::{self, Threads};

/// The content folder as it is now.
pub(crate) struct Content {
    /// Its reports and issues, sorted by their files.
    pub(crate) documents: Vec<DeskDocument>,
    /// Its other files from the workspace's folder, sorted.
    pub(crate) others: Vec<String>,
}

/// Waits until nobody else gives numbers or moves files in a workspace.
///
/// # Errors
/// The path and what the system said.
pub(super) fn lock(site: &OpenWorkspace) -> Result<Lock, PathError> {
    Lock::wait(&site.output().join(".nashra/desk-lock"))
}

/// Looks at all reports and issues of a workspace. Those whose files have the same size and times as
/// at the last look are not read again.
///
/// # Errors
/// A folder that can't be listed.
pub(crate) fn content(site: &OpenWorkspace) -> Result<Content, Failure> {
    let now = Clock::machine_seconds();
    let threads = Threads::of_processors();
    let all = files(site, threads)?;
    let (files, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(file, _)| site.is_source(Path::new(file)));
    let output = site.output();
    let mut known = cache::read(&output);
    let before = known.len();
    let kept: Vec<(String, FileStamp, Option<DeskDocument>)> = files
        .into_iter()
        .map(|(file, stamp)| {
            let old = known.remove(&file).filter(|old| old.stamp == stamp && stamp != FileStamp::default());
            (file, stamp, old.map(|old| old.document))
        })
        .collect();
    let unread: Vec<&str> = kept.iter().filter(|kept| kept.2.is_none()).map(|kept| kept.0.as_str()).collect();
    // A few that changed are read again the next time, too: that takes less than writing it all.
    let is_other = unread.len() + known.len() > before / 100;
    let mut read = workers::map(threads, unread.iter(), |file| DeskDocument::read(site, Path::new(file))).into_iter();
    let all: Vec<Stamped> = kept
        .into_iter()
        .filter_map(|(_, stamp, document)| Some(Stamped { stamp, document: document.or_else(|| read.next())? }))
        .collect();
    if is_other {
        // What was written a moment ago may be written again within the same tick of the clock.
        cache::write(&output, &all, |stamp| stamp.is_settled(now));
    }
    let documents = all.into_iter().map(|stamped| stamped.document).collect();
    Ok(Content { documents, others: others.into_iter().map(|(file, _)| file).collect() })
}

/// All files of the content folder, sorted by their names.
fn files(site: &OpenWorkspace, threads: Threads) -> Result<Vec<(String, FileStamp)>, Failure> {
    let mut all = Vec::new();
    let mut folders = vec![slashed(Path::new(&site.workspace.folders.content))];
    while !folders.is_empty() {
        let listed = workers::map(threads, folders.iter(), |folder| site.root.entries(folder));
        folders.clear();
        for entries in listed {
            let FolderEntries { folders: below, files } = entries?;
            folders.extend(below);
            all.extend(files);
        }
    }
    all.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    Ok(all)
}
