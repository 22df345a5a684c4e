//! Reading `[event]`.

use std::ops::Range;

use crate::report::check::checker::Checker;
use crate::report::fields::field::{Field, Fields};
use crate::report::model::{Event, EventDays};
use crate::words::ValueProblem;

/// Organisers of an event.
const ORGANISERS: usize = 50;

/// The place of an event's first day in the file.
pub(crate) struct DayPlace {
    pub(crate) span: Range<usize>,
    pub(crate) path: String,
}

/// `[event]`, and the place of its first day.
pub(crate) fn event(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<(Event, Option<DayPlace>)> {
    let mut fields = field.table(checker)?;
    let days = days(&mut fields, checker);
    let first = fields.take("date").or_else(|| fields.take("start"));
    let place_of_day = first.map(|field| DayPlace { span: field.span, path: field.path });
    let time = fields.take("time").and_then(|field| field.plain(checker));
    let place = fields.take("place").and_then(|field| field.text(checker));
    let organisers = fields.take("organisers");
    let organisers = organisers.as_ref().map(|field| field.one_or_more(checker, ORGANISERS)).unwrap_or_default();
    let organisers = organisers.iter().filter_map(|field| field.text(checker)).collect();
    fields.finish(checker);
    Some((Event { days, time, place, organisers }, place_of_day))
}

fn days(fields: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> Option<EventDays> {
    let (date, start, end) = (fields.take("date"), fields.take("start"), fields.take("end"));
    if let (Some(_), Some(other)) = (&date, start.as_ref().or(end.as_ref())) {
        checker.error(other.span.clone(), &other.path, ValueProblem::DayAndRange);
    }
    if let (Some(one), None, missing) | (None, Some(one), missing) = (&start, &end, half(start.is_some()))
        && date.is_none()
    {
        checker.absent(one.span.clone(), &one.path, ValueProblem::HalfRange { missing });
    }
    let day = date.and_then(|field| field.date(checker));
    let first = start.and_then(|field| field.date(checker));
    let last = end.as_ref().and_then(|field| field.date(checker));
    if let Some(day) = day {
        return Some(EventDays::Day(day.value));
    }
    let (start, end_date) = (first?.value, last?.value);
    if end_date < start {
        let field = end?;
        let problem = ValueProblem::EndBeforeStart { start: start.iso(), end: end_date.iso() };
        checker.error(field.span.clone(), &field.path, problem);
    }
    Some(if start == end_date { EventDays::Day(start) } else { EventDays::Range { start, end: end_date } })
}

/// The end of a range that is absent when only one is there.
fn half(has_start: bool) -> &'static str {
    if has_start { "end" } else { "start" }
}
