//! Photos on finished pages: upright, in the right colours, as many pixels as are seen, and nothing
//! that the camera noted.

mod laid;

use std::fs;
use std::io::Cursor;

use image::codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder};
use image::{DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat, Rgb, RgbImage};
use moxcms::ColorProfile;

use crate::embedded::{Embedded, pictures};
use crate::workspace::{REPORT, Workspace};

const BULLETIN: &str = "out/2026/11/2026-11-20-school-bulletin.pdf";
const FLYER: &str = "out/2026/11/2026-11-20-school-flyer.pdf";
const KEPT: &str = "out/.nashra/photos";
const SECRET: &str = "30.5081N 47.7835E";

/// A picture with as much detail as a photo has.
fn photo(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let wave = |n: u32| ((f64::from(n) / 17.0).sin() * 60.0 + 128.0) as u8;
        let grain = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).wrapping_mul(2_246_822_519) >> 29;
        Rgb([wave(x) + grain as u8, wave(y) + grain as u8, wave(x + y)])
    })
}

fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture.clone()).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A file with Exif: how the camera was held, and where it was.
fn from_camera(picture: &RgbImage, ending: &str, orientation: u8) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend(b"\x0e\x01\x02\0");
    exif.extend((SECRET.len() as u32).to_le_bytes());
    exif.extend(38_u32.to_le_bytes());
    exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    exif.extend([0; 4]);
    exif.extend(SECRET.as_bytes());
    write(picture, ending, |encoder| encoder.set_exif_metadata(exif).unwrap())
}

/// Writes a picture with what `add` adds to it.
fn write(picture: &RgbImage, ending: &str, add: impl FnOnce(&mut dyn Extra)) -> Vec<u8> {
    fn finish<E: ImageEncoder>(mut encoder: E, picture: &RgbImage, add: impl FnOnce(&mut dyn Extra)) {
        add(&mut encoder);
        encoder.write_image(picture, picture.width(), picture.height(), ExtendedColorType::Rgb8).unwrap();
    }
    let mut bytes = Vec::new();
    match ending {
        "jpg" => finish(JpegEncoder::new_with_quality(&mut bytes, 95), picture, add),
        "png" => finish(PngEncoder::new(&mut bytes), picture, add),
        _ => finish(WebPEncoder::new_lossless(&mut bytes), picture, add),
    }
    bytes
}

/// What a picture's file can say besides the picture.
trait Extra {
    fn set_exif_metadata(&mut self, exif: Vec<u8>) -> Result<(), image::error::UnsupportedError>;
    fn set_icc_profile(&mut self, profile: Vec<u8>) -> Result<(), image::error::UnsupportedError>;
}

impl<E: ImageEncoder> Extra for E {
    fn set_exif_metadata(&mut self, exif: Vec<u8>) -> Result<(), image::error::UnsupportedError> {
        ImageEncoder::set_exif_metadata(self, exif)
    }

    fn set_icc_profile(&mut self, profile: Vec<u8>) -> Result<(), image::error::UnsupportedError> {
        ImageEncoder::set_icc_profile(self, profile)
    }
}

fn with_block(block: &str, files: &[(&str, Vec<u8>)]) -> Workspace {
    let workspace = Workspace::new();
    workspace.report("school", &format!("{REPORT}\n[[body]]\n{block}\n"));
    for (name, bytes) in files {
        workspace.file(name, bytes);
    }
    workspace
}

/// A report with one photo of the whole measure.
fn with_photo(name: &str, bytes: Vec<u8>) -> Workspace {
    with_block(&format!("photo = \"content/{name}\"\nalt = \"صورة\"\n"), &[(&format!("content/{name}"), bytes)])
}

fn built(workspace: &Workspace) -> Vec<Embedded> {
    workspace.run("build --edition bulletin").code(0);
    pictures(&workspace.read(BULLETIN))
}

