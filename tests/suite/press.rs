//! Files for the printing house: their boxes, their plates, and what preflight finds.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::process::Command;

use lopdf::{Dictionary, Document};
use tiff::decoder::{Decoder, DecodingResult};

use crate::pictures::jpeg;
use crate::words::pieces;
use crate::workspace::{ENGLISH, REPORT, Workspace};

/// The profile that is used where the office has none of its own.
const COATED: &[u8] = include_bytes!("../../src/photo/press.icc");
const POINTS: f64 = 72.0 / 25.4;

/// A box of a page: left, bottom, right, top.
fn area(page: &Dictionary, name: &str) -> [f64; 4] {
    let numbers = page.get(name.as_bytes()).unwrap_or_else(|_| panic!("no {name}")).as_array().unwrap();
    std::array::from_fn(|at| f64::from(numbers[at].as_float().unwrap()))
}

fn encloses(outer: [f64; 4], inner: [f64; 4]) -> bool {
    outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
}

/// Checks the boxes of every page of a file and returns how many there are.
#[track_caller]
fn right_boxes(pdf: &[u8], (width, height): (f64, f64)) -> usize {
    let document = Document::load_mem(pdf).unwrap();
    for id in document.page_iter() {
        let page = document.get_dictionary(id).unwrap();
        let [media, bleed, trim] = ["MediaBox", "BleedBox", "TrimBox"].map(|name| area(page, name));
        assert!(encloses(media, bleed) && encloses(bleed, trim), "{media:?} {bleed:?} {trim:?}");
        let size = ((trim[2] - trim[0]) / POINTS, (trim[3] - trim[1]) / POINTS);
        assert!((size.0 - width).abs() < 0.01 && (size.1 - height).abs() < 0.01, "trimmed to {size:?} mm");
        for side in 0..4 {
            assert!(((bleed[side] - trim[side]).abs() / POINTS - 3.0).abs() < 0.01, "{bleed:?} {trim:?}");
            assert!((media[side] - trim[side]).abs() / POINTS > 10.0, "no room for marks: {media:?} {trim:?}");
        }
    }
    document.page_iter().count()
}

#[test]
fn the_boxes_are_right_on_every_page() {
    let workspace = Workspace::new();
    let long =
        format!("{REPORT}\n[[body]]\nparagraph = \"{}\"\n", "بحث المجلس خطة العام المقبل مع المديرين. ".repeat(120));
    workspace.report("school", &long).run("build --profile press --impose booklet").code(0);
    let read = |name: &str| workspace.read(&format!("out/2026/11/2026-11-20-school-{name}.pdf"));
    let pages = right_boxes(&read("bulletin.press"), (210.0, 297.0));
    assert!(pages >= 2, "{pages} page");
    right_boxes(&read("flyer.press"), (148.0, 210.0));
    assert_eq!(right_boxes(&read("bulletin.press.booklet"), (420.0, 297.0)), pages.div_ceil(4) * 2);
    right_boxes(&read("flyer.press.booklet"), (296.0, 210.0));
}

#[test]
fn the_slug_line_says_what_the_sheet_is() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT).run("build -e bulletin --profile press --impose booklet").code(0);
    let text = |name: &str| -> String {
        let pdf = workspace.read(&format!("out/2026/11/2026-11-20-school-bulletin.press{name}.pdf"));
        let trim = area(
            Document::load_mem(&pdf)
                .unwrap()
                .get_dictionary(Document::load_mem(&pdf).unwrap().page_iter().next().unwrap())
                .unwrap(),
            "TrimBox",
        );
        pieces(&pdf)[0].iter().filter(|piece| piece.y < trim[1]).map(|piece| piece.text.as_str()).collect()
    };
    assert_eq!(text(""), "2026-11-20-school-bulletin.press.pdf   bulletin   2026-11-20   page 1/1");
    let sheet =
        "2026-11-20-school-bulletin.press.booklet.pdf   bulletin   2026-11-20   booklet   sheet 1 front   pages 1 | -";
    assert_eq!(text(".booklet"), sheet);
}

