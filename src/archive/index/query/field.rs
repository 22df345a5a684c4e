//! Filters by their names.

use super::super::card::{kind_named, state_named};
use super::super::day::Day;
use super::term::{Filters, Term};
use crate::arabic::fold::fold;
use crate::arabic::forms::month_of;
use crate::archive::record::{Kind, State};

/// The subject of a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FilterField {
    Place,
    Speaker,
    Tag,
    Number,
    State,
    Kind,
    From,
    To,
    Day,
    Month,
}

impl Filters {
    /// Adds a filter; says whether the value can be one. `raw` is the value as typed.
    pub(super) fn narrow(&mut self, field: FilterField, term: Term, raw: &str) -> bool {
        match field {
            FilterField::Place => self.places.push(term),
            FilterField::Speaker => self.speakers.push(term),
            FilterField::Tag => self.tags.push(term),
            FilterField::Number => self.numbers.push(term),
            FilterField::State => return add(&mut self.states, state(raw)),
            FilterField::Kind => return add(&mut self.kinds, kind(raw)),
            FilterField::From => return set(&mut self.from, Day::typed(raw)),
            FilterField::To => return set(&mut self.to, Day::typed(raw)),
            FilterField::Day => return add(&mut self.days, Day::typed(raw)),
            FilterField::Month => {
                let folded = fold(raw);
                let words: Vec<&str> = folded.split(' ').collect();
                let number = folded.parse().ok().filter(|month| (1..=12).contains(month));
                let month = number.or_else(|| month_of(&words).map(|(month, _)| month));
                return match month {
                    Some(month) => add(&mut self.months, Some(month)),
                    None => add(&mut self.days, Day::parse(raw).filter(|day| day.month().is_some())),
                };
            }
        }
        true
    }
}

/// True between words.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

fn add<T>(list: &mut Vec<T>, value: Option<T>) -> bool {
    let is_value = value.is_some();
    list.extend(value);
    is_value
}

fn set<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let is_value = value.is_some();
    *place = value;
    is_value
}

/// A state by its name in either language.
fn state(raw: &str) -> Option<State> {
    let word = fold(raw);
    state_named(&word).or_else(|| match word.trim_start_matches("ال").trim_end_matches('ه') {
        "منشور" => Some(State::Published),
        "مصحح" | "مصوب" => Some(State::Corrected),
        "مسحوب" => Some(State::Withdrawn),
        _ => None,
    })
}

/// A kind by its name in either language.
fn kind(raw: &str) -> Option<Kind> {
    let word = fold(raw);
    kind_named(&word).or(match word.trim_start_matches("ال") {
        "نشره" | "بيان" => Some(Kind::Bulletin),
        "جريده" | "عدد" | "اعداد" => Some(Kind::Newsletter),
        "سابقه" | "سابق" | "قديمه" | "قديم" => Some(Kind::Adopted),
        _ => None,
    })
}

/// The field whose name and colon a text begins with, and what comes after.
pub(super) fn field(text: &str) -> Option<(FilterField, &str)> {
    let end = text.find([':', '：'])?;
    let (name, rest) = text.split_at_checked(end)?;
    if name.contains(is_blank) {
        return None;
    }
    let field = match fold(name).as_str() {
        "مكان" | "المكان" | "place" => FilterField::Place,
        "متحدث" | "المتحدث" | "speaker" => FilterField::Speaker,
        "وسم" | "الوسم" | "tag" => FilterField::Tag,
        "رقم" | "الرقم" | "عدد" | "العدد" | "number" => FilterField::Number,
        "حاله" | "الحاله" | "state" => FilterField::State,
        "نوع" | "النوع" | "kind" => FilterField::Kind,
        "من" | "from" => FilterField::From,
        "الي" | "to" => FilterField::To,
        "يوم" | "اليوم" | "تاريخ" | "التاريخ" | "date" | "day" | "سنه" | "السنه" | "عام" | "year" => {
            FilterField::Day
        }
        "شهر" | "الشهر" | "month" => FilterField::Month,
        _ => return None,
    };
    let mut after = rest.chars();
    after.next();
    Some((field, after.as_str()))
}
