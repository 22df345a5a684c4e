//! Lines around a text that belong to the page: the letterhead, a date or number alone.

use super::draft::Draft;
use super::piece::Piece;
use super::{ImportSurroundings, LeftOut};
use crate::arabic::fold;
use crate::arabic::lint::days;
use crate::words::LeftOutReason;

/// Lines of every letterhead.
const LINES: [&str; 3] = ["بسم الله الرحمن الرحيم", "بسمه تعالى", "جمهورية العراق"];
/// How many lines from the start, and from the end, may belong to it.
const NEAR_START: usize = 8;
const NEAR_END: usize = 4;

/// The pieces without such lines.
pub(super) fn without(pieces: Vec<Piece>, draft: &mut Draft, surroundings: &ImportSurroundings) -> Vec<Piece> {
    let known: Vec<String> =
        LINES.iter().copied().chain(surroundings.letterhead.iter().map(String::as_str)).map(fold).collect();
    let full: Vec<usize> =
        pieces.iter().enumerate().filter(|(_, piece)| **piece != Piece::Gap).map(|(at, _)| at).collect();
    let mut out: Vec<usize> = Vec::new();
    let start = full.iter().take(NEAR_START).copied();
    let end = full.iter().rev().take(NEAR_END).copied();
    for at in start.chain(end) {
        let text = pieces.get(at).and_then(Piece::paragraph).map(|prose| prose.text().to_owned());
        let reason = text.as_deref().and_then(|text| reason(text, &known, draft, surroundings));
        if let (Some(text), Some(reason), false) = (text, reason, out.contains(&at) || out.len() + 1 >= full.len()) {
            out.push(at);
            draft.left_out.push(LeftOut { text, reason });
        }
    }
    let kept = pieces.into_iter().enumerate().filter(|(at, _)| !out.contains(at));
    kept.map(|(_, piece)| piece).collect()
}

/// Why a line isn't of the text, if it isn't.
fn reason(text: &str, known: &[String], draft: &mut Draft, surroundings: &ImportSurroundings) -> Option<LeftOutReason> {
    if text.chars().count() > 100 {
        return None;
    }
    let folded = fold(text);
    if known.contains(&folded) && !folded.is_empty() {
        return Some(LeftOutReason::Letterhead);
    }
    let (label, value) = text.split_once([':', '/']).unwrap_or(("", text));
    let label = fold(label);
    match label.as_str() {
        "العدد" | "ذي العدد" | "الرقم" => {
            let is_short = value.chars().count() <= 24 && !value.trim().is_empty();
            is_short.then_some(LeftOutReason::Letterhead)
        }
        "التاريخ" | "تاريخ الاصدار" | "تاريخ" => issued(value, draft, surroundings),
        _ => issued(text, draft, surroundings),
    }
}

/// The day that is all there is on a line becomes the day of issue.
fn issued(text: &str, draft: &mut Draft, surroundings: &ImportSurroundings) -> Option<LeftOutReason> {
    let [(range, day)] = days(text).try_into().ok()?;
    let around = format!("{} {}", text.get(..range.start)?, text.get(range.end..)?);
    let beside = ["م", "يوم", "الموافق"];
    let is_day = |word: &str| {
        crate::arabic::dates::Weekday::all().any(|one| fold(crate::arabic::dates::weekday_name(one)) == word)
    };
    let alone = fold(&around).split(' ').all(|word| word.is_empty() || beside.contains(&word) || is_day(word));
    let fits = surroundings.date.is_none_or(|date| date == day) && draft.date.is_none_or(|date| date == day);
    if !alone || !fits {
        return None;
    }
    draft.date = Some(day);
    Some(LeftOutReason::IssueDate)
}
