//! The newsletter: what stands on its pages, and where.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use lopdf::Document;

use nashra::pages::Finished;
use typst::layout::FrameItem;

use crate::contract::{issue_pages, issue_pages_by};
use crate::generator::Generator;
use crate::lab::{Run, runs};
use crate::pictures::jpeg;
use crate::words::{Piece, page_texts, pieces, texts_where, words};
use crate::workspace::{ENGLISH, REPORT, Workspace};

pub const ISSUE: &str = "content/issues/november.toml";
pub const PDF: &str = "out/2026/11/2026-11-30-november-newsletter.pdf";

/// The height of a line of text, in points.
const LINE: f64 = 17.0;
/// The first and last baseline of the text area lie between these, in points from the bottom.
const AREA: std::ops::Range<f64> = 70.0..790.0;

/// The middle of each column of text on A4, in points from the left; the first is the right one.
fn column_of(page: usize, x: f64) -> usize {
    // Inside 16 mm, outside 14 mm: odd pages are left-hand pages, their outside is the left.
    let left = if page % 2 == 1 { 14.0 } else { 16.0 } * 72.0 / 25.4;
    let pitch = (180.0 - 12.0) / 3.0 * 72.0 / 25.4 + 6.0 * 72.0 / 25.4;
    2 - (((x - left) / pitch).floor().clamp(0.0, 2.0) as usize)
}

pub fn report(number: usize, title: &str, body: &str) -> String {
    let head = REPORT.split("title =").next().unwrap().replace("١/", &format!("{number}/"));
    format!("{head}title = \"{title}\"\n\n{body}")
}

pub fn paragraph(text: &str) -> String {
    format!("[[body]]\nparagraph = \"{text}\"\n\n")
}

pub fn issue(articles: &[(&str, &str)]) -> String {
    let mut text = "schema = 1\nnumber = \"٧\"\ndate = 2026-11-30\nstatus = \"approved\"\n".to_owned();
    for (report, place) in articles {
        let _ = write!(text, "\n[[articles]]\nreport = \"content/{report}.toml\"\nplace = \"{place}\"\n");
    }
    text
}

/// Six reports of real words, and an issue of them.
pub fn office() -> Workspace {
    let workspace = Workspace::new();
    workspace.file("nashra.toml", format!("{ENGLISH}[editions.newsletter]\nname = \"الجريدة\"\n"));
    let mut generator = Generator::new(7);
    for (index, title) in ["شقشقة", "زقزقة", "قعقعة", "جعجعة", "دندنة", "نحنحة"].into_iter().enumerate()
    {
        let body: String = (0..6 + index).map(|_| paragraph(&format!("{}.", generator.sentence(60)))).collect();
        workspace.report(&format!("r{}", index + 1), &report(index + 1, title, &body));
    }
    let places =
        [("r1", "cover"), ("r2", "article"), ("r3", "article"), ("r4", "article"), ("r5", "brief"), ("r6", "brief")];
    workspace.file(ISSUE, issue(&places));
    workspace
}

pub fn built(workspace: &Workspace) -> Vec<u8> {
    workspace.run("build -e newsletter").code(0);
    workspace.read(PDF)
}

#[test]
fn reports_become_bulletins_and_issues_newsletters() {
    let workspace = office();
    workspace.run("build").code(0).says("files built: 13");
    let files = workspace.files("out");
    assert_eq!(files.iter().filter(|file| file.ends_with("-newsletter.pdf")).collect::<Vec<_>>(), [PDF]);
    assert!(!files.iter().any(|file| file.contains("november-bulletin")));
    workspace.run("build -e bulletin content/issues").code(0).says("no reports");
    workspace.run("build --force content/issues/*.toml").code(0).prints(PDF).says("files built: 1");
    workspace.run("build -e newsletter -p office").code(0).prints("november-newsletter.office.pdf");
    workspace.run("check").code(0).says("reports checked: 7");
}

