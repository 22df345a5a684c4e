//! Everything a diagnostic can say, and a message in one language.

use super::forms::{OWN_FILE, SOME_FILE, argument};
use super::{
    ArchiveProblem, BuildProblem, CommentProblem, DeskProblem, FieldProblem, FileProblem, ImportProblem, MachineFault,
    PrintProblem, SyntaxProblem, TextProblem, UsageProblem, ValueProblem,
};

/// The language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Arabic.
    #[default]
    Ar,
    /// English.
    En,
}

/// Everything a diagnostic can say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The file is not TOML.
    Syntax(SyntaxProblem),
    /// A key or the kind of its value is wrong.
    Field(FieldProblem),
    /// A value is of the right kind but cannot stand.
    Value(ValueProblem),
    /// A file is missing or cannot be used.
    File(FileProblem),
    /// A page cannot be made.
    Build(BuildProblem),
    /// A file was not printed, or not as it should.
    Print(PrintProblem),
    /// Something about the archive.
    Archive(ArchiveProblem),
    /// Something about numbers, approval or the register.
    Desk(DeskProblem),
    /// A file of which no report could be made.
    Import(ImportProblem),
    /// A comment meant for nashra has no effect.
    Comment(CommentProblem),
    /// The program was called wrongly.
    Usage(UsageProblem),
    /// A rule of Arabic typing is broken.
    Text(TextProblem),
    /// A message of another process of this program.
    Relayed(Box<Relayed>),
}

/// A message with its words, as it comes from another process of this program.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Relayed {
    /// Its code.
    pub code: String,
    ar: Words,
    en: Words,
    causes: [Vec<String>; 2],
}

impl Relayed {
    /// The words of a message.
    pub fn of(message: &Message) -> Self {
        Self {
            code: message.code().to_owned(),
            ar: message.words(Lang::Ar),
            en: message.words(Lang::En),
            causes: [message.causes(Lang::Ar), message.causes(Lang::En)],
        }
    }

    pub(super) fn words(&self, lang: Lang) -> Words {
        match lang {
            Lang::Ar => self.ar.clone(),
            Lang::En => self.en.clone(),
        }
    }

    pub(super) fn causes(&self, lang: Lang) -> Vec<String> {
        let [ar, en] = &self.causes;
        match lang {
            Lang::Ar => ar.clone(),
            Lang::En => en.clone(),
        }
    }
}

/// A message in one language.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Words {
    /// The problem.
    pub text: String,
    /// The next step.
    pub hint: String,
}

impl Message {
    /// The code that stands for this kind of message in every language; never changes between
    /// versions.
    pub fn code(&self) -> &str {
        match self {
            Self::Syntax(problem) => problem.code(),
            Self::Field(problem) => problem.code(),
            Self::Value(problem) => problem.code(),
            Self::File(problem) => problem.code(),
            Self::Build(problem) => problem.code(),
            Self::Print(problem) => problem.code(),
            Self::Archive(problem) => problem.code(),
            Self::Comment(problem) => problem.code(),
            Self::Desk(problem) => problem.code(),
            Self::Import(problem) => problem.code(),
            Self::Usage(problem) => problem.code(),
            Self::Text(problem) => problem.rule.code(),
            Self::Relayed(relayed) => &relayed.code,
        }
    }

    /// The fault of the machine that it tells of, if it does.
    pub fn machine_fault(&self) -> Option<&MachineFault> {
        match self {
            Self::File(FileProblem::Machine(fault)) => Some(fault),
            Self::Archive(problem) => problem.machine_fault(),
            _ => None,
        }
    }

    /// The same message with the path that it names written as `shown` writes it.
    #[must_use]
    pub fn with_path(mut self, shown: impl FnOnce(&str) -> String) -> Self {
        let path = match &mut self {
            Self::File(problem) => problem.path_mut(),
            Self::Archive(problem) => problem.path_mut(),
            _ => None,
        };
        if let Some(path) = path {
            *path = shown(path);
        }
        self
    }
}

impl Words {
    /// The same about a file, named from where commands are run: those of the hint name it.
    #[must_use]
    pub fn about(self, file: &str) -> Self {
        let file = if file.is_empty() { SOME_FILE.to_owned() } else { argument(file) };
        Self { hint: self.hint.replace(OWN_FILE, &file), ..self }
    }

    pub(super) fn new(text: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { text: text.into(), hint: hint.into() }
    }
}

impl From<SyntaxProblem> for Message {
    fn from(problem: SyntaxProblem) -> Self {
        Self::Syntax(problem)
    }
}

impl From<FieldProblem> for Message {
    fn from(problem: FieldProblem) -> Self {
        Self::Field(problem)
    }
}

impl From<ValueProblem> for Message {
    fn from(problem: ValueProblem) -> Self {
        Self::Value(problem)
    }
}

impl From<FileProblem> for Message {
    fn from(problem: FileProblem) -> Self {
        Self::File(problem)
    }
}

impl From<BuildProblem> for Message {
    fn from(problem: BuildProblem) -> Self {
        Self::Build(problem)
    }
}

impl From<ArchiveProblem> for Message {
    fn from(problem: ArchiveProblem) -> Self {
        Self::Archive(problem)
    }
}

impl From<PrintProblem> for Message {
    fn from(problem: PrintProblem) -> Self {
        Self::Print(problem)
    }
}

impl From<CommentProblem> for Message {
    fn from(problem: CommentProblem) -> Self {
        Self::Comment(problem)
    }
}

impl From<DeskProblem> for Message {
    fn from(problem: DeskProblem) -> Self {
        Self::Desk(problem)
    }
}

impl From<ImportProblem> for Message {
    fn from(problem: ImportProblem) -> Self {
        Self::Import(problem)
    }
}

impl From<TextProblem> for Message {
    fn from(problem: TextProblem) -> Self {
        Self::Text(problem)
    }
}

impl From<UsageProblem> for Message {
    fn from(problem: UsageProblem) -> Self {
        Self::Usage(problem)
    }
}
