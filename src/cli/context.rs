//! Where, when and for whom a command runs.

use std::path::{Path, PathBuf};

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

impl Context {
    /// The same run in another folder, in the language it speaks now.
    pub(super) fn inside(&self, folder: &Path) -> Self {
        Self {
            folder: folder.to_path_buf(),
            lang: Some(self.ui.lang()),
            clock: self.clock.clone(),
            ui: self.ui.clone(),
        }
    }
}
