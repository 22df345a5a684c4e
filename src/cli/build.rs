//! `nashra build`: the finished files.

use std::num::NonZero;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::help::value;
use super::impose::ImposeArgs;
use super::site::Site;
use super::{Context, select};
use crate::clock::Clock;
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, Profile};
use crate::error::{self, CONTENT, CRASH, Failure, MACHINE};
use crate::pipeline::{self, Order, Outcome};
use crate::ui::Ui;
use crate::words::Phrase;
use crate::workers;

/// The places to look for faces.
#[derive(Debug, Args)]
pub(super) struct FontArgs {
    #[arg(long = "font-path", value_name = "DIR")]
    pub(super) font_path: Vec<PathBuf>,
    #[arg(long)]
    pub(super) system_fonts: bool,
}

/// Options for making pages, also of `print`, which makes them first.
#[derive(Debug, Args)]
pub(super) struct MadeArgs {
    #[command(flatten)]
    fonts: FontArgs,
    #[arg(long)]
    embargoed: bool,
    #[arg(long)]
    no_kashida: bool,
}

/// Options that `build` and `check` share.
#[derive(Debug, Args)]
pub(super) struct OrderArgs {
    #[arg(value_name = "REPORT")]
    reports: Vec<String>,
    #[arg(short, long, value_name = "EDITION", value_delimiter = ',')]
    edition: Vec<EditionKind>,
    #[arg(short, long, value_name = "PROFILE")]
    profile: Option<Profile>,
    #[command(flatten)]
    made: MadeArgs,
    #[arg(long)]
    pub(super) deny_warnings: bool,
    #[arg(short, long, value_name = "N", value_parser = value::count)]
    jobs: Option<NonZero<usize>>,
}

/// Make the finished PDFs.
#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    #[command(flatten)]
    order: OrderArgs,
    #[command(flatten)]
    impose: ImposeArgs,
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    #[arg(long)]
    force: bool,
}

/// The result of a build, for programs.
#[derive(Serialize)]
struct BuildResult<'a> {
    built: &'a [pipeline::Finished],
    up_to_date: usize,
    failed: Vec<String>,
}

/// Makes the finished files of the reports asked for.
pub(super) fn build(args: BuildArgs, context: &mut Context) -> Result<u8, Failure> {
    let deny_warnings = args.order.deny_warnings;
    let profile = args.order.profile;
    let (mut order, warnings) = args.order.settle(context)?;
    let arranged = args.impose.settle(profile, &order.editions, &order.workspace)?;
    (order.imposition, order.proof, order.profile) = (arranged.imposition, arranged.proof, arranged.profile);
    if let Some(output) = &args.output {
        order.output = context.folder.join(output);
    }
    order.write = true;
    order.force = args.force;
    let bar = context.ui.progress();
    let mut outcome = pipeline::run(&order, &bar)?;
    bar.finish();
    outcome.diagnostics.splice(0..0, warnings);
    tell(&outcome, context);
    let warned = outcome.fresh_warnings > 0 || !outcome.diagnostics.is_empty();
    Ok(exit_code(&outcome, deny_warnings && warned))
}

/// The worst of what happened decides.
pub(super) fn exit_code(outcome: &Outcome, denied: bool) -> u8 {
    match outcome {
        _ if outcome.crashed => CRASH,
        _ if outcome.machine => MACHINE,
        _ if denied => error::exit_code(&outcome.diagnostics).max(CONTENT),
        _ => error::exit_code(&outcome.diagnostics),
    }
}

/// Prints files, problems and the summary.
fn tell(outcome: &Outcome, context: &Context) {
    let ui = &context.ui;
    let failed = outcome.failed.iter().map(|file| file.display().to_string()).collect();
    let result = BuildResult { built: &outcome.finished, up_to_date: outcome.fresh, failed };
    if ui.json(&outcome.diagnostics, &result) {
        return;
    }
    for file in &outcome.finished {
        ui.data(&shown(&file.path, &context.folder));
        if ui.is_verbose() {
            tell_looseness(file, ui);
        }
    }
    tell_problems(outcome, ui);
    let (files, failed) = (outcome.finished.len(), outcome.failed.len());
    ui.note(&Phrase::Built { files, fresh: outcome.fresh, failed });
}

