//! Problems of the desk, in English.

use super::super::forms::{OWN_FILE, SOME_NAME, argument, last_file, names, plural};
use super::super::{DeskProblem as P, Words};

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::FormWithoutNumber { found } => Words::new(
            format!("the form `{found}` must have the place of the number once"),
            "write {n} where the number stands, and {year} where the year does: `form = \"م.و/{n}\"`",
        ),
        P::FormWithUnknown { part } => Words::new(
            format!("`{part}` in the form stands for nothing"),
            "only {n} stands for the number and {year} for the year: `form = \"{n}/{year}\"`",
        ),
        P::FormJoined { found } => Words::new(
            format!("in numbers of the form `{found}` nobody could tell the number from the digits beside it"),
            "put a stroke between them: `form = \"{n}/{year}\"`",
        ),
        P::ApprovalArchived { id } => Words::new(
            format!("this is in the archive already as `{id}`, so its status and number stay"),
            format!(
                "to change what was published run: nashra archive correct {OWN_FILE} --reason \"…\"; to take it back: nashra archive withdraw {id} --reason \"…\""
            ),
        ),
        P::ApprovedOtherwise { number } => Words::new(
            format!("this is approved already, with the number `{number}`"),
            format!("to give it another one take its approval back first: nashra approve --undo {OWN_FILE}"),
        ),
        P::NumberInUse { number, holder, next } => Words::new(
            format!("`{holder}` has the number `{number}`"),
            format!("take a free one; this gives the next: nashra approve {OWN_FILE} --number {}", argument(next)),
        ),
        P::NumberTwice { number, holders } => Words::new(
            format!("several have the number `{number}`: {}", names(holders, ", ")),
            format!(
                "find out which of them went out with it; take back the approval of the other, delete its `number` and approve it again: nashra approve --undo {}",
                last_file(holders)
            ),
        ),
        P::NumbersMissing { year, spans, all } => missing(*year, spans, *all),
        P::OneNumberForMany { found } => Words::new(
            format!("one number for {}", plural(*found, "report")),
            "name one report, or leave --number out: each gets the next number",
        ),
        P::NoteWithoutNumber { found } => Words::new(
            format!("`{found}` is no number"),
            "write the number as it stands on paper: `number = \"م.و/٤١٨\"`",
        ),
        P::NoteWithoutYear { number } => {
            Words::new(format!("the number `{number}` may be of any year"), "add the year below it: `year = 2026`")
        }
        P::NoteBackwards { first, last } => Words::new(
            format!("no numbers go from `{first}` to `{last}`"),
            "write the first in `number` and the last in `to`; `to` may be left out",
        ),
        P::EmptyRegister { year } => Words::new(
            format!("nothing of {year} has a number, so there is no register to set"),
            "name another year or month, or give a report its number: `nashra approve` with its file",
        ),
        P::TwoYears { year, other } => Words::new(
            format!("the year {year} is asked for, and a month of {other}"),
            "leave one of them out: `--month 2026-11` has its year",
        ),
        P::OneAtATime { found } => Words::new(
            format!("this works on one report at a time, and here are {found}"),
            "name one file: `content/2026-11-20-school-visit.toml`",
        ),
        P::SameName { slug } => {
            Words::new(format!("its name is `{slug}` already"), "name another one; nothing was changed")
        }
        P::NameInArchive { id } => {
            Words::new(format!("the archive has `{id}` already"), "choose another name, or another date in the report")
        }
        P::MoveArchived { id } => Words::new(
            format!("this is in the archive as `{id}`, so its file stays where it is"),
            format!(
                "to take it back run: nashra archive withdraw {id} --reason \"…\"; to use its text again under a name of your own: nashra copy {OWN_FILE} {SOME_NAME}"
            ),
        ),
        P::InArchivedIssue { id } => Words::new(
            format!("the archived issue `{id}` names this report by the name it has"),
            format!(
                "leave it as it is; to use its text under a name of your own run: nashra copy {OWN_FILE} {SOME_NAME}"
            ),
        ),
        P::ReportInIssue { issue } => Words::new(
            format!("this report stands in the issue `{issue}`"),
            "take it out of the issue first: delete its `[[articles]]`",
        ),
        P::Unreadable => Words::new(
            "this file can't be read as a report",
            format!("to see what is wrong in it run: nashra check {OWN_FILE}"),
        ),
        P::HiddenEnding { name } => Words::new(
            "this file is not read: its name does not end with `.toml`",
            format!(
                "if it is a report name it `{name}`; Windows may hide the last ending (View, File name extensions)"
            ),
        ),
        P::NotAReport => Words::new(
            "this file is not read: reports are files that end with `.toml`",
            format!(
                "begin a report and paste the text into it: nashra new {SOME_NAME}; what only belongs to one goes into `assets`"
            ),
        ),
        P::NotApproved => Words::new("this is no approved report", "nothing has to be undone"),
        P::NothingToUndo => Words::new(
            "there is nothing to undo",
            "only the last nashra check --fix of this workspace can be undone, and only once",
        ),
        P::ChangedSince => Words::new(
            "this file was changed since, so it stays as it is",
            "to have it as it was take back what you wrote since, by hand, and run the command again",
        ),
    }
}

fn missing(year: i32, spans: &[(String, Option<String>)], all: usize) -> Words {
    let span = |(first, last): &(String, Option<String>)| match last {
        Some(last) => format!("`{first}` to `{last}`"),
        None => format!("`{first}`"),
    };
    let mut listed = spans.iter().map(span).collect::<Vec<_>>().join(", ");
    if all > spans.len() {
        listed.push_str(&format!(" and {} more", all - spans.len()));
    }
    Words::new(
        format!("numbers of {year} that nobody has: {listed}"),
        format!(
            "if another paper has one, all is well; else give it to a draft: `nashra approve` with its file and `--number {}`",
            spans.first().map(|(first, _)| argument(first)).unwrap_or_default()
        ),
    )
}