#[test]
fn every_word_of_the_articles_stands_in_the_issue() {
    let workspace = office();
    let found: BTreeSet<String> = words(&page_texts(&built(&workspace)).join("\n")).into_iter().collect();
    for name in ["r1", "r2", "r3", "r4"] {
        let text = String::from_utf8(workspace.read(&format!("content/{name}.toml"))).unwrap();
        let body: String = text.lines().filter(|line| line.starts_with("paragraph")).collect::<Vec<_>>().join(" ");
        let lost: Vec<String> =
            words(&body).into_iter().filter(|word| word != "paragraph" && !found.contains(word)).collect();
        assert!(lost.is_empty(), "{name} lost {lost:?}");
    }
}

#[test]
fn a_brief_is_its_summary() {
    let workspace = office();
    workspace.report("r6", &report(6, "نحنحة", &format!("{}{}", paragraph("مقدمة قصيرة."), paragraph("تتمة لا تُطبع."))));
    let text = page_texts(&built(&workspace)).join("\n");
    assert!(text.contains("مقدمة") && !text.contains("تتمة"), "{text}");
    let flyer = "\n[flyer]\nsummary = \"خلاصة المنشور.\"\n";
    workspace.report("r6", &report(6, "نحنحة", &format!("{}{flyer}", paragraph("مقدمة قصيرة."))));
    let text = page_texts(&built(&workspace)).join("\n");
    assert!(text.contains("خلاصة") && !text.contains("مقدمة"), "{text}");
}

/// On which pages a word stands, from 1.
fn pages_with(pdf: &[u8], word: &str, keep: impl Fn(usize, &Piece) -> bool) -> Vec<usize> {
    let texts = texts_where(pdf, keep);
    (1..=texts.len()).filter(|page| texts[page - 1].contains(word)).collect()
}

#[test]
fn the_contents_say_on_which_page_each_article_begins() {
    let pdf = built(&office());
    let contents = |page: usize, piece: &Piece| page == 1 && column_of(1, piece.x) == 2 && piece.y > 300.0;
    let text = texts_where(&pdf, contents).remove(0);
    for title in ["زقزقة", "قعقعة", "جعجعة", "دندنة", "نحنحة"] {
        let line = text.lines().find(|line| line.contains(title));
        let line = line.unwrap_or_else(|| panic!("{title} is not in the contents:\n{text}"));
        let told: usize =
            line.chars().filter_map(|c| "٠١٢٣٤٥٦٧٨٩".chars().position(|digit| digit == c)).fold(0, |n, d| n * 10 + d);
        let found = pages_with(&pdf, title, |page, piece| !contents(page, piece));
        assert_eq!(found, [told], "{title}");
    }
}

#[test]
fn what_a_second_thread_lays_out_is_the_same_and_so_are_the_files() {
    let [whole, ahead] = ["main.typ", "ahead.typ"].map(|file| {
        let pages = Finished { document: issue_pages_by(file).document, looseness: Vec::new() };
        let last = pages.document.pages().len() - 1;
        let place = |run: Run| (run.page, format!("{:?}", run.at), run.item.text);
        runs(&pages).into_iter().map(place).partition::<Vec<_>, _>(|(page, ..)| *page == last)
    });
    assert_eq!(whole.0, ahead.0, "the last page");
    assert!(whole.1.len() > ahead.1.len(), "nothing is left out before it");

    let workspace = office();
    let made = |jobs: u8| {
        workspace.run(&format!("build -e newsletter --force --jobs {jobs}")).code(0);
        workspace.read(PDF)
    };
    assert!(made(1) == made(2), "the number of threads changed the file");
}

/// The baselines of each column of a page, from the top.
fn baselines(pdf: &[u8]) -> Vec<[Vec<f64>; 3]> {
    let mut pages = Vec::new();
    for (index, page) in pieces(pdf).into_iter().enumerate() {
        let mut columns: [Vec<f64>; 3] = Default::default();
        for piece in page.into_iter().filter(|piece| AREA.contains(&piece.y) && !piece.text.trim().is_empty()) {
            let column = &mut columns[column_of(index + 1, piece.x)];
            // Letters that a face raises belong to the line they stand on.
            if !column.iter().any(|y| (y - piece.y).abs() < 6.0) {
                column.push(piece.y);
            }
        }
        for column in &mut columns {
            column.sort_by(|a, b| b.total_cmp(a));
        }
        pages.push(columns);
    }
    pages
}

