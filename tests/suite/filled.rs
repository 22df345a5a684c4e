//! Pages filled as a compositor would fill them: rules that no bulletin may break, on frames as
//! they are laid out.

use std::fmt::Write as _;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use nashra::pages::plan::{Heights, PagePlan};
use nashra::pipeline::filled;
use nashra::report::parse_workspace;
use nashra::typeset::{Engine, FontPlaces, Fonts, Pages, Templates};
use typst::layout::{Frame, FrameItem, Point};

use crate::generator::Generator;
use crate::inputs::inputs;
use crate::workspace::Workspace;

/// A line of a page: its baseline, and its words run after run.
type Line = (f64, String);

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn engine() -> Engine {
    Engine::new(Fonts::new(&FontPlaces::default()).unwrap(), Templates::new(Vec::new()))
}

/// A report's bulletin as it is laid out for the record.
fn bulletin(engine: &Engine, folder: &Path, file: &Path) -> (Pages, Option<PagePlan>) {
    let (workspace, _) =
        parse_workspace(Path::new("nashra.toml"), &fs::read_to_string(folder.join("nashra.toml")).unwrap());
    let source = fs::read(folder.join(file)).unwrap();
    let mut inputs = inputs(folder, &workspace.unwrap(), file, source);
    filled(engine, "bulletin", &mut inputs).unwrap_or_else(|said| panic!("{}: {said:?}", file.display()))
}

/// The reports of a folder in their order.
fn reports(folder: &Path) -> Vec<std::path::PathBuf> {
    let content = fs::read_dir(folder.join("content")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = content.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect();
    files.sort();
    files.iter().map(|file| file.strip_prefix(folder).unwrap().to_path_buf()).collect()
}

/// The lines of a page's text area, from the top.
fn lines(frame: &Frame, foot: f64) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    collect(frame, Point::zero(), &mut |at, text| {
        let y = at.y.to_pt();
        match found.iter_mut().find(|(line, _)| (*line - y).abs() < 2.0) {
            _ if y >= foot => {}
            Some((_, words)) => {
                words.push('\n');
                words.push_str(text);
            }
            None => found.push((y, text.to_owned())),
        }
    });
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found
}

fn collect(frame: &Frame, origin: Point, found: &mut impl FnMut(Point, &str)) {
    for (at, item) in frame.items() {
        let at = origin + *at;
        match item {
            FrameItem::Group(group) => {
                let moved = Point::new(group.transform.tx, group.transform.ty);
                collect(&group.frame, at + moved, found);
            }
            FrameItem::Text(text) => found(at, &text.text),
            _ => {}
        }
    }
}

