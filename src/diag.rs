//! One diagnostic type for everything that is wrong with what the user wrote, and its forms on the
//! screen.
//!
//! Nothing is printed here: each form is a function that returns a text.

use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::words::Words;
pub use crate::words::{Lang, Message};

mod render;

pub use render::{causes, human, json, short};

/// The weight of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing can be made of the report.
    Error,
    /// The report can be made all the same.
    Warning,
}

/// A place in a source file.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The bytes in the file.
    pub span: Range<usize>,
}

impl Place {
    /// The place of some bytes of a source.
    pub fn new(source: &str, span: Range<usize>) -> Self {
        let head = source.get(..span.start).unwrap_or_default();
        let line_start = head.rfind('\n').map_or(0, |at| at + 1);
        let line = head.matches('\n').count() + 1;
        let column = head.get(line_start..).unwrap_or_default().chars().count() + 1;
        Self { line, column, span }
    }
}

/// A replacement that fixes the problem and loses nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes of the file to replace.
    pub span: Range<usize>,
    /// The new text.
    pub text: String,
}

/// Something that is wrong with what the user wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// The file, as shown to the user.
    pub file: PathBuf,
    /// The place in the file, if it is about one.
    pub place: Option<Place>,
    /// The field, such as `body[3].photo`, counted from 1; empty if it is about none.
    pub field: String,
    /// The problem and the next step.
    pub message: Message,
    /// The edit that fixes it without asking, if that is certain.
    pub edit: Option<Edit>,
}

impl Diagnostic {
    /// An error about a file.
    pub fn error(file: &Path, message: impl Into<Message>) -> Self {
        Self::new(Severity::Error, file, message.into())
    }

    /// A warning about a file.
    pub fn warning(file: &Path, message: impl Into<Message>) -> Self {
        Self::new(Severity::Warning, file, message.into())
    }

    fn new(severity: Severity, file: &Path, message: Message) -> Self {
        let file = file.to_path_buf();
        Self { severity, file, place: None, field: String::new(), message, edit: None }
    }

    /// The same at a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same about a field.
    #[must_use]
    pub fn field(mut self, field: &str) -> Self {
        field.clone_into(&mut self.field);
        self
    }

    /// The same with an edit that fixes it.
    #[must_use]
    pub fn edit(mut self, edit: Option<Edit>) -> Self {
        self.edit = edit;
        self
    }

    /// An error about no file.
    pub fn bare(message: impl Into<Message>) -> Self {
        Self::new(Severity::Error, Path::new(""), message.into())
    }

    /// True if it is about how a text is typed or what is allowed there, or about a draft's text that
    /// is still the sample's: `check` tells it and `build` only counts it.
    pub fn is_text_remark(&self) -> bool {
        match &self.message {
            Message::Text(_) | Message::Comment(_) => true,
            Message::Field(problem) => !self.is_error() && problem.is_sample_of_a_report(),
            _ => false,
        }
    }

    /// Its message in a language, with its file in the commands that the hint proposes.
    pub fn words(&self, lang: Lang) -> Words {
        self.message.words(lang).about(&self.file.to_string_lossy().replace('\\', "/"))
    }

    /// The code of its message.
    pub fn code(&self) -> &str {
        self.message.code()
    }

    /// True if it is an error.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// True if one of them is an error.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(Diagnostic::is_error)
}
