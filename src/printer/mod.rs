//! The way from a finished file to a printer: IPP over HTTP (RFC 8010, RFC 8011). Only here is
//! there a network.
//!
//! ```text
//! PDF -> sheets (pages, paper) -> job
//! deliver: abilities (can the printer do it?) -> send -> follow -> how it ended
//! ```
//!
//! A printer's answer may be anything: it is read with a limit on time and size, and its texts are
//! cleaned before they are shown.

mod abilities;
mod answer;
mod deliver;
mod follow;
mod job;
mod line;
mod sheets;

pub(crate) use deliver::{Delivered, Delivery, JobNews, deliver};
pub(crate) use follow::{End, Followed};
pub(crate) use job::{JobWishes, PrintJob, Sides};

use std::time::Duration;

use ipp::model::Operation;

use self::abilities::Abilities;
use self::line::PrinterConnection;
use crate::clock::Deadline;
use crate::words::{Away, PrintProblem};

/// A printer that has answered.
struct Printer {
    line: PrinterConnection,
    abilities: Abilities,
}

/// A job that the printer has taken.
struct Taken {
    /// Its number there.
    job: i32,
    /// Problems that do not stop the job, for the user.
    warnings: Vec<PrintProblem>,
}

impl Printer {
    /// Asks the printer at an address what it can do.
    ///
    /// # Errors
    /// When there is none, or none that speaks to us.
    fn find(address: &str, deadline: &Deadline) -> Result<Self, PrintProblem> {
        let line = PrinterConnection::new(address)?;
        let question = line.request(Operation::GetPrinterAttributes, Abilities::question())?;
        let answer = line.ask(question, line::patience(deadline))?;
        answer.accepted(address)?;
        Ok(Self { line, abilities: Abilities::new(&answer, address) })
    }

    /// The printer's name for messages.
    fn name(&self) -> &str {
        &self.abilities.name
    }

    /// Looks whether the printer can do a job as it is asked for, and asks the printer itself if it
    /// answers such questions. Returns what the user should know.
    ///
    /// # Errors
    /// All reasons why it can't.
    fn check(&self, job: &PrintJob, deadline: &Deadline) -> Result<Vec<PrintProblem>, Vec<PrintProblem>> {
        let lacks = self.abilities.lacks(job);
        if !lacks.is_empty() {
            return Err(lacks);
        }
        if self.abilities.validates {
            self.validate(job, deadline).map_err(|problem| vec![problem])?;
        }
        Ok(self.abilities.not_loaded(job).into_iter().collect())
    }

    fn validate(&self, job: &PrintJob, deadline: &Deadline) -> Result<(), PrintProblem> {
        let question = self.line.request(Operation::ValidateJob, self.abilities.ticket(job)?)?;
        self.line.ask(question, line::patience(deadline))?.accepted(self.name())
    }

    /// Sends a job.
    ///
    /// # Errors
    /// When the printer refuses it; [`PrintProblem::Unsure`] when the connection breaks once it has
    /// been made, since the printer may have all it needs.
    fn send(&self, job: &PrintJob, deadline: &Deadline) -> Result<Taken, PrintProblem> {
        let unsure = || PrintProblem::Unsure { printer: self.name().to_owned() };
        let mut order = self.line.request(Operation::PrintJob, self.abilities.ticket(job)?)?;
        order.extend_from_slice(&job.document);
        let answer =
            self.line.ask(order, deadline.left().max(Duration::from_secs(1))).map_err(|problem| match problem {
                PrintProblem::Away { why: Away::Refused | Away::UnknownName, .. } => problem,
                PrintProblem::Away { .. } | PrintProblem::NotPrinter { status: None, .. } => unsure(),
                other => other,
            })?;
        answer.accepted(self.name())?;
        let number = answer.job_id().ok_or_else(unsure)?;
        let settings = answer.passed_over();
        let printer = self.name().to_owned();
        let warnings = (!settings.is_empty()).then_some(PrintProblem::Substituted { printer, job: number, settings });
        Ok(Taken { job: number, warnings: warnings.into_iter().collect() })
    }
}
