//! Where, when and for whom a command runs.

use std::path::PathBuf;

use crate::clock::Clock;
use crate::ui::Ui;
use crate::words::Lang;

/// What every command is given.
pub(super) struct Context {
    /// Where it was started.
    pub(super) folder: PathBuf,
    /// The language asked for, if any.
    pub(super) lang: Option<Lang>,
    /// The present.
    pub(super) clock: Clock,
    /// All printing.
    pub(super) ui: Ui,
}
