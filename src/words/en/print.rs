//! Printing, in English.

use super::super::forms::{names, plural};
use super::super::{Away, PrintProblem as P, PrintStep, Reason, Refusal, StopReason, Words};

/// The advice for every answer that leaves the job's fate open.
const LOOK_FIRST: &str = "look at the printer before you print again, or there may be two";

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::NoPrinter => Words::new(
            "no printer is named",
            "write `uri = \"ipp://…\"` under `[printer]` in nashra.toml, or add `--printer ipp://…`",
        ),
        P::BadAddress { found } => Words::new(
            format!("`{found}` is no printer's address"),
            "write it as ipp://192.0.2.10/ipp/print; the printer's own menu shows it under network or IPP",
        ),
        P::Encrypted { found } => Words::new(
            format!("`{found}` asks for an encrypted connection, which nashra doesn't have"),
            "write it with ipp:// in place of ipps://",
        ),
        P::OneReport { found } => Words::new(
            format!("only one report is printed at a time, and these are {found}"),
            "name one report's file, or a finished PDF",
        ),
        P::OtherEdition => Words::new(
            "this file has no pages of that edition",
            "bulletins and flyers are made of reports, newsletters of issues: name the other file, or leave `--edition` out",
        ),
        P::Pictures => Words::new(
            "pictures to post (`social`) are not printed",
            "name an edition with pages: `--edition bulletin` or `--edition flyer`",
        ),
        P::EditionOfPdf => Words::new(
            "a finished PDF is printed as it is",
            "leave `--edition` and `--impose` out, or name the report's file",
        ),
        P::Unread { path, reason } => Words::new(
            format!("`{path}` was not read: {}", unread(reason)),
            "save it anew from the program that made it, or print it from a viewer",
        ),
        P::NotPdf { path } => {
            Words::new(format!("`{path}` can't be read as a PDF"), "make it again, or open it in a viewer to see")
        }
        P::OddPages { path, sizes } => Words::new(
            format!("no paper fits the pages of `{path}`: {} mm", sizes.join(", ")),
            "say which one to print on with `--paper a4`; the printer may make the pages smaller to fit",
        ),
        P::Away { printer, why } => Words::new(
            format!("the printer `{printer}` doesn't answer: {}", away(why)),
            "see whether it is switched on and on the network, and whether the address is right",
        ),
        P::NotPrinter { printer, status } => Words::new(
            match status {
                Some(status) => format!("there is no printer at `{printer}`: the answer is HTTP {status}"),
                None => format!("there is no printer at `{printer}`: the answer is not IPP"),
            },
            "check the address, the part after the name too; most printers have /ipp/print",
        ),
        P::Locked { printer } => Words::new(
            format!("the printer `{printer}` asks for a password or an encrypted connection"),
            "allow printing without them in the printer's settings, or share it from a computer",
        ),
        P::NotAccepting { printer } => Words::new(
            format!("`{printer}` takes no jobs at present"),
            "let it take jobs again, at the printer or in its settings",
        ),
        P::NoPdf { printer, has } => Words::new(
            format!("`{printer}` does not print PDF, only {}", names(has, ", ")),
            "share the printer from a computer that prints PDF (CUPS does) and use that address",
        ),
        P::NoPaper { printer, paper, has } => Words::new(
            format!("`{printer}` does not print on {paper}"),
            format!("it has {}; set the edition's `paper`, or say `--paper`", names(has, ", ")),
        ),
        P::NoSides { printer, has } => Words::new(
            format!("`{printer}` does not print on both sides like that, only {}", names(has, ", ")),
            "add `--sides one-sided`; for always write `duplex = false` under `[printer]` in nashra.toml",
        ),
        P::NoGrey { printer } => Words::new(
            format!("`{printer}` can't be told to print without colours"),
            "leave `--grey` out, or set it at the printer",
        ),
        P::TooManyCopies { printer, most } => Words::new(
            format!("`{printer}` makes no more copies at once than {most}"),
            "print several times with fewer `--copies`",
        ),
        P::Refused { printer, refusal: why, said } => {
            let said = said.as_ref().map(|said| format!(" ({said})")).unwrap_or_default();
            let hint = match why {
                Refusal::NoSuchPrinter => "nothing was printed; check the address, the part after the name too",
                _ => "nothing was printed",
            };
            Words::new(format!("`{printer}` refuses the job: {}{said}", refusal(why)), hint)
        }
        P::Unsure { printer } => Words::new(
            format!("the connection to `{printer}` broke while the file was on its way; it may be printing"),
            LOOK_FIRST,
        ),
        P::Aborted { printer, job, reasons: why } => Words::new(
            format!("`{printer}` gave up job {job}{}", because(why)),
            "see what the printer shows, then print again; some pages may be out already",
        ),
        P::Canceled { printer, job, reasons: why } => Words::new(
            format!("job {job} was taken away at `{printer}`{}", because(why)),
            "print again if that was a mistake; some pages may be out already",
        ),
        P::Unfinished { printer, job, seconds, reasons: why } => Words::new(
            format!(
                "job {job} is still at `{printer}` and not done after {}{}",
                plural(usize::try_from(*seconds).unwrap_or(usize::MAX), "second"),
                because(why)
            ),
            "don't send it again: it prints when the printer goes on; to be rid of it, cancel it at the printer",
        ),
        P::Forgotten { printer, job } => {
            Words::new(format!("`{printer}` doesn't know job {job} any more; it is probably printed"), LOOK_FIRST)
        }
        P::NotLoaded { printer, paper, loaded } => Words::new(
            format!("`{printer}` says there is no {paper} in it, only {}", names(loaded, ", ")),
            format!("put {paper} in; the printer may wait for it"),
        ),
        P::Substituted { printer, job, settings } => Words::new(
            format!("`{printer}` prints job {job} otherwise than asked: {}", names(settings, ", ")),
            "look at the pages; cancel the job at the printer if they are wrong",
        ),
        P::WithErrors { printer, job } => {
            Words::new(format!("`{printer}` says that something went wrong with job {job}"), "look at the pages")
        }
    }
}

