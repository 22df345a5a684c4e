//! Resources that all documents of a run share: faces, templates, the office's mark; and what is
//! wrong with them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::digest::{self, Digest};
use super::own_fonts::{OwnFont, own_fonts};
use super::photo_fitter::PhotoFitter;
use super::photo_index::PhotoIndex;
use super::{assets, glyphs, looks};
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, Profile};
use crate::error::Failure;
use crate::files::{ReadProblem, Root, slashed};
use crate::photo::{self, PressProfile};
use crate::pipeline::order::Order;
use crate::pipeline::order::workspace::WORKSPACE_FILE;
use crate::report::Theme;
use crate::sandbox::Sandboxes;
use crate::typeset::{self, Asset, Engine, FontPlaces, Fonts, Templates};
use crate::words::{BuildProblem, FileProblem};

/// The folder of the workspace's own faces.
const FONTS: &str = "fonts";
/// The endings of files that people take for fonts.
const FONT_ENDINGS: [&str; 6] = ["ttf", "otf", "ttc", "otc", "woff", "woff2"];
/// The most bytes a template's file may have.
const MAX_TEMPLATE: u64 = 4 * 1024 * 1024;

/// Resources that all documents of a run share.
pub(in crate::pipeline) struct Resources {
    pub(in crate::pipeline) engine: Engine,
    pub(in crate::pipeline) photo_fitter: PhotoFitter,
    /// Photos as earlier runs read them.
    pub(in crate::pipeline) photo_index: PhotoIndex,
    /// The office's mark, by its name in the workspace.
    pub(in crate::pipeline) logo: BTreeMap<String, Asset>,
    /// The office's own profile of a press.
    pub(in crate::pipeline) press: Option<PressProfile>,
    /// The office's own font files.
    pub(in crate::pipeline) own_fonts: Vec<OwnFont>,
    /// Hashes of the templates and faces that pages with a code are made with.
    pub(super) looks: BTreeMap<EditionKind, Digest>,
    /// Hash of all that every document is made from and of the program, as hexadecimal digits.
    pub(in crate::pipeline) surroundings: String,
    /// Hash of the glossary: no page depends on it, but what is said of the texts does.
    pub(in crate::pipeline) glossary: String,
    /// Copies of this program, for documents that are made apart.
    pub(in crate::pipeline) sandboxes: Sandboxes,
    /// Errors and warnings about the workspace.
    pub(in crate::pipeline) diagnostics: Vec<Diagnostic>,
}

impl Resources {
    /// Prepares a run.
    ///
    /// # Errors
    /// A folder with fonts that can't be read. What is wrong with the workspace is among the
    /// diagnostics.
    pub(in crate::pipeline) fn prepare(order: &Order) -> Result<Self, Failure> {
        let (faces, places, mut diagnostics) = match own_faces(&order.root) {
            Ok(files) => (files, order.fonts.clone(), Vec::new()),
            Err(refused) => (Vec::new(), FontPlaces::default(), refused),
        };
        let fonts = Fonts::new(&places)?;
        diagnostics.extend(faceless(&order.root, &faces, &places, &fonts));
        let templates = own_templates(&order.root, &mut diagnostics);
        let (file, text) = match &order.workspace_file {
            Some((file, text)) => (file.as_path(), text.as_slice()),
            None => (Path::new(WORKSPACE_FILE), [].as_slice()),
        };
        let logo = logo(order, file, &mut diagnostics);
        let press = press(order, file, &mut diagnostics);
        diagnostics.extend(unknown_families(&order.workspace.theme, &fonts, file));
        diagnostics.extend(unknown_templates(order, &templates, file));
        let (theme, texts) = (&order.workspace.theme, order.workspace.printed_texts());
        diagnostics.extend(glyphs::missing(&fonts, theme, file, &String::from_utf8_lossy(text), &texts));

        let own_fonts = own_fonts(&fonts)?;
        let mut ingredients = digest::ingredients(text, &templates, &own_fonts);
        for (name, asset) in &logo {
            ingredients.part(name, asset.identity());
        }
        if let Some(press) = &press {
            ingredients.part("press profile", press.digest.as_bytes());
        }
        let (output, write, jobs) = (&order.output, order.write, order.jobs);
        let surroundings = digest::surroundings(&ingredients, &fonts, theme.kashida);
        let engine = Engine::new(fonts, templates);
        Ok(Self {
            surroundings,
            looks: looks::looks(order, &engine, &own_fonts),
            own_fonts,
            glossary: digest::glossary(&order.workspace.checks.glossary),
            photo_fitter: PhotoFitter::new(order.root.clone(), output, write, order.times.now, jobs),
            photo_index: PhotoIndex::open(output, write, order.profile != Profile::Archive, order.times.machine_now),
            engine,
            logo,
            press,
            sandboxes: Sandboxes::default(),
            diagnostics,
        })
    }
}

