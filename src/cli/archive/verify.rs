//! `nashra archive verify`: whether the archive is what it was, and what a file or a code from
//! paper is.

use std::num::NonZero;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::super::help::value;
use super::{Context, named, of_workspace, say};
use crate::archive::index::is_whole_code;
use crate::archive::{Archive, Problem, Verified};
use crate::diag::Diagnostic;
use crate::error::{self, CONTENT, DONE, Failure, RESAVED};
use crate::files::{self, ReadProblem};
use crate::hash;
use crate::words::{Answer, ArchivePhrase, ArchiveProblem, Phrase};
use crate::workers;

/// The most bytes of a file that is looked into for a code.
const MAX_COPY: u64 = 64 * 1024 * 1024;

/// Prove the archive, a file or a code.
#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    #[arg(value_name = "FILE|CODE")]
    what: Vec<String>,
    #[arg(long, value_name = "HASH", value_parser = value::hash, conflicts_with = "what")]
    expect: Option<String>,
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
    /// The line of the ledger that has the hash expected.
    noted: Option<u64>,
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
        let jobs = args.jobs.map_or_else(workers::processors, NonZero::get);
        return whole(&archive, jobs, args.expect.as_deref(), context);
    }
    let mut proofs = Vec::new();
    let asked = joined(&args.what, context);
    for what in &asked {
        proofs.push((what, prove(&archive, what, context)?));
    }
    let results: Vec<_> = proofs.iter().map(|(what, proof)| ProofResult { what, proof }).collect();
    if !context.ui.json(&[], &results) {
        for (what, proof) in &proofs {
            let phrase = ArchivePhrase::Proof { what: (*what).clone(), answer: proof.clone() };
            context.ui.data(&context.ui.text(&Phrase::Archive(phrase)));
        }
    }
    Ok(exit_code(proofs.iter().map(|(_, answer)| answer)))
}

/// The exit code for several answers: that of the only kind that is not authentic, if there is one.
fn exit_code<'a>(answers: impl Iterator<Item = &'a Answer>) -> u8 {
    let mut codes = answers.filter_map(|answer| match answer {
        Answer::Authentic { .. } | Answer::Adopted { .. } => None,
        Answer::Resaved { .. } => Some(RESAVED),
        _ => Some(CONTENT),
    });
    let first = codes.next().unwrap_or(DONE);
    if codes.any(|code| code != first) { CONTENT } else { first }
}

/// The files and codes that were typed: a code with spaces in it is one and not several.
fn joined(what: &[String], context: &Context) -> Vec<String> {
    let stands_alone = |what: &String| is_whole_code(what) || context.folder.join(what).is_file();
    let whole = what.join(" ");
    match what {
        [before @ .., _] if !before.is_empty() && !before.iter().any(stands_alone) && is_whole_code(&whole) => {
            vec![whole]
        }
        _ => what.to_vec(),
    }
}

/// Proves a file, or if there is no such file, the bulletin with this code.
fn prove(archive: &Archive, what: &str, context: &Context) -> Result<Answer, Failure> {
    let path = context.folder.join(what);
    if path.is_file() {
        let (digest, _) = hash::of_file(&path).map_err(|error| Failure::from((path.clone(), error)))?;
        return Ok(match archive.prove_file(&digest)? {
            Answer::Unknown => copy(archive, &path)?,
            answer => answer,
        });
    }
    // What looks like a file's name is not taken for a code; a number may have points, as م.و/٤١٨
    // has.
    if what.contains('.') && !is_whole_code(what) {
        return Err(Failure::from((PathBuf::from(what), std::io::ErrorKind::NotFound.into())));
    }
    match archive.prove_code(what)? {
        // Who takes the number for the code would call a true bulletin false.
        Answer::Unknown if named(archive, what, context).is_ok() => {
            Err(Problem::from(ArchiveProblem::NumberNotCode { number: what.to_owned() }).into())
        }
        answer => Ok(answer),
    }
}

/// Proves a file that was not published as it is: a PDF may carry a code.
fn copy(archive: &Archive, path: &Path) -> Result<Answer, Failure> {
    match files::read_file(path, MAX_COPY) {
        Ok(bytes) => Ok(archive.prove_copy(&bytes)?),
        Err(ReadProblem::TooLarge { .. }) => Ok(Answer::Unknown),
        Err(problem) => Err(Failure::Machine(problem.told(path).into())),
    }
}

fn whole(archive: &Archive, jobs: usize, expected: Option<&str>, context: &Context) -> Result<u8, Failure> {
    let Verified { objects, files, bytes, events, head, noted, problems } = archive.verify(jobs, expected)?;
    let diagnostics: Vec<Diagnostic> = problems.into_iter().map(Diagnostic::bare).collect();
    let ui = &context.ui;
    if !ui.json(&diagnostics, &VerifyResult { objects, files, bytes, events, head: &head, noted }) {
        ui.report(&diagnostics);
        say(ArchivePhrase::Verified { objects, files, events, problems: diagnostics.len() }, context);
        if let Some(line) = noted {
            say(ArchivePhrase::Noted { line, events }, context);
        }
        say(ArchivePhrase::Head { hash: head }, context);
    }
    Ok(error::exit_code(&diagnostics))
}
