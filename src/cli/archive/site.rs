//! `nashra archive site`: the archive as a web site of plain files.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::super::build::shown;
use super::super::site as workspace;
use super::Context;
use crate::archive::Archive;
use crate::archive::site::{self, Contact, Counted, Made, Mark, SiteFace, SiteLook};
use crate::diag::Diagnostic;
use crate::drawing;
use crate::error::{self, Failure};
use crate::pipeline::{OpenWorkspace, Progress as _, WORKSPACE_FILE};
use crate::report::{self, Workspace};
use crate::typeset::{WEB_FACES, WebFace};
use crate::words::page::LABELS;
use crate::words::{ArchiveProblem, FileProblem, Phrase};
use crate::workers;

/// The site's folder in the workspace's output folder.
const FOLDER: &str = "site";
/// The most bytes the office's mark may have.
const MAX_MARK: u64 = 4 * 1024 * 1024;
/// Make a web site of the archive that needs no server.
#[derive(Debug, Args)]
pub(super) struct SiteArgs {
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

/// The result, for programs.
#[derive(Serialize)]
struct SiteResult<'a> {
    folder: String,
    bulletins: usize,
    pages: Counted,
    files: Counted,
    url: Option<&'a str>,
}

/// Makes the site.
pub(super) fn site(args: &SiteArgs, context: &mut Context) -> Result<u8, Failure> {
    let found = workspace::need(context)?;
    let root = found.root.path();
    let archive = Archive::new(&root.join(&found.workspace.folders.archive));
    let output = match &args.output {
        Some(output) => context.folder.join(output),
        None => root.join(&found.workspace.folders.output).join(FOLDER),
    };
    apart(&output, archive.root(), context)?;
    let (look, mut diagnostics) = look(args, &found)?;
    let bar = context.ui.progress();
    let order = site::SiteOrder { archive: &archive, look: &look, output: &output, jobs: workers::processors() };
    let made = site::make(&order, &|(year, month), months| {
        bar.start(months);
        bar.step(Path::new(&format!("{year:04}/{month:02}")));
    })?;
    bar.finish();
    diagnostics.extend(made.damaged.iter().cloned().map(Diagnostic::bare));
    tell(&made, &diagnostics, &look, &shown(&output, &context.folder), context);
    Ok(error::exit_code(&diagnostics))
}

fn tell(made: &Made, diagnostics: &[Diagnostic], look: &SiteLook, folder: &str, context: &Context) {
    let (pages, files) = (made.pages, made.files);
    let result =
        SiteResult { folder: folder.to_owned(), bulletins: made.bulletins, pages, files, url: look.address.as_deref() };
    if context.ui.json(diagnostics, &result) {
        return;
    }
    context.ui.data(&format!("{folder}/index.html"));
    context.ui.report(diagnostics);
    context.ui.note(&Phrase::SiteMade {
        bulletins: made.bulletins,
        written: pages.written,
        unchanged: pages.unchanged,
    });
    if look.address.is_none() {
        context.ui.note(&Phrase::SiteWithoutAddress);
    }
}

/// A site inside the archive would be taken for a part of it, and the archive inside the site would
/// be published as it is.
fn apart(output: &Path, archive: &Path, context: &Context) -> Result<(), Failure> {
    let (output, archive) = (real(output), real(archive));
    if output.starts_with(&archive) || archive.starts_with(&output) {
        let folder = shown(&output, &context.folder);
        return Err(Failure::Usage(ArchiveProblem::SiteInArchive { folder }.into()));
    }
    Ok(())
}

/// A path with the links of its part that is there followed.
fn real(path: &Path) -> PathBuf {
    let there = path.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
    there.map_or_else(
        || path.to_path_buf(),
        |(part, real)| path.strip_prefix(part).map_or(real.clone(), |rest| real.join(rest)),
    )
}

/// How the pages look, and what is odd about it.
fn look(args: &SiteArgs, found: &OpenWorkspace) -> Result<(SiteLook, Vec<Diagnostic>), Failure> {
    let workspace = &found.workspace;
    let given = args.url.as_deref();
    if let Some(url) = given.filter(|url| !report::is_site_address(url)) {
        return Err(Failure::Usage(ArchiveProblem::SiteAddress { found: url.to_owned() }.into()));
    }
    let address = given.or(workspace.site.url.as_ref().map(|url| url.value.as_str()));
    let mut diagnostics = found.warnings.clone();
    let office = workspace.office.as_ref();
    let look = SiteLook {
        office: office.map(|office| office.name.value.clone()),
        parents: office
            .map(|office| office.parents.iter().map(|name| name.value.clone()).collect())
            .unwrap_or_default(),
        contacts: contacts(workspace),
        mark: mark(found, &mut diagnostics),
        accent: workspace.theme.accent.clone(),
        digits: workspace.digits,
        faces: WEB_FACES.iter().map(face).collect(),
        address: address.map(|address| format!("{}/", address.trim_end_matches('/'))),
    };
    Ok((look, diagnostics))
}

/// The ways to reach the office.
fn contacts(workspace: &Workspace) -> Vec<Contact> {
    use crate::report::ContactKind as Kind;
    let label = |kind| match kind {
        Kind::Phone => LABELS.contacts.phone,
        Kind::Email => LABELS.contacts.email,
        Kind::Website => LABELS.contacts.website,
        Kind::Address => LABELS.contacts.address,
        Kind::Social => LABELS.contacts.social,
    };
    let contacts = workspace.office.iter().flat_map(|office| &office.contacts);
    let made = contacts.map(|contact| Contact {
        label: label(contact.kind),
        text: contact.text.value.clone(),
        url: contact.url(),
    });
    made.collect()
}

/// The office's mark; one that can't be read is reported and left out.
fn mark(found: &OpenWorkspace, diagnostics: &mut Vec<Diagnostic>) -> Option<Mark> {
    let file = &found.workspace.office.as_ref()?.logo.as_ref()?.file;
    let path = Path::new(&file.value);
    let read = found.root.read(path, MAX_MARK).map_err(|problem| problem.told(path));
    let refused = |fault| FileProblem::RefusedDrawing { path: file.value.clone(), fault };
    let read = match read {
        Ok(bytes) if drawing::is_named(&file.value) => {
            drawing::sanitised(&bytes).map(|drawing| drawing.bytes).map_err(refused)
        }
        read => read,
    };
    match read {
        Ok(bytes) => Some(Mark { ending: path.extension()?.to_str()?.to_ascii_lowercase(), bytes }),
        Err(problem) => {
            diagnostics.push(file.warning(Path::new(WORKSPACE_FILE), problem));
            None
        }
    }
}

fn face(&WebFace { family, weight, file, bytes, licence }: &WebFace) -> SiteFace {
    SiteFace { family, weight, file, bytes, licence }
}
