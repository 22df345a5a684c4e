//! What is said until a job has ended, and how it ended.

use ipp::model::{DelimiterTag, Operation, StatusCode};
use ipp::value::IppValue;

use super::{BULLETIN, printed_by};
use crate::printers::{Question, Reply, able, answer, job, keywords, usual};

/// A printer that stands still for the first questions about the job, for want of paper.
fn out_of_paper(for_questions: usize) -> impl Fn(Question) -> Reply + Send + 'static {
    move |question| match question {
        (Operation::GetJobAttributes, before) if before < for_questions => job(6, &["printer-stopped"]),
        (Operation::GetPrinterAttributes, before) if before > 0 => {
            able(vec![("printer-state", IppValue::Enum(5)), ("printer-state-reasons", keywords(&["media-empty"]))])
        }
        _ => usual(question),
    }
}

#[test]
fn what_stops_the_printer_is_told_once_and_waited_for() {
    let (run, printer) = printed_by(out_of_paper(3), "");
    run.code(0).says("Scripted waits: out of paper").says("printed by Scripted: job 7");
    assert_eq!(run.stderr.matches("out of paper").count(), 1, "{}", run.stderr);
    assert_eq!(printer.asked(Operation::GetJobAttributes), 4);
    let (run, _) = printed_by(out_of_paper(3), "--lang ar");
    run.code(0).says("الطابعة Scripted تنتظر: نفد الورق").says("طبعت Scripted المهمة 7");
}

#[test]
fn when_the_time_is_over_the_job_is_still_there_and_said_to_be() {
    let (run, printer) = printed_by(out_of_paper(usize::MAX), "--timeout 1");
    run.code(3).says("job 7 is still at `Scripted`").says("out of paper").says("don't send it again");
    assert_eq!(printer.asked(Operation::PrintJob), 1);
    assert_eq!(printer.asked(Operation::CancelJob), 0);
    let (run, _) = printed_by(out_of_paper(usize::MAX), "--timeout 1 --format json");
    let found: serde_json::Value = serde_json::from_str(&run.code(3).stdout).unwrap();
    assert_eq!((&found["result"]["state"], &found["result"]["job"]), (&"unfinished".into(), &7.into()));
    assert_eq!(found["diagnostics"][0]["code"], "print-unfinished");
    assert_eq!(found["diagnostics"][0]["severity"], "error");
}

#[test]
fn a_job_that_ends_badly_says_how() {
    let ending = |state: i32, reason: &'static str| {
        let script = move |question: Question| match question {
            (Operation::GetJobAttributes, _) => job(state, &[reason]),
            _ => usual(question),
        };
        printed_by(script, "").0
    };
    ending(8, "document-format-error").code(3).says("[print-aborted]").says("it can't print this file");
    ending(7, "job-canceled-at-device").code(3).says("[print-canceled]").says("at the printer itself");
    ending(7, "job-canceled-by-operator").code(3).says("by an operator");
    ending(8, "vendor-special").code(3).says("vendor-special");
    ending(9, "job-completed-with-errors").code(0).says("[print-with-errors]").says("look at the pages");
}

#[test]
fn a_job_without_a_known_end_says_to_look_first() {
    let at = |operation: Operation, reply: fn() -> Reply| {
        let script = move |question: Question| if question.0 == operation { reply() } else { usual(question) };
        printed_by(script, "")
    };
    let (run, printer) = at(Operation::PrintJob, || Reply::Nothing);
    run.code(3).says("[print-unsure]").says("look at the printer before you print again");
    assert_eq!(printer.asked(Operation::PrintJob), 1);
    let gone = || answer(StatusCode::ClientErrorNotFound, DelimiterTag::OperationAttributes, Vec::new());
    at(Operation::GetJobAttributes, gone).0.code(3).says("[print-forgotten]").says("job 7");
}

#[test]
fn a_printer_that_is_gone_for_a_while_is_waited_for() {
    let script = |question: Question| match question {
        (Operation::GetJobAttributes, before) if before < 2 => Reply::Nothing,
        _ => usual(question),
    };
    let (run, _) = printed_by(script, "");
    run.code(0).says("Scripted doesn't answer any more; job 7 is there").says("printed by Scripted");
    assert_eq!(run.stderr.matches("doesn't answer any more").count(), 1);
}

#[test]
fn without_waiting_nobody_asks_for_the_job() {
    let (run, printer) = printed_by(usual, "--no-wait");
    run.code(0).says("sent to Scripted: job 7").prints(BULLETIN);
    assert!(!run.stderr.contains("printed by"));
    assert_eq!(printer.asked(Operation::GetJobAttributes), 0);
}

#[test]
fn a_printer_without_the_paper_in_it_prints_with_a_warning() {
    let script = |question: Question| match question {
        (Operation::GetPrinterAttributes, _) => able(vec![("media-ready", keywords(&["iso_a4_210x297mm"]))]),
        _ => usual(question),
    };
    let (run, _) = printed_by(script, "-e flyer");
    run.code(0).says("[printer-paper-not-loaded]").says("no A5 in it, only `A4`").says("printed by Scripted");
}
