//! Finished files from before nashra: kept as they are, with what the office tells of them.
//!
//! An adopted bulletin is an object like any other, with a record, a line of the ledger and a place in
//! the index. It has no code and no sources, and nothing of it is ever made again.

use super::change::{Draft, Writer};
use super::content::NewFile;
use super::life::{Act, Added};
use super::object::Object;
use super::objects::Archive;
use super::problem::Problem;
use super::record::{Adopted, Record, State, TextOrigin};
use crate::hash::Digest;
use crate::words::{AdoptProblem, AdoptedPart, ArchiveProblem};

impl Archive {
    /// The object in which the files of an adopted bulletin are already, if they are in one that holds.
    /// The text counts only where the office gave it: any other is taken from the files.
    ///
    /// # Errors
    /// [`AdoptProblem::Otherwise`] when something else is told of them there.
    pub fn adopted_before(&self, record: &Record) -> Result<Option<Object>, Problem> {
        // Where nothing was ever archived nothing is made.
        if !self.root().is_dir() {
            return Ok(None);
        }
        before(record, |digest| {
            let id = self.asked(|index| index.by_digest(digest))?;
            id.map(|id| self.proved(&id)).transpose()
        })
    }
}

impl Writer<'_> {
    /// Takes finished files into the archive as they are.
    ///
    /// # Errors
    /// See [`Archive::adopted_before`]; [`ArchiveProblem::NumberTaken`]; what the system said.
    pub fn adopt(&mut self, record: Record, files: Vec<NewFile>, act: &Act) -> Result<Added, Problem> {
        let known = before(&record, |digest| {
            let id = self.ask(|index| index.by_digest(digest))?;
            id.map(|id| self.proved(&id)).transpose()
        });
        if let Some(object) = known? {
            return Ok(Added::Same(object));
        }
        self.refuse_known(&record)?;
        let record = record.begun(&act.time);
        self.commit(None, Draft { record, files, user: act.user.clone() }).map(Added::New)
    }
}

/// The object that has one of the record's files as its own, of those that `find` knows by a hash.
fn before(
    record: &Record,
    mut find: impl FnMut(&Digest) -> Result<Option<Object>, Problem>,
) -> Result<Option<Object>, Problem> {
    for digest in record.adopted_digests() {
        if let Some(object) = find(digest)?
            && let Some(object) = taken(object, digest, record)?
        {
            return Ok(Some(object));
        }
    }
    Ok(None)
}

/// The object if it has the file as its own: adopted, or as pages that nashra made. A picture in a
/// report may be adopted nonetheless, and so may what was withdrawn.
fn taken(object: Object, digest: &str, record: &Record) -> Result<Option<Object>, Problem> {
    let old = object.record(object.head())?;
    let Some(adopted) = &old.adopted else {
        let names = object.inventory().version(object.head()).and_then(|version| version.state.get(digest));
        let is_page = names.into_iter().flatten().any(|name| !name.contains('/'));
        return Ok(is_page.then_some(object));
    };
    if old.state == State::Withdrawn {
        return Ok(None);
    }
    let parts = differing(&old, adopted, record);
    if parts.is_empty() {
        return Ok(Some(object));
    }
    Err(ArchiveProblem::Adopt(AdoptProblem::Otherwise { id: old.id, parts }).into())
}

/// The parts in which an adopted record and a new one differ.
fn differing(old: &Record, adopted: &Adopted, new: &Record) -> Vec<AdoptedPart> {
    let given = new.adopted.as_ref().is_some_and(|adopted| adopted.text == TextOrigin::Given);
    let mut hashes: [Vec<&Digest>; 2] =
        [adopted.files.iter().map(|file| &file.digest).collect(), new.adopted_digests().collect()];
    hashes.iter_mut().for_each(|hashes| hashes.sort());
    let parts = [
        (AdoptedPart::Date, old.date != new.date),
        (AdoptedPart::Title, old.title != new.title),
        (AdoptedPart::Number, old.number != new.number),
        (AdoptedPart::Files, hashes[0] != hashes[1]),
        (AdoptedPart::Text, given && old.text() != new.text()),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}