#[track_caller]
fn one(workspace: &Workspace) -> Embedded {
    let mut found = built(workspace);
    assert_eq!(found.len(), 1);
    found.remove(0)
}

#[track_caller]
fn assert_colour(picture: &RgbImage, (x, y): (f64, f64), expected: [u8; 3]) {
    let at = |share: f64, pixels: u32| (f64::from(pixels) * share) as u32;
    let found = picture.get_pixel(at(x, picture.width()), at(y, picture.height())).0;
    let far = found.iter().zip(expected).any(|(found, expected)| found.abs_diff(expected) > 4);
    assert!(!far, "{found:?} at {x}, {y} of the picture, not {expected:?}");
}

const RED: [u8; 3] = [200, 30, 30];
const BLUE: [u8; 3] = [30, 30, 200];

#[test]
fn a_photo_has_as_many_pixels_as_are_seen() {
    let found = one(&with_photo("a.jpg", encoded(&photo(2000, 1500), ImageFormat::Jpeg)));
    assert_eq!(found.filter, "DCTDecode");
    // 144 mm at 220 pixels an inch.
    assert!((1245..=1252).contains(&found.pixels.width()), "{}", found.pixels.width());
    let shape = f64::from(found.pixels.width()) / f64::from(found.pixels.height());
    assert!((shape - 4.0 / 3.0).abs() < 0.03, "{shape}");
    assert!(found.bytes.len() < 700_000, "{}", found.bytes.len());
}

#[test]
fn the_office_printer_gets_the_very_photo_of_the_record() {
    let workspace = with_photo("a.jpg", encoded(&photo(2000, 1500), ImageFormat::Jpeg));
    let record = one(&workspace);
    workspace.run("build --edition bulletin --profile office").code(0);
    let office = pictures(&workspace.read(&BULLETIN.replace(".pdf", ".office.pdf")));
    assert_eq!(office.len(), 1);
    assert!(office[0].filter == "DCTDecode" && office[0].bytes == record.bytes, "it was packed anew");
}

#[test]
fn a_small_photo_is_never_enlarged() {
    // Of whose height the grid of lines may cost a few.
    let width = one(&with_photo("a.jpg", encoded(&photo(900, 600), ImageFormat::Jpeg))).pixels.width();
    assert!((890..=900).contains(&width), "{width}");
}

#[test]
fn every_orientation_of_every_format_stands_upright() {
    let stored = RgbImage::from_fn(640, 320, |x, y| Rgb(if (x < 320) == (y < 160) { RED } else { BLUE }));
    let mut wide = stored.clone();
    // One corner tells all eight apart.
    (0..60).for_each(|n| (0..60).for_each(|m| wide.put_pixel(n, m, Rgb([30, 200, 30]))));
    for (ending, orientation) in
        [("jpg", 6), ("png", 8), ("webp", 3)].into_iter().chain((1..=8).map(|orientation| ("jpg", orientation)))
    {
        let mut upright = DynamicImage::ImageRgb8(wide.clone());
        upright.apply_orientation(image::metadata::Orientation::from_exif(orientation).unwrap());
        let upright = upright.into_rgb8();
        let found = one(&with_photo(&format!("a.{ending}"), from_camera(&wide, ending, orientation))).pixels;
        assert_eq!(found.width() > found.height(), upright.width() > upright.height(), "{ending} {orientation}");
        for (x, y) in [(0.04, 0.04), (0.96, 0.04), (0.04, 0.96), (0.96, 0.96)] {
            let at = |share: f64, pixels: u32| (f64::from(pixels) * share) as u32;
            let expected = upright.get_pixel(at(x, upright.width()), at(y, upright.height())).0;
            assert_colour(&found, (x, y), expected);
        }
    }
}