/// The files among the workspace's own faces; errors for those that are none, and for what a link
/// leads out to. No other folder of faces has to be in the workspace.
fn own_faces(root: &Root) -> Result<Vec<PathBuf>, Vec<Diagnostic>> {
    let folder = Path::new(FONTS);
    if !root.holds(&root.path().join(folder)) {
        return Err(vec![Diagnostic::error(folder, FileProblem::SymlinkOut { path: FONTS.to_owned() })]);
    }
    let files =
        root.files_below(folder).map_err(|fault| vec![Diagnostic::error(folder, FileProblem::Machine(fault))])?;
    // What else is wrong with a face is told when it is read.
    let refused = |file: &PathBuf| match root.metadata(file) {
        Err(problem @ (ReadProblem::Outside | ReadProblem::NotAFile)) => {
            Some(Diagnostic::error(file, problem.told(file)))
        }
        _ => None,
    };
    let refused: Vec<_> = files.iter().filter_map(refused).collect();
    if refused.is_empty() { Ok(files) } else { Err(refused) }
}

/// Warnings about those of the workspace's own faces that are called fonts and hold no face.
fn faceless(root: &Root, files: &[PathBuf], places: &FontPlaces, fonts: &Fonts) -> Vec<Diagnostic> {
    if !places.folders.contains(&root.path().join(FONTS)) {
        return Vec::new();
    }
    let read: BTreeSet<&Path> = fonts.own_files().collect();
    let is_called_font = |file: &PathBuf| {
        let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        FONT_ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
    };
    files
        .iter()
        .filter(|file| is_called_font(file) && !read.contains(root.path().join(file).as_path()))
        .map(|file| Diagnostic::warning(file, FileProblem::NoFace { path: slashed(file) }))
        .collect()
}

/// Reads the office's mark, if it has one.
fn logo(order: &Order, file: &Path, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<String, Asset> {
    let logo = order.workspace.office.as_ref().and_then(|office| office.logo.as_ref());
    let Some(logo) = logo else { return BTreeMap::new() };
    let found = assets::logo(&order.root, file, logo);
    diagnostics.extend(found.diagnostics);
    found.assets
}

/// Reads the office's own profile of a press, if it has one.
fn press(order: &Order, file: &Path, diagnostics: &mut Vec<Diagnostic>) -> Option<PressProfile> {
    let name = order.workspace.press.profile.as_ref()?;
    let path = Path::new(&name.value);
    let bytes = order.root.read(path, photo::MAX_PROFILE_BYTES).map_err(|problem| problem.told(path));
    let read =
        bytes.and_then(|bytes| PressProfile::read(bytes).map_err(|fault| PressProfile::told(fault, &name.value)));
    match read {
        Ok(profile) => Some(profile),
        Err(problem) => {
            diagnostics.push(name.error(file, problem));
            None
        }
    }
}

/// The workspace's own template files put in the place of the built-in ones.
pub fn own_templates(root: &Root, diagnostics: &mut Vec<Diagnostic>) -> Templates {
    let mut own = Vec::new();
    let folder = Path::new("templates");
    let files = root.files_below(folder).unwrap_or_else(|fault| {
        diagnostics.push(Diagnostic::error(folder, FileProblem::Machine(fault)));
        Vec::new()
    });
    for file in files {
        if !typeset::is_template_file(&file) {
            continue;
        }
        match root.read(&file, MAX_TEMPLATE) {
            Ok(bytes) => own.push((slashed(&file), bytes)),
            Err(problem) => {
                diagnostics.push(Diagnostic::error(&file, problem.told(&file)));
            }
        }
    }
    Templates::new(own)
}

fn unknown_families(theme: &Theme, fonts: &Fonts, file: &Path) -> Vec<Diagnostic> {
    [&theme.text_font, &theme.heading_font, &theme.caption_font, &theme.display_font]
        .into_iter()
        .filter(|font| !fonts.has_family(&font.family))
        .map(|font| {
            let message = BuildProblem::unknown_font(&font.family, fonts.families());
            match &font.set {
                Some(set) => set.error(file, message),
                None => Diagnostic::error(file, message),
            }
        })
        .collect()
}

fn unknown_templates(order: &Order, templates: &Templates, file: &Path) -> Vec<Diagnostic> {
    let names = templates.names();
    let editions = order.editions.iter().map(|&kind| order.workspace.edition(kind));
    editions
        .filter(|edition| !names.contains(&edition.template))
        .map(|edition| {
            let message = BuildProblem::unknown_template(&edition.template, names.clone());
            match &edition.template_set {
                Some(set) => set.error(file, message),
                None => Diagnostic::error(file, message),
            }
        })
        .collect()
}
