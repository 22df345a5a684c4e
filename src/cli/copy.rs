//! `nashra copy`: a new report that begins as another one.

use clap::Args;
use jiff::civil::Date;

use super::Context;
use super::build::shown;
use super::help::value;
use super::rename::one;
use crate::desk;
use crate::error::{DONE, Failure};
use crate::words::Phrase;

/// Begin a new report with the text of another.
#[derive(Debug, Args)]
pub(super) struct CopyArgs {
    #[arg(value_name = "REPORT")]
    report: String,
    #[arg(value_parser = value::slug)]
    slug: String,
    #[arg(long, value_parser = value::date)]
    date: Option<Date>,
}

/// Makes a draft with the text of a report, of today or the day that is asked for.
pub(super) fn copy(args: &CopyArgs, context: &mut Context) -> Result<u8, Failure> {
    let (site, file) = one(&args.report, context)?;
    let date = args.date.unwrap_or_else(|| context.clock.today());
    let made = desk::copy(&site, &file, &args.slug, &date.to_string())?;
    let path = shown(&site.root.path().join(made), &context.folder);
    if !context.ui.json(&[], &[&path]) {
        context.ui.data(&path);
        context.ui.note(&Phrase::AfterNew { path });
    }
    Ok(DONE)
}