/// The four plates of a file's first page at 72 dots an inch, as darkness of each pixel: cyan,
/// magenta, yellow, black.
fn plates(pdf: &[u8]) -> [image::GrayImage; 4] {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("in.pdf"), pdf).unwrap();
    let run = Command::new("gs")
        .args([
            "-q",
            "-dNOPAUSE",
            "-dBATCH",
            "-dLastPage=1",
            "-sDEVICE=tiffsep",
            "-sCompression=none",
            "-r72",
            "-sOutputFile=plate.tif",
            "in.pdf",
        ])
        .current_dir(folder.path())
        .status()
        .expect("Ghostscript (gs) is needed for this test");
    assert!(run.success());
    ["Cyan", "Magenta", "Yellow", "Black"].map(|ink| plate(&folder.path().join(format!("plate({ink}).tif"))))
}

fn plate(path: &Path) -> image::GrayImage {
    let mut decoder = Decoder::new(BufReader::new(File::open(path).unwrap())).unwrap();
    let (width, height) = decoder.dimensions().unwrap();
    let DecodingResult::U8(pixels) = decoder.read_image().unwrap() else { panic!("not a byte a pixel") };
    image::GrayImage::from_raw(width, height, pixels).unwrap()
}

/// How much ink a plate has between two heights of the page, in shares of it, inside of the trim.
fn ink(plate: &image::GrayImage, from: f64, to: f64) -> u64 {
    let (width, height) = (f64::from(plate.width()), f64::from(plate.height()));
    let edge = 14.0 * POINTS + 1.0;
    let inside = |x: u32, y: u32| {
        let (x, y) = (f64::from(x), f64::from(y));
        x > edge && x < width - edge && y > from * height && y < to * height
    };
    plate.enumerate_pixels().filter(|(x, y, _)| inside(*x, *y)).map(|(_, _, pixel)| u64::from(255 - pixel.0[0])).sum()
}

#[test]
fn text_is_on_the_black_plate_alone() {
    let workspace = Workspace::new();
    let long =
        format!("{REPORT}\n[[body]]\nparagraph = \"{}\"\n", "بحث المجلس خطة العام المقبل مع المديرين. ".repeat(40));
    workspace.report("school", &long).run("build -e bulletin --profile press").code(0);
    let [cyan, magenta, yellow, black] = plates(&workspace.read("out/2026/11/2026-11-20-school-bulletin.press.pdf"));
    // The body, and the foot with its contacts and the check code.
    assert!(ink(&black, 0.3, 0.95) > 100_000);
    for plate in [&cyan, &magenta, &yellow] {
        assert_eq!(ink(plate, 0.3, 0.95), 0, "colour under black");
    }
    // The rule under the letterhead is in the office's colour, which is a mixture.
    assert!(ink(&cyan, 0.0, 0.3) > 0);
}

#[test]
fn black_text_is_printed_over_what_is_below_and_white_is_left_out() {
    let page = "#place(dx: 0mm, dy: 60mm, rect(width: 60mm, height: 30mm, fill: rgb(\"#6699cc\")))\n\
        #place(dx: 8mm, dy: 64mm, text(size: 60pt, weight: 700, fill: COLOUR)[نص])\n";
    let plates_of = |colour: &str| {
        let workspace = with_template(&page.replace("COLOUR", colour));
        workspace.run("build -e bulletin --profile press").code(0);
        plates(&workspace.read("out/2026/11/2026-11-20-school-bulletin.press.pdf"))
    };
    let [cyan, .., black] = plates_of("black");
    let under = cyan.pixels().zip(black.pixels()).filter(|(_, black)| black.0[0] < 5).map(|(cyan, _)| cyan.0[0]);
    let inside = under.filter(|cyan| *cyan < 200).count();
    assert!(inside > 200, "the colour is left out under black text: {inside} pixels");
    let [with_white, ..] = plates_of("white");
    let without_ink = |plate: &image::GrayImage| plate.pixels().filter(|pixel| pixel.0[0] > 250).count();
    assert!(without_ink(&with_white) > without_ink(&cyan) + 200, "white text is not left out");
}

