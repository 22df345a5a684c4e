//! The life of a bulletin: published, perhaps corrected, perhaps withdrawn. Nothing of it is ever
//! taken back.

use super::change::{Draft, Writer};
use super::content::{FileContent, NewFile};
use super::inventory::User;
use super::metadata::{DUBLIN_CORE, PREMIS};
use super::object::Object;
use super::problem::Problem;
use super::record::{Happening, Kind, RECORD, Record, State};
use crate::arabic::SerialNumber;
use crate::words::ArchiveProblem;

/// The outcome of publishing.
#[derive(Debug)]
pub enum Added {
    /// It is in the archive now.
    New(Object),
    /// It was there already, made from just the same.
    Same(Object),
}

/// The author and time of a change of the archive.
#[derive(Clone, Debug)]
pub struct Act {
    /// The office, for the inventory.
    pub user: User,
    /// The moment, RFC 3339.
    pub time: String,
}

impl Writer<'_> {
    /// Publishes a bulletin for the first time.
    ///
    /// # Errors
    /// [`ArchiveProblem::AlreadyPublished`] when another text was published under its name;
    /// [`ArchiveProblem::IsWithdrawn`]; [`ArchiveProblem::NumberTaken`].
    pub fn publish(&mut self, record: Record, files: Vec<NewFile>, act: &Act) -> Result<Added, Problem> {
        if let Some(object) = self.existing(&record.id)? {
            let old = object.record(object.head())?;
            return match old.state {
                State::Withdrawn => Err(ArchiveProblem::IsWithdrawn { id: record.id }.into()),
                _ if old.code == record.code => Ok(Added::Same(object)),
                // The first text of one that was corrected since is no news either.
                _ if was_published(&object, &record.code)? => Ok(Added::Same(object)),
                _ => Err(ArchiveProblem::AlreadyPublished { id: record.id }.into()),
            };
        }
        self.refuse_taken_number(&record)?;
        let record = record.begun(&act.time);
        self.commit(None, Draft { record, files, user: act.user.clone() }).map(Added::New)
    }

    /// Refuses a record whose name or number another has.
    pub(super) fn refuse_known(&mut self, record: &Record) -> Result<(), Problem> {
        if self.existing(&record.id)?.is_some() {
            return Err(ArchiveProblem::IsWithdrawn { id: record.id.clone() }.into());
        }
        self.refuse_taken_number(record)
    }

    /// Publishes a bulletin again, corrected; `happening` is what [`Happening::correcting`] made of
    /// the version `base`.
    ///
    /// # Errors
    /// [`ArchiveProblem::Overtaken`] when the bulletin has got another version since `base` was
    /// read; a number that is taken.
    pub fn correct(
        &mut self,
        base: &Object,
        happening: Happening,
        mut record: Record,
        files: Vec<NewFile>,
        act: &Act,
    ) -> Result<Object, Problem> {
        let object = self.unchanged(base)?;
        let old = object.record(object.head())?;
        if old.number != record.number {
            self.refuse_taken_number(&record)?;
        }
        record.state = State::Corrected;
        record.revision = happening.revision;
        record.history = old.history;
        record.history.push(happening);
        self.commit(Some(&object), Draft { record, files, user: act.user.clone() })
    }

    /// Withdraws a bulletin: its files stay as they are, and its record says that it holds no
    /// longer.
    ///
    /// # Errors
    /// [`ArchiveProblem::Unknown`]; [`ArchiveProblem::IsWithdrawn`].
    pub fn withdraw(&mut self, id: &str, reason: &str, authority: Option<&str>, act: &Act) -> Result<Object, Problem> {
        let object = self.proved(id)?;
        let mut record = object.record(object.head())?;
        if record.state == State::Withdrawn {
            return Err(ArchiveProblem::IsWithdrawn { id: id.to_owned() }.into());
        }
        record.state = State::Withdrawn;
        record.history.push(Happening {
            state: State::Withdrawn,
            time: act.time.clone(),
            reason: Some(reason.to_owned()),
            authority: authority.map(str::to_owned),
            revision: record.revision,
            changes: Vec::new(),
        });
        let files = kept(&object);
        self.commit(Some(&object), Draft { record, files, user: act.user.clone() })
    }

    /// The object of a name, if there is one.
    fn existing(&mut self, id: &str) -> Result<Option<Object>, Problem> {
        match self.proved(id) {
            Ok(object) => Ok(Some(object)),
            Err(Problem::Said(ArchiveProblem::Unknown { .. })) => Ok(None),
            Err(problem) => Err(problem),
        }
    }

    /// The object as it is now, when its newest version is still the one that `base` has.
    fn unchanged(&mut self, base: &Object) -> Result<Object, Problem> {
        let object = self.proved(base.id())?;
        if object.head() == base.head() {
            return Ok(object);
        }
        Err(ArchiveProblem::Overtaken { id: base.id().to_owned() }.into())
    }

    fn refuse_taken_number(&mut self, record: &Record) -> Result<(), Problem> {
        let Some(number) = &record.number else { return Ok(()) };
        let issued = record.date.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default();
        let within = SerialNumber::unique_in(number, issued);
        match self.ask(|index| index.number_holder(record.kind, number, within))? {
            Some(id) if id != record.id && !is_given_up(&self.proved(&id)?, record)? => {
                Err(ArchiveProblem::NumberTaken { number: number.clone(), id }.into())
            }
            _ => Ok(()),
        }
    }
}

impl Record {
    /// The same at the beginning of its life.
    pub(super) fn begun(mut self, time: &str) -> Self {
        (self.state, self.revision) = (State::Published, 1);
        self.history = vec![Happening {
            state: State::Published,
            time: time.to_owned(),
            reason: None,
            authority: None,
            revision: 1,
            changes: Vec::new(),
        }];
        self
    }
}

/// True if an object is the same files as a record, adopted and then withdrawn: what was wrong about
/// them may be put right.
fn is_given_up(object: &Object, record: &Record) -> Result<bool, Problem> {
    let old = object.record(object.head())?;
    let is_same = || old.adopted_digests().any(|digest| record.adopted_digests().any(|other| other == digest));
    Ok(record.kind == Kind::Adopted && old.state == State::Withdrawn && is_same())
}

/// True if a version with this code was ever published.
fn was_published(object: &Object, code: &str) -> Result<bool, Problem> {
    for version in 1..=object.head() {
        if object.record(version)?.code == code {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The newest version's files, as they are.
fn kept(object: &Object) -> Vec<NewFile> {
    let state = object.inventory().version(object.head()).map(|version| &version.state);
    let named = state.into_iter().flatten().flat_map(|(digest, names)| names.iter().map(move |name| (name, digest)));
    let file =
        |(name, digest): (&String, &String)| NewFile { name: name.clone(), content: FileContent::Kept(digest.clone()) };
    // What tells of it is written anew.
    named.filter(|(name, _)| ![RECORD, DUBLIN_CORE, PREMIS].contains(&name.as_str())).map(file).collect()
}
