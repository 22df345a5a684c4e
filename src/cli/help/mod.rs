//! Help, and what to say to a command line that is wrong, in the user's language.
//!
//! The command line is described once, by the arguments' types. Only when there is something to
//! show is it described again with the catalogue's words and asked the same question.

mod given;
mod man;
mod speech;
mod usage;
pub(super) mod value;

use std::env;
use std::ffi::OsString;

use clap::Args;
use clap::error::ErrorKind;

use super::{Context, site};
use crate::diag::Diagnostic;
use crate::error::{DONE, Failure, USAGE};
use crate::ui::Ui;
use crate::words::{Lang, UsageProblem, nearest};

pub(super) use given::language_of;
pub(super) use man::man_page;

/// The variable of the environment with the language of messages.
pub(super) const LANGUAGE: &str = "NASHRA_LANG";

/// Print the help of a command.
#[derive(Debug, Args)]
pub(super) struct HelpArgs {
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

/// Prints the help of the program or of one command.
pub(super) fn help(args: &HelpArgs, root: clap::Command, context: &mut Context) -> Result<u8, Failure> {
    let mut command = found(root, &args.command, context)?;
    context.ui.page(&command.render_long_help(), true);
    Ok(DONE)
}

/// The command line with the words of a language.
pub(super) fn command(root: clap::Command, lang: Lang) -> clap::Command {
    speech::spoken(root, lang)
}

/// The command of a path such as `archive add`, with the words of the run's language.
pub(super) fn found(root: clap::Command, path: &[String], context: &mut Context) -> Result<clap::Command, Failure> {
    // For the language alone: help is the same in a workspace with mistakes and in none.
    let _ = site::find(context);
    let mut command = command(root, context.ui.lang());
    let mut line = "nashra".to_owned();
    for name in path {
        let Some(next) = command.find_subcommand(name) else {
            let known: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
            let near = nearest(name, &known).map(str::to_owned);
            let problem = UsageProblem::UnknownCommand { found: name.clone(), near, help: format!("{line} --help") };
            return Err(Failure::Usage(problem.into()));
        };
        command = next.clone();
        line = format!("{line} {name}");
    }
    Ok(command)
}

/// Shows the help that was asked for, or says what is wrong with the arguments; returns the exit
/// code.
pub(super) fn stop(root: clap::Command, arguments: &[OsString]) -> u8 {
    let given = given::Given::new(arguments);
    let lang = given.language(env::var(LANGUAGE).ok().as_deref());
    let ui = Ui::new(given.format, lang, false);
    let mut command = command(root, lang);
    let Err(error) = command.try_get_matches_from_mut(arguments) else { return USAGE };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            ui.page(&error.render(), true);
            DONE
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ui.page(&error.render(), false);
            USAGE
        }
        _ => {
            let help = format!("{} --help", given::command_line(&command, arguments));
            ui.report(&[Diagnostic::bare(usage::problem(&error, help, lang))]);
            USAGE
        }
    }
}

#[cfg(test)]
mod tests;
