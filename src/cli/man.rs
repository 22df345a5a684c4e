//! `nashra man`: the manual page of the program or of one command, as roff.

use std::path::Path;

use clap::{Args, Command};

use super::{Context, help};
use crate::error::{DONE, Failure};
use crate::store::PathError;
use crate::words::Tried;

/// Print the manual page.
#[derive(Debug, Args)]
pub(super) struct ManArgs {
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

/// Prints the page to stdout.
pub(super) fn man(args: &ManArgs, root: Command, context: &mut Context) -> Result<u8, Failure> {
    let command = help::found(root, &args.command, context)?;
    let page = help::man_page(command, context.ui.lang()).map_err(PathError::trying(Tried::Write, Path::new("man")))?;
    context.ui.bytes(&page);
    Ok(DONE)
}
