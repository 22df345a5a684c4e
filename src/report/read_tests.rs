use std::path::Path;

use crate::arabic::Rule;
use crate::diag::Severity;
use crate::report::Status;
use crate::report::model::{Block, EventDays, PhotoSize};
use crate::words::{Message, ValueProblem};

use super::*;

const FULL: &str = include_str!("full_report.toml");

fn parse(text: &str) -> (Option<Report>, Vec<Diagnostic>) {
    parse_report(Path::new("content/2026-11-20-basra-child-friendly.toml"), text, &Checks::default())
}

fn plain(text: &crate::report::Text) -> String {
    text.plain()
}

#[test]
fn a_full_report_is_read_without_a_word() {
    let (report, diagnostics) = parse(FULL);
    assert_eq!(diagnostics, Vec::new());
    let Some(report) = report else { panic!("no report") };
    assert_eq!(report.head.slug.value, "basra-child-friendly");
    assert_eq!(report.head.number.as_ref().map(|number| number.value.as_str()), Some("٤١٧/٢٠٢٦"));
    assert_eq!(report.head.date.value.iso(), "2026-11-20");
    assert_eq!(report.head.status, Status::Approved);
    assert_eq!(report.head.not_before.as_ref().map(|moment| moment.value.unix), Some(1_795_158_000));
    assert_eq!(report.preamble.len(), 2);
    assert_eq!(plain(&report.preamble[1].value), "فقرة ثانية من سطرين.");
    assert_eq!(report.tags.len(), 2);
    assert_eq!(plain(&report.copies[1].value), "قسم الموارد البشرية");
    assert_eq!(report.attachments.len(), 1);
    assert_eq!(report.links[0].url.value, "https://example.iq/a?b=1&c=2");
    let event = report.event.as_ref().map(|event| (event.days, event.organisers.len()));
    assert!(matches!(event, Some((Some(EventDays::Range { .. }), 1))));
    assert_eq!(report.pictures().count(), 4);
    assert_eq!(report.flyer_pictures().len(), 1);
    assert_eq!(plain(&report.flyer_headline().0.value), "البصرة صديقة للطفل");
    assert_eq!(report.flyer_warnings(), Vec::new());
    assert_eq!(plain(&report.social_headline().value), "البصرة للطفل");
    assert_eq!(report.social_picture().unwrap().file.value, "assets/a.jpg");
    assert!(report.social_error().is_none());
}

#[test]
fn every_kind_of_block_is_read() {
    let body = parse(FULL).0.map(|report| report.body).unwrap_or_default();
    let kinds: Vec<&str> = body
        .iter()
        .map(|block| match block {
            Block::Paragraph(_) => "paragraph",
            Block::Heading { level: 1, .. } => "heading 1",
            Block::Heading { .. } => "heading 2",
            Block::Quote(_) => "quote",
            Block::List(_) => "list",
            Block::Table(_) => "table",
            Block::Photo { size: PhotoSize::Half, .. } => "half photo",
            Block::Photo { .. } => "photo",
            Block::Gallery { .. } => "gallery",
        })
        .collect();
    assert_eq!(
        kinds,
        ["paragraph", "paragraph", "heading 1", "quote", "heading 2", "list", "table", "half photo", "gallery"]
    );
    let Some(Block::Quote(quote)) = body.get(3) else { panic!("no quote") };
    assert_eq!(plain(&quote.content.value), "وصلت البصرة إلى مرحلة متقدمة");
    let Some(Block::List(list)) = body.get(5) else { panic!("no list") };
    assert_eq!(list.items[1].items.len(), 2);
    let Some(Block::Table(table)) = body.get(6) else { panic!("no table") };
    assert_eq!(table.numeric, [false, true, true]);
    assert_eq!(plain(&table.rows[1][1].value), "1200");
}

#[test]
fn places_point_to_the_value() {
    let Some(report) = parse(FULL).0 else { panic!("no report") };
    let at = |place: &crate::diag::Place| &FULL[place.span.clone()];
    assert_eq!(at(&report.title.place), "\"ورشة عمل عن **المدن** الصديقة للطفل\"");
    assert_eq!(at(&report.photos[0].file.place), "\"assets/opening.jpg\"");
    assert_eq!(report.photos[0].file.field, "photos[1].file");
    assert!(at(&report.preamble[1].place).starts_with("فقرة ثانية"));
}

#[test]
fn windows_files_give_the_same_report() {
    let windows = format!("\u{FEFF}{}", FULL.replace('\n', "\r\n"));
    let (report, diagnostics) = parse(&windows);
    assert_eq!(diagnostics, Vec::new());
    let texts = |report: Option<Report>| {
        let report = report.map(|report| (report.preamble, report.title));
        report.map(|(preamble, title)| {
            (preamble.iter().map(|text| plain(&text.value)).collect::<Vec<_>>(), plain(&title.value))
        })
    };
    assert_eq!(texts(report), texts(parse(FULL).0));
}

#[test]
fn typing_is_only_a_warning_and_can_be_mended_in_place() {
    let text = FULL.replace("\r", "").replace("فقرة ثانية\nمن سطرين.", "فقرة ثانية ، ثم\nمن سطرين .");
    let (report, diagnostics) = parse(&text);
    assert!(report.is_some());
    assert_eq!(diagnostics.len(), 2);
    let mut fixed = text.clone();
    for diagnostic in diagnostics.iter().rev() {
        assert_eq!(diagnostic.severity, Severity::Warning);
        let Some(edit) = &diagnostic.edit else { panic!("no edit") };
        fixed.replace_range(edit.span.clone(), &edit.text);
    }
    assert_eq!(fixed, text.replace("ثانية ، ثم", "ثانية، ثم").replace("سطرين .", "سطرين."));
}

