//! `nashra print`: a finished page on paper.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use serde::Serialize;

use super::build::{MadeArgs, OrderArgs, exit_code, shown, tell_problems};
use super::help::value;
use super::{Context, site};
use crate::clock::Deadline;
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, Paper, Profile};
use crate::error::{DONE, Failure, MACHINE};
use crate::files::{self, ReadProblem};
use crate::imposition::{Imposition, Scheme};
use crate::pipeline::{self, Form, Order, Variant, output_path};
use crate::printer::{End, Followed, PrintJob, PrintedSheets, Printer, Sides, Taken, follow};
use crate::report::{self, PrinterSettings};
use crate::words::{Message, Phrase, PrintProblem, PrintStep};

/// The most bytes a file to print may have.
const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// Print a report's page or a finished PDF.
#[derive(Debug, Args)]
pub(super) struct PrintArgs {
    #[arg(value_name = "FILE")]
    file: String,
    #[arg(short, long, value_name = "EDITION")]
    edition: Option<EditionKind>,
    #[arg(long, value_name = "SCHEME")]
    impose: Option<Scheme>,
    #[arg(long, value_name = "URI")]
    printer: Option<String>,
    #[arg(long, value_name = "N", default_value = "1", value_parser = value::copies)]
    copies: u32,
    #[arg(long, value_name = "SIDES")]
    sides: Option<Sides>,
    #[arg(long, value_name = "PAPER")]
    paper: Option<Paper>,
    #[arg(long)]
    grey: bool,
    #[arg(long)]
    no_wait: bool,
    #[arg(long, value_name = "SECONDS", default_value = "600", value_parser = value::seconds)]
    timeout: u64,
    #[command(flatten)]
    made: MadeArgs,
}

/// The file, the printer and the settings of a job.
struct PrintConfig {
    source: Source,
    /// The printer's address.
    address: String,
    /// Whether the printer prints on both sides.
    duplex: bool,
    copies: u32,
    sides: Option<Sides>,
    paper: Option<Paper>,
    grey: bool,
    wait: bool,
    timeout: Duration,
}

/// The source of the file.
enum Source {
    /// It is made from the one report of an order.
    Report(Box<Order>, Vec<Diagnostic>, (EditionKind, Variant)),
    /// It is there.
    Pdf(PathBuf),
}

/// A file that is ready to be printed.
struct Ready {
    path: PathBuf,
    title: String,
    document: Arc<Vec<u8>>,
}

/// The result of printing, for programs.
#[derive(Serialize)]
struct PrintResult<'a> {
    file: String,
    printer: &'a str,
    name: &'a str,
    job: i32,
    state: &'static str,
    pages: usize,
    copies: u32,
    paper: &'static str,
    sides: &'static str,
    impressions: Option<i32>,
}

/// Makes the page if need be, sends it to the printer and waits until it is printed.
pub(super) fn print(args: PrintArgs, context: &mut Context) -> Result<u8, Failure> {
    let config = args.settle(context)?;
    let (ready, mut told) = match &config.source {
        Source::Pdf(path) => (pdf(path, context)?, Vec::new()),
        Source::Report(order, warnings, page) => match made(order, warnings, context)? {
            (DONE, told) => (finished(order, *page)?, told),
            (code, _) => return Ok(code),
        },
    };
    let file = shown(&ready.path, &context.folder);
    let (job, pages) = config.job(ready, &file)?;
    let delivered = deliver(&config, &job, pages, &mut told, context);
    let Delivered { printer, number, followed } = match delivered {
        Ok(delivered) => delivered,
        Err(problems) => {
            let problems: Vec<_> = problems.into_iter().map(Diagnostic::bare).collect();
            context.ui.tell(&problems);
            told.extend(problems);
            context.ui.json(&told, &serde_json::Value::Null);
            return Ok(MACHINE);
        }
    };
    let followed = followed.as_ref();
    let result = PrintResult {
        file,
        printer: &config.address,
        name: printer.name(),
        job: number,
        state: followed.map_or("sent", Followed::state),
        pages,
        copies: job.copies,
        paper: job.paper.name(),
        sides: job.sides.keyword(),
        impressions: followed.and_then(|followed| followed.impressions),
    };
    let code = followed.map_or(DONE, Followed::exit_code);
    if !context.ui.json(&told, &result) && code == DONE {
        context.ui.data(&result.file);
    }
    Ok(code)
}

