//! Pictures to post: their sizes, their bytes, what stands where on them, and what is refused.

mod seen;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use image::{DynamicImage, GenericImageView as _, Rgb, RgbImage};
use nashra::edition::{EditionKind, PictureSize};
use nashra::export::MAX_PICTURE;

use crate::contract::FIXTURES;
use crate::pictures::jpeg;
use crate::workspace::{REPORT, Workspace};

/// The mark across what is not signed off.
const DRAFT: &str = "مسودة";
/// 8 % of the width, in pixels.
const MARGIN: f64 = 86.4;

fn sizes() -> impl Iterator<Item = PictureSize> {
    EditionKind::Social.sizes().iter().flatten().copied()
}

fn fixtures() -> impl Iterator<Item = &'static str> {
    FIXTURES.iter().filter(|(edition, _)| *edition == "social").map(|(_, name)| *name)
}

/// The sample workspace's pictures; name and bytes of each.
fn samples() -> &'static [(String, Vec<u8>)] {
    static BUILT: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    BUILT.get_or_init(|| build_samples(&[]))
}

fn build_samples(arguments: &[&str]) -> Vec<(String, Vec<u8>)> {
    let elsewhere = Workspace::bare();
    let output = elsewhere.path().join("out");
    let mut all = vec!["-C", env!("CARGO_MANIFEST_DIR"), "build", "-e", "social", "--output", output.to_str().unwrap()];
    all.extend(arguments);
    elsewhere.run_with(&all, &[]).code(0);
    elsewhere.files("out").into_iter().map(|name| (name.clone(), elsewhere.read(&name))).collect()
}

/// The names of the chunks of a PNG, or of the segments of a JPEG before its pixels.
fn parts(bytes: &[u8]) -> Vec<String> {
    let long = |at: usize| usize::from(bytes[at]) << 8 | usize::from(bytes[at + 1]);
    let mut found = Vec::new();
    if bytes.starts_with(b"\x89PNG") {
        let mut at = 8;
        while at < bytes.len() {
            let length = long(at) << 16 | long(at + 2);
            found.push(String::from_utf8(bytes[at + 4..at + 8].to_vec()).unwrap());
            at += length + 12;
        }
    } else {
        let mut at = 2;
        while bytes[at + 1] != 0xDA {
            found.push(format!("{:02x}", bytes[at + 1]));
            at += 2 + long(at + 2);
        }
    }
    found.dedup();
    found
}

/// The names and texts of the sample workspace's reports.
fn sample_reports() -> Vec<(String, String)> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = fs::read_dir(content).unwrap().map(|entry| entry.unwrap().path());
    let reports = files.filter(|file| file.extension().is_some_and(|ending| ending == "toml"));
    reports
        .map(|file| (file.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&file).unwrap()))
        .collect()
}

#[test]
fn every_picture_has_its_size_in_pixels_and_few_bytes() {
    let found = samples();
    assert_eq!(found.len(), 3 * sample_reports().len(), "three of each report");
    for (name, bytes) in found {
        assert!(bytes.len() <= MAX_PICTURE && MAX_PICTURE <= 400_000, "{name}: {} bytes", bytes.len());
        let picture = image::load_from_memory(bytes).unwrap();
        let (width, height) = picture.dimensions();
        assert!(name.contains(&format!("-social-{width}x{height}.")), "{name} has {width}x{height}");
        assert!(matches!(picture, DynamicImage::ImageRgb8(_)), "{name} is not in plain red, green and blue");
        // Without a photo, what is drawn from letters and fields is kept to the last pixel.
        let report = sample_reports().into_iter().find(|(slug, _)| name.contains(slug.as_str())).unwrap().1;
        assert!(name.ends_with(".png") || report.contains("content/assets/"), "{name}");
    }
    let heights: BTreeSet<_> = found.iter().filter_map(|(name, _)| name.split('x').nth(1)?.get(..4)).collect();
    assert_eq!(heights, ["1080", "1350", "1920"].into());
}