#[test]
fn what_the_camera_noted_is_not_published() {
    for ending in ["jpg", "png", "webp"] {
        let bytes = from_camera(&photo(300, 200), ending, 1);
        assert!(find(&bytes, SECRET.as_bytes()), "the test's own {ending} has no note");
        let workspace = with_photo(&format!("a.{ending}"), bytes);
        for found in built(&workspace) {
            assert!(!find(&found.bytes, SECRET.as_bytes()) && !find(&found.bytes, b"Exif"), "{ending}");
        }
        for kept in fs::read_dir(workspace.path().join(KEPT)).unwrap() {
            assert!(!find(&fs::read(kept.unwrap().path()).unwrap(), SECRET.as_bytes()), "{ending}");
        }
        assert!(!find(&workspace.read(BULLETIN), SECRET.as_bytes()), "{ending}");
    }
}

fn find(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|found| found == part)
}

#[test]
fn the_colours_of_a_phone_stay_what_they_are() {
    let picture = RgbImage::from_pixel(400, 300, Rgb([200, 100, 100]));
    let p3 = ColorProfile::new_display_p3().encode().unwrap();
    for ending in ["jpg", "png", "webp"] {
        let bytes = write(&picture, ending, |encoder| encoder.set_icc_profile(p3.clone()).unwrap());
        let found = one(&with_photo(&format!("a.{ending}"), bytes)).pixels;
        // Computed by hand from the matrices of SMPTE EG 432-1 and IEC 61966-2-1.
        assert_colour(&found, (0.5, 0.5), [215, 93, 97]);
    }
}

#[test]
fn fine_bright_lines_do_not_grow_dark() {
    // Lines of one pixel, half black and half white: in light that is 188 of 255, not 128.
    let lines = RgbImage::from_fn(3000, 1500, |x, _| Rgb([if x % 2 == 0 { 255 } else { 0 }; 3]));
    let found = one(&with_photo("a.jpg", encoded(&lines, ImageFormat::Jpeg))).pixels;
    let mean = found.pixels().map(|pixel| u64::from(pixel.0[1])).sum::<u64>() / (found.len() as u64 / 3);
    assert!((180..=196).contains(&mean), "{mean}");
}

#[test]
fn drawings_and_what_is_transparent_stay_free_of_loss() {
    let sharp = RgbImage::from_fn(400, 300, |x, y| Rgb(if (x / 40 + y / 40) % 2 == 0 { RED } else { BLUE }));
    let found = one(&with_photo("a.png", encoded(&sharp, ImageFormat::Png)));
    assert_eq!((found.filter.as_str(), found.pixels), ("FlateDecode", sharp));

    let glass = image::RgbaImage::from_fn(400, 300, |x, _| image::Rgba([200, 30, 30, if x < 200 { 0 } else { 255 }]));
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::ImageRgba8(glass.clone()).write_to(&mut bytes, format).unwrap();
        let workspace = with_photo(&format!("a.{}", format.extensions_str()[0]), bytes.into_inner());
        assert_eq!(one(&workspace).filter, "FlateDecode");
        let file = lopdf::Document::load_mem(&workspace.read(BULLETIN)).unwrap();
        let has_mask = |object: &lopdf::Object| object.as_stream().is_ok_and(|stream| stream.dict.has(b"SMask"));
        assert!(file.objects.values().any(has_mask), "{format:?} lost its transparency");
    }
}

#[test]
fn a_photo_saved_as_png_becomes_a_jpeg() {
    let found = one(&with_photo("a.png", encoded(&photo(1600, 1200), ImageFormat::Png)));
    assert_eq!(found.filter, "DCTDecode");
}

#[test]
fn a_flyer_holds_no_pixel_that_nobody_sees() {
    let middle = RgbImage::from_fn(1600, 1200, |_, y| Rgb(if (400..800).contains(&y) { RED } else { BLUE }));
    let workspace = with_photo("a.jpg", encoded(&middle, ImageFormat::Jpeg));
    workspace.run("build --edition flyer").code(0);
    let found = pictures(&workspace.read(FLYER)).remove(0).pixels;
    let shape = f64::from(found.width()) / f64::from(found.height());
    assert!(shape > 1.5, "{} x {}: nothing is cut", found.width(), found.height());
    assert_colour(&found, (0.5, 0.5), RED);
}

