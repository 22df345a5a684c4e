//! Waiting for a job's end, as seen from outside: the printer is asked now and then.

use std::collections::BTreeSet;
use std::thread;
use std::time::Duration;

use ipp::attribute::IppAttribute;
use ipp::model::{DelimiterTag, JobState, Operation, PrinterState};
use ipp::value::IppValue;

use super::Printer;
use super::abilities::question;
use super::answer::PrinterAnswer;
use super::line;
use crate::clock::Deadline;
use crate::words::{PrintProblem, PrintStep, Reason};

/// Between the first two questions; each later pause is longer.
const FIRST_PAUSE: Duration = Duration::from_millis(200);
/// Between two questions at most.
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// The end of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// All is printed.
    Completed,
    /// The printer gave it up.
    Aborted,
    /// Somebody took it away.
    Canceled,
    /// It is still at the printer.
    Unfinished,
    /// The printer doesn't know it any more.
    Forgotten,
}

/// The outcome of a job.
pub(crate) struct Followed {
    /// Its end.
    pub(crate) end: End,
    /// The number of sides printed, if the printer tells.
    pub(crate) impressions: Option<i32>,
    /// The problem to report, if it did not end well.
    pub(crate) problem: Option<PrintProblem>,
}

/// A job at one moment.
struct JobProgress {
    state: Option<JobState>,
    keywords: Vec<String>,
    reasons: Vec<Reason>,
    impressions: Option<i32>,
}

