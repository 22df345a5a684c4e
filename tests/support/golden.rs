//! Small pictures of pages that were looked at and found good.
//!
//! `NASHRA_UPDATE=1` writes them anew: look at them before you commit them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::render::{Picture, pages};

/// Pixels a point: a line that moves by a point is seen, the file stays small.
const SCALE: f32 = 0.5;
/// What rounding on another processor may change of a pixel.
const TOLERANCE: u8 = 24;

/// The folder of the pictures.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens")
}

/// Compares every page of a PDF with its picture and returns the pictures' names and what differs.
pub fn compare(name: &str, pdf: &[u8], differences: &mut Vec<String>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (index, page) in pages(pdf, SCALE * 2.0).iter().enumerate() {
        let file = format!("{name}-{}.png", index + 1);
        against(&file, &page.halved(), differences);
        names.insert(file);
    }
    names
}

/// Compares a picture to post, at a quarter of its size, with its golden and returns the golden's
/// name.
pub fn compare_picture(name: &str, bytes: &[u8], differences: &mut Vec<String>) -> String {
    let file = format!("{name}.png");
    against(&file, &Picture::from_png(bytes).halved().halved(), differences);
    file
}

fn against(file: &str, page: &Picture, differences: &mut Vec<String>) {
    let path = folder().join(file);
    if std::env::var_os("NASHRA_UPDATE").is_some() {
        update(&path, page);
    }
    match fs::read(&path) {
        Err(_) => differences.push(format!("{file} is new: look at the page, then run with NASHRA_UPDATE=1")),
        Ok(bytes) => {
            let difference = Picture::from_png(&bytes).difference(page);
            if difference > TOLERANCE {
                let actual = Path::new(env!("CARGO_TARGET_TMPDIR")).join(file);
                fs::write(&actual, page.png()).unwrap();
                differences.push(format!("{file} differs by {difference}: see {}", actual.display()));
            }
        }
    }
}

/// Writes a picture unless the one that is there is good enough: no change without a reason.
fn update(path: &Path, page: &Picture) {
    let same = fs::read(path).is_ok_and(|bytes| Picture::from_png(&bytes).difference(page) <= TOLERANCE);
    if !same {
        fs::create_dir_all(folder()).unwrap();
        fs::write(path, page.png()).unwrap();
    }
}
