//! The abilities of a printer, by its own account. An ability it doesn't mention is not held
//! against it.

use ipp::attribute::IppAttribute;
use ipp::model::{DelimiterTag, Operation};
use ipp::value::IppValue;

use super::answer::PrinterAnswer;
use super::job::{PrintJob, Sides};
use super::line::Attributes;
use super::sheets::{keywords, name};
use crate::edition::Paper;
use crate::words::PrintProblem;

/// The format of our files.
const PDF: &str = "application/pdf";
/// Copies sorted, each beginning on a new sheet.
const COLLATED: &str = "separate-documents-collated-copies";
/// Keywords for printing without colour; the first that the printer knows is used.
const GREYS: [&str; 3] = ["monochrome", "auto-monochrome", "process-monochrome"];

/// The most papers that are named; some printers have fifty.
const SHOWN: usize = 6;

const OPERATIONS_SUPPORTED: &str = "operations-supported";
const COLOUR_MODE: &str = "print-color-mode";
const COLOUR_MODES_SUPPORTED: &str = "print-color-mode-supported";

/// The answer to Get-Printer-Attributes.
pub(super) struct Abilities {
    /// A name for messages.
    pub(super) name: String,
    /// True if it answers Validate-Job.
    pub(super) validates: bool,
    accepts: bool,
    formats: Vec<String>,
    media: Vec<String>,
    loaded: Vec<String>,
    sides: Vec<String>,
    most_copies: Option<u32>,
    handlings: Vec<String>,
    in_colour: Option<bool>,
    colour_modes: Vec<String>,
}

impl Abilities {
    /// The attributes that a printer is asked for.
    pub(super) fn question() -> Attributes {
        let wanted = [
            OPERATIONS_SUPPORTED,
            IppAttribute::PRINTER_MAKE_AND_MODEL,
            IppAttribute::PRINTER_IS_ACCEPTING_JOBS,
            IppAttribute::DOCUMENT_FORMAT_SUPPORTED,
            IppAttribute::MEDIA_SUPPORTED,
            IppAttribute::MEDIA_READY,
            IppAttribute::SIDES_SUPPORTED,
            IppAttribute::COPIES_SUPPORTED,
            IppAttribute::MULTIPLE_DOCUMENT_HANDLING_SUPPORTED,
            IppAttribute::COLOR_SUPPORTED,
            COLOUR_MODES_SUPPORTED,
        ];
        question(&wanted)
    }

    pub(super) fn new(answer: &PrinterAnswer, address: &str) -> Self {
        let texts = |name| answer.texts(DelimiterTag::PrinterAttributes, name);
        let operations = answer.numbers(DelimiterTag::PrinterAttributes, OPERATIONS_SUPPORTED);
        let most = answer.number(DelimiterTag::PrinterAttributes, IppAttribute::COPIES_SUPPORTED);
        let accepts = answer.boolean(DelimiterTag::PrinterAttributes, IppAttribute::PRINTER_IS_ACCEPTING_JOBS);
        let name = texts(IppAttribute::PRINTER_MAKE_AND_MODEL).into_iter().next();
        Self {
            name: name.unwrap_or_else(|| address.to_owned()),
            validates: operations.contains(&(Operation::ValidateJob as i32)),
            accepts: accepts.unwrap_or(true),
            formats: texts(IppAttribute::DOCUMENT_FORMAT_SUPPORTED),
            media: texts(IppAttribute::MEDIA_SUPPORTED),
            loaded: texts(IppAttribute::MEDIA_READY),
            sides: texts(IppAttribute::SIDES_SUPPORTED),
            most_copies: most.and_then(|most| u32::try_from(most).ok()),
            handlings: texts(IppAttribute::MULTIPLE_DOCUMENT_HANDLING_SUPPORTED),
            in_colour: answer.boolean(DelimiterTag::PrinterAttributes, IppAttribute::COLOR_SUPPORTED),
            colour_modes: texts(COLOUR_MODES_SUPPORTED),
        }
    }

    /// All that stands against a job.
    pub(super) fn lacks(&self, job: &PrintJob) -> Vec<PrintProblem> {
        let printer = || self.name.clone();
        let without = |has: &[String], wanted: &str| !has.is_empty() && !has.iter().any(|one| one == wanted);
        let mut lacks = Vec::new();
        if !self.accepts {
            lacks.push(PrintProblem::NotAccepting { printer: printer() });
        }
        if without(&self.formats, PDF) {
            lacks.push(PrintProblem::NoPdf { printer: printer(), has: self.formats.clone() });
        }
        if !self.media.is_empty() && self.medium(job.paper).is_none() {
            let (paper, has) = (name(job.paper), papers(&self.media));
            lacks.push(PrintProblem::NoPaper { printer: printer(), paper, has });
        }
        if without(&self.sides, job.sides.keyword()) {
            lacks.push(PrintProblem::NoSides { printer: printer(), has: self.sides.clone() });
        }
        if let Some(most) = self.most_copies.filter(|&most| job.copies > most) {
            lacks.push(PrintProblem::TooManyCopies { printer: printer(), most });
        }
        if job.grey && self.in_colour != Some(false) && self.grey().is_none() {
            lacks.push(PrintProblem::NoGrey { printer: printer() });
        }
        lacks
    }

