//! The messages about adopted files in English.

use super::super::Words;
use super::super::archive::{AdoptProblem as P, AdoptedPart, ListFault};

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::OtherKind { path } => Words::new(
            format!("`{path}` is none of the kinds of file that the archive keeps as they are"),
            "these are PDF, Word (.docx, .doc), JPEG and PNG; open the file in the program that made it and save it as PDF",
        ),
        P::WrongName { path, real } => Words::new(
            format!("`{path}` is by its bytes a file .{real}, whatever its name says"),
            format!("look whether it is the right file; if so, let its name end with .{real}"),
        ),
        P::Broken { path } => Words::new(
            format!("`{path}` is broken: it can't be opened, or its end is missing"),
            "copy it once more from where it came from and see that it opens",
        ),
        P::Locked { path } => Words::new(
            format!("`{path}` asks for a password, and what is archived must open without one"),
            "open it with its password, save or print it as a PDF without one, and adopt that",
        ),
        P::Empty { path } => {
            Words::new(format!("`{path}` has nothing in it"), "copy it once more from where it came from")
        }
        P::Otherwise { id, parts } => {
            let parts: Vec<&str> = parts.iter().map(|part| self::part(*part)).collect();
            Words::new(
                format!("the same file is in the archive as `{id}`, but not with the same {}", parts.join(", ")),
                format!(
                    "nothing was changed; `nashra archive show {id}` tells what is archived; if that is wrong, withdraw it and adopt the file again: nashra archive withdraw {id} --reason \"…\""
                ),
            )
        }
        P::NotOurs { id } => Words::new(
            format!("nashra did not make the pages of `{id}`, which is kept as it was adopted"),
            format!(
                "`nashra archive show {id}` names its file; if it holds no longer: nashra archive withdraw {id} --reason \"…\""
            ),
        ),
        P::TextUnread { path } => Words::new(
            format!("the text of `{path}` was not read, or not to its end: it is very large or takes too long"),
            "the file itself is kept whole; to find it by all its words, give a file with its text when it is adopted",
        ),
        P::Future { date } => Words::new(
            format!("the day {date} has not come yet, and only what was published is adopted"),
            "give the day that stands on its pages, as 2016-11-20",
        ),
        P::NoTitle => Words::new("the title has no words", "give the title that stands on its pages"),
        P::List(fault) => list(fault),
    }
}

fn list(fault: &ListFault) -> Words {
    let name = |column: &super::super::archive::ListColumn| column.names().first().copied().unwrap_or_default();
    match fault {
        ListFault::NoColumn(column) => Words::new(
            format!("the list has no column `{}`", name(column)),
            "its first line names the columns: file,date,title,number,text; number and text may be left out",
        ),
        ListFault::Twice(column) => {
            Words::new(format!("the list has two columns `{}`", name(column)), "take one of them out")
        }
        ListFault::Unread(columns) => {
            let columns: Vec<String> = columns.iter().map(|column| format!("`{column}`")).collect();
            Words::new(
                format!("columns of the list that are not read: {}", columns.join(", ")),
                "these are read: file, date, title, number, text",
            )
        }
        ListFault::NoValue(column) => {
            Words::new(format!("this row has no `{}`", name(column)), "fill it in and run the command again")
        }
        ListFault::Date { found, meant } => Words::new(
            format!("`{found}` is no date as the list needs it"),
            match meant {
                Some(meant) => format!("if you mean {meant}, write it so: the year first"),
                None => "write year, month and day, as 2016-11-20".to_owned(),
            },
        ),
        ListFault::Broken => Words::new(
            "this row can't be read as a row of a table",
            "give it as many cells as the first line, and close every quote; Excel does so when you save as CSV UTF-8",
        ),
        ListFault::Empty => Words::new(
            "the list has no row",
            "its first line names the columns: file,date,title,number,text; below it comes a line for each file",
        ),
    }
}

fn part(part: AdoptedPart) -> &'static str {
    match part {
        AdoptedPart::Date => "date",
        AdoptedPart::Title => "title",
        AdoptedPart::Number => "number",
        AdoptedPart::Files => "files beside it",
        AdoptedPart::Text => "text",
    }
}
