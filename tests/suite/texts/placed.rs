//! Where words stand: on the page, at the right edge, not over others, not drawn apart.

use super::{built, in_language, lines, newsletter, rows, text_of, workspace};
use crate::words::{page_texts, pieces};

#[test]
fn headlines_of_latin_and_of_one_long_word_stay_on_the_page() {
    built("arab", text!("flyer-latin-line"), "flyer");
    for (report, edition, width) in [(text!("hashtag"), "bulletin", 595.3), (text!("ragged-left"), "bulletin", 595.3)] {
        let pdf = built("arab", report, edition);
        for piece in pieces(&pdf).into_iter().flatten() {
            let Some(ink) = piece.ink else { continue };
            assert!(
                ink.x0 > 14.0 && ink.x1 < width - 14.0,
                "{edition}: {} at {:.1}..{:.1}",
                piece.text,
                ink.x0,
                ink.x1
            );
        }
    }
}

/// True if all that is drawn of a file's words stands on its pages, clear of their edges.
#[track_caller]
fn on_the_pages(pdf: &[u8], width: f64) {
    for piece in pieces(pdf).into_iter().flatten() {
        let Some(ink) = piece.ink.filter(|ink| ink.width() > 0.0) else { continue };
        assert!(ink.x0 > 14.0 && ink.x1 < width - 14.0, "{} at {:.1}..{:.1}", piece.text, ink.x0, ink.x1);
    }
}

/// Words that no line holds, in a report of a paragraph, a list, a quotation, a table and a heading.
fn with_long_word(word: &str) -> String {
    format!(
        "schema = 1\nstatus = \"approved\"\nnumber = \"1\"\ndate = 2026-11-20\ntitle = \"وسم {word} اليوم\"\n\
         [[body]]\nparagraph = \"نص في الأول {word} ثم نص بعده.\"\n[[body]]\nlist = [\"بند {word} هنا\", \"بند\"]\n\
         [[body]]\nquote = \"قال {word} نعم\"\nspeaker = \"السيد\"\n\
         [[body]]\ntable = {{ columns = [\"أول\", \"ثان\", \"ثالث\"], rows = [[\"{word}\", \"نص\", \"12\"], [\"نص\", \"{word}\", \"3\"]] }}\n\
         [[body]]\nheading = \"عنوان {word}\"\n[[body]]\nparagraph = \"نص.\"\n"
    )
}

#[test]
fn words_that_no_line_holds_are_parted() {
    on_the_pages(
        &built("arab", &text!("long-words").replace("draft\"", "approved\"\nnumber = \"1\""), "bulletin"),
        595.3,
    );
    for word in [
        "#البصرة_تجمعنا_على_المحبة_والسلام_والعمل_والبناء_والإعمار_في_كل_الأقضية_والنواحي",
        &"A".repeat(120),
        &"e3b0c44298fc1c149afbf4c8996fb924".repeat(4),
        &"1234567890".repeat(10),
        "https://ar.example.org/%D8%A7%D9%84%D8%A8%D8%B5%D8%B1%D8%A9/news?utm_source=whatsapp&utm_medium=social&id=123456789",
        "basra.governorate.media.office.news.department@media-and-communication.basra.gov.iq",
        &"_".repeat(150),
    ] {
        let report = with_long_word(word);
        for (edition, pdf) in
            [("bulletin", built("arab", &report, "bulletin")), ("newsletter", newsletter("arab", &report))]
        {
            on_the_pages(&pdf, 595.3);
            let text = page_texts(&pdf).concat();
            assert!(!text.contains(['\u{200B}', '\u{AD}']), "{edition}: {text}");
        }
    }
    // A5
    on_the_pages(&built("arab", &text!("hashtag").replace("draft\"", "approved\"\nnumber = \"1\""), "flyer"), 419.5);
}

#[test]
fn words_that_run_off_the_paper_or_over_others_are_told() {
    let word = "والمستشفياتوالمدارسوالجامعات".repeat(5);
    let workspace = workspace("arab", &with_long_word(&word));
    let built = workspace.run("build -e bulletin --format short");
    built.code(0).says("content/a.toml:").says("[words-off-page]").says("[words-on-others]");
    let told = built.stderr.matches("[words-off-page]").count();
    assert!(told <= 6, "{}", built.stderr);
    let workspace = super::workspace("arab", &with_long_word("كلمة"));
    let built = workspace.run("build -e bulletin,flyer --format short");
    built.code(0);
    assert!(!built.stderr.contains("[words-"), "{}", built.stderr);
}

