//! `nashra archive rebuild`: the pages of an archived bulletin made again from what is archived
//! with it.

use clap::Args;
use serde::Serialize;

use super::super::build::times;
use super::super::help::value;
use super::{Context, named, of_workspace, say};
use crate::error::{DONE, Failure};
use crate::pipeline;
use crate::words::ArchivePhrase;

/// Make the pages of an archived bulletin again.
#[derive(Debug, Args)]
pub(super) struct RebuildArgs {
    #[arg(value_name = "NAME")]
    id: String,
    #[arg(long, value_name = "N", value_parser = value::version)]
    version: Option<u32>,
    #[arg(long)]
    compare: bool,
    #[arg(short, long, value_name = "DIR")]
    output: Option<std::path::PathBuf>,
}

#[derive(Serialize)]
struct RebuildResult<'a> {
    id: &'a str,
    version: u32,
    same: &'a [String],
    different: &'a [String],
}

/// Makes a version's files from its sources, and compares or writes them.
pub(super) fn rebuild(args: &RebuildArgs, context: &mut Context) -> Result<u8, Failure> {
    let (archive, _) = of_workspace(context)?;
    let object = named(&archive, &args.id, context)?;
    let remade = pipeline::remake(&archive, &object, args.version, times(context))?;
    if let Some(output) = &args.output {
        remade.write(&context.folder.join(output))?;
    }
    if !args.compare && args.output.is_some() {
        return Ok(DONE);
    }
    // Pages that are the same as what the inventory says are no proof that what lies there is.
    object.read_all(remade.version)?;
    let same = remade.compare()?;
    let id = object.id();
    let result = RebuildResult { id, version: remade.version, same: &same, different: &[] };
    if !context.ui.json(&[], &result) {
        say(ArchivePhrase::SameBytes { id: id.to_owned(), files: same.len() }, context);
    }
    Ok(DONE)
}
