//! `nashra completions`: what a shell needs to complete our commands.

use clap::{Args, Command};
use clap_complete::Shell;

use super::Context;
use crate::error::{DONE, Failure};

/// Print completions for a shell.
#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

/// Prints the completions of `command` to stdout.
pub(super) fn completions(args: &CompletionsArgs, mut command: Command, context: &Context) -> Result<u8, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "nashra", &mut script);
    context.ui.bytes(&script);
    Ok(DONE)
}