/// The left and right edges of the ink of the first line that has a word.
#[track_caller]
fn edges(pdf: &[u8], word: &str) -> (f64, f64) {
    let rows = rows(pdf);
    let row = rows.iter().map(|(_, row)| row).find(|row| text_of(row).contains(word));
    let row = row.unwrap_or_else(|| panic!("{word} is not there: {:#?}", lines(pdf)));
    let inks: Vec<_> = row.iter().filter_map(|piece| piece.ink).filter(|ink| ink.width() > 0.0).collect();
    (inks.iter().fold(f64::MAX, |x, ink| x.min(ink.x0)), inks.iter().fold(0.0, |x, ink| ink.x1.max(x)))
}

/// In a narrow column a number may stand alone on its line, where only its own spaces could be widened.
#[test]
fn a_telephone_number_alone_on_its_line_is_not_stretched() {
    let numbers: Vec<String> = (0..6).map(|n| format!("(+964 770 123 456{n})")).collect();
    let report = in_language("ar", &format!("title = \"نص\"\n[[body]]\nparagraph = \"{}.\"\n", numbers.join("، ")));
    let pdf = newsletter("arab", &report);
    let widths: Vec<(f64, f64)> = rows(&pdf)
        .iter()
        .filter(|(_, row)| text_of(row).contains("770"))
        .map(|(_, row)| {
            let inks: Vec<_> =
                row.iter().filter(|piece| piece.text.trim() != "").filter_map(|piece| piece.ink).collect();
            let left = inks.iter().fold(f64::MAX, |x, ink| x.min(ink.x0));
            (left, inks.iter().fold(0.0, |x: f64, ink| x.max(ink.x1)))
        })
        .collect();
    assert!(widths.len() >= 2, "{widths:?}: {:#?}", lines(&pdf));
    let alone: Vec<f64> = widths.iter().map(|(left, right)| right - left).filter(|width| *width < 175.0).collect();
    let (least, most) = (alone.iter().fold(f64::MAX, |a, b| a.min(*b)), alone.iter().fold(0.0, |a: f64, b| a.max(*b)));
    assert!(most - least < 8.0, "{widths:?}");
}

#[test]
fn headlines_of_latin_begin_at_the_left() {
    let report = in_language("en", "title = \"Clean water for all\"\n[[body]]\nparagraph = \"Books and pens.\"\n");
    for (pdf, width) in [
        (built("arab", &report, "flyer"), 419.5),
        (built("arab", &report, "bulletin"), 595.3),
        (newsletter("arab", &report), 595.3),
    ] {
        let (left, _) = edges(&pdf, "Clean");
        assert!(left < width * 0.16, "the headline begins at {left:.1} of {width}");
    }
    let flyer = built("arab", &report.replace("Clean water for all", "Clean"), "flyer");
    let (left, right) = edges(&flyer, "Clean");
    assert!(left < 40.0 && right < 400.0, "{left:.1}..{right:.1}");
}

/// All lines of a paragraph but the last reach from edge to edge.
#[test]
fn justified_lines_are_full() {
    let pdf = built("arab", text!("ragged-left"), "bulletin");
    let mut rows: Vec<(f64, f64, f64)> = Vec::new();
    for piece in pieces(&pdf).into_iter().flatten() {
        let Some(ink) = piece.ink.filter(|ink| (200.0..640.0).contains(&piece.y) && ink.width() > 0.0) else {
            continue;
        };
        match rows.iter_mut().find(|row| (row.0 - piece.y).abs() < 4.0) {
            Some(row) => (row.1, row.2) = (row.1.min(ink.x0), row.2.max(ink.x1)),
            None => rows.push((piece.y, ink.x0, ink.x1)),
        }
    }
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    // Five lines, of which the last of each of the two paragraphs is short; the end mark below them
    // is no line.
    let full = rows.iter().filter(|row| row.1 < 110.0).count();
    assert!(rows.len() >= 5 && full >= 3, "{rows:?}");
}
