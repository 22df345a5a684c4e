//! Issues of the newsletter that carry a report: what happens to the report does not change their pages.

use std::path::Path;

use crate::archive::index::Filters;
use crate::archive::{Archive, Kind, Object, Problem, State};
use crate::diag::Diagnostic;
use crate::pipeline::load::{SOURCE, build_note};
use crate::words::{ArchiveProblem, CarryingIssue};

/// A warning that names the archived issues that hold and were made from a bulletin's report. What was
/// done to the bulletin is done: issues that can't be read are told as a warning too.
#[must_use]
pub fn carried(archive: &Archive, object: &Object) -> Option<Diagnostic> {
    match found(archive, object) {
        Ok(found) => found.map(|problem| Diagnostic::warning(Path::new(""), problem)),
        Err(Problem::Said(said)) => Some(Diagnostic::warning(Path::new(""), said)),
        Err(Problem::Machine(error)) => Some(Diagnostic::warning(Path::new(""), error.told())),
    }
}

fn found(archive: &Archive, object: &Object) -> Result<Option<ArchiveProblem>, Problem> {
    let record = object.record(object.head())?;
    if record.kind != Kind::Bulletin {
        return Ok(None);
    }
    let (head, is_withdrawn) = (object.head(), record.state == State::Withdrawn);
    let source = format!("{SOURCE}/{}", build_note(object, head)?.file);
    let text_of = |version| Some(object.inventory().stored(version, &source)?.1);
    // What was corrected holds, so an issue with its newest text is right.
    let holds = text_of(head).filter(|_| !is_withdrawn);
    let texts: Vec<&str> = (1..=head).filter_map(text_of).filter(|text| Some(*text) != holds).collect();
    let filters = Filters { kinds: vec![Kind::Newsletter], ..Filters::default() };
    let ask = |id: &str| archive.ask(&mut |_, _| {}, |index| index.files(id)).map(|asked| asked.answer);
    let cards = archive.ask(&mut |_, _| {}, |index| index.list(&filters, usize::MAX))?.answer;
    let mut issues = Vec::new();
    for card in cards.iter().filter(|card| card.state != State::Withdrawn) {
        let files = ask(&card.id)?;
        let mut newest = files.iter().filter(|file| file.version == card.version);
        // A file of this name may have held another report once; what was printed is its text.
        if newest.any(|file| file.name == source && texts.contains(&file.digest.as_str())) {
            let issue = archive.proved(&card.id)?;
            issues.push(CarryingIssue { id: card.id.clone(), file: build_note(&issue, issue.head())?.file });
        }
    }
    if issues.is_empty() {
        return Ok(None);
    }
    Ok(Some(ArchiveProblem::InIssues { id: object.id().to_owned(), issues, is_withdrawn }))
}
