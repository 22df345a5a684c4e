//! Day and place of the event, as the text tells them.

use super::draft::{Draft, DraftDays};
use crate::arabic::CivilDate;
use crate::arabic::fold::{Word, words};
use crate::arabic::lint::days;
use crate::arabic::tokens::digit_value;

/// Days from the day of issue within which an event is told of.
const YEAR: i32 = 366;
/// Paragraphs from the start in which the event itself is told.
const OPENING: usize = 4;
/// The most words of a place.
const LONGEST_PLACE: usize = 7;

/// Nouns of places where events are held, folded and without their article.
const PLACES: [&str; 31] = [
    "قاعه",
    "مبني",
    "مقر",
    "ديوان",
    "قصر",
    "فندق",
    "مدرسه",
    "مركز",
    "ملعب",
    "ساحه",
    "متنزه",
    "مسرح",
    "مستشفي",
    "حديقه",
    "مكتبه",
    "جامعه",
    "كليه",
    "معهد",
    "متحف",
    "مسجد",
    "جامع",
    "حسينيه",
    "نادي",
    "كورنيش",
    "معرض",
    "ميناء",
    "مطار",
    "صاله",
    "استوديو",
    "مضيف",
    "مول",
];
/// Words at which a place is over.
const PLACE_ENDS: [&str; 30] = [
    "بحضور",
    "برعايه",
    "بمشاركه",
    "باشراف",
    "بتنظيم",
    "بالتعاون",
    "بالتنسيق",
    "بهدف",
    "بمناسبه",
    "تحت",
    "خلال",
    "ضمن",
    "يوم",
    "بتاريخ",
    "صباح",
    "مساء",
    "اليوم",
    "امس",
    "عن",
    "حول",
    "من",
    "الي",
    "حيث",
    "الذي",
    "التي",
    "لمده",
    "وذلك",
    "ورشه",
    "موتمرا",
    "ندوه",
];

/// Notes day and place; `texts` are the paragraphs from the title on.
pub(super) fn note(texts: &[&str], date: CivilDate, draft: &mut Draft) {
    note_days(texts, date, draft);
    draft.place = texts.iter().take(OPENING).find_map(|text| place(text));
}

fn note_days(texts: &[&str], date: CivilDate, draft: &mut Draft) {
    let mut all: Vec<(CivilDate, Option<DraftDays>, bool)> = Vec::new();
    for text in texts {
        for (range, day) in days(text) {
            if (number(day) - number(date)).abs() > YEAR || all.iter().any(|(other, ..)| *other == day) {
                continue;
            }
            let head = text.get(..range.start).unwrap_or_default();
            all.push((day, span(head, day), is_announced(head)));
        }
    }
    let announced: Vec<_> = all.iter().filter(|(.., announced)| *announced).collect();
    let chosen = match (all.as_slice(), announced.as_slice()) {
        ([one], _) => Some(*one),
        (_, [one]) => Some(**one),
        _ => None,
    };
    draft.days = chosen.map(|(day, span, _)| span.unwrap_or(DraftDays::Day(day)));
    let rest = all.iter().map(|(day, ..)| *day).filter(|day| chosen.is_none_or(|(chosen, ..)| chosen != *day));
    draft.other_days = rest.collect();
}

/// A day's number, near enough to tell how far days are apart.
fn number(day: CivilDate) -> i32 {
    day.year * 365 + i32::from(day.month) * 30 + i32::from(day.day)
}

/// True if a day of the week or the like stands right before a date.
fn is_announced(head: &str) -> bool {
    let all = words(head);
    let last: Vec<&str> = all.iter().rev().take(4).map(|word| word.folded.as_str()).collect();
    last.iter().any(|word| matches!(*word, "يوم" | "الموافق" | "المصادف" | "اليوم" | "بتاريخ"))
}

/// The span that a date ends: `من ١٨ إلى ٢٠ تشرين الثاني ٢٠٢٦`.
fn span(head: &str, end: CivilDate) -> Option<DraftDays> {
    let all = words(head);
    let [.., from, first, to] = all.as_slice() else { return None };
    let is_to = matches!(to.folded.as_str(), "الي" | "حتي" | "لغايه" | "ولغايه");
    let digits: Vec<u32> = first.folded.chars().map(digit_value).collect::<Option<_>>()?;
    let day = u8::try_from(digits.iter().fold(0, |sum, digit| sum * 10 + digit)).ok()?;
    let start = CivilDate::new(end.year, end.month, day)?;
    (is_to && from.folded == "من" && start < end).then_some(DraftDays::Span(start, end))
}

/// The hall or the like in a sentence, as it stands.
fn place(text: &str) -> Option<String> {
    let all = words(text);
    let at = (1..all.len()).find(|&at| is_place(&all, at))?;
    let start = all.get(at)?.range.start;
    let mut end = all.get(at)?.range.end;
    for word in all.get(at + 1..)?.iter().take(LONGEST_PLACE - 1) {
        let gap = text.get(end..word.range.start)?;
        if !gap.trim_matches(['(', '«', '"', ' ']).is_empty() || ends_place(word) {
            break;
        }
        end = word.range.end;
    }
    let place = text.get(start..end)?;
    let close = text.get(end..).and_then(|rest| rest.chars().next()).filter(|c| matches!(c, ')' | '»' | '"'));
    let place = format!("{place}{}", close.map(String::from).unwrap_or_default());
    let balanced = |open, close| place.matches(open).count() == place.matches(close).count();
    (balanced('(', ')') && balanced('«', '»') && place.split(' ').count() > 1).then_some(place)
}

/// True if a place's noun stands there, behind `في` or `على`.
fn is_place(all: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| all.get(at)).map_or("", |word| word.folded.as_str());
    let Some(word) = all.get(at) else { return false };
    let bare = word.folded.strip_prefix("ال").unwrap_or(&word.folded);
    matches!(before, "في" | "داخل") && PLACES.contains(&bare)
}

fn ends_place(word: &Word) -> bool {
    let folded = word.folded.as_str();
    let joined = folded.starts_with('و') && folded.chars().count() > 3;
    PLACE_ENDS.contains(&folded) || folded == "في" || folded == "علي" || joined
}
