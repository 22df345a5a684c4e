//! `nashra archive verify`: whether the archive is what it was, and what a file or a code from
//! paper is.

use std::num::NonZero;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::super::help::value;
use super::{Context, of_workspace, say};
use crate::archive::{Archive, Verified};
use crate::diag::Diagnostic;
use crate::error::{self, CONTENT, DONE, Failure};
use crate::hash;
use crate::words::{Answer, ArchivePhrase, Phrase};
use crate::workers;

/// Prove the archive, a file or a code.
#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    #[arg(value_name = "FILE|CODE")]
    what: Vec<String>,
    #[arg(short, long, value_name = "N", value_parser = value::count)]
    jobs: Option<NonZero<usize>>,
}

#[derive(Serialize)]
struct VerifyResult<'a> {
    objects: usize,
    files: u64,
    bytes: u64,
    events: u64,
    head: &'a str,
}

#[derive(Serialize)]
struct ProofResult<'a> {
    what: &'a str,
    #[serde(flatten)]
    proof: &'a Answer,
}

/// Looks at the whole archive, or at what is named.
pub(super) fn verify(args: &VerifyArgs, context: &mut Context) -> Result<u8, Failure> {
    let (archive, _) = of_workspace(context)?;
    if args.what.is_empty() {
        return whole(&archive, args.jobs.map_or_else(workers::processors, NonZero::get), context);
    }
    let mut proofs = Vec::new();
    for what in &args.what {
        proofs.push((what, prove(&archive, what, context)?));
    }
    let results: Vec<_> = proofs.iter().map(|(what, proof)| ProofResult { what, proof }).collect();
    if !context.ui.json(&[], &results) {
        for (what, proof) in &proofs {
            let phrase = ArchivePhrase::Proof { what: (*what).clone(), answer: proof.clone() };
            context.ui.data(&context.ui.text(&Phrase::Archive(phrase)));
        }
    }
    let holds = proofs.iter().all(|(_, proof)| matches!(proof, Answer::Authentic { .. }));
    Ok(if holds { DONE } else { CONTENT })
}

/// Proves a file, or if there is no such file, the bulletin with this code.
fn prove(archive: &Archive, what: &str, context: &Context) -> Result<Answer, Failure> {
    let path = context.folder.join(what);
    if path.is_file() {
        let (digest, _) = hash::of_file(&path).map_err(|error| Failure::from((path, error)))?;
        return Ok(archive.prove_file(&digest)?);
    }
    // What looks like a file's name is not taken for a code.
    if what.contains('.') {
        return Err(Failure::from((PathBuf::from(what), std::io::ErrorKind::NotFound.into())));
    }
    Ok(archive.prove_code(what)?)
}

fn whole(archive: &Archive, jobs: usize, context: &Context) -> Result<u8, Failure> {
    let Verified { objects, files, bytes, events, head, problems } = archive.verify(jobs)?;
    let diagnostics: Vec<Diagnostic> = problems.into_iter().map(Diagnostic::bare).collect();
    let ui = &context.ui;
    if !ui.json(&diagnostics, &VerifyResult { objects, files, bytes, events, head: &head }) {
        ui.report(&diagnostics);
        say(ArchivePhrase::Verified { objects, files, events, problems: diagnostics.len() }, context);
        say(ArchivePhrase::Head { hash: head }, context);
    }
    Ok(error::exit_code(&diagnostics))
}