#[test]
fn pages_are_the_same_bytes_whatever_was_kept() {
    let files = [
        ("content/a.jpg", encoded(&photo(1500, 1000), ImageFormat::Jpeg)),
        ("content/b.webp", encoded(&photo(700, 1000), ImageFormat::WebP)),
        ("content/c.png", encoded(&photo(1000, 700), ImageFormat::Png)),
    ];
    let gallery = "gallery = [{ file = \"content/a.jpg\", alt = \"أ\" }, { file = \"content/b.webp\", alt = \"ب\" }, \
                   { file = \"content/c.png\", alt = \"ج\" }]";
    let workspace = with_block(gallery, &files);
    workspace.run("build").code(0);
    let first = (workspace.read(BULLETIN), workspace.read(FLYER));
    let kept = || fs::read_dir(workspace.path().join(KEPT)).map_or(0, Iterator::count);
    let all = kept();
    assert!(all >= 3, "{all}");
    let again = |arguments: &str| {
        workspace.run(arguments).code(0);
        assert!(first == (workspace.read(BULLETIN), workspace.read(FLYER)), "other bytes after {arguments}");
    };
    again("build --force");
    again("build --force --jobs 1");
    // Damaged files are noticed and made anew.
    for file in fs::read_dir(workspace.path().join(KEPT)).unwrap() {
        let path = file.unwrap().path();
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&path, bytes).unwrap();
    }
    again("build --force");
    // So is one that has another's name.
    let mut paths: Vec<_> =
        fs::read_dir(workspace.path().join(KEPT)).unwrap().map(|file| file.unwrap().path()).collect();
    paths.sort();
    fs::copy(&paths[0], &paths[1]).unwrap();
    again("build --force");
    fs::write(&paths[2], "").unwrap();
    again("build --force");
    fs::remove_dir_all(workspace.path().join(KEPT)).unwrap();
    again("build --force --jobs 1");
    assert_eq!(kept(), all);
    // A place that can't be written does no harm.
    fs::remove_dir_all(workspace.path().join(KEPT)).unwrap();
    workspace.file(KEPT, "");
    again("build --force");
}

#[test]
fn a_photo_is_not_unpacked_twice() {
    let workspace = with_photo("a.jpg", encoded(&photo(1500, 1000), ImageFormat::Jpeg));
    workspace.run("build --edition bulletin").code(0);
    let time = |path| fs::metadata(path).unwrap().modified().unwrap();
    let kept: Vec<_> = fs::read_dir(workspace.path().join(KEPT)).unwrap().map(|file| file.unwrap().path()).collect();
    let written = time(&kept[0]);
    workspace.run("build --force --edition bulletin").code(0);
    assert_eq!(time(&kept[0]), written, "made and written again");
    // What is kept is what is shown: another picture, sealed as nashra seals it, takes the photo's
    // place.
    let key = kept[0].file_stem().unwrap().to_str().unwrap();
    let mut other = encoded(&RgbImage::from_pixel(1248, 832, Rgb(RED)), ImageFormat::Jpeg);
    let seal = <sha2::Sha512 as sha2::Digest>::digest([key.as_bytes(), &other].concat());
    other.extend(seal);
    fs::write(&kept[0], other).unwrap();
    workspace.run("build --force --edition bulletin").code(0);
    assert_colour(&pictures(&workspace.read(BULLETIN))[0].pixels, (0.5, 0.5), RED);
}

#[test]
fn check_keeps_nothing() {
    let workspace = with_photo("a.jpg", encoded(&photo(1500, 1000), ImageFormat::Jpeg));
    workspace.run("check").code(0);
    assert!(!workspace.path().join("out").exists());
}