#[test]
fn photos_take_at_most_three_inks_worth() {
    let workspace = Workspace::new();
    // All colours of the screen, the darkest as well.
    let photo = image::RgbImage::from_fn(1800, 1200, |x, y| {
        image::Rgb([(x * 255 / 1799) as u8, (y * 255 / 1199) as u8, if (x / 60 + y / 60) % 2 == 0 { 0 } else { 90 }])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    photo.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    workspace.file("content/assets/a.jpg", bytes.into_inner());
    let photo = "\n[[body]]\nphoto = \"content/assets/a.jpg\"\nalt = \"ساحة المدرسة\"\n";
    workspace.report("school", &format!("{REPORT}{photo}"));
    workspace.run("build -e bulletin --profile press").code(0);
    let plates = plates(&workspace.read("out/2026/11/2026-11-20-school-bulletin.press.pdf"));
    let (width, height) = plates[0].dimensions();
    let edge = (14.0 * POINTS) as u32 + 1;
    let mut most = 0;
    for y in edge..height - edge {
        for x in edge..width - edge {
            most = most.max(plates.iter().map(|plate| 255 - u32::from(plate.get_pixel(x, y).0[0])).sum::<u32>());
        }
    }
    assert!((600..=765).contains(&most), "{} % of ink", most * 100 / 255);
}

#[test]
fn press_files_say_how_they_are_to_be_printed() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT).run("build --profile press --impose booklet").code(0);
    for name in ["bulletin.press", "bulletin.press.booklet", "flyer.press"] {
        let pdf = workspace.read(&format!("out/2026/11/2026-11-20-school-{name}.pdf"));
        let file = Document::load_mem(&pdf).unwrap();
        let info = file.trailer.get_deref(b"Info", &file).unwrap().as_dict().unwrap();
        assert_eq!(info.get(b"GTS_PDFXVersion").unwrap().as_str().unwrap(), b"PDF/X-4", "{name}");
        assert_eq!(info.get(b"Trapped").unwrap().as_name().unwrap(), b"False", "{name}");
        let intents = file.catalog().unwrap().get(b"OutputIntents").unwrap().as_array().unwrap();
        let [intent] = intents.as_slice() else { panic!("{name}: {} output intents", intents.len()) };
        let intent = intent.as_dict().unwrap();
        assert_eq!(intent.get(b"S").unwrap().as_name().unwrap(), b"GTS_PDFX", "{name}");
        let profile = intent.get_deref(b"DestOutputProfile", &file).unwrap().as_stream().unwrap();
        assert_eq!(profile.decompressed_content().unwrap(), COATED, "{name}");
        assert_eq!(intent.get(b"OutputConditionIdentifier").unwrap().as_str().unwrap(), b"CGATS TR 001", "{name}");
        assert!(pdf.windows(9).any(|words| words == b"<pdfxid:G"), "{name}: XMP is silent");
        assert!(pdf.starts_with(b"%PDF-1.6"), "{name}");
    }
}

/// A profile that is like the built-in one, but for its name, and that it never prints yellow.
fn without_yellow() -> Vec<u8> {
    let mut profile = COATED.to_vec();
    let number = |profile: &[u8], at: usize| u32::from_be_bytes(profile[at..at + 4].try_into().unwrap()) as usize;
    for at in (0..number(&profile, 128)).map(|tag| 132 + 12 * tag) {
        let start = number(&profile, at + 4);
        match &profile[at..at + 3] {
            b"des" => profile[start + 12..start + 39].copy_from_slice(b"Newsprint of a local press."),
            // Of 16 bits: three tables of their colours' values, then 17³ mixtures of four inks.
            b"B2A" => {
                let values = usize::from(u16::from_be_bytes(profile[start + 48..start + 50].try_into().unwrap()));
                let mixtures = &mut profile[start + 52 + 3 * 2 * values..][..17 * 17 * 17 * 8];
                mixtures.chunks_mut(8).for_each(|inks| inks[4..6].fill(0));
            }
            _ => {}
        }
    }
    profile
}

