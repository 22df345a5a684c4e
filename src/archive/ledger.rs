//! `ledger.jsonl`: every event of the archive in its order, one line each, chained by the hash of
//! the line before.
//!
//! A line names the inventory of the version that the event made, by its hash, and that names all
//! contents: whoever changes a published file, an inventory or a line changes a hash that stands in
//! a later one.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::problem::Problem;
use super::record::State;
use crate::hash::{Digest, sha512};
use crate::store::PathError;
use crate::words::{ArchiveProblem, LedgerFault, Tried};

/// The file's name in the archive.
pub(super) const FILE: &str = "ledger.jsonl";
/// The first line's value in place of the hash of the line before: as many zeros as a hash has
/// digits.
const NONE: &str = concat!(
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000000"
);
/// The most bytes a line may have.
const MAX_LINE: u64 = 64 * 1024;

/// One event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerLine {
    /// Its place, from 1.
    pub sequence: u64,
    /// When, RFC 3339.
    pub time: String,
    /// The bulletin's state since then.
    pub state: State,
    /// The object.
    pub id: String,
    /// The version that the event made.
    pub version: u32,
    /// The text's revision since then.
    pub revision: u32,
    /// The office's number.
    pub number: Option<String>,
    /// SHA-512 of that version's inventory.
    pub inventory: Digest,
    /// SHA-512 of the line before, without its end of line.
    pub previous: Digest,
}

/// The end of a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tail {
    /// Its bytes.
    pub length: u64,
    /// The place of the last line; 0 without one.
    pub sequence: u64,
    /// SHA-512 of that line; zeros without one.
    pub hash: Digest,
}

impl Tail {
    /// Of an empty ledger.
    #[must_use]
    pub fn empty() -> Self {
        Self { length: 0, sequence: 0, hash: NONE.to_owned() }
    }
}

impl LedgerLine {
    /// Its text, with the end of line.
    ///
    /// # Errors
    /// The error of writing it as JSON.
    pub fn text(&self) -> io::Result<String> {
        Ok(serde_json::to_string(self)? + "\n")
    }
}

/// Reads where the ledger ends, without reading it all.
///
/// # Errors
/// [`ArchiveProblem::Ledger`] when its last line is none, or does not follow the one before.
pub(super) fn tail(path: &Path) -> Result<Tail, Problem> {
    Ok(tail_at(path, None)?.unwrap_or_else(Tail::empty))
}

/// Reads the end of the ledger's first `end` bytes; nothing when it has fewer.
///
/// # Errors
/// As [`tail`].
pub(super) fn tail_at(path: &Path, end: Option<u64>) -> Result<Option<Tail>, Problem> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(end.is_none_or(|end| end == 0).then(Tail::empty));
        }
        Err(error) => return Err(PathError::trying(Tried::Read, path)(error).into()),
    };
    let read = last_bytes(&mut file, end).map_err(PathError::trying(Tried::Read, path))?;
    let Some((length, bytes)) = read else { return Ok(None) };
    if length == 0 {
        return Ok(Some(Tail::empty()));
    }
    let fault = |fault| Problem::from(ArchiveProblem::Ledger { line: None, fault });
    let whole = bytes.strip_suffix(b"\n").ok_or_else(|| fault(LedgerFault::Broken))?;
    let start = memchr::memrchr(b'\n', whole).map_or(0, |at| at + 1);
    let text = whole.get(start..).unwrap_or_default();
    let line = parsed(text).ok_or_else(|| fault(LedgerFault::Broken))?;
    if !are_chained(whole, bytes.len() as u64 == length) {
        return Err(fault(LedgerFault::Unchained));
    }
    Ok(Some(Tail { length, sequence: line.sequence, hash: sha512(text) }))
}

