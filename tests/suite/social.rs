//! Pictures to post: their sizes, their bytes, what stands where on them, and what is refused.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use image::{DynamicImage, GenericImageView as _, Rgb, RgbImage};
use nashra::edition::{EditionKind, PictureSize};
use nashra::export::MAX_PICTURE;
use nashra::pages::Finished;
use typst::visualize::Paint;

use crate::contract::{FIXTURES, social_pages, social_picture};
use crate::ink;
use crate::lab::runs;
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
        assert_eq!(name.ends_with(".png"), !report.contains("content/assets/"), "{name}");
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
    // It is a title like another for the other pages.
    workspace.run("build").code(0);
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
    workspace.run("build -e social --lang ar").code(1).says("صفحات عددها 2");
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

/// The space that apps leave free: left, top, right, bottom.
fn safe(size: PictureSize) -> [f64; 4] {
    let (width, height) = size.pixels();
    let (width, height) = (f64::from(width), f64::from(height));
    let (top, bottom) = match size {
        PictureSize::Story => (0.14 * height, 0.80 * height),
        _ => (MARGIN, height - MARGIN),
    };
    [MARGIN, top, width - MARGIN, bottom]
}

/// A fixture laid out, without a word from typst.
fn laid_out(name: &str, size: PictureSize) -> Finished {
    let pages = social_pages(name, size).unwrap_or_else(|said| panic!("{name} {}: {said:?}", size.name()));
    assert!(pages.warnings.is_empty() && pages.document.pages().len() == 1);
    Finished { document: pages.document, looseness: Vec::new() }
}

/// The runs of words of a fixture with their box in pixels, their size and colour; a draft's mark
/// left out.
fn words(name: &str, size: PictureSize) -> Vec<(String, [f64; 4], f64, Rgb<u8>)> {
    let found = runs(&laid_out(name, size)).into_iter().filter(|run| run.item.text != DRAFT);
    found
        .map(|run| {
            let (x, y, size) = (run.at.x.to_pt(), run.at.y.to_pt(), run.item.size.to_pt());
            let Paint::Solid(fill) = &run.item.fill else { panic!("{name}: words are of one colour") };
            let [r, g, b, _] = fill.to_rgb().into_format::<u8, u8>().into();
            // From a little above the letters without marks to the lowest tails.
            let place = [x, y - 0.75 * size, x + run.item.width().to_pt(), y + 0.3 * size];
            (run.item.text.to_string(), place, size, Rgb([r, g, b]))
        })
        .collect()
}

#[test]
fn all_words_keep_to_the_safe_part_of_the_picture() {
    for name in fixtures() {
        for size in sizes() {
            let [left, top, right, bottom] = safe(size);
            for word in ink::words(&laid_out(name, size)).iter().filter(|word| word.text != DRAFT) {
                let ink = word.ink();
                let inside = ink.left >= left && ink.right <= right && ink.top >= top && ink.bottom <= bottom;
                assert!(inside, "{name} {}: `{}` at {ink:?}", size.name(), word.text);
            }
        }
    }
}

#[test]
fn margins_of_pictures_without_a_photo_are_clean() {
    for name in fixtures().filter(|name| !name.contains("photo") && !name.contains("draft")) {
        for size in sizes() {
            let (bytes, _) = social_picture(name, size);
            let picture = image::load_from_memory(&bytes).unwrap().into_rgb8();
            let [left, top, right, bottom] = safe(size).map(|edge| edge as u32);
            for (y, row) in picture.rows().enumerate() {
                let row: Vec<_> = row.collect();
                let y = y as u32;
                let margin = row[..left as usize].iter().chain(&row[right as usize + 1..]);
                let outside = if y < top || y > bottom { row.iter().chain(&[]) } else { [].iter().chain(&row[..0]) };
                assert!(
                    margin.chain(outside).all(|pixel| *pixel == row[0]),
                    "{name} {}: something stands in the margin of row {y}",
                    size.name()
                );
            }
        }
    }
}