#[test]
fn photos_are_mixed_by_the_profile_of_the_offices_own_press() {
    let workspace = Workspace::new();
    let photo = image::RgbImage::from_pixel(1800, 1200, image::Rgb([190, 150, 30]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    photo.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    workspace.file("content/assets/a.jpg", bytes.into_inner());
    let photo = "\n[[body]]\nphoto = \"content/assets/a.jpg\"\nalt = \"ساحة المدرسة\"\n";
    workspace.report("school", &format!("{REPORT}{photo}"));
    let yellow = || {
        let pdf = workspace.read("out/2026/11/2026-11-20-school-bulletin.press.pdf");
        let [_, _, yellow, _] = plates(&pdf);
        (ink(&yellow, 0.3, 0.7), pdf)
    };
    workspace.run("build -e bulletin --profile press").code(0);
    let coated = yellow().0;
    workspace.file("press.icc", without_yellow());
    workspace.file("nashra.toml", format!("{ENGLISH}[press]\nprofile = \"press.icc\"\n"));
    workspace.run("build -e bulletin --profile press").code(0).says("files built: 1");
    let (own, pdf) = yellow();
    assert!(own * 20 < coated, "yellow: {own} of {coated}");
    let file = Document::load_mem(&pdf).unwrap();
    let intents = file.catalog().unwrap().get(b"OutputIntents").unwrap().as_array().unwrap();
    let intent = intents[0].as_dict().unwrap();
    let condition = intent.get(b"OutputConditionIdentifier").unwrap().as_str().unwrap();
    assert_eq!(String::from_utf8_lossy(condition), "Newsprint of a local press.");
    assert!(intent.get(b"RegistryName").is_err(), "no registry knows it");
    let profile = intent.get_deref(b"DestOutputProfile", &file).unwrap().as_stream().unwrap();
    assert_eq!(profile.decompressed_content().unwrap(), without_yellow());
    // The archive keeps it with what was made by it.
    workspace.run("archive add content").code(0);
    workspace.run("archive rebuild 2026-11-20-school --compare").code(0);
    let kept = workspace.read("archive/2026/11/2026-11-20-school/v1/content/press.pdf");
    assert_eq!(ink(&plates(&kept)[2], 0.3, 0.7), own);
    // Another profile under the same name: the pages are made anew.
    workspace.file("press.icc", COATED);
    workspace.run("build -e bulletin --profile press").code(0).says("files built: 1");
    assert_eq!(yellow().0, coated);
}

#[test]
fn what_is_no_profile_of_a_press_is_an_error_at_its_line() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    workspace.file("nashra.toml", format!("{ENGLISH}[press]\nprofile = \"assets/press.icc\"\n"));
    let line = ENGLISH.lines().count() + 2;
    let refused = |says: &str, code: &str| {
        for command in ["build", "check"] {
            let run = workspace.run(command);
            run.code(1).says(says).says(&format!("[{code}]")).says(&format!("nashra.toml:{line}"));
        }
        assert!(!workspace.path().join("out/2026").exists());
    };
    refused("`assets/press.icc` does not exist", "file-not-found");
    workspace.file("assets/press.icc", b"%PDF-1.7");
    refused("`assets/press.icc` is no colour profile", "press-profile");
    workspace.file("assets/press.icc", &COATED[..9000]);
    refused("`assets/press.icc` is damaged or not whole", "press-profile");
    let screen = moxcms::ColorProfile::new_srgb().encode().unwrap();
    workspace.file("assets/press.icc", screen);
    refused("is not one of the four printing inks", "press-profile");
}

#[test]
fn what_goes_over_the_trim_is_there_to_be_cut() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT).run("build -e flyer --profile press").code(0);
    let [cyan, ..] = plates(&workspace.read("out/2026/11/2026-11-20-school-flyer.press.pdf"));
    let at = |millimetres: f64| (millimetres * POINTS) as u32;
    let middle = cyan.height() / 3;
    // The field of colour reaches 3 mm over the trim, which is 14 mm from the sheet's edge, and no
    // further.
    assert!(cyan.get_pixel(at(14.0 - 2.0), middle).0[0] < 128, "no colour over the trim");
    assert_eq!(cyan.get_pixel(at(14.0 - 4.5), middle).0[0], 255, "colour where it is cut off");
}

fn with_photo(pixels: (u32, u32)) -> Workspace {
    let workspace = Workspace::new();
    workspace.file("content/assets/a.jpg", jpeg(pixels.0, pixels.1));
    let photo = "\n[[body]]\nphoto = \"content/assets/a.jpg\"\nalt = \"ساحة المدرسة\"\n";
    workspace.report("school", &format!("{REPORT}{photo}"));
    workspace
}

