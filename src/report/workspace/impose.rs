//! Reading `impose` of an edition: the name of an arrangement, or a table with its measures.

use crate::edition::Paper;
use crate::imposition::{Binding, Imposition, Scheme};
use crate::report::check::checker::Checker;
use crate::report::fields::field::Field;
use crate::report::source::clip::clipped;
use crate::words::{ValueProblem, Want};

/// The most that a measure may be, in millimetres.
const MOST_MM: u8 = 20;

/// `impose = "booklet"` or `impose = { scheme = "booklet", sheet = "a4" }`.
pub(super) fn imposition(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<Imposition> {
    if !field.value.is_table() {
        return field.choice(checker, &Scheme::NAMED).map(Imposition::new);
    }
    let mut fields = field.table(checker)?;
    let bindings = [("right", Binding::Right), ("left", Binding::Left)];
    let binding = fields.take("binding").and_then(|field| field.choice(checker, &bindings));
    let sheets = [("a3", Paper::A3), ("a4", Paper::A4), ("a5", Paper::A5)];
    let sheet = fields.take("sheet").and_then(|field| field.choice(checker, &sheets));
    let creep = fields.take("creep").and_then(|field| millimetres(&field, checker));
    let gutter = fields.take("gutter").and_then(|field| millimetres(&field, checker));
    // Last: until it is known, `sheet` looks like `scheme` misspelt.
    let scheme = fields.need(checker, "scheme", r#""booklet""#).and_then(|field| field.choice(checker, &Scheme::NAMED));
    fields.finish(checker);
    let default = Imposition::new(scheme?);
    Some(Imposition {
        binding: binding.unwrap_or_default(),
        sheet,
        creep: creep.unwrap_or(default.creep),
        gutter,
        ..default
    })
}

fn millimetres(field: &Field<'_, '_>, checker: &mut Checker<'_>) -> Option<f64> {
    let text = match (field.value.as_integer(), field.value.as_float()) {
        (Some(integer), _) => integer.as_str(),
        (_, Some(float)) => float.as_str(),
        _ => {
            field.wrong(checker, Want::Number);
            return None;
        }
    };
    let found: Option<f64> = text.replace('_', "").parse().ok();
    let fits = found.filter(|number| (0.0..=f64::from(MOST_MM)).contains(number));
    if fits.is_none() {
        let problem = ValueProblem::BadMeasure { found: clipped(text), most: MOST_MM };
        checker.error(field.span.clone(), &field.path, problem);
    }
    fits
}
