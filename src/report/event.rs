//! Reading `[event]`.

use crate::words::ValueProblem;

use super::desk::Desk;
use super::fields::{Entry, Fields};
use super::model::{Event, EventDays};

/// `[event]`.
pub(crate) fn event(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Event> {
    let mut fields = entry.table(desk)?;
    let days = days(&mut fields, desk);
    let time = fields.take("time").and_then(|entry| entry.plain(desk));
    let place = fields.take("place").and_then(|entry| entry.text(desk));
    let organisers = fields.take("organisers");
    let organisers = organisers.as_ref().map(|entry| entry.one_or_more(desk)).unwrap_or_default();
    let organisers = organisers.iter().filter_map(|entry| entry.text(desk)).collect();
    fields.finish(desk);
    Some(Event { days, time, place, organisers })
}

fn days(fields: &mut Fields<'_, '_>, desk: &mut Desk<'_>) -> Option<EventDays> {
    let (date, start, end) = (fields.take("date"), fields.take("start"), fields.take("end"));
    if let (Some(_), Some(other)) = (&date, start.as_ref().or(end.as_ref())) {
        desk.error(other.span.clone(), &other.path, ValueProblem::DayAndRange);
    }
    if let (Some(one), None, missing) | (None, Some(one), missing) = (&start, &end, half(start.is_some()))
        && date.is_none()
    {
        desk.absent(one.span.clone(), &one.path, ValueProblem::HalfRange { missing });
    }
    let day = date.and_then(|entry| entry.date(desk));
    let first = start.and_then(|entry| entry.date(desk));
    let last = end.as_ref().and_then(|entry| entry.date(desk));
    if let Some(day) = day {
        return Some(EventDays::Day(day.value));
    }
    let (start, end_date) = (first?.value, last?.value);
    if end_date < start {
        let entry = end?;
        let problem = ValueProblem::EndBeforeStart { start: start.iso(), end: end_date.iso() };
        desk.error(entry.span.clone(), &entry.path, problem);
    }
    Some(if start == end_date { EventDays::Day(start) } else { EventDays::Range { start, end: end_date } })
}

/// The end of a range that is absent when only one is there.
fn half(has_start: bool) -> &'static str {
    if has_start { "end" } else { "start" }
}
