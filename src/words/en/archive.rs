//! The archive's messages in English.

use super::super::archive::day;
use super::super::forms::{OWN_FILE, argument, bytes};
use super::super::{
    Answer, ArchivePhrase, ArchiveProblem as P, CarryingIssue, Label, LedgerFault, MadeBy, NoteFault, QueryFault,
    Standing, StrayKind, Unlike, Words,
};

/// The advice when something in the archive was changed or lost.
const RESTORE: &str = "put it back from a copy of the archive, then run: nashra archive verify";

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::NumberNotCode { number } => Words::new(
            format!("`{number}` is the number of a bulletin, which proves nothing: anybody can write it on a page"),
            format!(
                "give the file, or the code at the foot of the page; to see the bulletin: nashra archive show {}",
                argument(number)
            ),
        ),
        P::Unknown { id } => {
            Words::new(format!("nothing in the archive is called `{id}`"), "`nashra archive list` shows the names")
        }
        P::NoVersion { id, version, versions } => Words::new(
            format!("`{id}` has no version {version}"),
            format!("it has {versions}; `nashra archive show {id}` tells of them"),
        ),
        P::NotAnArchive { folder, found } => Words::new(
            format!("`{folder}` is no archive: `{found}` lies in it"),
            "name an empty folder, or one that is not there yet, as `archive` under `[folders]` in nashra.toml",
        ),
        P::AlreadyPublished { id } => Words::new(
            format!("`{id}` is in the archive with another text, and what was published is never changed"),
            format!("to publish a correction run: nashra archive correct {OWN_FILE} --reason \"…\""),
        ),
        P::NumberTaken { number, id } => Words::new(
            format!("the number `{number}` belongs to `{id}` in the archive"),
            "give this one its right `number`; no number is ever given twice, not even that of a withdrawn bulletin",
        ),
        P::IsWithdrawn { id } => Words::new(
            format!("`{id}` was withdrawn"),
            "what was withdrawn stays so; publish a new bulletin with a number and name of its own",
        ),
        P::NeverPublished { id } => Words::new(
            format!("`{id}` is not in the archive, so there is nothing to correct"),
            format!("publish it first: nashra archive add {OWN_FILE}"),
        ),
        P::NothingChanged { id } => Words::new(
            format!("the file says just what `{id}` says in the archive"),
            "correct the file first, then run the command again",
        ),
        P::InIssues { id, issues, is_withdrawn } => {
            let names: Vec<String> = issues.iter().map(|issue| format!("`{}`", issue.id)).collect();
            let CarryingIssue { id: issue, file } = issues.first().cloned().unwrap_or_default();
            let hint = if *is_withdrawn {
                format!(
                    "take its article out of the issue's file and publish that: nashra archive correct {file} --reason \"…\"; or withdraw the issue: nashra archive withdraw {issue} --reason \"…\""
                )
            } else {
                format!("publish a correction of the issue too: nashra archive correct {file} --reason \"…\"")
            };
            Words::new(format!("archived issues still carry `{id}` as it was: {}", names.join(", ")), hint)
        }
        P::DatedAhead { id, date } => Words::new(
            format!("`{id}` is in the archive now, and its day, {date}, has not come yet"),
            format!(
                "if the date is wrong: nashra archive withdraw {id} --reason \"…\", then give the report its right `date` and a number of its own, and add it again"
            ),
        ),
        P::OneAtATime { found } => Words::new(
            format!("one report or issue is corrected at a time, and these are {found}"),
            format!("name one file: nashra archive correct {OWN_FILE} --reason \"…\""),
        ),
        P::Overtaken { id } => Words::new(
            format!("somebody published another version of `{id}` at the same time"),
            format!("look at it with `nashra archive show {id}`, then run the command again"),
        ),
        P::NotConfirmed { id } => Words::new(
            format!("`{id}` is not withdrawn, and nothing was changed"),
            "answer the question with yes, or run the command again with --yes",
        ),
        P::NoReason => Words::new("the reason has no words", "say in one sentence why: --reason \"…\""),
        P::ChangedMeanwhile { path } => {
            Words::new(format!("`{path}` was changed while pages were made from it"), "run the command again")
        }
        P::Source(problem) => super::file::words(problem),
        P::Note(fault) => {
            let why = match fault {
                NoteFault::NotAFile => "it is not a file".to_owned(),
                NoteFault::Impossible => "it tells of something that nashra never does".to_owned(),
                NoteFault::TooLarge => "it is too large for such a note".to_owned(),
                NoteFault::Broken { why } => why.clone(),
            };
            Words::new(
                format!("the note about unfinished work, extensions/nashra/pending.json, is not nashra's: {why}"),
                "nothing was changed; keep the file and ask those who look after nashra",
            )
        }
        P::LedgerMoved { id } => Words::new(
            format!("the ledger goes on without the line of `{id}` that was to be written"),
            "nothing was changed; was the ledger replaced by another copy? put the whole archive back from one copy",
        ),
        P::Ledger { line, fault } => {
            let line = line.map_or("its last line".to_owned(), |line| format!("line {line}"));
            match fault {
                LedgerFault::Broken => Words::new(format!("ledger.jsonl: {line} can't be read"), RESTORE),
                LedgerFault::Unchained => Words::new(
                    format!("ledger.jsonl: {line} does not follow the one before: one of them was changed or is gone"),
                    RESTORE,
                ),
                LedgerFault::Gone { count } => {
                    let lines = if *count == 1 {
                        format!("{line} is gone")
                    } else {
                        format!("{count} lines from {line} on are gone")
                    };
                    Words::new(format!("ledger.jsonl: {lines}"), RESTORE)
                }
                LedgerFault::Unexpected => Words::new(
                    "ledger.jsonl: no line has the hash that was noted: events were taken out of it, or it was written anew",
                    "check what you typed; then compare with a copy of the archive of the day when the hash was noted",
                ),
                LedgerFault::Rewritten => Words::new(
                    format!("ledger.jsonl: {line} is gone or was changed since the index was made"),
                    "put the whole archive back from one copy; if you have just done so on purpose: nashra archive reindex",
                ),
                LedgerFault::Disagrees { id } => {
                    Words::new(format!("ledger.jsonl: {line} tells something else of `{id}` than its record"), RESTORE)
                }
            }
        }
        P::Damaged { id, file, unlike } => {
            let file = if file.is_empty() { format!("`{id}`") } else { format!("`{id}`: `{file}`") };
            match unlike {
                Unlike::Missing => Words::new(format!("{file} is missing"), RESTORE),
                Unlike::Changed => Words::new(format!("{file} was changed"), RESTORE),
                Unlike::Ledger { line } => {
                    Words::new(format!("{file} is not the one that line {line} of the ledger names"), RESTORE)
                }
                Unlike::Version => Words::new(format!("{file} is not that of the newest version"), RESTORE),
                Unlike::Moved => Words::new(
                    format!("{file} lies in another folder than its name says"),
                    "put its folder back below its year and month, then run: nashra archive verify",
                ),
                Unlike::Link => Words::new(format!("{file} is a link to something that lies elsewhere"), RESTORE),
                Unlike::EmptyFolder => Words::new(
                    format!("{file} is a folder with nothing in it"),
                    "delete the folder if nothing is missing from it",
                ),
                Unlike::Foreign => Words::new(format!("{file} describes another bulletin"), RESTORE),
                Unlike::TooLarge { size, limit } => {
                    Words::new(format!("{file} has {}, at most {} are possible", bytes(*size), bytes(*limit)), RESTORE)
                }
                Unlike::Picture(problem) => Words::new(super::file::words(problem).text, RESTORE),
                Unlike::Stranger => Words::new(
                    format!("{file} does not belong there: no inventory knows it"),
                    "take the file out of the archive",
                ),
                Unlike::Unreadable(why) => Words::new(format!("{file} can't be read: {why}"), RESTORE),
            }
        }
        P::Unreadable { fault, .. } => super::machine::words(fault),
        P::NotInLedger { id, version } => Words::new(
            format!("the ledger knows nothing of version {version} of `{id}`"),
            "it was put there by something else than nashra, or lines of the ledger are gone: compare with a copy",
        ),
        P::Root { file } => Words::new(format!("`{file}` in the archive's folder is missing or was changed"), RESTORE),
        P::Stray { path, kind } => match kind {
            StrayKind::File => Words::new(
                format!("the file `{path}` in the archive's folder does not belong there"),
                "move it out of the archive",
            ),
            StrayKind::Folder => Words::new(
                format!("the folder `{path}` in the archive's folder does not belong there"),
                "move it out of the archive",
            ),
            StrayKind::Link => Words::new(
                format!("`{path}` in the archive's folder is a link to something that lies elsewhere"),
                "put what it leads to in its place, from a copy of the archive, or delete the link",
            ),
            StrayKind::EmptyFolder => Words::new(
                format!("the folder `{path}` in the archive's folder has nothing in it"),
                "delete it if nothing is missing from it; else put back what was there from a copy of the archive",
            ),
        },
        P::Newer { id } => {
            Words::new(format!("`{id}` was archived by a newer version of nashra"), "use that version, or a newer one")
        }
        P::NotEmpty { folder } => {
            Words::new(format!("`{folder}` is not empty"), "name a folder that is empty or not there yet")
        }
        P::MadeOtherwise { id, files, others } => {
            let files: Vec<String> = files.iter().map(|file| format!("`{file}`")).collect();
            Words::new(format!("made again, {} of `{id}` became other bytes", files.join(", ")), made_by(others))
        }
        P::IndexMissing { path } => Words::new(
            format!("the archive has no index `{path}`"),
            "make it from the bulletins: nashra archive reindex",
        ),
        P::IndexBroken { path, why } => Words::new(
            format!("the archive's index `{path}` can't be used: {why}"),
            "nothing is lost, make it anew from the bulletins: nashra archive reindex",
        ),
        P::IndexNewer { path } => Words::new(
            format!("the archive's index `{path}` was made by a newer nashra"),
            "use the newer nashra, or make an index for this one: nashra archive reindex",
        ),
        P::IndexReadOnly { path } => Words::new(
            format!("the archive's index `{path}` can't be written"),
            "check the permissions of the file and its folder, or copy the archive to a disk that can be written",
        ),
        P::Query(fault) => match fault {
            QueryFault::Empty { text } => Words::new(
                format!("`{text}` has no word to search for"),
                "type a word, a number or a date, such as: جسر التنومة",
            ),
            QueryFault::Bracket { text } => Words::new(
                format!("`{text}` has a bracket without its partner"),
                "leave the bracket out: a search needs none",
            ),
            QueryFault::Value { field, value } => Words::new(
                format!("`{value}` cannot stand after `{field}:`"),
                "after from:, to: and date: comes a date such as 2026-11-25, 2026-11 or 2026; after month: a number from 1 to 12 or a name; after state: published, corrected or withdrawn; after kind: bulletin, newsletter or adopted",
            ),
        },
        P::Adopt(problem) => super::adopt::words(problem),
        P::SiteInArchive { folder } => Words::new(
            format!("the site can't go to `{folder}`: its folder and the archive's must lie apart"),
            "choose another folder: nashra archive site --output out/site",
        ),
        P::SiteAddress { found } => Words::new(
            format!("`{found}` is no address of a site"),
            "write it as https://archive.example.iq/, without ? and #",
        ),
    }
}

