//! The parts that the archive's commands share: the workspace's archive opened, the bulletin meant,
//! the words and the author.

use std::path::PathBuf;

use clap::Args;

use super::super::site as workspace;
use super::super::{Context, build};
use crate::archive::index::{Asked, Index, ReindexProgress};
use crate::archive::{Act, Archive, Kind, Mended, Object, Problem, State, User, Writer};
use crate::diag::Diagnostic;
use crate::error::Failure;
use crate::pipeline::OpenWorkspace;
use crate::report::{ContactKind, Workspace};
use crate::words::{ArchivePhrase, ArchiveProblem, Phrase};

/// Why something is done, and who decided it.
#[derive(Debug, Args)]
pub(super) struct DecisionArgs {
    #[arg(long, value_name = "TEXT")]
    reason: String,
    #[arg(long, value_name = "NAME")]
    authority: Option<String>,
}

impl DecisionArgs {
    /// The reason and who decided, without blanks around; a reason has words.
    pub(super) fn settle(&self) -> Result<(&str, Option<&str>), Failure> {
        let reason = self.reason.trim();
        // `…` is what the advice says, and no reason.
        if !reason.chars().any(char::is_alphanumeric) {
            return Err(Failure::Usage(ArchiveProblem::NoReason.into()));
        }
        Ok((reason, self.authority.as_deref().map(str::trim).filter(|name| !name.is_empty())))
    }
}

/// The workspace's archive.
pub(super) fn of_workspace(context: &mut Context) -> Result<(Archive, OpenWorkspace), Failure> {
    let site = workspace::need(context)?;
    Ok((site.archive(), site))
}

/// Begins to change the archive, and says what had to be put right.
pub(super) fn writer<'a>(archive: &'a Archive, context: &Context) -> Result<Writer<'a>, Failure> {
    let writer = watched(context, |progress| archive.write(progress))?;
    tell_mended(writer.mended(), context);
    Ok(writer)
}

/// Asks the index, and says what had to be put right; what could not be read for it is returned.
pub(in super::super) fn asked<T>(
    archive: &Archive,
    context: &Context,
    question: impl Fn(&Index) -> Result<T, Problem>,
) -> Result<(T, Vec<Diagnostic>), Failure> {
    let Asked { answer, mended, damaged } = watched(context, |progress| archive.ask(progress, question))?;
    tell_mended(mended.as_ref(), context);
    Ok((answer, problems(damaged)))
}

/// Does what may make the index anew, which takes its time, and shows how far it is.
fn watched<T>(context: &Context, work: impl FnOnce(ReindexProgress) -> T) -> T {
    let bar = context.ui.progress();
    let done = work(&mut |done, all| {
        // An archive without bulletins gets its index without a word.
        if done == 0 && all > 0 {
            say(ArchivePhrase::Reindexing, context);
        }
        bar.show(done, all);
    });
    bar.finish();
    done
}

fn tell_mended(mended: Option<&Mended>, context: &Context) {
    match mended {
        Some(Mended::Undone) => say(ArchivePhrase::Undone, context),
        Some(Mended::Finished { id, version }) => {
            say(ArchivePhrase::Finished { id: id.clone(), version: *version }, context);
        }
        None => {}
    }
}

/// The bulletin of a name, of a number in any digits, or of a code on its pages.
pub(super) fn named(archive: &Archive, name: &str, context: &Context) -> Result<Object, Failure> {
    let unknown = match archive.proved(name) {
        Err(Problem::Said(ArchiveProblem::Unknown { id })) if archive.root().is_dir() => ArchiveProblem::Unknown { id },
        found => return Ok(found?),
    };
    let Asked { answer, mended, .. } = watched(context, |progress| archive.holder(progress, name))?;
    tell_mended(mended.as_ref(), context);
    answer.ok_or_else(|| Problem::from(unknown).into())
}

/// The word for a state: what was adopted is not told as published.
pub(super) fn state_word(kind: Kind, state: State) -> ArchivePhrase {
    match (kind, state) {
        (Kind::Adopted, State::Published) => ArchivePhrase::AdoptedState,
        _ => ArchivePhrase::State(state.into()),
    }
}

/// A word to the user.
pub(super) fn say(phrase: ArchivePhrase, context: &Context) {
    context.ui.note(&Phrase::Archive(phrase));
}

/// The office as the author of a change, and the time now.
pub(super) fn act(workspace: &Workspace, context: &Context) -> Act {
    let office = workspace.office.as_ref();
    let address = |kind| {
        let contact = office?.contacts.iter().find(|contact| contact.kind == kind)?;
        contact.url()
    };
    let user = User {
        name: office.map_or("nashra", |office| office.name.value.as_str()).to_owned(),
        address: address(ContactKind::Email).or_else(|| address(ContactKind::Website)),
    };
    Act { user, time: context.clock.moment() }
}

/// The finished files of an object's version, as the user would open them; the first is the one for
/// the record.
pub(super) fn pages(object: &Object, version: u32, context: &Context) -> Vec<String> {
    let state = object.inventory().version(version).map(|version| &version.state);
    let names = state.into_iter().flat_map(|state| state.values().flatten());
    let is_page = |name: &&String| name.ends_with(".pdf") || name.starts_with(Kind::Adopted.name());
    let mut names: Vec<&String> = names.filter(|name| is_page(name) && !name.contains('/')).collect();
    names.sort();
    let rank = |name: &str| match name {
        _ if name.starts_with("adopted.") => 0,
        "bulletin.pdf" | "newsletter.pdf" => 0,
        "correction.pdf" => 1,
        "flyer.pdf" => 2,
        _ => 3,
    };
    names.sort_by_key(|name| rank(name));
    let path = |name: &String| Some(build::shown(&object.path(version, name)?, &context.folder));
    names.into_iter().filter_map(path).collect()
}

/// The problems of objects that could not be read.
pub(super) fn problems(damaged: Vec<(PathBuf, Problem)>) -> Vec<Diagnostic> {
    let told = |problem| match problem {
        Problem::Said(said) => Diagnostic::bare(said),
        Problem::Machine(error) => Diagnostic::bare(error.told()),
    };
    damaged.into_iter().map(|(_, problem)| told(problem)).collect()
}