/// The progress of a job.
pub(in super::super) fn step(step: &PrintStep) -> String {
    match step {
        PrintStep::Sent { printer, job, pages, copies } => {
            format!("sent to {printer}: job {job}, pages: {pages}, copies: {copies}")
        }
        PrintStep::Waits { printer, reasons: why } => format!("{printer} waits: {}", reasons(why)),
        PrintStep::Silent { printer, job } => {
            format!("{printer} doesn't answer any more; job {job} is there, still waiting")
        }
        PrintStep::Printed { printer, job } => format!("printed by {printer}: job {job}"),
    }
}

fn away(why: &Away) -> String {
    match why {
        Away::Refused => "the connection is refused".to_owned(),
        Away::UnknownName => "no machine has this name".to_owned(),
        Away::Silent => "nothing came in time".to_owned(),
        Away::Other(reason) => reason.clone(),
    }
}

fn refusal(why: &Refusal) -> String {
    match why {
        Refusal::Document => "it can't print this file".to_owned(),
        Refusal::Settings(settings) if settings.is_empty() => "it can't do what is asked for".to_owned(),
        Refusal::Settings(settings) => format!("it can't do what is asked for: {}", names(settings, ", ")),
        Refusal::Forbidden => "printing is not allowed from here".to_owned(),
        Refusal::TooLarge => "the file is too large for it".to_owned(),
        Refusal::NoSuchPrinter => "there is no printer under this address".to_owned(),
        Refusal::Busy => "it takes no jobs at present".to_owned(),
        Refusal::Other(code) => format!("IPP status {code:#06x}"),
    }
}

fn because(why: &[Reason]) -> String {
    if why.is_empty() { String::new() } else { format!(": {}", reasons(why)) }
}

fn reasons(all: &[Reason]) -> String {
    all.iter().map(reason).collect::<Vec<_>>().join(", ")
}

fn reason(reason: &Reason) -> &str {
    match reason {
        Reason::PaperOut => "out of paper",
        Reason::PaperNeeded => "the right paper has to be put in",
        Reason::Jam => "a paper jam",
        Reason::Open => "a cover is open",
        Reason::TonerOut => "out of toner or ink",
        Reason::WasteFull => "the waste box is full",
        Reason::TrayMissing => "a tray is missing",
        Reason::OutputFull => "the output tray is full",
        Reason::Paused => "paused",
        Reason::Offline => "switched off or not connected",
        Reason::MemoryFull => "its memory is full",
        Reason::Stopped => "the printer has stopped",
        Reason::Held => "the job is held until it is released at the printer",
        Reason::CanceledByUser => "by whoever sent it",
        Reason::CanceledByOperator => "by an operator",
        Reason::CanceledAtDevice => "at the printer itself",
        Reason::Document => "it can't print this file",
        Reason::System => "the printer itself failed",
        Reason::Other(keyword) => keyword,
    }
}

/// Why a PDF was not read to its end.
pub(super) fn unread(reason: &StopReason) -> String {
    match reason {
        StopReason::Time { seconds } => format!("it took more than {}", plural(*seconds as usize, "second")),
        StopReason::Memory { megabytes } => format!("it needed more than {megabytes} MB of memory"),
        StopReason::Died => "the part of the program that reads PDFs broke down".to_owned(),
        StopReason::NotStarted(reason) => format!("the part of the program that reads PDFs did not start: {reason}"),
    }
}
