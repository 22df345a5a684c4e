//! `nashra archive search`: archived bulletins by what stands in them.

use clap::Args;

use super::super::help::value;
use super::{Context, asked, of_workspace, say, state_word};
use crate::arabic::forms::PATTERN;
use crate::archive::index::{Day, Filters, Hit, Query, SearchResults, Term};
use crate::archive::{Archive, Kind, State};
use crate::diag::Diagnostic;
use crate::error::{DONE, Failure};
use crate::words::{ArchivePhrase, ArchiveProblem, Phrase};

/// Find archived bulletins by their words, dates, places and speakers.
#[derive(Debug, Args)]
pub(super) struct SearchArgs {
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    #[arg(long, value_name = "WORDS")]
    without: Vec<String>,
    #[arg(long, value_name = "WORDS")]
    place: Vec<String>,
    #[arg(long, value_name = "WORDS")]
    speaker: Vec<String>,
    #[arg(long, value_name = "WORDS")]
    tag: Vec<String>,
    #[arg(long, value_name = "NUMBER")]
    number: Option<String>,
    #[arg(long, value_name = "STATE")]
    state: Vec<State>,
    #[arg(long, value_name = "KIND")]
    kind: Vec<Kind>,
    #[arg(long, value_name = "DATE", value_parser = value::days)]
    from: Option<Day>,
    #[arg(long, value_name = "DATE", value_parser = value::days)]
    to: Option<Day>,
    #[arg(long, value_name = "N", default_value = "10", value_parser = value::limit)]
    limit: usize,
}

impl SearchArgs {
    /// The whole query: what was typed and what the options say.
    fn query(&self) -> Result<Query, Failure> {
        let parse =
            |text: &str| Query::parse(text).map_err(|fault| Failure::Usage(ArchiveProblem::Query(fault).into()));
        let mut query = parse(&self.query.join(" "))?;
        let terms = |texts: &[String]| texts.iter().filter_map(|text| Term::new(text, false)).collect::<Vec<_>>();
        for text in &self.without {
            query.without.extend(parse(text)?.terms);
        }
        let Filters { places, speakers, tags, numbers, states, kinds, from, to, .. } = &mut query.filters;
        places.extend(terms(&self.place));
        speakers.extend(terms(&self.speaker));
        tags.extend(terms(&self.tag));
        numbers.extend(terms(self.number.as_slice()));
        states.extend(&self.state);
        kinds.extend(&self.kind);
        *from = self.from.or(*from);
        *to = self.to.or(*to);
        Ok(query)
    }
}

/// Prints what is found, the best first.
pub(super) fn search(args: &SearchArgs, context: &mut Context) -> Result<u8, Failure> {
    let (archive, _) = of_workspace(context)?;
    let (found, problems) = found(&archive, args, context)?;
    if context.ui.json(&problems, &found) {
        return Ok(DONE);
    }
    context.ui.report(&problems);
    for slip in &found.slips {
        say(ArchivePhrase::Meant { typed: slip.typed.clone(), meant: slip.meant.clone() }, context);
    }
    let mut is_widened = !found.slips.is_empty();
    for hit in &found.hits {
        if hit.level > PATTERN && !is_widened {
            is_widened = true;
            say(ArchivePhrase::Widened, context);
        }
        show(hit, context);
    }
    say(
        match found.hits.len() {
            0 => ArchivePhrase::NothingFound,
            shown => ArchivePhrase::Searched { found: found.total, more: found.more, shown },
        },
        context,
    );
    if found.more || found.total > found.hits.len() {
        say(ArchivePhrase::Narrow, context);
    }
    Ok(DONE)
}

/// Searches; what could not be read, when the index was made anew for it, is told.
fn found(archive: &Archive, args: &SearchArgs, context: &Context) -> Result<(SearchResults, Vec<Diagnostic>), Failure> {
    let query = args.query()?;
    // Where nothing was ever archived nothing is made.
    if !archive.root().is_dir() {
        return Ok((SearchResults::default(), Vec::new()));
    }
    asked(archive, context, |index| index.search(&query, args.limit))
}

/// Two lines: what it is, and where the words stand in it.
fn show(hit: &Hit, context: &Context) {
    let ui = &context.ui;
    let card = &hit.card;
    let mut line = vec![card.number.clone().unwrap_or_else(|| "—".to_owned()), card.date.clone()];
    line.push(ui.marked(hit.title.parts()));
    if card.state != State::Published || card.kind == Kind::Adopted {
        line.push(format!("[{}]", ui.text(&Phrase::Archive(state_word(card.kind, card.state)))));
    }
    line.push(card.id.clone());
    ui.data(&line.join("  "));
    if !hit.snippet.text.is_empty() {
        ui.data(&format!("    {}", ui.marked(hit.snippet.parts())));
    }
    // What was typed stands there as it was typed, or this says what does.
    if hit.level > 0 && !hit.found.is_empty() {
        ui.data(&format!("    {}", ui.text(&Phrase::Archive(ArchivePhrase::FoundWords(hit.found.clone())))));
    }
}
