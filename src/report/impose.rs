//! Reading `impose` of an edition: the name of an arrangement, or a table with its measures.

use crate::edition::Paper;
use crate::imposition::{Binding, Imposition, Scheme};
use crate::words::{ValueProblem, Want};

use super::desk::Desk;
use super::fields::{Entry, clipped};

/// The most that a measure may be, in millimetres.
const MOST_MM: u8 = 20;

/// `impose = "booklet"` or `impose = { scheme = "booklet", sheet = "a4" }`.
pub(super) fn imposition(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<Imposition> {
    if !entry.value.is_table() {
        return entry.choice(desk, &Scheme::NAMED).map(Imposition::new);
    }
    let mut fields = entry.table(desk)?;
    let bindings = [("right", Binding::Right), ("left", Binding::Left)];
    let binding = fields.take("binding").and_then(|entry| entry.choice(desk, &bindings));
    let sheets = [("a3", Paper::A3), ("a4", Paper::A4), ("a5", Paper::A5)];
    let sheet = fields.take("sheet").and_then(|entry| entry.choice(desk, &sheets));
    let creep = fields.take("creep").and_then(|entry| millimetres(&entry, desk));
    let gutter = fields.take("gutter").and_then(|entry| millimetres(&entry, desk));
    // Last: until it is known, `sheet` looks like `scheme` misspelt.
    let scheme = fields.need(desk, "scheme", r#""booklet""#).and_then(|entry| entry.choice(desk, &Scheme::NAMED));
    fields.finish(desk);
    let default = Imposition::new(scheme?);
    Some(Imposition {
        binding: binding.unwrap_or_default(),
        sheet,
        creep: creep.unwrap_or(default.creep),
        gutter,
        ..default
    })
}

fn millimetres(entry: &Entry<'_, '_>, desk: &mut Desk<'_>) -> Option<f64> {
    let text = match (entry.value.as_integer(), entry.value.as_float()) {
        (Some(integer), _) => integer.as_str(),
        (_, Some(float)) => float.as_str(),
        _ => {
            entry.wrong(desk, Want::Number);
            return None;
        }
    };
    let found: Option<f64> = text.replace('_', "").parse().ok();
    let fits = found.filter(|number| (0.0..=f64::from(MOST_MM)).contains(number));
    if fits.is_none() {
        let problem = ValueProblem::BadMeasure { found: clipped(text), most: MOST_MM };
        desk.error(entry.span.clone(), &entry.path, problem);
    }
    fits
}
