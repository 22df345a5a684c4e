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

/// An embedded face for web pages.
#[derive(Clone, Copy, Debug)]
pub struct WebFace {
    /// `Amiri`.
    pub family: &'static str,
    /// 100 to 900.
    pub weight: u16,
    /// The file's name without its ending.
    pub file: &'static str,
    /// The face, WOFF2.
    pub bytes: &'static [u8],
    /// Its licence, which goes wherever the face goes.
    pub licence: &'static [u8],
}
