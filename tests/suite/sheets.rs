//! Pages on sheets: the finished files are folded, cut, stacked and read.

use lopdf::{Document, Object};

use crate::words::{Piece, pieces};
use crate::workspace::{REPORT, Workspace};

const BULLETIN: &str = "out/2026/11/2026-11-20-school-bulletin";

/// A report that fills several pages.
fn long_report(paragraphs: usize) -> String {
    let mut text = REPORT.to_owned();
    for number in 1..=paragraphs {
        text.push_str(&format!(
            "\n[[body]]\nparagraph = \"الفقرة رقم {number}: {}\"\n",
            "بحث المجلس مع مديري الدوائر خطة العام المقبل وما أنجز من المشاريع في الأقضية والنواحي. ".repeat(7)
        ));
    }
    text
}

fn built(settings: &str, paragraphs: usize, arguments: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.file("nashra.toml", format!("{}{settings}", crate::workspace::ENGLISH));
    workspace.report("school", &long_report(paragraphs));
    workspace.run(&format!("build -e bulletin {arguments}")).code(0);
    workspace
}

/// What is written on a part of a page, in the order it was drawn.
fn text(pieces: &[Piece], part: impl Fn(&Piece) -> bool) -> String {
    pieces.iter().filter(|piece| part(piece)).map(|piece| piece.text.as_str()).collect()
}

fn page_texts(pdf: &[u8]) -> Vec<String> {
    pieces(pdf).iter().map(|page| text(page, |_| true)).collect()
}

/// The widths and heights of the pages, in points.
fn sizes(pdf: &[u8]) -> Vec<(f64, f64)> {
    let document = Document::load_mem(pdf).unwrap();
    let size = |id| {
        let media = document.get_dictionary(id).unwrap().get(b"MediaBox").unwrap().as_array().unwrap().clone();
        let number = |at: usize| f64::from(media[at].as_float().unwrap());
        (number(2) - number(0), number(3) - number(1))
    };
    document.page_iter().map(size).collect()
}

#[track_caller]
fn about(found: (f64, f64), millimetres: (f64, f64)) {
    let points = |length: f64| length * 72.0 / 25.4;
    let (width, height) = (points(millimetres.0), points(millimetres.1));
    assert!((found.0 - width).abs() < 0.1 && (found.1 - height).abs() < 0.1, "{found:?} is not {millimetres:?} mm");
}

/// Prints a booklet's sides on both sides of its sheets, folds them into each other and leafs
/// through from the front cover.
fn folded(pdf: &[u8], right_bound: bool) -> Vec<String> {
    let middle = sizes(pdf)[0].0 / 2.0;
    let sides: Vec<(String, String)> = pieces(pdf)
        .iter()
        .map(|side| (text(side, |piece| piece.x < middle), text(side, |piece| piece.x >= middle)))
        .collect();
    assert_eq!(sides.len() % 2, 0, "every sheet has two sides");
    let leaves = sides.chunks(2).map(|sheet| {
        let [(front_left, front_right), (back_left, back_right)] = [sheet[0].clone(), sheet[1].clone()];
        // The sheet is turned round its upright middle: the back's right half is behind the front's
        // left one.
        let (left, right) = ([front_left, back_right], [front_right, back_left]);
        if right_bound { (left, right) } else { (right, left) }
    });
    let (first_half, second_half): (Vec<_>, Vec<_>) = leaves.unzip();
    let second_half = second_half.into_iter().rev().map(|[outside, inside]| [inside, outside]);
    first_half.into_iter().chain(second_half).flatten().collect()
}

#[test]
fn a_booklet_printed_and_folded_reads_from_the_first_page_to_the_last() {
    for (paragraphs, binding) in [(9, "right"), (14, "right"), (20, "right"), (14, "left")] {
        let workspace = built("", paragraphs, &format!("--impose booklet --binding {binding}"));
        let pages = page_texts(&workspace.read(&format!("{BULLETIN}.office.pdf")));
        assert!(pages.len() > 2, "{} pages", pages.len());
        let booklet = workspace.read(&format!("{BULLETIN}.office.booklet.pdf"));
        let read = folded(&booklet, binding == "right");
        assert_eq!(read.len(), pages.len().next_multiple_of(4));
        assert_eq!(read.first(), pages.first(), "the front cover");
        assert_eq!(read.last(), pages.last(), "the back cover");
        let printed: Vec<_> = read.into_iter().filter(|page| !page.is_empty()).collect();
        assert_eq!(printed, pages, "{paragraphs} paragraphs, bound at the {binding}");
        for size in sizes(&booklet) {
            about(size, (420.0, 297.0));
        }
    }
}