#[test]
fn a_coarse_photo_is_told() {
    let workspace = with_photo("a.jpg", encoded(&photo(600, 400), ImageFormat::Jpeg));
    let run = workspace.run("build --edition bulletin");
    run.code(0).says("[photo-coarse]").says("content/school.toml:11").says("content/a.jpg");
    // 600 pixels on 144 mm, of whose height the grid of lines costs a few.
    run.says("has only 105 pixels an inch on page 1").says("854 by 569 pixels");
    workspace.run("build --edition bulletin --deny-warnings").code(1);
    let large = with_photo("a.jpg", encoded(&photo(900, 600), ImageFormat::Jpeg));
    assert!(!large.run("build --edition bulletin").stderr.contains("photo-coarse"));
}

/// A picture of nine fields, each of its own colour.
fn nine(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| field(3 * x / width, 3 * y / height))
}

fn field(column: u32, row: u32) -> Rgb<u8> {
    Rgb([40 + 80 * column as u8, 40 + 80 * row as u8, 120])
}

/// The flyer's photo after it was cut, with a `focus`.
fn cut(focus: &str) -> RgbImage {
    let block = format!("photo = \"content/a.png\"\nalt = \"صورة\"\n{focus}\n");
    let workspace = with_block(&block, &[("content/a.png", encoded(&nine(1500, 1200), ImageFormat::Png))]);
    workspace.run("build --edition flyer").code(0);
    pictures(&workspace.read(FLYER)).remove(0).pixels
}

#[test]
fn what_the_focus_names_stays() {
    let rows = |focus: &str| {
        let found = cut(focus);
        let (x, height) = (found.width() / 2, found.height());
        // Each pixel of the middle column, as the row of fields that it comes from.
        let row = |y: u32| (0..3).find(|row| found.get_pixel(x, y).0[1].abs_diff(field(1, *row).0[1]) < 6);
        let share = |row_wanted| (0..height).filter(|y| row(*y) == Some(row_wanted)).count() as f64 / f64::from(height);
        [share(0), share(1), share(2)]
    };
    let [upper, _, lower] = rows("");
    assert!(upper > lower + 0.03, "heads are in the upper third: {upper} {lower}");
    let [top, middle, bottom] = rows("focus = \"center\"");
    assert!((top - bottom).abs() < 0.02 && middle > top, "{top} {middle} {bottom}");
    assert!(top < 0.32, "nothing is cut: {top} {middle} {bottom}");
    for focus in ["focus = \"top\"", "focus = \"top-left\"", "focus = { top = 0, right = 10 }"] {
        let [first, _, last] = rows(focus);
        assert!(first > top + 0.03 && last < bottom - 0.03, "{focus}: {first} {last}");
    }
    for focus in ["focus = \"bottom\"", "focus = { bottom = 5 }"] {
        let [first, _, last] = rows(focus);
        assert!(first < top - 0.03 && last > bottom + 0.03, "{focus}: {first} {last}");
    }
    for focus in ["focus = \"left\"", "focus = { left = 20 }"] {
        assert_eq!(rows(focus)[0].to_bits(), upper.to_bits(), "{focus} says nothing of up and down");
    }
}

#[test]
fn who_took_all_pictures_of_a_gallery_is_named_once() {
    let gallery = |second: &str| {
        let gallery = format!(
            "gallery = [{{ file = \"content/a.jpg\", alt = \"أ\", credit = \"علي\" }}, \
             {{ file = \"content/a.jpg\", alt = \"ب\", credit = \"{second}\" }}]"
        );
        let workspace = with_block(&gallery, &[("content/a.jpg", encoded(&photo(900, 600), ImageFormat::Jpeg))]);
        workspace.run("build --edition bulletin").code(0);
        let text = crate::words::page_texts(&workspace.read(BULLETIN)).join("\n");
        ["علي", "حسن"].map(|name| text.matches(name).count())
    };
    assert_eq!(gallery("علي"), [1, 0]);
    assert_eq!(gallery("حسن"), [1, 1]);
}
