//! `nashra archive show`: what is known of one bulletin.

use clap::Args;

use super::{Context, of_workspace};
use crate::error::{DONE, Failure};

/// Tell what is known of an archived bulletin.
#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    /// Its name, as `nashra archive list` shows it
    #[arg(value_name = "NAME")]
    id: String,
}

/// Prints the record of a bulletin's newest version.
pub(super) fn show(args: &ShowArgs, context: &mut Context) -> Result<u8, Failure> {
    let object = of_workspace(context)?.object(&args.id)?;
    let record = object.record(object.head())?;
    if !context.ui.json(&[], &record) {
        context.ui.data(&record.title);
    }
    Ok(DONE)
}
