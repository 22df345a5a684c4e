//! A long issue of the newsletter with many photos as large as telephones take them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use image::{ImageEncoder as _, RgbImage};

use crate::generator::Generator;

/// The photos of each report.
const GALLERIES: [usize; 14] = [2, 3, 4, 2, 3, 4, 2, 3, 4, 2, 3, 4, 2, 2];
/// The paragraphs of each: 34 pages in all.
const PARAGRAPHS: usize = 23;
/// As of most cameras of 12 megapixels.
const SIZE: (u32, u32) = (4032, 3024);
/// Size and grain give 3 to 5 MB.
const QUALITY: u8 = 90;

/// Makes a workspace with an issue of 34 pages: 14 reports with 40 photos.
pub fn fill(folder: &Path) {
    for part in ["content/assets", "content/issues"] {
        fs::create_dir_all(folder.join(part)).unwrap();
    }
    fs::write(folder.join("nashra.toml"), "schema = 1\nlanguage = \"en\"\n").unwrap();
    let mut words = Generator::new(40);
    let mut issue = "schema = 1\nnumber = \"1\"\ndate = 2026-11-30\nstatus = \"approved\"\n".to_owned();
    let mut photos = 1..;
    for (index, gallery) in GALLERIES.into_iter().enumerate() {
        let day = index + 1;
        let mut report = format!(
            "schema = 1\nnumber = \"{day}/2026\"\ndate = 2026-11-{day:02}\nstatus = \"approved\"\ntitle = \"{}\"\n",
            words.sentence(6)
        );
        for _ in 0..PARAGRAPHS {
            let _ = write!(report, "\n[[body]]\nparagraph = \"{}.\"\n", words.sentence(60));
        }
        report.push_str("\n[[body]]\ngallery = [\n");
        for number in photos.by_ref().take(gallery) {
            fs::write(folder.join(format!("content/assets/{number}.jpg")), photo(number)).unwrap();
            let _ = writeln!(
                report,
                "  {{ file = \"content/assets/{number}.jpg\", alt = \"صورة {number}\", credit = \"علي\" }},"
            );
        }
        report.push_str("]\n");
        let name = format!("content/2026-11-{day:02}-part.toml");
        fs::write(folder.join(&name), report).unwrap();
        let place = if index == 0 { "cover" } else { "article" };
        let _ = write!(issue, "\n[[articles]]\nreport = \"{name}\"\nplace = \"{place}\"\n");
    }
    fs::write(folder.join("content/issues/2026-11-30-photos.toml"), issue).unwrap();
}

/// A photo unlike the others; every third is held upright.
fn photo(number: u32) -> Vec<u8> {
    let (width, height) = if number.is_multiple_of(3) { (SIZE.1, SIZE.0) } else { SIZE };
    let mut seed = number;
    let picture = RgbImage::from_fn(width, height, |x, y| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (seed >> 27) as u8;
        let wave = |n: u32, length: u32| ((n * 255 / length) as u8).saturating_sub(40);
        let edge = if (x / (97 + number) + y / 131).is_multiple_of(5) { 40 } else { 0 };
        image::Rgb([wave(x, width), wave(y, height), 90].map(|value: u8| value.saturating_add(grain + edge)))
    });
    let mut bytes = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    encoder.write_image(&picture, width, height, image::ExtendedColorType::Rgb8).unwrap();
    bytes
}