#[test]
fn columns_end_level_and_on_the_grid() {
    let workspace = Workspace::new();
    for seed in 1..=4 {
        let mut generator = Generator::new(seed);
        let body: String =
            (0..60).map(|_| paragraph(&format!("{}.", generator.sentence(40 + seed as usize * 7)))).collect();
        workspace.report("one", &report(1, "مقال واحد", &body));
        workspace.file(ISSUE, issue(&[("one", "cover")]));
        let pages = baselines(&built(&workspace));
        assert!(pages.len() >= 3, "only {} pages", pages.len());
        for columns in &pages[1..pages.len() - 1] {
            let feet: Vec<f64> = columns.iter().map(|column| *column.last().unwrap()).collect();
            let heads: Vec<f64> = columns.iter().map(|column| column[0]).collect();
            let spread =
                |ys: &[f64]| ys.iter().copied().fold(f64::MIN, f64::max) - ys.iter().copied().fold(f64::MAX, f64::min);
            assert!(spread(&heads) < 0.1, "columns begin at {heads:?}");
            // One line less where the next would stand alone.
            assert!(spread(&feet) < LINE + 0.1, "columns end at {feet:?}");
            for column in columns {
                for pair in column.windows(2) {
                    let steps = (pair[0] - pair[1]) / LINE;
                    assert!((steps - steps.round()).abs() < 0.02, "{pair:?} are no whole lines apart");
                }
            }
        }
        // The text on the last page: what stands above the colophon.
        let last = &pages[pages.len() - 1];
        let feet: Vec<f64> = last.iter().filter_map(|column| column.iter().copied().find(|y| *y > 140.0)).collect();
        assert_eq!(feet.len(), 3, "the last page's text is not in three columns");
    }
}

/// The top and foot of each photo of a page, in points from the top.
fn photos(frame: &typst::layout::Frame, above: f64, found: &mut Vec<(f64, f64)>) {
    for (point, item) in frame.items() {
        let y = above + point.y.to_pt();
        match item {
            // A picture that is cut is larger than what is seen of it.
            FrameItem::Group(group) if group.clip.is_some() => found.push((y, y + group.frame.height().to_pt())),
            FrameItem::Group(group) => photos(&group.frame, y + group.transform.ty.to_pt(), found),
            FrameItem::Image(_, size, _) => found.push((y, y + size.y.to_pt())),
            _ => {}
        }
    }
}

#[test]
fn photos_begin_and_end_on_the_grid() {
    let pages = issue_pages();
    assert_eq!(pages.document.pages().len() % 4, 0, "the sample issue can't be folded");
    let top = 20.0 * 72.0 / 25.4;
    let off = |lines: f64| (lines - lines.round()).abs();
    let mut seen = 0;
    for (index, page) in pages.document.pages().iter().enumerate() {
        let mut found = Vec::new();
        photos(&page.frame, 0.0, &mut found);
        // The office's mark and the code of the colophon are no photos.
        for (head, foot) in found.into_iter().filter(|(head, foot)| foot - head > 80.0) {
            seen += 1;
            assert!(off((head - top - 3.5) / LINE) < 0.01, "page {}: a photo begins at {head:.1} pt", index + 1);
            // Under it stands its caption, and under a gallery one more, each with its gap.
            let ends = (0..5).any(|lines| {
                let captions = f64::from(lines) * 12.75;
                [0.0, 4.25, 8.5].iter().any(|gaps| off((foot + captions + gaps - top) / LINE) < 0.01)
            });
            assert!(ends, "page {}: a photo ends at {foot:.1} pt", index + 1);
        }
    }
    assert!(seen >= 8, "only {seen} photos");
}

