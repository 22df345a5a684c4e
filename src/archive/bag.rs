//! Copies of archived bulletins as a bag of BagIt 1.0 (RFC 8493), to hand them over to a national
//! archive.

use std::fs;
use std::path::{Path, PathBuf};

use super::life::Act;
use super::object::{Object, damaged};
use super::problem::Problem;
use super::{Archive, ledger, root};
use crate::files::slashed;
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
    /// Copies objects, or without names all, into a folder that must be empty or not there: it
    /// appears whole or not at all. The payload is a storage root of OCFL of its own, with the
    /// whole ledger, so that it can be proved there too.
    ///
    /// # Errors
    /// [`ArchiveProblem::NotEmpty`]; a name that isn't there; a damaged file, which is not handed
    /// over; what the system said.
    pub fn bag(&self, folder: &Path, ids: &[String], act: &Act) -> Result<Bag, Problem> {
        handed_over(folder, |staging| self.fill(staging, &self.chosen(ids)?, act))
    }

    /// The folders of these objects, or without names of all.
    pub(super) fn chosen(&self, ids: &[String]) -> Result<Vec<PathBuf>, Problem> {
        match ids {
            [] => self.all_folders(),
            ids => ids.iter().map(|id| Ok(self.object(id)?.folder().to_path_buf())).collect(),
        }
    }

    /// The folders of all objects, none of which is missing.
    fn all_folders(&self) -> Result<Vec<PathBuf>, Problem> {
        let folders = self.folders()?;
        match self.events()?.missing(&folders).first() {
            Some(id) => Err(damaged(id, "", Unlike::Missing)),
            None => Ok(folders),
        }
    }

    fn fill(&self, staging: &Path, folders: &[PathBuf], act: &Act) -> Result<Bag, Problem> {
        let events = self.events()?;
        let mut bag = OpenBag::begin(staging)?;
        for (name, text) in root::EXPLANATIONS.into_iter().chain([root::DECLARATION]) {
            bag.add(name, text.as_bytes())?;
        }
        let path = self.ledger_path();
        if path.exists() {
            bag.add(ledger::FILE, &fs::read(&path).map_err(PathError::trying(Tried::Read, &path))?)?;
        }
        for folder in folders {
            let object = events.read(folder)?;
            let place = slashed(folder.strip_prefix(self.root()).unwrap_or(folder));
            for (name, digest) in object.all_names() {
                let to = format!("{place}/{name}");
                match digest {
                    Some(digest) => bag.copy(&to, &object, &name, &digest)?,
                    None => bag.add(&to, &object.inventory_file(&name)?)?,
                }
            }
        }
        bag.finish(folders.len(), act)
    }
}

/// A bag while files are put into it.
struct OpenBag {
    stage: Stage,
    manifest: String,
    files: usize,
    bytes: u64,
}

impl OpenBag {
    fn begin(staging: &Path) -> Result<Self, PathError> {
        Ok(Self { stage: Stage::begin(staging)?, manifest: String::new(), files: 0, bytes: 0 })
    }

    /// Puts a file into the payload.
    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), PathError> {
        let name = format!("data/{name}");
        self.stage.write(&name, bytes)?;
        self.count(&name, &sha512(bytes), bytes.len() as u64);
        Ok(())
    }

    /// Puts a file of an object into the payload, whatever its size.
    fn copy(&mut self, to: &str, object: &Object, name: &str, digest: &str) -> Result<(), Problem> {
        let to = format!("data/{to}");
        let size = self.stage.fill(&to, |taker| object.pour(name, digest, taker))?;
        self.count(&to, digest, size);
        Ok(())
    }

    fn count(&mut self, name: &str, digest: &str, size: u64) {
        self.manifest.push_str(&format!("{digest}  {}\n", encoded(name)));
        self.files += 1;
        self.bytes += size;
    }

    /// Writes the manifest and what tells of the bag.
    fn finish(mut self, objects: usize, act: &Act) -> Result<Bag, Problem> {
        let bag = Bag { objects, files: self.files, bytes: self.bytes };
        let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_owned();
        let mut tags = String::new();
        let files =
            [("bagit.txt", declaration), ("bag-info.txt", info(&bag, act)), ("manifest-sha512.txt", self.manifest)];
        for (name, text) in files {
            self.stage.write(name, text.as_bytes())?;
            tags.push_str(&format!("{}  {name}\n", sha512(text.as_bytes())));
        }
        self.stage.write("tagmanifest-sha512.txt", tags.as_bytes())?;
        self.stage.flush()?;
        Ok(bag)
    }
}

/// A path as it stands in a manifest (RFC 8493, section 2.1.3).
fn encoded(path: &str) -> String {
    path.replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D")
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

/// Makes a folder, which must be empty or not there, whole or not at all; it is filled in another
/// place.
pub(super) fn handed_over<T>(folder: &Path, fill: impl FnOnce(&Path) -> Result<T, Problem>) -> Result<T, Problem> {
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(ArchiveProblem::NotEmpty { folder: folder.display().to_string() }.into());
    }
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let staging = folder.with_file_name(format!(".{name}.nashra"));
    match fill(&staging) {
        Ok(filled) => {
            store::remove_empty(folder)?;
            store::move_to(&staging, folder)?;
            Ok(filled)
        }
        Err(problem) => {
            let _ = store::clear(&staging);
            Err(problem)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn a_name_in_a_manifest_is_on_one_line_and_read_back_as_it_was() {
        assert_eq!(encoded("data/نسبة ٥٠%.jpg"), "data/نسبة ٥٠%25.jpg");
        assert_eq!(encoded("data/a\r\nb%0A"), "data/a%0D%0Ab%250A");
    }
}
