//! Mistakes in keys and kinds of values, in English.

use super::super::forms::{SOME_NAME, names, plural};
use super::super::{FieldProblem as P, Found, Home, Want, Words};
use super::near::near_or_list;

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::UnknownKey { key, near, known } => {
            Words::new(format!("unknown key `{key}`"), near_or_list(*near, "the keys known here are", known))
        }
        P::Misplaced { key, heading: Home::Above { heading } } => Words::new(
            format!("`{key}` is about the whole file, and stands under a heading"),
            format!("move it above the first heading of the file, `{heading}`"),
        ),
        P::Misplaced { key, heading: Home::Under { heading } } => {
            Words::new(format!("`{key}` is not in its place"), format!("move it under the heading `{heading}`"))
        }
        P::Misplaced { key, heading: Home::InPart } => Words::new(
            format!("`{key}` is a part of the body, and stands outside it"),
            "write a line `[[body]]` above it",
        ),
        P::Misplaced { key, heading: Home::UnderNew { heading } } => Words::new(
            format!("`{key}` is not in its place"),
            format!("move it under a heading of its own, below all plain keys: `{heading}`"),
        ),
        P::Missing { key: "alt", .. } => Words::new(
            "the picture lacks `alt`, which tells what is in it to those who can't see it",
            "say in a short sentence what the picture shows: `alt = \"...\"`",
        ),
        P::Missing { key, example } => Words::new(format!("`{key}` is missing"), format!("add `{example}`")),
        P::WrongType { key, want, found, typed } => wrong_type(key, *want, *found, typed.as_deref()),
        P::EmptyFile => {
            Words::new("the file is empty", format!("start with an example, which this writes: nashra new {SOME_NAME}"))
        }
        P::Empty { key, needed } => Words::new(
            format!("{} is empty", subject(key)),
            if *needed { "write its text" } else { "write its text, or delete it if it is not needed" },
        ),
        P::OnlyDots { key, needed } => Words::new(
            format!("{} is only dots, which stand in examples for a text to be written", subject(key)),
            match needed {
                _ if key.is_empty() => "write its text in their place; a cell without one is written `\"\"`",
                true => "write its text in their place",
                false => "write its text in their place, or delete the line if it is not needed",
            },
        ),
        P::SampleText { key, text, settings, needed } => Words::new(
            format!("{} still has the text of the sample: `{text}`", subject(key)),
            match (settings, needed) {
                (true, _) => "write your office's own in its place: this is what is printed",
                (false, true) => "write your own text in its place",
                (false, false) => "write your own text in its place, or delete the line if it is not needed",
            },
        ),
        P::EmptyList { key } => {
            Words::new(format!("`{key}` is an empty list"), "add an element to it, or delete it if it is not needed")
        }
        P::NoBody => Words::new(
            "the report has no body",
            "add at least one block: `[[body]]` and under it `paragraph = \"...\"`",
        ),
        P::BlockWithoutKind { kinds } => Words::new(
            "the block does not say what it is",
            format!("give it one of these keys: {}", names(kinds, ", ")),
        ),
        P::BlockOfTwoKinds { first, second } => Words::new(
            format!("the block has both `{first}` and `{second}`"),
            format!("start another `[[body]]` before `{second}`"),
        ),
        P::ListTooDeep => Words::new(
            "a list may have one more list inside, not two",
            "move these items to the list above, or write them as a paragraph",
        ),
        P::Needs { key, other } => {
            Words::new(format!("`{key}` needs `{other}` beside it"), format!("add `{other}`, or delete `{key}`"))
        }
        P::UnknownChoice { key, found, near, allowed } => Words::new(
            format!("`{found}` is not a value of `{key}`"),
            near_or_list(*near, "the allowed values are", allowed),
        ),
        P::UnknownSchema { found } => Words::new(
            format!("schema version {found} is not known to this program"),
            "write `schema = 1`, or install a newer version of nashra",
        ),
        P::TooMany { key, limit, found } => Words::new(
            format!("`{key}` has {}, at most {limit} are allowed", plural(*found, "element")),
            format!("delete {} of them", found.saturating_sub(*limit)),
        ),
        P::TooManyInAll { limit } => Words::new(
            format!("this file has more than {limit} paragraphs, lines, items and cells together"),
            "split it into several reports, or attach the long table as a file",
        ),
        P::TooFew { key, limit, found } => Words::new(
            format!("`{key}` has {}, at least {limit} are needed", plural(*found, "element")),
            "add what is missing, or use another kind of block",
        ),
        P::RowLength { columns, found } => Words::new(
            format!("this row has {}, but the table has {}", plural(*found, "cell"), plural(*columns, "column")),
            "give each row one cell for each column; an empty cell is `\"\"`",
        ),
        P::TooLong { key, limit, found } => Words::new(
            format!("{} has {}, at most {limit} are allowed", subject(key), plural(*found, "character")),
            if *limit < 1000 { "shorten it" } else { "shorten it, or split it into several blocks" },
        ),
        P::ManyParagraphs { key } => Words::new(
            format!("{} has several paragraphs", subject(key)),
            "write it as one paragraph, without blank lines",
        ),
        P::ManyLines { key } => Words::new(format!("{} has several lines", subject(key)), "write it on one line"),
        P::OutOfRange { key, min, max, found } => {
            Words::new(format!("{} is {found}", subject(key)), format!("write a whole number from {min} to {max}"))
        }
    }
}

fn subject(key: &str) -> String {
    if key.is_empty() { "this element".to_owned() } else { format!("`{key}`") }
}

fn wrong_type(key: &str, want: Want, found: Found, typed: Option<&str>) -> Words {
    let example = typed.unwrap_or(want.example());
    let hint = match want {
        _ if key.is_empty() => format!("write it as `{example}`"),
        Want::Table if typed.is_some() => {
            format!("write `[{key}]` on a line of its own below all plain keys, and under it `{example}`")
        }
        Want::Blocks if typed.is_some() => {
            format!(
                "write `[[{key}]]`, in double brackets, on a line of its own below all plain keys, and under it `{example}`"
            )
        }
        Want::Table => format!("write `[{key}]` on a line of its own below all plain keys, and its keys under it"),
        Want::Blocks => format!("write `[[{key}]]`, in double brackets, before each of them"),
        _ => format!("write it as `{key} = {example}`"),
    };
    Words::new(format!("{} must be {}, but {} stands there", subject(key), wanted(want), kind(found)), hint)
}

fn wanted(want: Want) -> &'static str {
    match want {
        Want::Text => "a text in quotes",
        Want::Texts => "a text or a list of texts",
        Want::Integer => "a whole number",
        Want::Number => "a number",
        Want::Boolean => "`true` or `false`",
        Want::Date => "a date without quotes",
        Want::Moment => "a date and time with the offset from UTC, without quotes",
        Want::TextList => "a list of texts",
        Want::List => "a list",
        Want::Rows => "a list of rows",
        Want::Cell => "a text or a number",
        Want::Item => "a text, or a table with `item` and `list`",
        Want::Table | Want::Picture | Want::Link | Want::Attachment | Want::Article => "a table of keys",
        Want::Tables => "a list of tables",
        Want::Blocks => "tables with a heading each",
    }
}

fn kind(found: Found) -> &'static str {
    match found {
        Found::Text => "a text",
        Found::Integer => "a whole number",
        Found::Float => "a decimal number",
        Found::Boolean => "`true` or `false`",
        Found::Date => "a date or time",
        Found::List => "a list",
        Found::Table => "a table of keys",
    }
}
