//! True if the archive is what it was: every file against its inventory, every inventory against
//! the ledger, every line of the ledger against the one before.

mod look;
mod strays;

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::sync::PoisonError;

use self::look::{Counts, faults, program_faults};
use super::events::Events;
use super::ledger::LedgerLines;
use super::problem::Problem;
use super::program::{PROGRAMS, shown};
use super::{Archive, root};
use crate::hash::Digest;
use crate::store::PathError;
use crate::words::{ArchiveProblem, LedgerFault, Unlike};
use crate::workers::{self, Threads};

/// The outcome of verifying.
#[derive(Clone, Debug, Default)]
pub struct Verified {
    /// Objects.
    pub objects: usize,
    /// Files of theirs.
    pub files: u64,
    /// Bytes of those.
    pub bytes: u64,
    /// Lines of the ledger.
    pub events: u64,
    /// SHA-512 of the ledger's last line: whoever has noted it can tell later that nothing was cut
    /// off.
    pub head: String,
    /// The place of the line that was expected.
    pub noted: Option<u64>,
    /// Everything that is not as it should be.
    pub problems: Vec<ArchiveProblem>,
}

/// The ledger as it was read.
#[derive(Default)]
struct ReadLedger {
    events: Events,
    /// Lines that were there.
    count: u64,
    /// Lines that are gone or can't be read.
    gone: u64,
    /// SHA-512 of the last line.
    head: String,
    /// The place of the line that was expected.
    expected: Option<u64>,
    problems: Vec<ArchiveProblem>,
}

impl Archive {
    /// Looks at the whole archive on so many threads; a line of its ledger has the hash `expected`,
    /// or begins with it, where one is given.
    ///
    /// No lock is held meanwhile. What seems wrong is looked at once more when nobody writes, where
    /// the archive can be written at all: it may have been half done.
    ///
    /// # Errors
    /// The system's error.
    pub fn verify(&self, jobs: usize, expected: Option<&str>) -> Result<Verified, Problem> {
        let (mut found, programs) = self.look(jobs, expected, None)?;
        found.problems.extend(self.missing(&programs)?);
        if found.problems.is_empty() {
            return Ok(found);
        }
        // Beginning to write also puts right what was half done.
        let Ok(_locked) = self.lock() else { return Ok(found) };
        let doubtful = found.problems.iter().filter_map(ArchiveProblem::id).map(str::to_owned).collect();
        let (mut again, _) = self.look(jobs, expected, Some(&doubtful))?;
        again.problems.extend(self.missing(&programs)?);
        Ok(Verified { problems: again.problems, events: again.events, head: again.head, noted: again.noted, ..found })
    }

    /// The programs that pages were made by, by their hashes, and that are not kept.
    fn missing(&self, programs: &BTreeSet<Digest>) -> Result<Vec<ArchiveProblem>, Problem> {
        let mut missing = Vec::new();
        for digest in programs {
            if self.program_folder(digest)?.is_none() {
                let id = format!("{PROGRAMS}/…-{}", shown(digest));
                missing.push(ArchiveProblem::Damaged { id, file: String::new(), unlike: Unlike::Missing });
            }
        }
        Ok(missing)
    }

    /// Looks at the ledger and all objects, or only at some; returns the hashes of the programs that
    /// their pages were made by as well.
    fn look(
        &self,
        jobs: usize,
        expected: Option<&str>,
        only: Option<&BTreeSet<String>>,
    ) -> Result<(Verified, BTreeSet<Digest>), Problem> {
        let mut problems = root::faults(self.root());
        problems.extend(self.strays());
        let mut folders = self.folders()?;
        let ledger = self.read_ledger(expected)?;
        let missing = ledger.events.missing(&folders);
        if let Some(only) = only {
            folders.retain(|folder| folder.file_name().and_then(OsStr::to_str).is_some_and(|name| only.contains(name)));
        }
        let counts = Counts::default();
        let found = workers::map(Threads::new(jobs), folders.iter(), |folder| {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            faults(folder, ledger.events.of(&name), &counts)
        });
        let mut found: Vec<_> = found.into_iter().flatten().collect();
        for folder in self.programs()? {
            found.extend(program_faults(&folder, &counts));
        }
        let gone = |id| ArchiveProblem::Damaged { id, file: String::new(), unlike: Unlike::Missing };
        found.extend(missing.into_iter().map(gone));
        // The line that tells of a version is the one that is gone, and that has been told.
        let untold = found.iter().filter(|problem| matches!(problem, ArchiveProblem::NotInLedger { .. })).count();
        if untold as u64 <= ledger.gone {
            found.retain(|problem| !matches!(problem, ArchiveProblem::NotInLedger { .. }));
        }
        found.sort_by_key(|problem| (problem.id().map(str::to_owned), problem.code()));
        problems.extend(ledger.problems);
        problems.extend(found);
        let verified = Verified {
            objects: folders.len(),
            files: counts.files.into_inner(),
            bytes: counts.bytes.into_inner(),
            events: ledger.count,
            head: ledger.head,
            noted: ledger.expected,
            problems,
        };
        Ok((verified, counts.programs.into_inner().unwrap_or_else(PoisonError::into_inner)))
    }

    /// Reads the ledger, with what is wrong with it.
    fn read_ledger(&self, expected: Option<&str>) -> Result<ReadLedger, Problem> {
        let mut lines = LedgerLines::open(&self.ledger_path())?;
        let mut found = ReadLedger::default();
        let mut last = 0;
        while let Some(line) = lines.next() {
            match line {
                Ok((line, is_chained)) => {
                    if !is_chained {
                        let gap = line.sequence.saturating_sub(last + 1);
                        found.gone += gap;
                        let fault = if gap > 0 { LedgerFault::Gone { count: gap } } else { LedgerFault::Unchained };
                        found.problems.push(ArchiveProblem::Ledger { line: Some(last + 1), fault });
                    }
                    found.events.add(line);
                }
                Err(Problem::Said(problem)) => {
                    found.gone += 1;
                    found.problems.push(problem);
                }
                Err(problem) => return Err(problem),
            }
            found.count += 1;
            last = lines.tail().sequence;
            if expected.is_some_and(|hash| lines.tail().hash.starts_with(hash)) {
                found.expected = Some(last);
            }
        }
        if expected.is_some() && found.expected.is_none() {
            found.problems.push(ArchiveProblem::Ledger { line: None, fault: LedgerFault::Unexpected });
        }
        found.head.clone_from(&lines.tail().hash);
        Ok(found)
    }
}

/// Named so that a path error can be told of an object.
impl From<PathError> for ArchiveProblem {
    fn from(error: PathError) -> Self {
        Self::Source(error.told())
    }
}
