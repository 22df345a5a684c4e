//! The office's numbers: `[numbers]` of the workspace.

use crate::arabic::{Digits, SerialForm, SerialFormFault};
use crate::report::check::checker::Checker;
use crate::report::fields::field::{Field, Fields};
use crate::report::source::clip::clipped;
use crate::words::DeskProblem;

/// Characters in a form.
const LONGEST: usize = 40;
/// The greatest number to begin with.
const GREATEST: i64 = 999_999;

/// The numbers that `nashra approve` gives.
#[derive(Clone, Debug, Default)]
pub struct NumberSettings {
    /// Those of reports.
    pub reports: Numbering,
    /// Those of issues of the newsletter.
    pub issues: Numbering,
}

/// One sequence of numbers, which begins anew every year.
#[derive(Clone, Debug)]
pub struct Numbering {
    /// Their form; without one it is that of the last number that was given.
    pub form: Option<SerialForm>,
    /// The first number.
    pub start: u64,
    /// The only year that begins with `start`; others begin with 1. None when all do.
    pub start_year: Option<i32>,
    /// The digits of a form that nobody named.
    pub digits: Digits,
}

impl Default for Numbering {
    fn default() -> Self {
        Self { form: None, start: 1, start_year: None, digits: Digits::Arab }
    }
}

impl Numbering {
    /// The first number of a year.
    #[must_use]
    pub fn first(&self, year: i32) -> u64 {
        if self.start_year.is_none_or(|only| only == year) { self.start } else { 1 }
    }
}

/// `[numbers]`, in it `[numbers.issues]`; `digits` are those of the pages.
pub(super) fn numbers(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>, digits: Digits) -> NumberSettings {
    let usual = Numbering { digits, ..Numbering::default() };
    let Some(mut fields) = root.take("numbers").and_then(|field| field.table(checker)) else {
        return NumberSettings { reports: usual.clone(), issues: usual };
    };
    let reports = numbering(&mut fields, checker, digits);
    let issues = fields.take("issues").and_then(|field| field.table(checker));
    fields.finish(checker);
    let issues = issues.map(|mut fields| {
        let issues = numbering(&mut fields, checker, reports.digits);
        fields.finish(checker);
        issues
    });
    let issues = issues.unwrap_or(Numbering { digits: reports.digits, ..usual });
    NumberSettings { reports, issues }
}

fn numbering(fields: &mut Fields<'_, '_>, checker: &mut Checker<'_>, digits: Digits) -> Numbering {
    let kinds = [("arab", Digits::Arab), ("latn", Digits::Latn)];
    let digits = fields.take("digits").and_then(|field| field.choice(checker, &kinds)).unwrap_or(digits);
    let form = fields.take("form").and_then(|field| form(&field, checker, digits));
    let start = fields.take("start").and_then(|field| field.integer(checker, 1, GREATEST));
    let start_year = fields.take("start_year").and_then(|field| field.integer(checker, 1900, 2199));
    Numbering {
        form,
        start: start.and_then(|start| u64::try_from(start).ok()).unwrap_or(1),
        start_year: start_year.and_then(|year| i32::try_from(year).ok()),
        digits,
    }
}

fn form(field: &Field<'_, '_>, checker: &mut Checker<'_>, digits: Digits) -> Option<SerialForm> {
    let text = field.word(checker, LONGEST)?.value;
    let fault = match SerialForm::new(&text, digits) {
        Ok(form) => return Some(form),
        Err(fault) => fault,
    };
    let found = clipped(&text);
    let problem = match fault {
        SerialFormFault::NotOneSerial => DeskProblem::FormWithoutNumber { found },
        SerialFormFault::Unknown(part) => DeskProblem::FormWithUnknown { part: clipped(&part) },
        SerialFormFault::Joined => DeskProblem::FormJoined { found },
    };
    checker.error(field.span.clone(), &field.path, problem);
    None
}
