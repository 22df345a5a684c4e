//! `nashra archive`: what was published, kept for good. One file a command, as in [`super`].

mod show;
mod site;

use clap::{Args, Subcommand};

use super::{Context, site as workspace};
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
    /// Make a web site of the archive that needs no server
    Site(site::SiteArgs),
}

/// Runs one of the archive's commands.
pub(super) fn archive(args: ArchiveArgs, context: &mut Context) -> Result<u8, Failure> {
    match args.command {
        ArchiveCommand::Show(args) => show::show(&args, context),
        ArchiveCommand::Site(args) => site::site(&args, context),
    }
}

/// The workspace's archive.
fn of_workspace(context: &mut Context) -> Result<Archive, Failure> {
    let site = workspace::need(context)?;
    Ok(Archive::new(&site.root.path().join(&site.workspace.folders.archive)))
}