fn made_by(others: &[MadeBy]) -> String {
    if others.is_empty() {
        return "this is the same program, so this should not be: send the object to those who look after nashra"
            .to_owned();
    }
    let others: Vec<String> = others.iter().map(other).collect();
    format!("the archived files were made with {}; only that program makes them again", others.join(", "))
}

fn other(other: &MadeBy) -> String {
    match other {
        MadeBy::Nashra { version } => format!("nashra {version}"),
        MadeBy::Typst { version } => format!("Typst {version}"),
        MadeBy::Templates => "other built-in templates".to_owned(),
        MadeBy::Fonts => "other built-in fonts".to_owned(),
    }
}

pub(in super::super) fn phrase(phrase: &ArchivePhrase) -> String {
    match phrase {
        ArchivePhrase::Added { added, same, withdrawn, failed } => {
            let withdrawn = if *withdrawn > 0 { format!(", withdrawn: {withdrawn}") } else { String::new() };
            format!("archived: {added}, in the archive already: {same}{withdrawn}, with errors: {failed}")
        }
        ArchivePhrase::Adopted { adopted, same, failed, without_text } => {
            let wordless = match without_text {
                0 => "",
                _ => "; those without text are found by title, number and date alone: a file with the text can be given when they are adopted",
            };
            format!(
                "taken into the archive as they are: {adopted}, in the archive already: {same}, without text: {without_text}, with errors: {failed}{wordless}"
            )
        }
        ArchivePhrase::AdoptedState => "adopted".to_owned(),
        ArchivePhrase::OtherLooks { count } => format!(
            "of those in the archive, with other settings, templates or fonts, or another nashra than today's: {count}; their pages stay as published"
        ),
        ArchivePhrase::AskWithdraw { id, title } => format!(
            "withdraw `{id}` for good, “{title}”? It stays in the archive, marked as withdrawn, and so does its number; nobody can take this back [yes/no]"
        ),
        ArchivePhrase::Corrected { id, revision, changes } => {
            format!("`{id}` is published as revision {revision}; passages changed: {changes}")
        }
        ArchivePhrase::Withdrawn { id, number } => {
            let number =
                number.as_ref().map_or_else(String::new, |number| format!(" the number {number} stays taken;"));
            format!(
                "`{id}` is withdrawn; its record is kept\nfrom now on `verify` says of its pages that they are withdrawn, and `build` makes none;{number} `nashra archive site` brings the web site up to date; call back what was printed and sent"
            )
        }
        ArchivePhrase::Undone => {
            "an interrupted command had published nothing; what it left behind is cleared away".to_owned()
        }
        ArchivePhrase::Finished { id, version } => {
            format!("an interrupted command had published version {version} of `{id}`; it is finished now")
        }
        ArchivePhrase::Listed { count } => format!("bulletins: {count}"),
        ArchivePhrase::Verified { objects, files, events, problems } => {
            format!("bulletins verified: {objects}, files: {files}, events: {events}, problems: {problems}")
        }
        ArchivePhrase::Noted { line, events } => {
            format!("the hash noted is that of line {line} of the ledger, which has {events}")
        }
        ArchivePhrase::Head { hash } => format!("last line of the ledger: {hash}"),
        ArchivePhrase::Proof { what, answer } => match answer {
            Answer::Authentic { id, revision } => format!("{what}: authentic, `{id}`, revision {revision}"),
            Answer::Adopted { id, time } => format!(
                "{what}: authentic, adopted: the very file that was taken into the archive on {} as `{id}`; what it was before that day nashra can't tell",
                day(time)
            ),
            Answer::Superseded { id, revision, by } => {
                format!("{what}: superseded, `{id}`, revision {revision}; revision {by} holds")
            }
            Answer::Withdrawn { id, time, reason } => format!("{what}: withdrawn, `{id}`, on {}: {reason}", day(time)),
            Answer::Resaved { id, now } => {
                let since = match now {
                    Standing::Published => "",
                    Standing::Corrected => ", which was corrected since",
                    Standing::Withdrawn => ", which was withdrawn since",
                };
                format!(
                    "{what}: re-saved: the code is known, the bytes are not; it carries the code of `{id}`{since}. Compare it with the files that `nashra archive show {id}` names"
                )
            }
            Answer::Unknown => format!("{what}: unknown, the archive has nothing like it"),
            Answer::Doubtful { id } => {
                format!("{what}: doubtful, `{id}` in the archive is damaged; run: nashra archive verify")
            }
        },
        ArchivePhrase::Label(label) => match label {
            Label::Number => "number",
            Label::Date => "date",
            Label::State => "state",
            Label::Code => "code",
            Label::History => "history",
            Label::Files => "files",
            Label::Stood => "stood",
            Label::Stands => "stands",
        }
        .to_owned(),
        ArchivePhrase::State(state) => match state {
            Standing::Published => "published",
            Standing::Corrected => "corrected",
            Standing::Withdrawn => "withdrawn",
        }
        .to_owned(),
        ArchivePhrase::Revision { number } => format!("revision {number}"),
        ArchivePhrase::SameBytes { id, files } => format!("`{id}` made again: {files} files, all the same to the byte"),
        ArchivePhrase::Exported { count, folder } => format!("bulletins exported to {folder}: {count}"),
        ArchivePhrase::Searched { found, more, shown } => {
            let least = if *more { "more than " } else { "" };
            format!("bulletins found: {least}{found}, shown: {shown}")
        }
        ArchivePhrase::Meant { typed, meant } => {
            let meant: Vec<String> = meant.iter().map(|word| format!("`{word}`")).collect();
            format!("no bulletin has `{typed}`; did you mean {}?", meant.join(" or "))
        }
        ArchivePhrase::FoundWords(words) => format!("has: {}", words.join(", ")),
        ArchivePhrase::Widened => {
            "few bulletins have these words; after them come those with near words or others for the same thing".to_owned()
        }
        ArchivePhrase::Narrow => {
            "to find fewer, add a word, a «phrase as it stands», مكان:الزبير, من:2026-01 or شهر:11; to see more: --limit 50".to_owned()
        }
        ArchivePhrase::NothingFound => {
            "nothing found; try fewer words, or without quotes, or a longer span of dates".to_owned()
        }
        ArchivePhrase::Reindexing => "the archive's index is missing or damaged and is made anew".to_owned(),
        ArchivePhrase::Reindexed { objects, damaged } => {
            format!("index made, bulletins: {objects}, not readable: {damaged}")
        }
    }
}
