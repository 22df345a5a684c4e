//! Wrong usage, in English.

use super::super::forms::names;
use super::super::{UsageProblem as P, WantedValue, Words};
use super::near::near_and_list;

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::UnknownCommand { found, near, help } => {
            Words::new(format!("there is no command `{found}`"), near_or_help(near.as_deref(), "commands", help))
        }
        P::UnknownOption { found, near, help } => {
            Words::new(format!("this command has no option `{found}`"), near_or_help(near.as_deref(), "options", help))
        }
        P::Unexpected { found, help } => Words::new(
            format!("there is no place here for `{found}`"),
            format!("take it out, or put quotes around what has spaces; how it is written: {help}"),
        ),
        P::UnknownValue { option, found, near, known } => Words::new(
            format!("`{found}` is no value of `{option}`"),
            near_and_list(near.as_deref(), "the values are", known),
        ),
        P::NoValue { option, known, help } => Words::new(
            format!("`{option}` has no value after it"),
            if known.is_empty() {
                format!("write its value after it; what it is: {help}")
            } else {
                format!("write one of these after it: {}", names(known, ", "))
            },
        ),
        P::BadValue { option, found, wanted: want } => {
            Words::new(format!("`{found}` can't be the value of `{option}`"), wanted(want))
        }
        P::Missing { arguments, help } => Words::new(
            format!("{} must be given", names(arguments, " and ")),
            format!("add what is missing; how it is written: {help}"),
        ),
        P::Together { option, others } => Words::new(
            format!("`{option}` can't be given together with {}", names(others, " or ")),
            "take one of them out",
        ),
        P::Twice { option } => Words::new(format!("`{option}` is given more than once"), "give it once"),
        P::UnknownChapter { found, near, known } => Words::new(
            format!("the handbook has no chapter `{found}`"),
            near_and_list(near.as_deref(), "the chapters are", known),
        ),
        P::Otherwise { option, help } => Words::new(
            if option.is_empty() {
                "the command is not written as it must be".to_owned()
            } else {
                format!("`{option}` is not written as it must be")
            },
            format!("how it is written: {help}"),
        ),
    }
}

fn near_or_help(near: Option<&str>, what: &str, help: &str) -> String {
    match near {
        Some(near) => format!("did you mean `{near}`? all {what}: {help}"),
        None => format!("all {what}: {help}"),
    }
}

pub(in super::super) fn wanted(want: &WantedValue) -> String {
    match want {
        WantedValue::Date { meant: Some(meant) } => format!("write year, month and day: `{meant}`"),
        WantedValue::Date { meant: None } => "write year, month and day, as `2026-11-20`".to_owned(),
        WantedValue::Month => {
            "write a month by its number or any of its names, with its year or without: `2026-11`, `\"تشرين الثاني 2026\"`, `November`".to_owned()
        }
        WantedValue::Days => "write a day, a month or a year, as `2026-11-20`, `2026-11` or `2026`".to_owned(),
        WantedValue::Slug { near: Some(near) } => {
            format!("use lower-case Latin letters, digits and single hyphens, as `{near}`")
        }
        WantedValue::Slug { near: None } => {
            "use lower-case Latin letters, digits and single hyphens, as `school-visit`".to_owned()
        }
        WantedValue::Number { least, most: Some(most) } => format!("write a whole number from {least} to {most}"),
        WantedValue::Number { least, most: None } => format!("write a whole number, {least} or more"),
        WantedValue::Hash => "write 16 to 128 digits of 0 to 9 and a to f, from the left".to_owned(),
        WantedValue::Millimetres { most } => format!("write a number from 0 to {most}, in millimetres"),
    }
}