    /// A warning when the job's paper is not in the printer, if it says what is in it.
    pub(super) fn not_loaded(&self, job: &PrintJob) -> Option<PrintProblem> {
        let missing = !self.loaded.is_empty() && !has_paper(&self.loaded, job.paper);
        let (printer, paper) = (self.name.clone(), name(job.paper));
        missing.then(|| PrintProblem::NotLoaded { printer, paper, loaded: papers(&self.loaded) })
    }

    /// The printer's name for a paper.
    fn medium(&self, paper: Paper) -> Option<&'static str> {
        keywords(paper).into_iter().find(|keyword| self.media.iter().any(|one| one == keyword))
    }

    fn grey(&self) -> Option<&'static str> {
        GREYS.into_iter().find(|grey| self.colour_modes.iter().any(|mode| mode == grey))
    }

    /// The attributes of a job in Print-Job and Validate-Job.
    pub(super) fn ticket(&self, job: &PrintJob) -> Result<Attributes, PrintProblem> {
        let keyword = |text: &str| IppValue::new_keyword(text);
        let operation = [
            (IppAttribute::JOB_NAME, IppValue::new_name_without_language(job.short_name())),
            (IppAttribute::DOCUMENT_FORMAT, IppValue::new_mime_media_type(PDF)),
            // All as asked for or nothing: a bulletin on the wrong paper is no bulletin.
            (IppAttribute::IPP_ATTRIBUTE_FIDELITY, Ok(IppValue::Boolean(true))),
        ];
        let [usual, _] = keywords(job.paper);
        let mut settings = vec![(IppAttribute::MEDIA, keyword(self.medium(job.paper).unwrap_or(usual)))];
        // A printer that doesn't know of sides may refuse a job that names them, and shall refuse
        // one for both.
        if !self.sides.is_empty() || job.sides != Sides::OneSided {
            settings.push((IppAttribute::SIDES, keyword(job.sides.keyword())));
        }
        if job.copies > 1 {
            let copies = i32::try_from(job.copies).unwrap_or(i32::MAX);
            settings.push((IppAttribute::COPIES, Ok(IppValue::Integer(copies))));
            if self.handlings.iter().any(|handling| handling == COLLATED) {
                settings.push((IppAttribute::MULTIPLE_DOCUMENT_HANDLING, keyword(COLLATED)));
            }
        }
        if let Some(grey) = self.grey().filter(|_| job.grey) {
            settings.push((COLOUR_MODE, keyword(grey)));
        }
        let operation = operation.into_iter().map(|(name, value)| (DelimiterTag::OperationAttributes, name, value));
        let settings = settings.into_iter().map(|(name, value)| (DelimiterTag::JobAttributes, name, value));
        let attribute =
            |(group, name, value): (_, &str, Result<IppValue, _>)| Ok((group, IppAttribute::with_name(name, value?)?));
        // Every value is of our own making and short enough.
        let all: Result<Attributes, ipp::parser::IppParseError> = operation.chain(settings).map(attribute).collect();
        all.map_err(|_| PrintProblem::BadAddress { found: self.name.clone() })
    }
}

/// A question for some attributes.
pub(super) fn question(wanted: &[&str]) -> Attributes {
    let keywords = wanted.iter().filter_map(|name| IppValue::new_keyword(*name).ok()).collect();
    let attribute = IppAttribute::with_name(IppAttribute::REQUESTED_ATTRIBUTES, IppValue::Array(keywords));
    attribute.into_iter().map(|attribute| (DelimiterTag::OperationAttributes, attribute)).collect()
}

fn has_paper(media: &[String], paper: Paper) -> bool {
    keywords(paper).iter().any(|keyword| media.iter().any(|one| one == keyword))
}

/// Papers as people call them, those without such a name as the printer does; the first few.
fn papers(media: &[String]) -> Vec<String> {
    let known = Paper::ALL.into_iter().filter(|&paper| has_paper(media, paper));
    let known = known.map(name);
    let is_known = |medium: &&String| Paper::ALL.into_iter().any(|paper| keywords(paper).contains(&medium.as_str()));
    known.chain(media.iter().filter(|medium| !is_known(medium)).cloned()).take(SHOWN).collect()
}
