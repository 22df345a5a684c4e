//! `nashra list`: reports and issues, and where each stands.

use clap::Args;

use super::archive::asked;
use super::help::value;
use super::{Context, site};
use crate::arabic::MonthSpan;
use crate::desk::{self, ArchivedDocuments, ListEntry, ListFilter, ListState};
use crate::error::{DONE, Failure};
use crate::words::{DeskPhrase, Phrase};

/// List reports and issues with their states.
#[derive(Debug, Args)]
pub(super) struct ListArgs {
    #[arg(value_name = "WORDS")]
    words: Vec<String>,
    #[arg(long, value_name = "MONTH", value_parser = value::month)]
    month: Option<MonthSpan>,
    #[arg(long, value_name = "LIST-STATE")]
    state: Vec<ListState>,
}

/// Prints a line for each, the newest first.
pub(super) fn list(args: ListArgs, context: &mut Context) -> Result<u8, Failure> {
    let mut site = site::need(context)?;
    let mut told = std::mem::take(&mut site.warnings);
    let content = desk::content(&site)?;
    let archive = site.archive();
    let mut archived = ArchivedDocuments::new();
    // Where nothing was ever archived nothing is made.
    if archive.root().is_dir() {
        let (found, damaged) = asked(&archive, context, |index| desk::archived(index, &content.documents))?;
        archived = found;
        told.extend(damaged);
    }
    let filter = ListFilter { month: args.month, states: args.state, words: args.words };
    let entries = desk::list(&site, &content, &archived, &filter);
    let ui = &context.ui;
    if ui.json(&told, &entries) {
        return Ok(DONE);
    }
    let lines: Vec<String> = entries.iter().map(|entry| line(entry, context)).collect();
    if !lines.is_empty() {
        ui.data(&lines.join("\n"));
    }
    ui.report(&told);
    ui.note(&Phrase::Desk(DeskPhrase::Listed { shown: entries.len(), all: content.documents.len() }));
    Ok(DONE)
}

/// One document in one line.
fn line(entry: &ListEntry, context: &Context) -> String {
    let ui = &context.ui;
    let name = |state: &ListState| ui.text(&Phrase::Desk(DeskPhrase::State(state.words())));
    let states = entry.states.iter().map(name).collect::<Vec<_>>().join(if ui.lang() == crate::words::Lang::Ar {
        "، "
    } else {
        ", "
    });
    let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "—".to_owned());
    format!("{}  {}  {states}  {}  {}", or_none(&entry.number), or_none(&entry.date), or_none(&entry.title), entry.file)
}
