//! Pages that cannot be made, in English.

use super::super::forms::{self, OWN_FILE, argument, plural};
use super::super::{BuildProblem as P, StopReason, Words};
use super::near::near_and_list;

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::Stopped { reason, own } => stopped(reason, own),
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
        P::NotPrinted { template } => Words::new(
            format!("the template `{template}` prints nothing of this"),
            format!("add it to `templates/{template}`, or take the built-in template, so that nothing signed is lost"),
        ),
        P::FlyerPages { template, pages } => Words::new(
            format!("a flyer is one page, and the template `{template}` made {pages}"),
            "make margins or type smaller in the template, or shorten the text under `[flyer]`",
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
        P::SocialTooLong { field, words } => Words::new(
            format!("`{field}` does not fit in a picture to post"),
            format!("take out about {}, or write a shorter one under `[social]`", plural(*words, "word")),
        ),
        P::PictureTooLarge { size, limit } => Words::new(
            format!("the picture of {size} takes more than {limit} KB, or its photo would be spoilt"),
            "choose a photo with less fine detail under `[social]`, or none: `photos = []`",
        ),
        P::PictureShape { template, size, pages, found } => Words::new(
            format!("the template `{template}` made {} of {found} pixels, not 1 of {size}", plural(*pages, "page")),
            "set the page's width and height in points as `document.size` has them",
        ),
        P::LooseLine { page, words, space } => Words::new(
            format!("the line on page {page} that begins with `{words}` has spaces of {space} em"),
            "its words are too long to share the line well; word the sentence otherwise, or leave it so",
        ),
        P::WordsOffPage { page, words } => Words::new(
            format!("`{words}` runs off the paper on page {page}"),
            "no line holds a word so long: put spaces between its words, or shorten it",
        ),
        P::WordsOnOthers { page, words } => Words::new(
            format!("`{words}` runs over other words on page {page}"),
            "no line holds a word so long: put spaces between its words, or shorten it",
        ),
        P::CoarsePicture { alt, page, dpi, wanted } => Words::new(
            format!("the picture “{alt}” on page {page} has {dpi} dots an inch, the press needs {wanted}"),
            "take a larger picture, show it smaller, or ask the printing house",
        ),
        P::NearEdge { words, page, distance, wanted } => Words::new(
            format!("the text `{words}` on page {page} is {distance} mm from the cut"),
            format!("move it to {wanted} mm from the edge at least, in the template: the cutter may take it off"),
        ),
        P::ScreenColours { pictures } => Words::new(
            format!("pictures in the colours of the screen (RGB): {}", pictures_en(pictures)),
            "tell the printing house to convert them to its inks, or leave them when it does so anyway",
        ),
        P::LoneHeading { words, page } => Words::new(
            format!("the heading `{words}` ends page {page}, with nothing after it"),
            "add a line before it or take one out, so that it stays with what it heads",
        ),
        P::BlankPages { pages, blank } => Words::new(
            format!(
                "{pages} pages are no multiple of 4: in the booklet {} blank",
                if *blank == 1 { "1 page stays".to_owned() } else { format!("{blank} pages stay") }
            ),
            "they stand before the back cover; write more or less when you don't want them",
        ),
        P::ArrangedRecord => Words::new(
            "pages of the file for the record (`--profile archive`) are not arranged on sheets",
            "write `--profile office` for the office printer, or `--profile press` for the printing house",
        ),
        P::NothingArranged => Words::new(
            "there is no arrangement of pages on sheets to show",
            "add for example `--impose booklet`, or write `impose = \"booklet\"` under `[editions.bulletin]` in `nashra.toml`",
        ),
        P::CoarsePhoto { path, page, dpi, width, height } => Words::new(
            format!("the photo `{path}` has only {dpi} pixels an inch on page {page} and will look coarse"),
            format!(
                "take the picture as the camera saved it, not one sent by WhatsApp: here it needs {width} by {height} pixels at least; or show it smaller"
            ),
        ),
        P::CutPhoto { path, page, percent } => Words::new(
            format!("{percent} percent of the photo `{path}` are cut off on page {page}"),
            "look whether a head or the end of a group is missing; say what must stay with `focus`, for example `focus = \"top\"`, or take a photo of another shape",
        ),
        P::OldFiles { folder, names } => Words::new(
            format!(
                "in `{folder}` {} the report as it was before: {}",
                if names.len() == 1 { "this file still shows" } else { "these files still show" },
                forms::names(names, ", ")
            ),
            "make anew what is still needed and delete the rest, so that nobody prints or sends it",
        ),
        P::LeftBehind { folder, names } => Words::new(
            format!("this report is gone, and its files are still in `{folder}`: {}", forms::names(names, ", ")),
            "delete them, or put the report back; `nashra rename` and `nashra remove` do both at once",
        ),
        P::Embargo { until } => {
            Words::new(format!("the report must not go out before {until}"), "wait until then, or change `not_before`")
        }
        P::ReportWithErrors { report } => Words::new(
            format!("the report `{report}` has errors"),
            format!("correct them, `nashra check {}` tells them, or take the article out", argument(report)),
        ),
        P::IssueAsReport { file } => Words::new(
            format!("`{file}` is an issue of the newsletter and no report"),
            "name a report's file here: an issue is made of reports alone",
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
        P::Withdrawn { day, reason } => Words::new(
            format!("this was withdrawn on {day}, so no page is made of it: {reason}"),
            "to see its pages all the same, marked as withdrawn, add --withdrawn",
        ),
        P::WithdrawnInIssue { report, day } => Words::new(
            format!("the report `{report}` was withdrawn on {day}"),
            "take the article out of the issue; to see its pages all the same add --withdrawn to `nashra build`",
        ),
        P::WithdrawnFiles { folder, names } => Words::new(
            format!("files of what was withdrawn are still in `{folder}`: {}", forms::names(names, ", ")),
            "delete them, so that nobody prints or sends them",
        ),
        P::OtherText { id, file } => Words::new(
            format!("`{id}` was published with another text: this page is not in the archive, and its code is unknown"),
            format!(
                "to publish the new text: nashra archive correct {OWN_FILE} --reason \"…\"; what was published is `{file}`"
            ),
        ),
        P::OtherLooks { id, file } => Words::new(
            format!(
                "`{id}` was published with this text but looked otherwise: settings, templates, fonts or nashra have changed since"
            ),
            format!("this page is not in the archive, and its code is unknown; print what was published: `{file}`"),
        ),
        P::DraftPublished => Words::new(
            "this is still a draft, and only what was signed goes into the archive",
            format!(
                "once it is signed run: nashra approve {OWN_FILE}; was it archived before, write `status = \"approved\"` again"
            ),
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

fn pictures_en(pictures: &[(String, usize)]) -> String {
    let all: Vec<String> = pictures.iter().map(|(alt, page)| format!("“{alt}” (page {page})")).collect();
    all.join(", ")
}

/// A document that was stopped while it was made.
fn stopped(reason: &StopReason, own: &[String]) -> Words {
    let said = match reason {
        StopReason::Time { seconds } => {
            format!(
                "its pages were not finished within {}, and were given up",
                forms::plural(*seconds as usize, "second")
            )
        }
        StopReason::Memory { megabytes } => {
            format!("its pages needed more than {megabytes} MB of memory, and were given up")
        }
        StopReason::Died => "the part of the program that made its pages broke down".to_owned(),
        StopReason::NotStarted(reason) => {
            let advice = "free some memory and run nashra again; if it goes on, restart the computer";
            return Words::new(format!("the part of the program that makes its pages did not start: {reason}"), advice);
        }
    };
    let hint = match own {
        [] => "make the report shorter, or split it into several".to_owned(),
        own => format!("look for what never ends in the office's own templates: {}", forms::names(own, ", ")),
    };
    Words::new(said, hint)
}
