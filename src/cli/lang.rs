//! The language of messages, as an argument.

use clap::ValueEnum;

use crate::words::Lang;

/// The languages as arguments.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum LangArg {
    Ar,
    En,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Ar => Self::Ar,
            LangArg::En => Self::En,
        }
    }
}
