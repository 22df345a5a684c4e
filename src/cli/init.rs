//! `nashra init`: a new workspace with a sample report, ready to build.

use std::path::{Path, PathBuf};

use clap::Args;

use super::build::shown;
use super::{Context, new};
use crate::error::{DONE, Failure};
use crate::pipeline::{GLOSSARY_FILE, WORKSPACE_FILE};
use crate::store;
use crate::words::Phrase;

/// Make a new workspace with a sample report.
#[derive(Debug, Args)]
pub(super) struct InitArgs {
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

const WORKSPACE: &str = include_str!("skeleton/nashra.toml");
const GLOSSARY: &str = include_str!("skeleton/glossary.toml");

/// Makes what is missing of a workspace; what is there stays as it is.
pub(super) fn init(args: &InitArgs, context: &Context) -> Result<u8, Failure> {
    let folder = match &args.folder {
        Some(folder) => context.folder.join(folder),
        None => context.folder.clone(),
    };
    let today = context.clock.today();
    // The sample is a whole report: its event has a day.
    let report = new::skeleton(&today.to_string(), "عنوان التقرير").replace("# date = ", "date = ");
    let fresh = !folder.join(WORKSPACE_FILE).exists();
    make(&folder.join(WORKSPACE_FILE), WORKSPACE, context)?;
    if fresh {
        make(&folder.join(GLOSSARY_FILE), GLOSSARY, context)?;
        make(&folder.join("content/sample.toml"), &report, context)?;
    }
    context.ui.note(&Phrase::AfterInit);
    Ok(DONE)
}

/// Makes a file, or says that there is one.
fn make(path: &Path, text: &str, context: &Context) -> Result<(), Failure> {
    let shown = shown(path, &context.folder);
    match store::create(path, text.as_bytes()) {
        Ok(()) => context.ui.note(&Phrase::Created { path: shown }),
        Err(error) if error.is_taken() => context.ui.note(&Phrase::Kept { path: shown }),
        Err(error) => return Err(error.into()),
    }
    Ok(())
}
