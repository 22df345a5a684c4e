//! `nashra archive rebuild`: the pages of an archived bulletin made again from what is archived with it.

use std::path::Path;

use clap::Args;
use serde::Serialize;

use super::super::build::OrderArgs;
use super::super::help::value;
use super::super::site;
use super::{Context, named, of_workspace, say};
use crate::archive::{Content, NewFile, Object, Problem, State};
use crate::error::{DONE, Failure};
use crate::pipeline::{BUILD_NOTE, BuildNote, Publisher, SOURCE};
use crate::store::{self, PathError};
use crate::words::{ArchivePhrase, ArchiveProblem, MadeBy, Tried, Unlike};

/// Make the pages of an archived bulletin again.
#[derive(Debug, Args)]
pub(super) struct RebuildArgs {
    #[arg(value_name = "NAME")]
    id: String,
    #[arg(long, value_name = "N", value_parser = value::version)]
    version: Option<u32>,
    #[arg(long, required_unless_present = "output")]
    compare: bool,
    #[arg(short, long, value_name = "DIR")]
    output: Option<std::path::PathBuf>,
}

#[derive(Serialize)]
struct RebuildResult<'a> {
    id: &'a str,
    version: u32,
    same: &'a [String],
    different: &'a [String],
}

/// Makes a version's files from its sources, and compares or writes them.
pub(super) fn rebuild(args: &RebuildArgs, context: &mut Context) -> Result<u8, Failure> {
    let (archive, _) = of_workspace(context)?;
    let object = named(&archive, &args.id, context)?;
    let version = args.version.unwrap_or(object.head());
    let versions = object.head();
    if version == 0 || version > versions {
        let id = object.id().to_owned();
        return Err(Problem::from(ArchiveProblem::NoVersion { id, version, versions }).into());
    }
    let note = note(&object, version)?;
    let made = again(&object, version, &note, context)?;
    if let Some(output) = &args.output {
        let folder = context.folder.join(output);
        for NewFile { name, content } in &made {
            if let Content::Bytes(bytes) = content {
                store::write(&folder.join(name), bytes)?;
            }
        }
    }
    if !args.compare {
        return Ok(DONE);
    }
    let is_same = |file: &&NewFile| {
        let stored = object.inventory().stored(version, &file.name);
        stored.is_some_and(|(_, digest)| digest == file.content.digest())
    };
    let names = |files: Vec<&NewFile>| files.into_iter().map(|file| file.name.clone()).collect::<Vec<_>>();
    let (same, different): (Vec<_>, Vec<_>) = made.iter().partition(is_same);
    let (same, different) = (names(same), names(different));
    let id = object.id();
    if !different.is_empty() {
        let others = others(&note, &made);
        let (id, files) = (id.to_owned(), different);
        return Err(Problem::from(ArchiveProblem::MadeOtherwise { id, files, others }).into());
    }
    if !context.ui.json(&[], &RebuildResult { id, version, same: &same, different: &different }) {
        say(ArchivePhrase::SameBytes { id: id.to_owned(), files: same.len() }, context);
    }
    Ok(DONE)
}

fn note(object: &Object, version: u32) -> Result<BuildNote, Failure> {
    let bytes = object.file(version, BUILD_NOTE)?;
    read_note(&bytes).map_err(|why| {
        let unlike = Unlike::Unreadable(why);
        Problem::from(ArchiveProblem::Damaged { id: object.id().to_owned(), file: BUILD_NOTE.to_owned(), unlike })
            .into()
    })
}

fn read_note(bytes: &[u8]) -> Result<BuildNote, String> {
    serde_json::from_slice(bytes).map_err(|error| error.to_string())
}

/// A version's files made again from its sources, in a folder of their own.
fn again(object: &Object, version: u32, note: &BuildNote, context: &mut Context) -> Result<Vec<NewFile>, Failure> {
    let temporary = tempfile::tempdir().map_err(PathError::trying(Tried::MakeFolder, &std::env::temp_dir()))?;
    let prefix = format!("{SOURCE}/");
    let state = object.inventory().version(version).map(|version| &version.state);
    for name in state.into_iter().flat_map(|state| state.values().flatten()) {
        if let Some(inside) = name.strip_prefix(&prefix) {
            store::write(&temporary.path().join(inside), &object.file(version, name)?)?;
        }
    }
    let record = object.record(version)?;
    let correction = record
        .history
        .iter()
        .rfind(|happening| happening.state == State::Corrected && happening.revision == record.revision);
    let mut inside = context.inside(temporary.path());
    let site = match site::find_from(temporary.path(), &mut inside)? {
        Some(site) => site,
        None => site::lone(temporary.path())?,
    };
    let order = OrderArgs::of(vec![note.file.clone()]).settle_in(site, vec![note.file.clone().into()], &inside);
    let publisher = Publisher::new(&order.0)?;
    Ok(publisher.publish(Path::new(&note.file), correction)?.files)
}

/// What else than this program the archived files were made with.
fn others(then: &BuildNote, made: &[NewFile]) -> Vec<MadeBy> {
    let note = made.iter().find(|file| file.name == BUILD_NOTE);
    let Some(Content::Bytes(bytes)) = note.map(|note| &note.content) else { return Vec::new() };
    let Ok(now) = read_note(bytes) else { return Vec::new() };
    let mut others = Vec::new();
    if then.nashra != now.nashra {
        others.push(MadeBy::Nashra { version: then.nashra.clone() });
    }
    if then.typst != now.typst {
        others.push(MadeBy::Typst { version: then.typst.clone() });
    }
    if then.templates != now.templates {
        others.push(MadeBy::Templates);
    }
    if then.embedded_fonts != now.embedded_fonts {
        others.push(MadeBy::Fonts);
    }
    others
}
