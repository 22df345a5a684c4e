//! `nashra archive`: what was published, kept for good. One file a command, as in [`super`].

mod add;
mod adopt;
mod correct;
mod export;
mod list;
mod opened;
mod rebuild;
mod reindex;
mod search;
mod show;
mod site;
mod verify;
mod withdraw;

use clap::{Args, Subcommand};

pub(super) use self::opened::asked;
use self::opened::{DecisionArgs, act, named, of_workspace, pages, say, state_word, writer};
use super::Context;
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
    Add(add::AddArgs),
    Adopt(adopt::AdoptArgs),
    Correct(correct::CorrectArgs),
    Withdraw(withdraw::WithdrawArgs),
    List(list::ListArgs),
    Search(Box<search::SearchArgs>),
    Show(show::ShowArgs),
    Verify(verify::VerifyArgs),
    Rebuild(rebuild::RebuildArgs),
    Reindex(reindex::ReindexArgs),
    Export(export::ExportArgs),
    Site(site::SiteArgs),
}

/// Runs one of the archive's commands.
pub(super) fn archive(args: ArchiveArgs, context: &mut Context) -> Result<u8, Failure> {
    match args.command {
        ArchiveCommand::Add(args) => add::add(args, context),
        ArchiveCommand::Adopt(args) => adopt::adopt(args, context),
        ArchiveCommand::Correct(args) => correct::correct(args, context),
        ArchiveCommand::Withdraw(args) => withdraw::withdraw(&args, context),
        ArchiveCommand::List(args) => list::list(args, context),
        ArchiveCommand::Search(args) => search::search(&args, context),
        ArchiveCommand::Show(args) => show::show(&args, context),
        ArchiveCommand::Verify(args) => verify::verify(&args, context),
        ArchiveCommand::Rebuild(args) => rebuild::rebuild(&args, context),
        ArchiveCommand::Reindex(args) => reindex::reindex(&args, context),
        ArchiveCommand::Export(args) => export::export(&args, context),
        ArchiveCommand::Site(args) => site::site(&args, context),
    }
}
