//! The place, time and language in which a command runs.

use std::path::PathBuf;

use crate::clock::Clock;
use crate::ui::Ui;
use crate::words::Lang;

/// The surroundings that every command is given.
pub(super) struct Context {
    /// The folder it was started in.
    pub(super) folder: PathBuf,
    /// The language asked for, if any.
    pub(super) lang: Option<Lang>,
    /// True for a command that only looks: it works with settings that have errors too, and tells
    /// those with the rest.
    pub(super) only_looks: bool,
    /// The present.
    pub(super) clock: Clock,
    /// All printing.
    pub(super) ui: Ui,
}
