//! A signed report or issue becomes what the archive keeps of it: its record, its finished files, and all they are made from.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::batch::{Failed, Order, guarded};
use super::build::{Ready, ready};
use super::record;
pub use super::record::SOURCE;
use super::setup::{Setup, setup, slashes};
use super::{Form, MadeFile, Material, Variant, document};
use crate::arabic::CivilDate;
use crate::archive::{Content, Happening, NewFile, Record};
use crate::diag::{Diagnostic, has_errors};
use crate::edition::{EditionKind, Profile};
use crate::error::Failure;
use crate::report::{Passage, Revision, Status, Subject};
use crate::typeset::{self, TYPST_VERSION};
use crate::words::{BuildProblem, FileProblem, MachineFault, Tried};

/// The most bytes a file of the workspace may have that pages are made from.
const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// What the archive keeps of a report or an issue.
pub struct Publication {
    /// Its record, without its history.
    pub record: Record,
    /// Its files without the record.
    pub files: Vec<NewFile>,
    /// What the author should know.
    pub warnings: Vec<Diagnostic>,
}

/// Makes publications of one workspace.
pub struct Publisher<'a> {
    order: &'a Order,
    setup: Setup,
}

/// What the pages of a version were made by and from, so that it can be told later why they can't be made again: `build.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuildNote {
    /// The report's or issue's file, from `source/`.
    pub file: String,
    /// The program's version.
    pub nashra: String,
    /// Typst's version.
    pub typst: String,
    /// SHA-512 of all that goes in, whose first digits stand in the code.
    pub provenance: String,
    /// SHA-512 of the templates, built-in ones and the office's own.
    pub templates: String,
    /// SHA-512 of the faces in the program.
    pub embedded_fonts: String,
    /// SHA-512 of the files below `source/`, by their names.
    pub sources: BTreeMap<String, String>,
}

/// A build note's name in the archive.
pub const BUILD_NOTE: &str = "build.json";

impl<'a> Publisher<'a> {
    /// Prepares faces and templates.
    ///
    /// # Errors
    /// What is wrong with the workspace; a folder that can't be read.
    pub fn new(order: &'a Order) -> Result<Self, Failure> {
        let setup = setup(order)?;
        if has_errors(&setup.diagnostics) {
            return Err(Failure::Content(setup.diagnostics));
        }
        Ok(Self { order, setup })
    }

