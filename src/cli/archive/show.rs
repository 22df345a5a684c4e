//! `nashra archive show`: what is known of one bulletin.

use clap::Args;
use serde::Serialize;

use super::{Context, named, of_workspace, pages, state_word};
use crate::archive::{Happening, Kind, Record};
use crate::error::{DONE, Failure};
use crate::words::{ArchivePhrase, Label, Phrase};

/// Tell what is known of an archived bulletin.
#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    #[arg(value_name = "NAME")]
    id: String,
}

#[derive(Serialize)]
struct Shown<'a> {
    record: &'a Record,
    /// The finished files of each version, the first one first.
    files: &'a [Vec<String>],
}

/// Prints the record of a bulletin's newest version, and the files of all.
pub(super) fn show(args: &ShowArgs, context: &mut Context) -> Result<u8, Failure> {
    let (archive, _) = of_workspace(context)?;
    let object = named(&archive, &args.id, context)?;
    let record = object.record(object.head())?;
    let files: Vec<Vec<String>> = (1..=object.head()).map(|version| pages(&object, version, context)).collect();
    let ui = &context.ui;
    if ui.json(&[], &Shown { record: &record, files: &files }) {
        return Ok(DONE);
    }
    let text = |phrase| ui.text(&Phrase::Archive(phrase));
    let label = |label| text(ArchivePhrase::Label(label));
    let line = |name: Label, value: &str| ui.data(&format!("{}: {value}", label(name)));
    ui.data(&record.title);
    if let Some(number) = &record.number {
        line(Label::Number, number);
    }
    line(Label::Date, &record.date_line);
    let (state, number) = (text(state_word(record.kind, record.state)), record.revision);
    match record.kind {
        // Nothing of it is ever revised, and its pages have no code.
        Kind::Adopted => line(Label::State, &state),
        _ => line(Label::State, &format!("{state}، {}", text(ArchivePhrase::Revision { number }))),
    }
    if !record.code.is_empty() {
        line(Label::Code, &record.code);
    }
    ui.data(&format!("{}:", label(Label::History)));
    for happening in &record.history {
        ui.data(&format!("  {}", history_line(happening, &text(state_word(record.kind, happening.state)))));
        for change in &happening.changes {
            ui.data(&format!("    {}: {}", label(Label::Stood), change.stood));
            ui.data(&format!("    {}: {}", label(Label::Stands), change.stands));
        }
    }
    ui.data(&format!("{}:", label(Label::Files)));
    let mut listed: Vec<&String> = Vec::new();
    for file in files.iter().rev().flatten() {
        if !listed.contains(&file) {
            ui.data(&format!("  {file}"));
            listed.push(file);
        }
    }
    Ok(DONE)
}

/// The hours that Iraq is ahead of UTC, all year.
const IRAQ: i8 = 3;

/// A moment as the office's clock showed it: `2026-11-21 09:00 (UTC+3)`; as it stands where it is none.
fn in_iraq(moment: &str) -> String {
    let Ok(instant) = moment.parse::<jiff::Timestamp>() else { return moment.to_owned() };
    let there = instant.to_zoned(jiff::tz::offset(IRAQ).to_time_zone());
    format!("{} (UTC+{IRAQ})", there.strftime("%Y-%m-%d %H:%M"))
}

/// An event in one line.
fn history_line(happening: &Happening, state: &str) -> String {
    let mut line = format!("{}  {state}", in_iraq(&happening.time));
    if let Some(reason) = &happening.reason {
        line = format!("{line}: {reason}");
    }
    match &happening.authority {
        Some(authority) => format!("{line} ({authority})"),
        None => line,
    }
}
