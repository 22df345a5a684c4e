//! Pictures good and bad, and files that lead out of the workspace: each has its own error, and
//! nothing is written.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};

use crate::embedded::pictures;
use crate::workspace::{REPORT, Workspace};

/// A JPEG of so many pixels.
pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(width, height, ImageFormat::Jpeg)
}

fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let image = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([(x * 5) as u8, (y * 7) as u8, 90]));
    DynamicImage::ImageRgb8(image).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn with_photo(name: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.report("school", &format!("{REPORT}\n[[body]]\nphoto = \"{name}\"\nalt = \"صورة\"\n"));
    workspace
}

#[track_caller]
fn refused(workspace: &Workspace, code: &str) {
    workspace.run("build").code(1).says(code).says("content/school.toml").says("body[2].photo");
    assert!(workspace.files("out").is_empty(), "something was written: {:?}", workspace.files("out"));
    workspace.run("check").code(1).says(code);
}

#[test]
fn the_three_formats_print() {
    for (name, format) in [("a.jpg", ImageFormat::Jpeg), ("a.png", ImageFormat::Png), ("a.webp", ImageFormat::WebP)] {
        let workspace = with_photo(&format!("content/assets/{name}"));
        workspace.file(&format!("content/assets/{name}"), encoded(64, 48, format));
        workspace.run("build").code(0);
    }
}

#[test]
fn a_missing_photo_is_named() {
    let workspace = with_photo("content/assets/photo.jpg");
    workspace.file("content/assets/photos.jpg", jpeg(8, 8));
    refused(&workspace, "[file-not-found]");
}

#[test]
fn a_photo_cut_short_is_found() {
    let workspace = with_photo("content/a.png");
    let whole = encoded(200, 200, ImageFormat::Png);
    workspace.file("content/a.png", &whole[..whole.len() / 2]);
    refused(&workspace, "[picture-corrupt]");
}

#[test]
fn a_jpeg_cut_short_is_found() {
    let workspace = with_photo("content/a.jpg");
    let whole = jpeg(300, 300);
    workspace.file("content/a.jpg", &whole[..whole.len() / 2]);
    refused(&workspace, "[picture-corrupt]");
}

#[test]
fn a_jpeg_that_lacks_only_its_end_is_printed_with_a_warning() {
    let workspace = with_photo("content/a.jpg");
    let whole = jpeg(300, 300);
    workspace.file("content/a.jpg", &whole[..whole.len() - 2]);
    workspace.run("build -e bulletin").code(0).says("[picture-without-end]").says("body[2].photo");
    let of = |name: &str| pictures(&workspace.read(name)).remove(0).pixels;
    let lacking = of("out/2026/11/2026-11-20-school-bulletin.pdf");
    workspace.file("content/a.jpg", &whole);
    let run = workspace.run("build -e bulletin");
    assert!(!run.code(0).stderr.contains("picture-without-end"), "{}", run.stderr);
    assert!(lacking == of("out/2026/11/2026-11-20-school-bulletin.pdf"));
}

#[test]
fn a_photo_in_printing_inks_has_the_colours_that_are_printed() {
    let workspace = with_photo("content/a.jpg");
    let mut bytes = Vec::new();
    // Pure cyan: on paper it is no (0, 255, 255).
    let cyan = [255, 0, 0, 0].repeat(300 * 200);
    jpeg_encoder::Encoder::new(&mut bytes, 95).encode(&cyan, 300, 200, jpeg_encoder::ColorType::Cmyk).unwrap();
    workspace.file("content/a.jpg", bytes);
    workspace.run("build -e bulletin").code(0);
    let [red, green, blue] =
        pictures(&workspace.read("out/2026/11/2026-11-20-school-bulletin.pdf")).remove(0).pixels.get_pixel(20, 20).0;
    assert!(red < 60 && (140..200).contains(&green) && (200..250).contains(&blue), "{:?}", [red, green, blue]);
}

