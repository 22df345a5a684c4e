//! Words to the user of `nashra import`.

use super::{ImportGuess, LeftOutReason};
use crate::words::Lang;

/// A word of `nashra import`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportPhrase {
    /// A report was made of a text.
    Made {
        /// The text's file.
        source: String,
        /// The report's file.
        path: String,
    },
    /// Something that was made out in the text.
    Guess {
        /// The field.
        field: String,
        /// Its beginning.
        excerpt: String,
        /// What it rests on.
        guess: ImportGuess,
    },
    /// Things that were left out for one reason.
    LeftOut {
        /// Their beginnings.
        excerpts: Vec<String>,
        /// How many more there are.
        more: usize,
        /// The reason.
        reason: LeftOutReason,
    },
    /// Pictures of a document were copied.
    Pictures {
        /// How many.
        count: usize,
        /// Where they are.
        folder: String,
    },
    /// The next step.
    After {
        /// A report's file.
        path: String,
    },
    /// The standard input in place of a file's name.
    StandardInput,
    /// The first line of an imported report.
    Head {
        /// The text's file.
        source: String,
    },
    /// The head of a comment about something made out.
    GuessMark,
    /// The head of a comment about something left out.
    LeftOutMark,
    /// The stand-in for a title.
    StandInTitle,
    /// The stand-in for a picture's description.
    StandInAlt,
}

impl ImportPhrase {
    /// The sentence in a language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ar => self.arabic(),
            Lang::En => self.english(),
        }
    }

    fn arabic(&self) -> String {
        match self {
            Self::Made { source, path } => format!("من {source} صار {path}"),
            Self::Guess { field, excerpt, guess } => format!("  {field}: {excerpt} ({})", guess.text(Lang::Ar)),
            Self::LeftOut { excerpts, more, reason } => {
                let more = if *more > 0 { format!("، و{more} غيرها") } else { String::new() };
                format!("  تُرك، {}: {}{more}", reason.text(Lang::Ar), excerpts.join("، "))
            }
            Self::Pictures { count, folder } => format!("  صور نُسخت إلى {folder}: {count}"),
            Self::After { path } => format!("راجع ما كُتب قبله «تخمين» في {path} ثم نفّذ: nashra check"),
            Self::StandardInput => "النص الملصوق".to_owned(),
            Self::Head { source } => format!("من {source}. راجع ما كُتب قبله «تخمين»، ثم احذف هذه الملاحظات."),
            Self::GuessMark => "تخمين: ".to_owned(),
            Self::LeftOutMark => "تُرك: ".to_owned(),
            Self::StandInTitle => "عنوان التقرير".to_owned(),
            Self::StandInAlt => "ما الذي يظهر في الصورة".to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Made { source, path } => format!("made {path} of {source}"),
            Self::Guess { field, excerpt, guess } => format!("  {field}: {excerpt} ({})", guess.text(Lang::En)),
            Self::LeftOut { excerpts, more, reason } => {
                let more = if *more > 0 { format!(", and {more} more") } else { String::new() };
                format!("  left out, {}: {}{more}", reason.text(Lang::En), excerpts.join(", "))
            }
            Self::Pictures { count, folder } => format!("  pictures copied into {folder}: {count}"),
            Self::After { path } => format!("look at what stands under `guess` in {path}, then run: nashra check"),
            Self::StandardInput => "the pasted text".to_owned(),
            Self::Head { source } => {
                format!("From {source}. Look at what stands under `guess`, then delete these notes.")
            }
            Self::GuessMark => "guess: ".to_owned(),
            Self::LeftOutMark => "left out: ".to_owned(),
            // It is printed on the page until it is written over, so it is Arabic as the page is.
            Self::StandInTitle => "عنوان التقرير".to_owned(),
            Self::StandInAlt => "ما الذي يظهر في الصورة".to_owned(),
        }
    }
}