/// True if each of some lines follows the one before; the first of them may be cut off unless they
/// are `all`, and is taken as it is.
fn are_chained(lines: &[u8], all: bool) -> bool {
    let mut before: Option<(u64, Digest)> = all.then(|| (0, NONE.to_owned()));
    for text in lines.split(|&byte| byte == b'\n').skip(usize::from(!all)) {
        let Some(line) = parsed(text) else { return false };
        let follows =
            |(sequence, hash): (u64, Digest)| sequence.checked_add(1) == Some(line.sequence) && line.previous == hash;
        if !before.is_none_or(follows) {
            return false;
        }
        before = Some((line.sequence, sha512(text)));
    }
    true
}

/// A line as this program writes it; nothing for any other text.
fn parsed(text: &[u8]) -> Option<LedgerLine> {
    let line: LedgerLine = serde_json::from_slice(text).ok()?;
    let written = line.text().ok()?;
    (written.trim_end_matches('\n').as_bytes() == text).then_some(line)
}

/// The length of a file, or of its first `end` bytes, and the last of them.
fn last_bytes(file: &mut File, end: Option<u64>) -> io::Result<Option<(u64, Vec<u8>)>> {
    let length = file.metadata()?.len();
    let end = end.unwrap_or(length);
    if end > length {
        return Ok(None);
    }
    let start = end.saturating_sub(MAX_LINE);
    file.seek(SeekFrom::Start(start))?;
    let mut bytes = Vec::new();
    file.take(end - start).read_to_end(&mut bytes)?;
    Ok(Some((end, bytes)))
}

/// The lines of a ledger, the first one first, each with whether it follows the one before. A line
/// that can't be read is an error, and the next one comes after it.
#[derive(Debug)]
pub struct LedgerLines {
    path: PathBuf,
    file: Option<BufReader<File>>,
    tail: Tail,
    after_broken: bool,
    ended: bool,
}

impl LedgerLines {
    /// Begins at the first line.
    ///
    /// # Errors
    /// The path and what the system said; a ledger that isn't there has no lines.
    pub fn open(path: &Path) -> Result<Self, PathError> {
        let file = match File::open(path) {
            Ok(file) => Some(BufReader::new(file)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(PathError::trying(Tried::Read, path)(error)),
        };
        Ok(Self { path: path.to_path_buf(), file, tail: Tail::empty(), after_broken: false, ended: false })
    }

    /// Begins after the lines that end so.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn after(path: &Path, tail: Tail) -> Result<Self, PathError> {
        let mut lines = Self { tail, ..Self::open(path)? };
        if let Some(file) = &mut lines.file {
            file.seek(SeekFrom::Start(lines.tail.length)).map_err(PathError::trying(Tried::Read, path))?;
        }
        Ok(lines)
    }

    /// The end of the lines that were read so far.
    #[must_use]
    pub fn tail(&self) -> &Tail {
        &self.tail
    }

    fn read(&mut self) -> Result<Option<(LedgerLine, bool)>, Problem> {
        let Some(file) = &mut self.file else { return Ok(None) };
        let mut bytes = Vec::new();
        file.take(MAX_LINE).read_until(b'\n', &mut bytes).map_err(PathError::trying(Tried::Read, &self.path))?;
        if bytes.is_empty() {
            return Ok(None);
        }
        let number = self.tail.sequence + 1;
        let text = bytes.strip_suffix(b"\n").unwrap_or_default();
        let line = parsed(text);
        // What comes after a line that can't be read, or after a gap, is judged by itself: one
        // fault is told once.
        let is_chained = line
            .as_ref()
            .is_none_or(|line| line.sequence == number && (self.after_broken || line.previous == self.tail.hash));
        self.after_broken = line.is_none();
        let sequence = line.as_ref().map_or(number, |line| line.sequence);
        self.tail = Tail { length: self.tail.length + bytes.len() as u64, sequence, hash: sha512(text) };
        match line {
            Some(line) => Ok(Some((line, is_chained))),
            None => Err(ArchiveProblem::Ledger { line: Some(number), fault: LedgerFault::Broken }.into()),
        }
    }
}

