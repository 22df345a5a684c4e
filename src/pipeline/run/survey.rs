//! The first look at all reports: which are up to date, and what the others hold.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::{Path, PathBuf};

use super::identity::Identity;
use super::outcome::OutputFile;
use super::state::{BuildState, ReportState};
use crate::diag::Diagnostic;
use crate::files::Root;
use crate::hash::sha512;
use crate::pipeline::load::{ParsedSource, Resources, SourceFile, besides};
use crate::pipeline::order::{Form, Order};
use crate::report::Placed;
use crate::typeset::STACK;
use crate::words::FileProblem;
use crate::workers::{self, Threads};

/// Parsed reports wait in memory until they are built as long as their files have not more bytes
/// than this together. That is more than a thousand reports, and so many parsed take some tens of
/// megabytes; those beyond are let go and parsed once more when it is their turn.
const WAITING_BYTES: usize = 8 * 1024 * 1024;

/// A report after the first look.
pub(super) enum Surveyed {
    /// All its files are up to date.
    Fresh { entry: ReportState, files: Vec<OutputFile> },
    /// It has to be built.
    Stale(Stale),
    /// It can't be built.
    Bad(Vec<Diagnostic>),
}

/// A report that has to be built.
pub(super) struct Stale {
    pub(super) identity: Identity,
    /// The name that may clash with others, with its place in the file.
    pub(super) slug: Placed<String>,
    pub(super) number: Option<Placed<String>>,
    /// The parsed report, unless too many wait.
    pub(super) parsed: Option<ParsedSource>,
}

/// Looks at all reports, in their order.
pub(super) fn survey(order: &Order, resources: &Resources, state: &BuildState) -> Vec<Surveyed> {
    let threads = Threads::new(order.jobs).with_stack(STACK);
    let mut found = Vec::with_capacity(order.reports.len());
    let mut waiting = 0;
    let look = |file: &PathBuf| look(order, resources, state, file);
    let Ok(()) = workers::stream(threads, order.reports.iter(), look, |mut surveyed| {
        if let Surveyed::Stale(stale) = &mut surveyed {
            waiting += stale.parsed.as_ref().map_or(0, |parsed| parsed.source.bytes.len());
            stale.parsed.take_if(|_| waiting > WAITING_BYTES);
        }
        found.push(surveyed);
        Ok::<_, Infallible>(())
    });
    found
}

/// Looks at one report.
fn look(order: &Order, resources: &Resources, state: &BuildState, file: &Path) -> Surveyed {
    if file.to_str().is_none() {
        let path = file.display().to_string();
        return Surveyed::Bad(vec![Diagnostic::error(file, FileProblem::NameNotUtf8 { path })]);
    }
    let source = match SourceFile::read(&order.root, &order.workspace, file) {
        Ok(source) => source,
        Err(problem) => return Surveyed::Bad(vec![*problem]),
    };
    if let Some(entry) = state.reports.get(file)
        && let Some(files) = fresh_files(order, entry, &source)
    {
        return Surveyed::Fresh { entry: compared(order, resources, entry, source), files };
    }
    match source.content(&order.root, &order.workspace) {
        Ok((content, warnings)) => Surveyed::Stale(Stale::new(ParsedSource { source, content, warnings })),
        Err(mut found) => {
            found.extend(besides(order, resources, &source));
            Surveyed::Bad(found)
        }
    }
}

impl Stale {
    fn new(parsed: ParsedSource) -> Self {
        let content = &parsed.content;
        let (identity, head) = (Identity::of(content), content.head());
        Self { identity, slug: head.slug.clone(), number: head.number.clone(), parsed: Some(parsed) }
    }
}

/// The state of a report that is up to date, its texts compared with the glossary as it is now.
fn compared(order: &Order, resources: &Resources, entry: &ReportState, source: SourceFile) -> ReportState {
    let mut entry = entry.clone();
    if entry.glossary != resources.glossary {
        let found = source.parse(&order.root, &order.workspace).map_or_else(|found| found, |parsed| parsed.warnings);
        entry.remarks = found.iter().filter(|warning| warning.is_text_remark()).count();
        resources.glossary.clone_into(&mut entry.glossary);
    }
    entry
}

/// A report's finished files, when all of them are up to date.
fn fresh_files(order: &Order, entry: &ReportState, source: &SourceFile) -> Option<Vec<OutputFile>> {
    let embargoed = entry.not_before.is_some_and(|moment| moment > order.times.now) && !order.embargoed;
    if !order.write || order.force || embargoed {
        return None;
    }
    let files = files_there(order, entry, &source.file)?;
    let is_told = entry.archived.iter().all(|(id, mark)| order.archive().mark(id) == *mark);
    (is_told && entry.source == source.digest && are_same(order, &entry.assets)).then_some(files)
}

/// A report's finished files, when all of them are there as they were written.
fn files_there(order: &Order, entry: &ReportState, report: &Path) -> Option<Vec<OutputFile>> {
    let title = entry.title.as_ref()?;
    let mut files = Vec::new();
    for (edition, size) in order.layouts(report) {
        let form = Form { edition, size, profile: order.profile };
        for variant in order.variants(edition) {
            if !order.is_set(edition, variant) {
                return None;
            }
            let mut names = edition.endings().iter().map(|ending| entry.identity.output(form, variant, ending));
            let name = names.find(|name| entry.has(&order.output, name))?;
            let (report, title, path) = (report.to_path_buf(), title.clone(), order.output.join(name));
            files.push(OutputFile { report, title, form, variant, path });
        }
    }
    Some(files)
}

/// True when files are what they were. The photos of one report can have hundreds of megabytes.
fn are_same(order: &Order, assets: &BTreeMap<String, String>) -> bool {
    let same =
        workers::map(Threads::new(order.jobs), assets.iter(), |(name, digest)| is_same(&order.root, name, digest));
    same.into_iter().all(|same| same)
}

fn is_same(root: &Root, name: &str, digest: &str) -> bool {
    root.read(Path::new(name), crate::photo::MAX_BYTES).is_ok_and(|bytes| sha512(&bytes) == digest)
}
