//! Every report and issue of a workspace, as a glance shows it.

use std::path::{Path, PathBuf};

use super::cache;
use super::document::{DeskDocument, Stamped};
use crate::clock::Clock;
use crate::error::Failure;
use crate::files::{FileStamp, slashed};
use crate::pipeline::OpenWorkspace;
use crate::workers::{self, Threads};

/// Files that one thread looks at before it asks for more.
const AT_ONCE: usize = 512;

/// Looks at all reports and issues of a workspace, sorted by their files. Those whose files have the
/// same size and times as at the last look are not read again.
///
/// # Errors
/// A folder that can't be listed.
pub(crate) fn documents(site: &OpenWorkspace) -> Result<Vec<DeskDocument>, Failure> {
    let now = Clock::machine_seconds();
    let mut files = site.root.files_below(Path::new(&site.workspace.folders.content))?;
    files.retain(|file| site.is_source(file));
    let output = site.output();
    let mut known = cache::read(&output);
    let threads = Threads::of_processors();
    let stamps = workers::map(threads, files.chunks(AT_ONCE), |files| site.root.stamps(files));
    let before = known.len();
    let kept: Vec<(PathBuf, FileStamp, Option<DeskDocument>)> = files
        .into_iter()
        .zip(stamps.into_iter().flatten())
        .map(|(file, stamp)| {
            let old = known.remove(&slashed(&file)).filter(|old| old.stamp == stamp && stamp != FileStamp::default());
            (file, stamp, old.map(|old| old.document))
        })
        .collect();
    let unread: Vec<&Path> = kept.iter().filter(|kept| kept.2.is_none()).map(|kept| kept.0.as_path()).collect();
    let changed = unread.len() + known.len() > 0 || before == 0;
    let mut read = workers::map(threads, unread.iter(), |file| DeskDocument::read(site, file)).into_iter();
    let all: Vec<Stamped> = kept
        .into_iter()
        .filter_map(|(_, stamp, document)| Some(Stamped { stamp, document: document.or_else(|| read.next())? }))
        .collect();
    if changed && !all.is_empty() {
        // What was written a moment ago may be written again within the same tick of the clock.
        cache::write(&output, &all, |stamp| stamp.is_settled(now));
    }
    Ok(all.into_iter().map(|stamped| stamped.document).collect())
}
