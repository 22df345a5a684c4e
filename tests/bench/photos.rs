//! A long report with many photos as large as telephones take them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use image::{ImageEncoder as _, RgbImage};

use crate::generator::Generator;

/// Photos, and how many stand together.
const GALLERIES: [usize; 14] = [2, 3, 4, 2, 3, 4, 2, 3, 4, 2, 3, 4, 2, 2];
/// Paragraphs between them: 32 pages in all.
const PARAGRAPHS: usize = 12;
/// As of most cameras of 12 megapixels.
const SIZE: (u32, u32) = (4032, 3024);
/// Size and grain give 3 to 5 MB.
const QUALITY: u8 = 90;

/// Makes a workspace with one report of 32 pages and 40 photos.
pub fn fill(folder: &Path) {
    let assets = folder.join("content/assets");
    fs::create_dir_all(&assets).unwrap();
    fs::write(folder.join("nashra.toml"), "schema = 1\nlanguage = \"en\"\n").unwrap();
    let mut words = Generator::new(40);
    let mut report =
        "schema = 1\nnumber = \"1/2026\"\ndate = 2026-11-20\nstatus = \"approved\"\ntitle = \"صور\"\n".to_owned();
    let mut number = 0;
    for gallery in GALLERIES {
        for _ in 0..PARAGRAPHS {
            let _ = write!(report, "\n[[body]]\nparagraph = \"{}.\"\n", words.sentence(60));
        }
        report.push_str("\n[[body]]\ngallery = [\n");
        for _ in 0..gallery {
            number += 1;
            fs::write(assets.join(format!("{number}.jpg")), photo(number)).unwrap();
            let _ = writeln!(
                report,
                "  {{ file = \"content/assets/{number}.jpg\", alt = \"صورة {number}\", credit = \"علي\" }},"
            );
        }
        report.push_str("]\n");
    }
    fs::write(folder.join("content/photos.toml"), report).unwrap();
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
