//! Help in both languages, side by side: every command, argument, placeholder and value, and the
//! words around them.
//!
//! The command line is described once, in `cli`. These tables say what each part of it is, and a
//! test there walks the whole of it: a part that lacks here is found before a user finds it.

mod arguments;
mod commands;
mod values;

use super::Lang;

/// The same words in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HelpWords {
    en: &'static str,
    ar: &'static str,
}

impl HelpWords {
    /// The words in a language.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ar => self.ar,
            Lang::En => self.en,
        }
    }
}

/// A command by its path, such as `archive add`; the program itself has an empty one.
#[must_use]
pub fn command(path: &str) -> Option<HelpWords> {
    let found = commands::COMMANDS.iter().find(|(name, ..)| *name == path);
    found.map(|&(_, en, ar)| HelpWords { en, ar })
}

/// An argument of a command: its own words, else those of the argument with this name that several
/// commands have.
#[must_use]
pub fn argument(path: &str, id: &str) -> Option<HelpWords> {
    let of = |path: &str| arguments::ARGUMENTS.iter().find(|(command, name, ..)| (*command, *name) == (path, id));
    of(path).or_else(|| of(arguments::SHARED)).map(|&(_, _, en, ar)| HelpWords { en, ar })
}

/// The stand-in for a value that the user types, such as `DIR`.
#[must_use]
pub fn placeholder(name: &str) -> Option<HelpWords> {
    let found = values::PLACEHOLDERS.iter().find(|(en, _)| *en == name);
    found.map(|&(en, ar)| HelpWords { en, ar })
}

/// One of the values that a placeholder stands for, such as `archive` of `PROFILE`.
#[must_use]
pub fn value(placeholder: &str, value: &str) -> Option<HelpWords> {
    let found = values::VALUES.iter().find(|(of, name, ..)| (*of, *name) == (placeholder, value));
    found.map(|&(_, _, en, ar)| HelpWords { en, ar })
}

/// The words around a command's parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpHeading {
    /// Above how the command is typed.
    Usage,
    /// Above its commands.
    Commands,
    /// Above what is named without an option.
    Arguments,
    /// Above its options.
    Options,
    /// Above the options that every command has.
    SharedOptions,
    /// Above all values of an argument.
    Values,
    /// In place of any command.
    AnyCommand,
    /// In place of all options.
    AnyOptions,
    /// Above the name on a manual page.
    Name,
    /// Above how a command is typed on a manual page.
    Synopsis,
    /// Above what it does on a manual page.
    Description,
    /// Above the program's version on a manual page.
    Version,
}

impl HelpHeading {
    /// The words in a language.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        let (en, ar) = match self {
            Self::Usage => ("Usage", "طريقة الكتابة"),
            Self::Commands => ("Commands", "الأوامر"),
            Self::Arguments => ("Arguments", "ما يُذكر بعد الأمر"),
            Self::Options => ("Options", "الخيارات"),
            Self::SharedOptions => ("Options of every command", "خيارات لكل الأوامر"),
            Self::Values => ("Values", "القيم"),
            Self::AnyCommand => ("COMMAND", "الأمر"),
            Self::AnyOptions => ("OPTIONS", "الخيارات"),
            Self::Name => ("NAME", "الاسم"),
            Self::Synopsis => ("SYNOPSIS", "طريقة الكتابة"),
            Self::Description => ("DESCRIPTION", "الوصف"),
            Self::Version => ("VERSION", "الإصدار"),
        };
        HelpWords { en, ar }.text(lang)
    }
}

/// Says which value holds when none is given.
#[must_use]
pub fn default_value(value: &str, lang: Lang) -> String {
    match lang {
        Lang::Ar => format!("[المعتاد: {value}]"),
        Lang::En => format!("[default: {value}]"),
    }
}

/// Lists the values that can be given.
#[must_use]
pub fn values(names: &[&str], lang: Lang) -> String {
    match lang {
        Lang::Ar => format!("[القيم: {}]", names.join("، ")),
        Lang::En => format!("[values: {}]", names.join(", ")),
    }
}
