//! Content hashes of what goes into a document, as files lie, for the up-to-date check.

use std::collections::BTreeMap;
use std::path::Path;

use sha2::{Digest as _, Sha512};

use super::own_fonts::OwnFont;
use crate::arabic::Glossary;
use crate::hash::hex;
use crate::typeset::{EMBEDDED_FONTS_DIGEST, Fonts, Templates};

/// A SHA-512 over named parts. Each part is framed by its name and length, so that no two lists of
/// parts run together.
#[derive(Clone, Default)]
pub(in crate::pipeline) struct Digest(Sha512);

impl Digest {
    pub(in crate::pipeline) fn part(&mut self, name: &str, bytes: &[u8]) -> &mut Self {
        for piece in [name.as_bytes(), bytes] {
            self.0.update((piece.len() as u64).to_le_bytes());
            self.0.update(piece);
        }
        self
    }

    /// A report or an issue and the files it names, by their SHA-512.
    pub(in crate::pipeline) fn report(&mut self, source: &str, assets: &BTreeMap<String, String>) -> &mut Self {
        self.part("report", source.as_bytes());
        for (name, asset) in assets {
            self.part(name, asset.as_bytes());
        }
        self
    }

    pub(in crate::pipeline) fn hex(self) -> String {
        hex(&self.0.finalize())
    }
}

/// A hash of all that every document of a workspace is made from: its settings, templates and
/// faces.
///
/// The operating system's faces are left out: their bytes can be gigabytes, and a record should not
/// use them.
pub(super) fn ingredients(workspace_text: &[u8], templates: &Templates, fonts: &[OwnFont]) -> Digest {
    let mut digest = Digest::default();
    digest.part("workspace", workspace_text).part("embedded fonts", EMBEDDED_FONTS_DIGEST.as_bytes());
    for (path, bytes) in templates.contents() {
        digest.part(path, bytes);
    }
    for font in fonts {
        digest.part(&font.name(), font.digest.as_bytes());
    }
    digest
}

/// A hash of the templates of a run, built-in ones and the office's own.
pub(in crate::pipeline) fn templates(templates: &Templates) -> String {
    let mut digest = Digest::default();
    for (path, bytes) in templates.contents() {
        digest.part(path, bytes);
    }
    digest.hex()
}

/// A hash of the names that texts are compared with; comments and layout of their file don't count.
pub(in crate::pipeline) fn glossary(glossary: &Glossary) -> String {
    let mut digest = Digest::default();
    for name in glossary.names() {
        digest.part("form", name.form.as_bytes());
        for not in &name.not {
            digest.part("not", not.as_bytes());
        }
    }
    digest.hex()
}

/// A hash of the ingredients and all else that a finished file depends on: the program, the
/// system's faces and how lines are justified, which the command line may say.
pub(in crate::pipeline) fn surroundings(ingredients: &Digest, fonts: &Fonts, kashida: bool) -> String {
    let mut digest = ingredients.clone();
    digest.part("nashra", env!("CARGO_PKG_VERSION").as_bytes());
    digest.part("kashida", &[u8::from(kashida)]);
    for path in fonts.system_files() {
        digest.part(&path.display().to_string(), stamp(path).as_bytes());
    }
    digest.hex()
}

/// Size and time of a file, as text; empty when it isn't there.
pub(in crate::pipeline) fn stamp(path: &Path) -> String {
    let Ok(data) = std::fs::metadata(path) else { return String::new() };
    let time = data.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    format!("{} {}", data.len(), time.unwrap_or_default().as_nanos())
}
