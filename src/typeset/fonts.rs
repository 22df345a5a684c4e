//! Faces: embedded ones, the workspace's own, those of `--font-path`, and with leave the system's.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde::Serialize;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo, FontStyle};
use typst::utils::LazyHash;

use super::embedded;

/// The source of a face.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "source", content = "path")]
pub enum FaceSource {
    /// In the binary.
    Embedded,
    /// A file of the workspace's `fonts/` or of `--font-path`.
    File(PathBuf),
    /// A file of the operating system's font folders.
    System(PathBuf),
}

/// One face as `nashra fonts` lists it.
#[derive(Clone, Debug, Serialize)]
pub struct Face {
    /// The family's name as templates and themes use it.
    pub family: String,
    /// `normal`, `italic` or `oblique`.
    pub style: &'static str,
    /// 100 to 900.
    pub weight: u16,
    /// The source of the face.
    #[serde(flatten)]
    pub source: FaceSource,
    /// The needed characters that the face has no glyph for.
    pub lacks: Vec<char>,
}

/// Places to look for faces besides the embedded ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FontPlaces {
    /// Folders, searched with their subfolders; earlier ones win.
    pub folders: Vec<PathBuf>,
    /// True if the operating system's font folders are searched too.
    pub system: bool,
}

/// Characters that official Arabic pages need: letters, both kinds of digits, tatweel, quotes, ﷺ,
/// Latin.
pub fn needed_characters() -> impl Iterator<Item = char> {
    ('\u{0621}'..='\u{063A}')
        .chain('\u{0640}'..='\u{0652}')
        .chain('\u{0660}'..='\u{066C}')
        .chain("،؛؟«»ﷺ".chars())
        .chain('0'..='9')
        .chain('A'..='Z')
        .chain('a'..='z')
        .chain(".,:()/-–%@+".chars())
}

/// All faces of a run; a face's file is parsed when a page first uses it.
pub struct Fonts {
    book: LazyHash<FontBook>,
    slots: Vec<Slot>,
}

struct Slot {
    source: FaceSource,
    data: FaceData,
    font: OnceLock<Option<Font>>,
}

enum FaceData {
    Embedded(&'static [u8]),
    File { path: PathBuf, index: u32 },
}

impl Fonts {
    /// The embedded faces and those found at `places`.
    ///
    /// # Errors
    /// The first folder of `places` that can't be read, with the reason.
    pub fn new(places: &FontPlaces) -> Result<Self, (PathBuf, std::io::Error)> {
        let mut infos = Vec::new();
        let mut slots = Vec::new();
        for folder in &places.folders {
            refuse_unreadable(folder)?;
            scan(|db| db.load_fonts_dir(folder), FaceSource::File, &mut infos, &mut slots);
        }
        for (info, data) in embedded_infos().into_iter().zip(embedded_faces()) {
            infos.push(info);
            slots.push(Slot::new(FaceSource::Embedded, FaceData::Embedded(data)));
        }
        if places.system {
            scan(fontdb::Database::load_system_fonts, FaceSource::System, &mut infos, &mut slots);
        }
        Ok(Self { book: LazyHash::new(FontBook::from_infos(infos)), slots })
    }

    /// The book that typst chooses faces from.
    #[must_use]
    pub fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// The face at an index of the [book](Self::book), loaded on first use.
    #[must_use]
    pub fn font(&self, index: usize) -> Option<Font> {
        let slot = self.slots.get(index)?;
        slot.font.get_or_init(|| slot.data.load()).clone()
    }

    /// The first face of a family, whatever its weight; for words outside of the pages.
    #[must_use]
    pub fn face_of(&self, family: &str) -> Option<Font> {
        self.font(self.faces_info().position(|info| info.family == family)?)
    }

    /// The families' names, sorted.
    #[must_use]
    pub fn families(&self) -> Vec<String> {
        let mut names: Vec<String> = self.faces_info().map(|info| info.family.clone()).collect();
        names.sort();
        names.dedup();
        names
    }

    /// True if a family is known; upper and lower case don't matter.
    #[must_use]
    pub fn has_family(&self, name: &str) -> bool {
        self.book.contains_family(&name.to_lowercase())
    }

    /// True if a face of one of the families has a glyph for the character.
    #[must_use]
    pub fn covers(&self, families: &[&str], character: char) -> bool {
        self.faces_info().any(|info| {
            families.iter().any(|family| family.eq_ignore_ascii_case(&info.family))
                && info.coverage.contains(character as u32)
        })
    }

    /// Every face, sorted by family, weight and style.
    #[must_use]
    pub fn faces(&self) -> Vec<Face> {
        let mut faces: Vec<Face> = self
            .faces_info()
            .zip(&self.slots)
            .map(|(info, slot)| Face {
                family: info.family.clone(),
                style: match info.variant.style {
                    FontStyle::Normal => "normal",
                    FontStyle::Italic => "italic",
                    FontStyle::Oblique => "oblique",
                },
                weight: info.variant.weight.to_number(),
                source: slot.source.clone(),
                lacks: needed_characters().filter(|&c| !info.coverage.contains(c as u32)).collect(),
            })
            .collect();
        faces.sort_by(|a, b| (&a.family, a.weight, a.style).cmp(&(&b.family, b.weight, b.style)));
        faces
    }

    /// The font files of the workspace and of `--font-path`, each once.
    pub fn own_files(&self) -> impl Iterator<Item = &Path> {
        self.files(|source| matches!(source, FaceSource::File(_)))
    }

    /// The families that a font file has faces of.
    pub fn families_in(&self, file: &Path) -> impl Iterator<Item = &str> {
        let faces = self.slots.iter().zip(self.faces_info());
        let faces = faces.filter(move |(slot, _)| matches!(&slot.data, FaceData::File { path, .. } if path == file));
        faces.map(|(_, info)| info.family.as_str())
    }