#[test]
fn pictures_hold_pixels_and_nothing_of_the_machine() {
    for (name, bytes) in samples() {
        if name.ends_with(".png") {
            assert_eq!(parts(bytes), ["IHDR", "IDAT", "IEND"], "{name}");
            continue;
        }
        // The header of the format, tables, the frame: no EXIF (e1), no comment (fe).
        let allowed = ["e0", "db", "c0", "c4"];
        assert!(parts(bytes).iter().all(|part| allowed.contains(&part.as_str())), "{name}: {:?}", parts(bytes));
        let frame = bytes.windows(2).position(|two| two == [0xFF, 0xC0]).unwrap();
        let sampling: Vec<u8> = (0..3).map(|component| bytes[frame + 11 + 3 * component]).collect();
        assert_eq!(sampling, [0x11; 3], "{name} loses detail of colours");
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    // Another folder, another profile, and one report at a time.
    assert!(*samples() == build_samples(&["-j", "1", "-p", "office"]), "two builds differ");
}

#[test]
fn pictures_are_made_when_asked_for_and_then_are_up_to_date() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    workspace.run("build").code(0);
    assert!(!workspace.files("out").iter().any(|name| name.contains("social")));
    let run = workspace.run("build -e social --format json");
    for size in ["1080x1080", "1080x1350", "1080x1920"] {
        run.code(0).prints(&format!("2026-11-20-school-social-{size}.png"));
    }
    workspace.run("build -e social").code(0).says("files built: 0, up to date: 3");
    // What it is for makes no difference to a picture.
    workspace.run("build -e social -p office").code(0).says("files built: 0, up to date: 3");
    std::fs::remove_file(workspace.path().join("out/2026/11/2026-11-20-school-social-1080x1350.png")).unwrap();
    workspace.run("build -e social").code(0).says("files built: 3, up to date: 0");
    workspace.file("nashra.toml", "schema = 1\nlanguage = \"en\"\n[editions.social]\nenabled = true\n");
    workspace.run("build").code(0).says("files built: 5, up to date: 0");
    workspace.file("nashra.toml", "schema = 1\nlanguage = \"en\"\n[editions.social]\npaper = \"a4\"\n");
    workspace.run("build").code(1).says("unknown key `paper`");
}

/// A photo whose PNG takes more than a picture may.
fn busy(width: u32, height: u32, grain: u32) -> Vec<u8> {
    let mut seed = 1u32;
    let mut noise = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 24) % grain
    };
    let image =
        RgbImage::from_fn(width, height, |x, y| Rgb([x / 8, y / 8, 90].map(|value| (value % 128 + noise()) as u8)));
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 95).encode_image(&image).unwrap();
    bytes
}

#[test]
fn a_picture_that_becomes_a_jpeg_leaves_no_png_behind() {
    let workspace = Workspace::new();
    let photo = "[[photos]]\nfile = \"content/a.jpg\"\nalt = \"صورة\"\n";
    let names = |ending: &str| {
        ["1080x1080", "1080x1350", "1080x1920"]
            .map(|size| format!("out/2026/11/2026-11-20-school-social-{size}.{ending}"))
            .to_vec()
    };
    workspace.file("content/a.jpg", busy(1500, 1000, 30));
    workspace.report("school", REPORT);
    workspace.run("build -e social").code(0);
    assert_eq!(workspace.files("out"), names("png"));
    workspace.report("school", &format!("{REPORT}\n{photo}"));
    workspace.run("build -e social").code(0);
    assert_eq!(workspace.files("out"), names("jpg"));
    workspace.run("build -e social").code(0).says("files built: 0, up to date: 3");
    workspace.report("school", &format!("{REPORT}\n{photo}\n[social]\nphotos = []\n"));
    workspace.run("build -e social").code(0);
    assert_eq!(workspace.files("out"), names("png"));
}

#[test]
fn a_photo_that_would_be_spoilt_is_refused() {
    let workspace = Workspace::new();
    workspace.file("content/a.jpg", busy(1500, 1400, 128));
    let photo = "[[photos]]\nfile = \"content/a.jpg\"\nalt = \"صورة\"\n";
    workspace.report("school", &format!("{REPORT}\n{photo}"));
    let run = workspace.run("build -e social");
    run.code(1).says("[picture-too-large]").says("photos[1].file").says("400 KB").says("`photos = []`");
    assert!(workspace.files("out").is_empty());
    workspace.run("check -e social --lang ar").code(1).says("[picture-too-large]").says("400 كيلوبايت");
    workspace.run("build").code(0);
}

