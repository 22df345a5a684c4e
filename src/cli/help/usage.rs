//! The problem that clap found in a command line, in the catalogue's terms.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::words::help::HelpHeading;
use crate::words::{Lang, UsageProblem, WantedValue};

/// The problem of a command line; `help` is the command line that says how it should be.
pub(super) fn problem(error: &Error, help: String, lang: Lang) -> UsageProblem {
    let option = option_name(&first(error, ContextKind::InvalidArg));
    match error.kind() {
        ErrorKind::InvalidSubcommand => UsageProblem::UnknownCommand {
            found: first(error, ContextKind::InvalidSubcommand),
            // The nearest comes last.
            near: all(error, ContextKind::SuggestedSubcommand).into_iter().next_back(),
            help,
        },
        ErrorKind::UnknownArgument if option.starts_with('-') => UsageProblem::UnknownOption {
            near: all(error, ContextKind::SuggestedArg).first().map(|option| option_name(option)),
            found: option,
            help,
        },
        ErrorKind::UnknownArgument => UsageProblem::Unexpected { found: option, help },
        ErrorKind::TooManyValues => UsageProblem::Unexpected { found: first(error, ContextKind::InvalidValue), help },
        ErrorKind::InvalidValue => value(error, option, help),
        ErrorKind::ValueValidation => {
            let found = first(error, ContextKind::InvalidValue);
            match error.source().and_then(|source| source.downcast_ref::<WantedValue>()) {
                Some(wanted) => UsageProblem::BadValue { option, found, wanted: wanted.clone() },
                None => UsageProblem::Otherwise { option, help },
            }
        }
        ErrorKind::MissingRequiredArgument => {
            UsageProblem::Missing { arguments: all(error, ContextKind::InvalidArg), help }
        }
        ErrorKind::MissingSubcommand => {
            UsageProblem::Missing { arguments: vec![HelpHeading::AnyCommand.text(lang).to_owned()], help }
        }
        ErrorKind::ArgumentConflict => {
            let others: Vec<String> =
                all(error, ContextKind::PriorArg).iter().map(|option| option_name(option)).collect();
            match others.as_slice() {
                [] => UsageProblem::Otherwise { option, help },
                [same] if *same == option => UsageProblem::Twice { option },
                _ => UsageProblem::Together { option, others },
            }
        }
        _ => UsageProblem::Otherwise { option, help },
    }
}

/// A value that is none of those there are, or no value at all.
fn value(error: &Error, option: String, help: String) -> UsageProblem {
    let known = all(error, ContextKind::ValidValue);
    match first(error, ContextKind::InvalidValue) {
        found if found.is_empty() => UsageProblem::NoValue { option, known, help },
        found => {
            let near = all(error, ContextKind::SuggestedValue).into_iter().next();
            UsageProblem::UnknownValue { option, found, near, known }
        }
    }
}

/// An option without the stand-in for its value, which is no part of its name: `--sheet` of
/// `--sheet <PAPER>`.
fn option_name(shown: &str) -> String {
    let end = if shown.starts_with('-') { shown.find([' ', '=']).unwrap_or(shown.len()) } else { shown.len() };
    shown[..end].to_owned()
}

fn first(error: &Error, kind: ContextKind) -> String {
    all(error, kind).into_iter().next().unwrap_or_default()
}

fn all(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