/// The printer's account of a job.
struct Delivered {
    printer: Printer,
    number: i32,
    /// The job's end; none when nobody waits for it.
    followed: Option<Followed>,
}

/// Takes a job to the printer, and tells on the way what there is to tell.
fn deliver(
    config: &PrintConfig,
    job: &PrintJob,
    pages: usize,
    told: &mut Vec<Diagnostic>,
    context: &Context,
) -> Result<Delivered, Vec<PrintProblem>> {
    let ui = &context.ui;
    let mut tell = |diagnostics: Vec<Diagnostic>| {
        ui.tell(&diagnostics);
        told.extend(diagnostics);
    };
    let one = |problem| vec![problem];
    let deadline = Deadline::after(config.timeout);
    let printer = Printer::find(&config.address, &deadline).map_err(one)?;
    let name = || printer.name().to_owned();
    tell(printer.check(job, &deadline)?.into_iter().map(warning).collect());
    let Taken { job: number, warnings } = printer.send(job, &deadline).map_err(one)?;
    let step = |step| ui.note(&Phrase::Printing(step));
    step(PrintStep::Sent { printer: name(), job: number, pages, copies: job.copies });
    tell(warnings.into_iter().map(warning).collect());
    let followed = config.wait.then(|| follow(&printer, number, config.timeout, &deadline, &mut |at| step(at)));
    if let Some(followed) = &followed {
        let done = followed.exit_code() == DONE;
        if done {
            step(PrintStep::Printed { printer: name(), job: number });
        }
        let ended = followed.problem.clone();
        tell(ended.into_iter().map(|ended| if done { warning(ended) } else { Diagnostic::bare(ended) }).collect());
    }
    Ok(Delivered { printer, number, followed })
}

impl PrintArgs {
    /// Checks the arguments against the workspace, once.
    fn settle(self, context: &mut Context) -> Result<PrintConfig, Failure> {
        if let Some(address) = &self.printer {
            report::check_printer_address(address).map_err(usage)?;
        }
        let (source, settings) = if Path::new(&self.file).extension().is_some_and(|end| end.eq_ignore_ascii_case("pdf"))
        {
            let settings = site::find(context)?.map(|site| site.workspace.printer).unwrap_or_default();
            if self.edition.is_some() || self.impose.is_some() {
                return Err(usage(PrintProblem::EditionOfPdf));
            }
            (Source::Pdf(context.folder.join(&self.file)), settings)
        } else {
            let (order, warnings) = OrderArgs::one(self.file, self.edition, self.made).settle(context)?;
            ordered(order, warnings, self.impose)?
        };
        let address =
            self.printer.or(settings.uri.map(|uri| uri.value)).ok_or_else(|| usage(PrintProblem::NoPrinter))?;
        Ok(PrintConfig {
            source,
            address,
            duplex: settings.duplex,
            copies: self.copies,
            sides: self.sides,
            paper: self.paper,
            grey: self.grey,
            wait: !self.no_wait,
            timeout: Duration::from_secs(self.timeout),
        })
    }
}

impl PrintConfig {
    /// The job for a file, and how many pages that has.
    fn job(&self, ready: Ready, shown: &str) -> Result<(PrintJob, usize), Failure> {
        let path = || shown.to_owned();
        let sheets =
            PrintedSheets::read(&ready.document).ok_or_else(|| usage(PrintProblem::NotPdf { path: path() }))?;
        let odd = || usage(PrintProblem::OddPages { path: path(), sizes: sheets.sizes() });
        // Piles only come out in order when both sides are printed, whatever is said of the printer.
        let stacked = shown.contains(".cut-and-stack-");
        let job = PrintJob {
            name: ready.title,
            document: ready.document,
            paper: self.paper.or(sheets.paper()).ok_or_else(odd)?,
            sides: self.sides.unwrap_or_else(|| Sides::usual(&sheets, self.duplex || stacked)),
            copies: self.copies,
            grey: self.grey,
        };
        Ok((job, sheets.count()))
    }
}

impl Followed {
    fn exit_code(&self) -> u8 {
        if self.end == End::Completed { DONE } else { MACHINE }
    }

    fn state(&self) -> &'static str {
        match self.end {
            End::Completed => "completed",
            End::Aborted => "aborted",
            End::Canceled => "canceled",
            End::Unfinished => "unfinished",
            End::Forgotten => "forgotten",
        }
    }
}

