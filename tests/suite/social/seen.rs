//! The words on the pictures: inside the safe part, clear of their ground, all there.

use std::collections::BTreeMap;

use image::{Rgb, RgbImage};
use nashra::edition::PictureSize;
use nashra::pages::Finished;
use typst::visualize::Paint;

use super::{DRAFT, MARGIN, fixtures, sizes};
use crate::contract::{social_pages, social_picture};
use crate::ink;
use crate::lab::runs;

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
