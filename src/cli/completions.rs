//! `nashra completions`: what a shell needs to complete our commands.

use clap::{Args, Command};
use clap_complete::Shell;

use super::{Context, help, site};
use crate::error::{DONE, Failure};

/// Print completions for a shell.
#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    shell: Shell,
}

/// Prints the completions to stdout.
pub(super) fn completions(args: &CompletionsArgs, root: Command, context: &mut Context) -> Result<u8, Failure> {
    // For the language of what completions say.
    let _ = site::find(context);
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(root, context.ui.lang()), "nashra", &mut script);
    context.ui.bytes(&script);
    Ok(DONE)
}
