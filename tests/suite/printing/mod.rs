//! `nashra print`: what reaches the printer, and what is said when it doesn't.

mod real;
mod refusals;
mod waiting;

use crate::printers::{Question, Reply, ScriptedPrinter};
use crate::workspace::{ENGLISH, REPORT, Run, Workspace};

const SCHOOL: &str = "content/school.toml";
const BULLETIN: &str = "out/2026/11/2026-11-20-school-bulletin.office.pdf";
const FLYER: &str = "out/2026/11/2026-11-20-school-flyer.office.pdf";

/// A workspace with a report and this printer.
fn office(uri: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.file("nashra.toml", format!("{ENGLISH}[printer]\nuri = \"{uri}\"\n")).report("school", REPORT);
    workspace
}

/// Prints the report by a scripted printer.
fn printed_by(script: impl Fn(Question) -> Reply + Send + 'static, options: &str) -> (Run, ScriptedPrinter) {
    let printer = ScriptedPrinter::new(script);
    let run = office(&printer.uri()).run(&format!("print {SCHOOL} {options}"));
    (run, printer)
}