/// What of the rules a bulletin breaks.
fn broken(name: &str, pages: &Pages) -> Vec<String> {
    let heights = Heights::of(&pages.document).unwrap();
    let mut broken = Vec::new();
    if heights.fault() > 0.0 {
        let used: Vec<_> = heights.pages.iter().map(|page| (page.lowest - heights.top).round()).collect();
        broken.push(format!("{name}: of {} points, pages use {used:?}", heights.area()));
    }
    let count = pages.document.pages().len();
    for (index, page) in pages.document.pages().iter().enumerate() {
        let lines = lines(&page.frame, heights.foot);
        let has = |words: &str| lines.iter().any(|(_, line)| line.contains(words));
        let last = lines.last().map(|(_, words)| words.as_str()).unwrap_or_default();
        let number = index + 1;
        if number < count && last.lines().any(|run| run.trim_end_matches([' ', '-']).ends_with(':')) {
            broken.push(format!("{name}, page {number}: ends with a lead-in: {last}"));
        }
        if number < count && last.lines().any(|run| run.starts_with("باب ")) {
            broken.push(format!("{name}, page {number}: ends with a heading: {last}"));
        }
        for (first, second) in [("البندالأول", "البندالثاني"), ("الصفالأول", "الصفالثاني")]
        {
            if has(first) && !has(second) {
                broken.push(format!("{name}, page {number}: `{first}` alone"));
            }
        }
        let company = heights.pages[index];
        if has("الموقعأدناه") && company.lines < 2 && company.photos < 50.0 {
            broken.push(format!("{name}, page {number}: the signature alone, {company:?}"));
        }
    }
    broken
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn short_reports_take_one_page() {
    let workspace = Workspace::bare();
    copy(&repository().join("tests/fixtures/filled"), workspace.path());
    let engine = engine();
    for file in reports(workspace.path()) {
        let (pages, _) = bulletin(&engine, workspace.path(), &file);
        assert_eq!(pages.document.pages().len(), 1, "{}", file.display());
    }
}

#[test]
fn the_samples_break_no_rule_and_the_seed_report_takes_two_pages() {
    let engine = engine();
    let mut found = Vec::new();
    for file in reports(repository()) {
        let (pages, _) = bulletin(&engine, repository(), &file);
        found.extend(broken(&file.display().to_string(), &pages));
        if file.ends_with("2026-11-20-basra-child-friendly.toml") {
            assert_eq!(pages.document.pages().len(), 2);
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn sixty_reports_break_no_rule() {
    let workspace = Workspace::bare();
    let mut mixed = Mixed(Generator::new(15));
    workspace.file("nashra.toml", SETTINGS);
    for (name, size) in [("wide.jpg", (1200, 800)), ("tall.jpg", (800, 1200)), ("flat.jpg", (1600, 700))] {
        workspace.file(&format!("content/assets/{name}"), photo(size.0, size.1));
    }
    let engine = engine();
    let mut found = Vec::new();
    for index in 0..60 {
        let name = format!("content/{index:02}.toml");
        workspace.file(&name, mixed.report(index));
        let (pages, _) = bulletin(&engine, workspace.path(), Path::new(&name));
        found.extend(broken(&name, &pages));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn what_was_done_is_told_and_done_again_the_same() {
    let workspace = Workspace::bare();
    copy(&repository().join("tests/fixtures/filled"), workspace.path());
    let told = workspace.run("--lang en build -e bulletin -v content/2026-11-24-trees.toml");
    told.code(0).says("2026-11-24-trees-bulletin.pdf, pages filled with: gaps ");
    let name = "out/2026/11/2026-11-24-trees-bulletin.pdf";
    let first = workspace.read(name);
    fs::remove_dir_all(workspace.path().join("out")).unwrap();
    workspace.run("--lang ar build -e bulletin -v content/2026-11-24-trees.toml").code(0).says("ملء الصفحات: المسافات");
    assert!(first == workspace.read(name), "the same report gave other bytes");
}

const SETTINGS: &str = r#"schema = 1
language = "en"
[office]
name = "المكتب الإعلامي"
parents = ["جمهورية العراق", "محافظة البصرة"]
[office.contacts]
phone = "+964 770 000 0000"
[signature]
name = "الموقعأدناه"
title = "مدير المكتب الإعلامي"
"#;

fn photo(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = RgbImage::from_fn(width, height, |x, y| Rgb([(x / 8) as u8, (y / 8) as u8, 140]));
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// Reports of 60 to 900 words with up to four photos, and what is hard to break among them.
struct Mixed(Generator);

impl Mixed {
    fn report(&mut self, index: usize) -> String {
        let words = 60 + index * 840 / 59;
        let mut left = words;
        let mut text = format!(
            "schema = 1\nslug = \"filled-{index}\"\nnumber = \"{index}/2026\"\ndate = 2026-11-20\nstatus = \"approved\"\n\
             title = \"{}\"\n\n[event]\nplace = \"البصرة\"\n\n",
            self.0.sentence(9),
        );
        let mut photos = index % 5;
        let mut block = 0;
        while left > 0 {
            let take = left.min(18 + (index * 7 + block * 13) % 50);
            left -= take;
            self.block(&mut text, (index + block) % 7, take);
            if photos > 0 && (block % 3 == 0 || left == 0) {
                photos -= 1;
                self.photo(&mut text, index + block);
            }
            block += 1;
        }
        text
    }

    fn block(&mut self, text: &mut String, kind: usize, words: usize) {
        let content = self.0.sentence(words);
        let _ = match kind {
            1 => write!(
                text,
                "[[body]]\nparagraph = \"{} :-\"\n\n[[body]]\nquote = \"{content}\"\nspeaker = \"{}\"\n\n",
                self.0.sentence(4 + words % 40),
                self.0.sentence(3),
            ),
            3 => {
                let (a, b) = (self.0.sentence(words / 2 + 1), self.0.sentence(words / 2 + 1));
                write!(
                    text,
                    "[[body]]\nheading = \"باب {}\"\n\n[[body]]\nlist = [\"البندالأول {a}\", \"البندالثاني {b}\", \"ثم {a}\"]\n\n",
                    self.0.sentence(3),
                )
            }
            5 => {
                let rows: String = (2..=2 + words / 12).fold(String::new(), |mut rows, row| {
                    let name = if row == 2 { "الصفالثاني" } else { "وصف" };
                    let _ = writeln!(rows, "  [\"{name} {}\", {row}],", self.0.sentence(3));
                    rows
                });
                write!(
                    text,
                    "[[body]]\ncaption = \"باب {}\"\n[body.table]\ncolumns = [\"البيان\", \"العدد\"]\nrows = [\n  [\"الصفالأول {}\", 1],\n{rows}]\n\n",
                    self.0.sentence(3),
                    self.0.sentence(3),
                )
            }
            6 => write!(
                text,
                "[[body]]\nheading = \"باب {}\"\n\n[[body]]\nparagraph = \"{content}.\"\n\n",
                self.0.sentence(3)
            ),
            _ => write!(text, "[[body]]\nparagraph = \"{content}.\"\n\n"),
        };
    }

    fn photo(&mut self, text: &mut String, kind: usize) {
        let file = ["wide.jpg", "tall.jpg", "flat.jpg"][kind % 3];
        let size = if kind % 4 == 1 { "half" } else { "full" };
        let caption = self.0.sentence(6);
        let _ = write!(
            text,
            "[[body]]\nphoto = \"content/assets/{file}\"\nalt = \"صورة\"\ncaption = \"{caption}\"\nwidth = \"{size}\"\n\n"
        );
    }
}
