//! `nashra archive list`: what is in the archive.

use clap::Args;

use super::super::help::value;
use super::{Context, asked, of_workspace, say, state_word};
use crate::arabic::MonthSpan;
use crate::archive::State;
use crate::archive::index::{Card, Day, Filters};
use crate::error::{DONE, Failure};
use crate::words::{ArchivePhrase, Phrase};

/// List the archived bulletins, the newest first.
#[derive(Debug, Args)]
pub(super) struct ListArgs {
    #[arg(long, value_name = "STATE")]
    state: Vec<State>,
    #[arg(long, value_name = "MONTH", value_parser = value::month)]
    month: Option<MonthSpan>,
    #[arg(long, value_name = "N", value_parser = value::limit)]
    limit: Option<usize>,
}

/// Prints a line for each.
pub(super) fn list(args: ListArgs, context: &mut Context) -> Result<u8, Failure> {
    let (archive, _) = of_workspace(context)?;
    let (mut cards, mut problems) = (Vec::new(), Vec::new());
    // Where nothing was ever archived nothing is made.
    if archive.root().is_dir() {
        let limit = args.limit.unwrap_or(usize::MAX);
        // A month of no year is none of the index's spans.
        let known = args.month.filter(|month| month.year.is_some()).and_then(|month| Day::parse(&text(month)));
        let filters = Filters { states: args.state, from: known, to: known, ..Filters::default() };
        let at_most = if args.month.is_some() && known.is_none() { usize::MAX } else { limit };
        (cards, problems) = asked(&archive, context, |index| index.list(&filters, at_most))?;
        cards.retain(|card| args.month.is_none_or(|month| month.has(&card.date)));
        cards.truncate(limit);
    }
    if !context.ui.json(&problems, &cards) {
        context.ui.report(&problems);
        for Card { id, number, kind, state, title, .. } in &cards {
            let state = context.ui.text(&Phrase::Archive(state_word(*kind, *state)));
            context.ui.data(&format!("{id}  {}  {state}  {title}", number.as_deref().unwrap_or("—")));
        }
        say(ArchivePhrase::Listed { count: cards.len() }, context);
    }
    Ok(DONE)
}

/// A month of a year, or a year, as the index reads it.
fn text(month: MonthSpan) -> String {
    let year = month.year.unwrap_or_default();
    month.month.map_or_else(|| format!("{year:04}"), |month| format!("{year:04}-{month:02}"))
}
