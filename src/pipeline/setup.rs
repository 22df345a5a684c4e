//! What all documents of a run share: faces, templates, the office's mark; and what is wrong with them.

use std::collections::BTreeMap;
use std::path::Path;

use super::assets;
use super::batch::Order;
use super::darkroom::Darkroom;
use super::digest::{self, Digest};
use super::glyphs;
use super::memory::Memory;
use crate::diag::Diagnostic;
use crate::edition::Profile;
use crate::error::Failure;
use crate::files::Root;
use crate::report::Theme;
use crate::typeset::{self, Asset, Engine, Fonts, Templates};
use crate::words::{BuildProblem, FileProblem};

/// The most bytes a template's file may have.
const MAX_TEMPLATE: u64 = 4 * 1024 * 1024;

/// What all documents of a run share.
pub(super) struct Setup {
    pub(super) engine: Engine,
    pub(super) darkroom: Darkroom,
    /// What is known of photos.
    pub(super) memory: Memory,
    /// The office's mark, by its name in the workspace.
    pub(super) logo: BTreeMap<String, Asset>,
    /// Hash of the contents that every document is made from.
    pub(super) ingredients: Digest,
    /// Those and the program, as hexadecimal digits.
    pub(super) surroundings: String,
    /// Hash of the glossary: no page depends on it, but what is said of the texts does.
    pub(super) glossary: String,
    /// What is wrong with the workspace.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Prepares a run.
pub(super) fn setup(order: &Order) -> Result<Setup, Failure> {
    let fonts = Fonts::new(&order.fonts)?;
    let mut diagnostics = Vec::new();
    let templates = own_templates(&order.root, &mut diagnostics);
    let (file, text) = match &order.workspace_file {
        Some((file, text)) => (file.as_path(), text.as_slice()),
        None => (Path::new("nashra.toml"), [].as_slice()),
    };
    let logo = order.workspace.office.as_ref().and_then(|office| office.logo.as_ref());
    let mut logo = logo.map(|logo| assets::logo(&order.root, file, logo));
    diagnostics.extend(logo.iter_mut().flat_map(|found| found.diagnostics.drain(..)));
    let logo = logo.map(|found| found.assets).unwrap_or_default();
    diagnostics.extend(unknown_families(&order.workspace.theme, &fonts, file));
    diagnostics.extend(unknown_templates(order, &templates, file));
    let (theme, texts) = (&order.workspace.theme, order.workspace.printed_texts());
    diagnostics.extend(glyphs::missing(&fonts, theme, file, &String::from_utf8_lossy(text), &texts));

    let mut ingredients = digest::ingredients(text, &templates, &fonts);
    for (name, asset) in &logo {
        ingredients.part(name, asset.identity());
    }
    let surroundings = digest::surroundings(&ingredients, &fonts, theme.kashida);
    let glossary = digest::glossary(&order.workspace.checks.glossary);
    let darkroom = Darkroom::new(order.root.clone(), &order.output, order.write, order.now, order.jobs);
    let memory = Memory::of(&order.output, order.write, order.profile != Profile::Archive, order.machine_now);
    let engine = Engine::new(fonts, templates);
    Ok(Setup { engine, darkroom, memory, logo, ingredients, surroundings, glossary, diagnostics })
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
            Ok(bytes) => own.push((slashes(&file), bytes)),
            Err(problem) => {
                diagnostics.push(Diagnostic::error(&file, problem.told(&file)));
            }
        }
    }
    Templates::new(own)
}

/// A path from the root with `/` between its parts, on every system.
pub(super) fn slashes(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
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
