//! The handbook: every example in both languages is run, and both say the same.

mod day;
mod page;
mod readme;
mod reference;
mod terms;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use nashra::handbook::CHAPTERS;
use nashra::words::Lang;

use self::day::Day;
use self::page::{Block, blocks};
use crate::workspace::Workspace;

const LANGUAGES: [Lang; 2] = [Lang::Ar, Lang::En];

fn folder(lang: Lang) -> PathBuf {
    let name = if lang == Lang::Ar { "ar" } else { "en" };
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/handbook").join(name)
}

/// Runs the examples of a chapter after the other in one workspace. `NASHRA_UPDATE=1` writes into
/// them what is printed.
fn run_examples(lang: Lang) {
    let update = std::env::var_os("NASHRA_UPDATE").is_some();
    let mut day = Day::new();
    let mut run = 0;
    for chapter in CHAPTERS {
        let file = folder(lang).join(format!("{}.md", chapter.name));
        let mut text = fs::read_to_string(&file).unwrap();
        for block in blocks(&text.clone()) {
            let now = day.example(&file.display().to_string(), &block, update);
            if now != block.text {
                let old = format!("```{}\n{}```", block.language, block.text);
                text = text.replacen(&old, &format!("```{}\n{now}```", block.language), 1);
            }
            run += 1;
        }
        if update {
            fs::write(file, text).unwrap();
        }
    }
    assert!(run > 40, "the examples are not found: {run}");
}

#[test]
fn every_arabic_example_does_what_the_handbook_says() {
    run_examples(Lang::Ar);
}

#[test]
fn every_english_example_does_what_the_handbook_says() {
    run_examples(Lang::En);
}

/// A block without what is said in one language: comments, the language itself and what is printed.
fn gist(block: &Block) -> String {
    let lines = block.text.lines().filter(|line| block.language != "console" || line.starts_with("$ "));
    let lines =
        lines.filter(|line| !line.starts_with("language = ") || block.text.contains("[office.second]\nlanguage"));
    let bare = |line: &str| {
        let line = line.replace(" --lang en", "");
        if line.contains("nashra: allow") { line } else { line.split("  #").next().unwrap().trim_end().to_owned() }
    };
    let bare = |line: &str| bare(line).split(" - ").next().unwrap().to_owned();
    lines.map(bare).filter(|line| !line.starts_with("language = ")).collect::<Vec<_>>().join("\n")
}

#[test]
fn both_languages_have_the_same_examples_and_pictures() {
    for chapter in CHAPTERS {
        let (ar, en) = (blocks(chapter.text(Lang::Ar)), blocks(chapter.text(Lang::En)));
        let all = |blocks: &[Block]| {
            blocks.iter().map(|block| (block.language.clone(), block.marks.clone(), gist(block))).collect::<Vec<_>>()
        };
        assert_eq!(all(&ar), all(&en), "{}", chapter.name);
        assert_eq!(pictures(chapter.text(Lang::Ar)), pictures(chapter.text(Lang::En)), "{}", chapter.name);
        let headings = |text: &str| text.lines().filter(|line| line.starts_with("##")).count();
        assert_eq!(headings(chapter.text(Lang::Ar)), headings(chapter.text(Lang::En)), "{}", chapter.name);
    }
}

/// The names of a page's pictures.
fn pictures(text: &str) -> Vec<&str> {
    let links = text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap());
    links.filter_map(|link| link.strip_suffix(".png")?.rsplit('/').next()).collect()
}

#[test]
fn every_picture_is_shown_with_words_and_small() {
    let shown: BTreeSet<&str> =
        CHAPTERS.iter().flat_map(|chapter| pictures(chapter.text(Lang::Ar))).chain(pictures(readme::README)).collect();
    let mut total = 0;
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/handbook/pictures")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        assert!(shown.contains(name.trim_end_matches(".png")), "no page shows `{name}`");
        let size = entry.metadata().unwrap().len();
        assert!(size <= 150 * 1024, "`{name}` has more than 150 KB");
        total += size;
    }
    assert!(total <= 1_500_000, "the pictures have {total} bytes");
    for lang in LANGUAGES {
        assert!(CHAPTERS.iter().all(|chapter| !chapter.text(lang).contains("![](")), "a picture has no words");
    }
}

#[test]
fn every_link_leads_to_a_chapter_or_the_web() {
    for lang in LANGUAGES {
        for chapter in CHAPTERS {
            for link in chapter.text(lang).split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
                let known = link.starts_with("https://") || folder(lang).join(link).is_file();
                assert!(known, "{} leads to `{link}`", chapter.name);
            }
        }
    }
}

#[test]
fn the_handbook_is_read_in_the_terminal() {
    let workspace = Workspace::bare();
    let list = workspace.run("handbook");
    list.code(0).prints("photos").prints("الصور").says("nashra handbook photos");
    assert_eq!(list.stdout.lines().count(), CHAPTERS.len());
    workspace
        .run("handbook photos")
        .code(0)
        .prints("الصور\n═")
        .prints("    photo = \"content/assets/school-yard.jpg\"");
    workspace.run("handbook photos --lang en").code(0).prints("Photos\n══════");
    workspace.run("handbook الصور").code(0).prints("credit");
    workspace.run("handbook fotos --lang en").code(2).says("[unknown-chapter]").says("photos");
}

#[test]
fn the_handbook_is_a_book_with_bookmarks_and_links() {
    for (lang, name, said) in [(Lang::Ar, "ar", ["المحتويات", "الأرشيف"]), (Lang::En, "en", ["Contents", "archive"])]
    {
        let workspace = Workspace::bare();
        let file = format!("nashra-handbook-{name}.pdf");
        workspace.run(&format!("handbook --pdf --lang {name}")).code(0).prints(&file);
        let bytes = workspace.read(&file);
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains("<pdfaid:part>3</pdfaid:part>") && text.contains("<pdfuaid:part>1</pdfuaid:part>"));
        let words = crate::words::words(&crate::words::page_texts(&bytes).join(" "));
        assert!(said.iter().all(|word| words.iter().any(|found| found == word)), "{said:?} is not printed");
        assert!(words.iter().any(|word| word == "schema"), "examples are not printed");
        let book = lopdf::Document::load_mem(&bytes).unwrap();
        let outline = book.catalog().unwrap().get(b"Outlines").unwrap().as_reference().unwrap();
        let count = book.get_dictionary(outline).unwrap().get(b"Count").unwrap().as_i64().unwrap();
        assert!(count.unsigned_abs() as usize >= CHAPTERS.len(), "bookmarks: {count}");
        let is_link = |object: &&lopdf::Object| {
            object.as_dict().is_ok_and(|dict| {
                dict.get(b"Subtype").and_then(lopdf::Object::as_name).is_ok_and(|name| name == b"Link")
            })
        };
        let links = book.objects.values().filter(is_link).count();
        assert!(links > CHAPTERS.len() + 5, "{lang:?}: links: {links}");
    }
}