#[test]
fn the_sample_issue_printed_and_folded_reads_from_the_first_page_to_the_last() {
    let elsewhere = Workspace::bare();
    let output = elsewhere.path().join("out");
    let build = ["-C", env!("CARGO_MANIFEST_DIR"), "build", "-e", "newsletter", "-p", "office", "-o"];
    elsewhere.run_with(&[&build[..], &[output.to_str().unwrap()]].concat(), &[]).code(0);
    let read = |name: &str| elsewhere.read(&format!("out/2026/11/2026-11-30-november-newsletter.office{name}.pdf"));
    let pages = page_texts(&read(""));
    assert!(pages.len() >= 8, "{} pages", pages.len());
    assert_eq!(folded(&read(".booklet"), true), pages);
    // Every page says in its own folio which one it is.
    let digits = |number: usize| {
        number.to_string().chars().map(|c| char::from_u32(c as u32 + 0x630).unwrap()).collect::<String>()
    };
    for (index, page) in pages.iter().enumerate() {
        assert!(page.contains(&digits(index + 1)), "page {}: {page}", index + 1);
    }
}

#[test]
fn a_booklet_fits_on_the_paper_there_is() {
    let workspace = built("", 9, "--impose booklet --sheet a4");
    let booklet = workspace.read(&format!("{BULLETIN}.office.booklet.pdf"));
    for size in sizes(&booklet) {
        about(size, (297.0, 210.0));
    }
    let pages = page_texts(&workspace.read(&format!("{BULLETIN}.office.pdf")));
    let printed: Vec<_> = folded(&booklet, true).into_iter().filter(|page| !page.is_empty()).collect();
    assert_eq!(printed, pages);
}

#[test]
fn inner_pages_move_to_the_spine() {
    let workspace = built("", 20, "--impose booklet --creep 1.5");
    let pages = pieces(&workspace.read(&format!("{BULLETIN}.office.pdf")));
    let sides = pieces(&workspace.read(&format!("{BULLETIN}.office.booklet.pdf")));
    let page_width = 210.0 * 72.0 / 25.4;
    // The front of the sheet `nth` from outside has page 2 nth + 1 at its left.
    for (nth, side) in sides.iter().step_by(2).enumerate() {
        let moved = side[0].x - pages[2 * nth][0].x;
        let wanted = 1.5 * 72.0 / 25.4 * nth as f64;
        assert!((moved - wanted).abs() < 0.01, "sheet {nth}: {moved} points and not {wanted}");
        assert!(side.iter().all(|piece| piece.x < 2.0 * page_width));
    }
    assert!(sides.len() >= 4, "two sheets at least");
}

#[test]
fn n_up_reads_from_the_upper_right() {
    let workspace = built("", 14, "--impose 4-up");
    let pages = page_texts(&workspace.read(&format!("{BULLETIN}.office.pdf")));
    let sheets = workspace.read(&format!("{BULLETIN}.office.4-up.pdf"));
    // Four A4 pages are more than A3: they are made smaller.
    about(sizes(&sheets)[0], (297.0, 420.0));
    let (x, y) = (sizes(&sheets)[0].0 / 2.0, sizes(&sheets)[0].1 / 2.0);
    let mut read = Vec::new();
    for side in pieces(&sheets) {
        for (right, upper) in [(true, true), (false, true), (true, false), (false, false)] {
            read.push(text(&side, |piece| (piece.x >= x) == right && (piece.y >= y) == upper));
        }
    }
    assert_eq!(read[..pages.len()], pages);
    assert!(read[pages.len()..].iter().all(String::is_empty));
}

#[test]
fn a_flyer_fills_the_sheet_with_itself() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT).run("build -e flyer --impose 2-up").code(0);
    let flyer = page_texts(&workspace.read("out/2026/11/2026-11-20-school-flyer.office.pdf"));
    let sheet = workspace.read("out/2026/11/2026-11-20-school-flyer.office.2-up.pdf");
    about(sizes(&sheet)[0], (297.0, 210.0));
    let middle = sizes(&sheet)[0].0 / 2.0;
    let side = &pieces(&sheet)[0];
    for half in [text(side, |piece| piece.x >= middle), text(side, |piece| piece.x < middle)] {
        assert_eq!(half, flyer[0]);
    }
}

