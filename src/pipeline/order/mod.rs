//! The order of a run: settled before the first report is read, and never changed afterwards.

pub(in crate::pipeline) mod builder;
mod form;
mod kind;
pub(in crate::pipeline) mod workspace;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub use self::form::{Form, Variant, output_path};
pub use self::kind::SourceKind;
use crate::archive::Archive;
use crate::edition::{EditionKind, PictureSize, Profile};
use crate::files::Root;
use crate::imposition::Imposition;
use crate::report::Workspace;
use crate::typeset::FontPlaces;

/// The reports to work on, the files to make of them and the folder for these; an
/// [`OrderBuilder`](builder::OrderBuilder) makes it.
pub struct Order {
    /// The workspace's folder.
    pub(in crate::pipeline) root: Root,
    /// Its settings.
    pub(in crate::pipeline) workspace: Workspace,
    /// Its file from the root and that file's bytes; none for a lone report.
    pub(in crate::pipeline) workspace_file: Option<(PathBuf, Vec<u8>)>,
    /// The reports and issues from the root, sorted.
    pub(in crate::pipeline) reports: Vec<PathBuf>,
    /// The archive, which may not be there.
    pub(in crate::pipeline) archive: Archive,
    /// The kinds of page, sorted.
    pub(in crate::pipeline) editions: Vec<EditionKind>,
    /// The purpose of the files.
    pub(in crate::pipeline) profile: Profile,
    /// The arrangement of pages on sheets, whatever the settings say.
    pub(in crate::pipeline) imposition: Option<Imposition>,
    /// True when a page shows each arrangement.
    pub(in crate::pipeline) proof: bool,
    /// The folder of the finished files.
    pub(in crate::pipeline) output: PathBuf,
    /// True when files are written; `check` does all but that.
    pub(in crate::pipeline) write: bool,
    /// True when reports are built also if they are up to date.
    pub(in crate::pipeline) force: bool,
    /// True when reports are built also before their `not_before`.
    pub(in crate::pipeline) embargoed: bool,
    /// The reports and issues that were asked for by their own names, not with a folder.
    pub(in crate::pipeline) named: BTreeSet<PathBuf>,
    /// True when what was withdrawn is built all the same.
    pub(in crate::pipeline) withdrawn: bool,
    /// The moment the run began.
    pub(in crate::pipeline) times: Times,
    /// The number of threads, at least one.
    pub(in crate::pipeline) jobs: usize,
    /// Places of faces besides the embedded ones.
    pub(in crate::pipeline) fonts: FontPlaces,
}

/// The moment a run began, in seconds since 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Times {
    /// The present, which the user may set: what embargoes are compared with.
    pub now: i64,
    /// The present by the machine's own clock: what times of files are compared with.
    pub machine_now: i64,
}

/// A display of how far the run is.
pub trait Progress: Sync {
    /// So many reports have to be built.
    fn start(&self, reports: usize);
    /// One more is done, well or not.
    fn step(&self, report: &Path);
}

impl Order {
    /// The reports and issues from the workspace's folder, sorted.
    #[must_use]
    pub fn reports(&self) -> &[PathBuf] {
        &self.reports
    }

    /// The kinds of page, sorted.
    #[must_use]
    pub fn editions(&self) -> &[EditionKind] {
        &self.editions
    }

    /// The workspace's settings.
    #[must_use]
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// The workspace's archive, which may not be there.
    pub(in crate::pipeline) fn archive(&self) -> &Archive {
        &self.archive
    }

    /// The kinds of page to make of a file: some are made of reports, some of issues.
    pub(in crate::pipeline) fn editions_of(&self, file: &Path) -> impl Iterator<Item = EditionKind> {
        let kind = SourceKind::of(&self.workspace, file);
        self.editions.iter().copied().filter(move |&edition| kind.makes(edition))
    }

    /// The kinds of page to make of a file, each with its sizes.
    pub(in crate::pipeline) fn layouts(&self, file: &Path) -> impl Iterator<Item = (EditionKind, Option<PictureSize>)> {
        self.editions_of(file).flat_map(|edition| edition.sizes().iter().map(move |&size| (edition, size)))
    }

    /// The files to make of an edition, the plain one first. The record is never arranged, nor are
    /// pictures: they are not printed.
    pub(in crate::pipeline) fn variants(&self, edition: EditionKind) -> Vec<Variant> {
        let set = self.workspace.edition(edition).impose;
        let imposition = match self.imposition {
            // Only a scheme was asked for: its measures are the settings', where they have it.
            Some(asked) if asked == Imposition::new(asked.scheme) => {
                set.filter(|set| set.scheme == asked.scheme).or(Some(asked))
            }
            Some(asked) => Some(asked),
            None => set,
        };
        let imposition = imposition.filter(|_| self.profile != Profile::Archive && edition != EditionKind::Social);
        let mut variants = vec![Variant::Plain];
        variants.extend(imposition.map(Variant::Imposed));
        variants.extend(imposition.filter(|_| self.proof).map(Variant::Proof));
        variants
    }

    /// True for a file that is made as the settings say. The state doesn't keep how others were
    /// arranged: they are never up to date.
    pub(in crate::pipeline) fn is_set(&self, edition: EditionKind, variant: Variant) -> bool {
        match variant {
            Variant::Plain | Variant::Preview => true,
            Variant::Imposed(imposition) | Variant::Proof(imposition) => {
                self.workspace.edition(edition).impose == Some(imposition)
            }
        }
    }
}
