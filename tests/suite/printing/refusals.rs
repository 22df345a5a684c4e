//! Why nothing is printed, told before anything is.

use ipp::model::{DelimiterTag, Operation, StatusCode};
use ipp::value::IppValue;

use super::{SCHOOL, office, printed_by};
use crate::printers::{Question, Reply, ScriptedPrinter, able, answer, free_port, http, keywords, usual};
use crate::workspace::{ENGLISH, REPORT};

#[test]
fn a_printer_that_is_away_is_told_with_its_address() {
    let workspace = office(&format!("ipp://127.0.0.1:{}/ipp/print", free_port()));
    let run = workspace.run(&format!("print {SCHOOL}"));
    run.code(3).says("[printer-away]").says("ipp://127.0.0.1:").says("the connection is refused").says("switched on");
    assert_eq!(run.stdout, "");
    let run = workspace.run(&format!("print {SCHOOL} --printer ipp://printer.invalid/ipp/print --lang ar"));
    run.code(3).says("[printer-away]").says("لا يوجد جهاز بهذا الاسم").says("ipp://printer.invalid/ipp/print");
    let (run, _) = printed_by(|_| Reply::Silence, "--timeout 1");
    run.code(3).says("[printer-away]").says("nothing came in time");
}

#[test]
fn what_answers_but_is_no_printer_is_told_so() {
    let says = |reply: fn() -> Vec<u8>, words: &str| {
        let (run, printer) = printed_by(move |_| Reply::Raw(reply()), "");
        run.code(3).says(words);
        assert_eq!(printer.asked(Operation::PrintJob), 0);
    };
    says(|| http("404 Not Found", b"<html>"), "HTTP 404");
    says(|| http("302 Found\r\nLocation: http://127.0.0.1/", b""), "HTTP 302");
    says(|| http("401 Unauthorized", b""), "[printer-locked]");
    says(|| http("426 Upgrade Required", b""), "[printer-locked]");
    says(|| http("200 OK", b"<html>"), "the answer is not IPP");
    says(|| http("200 OK", b""), "the answer is not IPP");
    says(|| b"SSH-2.0-OpenSSH_9.2\r\n".to_vec(), "[not-a-printer]");
    // A name with a language whose length is beyond its end.
    says(|| http("200 OK", b"\x01\x01\0\0\0\0\0\x01\x04\x36\0\x01a\0\x02\xff\xff\x03"), "the answer is not IPP");
    // An answer without an end.
    says(|| http("200 OK", &vec![0x01; 5 * 1024 * 1024]), "the answer is not IPP");
}

#[test]
fn what_the_printer_lacks_stops_the_job_before_it_is_sent() {
    type Changes = fn() -> Vec<(&'static str, IppValue)>;
    let lacks = |changes: Changes, options: &str, words: [&str; 2]| {
        let script = move |question: Question| match question {
            (Operation::GetPrinterAttributes, _) => able(changes()),
            _ => usual(question),
        };
        let (run, printer) = printed_by(script, options);
        run.code(3).says(words[0]).says(words[1]);
        assert_eq!(printer.asked(Operation::PrintJob), 0);
        assert_eq!(run.stdout, "");
    };
    let raster = || vec![("document-format-supported", IppValue::new_mime_media_type("image/pwg-raster").unwrap())];
    lacks(raster, "", ["does not print PDF", "`image/pwg-raster`"]);
    let letter = || vec![("media-supported", keywords(&["na_letter_8.5x11in"]))];
    lacks(letter, "", ["does not print on A4", "`na_letter_8.5x11in`"]);
    let one_sided = || vec![("sides-supported", keywords(&["one-sided"]))];
    lacks(one_sided, "--sides two-sided-long-edge", ["[printer-no-duplex]", "--sides one-sided"]);
    let closed = || vec![("printer-is-accepting-jobs", IppValue::Boolean(false))];
    lacks(closed, "", ["takes no jobs at present", "[printer-not-accepting]"]);
    lacks(Vec::new, "--grey", ["[printer-no-grey]", "--grey"]);
    // All at once.
    let both = || vec![("printer-is-accepting-jobs", IppValue::Boolean(false)), ("media-supported", keywords(&["x"]))];
    lacks(both, "", ["[printer-not-accepting]", "[printer-no-paper]"]);
}

#[test]
fn what_is_told_of_the_pages_is_told_once() {
    let printer = ScriptedPrinter::new(|_| Reply::Raw(http("404 Not Found", b"")));
    let workspace = office(&printer.uri());
    workspace.report("school", &REPORT.replace("قضاء الزبير بحضور", "قضاء ( الزبير ) بحضور"));
    let run = workspace.run(&format!("print {SCHOOL}"));
    run.code(3).says("warnings about the texts: ");
    assert_eq!(run.stderr.matches("warning").count(), 1, "{}", run.stderr);
    workspace.file("nashra.toml", format!("{ENGLISH}[printer]\nuri = \"{}\"\n# changed\n", printer.uri()));
    let run = workspace.run(&format!("print {SCHOOL} --format json"));
    let found: serde_json::Value = serde_json::from_str(&run.code(3).stdout).unwrap();
    let codes: Vec<_> =
        found["diagnostics"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"NA001") && codes.last() == Some(&"not-a-printer"), "{codes:?}");
    assert_eq!(found["result"], serde_json::Value::Null);
}

#[test]
fn an_old_printer_gets_the_paper_by_the_name_it_knows() {
    let script = |question: Question| match question {
        (Operation::GetPrinterAttributes, _) => able(vec![("media-supported", keywords(&["iso-a4"]))]),
        _ => usual(question),
    };
    printed_by(script, "").0.code(0);
}

