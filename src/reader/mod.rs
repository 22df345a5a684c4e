//! PDFs that somebody else made: they are read by a copy of this program, since a file may be made
//! so that reading it never ends or fills the memory.

mod codes;
mod line;
mod sizes;
mod text;

use std::collections::BTreeSet;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub(crate) use self::text::PdfContents;
use crate::sandbox::{self, Limits, Sandboxes};
use crate::words::StopReason;

/// What a copy is told first, so that it reads PDFs.
pub(crate) const SETUP: &[u8] = b"read PDFs";
/// What reading one file may cost.
const LIMITS: Limits = Limits { seconds: 20, megabytes: 1024 };

/// The first byte of a question: what is asked of the file that follows.
const SIZES: u8 = 0;
const CODES: u8 = 1;
const CONTENTS: u8 = 2;

/// A reader of many PDFs, one after the other, by one copy.
#[derive(Default)]
pub(crate) struct PdfReader(Sandboxes);

impl PdfReader {
    /// The number of pages of a PDF, and its text.
    ///
    /// # Errors
    /// Why the file was not read to its end.
    pub(crate) fn contents(&self, pdf: &[u8]) -> Result<PdfContents, StopReason> {
        ask(&self.0, CONTENTS, pdf)
    }
}

/// Width and height of each page in millimetres, as a viewer shows them; none of what is no PDF.
///
/// # Errors
/// Why the file was not read to its end.
pub(crate) fn page_sizes(pdf: &[u8]) -> Result<Vec<(f64, f64)>, StopReason> {
    ask(&Sandboxes::default(), SIZES, pdf)
}

/// The hashes at the ends of the codes that a PDF carries, in its metadata and on its pages.
///
/// # Errors
/// Why the file was not read to its end.
pub(crate) fn carried_hashes(pdf: &[u8]) -> Result<BTreeSet<String>, StopReason> {
    ask(&Sandboxes::default(), CODES, pdf)
}

fn ask<T: DeserializeOwned>(copies: &Sandboxes, kind: u8, pdf: &[u8]) -> Result<T, StopReason> {
    let question = [&[kind], pdf].concat();
    let answer =
        if sandbox::is_possible() { copies.ask(|| Ok(SETUP.to_vec()), &question, LIMITS)? } else { answer(&question) };
    serde_json::from_slice(&answer).map_err(|_| StopReason::Died)
}

/// The copy's answer to a question; nothing for what is none.
pub(crate) fn answer(question: &[u8]) -> Vec<u8> {
    match question.split_first() {
        Some((&SIZES, pdf)) => json(&sizes::sizes(pdf.to_vec())),
        Some((&CODES, pdf)) => json(&codes::hashes(pdf)),
        Some((&CONTENTS, pdf)) => json(&text::contents(pdf.to_vec())),
        _ => Vec::new(),
    }
}

fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
