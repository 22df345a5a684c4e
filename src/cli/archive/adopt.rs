//! `nashra archive adopt`: finished files from before nashra, kept as they are.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use serde::Serialize;

use super::super::build::tell_problems;
use super::super::help::value;
use super::{Context, act, of_workspace, pages, say, writer};
use crate::archive::TextOrigin;
use crate::error::{CONTENT, DONE, Failure};
use crate::pipeline::{AdoptList, AdoptOrder, Adopter, Adoptions, NewAdoption, Outcome, TypedPath, adopt_list};
use crate::words::ArchivePhrase;

/// Keep finished files from before nashra as they are.
#[derive(Debug, Args)]
pub(super) struct AdoptArgs {
    #[arg(value_name = "FILE", required_unless_present = "list", conflicts_with = "list")]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "DATE", value_parser = value::date, required_unless_present = "list", conflicts_with = "list")]
    date: Option<Date>,
    #[arg(long, value_name = "TITLE", required_unless_present = "list", conflicts_with = "list")]
    title: Option<String>,
    #[arg(long, value_name = "NUMBER", conflicts_with = "list")]
    number: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "list")]
    text: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    list: Option<PathBuf>,
}

/// The adoptions, for programs.
#[derive(Serialize)]
struct AdoptResult {
    adopted: Vec<AdoptedEntry>,
    already_there: Vec<String>,
    failed: Vec<String>,
}

#[derive(Serialize)]
struct AdoptedEntry {
    id: String,
    files: Vec<String>,
    text: TextOrigin,
}

/// Takes each bulletin into the archive. One that is wrong stops no other.
pub(super) fn adopt(args: AdoptArgs, context: &mut Context) -> Result<u8, Failure> {
    let (archive, site) = of_workspace(context)?;
    let act = act(&site.workspace, context);
    let AdoptList { orders, failed: wrong, diagnostics: mut told } = args.orders(context)?;
    let open = || writer(&archive, context);
    // A folder that can't be an archive is told before any file is read.
    drop(open()?);
    let bar = context.ui.progress();
    let adopter = Adopter::new(&archive, &site.workspace, &act, context.clock.today().into());
    let Adoptions { added, already_there, failed, diagnostics } =
        adopter.adopt(&orders, open, |done| bar.show(done, orders.len()))?;
    bar.finish();
    told.extend(diagnostics);
    // As they stand in the list.
    told.sort_by_key(|one| one.place.as_ref().map(|place| place.line));
    let without_text = added.iter().filter(|one| one.text == TextOrigin::None).count();
    let result = AdoptResult {
        adopted: added.iter().map(|one| AdoptedEntry::new(one, context)).collect(),
        already_there,
        failed: wrong.into_iter().chain(failed).collect(),
    };
    let outcome = Outcome { diagnostics: told, ..Outcome::default() };
    if !context.ui.json(&outcome.diagnostics, &result) {
        result.adopted.iter().flat_map(|entry| entry.files.first()).for_each(|file| context.ui.data(file));
        tell_problems(&outcome, &context.ui);
        let (adopted, same, failed) = (result.adopted.len(), result.already_there.len(), result.failed.len());
        say(ArchivePhrase::Adopted { adopted, same, failed, without_text }, context);
    }
    Ok(if result.failed.is_empty() { DONE } else { CONTENT })
}

impl AdoptArgs {
    /// The bulletins that are asked for.
    fn orders(self, context: &Context) -> Result<AdoptList, Failure> {
        if let Some(list) = &self.list {
            return adopt_list(&context.folder.join(list), list);
        }
        let typed = |path: &PathBuf| typed(path, &context.folder);
        let order = self.date.zip(self.title).map(|(date, title)| AdoptOrder {
            files: self.files.iter().map(typed).collect(),
            date: date.into(),
            title: title.trim().to_owned(),
            number: self.number.map(|number| number.trim().to_owned()).filter(|number| !number.is_empty()),
            text: self.text.as_ref().map(typed),
            row: None,
        });
        Ok(AdoptList { orders: order.into_iter().collect(), ..AdoptList::default() })
    }
}

impl AdoptedEntry {
    fn new(adoption: &NewAdoption, context: &Context) -> Self {
        let object = &adoption.object;
        Self { id: object.id().to_owned(), files: pages(object, object.head(), context), text: adoption.text }
    }
}

fn typed(path: &Path, folder: &Path) -> TypedPath {
    TypedPath { path: folder.join(path), typed: path.display().to_string() }
}