#[test]
fn rules_can_be_switched_off() {
    let text = FULL.replace("فقرة ثانية\n", "فقرة ثانية ، ثم\n");
    let path = Path::new("content/a.toml");
    let rules = |off: &[Rule]| parse_report(path, &text, &Checks { off: off.to_vec(), ..Checks::default() }).1.len();
    assert_eq!((rules(&[]), rules(&[Rule::SpaceBeforeMark])), (1, 0));
}

#[test]
fn a_long_first_paragraph_leaves_the_flyer_without_summary() {
    let long = ["كلمة"; 61].join(" ");
    let text = format!(
        "schema = 1\ndate = 2026-11-20\nstatus = \"draft\"\ntitle = \"ورشة\"\n[[body]]\nparagraph = \"{long}\"\n"
    );
    let Some(report) = parse(&text).0 else { panic!("no report") };
    assert!(report.flyer_summary().is_none());
    let warnings: Vec<Message> = report.flyer_warnings().into_iter().map(|warning| warning.message).collect();
    let wanted = [ValueProblem::NoSummary { words: 61, limit: 60 }, ValueProblem::FlyerWithoutDate];
    assert_eq!(warnings, wanted.map(Message::Value));
}

#[test]
fn a_flyer_on_which_nothing_says_when_is_told() {
    let codes = |title: &str, more: &str| {
        let text = format!(
            "schema = 1\ndate = 2026-11-20\nstatus = \"draft\"\ntitle = \"{title}\"\n{more}\n[[body]]\nparagraph = \"نص\"\n"
        );
        let Some(report) = parse(&text).0 else { panic!("no report") };
        report.flyer_warnings().iter().map(|warning| warning.code().to_owned()).collect::<Vec<_>>()
    };
    for (title, more) in [
        ("ورشة", ""),
        ("ورشة في ٢٠ مدرسة", "[event]\nplace = \"البصرة\""),
        ("Workshop of the Mayor", ""),
        ("اجتماع لجنة الأحداث", ""),
    ] {
        assert_eq!(codes(title, more), ["flyer-without-date"], "{title}");
    }
    for (title, more) in [
        ("ورشة", "[event]\ndate = 2026-11-18"),
        ("ورشة", "[event]\ntime = \"كل يوم\""),
        ("ورشة", "[flyer]\nwhen = \"كل يوم\""),
        ("ورشة يوم الأحد", ""),
        ("ورشة في شهر آذار", ""),
        ("ورشة في نوفمبر", ""),
        ("ورشة 18/11/2026", ""),
        ("ورشة", "[flyer]\nsummary = \"تبدأ في كانون الأول\""),
        ("Workshop on 3 March", ""),
        ("وۆرک شۆپ لە شوباتی ٢٠٢٦", ""),
    ] {
        assert_eq!(codes(title, more), [""; 0], "{title} {more}");
    }
}

#[test]
fn dots_are_no_text_of_any_key() {
    let full = FULL.replace('\r', "");
    let mut tried = 0;
    for (at, _) in full.match_indices(" = \"") {
        let start = at + 3;
        if full[start..].starts_with("\"\"\"") {
            continue;
        }
        let Some(end) = full[start + 1..].find('"') else { continue };
        let text = format!("{}\"...\"{}", &full[..start], &full[start + 1 + end + 1..]);
        let (report, found) = parse(&text);
        assert!(report.is_none(), "{}", &full[full[..at].rfind('\n').unwrap_or(0)..start]);
        assert!(found.iter().any(|one| one.is_error()), "{found:?}");
        tried += 1;
    }
    assert!(tried > 20, "only {tried} texts");
}

#[test]
fn texts_of_the_sample_are_told_and_never_signed() {
    let sample = |status: &str| {
        format!(
            "schema = 1\ndate = 2026-11-20\nstatus = \"{status}\"\nnumber = \"1/2026\"\ntitle = \"عنوان التقرير\"\n\
             [event]\norganisers = [\"الجهة المنظمة\"]\n[[body]]\nquote = \"عنوان التقرير\"\nspeaker = \"اسم المتحدث\"\n"
        )
    };
    for (status, severity) in [("draft", Severity::Warning), ("approved", Severity::Error)] {
        let (report, found) = parse(&sample(status));
        assert_eq!(report.is_some(), severity == Severity::Warning);
        let fields: Vec<&str> = found.iter().map(|one| one.field.as_str()).collect();
        assert_eq!(fields, ["title", "event.organisers[1]", "body[1].speaker"], "{found:?}");
        assert!(found.iter().all(|one| one.code() == "sample-text" && one.severity == severity), "{found:?}");
    }
}

#[test]
fn the_seed_report_is_read_as_it_is() {
    let line = "قال:- «وصلت» ( البصرة ) # $x$ @y a_b_c 5*3*2 <b> &amp; \\n";
    let text = format!(
        "schema = 1\ndate = 2026-11-20\nstatus = \"draft\"\ntitle = \"ورشة\"\n[[body]]\nparagraph = '{line}'\n"
    );
    let Some(report) = parse(&text).0 else { panic!("no report") };
    let Some(Block::Paragraph(paragraph)) = report.body.first() else { panic!("no paragraph") };
    assert_eq!(plain(&paragraph.value), line);
}

#[test]
fn more_is_mended_than_is_told() {
    let head = "schema = 1\ndate = 2026-11-20\nstatus = \"draft\"\ntitle = \"ورشة\"\n[[body]]\nparagraph = ";
    let text = format!("{head}\"{}\"\n", "نص ، ".repeat(1000));
    let (new, places) = fix_report(Path::new("content/a.toml"), &text, &Checks::default());
    assert_eq!((new, places), (text.replace(" ،", "،"), 1000));
}
