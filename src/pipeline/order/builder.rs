//! The making of an order: what is asked for, over what is usual.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::workspace::OpenWorkspace;
use super::{Order, SourceKind, Times};
use crate::archive::Archive;
use crate::edition::{EditionKind, Profile};
use crate::imposition::Imposition;
use crate::workers;

/// An order that is being settled.
pub struct OrderBuilder {
    order: Order,
}

impl OrderBuilder {
    /// Everything that the workspace makes of these reports and issues, or the `editions` of them
    /// if any are named. Nothing is written.
    #[must_use]
    pub fn new(
        workspace: OpenWorkspace,
        mut reports: Vec<PathBuf>,
        mut editions: Vec<EditionKind>,
        times: Times,
    ) -> Self {
        let fonts = workspace.font_places(Vec::new(), false);
        let OpenWorkspace { root, workspace, file, .. } = workspace;
        if editions.is_empty() {
            editions.extend(EditionKind::ALL.into_iter().filter(|&kind| workspace.edition(kind).enabled));
        }
        editions.sort();
        editions.dedup();
        // An issue is nothing to make bulletins of, nor a report a newsletter.
        reports.retain(|file| {
            let kind = SourceKind::of(&workspace, file);
            editions.iter().any(|&edition| kind.makes(edition))
        });
        let order = Order {
            output: root.path().join(&workspace.folders.output),
            archive: Archive::new(&root.path().join(&workspace.folders.archive)),
            fonts,
            root,
            workspace,
            workspace_file: file,
            reports,
            editions,
            profile: Profile::default(),
            imposition: None,
            proof: false,
            write: false,
            force: false,
            embargoed: false,
            named: BTreeSet::new(),
            withdrawn: false,
            times,
            jobs: workers::processors(),
        };
        Self { order }
    }

    /// Files for a purpose.
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Self {
        self.order.profile = profile;
        self
    }

    /// Pages arranged on sheets whatever the settings say; with `proof` a page shows each
    /// arrangement.
    #[must_use]
    pub fn arranged(mut self, imposition: Option<Imposition>, proof: bool) -> Self {
        (self.order.imposition, self.order.proof) = (imposition, proof);
        self
    }

    /// Files are written, into this folder if one is named.
    #[must_use]
    pub fn written(mut self, output: Option<PathBuf>) -> Self {
        self.order.write = true;
        if let Some(output) = output {
            self.order.output = output;
        }
        self
    }

    /// Reports are built also when they are up to date.
    #[must_use]
    pub fn forced(mut self, force: bool) -> Self {
        self.order.force = force;
        self
    }

    /// Reports are built also before their `not_before`.
    #[must_use]
    pub fn embargoed(mut self, embargoed: bool) -> Self {
        self.order.embargoed = embargoed;
        self
    }

    /// These reports and issues were asked for by their own names: what can't be made of them is an
    /// error, where others of their folder are passed over with a warning.
    #[must_use]
    pub fn named(mut self, files: impl IntoIterator<Item = PathBuf>) -> Self {
        self.order.named.extend(files);
        self
    }

    /// What was withdrawn is built all the same.
    #[must_use]
    pub fn withdrawn(mut self, withdrawn: bool) -> Self {
        self.order.withdrawn = withdrawn;
        self
    }

    /// Lines are justified by their spaces alone, whatever the settings say.
    #[must_use]
    pub fn without_kashida(mut self, without: bool) -> Self {
        self.order.workspace.theme.kashida &= !without;
        self
    }

    /// So many threads work.
    #[must_use]
    pub fn jobs(mut self, jobs: usize) -> Self {
        self.order.jobs = jobs.max(1);
        self
    }

    /// Faces are looked for in these folders before the workspace's own, and in the system's with
    /// `system`.
    #[must_use]
    pub fn fonts(mut self, folders: impl IntoIterator<Item = PathBuf>, system: bool) -> Self {
        self.order.fonts.folders.splice(0..0, folders);
        self.order.fonts.system = system;
        self
    }

    /// Only this kind of page.
    #[must_use]
    pub(in crate::pipeline) fn only(mut self, edition: EditionKind) -> Self {
        self.order.editions = vec![edition];
        self
    }

    /// The order as far as it is settled.
    #[must_use]
    pub fn so_far(&self) -> &Order {
        &self.order
    }

    /// The settled order.
    #[must_use]
    pub fn build(self) -> Order {
        self.order
    }
}
