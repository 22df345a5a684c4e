//! The program's own templates and faces, kept once for each version of them: with these, the
//! sources of a bulletin can become its pages again when the program has others.
//!
//! They are an object of OCFL in `program/`, which no line of the ledger names: every note of what
//! pages were made by (`build.json`) has the hash of their list, which is proved with the bulletin.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::change::{Writer, seal};
use super::inventory::{self, Inventory, Version};
use super::life::Act;
use super::object::damaged;
use super::objects::Archive;
use super::problem::Problem;
use crate::files;
use crate::hash::{Digest, sha512};
use crate::store::{self, PathError, Stage};
use crate::words::{Tried, Unlike};

/// The note of what pages were made by, in every version.
pub const BUILD_NOTE: &str = "build.json";
/// The folder of all of them.
pub(super) const PROGRAMS: &str = "program";
/// The digits of a hash that stand in a folder's name.
const SHOWN: usize = 16;
/// The most bytes a file of theirs may have.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// The templates and faces of a program.
#[derive(Debug)]
pub struct Program {
    /// The version of nashra.
    version: String,
    /// SHA-512 of their list, as [`list`] writes it.
    digest: Digest,
    files: BTreeMap<&'static str, &'static [u8]>,
}

impl Program {
    /// The files of this version, by their names.
    #[must_use]
    pub fn new(version: &str, files: impl Iterator<Item = (&'static str, &'static [u8])>) -> Self {
        let files: BTreeMap<_, _> = files.collect();
        let digests: BTreeMap<String, Digest> =
            files.iter().map(|(name, bytes)| ((*name).to_owned(), sha512(bytes))).collect();
        Self { version: version.to_owned(), digest: sha512(list(&digests).as_bytes()), files }
    }

    /// SHA-512 of the list of its files.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The name of its folder.
    fn name(&self) -> String {
        format!("nashra-{}-{}", self.version, shown(&self.digest))
    }
}

/// The list of files that is hashed: what `sha512sum` prints of them in the order of their names.
fn list(digests: &BTreeMap<String, Digest>) -> String {
    digests.iter().map(|(name, digest)| format!("{digest}  {name}\n")).collect()
}

/// A hash as it stands in a folder's name.
pub(super) fn shown(digest: &str) -> &str {
    digest.get(..SHOWN).unwrap_or(digest)
}

impl Writer<'_> {
    /// Keeps a program's files, unless they are kept already.
    ///
    /// # Errors
    /// What the system said.
    pub fn keep(&mut self, program: &Program, act: &Act) -> Result<(), Problem> {
        let name = program.name();
        let folder = self.archive().root().join(PROGRAMS).join(&name);
        if folder.exists() {
            return Ok(());
        }
        let staging = self.archive().own("staging");
        let mut stage = Stage::begin(&staging)?;
        let mut inventory = Inventory::new(&name);
        let mut version = Version {
            created: act.time.clone(),
            state: BTreeMap::new(),
            message: format!("templates and fonts of nashra {}", program.version),
            user: act.user.clone(),
        };
        for (name, bytes) in &program.files {
            let digest = sha512(bytes);
            version.state.entry(digest.clone()).or_default().push((*name).to_owned());
            if let std::collections::btree_map::Entry::Vacant(entry) = inventory.manifest.entry(digest) {
                let path = format!("v1/content/{name}");
                stage.write(&path, bytes)?;
                entry.insert(vec![path]);
            }
        }
        inventory.push(version);
        seal(&mut stage, &inventory)?;
        stage.flush()?;
        Ok(store::move_to(&staging, &folder)?)
    }
}

/// The list's hash of the files of an inventory's newest version.
pub(super) fn digest_of(inventory: &Inventory) -> Digest {
    let state = inventory.version(inventory.head()).map(|version| &version.state);
    let named = state
        .into_iter()
        .flatten()
        .flat_map(|(digest, names)| names.iter().map(move |name| (name.clone(), digest.clone())));
    sha512(list(&named.collect()).as_bytes())
}

impl Archive {
    /// The folders of the programs that are kept, sorted by their names.
    ///
    /// # Errors
    /// The path and what the system said.
    pub(super) fn programs(&self) -> Result<Vec<PathBuf>, PathError> {
        super::objects::below(&self.root().join(PROGRAMS), |name| !name.starts_with('.'))
    }

    /// The folder of the program whose list has this hash, if it is kept.
    pub(super) fn program_folder(&self, digest: &str) -> Result<Option<PathBuf>, PathError> {
        let end = format!("-{}", shown(digest));
        let is_it = |folder: &PathBuf| folder.file_name().is_some_and(|name| name.to_string_lossy().ends_with(&end));
        Ok(self.programs()?.into_iter().find(is_it))
    }

    /// The files of a kept program by their names, each with the bytes that the list of this hash
    /// names; none where it isn't kept.
    ///
    /// # Errors
    /// The first file that is not what it was; what the system said.
    pub fn program(&self, digest: &str) -> Result<Option<BTreeMap<String, Vec<u8>>>, Problem> {
        let Some(folder) = self.program_folder(digest)? else { return Ok(None) };
        let id = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let path = folder.join(inventory::FILE);
        let text = fs::read(&path).map_err(PathError::trying(Tried::Read, &path))?;
        let inventory: Inventory = serde_json::from_slice(&text)
            .map_err(|error| damaged(&id, inventory::FILE, Unlike::Unreadable(error.to_string())))?;
        if !inventory.is_known() || digest_of(&inventory) != digest {
            return Err(damaged(&id, inventory::FILE, Unlike::Changed));
        }
        let state = inventory.version(inventory.head()).map(|version| &version.state);
        let mut found = BTreeMap::new();
        for name in state.into_iter().flat_map(|state| state.values().flatten()) {
            let stored = inventory.stored(inventory.head(), name);
            let (path, digest) = stored.ok_or_else(|| damaged(&id, name, Unlike::Missing))?;
            let bytes =
                files::read_file(&folder.join(path), MAX_BYTES).map_err(|_| damaged(&id, name, Unlike::Missing))?;
            if sha512(&bytes) != digest {
                return Err(damaged(&id, name, Unlike::Changed));
            }
            found.insert(name.clone(), bytes);
        }
        Ok(Some(found))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_what_sha512sum_prints() {
        let program = Program::new("1.0.0", [("templates/a.typ", b"a".as_slice()), ("fonts/b.ttf", b"b")].into_iter());
        let text = format!("{}  fonts/b.ttf\n{}  templates/a.typ\n", sha512(b"b"), sha512(b"a"));
        assert_eq!(program.digest(), sha512(text.as_bytes()));
        assert!(program.name().starts_with("nashra-1.0.0-"));
    }
}
