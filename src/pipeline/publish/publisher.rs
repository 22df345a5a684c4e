//! A signed report or issue becomes what the archive keeps of it: its record, its finished files,
//! and all they are made from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::record::record;
use super::sources::{note, sources};
use crate::archive::{BUILD_NOTE, FileContent, Happening, NewFile, Object, Problem, Record};
use crate::diag::{Diagnostic, has_errors};
use crate::edition::{EditionKind, Profile};
use crate::error::Failure;
use crate::pipeline::apart;
use crate::pipeline::load::{
    BuildNote, Likeness, Ready, Resources, SourceFile, kept_editions, likeness, main_edition, object_id, page_digests,
    provenance, ready, revision, withdrawn,
};
use crate::pipeline::make::{Failed, MadeFile, Material, guarded};
use crate::pipeline::order::{Form, Order, Variant};
use crate::report::{Status, Subject};
use crate::typeset;
use crate::words::BuildProblem;

/// A report or an issue as the archive keeps it.
pub struct Publication {
    /// Its record, without its history.
    pub record: Record,
    /// Its files without the record.
    pub files: Vec<NewFile>,
    /// Warnings to the author.
    pub warnings: Vec<Diagnostic>,
}

/// A report or an issue that is whole, before its pages are made.
pub(super) struct Manuscript {
    file: PathBuf,
    ready: Ready,
}

impl Manuscript {
    /// True if it is not signed off yet.
    pub(super) fn is_draft(&self) -> bool {
        self.ready.loaded.subject().status() == Status::Draft
    }
}

/// Makes publications of one workspace.
pub struct Publisher<'a> {
    order: &'a Order,
    resources: Resources,
}

impl<'a> Publisher<'a> {
    /// Prepares faces and templates.
    ///
    /// # Errors
    /// What is wrong with the workspace; a folder that can't be read.
    pub fn new(order: &'a Order) -> Result<Self, Failure> {
        let resources = Resources::prepare(order)?;
        if has_errors(&resources.diagnostics) {
            return Err(Failure::Content(resources.diagnostics));
        }
        Ok(Self { order, resources })
    }

