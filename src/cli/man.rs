//! `nashra man`: the manual page of the program or of one command, as roff.

use clap::{Args, Command};
use clap_mangen::Man;

use super::Context;
use crate::error::{DONE, Failure, USAGE};

/// Print the manual page.
#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// One command's page instead of the program's
    #[arg(value_parser = ["init", "new", "check", "build", "print", "archive", "fonts", "templates", "completions", "man"])]
    command: Option<String>,
}

/// Prints the page of `command`, or of one below it, to stdout.
pub(super) fn man(args: &ManArgs, mut command: Command, context: &Context) -> Result<u8, Failure> {
    command.build();
    let page = match &args.command {
        None => Some(Man::new(command)),
        Some(name) => {
            command.find_subcommand(name).map(|found| Man::new(found.clone().display_name(format!("nashra-{name}"))))
        }
    };
    let mut roff = Vec::new();
    match page.map(|page| page.render(&mut roff)) {
        Some(Ok(())) => context.ui.bytes(&roff),
        _ => return Ok(USAGE),
    }
    Ok(DONE)
}
