//! Words to the user of the desk's commands.

use crate::words::Lang;

/// A word for the state of a report or an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskState {
    /// Still being written.
    Draft,
    /// Signed off.
    Approved,
    /// In the archive.
    Archived,
    /// Corrected.
    Corrected,
    /// Taken back.
    Withdrawn,
    /// Another text than the archive's.
    Changed,
    /// Files that it names aren't there.
    Missing,
    /// Its file can't be read.
    Broken,
}

impl DeskState {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Draft => ("مسودة", "draft"),
            Self::Approved => ("معتمد", "approved"),
            Self::Archived => ("محفوظ", "archived"),
            Self::Corrected => ("مصوَّب", "corrected"),
            Self::Withdrawn => ("مسحوب", "withdrawn"),
            Self::Changed => ("تغيّر بعد حفظه", "changed since"),
            Self::Missing => ("تنقصه ملفات", "files missing"),
            Self::Broken => ("لا يُقرأ", "unreadable"),
        }
    }
}

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
    /// A report was renamed.
    Renamed {
        /// Its files.
        files: usize,
    },
    /// An issue names a report by its new name.
    IssueRenamed {
        /// The issue's file.
        issue: String,
    },
    /// A report was put aside.
    Removed {
        /// Its files.
        files: usize,
    },
    /// Files stay, since other reports name them.
    KeptForOthers {
        /// The files.
        files: Vec<String>,
    },
    /// The number of a removed report is nobody's now.
    NumberFree {
        /// The number.
        number: String,
    },
    /// The end of a register.
    Registered {
        /// The year.
        year: i32,
        /// The lines.
        rows: usize,
        /// Those of numbers that nobody has and nobody explained.
        unexplained: usize,
    },
    /// The state of a report or an issue.
    State(DeskState),
    /// The end of a list.
    Listed {
        /// The lines shown.
        shown: usize,
        /// All reports and issues.
        all: usize,
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
            Self::Renamed { files } => format!("غُيّر الاسم، الملفات: {files}"),
            Self::IssueRenamed { issue } => format!("كُتب الاسم الجديد في العدد {issue}"),
            Self::Removed { files } => format!("وُضعت جانباً، الملفات: {files}، ولإعادتها انقلها إلى أماكنها"),
            Self::KeptForOthers { files } => format!("بقيت لأن تقارير أخرى تذكرها: {}", files.join("، ")),
            Self::NumberFree { number } => {
                format!("العدد {number} ليس لأحد الآن؛ أعطه لتقرير آخر أو اذكر سببه في register.toml")
            }
            Self::Registered { year, rows, unexplained } => {
                format!("سجل سنة {year}، الأسطر: {rows}، أعداد لم يُذكر سببها: {unexplained}")
            }
            Self::State(state) => state.words().0.to_owned(),
            Self::Listed { shown, all } => format!("المعروض: {shown} من {all}"),
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
            Self::Renamed { files } => format!("renamed, files: {files}"),
            Self::IssueRenamed { issue } => format!("the issue {issue} has the new name"),
            Self::Removed { files } => {
                format!("put aside, files: {files}; to have them back move them to their places")
            }
            Self::KeptForOthers { files } => format!("these stay, since other reports name them: {}", files.join(", ")),
            Self::NumberFree { number } => {
                format!("nobody has the number {number} now: give it to another report, or say why in register.toml")
            }
            Self::Registered { year, rows, unexplained } => {
                format!("register of {year}, lines: {rows}, numbers not explained: {unexplained}")
            }
            Self::State(state) => state.words().1.to_owned(),
            Self::Listed { shown, all } => format!("shown: {shown} of {all}"),
            Self::Undone { files } => format!("files as they were before: {files}"),
        }
    }
}
