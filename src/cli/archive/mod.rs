//! `nashra archive`: what was published, kept for good. One file a command, as in [`super`].

mod show;

use clap::{Args, Subcommand};

use super::{Context, site};
use crate::archive::Archive;
use crate::error::Failure;

/// Keep, find and prove what was published.
#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
pub(super) struct ArchiveArgs {
    #[command(subcommand)]
    command: ArchiveCommand,
}

#[derive(Debug, Subcommand)]
enum ArchiveCommand {
    /// Tell what is known of an archived bulletin
    Show(show::ShowArgs),
}

/// Runs one of the archive's commands.
pub(super) fn archive(args: ArchiveArgs, context: &mut Context) -> Result<u8, Failure> {
    match args.command {
        ArchiveCommand::Show(args) => show::show(&args, context),
    }
}

/// The workspace's archive.
fn of_workspace(context: &mut Context) -> Result<Archive, Failure> {
    let site = site::need(context)?;
    Ok(Archive::new(&site.root.path().join(&site.workspace.folders.archive)))
}
