//! Values that cannot stand, in English.

use super::super::forms::{names, plural};
use super::super::{PathFault, ValueProblem as P, Words};
use super::near::near_and_list;

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::DateAsText { key, found, meant } => date_as_text(key, found, meant.as_deref()),
        P::DateWithTime { key, date } => Words::new(
            format!("`{key}` is a day, but a time of day stands with it"),
            format!("write the day alone: `{key} = {date}`"),
        ),
        P::TimeOnly { key } => {
            Words::new(format!("`{key}` is a time of day without a date"), "write year, month and day: `2026-11-20`")
        }
        P::YearOutOfRange { year } => {
            Words::new(format!("the year {year} cannot be right"), "write a Gregorian year between 1900 and 2199")
        }
        P::NoOffset { key, meant } => Words::new(
            format!("`{key}` does not say in which time zone it is"),
            format!("add the offset from UTC, for Iraq: `{key} = {meant}`"),
        ),
        P::DayForMoment { key, meant } => Words::new(
            format!("`{key}` is a day without a time"),
            format!("add the time and the offset from UTC, for Iraq: `{key} = {meant}`"),
        ),
        P::DayAndRange => Words::new(
            "the event has both `date` and a range of days",
            "keep `date` for one day, or `start` and `end` for several",
        ),
        P::HalfRange { missing } => Words::new(
            format!("the event's range of days has no `{missing}`"),
            format!("add `{missing} = 2026-11-20`, or write `date` for one day"),
        ),
        P::BadMeasure { found, most } => Words::new(
            format!("the measure `{found}` cannot be"),
            format!("write a number from 0 to {most}, in millimetres"),
        ),
        P::EndBeforeStart { start, end } => {
            Words::new(format!("the event ends on {end}, before it starts on {start}"), "correct one of the two dates")
        }
        P::NumberRequired => Words::new(
            "an approved report must have a number",
            "add `number = \"...\"`, or write `status = \"draft\"` until it has one",
        ),
        P::BadSlug { found, near } => bad_slug(found, near.as_deref()),
        P::NoSlug { name } => Words::new(
            format!("the file name `{name}` cannot be used in the names of the finished files"),
            "add `slug = \"...\"` with lower-case Latin letters, digits and hyphens, such as `slug = \"basra-workshop\"`",
        ),
        P::BadUrl { found } => Words::new(
            format!("`{found}` is not a web address"),
            "write it in full, from `https://` on, without spaces",
        ),
        P::BadLink { url } => Words::new(
            format!("the link to `{url}` is printed as it stands, since it leads nowhere"),
            "begin its address with `https://`, `http://`, `mailto:` or `tel:`",
        ),
        P::EventLater { event, issued } => Words::new(
            format!("the event, on {event}, is after the day of the report, {issued}"),
            "correct one of the two dates; for a report that invites to an event to come, leave both",
        ),
        P::LinesMerged { lines } => Words::new(
            format!("{lines} lines are printed as one paragraph, run together"),
            "write points as a list: `[[body]]` and below it `list = [\"...\", \"...\"]`; or put a blank line between the lines",
        ),
        P::TooManyMarks { letter, limit, found } => Words::new(
            format!("the letter `{letter}` has {found} marks, at most {limit} are allowed"),
            "delete the marks that nobody can read; they often come along with a text that was copied",
        ),
        P::Unbroken { excerpt, limit, found } => Words::new(
            format!("{found} letters without a space, at most {limit} are allowed: `{excerpt}`"),
            "put spaces between the words, or delete what nobody can read",
        ),
        P::UnpairedStar { excerpt } => Words::new(
            format!("stars without a partner are printed as they stand: `{excerpt}`"),
            "put the same stars at the other end of the words to stress, or delete these",
        ),
        P::BadEmail { found } => {
            Words::new(format!("`{found}` is not an e-mail address"), "write it like `name@example.iq`")
        }
        P::BadPhone { found } => {
            Words::new(format!("`{found}` is not a telephone number"), "write it like `+964 000 000 0000`")
        }
        P::FileNameDate { named, issued } => Words::new(
            format!("the file's name has the date {named}, and the report {issued}"),
            format!("write `date = {named}` if that is right, or let the file's name begin with {issued}"),
        ),
        P::BadPath { path, fault, folder, near } => bad_path(path, *fault, *folder, near),
        P::BadColour { found } => {
            Words::new(format!("`{found}` is not a colour"), "write `#` and six digits from 0 to f, such as `#0b5563`")
        }
        P::PaleColour { colour, contrast, darker } => Words::new(
            format!(
                "the colour `{colour}` is too pale to be read on white: its contrast is {contrast}, at least 4.5 is needed"
            ),
            format!("use a darker one, such as `{darker}`"),
        ),
        P::BadTemplateName { found } => Words::new(
            format!("`{found}` cannot be the name of a template"),
            "write the name of a folder in `templates`: Latin letters, digits, `-` and `_`",
        ),
        P::NoCodeInUrl => Words::new(
            "the verification address has no place for the code",
            "put `{code}` where the code belongs: `https://example.iq/verify/{code}`",
        ),
        P::NoGregorian => Words::new(
            "the Gregorian calendar cannot be left out",
            "write `calendars = [\"gregorian\", \"hijri\"]` or `calendars = [\"gregorian\"]`",
        ),
        P::SameFolder { first, second } => Words::new(
            format!("the folders `{first}` and `{second}` lie in one another"),
            "give each a folder of its own",
        ),
        P::UnknownRule { found, near, known } => {
            Words::new(format!("there is no text rule `{found}`"), near_and_list(*near, "the rules are", known))
        }
        P::MarkInName { mark } => Words::new(
            format!("the name has `{mark}` in it"),
            "write the name's words with spaces between them, without brackets and marks",
        ),
        P::NameTwice { name, line } => {
            Words::new(format!("`{name}` stands on line {line} already"), "keep one of the two, and delete the other")
        }
        P::RightAndWrong { name, line } => Words::new(
            format!("`{name}` is called wrong here, but is a right form on line {line}"),
            "delete it here, or correct `form` on that line",
        ),
        P::SummaryTooLong { words, limit } => Words::new(
            format!("the flyer's summary has {words} words, at most {limit} fit"),
            format!("take out {}", plural(words.saturating_sub(*limit), "word")),
        ),
        P::NoSummary { words, limit } => Words::new(
            format!("the flyer has no summary: the report's first paragraph has {words} words, at most {limit} fit"),
            format!("write `summary` under `[flyer]` in at most {limit} words"),
        ),
        P::FlyerWithoutDate => Words::new(
            "nothing on the flyer says when: the event has no day, and headline and summary name none",
            "write `date` or `time` under `[event]`, or `when` under `[flyer]`",
        ),
        P::HeadlineTooLong { words, limit } => Words::new(
            format!("the headline has {words} words, a picture to post shows at most {limit}"),
            format!(
                "take out {}, or write a shorter `headline` under `[social]`",
                plural(words.saturating_sub(*limit), "word")
            ),
        ),
        P::NotAReportPhoto { file, near } => Words::new(
            format!("`{file}` is not a photo of this report"),
            match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "add the photo under `[[photos]]`, where its `alt` is written, or delete it here".to_owned(),
            },
        ),
        P::NoArticles => Words::new(
            "the issue has no articles",
            "add `[[articles]]`, and under it `report = \"content/...toml\"` and `place = \"cover\"`",
        ),
        P::NoCover => Words::new(
            "no article of the issue is on the cover",
            "write `place = \"cover\"` in the article that the first page shows",
        ),
        P::TwoCovers { other } => Words::new(
            format!("`{other}` is on the cover already"),
            "one article is on the cover; write `place = \"article\"` in the other one",
        ),
        P::SameReport { file, line } => Words::new(
            format!("the report `{file}` is in this issue already, on line {line}"),
            "delete one of the two articles",
        ),
        P::SamePhoto { file } => Words::new(format!("the photo `{file}` stands here twice"), "delete one of the two"),
    }
}

