//! `nashra new`: a report to fill in.

use clap::Args;
use jiff::civil::Date;

use super::build::shown;
use super::help::value;
use super::{Context, site};
use crate::error::{DONE, Failure};
use crate::store;
use crate::words::{FileProblem, Phrase};

/// Begin a new report.
#[derive(Debug, Args)]
pub(super) struct NewArgs {
    #[arg(value_parser = value::slug)]
    slug: String,
    #[arg(long, value_parser = value::date)]
    date: Option<Date>,
    #[arg(long, default_value = "عنوان التقرير")]
    title: String,
}

const REPORT: &str = include_str!("skeleton/report.toml");

/// Makes the report's file, never in the place of another.
pub(super) fn new(args: &NewArgs, context: &mut Context) -> Result<u8, Failure> {
    let site = site::need(context)?;
    let date = args.date.unwrap_or_else(|| context.clock.today());
    let name = format!("{}/{date}-{}.toml", site.workspace.folders.content, args.slug);
    let path = site.root.path().join(name);
    let text = skeleton(&date.to_string(), &args.title);
    let shown = shown(&path, &context.folder);
    store::create(&path, text.as_bytes()).map_err(|error| match error.is_taken() {
        true => Failure::Usage(FileProblem::Exists { path: shown.clone() }.into()),
        false => error.into(),
    })?;
    let path = shown;
    if context.ui.json(&[], &[&path]) {
        return Ok(DONE);
    }
    context.ui.data(&path);
    context.ui.note(&Phrase::AfterNew { path });
    Ok(DONE)
}

/// A report's text with what is known of it filled in.
pub(super) fn skeleton(date: &str, title: &str) -> String {
    let title = toml::Value::from(title).to_string();
    REPORT.replace("DATE", date).replace("TITLE", &title)
}
