//! Lines drawn out by kashida, looked at as frames and in the finished file.

use nashra::arabic::bidi::{hold, isolate};
use nashra::pages::{self, Finished};

use crate::lab::{Run, laid_out, lines, runs};
use crate::words::page_texts;
use crate::workspace::{ENGLISH, REPORT, Workspace};

/// Words that fill some lines, with marks, Latin and digits among them.
const PARAGRAPH: &str = "بتوجيه من السيد محافظ البصرة شاركت مديرية التربية في ورشة عمل أقامتها منظمة UNICEF في ٢٤ مدرسة من مدارس \
     المحافظة، ونُوقشت فيها نتائج المسح الميداني الذي شمل ١٢٠٠ أسرة، وعُرضت خطة السنة المقبلة على المجالس المحلية ثم \
     وُزعت استمارات على المشاركين وأُعلنت أسماء الفائزين بالجوائز التشجيعية في ختام الجلسة المسائية";

const PLAIN: &str = r#"
    #set page(width: 11cm, height: 16cm, margin: 1cm)
    #set text(font: "Amiri", size: 13pt, fallback: false)
    #set par(justify: true)
"#;

/// The pages of a source without kashida and with it.
fn both(source: &str) -> (Finished, Finished) {
    let document = laid_out(&format!("{PLAIN}{source}"));
    (pages::finish(&document, false), pages::finish(&document, true))
}

/// The widths of all spaces in em, in their order.
fn spaces(finished: &Finished) -> Vec<f64> {
    let mut found = Vec::new();
    for Run { item, .. } in runs(finished) {
        let space =
            |glyph: &&typst::text::Glyph| item.text.get(glyph.range()) == Some(" ") && glyph.x_advance.get() > 0.0;
        found.extend(item.glyphs.iter().filter(space).map(|glyph| glyph.x_advance.get()));
    }
    found
}

fn glyphs(finished: &Finished) -> Vec<u16> {
    runs(finished).iter().flat_map(|run| run.item.glyphs.iter().map(|glyph| glyph.id).collect::<Vec<_>>()).collect()
}

fn text(finished: &Finished) -> String {
    runs(finished).iter().map(|run| run.item.text.to_string()).collect()
}

fn stretched(finished: &Finished) -> usize {
    finished.looseness.iter().map(|page| page.stretched).sum()
}

#[test]
fn lines_keep_their_breaks_widths_and_words_and_spaces_get_narrower() {
    let (before, after) = both(PARAGRAPH);
    assert!(stretched(&after) >= 5, "{:?}", after.looseness);
    let (old, new) = (lines(&before), lines(&after));
    assert_eq!(old.len(), new.len());
    for (old, new) in old.iter().zip(&new) {
        for (old, new) in [(old.0, new.0), (old.1, new.1), (old.2, new.2)] {
            assert!((old - new).abs() < 0.01, "{old} became {new}");
        }
    }
    assert_eq!(text(&before), text(&after));
    assert!(!text(&after).contains('ـ'));
    let (old, new) = (spaces(&before), spaces(&after));
    assert_eq!(old.len(), new.len());
    assert!(old.iter().zip(&new).all(|(old, new)| *new <= old + 1e-6), "a space got wider");
    assert!(new.iter().sum::<f64>() < old.iter().sum::<f64>() * 0.95, "spaces are as wide as they were");
}

#[test]
fn spaces_of_a_number_that_is_held_together_stay_narrow() {
    let number = hold(&isolate("+964 770 123 4567")).into_owned();
    let text = PARAGRAPH.replace("٢٤ مدرسة من", &number).replace("١٢٠٠ أسرة", &number);
    let (before, after) = both(&text);
    let of_numbers = |finished: &Finished| -> Vec<f64> {
        let runs: Vec<Run> = runs(finished).into_iter().filter(|run| run.item.text.contains("770")).collect();
        // Those between two digits: the words beside the number stand in the same run.
        let spaces = |run: &Run| -> Vec<f64> {
            let said = |glyph: &typst::text::Glyph| run.item.text.get(glyph.range()).unwrap_or_default();
            let is_digit = |glyph| said(glyph).ends_with(|c: char| c.is_ascii_digit());
            let between = run.item.glyphs.windows(3).filter(|three| is_digit(&three[0]) && is_digit(&three[2]));
            between.filter(|three| said(&three[1]) == " ").map(|three| three[1].x_advance.get()).collect()
        };
        runs.iter().flat_map(spaces).collect()
    };
    let (old, new) = (of_numbers(&before), of_numbers(&after));
    assert!(old.len() == 6 && new.len() == 6, "{old:?} {new:?}");
    assert_eq!(old, new);
    // The first number stands apart on its line, with no space beside it that could take what it has too much.
    let natural = 0.292;
    assert!(new.iter().skip(3).all(|space| (space - natural).abs() < 1e-6), "{new:?}");
}

#[test]
fn the_widest_space_is_measured_as_it_was_and_as_it_is() {
    let (before, after) = both(PARAGRAPH);
    let widest = |finished: &Finished| spaces(finished).into_iter().fold(0.0, f64::max);
    let (off, on) = (&before.looseness[0], &after.looseness[0]);
    assert_eq!((off.stretched, off.widest_before), (0, off.widest_after));
    assert!((off.widest_after - widest(&before)).abs() < 1e-6);
    assert_eq!(on.widest_before, off.widest_before);
    assert!((on.widest_after - widest(&after)).abs() < 1e-6 && on.widest_after < on.widest_before);
    assert_eq!(on.lines, off.lines);
}

