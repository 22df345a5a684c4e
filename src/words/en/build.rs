//! Pages that cannot be made, in English.

use super::super::forms::plural;
use super::super::{BuildProblem as P, Words};
use super::near_and_list;

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::NoGlyph { character, font } => Words::new(
            format!("the font `{font}` has no shape for `{character}` (U+{:04X})", u32::from(*character)),
            "write another character, or delete it; emoji and rare signs are not in the fonts",
        ),
        P::UnknownFont { family, near, known } => {
            Words::new(format!("there is no font `{family}`"), near_and_list(near.as_deref(), "the fonts are", known))
        }
        P::UnknownTemplate { name, near, known } => Words::new(
            format!("there is no template `{name}`"),
            near_and_list(near.as_deref(), "the templates are", known),
        ),
        P::Template { text, hints } => Words::new(
            format!("the template stopped: {text}"),
            passed_on(hints, "correct the template, or take the built-in one by renaming its folder in `templates`"),
        ),
        P::Typst { text, hints } => Words::new(
            format!("the template gives a warning: {text}"),
            passed_on(hints, "the page is made; look at it before it goes out"),
        ),
        P::FlyerTooLong { field, words } => Words::new(
            format!("`{field}` does not fit on the flyer"),
            format!("take out about {}, or write a shorter one under `[flyer]`", plural(*words, "word")),
        ),
        P::LooseLine { page, words, space } => Words::new(
            format!("the line on page {page} that begins with `{words}` has spaces of {space} em"),
            "its words are too long to share the line well; word the sentence otherwise, or leave it so",
        ),
        P::Embargo { until } => {
            Words::new(format!("the report must not go out before {until}"), "wait until then, or change `not_before`")
        }
        P::ReportWithErrors { report } => Words::new(
            format!("the report `{report}` has errors"),
            format!("correct them, `nashra check {report}` tells them, or take the article out"),
        ),
        P::DraftInIssue { report } => Words::new(
            format!("the report `{report}` is still a draft, and the issue is approved"),
            "write `status = \"approved\"` in the report when it is signed off, or `status = \"draft\"` in the issue",
        ),
        P::EmbargoInIssue { report, until } => Words::new(
            format!("the report `{report}` must not go out before {until}"),
            "wait until then, or take the article out of this issue",
        ),
        P::DuplicateNumber { number, other } => Words::new(
            format!("`{other}` has the number `{number}` too"),
            "give one of the two reports its right `number`",
        ),
        P::Crash => Words::new(
            "nashra itself failed on this report",
            "the other reports are not affected; keep this file and send it to those who look after nashra",
        ),
        P::Clock { variable, text } => {
            Words::new(format!("`{text}` in `{variable}` is no moment"), "write it as 2026-11-20T10:00:00+03:00")
        }
        P::SameOutput { output, other } => Words::new(
            format!("`{other}` would write `{output}` too"),
            "give one of the two reports another `slug` or `date`",
        ),
    }
}

fn passed_on(hints: &[String], otherwise: &str) -> String {
    if hints.is_empty() { otherwise.to_owned() } else { hints.join("; ") }
}