#[test]
fn a_file_with_the_wrong_ending_is_found() {
    let workspace = with_photo("content/a.jpg");
    workspace.file("content/a.jpg", encoded(8, 8, ImageFormat::Png));
    refused(&workspace, "[picture-wrong-ending]");
}

#[test]
fn a_text_is_no_picture() {
    let workspace = with_photo("content/a.jpg");
    workspace.file("content/a.jpg", "hello");
    refused(&workspace, "[picture-unsupported]");
}

#[test]
fn a_picture_that_would_fill_the_memory_is_refused_by_its_header() {
    // A PNG of 60 000 by 60 000 pixels in 100 bytes.
    let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bomb.extend(60_000u32.to_be_bytes());
    bomb.extend(60_000u32.to_be_bytes());
    bomb.extend([8, 2, 0, 0, 0]);
    let crc = crc32(&bomb[12..]);
    bomb.extend(crc.to_be_bytes());
    bomb.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e\0\0\0\0IEND\xae\x42\x60\x82");
    let workspace = with_photo("content/a.png");
    workspace.file("content/a.png", bomb);
    refused(&workspace, "[picture-too-many-pixels]");
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
    };
    !bytes.iter().fold(!0, step)
}

#[test]
fn a_folder_is_no_picture() {
    let workspace = with_photo("content/a.jpg");
    workspace.file("content/a.jpg/b", "");
    refused(&workspace, "[file-not-a-file]");
}

#[test]
fn paths_out_of_the_workspace_are_refused() {
    for path in ["../a.jpg", "/etc/passwd", "content/../../a.jpg", "C:/a.jpg"] {
        let workspace = with_photo(path);
        let run = workspace.run("build");
        run.code(1).says("body[2].photo");
        assert!(workspace.files("out").is_empty());
    }
}

#[cfg(unix)]
#[test]
fn links_out_of_the_workspace_are_refused() {
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::write(elsewhere.path().join("a.jpg"), jpeg(8, 8)).unwrap();
    let workspace = with_photo("content/assets/a.jpg");
    workspace.file("content/assets/b.jpg", jpeg(8, 8));
    std::os::unix::fs::symlink(elsewhere.path().join("a.jpg"), workspace.path().join("content/assets/a.jpg")).unwrap();
    refused(&workspace, "[file-symlink-out]");
    // Also when a folder on the way is the link, and for the report itself.
    std::fs::remove_file(workspace.path().join("content/assets/a.jpg")).unwrap();
    workspace.report("school", &format!("{REPORT}\n[[body]]\nphoto = \"content/far/a.jpg\"\nalt = \"صورة\"\n"));
    std::os::unix::fs::symlink(elsewhere.path(), workspace.path().join("content/far")).unwrap();
    refused(&workspace, "[file-symlink-out]");
}

#[cfg(unix)]
#[test]
fn a_report_that_is_a_link_out_is_refused() {
    let elsewhere = Workspace::bare();
    elsewhere.file("school.toml", REPORT);
    let workspace = Workspace::new();
    std::fs::create_dir(workspace.path().join("content")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("school.toml"), workspace.path().join("content/school.toml"))
        .unwrap();
    workspace.run("build").code(1).says("[file-symlink-out]");
    assert!(workspace.files("out").is_empty());
}

#[cfg(unix)]
#[test]
fn a_link_inside_the_workspace_is_fine() {
    let workspace = with_photo("content/assets/a.jpg");
    workspace.file("content/assets/b.jpg", jpeg(8, 8));
    std::os::unix::fs::symlink("b.jpg", workspace.path().join("content/assets/a.jpg")).unwrap();
    workspace.run("build").code(0);
}

#[test]
fn a_colour_profile_that_unpacks_without_end_is_refused() {
    let workspace = with_photo("content/a.png");
    let whole = encoded(8, 8, ImageFormat::Png);
    // After the signature and the header: 8 + 25 bytes.
    let (head, tail) = whole.split_at(33);
    let chunk = [b"iCCPicc\0\0".to_vec(), vec![0; 200_000]].concat();
    let mut bytes = [head, &(chunk.len() as u32 - 4).to_be_bytes(), &chunk, &crc32(&chunk).to_be_bytes()].concat();
    bytes.extend(tail);
    workspace.file("content/a.png", bytes);
    refused(&workspace, "[picture-corrupt]");
}