/// Prints problems. What `check` is there to say of the texts is only counted.
pub(super) fn tell_problems(outcome: &Outcome, ui: &Ui) {
    let (remarks, told): (Vec<_>, Vec<_>) = outcome.diagnostics.iter().cloned().partition(Diagnostic::is_text_remark);
    ui.tell(&told);
    let count = remarks.len() + outcome.fresh_warnings;
    if count > 0 {
        ui.note(&Phrase::Remarks { count });
    }
}

/// Prints how the pages of a file are justified; those without justified lines are left out.
fn tell_looseness(finished: &pipeline::Finished, ui: &Ui) {
    let file = finished.path.file_name().unwrap_or_default().to_string_lossy();
    for (index, &page) in finished.pages.iter().enumerate().filter(|(_, page)| page.lines > 0) {
        ui.note(&Phrase::Looseness { file: file.clone().into_owned(), number: index + 1, page });
    }
}

/// A path as the user would type it.
pub(super) fn shown(path: &Path, folder: &Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).display().to_string()
}

impl OrderArgs {
    /// Reports and issues with all that the workspace makes of them.
    pub(super) fn of(reports: Vec<String>) -> Self {
        let fonts = FontArgs { font_path: Vec::new(), system_fonts: false };
        Self {
            reports,
            edition: Vec::new(),
            profile: None,
            made: MadeArgs { fonts, embargoed: false, no_kashida: false },
            deny_warnings: false,
            jobs: None,
        }
    }

    /// One report's page for the office printer, made as `build` would make it with these options.
    pub(super) fn one(report: String, edition: Option<EditionKind>, made: MadeArgs) -> Self {
        Self {
            reports: vec![report],
            edition: edition.into_iter().collect(),
            profile: Some(Profile::Office),
            made,
            deny_warnings: false,
            jobs: None,
        }
    }

    /// The order these arguments make, and what is odd about the workspace.
    pub(super) fn settle(self, context: &mut Context) -> Result<(Order, Vec<Diagnostic>), Failure> {
        let (site, reports) = select::select(&self.reports, context)?;
        Ok(self.settle_in(site, reports, context))
    }

    /// The same for reports that are known, of a workspace that is open.
    pub(super) fn settle_in(
        self,
        mut site: Site,
        mut reports: Vec<PathBuf>,
        context: &Context,
    ) -> (Order, Vec<Diagnostic>) {
        site.workspace.theme.kashida &= !self.made.no_kashida;
        let mut editions = self.edition;
        if editions.is_empty() {
            editions.extend(EditionKind::ALL.into_iter().filter(|&kind| site.workspace.edition(kind).enabled));
        }
        editions.sort();
        editions.dedup();
        // An issue is nothing to make bulletins of, nor a report a newsletter.
        reports.retain(|file| editions.iter().any(|kind| kind.is_of_issues() == site.workspace.is_issue(file)));
        if reports.is_empty() {
            context.ui.note(&Phrase::NoReports { folder: site.workspace.folders.content.clone() });
        }
        let order = Order {
            fonts: site.font_places(&self.made.fonts.font_path, self.made.fonts.system_fonts, context),
            output: site.root.path().join(&site.workspace.folders.output),
            root: site.root,
            workspace: site.workspace,
            workspace_file: site.file,
            reports,
            editions,
            profile: self.profile.unwrap_or_default(),
            imposition: None,
            proof: false,
            write: false,
            force: false,
            embargoed: self.made.embargoed,
            now: context.clock.seconds(),
            machine_now: Clock::machine_seconds(),
            jobs: self.jobs.map_or_else(workers::processors, NonZero::get),
        };
        (order, site.warnings)
    }
}
