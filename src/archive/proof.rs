//! The answer about a file from somewhere, or a code from a sheet of paper.

use super::Archive;
use super::inventory;
use super::ledger::Lines;
use super::object::Object;
use super::problem::Problem;
use super::record::{Record, State};
use crate::hash::{self, Digest, sha512};
use crate::words::Answer;

impl Archive {
    /// Answers for a file with this SHA-512.
    ///
    /// # Errors
    /// The system's error; an index that can't be made.
    pub fn prove_file(&self, digest: &Digest) -> Result<Answer, Problem> {
        let Some(id) = self.index()?.by_digest(digest)? else { return Ok(Answer::Unknown) };
        self.prove(&id, |object, version| {
            let stored = object.inventory().manifest.get(digest).and_then(|paths| paths.first());
            let is_of = object.inventory().version(version).is_some_and(|version| version.state.contains_key(digest));
            let is_whole = |path| hash::of_file(&object.folder().join(path)).is_ok_and(|(found, _)| found == *digest);
            is_of.then(|| stored.is_some_and(is_whole))
        })
    }

    /// Answers for the bulletin that has this code on its pages.
    ///
    /// # Errors
    /// The system's error; an index that can't be made.
    pub fn prove_code(&self, code: &str) -> Result<Answer, Problem> {
        let Some((id, code)) = self.index()?.by_code(code)? else { return Ok(Answer::Unknown) };
        self.prove(&id, |object, version| {
            let record = object.record(version).ok()?;
            (record.code == code).then_some(true)
        })
    }

    /// Says of an object what its oldest version is that `has` what is asked about: whether, and whether that is undamaged.
    fn prove(&self, id: &str, has: impl Fn(&Object, u32) -> Option<bool>) -> Result<Answer, Problem> {
        let doubtful = || Answer::Doubtful { id: id.to_owned() };
        let Ok(object) = self.object(id) else { return Ok(doubtful()) };
        let found = (1..=object.head()).find_map(|version| Some((version, has(&object, version)?)));
        let Some((version, is_whole)) = found else { return Ok(doubtful()) };
        let (Ok(then), Ok(now)) = (object.record(version), object.record(object.head())) else { return Ok(doubtful()) };
        if !is_whole || !self.is_in_ledger(&object)? {
            return Ok(doubtful());
        }
        Ok(answer(id, &then, &now))
    }

    /// True if the ledger names each of an object's inventories as they are.
    fn is_in_ledger(&self, object: &Object) -> Result<bool, Problem> {
        let mut expected = Vec::new();
        for version in 1..=object.head() {
            let path = object.folder().join(inventory::name(version)).join(inventory::FILE);
            let Ok(bytes) = std::fs::read(path) else { return Ok(false) };
            expected.push(sha512(&bytes));
        }
        let mut listed = Vec::new();
        for line in Lines::open(&self.ledger_path())? {
            match line {
                Ok((line, true)) if line.id == object.id() => listed.push(line.inventory),
                Ok((_, true)) => {}
                _ => return Ok(false),
            }
        }
        Ok(listed == expected)
    }
}

fn answer(id: &str, then: &Record, now: &Record) -> Answer {
    let id = id.to_owned();
    match now.history.last() {
        Some(last) if now.state == State::Withdrawn => {
            let reason = last.reason.clone().unwrap_or_default();
            Answer::Withdrawn { id, time: last.time.clone(), reason }
        }
        _ if then.revision < now.revision => Answer::Superseded { id, revision: then.revision, by: now.revision },
        _ => Answer::Authentic { id, revision: then.revision },
    }
}