#[test]
fn cut_and_stacked_sheets_read_from_the_first_page_to_the_last() {
    let workspace = built("", 14, "--impose cut-and-stack-2");
    let pages = page_texts(&workspace.read(&format!("{BULLETIN}.office.pdf")));
    let sheets = workspace.read(&format!("{BULLETIN}.office.cut-and-stack-2.pdf"));
    let middle = sizes(&sheets)[0].0 / 2.0;
    let sides: Vec<[String; 2]> = pieces(&sheets)
        .iter()
        .map(|side| [text(side, |piece| piece.x < middle), text(side, |piece| piece.x >= middle)])
        .collect();
    // The right pile comes first; behind a sheet's right half is its back's left one.
    let pile = |half: usize| {
        sides.chunks(2).flat_map(move |sheet| [sheet[0][half].clone(), sheet[1][1 - half].clone()]).collect::<Vec<_>>()
    };
    let stacked: Vec<_> = [pile(1), pile(0)].concat().into_iter().filter(|page| !page.is_empty()).collect();
    assert_eq!(stacked, pages);
}

#[test]
fn sheets_have_no_tags_and_no_links() {
    let workspace = Workspace::new();
    let links = "\n[[links]]\ntitle = \"الموقع\"\nurl = \"https://example.iq/a\"\n";
    workspace.report("school", &format!("{}{links}", long_report(9)));
    workspace.run("build -e bulletin --impose booklet").code(0);
    let annotations = |name: &str| {
        let document = Document::load_mem(&workspace.read(&format!("{BULLETIN}{name}.pdf"))).unwrap();
        let tagged = document.catalog().unwrap().has(b"StructTreeRoot");
        let links = document.objects.values().filter(|object| {
            object
                .as_dict()
                .is_ok_and(|object| object.get(b"Subtype").is_ok_and(|kind| *kind == Object::Name(b"Link".into())))
        });
        (tagged, links.count())
    };
    let (tagged, links) = annotations(".office");
    assert!(tagged && links > 0, "{links} links");
    assert_eq!(annotations(".office.booklet"), (false, 0));
}

#[test]
fn the_proof_shows_every_page_on_one() {
    let workspace = built("", 14, "--impose booklet --proof");
    let pages = page_texts(&workspace.read(&format!("{BULLETIN}.office.pdf"))).len();
    let proof = workspace.read(&format!("{BULLETIN}.office.booklet-proof.pdf"));
    about(sizes(&proof)[0], (210.0, 297.0));
    let found = pieces(&proof);
    assert_eq!(found.len(), 1);
    let written: String = found[0].iter().map(|piece| piece.text.as_str()).collect();
    let digits = |number: usize| {
        number.to_string().chars().map(|c| char::from_u32(c as u32 + 0x630).unwrap()).collect::<String>()
    };
    for page in 1..=pages {
        assert!(written.contains(&digits(page)), "page {page} is not on the proof");
    }
    assert!(written.contains("هجو") && written.contains("رهظ"), "front and back are named");
}

#[test]
fn the_workspace_says_how_sheets_are_made() {
    let settings = "[editions.bulletin]\nimpose = { scheme = \"booklet\", sheet = \"a4\" }\n";
    let workspace = built(settings, 9, "--profile office");
    let booklet = format!("{BULLETIN}.office.booklet.pdf");
    about(sizes(&workspace.read(&booklet))[0], (297.0, 210.0));
    // Up to date like any other file; the record is never arranged.
    workspace.run("build -e bulletin --profile office").code(0).says("up to date: 2");
    workspace.run("build -e bulletin").code(0);
    assert!(!workspace.files("out").contains(&format!("{BULLETIN}.booklet.pdf")));
    // What is asked for by hand comes instead, every time.
    for _ in 0..2 {
        workspace.run("build -e bulletin --impose booklet --sheet a3").code(0).says("built: 2");
        about(sizes(&workspace.read(&booklet))[0], (420.0, 297.0));
    }
    workspace.run("build -e bulletin --profile office").code(0);
    about(sizes(&workspace.read(&booklet))[0], (297.0, 210.0));
}

#[test]
fn what_cannot_be_arranged_is_refused() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    workspace.run("build --impose booklet --profile archive").code(2).says("[arranged-record]");
    workspace.run("build --proof").code(2).says("[nothing-arranged]");
    workspace.run("build --impose leaflet").code(2).says("booklet");
    workspace.run("build --impose booklet --creep 5").code(2).says("from 0 to 2");
    workspace.run("build --sheet a4").code(2).says("--impose");
    assert!(workspace.files("out").is_empty());
}

#[test]
fn blank_pages_of_a_booklet_are_told() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    workspace.run("build -e bulletin --impose booklet").code(0).says("[blank-pages]").says("3 pages stay blank");
}
