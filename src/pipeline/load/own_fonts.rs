//! The office's own font files, read once in a run.

use std::path::{Path, PathBuf};

use crate::error::Failure;
use crate::hash::sha512;
use crate::typeset::{self, Fonts};
use crate::words::{MachineFault, Tried};

/// A font file of the office's own that is no copy of an embedded one.
pub(in crate::pipeline) struct OwnFont {
    /// The file.
    pub(in crate::pipeline) path: PathBuf,
    /// SHA-512 of its bytes.
    pub(in crate::pipeline) digest: String,
    /// The families that it has faces of.
    pub(in crate::pipeline) families: Vec<String>,
}

impl OwnFont {
    /// Its name without folders, by which codes know it.
    pub(in crate::pipeline) fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// Reads the office's own font files; a copy of an embedded one changes nothing and is left out.
///
/// # Errors
/// A file that can't be read any more.
pub(super) fn own_fonts(fonts: &Fonts) -> Result<Vec<OwnFont>, Failure> {
    let mut found = Vec::new();
    for path in fonts.own_files() {
        let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
        if !typeset::is_embedded_font(&bytes) {
            let mut families: Vec<String> = fonts.families_in(path).map(str::to_owned).collect();
            families.dedup();
            found.push(OwnFont { path: path.to_path_buf(), digest: sha512(&bytes), families });
        }
    }
    Ok(found)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    MachineFault::new(Tried::Read, path.display().to_string(), error).into()
}
