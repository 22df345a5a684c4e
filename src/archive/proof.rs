//! The answer about a file from somewhere, or a code from a sheet of paper.

use super::Archive;
use super::index::{Asked, Index, Rebuilt, ReindexProgress, is_code, is_number};
use super::object::Object;
use super::problem::Problem;
use super::record::{Kind, Record, State};
use crate::hash::{self, Digest};
use crate::reader;
use crate::words::{Answer, Standing};

impl Archive {
    /// Answers for a file with this SHA-512.
    ///
    /// # Errors
    /// The system's error; an index that can't be made.
    pub fn prove_file(&self, digest: &Digest) -> Result<Answer, Problem> {
        self.asked(|index| {
            let Some(id) = index.by_digest(digest)? else {
                return self.left_out(index, |object| object.inventory().manifest.contains_key(digest));
            };
            self.prove(&id, |object, version| has_file(object, version, digest))
        })
    }

    /// Answers for the bulletin that has this code on its pages.
    ///
    /// # Errors
    /// The system's error; an index that can't be made.
    pub fn prove_code(&self, code: &str) -> Result<Answer, Problem> {
        self.asked(|index| {
            let Some((id, code)) = index.by_code(code)? else {
                return self.left_out(index, |object| {
                    let mut records = (1..=object.head()).filter_map(|version| object.record(version).ok());
                    records.any(|record| is_code(code, &record.code))
                });
            };
            self.prove(&id, |object, version| {
                let record = object.record(version).ok()?;
                (record.code == code).then_some(true)
            })
        })
    }

    /// The object that has or had a number, or has a code on its pages. What the index says is proved by
    /// the object's records; an index that is wrong about it is made anew and asked again.
    ///
    /// # Errors
    /// An object that is not what it was; the system's error; an index that can't be made.
    pub fn holder(&self, progress: ReindexProgress, name: &str) -> Result<Asked<Option<Object>>, Problem> {
        let Asked { answer, mended, damaged } = self.ask(progress, |index| index.holder(name))?;
        let Some(id) = answer else { return Ok(Asked { answer: None, mended, damaged }) };
        let object = self.proved(&id)?;
        if is_called(&object, name)? {
            return Ok(Asked { answer: Some(object), mended, damaged });
        }
        let Rebuilt { index, damaged, .. } = self.reindex(progress)?;
        let object = index.holder(name)?.map(|id| self.proved(&id)).transpose()?;
        Ok(Asked { answer: object, mended, damaged })
    }

    /// Answers for a PDF that is not in the archive: one that carries a known code was saved again
    /// by another program, or made to look so.
    ///
    /// # Errors
    /// The system's error; an index that can't be made.
    pub fn prove_copy(&self, pdf: &[u8]) -> Result<Answer, Problem> {
        // One that can't be read to its end is nobody's.
        for hash in reader::carried_hashes(pdf).unwrap_or_default() {
            let (id, now) = match self.prove_code(&hash)? {
                Answer::Authentic { id, .. } => (id, Standing::Published),
                Answer::Superseded { id, .. } => (id, Standing::Corrected),
                Answer::Withdrawn { id, .. } => (id, Standing::Withdrawn),
                Answer::Doubtful { id } => return Ok(Answer::Doubtful { id }),
                // What was adopted has no code.
                Answer::Adopted { .. } | Answer::Resaved { .. } | Answer::Unknown => continue,
            };
            return Ok(Answer::Resaved { id, now });
        }
        Ok(Answer::Unknown)
    }

    /// Answers for what the index does not know. It knows no object that is not what the ledger
    /// tells: what such a one has is no stranger's, and no more than that can be said of it.
    fn left_out(&self, index: &Index, has: impl Fn(&Object) -> bool) -> Result<Answer, Problem> {
        let events = self.events()?;
        if index.count()? == events.ids().len() as u64 {
            return Ok(Answer::Unknown);
        }
        for id in events.ids() {
            if index.get(id)?.is_none() && self.object(id).is_ok_and(|object| has(&object)) {
                return Ok(Answer::Doubtful { id: id.clone() });
            }
        }
        Ok(Answer::Unknown)
    }

    /// Says of an object what its oldest version is that `has` what is asked about: whether, and
    /// whether that is undamaged.
    fn prove(&self, id: &str, has: impl Fn(&Object, u32) -> Option<bool>) -> Result<Answer, Problem> {
        let doubtful = || Answer::Doubtful { id: id.to_owned() };
        let object = match self.proved(id) {
            Ok(object) => object,
            Err(Problem::Said(_)) => return Ok(doubtful()),
            Err(problem) => return Err(problem),
        };
        let found = (1..=object.head()).find_map(|version| Some((version, has(&object, version)?)));
        let Some((version, is_whole)) = found else { return Ok(doubtful()) };
        let (Ok(then), Ok(now)) = (object.record(version), object.record(object.head())) else { return Ok(doubtful()) };
        if !is_whole {
            return Ok(doubtful());
        }
        Ok(answer(id, &then, &now))
    }
}

/// True if a record of the object has this number or this code.
fn is_called(object: &Object, name: &str) -> Result<bool, Problem> {
    for version in 1..=object.head() {
        let record = object.record(version)?;
        if is_code(name, &record.code) || record.number.is_some_and(|number| is_number(name, &number)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// True if a version has a file of these contents, false if that is not whole; nothing if it has
/// none.
fn has_file(object: &Object, version: u32, digest: &Digest) -> Option<bool> {
    let stored = object.inventory().manifest.get(digest).and_then(|paths| paths.first());
    let is_of = object.inventory().version(version).is_some_and(|version| version.state.contains_key(digest));
    let is_whole = |path| hash::of_file(&object.folder().join(path)).is_ok_and(|(found, _)| found == *digest);
    is_of.then(|| stored.is_some_and(is_whole))
}

fn answer(id: &str, then: &Record, now: &Record) -> Answer {
    let id = id.to_owned();
    match now.history.last() {
        Some(last) if now.state == State::Withdrawn => {
            let reason = last.reason.clone().unwrap_or_default();
            Answer::Withdrawn { id, time: last.time.clone(), reason }
        }
        Some(last) if now.kind == Kind::Adopted => Answer::Adopted { id, time: last.time.clone() },
        _ if then.revision < now.revision => Answer::Superseded { id, revision: then.revision, by: now.revision },
        _ => Answer::Authentic { id, revision: then.revision },
    }
}
