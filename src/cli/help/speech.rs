//! The command line with the catalogue's words put into every place that is shown.

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};

use crate::words::Lang;
use crate::words::help::{self, HelpHeading};

/// The command line in a language, ready to parse and to show.
pub(super) fn spoken(command: Command, lang: Lang) -> Command {
    let mut command = command;
    // What clap adds by itself must be there to be named.
    command.build();
    walk(command, "", lang)
}

fn walk(command: Command, path: &str, lang: Lang) -> Command {
    let inner = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path} {name}") };
    let command = command.mut_args(|argument| described(argument, path, lang));
    let command = command.mut_subcommands(|sub| {
        let path = inner(sub.get_name());
        walk(sub, &path, lang)
    });
    let usage = usage(&command, lang);
    let about = help::command(path).map(|words| words.text(lang));
    let command = match about {
        Some(about) => command.about(about).long_about(None::<&str>),
        None => command,
    };
    command
        .override_usage(usage)
        .help_template(template(lang))
        .subcommand_help_heading(HelpHeading::Commands.text(lang))
        .subcommand_value_name(HelpHeading::AnyCommand.text(lang))
}

/// In Arabic every description stands on a line of its own: beside a Latin name one line would run
/// in two directions.
fn described(argument: Arg, path: &str, lang: Lang) -> Arg {
    let names = values(&argument);
    let placeholder = placeholder(&argument);
    let words = help::argument(path, argument.get_id().as_str()).map(|words| words.text(lang));
    let mut short = words.unwrap_or_default().to_owned();
    let defaults: Vec<_> = argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !defaults.is_empty() && takes_value(&argument) {
        short = format!("{short} {}", help::default_value(&defaults.join(" "), lang));
    }
    let heading = match () {
        () if argument.is_positional() => HelpHeading::Arguments,
        () if argument.is_global_set() && !path.is_empty() => HelpHeading::SharedOptions,
        () => HelpHeading::Options,
    };
    let mut argument = argument
        .hide_default_value(true)
        .hide_possible_values(true)
        .next_line_help(lang == Lang::Ar)
        .help_heading(heading.text(lang));
    if takes_value(&argument)
        && let Some(name) = help::placeholder(&placeholder)
    {
        argument = argument.value_name(name.text(lang));
    }
    if names.is_empty() {
        return argument.help(short);
    }
    let list: Vec<&str> = names.iter().map(String::as_str).collect();
    let long = format!("{short}\n\n{}", explained(&placeholder, &list, lang));
    argument.help(format!("{short} {}", help::values(&list, lang))).long_help(long)
}

/// Each value with what it means.
fn explained(placeholder: &str, names: &[&str], lang: Lang) -> String {
    let line = |name: &&str| match help::value(placeholder, name).map(|words| words.text(lang)) {
        Some(words) if words != *name => format!("- {name}: {words}"),
        _ => format!("- {name}"),
    };
    let lines: Vec<String> = names.iter().map(line).collect();
    format!("{}:\n{}", HelpHeading::Values.text(lang), lines.join("\n"))
}

/// The usage of a command: what must be given stands by its name, the rest as «options».
fn usage(command: &Command, lang: Lang) -> StyledStr {
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name()).to_owned();
    let mut parts = vec![name, format!("[{}]", HelpHeading::AnyOptions.text(lang))];
    let needed = command.get_arguments().filter(|argument| !argument.is_positional() && argument.is_required_set());
    parts.extend(needed.map(ToString::to_string));
    parts.extend(command.get_positionals().map(ToString::to_string));
    if command.has_subcommands() {
        parts.push(format!("<{}>", HelpHeading::AnyCommand.text(lang)));
    }
    parts.join(" ").into()
}

fn template(lang: Lang) -> String {
    format!("{{about-with-newline}}\n{}:\n  {{usage}}\n\n{{all-args}}", HelpHeading::Usage.text(lang))
}

/// The name of an argument's value; clap makes it of the argument's name where none is set.
pub(super) fn placeholder(argument: &Arg) -> String {
    match argument.get_value_names() {
        Some([name, ..]) => name.to_string(),
        _ => argument.get_id().as_str().to_uppercase(),
    }
}

/// The values that can be chosen.
pub(super) fn values(argument: &Arg) -> Vec<String> {
    if !takes_value(argument) {
        return Vec::new();
    }
    argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect()
}

fn takes_value(argument: &Arg) -> bool {
    matches!(argument.get_action(), ArgAction::Set | ArgAction::Append)
}
