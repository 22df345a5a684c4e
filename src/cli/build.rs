//! `nashra build`: the finished files.

use std::num::NonZero;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::Context;
use super::help::value;
use super::impose::ImposeArgs;
use super::select::{self, Selection};
use crate::clock::Clock;
use crate::desk;
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, Profile};
use crate::error::{self, CONTENT, CRASH, Failure, MACHINE};
use crate::pipeline::{self, BuiltFile, OrderBuilder, Outcome, Times};
use crate::ui::Ui;
use crate::words::{Looseness, Phrase};

/// The places to look for faces.
#[derive(Debug, Args)]
pub(super) struct FontArgs {
    #[arg(long = "font-path", value_name = "DIR")]
    font_path: Vec<PathBuf>,
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
    withdrawn: bool,
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
    built: Vec<FileResult<'a>>,
    up_to_date: usize,
    failed: Vec<String>,
}

/// A file that was made, for programs.
#[derive(Serialize)]
struct FileResult<'a> {
    report: &'a Path,
    edition: EditionKind,
    profile: Profile,
    path: &'a Path,
    bytes: usize,
    pages: &'a [Looseness],
}

/// Makes the finished files of the reports asked for.
pub(super) fn build(args: BuildArgs, context: &mut Context) -> Result<u8, Failure> {
    let deny_warnings = args.order.deny_warnings;
    let profile = args.order.profile;
    let (builder, warnings) = args.order.settle(context)?;
    let so_far = builder.so_far();
    let arranged = args.impose.settle(profile, so_far.editions(), so_far.workspace())?;
    let order = builder
        .arranged(arranged.imposition, arranged.proof)
        .profile(arranged.profile)
        .written(args.output.map(|output| context.folder.join(output)))
        .forced(args.force)
        .build();
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
    let built = outcome.built.iter().map(FileResult::new).collect();
    let result = BuildResult { built, up_to_date: outcome.fresh.len(), failed };
    if ui.json(&outcome.diagnostics, &result) {
        return;
    }
    for built in &outcome.built {
        ui.data(&shown(&built.file.path, &context.folder));
        if ui.is_verbose() {
            tell_pages(built, ui);
        }
    }
    tell_problems(outcome, ui);
    let (files, failed) = (outcome.built.len(), outcome.failed.len());
    ui.note(&Phrase::Built { files, fresh: outcome.fresh.len(), failed });
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

/// Prints how the pages of a file are filled and justified; those without justified lines are
/// left out.
fn tell_pages(built: &BuiltFile, ui: &Ui) {
    let file = built.file.path.file_name().unwrap_or_default().to_string_lossy();
    if let Some(filling) = built.filling {
        ui.note(&Phrase::Filling { file: file.clone().into_owned(), filling });
    }
    for (index, &page) in built.pages.iter().enumerate().filter(|(_, page)| page.lines > 0) {
        ui.note(&Phrase::Looseness { file: file.clone().into_owned(), number: index + 1, page });
    }
}

/// A path as the user would type it.
pub(super) fn shown(path: &Path, folder: &Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).display().to_string()
}

impl FontArgs {
    /// The other folders.
    pub(super) fn folders(&self, context: &Context) -> Vec<PathBuf> {
        self.font_path.iter().map(|folder| context.folder.join(folder)).collect()
    }
}

impl OrderArgs {
    /// Reports and issues with all that the workspace makes of them.
    pub(super) fn of(reports: Vec<String>) -> Self {
        let fonts = FontArgs { font_path: Vec::new(), system_fonts: false };
        Self {
            reports,
            edition: Vec::new(),
            profile: None,
            made: MadeArgs { fonts, embargoed: false, withdrawn: false, no_kashida: false },
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

    /// The order these arguments begin, and what is odd about the workspace.
    pub(super) fn settle(self, context: &mut Context) -> Result<(OrderBuilder, Vec<Diagnostic>), Failure> {
        let Selection { mut site, reports, named } = select::select(&self.reports, context)?;
        let mut warnings = std::mem::take(&mut site.warnings);
        if self.reports.is_empty() {
            warnings.extend(desk::unread(&site)?);
        }
        let MadeArgs { fonts, embargoed, withdrawn, no_kashida } = self.made;
        let builder = OrderBuilder::new(site, reports, self.edition, times(context))
            .profile(self.profile.unwrap_or_default())
            .fonts(fonts.folders(context), fonts.system_fonts)
            .embargoed(embargoed)
            .withdrawn(withdrawn)
            .named(named)
            .without_kashida(no_kashida);
        let builder = match self.jobs {
            Some(jobs) => builder.jobs(jobs.get()),
            None => builder,
        };
        let so_far = builder.so_far();
        if so_far.reports().is_empty() {
            context.ui.note(&Phrase::NoReports { folder: so_far.workspace().folders.content.clone() });
        }
        Ok((builder, warnings))
    }
}

impl<'a> FileResult<'a> {
    fn new(built: &'a BuiltFile) -> Self {
        let (file, form) = (&built.file, built.file.form);
        Self {
            report: &file.report,
            edition: form.edition,
            profile: form.profile,
            path: &file.path,
            bytes: built.bytes,
            pages: &built.pages,
        }
    }
}

/// The moment the command was started.
pub(super) fn times(context: &Context) -> Times {
    Times { now: context.clock.seconds(), machine_now: Clock::machine_seconds() }
}
