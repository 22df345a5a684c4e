//! Copies of archived bulletins as E-ARK submission information packages (SIP 2.2 after CSIP 2.2),
//! a folder each, for archives that take them in by machine.
//!
//! ```text
//! <name>/METS.xml                       every file with its size and SHA-512
//!        metadata/descriptive/          Dublin Core
//!        metadata/preservation/         PREMIS
//!        representations/v1/data/ …     a version's files by their names
//!        documentation/                 the object's inventory, the ledger, how to check both
//!        schemas/                       those of METS
//! ```

mod mets;

use std::path::{Path, PathBuf};

use self::mets::{Group, Package, PackageFile, mets};
use super::bag::{Bag, handed_over};
use super::events::Events;
use super::life::Act;
use super::metadata::{DUBLIN_CORE, PREMIS, PremisFile, dublin_core, format_of, premis};
use super::object::Object;
use super::problem::Problem;
use super::{Archive, inventory, ledger, root};
use crate::hash::sha512;
use crate::store::{PathError, Stage};
use crate::words::Tried;

/// The schemas of METS (CC0) and of the links in it, by the Library of Congress.
const SCHEMAS: [(&str, &[u8]); 2] =
    [("mets.xsd", include_bytes!("mets.xsd")), ("xlink.xsd", include_bytes!("xlink.xsd"))];

impl Archive {
    /// Copies objects, or without names all, into packages in a folder that must be empty or not
    /// there: it appears whole or not at all.
    ///
    /// # Errors
    /// As [`bag`](Self::bag).
    pub fn sip(&self, folder: &Path, ids: &[String], act: &Act) -> Result<Bag, Problem> {
        handed_over(folder, |staging| self.packages(staging, &self.chosen(ids)?, act))
    }

    fn packages(&self, staging: &Path, folders: &[PathBuf], act: &Act) -> Result<Bag, Problem> {
        let events = self.events()?;
        let path = self.ledger_path();
        let ledger = std::fs::read(&path).map_err(PathError::trying(Tried::Read, &path))?;
        let mut stage = Stage::begin(staging)?;
        let mut all = Bag { objects: folders.len(), files: 0, bytes: 0 };
        for folder in folders {
            let made = self.package(&mut stage, folder, &events, &ledger, act)?;
            all.files += made.len();
            all.bytes += made.iter().map(|file| file.size).sum::<u64>();
        }
        stage.flush()?;
        Ok(all)
    }

    /// Writes one package and returns its files.
    fn package(
        &self,
        stage: &mut Stage,
        folder: &Path,
        events: &Events,
        ledger: &[u8],
        act: &Act,
    ) -> Result<Vec<PackageFile>, Problem> {
        let object = events.read(folder)?;
        let record = object.record(object.head())?;
        let mut filling = Filling { stage, id: object.id().to_owned(), files: Vec::new() };
        for (name, bytes) in SCHEMAS {
            filling.add(Group::Schemas, &format!("schemas/{name}"), bytes)?;
        }
        for (name, text) in root::EXPLANATIONS {
            filling.add(Group::Documentation, &format!("documentation/{name}"), text.as_bytes())?;
        }
        filling.add(Group::Documentation, &format!("documentation/{}", ledger::FILE), ledger)?;
        let described = filling.representations(&object)?;
        let refused = |error| PathError::trying(Tried::Write, folder)(error);
        let written = dublin_core(&record).map_err(refused)?;
        filling.add(Group::Descriptive, &format!("metadata/descriptive/{DUBLIN_CORE}"), &written)?;
        let written = premis(&record, &described, &act.user).map_err(refused)?;
        filling.add(Group::Preservation, &format!("metadata/preservation/{PREMIS}"), &written)?;
        let Filling { stage, id, files } = filling;
        let package = Package { id: &id, title: &record.title, office: &act.user.name, time: &act.time, files: &files };
        stage.write(&format!("{id}/METS.xml"), &mets(&package).map_err(refused)?)?;
        Ok(files)
    }
}

/// A package while files are put into it.
struct Filling<'a> {
    stage: &'a mut Stage,
    id: String,
    files: Vec<PackageFile>,
}

impl Filling<'_> {
    fn add(&mut self, group: Group, name: &str, bytes: &[u8]) -> Result<PremisFile, PathError> {
        self.stage.write(&format!("{}/{name}", self.id), bytes)?;
        let base = name.rsplit('/').next().unwrap_or(name);
        let (digest, size, format) = (sha512(bytes), bytes.len() as u64, format_of(base, bytes));
        self.files.push(PackageFile { group, name: name.to_owned(), digest: digest.clone(), size, format });
        Ok(PremisFile { name: name.to_owned(), digest, size, format })
    }

    /// The files of all versions by the names they have in them, and the object's inventory.
    fn representations(&mut self, object: &Object) -> Result<Vec<PremisFile>, Problem> {
        let mut described = Vec::new();
        for version in 1..=object.head() {
            let state = object.inventory().version(version).map(|version| &version.state);
            let mut names: Vec<&String> = state.into_iter().flat_map(|state| state.values().flatten()).collect();
            names.sort();
            for name in names {
                let place = format!("representations/{}/data/{name}", inventory::name(version));
                described.push(self.add(Group::Representations, &place, &object.file(version, name)?)?);
            }
        }
        for name in [inventory::FILE, inventory::SIDECAR] {
            let bytes = object.inventory_file(name)?;
            self.add(Group::Documentation, &format!("documentation/{name}"), &bytes)?;
        }
        Ok(described)
    }
}
