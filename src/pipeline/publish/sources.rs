//! The sources of a publication, kept with it, and the note of what its pages were made by.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use crate::archive::{FileContent, NewFile, Program};
use crate::files::slashed;
use crate::pipeline::load::{BuildNote, Loaded, Resources, SOURCE, digest};
use crate::pipeline::make::Failed;
use crate::pipeline::order::Order;
use crate::report::Subject;
use crate::typeset::{self, TYPST_VERSION};

/// The most bytes a file of the workspace may have that pages are made from.
const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// A workspace in small: just what the pages are made from, by the same names below `source/`.
pub(super) fn sources(
    order: &Order,
    resources: &Resources,
    file: &Path,
    loaded: &Loaded,
) -> Result<Vec<NewFile>, Failed> {
    let root = order.root.path();
    let named = |name: &str, content| NewFile { name: format!("{SOURCE}/{name}"), content };
    let bytes = |name: &str, bytes: &[u8]| named(name, FileContent::Bytes(bytes.to_vec()));
    let mut files = Vec::new();
    if let Some((name, text)) = &order.workspace_file {
        files.push(bytes(&slashed(name), text));
    }
    let articles = match loaded.subject() {
        Subject::Report(_) => Vec::new(),
        Subject::Issue(whole) => whole.issue.articles.iter().map(|article| article.report.value.clone()).collect(),
    };
    let names = std::iter::once(slashed(file)).chain(articles);
    let mut taken: Vec<String> = Vec::new();
    for (name, text) in names.zip(&loaded.sources) {
        files.push(bytes(&name, &text.bytes));
        taken.push(name);
    }
    for (name, digest) in &loaded.asset_digests {
        if !taken.contains(name) {
            files.push(named(name, FileContent::File { path: root.join(name), digest: digest.clone() }));
            taken.push(name.clone());
        }
    }
    for name in resources.logo.keys().filter(|name| !taken.contains(name)) {
        let read = order.root.read(Path::new(name), MAX_BYTES);
        let read = read.map_err(|problem| Failed::Machine(problem.told(Path::new(name))))?;
        files.push(named(name, FileContent::Bytes(read)));
    }
    if let (Some(press), Some(name)) = (&resources.press, &order.workspace.press.profile) {
        files.push(bytes(&name.value, &press.bytes));
    }
    files.extend(resources.engine.templates.own().map(|(name, text)| bytes(name, text)));
    for font in &resources.own_fonts {
        // One of a folder besides the workspace's is known by its name alone, as in the code.
        let name = font.path.strip_prefix(root).map_or_else(|_| font.name(), slashed);
        files.push(named(&name, FileContent::File { path: font.path.clone(), digest: font.digest.clone() }));
    }
    Ok(files)
}

/// The program's own templates and faces.
pub(super) fn own_program() -> &'static Program {
    static OWN: LazyLock<Program> =
        LazyLock::new(|| Program::new(env!("CARGO_PKG_VERSION"), typeset::embedded_files()));
    &OWN
}

/// The note of the program's own making.
pub(super) fn note(
    resources: &Resources,
    file: &Path,
    (provenance, pages): (String, BTreeMap<String, String>),
    names_program: bool,
    sources: &[NewFile],
) -> Result<Vec<u8>, Failed> {
    let note = BuildNote {
        file: slashed(file),
        nashra: env!("CARGO_PKG_VERSION").to_owned(),
        typst: TYPST_VERSION.to_owned(),
        provenance,
        pages,
        templates: digest::templates(&resources.engine.templates),
        embedded_fonts: typeset::EMBEDDED_FONTS_DIGEST.to_owned(),
        program: names_program.then(|| own_program().digest().to_owned()),
        sources: sources.iter().map(|file| (file.name.clone(), file.content.digest())).collect(),
    };
    serde_json::to_vec_pretty(&note).map_err(|_| Failed::Crash)
}
