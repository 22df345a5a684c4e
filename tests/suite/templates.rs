//! Templates of the office's own can't lose what protects a bulletin.

use crate::words::page_texts;
use crate::workspace::{ENGLISH, Workspace};

/// The handbook's own example of a template, in short: title and paragraphs, and nothing else.
const NOTICE: &str = r#"#import "/templates/shared/data.typ": report
#import "/templates/shared/tokens.typ": *
#import "/templates/shared/arabic.typ": heading-words, inline
#set page(width: sheet.width, height: sheet.height, margin: 30mm, foreground: [])
#set text(font: text-font, fallback: false, fill: ink, ..text-of(body-type))
#heading(level: 1, heading-words(report.title))
#for record in report.body { if record.type == "paragraph" { par(inline(record.content)) } }
"#;

const REPORT: &str = r#"schema = 1
status = "draft"
number = "12/2026"
date = 2026-11-04
title = "منتخب شباب البصرة يتوّج ببطولة المحافظات"

[[body]]
photo = "content/assets/cup.jpg"
alt = "لاعب يرفع الكأس"

[[body]]
paragraph = "توّج منتخب شباب البصرة بلقب البطولة بعد فوزه في المباراة النهائية على نظيره منتخب النجف."

[[body]]
[body.table]
columns = ["الفريق", "لعب"]
rows = [["ميسان", 6], ["واسط", 6]]

[[body]]
quote = "سنكرّم اللاعبين والملاك التدريبي"
speaker = "المحافظ"
"#;

fn workspace() -> Workspace {
    let workspace = Workspace::bare();
    workspace.file(
        "nashra.toml",
        format!(
            "{ENGLISH}[signature]\nname = \"نجم الربيعي\"\n[editions.flyer]\nenabled = false\n[editions.bulletin]\ntemplate = \"notice\"\n"
        ),
    );
    workspace.file("templates/notice/main.typ", NOTICE);
    let photo = image::RgbImage::from_pixel(1200, 800, image::Rgb([90, 120, 140]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::ImageRgb8(photo).write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    workspace.file("content/assets/cup.jpg", bytes.into_inner());
    workspace
}

#[test]
fn a_draft_says_so_in_any_template_and_what_is_left_out_is_told() {
    let workspace = workspace();
    workspace.report("sport", REPORT);
    let run = workspace.run("build");
    run.code(0);
    for line in [
        "content/sport.toml:3:",  // the number
        "content/sport.toml:8:",  // the photo
        "content/sport.toml:16:", // the table
        "content/sport.toml:20:", // the quotation
        "nashra.toml:4:",         // the signature
    ] {
        assert!(run.stderr.contains(line), "{line} is not told:\n{}", run.stderr);
    }
    assert_eq!(run.stderr.matches("[not-printed]").count(), 5, "{}", run.stderr);
    let page = page_texts(&workspace.read("out/2026/11/2026-11-04-sport-bulletin.pdf")).join(" ");
    let approved = self::workspace();
    approved.report("sport", &REPORT.replace("draft", "approved"));
    approved.run("build").code(0);
    let plain = page_texts(&approved.read("out/2026/11/2026-11-04-sport-bulletin.pdf")).join(" ");
    let count = |text: &str, letter: char| text.chars().filter(|c| *c == letter).count();
    for letter in "مسودة".chars() {
        assert_eq!(count(&page, letter), count(&plain, letter) + 1, "{letter}");
    }
}

#[test]
fn a_draft_says_so_on_a_picture_of_the_offices_own() {
    let picture = |status: &str| {
        let workspace = workspace();
        workspace.file("nashra.toml", format!("{ENGLISH}[editions.social]\ntemplate = \"tile\"\n"));
        let tile = "#let size = json(\"/data.json\").document.size\n#set page(width: size.width * 1pt, height: size.height * 1pt, fill: rgb(\"#0b5563\"))\n";
        workspace.file("templates/tile/main.typ", tile).report("sport", &REPORT.replace("draft", status));
        workspace.run("build -e social").code(0);
        image::load_from_memory(&workspace.read("out/2026/11/2026-11-04-sport-social-1080x1080.png"))
            .unwrap()
            .into_rgb8()
    };
    let (draft, approved) = (picture("draft"), picture("approved"));
    let changed =
        draft.pixels().zip(approved.pixels()).filter(|(a, b)| a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > 30));
    let share = changed.count() as f64 / draft.pixels().len() as f64;
    assert!(share > 0.04, "the word changes {share:.3} of the picture");
}

#[test]
fn the_built_in_bulletin_leaves_nothing_out() {
    let workspace = workspace();
    workspace.file("nashra.toml", format!("{ENGLISH}[signature]\nname = \"نجم الربيعي\"\n"));
    workspace.report("sport", REPORT);
    let run = workspace.run("build -e bulletin");
    run.code(0);
    assert!(!run.stderr.contains("[not-printed]"), "{}", run.stderr);
}

#[test]
fn a_flyer_of_two_pages_is_an_error() {
    let workspace = workspace();
    workspace.file("nashra.toml", format!("{ENGLISH}[editions.flyer]\ntemplate = \"card\"\n"));
    let card =
        "#set page(width: 80mm, height: 60mm)\n#set text(font: \"Amiri\", fallback: false)\nأول\n#pagebreak()\nثان\n";
    workspace.file("templates/card/main.typ", card).report("sport", REPORT);
    workspace.run("build -e flyer").code(1).says("[flyer-pages]").says("the template `card` made 2");
    assert!(workspace.files("out").is_empty());
    workspace.run("--lang ar build -e flyer").code(1).says("المنشور صفحة واحدة");
}

#[test]
fn a_mistake_in_a_template_is_told_once_at_its_line() {
    let workspace = workspace();
    workspace.file("templates/notice/main.typ", format!("{NOTICE}\n#lost-name\n"));
    workspace.report("sport", REPORT).report("other", &REPORT.replace("12/", "13/"));
    let run = workspace.run("build");
    run.code(1).says("templates/notice/main.typ:9:2").says("9 | #lost-name");
    assert_eq!(run.stderr.matches("[template-error]").count(), 1, "{}", run.stderr);
    assert!(!run.stderr.contains("content/sport.toml:"), "{}", run.stderr);
}