    /// True if a family is among the embedded ones.
    #[must_use]
    pub fn has_embedded_family(&self, name: &str) -> bool {
        let mut faces = self.slots.iter().zip(self.faces_info());
        faces.any(|(slot, info)| slot.source == FaceSource::Embedded && info.family.eq_ignore_ascii_case(name))
    }

    /// The operating system's font files, each once.
    pub fn system_files(&self) -> impl Iterator<Item = &Path> {
        self.files(|source| matches!(source, FaceSource::System(_)))
    }

    fn files(&self, wanted: fn(&FaceSource) -> bool) -> impl Iterator<Item = &Path> {
        let wanted = self.slots.iter().filter(move |slot| wanted(&slot.source));
        wanted.filter_map(|slot| match &slot.data {
            FaceData::Embedded(_) => None,
            FaceData::File { path, index } => (*index == 0).then_some(path.as_path()),
        })
    }

    fn faces_info(&self) -> impl Iterator<Item = &FontInfo> {
        (0..self.slots.len()).filter_map(|index| self.book.info(index))
    }
}

impl Slot {
    fn new(source: FaceSource, data: FaceData) -> Self {
        Self { source, data, font: OnceLock::new() }
    }
}

impl FaceData {
    fn load(&self) -> Option<Font> {
        match self {
            Self::Embedded(data) => Font::new(Bytes::new(*data), 0),
            Self::File { path, index } => Font::new(Bytes::new(fs::read(path).ok()?), *index),
        }
    }
}

/// Opens every font file below a folder: one that can't be read would be passed over, and pages be
/// set in another face.
fn refuse_unreadable(folder: &Path) -> Result<(), (PathBuf, std::io::Error)> {
    let refused = |path: &Path| {
        let path = path.to_path_buf();
        |error| (path, error)
    };
    for entry in fs::read_dir(folder).map_err(refused(folder))? {
        let path = entry.map_err(refused(folder))?.path();
        // A folder that a link leads to may lead back here.
        if fs::symlink_metadata(&path).is_ok_and(|data| data.is_dir()) {
            refuse_unreadable(&path)?;
        } else if is_font(&path) {
            fs::File::open(&path).map_err(refused(&path))?;
        }
    }
    Ok(())
}

/// True for a name that font files have, but no hidden one.
fn is_font(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !is_hidden && ending.is_some_and(|ending| matches!(ending.as_str(), "ttf" | "ttc" | "otf" | "otc"))
}

/// The bytes of the embedded faces, in the order of [`embedded::FONTS`].
fn embedded_faces() -> impl Iterator<Item = &'static [u8]> {
    embedded::FONTS.iter().filter(|(path, _)| is_ttf(path)).map(|&(_, data)| data)
}

/// The embedded faces' facts: read from the committed list, or where that is missing or of another
/// typst, from the faces.
fn embedded_infos() -> Vec<FontInfo> {
    match serde_json::from_str::<Vec<FontInfo>>(embedded::FACES) {
        Ok(infos) if infos.len() == embedded_faces().count() => infos,
        _ => read_embedded_infos(),
    }
}

fn read_embedded_infos() -> Vec<FontInfo> {
    embedded_faces().filter_map(|data| FontInfo::new(data, 0)).collect()
}

/// The list that `fonts/faces.json` must hold, as JSON.
///
/// # Errors
/// None in practice: the facts are plain data.
pub fn embedded_infos_json() -> serde_json::Result<String> {
    let lines: Result<Vec<String>, _> = read_embedded_infos().iter().map(serde_json::to_string).collect();
    Ok(format!("[\n{}\n]\n", lines?.join(",\n")))
}

/// True if bytes are those of an embedded face.
#[must_use]
pub fn is_embedded_font(bytes: &[u8]) -> bool {
    embedded_faces().any(|face| face == bytes)
}

fn is_ttf(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "ttf")
}

/// Adds the faces that `load` puts into a font database.
fn scan(
    load: impl FnOnce(&mut fontdb::Database),
    source: fn(PathBuf) -> FaceSource,
    infos: &mut Vec<FontInfo>,
    slots: &mut Vec<Slot>,
) {
    let mut db = fontdb::Database::new();
    load(&mut db);
    let mut found: Vec<(PathBuf, u32, FontInfo)> = db
        .faces()
        .filter_map(|face| {
            let path = match &face.source {
                fontdb::Source::File(path) | fontdb::Source::SharedFile(path, _) => path.clone(),
                fontdb::Source::Binary(_) => return None,
            };
            let info = db.with_face_data(face.id, FontInfo::new)??;
            Some((path, face.index, info))
        })
        .collect();
    // The folder's own order depends on the file system; the page must not.
    found.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    for (path, index, info) in found {
        infos.push(info);
        slots.push(Slot::new(source(path.clone()), FaceData::File { path, index }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a golden file, written on demand")]
    fn the_committed_faces_are_those_of_the_files() {
        let current = embedded_infos_json().unwrap();
        if std::env::var_os("NASHRA_UPDATE").is_some() {
            fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/faces.json"), &current).unwrap();
        }
        assert!(embedded::FACES == current, "fonts/faces.json is out of date: run the tests with NASHRA_UPDATE=1");
    }

    #[test]
    fn the_theme_families_are_embedded() {
        let fonts = Fonts::new(&FontPlaces::default()).unwrap();
        assert_eq!(fonts.families(), ["Amiri", "Cairo", "Reem Kufi", "Vazirmatn"]);
        assert!(fonts.has_family("amiri"));
        assert!(fonts.covers(&["Amiri"], 'ﷺ'));
        assert!(!fonts.covers(&["Amiri"], '😀'));
    }
}