#[test]
fn folios_stand_at_the_outer_edge() {
    let pdf = built(&office());
    for (index, page) in pieces(&pdf).into_iter().enumerate() {
        let number = index + 1;
        let digits: Vec<&Piece> = page
            .iter()
            .filter(|piece| piece.y < AREA.start && piece.text.chars().any(|c| ('٠'..='٩').contains(&c)))
            .collect();
        // The issue's number stands at the inner edge, the page's at the outer one: left on odd
        // pages.
        let at_left =
            digits.iter().filter(|piece| piece.x < 100.0).map(|piece| piece.text.as_str()).collect::<String>();
        let at_right =
            digits.iter().filter(|piece| piece.x > 450.0).map(|piece| piece.text.as_str()).collect::<String>();
        let latin = number.to_string();
        let told = latin.chars().map(|c| "٠١٢٣٤٥٦٧٨٩".chars().nth(c as usize - '0' as usize).unwrap());
        let folio: String = told.collect();
        let (outer, inner) = if number % 2 == 1 { (at_left, at_right) } else { (at_right, at_left) };
        assert_eq!((outer.as_str(), inner.as_str()), (folio.as_str(), "٧"), "page {number}");
    }
}

/// Issues of all sorts: nothing is printed over something else, nothing runs out of the page, and
/// no inner page is nearly empty.
/// A body of so many blocks of every kind; photos are `a.jpg` and `b.jpg` of `content/assets/`.
fn mixed_body(generator: &mut Generator, blocks: usize, index: usize, round: usize) -> String {
    let mut body = String::new();
    for block in 0..blocks {
        body += &paragraph(&format!("{}.", generator.sentence(20 + (block * 13 + index * 7) % 50)));
        match (block + index + round) % 7 {
            0 => body += &format!("[[body]]\nheading = \"{}\"\n\n", generator.sentence(4)),
            1 => {
                let (said, name) = (generator.sentence(12 + block % 30), generator.sentence(3));
                body += &format!("[[body]]\nquote = \"{said}\"\nspeaker = \"{name}\"\nrole = \"{name}\"\n\n");
            }
            2 => body += "[[body]]\nphoto = \"content/assets/a.jpg\"\nalt = \"صورة\"\ncaption = \"من الافتتاح\"\n\n",
            3 => {
                // One item that stays whole, one that doesn't, and one with a list of its own.
                let (short, long, inner) = (generator.sentence(5), generator.sentence(90), generator.sentence(30));
                body += &format!(
                    "[[body]]\nordered = {}\nlist = [\"{short}\", \"{long}\", {{ item = \"{long}\", list = [\"{inner}\"] }}]\n\n",
                    block % 2 == 0
                );
            }
            4 if block < 9 => {
                body += "[[body]]\ncaption = \"جدول\"\n[body.table]\ncolumns = [\"البند\", \"العدد\", \"ملاحظة طويلة عن البند\"]\nrows = [[\"مقاعد\", 5, \"تكفي الصفوف كلها هذه السنة\"], [\"حواسيب\", 7, \"نصفها جديد\"]]\n\n"
            }
            5 if block < 9 => {
                body += "[[body]]\ngallery = [{ file = \"content/assets/a.jpg\", alt = \"صورة\" }, { file = \"content/assets/b.jpg\", alt = \"صورة\" }]\n\n"
            }
            _ => {}
        }
    }
    body
}

#[test]
fn nothing_collides_whatever_is_in_the_issue() {
    let sizes: [&[usize]; 7] =
        [&[1], &[30, 1, 1], &[2, 14, 3, 9, 1], &[5, 5, 5, 5, 5, 5, 5, 5], &[1, 1, 1, 1, 1], &[60], &[3, 40, 2]];
    for (round, sizes) in sizes.iter().enumerate() {
        let workspace = Workspace::new();
        workspace.file("content/assets/a.jpg", jpeg(300, 200)).file("content/assets/b.jpg", jpeg(200, 300));
        let mut generator = Generator::new(round as u64 + 40);
        let mut text = issue(&[]);
        for (index, size) in sizes.iter().enumerate() {
            let body = mixed_body(&mut generator, *size, index, round);
            workspace.report(&format!("r{index}"), &report(index + 1, &generator.sentence(5 + index), &body));
            let place = match index {
                0 => "cover",
                _ if index % 4 == 3 => "brief",
                _ => "article",
            };
            let _ = write!(
                text,
                "\n[[articles]]\nreport = \"content/r{index}.toml\"\nplace = \"{place}\"\nweight = {}\n",
                1 + index % 3
            );
        }
        workspace.file(ISSUE, &text);
        for paper in ["a4", "a3"] {
            workspace.file("nashra.toml", format!("{ENGLISH}[editions.newsletter]\npaper = \"{paper}\"\n"));
            let pdf = built(&workspace);
            collisions(&pdf, &format!("issue {round} on {paper}"));
        }
    }
}

