//! The questions and answers between the program and its copy.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::diag::{Diagnostic, Place, Severity};
use crate::pipeline::make::{MadeDocument, MadeFile};
use crate::pipeline::order::{Form, Order, Times, Variant};
use crate::report::Revision;
use crate::typeset::FontPlaces;
use crate::words::{Filling, Looseness, Message, Relayed};

/// All that a copy must know before it is asked.
#[derive(Serialize, Deserialize)]
pub(super) struct Setup {
    pub(super) root: PathBuf,
    /// SHA-512 of the workspace's file; none for a lone report.
    pub(super) workspace: Option<String>,
    pub(super) fonts: FontPlaces,
    pub(super) output: PathBuf,
    pub(super) write: bool,
    pub(super) times: Times,
    pub(super) kashida: bool,
}

/// A document to make.
#[derive(Serialize, Deserialize)]
pub(super) struct Question {
    pub(super) file: PathBuf,
    /// SHA-512 of its bytes.
    pub(super) digest: String,
    pub(super) provenance: String,
    pub(super) revision: Option<Revision>,
    pub(super) withdrawn: bool,
    pub(super) form: Form,
    pub(super) variants: Vec<Variant>,
}

/// A document that was made; the bytes of its files come behind it in their order.
#[derive(Serialize, Deserialize)]
struct AnswerHead {
    files: Vec<FileHead>,
    warnings: Vec<SentDiagnostic>,
    pages: Vec<Looseness>,
    filling: Option<Filling>,
}

#[derive(Serialize, Deserialize)]
struct FileHead {
    variant: Variant,
    ending: String,
    bytes: usize,
}

/// A diagnostic with its words in both languages.
#[derive(Serialize, Deserialize)]
struct SentDiagnostic {
    severity: Severity,
    file: PathBuf,
    place: Option<Place>,
    field: String,
    message: Relayed,
}

impl Setup {
    pub(super) fn of(order: &Order) -> Self {
        Self {
            root: order.root.path().to_path_buf(),
            workspace: order.workspace_file.as_ref().map(|(_, bytes)| crate::hash::sha512(bytes)),
            fonts: order.fonts.clone(),
            output: order.output.clone(),
            write: order.write,
            times: order.times,
            kashida: order.workspace.theme.kashida,
        }
    }
}

/// The answer to a question.
pub(super) fn packed(made: Result<MadeDocument, Vec<Diagnostic>>) -> serde_json::Result<Vec<u8>> {
    let mut bodies = Vec::new();
    let answer = made.map_err(sent).map(|made| {
        let file = |file: MadeFile| {
            let head = FileHead { variant: file.variant, ending: file.ending.to_owned(), bytes: file.bytes.len() };
            bodies.extend(file.bytes);
            head
        };
        let files = made.files.into_iter().map(file).collect();
        AnswerHead { files, warnings: sent(made.warnings), pages: made.pages, filling: made.filling }
    });
    let head = serde_json::to_vec(&answer)?;
    Ok([&(head.len() as u64).to_le_bytes(), head.as_slice(), bodies.as_slice()].concat())
}

/// The document of an answer; none when the answer is no answer.
pub(super) fn unpacked(answer: &[u8]) -> Option<Result<MadeDocument, Vec<Diagnostic>>> {
    let (length, rest) = answer.split_first_chunk::<8>()?;
    let (head, mut bodies) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
    let head: Result<AnswerHead, Vec<SentDiagnostic>> = serde_json::from_slice(head).ok()?;
    let head = match head {
        Ok(head) => head,
        Err(problems) => return Some(Err(received(problems))),
    };
    let mut files = Vec::with_capacity(head.files.len());
    for FileHead { variant, ending, bytes } in head.files {
        let (body, rest) = bodies.split_at_checked(bytes)?;
        bodies = rest;
        let ending = ["pdf", "png", "jpg"].into_iter().find(|known| *known == ending)?;
        files.push(MadeFile { variant, bytes: body.to_vec(), ending });
    }
    Some(Ok(MadeDocument { files, warnings: received(head.warnings), pages: head.pages, filling: head.filling }))
}

fn sent(diagnostics: Vec<Diagnostic>) -> Vec<SentDiagnostic> {
    let sent = diagnostics.into_iter().map(|diagnostic| SentDiagnostic {
        severity: diagnostic.severity,
        file: diagnostic.file,
        place: diagnostic.place,
        field: diagnostic.field,
        message: Relayed::of(&diagnostic.message),
    });
    sent.collect()
}

fn received(diagnostics: Vec<SentDiagnostic>) -> Vec<Diagnostic> {
    let received = diagnostics.into_iter().map(|sent| Diagnostic {
        severity: sent.severity,
        file: sent.file,
        place: sent.place,
        field: sent.field,
        message: Message::Relayed(Box::new(sent.message)),
        edit: None,
    });
    received.collect()
}