#[test]
fn preflight_finds_a_coarse_picture_at_its_place() {
    let workspace = with_photo((1200, 800));
    let run = workspace.run("check --press -e bulletin");
    run.code(0).says("[photo-coarse]").says("content/school.toml:11:9 (body[2].photo)");
    let run = workspace.run("check --press -e bulletin --format json");
    let found: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let codes: Vec<_> =
        found["diagnostics"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"photo-coarse"), "{codes:?}");
    // The same is said when the file is made, and it doesn't stop that.
    workspace.run("build -e bulletin --profile press").code(0).says("[photo-coarse]");
    let fine = with_photo((2400, 1600)).run("check --press -e bulletin");
    assert!(!fine.code(0).stderr.contains("[photo-coarse]"), "{}", fine.stderr);
    let office = workspace.run("check -e bulletin");
    assert!(!office.code(0).stderr.contains("[photo-coarse]"), "{}", office.stderr);
}

/// A workspace whose bulletin is set by a template of its own.
fn with_template(body: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.file("nashra.toml", format!("{ENGLISH}[editions.bulletin]\ntemplate = \"own\"\n"));
    let start = "#set page(width: 210mm, height: 297mm, margin: 20mm)\n#set text(font: \"Amiri\", fallback: false)\n";
    workspace.file("templates/own/main.typ", format!("{start}{body}"));
    workspace.report("school", REPORT);
    workspace
}

#[test]
fn preflight_finds_text_near_the_cut() {
    let near = with_template("#place(top + left, dx: -17.5mm, dy: 40mm)[قريب من الحافة]\nنص\n");
    near.run("check --press -e bulletin")
        .code(0)
        .says("[near-edge]")
        .says("قريب من الحافة")
        .says("2.5 mm from the cut");
    let far = with_template("#place(top + left, dx: -14mm, dy: 40mm)[بعيد عن الحافة]\nنص\n");
    let far = far.run("check --press -e bulletin");
    assert!(!far.code(0).stderr.contains("[near-edge]"), "{}", far.stderr);
}

#[test]
fn preflight_finds_a_heading_at_a_pages_end() {
    let lone = with_template("نص\n#show heading: it => it.body\n#v(220mm)\n= عنوان وحيد\n#pagebreak()\nنص\n");
    lone.run("check --press -e bulletin").code(0).says("[lone-heading]").says("عنوان وحيد").says("page 1");
    let kept = with_template("نص\n#show heading: it => it.body\n= عنوان\nنص\n#pagebreak()\nنص\n");
    let kept = kept.run("check --press -e bulletin");
    assert!(!kept.code(0).stderr.contains("[lone-heading]"), "{}", kept.stderr);
}

#[test]
fn preflight_tells_of_the_colours_of_the_screen() {
    let workspace = with_photo((2400, 1600));
    let photo = workspace.run("check --press -e bulletin");
    assert!(!photo.code(0).stderr.contains("[screen-colours]"), "a photo is printed in inks: {}", photo.stderr);
    let mut png = std::io::Cursor::new(Vec::new());
    let half = image::RgbaImage::from_fn(900, 900, |x, y| image::Rgba([200, (x % 256) as u8, 20, (y % 256) as u8]));
    half.write_to(&mut png, image::ImageFormat::Png).unwrap();
    workspace.file("content/assets/a.png", png.into_inner());
    let photo = "\n[[body]]\nphoto = \"content/assets/a.png\"\nalt = \"ساحة المدرسة\"\n";
    workspace.report("school", &format!("{REPORT}{photo}"));
    workspace.run("check --press -e bulletin").code(0).says("[screen-colours]").says("ساحة المدرسة");
}

#[test]
fn preflight_finds_a_coarse_picture_of_a_template() {
    let own = with_template("#image(\"/templates/own/a.jpg\", width: 60mm, alt: \"شعار\")\nنص\n");
    own.file("templates/own/a.jpg", jpeg(200, 100));
    own.run("check --press -e bulletin").code(0).says("[coarse-picture]").says("85 dots an inch, the press needs 300");
}
