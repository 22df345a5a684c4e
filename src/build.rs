//! Embeds `templates/` and `fonts/` in the binary, so that the binary alone works anywhere, and the
//! faces of the archive's web site as browsers load them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest as _, Sha512};

/// The faces of the web site, for text, signs and headings: family, weight, folder and name.
const WEB: [(&str, u16, &str, &str); 5] = [
    ("Amiri", 400, "fonts/amiri", "Amiri-Regular"),
    ("Cairo", 400, "fonts/cairo", "Cairo-Regular"),
    ("Cairo", 700, "fonts/cairo", "Cairo-Bold"),
    ("Vazirmatn", 400, "fonts/vazirmatn", "Vazirmatn-Regular"),
    ("Vazirmatn", 700, "fonts/vazirmatn", "Vazirmatn-Bold"),
];

#[expect(clippy::disallowed_methods, reason = "cargo starts a build script anew when it was interrupted")]
fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?).join("embedded.rs");
    let mut code = String::new();
    let mut fonts = Sha512::new();
    for (name, folder) in [("TEMPLATES", "templates"), ("FONTS", "fonts")] {
        println!("cargo:rerun-if-changed={folder}");
        let mut files = Vec::new();
        walk(&root.join(folder), &mut files)?;
        files.sort();
        for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "ttf")) {
            fonts.update(fs::read(file)?);
        }
        let list = files.iter().fold(String::new(), |mut list, file| {
            let path = file.strip_prefix(&root).unwrap_or(file).display().to_string().replace('\\', "/");
            let _ = writeln!(list, "    ({path:?}, include_bytes!({:?}).as_slice()),", file.display().to_string());
            list
        });
        let _ = writeln!(
            code,
            "/// Embedded files of `{folder}/`: path from the top level, bytes; sorted by path.\n\
             pub(crate) static {name}: &[(&str, &[u8])] = &[\n{list}];"
        );
    }
    let fonts: String = fonts.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let _ = writeln!(
        code,
        "/// SHA-512 of the embedded faces, one after the other.\npub const FONTS_DIGEST: &str = {fonts:?};"
    );
    web_faces(&root, &mut code)?;
    fs::write(out, code)
}

/// Makes the web site's faces small (WOFF2). It takes a while, so what is there stays.
#[expect(clippy::disallowed_methods, reason = "cargo starts a build script anew when it was interrupted")]
fn web_faces(root: &Path, code: &mut String) -> io::Result<()> {
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    let mut list = String::new();
    for (family, weight, folder, name) in WEB {
        let folder = root.join(folder);
        let face = fs::read(folder.join(name).with_extension("ttf"))?;
        let digest: String = Sha512::digest(&face).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let file = out.join(format!("{digest}.woff2"));
        if !file.exists() {
            let made = ttf2woff2::encode(&face, ttf2woff2::BrotliQuality::default()).map_err(io::Error::other)?;
            let part = out.join(format!("{digest}.part"));
            fs::write(&part, made)?;
            fs::rename(part, &file)?;
        }
        let [bytes, licence] = [file, folder.join("OFL.txt")].map(|file| file.display().to_string());
        let _ = writeln!(
            list,
            "    WebFace {{ family: {family:?}, weight: {weight}, file: {name:?}, bytes: include_bytes!({bytes:?}), \
             licence: include_bytes!({licence:?}) }},"
        );
    }
    let _ = writeln!(code, "/// The embedded faces of web pages.\npub static WEB_FACES: &[WebFace] = &[\n{list}];");
    Ok(())
}

/// Collects the files below `folder`, hidden ones left out.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
            continue;
        }
        if path.is_dir() {
            walk(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