/// The order for one file of one report.
fn ordered(
    mut order: Order,
    warnings: Vec<Diagnostic>,
    scheme: Option<Scheme>,
) -> Result<(Source, PrinterSettings), Failure> {
    // Files that have no pages of the editions asked for are not part of an order.
    if order.reports.is_empty() {
        return Err(usage(PrintProblem::OtherEdition));
    }
    if order.reports.len() != 1 {
        return Err(usage(PrintProblem::OneReport { found: order.reports.len() }));
    }
    // Pictures are only asked for by name when they are all that is asked for.
    let file = order.reports.first().cloned().unwrap_or_default();
    let pages = order.editions_of(&file).find(|&edition| edition != EditionKind::Social);
    let Some(edition) = pages else { return Err(usage(PrintProblem::Pictures)) };
    order.imposition = scheme.map(Imposition::new);
    let mut variants = order.variants(edition).into_iter();
    let asked = |variant: &Variant| matches!(variant, Variant::Imposed(_)) == scheme.is_some();
    let variant = variants.find(asked).unwrap_or(Variant::Plain);
    order.editions = vec![edition];
    order.write = true;
    let settings = order.workspace.printer.clone();
    Ok((Source::Report(Box::new(order), warnings, (edition, variant)), settings))
}

/// Makes what is not up to date, as `build` does; its exit code, and what there is to say.
fn made(order: &Order, warnings: &[Diagnostic], context: &Context) -> Result<(u8, Vec<Diagnostic>), Failure> {
    let bar = context.ui.progress();
    let mut outcome = pipeline::run(order, &bar)?;
    bar.finish();
    outcome.diagnostics.splice(0..0, warnings.iter().cloned());
    let code = exit_code(&outcome, false);
    if code == DONE || !context.ui.json(&outcome.diagnostics, &serde_json::Value::Null) {
        tell_problems(&outcome, &context.ui);
    }
    Ok((code, outcome.diagnostics))
}

/// The file that was made of a report.
fn finished(order: &Order, (edition, variant): (EditionKind, Variant)) -> Result<Ready, Failure> {
    let Named { date, slug, title } = read_names(order)?;
    let form = Form { edition, size: None, profile: Profile::Office };
    let name = output_path(&date, &slug, form, variant, "pdf");
    let path = order.output.join(name);
    let document =
        files::read_file(&path, MAX_BYTES).map_err(|problem| Failure::Machine(problem.told(&path).into()))?;
    Ok(Ready { path, title, document: Arc::new(document) })
}

/// The names for a report's or an issue's files and jobs.
struct Named {
    date: String,
    slug: String,
    title: String,
}

fn read_names(order: &Order) -> Result<Named, Failure> {
    let file = order.reports.first().map(PathBuf::as_path).unwrap_or(Path::new(""));
    let unread = |problem: ReadProblem| Failure::Content(vec![Diagnostic::error(file, problem.told(file))]);
    let source = order.root.read(file, report::MAX_BYTES as u64).map_err(unread)?;
    let text = report::decode(file, &source).map_err(|problem| Failure::Content(vec![*problem]))?;
    let checks = &order.workspace.checks;
    if order.workspace.is_issue(file) {
        let (issue, problems) = report::parse_issue(file, text, checks);
        let issue = issue.ok_or(Failure::Content(problems))?;
        let (date, slug) = (issue.head.date.value.iso(), issue.head.slug.value);
        return Ok(Named { title: slug.clone(), date, slug });
    }
    let (report, problems) = report::parse_report(file, text, checks);
    let report = report.ok_or(Failure::Content(problems))?;
    Ok(Named { date: report.head.date.value.iso(), title: report.title.value.plain(), slug: report.head.slug.value })
}

/// A file that was named.
fn pdf(path: &Path, context: &Context) -> Result<Ready, Failure> {
    let name = PathBuf::from(shown(path, &context.folder));
    let document = files::read_file(path, MAX_BYTES).map_err(|problem| match problem {
        problem @ ReadProblem::Refused(_) => Failure::Machine(problem.told(&name).into()),
        problem => Failure::Usage(problem.told(&name).into()),
    })?;
    let title = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Ready { path: path.to_path_buf(), title, document: Arc::new(document) })
}

fn usage(problem: PrintProblem) -> Failure {
    Failure::Usage(problem.into())
}

fn warning(problem: impl Into<Message>) -> Diagnostic {
    Diagnostic::warning(Path::new(""), problem)
}
