//! The files that `src/build.rs` put into the binary.

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The embedded faces' [`FontInfo`](typst::text::FontInfo), in the order of the `.ttf` files in
/// [`FONTS`].
///
/// Reading it from the faces themselves costs 12 ms at every start; a test keeps it true.
pub(crate) static FACES: &str = include_str!("../../fonts/faces.json");

/// All embedded files, templates and faces: path from the top level, bytes.
pub fn embedded_files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    TEMPLATES.iter().chain(FONTS).copied()
}

/// An embedded face for web pages (WOFF2) by the face's path, as `fonts/amiri/Amiri-Regular.ttf`.
#[must_use]
pub fn embedded_web_font(path: &str) -> Option<&'static [u8]> {
    WEB_FACES.iter().find(|(name, _)| *name == path).map(|&(_, bytes)| bytes)
}

/// The licence of an embedded face, which lies beside it.
#[must_use]
pub fn embedded_font_licence(path: &str) -> Option<&'static [u8]> {
    let folder = path.rsplit_once('/')?.0;
    FONTS.iter().find(|(name, _)| name.strip_prefix(folder) == Some("/OFL.txt")).map(|&(_, bytes)| bytes)
}
