//! `nashra archive list`: what is in the archive.

use clap::Args;

use super::super::help::value;
use super::{Context, asked, of_workspace, say};
use crate::archive::State;
use crate::archive::index::{Card, Filters};
use crate::error::{DONE, Failure};
use crate::words::{ArchivePhrase, Phrase};

/// List the archived bulletins, the newest first.
#[derive(Debug, Args)]
pub(super) struct ListArgs {
    #[arg(long, value_name = "STATE")]
    state: Vec<State>,
    #[arg(long, value_name = "N", value_parser = value::limit)]
    limit: Option<usize>,
}

/// Prints a line for each.
pub(super) fn list(args: ListArgs, context: &mut Context) -> Result<u8, Failure> {
    let (archive, _) = of_workspace(context)?;
    let (mut cards, mut problems) = (Vec::new(), Vec::new());
    // Where nothing was ever archived nothing is made.
    if archive.root().is_dir() {
        let (filters, limit) = (Filters { states: args.state, ..Filters::default() }, args.limit.unwrap_or(usize::MAX));
        (cards, problems) = asked(&archive, context, |index| index.list(&filters, limit))?;
    }
    if !context.ui.json(&problems, &cards) {
        context.ui.report(&problems);
        for Card { id, number, state, title, .. } in &cards {
            let state = context.ui.text(&Phrase::Archive(ArchivePhrase::State((*state).into())));
            context.ui.data(&format!("{id}  {}  {state}  {title}", number.as_deref().unwrap_or("—")));
        }
        say(ArchivePhrase::Listed { count: cards.len() }, context);
    }
    Ok(DONE)
}