/// No two inks of text of different lines cover each other by more than letters with long tails do.
fn collisions(pdf: &[u8], name: &str) {
    let height = Document::load_mem(pdf).unwrap();
    let first = *height.get_pages().values().next().unwrap();
    let media = height.get_dictionary(first).unwrap().get(b"MediaBox").unwrap().as_array().unwrap();
    let (top, scale) =
        (f64::from(media[3].as_float().unwrap()), if media[3].as_float().unwrap() > 1000.0 { 1.1 } else { 1.0 });
    let all = pieces(pdf);
    for (index, page) in all.iter().enumerate() {
        let mut lines: Vec<(f64, f64, f64)> = Vec::new();
        for piece in page.iter().filter(|piece| piece.ink.is_some()) {
            let ink = piece.ink.unwrap();
            match lines
                .iter_mut()
                .find(|line| (line.0 - piece.y).abs() < 0.2 && ink.x0 < line.2 + 8.0 && ink.x1 > line.1 - 8.0)
            {
                Some(line) => (line.1, line.2) = (line.1.min(ink.x0), line.2.max(ink.x1)),
                None => lines.push((piece.y, ink.x0, ink.x1)),
            }
        }
        for (at, a) in lines.iter().enumerate() {
            for b in &lines[at + 1..] {
                let apart = (a.0 - b.0).abs();
                let over = a.2.min(b.2) - a.1.max(b.1);
                assert!(
                    over < 12.0 || !(0.3..7.0).contains(&apart),
                    "{name}, page {}: two lines {apart:.1} pt apart at {:.0} and {:.0}",
                    index + 1,
                    a.0,
                    b.0
                );
            }
        }
        let lowest = lines.iter().map(|line| line.0).fold(f64::MAX, f64::min);
        assert!(lowest > 30.0 * scale, "{name}, page {}: text at {lowest:.0} pt", index + 1);
        let used = lines.iter().filter(|line| line.0 > 75.0 * scale && line.0 < top - 60.0).count();
        assert!(index + 1 == all.len() || used > 8, "{name}: page {} of {} is nearly empty", index + 1, all.len());
    }
}

#[test]
fn nothing_that_a_report_says_of_itself_is_left_out() {
    let workspace = office();
    for name in ["a", "b"] {
        workspace.file(&format!("content/assets/{name}.jpg"), jpeg(600, 400));
    }
    let links: String = (1..=50)
        .map(|number| format!("[[links]]\ntitle = \"وصلة {number}\"\nurl = \"https://example.iq/{number}\"\n"))
        .collect();
    let pictures = "[[body]]\ncaption = \"طلبةوحديقة\"\ngallery = [{ file = \"content/assets/a.jpg\", alt = \"صورة\" }, { file = \"content/assets/b.jpg\", alt = \"صورة\" }]\n\n";
    let event = "[event]\nplace = \"قاعةالبلدية\"\norganisers = \"دائرةالبيئة\"\n\n";
    for (number, weight) in [(2, 1), (3, 2), (4, 3)] {
        let body = format!("{event}{}{pictures}{links}", paragraph(&"كلام طويل عن المشروع. ".repeat(40)));
        let text = report(number, "عنوان", &body).replacen("title =", "slogan = \"شعارنا\"\ntitle =", 1);
        workspace.report(&format!("r{number}"), &text);
        let issue = issue(&[("r1", "cover"), (&format!("r{number}"), "article")]);
        workspace.file(ISSUE, format!("{issue}weight = {weight}\n"));
        let texts = page_texts(&built(&workspace)).concat();
        let found = words(&texts);
        for word in ["شعارنا", "قاعةالبلدية", "دائرةالبيئة", "طلبةوحديقة"] {
            assert!(found.iter().any(|other| other == word), "weight {weight}: `{word}` is not printed");
        }
        let linked = (1..=50).filter(|number| texts.contains(&format!("example.iq/{number}")));
        assert_eq!(linked.count(), 50, "weight {weight}: links");
    }
}
