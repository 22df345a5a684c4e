//! Mistakes in TOML, in English.

use super::super::forms::names;
use super::super::{SyntaxProblem as P, Words};

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::UnquotedText { found } => Words::new(
            format!("the text `{found}` has no quotes around it"),
            format!("put straight quotes around it: \"{found}\""),
        ),
        P::CurlyQuotes { found } => Words::new(
            format!("the text {found} has no straight quotes around it"),
            "put straight quotes \" around the whole text; «» and “” may stand inside them",
        ),
        P::MissingValue { key } => {
            Words::new(format!("nothing follows `{key} =`"), "write the value after the `=`, or delete the line")
        }
        P::MissingEquals { found, meant: Some(meant) } => {
            Words::new(format!("the line `{found}` has no `=`"), format!("write it as `{meant}`"))
        }
        P::MissingEquals { found, meant: None } => Words::new(
            format!("the line `{found}` has no `=`"),
            "write it as `key = \"...\"`; start it with `#` if it is a note; a text of several lines goes between two \"\"\"",
        ),
        P::ColonForEquals { key, sign, value } => {
            Words::new(format!("`{key}` is followed by `{sign}`"), format!("use the equals sign: `{key} = {value}`"))
        }
        P::UnclosedText => Words::new(
            "the text is not closed with a quote at the end of its line",
            "add the closing quote; a text of several lines goes between two \"\"\"",
        ),
        P::UnclosedLongText => Words::new(
            "the long text that starts here is never closed",
            "write the same three quotes again after its last line",
        ),
        P::QuoteInside => Words::new(
            "a straight quote inside the text ends the text too early",
            "use «» inside the text, or write \\\" for a straight quote",
        ),
        P::BadEscape { found, near, .. } => Words::new(
            format!("`{found}` means nothing inside straight quotes"),
            match near.as_slice() {
                [] => "write `/` in paths; for a backslash itself write `\\\\`".to_owned(),
                near => format!("write {} in its place: that is in the workspace", names(near, " or ")),
            },
        ),
        P::ControlCharacter { code } => Words::new(
            format!("an invisible control character stands here (U+{code:04X})"),
            "delete it, or write the line again",
        ),
        P::DuplicateKey { key, part, heading } => Words::new(
            format!("`{key}` is written twice"),
            match key.as_str() {
                _ if *part => {
                    "write a line `[[body]]` before the second; it begins another part of the body".to_owned()
                }
                "body" | "photos" => format!("write `[[{key}]]` before each of them, in double brackets"),
                _ if *heading => {
                    "move the lines under it to the first heading of that name, and delete this one".to_owned()
                }
                _ => "keep one of the two and delete the other".to_owned(),
            },
        ),
        P::BadKey { found, meant } => Words::new(
            format!("`{found}` cannot be the name of a key"),
            match meant {
                Some(key) => format!("keys are written in Latin letters; did you mean `{key}`?"),
                None => "keys are written in Latin letters, as in the documentation: `title = \"...\"`".to_owned(),
            },
        ),
        P::MissingComma => Words::new("a comma is missing between two elements", "put `,` between the elements"),
        P::ArabicComma => Words::new(
            "an Arabic comma stands between two elements",
            "put a Latin comma `,` between the elements; `،` belongs inside texts only",
        ),
        P::ExtraComma => Words::new("a comma stands here with nothing before it", "delete the comma"),
        P::UnclosedList => Words::new("the list that starts here is never closed", "write `]` after its last element"),
        P::UnclosedInline => Words::new("the `{` that stands here is never closed", "write `}` after its last value"),
        P::UnclosedHeader { found } => Words::new(
            format!("the heading `{found}` is not closed"),
            "close it with as many brackets as opened it: `[event]`, `[[body]]`",
        ),
        P::BadDate { found, meant } => Words::new(
            format!("`{found}` is not a date as it must be written"),
            match meant {
                Some(date) => format!("write `{date}`: year, month, day"),
                None => "write year, month and day without quotes: `2026-11-20`".to_owned(),
            },
        ),
        P::NoSuchDay { found, last } => {
            Words::new(format!("`{found}` does not exist: the month has {last} days"), "correct the day")
        }
        P::NoSuchMonth { found } => Words::new(
            format!("`{found}` does not exist: a year has 12 months"),
            "write the month before the day: `2026-11-20`",
        ),
        P::BadTime { found } => Words::new(
            format!("`{found}` has a time of day that does not exist"),
            "write hours from 00 to 23 and minutes from 00 to 59: `2026-11-20T10:00:00+03:00`",
        ),
        P::BadNumber { found } => Words::new(
            format!("`{found}` is not a number as TOML writes it"),
            "write the digits only, without leading zeros, or put quotes around it if it is a text",
        ),
        P::BadBoolean { found } => {
            Words::new(format!("`{found}` is not `true` or `false`"), "write `true` or `false` in small letters")
        }
        P::TrailingText { found } => Words::new(
            format!("`{found}` follows the value on the same line"),
            match found.trim().chars().all(|c| matches!(c, ',' | '،' | ';' | '؛' | '.')) {
                true => "delete it: no mark stands at the end of a line".to_owned(),
                false => "put `#` before it if it is a note, or move it to a line of its own".to_owned(),
            },
        ),
        P::NotATable { key } => Words::new(
            format!("`{key}` already has a value, so it cannot have keys under it"),
            format!("delete one of the two uses of `{key}`"),
        ),
        P::TooDeep => {
            Words::new("brackets are nested too deeply here", "close brackets that were left open before this place")
        }
        P::Other { text } => Words::new(
            format!("this is not valid TOML: {text}"),
            "compare the line with an example in the documentation",
        ),
        P::More { count } => Words::new(
            format!("{count} more problems in this file are not listed"),
            "correct those above first, then check again",
        ),
    }
}
