//! A valid report becomes pages: the data contract, typst's world, faces and templates.
//!
//! Reads fonts and nothing else; writes nothing, asks no clock and no network.

mod compile;
mod embedded;
mod fonts;
mod inputs;
mod template_use;
mod templates;
mod world;

pub(crate) use compile::kind as remark_kind;
pub use compile::{Pages, Remark, RemarkKind, STACK, TemplatePlace, compile, forget};
pub use embedded::FONTS_DIGEST as EMBEDDED_FONTS_DIGEST;
pub use embedded::{WEB_FACES, WebFace, embedded_files};
pub use fonts::{Face, FaceSource, FontPlaces, Fonts, embedded_infos_json, is_embedded_font, needed_characters};
pub use inputs::{Asset, DocumentSpec, Inputs, Photo, RegisterLine, RegisterSpec, Source, code, contents};
pub use templates::{TemplateEntry, Templates, built_in, is_template_file};
pub use world::{Engine, VirtualFiles, virtual_files};

/// The version of typst that pages are made with.
pub const TYPST_VERSION: &str = "0.15.1";

#[cfg(test)]
mod tests {
    #[test]
    fn the_version_told_is_the_one_pinned() {
        let pinned = format!("typst = \"={}\"", super::TYPST_VERSION);
        assert!(include_str!("../../Cargo.toml").lines().any(|line| line == pinned));
    }
}