fn date_as_text(key: &str, found: &str, meant: Option<&str>) -> Words {
    Words::new(
        format!("`{key}` is a text, \"{found}\", and not a date"),
        match meant {
            Some(date) => format!("write it without quotes: `{key} = {date}`"),
            None => format!("write year, month and day without quotes: `{key} = 2026-11-20`"),
        },
    )
}

fn bad_slug(found: &str, near: Option<&str>) -> Words {
    Words::new(
        format!("the slug `{found}` may have lower-case Latin letters, digits and single hyphens only, at most 80"),
        match near {
            Some(near) => format!("write `slug = \"{near}\"`"),
            None => "write it like `slug = \"basra-workshop\"`".to_owned(),
        },
    )
}

fn bad_path(path: &str, fault: PathFault, folder: bool, near: &[String]) -> Words {
    let (why, hint) = match fault {
        PathFault::Absolute => (
            "starts at the root of the disk",
            "copy the file into the workspace and write its path there, such as `assets/a.jpg`",
        ),
        PathFault::Drive => (
            "starts with the letter of a drive",
            "copy the file into the workspace and write its path there, such as `assets/a.jpg`",
        ),
        PathFault::Parent => {
            ("leaves the workspace with `..`", "write the path from the workspace's folder on, such as `assets/a.jpg`")
        }
        PathFault::EmptyPart => ("has a part that is empty or `.`", "write it like `assets/a.jpg`"),
        PathFault::Backslash => ("has a backslash in it", "write `/` between folders, such as `assets/a.jpg`"),
        PathFault::Web => (
            "is an address on the web",
            "download the file into the workspace and write its path there, such as `assets/a.jpg`",
        ),
        PathFault::Control => ("has an invisible control character in it", "write the path again by hand"),
        PathFault::Folder => ("ends with a slash, as folders do", "add the name of the file"),
    };
    let hint = match near {
        _ if folder => "write the name of a folder inside the workspace, such as `out`".to_owned(),
        [] => hint.to_owned(),
        near => format!("write {} in its place: that is in the workspace", names(near, " or ")),
    };
    Words::new(format!("the path `{path}` {why}"), hint)
}
