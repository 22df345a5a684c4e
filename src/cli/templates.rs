//! `nashra templates`: list them, or copy built-in ones into the workspace to change them.

use std::io::ErrorKind;

use clap::{Args, Subcommand};

use super::build::shown;
use super::{Context, site};
use crate::error::{DONE, Failure};
use crate::pipeline::{self, OpenWorkspace};
use crate::store;
use crate::typeset;
use crate::words::{BuildProblem, Phrase};

/// List the templates or copy them to change them.
#[derive(Debug, Args)]
pub(super) struct TemplatesArgs {
    #[command(subcommand)]
    command: TemplatesCommand,
}

#[derive(Debug, Subcommand)]
enum TemplatesCommand {
    List,
    Eject { name: Option<String> },
}

/// Lists or copies.
pub(super) fn templates(args: &TemplatesArgs, context: &mut Context) -> Result<u8, Failure> {
    match &args.command {
        TemplatesCommand::List => list(context),
        TemplatesCommand::Eject { name } => eject(name.as_deref(), context),
    }
}

fn list(context: &mut Context) -> Result<u8, Failure> {
    let site = match site::find(context)? {
        Some(site) => site,
        None => OpenWorkspace::lone(&context.folder)?,
    };
    let mut problems = Vec::new();
    let entries = pipeline::own_templates(&site.root, &mut problems).entries();
    if !problems.is_empty() {
        return Err(Failure::Content(problems));
    }
    if context.ui.json(&[], &entries) {
        return Ok(DONE);
    }
    for entry in entries {
        let owner = context.ui.text(if entry.own { &Phrase::Own } else { &Phrase::BuiltIn });
        context.ui.data(&format!("{}  {owner}", entry.path));
    }
    Ok(DONE)
}

fn eject(name: Option<&str>, context: &mut Context) -> Result<u8, Failure> {
    let site = site::need(context)?;
    let files: Vec<_> = typeset::built_in(name).collect();
    if files.is_empty() {
        let mut problems = Vec::new();
        let known = pipeline::own_templates(&site.root, &mut problems).names();
        return Err(Failure::Usage(BuildProblem::unknown_template(name.unwrap_or_default(), known).into()));
    }
    for (path, bytes) in files {
        let target = site.root.path().join(path);
        let path = shown(&target, &context.folder);
        match store::create(&target, bytes) {
            Ok(()) => context.ui.note(&Phrase::Created { path }),
            Err(error) if error.error.kind() == ErrorKind::AlreadyExists => context.ui.note(&Phrase::Kept { path }),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(DONE)
}
