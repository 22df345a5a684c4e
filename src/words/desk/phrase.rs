//! Words to the user of the desk's commands.

use crate::words::Lang;

/// A word of the desk's commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskPhrase {
    /// The end of approving.
    Approved {
        /// Those that were approved.
        approved: usize,
        /// Those that were approved before.
        already: usize,
        /// Those with errors.
        failed: usize,
    },
    /// The end of taking approvals back.
    TakenBack {
        /// Those that are drafts again.
        drafts: usize,
        /// Those with errors.
        failed: usize,
    },
    /// A draft kept the number that its author wrote.
    NumberKept {
        /// Its file.
        path: String,
        /// The number.
        number: String,
    },
    /// Files are as they were before.
    Undone {
        /// How many.
        files: usize,
    },
}

impl DeskPhrase {
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
            Self::Approved { approved, already, failed } => {
                format!("اعتُمد: {approved}، معتمد من قبل: {already}، لم يُعتمد لأخطاء فيه: {failed}")
            }
            Self::TakenBack { drafts, failed } => format!("أُعيد مسودة: {drafts}، بقي كما هو لأخطاء: {failed}"),
            Self::NumberKept { path, number } => format!("بقي العدد {number} في {path}، فكاتبه من وضعه"),
            Self::Undone { files } => format!("أُعيدت كما كانت، الملفات: {files}"),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Approved { approved, already, failed } => {
                format!("approved: {approved}, approved before: {already}, not approved for errors: {failed}")
            }
            Self::TakenBack { drafts, failed } => format!("drafts again: {drafts}, left for errors: {failed}"),
            Self::NumberKept { path, number } => {
                format!("the number {number} stays in {path}: its author wrote it")
            }
            Self::Undone { files } => format!("files as they were before: {files}"),
        }
    }
}