#[test]
fn a_refusal_says_why_in_our_words_and_the_printers() {
    let refused = |operation: Operation, status: StatusCode| {
        let script = move |question: Question| {
            if question.0 != operation {
                return usual(question);
            }
            let said = IppValue::new_text_without_language("No \u{1b}[31mPDF today").unwrap();
            answer(status, DelimiterTag::OperationAttributes, vec![("status-message", said)])
        };
        printed_by(script, "")
    };
    let (run, printer) = refused(Operation::ValidateJob, StatusCode::ClientErrorDocumentFormatNotSupported);
    run.code(3).says("it can't print this file (No [31mPDF today)").says("nothing was printed");
    assert_eq!(printer.asked(Operation::PrintJob), 0);
    let (run, _) = refused(Operation::PrintJob, StatusCode::ServerErrorNotAcceptingJobs);
    run.code(3).says("[printer-not-accepting]");
    refused(Operation::PrintJob, StatusCode::ClientErrorNotAuthorized).0.code(3).says("printing is not allowed");
    refused(Operation::PrintJob, StatusCode::ServerErrorBusy).0.code(3).says("takes no jobs at present");
    refused(Operation::PrintJob, StatusCode::ClientErrorCompressionError).0.code(3).says("IPP status 0x0410");
}

#[test]
fn settings_that_the_printer_would_change_are_named() {
    let substituting = |operation: Operation, status: StatusCode| {
        let script = move |question: Question| {
            let Reply::Ipp(mut reply) = usual(question) else { unreachable!() };
            if question.0 == operation {
                reply.header_mut().operation_or_status = status as i16;
                let sides = ipp::attribute::IppAttribute::with_name("sides", IppValue::new_keyword("x").unwrap());
                reply.attributes_mut().add(DelimiterTag::UnsupportedAttributes, sides.unwrap());
            }
            Reply::Ipp(reply)
        };
        printed_by(script, "")
    };
    let refused = StatusCode::ClientErrorAttributesOrValuesNotSupported;
    substituting(Operation::ValidateJob, refused).0.code(3).says("[printer-refused]").says("`sides`");
    let changed = StatusCode::SuccessfulOkIgnoredOrSubstitutedAttributes;
    let (run, _) = substituting(Operation::PrintJob, changed);
    run.code(0).says("prints job 7 otherwise than asked: `sides`").says("printed by Scripted");
}

#[test]
fn what_can_not_be_printed_reaches_no_printer() {
    let printer = ScriptedPrinter::new(usual);
    let workspace = office(&printer.uri());
    workspace.report("broken", &REPORT.replace("title", "titel"));
    let embargo = REPORT.replace("status", "not_before = 2026-11-20T10:00:00+03:00\nstatus").replace("١/", "٣/");
    workspace.report("embargoed", &embargo);
    let print = |arguments: &str| {
        workspace.run_with(&arguments.split(' ').collect::<Vec<_>>(), &[("NASHRA_NOW", "2026-11-20T09:00:00+03:00")])
    };
    print("print content/broken.toml").code(1).says("content/broken.toml:5:1");
    print("print content/embargoed.toml").code(1).says("[embargo]");
    print("print content").code(2).says("[print-one-report]").says("these are 3");
    print("print content/nothing.toml").code(2).says("content/nothing.toml");
    print("print nothing.pdf").code(2).says("[file-not-found]").says("nothing.pdf");
    workspace.file("a.pdf", "no PDF");
    print("print content/school.toml -e social").code(2).says("[print-pictures]");
    print("print a.pdf").code(2).says("[print-not-pdf]");
    print("print a.pdf -e flyer").code(2).says("[print-edition-of-pdf]");
    print("print a.pdf --copies 0").code(2);
    print("print a.pdf --printer http://192.0.2.10/").code(2).says("[printer-address]").says("ipp://");
    print("print a.pdf --printer ipps://192.0.2.10/").code(2).says("[printer-address-encrypted]");
    print("print content/school.toml --format json --printer ipps://192.0.2.10/")
        .code(2)
        .prints("printer-address-encrypted");
    assert_eq!(printer.asked(Operation::GetPrinterAttributes), 0);
    print("print content/embargoed.toml --embargoed").code(0);
    assert_eq!(printer.asked(Operation::PrintJob), 1);
    workspace.file("nashra.toml", format!("{ENGLISH}[printer]\nuri = \"printer\"\n"));
    workspace.run("check").code(1).says("nashra.toml:4:7").says("[printer-address]");
}

#[test]
fn pages_of_no_known_paper_ask_for_one() {
    let printer = ScriptedPrinter::new(usual);
    let workspace = office(&printer.uri());
    let page = "#set page(width: 216mm, height: 303mm)\n#set text(font: \"Amiri\", fallback: false)\n= عنوان\n";
    workspace.file("templates/bulletin/main.typ", page);
    let run = workspace.run(&format!("print {SCHOOL}"));
    run.code(2).says("[print-odd-pages]").says("216 x 303").says("--paper");
    assert_eq!(printer.asked(Operation::GetPrinterAttributes), 0);
    workspace.run(&format!("print {SCHOOL} --paper a4")).code(0).says("printed by Scripted");
}

#[test]
fn only_print_reaches_the_network() {
    // Everything else works with a printer's address that nobody answers at.
    let workspace = office(&format!("ipp://127.0.0.1:{}/ipp/print", free_port()));
    workspace.run("check").code(0);
    workspace.run("build").code(0);
}
