//! `nashra print`: a finished page on paper.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use serde::Serialize;

use super::build::{MadeArgs, OrderArgs, exit_code, shown, tell_problems};
use super::help::value;
use super::{Context, site};
use crate::diag::Diagnostic;
use crate::edition::{EditionKind, Paper};
use crate::error::{DONE, Failure, MACHINE};
use crate::files::{self, ReadProblem};
use crate::imposition::Scheme;
use crate::pipeline::PageOrder;
use crate::printer::{Delivered, Delivery, End, Followed, JobNews, JobWishes, PrintJob, Sides, deliver};
use crate::report;
use crate::words::{Message, Phrase, PrintProblem};

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

/// A job that is settled: its file, the printer and how.
struct PrintConfig {
    source: PrintSource,
    /// The printer's address.
    address: String,
    wishes: JobWishes,
    wait: bool,
    timeout: Duration,
}

/// The place a file comes from.
enum PrintSource {
    /// It is made of a report.
    Report { page: Box<PageOrder>, warnings: Vec<Diagnostic> },
    /// It is there.
    Pdf(PathBuf),
}

/// A file that is ready to be printed.
struct Ready {
    path: PathBuf,
    title: String,
    document: Arc<Vec<u8>>,
}

/// The end of the job, for programs.
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
    let mut told = Vec::new();
    let ready = match &config.source {
        PrintSource::Pdf(path) => pdf(path, context)?,
        PrintSource::Report { page, warnings } => match made(page, warnings, &mut told, context)? {
            Ok(ready) => ready,
            Err(code) => return Ok(code),
        },
    };
    let file = shown(&ready.path, &context.folder);
    let (job, pages) = PrintJob::new(ready.title, ready.document, &file, config.wishes).map_err(usage)?;
    let delivery = Delivery { address: &config.address, timeout: config.timeout, wait: config.wait };
    let Delivered { printer, number, followed } =
        match deliver(&job, pages, &delivery, &mut |news| tell(news, &mut told, context)) {
            Ok(delivered) => delivered,
            Err(problems) => {
                problems.into_iter().for_each(|problem| tell(JobNews::Error(problem), &mut told, context));
                context.ui.json(&told, &serde_json::Value::Null);
                return Ok(MACHINE);
            }
        };
    let followed = followed.as_ref();
    let result = PrintResult {
        file,
        printer: &config.address,
        name: &printer,
        job: number,
        state: followed.map_or("sent", state),
        pages,
        copies: job.copies,
        paper: job.paper.name(),
        sides: job.sides.keyword(),
        impressions: followed.and_then(|followed| followed.impressions),
    };
    let done = followed.is_none_or(|followed| followed.end == End::Completed);
    if !context.ui.json(&told, &result) && done {
        context.ui.data(&result.file);
    }
    Ok(if done { DONE } else { MACHINE })
}

/// Tells of a job on its way; a program that reads JSON gets it all at the end.
fn tell(news: JobNews, told: &mut Vec<Diagnostic>, context: &Context) {
    let diagnostic = match news {
        JobNews::Step(step) => return context.ui.note(&Phrase::Printing(step)),
        JobNews::Warning(problem) => Diagnostic::warning(Path::new(""), problem),
        JobNews::Error(problem) => Diagnostic::bare(problem),
    };
    context.ui.tell(std::slice::from_ref(&diagnostic));
    told.push(diagnostic);
}

impl PrintArgs {
    /// The job that these arguments and the workspace come to.
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
            (PrintSource::Pdf(context.folder.join(&self.file)), settings)
        } else {
            let (builder, warnings) = OrderArgs::one(self.file, self.edition, self.made).settle(context)?;
            let page = PageOrder::new(builder, self.impose).map_err(usage)?;
            let settings = page.printer().clone();
            (PrintSource::Report { page: Box::new(page), warnings }, settings)
        };
        let address =
            self.printer.or(settings.uri.map(|uri| uri.value)).ok_or_else(|| usage(PrintProblem::NoPrinter))?;
        let wishes = JobWishes {
            paper: self.paper,
            sides: self.sides,
            duplex: settings.duplex,
            copies: self.copies,
            grey: self.grey,
        };
        let timeout = Duration::from_secs(self.timeout);
        Ok(PrintConfig { source, address, wishes, wait: !self.no_wait, timeout })
    }
}

fn state(followed: &Followed) -> &'static str {
    match followed.end {
        End::Completed => "completed",
        End::Aborted => "aborted",
        End::Canceled => "canceled",
        End::Unfinished => "unfinished",
        End::Forgotten => "forgotten",
    }
}

/// Makes what is not up to date, as `build` does, and reads the file to print; the exit code when
/// it could not be made.
fn made(
    page: &PageOrder,
    warnings: &[Diagnostic],
    told: &mut Vec<Diagnostic>,
    context: &Context,
) -> Result<Result<Ready, u8>, Failure> {
    let bar = context.ui.progress();
    let mut outcome = page.make(&bar)?;
    bar.finish();
    outcome.diagnostics.splice(0..0, warnings.iter().cloned());
    let code = exit_code(&outcome, false);
    if code == DONE || !context.ui.json(&outcome.diagnostics, &serde_json::Value::Null) {
        tell_problems(&outcome, &context.ui);
    }
    let Some(file) = page.file(&outcome).filter(|_| code == DONE) else { return Ok(Err(code)) };
    let document =
        files::read_file(&file.path, MAX_BYTES).map_err(|problem| Failure::Machine(problem.told(&file.path).into()))?;
    let ready = Ready { path: file.path.clone(), title: file.title.clone(), document: Arc::new(document) };
    told.append(&mut outcome.diagnostics);
    Ok(Ok(ready))
}

/// Reads a file that was named.
fn pdf(path: &Path, context: &Context) -> Result<Ready, Failure> {
    let name = PathBuf::from(shown(path, &context.folder));
    let document = files::read_file(path, MAX_BYTES).map_err(|problem| match problem {
        problem @ ReadProblem::Refused(_) => Failure::Machine(problem.told(&name).into()),
        problem => Failure::Usage(problem.told(&name).into()),
    })?;
    let title = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Ready { path: path.to_path_buf(), title, document: Arc::new(document) })
}

fn usage(problem: impl Into<Message>) -> Failure {
    Failure::Usage(problem.into())
}