/// Waits until a job is done or the time is over, and tells once of each thing that holds it up.
pub(crate) fn follow(
    printer: &Printer,
    job: i32,
    waited: Duration,
    deadline: &Deadline,
    tell: &mut dyn FnMut(PrintStep),
) -> Followed {
    let name = || printer.name().to_owned();
    let mut reported = BTreeSet::new();
    let mut silent = false;
    let mut pause = FIRST_PAUSE;
    loop {
        let mut holds = Vec::new();
        match printer.look_at(job, deadline) {
            Ok(Some(moment)) => {
                if let Some(followed) = moment.ended(&name(), job) {
                    return followed;
                }
                silent = false;
                holds = printer.what_holds(&moment, deadline);
                let new: Vec<Reason> =
                    holds.iter().filter(|reason| reported.insert((*reason).clone())).cloned().collect();
                if !new.is_empty() {
                    tell(PrintStep::Waits { printer: name(), reasons: new });
                }
            }
            Ok(None) => {
                let problem = Some(PrintProblem::Forgotten { printer: name(), job });
                return Followed { end: End::Forgotten, impressions: None, problem };
            }
            // A printer that is gone for a while, or busy, still has the job.
            Err(_) if !silent => {
                silent = true;
                tell(PrintStep::Silent { printer: name(), job });
            }
            Err(_) => {}
        }
        if deadline.left().is_zero() {
            let problem = PrintProblem::Unfinished { printer: name(), job, seconds: waited.as_secs(), reasons: holds };
            return Followed { end: End::Unfinished, impressions: None, problem: Some(problem) };
        }
        thread::sleep(pause.min(deadline.left()));
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

impl Printer {
    /// Asks for a job; none when the printer doesn't know it.
    fn look_at(&self, job: i32, deadline: &Deadline) -> Result<Option<JobProgress>, PrintProblem> {
        let wanted =
            [IppAttribute::JOB_STATE, IppAttribute::JOB_STATE_REASONS, IppAttribute::JOB_IMPRESSIONS_COMPLETED];
        let mut attributes = question(&wanted);
        let number = IppAttribute::with_name(IppAttribute::JOB_ID, IppValue::Integer(job));
        attributes.extend(number.into_iter().map(|number| (DelimiterTag::OperationAttributes, number)));
        let request = self.line.request(Operation::GetJobAttributes, attributes)?;
        let answer = self.line.ask(request, patience(deadline))?;
        if answer.is_not_found() {
            return Ok(None);
        }
        answer.accepted(self.name())?;
        Ok(Some(JobProgress::new(&answer)))
    }

    /// Why a job doesn't go on; nothing while it does.
    fn what_holds(&self, moment: &JobProgress, deadline: &Deadline) -> Vec<Reason> {
        // What nobody knows of a job that goes on holds nothing up.
        let known = moment.reasons.iter().filter(|reason| !matches!(reason, Reason::Other(_)));
        let mut reasons: BTreeSet<Reason> = known.cloned().collect();
        let wanted = [IppAttribute::PRINTER_STATE, IppAttribute::PRINTER_STATE_REASONS];
        let request = self.line.request(Operation::GetPrinterAttributes, question(&wanted));
        let answer = request.and_then(|request| self.line.ask(request, patience(deadline)));
        let Ok(answer) = answer else { return reasons.into_iter().collect() };
        let state = answer.number(DelimiterTag::PrinterAttributes, IppAttribute::PRINTER_STATE);
        let stands = state == Some(PrinterState::Stopped as i32) || moment.state == Some(JobState::ProcessingStopped);
        let keywords = answer.texts(DelimiterTag::PrinterAttributes, IppAttribute::PRINTER_STATE_REASONS);
        reasons.extend(keywords.iter().filter_map(|keyword| stop(keyword, stands)));
        if stands {
            reasons.insert(Reason::Stopped);
        }
        // As soon as something says why, that it stands still goes without saying.
        if reasons.len() > 1 {
            reasons.remove(&Reason::Stopped);
        }
        reasons.into_iter().collect()
    }
}

/// A short question's patience; at the very end of the time there is still one.
fn patience(deadline: &Deadline) -> Duration {
    line::patience(deadline).max(Duration::from_secs(1))
}

/// The reason for which a printer stands still, from a keyword of `printer-state-reasons`. Without
/// a suffix it is an error by RFC 8011, 5.4.12; but many printers leave the suffix out of
/// `toner-low` and its like, and of a tray that nobody needs.
fn stop(keyword: &str, stands: bool) -> Option<Reason> {
    let error = keyword.strip_suffix("-error");
    if keyword.ends_with("-report") || keyword.ends_with("-warning") || (error.is_none() && !stands) {
        return None;
    }
    let bare = error.unwrap_or(keyword);
    let mere = bare.ends_with("-low") || bare.contains("-almost-") || bare.ends_with("-near-eol");
    if mere { None } else { Reason::from_keyword(bare) }
}

impl JobProgress {
    fn new(answer: &PrinterAnswer) -> Self {
        let group = DelimiterTag::JobAttributes;
        let states = [
            JobState::Pending,
            JobState::PendingHeld,
            JobState::Processing,
            JobState::ProcessingStopped,
            JobState::Canceled,
            JobState::Aborted,
            JobState::Completed,
        ];
        let number = answer.number(group, IppAttribute::JOB_STATE);
        let keywords = answer.texts(group, IppAttribute::JOB_STATE_REASONS);
        Self {
            state: states.into_iter().find(|&state| Some(state as i32) == number),
            reasons: keywords.iter().filter_map(|keyword| Reason::from_keyword(keyword)).collect(),
            keywords,
            impressions: answer.number(group, IppAttribute::JOB_IMPRESSIONS_COMPLETED).filter(|&count| count > 0),
        }
    }

    /// The outcome of the job, if it has ended.
    fn ended(&self, printer: &str, job: i32) -> Option<Followed> {
        let (printer, reasons) = (printer.to_owned(), self.reasons.clone());
        let has = |keyword: &str| self.keywords.iter().any(|one| one == keyword);
        let (end, problem) = match self.state? {
            JobState::Completed if has("job-completed-with-errors") => {
                (End::Completed, Some(PrintProblem::WithErrors { printer, job }))
            }
            JobState::Completed => (End::Completed, None),
            JobState::Aborted => (End::Aborted, Some(PrintProblem::Aborted { printer, job, reasons })),
            JobState::Canceled => (End::Canceled, Some(PrintProblem::Canceled { printer, job, reasons })),
            JobState::Pending | JobState::PendingHeld | JobState::Processing | JobState::ProcessingStopped => {
                return None;
            }
        };
        Some(Followed { end, impressions: self.impressions, problem })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stops_a_printer_is_a_reason() {
        assert_eq!(stop("media-empty", true), Some(Reason::PaperOut));
        assert_eq!(stop("media-empty", false), None);
        assert_eq!(stop("media-empty-error", false), Some(Reason::PaperOut));
        assert_eq!(stop("cover-open-error", true), Some(Reason::Open));
        assert_eq!(stop("fuser-over-temp-error", true), Some(Reason::Other("fuser-over-temp".to_owned())));
        for keyword in
            ["none", "media-low", "media-empty-report", "toner-low-warning", "toner-low", "marker-waste-almost-full"]
        {
            assert_eq!(stop(keyword, true), None, "{keyword}");
        }
    }
}