#[test]
fn what_must_not_be_drawn_out_is_left_alone() {
    let cases = [
        ("not justified", format!("#set par(justify: false)\n{PARAGRAPH}")),
        ("one line", "مدرسة البصرة الثانية".to_owned()),
        ("a heading", format!("#set par(justify: false)\n= {PARAGRAPH}")),
        ("a block that says so", format!("#block[{PARAGRAPH}] <nashra-no-kashida>")),
        ("a block in such a block", format!("#block[#block[{PARAGRAPH}]] <nashra-no-kashida>")),
        ("the Qur'an", format!("﴿{PARAGRAPH}﴾")),
        (
            "Latin",
            "The governorate announced that every classroom of the twenty schools was opened this week. ".repeat(3),
        ),
    ];
    for (what, source) in cases {
        let (before, after) = both(&source);
        assert_eq!(stretched(&after), 0, "{what}");
        assert_eq!(glyphs(&before), glyphs(&after), "{what}");
    }
    let (_, after) = both(&format!("﴿مدرسة﴾ {PARAGRAPH}"));
    assert!(stretched(&after) > 0, "the verse ends with its bracket");
}

#[test]
fn no_word_is_drawn_out_under_another_and_no_line_has_more_than_three() {
    let (before, after) = both(&format!("{PARAGRAPH} {PARAGRAPH} {PARAGRAPH}"));
    // Letters that are wider than they were.
    let mut strokes: Vec<(f64, f64, f64)> = Vec::new();
    for (was, Run { at, item, .. }) in runs(&before).into_iter().zip(runs(&after)) {
        assert_eq!(was.item.glyphs.len(), item.glyphs.len());
        let mut x = at.x;
        for (was, is) in was.item.glyphs.iter().zip(&item.glyphs) {
            let width = is.x_advance.at(item.size);
            let is_space = item.text.get(is.range()).is_some_and(|text| text.trim().is_empty());
            if !is_space && (is.x_advance - was.x_advance).get() > 0.1 {
                strokes.push((at.y.to_pt(), x.to_pt(), (x + width).to_pt()));
            }
            x += width;
        }
    }
    assert!(strokes.len() > 10, "{strokes:?}");
    let mut baselines: Vec<f64> = lines(&after).into_iter().map(|line| line.0).collect();
    baselines.sort_by(f64::total_cmp);
    for pair in baselines.windows(2) {
        let on = |y: f64| strokes.iter().filter(move |stroke| (stroke.0 - y).abs() < 0.01);
        for (above, below) in on(pair[0]).flat_map(|above| on(pair[1]).map(move |below| (above, below))) {
            assert!(above.2 <= below.1 || below.2 <= above.1, "{above:?} stands over {below:?}");
        }
    }
}

#[test]
fn the_file_has_the_same_words_and_no_tatweel() {
    let workspace = Workspace::new();
    let report = REPORT.replace("افتتح السيد المحافظ", PARAGRAPH).replace(" يوم الجمعة", "");
    workspace.file("nashra.toml", ENGLISH).report("school", &report);
    workspace.run("build -e bulletin").code(0);
    workspace.run("build -e bulletin --no-kashida -o plain").code(0);
    let read = |folder: &str| workspace.read(&workspace.files(folder)[0]);
    let (drawn, plain) = (read("out"), read("plain"));
    assert_ne!(drawn, plain);
    let (drawn, plain) = (page_texts(&drawn), page_texts(&plain));
    assert_eq!(drawn, plain);
    // The Hijri year's sign has one of its own.
    assert!(!drawn.concat().replace("هـ", "").contains('ـ'));
    workspace.file("nashra.toml", format!("{ENGLISH}\n[theme]\nkashida = false\n"));
    workspace.run("build -e bulletin -o off -v").code(0).says("words drawn out: 0");
}

#[test]
fn changing_the_setting_builds_again() {
    let workspace = Workspace::new();
    workspace.file("nashra.toml", ENGLISH).report("school", REPORT);
    workspace.run("build").code(0);
    workspace.run("build").code(0).says("files built: 0, up to date: 2");
    workspace.run("build --no-kashida").code(0).says("files built: 2, up to date: 0");
}

#[test]
fn pages_are_told_of_to_people_and_programs() {
    let workspace = Workspace::new();
    let report = REPORT.replace("افتتح السيد المحافظ", PARAGRAPH).replace(" يوم الجمعة", "");
    workspace.file("nashra.toml", ENGLISH).report("school", &report);
    workspace.run("build -e bulletin -v").code(0).says("bulletin.pdf, page 1: justified lines: ");
    let said = workspace.run("--format json build -e bulletin --force").code(0).stdout.clone();
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    let page = &said["result"]["built"][0]["pages"][0];
    assert!(page["lines"].as_u64().unwrap() >= 3 && page["stretched"].as_u64().unwrap() >= 1, "{page}");
    assert!(page["widest_after"].as_f64().unwrap() < page["widest_before"].as_f64().unwrap(), "{page}");
}

#[test]
fn a_line_that_stays_loose_is_a_warning_with_its_first_words() {
    let workspace = Workspace::new();
    // Letters that join to nothing: no line is parted inside such a word, and nothing of it is drawn out.
    let word = "دار".repeat(26);
    let report = REPORT.replace("افتتح السيد المحافظ", &format!("من في دور أو دار {word} وصدر"));
    workspace.file("nashra.toml", ENGLISH).report("school", &report);
    let run = workspace.run("build -e bulletin");
    run.code(0).says("has spaces of").says("من في دور أو");
    workspace.run("build -e bulletin --force --deny-warnings").code(1);
}
