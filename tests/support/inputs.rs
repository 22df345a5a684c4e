//! What typst is given for a report's bulletin.

use std::fs;
use std::path::Path;

use nashra::edition::{EditionKind, Profile};
use nashra::files::Root;
use nashra::pipeline;
use nashra::report::Workspace;
use nashra::typeset::{Asset, DocumentSpec, Inputs};

/// The inputs of a report with this source, whose pictures and logo lie in a folder.
pub(crate) fn inputs(folder: &Path, workspace: &Workspace, file: &Path, source: Vec<u8>) -> Inputs {
    let root = Root::new(folder).unwrap();
    let loaded = pipeline::load(&root, workspace, file, source).unwrap_or_else(|said| panic!("{said:?}"));
    let mut assets = loaded.assets.clone();
    if let Some(logo) = workspace.office.as_ref().and_then(|office| office.logo.as_ref()) {
        assets.insert(logo.file.value.clone(), Asset::new(fs::read(folder.join(&logo.file.value)).unwrap()));
    }
    Inputs::new(&DocumentSpec {
        subject: loaded.subject(),
        sources: &[],
        workspace,
        assets: &assets,
        edition: EditionKind::Bulletin,
        size: None,
        profile: Profile::Office,
        provenance: "0123456789abcdef",
        revision: None,
    })
}
