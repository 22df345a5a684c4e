//! `nashra archive export`: copies to hand over to another archive.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::{Context, act, named, of_workspace, say};
use crate::archive::Archive;
use crate::error::{DONE, Failure};
use crate::words::ArchivePhrase;

/// Copy archived bulletins to hand them over.
#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[arg(long, required_unless_present = "eark", conflicts_with = "eark")]
    bagit: bool,
    #[arg(long)]
    eark: bool,
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    #[arg(value_name = "NAME")]
    names: Vec<String>,
}

#[derive(Serialize)]
struct ExportResult {
    objects: usize,
    files: usize,
    bytes: u64,
}

/// Makes a bag, or packages.
pub(super) fn export(args: &ExportArgs, context: &mut Context) -> Result<u8, Failure> {
    let (archive, site) = of_workspace(context)?;
    let act = act(&site.workspace, context);
    let folder = context.folder.join(&args.folder);
    let export = if args.eark { Archive::sip } else { Archive::bag };
    let found = |name: &String| Ok(named(&archive, name, context)?.id().to_owned());
    let ids = args.names.iter().map(found).collect::<Result<Vec<_>, Failure>>()?;
    let bag = export(&archive, &folder, &ids, &act)?;
    let result = ExportResult { objects: bag.objects, files: bag.files, bytes: bag.bytes };
    if !context.ui.json(&[], &result) {
        let folder = args.folder.display().to_string();
        say(ArchivePhrase::Exported { count: bag.objects, folder }, context);
    }
    Ok(DONE)
}