    /// Reads a report or an issue.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub(super) fn read(&self, file: &Path) -> Result<Manuscript, Failure> {
        let ready = guarded(|| {
            let source = SourceFile::read(&self.order.root, &self.order.workspace, file);
            let source = source.map_err(|problem| Failed::Content(vec![*problem]))?;
            let parsed = source.parse(&self.order.root, &self.order.workspace).map_err(Failed::Content)?;
            ready(self.order, &self.resources, parsed).map_err(Failed::Content)
        });
        let ready = ready.map_err(|failed| failure(file, failed))?;
        Ok(Manuscript { file: file.to_path_buf(), ready })
    }

    /// The name of a manuscript's object.
    pub(super) fn id(&self, manuscript: &Manuscript) -> String {
        object_id(manuscript.ready.loaded.subject())
    }

    /// The words of a manuscript as the archive would keep them; no page is made.
    pub(super) fn record(&self, manuscript: &Manuscript) -> Record {
        record(manuscript.ready.loaded.subject(), &self.order.workspace)
    }

    /// Compares a manuscript with some versions of its object.
    ///
    /// # Errors
    /// Files of the archive that are not what they were; what the system said.
    pub(super) fn likeness(
        &self,
        manuscript: &Manuscript,
        object: &Object,
        versions: impl DoubleEndedIterator<Item = u32> + Clone,
    ) -> Result<Likeness, Problem> {
        likeness(self.order, &self.resources, &manuscript.ready.loaded, object, versions.rev())
    }

    /// Makes the pages of a manuscript and gathers what they are made from. With a correction they
    /// tell of it, and its slip is made too.
    ///
    /// # Errors
    /// Everything that is wrong with it; a draft.
    pub(super) fn publish(
        &self,
        manuscript: Manuscript,
        correction: Option<&Happening>,
    ) -> Result<Publication, Failure> {
        self.remake(manuscript, correction, None)
    }

    /// Makes pages as [`publish`](Self::publish) does, by the note of those that were made then.
    pub(super) fn remake(
        &self,
        manuscript: Manuscript,
        correction: Option<&Happening>,
        then: Option<&BuildNote>,
    ) -> Result<Publication, Failure> {
        let Manuscript { file, ready } = manuscript;
        let made = guarded(|| self.make(&file, ready, correction, then));
        typeset::forget();
        made.map_err(|failed| failure(&file, failed))
    }

    fn make(
        &self,
        file: &Path,
        ready: Ready,
        correction: Option<&Happening>,
        then: Option<&BuildNote>,
    ) -> Result<Publication, Failed> {
        let (order, resources) = (self.order, &self.resources);
        let Ready { loaded, mut warnings } = ready;
        let subject = loaded.subject();
        if subject.status() == Status::Draft {
            warnings.push(Diagnostic::error(file, BuildProblem::DraftPublished));
        }
        warnings.extend(withdrawn(order, subject, None).map_err(|problem| Failed::by_archive(problem, file))?);
        if has_errors(&warnings) {
            return Err(Failed::Content(warnings));
        }
        let revision = correction.and_then(revision);
        // Pages from before codes were made of what is on the page are made again with their own.
        let old = then.filter(|then| then.pages.is_empty());
        let provenance = match old {
            Some(old) => old.provenance.clone(),
            None => provenance(order, resources, &loaded, revision.as_ref()),
        };
        let pages = if old.is_some() { BTreeMap::new() } else { page_digests(order, resources, &loaded) };
        let material = Material::new(order, resources, &loaded, &provenance, revision.as_ref());
        let mut files = Vec::new();
        for (edition, profile, variants) in forms(subject, order, revision.is_some()) {
            let form = Form { edition, size: None, profile };
            let made = apart::document(order, resources, &material, form, variants).map_err(Failed::Content)?;
            if profile == Profile::Archive {
                warnings.extend(made.warnings);
            }
            files.extend(
                made.files
                    .into_iter()
                    .map(|made| NewFile { name: name_of(form, &made), content: FileContent::Bytes(made.bytes) }),
            );
        }
        let mut record = record(subject, &order.workspace);
        record.code = typeset::code(subject, &provenance, revision.as_ref());
        let sources = sources(order, resources, file, &loaded)?;
        let program = then.is_none_or(|then| then.program.is_some());
        let note = note(resources, file, (provenance.clone(), pages), program, &sources)?;
        // Since programs are kept, the text begins with the title.
        let text = if program { record.whole_text() } else { record.text() };
        files.extend(
            [("text.txt", text.into_bytes()), (BUILD_NOTE, note)]
                .map(|(name, bytes)| NewFile { name: name.to_owned(), content: FileContent::Bytes(bytes) }),
        );
        files.extend(sources);
        Ok(Publication { record, files, warnings })
    }
}

/// The kinds of page that are kept, with their variants.
fn forms(subject: Subject, order: &Order, corrected: bool) -> Vec<(EditionKind, Profile, &'static [Variant])> {
    let main = main_edition(subject);
    let mut forms: Vec<(EditionKind, Profile, &[Variant])> =
        vec![(main, Profile::Archive, &[Variant::Plain, Variant::Preview]), (main, Profile::Press, &[Variant::Plain])];
    for other in kept_editions(order, subject).filter(|edition| *edition != main) {
        forms.push((other, Profile::Archive, &[Variant::Plain]));
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

/// The reason why there is no publication.
fn failure(file: &Path, failed: Failed) -> Failure {
    match failed {
        Failed::Content(problems) | Failed::Withheld(problems) => Failure::Content(problems),
        Failed::Machine(problem) => Failure::Machine(problem.into()),
        Failed::Crash => Failure::Content(vec![Diagnostic::error(file, BuildProblem::Crash)]),
    }
}