/// Contrast of two colours by WCAG 2.2.
fn contrast(a: Rgb<u8>, b: Rgb<u8>) -> f64 {
    let light = |colour: Rgb<u8>| {
        let [r, g, b] = colour.0.map(|channel| {
            let channel = f64::from(channel) / 255.0;
            if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (light(a) + 0.05, light(b) + 0.05);
    a.max(b) / a.min(b)
}

/// The most frequent colour in a box that is not the letters' own.
fn ground(picture: &RgbImage, [left, top, right, bottom]: [f64; 4], letters: Rgb<u8>) -> Rgb<u8> {
    let mut seen: BTreeMap<[u8; 3], usize> = BTreeMap::new();
    for (x, y) in (top as u32..bottom as u32).flat_map(|y| (left as u32 - 3..right as u32 + 3).map(move |x| (x, y))) {
        // JPEG spreads a colour a little.
        *seen.entry(picture.get_pixel(x, y).0.map(|channel| channel & !3)).or_default() += 1;
    }
    let others = seen.into_iter().filter(|(colour, _)| contrast(Rgb(*colour), letters) > 1.3);
    Rgb(others.max_by_key(|(_, count)| *count).unwrap().0)
}

#[test]
fn words_stand_out_from_what_is_drawn_behind_them() {
    // A draft's mark crosses the words on purpose.
    for name in fixtures().filter(|name| !name.contains("draft")) {
        for size in sizes() {
            let (bytes, _) = social_picture(name, size);
            let picture = image::load_from_memory(&bytes).unwrap().into_rgb8();
            for (text, [left, top, right, bottom], type_size, fill) in words(name, size) {
                let ratio = contrast(fill, ground(&picture, [left, top, right, bottom], fill));
                assert!(ratio >= 4.5, "{name} {}: `{text}` has {ratio:.1}", size.name());
                // A quarter of it is still 9 pixels.
                assert!(type_size >= 36.0 * 0.86, "{name} {}: `{text}` is of {type_size} pixels", size.name());
            }
        }
    }
}

#[test]
fn headline_office_and_day_are_all_there() {
    for (name, expected) in [
        ("long-photo", "المحافظ يفتتح المستشفى التعليمي الجديد في قضاء الزبير بحضور ممثلي المنظمات الدولية"),
        ("typical", "البصرة مدينة صديقة للطفل"),
    ] {
        for size in sizes() {
            let mut said: Vec<_> = words(name, size);
            said.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.1[1].total_cmp(&b.1[1])).then(b.1[0].total_cmp(&a.1[0])));
            let all = said.iter().flat_map(|(text, ..)| text.split_whitespace()).collect::<Vec<_>>().join(" ");
            assert!(all.starts_with(expected), "{name} {}: {all}", size.name());
            for other in ["محافظة البصرة", "المكتب الإعلامي", "٢٠ تشرين الثاني ٢٠٢٦ م"]
            {
                assert!(all.contains(other), "{name} {}: no `{other}` in {all}", size.name());
            }
        }
    }
    // Who took the photo is said, but for the office itself.
    let all = |name| words(name, PictureSize::Square).iter().map(|word| word.0.clone()).collect::<String>();
    assert!(all("typical-photo").contains("وكالة الأنباء العراقية"));
    assert!(!all("short-photo").contains("عدسة"));
}

#[test]
fn a_draft_says_so_across_the_picture() {
    for size in sizes() {
        let (draft, _) = social_picture("draft", size);
        let (final_one, _) = social_picture("typical", size);
        let [draft, final_one] = [draft, final_one].map(|bytes| image::load_from_memory(&bytes).unwrap().into_rgb8());
        let changed = draft.pixels().zip(final_one.pixels()).filter(|(a, b)| contrast(**a, **b) > 1.5).count();
        let share = changed as f64 / draft.pixels().len() as f64;
        assert!(share > 0.02, "{}: {share:.3} of the pixels", size.name());
    }
}
