//! A job taken to its printer and, if somebody waits for it, followed to its end.

use std::time::Duration;

use super::follow::{End, Followed, follow};
use super::job::PrintJob;
use super::{Printer, Taken};
use crate::clock::Deadline;
use crate::words::{PrintProblem, PrintStep};

/// The printer and the time a job has.
pub(crate) struct Delivery<'a> {
    /// The printer's address.
    pub(crate) address: &'a str,
    /// The time for all of it.
    pub(crate) timeout: Duration,
    /// True when somebody waits until the job is printed.
    pub(crate) wait: bool,
}

/// A word on the way of a job.
pub(crate) enum JobNews {
    /// It has got so far.
    Step(PrintStep),
    /// Something the user should know.
    Warning(PrintProblem),
    /// The reason why it was not printed.
    Error(PrintProblem),
}

/// A job that the printer took.
pub(crate) struct Delivered {
    /// The printer's name.
    pub(crate) printer: String,
    /// The job's number there.
    pub(crate) number: i32,
    /// Its end; none when nobody waits for that.
    pub(crate) followed: Option<Followed>,
}

/// Takes a job of so many pages to its printer, and tells on the way what there is to tell.
///
/// # Errors
/// All reasons why the printer can't have it.
pub(crate) fn deliver(
    job: &PrintJob,
    pages: usize,
    delivery: &Delivery,
    tell: &mut dyn FnMut(JobNews),
) -> Result<Delivered, Vec<PrintProblem>> {
    let one = |problem| vec![problem];
    let deadline = Deadline::after(delivery.timeout);
    let printer = Printer::find(delivery.address, &deadline).map_err(one)?;
    let name = printer.name().to_owned();
    printer.check(job, &deadline)?.into_iter().for_each(|warning| tell(JobNews::Warning(warning)));
    let Taken { job: number, warnings } = printer.send(job, &deadline).map_err(one)?;
    tell(JobNews::Step(PrintStep::Sent { printer: name.clone(), job: number, pages, copies: job.copies }));
    warnings.into_iter().for_each(|warning| tell(JobNews::Warning(warning)));
    if !delivery.wait {
        return Ok(Delivered { printer: name, number, followed: None });
    }
    let followed = follow(&printer, number, delivery.timeout, &deadline, &mut |step| tell(JobNews::Step(step)));
    let done = followed.end == End::Completed;
    if done {
        tell(JobNews::Step(PrintStep::Printed { printer: name.clone(), job: number }));
    }
    if let Some(problem) = followed.problem.clone() {
        tell(if done { JobNews::Warning(problem) } else { JobNews::Error(problem) });
    }
    Ok(Delivered { printer: name, number, followed: Some(followed) })
}
