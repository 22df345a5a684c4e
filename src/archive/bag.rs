//! Copies of archived bulletins as a bag of BagIt 1.0 (RFC 8493), to hand them over to a national archive.

use std::fs;
use std::path::{Path, PathBuf};

use super::life::Act;
use super::problem::Problem;
use super::{Archive, ledger, root};
use crate::hash::sha512;
use crate::store::{self, PathError, Stage};
use crate::words::{ArchiveProblem, Tried, Unlike};

/// The contents of a bag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bag {
    /// Bulletins.
    pub objects: usize,
    /// Files of its payload.
    pub files: usize,
    /// Bytes of those.
    pub bytes: u64,
}

impl Archive {
    /// Copies objects, or without names all, into a folder that must be empty or not there: it appears whole or not at all. The payload
    /// is a storage root of OCFL of its own, with the whole ledger, so that it can be proved there too.
    ///
    /// # Errors
    /// [`ArchiveProblem::NotEmpty`]; a name that isn't there; a damaged file, which is not handed over; what the system said.
    pub fn bag(&self, folder: &Path, ids: &[String], act: &Act) -> Result<Bag, Problem> {
        if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
            return Err(ArchiveProblem::NotEmpty { folder: folder.display().to_string() }.into());
        }
        let folders = match ids {
            [] => self.folders()?,
            ids => ids.iter().map(|id| Ok(self.object(id)?.folder().to_path_buf())).collect::<Result<_, Problem>>()?,
        };
        let staging = beside(folder);
        let result = self.fill(&staging, &folders, act);
        match result {
            Ok(bag) => {
                store::remove_empty(folder)?;
                store::move_to(&staging, folder)?;
                Ok(bag)
            }
            Err(problem) => {
                let _ = store::clear(&staging);
                Err(problem)
            }
        }
    }

    fn fill(&self, staging: &Path, folders: &[PathBuf], act: &Act) -> Result<Bag, Problem> {
        let mut stage = Stage::begin(staging)?;
        let mut manifest = String::new();
        let mut bag = Bag { objects: folders.len(), files: 0, bytes: 0 };
        let root_files = [root::DECLARATION.0, root::LAYOUT.0, ledger::FILE].map(|name| self.root().join(name));
        let mut paths: Vec<PathBuf> = root_files.into_iter().filter(|path| path.exists()).collect();
        for folder in folders {
            paths.extend(files_below(folder)?);
        }
        for path in paths {
            let bytes = fs::read(&path).map_err(PathError::trying(Tried::Read, &path))?;
            let digest = sha512(&bytes);
            self.refuse_damaged(&path, &digest)?;
            let name = path.strip_prefix(self.root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let name = format!("data/{name}");
            stage.write(&name, &bytes)?;
            manifest.push_str(&format!("{digest}  {name}\n"));
            bag.files += 1;
            bag.bytes += bytes.len() as u64;
        }
        let info = info(&bag, act);
        let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_owned();
        let mut tags = String::new();
        for (name, text) in [("bagit.txt", declaration), ("bag-info.txt", info), ("manifest-sha512.txt", manifest)] {
            stage.write(name, text.as_bytes())?;
            tags.push_str(&format!("{}  {name}\n", sha512(text.as_bytes())));
        }
        stage.write("tagmanifest-sha512.txt", tags.as_bytes())?;
        stage.flush()?;
        Ok(bag)
    }

    /// Nothing is handed over that is not what was archived.
    fn refuse_damaged(&self, path: &Path, digest: &str) -> Result<(), Problem> {
        let Some(object) = path.ancestors().find(|folder| {
            folder.join(super::inventory::FILE).is_file() && folder.join(super::object::DECLARATION.0).is_file()
        }) else {
            return Ok(());
        };
        let inventory = super::Object::read(object)?;
        let name = path.strip_prefix(object).unwrap_or(path).to_string_lossy().replace('\\', "/");
        let expected = inventory.inventory().manifest.iter().find(|(_, paths)| paths.contains(&name));
        match expected {
            Some((expected, _)) if expected != digest => {
                let id = inventory.id().to_owned();
                Err(ArchiveProblem::Damaged { id, file: name, unlike: Unlike::Changed }.into())
            }
            _ => Ok(()),
        }
    }
}

/// The bag's information for its receiver.
fn info(bag: &Bag, act: &Act) -> String {
    let date = act.time.get(..10).unwrap_or_default();
    format!(
        "Source-Organization: {}\nBagging-Date: {date}\nPayload-Oxum: {}.{}\nBag-Software-Agent: nashra {}\nExternal-Description: {} bulletins, OCFL 1.1\n",
        act.user.name,
        bag.bytes,
        bag.files,
        env!("CARGO_PKG_VERSION"),
        bag.objects
    )
}

/// The place in which a folder is made before it takes its own.
fn beside(folder: &Path) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.nashra"))
}

/// All files below a folder, sorted.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>, PathError> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(PathError::trying(Tried::List, &folder))? {
            let entry = entry.map_err(PathError::trying(Tried::List, &folder))?;
            let is_folder = entry.file_type().map_err(PathError::trying(Tried::List, &folder))?.is_dir();
            if is_folder { folders.push(entry.path()) } else { files.push(entry.path()) }
        }
    }
    files.sort();
    Ok(files)
}
