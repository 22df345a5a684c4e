//! `nashra archive list`: what is in the archive.

use clap::Args;
use serde::Serialize;

use super::{Context, of_workspace, say};
use crate::archive::{Record, State};
use crate::error::{DONE, Failure};
use crate::words::{ArchivePhrase, Phrase};

/// List the archived bulletins, the newest first.
#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// Only those of this state
    #[arg(long, value_name = "STATE")]
    state: Option<State>,
    /// How many at the most [default: all]
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

#[derive(Serialize)]
struct Listed {
    id: String,
    kind: &'static str,
    number: Option<String>,
    date: String,
    title: String,
    state: State,
    revision: u32,
}

/// Prints a line for each.
pub(super) fn list(args: &ListArgs, context: &mut Context) -> Result<u8, Failure> {
    let (archive, _) = of_workspace(context)?;
    let mut listed = Vec::new();
    for folder in archive.folders()?.iter().rev() {
        let id = folder.file_name().unwrap_or_default().to_string_lossy();
        let object = archive.object(&id)?;
        let record = object.record(object.head())?;
        if args.state.is_none_or(|state| state == record.state) {
            listed.push(entry(record));
        }
        if args.limit == Some(listed.len()) {
            break;
        }
    }
    if !context.ui.json(&[], &listed) {
        for entry in &listed {
            let state = context.ui.text(&Phrase::Archive(ArchivePhrase::State(entry.state)));
            let number = entry.number.as_deref().unwrap_or("—");
            context.ui.data(&format!("{}  {number}  {state}  {}", entry.id, entry.title));
        }
        say(ArchivePhrase::Listed { count: listed.len() }, context);
    }
    Ok(DONE)
}

fn entry(record: Record) -> Listed {
    let Record { id, kind, number, date, title, state, revision, .. } = record;
    Listed { id, kind: kind.name(), number, date, title, state, revision }
}
