//! The archive's folder itself: a storage root of OCFL 1.1.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::ledger;
use super::problem::Problem;
use crate::store::{self, PathError};
use crate::words::{ArchiveProblem, FileProblem, MachineFault, Tried};

/// The folder of the program's own files: lock, index, unfinished work. All of it can be made
/// again.
pub(super) const OWN: &str = "extensions/nashra";
/// The declaration that the folder is a storage root.
pub(super) const DECLARATION: (&str, &str) = ("0=ocfl_1.1", "ocfl_1.1\n");
/// Texts for whoever has only the folder: what it is, how it is read and checked, and the standard
/// it follows (by its editors, CC BY 4.0). OCFL allows them: validators pass over what they don't
/// know here.
pub(super) const EXPLANATIONS: [(&str, &str); 3] = [
    ("README.ar.txt", include_str!("README.ar.txt")),
    ("README.en.txt", include_str!("README.en.txt")),
    ("ocfl_1.1.txt", include_str!("ocfl_1.1.txt")),
];
/// The files that may lie in the folder itself.
pub(super) const FILES: [&str; 6] =
    [DECLARATION.0, OLD_LAYOUT.0, ledger::FILE, EXPLANATIONS[0].0, EXPLANATIONS[1].0, EXPLANATIONS[2].0];
/// An archive has no `ocfl_layout.json`: it may only name layouts that are registered with OCFL,
/// and ours by dates is not. This is what nashra wrote into older ones.
const OLD_LAYOUT: (&str, &str) = (
    "ocfl_layout.json",
    concat!(
        "{\n",
        "  \"extension\": \"nashra-dated-layout\",\n",
        "  \"description\": \"The object urn:nashra:YYYY-MM-DD-NAME lies in YYYY/MM/YYYY-MM-DD-NAME\"\n",
        "}\n"
    ),
);

/// Refuses a folder in which something else is kept.
///
/// # Errors
/// [`ArchiveProblem::NotAnArchive`]; what the system said.
pub(super) fn refuse_strangers(root: &Path) -> Result<(), Problem> {
    if root.join(DECLARATION.0).exists() {
        return Ok(());
    }
    // What another process is just making of it is no stranger.
    let is_strange = |entry: &fs::DirEntry| !OWN.starts_with(&*entry.file_name().to_string_lossy());
    let stranger = match fs::read_dir(root) {
        Ok(entries) => {
            let entries: Vec<_> = entries.collect::<Result<_, _>>().map_err(PathError::trying(Tried::List, root))?;
            entries.into_iter().find(is_strange)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(PathError::trying(Tried::List, root)(error).into()),
    };
    match stranger {
        Some(entry) => {
            let found = entry.file_name().to_string_lossy().into_owned();
            Err(ArchiveProblem::NotAnArchive { folder: root.display().to_string(), found }.into())
        }
        None => Ok(()),
    }
}

/// Faults of the declaration that the folder is an archive; none for a folder that isn't there.
pub(super) fn faults(root: &Path) -> Vec<ArchiveProblem> {
    let old_layout = Some(OLD_LAYOUT).filter(|(name, _)| root.join(name).exists());
    let files = [DECLARATION].into_iter().filter(|_| root.exists()).chain(old_layout);
    files.filter_map(|(name, text)| fault(root, name, text)).collect()
}

fn fault(root: &Path, name: &str, text: &str) -> Option<ArchiveProblem> {
    let path = root.join(name);
    match fs::read(&path) {
        Ok(bytes) if bytes == text.as_bytes() => None,
        Err(error) if error.kind() != ErrorKind::NotFound => {
            let fault = MachineFault::new(Tried::Read, path.display().to_string(), &error);
            Some(ArchiveProblem::Source(FileProblem::Machine(fault)))
        }
        _ => Some(ArchiveProblem::Root { file: name.to_owned() }),
    }
}

/// Writes what says that the folder is an archive, and what explains it, where it is not there.
///
/// # Errors
/// The path and what the system said.
pub(super) fn declare(root: &Path, way: &Path) -> Result<(), PathError> {
    let path = root.join(DECLARATION.0);
    if !path.exists() {
        store::replace(&path, DECLARATION.1.as_bytes(), way)?;
    }
    for (name, text) in EXPLANATIONS {
        let path = root.join(name);
        // Those of another version of the program are brought up to date.
        if fs::read(&path).ok().as_deref() != Some(text.as_bytes()) {
            store::replace(&path, text.as_bytes(), way)?;
        }
    }
    Ok(())
}