#[test]
fn a_headline_with_too_many_words_is_named_with_the_words_to_lose() {
    let title = "افتتاح مدرسة جديدة في قضاء الزبير";
    let long = format!("{title} بحضور مدير التربية وعدد كبير من أهالي القضاء ووجهائه وتلاميذه");
    let workspace = Workspace::new();
    workspace.report("school", &REPORT.replace(title, &long));
    workspace.run("build -e social").code(1).says("school.toml:5:9 (title)").says("[headline-too-long]");
    workspace.run("build -e social").code(1).says("has 16 words").says("take out 4 words").says("`[social]`");
    assert!(workspace.files("out").is_empty());
    // It is a title like another for the other pages, also where all are made together.
    let all = workspace.run("build -e bulletin,flyer,social");
    all.code(1).says("[headline-too-long]").says("files built: 2").says("reports with errors: 1");
    assert_eq!(all.stderr.matches("headline-too-long").count(), 1, "{}", all.stderr);
    assert_eq!(workspace.files("out/2026").len(), 2);
    workspace.run("build").code(0).says("up to date: 2");
    workspace.run("check -e bulletin,social").code(1).says("[headline-too-long]");
    workspace
        .report("school", &format!("{}\n[social]\nheadline = \"مدرسة في الزبير\"\n", REPORT.replace(title, &long)));
    workspace.run("build -e social").code(0);
    workspace.report("school", &format!("{REPORT}\n[social]\nheadline = \"{long}\"\n"));
    workspace.run("build").code(1).says("(social.headline)").says("take out 4 words");
}

#[test]
fn a_word_too_wide_for_a_picture_is_refused() {
    let word = "المستشفياتوالمراكزالصحيةوالعياداتالشعبية";
    let workspace = Workspace::new();
    workspace.report("school", &format!("{REPORT}\n[social]\nheadline = \"{word} في البصرة\"\n"));
    let run = workspace.run("build -e social");
    run.code(1)
        .says("[social-too-long]")
        .says("(social.headline)")
        .says("`headline` does not fit")
        .says("take out about 1 word,");
    assert_eq!(run.stderr.matches("social-too-long").count(), 1, "{}", run.stderr);
    workspace.run("build -e social --lang ar").code(1).says("لا تتسع له صورة النشر").says("كلمة واحدة");
    assert!(workspace.files("out").is_empty());
}

#[test]
fn the_photo_is_one_of_the_reports() {
    let workspace = Workspace::new();
    workspace.file("content/a.jpg", jpeg(300, 200));
    let photo = "[[photos]]\nfile = \"content/a.jpg\"\nalt = \"صورة\"\n";
    workspace.report("school", &format!("{REPORT}\n{photo}\n[social]\nphotos = [\"content/b.jpg\"]\n"));
    workspace.run("build -e social").code(1).says("[not-a-report-photo]").says("social.photos[1]");
    let two = "photos = [\"content/a.jpg\", \"content/a.jpg\"]";
    workspace.report("school", &format!("{REPORT}\n{photo}\n[social]\n{two}\n"));
    workspace.run("build -e social").code(1).says("(social.photos)");
    workspace.report("school", &format!("{REPORT}\n{photo}\n[social]\nphotos = [\"content/a.jpg\"]\n"));
    workspace.run("build -e social").code(0);
}

#[test]
fn a_template_of_another_size_is_refused() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    workspace.file("nashra.toml", "schema = 1\nlanguage = \"en\"\n[editions.social]\ntemplate = \"own\"\n");
    workspace.file("templates/own/main.typ", "#set page(width: 1080pt, height: 1080pt)\n#h(1pt)");
    let run = workspace.run("build -e social");
    run.code(1).says("[picture-shape]").says("`own` made 1 page of 1080x1080 pixels, not 1 of 1080x1350");
    workspace.file("templates/own/main.typ", "#set page(width: 1080pt, height: auto)\na\n#pagebreak()\nb");
    workspace.run("build -e social").code(1).says("2 pages");
    workspace.run("build -e social --lang ar").code(1).says("أخرج صفحتين بقياس");
    assert!(workspace.files("out").is_empty());
}

#[test]
fn a_page_without_a_ground_is_white() {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    workspace.file("nashra.toml", "schema = 1\nlanguage = \"en\"\n[editions.social]\ntemplate = \"own\"\n");
    let own = "#import \"/templates/shared/data.typ\": document-facts\n#let size = document-facts.size\n\
               #set page(width: size.width * 1pt, height: size.height * 1pt, fill: none)\n#h(1pt)";
    workspace.file("templates/own/main.typ", own);
    workspace.run("build -e social").code(0);
    for name in workspace.files("out") {
        let picture = image::load_from_memory(&workspace.read(&name)).unwrap().into_rgb8();
        assert!(picture.pixels().all(|pixel| pixel.0 == [255; 3]), "{name}");
    }
}
