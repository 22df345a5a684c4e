//! The words of the archive's commands besides problems.

/// The words of the archive's commands besides problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchivePhrase {
    /// The end of `archive add`.
    Added {
        /// Bulletins that are new in the archive.
        added: usize,
        /// Those that were there already.
        same: usize,
        /// Those that were withdrawn.
        withdrawn: usize,
        /// Those with errors.
        failed: usize,
    },
    /// The end of `archive adopt`.
    Adopted {
        /// Those that are new in the archive.
        adopted: usize,
        /// Those that were there already.
        same: usize,
        /// Those with errors.
        failed: usize,
        /// Those of the new ones that have no text.
        without_text: usize,
    },
    /// The state of what was adopted and holds.
    AdoptedState,
    /// A correction was published.
    Corrected {
        /// The object.
        id: String,
        /// Its revision now.
        revision: u32,
        /// Passages that differ.
        changes: usize,
    },
    /// Bulletins in the archive whose pages would look otherwise today.
    OtherLooks {
        /// Their number.
        count: usize,
    },
    /// The question before a bulletin is withdrawn.
    AskWithdraw {
        /// The object.
        id: String,
        /// Its title.
        title: String,
    },
    /// A bulletin was withdrawn.
    Withdrawn {
        /// The object.
        id: String,
        /// Its number.
        number: Option<String>,
    },
    /// An interrupted run had published nothing; its traces are gone.
    Undone,
    /// A version that an interrupted run had published is finished now.
    Finished {
        /// The object.
        id: String,
        /// The version.
        version: u32,
    },
    /// The number of bulletins listed or found.
    Listed {
        /// The number.
        count: usize,
    },
    /// The end of `archive verify`.
    Verified {
        /// Objects looked at.
        objects: usize,
        /// Files of theirs.
        files: u64,
        /// Lines of the ledger.
        events: u64,
        /// The number of problems.
        problems: usize,
    },
    /// The ledger has the line whose hash was noted.
    Noted {
        /// Its place.
        line: u64,
        /// All lines.
        events: u64,
    },
    /// The hash of the ledger's last line.
    Head {
        /// The hash.
        hash: String,
    },
    /// The answer about a file or a code.
    Proof {
        /// The file or code.
        what: String,
        /// The answer.
        answer: Answer,
    },
    /// The word before a line of `archive show`.
    Label(Label),
    /// The standing of a bulletin in its life.
    State(Standing),
    /// A revision.
    Revision {
        /// Its number.
        number: u32,
    },
    /// Made again, every file is the same.
    SameBytes {
        /// The object.
        id: String,
        /// The number of files.
        files: usize,
    },
    /// Objects were exported.
    Exported {
        /// The number.
        count: usize,
        /// The folder they went to.
        folder: String,
    },
    /// The end of a search.
    Searched {
        /// The number of bulletins found.
        found: usize,
        /// True if there are more than that.
        more: bool,
        /// The number of them shown.
        shown: usize,
    },
    /// A word is in no bulletin, and others were searched for in its place.
    Meant {
        /// The word as it was typed.
        typed: String,
        /// The words that were perhaps meant.
        meant: Vec<String>,
    },
    /// The words of a bulletin for which it was found.
    FoundWords(Vec<String>),
    /// Few bulletins have the words, so those follow that have others for the same thing.
    Widened,
    /// The ways to find fewer bulletins.
    Narrow,
    /// A search found nothing.
    NothingFound,
    /// The index is missing or broken and is made anew.
    Reindexing,
    /// The index was made anew.
    Reindexed {
        /// The number of objects it has.
        objects: usize,
        /// The number that could not be read.
        damaged: usize,
    },
}

/// The answer about a file or a code.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "answer", rename_all = "lowercase")]
pub enum Answer {
    /// It is as it was published, and holds.
    Authentic {
        /// The object.
        id: String,
        /// The revision.
        revision: u32,
    },
    /// It is a finished file from before nashra, as it was adopted.
    Adopted {
        /// The object.
        id: String,
        /// When it was adopted, RFC 3339.
        time: String,
    },
    /// It was published so, and corrected since.
    Superseded {
        /// The object.
        id: String,
        /// The revision that it is.
        revision: u32,
        /// The revision that holds.
        by: u32,
    },
    /// It was published so, and withdrawn since.
    Withdrawn {
        /// The object.
        id: String,
        /// When, RFC 3339.
        time: String,
        /// Why.
        reason: String,
    },
    /// It carries the code of what was published, and is not that: another program saved it again.
    Resaved {
        /// The object.
        id: String,
        /// The standing of what was published: corrected if a later revision holds.
        now: Standing,
    },
    /// The archive knows nothing of it.
    Unknown,
    /// It was published so, but the archive itself is not what it was.
    Doubtful {
        /// The object.
        id: String,
    },
}

/// The standing of a bulletin in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// As it was first published.
    Published,
    /// Published again with a correction.
    Corrected,
    /// Taken back.
    Withdrawn,
}

/// The word before a line of `archive show`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// The office's number.
    Number,
    /// The day it is issued.
    Date,
    /// Its state.
    State,
    /// The code on its pages.
    Code,
    /// Its history.
    History,
    /// Its finished files.
    Files,
    /// The old text.
    Stood,
    /// The new text.
    Stands,
}

/// The day of a moment in RFC 3339.
pub(in crate::words) fn day(time: &str) -> &str {
    time.get(..10).unwrap_or(time)
}