    /// The words of a report or an issue as the archive would keep them; no page is made.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn record(&self, file: &Path) -> Result<Record, Failure> {
        let ready = ready(self.order, &self.setup, file).map_err(|failed| failure(file, failed))?;
        Ok(record::record(ready.loaded.subject(), &self.order.workspace))
    }

    /// Makes the pages of a report or an issue and gathers what they are made from. With a correction they tell of it, and its slip
    /// is made too.
    ///
    /// # Errors
    /// Everything that is wrong with it; a draft.
    pub fn publish(&self, file: &Path, correction: Option<&Happening>) -> Result<Publication, Failure> {
        let made = guarded(|| self.make(file, correction));
        typeset::forget();
        made.map_err(|failed| failure(file, failed))
    }

    fn make(&self, file: &Path, correction: Option<&Happening>) -> Result<Publication, Failed> {
        let (order, setup) = (self.order, &self.setup);
        let Ready { loaded, mut warnings } = ready(order, setup, file)?;
        let subject = loaded.subject();
        if subject.status() == Status::Draft {
            warnings.push(Diagnostic::error(file, BuildProblem::DraftPublished));
            return Err(Failed::Content(warnings));
        }
        let revision = correction.and_then(revision);
        let provenance = loaded.provenance(&setup.ingredients, revision.as_ref());
        let material = Material {
            subject,
            sources: &loaded.sources,
            workspace: &order.workspace,
            assets: &loaded.assets,
            provenance: &provenance,
            revision: revision.as_ref(),
            darkroom: &setup.darkroom,
        };
        let mut files = Vec::new();
        for (edition, profile, variants) in forms(subject, order, revision.is_some()) {
            let form = Form { edition, size: None, profile };
            let made = document(&setup.engine, &material, form, variants).map_err(Failed::Content)?;
            if profile == Profile::Archive {
                warnings.extend(made.warnings);
            }
            files.extend(
                made.files
                    .into_iter()
                    .map(|made| NewFile { name: name_of(form, &made), content: Content::Bytes(made.bytes) }),
            );
        }
        let mut record = record::record(subject, &order.workspace);
        record.code = typeset::code(subject, &provenance, revision.as_ref());
        let sources = self.sources(file, subject, &loaded.sources, &loaded.asset_digests)?;
        let note = self.note(file, provenance.clone(), &sources);
        files.extend(
            [("text.txt", record.text().into_bytes()), (BUILD_NOTE, note)]
                .map(|(name, bytes)| NewFile { name: name.to_owned(), content: Content::Bytes(bytes) }),
        );
        files.extend(sources);
        Ok(Publication { record, files, warnings })
    }

    /// A workspace in small: just what the pages are made from, by the same names below `source/`.
    fn sources(
        &self,
        file: &Path,
        subject: Subject,
        texts: &[typeset::Source],
        digests: &BTreeMap<String, String>,
    ) -> Result<Vec<NewFile>, Failed> {
        let (order, setup) = (self.order, &self.setup);
        let root = order.root.path();
        let named = |name: &str, content| NewFile { name: format!("{SOURCE}/{name}"), content };
        let bytes = |name: &str, bytes: &[u8]| named(name, Content::Bytes(bytes.to_vec()));
        let mut files = Vec::new();
        if let Some((name, text)) = &order.workspace_file {
            files.push(bytes(&slashes(name), text));
        }
        let articles = match subject {
            Subject::Report(_) => Vec::new(),
            Subject::Issue(whole) => whole.issue.articles.iter().map(|article| article.report.value.clone()).collect(),
        };
        let names = std::iter::once(slashes(file)).chain(articles);
        let mut taken: Vec<String> = Vec::new();
        for (name, text) in names.zip(texts) {
            files.push(bytes(&name, &text.bytes));
            taken.push(name);
        }
        for (name, digest) in digests {
            if !taken.contains(name) {
                files.push(named(name, Content::File { path: root.join(name), digest: digest.clone() }));
                taken.push(name.clone());
            }
        }
        for name in setup.logo.keys().filter(|name| !taken.contains(name)) {
            let read = order.root.read(Path::new(name), MAX_BYTES);
            let read = read.map_err(|problem| Failed::Machine(problem.told(Path::new(name))))?;
            files.push(named(name, Content::Bytes(read)));
        }
        files.extend(setup.engine.templates.own().map(|(name, text)| bytes(name, text)));
        for path in setup.engine.fonts.own_files() {
            let face = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
            if !typeset::is_embedded_font(&face) {
                // One of a folder besides the workspace's is known by its name alone, as in the digest.
                let name = path.strip_prefix(root).unwrap_or_else(|_| path.file_name().map_or(path, Path::new));
                files.push(named(&slashes(name), Content::Bytes(face)));
            }
        }
        Ok(files)
    }

    fn note(&self, file: &Path, provenance: String, sources: &[NewFile]) -> Vec<u8> {
        let note = BuildNote {
            file: slashes(file),
            nashra: env!("CARGO_PKG_VERSION").to_owned(),
            typst: TYPST_VERSION.to_owned(),
            provenance,
            templates: super::digest::templates(&self.setup.engine.templates),
            embedded_fonts: typeset::EMBEDDED_FONTS_DIGEST.to_owned(),
            sources: sources.iter().map(|file| (file.name.clone(), file.content.digest())).collect(),
        };
        serde_json::to_vec_pretty(&note).unwrap_or_default()
    }
}

/// The kinds of page that are kept, with their variants.
fn forms(subject: Subject, order: &Order, corrected: bool) -> Vec<(EditionKind, Profile, &'static [Variant])> {
    let main = match subject {
        Subject::Report(_) => EditionKind::Bulletin,
        Subject::Issue(_) => EditionKind::Newsletter,
    };
    let mut forms: Vec<(EditionKind, Profile, &[Variant])> =
        vec![(main, Profile::Archive, &[Variant::Plain, Variant::Preview]), (main, Profile::Press, &[Variant::Plain])];
    if main == EditionKind::Bulletin && order.workspace.edition(EditionKind::Flyer).enabled {
        forms.push((EditionKind::Flyer, Profile::Archive, &[Variant::Plain]));
    }
    if corrected {
        forms.push((EditionKind::Correction, Profile::Archive, &[Variant::Plain]));
    }
    forms
}

/// A finished file's name in the archive.
fn name_of(form: Form, made: &MadeFile) -> String {
    match (made.variant, form.profile) {
        (Variant::Preview, _) => "preview.png".to_owned(),
        (_, Profile::Press) => "press.pdf".to_owned(),
        _ => format!("{}.{}", form.edition.name(), made.ending),
    }
}

/// What pages tell of a correction; nothing of other events.
fn revision(happening: &Happening) -> Option<Revision> {
    let day = happening.time.get(..10).and_then(CivilDate::parse)?;
    let passages = happening.changes.iter();
    Some(Revision {
        number: happening.revision,
        date: day,
        reason: happening.reason.clone().unwrap_or_default(),
        authority: happening.authority.clone(),
        passages: passages
            .map(|change| Passage { stood: change.stood.clone(), stands: change.stands.clone() })
            .collect(),
    })
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failed {
    Failed::Machine(FileProblem::Machine(MachineFault::new(Tried::Read, path.display().to_string(), error)))
}

/// Why there is no publication.
fn failure(file: &Path, failed: Failed) -> Failure {
    match failed {
        Failed::Content(problems) => Failure::Content(problems),
        Failed::Machine(problem) => Failure::Machine(problem.into()),
        Failed::Crash => Failure::Content(vec![Diagnostic::error(file, BuildProblem::Crash)]),
    }
}