impl Iterator for LedgerLines {
    type Item = Result<(LedgerLine, bool), Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let read = self.read().transpose();
        self.ended = matches!(read, None | Some(Err(Problem::Machine(_))));
        read
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn line(sequence: u64, previous: &str) -> LedgerLine {
        LedgerLine {
            sequence,
            time: "2026-11-25T10:00:00+03:00".to_owned(),
            state: State::Published,
            id: format!("2026-11-25-report-{sequence}"),
            version: 1,
            revision: 1,
            number: Some("٤١٧".to_owned()),
            inventory: sha512(b"inventory"),
            previous: previous.to_owned(),
        }
    }

    /// A ledger of three lines.
    fn ledger() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        for number in 1..=3 {
            let end = tail(&path).unwrap();
            let text = line(number, &end.hash).text().unwrap();
            crate::store::append(&path, end.length, text.as_bytes()).unwrap();
        }
        (folder, path)
    }

    #[test]
    fn the_tail_is_where_reading_ends() {
        let (_folder, path) = ledger();
        let mut lines = LedgerLines::open(&path).unwrap();
        let read: Vec<(LedgerLine, bool)> = lines.by_ref().map(|line| line.unwrap()).collect();
        assert!(read.iter().all(|(_, is_chained)| *is_chained));
        assert_eq!(read.iter().map(|(line, _)| line.sequence).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(*lines.tail(), tail(&path).unwrap());
        assert_eq!(tail(&path).unwrap().length, fs::metadata(&path).unwrap().len());
    }

    #[test]
    fn an_edited_line_breaks_the_chain_at_the_next() {
        let (_folder, path) = ledger();
        let text = fs::read_to_string(&path).unwrap().replacen("report-2", "report-9", 1);
        crate::store::write(&path, text.as_bytes()).unwrap();
        let chained: Vec<bool> = LedgerLines::open(&path).unwrap().map(|line| line.unwrap().1).collect();
        assert_eq!(chained, [true, true, false]);
    }

    #[test]
    fn one_line_that_is_gone_or_cut_is_one_fault() {
        let (_folder, path) = ledger();
        for number in 4..=6 {
            let end = tail(&path).unwrap();
            crate::store::append(&path, end.length, line(number, &end.hash).text().unwrap().as_bytes()).unwrap();
        }
        let whole = fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = whole.lines().collect();
        let without = |left: usize| -> String {
            let kept = lines.iter().enumerate().filter(|(at, _)| *at != left);
            kept.map(|(_, line)| format!("{line}\n")).collect()
        };
        let cut = whole.replacen(lines[2], &lines[2][..40], 1);
        for text in [without(0), without(3), cut, format!("{whole}{}\n", lines[5])] {
            crate::store::write(&path, text.as_bytes()).unwrap();
            let faults = LedgerLines::open(&path).unwrap().filter(|line| !matches!(line, Ok((_, true)))).count();
            assert_eq!(faults, 1, "{text}");
        }
    }

    #[test]
    fn a_half_written_line_is_completed_and_other_bytes_are_left_alone() {
        let (_folder, path) = ledger();
        let end = tail(&path).unwrap();
        let text = line(4, &end.hash).text().unwrap();
        for written in [0, 1, 50, text.len()] {
            let mut bytes = fs::read(&path).unwrap()[..end.length as usize].to_vec();
            bytes.extend(&text.as_bytes()[..written]);
            crate::store::write(&path, &bytes).unwrap();
            crate::store::append(&path, end.length, text.as_bytes()).unwrap();
            assert_eq!(LedgerLines::open(&path).unwrap().filter(|line| matches!(line, Ok((_, true)))).count(), 4);
        }
        let before = fs::read(&path).unwrap();
        let refused =
            crate::store::append(&path, end.length, line(4, &end.inventory()).text().unwrap().as_bytes()).unwrap_err();
        assert_eq!(refused.error.kind(), io::ErrorKind::InvalidData);
        assert_eq!(fs::read(&path).unwrap(), before);
    }

    impl Tail {
        /// A hash that is not this one.
        fn inventory(&self) -> String {
            sha512(self.hash.as_bytes())
        }
    }
}