#[test]
fn a_webp_cut_short_is_found() {
    let workspace = with_photo("content/a.webp");
    let whole = encoded(200, 200, ImageFormat::WebP);
    workspace.file("content/a.webp", &whole[..whole.len() / 2]);
    refused(&workspace, "[picture-corrupt]");
}

#[test]
fn a_webp_that_would_fill_the_memory_is_refused_by_its_header() {
    // 16 383 by 16 383 pixels, without one of them.
    let mut bomb = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f".to_vec();
    bomb.extend(((16_382_u32 << 14) | 16_382).to_le_bytes());
    bomb.extend([0; 9]);
    let workspace = with_photo("content/a.webp");
    workspace.file("content/a.webp", bomb);
    refused(&workspace, "[picture-too-many-pixels]");
}

#[test]
fn a_photo_with_a_film_behind_it_prints() {
    let workspace = with_photo("content/a.jpg");
    // The film's bytes look like the start of a scan that never ends.
    let film = [b"\0\0\0\x18ftypmp42".as_slice(), &[0xFF, 0xDA, 0, 8, 1, 2, 3]].concat();
    workspace.file("content/a.jpg", [jpeg(300, 200), film].concat());
    workspace.run("build").code(0);
}

#[test]
fn a_broken_mark_of_the_office_is_told_once() {
    let workspace = Workspace::new();
    let whole = encoded(200, 200, ImageFormat::Png);
    workspace.file("mark.png", &whole[..whole.len() / 2]);
    let settings =
        "schema = 1\nlanguage = \"en\"\n[office]\nname = \"المكتب\"\nlogo = \"mark.png\"\nlogo_alt = \"شعار\"\n";
    workspace.file("nashra.toml", settings);
    workspace.report("school", REPORT).report("other", &REPORT.replace("١/٢٠٢٦", "٢/٢٠٢٦"));
    let run = workspace.run("build");
    run.code(1).says("nashra.toml:5").says("[picture-corrupt]");
    assert_eq!(run.stderr.matches("picture-corrupt").count(), 1, "{}", run.stderr);
    workspace.file("mark.png", whole);
    workspace.run("build").code(0);
}

#[test]
fn a_photo_that_is_attached_too_travels_whole() {
    let workspace = Workspace::new();
    let photo = jpeg(640, 480);
    workspace.file("content/a.jpg", &photo).file("content/mark.png", encoded(64, 64, ImageFormat::Png));
    let office = "[office]\nname = \"المكتب\"\nlogo = \"content/mark.png\"\nlogo_alt = \"شعار\"\n";
    workspace.file("nashra.toml", format!("{}{office}", crate::workspace::ENGLISH));
    let attached = "attachments = [{ file = \"content/a.jpg\", description = \"الأصل\" }, { file = \"content/mark.png\", description = \"الشعار\" }]";
    let report = REPORT.replace("title =", &format!("{attached}\ntitle ="));
    workspace.report("school", &format!("{report}\n[[body]]\nphoto = \"content/a.jpg\"\nalt = \"صورة\"\n"));
    workspace.run("build -e bulletin").code(0);
    let pdf = lopdf::Document::load_mem(&workspace.read("out/2026/11/2026-11-20-school-bulletin.pdf")).unwrap();
    let embedded = |wanted: &[u8]| {
        pdf.objects.values().filter_map(|object| object.as_stream().ok()).any(|stream| {
            let is_file =
                stream.dict.get(b"Type").is_ok_and(|kind| *kind == lopdf::Object::Name(b"EmbeddedFile".into()));
            is_file && (stream.content == wanted || stream.decompressed_content().is_ok_and(|bytes| bytes == wanted))
        })
    };
    assert!(embedded(&photo), "the photo is not attached as it is");
    assert!(embedded(&workspace.read("content/mark.png")), "the mark is not attached as it is");
}
