//! Days that may be a slip: of an event after the day of its report, and in the name of a file.

use std::path::Path;

use crate::arabic::CivilDate;
use crate::arabic::fold::words;
use crate::report::head::Head;
use crate::report::model::{Block, Event, EventDays, Report};
use crate::report::parts::event::DayPlace;
use crate::report::slug::date_of;
use crate::words::ValueProblem;

use super::checker::Checker;

/// Beginnings of folded words that only an invitation or an announcement has: it calls, or says
/// what will be.
const AHEAD: [&str; 45] = [
    "دعوه",
    "الدعوه",
    "ندعو",
    "تدعو",
    "يدعو",
    "دعوتكم",
    "ادعوكم",
    "يسرنا",
    "يسر",
    "تسر",
    "يتشرف",
    "تتشرف",
    "نتشرف",
    "حضوركم",
    "بحضوركم",
    "مشاركتكم",
    "للتسجيل",
    "التسجيل",
    "اعلان",
    "تعلن",
    "يعلن",
    "المزمع",
    "المرتقب",
    "المقبل",
    "القادم",
    "قريبا",
    "ترقبوا",
    "سيقام",
    "ستقام",
    "سيعقد",
    "ستعقد",
    "سنعقد",
    "سينطلق",
    "ستنطلق",
    "سيفتتح",
    "ستفتتح",
    "سيبدا",
    "ستبدا",
    "سينظم",
    "ستنظم",
    "سيكون",
    "ستكون",
    "سيجري",
    "ستجري",
    "سيشهد",
];
/// Words of the same kind in English and Kurdish.
const AHEAD_ELSEWHERE: [&str; 6] = ["invit", "will", "announce", "upcoming", "بانگهيشت", "ياگادار"];
/// Farther ahead nobody invites: the year is a slip.
const FARTHEST_YEARS: i32 = 1;

/// Warns of an event that begins after the day on which it is reported, unless the report invites
/// to it.
pub(crate) fn check_event(report: &Report, day: Option<DayPlace>, checker: &mut Checker<'_>) {
    let issued = report.head.date.value;
    let Some(EventDays::Day(first) | EventDays::Range { start: first, .. }) =
        report.event.as_ref().and_then(|event| event.days)
    else {
        return;
    };
    let far = (first.year, first.month, first.day) > (issued.year + FARTHEST_YEARS, issued.month, issued.day);
    if first > issued
        && (far || !invites(report))
        && let Some(DayPlace { span, path }) = day
    {
        let problem = ValueProblem::EventLater { event: first.iso(), issued: issued.iso() };
        checker.warn(span, &path, problem, None);
    }
}

fn invites(report: &Report) -> bool {
    let body = report.body.iter().filter_map(|block| match block {
        Block::Paragraph(text) | Block::Heading { content: text, .. } => Some(text),
        _ => None,
    });
    let flyer = report.flyer.headline.iter().chain(&report.flyer.summary).chain(&report.social.headline);
    let texts = std::iter::once(&report.title).chain(&report.slogan).chain(&report.preamble).chain(body).chain(flyer);
    texts.map(|text| text.value.plain()).any(|text| {
        words(&text).iter().any(|word| {
            let bare = word.folded.strip_prefix('و').unwrap_or(&word.folded);
            AHEAD.iter().chain(&AHEAD_ELSEWHERE).any(|start| bare.starts_with(start))
        })
    })
}

/// Warns of a file whose name has another date than what it holds.
pub(crate) fn check_file_name(file: &Path, head: &Head, event: Option<&Event>, checker: &mut Checker<'_>) {
    let Some(named) = date_of(file) else { return };
    let issued = head.date.value;
    let of_event = |day: CivilDate| match event.and_then(|event| event.days) {
        Some(EventDays::Day(own)) => own == day,
        Some(EventDays::Range { start, end }) => (start..=end).contains(&day),
        None => false,
    };
    let day = CivilDate::parse(named);
    if day != Some(issued) && !day.is_some_and(of_event) {
        let problem = ValueProblem::FileNameDate { named: named.to_owned(), issued: issued.iso() };
        checker.warn(head.date.place.span.clone(), &head.date.field, problem, None);
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::report::{Checks, parse_report};

    fn codes(file: &str, event: &str, text: &str) -> Vec<&'static str> {
        let report = format!(
            "schema = 1\nstatus = \"draft\"\ndate = 2026-11-20\ntitle = \"ورشة\"\n[event]\n{event}\n[[body]]\n\
             paragraph = \"{text}\"\n"
        );
        let (parsed, found) = parse_report(Path::new(file), &report, &Checks::default());
        assert!(parsed.is_some(), "{found:?}");
        found.iter().map(|one| &*one.code().to_owned().leak()).collect()
    }

    #[test]
    fn an_event_after_its_report_is_told_but_for_invitations() {
        let file = "content/2026-11-20-a.toml";
        for text in [
            "يدعو المكتب أهالي البصرة إلى الحضور",
            "ستقام الورشة في القاعة",
            "دعوة عامة",
            "سيُعقد المؤتمر يوم الأحد",
            "يسرنا حضوركم",
            "وتدعو المديرية الجميع",
            "The workshop will be held in Basra",
        ] {
            assert_eq!(codes(file, "date = 2026-12-01", text), [""; 0], "{text}");
            assert_eq!(codes(file, "date = 2062-12-01", text), ["event-later"], "{text}");
        }
        for text in ["زار الوفد المدرسة", "نُظمت الورشة أمس"] {
            assert_eq!(codes(file, "date = 2026-12-01", text), ["event-later"], "{text}");
            assert_eq!(codes(file, "start = 2026-12-01\nend = 2026-12-02", text), ["event-later"], "{text}");
            assert_eq!(codes(file, "date = 2026-11-20", text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_date_in_a_name_is_that_of_the_report_or_the_event() {
        for (file, told) in [
            ("content/2026-11-20-a.toml", false),
            ("content/2026-11-18-a.toml", false),
            ("content/2026-11-19-a.toml", true),
            ("content/2025-11-20-a.toml", true),
            ("content/2026-13-20-a.toml", true),
            ("content/a.toml", false),
        ] {
            let wanted: &[&str] = if told { &["file-name-date"] } else { &[] };
            assert_eq!(codes(file, "date = 2026-11-18", "زار الوفد"), wanted, "{file}");
        }
    }
}
