//! The sources of an archived version, and the note of what its pages were made by and from.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::archive::{BUILD_NOTE, Object, Problem};
use crate::store;
use crate::words::{ArchiveProblem, Unlike};

/// The folder of the workspace's files in an archived version.
pub(in crate::pipeline) const SOURCE: &str = "source";

/// A note of what the pages of a version were made by and from, to explain later why they can't be
/// made again: `build.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::pipeline) struct BuildNote {
    /// The report's or issue's file, from `source/`.
    pub(in crate::pipeline) file: String,
    /// The program's version.
    pub(in crate::pipeline) nashra: String,
    /// Typst's version.
    pub(in crate::pipeline) typst: String,
    /// SHA-512 of what reaches the pages, whose first digits stand in the code.
    pub(in crate::pipeline) provenance: String,
    /// SHA-512 of what reaches the pages of each edition, without what a correction adds. None in
    /// archives from before codes were made of that: there they were made of files as they lay.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(in crate::pipeline) pages: BTreeMap<String, String>,
    /// SHA-512 of the templates, built-in ones and the office's own.
    pub(in crate::pipeline) templates: String,
    /// SHA-512 of the faces in the program.
    pub(in crate::pipeline) embedded_fonts: String,
    /// SHA-512 of the list of the program's own templates and faces, which the archive keeps. None in
    /// archives from before they were kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::pipeline) program: Option<String>,
    /// SHA-512 of the files below `source/`, by their names.
    pub(in crate::pipeline) sources: BTreeMap<String, String>,
}

/// The note that is archived with a version.
///
/// # Errors
/// A note that can't be read.
pub(in crate::pipeline) fn build_note(object: &Object, version: u32) -> Result<BuildNote, Problem> {
    let bytes = object.file(version, BUILD_NOTE)?;
    serde_json::from_slice(&bytes).map_err(|error| {
        let unlike = Unlike::Unreadable(error.to_string());
        ArchiveProblem::Damaged { id: object.id().to_owned(), file: BUILD_NOTE.to_owned(), unlike }.into()
    })
}

/// Writes the workspace that a version was made from into a folder.
///
/// # Errors
/// A file that is not as it was archived; what the system said.
pub(in crate::pipeline) fn unpack(object: &Object, version: u32, folder: &Path) -> Result<(), Problem> {
    let prefix = format!("{SOURCE}/");
    let state = object.inventory().version(version).map(|version| &version.state);
    for name in state.into_iter().flat_map(|state| state.values().flatten()) {
        if let Some(inside) = name.strip_prefix(&prefix) {
            store::write(&folder.join(inside), &object.file(version, name)?)?;
        }
    }
    Ok(())
}
